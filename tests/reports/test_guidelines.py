"""Reporting guidelines: every item, what is computed, what is entered once for all, and what is missing."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from crosscase.errors import NotFoundError
from crosscase.model import GuidelineAnswer
from crosscase.reads.guideline_items import BY_KEY, ITEMS, TOPICS, WHEN
from crosscase.reports.guideline_facts import FACTS
from crosscase.reports.guidelines import answered, compiled, gap_table, gaps, guideline_table
from crosscase.study import Study
from crosscase.verbs.checks import NoNameError
from crosscase.verbs.guidelines import answer_guideline, clear_guideline


@pytest.fixture
def study() -> Study:
    return Study.new(None, title="Peers", member="Ines")


def test_every_item_of_every_guideline_is_there_and_asks_for_something() -> None:
    counts = Counter(item.guideline for item in ITEMS)
    assert counts == {"COREQ": 32, "SRQR": 21, "GRIPP2-SF": 5}
    for guideline, count in counts.items():
        assert [item.number for item in ITEMS if item.guideline == guideline] == list(range(1, count + 1))
    assert {key for item in ITEMS for key in item.topics} == set(BY_KEY)
    assert len(BY_KEY) == len(TOPICS)
    assert {topic.when for topic in TOPICS} == set(WHEN)
    assert set(FACTS) <= set(BY_KEY)


def test_an_empty_study_misses_nearly_all_and_says_until_when(study: Study) -> None:
    lines = compiled(study)
    assert len(lines) == 58
    computed = {one.title for one in lines if one.state == "computed"}
    assert computed == {"Software"}
    order = [WHEN.index(one.when) for one in gaps(study)]
    assert order == sorted(order)
    assert gap_table(gaps(study)).rows[0][0] == "setting up"


def test_one_answer_serves_every_guideline_that_asks_the_same(study: Study) -> None:
    before = {(one.guideline, one.number): one.state for one in compiled(study)}
    study.do(answer_guideline, "orientation", " Comparative case study. ")
    after = {(one.guideline, one.number): one.state for one in compiled(study)}
    changed = {item for item, state in after.items() if before[item] != state}
    assert changed == {("COREQ", 9), ("SRQR", 5)}
    assert answered(study)["orientation"].words == "Comparative case study."
    study.do(answer_guideline, "credentials", "Both have degrees.")
    (reflexive,) = (one for one in compiled(study, "SRQR") if one.number == 6)
    assert (reflexive.state, reflexive.missing[0]) == ("missing", "Occupation")
    study.do(clear_guideline, "orientation")
    assert answered(study)["orientation"].state == "missing"
    study.undo()
    assert answered(study)["orientation"].state == "entered"


def test_what_does_not_apply_says_why(study: Study) -> None:
    study.do(answer_guideline, "involvement aim", "Nobody was involved.", applies=False)
    (one,) = (each for each in compiled(study, "GRIPP2-SF") if each.number == 1)
    assert (one.state, one.words) == ("not applicable", "Nobody was involved.")
    for topic, words, error in (("involvement", "x", NotFoundError), ("funding", " ", NoNameError)):
        with pytest.raises(error):
            study.do(answer_guideline, topic, words)
    with pytest.raises(NotFoundError):
        study.do(clear_guideline, "funding")
    assert len(study.rows(GuidelineAnswer)) == 1


def test_the_demonstration_study_answers_much_by_itself(demo: Path, tmp_path: Path) -> None:
    with Study.open(shutil.copy(demo, tmp_path / "demo.crosscase"), member="Ines") as study:
        topics = answered(study)
        assert topics["size"].computed.startswith("91 participants")
        assert "10 declined" in topics["declined"].computed
        assert topics["coders"].computed.startswith("3: Ines, Marion, Tom.")
        assert topics["consistent"].computed.startswith("9 claims: ")
        assert all(one.computed.strip() for one in topics.values() if one.state == "computed")
        lines = compiled(study, "COREQ")
        assert sum(one.state == "computed" for one in lines) >= 18
        table = guideline_table(lines, "made up")
        assert (len(table.rows), table.notes[0]) == (32, "made up")
        study.do(answer_guideline, "size", "Ninety-one people.")
        one = answered(study)["size"]
        assert (one.state, one.words) == ("entered", "Ninety-one people.")
        assert one.computed.startswith("91 participants")
