"""Drafts at the command line: begun, checked, printed, taken in again, decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reports.word_edits import WordFile


@pytest.fixture
def paper(run: Run, coded: Path, tmp_path: Path) -> Path:
    """A draft in the study, from a file."""
    written = ("claims", coded, "add", "Somebody knows risk.", "some", "risk", "--unit", "cases", "--json")
    claim = run(*written).json["id"]
    kept = run("quotations", coded, "keep", "ben", "--quote", "Forms.", "--json").json["id"]
    file = tmp_path / "paper.md"
    said = f"Some spoke: {{quote:{kept[-12:]}}} {{claim:{claim[-12:]}}}"
    file.write_text(
        f"# Forms\n\n{said} Most participants did not.\n\nAn end.\n",
        encoding="utf-8",
    )
    told = run("draft", coded, "add", file)
    assert told.out == "Begun: paper. 2 references, 0 to look at; 1 sentence bound to nothing.\n"
    return file


def test_a_draft_is_listed_shown_changed_and_checked(run: Run, coded: Path, paper: Path, tmp_path: Path) -> None:
    assert "paper" in run("draft", coded).out
    assert run("draft", coded, "show", "paper").out == paper.read_text(encoding="utf-8")
    checked = run("draft", coded, "check", "paper", "--json").json["draft"]
    assert [one["status"] for one in checked["references"]] == ["exact", "no verdict"]
    assert [one["about"] for one in checked["unbound"]] == ["Most participants"]
    paper.write_text(paper.read_text(encoding="utf-8") + "\n{quotes:12} {claim:0000ffff}\n", encoding="utf-8")
    run("draft", coded, "set", "paper", "--text", paper)
    told = run("draft", coded, "check", "paper", "--faults", status=3)
    assert "Write {quote:12}." in told.out
    assert "There is no claim ‘0000ffff’" in told.out
    run("draft", coded, "set", "paper", "--name", "Paper two")
    assert "Looked over: Paper two." in run("draft", coded, "look", "paper two").out
    assert "looked the draft ‘Paper two’ over" in run("log", coded).out
    assert "Removed: Paper two." in run("draft", coded, "remove", "Paper two").out
    assert "There is no draft yet" in run("draft", coded).out
    assert "There is no draft 'paper'" in run("draft", coded, "show", "paper", status=1).err
    bibliography = tmp_path / "refs.bib"
    bibliography.write_text("no entries", encoding="utf-8")
    refused = run("draft", coded, "add", paper, "--bibliography", bibliography, status=1).err
    assert "no bibliography in BibTeX" in refused


def test_a_draft_is_printed_taken_in_again_and_decided(run: Run, coded: Path, paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "paper.docx"
    assert "Printed:" in run("draft", coded, "render", "paper", "-o", out).out
    assert "paper.docx" in run("products", coded).out
    word = WordFile(out)
    word.change("An end.", "The end.", "Nell")
    word.change("Forms.", "Shapes.", "Nell")
    edited = word.save()
    assert "Taken in: 2 proposals." in run("draft", coded, "take-in", edited).out
    assert "2 had been taken in before" in run("draft", coded, "take-in", edited, "paper").out
    first, second = run("draft", coded, "proposals", "--json").json["proposals"]
    assert "“Forms.”" in run("draft", coded, "proposals", "paper").out
    assert "nothing here that a draft could take" in run("draft", coded, "take", first["id"], status=1).err
    assert "Declined: 1 proposal." in run("draft", coded, "decline", first["id"], "--reason", "Forms it was.").out
    assert "Taken: 1 proposal." in run("draft", coded, "take", second["id"][-12:]).out
    assert run("draft", coded, "show", "paper").out.endswith("The end.\n")
    assert "declined: Forms it was." in run("draft", coded, "proposals", "--all").out
    assert "took a proposal into the draft ‘paper’" in run("log", coded).out
    assert run("draft", coded, "render", "paper", "-o", tmp_path / "x.md", "--clean", "--json").json["tables"] == 0
