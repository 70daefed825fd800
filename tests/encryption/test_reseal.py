"""Encrypting, decrypting, another passphrase: the same study in another file, or the old one as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.store import heads, reseal
from crosscase.store.keys import EncryptedError, Key, WrongPassphraseError, new_key
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.encryption.conftest import MEMO, WORDS
from tests.encryption.killed import OTHER

WANTED = (WORDS.encode(), WORDS.encode("utf-16-le"), MEMO.encode(), b"SQLite format 3", b"CREATE TABLE")


def seen(path: Path, passphrase: str | Key | None = None) -> tuple[str, str, list[str], list[object]]:
    """All that makes a study the one it is."""
    with Study.open(path, passphrase=passphrase, writable=False) as study:
        return study.version, study.dump_digest(), [line.digest for line in study.log()], list(study.verify())


def words_in(folder: Path) -> list[str]:
    """The files of a folder that have words of the study, or of a plain SQLite file, in them."""
    return [
        file.name for file in folder.rglob("*") if file.is_file() and any(one in file.read_bytes() for one in WANTED)
    ]


def test_there_and_back_it_is_the_same_study(plain: Path) -> None:
    plain.chmod(0o640)
    before = seen(plain)
    assert words_in(plain.parent) == [plain.name]
    done = reseal.encrypt(plain, "first passphrase")
    assert done.overwritten
    assert done.size == plain.stat().st_size
    assert words_in(plain.parent) == []
    assert seen(plain, "first passphrase") == before
    reseal.change_passphrase(plain, "first passphrase", "second passphrase")
    assert words_in(plain.parent) == []
    with pytest.raises(WrongPassphraseError):
        Study.open(plain, passphrase="first passphrase")
    assert seen(plain, "second passphrase") == before
    assert reseal.decrypt(plain, "second passphrase").key is None
    assert seen(plain) == before
    assert plain.stat().st_mode & 0o777 == 0o640
    assert [beside.name for beside in plain.parent.iterdir()] == [plain.name]


def test_every_encryption_has_a_salt_of_its_own(plain: Path) -> None:
    reseal.encrypt(plain, "the same")
    first = heads.salt_of(plain)
    reseal.change_passphrase(plain, "the same", "the same")
    assert heads.salt_of(plain) != first


def test_the_chain_goes_on_in_the_new_file(plain: Path) -> None:
    with Study.open(plain) as study:
        study.do(add_code, "first")
        chain = study.store.state.chain
    reseal.encrypt(plain, "x y z")
    with Study.open(plain, passphrase="x y z") as study:
        study.do(add_code, "second")
        assert study.store.state.chain == chain
        study.undo()
        assert study.verify() == []


def test_a_copy_of_the_old_file_is_another_place_as_ever(plain: Path) -> None:
    with Study.open(plain) as study:
        study.do(add_code, "first")
        chain = study.store.state.chain
    copy = Path(shutil.copy(plain, plain.with_name("copy.crosscase")))
    reseal.encrypt(copy, "x y z")
    with Study.open(copy, passphrase="x y z") as study:
        study.do(add_code, "second")
        assert study.store.state.chain != chain


def test_the_old_bytes_are_overwritten_where_they_lie(plain: Path) -> None:
    the_same = plain.with_name("the same bytes")
    the_same.hardlink_to(plain)
    size = plain.stat().st_size
    assert reseal.encrypt(plain, "x y z").overwritten
    assert the_same.stat().st_size == size
    assert not any(the_same.read_bytes())


_HOLDER = """
import sys
from crosscase.study import Study
from crosscase.verbs.codes import add_code
study = Study.open(sys.argv[1], member="Ines")
study.do(add_code, "kept", definition="words in the log")
print("written", flush=True)
sys.stdin.read()
"""


def test_nobody_else_may_have_it_open(plain: Path) -> None:
    before = plain.read_bytes()
    with Study.open(plain), pytest.raises(reseal.InUseError):
        reseal.encrypt(plain, "x y z")
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(plain)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    with pytest.raises(reseal.InUseError, match="open in another program"):
        reseal.encrypt(plain, "x y z")
    assert heads.is_plain(plain)
    child.communicate("")
    assert not plain.with_name(f".{plain.name}.unfinished").exists()
    assert plain.read_bytes() != before  # the other program wrote; nothing of it was lost
    reseal.encrypt(plain, "x y z")
    with Study.open(plain, passphrase="x y z") as study:
        assert study.log()[-1].verb == "code.add"


def test_opening_twice_does_not_let_go_of_the_first(plain: Path) -> None:
    """A program that closes a file loses its locks on it: others would take it for unused."""
    script = """
