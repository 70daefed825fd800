"""What people have to settle: open conflicts, found from the tables and the journal.

Nothing is stored about a conflict. Candidates are fields that entries of several branches wrote, rows that name one
that was removed (`findings_removed`), corrections of the same words (`findings_text`), and rows that share what people
know them by; who had seen what decides.

A settlement that was undone settles nothing: it and its undo are passed over, unless somebody has built on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, select

from crosscase.journal.chain import Seen
from crosscase.journal.changes import REMOVED
from crosscase.journal.conflicts import PLACE, Conflict, ConflictNature, Side, at_once, over_field, over_prose
from crosscase.journal.fold import Write, fold_tree
from crosscase.journal.standing import Line, Standing
from crosscase.model import KINDS, Field, Id, Kind, kind_named
from crosscase.store.absorb import tree_writes, writes_to
from crosscase.store.apply import AGAIN
from crosscase.store.direct import fetch
from crosscase.store.findings_removed import over_removed
from crosscase.store.findings_text import over_texts
from crosscase.store.rows import chunks, columns
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH

PLACE_FIELDS = ("place", "first", "last", "area", "from_ms", "to_ms")
"""The fields that say where in its source something lies."""


def open_conflicts(store: Store) -> list[Conflict]:
    """All open conflicts, in the same order on every copy."""
    seen = Seen(store.headers())
    found: list[Conflict] = []
    with store.reading() as connection:
        if seen.several():
            undone = settlements_undone(connection)
            found += _over_fields(store, connection, seen, undone)
            found += _over_trees(store, connection, seen, undone)
            found += over_texts(store, connection, seen, undone)
        found += over_removed(connection, seen, undone if seen.several() else {})
        found += _twins(connection)
    return sorted(found, key=lambda one: (one.nature, one.kind, one.rows, one.field, one.at))


def settlements_undone(connection: Connection) -> dict[Id, set[Id]]:
    """Acts that settled a conflict and were undone, each with itself and the entries that turned it round."""
    c = ENTRY.c
    settled = set(connection.execute(select(c.id).where(c.verb.startswith("conflict."))).scalars())
    if not settled:
        return {}
    lines = [
        Line(*record)
        for record in connection.execute(select(c.id, c.by, c.undoes).where(c.undoes != "").order_by(c.clock, c.digest))
    ]
    standing = Standing(lines)
    found: dict[Id, set[Id]] = {}
    for line in lines:
        act = standing.act_behind(line.entry)
        if act in settled and standing.undone(act):
            found.setdefault(act, {act}).add(line.entry)
    return found


def in_effect(writes: Sequence[Write], seen: Seen, undone: Mapping[Id, set[Id]]) -> list[Write]:
    """The writes without settlements that were undone and their undoing, where nobody has built on these."""
    passed: set[Id] = set()
    for write in writes:
        turns = undone.get(write.entry)
        if turns and not any(seen.had_seen(w.digest, write.digest) for w in writes if w.entry not in turns):
            passed |= turns
    return [write for write in writes if write.entry not in passed]


def _candidates(connection: Connection, seen: Seen) -> dict[tuple[str, str], list[Id]]:
    """Fields that entries of more than one branch wrote."""
    records = connection.execute(
        select(TOUCH.c.kind, TOUCH.c.row, TOUCH.c.field, ENTRY.c.digest).join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
    ).all()
    branches: dict[tuple[str, Id, str], set[str]] = {}
    for kind, row, field, name in records:
        if kind == "carried":
            continue  # nobody can say which of two programs' notes is right: the later one is
        names = [field] if field != AGAIN else [*(f.name for f in kind_named(kind).stored), REMOVED]
        for each in names:
            whole = PLACE if each in PLACE_FIELDS else each
            branches.setdefault((kind, row, whole), set()).add(seen.branch(name) if field != AGAIN else AGAIN)
    found: dict[tuple[str, str], list[Id]] = {}
    for (kind, row, field), names_of in branches.items():
        if (kind, field) != ("source", "text") and (len(names_of) > 1 or AGAIN in names_of):
            found.setdefault((kind, field), []).append(row)
    return found


def _over_fields(store: Store, connection: Connection, seen: Seen, undone: Mapping[Id, set[Id]]) -> list[Conflict]:
    found: list[Conflict] = []
    for (kind, name), things in _candidates(connection, seen).items():
        if name == PLACE:
            by_row = place_writes(store, connection, kind, things, seen)
        else:
            field = None if name == REMOVED else kind_named(kind).field(name)
            if field is not None and field.tree:
                continue
            by_row = writes_to(store, connection, kind, name, things)
        for row in sorted(by_row):
            writes = in_effect(by_row[row], seen, undone)
            prose = _prose(kind, name)
            conflict = over_prose(kind, prose, writes, seen) if prose else over_field(kind, name, writes, seen)
            if conflict is not None:
                found.append(conflict)
    return found


def _prose(kind: str, name: str) -> Field | None:
    if name in (REMOVED, PLACE):
        return None
    field = kind_named(kind).field(name)
    return field if field.prose else None


def place_writes(
    store: Store, connection: Connection, kind: str, things: Sequence[Id], seen: Seen
) -> dict[Id, list[Write]]:
    """Writes to the place of rows as a whole: after each, all its fields as their author saw them (name, value)."""
    names = [field.name for field in kind_named(kind).stored if field.name in PLACE_FIELDS]
    by_field = {name: writes_to(store, connection, kind, name, things) for name in names}
    found: dict[Id, list[Write]] = {}
    for row in things:
        own = {name: by_field[name].get(row, []) for name in names}
        entries = {write.order: write for writes in own.values() for write in writes}
        for order in sorted(entries):
            known = tuple(
                (name, next((w.after for w in reversed(own[name]) if seen.had_seen(order[1], w.digest)), None))
                for name in names
            )
            found.setdefault(row, []).append(Write(order, entries[order].entry, row, None, known))
    return found


def _over_trees(store: Store, connection: Connection, seen: Seen, undone: Mapping[Id, set[Id]]) -> list[Conflict]:
    found: list[Conflict] = []
    for kind in KINDS:
        for field in kind.stored:
            if not field.tree or not _written(connection, kind, field.name):
                continue
            writes = tree_writes(store, connection, kind.name, field.name)
            passed = {(write.row, write.digest) for write in fold_tree(writes).passed_over}
            by_row: dict[Id, list[Write]] = {}
            for write in writes:
                by_row.setdefault(write.row, []).append(write)
            for row, every in by_row.items():
                latest = at_once(in_effect(every, seen, undone), seen)
                circles = [write for write in latest if (row, write.digest) in passed]
                if not circles and len({write.after for write in latest}) < 2:
                    continue
                nature: ConflictNature = "circle" if circles else "field"
                if circles:
                    stands = [write for write in every if (row, write.digest) not in passed][-1:]
                    latest = stands + [write for write in latest if write not in stands]
                sides = tuple(Side(write.entry, write.after) for write in latest)
                found.append(Conflict(nature=nature, kind=kind.name, rows=(row,), field=field.name, sides=sides))
    return found


_ANY_WRITE = (
    select(TOUCH.c.seq)
    .where(TOUCH.c.kind == bindparam("kind_"), TOUCH.c.field.in_((bindparam("field_"), AGAIN)))
    .limit(1)
)


def _written(connection: Connection, kind: Kind, field: str) -> bool:
    return bool(fetch(connection, _ANY_WRITE, {"kind_": kind.name, "field_": field}))


def _twins(connection: Connection) -> list[Conflict]:
    found: list[Conflict] = []
    for kind in KINDS:
        if not kind.identity or kind.name == "source":
            continue  # several documents may have one name
        signpost = any(field.name == "merged_into" for field in kind.fields)
        fields = (*kind.identity, *(("merged_into",) if signpost else ()))
        data = columns(connection, kind.name, fields)
        groups: dict[tuple[object, ...], list[Id]] = {}
        for n, row in enumerate(data["id"]):
            if signpost and data["merged_into"][n] is not None:
                continue
            key = tuple(_plain(data[name][n]) for name in kind.identity)
            if any(isinstance(part, str) and part for part in key):
                groups.setdefault(key, []).append(row)
        for rows in groups.values():
            if len(rows) > 1:
                sides = _added_by(connection, kind, rows)
                things = tuple(side.value for side in sides)
                found.append(Conflict(nature="twins", kind=kind.name, rows=things, sides=sides))
    return found


def _added_by(connection: Connection, kind: Kind, things: Sequence[Id]) -> tuple[Side, ...]:
    """The twins, the one added first first."""
    table = ROWS[kind.name]
    found = [
        record
        for part in chunks(things)
        for record in connection.execute(
            select(ENTRY.c.clock, ENTRY.c.digest, ENTRY.c.id, table.c.id)
            .join(ENTRY, ENTRY.c.seq == table.c.born)
            .where(table.c.id.in_(part))
        )
    ]
    return tuple(Side(entry, row) for _, _, entry, row in sorted(tuple(record) for record in found))


def _plain(value: object) -> object:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value
