"""What somebody removed while others, who had not seen it, wrote to it or named it.

One conflict for each thing removed: bringing it back, or letting it go, answers all who needed it. A row that names
what is gone is reported whatever the journal says, because verbs leave none behind.

What a careful reader would get wrong: a row that lies in what was removed went with it, and does not stand in the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, literal, select

from crosscase.journal.chain import Seen
from crosscase.journal.changes import REMOVED
from crosscase.journal.conflicts import Conflict, Side
from crosscase.model import KINDS, Id, Kind
from crosscase.store.apply import AGAIN
from crosscase.store.direct import fetch
from crosscase.store.rows import chunks
from crosscase.store.tables import ENTRY, ROWS, TOUCH

Named = tuple[str, Id, str]
"""A row that names another: its kind, its id, and the field."""


_JOINED = TOUCH.join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
_OF_ROWS = (TOUCH.c.kind == bindparam("kind_"), TOUCH.c.row.in_(bindparam("rows_", expanding=True)))
_TOUCHES = (
    select(TOUCH.c.row, TOUCH.c.field, ENTRY.c.id, ENTRY.c.digest, ENTRY.c.clock)
    .select_from(_JOINED)
    .where(*_OF_ROWS)
    .order_by(ENTRY.c.clock, ENTRY.c.digest, TOUCH.c.field)
)
_WRITERS = (
    select(TOUCH.c.row, ENTRY.c.clock, ENTRY.c.digest, ENTRY.c.id)
    .select_from(_JOINED)
    .where(*_OF_ROWS, TOUCH.c.field.in_((bindparam("field_"), AGAIN)))
)


@cache
def _removed_of(kind: Kind) -> Select[Any]:
    table = ROWS[kind.name]
    return select(table.c.id).where(table.c.removed.is_(True)).order_by(table.c.id)


@cache
def _born_of(kind: Kind) -> Select[Any]:
    """By which entries rows were added, as writes."""
    table = ROWS[kind.name]
    return (
        select(table.c.id, literal(AGAIN), ENTRY.c.id, ENTRY.c.digest, ENTRY.c.clock)
        .join(ENTRY, ENTRY.c.seq == table.c.born)
        .where(table.c.id.in_(bindparam("rows_", expanding=True)))
    )


@cache
def _named_by(user: Kind, field: str) -> Select[Any]:
    """The rows that name some things, by that field: what, who, and the entry that added them (clock, digest, id)."""
    table = ROWS[user.name]
    return (
        select(table.c[field], table.c.id, ENTRY.c.clock, ENTRY.c.digest, ENTRY.c.id)
        .join(ENTRY, ENTRY.c.seq == table.c.born)
        .where(table.c[field].in_(bindparam("things_", expanding=True)), table.c.removed.is_(False))
        .order_by(table.c.id)
    )


def over_removed(connection: Connection, seen: Seen, undone: Mapping[Id, set[Id]]) -> list[Conflict]:
    """All open conflicts over what was removed."""
    found: list[Conflict] = []
    for kind in KINDS:
        removed = [] if kind.constant else [thing for (thing,) in fetch(connection, _removed_of(kind))]
        if not removed:
            continue
        touches = _touches(connection, kind, removed, undone)
        written = {thing: _written(touches.get(thing, []), seen) for thing in removed}
        naming = _naming(connection, kind, removed)
        for thing in removed:
            sides = [Side(entry, field) for entry, field in written[thing]]
            sides += [Side(entry, (user, row, field)) for entry, (user, row, field) in naming.get(thing, [])]
            if sides:
                removals = [entry for field, entry, _ in touches.get(thing, []) if field == REMOVED]
                fields = {field for _, field in written[thing]}
                found.append(
                    Conflict(
                        nature="removed",
                        kind=kind.name,
                        rows=(thing, *sorted({row for _, (_, row, _) in naming.get(thing, [])})),
                        field=min(fields, default=""),
                        sides=(Side(removals[-1] if removals else "", None), *sides),
                    )
                )
    return found


Touch = tuple[str, Id, str]
"""A write to a row: the field, the entry and its digest."""


def _touches(
    connection: Connection, kind: Kind, things: list[Id], undone: Mapping[Id, set[Id]]
) -> dict[Id, list[Touch]]:
    """The writes to each row, in the order of the journal; settlements that were undone are left out."""
    found: dict[Id, list[Touch]] = {}
    passed = set().union(*undone.values())
    for part in chunks(things):
        records = fetch(connection, _TOUCHES, {"kind_": kind.name, "rows_": part})
        twice = part if kind.derived else sorted({row for row, field, *_ in records if field == AGAIN})
        if twice:
            # Which of several entries that added it came in first differs from copy to copy.
            records = sorted([*records, *fetch(connection, _born_of(kind), {"rows_": twice})], key=_in_order)
        for row, field, entry, name, _ in records:
            if entry not in passed:
                found.setdefault(row, []).append((field, entry, name))
    return found


def _in_order(record: tuple[Any, ...]) -> tuple[int, str, str]:
    _, field, _, name, clock = record
    return clock, name, field


def _written(touches: list[Touch], seen: Seen) -> list[tuple[Id, str]]:
    """Writes by who had not seen the removal, and that nobody has seen together with it since (entry, field)."""
    found: list[tuple[Id, str]] = []
    removals = [name for field, _, name in touches if field == REMOVED]
    for field, entry, name in touches:
        if field == REMOVED or any(seen.had_seen(gone, name) for gone in removals):
            continue  # who removed it, or brought it back, knew of this
        for gone in removals:
            apart = not (seen.had_seen(name, gone) or seen.had_seen(gone, name))
            if apart and not any(
                later not in {name, gone} and seen.had_seen(later, name) and seen.had_seen(later, gone)
                for _, _, later in touches
            ):
                found.append((entry, field))
                break
    return found


def _naming(connection: Connection, kind: Kind, removed: list[Id]) -> dict[Id, list[tuple[Id, Named]]]:
    """The rows still there that name these, each with the entry by which it does."""
    found: dict[Id, list[tuple[Id, Named]]] = {}
    for user, name in _fields_naming(kind):
        for part in chunks(removed):
            records = fetch(connection, _named_by(user, name), {"things_": part})
            if records:
                writers = {row: tuple(entry) for _, row, *entry in records}
                for part_of in chunks(list(writers)):
                    for row, *entry in fetch(
                        connection, _WRITERS, {"kind_": user.name, "field_": name, "rows_": part_of}
                    ):
                        writers[row] = max(writers[row], tuple(entry))
                for thing, row, *_ in records:
                    found.setdefault(thing, []).append((writers[row][-1], (user.name, row, name)))
    return found


def _fields_naming(kind: Kind) -> Iterator[tuple[Kind, str]]:
    for user in KINDS:
        for field in user.stored:
            if field.refers in (kind.name, "*"):
                yield user, field.name
