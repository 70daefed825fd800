"""Configurational analyses: switching on, conditions with their anchors, scores with reasons and segments."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Case, Condition, Configuration, Id, Score, ScoreSegment, Span
from crosscase.verbs.attributes import add_attribute
from crosscase.verbs.cases import add_case, remove_cases
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code, remove_codings, resize_coding
from crosscase.verbs.configurations import (
    Anchor,
    add_condition,
    begin_configuration,
    change_condition,
    change_configuration,
    order_conditions,
    remove_condition,
    remove_configuration,
)
from crosscase.verbs.scores import look_at_score, remove_score, score_id, set_score
from tests.verbs.conftest import Desk

WHY = "We ask which combinations of conditions go with peers staying."


class There:
    """A configurational analysis with one judged condition, two cases, an attribute and a coding."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.whole = desk.do(begin_configuration, "Staying", WHY)
        self.paid = desk.do(add_condition, self.whole, "PAID", meaning="Peers are paid as others are.")
        self.one, self.other = desk.do(add_case, "FEN"), desk.do(add_case, "JUN")
        self.beds = desk.do(add_attribute, "case", "beds", type="number")
        self.sector = desk.do(add_attribute, "case", "sector", type="one-of", options=("public", "charity"))
        self.code = desk.do(add_code, "pay")
        self.coding = desk.do(apply_code, self.code, desk.source("They pay us like anybody."), Span(0, 11))

    def condition(self, condition: Id) -> Condition:
        (found,) = self.desk.rows(Condition, id=condition)
        return found


@pytest.fixture
def there(desk: Desk) -> There:
    return There(desk)


def anchors(full_out: str, crossover: str, full_in: str) -> dict[str, Any]:
    places = {"full_out": full_out, "crossover": crossover, "full_in": full_in}
    return {name: Anchor(at=at, reason=f"{at} is known from elsewhere") for name, at in places.items()}


def test_it_is_switched_on_with_a_reason(desk: Desk) -> None:
    with pytest.raises(CrosscaseError, match="another design than comparing themes"):
        desk.do(begin_configuration, "Staying", "  ")
    whole = desk.do(begin_configuration, " Staying ", WHY, question="What goes with staying?")
    (found,) = desk.rows(Configuration)
    assert (found.name, found.why, found.consistency, found.cases) == ("Staying", WHY, "0.8", 1)
    with pytest.raises(CrosscaseError, match="There is a configuration 'Staying' already"):
        desk.do(begin_configuration, "staying", WHY)
    desk.do(change_configuration, whole, consistency="0,85", cases=2, cuts_reason="Ten cases are few.")
    (found,) = desk.rows(Configuration)
    assert (found.consistency, found.cases, found.cuts_reason) == ("0.85", 2, "Ten cases are few.")


def test_cuts_that_are_refused(there: There) -> None:
    for cut in ("0.4", "1.2", "high"):
        with pytest.raises(CrosscaseError, match="no consistency cut"):
            there.desk.do(change_configuration, there.whole, consistency=cut, cuts_reason="x")
    with pytest.raises(CrosscaseError, match="at least 1 case"):
        there.desk.do(change_configuration, there.whole, cases=0, cuts_reason="x")
    with pytest.raises(CrosscaseError, match="Say why the truth table is cut there"):
        there.desk.do(change_configuration, there.whole, consistency="0.9")
    with pytest.raises(CrosscaseError, match="Say why it answers your question"):
        there.desk.do(change_configuration, there.whole, why="")


def test_conditions_of_numbers_have_three_anchors_with_reasons(there: There) -> None:
    made = there.desk.do(
        add_condition, there.whole, "LARGE", basis="attribute", of=there.beds, **anchors("10", "20", "40")
    )
    found = there.condition(made)
    assert (found.full_out, found.crossover, found.full_in) == ("10", "20", "40")
    assert found.crossover_reason == "20 is known from elsewhere"
    assert found.position == 2
    with pytest.raises(CrosscaseError, match="The crossover has to lie between"):
        there.desk.do(change_condition, made, crossover=Anchor(at="50", reason="x"))
    with pytest.raises(CrosscaseError, match="The crossover lacks one"):
        there.desk.do(change_condition, made, crossover=Anchor(at="25"))
    with pytest.raises(CrosscaseError, match="'many' is no number"):
        there.desk.do(change_condition, made, crossover=Anchor(at="many", reason="x"))
    # Fewer may be more of the set.
    there.desk.do(change_condition, made, name="SMALL", **anchors("40", "20", "10"))
    assert there.condition(made).full_in == "10"
    crisp = there.desk.do(
        add_condition, there.whole, "TOLD", nature="crisp", basis="share", of=there.code,
        crossover=Anchor(at="50", reason="More than half of them say it."),
    )  # fmt: skip
    assert there.condition(crisp).basis == "share"


