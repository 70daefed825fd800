"""A backup takes a study's place: what is lost is known before, and nothing is lost after."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.cli import main
from crosscase.errors import CrosscaseError
from crosscase.store import backup_files, backups, reseal
from crosscase.store.alone import InUseError
from crosscase.store.backup_files import chosen, folder_of, listed
from crosscase.store.merge import merge
from crosscase.store.restore import plan, restore
from crosscase.store.store import Store
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.members import add_member
from tests.store.conftest import coded, codes


@pytest.fixture
def path(path: Path) -> Path:
    """A study with a backup of its first code, and three entries more, two of them Tariq's."""
    with Study.open(path, member="Ines") as study:
        study.do(add_member, "Tariq")
        shutil.rmtree(backup_folder(path))
        backups.make(study.store)
        study.do(add_code, "risk")
        tariq = study.as_member("Tariq")
        tariq.do(add_code, "hope")
        tariq.do(add_code, "pay")
    return path


def backup_folder(path: Path) -> Path:
    folder = folder_of(path)
    assert folder is not None
    return folder


def test_what_would_be_lost_is_said_by_member_and_nothing_is_changed(path: Path) -> None:
    before = path.read_bytes()
    planned = plan(path, chosen(path, ""))
    assert [(lost.member, lost.entries) for lost in planned.lost] == [("Tariq", 2), ("Ines", 1)]
    assert (planned.present, planned.entries, planned.now, planned.back, planned.erasures) == ("whole", 3, 6, 0, 0)
    assert path.read_bytes() == before


def test_restored_whole_and_the_present_is_kept(path: Path) -> None:
    done = restore(path, chosen(path, ""))
    assert codes(path) == {"trust"}
    assert done.kept is not None
    assert codes(done.kept) == {"trust", "risk", "hope", "pay"}
    with Study.open(path, writable=False) as study:
        assert study.verify() == []
    assert sorted(each.name for each in path.parent.iterdir()) == ["peers.crosscase", "peers.crosscase-backups"]
    again = restore(path, chosen(path, str(done.kept)))
    assert (again.plan.lost, again.plan.back) == ((), 3)
    assert codes(path) == {"trust", "risk", "hope", "pay"}


def test_a_restored_study_is_a_new_chain_and_a_merge_brings_everything_back(path: Path, tmp_path: Path) -> None:
    colleague = Path(shutil.copy(path, tmp_path / "colleague.crosscase"))
    restore(path, chosen(path, ""))
    coded(path, "after")
    with Study.open(path, member="Ines") as study, Study.open(colleague, member="Tariq") as other:
        chains = {header.chain for header in study.store.headers()}
        assert len(chains) == 2, "the restored study writes a chain of its own"
        merge(study.store, other.store)
        merge(other.store, study.store)
        assert study.dump_digest() == other.dump_digest()
        assert study.verify() == other.verify() == []
        assert study.conflicts() == []
    assert codes(path) == {"trust", "risk", "hope", "pay", "after"}


@pytest.mark.parametrize("forgetful", [False, True])
def test_a_backup_copied_over_by_hand_is_a_new_chain_too(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgetful: bool
) -> None:
    colleague = Path(shutil.copy(path, tmp_path / "colleague.crosscase"))
    inode = path.stat().st_ino
    path.write_bytes(chosen(path, "").path.read_bytes())
    assert path.stat().st_ino == inode
    if forgetful:  # another machine, or a memory that was lost: a fork, kept whole all the same
        monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "another state"))
    coded(path, "after")
    with Study.open(path, member="Ines") as study, Study.open(colleague, member="Tariq") as other:
        numbers = {(header.chain, header.number) for header in study.store.headers()}
        shared = numbers & {(header.chain, header.number) for header in other.store.headers()}
        assert len(shared) == (4 if forgetful else 3)
        merge(study.store, other.store)
        merge(other.store, study.store)
        assert study.dump_digest() == other.dump_digest()
        assert study.verify() == []
    assert codes(path) == {"trust", "risk", "hope", "pay", "after"}


def test_a_backup_is_chosen_by_number_time_or_file(path: Path, tmp_path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        backups.make(study.store, now=backups.wall() + 90_000_000)
    newer, older = listed(folder_of(path))
    assert chosen(path, "") == chosen(path, "1") == newer
    assert (
        chosen(path, "2") == chosen(path, backup_files.when(older.made)[:16]) == chosen(path, str(older.path)) == older
    )
    outside = str(shutil.copy(older.path, tmp_path / "usb.crosscase"))
    assert plan(path, chosen(path, outside)).entries == 3
    for wrong in ("3", "0", "2019", "no such file", "²"):
        with pytest.raises(CrosscaseError, match="no backup"):
            chosen(path, wrong)


# What cannot be restored


def test_a_spoilt_backup_is_refused(path: Path) -> None:
    backup = chosen(path, "")
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    before = path.read_bytes()
    with pytest.raises(CrosscaseError, match="not as it was written"):
        restore(path, backup)
    backup_files.facts_of(backup.path).unlink()
    backup.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CrosscaseError):
        restore(path, chosen(path, str(backup.path)))
    assert path.read_bytes() == before


