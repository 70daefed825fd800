"""A small study made from a folder as a researcher would have it, and the command line run on copies of it.

Two cases, two roles, a frame, three people with one interview each, and a document. Cara's transcript has not come yet.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from crosscase.cli import main

TABLES = {
    "cases.csv": "case,name,sector\nAAA,Alder Court,public\nBBB,Birch House,independent\n",
    "roles.csv": "role,codes\npeer worker,PW\nmanager,MA\n",
    "participants.csv": (
        "participant,case,role,label,gender,age\n"
        "AAAPW01,AAA,peer worker,ANNA,woman,34\n"
        "BBBMA01,BBB,manager,BEN,man,51\n"
        "BBBPW01,BBB,peer worker,CARA,woman,29\n"
    ),
    "frame.csv": "case,role,planned\nAAA,peer worker,1\nAAA,manager,1\nBBB,peer worker,2\nBBB,manager,1\n",
    "documents.csv": (
        "document,file,case,participant,interviewer\nanna,anna.txt,AAA,AAAPW01,Ines\nben,ben.txt,BBB,BBBMA01,Ines\n"
    ),
    "anna.txt": (
        "INT: Is there a risk in telling people?\n\n"
        "ANNA: There is a risk in it. I told them on the first day, and nobody was surprised. Trust comes later.\n\n"
        "INT: And the risk for you?\n\n"
        "ANNA: They held me down once. I do not speak of that at work. 👍🏽 Nobody asks about trust.\n"
    ),
    "ben.txt": (
        "INT: What does risk mean here?\n\n"
        "BEN: Forms. We write a risk form for everybody. I would rather we trusted them.\n\n"
        "INT: Thank you.\n"
    ),
}


class Ran(NamedTuple):
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this machine remembers chains, for these tests only."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(state))
    for name in ("CROSSCASE_MEMBER", "CROSSCASE_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def ran(*args: object, status: int = 0) -> Ran:
        capsys.readouterr()
        got = main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        assert got == status, f"{args}: {got}\n{out}\n{err}"
        assert "Traceback" not in out + err
        return Ran(got, out, err)

    return ran


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder a study is imported from."""
    made = tmp_path_factory.mktemp("folder")
    for name, text in TABLES.items():
        made.joinpath(name).write_text(text, "utf-8")
    return made


def by_commands(state: Path, *commands: tuple[object, ...]) -> None:
    """Run commands outside of any test; they have to succeed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCASE_STATE_DIR", str(state))
        patch.delenv("CROSSCASE_MEMBER", raising=False)
        for args in commands:
            assert main([str(arg) for arg in args]) == 0, args


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, folder: Path, state: Path) -> Path:
    """The study, made once by the commands themselves."""
    path = tmp_path_factory.mktemp("made") / "peers.crosscase"
    by_commands(state, ("new", path, "--title", "Peers", "--as", "Ines"), ("import", path, folder))
    return path


@pytest.fixture(scope="session")
def made_and_coded(tmp_path_factory: pytest.TempPathFactory, made: Path, state: Path) -> Path:
    """The same, coded by hand once."""
    path = Path(shutil.copy(made, tmp_path_factory.mktemp("coded") / "peers.crosscase"))
    by_commands(
        state,
        ("codebook", path, "add", "risk", "--definition", "What might go wrong.", "--category"),
        ("codebook", path, "add", "forms", "--under", "risk"),
        ("code", path, "anna", "risk", "--quote", "There is a risk in it."),
        (
            "code",
            path,
            "anna",
            "risk",
            "--quote",
            "They held me down once.",
            "--weight",
            "80",
            "--comment",
            "restraint",
        ),
        ("code", path, "ben", "forms", "--quote", "We write a risk form for everybody."),
        ("read", path, "finish", "--all"),
        ("theme", path, "analysis", "Main", "--family", "reflexive TA"),
        ("theme", path, "add", "Risk is written down", "--content", "Paper instead of talk."),
    )
    return path


@pytest.fixture
def study(made: Path, tmp_path: Path) -> Path:
    """A copy of the study, to act on."""
    return Path(shutil.copy(made, tmp_path / "peers.crosscase"))


@pytest.fixture
def coded(made_and_coded: Path, tmp_path: Path) -> Path:
    """The study with two codes, three codings by hand, both sources read, and a theme."""
    return Path(shutil.copy(made_and_coded, tmp_path / "peers.crosscase"))


def started(
    *args: object, state: Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a program of its own."""
    surroundings = {**os.environ, "CROSSCASE_STATE_DIR": str(state), **environment}
    return subprocess.run(
        [sys.executable, "-m", "crosscase", *map(str, args)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=surroundings,
    )
