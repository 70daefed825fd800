"""Numbered schema steps. New studies go through the same ones as old ones, so there is one schema.

A step is about the tables that hold what nothing else does: journal, vault, originals, signatures. It is never edited
once released. The derived tables need no steps: a study remembers their shape, and where the program's is another
one they are made anew from the journal.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from sqlalchemy import Connection, create_mock_engine, inspect, select
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from crosscase.errors import CrosscaseError
from crosscase.store.tables import CELL, DERIVED, ENTRY, LOCAL, METADATA, PIECE, SIGNATURE, shape


class NewerSchemaError(CrosscaseError):
    """The study was written by a newer program."""

    code = "newer-schema"

    def __init__(self, found: int) -> None:
        super().__init__(
            f"This study was written by a newer crosscase (tables of step {found}; this one knows {len(STEPS)}). "
            "Nothing was changed. Install the newer one to work on it."
        )


def _journal_and_vault(connection: Connection) -> None:
    METADATA.create_all(connection, tables=[ENTRY, CELL, PIECE, LOCAL])


def _signatures(connection: Connection) -> None:
    METADATA.create_all(connection, tables=[SIGNATURE])


STEPS: tuple[Callable[[Connection], None], ...] = (_journal_and_vault, _signatures)


def has_tables(connection: Connection, schema: str = "") -> bool:
    """Whether a study lies here."""
    return inspect(connection).has_table("entry", schema=schema or None)


def stands_at(connection: Connection) -> tuple[int, str]:
    """The step that a study's tables have reached, and the shape of its derived ones."""
    known = dict(connection.execute(select(LOCAL.c.key, LOCAL.c.value).where(LOCAL.c.key.in_(("step", "shape")))).all())
    return int(known.get("step", 0)), known.get("shape", "")


def due(connection: Connection) -> bool:
    """Whether a study's tables have to be brought up before this program can work with them.

    Raises:
        NewerSchemaError: a newer program made them.
    """
    step, known = stands_at(connection)
    if step > len(STEPS):
        raise NewerSchemaError(step)
    return step < len(STEPS) or known != shape()


@functools.cache
def _derived(dialect: str) -> tuple[str, ...]:
    """The statements that make the derived tables. Every replay begins with them, so they are worked out once."""
    speaks = create_mock_engine(f"{dialect}://", executor=lambda *_: None).dialect
    made: list[ExecutableDDLElement] = []
    for table in DERIVED:
        made += [CreateTable(table), *map(CreateIndex, table.indexes)]
    return tuple(str(each.compile(dialect=speaks)) for each in made)


def bring_up(connection: Connection, step: int) -> None:
    """Run the steps after `step`, and make the derived tables, empty."""
    for following in STEPS[step:]:
        following(connection)
    for table in DERIVED:
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{table.name}"')
    for statement in _derived(connection.dialect.name):
        connection.exec_driver_sql(statement)
    for key, value in (("step", str(len(STEPS))), ("shape", shape())):
        connection.execute(LOCAL.delete().where(LOCAL.c.key == key))
        connection.execute(LOCAL.insert(), {"key": key, "value": value})
