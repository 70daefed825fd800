"""Changes into tables.

Apply takes what it is given and never refuses: verbs have checked, and what came from elsewhere is a fact.

`insert_all` and `set_field` are the only two functions that write rows. At the end of the order a change is applied as
it stands; entries that belong further back go through `absorb`, which folds and then uses the same two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, update

from crosscase.journal.changes import REMOVED
from crosscase.journal.changes import Column as Packed
from crosscase.model import Id, Kind, kind_named
from crosscase.store.rows import to_column
from crosscase.store.tables import ROWS, TOUCH
from crosscase.store.texts import PLACED

AGAIN = "*"
"""The touch of an entry that added a row which was there already: it wrote every field."""


def insert_all(connection: Connection, table: Table, records: Sequence[tuple[Any, ...]]) -> None:
    """Put in many records, their values in the order of the table's columns.

    Straight to the driver: what SQLAlchemy does for each record would take longer than the insert.
    """
    if records:
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        connection.exec_driver_sql(_insert(table, mark), list(records))


@cache
def _insert(table: Table, mark: str) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join([mark] * len(table.columns))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own tables


def records_of(kind: Kind, columns: Mapping[str, Packed], rows: Sequence[Id], seq: int) -> list[tuple[Any, ...]]:
    """The rows of an added change as their table takes them: id, removed, born, and the fields in order."""
    count = len(rows)
    values: dict[str, Sequence[Any]] = {}
    for field in kind.fields:
        given = columns.get(field.name)
        if given is None or given.each is None:
            values[field.name] = (to_column(field.default if given is None else given.all, field),) * count
        elif field.type == "list":
            values[field.name] = [to_column(value, field) for value in given.each]
        else:
            values[field.name] = given.each
    if kind in PLACED:
        values["start"] = [int(first) if first.isdigit() else 0 for first in values["first"]]
        values["end"] = [int(last) + 1 if last.isdigit() else 0 for last in values["last"]]
    return list(zip(rows, (False,) * count, (seq,) * count, *values.values(), strict=True))


def set_field(connection: Connection, kind: str, field: str, values: Sequence[tuple[Id, Any]]) -> None:
    """Give rows new values of one field."""
    if not values:
        return
    table = ROWS[kind]
    described = None if field == REMOVED else kind_named(kind).field(field)
    statement = update(table).where(table.c.id == bindparam("its_id")).values({field: bindparam("its_value")})
    connection.execute(
        statement,
        [
            {"its_id": row, "its_value": value if described is None else to_column(value, described)}
            for row, value in values
        ],
    )


def touch(connection: Connection, touches: Sequence[tuple[str, Id, str, int]]) -> None:
    """Note which entries wrote which fields (kind, row, field, arrival number)."""
    insert_all(connection, TOUCH, list(dict.fromkeys(touches)))
