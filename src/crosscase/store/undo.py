"""Turning an act round.

Undo is a new entry, built from what the entry really did here and naming only fields that it changed. What it did is
worked out from the journal: the value of a field folded from the writes up to the entry, and without it. Redo is
the undo of an undo.

An act cannot be undone while a later one depends on it: one that wrote a field it wrote, or names a thing it added.
Then both are offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import RefusedError
from crosscase.journal.changes import REMOVED, Added, Changed, Corrected, Erased
from crosscase.journal.entry import Entry
from crosscase.journal.fold import fold, fold_tree
from crosscase.journal.standing import Line, Standing
from crosscase.journal.text import inverse
from crosscase.model import KINDS, Id, kind_named, short
from crosscase.store.absorb import tree_writes, writes_to
from crosscase.store.act import Act, Effect, acting
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH


class NothingToUndoError(RefusedError):
    """There is no act to turn round."""

    code = "nothing-to-undo"

    def __init__(self, what: str) -> None:
        super().__init__(f"There is nothing to {what}.")


class DependsError(RefusedError):
    """A later act depends on the one to be undone.

    Attributes:
        entries: the later acts, latest first, as they would have to be undone.
    """

    code = "depends"

    def __init__(self, entry: Id, later: Sequence[tuple[Id, str]]) -> None:
        self.entry = entry
        self.entries = tuple(name for name, _ in later)
        named = ", ".join(f"{verb} ({short(name)})" for name, verb in later[:5]) + (" …" if len(later) > 5 else "")
        super().__init__(
            f"Later acts depend on {short(entry)}: {named}. Nothing was undone. "
            "To undo them all, ask for it with its dependants."
        )


class CannotUndoError(RefusedError):
    """An act that cannot be taken back."""

    code = "cannot-undo"


class FieldEffect(msgspec.Struct, frozen=True):
    """What an entry really did to a field of a row here."""

    kind: str
    row: Id
    field: str
    before: Any
    after: Any


def standing(store: Store) -> Standing:
    """Which acts are in effect."""
    return Standing(Line(line.id, line.by, line.undoes) for line in store.log())


def effects(store: Store, entry: Entry) -> list[FieldEffect]:
    """What an entry really did to fields here (texts apart), worked out from all the writes."""
    written: dict[tuple[str, str], dict[Id, None]] = {}
    found: list[FieldEffect] = []
    for change in entry.changes:
        if isinstance(change, Added) and not kind_named(change.kind).constant:
            for row in change.rows(entry.id):
                written.setdefault((change.kind, REMOVED), {})[row] = None
            if kind_named(change.kind).derived:
                for field in kind_named(change.kind).stored:
                    written.setdefault((change.kind, field.name), {}).update(dict.fromkeys(change.rows(entry.id)))
        elif isinstance(change, Changed):
            written.setdefault((change.kind, change.field), {}).update(dict.fromkeys(change.ids))
    with store.reading() as connection:
        for (kind, name), things in written.items():
            found += _field_effects(store, connection, entry, kind, name, list(things))
    return found


def _field_effects(  # noqa: PLR0917 - what an effect is of, in the order it is said
    store: Store, connection: Connection, entry: Entry, kind: str, name: str, things: Sequence[Id]
) -> list[FieldEffect]:
    field = None if name == REMOVED else kind_named(kind).field(name)
    found: list[FieldEffect] = []
    if field is not None and field.tree:
        writes = tree_writes(store, connection, kind, name)
        at = max((n for n, write in enumerate(writes) if write.entry == entry.id), default=-1)
        before = fold_tree(write for write in writes[: at + 1] if write.entry != entry.id).value
        after = fold_tree(writes[: at + 1]).value
        pairs = [(row, before.get(row), after.get(row), row in before) for row in things]
    else:
        pairs = []
        for row, writes in writes_to(store, connection, kind, name, things).items():
            at = next(n for n, write in enumerate(writes) if write.entry == entry.id)
            was = fold(field, writes[:at]).value if at else None
            pairs.append((row, was, fold(field, writes[: at + 1]).value, at > 0))
    for row, was, now, existed in pairs:
        if existed and was != now:
            found.append(FieldEffect(kind, row, name, was, now))
        elif not existed and name == REMOVED:
            found.append(FieldEffect(kind, row, name, True, False))  # noqa: FBT003 - values: it was not there
    return found


def dependants(store: Store, entry: Entry, state: Standing | None = None) -> list[tuple[Id, str]]:
    """The later acts in effect that depend on an entry (id, verb), latest first."""
    state = state or standing(store)
    own = {entry.id, state.act_behind(entry.id)}
    log = {line.id: n for n, line in enumerate(store.log())}
    verbs = {line.id: line.verb for line in store.log()}
    later = {name for name, n in log.items() if n > log[entry.id]}
    since = later | own
    with store.reading() as connection:
        naming = {
            name
            for name in (*_writers(connection, entry), *_namers(connection, entry), *_text_writers(store, entry))
            if name in later and state.act_behind(name) not in own and not state.cancelled(name, since)
        }
    return [(name, verbs[name]) for name in sorted(naming, key=lambda name: -log[name])]


def _writers(connection: Connection, entry: Entry) -> Iterable[Id]:
    """Entries that wrote a field this one wrote, or any field of a row it added."""
    subjects: dict[tuple[str, str], list[Id]] = {}
    for change in entry.changes:
        if isinstance(change, Changed):
            subjects.setdefault((change.kind, change.field), []).extend(change.ids)
        elif isinstance(change, Added):
            subjects.setdefault((change.kind, ""), []).extend(change.rows(entry.id))
    for (kind, field), things in subjects.items():
        for part in chunks(things):
            statement = (
                select(ENTRY.c.id)
                .distinct()
                .join(TOUCH, TOUCH.c.seq == ENTRY.c.seq)
                .where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part))
            )
            if field:
                statement = statement.where(TOUCH.c.field.in_((field, "*")))
            yield from connection.execute(statement).scalars()


def _namers(connection: Connection, entry: Entry) -> Iterable[Id]:
    """Entries that added a row, still there, naming one this entry added."""
    for change in entry.changes:
        if not isinstance(change, Added) or kind_named(change.kind).constant:
            continue
        for kind in KINDS:
            for field in kind.stored:
                if field.refers not in (change.kind, "*"):
                    continue
                table = ROWS[kind.name]
                for part in chunks(change.rows(entry.id)):
                    born = (
                        select(table.c.born).distinct().where(table.c[field.name].in_(part), table.c.removed.is_(False))
                    )
                    changed = (
                        select(TOUCH.c.seq)
                        .distinct()
                        .join(table, table.c.id == TOUCH.c.row)
                        .where(
                            TOUCH.c.kind == kind.name,
                            TOUCH.c.field == field.name,
                            table.c[field.name].in_(part),
                            table.c.removed.is_(False),
                        )
                    )
                    yield from connection.execute(select(ENTRY.c.id).where(ENTRY.c.seq.in_(born))).scalars()
                    yield from connection.execute(select(ENTRY.c.id).where(ENTRY.c.seq.in_(changed))).scalars()


def _text_writers(store: Store, entry: Entry) -> Iterable[Id]:
    """Entries that corrected characters this one brought or touched."""
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
                    touched & {s.origin for s in reached} and _overlap(reached, (*change.hidden, *change.shown), mine)
                ):
                    yield other.id


def _overlap(one: Sequence[Any], two: Sequence[Any], origins: set[Id]) -> bool:
    return any(
        a.origin in origins
        or any(a.origin == b.origin and a.first < b.first + b.length and b.first < a.first + a.length for b in two)
        for a in one
    )


def turn_round(act: Act, entry: Entry) -> None:
    """Write the changes that take an entry's effects back.

    Raises:
        CannotUndoError: it erased words.
    """
    if any(isinstance(change, Erased) for change in entry.changes):
        raise CannotUndoError("Words that were erased are gone; an erasure cannot be undone.")
    by_field: dict[tuple[str, str], dict[Id, Any]] = {}
    for effect in effects(act.store, entry):
        by_field.setdefault((effect.kind, effect.field), {})[effect.row] = effect.before
    for (kind, field), values in by_field.items():
        if field != REMOVED:
            act.change_all(kind_named(kind).row, field, values)
    for (kind, field), values in by_field.items():
        if field == REMOVED:
            act.change_all(kind_named(kind).row, REMOVED, values)
    for change in reversed(entry.changes):
        if isinstance(change, Corrected) and not change.base:
            act.correct_as(inverse(entry.id, change))


def undo(
    store: Store, *, by: Id, entry: Id | None = None, because: str = "", with_dependants: bool = False
) -> list[Effect]:
    """Undo a member's last act, or the act of that id; the entries this wrote, in order.

    Raises:
        NothingToUndoError: the member has no act in effect, or this one is undone already.
        DependsError: later acts depend on it, and they were not asked to go with it.
        CannotUndoError: it cannot be taken back.
    """
    with store.writing():
        state = standing(store)
        chosen = entry or state.next_undo(by)
        if chosen is None:
            raise NothingToUndoError("undo")
        return _undo_one(store, store.entry(chosen), by=by, because=because, with_dependants=with_dependants)


def redo(store: Store, *, by: Id, because: str = "") -> list[Effect]:
    """Bring back the member's last undone act.

    Raises:
        NothingToUndoError: the last thing the member did was not an undo.
        DependsError: later acts depend on the undo.
    """
    with store.writing():
        chosen = standing(store).next_redo(by)
        if chosen is None:
            raise NothingToUndoError("redo")
        return _undo_one(store, store.entry(chosen), by=by, because=because, with_dependants=False)


def _undo_one(store: Store, entry: Entry, *, by: Id, because: str, with_dependants: bool) -> list[Effect]:
    state = standing(store)
    if state.undone(entry.id):
        raise NothingToUndoError(f"undo: {entry.verb} ({short(entry.id)}) is undone already")
    if entry.verb == "study.new":
        raise CannotUndoError("The study began with this act; it cannot be undone.")
    done: list[Effect] = []
    later = dependants(store, entry, state)
    if later and not with_dependants:
        raise DependsError(entry.id, later)
    for name, _ in later:
        if not standing(store).undone(name):
            done += _undo_one(store, store.entry(name), by=by, because=because, with_dependants=True)
    verb = "undo" if not entry.undoes or not state.is_undo(entry.id) else "redo"
    with acting(store, by=by, verb=verb, because=because, undoes=entry.id) as act:
        turn_round(act, entry)
        done.append(act.finish())
    return done
