"""Erasing on the command line: said before it is done, asked for, done whole, and followed by the work that remains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.erasure.study_of_two import leftovers

SAID = "They held me down once. I do not speak of that at work."
BECAUSE = ("--because", "asked by letter of 3 May")


@pytest.fixture
def quoted(coded: Path, run: Run) -> Path:
    """The coded study with a memo that quotes and an export on record."""
    run("memo", coded, "add", f"Anna: “{SAID}”", "--title", "restraint")
    run("export", coded, "codings", "-o", coded.with_name("codings.csv"))
    return coded


def test_what_it_touches_is_said_and_nothing_is_done(quoted: Path, run: Run) -> None:
    before = quoted.read_bytes()
    said = run("erase", quoted, "AAAPW01", *BECAUSE, "--dry-run").out
    assert "1 source with all the words in it: anna" in said
    assert "2 codings of the words" in said
    assert "1 memo in which the words or the name stand" in said
    assert "the export codings.csv holds the words: it is outside the study" in said
    assert run("verify", quoted).status == 0
    assert leftovers(quoted.parent, SAID)
    assert before[:100] == quoted.read_bytes()[:100]


def test_data_for_programs(quoted: Path, run: Run) -> None:
    data = run("erase", quoted, "AAAPW01", *BECAUSE, "--dry-run", "--json").json
    assert len(data["sources"]) == 1
    assert [mention["kind"] for mention in data["mentions"]] == ["memo"]


def test_it_asks_and_no_is_no(quoted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.confirm", lambda *_args, **_more: False)
    run("erase", quoted, "AAAPW01", *BECAUSE)
    assert leftovers(quoted, SAID) or leftovers(quoted.parent, SAID)
    assert "anna" in run("sources", quoted).out


def test_without_a_reason_nobody_is_asked(quoted: Path, run: Run) -> None:
    ran = run("erase", quoted, "AAAPW01", "--yes", status=1)
    assert "Say who asked for this and why" in ran.err


def test_erased_and_the_work_that_remains(quoted: Path, run: Run) -> None:
    quoted.with_name("codings.csv").unlink()
    ran = run("erase", quoted, "AAAPW01", *BECAUSE, "--yes")
    assert "Erased." in ran.out
    assert "2 pieces of work to do" in ran.out
    assert leftovers(quoted.parent, SAID, "I told them on the first day, and nobody was surprised.") == []
    work = run("tasks", quoted, "--json").json["tasks"]
    assert {(task["nature"], task["kind"]) for task in work} == {("rewrite", "memo"), ("tell", "product")}
    run("tasks", quoted, "done", *(task["id"] for task in work))
    assert run("tasks", quoted, "--json").json["tasks"] == []
    assert len(run("tasks", quoted, "--all", "--json").json["tasks"]) == 2
    assert run("verify", quoted).status == 0


def test_words_go_and_counts_stay(quoted: Path, run: Run) -> None:
    before = run("matrix", quoted, "--rows", "codes", "--columns", "cases", "--json").json
    run("erase", quoted, "AAAPW01", *BECAUSE, "--keep", "codings", "--yes")
    after = run("matrix", quoted, "--rows", "codes", "--columns", "cases", "--json").json
    wordless = ({key: cell[key] for key in cell if key not in {"words", "of_words"}} for cell in after["cells"])
    for cell, was in zip(wordless, before["cells"], strict=True):
        assert cell.items() <= was.items()
    assert "█" in run("sources", quoted, "show", "anna").out


def test_a_passage_is_redacted(quoted: Path, run: Run) -> None:
    run("redact", quoted, "anna", "--quote", "They held me down once.", "--mark", "[an incident]", *BECAUSE, "--yes")
    assert "[an incident] I do not speak of that at work." in run("sources", quoted, "show", "anna").out
    assert leftovers(quoted, "They held me down once.") == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("erase", "STUDY"), "Say whom"),
        (("erase", "STUDY", "AAAPW01", "--source", "anna"), "Say whom"),
        (("erase", "STUDY", "--source", "anna", "--from", "2026-01-01"), "go with a participant"),
        (("erase", "STUDY", "NOBODY", *BECAUSE), "There is no participant 'NOBODY'"),
        (("erase", "STUDY", "AAAPW01", "--from", "2026-01-01", *BECAUSE, "--yes"), "No date that can be compared"),
        (("redact", "STUDY", "anna", *BECAUSE), "Say which passage"),
        (("redact", "STUDY", "anna", "--span", "10-99999", *BECAUSE, "--yes"), "characters"),
        (("tasks", "STUDY", "done", "00000000"), "There is no task"),
    ],
)
def test_wrong_input_is_answered_in_a_sentence(
    words: tuple[str, ...], sentence: str, quoted: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    from crosscase.cli import main

    capsys.readouterr()
    assert main([str(quoted) if word == "STUDY" else word for word in words]) != 0
    out, err = capsys.readouterr()
    assert sentence in out + err
    assert run("verify", quoted).status == 0


def test_only_an_owner_erases(quoted: Path, run: Run) -> None:
    run("members", quoted, "add", "Ben", "--permission", "editor", "--as", "Ines")
    ran = run("erase", quoted, "AAAPW01", *BECAUSE, "--yes", "--as", "Ben", status=1)
    assert "may not do this" in ran.err
