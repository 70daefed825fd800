"""Settling what stands against each other after a merge: keep this, keep that, or write a third.

A conflict is settled by an entry that has seen all its sides and writes again what they wrote, also where the value
that stands is kept. So it is settled on every copy that the entry reaches, and undoing the act opens it again.

Twins are settled by making them one, or by giving one of them another name; what was removed is brought back with what
went with it, or let go with what names it.

What a careful reader would get wrong: keeping one side of a long text takes that side's paragraphs only where some
clashed. What others wrote in other paragraphs stays.
"""

from __future__ import annotations

from typing import Any, get_type_hints

import msgspec

from crosscase.errors import AmbiguousError, BadValueError, NotFoundError, RefusedError
from crosscase.journal.chain import Seen
from crosscase.journal.changes import REMOVED
from crosscase.journal.conflicts import PLACE, Conflict, preferring
from crosscase.journal.fold import closes_circle, fold
from crosscase.model import Code, Id, Member, Memo, Position, Row, kind_named
from crosscase.reads.lookup import NAMES, find
from crosscase.store.absorb import tree_writes, writes_to
from crosscase.store.act import Act
from crosscase.store.findings import open_conflicts
from crosscase.verbs.checks import may_edit
from crosscase.verbs.registry import MAY, Verb
from crosscase.verbs.settling_removed import bring_back, let_go
from crosscase.verbs.settling_text import keep_correction, keep_text, write_instead, write_text
from crosscase.verbs.settling_twins import make_one, rename_twin


class NoSideError(BadValueError):
    """A side that the conflict does not have."""

    code = "no-side"

    def __init__(self, side: int, count: int) -> None:
        super().__init__(f"This conflict has {count} sides, numbered from 1; there is no side {side}.")


class NotYoursToSettleError(RefusedError):
    """Something that the member may not decide."""

    code = "not-yours-to-settle"

    def __init__(self, needs: str) -> None:
        super().__init__(f"You wrote only one side of this conflict. {needs} settles it.")


class NothingToWriteError(RefusedError):
    """A conflict that no words settle."""

    code = "nothing-to-write"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} Keep one side of it instead.")


def keep_side(act: Act, conflict: str, side: int) -> None:
    """Settle a conflict by keeping one of its sides, numbered from 1 as they are listed.

    Args:
        conflict: its id, or the beginning of it.

    Raises:
        NotFoundError: no such conflict is open.
        NoSideError: it has fewer sides.
        NotYoursToSettleError: others have a say in it.
    """
    found = _found(act, conflict)
    if not 1 <= side <= len(found.sides):
        raise NoSideError(side, len(found.sides))
    kept = found.sides[side - 1]
    if found.nature == "twins":
        make_one(act, found.kind, found.rows, kept.value)
    elif found.nature == "removed" or found.field == REMOVED:
        gone = side == 1 if found.nature == "removed" else bool(kept.value)
        if gone:
            let_go(act, found)
        else:
            bring_back(act, found.kind, found.rows[0])
    elif found.nature == "text":
        keep_correction(act, found, side - 1)
    elif found.kind == "source" and found.field == "text":
        keep_text(act, found.rows[0], kept.value)
    else:
        _keep_field(act, found, side)


def _keep_field(act: Act, conflict: Conflict, side: int) -> None:
    row, kept = kind_named(conflict.kind).row, conflict.sides[side - 1]
    if conflict.field == PLACE:
        for name, value in kept.value:
            act.change_all(row, name, {conflict.rows[0]: value}, again=True)
    elif kind_named(conflict.kind).field(conflict.field).tree:
        stands = conflict.nature == "circle" and side == 1
        _lay_in_tree(act, conflict, kept.entry, kept.value, stands=stands)
    else:
        _write(act, conflict, _kept_value(act, conflict, kept.entry, kept.value))


def write_third(act: Act, conflict: str, text: str, *, side: int = 0) -> None:
    """Settle a conflict by writing something else than any side.

    For a field its new value, in words; for something in a tree the name of what it goes under (nothing: the top); for
    corrections of the same words what shall stand there; for twins the new name of one of them.

    Args:
        side: which of the twins gets the name, numbered from 1; by itself the last.

    Raises:
        NotFoundError: no such conflict is open.
        NothingToWriteError: it is not settled by words.
        BadValueError: the value does not fit the field.
    """
    found = _found(act, conflict)
    if found.nature == "twins":
        if not 0 <= side <= len(found.sides):
            raise NoSideError(side, len(found.sides))
        rename_twin(act, found.kind, found.sides[side - 1].value, text)
    elif found.nature == "removed" or found.field == REMOVED:
        raise NothingToWriteError("This was removed by one person and needed by another.")
    elif found.nature == "text":
        write_instead(act, found, text)
    elif found.kind == "source" and found.field == "text":
        write_text(act, found.rows[0], text)
    elif found.field == PLACE:
        raise NothingToWriteError("This lies at two places.")
    elif kind_named(found.kind).field(found.field).tree:
        target = _named(act, found.kind, text) if text.strip() else None
        _lay_in_tree(act, found, found.sides[-1].entry, target, stands=False)
    else:
        _write(act, found, _value(act, found, text))


