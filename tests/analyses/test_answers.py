"""Answers by group, with what is missing and why, and the joint display with what was said."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.analyses.answers import AnswersOptions, answers
from crosscase.analyses.joint import JointOptions, joint
from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.errors import CrosscaseError
from crosscase.model import Id, Span
from crosscase.study import Study
from crosscase.verbs.answers import Given, give_answers
from crosscase.verbs.attributes import add_attribute, set_values
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.instruments import add_instrument, add_question
from crosscase.verbs.participants import add_participant, merge_participants
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.sources import add_source
from crosscase.verbs.study import change_settings

AGREE = ("strongly disagree", "disagree", "agree", "strongly agree")
SAID: dict[str, tuple[int | str, int, str]] = {
    # agreement (1 to 4) or an outcome, years, contract
    "A-1": (4, 2, "fixed"), "A-2": (3, 4, "fixed"), "A-3": (4, 6, "open"), "B-1": ("declined", 1, "fixed"),
    "B-2": (3, 8, "open"), "C-1": (1, 10, "open"), "C-2": (1, 3, "open"), "D-1": (2, 12, "open"),
    "D-2": ("left empty", 7, "open"),
}  # fmt: skip


@pytest.fixture(scope="module")
def study() -> Any:
    made = Study.new(None, title="Peers", member="Ada")
    sector = made.do(add_attribute, "case", "sector", type="one-of", options=["public", "other"], grouping=True).value
    cases = {code: made.do(add_case, code).value for code in "ABCD"}
    made.do(set_values, sector, {cases["A"]: "public", cases["B"]: "public", cases["C"]: "other", cases["D"]: "other"})
    made.do(change_settings, primary=sector)
    form = made.do(add_instrument, "Part A", nature="questionnaire").value
    one = made.do(add_question, form, "I am asked first.", number="1", nature="likert", options=AGREE).value
    two = made.do(add_question, form, "Years", number="2", nature="number").value
    three = made.do(add_question, form, "Contract", number="3", nature="one", options=["fixed", "open", "none"]).value
    four = made.do(add_question, form, "Told whom?", number="4", nature="many", options=["team", "friends"]).value
    five = made.do(add_question, form, "Else?", number="5", nature="text").value
    people = {name: made.do(add_participant, name, case=cases[name[0]]).value for name in (*SAID, "D-3")}
    twin = made.do(add_participant, "D-4", case=cases["D"]).value
    given = []
    for name, (agrees, years, contract) in SAID.items():
        who = people[name]
        if isinstance(agrees, int):
            given.append(Given(who, one, (AGREE[agrees - 1],)))
        else:
            given.append(Given(who, one, outcome=agrees))  # type: ignore[arg-type]
        given += [Given(who, two, (str(years),)), Given(who, three, (contract,))]
    given += [Given(people["A-1"], four, ("team", "friends")), Given(people["C-1"], five, ("Nothing.",))]
    made.do(give_answers, [*given, Given(twin, one, (AGREE[0],))])
    made.do(merge_participants, twin, people["D-3"])
    code = made.do(add_code, "left out", category=True).value
    for name in ("A-1", "B-1", "C-1", "C-2", "D-1"):
        _spoke(made, people[name], code, coded=name in {"C-1", "C-2", "B-1"})
    return made


def _spoke(made: Study, who: Id, code: Id, *, coded: bool) -> None:
    source = made.do(add_source, f"diary {who}", f"They told us afterwards. {who}", participant=who).value
    if coded:
        made.do(apply_code, code, source, Span(0, 9))
    made.do(finish_reading, [source])


def test_counts_medians_and_what_is_missing_by_group(study: Study) -> None:
    found = answers(study.snapshot(), AnswersOptions(items=("1",)))
    public, other = found.rows
    assert [line.label for line in found.groups] == ["public", "other"]
    assert (public.participants, public.answered, public.cases, public.of_cases) == (5, 4, 2, 2)
    assert (public.counts, public.median, public.missing) == ((0, 0, 2, 2), 3.5, {"declined": 1})
    # D-3 has the answer that was given under the identifier merged into theirs.
    assert (other.counts, other.median, other.missing) == ((3, 1, 0, 0), 1.0, {"left empty": 1})
    assert other.participants == 5
    shown = found.table().rows
    assert shown[0][3:] == (
        "4 of 5", "3.5 between agree and strongly agree", "2 agree, 2 strongly agree", "1 declined"
    )  # fmt: skip
    people = dict(zip(study.snapshot().participants.ids, study.snapshot().participants.labels, strict=True))
    assert [people[one] for one in found.people(0, 0, "strongly agree")] == ["A-1", "A-3"]
    assert [people[one] for one in found.people(0, 1, "left empty")] == ["D-2"]
    assert [row.answered for row in found.by_case] == [3, 1, 2, 2]


def test_the_test_that_fits_stands_beside_the_one_of_cases(study: Study) -> None:
    """By hand: public 3, 3, 4, 4; other 1, 1, 1, 2. All of one group lie below the other."""
    found = answers(study.snapshot(), AnswersOptions(items=("1", "2", "3")))
    scale, number, one = found.tested
    # Ranks: 2, 2, 2, 4 | 5.5, 5.5, 7.5, 7.5. H = 12/72·(100/4 + 676/4) - 27 = 5.333, ties 1 - (24+6+6)/504.
    assert scale.tests[0].statistic == pytest.approx((12 / 72 * (100 / 4 + 676 / 4) - 27) / (1 - 36 / 504))
    assert scale.by_case is not None
    # Medians of the cases: A 4, B 3 | C 1, D 1.5: H = 12/20·(9/2 + 49/2) - 15 = 2.4.
    assert scale.by_case.n == 4
    assert scale.by_case.statistic == pytest.approx(2.4)
    assert number.tests[0].name == "Kruskal–Wallis"
    # Fixed 3 of 5 in public, 0 of 4 in other: of the four tables those with 10 and 4 of 84 are no likelier.
    assert [test.name for test in one.tests] == ["Chi-square", "Fisher"]
    assert one.tests[1].p == pytest.approx(14 / 84)
    assert one.by_case is None
    assert any("not independent" in note for note in found.notes())
    assert "not independent" in found.test_table().notes[0]


@pytest.mark.parametrize(
    ("item", "options", "why"),
    [
        ("4", {}, "Several options can be chosen"),
        ("5", {}, "answered in words"),
        ("3", {"test": "kruskal-wallis"}, "Its options have no order"),
        ("2", {"test": "fisher"}, "no options to count"),
        ("1", {"cases": ("A",)}, "Fewer than two of these groups answered"),
        ("1", {"by": "participants"}, "Each group is one person"),
        ("3", {"cases": ("C", "D")}, "Fewer than two"),
    ],
)
def test_no_test_where_it_makes_no_sense_and_why(study: Study, item: str, options: dict[str, Any], why: str) -> None:
    found = answers(study.snapshot(), AnswersOptions(items=(item,), **options))
    assert found.tested[0].tests == ()
    assert why in found.tested[0].why


def test_without_groups_or_tests_there_are_none(study: Study) -> None:
    snapshot = study.snapshot()
    everybody = answers(snapshot, AnswersOptions(by=""))
    assert everybody.tested == ()
    assert everybody.rows[0].participants == 10
    assert not any("independent" in note for note in everybody.notes())
    assert answers(snapshot, AnswersOptions(test="none")).tested == ()
    assert everybody.to_dict()["rows"][0]["people"].keys() == {
        "strongly disagree", "disagree", "agree", "strongly agree", "answered", "left empty", "declined"
    }  # fmt: skip
    assert everybody.frame.filter(item="3", what="none")["count"].to_list() == [0]
    with pytest.raises(CrosscaseError, match="no question 'x'"):
        answers(snapshot, AnswersOptions(items=("x",)))
    with pytest.raises(CrosscaseError, match="no items in 'B' yet"):
        answers(snapshot, AnswersOptions(instrument="B"))


def test_a_scale_is_drawn_parted_at_its_middle(study: Study) -> None:
    drawn = answers(study.snapshot(), AnswersOptions(items=("1",))).chart().to_dict()
    (values,) = drawn["datasets"].values()
    other = {one["step"]: (one["from"], one["to"]) for one in values if one["label"].startswith("other")}
    assert other["strongly disagree"] == (-100.0, -25.0)
    assert other["disagree"] == (-25.0, 0.0)
    bars = answers(study.snapshot(), AnswersOptions(items=("3",))).chart().to_dict()
    assert bars["mark"]["type"] == "bar"


def test_what_the_same_people_said_stands_beside_their_answers(study: Study) -> None:
    found = joint(study.snapshot(), JointOptions(item="1"))
    assert [line.label for line in found.columns] == [
        "low (strongly disagree – disagree)", "high (agree – strongly agree)", "(left empty)", "(declined)", "All"
    ]  # fmt: skip
    cells = [found.cell(0, column) for column in range(4)]
    assert [(one.participants, one.of_participants) for one in cells] == [(2, 3), (0, 1), (0, 0), (1, 1)]
    assert len(cells[0].coding_ids) == 2
    assert cells[1].exposure == {"not interviewed": 3, "read, nothing coded": 1}
    steps = joint(study.snapshot(), JointOptions(item="I am asked first.", steps=True))
    assert [line.label for line in steps.columns][:4] == list(AGREE)
    assert joint(study.snapshot(), JointOptions(item="2")).columns[0].label == "up to 6"
    assert found.to_dict()["analysis"] == "joint"
    assert "1 ‘I am asked first.’" in found.table().title
    by_item = matrix(study.snapshot(), MatrixOptions(rows="categories", columns="item:3", where=("item:1=agree",)))
    assert by_item.numbers["recruited"].tolist() == [[1, 1, 0, 0, 2]]
    with pytest.raises(CrosscaseError, match="Say beside which item"):
        joint(study.snapshot(), JointOptions())
