"""A command fails with one message and a status that tells what kind of failure it was; never with a traceback."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from crosscase.cli.failures import guarded
from tests.cli.conftest import Run, started

WRONG = [
    ("nonsense",),
    ("matrx", "STUDY"),
    ("info",),
    ("info", "STUDY", "--nope"),
    ("info", "postgresql://user@host/db"),
    ("codebook", "STUDY", "lst"),
    ("codebook", "STUDY", "add"),
    ("codebook", "STUDY", "define", "risk"),
    ("codebook", "STUDY", "move", "risk"),
    ("code", "STUDY"),
    ("code", "STUDY", "anna", "risk"),
    ("code", "STUDY", "anna", "risk", "--quote", "x", "--whole"),
    ("code", "STUDY", "anna", "risk", "--span", "9-3"),
    ("code", "STUDY", "anna", "risk", "--span", "here"),
    ("code", "STUDY", "--list", "--remove", "12345678"),
    ("code", "STUDY", "anna", "risk", "-o", "x.csv"),
    ("code", "STUDY", "--list", "-o", "x.docx"),
    ("mark", "STUDY"),
    ("mark", "STUDY", "anna"),
    ("autocode", "STUDY"),
    ("autocode", "STUDY", "--code", "x"),
    ("autocode", "STUDY", "--code", "x", "--words", "a", "--phrase", "--regex"),
    ("autocode", "STUDY", "--code", "x", "--speaker", "ANNA", "--unit", "match"),
    ("accept", "STUDY"),
    ("accept", "STUDY", "--all", "12345678"),
    ("matrix", "STUDY", "-o", "x.doc"),
    ("matrix", "STUDY", "-o", "no/such/folder/x.csv"),
    ("matrix", "STUDY", "--show", "everything"),
    ("report", "STUDY"),
    ("report", "STUDY", "-o", "x.exe"),
    ("export", "STUDY", "codings"),
    ("export", "STUDY", "everything", "-o", "x.csv"),
    ("import", "STUDY"),
    ("import", "STUDY", "no-such-file"),
    ("import", "STUDY", "FOLDER", "--type", "age"),
    ("add", "STUDY"),
    ("add", "STUDY", "cases"),
    ("add", "STUDY", "cases", "no-such.csv"),
    ("add", "STUDY", "frame", "AAA=2"),
    ("add", "STUDY", "participants", "X", "--count", "2"),
    ("members", "STUDY", "permit", "Ines", "king"),
    ("members", "STUDY", "perspectives"),
    ("memo", "STUDY", "add"),
    ("memo", "STUDY", "add", "x", "--about", "disclosure"),
    ("memo", "STUDY", "change", "12345678"),
    ("theme", "STUDY", "set", "x"),
    ("tables", "STUDY", "4"),
    ("tables", "STUDY", "2", "--bands", "30,20"),
    ("read", "STUDY", "finish"),
    ("sources", "STUDY", "assign", "anna"),
    ("words", "STUDY", "--member", "Ines"),
    ("at", "STUDY"),
    ("at", "STUDY", "2099-01-01", "undo"),
    ("at", "STUDY", "2099-01-01", "codebook", "add", "x"),
    ("log", "STUDY", "--last", "0"),
    ("frame", "STUDY", "log", "AAA", "peer worker", "ran away"),
    ("find", "STUDY"),
]

REFUSED = [
    ("info", "missing.crosscase"),
    ("info", "FOLDER"),
    ("info", "FOLDER/anna.txt"),
    ("new", "STUDY"),
    ("new", "no/such/folder/x.crosscase"),
    ("demo", "STUDY"),
    ("codebook", "STUDY", "show", "nothing"),
    ("codebook", "STUDY", "add", " "),
    ("code", "STUDY", "anna", "nothing", "--quote", "There is a risk in it."),
    ("code", "STUDY", "nobody", "--in-vivo", "--quote", "x"),
    ("code", "STUDY", "--remove", "12"),
    ("code", "STUDY", "--remove", "0123456789ab"),
    ("autocode", "STUDY", "--code", "x", "--words", "((", "--regex"),
    ("autocode", "STUDY", "--code", "x", "--words", "!!"),
    ("autocode", "STUDY", "--code", "x", "--words", "risk", "--speaker", "NOBODY"),
    ("autocode", "STUDY", "--code", "x / y", "--words", "risk"),
    ("matrix", "STUDY", "--rows", "colours"),
    ("matrix", "STUDY", "--rows", "cases", "--columns", "cases"),
    ("find", "STUDY", '"open'),
    ("find", "STUDY", "case:NOWHERE"),
    ("compare", "STUDY", "AAA", "NOWHERE"),
    ("words", "STUDY", "--by", "colour"),
    ("tables", "STUDY", "3"),
    ("theme", "STUDY", "add", "x"),
    ("theme", "STUDY", "evidence", "nothing"),
    ("memo", "STUDY", "show", "0123456789ab"),
    ("members", "STUDY", "permit", "Ines", "reader"),
    ("members", "STUDY", "remove", "Ines"),
    ("add", "STUDY", "participants", "--count", "1"),
    ("add", "STUDY", "frame", "AAA:nobody=2"),
    ("add", "STUDY", "roles", "FOLDER/cases.csv"),
    ("settings", "STUDY", "--grammar", "{case}"),
    ("settings", "STUDY", "--primary", "gender"),
    ("speakers", "STUDY", "map", "NOBODY", "other"),
    ("sources", "STUDY", "show", "nothing"),
    ("log", "STUDY", "--entry", "zzzzzzzz"),
    ("log", "STUDY", "--by", "Nobody"),
    ("undo", "STUDY", "--as", "Nobody"),
    ("redo", "STUDY"),
    ("at", "STUDY", "1999-01-01", "info"),
    ("at", "STUDY", "yesterday", "info"),
]


def typed(args: tuple[str, ...], study: Path, folder: Path) -> list[str]:
    return [arg.replace("STUDY", str(study)).replace("FOLDER", str(folder)) for arg in args]


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_wrong_use_exits_2_with_one_line_that_says_what_to_do(
    args: tuple[str, ...], study: Path, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(study.parent)
    before = study.read_bytes()
    done = run(*typed(args, study, folder), status=2)
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert done.err.strip().endswith("--help'.")
    assert study.read_bytes() == before


@pytest.mark.parametrize("args", REFUSED, ids=" ".join)
def test_a_refusal_exits_1_and_changes_nothing(
    args: tuple[str, ...], study: Path, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(study.parent)
    version = run("info", study, "--json").json["version"]
    done = run(*typed(args, study, folder), status=1)
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert "went wrong inside" not in done.err
    assert run("info", study, "--json").json["version"] == version


@click.command
@click.option("--how")
def failing(how: str) -> None:
    raise {
        "full": OSError(errno.ENOSPC, "No space left on device"),
        "forbidden": PermissionError(errno.EACCES, "Permission denied", "notes.txt"),
        "memory": MemoryError(),
        "inside": ZeroDivisionError("division by zero"),
        "abort": KeyboardInterrupt(),
        "exit": click.exceptions.Exit(7),
    }[how]


@pytest.mark.parametrize(
    ("how", "status", "says"),
    [
        ("full", 1, "disk is full"),
        ("forbidden", 1, "notes.txt: Permission denied"),
        ("memory", 1, "not enough memory"),
        ("inside", 1, "ZeroDivisionError: division by zero"),
        ("abort", 130, "Stopped"),
        ("exit", 7, ""),
    ],
)
def test_whatever_happens_is_said_in_words(
    how: str, status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(failing, ["--how", how]) == status
    said = capsys.readouterr().err
    assert says in said
    assert "Traceback" not in said
    if how == "inside":
        assert "was not recorded" in said
        assert "Please report it" in said
        assert "CROSSCASE_DEBUG=1" in said


def test_what_is_inside_can_be_seen_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        guarded(failing, ["--how", "inside"])


def test_a_damaged_study_is_said_to_be_damaged(study: Path, run: Run) -> None:
    data = bytearray(study.read_bytes())
    data[8192:65536] = os.urandom(65536 - 8192)
    study.write_bytes(data)
    done = run("info", study, status=1)
    assert "damaged" in done.err
    assert "inside crosscase" not in done.err


def test_a_reader_that_stops_reading_is_no_error(study: Path, state: Path) -> None:
    surroundings = {**os.environ, "CROSSCASE_STATE_DIR": str(state)}
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "crosscase", "sources", str(study), "show", "anna"],
        stdout=writer, stderr=subprocess.PIPE, check=False, env=surroundings,
    )  # fmt: skip
    os.close(writer)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_the_letters_gets_their_numbers(encoding: str, study: Path, state: Path) -> None:
    done = started("sources", study, "show", "anna", state=state, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    # Click writes UTF-8 where Python was told ASCII, because nobody means that.
    shown = done.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    assert ("\\U0001f44d" if encoding == "cp1252" else "👍🏽") in shown
    as_json = started(
        "sources", study, "show", "anna", "--json", state=state, PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    data: dict[str, Any] = json.loads(as_json.stdout.decode(encoding))
    assert "👍🏽" in data["text"]


def test_real_programs_exit_with_these_numbers(study: Path, state: Path) -> None:
    assert started("verify", study, state=state).returncode == 0
    assert started("info", "missing.crosscase", state=state).returncode == 1
    assert started("info", state=state).returncode == 2
