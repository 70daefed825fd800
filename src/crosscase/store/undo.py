"""Turning an act round.

Undo is a new entry, built from what the entry really did here (`effects`) and naming only fields that it changed. Redo
is the undo of an undo. An act cannot be undone while a later one depends on it (`dependants`); then both are offered.

What a careful reader would get wrong: undo takes back the *member's* last act and not the study's. What others did
since stays as it is, and where they built on the act, it is not taken from under them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from crosscase.errors import RefusedError
from crosscase.journal.changes import REMOVED, Corrected, Erased
from crosscase.journal.fold import closes_circle
from crosscase.journal.standing import Line, Standing, next_redo, next_undo
from crosscase.journal.text import inverse
from crosscase.model import Id, kind_named, short
from crosscase.store.act import Act, Effect, acting
from crosscase.store.dependants import Past, dependants, past
from crosscase.store.effects import FieldEffect, effects
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS

_NAMED_MOST = 5
_BY_ITSELF = "product.record"

May = Callable[[Past], None]
"""Raises where the member may not turn round that act."""


class NothingToUndoError(RefusedError):
    """There is no act to turn round."""

    code = "nothing-to-undo"

    def __init__(self, what: str) -> None:
        super().__init__(f"There is nothing to {what}.")


class AlreadyUndoneError(NothingToUndoError):
    """The act is as it was asked to be."""

    code = "already-undone"

    def __init__(self, entry: Id, *, away: bool) -> None:
        RefusedError.__init__(
            self,
            f"What was done in {short(entry)} is undone already."
            if away
            else f"What {short(entry)} undid has been brought back already.",
        )


class DependsError(RefusedError):
    """A later act depends on the one to be undone, or stands in its way.

    Attributes:
        entry: the one to be undone.
        entries: the later acts, latest first, as they would have to be undone.
    """

    code = "depends"

    def __init__(self, entry: Id, later: Sequence[tuple[Id, str]], *, how: str = "") -> None:
        self.entry = entry
        self.entries = tuple(name for name, _ in later)
        self.told = tuple(later)
        lines = [f"  {sentence} ({short(name)})" for name, sentence in later[:_NAMED_MOST]]
        if len(later) > _NAMED_MOST:
            lines.append(f"  … and {len(later) - _NAMED_MOST} more.")
        which = "a later act builds" if len(later) == 1 else f"{len(later)} later acts build"
        both = "both" if len(later) == 1 else "all of them"
        super().__init__(
            "\n".join(
                [
                    f"This cannot be undone by itself: {which} on it or would be in its way. Nothing was changed.",
                    *lines,
                    f"To undo {both}{how or ': undo(..., with_dependants=True)'}",
                ]
            )
        )


class CannotUndoError(RefusedError):
    """An act that cannot be taken back."""

    code = "cannot-undo"


def standing(store: Store) -> Standing:
    """Which acts are in effect."""
    c = ENTRY.c
    with store.reading() as connection:
        turns = connection.execute(select(c.id, c.by, c.undoes).where(c.undoes != "").order_by(c.clock, c.digest)).all()
    return Standing(Line(*turn) for turn in turns)


def to_undo(store: Store, by: Id, own: Collection[Id] = (), state: Standing | None = None) -> Id | None:
    """The act that an undo by this member would take back; `own` are the ids under which the member acted."""
    state = state or standing(store)
    mine = {by, *own}
    with store.reading() as connection:
        brought_back = {
            act for act, one in past(connection, state.acts()).items() if one.by in mine and not state.undone(act)
        }
        return next_undo(state, _backwards(connection, mine), brought_back)


def to_redo(store: Store, by: Id, own: Collection[Id] = (), state: Standing | None = None) -> Id | None:
    """The act that a redo by this member would bring back."""
    with store.reading() as connection:
        return next_redo(state or standing(store), _backwards(connection, {by, *own}))


def _backwards(connection: Connection, mine: Collection[Id]) -> Iterator[Line]:
    """A member's acts, the last first. That a file was written is nothing that they meant to do to the study."""
    c = ENTRY.c
    own = select(c.id, c.by, c.undoes).where(c.by.in_(sorted(mine)), c.verb != _BY_ITSELF)
    for record in connection.execute(own.order_by(c.clock.desc(), c.digest.desc())):
        yield Line(*record)