def _found(act: Act, name: str) -> Conflict:
    """The open conflict of that id, if the member has a say in it."""
    fits = [one for one in open_conflicts(act.store) if name and one.id.startswith(name.lower())]
    if not fits:
        raise NotFoundError("open conflict", name)
    if len(fits) > 1:
        raise AmbiguousError("open conflict", name, tuple(one.id for one in fits))
    _check_say(act, fits[0])
    return fits[0]


def _check_say(act: Act, conflict: Conflict) -> None:
    """Whoever may edit settles, and whoever wrote all sides; a memo is its author's, members are the owners'."""
    by = {line.id: line.by for line in act.store.log()}
    if all(by.get(side.entry) == act.by for side in conflict.sides):
        return
    if conflict.kind == "member" and "own" not in MAY[act.get(Member, act.by).permission]:
        raise NotYoursToSettleError("An owner of the study")
    if conflict.kind == "memo":
        memo = act.store.get(Memo, conflict.rows[0], removed=True)
        if memo is not None and memo.nature == "reflexive" and not memo.shared and memo.member != act.by:
            raise NotYoursToSettleError("The author of the memo")
        if memo is not None and memo.member == act.by:
            return
    if conflict.kind == "position":
        position = act.store.get(Position, conflict.rows[0], removed=True)
        if position is not None and position.member != act.by:
            raise NotYoursToSettleError("The author of the position")
        return
    if not may_edit(act):
        raise NotYoursToSettleError("Somebody who may edit the study")


def _kept_value(act: Act, conflict: Conflict, entry: Id, value: Any) -> Any:
    field = kind_named(conflict.kind).field(conflict.field)
    if not field.prose:
        return value
    with act.store.reading() as connection:
        writes = writes_to(act.store, connection, conflict.kind, conflict.field, conflict.rows)[conflict.rows[0]]
    return fold(field, preferring(writes, entry, Seen(act.store.headers()))).value


def _write(act: Act, conflict: Conflict, value: Any) -> None:
    act.change_all(kind_named(conflict.kind).row, conflict.field, {conflict.rows[0]: value}, again=True)


def _value(act: Act, conflict: Conflict, text: str) -> Any:
    """What was typed, as the field has it.

    Raises:
        BadValueError: it does not fit.
    """
    row = kind_named(conflict.kind).row
    field = kind_named(conflict.kind).field(conflict.field)
    if field.refers:
        return _named(act, field.refers, text) if text.strip() else None
    given: Any = text
    if field.type == "integer":
        given = int(text) if text.strip().lstrip("-").isdigit() else text
    elif field.type == "boolean":
        given = {"yes": True, "no": False}.get(text.strip().lower(), text)
    elif field.type == "list":
        given = [part.strip() for part in text.splitlines() if part.strip()]
    elif not field.prose:
        given = text.strip()
    try:
        value = msgspec.convert(given, get_type_hints(row)[conflict.field])
    except msgspec.ValidationError as error:
        raise BadValueError(f"{text!r} does not fit {conflict.field.replace('_', ' ')}: {error}.") from error
    if field.type == "text" and not value and field.required:
        raise BadValueError(f"{conflict.field.replace('_', ' ').capitalize()} cannot be empty.")
    return value


def _named(act: Act, kind: str, name: str) -> Id:
    row: type[Row] = kind_named(kind).row if kind != "*" else Row
    if row is not Code and row not in NAMES:
        raise NothingToWriteError("What this refers to has no name to write.")
    return find(act, row, name).id


def _lay_in_tree(act: Act, conflict: Conflict, entry: Id, target: Id | None, *, stands: bool) -> None:
    """Put a row under another; a move that would close a circle takes the one that is in its way back."""
    kind, field, thing = kind_named(conflict.kind), conflict.field, conflict.rows[0]
    named = {row.id: getattr(row, field) for row in act.rows(kind.row)}
    if not stands and closes_circle(named, thing, target):
        back = _in_the_way(act, conflict, entry, named, target)
        act.change_all(kind.row, field, back, again=True)
        named |= back
        if closes_circle(named, thing, target):
            raise RefusedError("This would lie under itself. Move what lies under it first.")
    act.change_all(kind.row, field, {thing: target}, again=True)


def _in_the_way(
    act: Act, conflict: Conflict, entry: Id, named: dict[Id, Id | None], target: Id | None
) -> dict[Id, Id | None]:
    """The other move of a circle, taken back: its row, and what that lay under before."""
    chain: list[Id] = []
    at = target
    while at is not None and at != conflict.rows[0] and at not in chain:
        chain.append(at)
        at = named.get(at)
    with act.store.reading() as connection:
        writes = tree_writes(act.store, connection, conflict.kind, conflict.field)
    seen = Seen(act.store.headers())
    mine = next(write for write in writes if write.entry == entry and write.row == conflict.rows[0])
    others = [w for w in writes if w.row in chain and not seen.had_seen(mine.digest, w.digest)]
    if not others:
        return dict.fromkeys(chain[-1:])
    return {others[-1].row: others[-1].before}


VERBS = (
    Verb("conflict.keep", keep_side, "read"),
    Verb("conflict.write", write_third, "read"),
)
