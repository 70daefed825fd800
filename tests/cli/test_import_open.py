"""Quotations that stand at several places: asked about at a terminal, or written as a table that is filled in."""

from __future__ import annotations

import csv
from pathlib import Path

import click
import pytest

from crosscase.model import Code, Coding
from crosscase.study import Study
from tests.cli.conftest import Run

TEXT = "Ann: It was slow.\n\nBen: Why was it slow?\n\nAnn: So slow.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A text, and a table of which two rows fit three places."""
    text, coded = tmp_path / "one.txt", tmp_path / "coded.csv"
    text.write_text(TEXT)
    coded.write_text("document,quotation,code\none,slow,wait\none,It was,x\none,slow,late\n")
    return text, coded


def places(study: Path) -> set[tuple[str, int]]:
    """Where the codes lie that the tables brought."""
    with Study.open(study) as opened:
        names = {one.id: one.name for one in opened.rows(Code)}
        return {
            (names[one.code], int(one.first)) for one in opened.rows(Coding) if names[one.code] in {"wait", "x", "late"}
        }


def test_open_rows_are_a_table_that_is_filled_in_and_imported(
    run: Run, study: Path, files: tuple[Path, Path], tmp_path: Path
) -> None:
    which = tmp_path / "which.csv"
    assert "2 rows with words at several places. --open-rows FILE.csv" in run("import", study, *files, "--dry-run").err
    data = run("import", study, *files, "--open-rows", which, "--json").json
    assert [(one["row"], one["code"], len(one["places"])) for one in data["open"]] == [
        ("coded.csv, row 2", "wait", 3), ("coded.csv, row 4", "late", 3),
    ]  # fmt: skip
    with which.open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert rows[0]["places"].splitlines()[1].startswith("2: …: It was slow. Ben: Why was it [slow]?")
    rows[0]["occurrence"] = "2"
    with which.open("w", newline="") as opened:
        table = csv.DictWriter(opened, rows[0].keys())
        table.writeheader()
        table.writerows(rows)
    again = run("import", study, which, "--json").json
    assert again["counts"]["coding"]["added"] == 1
    assert [one["code"] for one in again["open"]] == ["late"]
    assert again["losses"] == []
    assert places(study) == {("x", 5), ("wait", TEXT.index("slow?"))}


def test_somebody_at_a_terminal_is_asked_row_by_row(
    run: Run, study: Path, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["9", "3", ""]
    monkeypatch.setattr("crosscase.cli.imports.at_terminal", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: answers.pop(0))
    done = run("import", study, *files)
    assert "1 of 2: coded.csv, row 2 (wait), in one:" in done.err
    assert "  3: … Ben: Why was it slow? Ann: So [slow]." in done.err
    assert "Type a number from 1 to 3, nothing, or q." in done.err
    assert answers == []
    assert places(study) == {("x", 5), ("wait", TEXT.rindex("slow"))}
    answers += ["q"]
    assert "row 4, late" in run("import", study, *files).err
