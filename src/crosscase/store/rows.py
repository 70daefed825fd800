"""Reading rows and columns out of the tables, and putting them in, generically over the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import Connection, Select, bindparam, func, select

from crosscase.model import Field, Id, Kind, Row, kind_named, kind_of
from crosscase.store.direct import fetch
from crosscase.store.tables import ENTRY, ROWS, TOUCH

R = TypeVar("R", bound=Row)

Counted = dict[tuple[Any, ...], int]
"""How many there are, by the fields they share."""

CHUNK = 5_000
"""How many values one statement names at most."""
_FEW = 500
"""How many rows are always asked for by name."""


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
    return _READ[field.type](value) if field.type in _READ else value


def _listed(value: str | None) -> tuple[Any, ...]:
    return tuple(msgspec.json.decode(value)) if value and value != "[]" else ()


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {"list": _listed, "boolean": bool}


def to_row(row: type[R], record: Any) -> R:
    """A record (id, then the fields in order) as a row."""
    names, otherwise = _shape(row)
    values = dict(zip(names, record, strict=True))
    for name, read in otherwise:
        values[name] = read(values[name])
    return row(**values)


@cache
def _shape(row: type[Row]) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """The names of a record's columns, and what reads the fields that are not as their column has them."""
    fields = kind_of(row).fields
    return ("id", *(one.name for one in fields)), tuple(
        (one.name, _READ[one.type]) for one in fields if one.type in _READ
    )


@cache
def _select(
    kind: Kind,
    *equal: str,
    empty: tuple[str, ...] = (),
    among: str = "",
    removed: bool = False,
    only: tuple[str, ...] = (),
) -> Select[Any]:
    """The rows of a kind: fields to equal a parameter, to be empty, one to be among a list; built once for each."""
    table = ROWS[kind.name]
    statement = select(*(table.c[name] for name in only or _shape(kind.row)[0]))
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
    records = fetch(connection, _select(kind_of(row), "id", removed=removed), {"id_": thing})
    return to_row(row, records[0]) if records else None


def some(connection: Connection, row: type[R], /, **equal: Any) -> list[R]:
    """The rows not removed whose fields equal what is given (a list or set: are among it), by id."""
    found = [to_row(row, record) for record in _records(connection, row, equal)]
    many = any(isinstance(value, list | tuple | set | frozenset) for value in equal.values())
    return sorted(found, key=lambda each: each.id) if many else found


def values(
    connection: Connection, row: type[Row], only: tuple[str, ...], equal: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """Some fields of the rows that `some` gives, as their columns have them; in no order where a list was given."""
    return _records(connection, row, equal, only)


def tally(connection: Connection, row: type[Row], by: tuple[str, ...], equal: Mapping[str, Any]) -> Counted:
    """How many of the rows not removed share these fields, as their columns have them; the database counts."""
    records = fetch(connection, _tally(kind_of(row), by, *equal), {f"{name}_": value for name, value in equal.items()})
    return {tuple(record[:-1]): record[-1] for record in records}


@cache
def _tally(kind: Kind, by: tuple[str, ...], *equal: str) -> Select[Any]:
    table = ROWS[kind.name]
    shared = [table.c[name] for name in by]
    statement = select(*shared, func.count()).where(table.c.removed.is_(False)).group_by(*shared)
    for name in equal:
        statement = statement.where(table.c[name] == bindparam(f"{name}_"))
    return statement


def _records(
    connection: Connection, row: type[Row], equal: Mapping[str, Any], only: tuple[str, ...] = ()
) -> list[tuple[Any, ...]]:
    among = next((name for name, value in equal.items() if isinstance(value, list | tuple | set | frozenset)), "")
    empty = tuple(name for name, value in equal.items() if value is None)
    plain = [name for name in equal if name != among and name not in empty]
    statement = _select(kind_of(row), *plain, empty=empty, among=among, only=only)
    given = {f"{name}_": equal[name] for name in plain}
    if not among:
        return fetch(connection, statement, given)
    return [
        record
        for part in chunks(sorted(set(equal[among])))
        for record in fetch(connection, statement, {**given, "among_": part})
    ]


def columns(connection: Connection, kind: str, fields: Sequence[str]) -> dict[str, list[Any]]:
    """All rows of a kind that are not removed, by column and in the order of their ids; `id` comes first."""
    described = kind_named(kind)
    names = ("id", *fields)
    found: dict[str, list[Any]]
    if connection.dialect.name == "sqlite":
        # SQLite writes a column as one JSON text and msgspec reads it in a third of the time that the driver takes to
        # hand over every value of every record; at 300,000 codings that is seconds.
        packed = list(connection.exec_driver_sql(_packed(kind, names)).one())
        found = {name: msgspec.json.decode(packed.pop(0)) for name in names}
    else:
        records = fetch(connection, _columns(kind, tuple(fields)))
        by_column = zip(*records, strict=True) if records else ([] for _ in names)
        found = {name: list(values) for name, values in zip(names, by_column, strict=True)}
    for name in fields:
        field = described.field(name)
        if field.type == "list":
            found[name] = [() if value == "[]" else from_column(value, field) for value in found[name]]
        elif field.type == "boolean":
            found[name] = list(map(bool, found[name]))
    return found


@cache
def _packed(kind: str, names: tuple[str, ...]) -> str:
    columns, arrays = (", ".join(form.format(name) for name in names) for form in ('"{}"', 'json_group_array("{}")'))
    return f'SELECT {arrays} FROM (SELECT {columns} FROM "{kind}" WHERE removed IS 0 ORDER BY id)'  # noqa: S608 - our own


@cache
def _columns(kind: str, fields: tuple[str, ...]) -> Select[Any]:
    c = ROWS[kind].c
    return select(c.id, *(c[name] for name in fields)).where(c.removed.is_(False)).order_by(c.id)


def existing(connection: Connection, kind: str, ids: Iterable[Id]) -> set[Id]:
    """Which of these rows are there, removed or not."""
    asked = list(ids)
    if len(asked) > _FEW and fetch(connection, _size(kind))[0][0] <= len(asked):
        # To ask for thousands by name takes longer than to be told all there are.
        return set(asked).intersection(thing for (thing,) in fetch(connection, _ids(kind)))
    found: set[Id] = set()
    for part in chunks(asked):
        found.update(thing for (thing,) in fetch(connection, _existing(kind), {"among": part}))
    return found


def removed_by(connection: Connection, kind: str, ids: Iterable[Id]) -> dict[Id, str]:
    """For removed rows, the verb of the act that removed (or brought back) each last."""
    found: dict[Id, str] = {}
    for part in chunks(list(ids)):
        statement = (
            select(TOUCH.c.row, ENTRY.c.verb)
            .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
            .where(TOUCH.c.kind == kind, TOUCH.c.field == "removed", TOUCH.c.row.in_(part))
            .order_by(TOUCH.c.seq)
        )
        found.update((thing, verb) for thing, verb in connection.execute(statement))
    return found


@cache
def _size(kind: str) -> Select[Any]:
    return select(func.count()).select_from(ROWS[kind])


@cache
def _ids(kind: str) -> Select[Any]:
    return select(ROWS[kind].c.id)


@cache
def _existing(kind: str) -> Select[Any]:
    table = ROWS[kind]
    return select(table.c.id).where(table.c.id.in_(bindparam("among", expanding=True)))
