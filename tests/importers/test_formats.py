"""Which format a file is, and what is said of one that is none of them."""

from __future__ import annotations

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
