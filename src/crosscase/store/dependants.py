"""What stands on an act, so that it cannot be taken back alone.

A later act depends on an earlier one if it wrote a field that the earlier one wrote, if a row that is there names one
that the earlier one added, or if it corrected or marked characters that the earlier one put in. And a later act stands
in the way if it took away something that the earlier one, turned round, would name again, or if it moved something
so that going back would close a circle.

Undone acts do not count, nor do the turns that undid them: a turn is as good as the act it is about. What a careful
reader would get wrong: of several entries that wrote a field, the last one holds it; the others have nothing to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from crosscase.journal.changes import REMOVED, Corrected
from crosscase.journal.entry import Entry
from crosscase.journal.fold import closes_circle
from crosscase.journal.standing import Standing
from crosscase.model import KINDS, Field, Id, Kind, kind_named
from crosscase.store.apply import AGAIN
from crosscase.store.effects import FieldEffect
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH
from crosscase.store.texts import PLACED

Order = tuple[int, str]


class Past(msgspec.Struct, frozen=True):
    """An entry, as far as undo has to know it."""

    id: Id
    by: Id
    verb: str
    undoes: Id
    order: Order


def past(connection: Connection, names: Iterable[Id]) -> dict[Id, Past]:
    """These entries by their ids."""
    c = ENTRY.c
    found: dict[Id, Past] = {}
    for part in chunks(sorted(set(names))):
        for record in connection.execute(select(c.id, c.by, c.verb, c.undoes, c.clock, c.digest).where(c.id.in_(part))):
            found[record[0]] = Past(record[0], record[1], record[2], record[3], (record[4], record[5]))
    return found


def dependants(store: Store, entries: Sequence[Entry], did: Sequence[FieldEffect], state: Standing) -> list[Past]:
    """The later acts in effect that depend on entries, or stand in their way; latest first.

    Args:
        entries: an act, or the turns that left it as it is; the last of them counts for what is later.
        did: what they really did.
        state: which acts are in effect.
    """
    own = {state.act_behind(entry.id) for entry in entries}
    with store.reading() as connection:
        at = max(one.order for one in past(connection, [entry.id for entry in entries]).values())
        named = {
            *_writers(connection, did),
            *_namers(connection, did),
            *_text_writers(store, entries),
            *_on_new_words(connection, entries),
            *_in_the_way(connection, did),
        }
        acts = {state.act_behind(name) for name in named} - own
        known = past(connection, {name for act in acts for name in (act, *state.turns(act))})
    found: list[Past] = []
    for act in acts & known.keys():
        turns = [known[name] for name in state.turns(act)]
        if known[act].order > at:
            if not state.undone(act):
                found.append(known[act])
            continue
        # An earlier act counts where it was in effect then and is not now, or the other way round.
        before = [one for one in turns if one.order <= at]
        was_undone = bool(before) and state.is_undo(before[-1].id)
        if was_undone != state.undone(act):
            found.append(turns[-1])
    return sorted(found, key=lambda one: one.order, reverse=True)


# Fields


def _writers(connection: Connection, did: Sequence[FieldEffect]) -> Iterator[Id]:
    """Entries that wrote these fields, or any field of a row that was added."""
    subjects: dict[tuple[str, str], list[Id]] = {}
    for effect in did:
        field = "" if effect.field == REMOVED and effect.before else effect.field
        subjects.setdefault((effect.kind, field), []).append(effect.row)
    for (kind, field), things in subjects.items():
        for part in chunks(things):
            statement = (
                select(ENTRY.c.id)
                .distinct()
                .join(TOUCH, TOUCH.c.seq == ENTRY.c.seq)
                .where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part))
            )
            if field:
                statement = statement.where(TOUCH.c.field.in_((field, AGAIN)))
            yield from connection.execute(statement).scalars()


def last_writers(connection: Connection, kind: str, fields: Sequence[str], things: Collection[Id]) -> dict[Id, Id]:
    """The entry that last wrote one of these fields of each row: the one that added it, where nobody did since."""
    table = ROWS[kind]
    latest: dict[Id, tuple[Order, Id]] = {}
    for part in chunks(sorted(things)):
        born = select(table.c.id, ENTRY.c.clock, ENTRY.c.digest, ENTRY.c.id).join(ENTRY, ENTRY.c.seq == table.c.born)
        touched = select(TOUCH.c.row, ENTRY.c.clock, ENTRY.c.digest, ENTRY.c.id).join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
        for statement in (
            born.where(table.c.id.in_(part)),
            touched.where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part), TOUCH.c.field.in_((*fields, AGAIN))),
        ):
            for row, clock, digest, entry in connection.execute(statement):
                if row not in latest or latest[row][0] < (clock, digest):
                    latest[row] = ((clock, digest), entry)
    return {row: entry for row, (_, entry) in latest.items()}


# Names


def _naming(kind: str) -> Iterator[tuple[Kind, Field]]:
    for user in KINDS:
        for field in user.stored:
            if field.refers in (kind, "*"):
                yield user, field


def _namers(connection: Connection, did: Sequence[FieldEffect]) -> Iterator[Id]:
    """Entries through which a row that is there names one that would go."""
    going: dict[str, list[Id]] = {}
    for effect in did:
        if effect.field == REMOVED and effect.before:
            going.setdefault(effect.kind, []).append(effect.row)
    for kind, things in going.items():
        for user, field in _naming(kind):
            table = ROWS[user.name]
            users: set[Id] = set()
            for part in chunks(things):
                users.update(
                    connection.execute(
                        select(table.c.id).where(table.c[field.name].in_(part), table.c.removed.is_(False))
                    ).scalars()
                )
            users.difference_update(going.get(user.name, ()))
            if users:
                yield from last_writers(connection, user.name, (field.name,), users).values()


def _in_the_way(connection: Connection, did: Sequence[FieldEffect]) -> Iterator[Id]:
    """Entries that took away what would be named again, or that would make a circle of going back."""
    back = {(effect.kind, effect.row) for effect in did if effect.field == REMOVED and not effect.before}
    wanted: dict[str, set[Id]] = {}
    for kind, field, target in (*_named_again(did), *_named_by_rows(connection, back)):
        kinds = [each.name for each in KINDS] if field.refers == "*" else [field.refers or kind]
        for each in kinds:
            if (each, target) not in back:
                wanted.setdefault(each, set()).add(target)
    for kind, things in wanted.items():
        table = ROWS[kind]
        gone: set[Id] = set()
        for part in chunks(sorted(things)):
            gone.update(
                connection.execute(select(table.c.id).where(table.c.id.in_(part), table.c.removed.is_(True))).scalars()
            )
        if gone:
            yield from last_writers(connection, kind, (REMOVED,), gone).values()
    yield from _circles(connection, did)


def _named_again(did: Sequence[FieldEffect]) -> Iterator[tuple[str, Field, Id]]:
    """What fields would name when they are as they were."""
    for effect in did:
        field = None if effect.field == REMOVED else kind_named(effect.kind).field(effect.field)
        if field is not None and field.refers and isinstance(effect.before, str):
            yield effect.kind, field, effect.before


def _named_by_rows(connection: Connection, back: Collection[tuple[str, Id]]) -> Iterator[tuple[str, Field, Id]]:
    """What rows that would come back name."""
    by_kind: dict[str, list[Id]] = {}
    for kind, row in back:
        by_kind.setdefault(kind, []).append(row)
    for kind, things in by_kind.items():
        table = ROWS[kind]
        for field in kind_named(kind).stored:
            if not field.refers:
                continue
            for part in chunks(things):
                targets = select(table.c[field.name]).distinct().where(table.c.id.in_(part))
                for target in connection.execute(targets).scalars():
                    if target:
                        yield kind, field, target


def _circles(connection: Connection, did: Sequence[FieldEffect]) -> Iterator[Id]:
    trees: dict[tuple[str, str], dict[Id, Any]] = {}
    for effect in did:
        if effect.field != REMOVED and kind_named(effect.kind).field(effect.field).tree:
            trees.setdefault((effect.kind, effect.field), {})[effect.row] = effect.before
    for (kind, field), back in trees.items():
        table = ROWS[kind]
        named = dict(connection.execute(select(table.c.id, table.c[field])).all()) | back
        through: set[Id] = set()
        for row, target in back.items():
            if closes_circle(named, row, target):
                at = target
                while at is not None and at != row and at not in through:
                    through.add(at)
                    at = named.get(at)
        yield from last_writers(connection, kind, (field,), through - set(back)).values()


# Texts


def _text_writers(store: Store, entries: Sequence[Entry]) -> Iterator[Id]:
    """Entries that corrected characters these brought or touched."""
    for entry in entries:
        for change in entry.changes:
            if not isinstance(change, Corrected):
                continue
            mine = {("" if change.base else entry.id)} if change.length else set()
            touched = {stretch.origin for stretch in (*change.hidden, *change.shown)} | mine
            for other in store.entries_about("source", change.source, "text"):
                for later in other.changes:
                    if other.id == entry.id or not isinstance(later, Corrected) or later.source != change.source:
                        continue
                    reached = (*later.hidden, *later.shown)
                    after = {piece.after.rpartition(":")[0] for piece in later.pieces if piece.after}
                    if mine & after or (
                        touched & {s.origin for s in reached}
                        and _overlap(reached, (*change.hidden, *change.shown), mine)
                    ):
                        yield other.id


def _overlap(one: Sequence[Any], two: Sequence[Any], origins: set[Id]) -> bool:
    return any(
        a.origin in origins
        or any(a.origin == b.origin and a.first < b.first + b.length and b.first < a.first + a.length for b in two)
        for a in one
    )


def _on_new_words(connection: Connection, entries: Sequence[Entry]) -> Iterator[Id]:
    """Entries through which something that is there begins or ends at characters that a correction put in."""
    for entry in entries:
        sources = {c.source for c in entry.changes if isinstance(c, Corrected) and not c.base and c.length}
        for kind in PLACED if sources else ():
            table = ROWS[kind.name]
            mark = f"{entry.id}:"
            found = connection.execute(
                select(table.c.id).where(
                    table.c.source.in_(sorted(sources)),
                    or_(table.c.first.startswith(mark), table.c.last.startswith(mark)),
                    table.c.removed.is_(False),
                )
            ).scalars()
            yield from last_writers(connection, kind.name, ("first", "last"), set(found)).values()
