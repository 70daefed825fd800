"""The demonstration study keeps quotations that stand as they are printed, and a paper to be audited."""

from __future__ import annotations

from pathlib import Path

from crosscase.demo.manuscript import corrected, write_papers
from crosscase.demo.quoting import KEPT
from crosscase.reads.quotations import quotation_lines
from crosscase.study import Study


def test_the_kept_quotations_are_exact_or_say_where_they_are_not(study: Study) -> None:
    lines = quotation_lines(study.store)
    assert sorted(line.status for line in lines) == ["declared", "declared", "exact", "exact"]
    assert {line.participants for line in lines} == {(source,) for source, *_ in KEPT}


def test_the_paper_is_written_as_a_draft_and_corrected(tmp_path: Path) -> None:
    write_papers(tmp_path / "papers")
    draft = (tmp_path / "papers" / "first-draft.md").read_text(encoding="utf-8")
    assert (tmp_path / "papers" / "corrected.md").read_text(encoding="utf-8") == corrected()
    assert "invented" in draft
    assert "QUISU01" in draft
