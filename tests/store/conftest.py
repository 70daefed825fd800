"""Small studies in real files, with backups turned on and a machine's memory of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.model import Code
from crosscase.store import backups
from crosscase.study import Study
from crosscase.verbs.codes import add_code

HOUR = 3_600_000


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("CROSSCASE_BACKUPS", "CROSSCASE_MEMBER", "CROSSCASE_PASSPHRASE", "CROSSCASE_SYNCED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    yield
    for child in backups._CHILDREN:
        child.wait(60)


def codes(path: Path, passphrase: str | None = None) -> set[str]:
    """The codes of the study in a file."""
    with Study.open(path, writable=False, passphrase=passphrase) as study:
        return {code.name for code in study.rows(Code)}


def coded(path: Path, *names: str, passphrase: str | None = None) -> list[str]:
    """Add codes in one opening; what its user was told."""
    with Study.open(path, member="Ines", passphrase=passphrase) as study:
        for name in names:
            study.do(add_code, name)
    return study.notes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A study with one code, closed; no backup was made yet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCASE_BACKUPS", "off")
        (tmp_path / "here").mkdir()
        path = tmp_path / "here" / "peers.crosscase"
        with Study.new(path, title="Peers", member="Ines") as study:
            study.do(add_code, "trust")
    return path
