"""Records into tables, many at a time and straight to the driver."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Boolean, Connection, Table

from crosscase.store.direct import run_many

_MANY = 50
_LONG = 1_000_000
_PLAIN = re.compile(r"[a-z0-9 \[\]]{0,40}")


def insert_all(connection: Connection, table: Table, records: Sequence[tuple[Any, ...]]) -> None:
    """Put in many records, their values in the order of the table's columns.

    Straight to the driver: what SQLAlchemy does for each record would take longer than the insert. What all records
    have in common stands in the statement once, because most of the time goes into handing values over; and the
    driver of SQLite takes three times as long over a truth value as over a number.
    """
    if not records:
        return
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names = [f'"{column.name}"' for column in table.columns]
    if len(records) < _MANY:
        statement = _insert(table.name, tuple(names), (mark,) * len(names))
        run_many(connection, statement, records)
        if mark == "?" and any(isinstance(value, str) and len(value) > _LONG for value in records[-1]):
            _let_go(connection, statement, len(names))
        return
    given: list[Sequence[Any]] = []
    marks: list[str] = []
    for column, values in zip(table.columns, zip(*records, strict=True), strict=True):
        literal = _literal(values[0]) if values.count(values[0]) == len(values) else ""
        if not literal:
            is_flag = mark == "?" and isinstance(column.type, Boolean)
            given.append([value if value is None else int(value) for value in values] if is_flag else values)
        marks.append(literal or mark)
    run_many(connection, _insert(table.name, tuple(names), tuple(marks)), list(zip(*given, strict=True)))


def _let_go(connection: Connection, statement: str, values: int) -> None:
    """Have the driver of SQLite let go of long words: it keeps what a statement was last given, for the next time.

    Given nothing, which no table takes, the statement fails and changes nothing.
    """
    with suppress(connection.dialect.loaded_dbapi.IntegrityError):
        run_many(connection, statement, [(None,) * values])


def _insert(table: str, names: tuple[str, ...], marks: tuple[str, ...]) -> str:
    return f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({", ".join(marks)})'  # noqa: S608 - names of our own


def _literal(value: Any) -> str:
    """A value as it can stand in a statement; empty where it had better be handed over."""
    if value is None:
        return "NULL"
    if isinstance(value, bool | int):
        return str(value).upper()
    return f"'{value}'" if isinstance(value, str) and _PLAIN.fullmatch(value) else ""
