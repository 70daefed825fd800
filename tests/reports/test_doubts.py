"""The parts that ask whether a finding holds: contrasts that survive every check, and negative cases."""

from __future__ import annotations

from pathlib import Path

from crosscase.analyses.contrasts import ContrastOptions, contrasts
from crosscase.model import Coding, Theme
from crosscase.reports.assemble import assemble
from crosscase.reports.document import Paragraph, TableBlock
from crosscase.reports.options import PARTS, Options
from crosscase.reports.parts import BUILDERS
from crosscase.study import Study
from crosscase.verbs.negatives import Candidate, note_negatives, settle_candidate
from tests.reports.conftest import Small


def test_every_part_is_named_once_and_everywhere() -> None:
    assert tuple(BUILDERS) == PARTS
    root = Path(__file__).parents[2]
    page = (root / "docs" / "reference" / "reports.md").read_text("utf-8")
    screen = (root / "web" / "src" / "messages" / "en" / "report.ts").read_text("utf-8")
    assert [part for part in PARTS if f"| `{part}` |" not in page] == []
    assert [part for part in PARTS if f'"report.part.{part}"' not in screen] == []


def words(study: Study, part: str) -> str:
    document, _ = assemble(study, Options(parts=(part,)))
    return " ".join(run.text for block in document.of(Paragraph) for run in block.runs)


def test_only_contrasts_that_hold_are_printed_and_the_others_counted(demo: Path) -> None:
    with Study.open(demo) as study:
        found = contrasts(study.snapshot(), ContrastOptions(of="categories")).contrasts
        document, _ = assemble(study, Options(parts=("contrasts",)))
    holding = [one for one in found if one.robust]
    (block,) = document.of(TableBlock)
    assert holding
    assert sorted(row[0] for row in block.table.rows) == sorted(one.label for one in holding)
    assert f"Of {len(found)} contrasts of categories by sector, {len(holding)} hold" in block.table.notes[0]
    assert "It is no test." in block.table.notes[1]
    first = max(holding, key=lambda one: abs(one.difference or 0))
    more = first.left if first.direction == "more left" else first.right
    assert block.table.rows[0][:2] == (first.label, more)


def test_without_groups_it_says_so(small: Small) -> None:
    assert "no groups to contrast" in words(small.study, "contrasts")


def test_negative_cases_with_what_became_of_them_and_how_many_wait(full: Small) -> None:
    study = full.study
    theme = study.rows(Theme)[0]
    codings = [one.id for one in study.rows(Coding)][:2]
    about = [Candidate(about_kind="theme", about=theme.id, thing_kind="coding", thing=each) for each in codings]
    study.do(note_negatives, about)
    study.do(settle_candidate, about[0], "exception", reason="Only where nobody\nworks alone.")
    document, _ = assemble(study, Options(parts=("negatives",)))
    (block,) = document.of(TableBlock)
    assert [row[4:] for row in block.table.rows] == [("open", ""), ("an exception", "Only where nobody works alone.")]
    assert "Silence is no evidence" in words(study, "negatives")