import sys
from pathlib import Path
from crosscase.store import heads
from crosscase.study import Study
study = Study.open(sys.argv[1], member="Ines")
study.settings()
Study.open(sys.argv[1], writable=False).close()
heads.is_plain(Path(sys.argv[1])), heads.looks_encrypted(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(plain)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    with pytest.raises(reseal.InUseError):
        reseal.encrypt(plain, "x y z")
    child.communicate("")


def test_what_is_asked_of_the_wrong_file_is_refused(plain: Path, tmp_path: Path) -> None:
    with pytest.raises(reseal.NotEncryptedError):
        reseal.decrypt(plain, "x")
    with pytest.raises(reseal.NotEncryptedError):
        reseal.change_passphrase(plain, "x", "y")
    reseal.encrypt(plain, "right")
    before = plain.read_bytes()
    with pytest.raises(reseal.AlreadyEncryptedError):
        reseal.encrypt(plain, "right")
    with pytest.raises(WrongPassphraseError):
        reseal.decrypt(plain, "wrong")
    with pytest.raises(EncryptedError):
        reseal.change_passphrase(plain, None, "new")
    assert plain.read_bytes() == before


def test_a_link_stays_a_link(plain: Path) -> None:
    link = plain.with_name("link.crosscase")
    link.symlink_to(plain.name)
    reseal.encrypt(link, "x y z")
    assert link.is_symlink()
    assert not heads.is_plain(plain)
    Study.open(link, passphrase="x y z").close()


def test_a_disk_that_is_full_changes_nothing(plain: Path) -> None:
    script = """
import resource, signal, sys
from pathlib import Path
from crosscase.store import reseal
from crosscase.store.keys import Key
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    reseal.encrypt(Path(sys.argv[1]), Key(b"k" * 32, b"s" * 16))
except Exception as error:
    print(type(error).__name__, error)
"""
    before = seen(plain)
    assert plain.stat().st_size > 200_000
    done = subprocess.run([sys.executable, "-c", script, str(plain)], capture_output=True, text=True, check=True)
    assert "full" in done.stdout or "disk I/O" in done.stdout, done
    assert seen(plain) == before
    assert [beside.name for beside in plain.parent.iterdir()] == [plain.name]


def _killed(study: Path, key: Key | None, act: str, lines: list[int]) -> list[str]:
    """How children ended that were killed after so many lines."""
    secret = f"{key.raw.hex()}:{key.salt.hex()}" if key else "-"
    command = [sys.executable, "-m", "tests.encryption.killed", str(study), secret, act, *map(str, lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    return done.stdout.split()


@pytest.mark.parametrize("act", ["encrypt", "decrypt", "change"])
@pytest.mark.parametrize("every", [11, pytest.param(4, marks=pytest.mark.slow)])
def test_killed_anywhere_it_is_one_or_the_other(plain: Path, act: str, every: int) -> None:
    key = None if act == "encrypt" else new_key("old")
    if key:
        reseal.encrypt(plain, key)
    before = seen(plain, key)
    after_key = None if act == "decrypt" else OTHER
    lines = list(range(every // 2, 140, every))
    ended = _killed(plain, key, act, lines)
    outcomes = set()
    for count, how in zip(lines, ended, strict=True):
        path = plain.parent / f"{act}-{count}" / plain.name
        changed = heads.is_plain(path) != (key is None) if act != "change" else heads.salt_of(path) == OTHER.salt
        outcomes.add((how, changed))
        with Study.open(path, passphrase=after_key if changed else key, member="Ines") as study:
            assert study.verify() == []
            assert (study.version, study.dump_digest()) == before[:2]
            study.do(add_code, "and it goes on")
        assert [beside.name for beside in path.parent.iterdir()] == [path.name], count
        if act != "decrypt" and changed:
            assert words_in(path.parent) == []
    assert {("killed", False), ("killed", True), ("done", True)} <= outcomes
    assert "failed" not in ended


def test_an_unfinished_file_goes_when_the_study_is_opened_next(plain: Path) -> None:
    beside = heads.unfinished(plain)
    beside.write_bytes(b"half of it")
    Study.open(plain, writable=False).close()
    assert beside.exists()
    Study.open(plain).close()
    assert not beside.exists()


def test_what_differs_is_not_put_in_place(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plain.read_bytes()
    real = os.fsync

    def lies(descriptor: int) -> None:
        real(descriptor)
        if os.fstat(descriptor).st_size > 100_000:
            os.pwrite(descriptor, b"\0", 70_000)

    monkeypatch.setattr(os, "fsync", lies)
    with pytest.raises(reseal.NotTheSameError):
        reseal.encrypt(plain, "x y z")
    monkeypatch.undo()
    assert seen(plain)[3] == []
    assert len(plain.read_bytes()) == len(before)
    assert not heads.unfinished(plain).exists()