def test_conditions_that_are_refused(there: There) -> None:
    def refused(words: str, name: str = "NEW", **given: Any) -> None:
        with pytest.raises(CrosscaseError, match=words):
            there.desk.do(add_condition, there.whole, name, **given)

    refused("A condition needs a name", name=" ")
    refused("have a meaning in solutions", name="PAID*OLD")
    refused("There is a condition 'PAID' already", name="paid")
    refused("Say of which attribute", basis="attribute")
    refused("Say of which code", basis="share")
    refused("is of no attribute or code", of=there.code)
    refused("holds no numbers", basis="attribute", of=there.sector)
    refused("holds numbers", basis="attribute", of=there.beds, nature="crisp", values=["20"])
    refused("has no values", basis="share", of=there.code, values=["20"])
    refused("Full non-membership lacks one", basis="share", of=there.code)
    refused("is no kind of set", nature="vague")
    refused("Say from which theory", expects="present")
    person = there.desk.do(add_attribute, "participant", "age", type="number")
    refused("attribute of a participant", basis="attribute", of=person, **anchors("1", "2", "3"))
    there.desk.do(add_condition, there.whole, "STAY", part="outcome")
    refused("'STAY' is the outcome already", part="outcome")


def test_a_crisp_set_of_the_values_of_an_attribute(there: There) -> None:
    made = there.desk.do(
        add_condition, there.whole, "PUBLIC", nature="crisp", basis="attribute", of=there.sector, values=["public"]
    )
    assert there.condition(made).values == ("public",)
    there.desk.do(change_condition, made, basis="judgement", values=())
    assert (there.condition(made).of, there.condition(made).values) == (None, ())


def test_conditions_are_ordered_and_removed_with_their_scores(there: There) -> None:
    second = there.desk.do(add_condition, there.whole, "LED")
    there.desk.do(order_conditions, [second])
    assert [one.name for one in sorted(there.desk.rows(Condition), key=lambda one: one.position)] == ["LED", "PAID"]
    there.desk.do(set_score, there.paid, there.one, "1", reason="All are.", segments=[there.coding])
    assert there.desk.do(remove_condition, there.paid) == {"condition": 1, "score": 1, "score_segment": 1}
    assert there.desk.do(remove_configuration, there.whole) == {"configuration": 1, "condition": 1}


def test_a_score_has_its_reason_and_its_segments(there: There) -> None:
    score = there.desk.do(set_score, there.paid, there.one, "0,8", reason="Paid, but later.", segments=[there.coding])
    assert score == score_id(there.paid, there.one)
    (found,) = there.desk.rows(Score)
    assert (found.value, found.reason, found.member) == ("0.8", "Paid, but later.", there.desk.ada)
    there.desk.do(set_score, there.paid, there.one, "0.9")
    assert [(one.value, one.reason) for one in there.desk.rows(Score)] == [("0.9", "Paid, but later.")]
    assert [one.coding for one in there.desk.rows(ScoreSegment)] == [there.coding]
    there.desk.do(set_score, there.paid, there.one, segments=[])
    assert there.desk.rows(ScoreSegment) == []
    assert there.desk.do(remove_score, there.paid, there.one) == {"score": 1}


def test_scores_that_are_refused(there: There) -> None:
    def refused(words: str, condition: Id, value: str | None, **given: Any) -> None:
        with pytest.raises(CrosscaseError, match=words):
            there.desk.do(set_score, condition, there.one, value, **given)

    refused("no membership", there.paid, "1.2", reason="x")
    refused("no membership", there.paid, "much", reason="x")
    refused("A score needs its reason", there.paid, "0.8")
    refused("is judged: the score needs a number", there.paid, None, reason="x")
    refused("no coding", there.paid, "0.8", reason="x", segments=["f" * 32])
    crisp = there.desk.do(add_condition, there.whole, "LED", nature="crisp")
    refused("a case is in", crisp, "0.8", reason="x")


def test_a_calibrated_score_may_have_a_reason_alone_or_another_number(there: There) -> None:
    large = there.desk.do(
        add_condition, there.whole, "LARGE", basis="attribute", of=there.beds, **anchors("10", "20", "40")
    )
    there.desk.do(set_score, large, there.one, reason="Counted in March.")
    assert [one.value for one in there.desk.rows(Score)] == [""]
    there.desk.do(set_score, large, there.one, "0.3", reason="Half of the beds are closed.")
    there.desk.do(set_score, large, there.one, "")
    assert [one.value for one in there.desk.rows(Score)] == [""]


def test_a_score_is_looked_at_again_when_its_segments_changed(there: There) -> None:
    score = there.desk.do(set_score, there.paid, there.one, "1", reason="All are.", segments=[there.coding])
    (before,) = there.desk.rows(ScoreSegment)
    there.desk.do(resize_coding, there.coding, Span(0, 20))
    assert there.desk.do(look_at_score, score) == 1
    assert there.desk.rows(ScoreSegment)[0].stood != before.stood
    there.desk.do(remove_codings, [there.coding])
    assert [one.coding for one in there.desk.rows(ScoreSegment)] == [None]
    assert there.desk.do(look_at_score, score) == 1
    assert there.desk.rows(ScoreSegment) == []


def test_scores_go_with_their_case(there: There) -> None:
    there.desk.do(set_score, there.paid, there.one, "1", reason="All are.")
    there.desk.do(remove_cases, [there.one])
    assert there.desk.rows(Case, id=there.one) == []
    assert there.desk.rows(Score) == []
