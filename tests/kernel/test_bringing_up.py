"""A study that an earlier program made is brought up when it is opened; nothing of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.store import steps
from crosscase.store.dump import dump_digest
from crosscase.store.store import Store
from crosscase.store.tables import LOCAL, TOKENS
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.sources import add_source


@pytest.fixture
def earlier(tmp_path: Path) -> tuple[Path, str]:
    """A study as a program of other shape left it, and the digest of its dump."""
    path = tmp_path / "peers.crosscase"
    with Study.new(path, member="Ines") as study:
        study.do(add_code, "disclosure", definition="Telling of one's own illness.")
        study.do(add_source, "Ward", text="I told them on the first day.")
        digest = study.dump_digest()
        with study.store.writing() as connection:
            connection.exec_driver_sql("DROP TABLE task")
            connection.exec_driver_sql("DROP TABLE signature")
            connection.exec_driver_sql("ALTER TABLE code DROP COLUMN example")
            connection.execute(LOCAL.update().where(LOCAL.c.key == "step").values(value="1"))
            connection.execute(LOCAL.delete().where(LOCAL.c.key == "shape"))
    return path, digest


@pytest.mark.parametrize("writable", [True, False])
def test_a_study_of_an_earlier_program_is_brought_up(earlier: tuple[Path, str], *, writable: bool) -> None:
    path, digest = earlier
    with Study.open(path, writable=writable) as study:
        assert study.dump_digest() == digest
        assert study.verify() == []


def test_what_is_of_this_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "peers.crosscase"
    with Study.new(path, member="Ines") as study:
        study.do(add_source, "Ward", text="I told them on the first day.")
        study.index()
    with Study.open(path) as study, study.store.reading() as connection:
        assert len(connection.execute(TOKENS.select()).all()) == 1


def test_a_study_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "peers.crosscase"
    with Study.new(path, member="Ines") as study, study.store.writing() as connection:
        connection.execute(LOCAL.update().where(LOCAL.c.key == "step").values(value=str(len(steps.STEPS) + 1)))
    with pytest.raises(steps.NewerSchemaError, match="newer crosscase"):
        Store.at_path(path)


def test_bringing_up_twice_changes_nothing(earlier: tuple[Path, str]) -> None:
    path, digest = earlier
    for _ in range(2):
        store = Store.at_path(path)
        assert dump_digest(store) == digest
        store.close()
