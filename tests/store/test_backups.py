"""Backups are made by themselves, are whole, rotate, and stand in nobody's way."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crosscase.cli import main
from crosscase.errors import CrosscaseError
from crosscase.model import Code
from crosscase.store import backup_files, backups, reseal
from crosscase.store.backup_files import AUTOMATIC, BY_HAND, Backup, Facts, folder_of, kept_as, listed
from crosscase.store.duplicate import SpoiltCopyError, check
from crosscase.store.store import Store
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.store.conftest import HOUR, coded, codes


def beside(path: Path) -> Path:
    return path.with_name("peers.crosscase-backups")


def test_the_first_is_made_when_a_study_is_opened_for_writing_and_reading_makes_none(path: Path) -> None:
    assert codes(path) == {"trust"}
    assert listed(folder_of(path)) == []
    with Study.open(path, member="Ines"):
        (made,) = listed(folder_of(path))
    assert made.path.parent == beside(path)
    assert codes(made.path) == {"trust"}


def test_one_an_hour_and_only_when_something_was_done(path: Path) -> None:
    coded(path, "risk")
    coded(path, "hope")
    assert len(listed(folder_of(path))) == 1
    with Study.open(path, member="Ines") as study:
        now = backups.wall()
        assert backups.if_due(study.store, now=now + HOUR + 2000) == ""
        assert len(listed(folder_of(path))) == 2
        assert backups.if_due(study.store, now=now + 5 * HOUR) == ""
        assert len(listed(folder_of(path))) == 2, "nothing was done since"
        study.do(add_code, "pay")
        backups.if_due(study.store, now=now + 2 * HOUR - 10_000)
        assert len(listed(folder_of(path))) == 2, "the last is younger than an hour"
        backups.if_due(study.store, now=now - 48 * HOUR)
        assert len(listed(folder_of(path))) == 3, "a clock that was put back is no reason to wait"


def test_it_is_the_study_as_it_was(path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        made = backups.make(study.store)
        study.do(add_code, "later")
    assert made.facts is not None
    with Study.open(made.path, writable=False) as then:
        assert then.verify() == []
        assert (then.version, len(then.log())) == (made.facts.version, made.facts.entries)
        assert {code.name for code in then.rows(Code)} == {"trust"}
    assert made.facts.digest == backup_files.digest_of(made.path)
    assert sorted(each.suffix for each in beside(path).iterdir()) == [".crosscase", ".crosscase", ".json", ".json"]


def test_it_is_one_state_of_the_study_while_others_write(path: Path) -> None:
    with Study.open(path, member="Ines") as study, Study.open(path, member="Ines") as other:
        other.do(add_code, "meanwhile")  # lies in the write-ahead log
        made = backups.make(study.store)
    assert codes(made.path) == {"trust", "meanwhile"}


def test_nobody_else_can_read_the_folder(path: Path) -> None:
    coded(path, "risk")
    (made,) = listed(folder_of(path))
    assert beside(path).stat().st_mode & 0o077 == 0
    assert made.path.stat().st_mode & 0o077 == 0


def test_every_flipped_byte_is_seen(path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        made = backups.make(study.store)
    whole = made.path.read_bytes()
    for place in range(50, len(whole), len(whole) // 50):
        made.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert backup_files.is_as_written(made) is False
    made.path.write_bytes(whole)
    assert backup_files.is_as_written(made) is True


def test_a_copy_that_does_not_hold_is_seen_before_it_counts(path: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.crosscase"
    whole = path.read_bytes()
    assert check(Path(shutil.copy(path, spoilt)), None).entries == 2
    for part in (whole[: len(whole) // 2], whole[:4096] + bytes(4096) + whole[8192:], b"", b"PK\x03\x04"):
        spoilt.write_bytes(part)
        with pytest.raises(SpoiltCopyError, match="thrown away"):
            check(spoilt, None)


# Rotating


def at(hours_ago: float, reason: str = AUTOMATIC) -> Backup:
    made = int((datetime(2026, 11, 23, 12, tzinfo=UTC) - timedelta(hours=hours_ago)).timestamp() * 1000)
    return Backup(Path(f"{made}{reason}"), made, 1, Facts(reason=reason))


def test_a_year_of_work_leaves_hours_days_and_weeks() -> None:
    left: list[Backup] = []
    for hour in range(24 * 365, -1, -1):
        if hour % 24 < 10:  # ten hours of work a day
            left = [at(hour), *left]
            kept = kept_as(left)
            left = [one for one in left if one.path in kept]
    words = [kept_as(left)[one.path] for one in left]
    assert words == ["hourly"] * 24 + ["daily"] * 11 + ["weekly"] * 5  # one backup serves for several stretches
    assert left[0] == at(0)
    ages = [(left[0].made - one.made) / HOUR / 24 for one in left]
    assert 13 <= max(age for age, word in zip(ages, words, strict=True) if word == "daily") < 14
    assert 7 * 6 < max(ages) <= 7 * 8


def test_a_study_that_nobody_touched_keeps_them_all() -> None:
    old = [at(24 * 400 + hour) for hour in range(24)]
    assert len(kept_as([at(0), *old])) == 24


def test_what_was_made_by_hand_stays_and_takes_no_place() -> None:
    by_hand = [at(n * 24 * 30, BY_HAND) for n in range(40)]
    assert set(kept_as([at(0), *by_hand]).values()) == {"hourly", BY_HAND}


def test_little_room_takes_the_hourly_ones_first_and_never_the_last_three(path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        for hour in range(30):
            study.do(add_code, f"code {hour}")
            backups.make(
                study.store, AUTOMATIC, now=backups.wall() - (720 - 24 * hour if hour < 20 else 30 - hour) * HOUR
            )
    folder = folder_of(path)
    assert folder is not None
    all_of_them = listed(folder)
    size = all_of_them[0].size
    backup_files.rotate(folder, room=6 * size + size // 2)
    left = listed(folder)
    assert left[:3] == all_of_them[:3]
    assert len(left) <= 7
    assert left[-1].made < backups.wall() - 14 * 24 * HOUR, "a week of long ago outlives an hour of today"
    backup_files.rotate(folder, room=0)
    assert listed(folder) == all_of_them[:3]


def test_what_was_abandoned_is_cleared_away_and_never_listed(path: Path) -> None:
    coded(path, "risk")
    part = beside(path) / "peers.2026-01-01T000000.000Z.crosscase.99.part"
    part.write_bytes(b"half")
    assert backup_files.being_made(beside(path))
    assert len(listed(beside(path))) == 1
    os.utime(part, (0, 0))
    assert not backup_files.being_made(beside(path))
    assert not part.exists()


# Where they go


def test_they_can_be_turned_off_or_put_elsewhere(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    coded(path, "one")
    assert folder_of(path) is None
    assert not beside(path).exists()
    monkeypatch.setenv("CROSSCASE_BACKUPS", str(tmp_path / "far"))
    coded(path, "two")
    (made,) = listed(folder_of(path))
    assert made.path.is_relative_to(tmp_path / "far")
    assert not beside(path).exists()
    other = tmp_path / "peers.crosscase"
    shutil.copy(path, other)
    assert folder_of(other) != folder_of(path), "two studies of one name are told apart"
    monkeypatch.delenv("CROSSCASE_BACKUPS")
    (tmp_path / "nas").mkdir()
    backup_files.set_folder(path, str(tmp_path / "nas"))
    found = folder_of(path)
    assert found is not None
    assert found.parent == tmp_path / "nas"
    backup_files.set_folder(path, "off")
    assert folder_of(path) is None
    backup_files.set_folder(path, "beside")
    assert folder_of(path) == beside(path)
    with pytest.raises(CrosscaseError, match="no folder"):
        backup_files.set_folder(path, str(tmp_path / "nowhere"))


def test_no_file_no_backups(tmp_path: Path) -> None:
    with Study.new(None, member="Ines") as study:
        assert backups.if_due(study.store) == ""
        with pytest.raises(backups.NoFileError, match="pg_dump"):
            backups.make(study.store)
    assert list(tmp_path.rglob("*.crosscase")) == []


# What stands in the way


def test_a_folder_that_cannot_be_written_is_said_once_a_day_and_stops_nothing(path: Path) -> None:
    beside(path).write_text("a file of that name")
    (said,) = coded(path, "risk")
    assert "No backup could be made" in said
    assert "Your work itself is saved" in said
    assert coded(path, "hope") == []
    assert codes(path) == {"trust", "risk", "hope"}
    with Study.open(path, member="Ines") as study:
        assert "No backup" in backups.if_due(study.store, now=backups.wall() + 25 * HOUR)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for very little."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], capture_output=True, check=False
        )
    except OSError:
        pytest.skip("nothing can be mounted here")
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_said_and_leaves_nothing_half(
    path: Path, tiny_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", str(tiny_disk))
    (said,) = coded(path, "risk")
    assert "No backup could be made" in said
    assert [each for each in tiny_disk.rglob("*") if each.is_file()] == []
    assert codes(path) == {"trust", "risk"}
    assert main(["backup", str(path)]) == 1


# Large studies


def test_a_large_one_is_backed_up_by_a_program_of_its_own(path: Path) -> None:
    with Study.open(path, member="Ines", passphrase=None) as study:
        shutil.rmtree(beside(path))
        begun = time.perf_counter()
        assert backups.if_due(study.store, at_once=0) == ""
        assert time.perf_counter() - begun < 1
    made = waited_for(path)
    assert codes(made.path) == {"trust"}
    assert made.facts is not None


def waited_for(path: Path) -> Backup:
    for _ in range(600):
        if found := listed(folder_of(path)):
            return found[0]
        time.sleep(0.05)
    raise AssertionError("no backup came")


def test_what_that_program_cannot_do_the_next_command_says(path: Path) -> None:
    with Study.open(path, member="Ines") as study:
        shutil.rmtree(beside(path))
        beside(path).write_text("a file of that name")
        study.do(add_code, "risk")
        backups._make_beside(study.store)
        backups._CHILDREN[-1].wait(60)
        assert "No backup could be made" in backups.if_due(study.store)
        assert backups.if_due(study.store) == ""


# Encrypted studies


def test_encrypted_studies_have_encrypted_backups_of_the_same_passphrase(path: Path) -> None:
    word = "correct horse battery"
    coded(path, "a very particular code")
    (plain,) = listed(folder_of(path))
    reseal.encrypt(path, word)
    (made,) = listed(folder_of(path))
    assert not plain.path.exists() or plain.path == made.path, "a plain backup is what encryption was to end"
    assert b"SQLite format 3" not in made.path.read_bytes()
    assert codes(made.path, word) == {"trust", "a very particular code"}
    with Study.open(path, member="Ines", passphrase=word) as study:
        study.do(add_code, "more")
        shutil.rmtree(beside(path))
        assert backups.if_due(study.store, at_once=0) == ""  # by a program of its own, which is told the key
        assert codes(waited_for(path).path, word) == {"trust", "a very particular code", "more"}
    reseal.change_passphrase(path, word, "another passphrase")
    for one in listed(folder_of(path)):
        with pytest.raises(CrosscaseError, match="passphrase is wrong"):
            Store.at_path(one.path, writable=False, passphrase=word)


# From the command line


def test_backup_and_backups(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", str(path)]) == 0
    assert "no backup yet" in capsys.readouterr().out
    assert main(["backup", str(path)]) == 0
    assert "2 entries" in capsys.readouterr().out
    assert main(["backup", str(path), str(tmp_path / "usb.crosscase")]) == 0
    assert codes(tmp_path / "usb.crosscase") == {"trust"}
    assert main(["backup", str(path), str(tmp_path / "usb.crosscase")]) == 1
    assert main(["backup", str(path), str(tmp_path / "no" / "usb.crosscase")]) == 1
    assert main(["backup", str(path), str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("peers.*.crosscase"))) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert main(["backups", str(path), "--check"]) == 0
    out = capsys.readouterr().out
    assert "by hand" in out
    assert "as written" in out
    (made,) = listed(folder_of(path))
    made.path.write_bytes(made.path.read_bytes() + b"\0")
    assert main(["backups", str(path), "--check"]) == 1
    told = capsys.readouterr()
    assert "DAMAGED" in told.out
    assert made.path.name in told.err


def test_a_note_is_said_on_standard_error(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside(path).write_text("a file of that name")
    assert main(["codebook", str(path), "add", "risk", "--as", "Ines"]) == 0
    told = capsys.readouterr()
    assert "No backup could be made" in told.err
    assert "No backup" not in told.out
