"""Pairs of cases, counted by hand."""

from __future__ import annotations

import pytest

from crosscase.analyses.case_pairs import PairsOptions, pairs
from crosscase.errors import CrosscaseError
from crosscase.model import Span
from crosscase.study import Study
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.pairs import write_pair
from crosscase.verbs.participants import add_participant
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.sources import add_source


def made() -> tuple[Study, dict[str, str]]:
    """A and B say `both`, A alone `alone`, neither `none`; C was not read, and one of its two people was coded."""
    study = Study.new(None, title="Peers", member="Ada")
    ids = {name: study.do(add_code, name).value for name in ("both", "alone", "none")}
    for name in "ABC":
        ids[name] = study.do(add_case, name).value
        for number in (1, 2):
            person = study.do(add_participant, f"{name}{number}", case=ids[name]).value
            ids[f"{name}{number}"] = study.do(
                add_source, f"{name}{number}", f"I am {name}{number} and say it.", participant=person
            ).value
    for code, source in (("both", "A1"), ("both", "A2"), ("both", "B1"), ("alone", "A1"), ("both", "C1")):
        study.do(apply_code, ids[code], ids[source], Span(0, 4))
    study.do(finish_reading, [ids[name] for name in ("A1", "A2", "B1", "B2")])
    return study, ids


def test_rows_are_shared_only_in_one_in_neither_or_nothing_can_be_said() -> None:
    study, ids = made()
    found = pairs(study.snapshot())
    counts = {
        (row.left_label, row.right_label): (
            row.shared, row.only_left, row.only_right, row.neither, row.cannot_say, row.of
        )
        for row in found.rows
    }  # fmt: skip
    # Nobody in C was read to the end: of `alone` and `none` nothing can be said there.
    assert counts == {("A", "B"): (1, 1, 0, 1, 0, 3), ("A", "C"): (1, 0, 0, 0, 2, 1), ("B", "C"): (1, 0, 0, 0, 2, 1)}
    sheet = found.sheet("B", "A")
    assert (sheet.pair.left_label, sheet.pair.only_left, sheet.pair.only_right) == ("B", 0, 1)
    both, alone = (next(row for row in sheet.rows if row.label == name) for name in ("both", "alone"))
    assert (both.has, both.left.participants, both.left.of_participants, both.right.participants) == ("shared", 1, 2, 2)
    assert (alone.has, alone.left.exposure, len(alone.right.coding_ids)) == (
        "only right", {"read, nothing coded": 2}, 1
    )  # fmt: skip
    study.do(write_pair, ids["B"], ids["A"], words="Only A writes alone.", done=True)
    after = pairs(study.snapshot())
    assert [row.done for row in after.rows] == [True, False, False]
    assert "1 of 3 pairs are written up." in after.notes()
    text = after.sheet_table(after.sheet("A", "B"))
    assert text.rows[:2] == (
        ("shared", "both", "2 of 2", "1 of 2"),
        ("only left", "alone", "1 of 2", "0 of 2; read, nothing coded"),
    )
    assert any("Only A writes alone." in note for note in text.notes)
    assert after.frame.height == 3
    assert after.to_dict()["rows"][0]["shared"] == 1
    assert "percent" in str(after.chart().to_dict())


def test_what_is_no_pair_is_refused() -> None:
    study, _ = made()
    found = pairs(study.snapshot())
    with pytest.raises(CrosscaseError, match="are no pair here"):
        found.sheet("A", "A")
    with pytest.raises(CrosscaseError, match="There is no case"):
        found.sheet("A", "D")
    with pytest.raises(CrosscaseError, match="takes two cases"):
        pairs(study.snapshot(), PairsOptions(cases=("A",)))
    with pytest.raises(CrosscaseError, match="no themes"):
        pairs(study.snapshot(), PairsOptions(of="themes"))
