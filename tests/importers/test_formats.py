"""Which format a file is, and what is said of one that is none of them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from crosscase.importers import IMPORTERS, read_path
from crosscase.importers.formats import DOCUMENTS, FORMATS, UnknownFormatNameError, claimed, every, format_of, named
from tests.shared import REPOSITORY


def test_every_format_has_a_name_of_its_own_and_every_importer_is_told_in_words() -> None:
    names = [each.name for each in every()]
    assert len(names) == len(set(names))
    assert set(DOCUMENTS) == {one.__name__.rpartition(".")[2] for one in IMPORTERS}  # type: ignore[attr-defined] # modules
    assert [named(name).name for name in names] == names
    with pytest.raises(UnknownFormatNameError, match="There is no format 'word'"):
        named("word")


def test_a_project_is_known_by_what_it_is(tmp_path: Path) -> None:
    packed = tmp_path / "project.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", "<Project/>")
    other = tmp_path / "photos.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("one.jpg", b"")
    book = tmp_path / "codes.xml"
    book.write_text('<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')
    words = tmp_path / "words.txt"
    words.write_text("A: Hello.")
    assert [format_of(one) and format_of(one).name for one in (packed, other, book, words)] == [  # type: ignore[union-attr] # the first is there
        "refi", None, "refi", None,
    ]  # fmt: skip
    assert claimed([packed, words]).keys() == {packed}


def test_a_project_among_other_files_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A: Hello there.\n\nB: Hello.\n")
    (tmp_path / "whole.qdpx").write_bytes(b"PK\3\4")
    bundle = read_path(tmp_path)
    assert [document.key for document in bundle.documents] == ["one"]
    assert ["whole.qdpx" in str(refusal) and "by itself" in str(refusal) for refusal in bundle.refusals] == [True]


def test_what_is_named_settles_what_a_file_is(tmp_path: Path) -> None:
    odd = tmp_path / "words.data"
    odd.write_text("INT: Hello?\n\nDORA: Nobody told me that.\n\nINT: And?\n\nDORA: No.\n")
    assert read_path(odd).refusals
    assert [one.key for one in read_path(odd, format="text").documents] == ["words"]


def test_every_format_of_another_program_is_on_the_page_of_formats_with_its_endings() -> None:
    page = (REPOSITORY / "docs" / "reference" / "formats.md").read_text("utf-8")
    for each in FORMATS:
        line = next((row for row in page.splitlines() if row.startswith("|") and f"`{each.name}`" in row), "")
        assert [ending for ending in each.endings if f"`{ending}`" not in line] == [], each.name


@pytest.mark.parametrize(
    ("name", "content", "seems"),
    [
        ("talk.nvpx", b"\x01\x02\x03", "a project of NVivo.*REFI-QDA"),
        ("talk.atlproj23", b"PK", "a project of ATLAS.ti.*REFI-QDA"),
        ("talk.mx24", b"SQLite format 3\0" + bytes(80), "a project of MAXQDA.*REFI-QDA"),
        ("words.conllu", b"1\tNobody\tPRON\n", "a table of words with a label for each.*WebAnno TSV 3"),
        ("words.tsv", b"word\tner\nNobody\tO\ntold\tO\nDora\tB-PER\nWard\tI-PER\n", "a table of words with a label"),
        (
            "old.tsv",
            b"1-1\tNobody\tO\n1-2\ttold\tO\n1-3\tDora\tB\n1-4\tso\tO\n1-5\tit\tO\n",
            "a table of words with a l",
        ),
        ("wave.sps", b"FREQUENCIES age.", "a program or its output.*sav"),
        ("wave.rds", b"\x1f\x8b\x08", "data of R.*csv"),
        ("peers.crosscase", b"SQLite format 3\0" + bytes(80), "a crosscase study. It is opened"),
        ("thing.blob", b"hello", "'.blob' are not read.*'crosscase formats'"),
    ],
)
def test_a_wrong_file_is_told_what_it_seems_to_be_and_what_would_work(
    name: str, content: bytes, seems: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if name.endswith("atlproj23"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("project.xml", "<p/>")
    else:
        path.write_bytes(content)
    (refusal,) = read_path(path).refusals
    assert re.search(seems, str(refusal)), str(refusal)


def test_files_of_one_name_in_several_folders_are_told_apart_in_the_report(tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "coded.csv").write_text(f"quotation,code,page\nin {folder},wait,1\n")
        (tmp_path / folder / "notes.html").write_text(f"<p>It was in {folder}.</p><img src='x.png'>")
    bundle = read_path(tmp_path)
    assert {one.place for one in bundle.losses} == {
        "north/coded.csv", "south/coded.csv", "north/notes.html, pictures", "south/notes.html, pictures",
    }  # fmt: skip
    assert [one.place for one in bundle.codings] == ["north/coded.csv, row 2", "south/coded.csv, row 2"]
