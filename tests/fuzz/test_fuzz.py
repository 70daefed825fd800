"""A short run of the fuzzing, and everything it ever found. `make fuzz` goes on for as long as one likes."""

from __future__ import annotations

import random
import shutil
from functools import partial
from pathlib import Path

import pytest

from crosscase.importers import read_path
from tests.crash.places import program
from tests.fuzz import importers, refi, study_files
from tests.fuzz.apart import tried
from tests.fuzz.mutate import broken

FINDINGS = sorted(path for path in (Path(__file__).parent / "findings").iterdir() if path.name != "README.md")


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)


def test_every_seed_is_read_as_it_is() -> None:
    suffixes = {path.suffix for path in importers.seeds()}
    assert {
        ".txt",
        ".srt",
        ".vtt",
        ".docx",
        ".odt",
        ".rtf",
        ".html",
        ".epub",
        ".pdf",
        ".xml",
        ".csv",
        ".xlsx",
        ".ods",
    } <= suffixes
    for path in (path for path in importers.seeds() if path.parent.name == "seeds"):
        bundle = read_path(path)
        assert not bundle.refusals, path.name
        assert bundle.documents or bundle.participants, path.name


def test_the_same_seed_breaks_alike_and_breaks() -> None:
    data = importers.seeds()[0].read_bytes()
    tries = [broken(data, random.Random(number)) for number in range(40)]
    assert tries == [broken(data, random.Random(number)) for number in range(40)]
    assert sum(one != data for one in tries) > 30


def test_what_takes_the_process_down_is_told_of(tmp_path: Path) -> None:
    import os
    import signal
    import time

    def run(number: int) -> str:
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 4:
            time.sleep(60)
        if number == 5:
            raise ValueError(number)
        return "wrong" if number == 1 else ""

    found = tried(run, range(8), seconds=2)
    assert [one.number for one in found] == [1, 2, 4, 5, 5]
    assert "SIGKILL" in found[1].what
    assert "within 2 s" in found[2].what


def _again(path: Path, folder: Path) -> str:
    read = refi.read if path.suffix in {".qdpx", ".qdc"} else importers.read
    return read(path.name, path.read_bytes(), folder)


def test_what_was_found_once_is_read_or_refused(tmp_path: Path) -> None:
    assert [wrong for path in FINDINGS if (wrong := _again(path, tmp_path))] == []


@pytest.mark.slow
def test_broken_files_are_read_or_refused(tmp_path: Path) -> None:
    def run(number: int) -> str:
        return importers.read(*importers.made(number, 1), tmp_path)

    assert tried(run, range(100), seconds=60) == []


def test_broken_projects_of_other_programs_are_read_or_refused(tmp_path: Path) -> None:
    def run(number: int) -> str:
        return refi.read(*refi.made(number, 1), tmp_path)

    assert tried(run, range(200), seconds=60) == []


def test_every_whole_project_is_read(tmp_path: Path) -> None:
    assert [wrong for name, data in refi.seeds() if (wrong := refi.read(name, data, tmp_path))] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["plain", "logged", "encrypted"])
def test_damaged_study_files_are_answered(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, logged = study_files.prepare(tmp_path / "made")
    file = {"plain": lambda: plain, "logged": lambda: logged, "encrypted": lambda: study_files.encrypted(plain)}[kind]()
    run = partial(study_files.tried, file, seed=1, folder=tmp_path / "tried")
    assert tried(run, range(6), seconds=120) == []


WRONG = (
    "UPDATE cell SET words = CAST(x'54ff41' AS TEXT)",
    "UPDATE entry SET by = CAST(x'9a41' AS TEXT)",
    "UPDATE entry SET wall = -99999999999999",
    "UPDATE entry SET body = substr(body, 1, 20)",
    "UPDATE coding SET code = 'nobody'",
    "UPDATE coding SET source = NULL",
    "UPDATE member SET name = x'00ff'",
    "DELETE FROM study",
    "DELETE FROM local WHERE key = 'state'",
    "UPDATE local SET value = '{' WHERE key = 'state'",
    "UPDATE local SET value = CAST(x'e2' AS TEXT) WHERE key = 'shape'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'merged_into', 'merged_intp') WHERE name = 'code'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'words', 'wordz') WHERE name = 'source_text'",
)
"""What flipped bytes came to when they were found, in SQL."""


@pytest.mark.slow
def test_what_flipped_bytes_came_to_is_answered(tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    plain, _ = study_files.prepare(tmp_path / "made")
    path = tmp_path / "wrong" / "study.crosscase"
    path.parent.mkdir()

    def run(number: int) -> str:
        for file in path.parent.iterdir():
            file.unlink()
        shutil.copyfile(plain, path)
        connection = dbapi2.connect(str(path), isolation_level=None)
        connection.execute("PRAGMA writable_schema = ON")
        assert connection.execute(WRONG[number]).rowcount > 0
        connection.close()
        return study_files.asked(path)

    assert tried(run, range(len(WRONG)), seconds=200) == []


@pytest.mark.slow
def test_a_study_cut_short_at_many_lengths(tmp_path: Path) -> None:
    plain, _ = study_files.prepare(tmp_path / "made")
    data = plain.read_bytes()
    page = study_files.PAGE
    lengths = [
        0,
        1,
        15,
        16,
        17,
        99,
        100,
        1000,
        page - 1,
        page,
        page + 1,
        2 * page,
        len(data) // 2,
        len(data) - page - 7,
    ]
    path = tmp_path / "cut" / "study.crosscase"
    path.parent.mkdir()

    def run(number: int) -> str:
        path.write_bytes(data[: lengths[number]])
        path.with_name("rescued.crosscase").unlink(missing_ok=True)
        return study_files.asked(path)

    assert tried(run, range(len(lengths)), seconds=120) == []


@pytest.mark.slow
def test_a_study_whose_log_is_gone_or_cut_has_what_was_in_the_file(tmp_path: Path) -> None:
    """What was only in the log goes with the log; the file beneath it is whole."""
    from crosscase.study import Study

    plain, logged = study_files.prepare(tmp_path / "made")
    with Study.open(plain, member="Ines") as study:
        base = {line.id for line in study.log()}
    log = Path(f"{logged}-wal").read_bytes()
    here = tmp_path / "here" / "study.crosscase"
    here.parent.mkdir()
    kept = []
    for length in (0, 31, 32, len(log) // 3, len(log) // 2, len(log) - 1, len(log)):
        shutil.copyfile(logged, here)
        here.with_name(here.name + "-wal").write_bytes(log[:length])
        with Study.open(here, member="Ines") as study:
            assert study.verify() == []
            names = {line.id for line in study.log()}
        assert base <= names
        kept.append(len(names) - len(base))
    assert kept == sorted(kept)
    assert (kept[0], kept[-1]) == (0, 5)


@pytest.mark.slow
@pytest.mark.parametrize("data", [b"", b"\x00" * 9000, b"These are notes.\n" * 50, bytes(range(256)) * 40])
def test_a_file_that_is_no_study_is_said_to_be_none(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "peers.crosscase"
    path.write_bytes(data)
    ran = program("info", path, state=tmp_path / "state")
    assert ran.status == 1
    assert any(words in ran.said for words in ("study", "encrypted"))
    assert path.read_bytes() == data
