"""A small study with words that can be looked for, and no memory of this machine's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.model import Span
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source

WORDS = "They held me down once, and the quinceañera drum kept beating."
MEMO = "Nobody at Larkspur Lodge calls it restraint."


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    state = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(state))
    for name in ("CROSSCASE_PASSPHRASE", "CROSSCASE_NEW_PASSPHRASE", "CROSSCASE_MEMBER"):
        monkeypatch.delenv(name, raising=False)
    return state


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, made once; not to be written to."""
    path = tmp_path_factory.mktemp("made") / "peers.crosscase"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCASE_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        with Study.new(path, title="Peers", member="Ines") as study:
            source = study.do(add_source, "anna", f"INT: Why?\n\nANNA: {WORDS}\n").value
            code = study.do(add_code, "restraint").value
            study.do(apply_code, code, source, Span(17, 39))
            study.do(write_memo, MEMO)
    return path


@pytest.fixture
def plain(tmp_path: Path, made: Path) -> Path:
    """A plain copy of it."""
    return Path(shutil.copy(made, tmp_path / "peers.crosscase"))
