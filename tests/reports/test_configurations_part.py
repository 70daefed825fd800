"""Saturation and configurational analyses in the report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.demo import build_demo
from crosscase.model import Analysis
from crosscase.reports.assemble import assemble
from crosscase.reports.document import Figure, Paragraph, TableBlock
from crosscase.reports.options import Options
from crosscase.study import Study
from crosscase.verbs.analyses import change_analysis
from crosscase.verbs.configurations import begin_configuration


def words(study: Study, part: str) -> str:
    """Paragraphs, and the cells and notes of tables."""
    document, _ = assemble(study, Options(parts=(part,)))
    told = [run.text for block in document.of(Paragraph) for run in block.runs]
    for block in document.of(TableBlock):
        told += [str(cell) for row in block.table.rows for cell in row] + list(block.table.notes)
    return " ".join(told)


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built


def test_saturation_has_its_curve_runs_roles_and_meaning(study: Study) -> None:
    document, _ = assemble(study, Options(parts=("saturation",)))
    (drawn,) = document.of(Figure)
    assert drawn.caption == "Codes that had appeared, interview by interview"
    titles = [block.table.title for block in document.of(TableBlock)]
    assert titles == ["Saturation of codes: runs", "Saturation of codes, by roles", "Saturation of meaning"]
    assert "saturation is reached at 6+2" in words(study, "saturation")


def test_saturation_of_a_reflexive_analysis_says_why_there_is_none(study: Study) -> None:
    analysis = study.rows(Analysis)[0]
    study.do(change_analysis, analysis.id, family="reflexive TA")
    told = words(study, "saturation")
    study.undo()
    assert "is a reflexive thematic analysis, and saturation is off for it" in told
    assert "information power" in told


def test_configurational_analyses_have_all_their_tables_once(study: Study) -> None:
    document, _ = assemble(study, Options(parts=("configurations",)))
    titles = [block.table.title.rpartition(": ")[2] for block in document.of(TableBlock)]
    assert titles == [
        "scores", "reasons of scores", "necessity", "truth table", "solutions", "what it depends on"
    ]  # fmt: skip
    told = words(study, "configurations")
    assert told.count("Limited diversity: 4 of 8 configurations") == 1
    assert "Nine boxes, and nobody can put their name to no." in told
    study.do(begin_configuration, "Another", "To see what it lacks.")
    told = words(study, "configurations")
    study.undo()
    assert "'Another' has no outcome yet." in told


def test_it_is_left_out_until_somebody_switches_it_on() -> None:
    with Study.new(None, title="Peers", member="Ada") as empty:
        assert "configurational" not in words(empty, "methods")
        assert "not switched on in this study" in words(empty, "configurations")
        document, _ = assemble(empty, Options())
        assert "Configurational analysis (QCA)" not in str(document)
