"""Changes into tables.

Apply takes what it is given and never refuses: verbs have checked, and what came from elsewhere is a fact.

`inserting.insert_all` and `set_field` are the only two functions that write rows. At the end of the order a change is
applied as it stands; entries that belong further back go through `absorb`, which folds and then uses the same two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, update

from crosscase.journal.changes import REMOVED
from crosscase.journal.changes import Column as Packed
from crosscase.journal.entry import Entry
from crosscase.model import Field, Id, Kind, kind_named
from crosscase.store.inserting import insert_all
from crosscase.store.rows import to_column
from crosscase.store.tables import ENTRY, ROWS, TOUCH
from crosscase.store.texts import PLACED

AGAIN = "*"
"""The touch of an entry that added a row which was there already: it wrote every field."""


def records_of(kind: Kind, columns: Mapping[str, Packed], rows: Sequence[Id], seq: int) -> list[tuple[Any, ...]]:
    """The rows of an added change as their table takes them: id, removed, born, and the fields in order."""
    count = len(rows)
    if count == 1:
        return [_record_of(kind, columns, rows[0], seq)]
    values: dict[str, Sequence[Any]] = {}
    for name, default, as_list in _laid(kind):
        given = columns.get(name)
        if given is None:
            values[name] = (default,) * count
        elif given.each is None:
            values[name] = (to_column(given.all, as_list) if as_list else given.all,) * count
        else:
            values[name] = [to_column(value, as_list) for value in given.each] if as_list else given.each
    if kind in PLACED:
        values["start"] = [int(first) if first.isdigit() else 0 for first in values["first"]]
        values["end"] = [int(last) + 1 if last.isdigit() else 0 for last in values["last"]]
    return list(zip(rows, (False,) * count, (seq,) * count, *values.values(), strict=True))


def _record_of(kind: Kind, columns: Mapping[str, Packed], row: Id, seq: int) -> tuple[Any, ...]:
    """The same for one row, as it comes in by the ten thousand when copies are merged."""
    template, places, lists = _template(kind)
    values = [row, False, seq, *template]
    for name, given in columns.items():
        value = given.all if given.each is None else given.each[0]
        values[places[name]] = to_column(value, lists[name]) if name in lists else value
    if kind in PLACED:
        first, last = values[places["first"]], values[places["last"]]
        values[places["start"]] = int(first) if first.isdigit() else 0
        values[places["end"]] = int(last) + 1 if last.isdigit() else 0
    return tuple(values)


@cache
def _template(kind: Kind) -> tuple[tuple[Any, ...], dict[str, int], dict[str, Field]]:
    """The defaults of a record behind id, removed and born; where in it each field is; and which fields are lists."""
    laid = _laid(kind)
    places = {name: at for at, (name, _, _) in enumerate(laid, 3)}
    return tuple(default for _, default, _ in laid), places, {name: field for name, _, field in laid if field}


@cache
def _laid(kind: Kind) -> tuple[tuple[str, Any, Field | None], ...]:
    """Each field's name and default as its column has it, and the field itself when it is a list."""
    return tuple(
        (field.name, to_column(field.default, field), field if field.type == "list" else None) for field in kind.fields
    )


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


def journal_record(entry: Entry, name: str, body: bytes, seq: int) -> dict[str, Any]:
    """An entry as the journal's table has it, by column."""
    return dict(zip((column.name for column in ENTRY.columns), journal_values(entry, name, body, seq), strict=True))


def journal_values(entry: Entry, name: str, body: bytes, seq: int) -> tuple[Any, ...]:
    """An entry as the journal's table takes it, in the order of its columns."""
    heads = msgspec.json.encode(entry.heads).decode() if entry.heads else "[]"
    return (
        seq, entry.id, name, entry.chain, entry.number, entry.before, heads, entry.clock, entry.wall, entry.by,
        entry.verb, entry.because, entry.undoes, body,
    )  # fmt: skip
