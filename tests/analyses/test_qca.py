"""A configurational analysis of a study: from attributes, shares and judgements to rows that open their cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from crosscase.analyses.qca.asked import QcaOptions
from crosscase.analyses.qca.inquiry import Qca, qca
from crosscase.errors import CrosscaseError
from crosscase.model import Id, Span
from crosscase.study import Study
from crosscase.verbs.attributes import add_attribute, set_values
from crosscase.verbs.cases import add_case, merge_cases
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code, resize_coding
from crosscase.verbs.configurations import Anchor, add_condition, begin_configuration, change_condition
from crosscase.verbs.participants import add_participant
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.scores import set_score
from crosscase.verbs.sources import add_source

WHY = "We ask which combinations go with staying."
BEDS = {"A": "40", "B": "30", "C": "12", "D": "8", "E": "20", "F": ""}
PAID = {"A": "1", "B": "1", "C": "0", "D": "0", "E": "1", "F": "1"}
STAY = {"A": "1", "B": "0", "C": "0", "D": "0", "E": "1", "F": "1"}


class There:
    """Six cases: beds from an attribute, paid and staying by judgement, told by the share of a code."""

    def __init__(self) -> None:
        self.study = Study.new(None, title="Peers", member="Ada")
        do = self.study.do
        self.cases = {code: do(add_case, code).value for code in BEDS}
        beds = do(add_attribute, "case", "beds", type="number").value
        do(set_values, beds, {self.cases[code]: value for code, value in BEDS.items() if value})
        self.whole = do(begin_configuration, "Staying", WHY).value
        places = {"full_out": "10", "crossover": "20", "full_in": "40"}
        anchors: dict[str, Any] = {name: Anchor(at=at, reason="known") for name, at in places.items()}
        self.large = do(add_condition, self.whole, "LARGE", basis="attribute", of=beds, **anchors).value
        self.paid = do(add_condition, self.whole, "PAID", nature="crisp", meaning="Peers are paid.").value
        self.stay = do(add_condition, self.whole, "STAY", nature="crisp", part="outcome").value
        self.code = do(add_code, "told").value
        self.source = do(add_source, "a", "They told us at once.").value
        self.coding = do(apply_code, self.code, self.source, Span(0, 12)).value
        for code, case in self.cases.items():
            segments = [self.coding] if code == "A" else []
            do(set_score, self.paid, case, PAID[code], reason=f"Payroll of {code}.", segments=segments)
            do(set_score, self.stay, case, STAY[code], reason="Counted.")

    def found(self, **options: Any) -> Qca:
        return qca(self.study.snapshot(), QcaOptions(**options))


@pytest.fixture
def there() -> Iterator[There]:
    made = There()
    yield made
    made.study.close()


def test_it_is_offered_only_after_switching_on() -> None:
    with Study.new(None, title="Peers", member="Ada") as study:
        with pytest.raises(CrosscaseError, match="not switched on in this study"):
            qca(study.snapshot())
        study.do(begin_configuration, "Staying", WHY)
        with pytest.raises(CrosscaseError, match="'Staying' has no outcome yet"):
            qca(study.snapshot())
        study.do(begin_configuration, "Leaving", WHY)
        with pytest.raises(CrosscaseError, match="Name one: Leaving, Staying"):
            qca(study.snapshot())


def test_scores_come_from_anchors_and_from_judgement(there: There) -> None:
    """By hand: 40 beds are in (.953), 30 half of the way there (log odds 1.5: .818), 8 below out (-3.6: .027)."""
    found = there.found()
    assert [case.label for case in found.here] == ["A", "B", "C", "D", "E"]
    assert [(case.label, case.nothing) for case in found.left_out] == [("F", "LARGE: beds is not known")]
    large = found.scores[0]
    assert [one.value for one in large] == pytest.approx([0.9526, 0.8176, 0.0832, 0.0266, 0.5], abs=1e-4)
    assert [one.measured for one in large] == ["40", "30", "12", "8", "20"]
    first = found.scores[1][0]
    assert (first.value, first.reason, first.member, first.segments) == (1.0, "Payroll of A.", "Ada", (there.coding,))


def test_a_number_by_hand_stands_before_the_calibrated_one_and_says_so(there: There) -> None:
    there.study.do(set_score, there.large, there.cases["E"], "0.7", reason="Five more beds open in March.")
    found = there.found()
    assert found.scores[0][4].value == 0.7
    assert found.scores[0][4].calibrated == 0.5
    text = found.table("scores").rows[4][1]
    assert text == "0.70 (20; by hand, calibrated 0.50)"


def test_rows_that_contradict_each_other_open_their_cases_side_by_side(there: There) -> None:
    found = there.found()
    (row,) = [one for one in found.rows if one.contradictory]
    assert (row.written, [found.here[case].label for case in row.cases]) == ("LARGE*PAID", ["A", "B"])
    opened = found.open("LARGE*PAID")
    assert opened == found.open(str(row.number))
    assert [side.condition.name for side in opened.sets] == ["STAY", "LARGE", "PAID"]
    assert [score.reason for score in opened.sets[2].scores] == ["Payroll of A.", "Payroll of B."]
    assert opened.coding_ids == (there.coding,)
    assert any("Row 4: contradictory" in note for note in found.notes())
    assert any("At one half in some condition, and so in no row: E." in note for note in found.notes())
    with pytest.raises(CrosscaseError, match="There is no row '9' with a case"):
        found.open("9")


def test_a_set_of_the_share_of_a_code_leaves_out_where_nobody_was_read(there: There) -> None:
    do = there.study.do
    people = {
        code: do(add_participant, f"{code}1", case=case).value for code, case in there.cases.items() if code in "AB"
    }
    for code, person in people.items():
        text = do(add_source, f"of {code}", f"I was told, says {code}.", participant=person).value
        if code == "A":
            do(apply_code, there.code, text, Span(0, 5))
        do(finish_reading, [text])
    do(
        add_condition, there.whole, "TOLD", nature="crisp", basis="share", of=there.code,
        crossover=Anchor(at="50", reason="most"),
    )  # fmt: skip
    found = there.found()
    assert [case.label for case in found.here] == ["A", "B"]
    assert [(one.measured, one.value) for one in found.scores[2]] == [
        ("1 of 1 participants", 1.0), ("0 of 1 participants", 0.0)
    ]  # fmt: skip
    assert "nobody there was read for it" in found.left_out[0].nothing
    # A share opens to the passages it was counted from.
    assert [len(one.behind) for one in found.scores[2]] == [1, 0]
    (row,) = [one for one in found.rows if one.cases == (0,)]
    assert set(found.open(row.written).coding_ids) == {there.coding, *found.scores[2][0].behind}


def test_solutions_with_expectations_and_the_absence_of_the_outcome(there: There) -> None:
    do = there.study.do
    do(set_score, there.stay, there.cases["B"], "1")
    found = there.found()
    # The row PAID*~LARGE has no case: it is assumed by the parsimonious solution only.
    assert [model.written for model in found.solution("conservative").models] == ["LARGE*PAID"]
    assert sorted(model.written for model in found.solution("parsimonious").models) == ["LARGE", "PAID"]
    do(change_condition, there.large, expects="absent", expects_reason="Small ones know each other.")
    # One for each parsimonious model: beside LARGE nothing may go, beside PAID the presence of LARGE may.
    assert sorted(model.written for model in there.found().solution("intermediate").models) == ["LARGE*PAID", "PAID"]
    absent = there.found(absent=True)
    assert absent.written == "~STAY"
    assert [model.written for model in absent.solution("conservative").models] == ["~LARGE*~PAID"]
    # What is expected with staying is expected the other way round with not staying.
    assert sorted(model.written for model in absent.solution("intermediate").models) == ["~LARGE*~PAID", "~PAID"]


def test_sensitivity_says_what_a_solution_depends_on(there: There) -> None:
    there.study.do(set_score, there.stay, there.cases["B"], "1")
    found = there.found(sensitivity=True, solution="conservative")
    reach = {one.what: one for one in found.depends.reaches}
    # E has 20 beds and stays: with a crossover above that it is paid, not large, and PAID is enough.
    crossover = reach["LARGE, crossover"]
    assert (crossover.low, crossover.below, crossover.high, crossover.above) == (11, None, 20, "PAID")
    assert "B" in [found.here[one.case].label for one in found.depends.without]
    assert found.table("sensitivity").rows[0][0] == "LARGE, full out"
    data = found.to_dict()
    assert data["sensitivity"]["nature"] == "conservative"
    assert there.found().to_dict()["sensitivity"] is None


def test_tables_and_notes_say_what_a_reader_has_to_know(there: There) -> None:
    found = there.found()
    notes = " ".join(found.notes())
    assert f"another design than comparing themes. Why here: {WHY}" in notes
    assert "Left out: F (LARGE: beds is not known)" in notes
    assert "Limited diversity: 2 of 4 configurations of 2 conditions have cases; 2 were never seen." in notes
    assert "Of 15 scores 5 come from anchors and 10 from judgement; 1 rest on passages." in notes
    assert found.title == "Configurational analysis (QCA): Staying, STAY"
    assert [row[0] for row in found.table("necessity").rows] == ["LARGE", "~LARGE", "PAID", "~PAID"]
    assert "no row has the outcome" in str(found.table("solutions").rows)
    assert found.frame.height == 15
    assert found.chart().to_dict()["title"]["text"].endswith("intermediate solution")


def test_a_score_on_a_passage_that_changed_is_stale(there: There) -> None:
    there.study.do(resize_coding, there.coding, Span(0, 20))
    found = there.found()
    assert found.scores[1][0].stale == {"moved or corrected": 1}
    assert any("1 rest on passages, 1 of them on some that changed since." in note for note in found.notes())


def test_cases_that_were_merged_are_one(there: There) -> None:
    there.study.do(merge_cases, there.cases["B"], there.cases["A"])
    found = there.found()
    assert [case.label for case in found.here] == ["A", "C", "D", "E"]
    assert found.scores[1][0].reason == "Payroll of A."


def test_cuts_and_cases_can_be_chosen(there: There) -> None:
    ids: list[Id] = [there.cases["A"], there.cases["C"]]
    found = there.found(consistency=0.7, in_a_row=2, cases=("A", "C"))
    assert [case.id for case in found.here] == ids
    assert (found.table_of.cuts.consistency, found.table_of.cuts.cases) == (0.7, 2)
    assert {row.outcome for row in found.rows} == {"?"}
