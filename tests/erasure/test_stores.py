"""Erasing in an encrypted file and in a PostgreSQL schema."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

import pytest
import sqlalchemy

from crosscase.journal.redaction import RUN
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.study import Study
from crosscase.verbs.erasures import erase_participant
from tests.erasure.study_of_two import IN_THE_PAIR, NAME, SAID, her, leftovers

WORDS = (*SAID, IN_THE_PAIR, NAME)


@pytest.mark.postgres
def test_no_word_is_left_in_any_page_of_a_schema(path: Path, postgres_url: str) -> None:
    schema = f"evenings_{uuid.uuid4().hex[:12]}"
    store = Store.create((postgres_url, schema))
    with Study.open(path) as study:
        merge(store, study.store)
    store.close()
    with Study.open((postgres_url, schema), member="Ines") as study:
        study.index()
        assert _in_pages(postgres_url, schema, *WORDS)
        study.because("asked by letter").do(erase_participant, her(study))
        assert study.verify() == []
        assert _in_pages(postgres_url, schema, *WORDS) == []
        with Study.open(path) as other:
            merge(study.store, other.store)
            assert _in_pages(postgres_url, schema, *WORDS) == []
            merge(other.store, study.store)
            assert other.dump_digest() == study.dump_digest()
    assert leftovers(path.parent, *WORDS) == []


def _in_pages(url: str, schema: str, *words: str) -> list[str]:
    """The runs of these words that stand in the files of a schema's tables and indexes."""
    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("CHECKPOINT")
        files = connection.exec_driver_sql(
            "SELECT pg_read_binary_file(pg_relation_filepath(each.oid)) FROM pg_class AS each "
            "LEFT JOIN pg_class AS main ON main.reltoastrelid = each.oid "
            "JOIN pg_namespace AS space ON space.oid = coalesce(main.relnamespace, each.relnamespace) "
            "WHERE space.nspname = %s AND each.relkind IN ('r', 'i', 't')",
            (schema,),
        ).scalars()
        data = b"\n".join(bytes(each) for each in files)
    engine.dispose()
    runs = [text[at : at + RUN] for text in words for at in range(max(1, len(text) - RUN + 1))]
    return [run for run in runs if run.encode() in data]


def test_an_encrypted_study_forgets_as_well(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.crosscase"
    store = Store.create(secret, passphrase="a long enough sentence")
    with Study.open(path) as study:
        merge(store, study.store)
    store.close()
    with Study.open(secret, member="Ines", passphrase="a long enough sentence") as study:
        study.because("asked by letter").do(erase_participant, her(study))
        assert study.verify() == []
        assert not study.store.scrub_is_due


def test_while_another_program_reads_it_stays_due_and_is_done_later(path: Path) -> None:
    reader = Store.at_path(path, writable=False)
    with reader.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM cell").fetchall()
        with Study.open(path) as study:
            study.store.database._connection.connection.driver_connection.execute("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
            study.because("asked by letter").do(erase_participant, her(study))
            assert study.store.scrub_is_due
    reader.close()
    with Study.open(path) as study:
        assert not study.store.scrub_is_due
    assert leftovers(path.parent, *WORDS) == []


def test_backups_forget_as_well(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSCASE_BACKUPS")
    with Study.open(path):
        pass
    beside = path.with_name("evenings.crosscase-backups")
    assert beside.is_dir()
    assert leftovers(beside, *WORDS)
    with Study.open(path) as study:
        study.because("asked by letter").do(erase_participant, her(study))
    assert list(beside.glob("*.crosscase"))
    assert leftovers(path.parent, *WORDS) == []
    shutil.rmtree(beside)
