"""One chain has one writer in one place: a study opened elsewhere, or restored, goes on with a chain of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.model import Case
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.store.verify import verify
from tests.kernel.bench_of_copies import Copy, begun


@pytest.fixture(autouse=True)
def _memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))


def add_case(path: Path, member: str, code: str) -> str:
    """Add a case to the study in a file, in a session of its own; the chain that was written."""
    store = Store.at_path(path)
    with Copy(store, member).act("case.add") as act:
        act.add(Case(code=code))
    chain = store.state.chain
    assert verify(store) == []
    store.close()
    return chain


def a_study(path: Path) -> tuple[str, str]:
    copy, _ = begun(path)
    chain, member = copy.store.state.chain, copy.member
    copy.store.close()
    return chain, member


def test_the_same_place_goes_on_with_its_chain(tmp_path: Path) -> None:
    path = tmp_path / "study.crosscase"
    chain, member = a_study(path)
    assert add_case(path, member, "BRK") == chain


def test_a_copy_elsewhere_starts_its_own(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "study.crosscase", tmp_path / "copy.crosscase"
    chain, member = a_study(path)
    shutil.copy(path, elsewhere)
    assert add_case(elsewhere, member, "BRK") != chain
    assert add_case(path, member, "CIN") == chain
    one, two = Store.at_path(path), Store.at_path(elsewhere)
    merge(one, two)
    assert {case.code for case in one.rows(Case)} == {"ALD", "BRK", "CIN"}
    one.close()
    two.close()


def test_a_backup_put_back_in_the_same_place_starts_its_own(tmp_path: Path) -> None:
    """Same path, same inode, but the journal is shorter than this machine remembers."""
    path, backup = tmp_path / "study.crosscase", tmp_path / "backup"
    chain, member = a_study(path)
    shutil.copy(path, backup)
    assert add_case(path, member, "BRK") == chain
    path.write_bytes(backup.read_bytes())
    assert add_case(path, member, "CIN") != chain


def test_reading_alone_changes_nothing(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "study.crosscase", tmp_path / "copy.crosscase"
    a_study(path)
    shutil.copy(path, elsewhere)
    before = elsewhere.read_bytes()
    store = Store.at_path(elsewhere, writable=False)
    assert len(store.rows(Case)) == 1
    assert len(store.log()) == 2
    store.close()
    assert elsewhere.read_bytes() == before
