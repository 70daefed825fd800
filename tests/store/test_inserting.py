"""Long words are let go of once they are written, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from crosscase.model import Source
from crosscase.store.tables import CELL, TEXT
from crosscase.study import Study
from crosscase.verbs.sources import add_source


def test_a_long_text_is_written_once_and_what_follows_it_too(tmp_path: Path) -> None:
    long = "word after word. " * 100_000
    with Study.new(tmp_path / "long.crosscase", title="Long", member="Ada") as study:
        study.do(add_source, name="long", text=long)
        study.do(add_source, name="short", text="A few words.")
        assert [study.text(one.id) for one in sorted(study.rows(Source), key=lambda one: one.name)] == [
            long, "A few words.",
        ]  # fmt: skip
        with study.store.reading() as connection:
            assert connection.execute(select(func.count()).select_from(TEXT)).scalar() == 2
            assert connection.execute(select(func.count()).where(CELL.c.words == long)).scalar() == 1
            assert not connection.execute(select(func.count()).where(CELL.c.row.is_(None))).scalar()
