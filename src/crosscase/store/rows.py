"""Reading rows and columns out of the tables, and putting them in, generically over the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select, bindparam, select

from crosscase.model import Field, Id, Kind, Row, kind_named, kind_of
from crosscase.store.tables import ROWS

R = TypeVar("R", bound=Row)

CHUNK = 5_000
"""How many values one statement names at most."""


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """A long list in parts that one statement can name."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def to_column(value: Any, field: Field) -> Any:
    """A value as its column holds it."""
    if field.type == "list":
        return msgspec.json.encode(tuple(value)).decode() if value else "[]"
    return value


def from_column(value: Any, field: Field) -> Any:
    """A value as the model has it."""
    if field.type == "list":
        return tuple(msgspec.json.decode(value)) if value else ()
    if field.type == "boolean":
        return bool(value)
    return value


def to_row(row: type[R], record: Any) -> R:
    """A record (id, then the fields in order) as a row."""
    values = {
        field.name: from_column(value, field) if field.type in ("list", "boolean") else value
        for field, value in zip(kind_of(row).fields, record[1:], strict=True)
    }
    return row(id=record[0], **values)


@cache
def _select(
    kind: Kind, *equal: str, empty: tuple[str, ...] = (), among: str = "", removed: bool = False
) -> Select[Any]:
    """The rows of a kind: fields to equal a parameter, to be empty, one to be among a list; built once for each."""
    table = ROWS[kind.name]
    statement = select(table.c.id, *(table.c[field.name] for field in kind.fields))
    if not removed:
        statement = statement.where(table.c.removed.is_(False))
    for name in equal:
        statement = statement.where(table.c[name] == bindparam(f"{name}_"))
    for name in empty:
        statement = statement.where(table.c[name].is_(None))
    if among:
        statement = statement.where(table.c[among].in_(bindparam("among_", expanding=True)))
    return statement.order_by(table.c.id)


def one(connection: Connection, row: type[R], thing: Id, *, removed: bool = False) -> R | None:
    """The row with that id, if it is there (and not removed, unless asked for)."""
    record = connection.execute(_select(kind_of(row), "id", removed=removed), {"id_": thing}).first()
    return None if record is None else to_row(row, record)


def some(connection: Connection, row: type[R], **equal: Any) -> list[R]:
    """The rows not removed whose fields equal what is given (a list or set: are among it), by id."""
    among = next((name for name, value in equal.items() if isinstance(value, list | tuple | set | frozenset)), "")
    empty = tuple(name for name, value in equal.items() if value is None)
    plain = [name for name in equal if name != among and name not in empty]
    statement = _select(kind_of(row), *plain, empty=empty, among=among)
    given = {f"{name}_": equal[name] for name in plain}
    if not among:
        return [to_row(row, record) for record in connection.execute(statement, given)]
    found = [
        to_row(row, record)
        for part in chunks(sorted(set(equal[among])))
        for record in connection.execute(statement, {**given, "among_": part})
    ]
    return sorted(found, key=lambda each: each.id)


def columns(connection: Connection, kind: str, fields: Sequence[str]) -> dict[str, list[Any]]:
    """All rows of a kind that are not removed, by column and in the order of their ids; `id` comes first."""
    described = kind_named(kind)
    table = ROWS[kind]
    statement = (
        select(table.c.id, *(table.c[name] for name in fields)).where(table.c.removed.is_(False)).order_by(table.c.id)
    )
    records = connection.execute(statement).fetchall()
    names = ("id", *fields)
    if not records:
        return {name: [] for name in names}
    found = {name: list(values) for name, values in zip(names, zip(*records, strict=True), strict=True)}
    for name in fields:
        field = described.field(name)
        if field.type in ("list", "boolean"):
            found[name] = [from_column(value, field) for value in found[name]]
    return found


def existing(connection: Connection, kind: str, ids: Iterable[Id]) -> set[Id]:
    """Which of these rows are there, removed or not."""
    table = ROWS[kind]
    found: set[Id] = set()
    for part in chunks(list(ids)):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(part))).scalars())
    return found
