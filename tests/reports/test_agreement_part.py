"""The part on agreement: numbers with their notes, codes taken for each other, decisions; or why there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.demo import build_demo
from crosscase.model import Analysis
from crosscase.reports.assemble import assemble
from crosscase.reports.document import Paragraph, TableBlock
from crosscase.reports.options import Options
from crosscase.study import Study
from crosscase.verbs.analyses import change_analysis


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built


def test_it_has_the_numbers_the_confusions_and_what_was_decided(study: Study) -> None:
    document, _ = assemble(study, Options(parts=("agreement",)))
    tables = [block.table for block in document.of(TableBlock)]
    assert [one.title for one in tables] == [
        "Agreement between coders", "Codes that were taken for each other", "What was decided where coders differed"
    ]  # fmt: skip
    assert tables[1].rows[0][:2] == ("Forms and paperwork", "Making the plan together")
    assert len(tables[2].rows) == 3
    notes = " ".join(note for one in tables for note in one.notes)
    assert "intervals, from drawing texts anew" in notes
    assert "is in no coefficient" in notes


def test_of_a_reflexive_analysis_it_says_why_there_is_none(study: Study) -> None:
    study.do(change_analysis, study.rows(Analysis)[0].id, family="reflexive TA")
    document, _ = assemble(study, Options(parts=("agreement",)))
    told = " ".join(run.text for block in document.of(Paragraph) for run in block.runs)
    assert "two readers are not expected to coincide" in told
    assert not list(document.of(TableBlock))
