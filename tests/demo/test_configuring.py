"""What the configurational analysis of the demonstration study shows."""

from __future__ import annotations

from crosscase.analyses.qca.asked import QcaOptions
from crosscase.analyses.qca.inquiry import qca
from crosscase.analyses.saturation import saturation
from crosscase.analyses.saturation_asked import SaturationOptions
from crosscase.model import Score
from crosscase.study import Study


def test_three_conditions_leave_half_of_the_configurations_unseen_and_one_row_contradicts_itself(study: Study) -> None:
    found = qca(study.snapshot())
    assert [one.name for one in found.sets] == ["LED", "POSTS", "SUPERVISED"]
    assert (found.written, len(found.here), found.left_out) == ("HELD", 10, ())
    assert (found.table_of.size, found.table_of.remainders) == (8, 4)
    (row,) = [one for one in found.rows if one.contradictory]
    assert row.written == "~LED*POSTS*SUPERVISED"
    opened = found.open(row.written)
    assert [case.label for case in opened.cases] == ["DUN", "ELM", "HAZ"]
    assert [score.value for score in opened.sets[0].scores] == [0.6, 0.6, 0.4]
    rests = {coding for score in opened.sets[0].scores for coding in score.segments}
    assert len(rests) == 6
    assert rests < set(opened.coding_ids)


def test_two_ways_to_hold_a_worry_of_which_one_rests_on_a_single_house(study: Study) -> None:
    found = qca(study.snapshot(), QcaOptions(sensitivity=True))
    written = {one.nature: [model.written for model in one.models] for one in found.solutions}
    assert written == {
        "conservative": ["LED*POSTS*~SUPERVISED + ~LED*POSTS*SUPERVISED"],
        "intermediate": ["LED*POSTS + POSTS*SUPERVISED"],
        "parsimonious": ["POSTS"],
    }
    assert [found.here[one.case].label for one in found.depends.without if not one.same] == ["DUN"]
    assert "LED*POSTS + POSTS*SUPERVISED. It is the same without 9 of 10 cases" in " ".join(
        found.table("sensitivity").notes
    )


def test_every_judged_score_has_its_reason_and_its_passages(study: Study) -> None:
    assert all(one.reason and one.value for one in study.rows(Score))
    found = qca(study.snapshot())
    assert all(one.segments and not one.stale for one in found.scores[-1])
    assert any("Of 40 scores 30 come from anchors and 10 from judgement; 10 rest on" in one for one in found.notes())


def test_saturation_is_reached_before_what_only_three_cases_speak_of(study: Study) -> None:
    found = saturation(study.snapshot(), SaturationOptions(by="cases"))
    assert (len(found.rows), found.runs.written) == (42, "6+2")
    late = next(row for row in found.rows if "Being read as a risk" in row.new_codes)
    assert (found.rows.index(late) + 1, late.label, bool(late.codings)) == (9, "DUNSU01", True)
    assert not any(one.enough for one in found.by_group)
    assert "Contested diagnosis" in found.found.late
    assert any("codings by rule that nobody accepted are not counted." in one for one in found.notes())
    written = {one.label: len(one.nuances) for one in found.meaning if one.nuances}
    assert written == {"Telling one's own story": 4, "Room to go slowly": 2}
