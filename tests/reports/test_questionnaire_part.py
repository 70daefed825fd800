"""The questionnaire in a report: tables, tests with their warning, the figure, and the joint display."""

from __future__ import annotations

from pathlib import Path

from crosscase.reports.assemble import assemble
from crosscase.reports.document import Figure, TableBlock
from crosscase.reports.options import Options
from crosscase.study import Study
from tests.reports.conftest import Small


def test_the_demonstration_study_prints_its_questionnaire(demo: Path) -> None:
    with Study.open(demo, writable=False, member="Ines") as study:
        document, _ = assemble(study, Options(parts=("questionnaire",)))
    tables = {block.table.title: block.table for block in document.of(TableBlock)}
    assert list(tables) == [
        "What was answered", "Tests of what was answered", "Scales and numbers by case",
        "Categories by what the same people answered to A1 ‘A worry can be talked through here before it goes up.’",
    ]  # fmt: skip
    assert any("not independent" in note for note in tables["Tests of what was answered"].notes)
    assert len(tables["Scales and numbers by case"].rows) == 5 * 10
    passing = next(row for row in list(tables.values())[-1].rows if str(row[0]).strip() == "Passing it up")
    assert passing[1] == "18 of 19"
    (figure,) = document.of(Figure)
    assert figure.caption == "Answers on the scales"


def test_a_study_without_a_questionnaire_prints_nothing_of_it(small: Small) -> None:
    document, _ = assemble(small.study, Options(parts=("questionnaire",)))
    assert list(document.of(TableBlock)) == []
