"""A study as plain text: read without any program, made again without loss; what was changed on the way is found."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from crosscase.demo import build_demo
from crosscase.model import Coding, Memo, Participant, Source
from crosscase.reports.plain_archive import plain_archive
from crosscase.store.cells import file_pieces
from crosscase.store.database import CannotOpenError
from crosscase.store.plain import BadArchiveError
from crosscase.store.verify import examine
from crosscase.study import Study
from crosscase.verbs.erasures import erase_participant
from crosscase.verbs.members import add_member
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Study, Path]]:
    """The demonstration study with an original file, something undone and somebody erased; and its archive."""
    folder = tmp_path_factory.mktemp("archive")
    with build_demo(folder / "demo.crosscase") as study:
        letter = folder / "letter.txt"
        letter.write_text("A letter of our own.\n" * 40, "utf-8")
        study.do(add_source, "A letter", letter.read_text("utf-8"), nature="document", file=letter)
        study.do(write_memo, "Nobody else reads this.", title="Mine", nature="reflexive")
        study.do(write_memo, "To be taken back.", title="Undone")
        study.undo()
        study.because("At their own request").do(erase_participant, study.find(Participant, "JUNSU01").id)
        plain_archive(study, folder / "plain")
        yield study, folder / "plain"


def damaged(archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(archive, tmp_path / "damaged")) / "journal"


def test_the_study_is_made_again_without_loss(archived: tuple[Study, Path], tmp_path: Path) -> None:
    study, folder = archived
    with Study.from_archive(folder / "journal", tmp_path / "again.crosscase") as again:
        assert again.dump_digest() == study.dump_digest()
        assert [one.id for one in again.log()] == [one.id for one in study.log()]
        assert examine(again.store).faults == ()
        assert "Nobody else reads this." in {one.text for one in again.rows(Memo)}
        assert again.dump_digest() in (folder / "README.md").read_text("utf-8")


def test_the_copy_goes_on_and_merges_with_the_study(archived: tuple[Study, Path], tmp_path: Path) -> None:
    study, folder = archived
    place = tmp_path / "again.crosscase"
    with Study.from_archive(folder / "journal", place) as again:
        again.as_member("Ines").do(write_memo, "Written afterwards.", title="Later")
    study.copy_to(tmp_path / "other.crosscase")
    with Study.open(tmp_path / "other.crosscase", member="Ines") as other:
        other.merge(place)
        assert "Later" in {one.title for one in other.rows(Memo)}


def test_media_and_what_a_merged_copy_wrote_come_back(tmp_path: Path) -> None:
    picture = tmp_path / "ward.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(3_000_000))
    with build_demo(tmp_path / "one.crosscase") as study:
        study.do(add_source, "Ward", "", nature="image", file=picture)
        study.copy_to(tmp_path / "two.crosscase")
        with Study.open(tmp_path / "two.crosscase", member="Ines") as other:
            other.do(write_memo, "Written in the copy.", title="There")
        study.do(write_memo, "Written meanwhile.", title="Here")
        study.merge(tmp_path / "two.crosscase")
        plain_archive(study, tmp_path / "plain")
        with Study.from_archive(tmp_path / "plain" / "journal", tmp_path / "again.crosscase") as again:
            assert again.dump_digest() == study.dump_digest()
            assert examine(again.store).faults == ()
            assert {"Here", "There"} <= {one.title for one in again.rows(Memo)}
            ward = next(one for one in again.rows(Source) if one.name == "Ward")
            with again.store.reading() as connection:
                assert b"".join(file_pieces(connection, ward.original)) == picture.read_bytes()


def test_everything_can_be_read_without_a_program(archived: tuple[Study, Path]) -> None:
    study, folder = archived
    texts = {path.read_text("utf-8") for path in (folder / "texts").iterdir()}
    assert texts == {text for one in study.rows(Source) if (text := study.text(one.id))}
    assert pl.read_csv(folder / "tables" / "coding.csv").height == len(study.rows(Coding))
    assert "### Supervision" in (folder / "codebook.md").read_text("utf-8")
    lines = (folder / "journal" / "entries.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == len(study.log())
    assert all({"digest", "entry"} == set(json.loads(line)) for line in lines)
    (original,) = (folder / "journal" / "files").iterdir()
    assert original.read_text("utf-8").startswith("A letter of our own.")


def test_words_of_one_who_was_erased_are_nowhere(archived: tuple[Study, Path]) -> None:
    _, folder = archived
    with build_demo(None) as whole:
        before = whole.text(next(one.id for one in whole.rows(Source) if one.name == "JUNSU01"))
    spoken = [line.partition(": ")[2] for line in before.splitlines() if line.startswith("SU") and len(line) > 60]
    written = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    assert spoken
    assert not [line for line in spoken if line in written]


def test_what_is_somebody_elses_alone_stays_with_them(tmp_path: Path) -> None:
    with Study.new(tmp_path / "s.crosscase", title="T", member="Ann") as study:
        study.do(write_memo, "Ann was tired.", title="Ann's", nature="reflexive")
        study.do(add_member, "Ben")
        study.as_member("Ben").do(write_memo, "Ben was cross.", title="Ben's", nature="reflexive")
        plain_archive(study.as_member("Ann"), tmp_path / "plain")
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "plain").rglob("*") if path.is_file())
    assert "Ann was tired." in written
    assert "Ben was cross." not in written


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("entries.jsonl", '"verb":"memo.write"', '"verb":"memo.wrote"'),
        ("words.jsonl", "Regular time with somebody", "Irregular time with somebody"),
        ("entries.jsonl", '{"digest"', '{"digets"'),
    ],
)
def test_a_line_that_was_changed_is_found(
    archived: tuple[Study, Path], tmp_path: Path, name: str, before: str, after: str
) -> None:
    journal = damaged(archived[1], tmp_path)
    text = (journal / name).read_text("utf-8")
    assert before in text
    (journal / name).write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(BadArchiveError, match="No study was made"):
        Study.from_archive(journal, tmp_path / "again.crosscase")
    assert not (tmp_path / "again.crosscase").exists()


def test_a_line_that_is_missing_is_found(archived: tuple[Study, Path], tmp_path: Path) -> None:
    journal = damaged(archived[1], tmp_path)
    lines = (journal / "entries.jsonl").read_text("utf-8").splitlines(keepends=True)
    (journal / "entries.jsonl").write_text("".join(lines[:50] + lines[51:]), "utf-8")
    with pytest.raises(BadArchiveError):
        Study.from_archive(journal, tmp_path / "again.crosscase")


def test_an_original_that_was_changed_is_found(archived: tuple[Study, Path], tmp_path: Path) -> None:
    journal = damaged(archived[1], tmp_path)
    (file,) = (journal / "files").iterdir()
    file.write_text("Another letter.")
    with pytest.raises(BadArchiveError, match="its digest is another"):
        Study.from_archive(journal, tmp_path / "again.crosscase")


def test_no_archive_and_a_study_that_is_there_are_refused(archived: tuple[Study, Path], tmp_path: Path) -> None:
    with pytest.raises(BadArchiveError, match=r"no entries\.jsonl"):
        Study.from_archive(tmp_path, tmp_path / "again.crosscase")
    (tmp_path / "mine.crosscase").write_text("mine")
    with pytest.raises(CannotOpenError):
        Study.from_archive(archived[1] / "journal", tmp_path / "mine.crosscase")
    assert (tmp_path / "mine.crosscase").read_text() == "mine"
