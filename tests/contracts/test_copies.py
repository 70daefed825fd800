"""Copies between files, encrypted files and PostgreSQL schemas, and merging across them."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Memo, Source
from crosscase.store.dump import dump_digest
from crosscase.store.verify import verify
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source

SAID = "They held me down once. I do not speak of that at work."


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")


def begun(target: Path | tuple[str, str], passphrase: str | None = None) -> Study:
    study = Study.new(target, title="Try", member="Ines", passphrase=passphrase)
    study.do(add_source, "A1", SAID)
    study.do(add_code, "risk")
    study.do(write_memo, "I was afraid of her answer", nature="reflexive")
    return study


@pytest.mark.postgres
def test_a_schema_is_copied_to_a_file_and_back_and_merged(postgres_url: str, tmp_path: Path) -> None:
    schema, other = (f"s{uuid.uuid4().hex[:12]}" for _ in range(2))
    path = tmp_path / "copy.crosscase"
    with begun((postgres_url, schema)) as study:
        study.copy_to(path)
        with pytest.raises(CrosscaseError, match="left alone"):
            study.copy_to((postgres_url, schema))
        with Study.open(path, member="Ines") as copy:
            assert dump_digest(copy.store) == dump_digest(study.store)
            assert [memo.text for memo in copy.rows(Memo)] != ["I was afraid of her answer"]
            copy.do(add_code, "trust")
            copy.copy_to((postgres_url, other))
        gathered = study.merge(path, (postgres_url, other))
        assert [one.entries for one in gathered.copies] == [1, 0]
        reading = tmp_path / "reading.crosscase"
        study.copy_for_reading(reading, "Okafor", sources=[])
        assert SAID[:20].encode() not in reading.read_bytes()
        assert verify(study.store) == []
    with Study.open((postgres_url, other), member="Ines") as third:
        third.merge((postgres_url, schema))
        with Study.open((postgres_url, schema), member="Ines") as first:
            assert dump_digest(third.store) == dump_digest(first.store)
        assert verify(third.store) == []


def test_copies_of_an_encrypted_study_are_encrypted(tmp_path: Path) -> None:
    with begun(tmp_path / "a.crosscase", passphrase="correct horse") as study:
        study.copy_to(tmp_path / "copy.crosscase")
        study.copy_to(tmp_path / "own.crosscase", own_memos=True)
        study.copy_for_reading(tmp_path / "reading.crosscase", "Okafor")
        names = ("copy", "own", "reading")
        for name in names:
            data = (tmp_path / f"{name}.crosscase").read_bytes()
            assert not data.startswith(b"SQLite")
            assert SAID[:20].encode() not in data
            with Study.open(tmp_path / f"{name}.crosscase", member="Ines", passphrase="correct horse") as copy:
                assert [copy.text(source.id) for source in copy.rows(Source)] == [SAID]
                copy.do(write_memo, f"from {name}")
                assert verify(copy.store) == []
        study.merge(*(tmp_path / f"{name}.crosscase" for name in names), passphrase="correct horse")
        assert {memo.text for memo in study.rows(Memo)} >= {f"from {name}" for name in names}
    assert not list(tmp_path.glob(".*"))


def test_a_copy_that_cannot_be_finished_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full while the copy is made anew (a private memo has to stay behind)."""
    with begun(tmp_path / "a.crosscase") as study:
        study.do(write_memo, "for all to read")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("crosscase.store.copies.on_disk", full)
        for target in ("copy.crosscase", "own.crosscase"):
            with pytest.raises(OSError, match="No space"):
                study.copy_to(tmp_path / target, own_memos=target.startswith("own"))
        with pytest.raises(OSError, match="No space"):
            study.copy_for_reading(tmp_path / "reading.crosscase", "Okafor")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "state") == ["a.crosscase"]
