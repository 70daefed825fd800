"""Changes into tables.

Apply takes what it is given and never refuses: verbs have checked, and what came from elsewhere is a fact.

`add_rows` and `set_field` are the only two functions that write a row. At the end of the order a change is applied as
it stands; entries that belong further back go through `absorb`, which folds and then uses the same two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, update

from crosscase.journal.changes import REMOVED, Added
from crosscase.model import Id, Kind, kind_named
from crosscase.store.rows import to_column
from crosscase.store.tables import ROWS, TOUCH
from crosscase.store.texts import PLACED

AGAIN = "*"
"""The touch of an entry that added a row which was there already: it wrote every field."""


def add_rows(
    connection: Connection, change: Added, rows: Sequence[Id], seq: int, skip: set[Id] | frozenset[Id]
) -> None:
    """Put in the rows of a change, but not those to skip."""
    kind = kind_named(change.kind)
    records = records_of(kind, change.columns, rows, seq)
    if skip:
        records = [record for record in records if record["id"] not in skip]
    if records:
        connection.execute(ROWS[kind.name].insert(), records)


def records_of(kind: Kind, columns: Mapping[str, Any], rows: Sequence[Id], seq: int) -> list[dict[str, Any]]:
    """The rows of an added change as the tables take them."""
    count = len(rows)
    common: dict[str, Any] = {"removed": False, "born": seq}
    each: list[tuple[str, Sequence[Any]]] = []
    for field in kind.fields:
        given = columns.get(field.name)
        if given is None or given.each is None:
            common[field.name] = to_column(field.default if given is None else given.all, field)
        elif field.type == "list":
            each.append((field.name, [to_column(value, field) for value in given.each]))
        else:
            each.append((field.name, given.values(count)))
    records = [{"id": row, **common} for row in rows]
    for name, values in each:
        for record, value in zip(records, values, strict=True):
            record[name] = value
    if kind in PLACED:
        for record in records:
            first, last = record["first"], record["last"]
            if first.isdigit() and last.isdigit():
                record["start"], record["end"] = int(first), int(last) + 1
    return records


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
    unique = dict.fromkeys(touches)
    if unique:
        connection.execute(TOUCH.insert(), [{"kind": k, "row": r, "field": f, "seq": s} for k, r, f, s in unique])
