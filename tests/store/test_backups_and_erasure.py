"""What was erased is in no backup, and no backup brings it back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.store.backup_files import chosen, folder_of, listed
from crosscase.store.merge import merge
from crosscase.store.restore import restore
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.erasures import erase_participant
from tests.erasure.study_of_two import IN_THE_PAIR, NAME, OTHERS, SAID, coded, her, leftovers, make
from tests.store.conftest import codes

WORDS = (*SAID, IN_THE_PAIR, NAME, "Marguerite", "Oduya")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A study with several backups, one of them also on a stick."""
    for name in ("here", "files", "usb"):
        (tmp_path / name).mkdir()
    path = tmp_path / "here" / "evenings.crosscase"
    with make(path, tmp_path / "files") as study:
        coded(study)
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "before the letter came")
    from crosscase.store import backups

    with Study.open(path, member="Ines") as study:
        backups.make(study.store)
    shutil.copy(listed(folder_of(path))[0].path, tmp_path / "usb" / "old.crosscase")
    return path


def erase(path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        study.because(f"{NAME} asked for it by letter").do(erase_participant, her(study))


def test_the_old_backups_are_gone_and_a_fresh_one_is_there(path: Path) -> None:
    before = {one.path for one in listed(folder_of(path))}
    assert len(before) == 2
    assert leftovers(path.parent, *WORDS)
    erase(path)
    after = listed(folder_of(path))
    assert len(after) == 1
    assert before.isdisjoint(one.path for one in after)
    assert leftovers(path.parent, *WORDS) == []
    assert leftovers(path.parent, OTHERS), "what others said is in it"
    with Study.open(after[0].path, writable=False) as study:
        assert study.verify() == []


def test_an_erasure_that_comes_in_with_a_merge_reaches_the_backups_here(path: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    colleague = Path(shutil.copy(path, tmp_path / "there" / "evenings.crosscase"))
    erase(colleague)
    with Study.open(path, member="Ines") as study, Study.open(colleague, writable=False) as other:
        merge(study.store, other.store)
    assert leftovers(path.parent, *WORDS) == []
    assert len(listed(folder_of(path))) == 1


def test_an_erased_version_that_a_sync_program_brings_reaches_the_backups_of_this_machine(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "one more")
    assert leftovers(tmp_path / "state", *WORDS)
    (tmp_path / "there").mkdir()
    colleague = Path(shutil.copy(path, tmp_path / "there" / "evenings.crosscase"))
    with pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "another computer"))
        erase(colleague)
    colleague.replace(path)
    with Study.open(path, member="Ines"):
        pass
    assert leftovers(tmp_path / "state", *WORDS) == []


@pytest.mark.parametrize("later", [False, True])
def test_restoring_a_backup_from_before_does_not_bring_the_words_back(path: Path, tmp_path: Path, later: bool) -> None:
    erase(path)
    if later:
        with Study.open(path, member="Ines") as study:
            study.do(add_code, "after the letter came", definition="Words of a later act, which a restore takes away.")
    done = restore(path, chosen(path, str(tmp_path / "usb" / "old.crosscase")))
    assert done.plan.erasures == 1
    assert [lost.entries for lost in done.plan.lost] == ([1] if later else [])
    assert leftovers(path.parent, *WORDS) == []
    found = codes(path)
    assert "before the letter came" in found
    assert "after the letter came" not in found
    with Study.open(path, writable=False) as study:
        assert study.verify() == []
    if later:
        assert b"Words of a later act" not in path.read_bytes()
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "goes on")
        assert len({header.chain for header in study.store.headers()}) == 2


def test_not_even_where_the_study_itself_is_gone(path: Path, tmp_path: Path) -> None:
    erase(path)
    path.write_bytes(b"coffee")
    restore(path, chosen(path, str(tmp_path / "usb" / "old.crosscase")))
    assert leftovers(path.parent, *WORDS) == []
    with Study.open(path, writable=False) as study:
        assert study.verify() == []