def test_a_backup_of_another_study_is_refused(path: Path, tmp_path: Path) -> None:
    with Study.new(tmp_path / "other.crosscase", member="Ines"):
        pass
    before = path.read_bytes()
    for wrong, reason in (("other.crosscase", "another study"), ("text.crosscase", "not a backup")):
        (tmp_path / "text.crosscase").write_text("Once upon a time")
        with pytest.raises(CrosscaseError, match=reason):
            restore(path, chosen(path, str(tmp_path / wrong)))
    assert path.read_bytes() == before


def test_a_study_that_is_open_elsewhere_is_left_alone(path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "while it is open")
        with pytest.raises(InUseError):
            restore(path, chosen(path, ""))
        study.do(add_code, "and still")
    assert codes(path) == {"trust", "risk", "hope", "pay", "while it is open", "and still"}
    assert [each.name for each in path.parent.iterdir() if "unfinished" in each.name] == []


@pytest.mark.parametrize("damage", ["middle", "cut", "head", "gone"])
def test_a_damaged_study_is_moved_aside_and_one_that_is_gone_is_made_anew(path: Path, damage: str) -> None:
    whole = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        spoilt = {
            "middle": whole[:4096] + os.urandom(len(whole) - 8192) + whole[-4096:],
            "cut": whole[: len(whole) // 3],
            "head": b"coffee" * 20 + whole[120:],
        }[damage]
        path.write_bytes(spoilt)
    done = restore(path, chosen(path, ""))
    assert codes(path) == {"trust"}
    assert done.plan.present == ("missing" if damage == "gone" else "damaged")
    if damage == "gone":
        assert done.kept is None
    else:
        assert done.kept is not None
        assert done.kept.read_bytes() == spoilt
    coded(path, "goes on")


def test_an_encrypted_backup_is_restored_with_its_passphrase(path: Path) -> None:
    word = "correct horse battery"
    reseal.encrypt(path, word)
    with Study.open(path, member="Ines", passphrase=word) as study:
        made = backups.make(study.store)
    coded(path, "later", passphrase=word)
    with pytest.raises(CrosscaseError, match="passphrase"):
        restore(path, made, "not the one")
    restore(path, made, word)
    assert "later" not in codes(path, word)
    assert not path.read_bytes().startswith(b"SQLite")


# Killed in the middle


KILLED = """
import os, sys
from pathlib import Path
from crosscase.store import restore as module
from crosscase.store.backup_files import chosen

count, path = int(sys.argv[1]), Path(sys.argv[2])
def stop(frame, event, arg):
    global count
    if event == "call" and "crosscase" in frame.f_code.co_filename:
        count -= 1
        if count < 0:
            os.kill(os.getpid(), 9)
backup = chosen(path, sys.argv[3])
planned = module.plan(path, backup)
sys.setprofile(stop)
module.restore(path, backup)
sys.setprofile(None)
print("done")
"""


@pytest.mark.slow
def test_killed_at_any_moment_it_is_one_or_the_other_and_whole(path: Path) -> None:
    first = str(chosen(path, "").path)
    now, then = {"trust", "risk", "hope", "pay"}, {"trust"}
    seen: set[int] = set()
    kept = path.read_bytes()
    for count in (0, 40, 150, 300, 450, 600, 700, 800, 900, 1000, 1200, 1500, 2000, 4000):
        for leftover in path.parent.glob("peers.crosscase-*l*"):
            leftover.unlink()
        path.write_bytes(kept)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(count), str(path), first], capture_output=True, check=False
        )
        assert done.returncode in {0, -9}, done.stderr.decode()
        found = codes(path)
        assert found in (now, then), count
        if b"done" in done.stdout:
            assert found == then
        seen.add(len(found))
        with Study.open(path, writable=False) as study:
            assert study.verify() == []
    assert seen == {len(now), len(then)}


# From the command line


def test_restore_asks_and_tells(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(path)]) == 1
    told = capsys.readouterr()
    assert "would lose 3 entries of 6" in told.out
    assert "Tariq: 2 entries" in told.out
    assert "--yes" in told.err
    assert main(["restore", str(path), "--dry-run", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["restored"], data["entries"], data["now"]) == (False, 3, 6)
    assert codes(path) == {"trust", "risk", "hope", "pay"}
    assert main(["restore", str(path), "1", "--yes"]) == 0
    assert "What was there before is in" in capsys.readouterr().out
    assert codes(path) == {"trust"}
    assert main(["info", str(path)]) == 0
    assert capsys.readouterr().err == "", "a restore is meant: nothing is missing"
    assert main(["restore", str(path), "99", "--yes"]) == 1
    assert main(["restore", "postgresql://host/db#peers", "--yes"]) == 1


def test_a_kept_backup_is_never_changed_by_looking_at_it(path: Path) -> None:
    backup = chosen(path, "")
    plan(path, backup)
    store = Store.at_path(backup.path, writable=False)
    store.close()
    assert backup_files.is_as_written(backup) is True


def test_a_colleagues_copy_that_is_open_just_now_is_taken_whole(path: Path, tmp_path: Path) -> None:
    colleague = Path(shutil.copy(path, tmp_path / "colleague.crosscase"))
    with Study.open(colleague, member="Tariq") as study:
        study.do(add_code, "in the log only")
        path.unlink()
        restore(path, chosen(path, str(colleague)))
    assert codes(path) == {"trust", "risk", "hope", "pay", "in the log only"}
