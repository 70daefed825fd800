"""Whole folders: tables joined with the files they name, and what happens to the one that is broken."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from crosscase.importers import read_path
from crosscase.model.bundle import Bundle

TALK = "KIM: how was it\n\nANN: long\n\nKIM: and then\n\nANN: longer still\n"


def study(folder: Path) -> Path:
    (folder / "cases.csv").write_text("case,name\nn,North\n", encoding="utf-8")
    (folder / "participants.csv").write_text("participant,case,speaker label\nP1,n,ANN\n", encoding="utf-8")
    (folder / "talks").mkdir()
    (folder / "talks" / "a.txt").write_text(TALK, encoding="utf-8")
    return folder


def documents(folder: Path, *rows: str) -> Bundle:
    head = "document,file,participant,interviewer,turns"
    (folder / "documents.csv").write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return read_path(folder)


def test_rows_are_joined_with_their_files(tmp_path: Path) -> None:
    bundle = documents(study(tmp_path), "d1,talks/a.txt,P1,Kim Lo,4", "d2,,P1,Kim Lo,")
    (document,) = bundle.documents
    assert (document.key, document.case, document.participants, document.interview) == ("d1", "n", ("P1",), "d1")
    assert [(one.label, one.voice, one.participant) for one in document.speakers] == [
        ("KIM", "interviewer", ""), ("ANN", "participant", "P1"),
    ]  # fmt: skip
    # The second meeting has no text yet, which is no fault.
    assert [one.name for one in bundle.interviews] == ["d1", "d2"]
    assert bundle.refusals == ()
    assert "As many turns as the table says in 1 of 1 documents." in [choice.what for choice in bundle.choices]


def test_two_studies_in_one_folder(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "documents.csv").write_text(
            f"document,file\n{name},a.txt\n{name}-b,b.txt\n", encoding="utf-8"
        )
        (tmp_path / name / "a.txt").write_text(TALK, encoding="utf-8")
    bundle = read_path(tmp_path)
    assert [(one.key, one.original) for one in bundle.documents] == [
        ("one", tmp_path / "one" / "a.txt"), ("two", tmp_path / "two" / "a.txt"),
    ]  # fmt: skip
    assert [(one.file, one.place) for one in bundle.refusals] == [
        ("one/documents.csv", "row 3"), ("two/documents.csv", "row 3"),
    ]  # fmt: skip


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    study(tmp_path)
    (tmp_path / "talks" / "bad.txt").write_bytes(b"\x7fELF" + bytes(400))
    bundle = documents(
        tmp_path, "d0,talks/bad.txt,P1,,", "d1,talks/a.txt,P1,,", "d2,talks/no.txt,P1,,", "d3,talks/a.txt,P9,,"
    )
    assert [one.key for one in bundle.documents] == ["d1"]
    assert [(one.file, one.place) for one in bundle.refusals] == [
        ("documents.csv", "row 5"), ("documents.csv", "row 4"), ("talks/bad.txt", ""),
    ]  # fmt: skip


def test_names_that_climb_out_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TALK, encoding="utf-8")
    inner = tmp_path / "study"
    inner.mkdir()
    study(inner)
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    bundle = documents(inner, "d1,../secret.txt,P1,,", f"d2,{tmp_path}/secret.txt,P1,,", "d3,link.txt,P1,,")
    assert bundle.documents == ()
    assert [one.place for one in bundle.refusals] == ["row 2", "row 3", "row 4"]
    assert all("leads out of the folder" in one.reason for one in bundle.refusals)


def test_links_out_of_a_folder_are_refused_without_tables_too(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TALK, encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    bundle = read_path(inner)
    assert bundle.documents == ()
    assert [one.file for one in bundle.refusals] == ["link.txt"]


def test_letters_written_in_two_ways_are_one_name(tmp_path: Path) -> None:
    study(tmp_path)
    (tmp_path / "talks" / unicodedata.normalize("NFD", "é.txt")).write_text(TALK, encoding="utf-8")
    bundle = documents(tmp_path, f"d1,talks/{unicodedata.normalize('NFC', 'é.txt')},P1,,")
    assert [one.key for one in bundle.documents] == ["d1"]


def test_files_that_no_table_names_are_left_and_said(tmp_path: Path) -> None:
    study(tmp_path)
    (tmp_path / "README.md").write_text("About this study.", encoding="utf-8")
    (tmp_path / "talks" / "other.txt").write_text(TALK, encoding="utf-8")
    bundle = documents(tmp_path, "d1,talks/a.txt,P1,,")
    assert len(bundle.documents) == 1
    left = [choice.what for choice in bundle.choices if "left alone" in choice.what]
    assert left == ["No table names these files, and they were left alone: README.md; 1 in talks."]


def test_a_folder_without_tables(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "sound.xyz").write_text("what is this", encoding="utf-8")
    bundle = read_path(tmp_path)
    assert [one.key for one in bundle.documents] == ["one/a", "two/a"]
    (refusal,) = bundle.refusals
    assert refusal.file == "sound.xyz"
    assert "'.xyz'" in refusal.reason


def test_several_paths_and_progress(tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.md", tmp_path / "gone.txt"]
    for file in files[:2]:
        file.write_text(TALK, encoding="utf-8")
    seen: list[tuple[int, int, str]] = []
    bundle = read_path(files, progress=lambda done, total, path: seen.append((done, total, path.name)))
    assert [one.key for one in bundle.documents] == ["a", "b"]
    assert [one.file for one in bundle.refusals] == ["gone.txt"]
    assert seen == [(0, 3, "a.txt"), (1, 3, "b.md"), (2, 3, "gone.txt")]


def test_a_parser_that_fails_is_one_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosscase.importers import text

    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TALK, encoding="utf-8")
    right = text.read

    def wrong(path: Path, options: object) -> Bundle:
        if path.stem == "a":
            raise ZeroDivisionError
        return right(path, options)  # type: ignore[arg-type]

    monkeypatch.setattr(text, "read", wrong)
    bundle = read_path(tmp_path)
    assert [one.key for one in bundle.documents] == ["b"]
    assert [one.file for one in bundle.refusals] == ["a.txt"]
