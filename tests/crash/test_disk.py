"""A disk that is full, and a file or a folder that is read-only: a plain sentence, and nothing acknowledged is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.crash.acts import ME, STUDY
from tests.crash.places import more_room, program, read_only, small_disk

pytestmark = pytest.mark.slow
ROOM = 1_500_000


def a_long_text(folder: Path) -> Path:
    path = folder / "long.txt"
    path.write_text(
        "INT: And then?\n\nP: Then the rota came, and with it the whole question again.\n\n" * 40_000, "utf-8"
    )
    return path


def names(path: Path) -> set[str]:
    with Study.open(path, member=ME) as study:
        assert study.verify() == []
        return {line.id for line in study.log()}


def test_a_full_disk(study: Path, state: Path, tmp_path: Path) -> None:
    text = a_long_text(tmp_path)
    with small_disk(tmp_path / "disk", ROOM) as disk:
        if disk is None:
            pytest.skip("no file system can be mounted here; test_a_file_that_may_not_grow tries the same")
        here = Path(shutil.copy(study, disk / STUDY))
        for name in ("while there is room", "a second one"):
            assert program("codebook", here, "add", name, "--as", ME, state=state).status == 0
        before = names(here)
        ran = program("import", here, text, "--as", ME, state=state)
        assert ran.status == 1
        assert "disk is full" in ran.said
        assert names(here) == before
        assert {file.name for file in disk.iterdir()} == {STUDY}
        # Acts go on until there is no room at all; each is kept whole or said not to be.
        acknowledged = set(before)
        with Study.open(here, member=ME) as open_study:
            for number in range(4_000):
                try:
                    acknowledged.add(open_study.do(add_code, f"code {number}", definition="x" * 20_000).entry)
                except Exception as error:  # noqa: BLE001 - the database's own; the command line puts it in words
                    assert "full" in str(error)  # noqa: PT017 - which of them is the last is not known before
                    break
            else:
                pytest.fail("the disk was never full")
        more_room(disk, 200 * ROOM)
        assert names(here) == acknowledged
        assert program("import", here, text, "--as", ME, state=state).status == 0


def test_a_file_that_may_not_grow(study: Path, state: Path, tmp_path: Path) -> None:
    """What a quota does: the system refuses to make a file larger than that."""
    pytest.importorskip("resource")
    before = names(study)
    size = study.stat().st_size
    ran = program("import", study, a_long_text(tmp_path), "--as", ME, state=state, limit=size + 65_536)
    assert ran.status == 1
    assert "full" in ran.said
    assert names(study) == before
    assert [file.name for file in study.parent.iterdir()] == [STUDY]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_read_and_not_written(what: str, study: Path, state: Path, tmp_path: Path) -> None:
    before = names(study)
    with read_only(study if what == "file" else study.parent) as done:
        if not done:
            pytest.skip("nothing can be made read-only here")
        for reading in (("info", study), ("codebook", study), ("verify", study)):
            assert program(*reading, state=state).status == 0, reading
        for writing in (
            ("codebook", study, "add", "x", "--as", ME),
            ("import", study, a_long_text(tmp_path), "--as", ME),
            ("undo", study, "--as", ME),
        ):
            ran = program(*writing, state=state)
            assert ran.status == 1, writing
            assert "read-only" in ran.said or writing[0] == "undo", ran.said
    assert names(study) == before
