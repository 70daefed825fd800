"""The prepared study, made once for these tests, and a fresh copy of it for each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.crash.acts import STUDY
from tests.crash.ground import Ground, prepare


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("crash")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCASE_STATE_DIR", str(folder / "state"))
        patch.setenv("CROSSCASE_BACKUPS", "off")
        return prepare(folder / "ground")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What this machine remembers, for one test."""
    folder = tmp_path / "state"
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(folder))
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)
    return folder


@pytest.fixture
def study(ground: Ground, tmp_path: Path, state: Path) -> Path:
    """A study file in a folder of its own."""
    folder = tmp_path / "study"
    folder.mkdir()
    return Path(shutil.copy(ground.study, folder / STUDY))