def undo(
    store: Store,
    *,
    by: Id,
    entry: Id | None = None,
    because: str = "",
    with_dependants: bool = False,
    own: Collection[Id] = (),
    may: May | None = None,
) -> list[Effect]:
    """Undo a member's last act, or the act of that id; the entries this wrote, in order.

    Args:
        own: other ids under which the member acted, before they were found to be one person.
        may: raises where the member may not undo an act; asked of every one that would go.

    Raises:
        NothingToUndoError: the member has no act in effect, or this one is undone already.
        DependsError: later acts depend on it, and they were not asked to go with it.
        CannotUndoError: it cannot be taken back.
    """
    with store.writing():
        state = standing(store)
        chosen = entry or to_undo(store, by, own, state)
        if chosen is None:
            raise NothingToUndoError("undo")
        turner = _Turner(store, state, by, because, may)
        turner.turn(chosen, with_dependants=with_dependants)
        return turner.done


def redo(store: Store, *, by: Id, because: str = "", own: Collection[Id] = (), may: May | None = None) -> list[Effect]:
    """Bring back what the member undid last.

    Raises:
        NothingToUndoError: the last thing the member did was not an undo.
        DependsError: later acts depend on the undo.
    """
    with store.writing():
        state = standing(store)
        chosen = to_redo(store, by, own, state)
        if chosen is None:
            raise NothingToUndoError("redo")
        turner = _Turner(store, state, by, because, may)
        turner.turn(state.run(chosen)[-1], with_dependants=False)
        return turner.done


class _Turner:
    """Turns acts round one after another, in one transaction."""

    def __init__(self, store: Store, state: Standing, by: Id, because: str, may: May | None) -> None:
        self._store = store
        self._state = state
        self._by = by
        self._because = because
        self._may = may
        self.done: list[Effect] = []

    def turn(self, name: Id, *, with_dependants: bool) -> None:
        """Turn an act, an undo or a redo round, where asked for after all that depends on it."""
        state = self._state
        if state.undone(name):
            raise AlreadyUndoneError(name, away=not state.is_undo(name))
        turns = [self._store.entry(each) for each in state.run(name)]
        with self._store.reading() as connection:
            ((_, act),) = past(connection, [state.act_behind(name)]).items()
        if self._may is not None:
            self._may(act)
        if act.verb == "study.new":
            raise CannotUndoError("The study began with this act; it cannot be undone.")
        if any(isinstance(change, Erased) for entry in turns for change in entry.changes):
            raise CannotUndoError("Words that were erased are gone; an erasure cannot be undone.")
        did = effects(self._store, turns)
        while later := dependants(self._store, turns, did, state):
            if not with_dependants:
                raise DependsError(name, [(one.id, one.verb) for one in later])
            self.turn(later[0].id, with_dependants=True)
            did = effects(self._store, turns)
        last = turns[-1]
        verb = "redo" if state.is_undo(last.id) else "undo"
        with acting(self._store, by=self._by, verb=verb, because=self._because, undoes=last.id) as turning:
            _turn_round(turning, did)
            for entry in reversed(turns):
                for change in reversed(entry.changes):
                    if isinstance(change, Corrected) and not change.base:
                        turning.correct_as(inverse(entry.id, change))
            self.done.append(turning.finish())
        state.add(Line(turning.id, self._by, last.id))


def _turn_round(act: Act, did: Sequence[FieldEffect]) -> None:
    """Write the changes that take effects on fields back."""
    by_field: dict[tuple[str, str], dict[Id, Any]] = {}
    for effect in did:
        by_field.setdefault((effect.kind, effect.field), {})[effect.row] = effect.before
    for (kind, field), values in sorted(by_field.items(), key=lambda item: item[0][1] == REMOVED):
        if field != REMOVED and kind_named(kind).field(field).tree:
            _refuse_circle(act, kind, field, values)
        act.change_all(kind_named(kind).row, field, values)


def _refuse_circle(act: Act, kind: str, field: str, values: dict[Id, Any]) -> None:
    """Where going back would close a circle with what was moved since, it cannot be."""
    table = ROWS[kind]
    with act.store.reading() as connection:
        named = dict(connection.execute(select(table.c.id, table.c[field])).all()) | values
    for row in sorted(values):
        if closes_circle(named, row, values[row]):
            raise CannotUndoError(
                f"If this were undone, something would lie under itself ({kind.replace('_', ' ')} {short(row)}). "
                "Nothing was changed. Move it where it belongs instead."
            )
