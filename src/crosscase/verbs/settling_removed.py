"""Bringing back what was removed, with what went with it; or letting it go, with what names it.

What went with a thing is read from the acts that removed it: rows that lay in it, and mentions of it that were cleared
and have not been written since.

What a careful reader would get wrong: something that lay in a thing that was removed too cannot be there without it, so
that is brought back first.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscase.errors import RefusedError
from crosscase.journal.changes import REMOVED, Changed
from crosscase.journal.conflicts import Conflict
from crosscase.journal.entry import Entry
from crosscase.model import KINDS, Id, Kind, Row, kind_named
from crosscase.store.act import Act
from crosscase.verbs.checks import counted


class CannotLetGoError(RefusedError):
    """What names it cannot be without it."""

    code = "cannot-let-go"

    def __init__(self, count: int, user: str) -> None:
        super().__init__(f"It cannot go: {counted(count, user)} cannot be without it. Bring it back.")


def let_go(act: Act, conflict: Conflict) -> None:
    """Leave a thing removed; what lies in it goes too, and what only mentions it no longer does.

    Raises:
        CannotLetGoError: something that does not go with it needs it.
    """
    naming = [side.value for side in conflict.sides if isinstance(side.value, tuple) and len(side.value) == 3]
    for user, row, name in naming:
        kind = kind_named(user)
        field = kind.field(name)
        if field.goes_with:
            if act.rows(kind.row, id=row):  # it may have gone with another
                act.remove_whole(kind.row, [row])
        elif field.required:
            raise CannotLetGoError(sum(one[0] == user for one in naming), user)
        else:
            act.change_all(kind.row, name, {row: None})
    act.remove(kind_named(conflict.kind).row, [conflict.rows[0]])


def bring_back(act: Act, kind: str, thing: Id) -> None:
    """Bring a thing back with what went with it; where it was not gone, say so once more."""
    row = _row(act, kind_named(kind), thing)
    for above, its_id in _lies_in(act, kind_named(kind), row):
        if not act.rows(above.row, id=its_id):
            bring_back(act, above.name, its_id)
    if row is not None and act.rows(kind_named(kind).row, id=thing):
        act.remove(kind_named(kind).row, [thing], back=True)
        return
    brought: dict[str, dict[Id, None]] = {kind: {thing: None}}
    for entry in _removals(act, kind, thing):
        _gather(act, entry, brought)
        for name, ids in brought.items():
            act.remove(kind_named(name).row, list(ids), back=True)
        _mention_again(act, entry, {each for ids in brought.values() for each in ids})
    if not act.rows(kind_named(kind).row, id=thing):
        act.remove(kind_named(kind).row, [thing], back=True)


def _row(act: Act, kind: Kind, thing: Id) -> Row | None:
    return act.store.get(kind.row, thing, removed=True)


def _lies_in(act: Act, kind: Kind, row: Row | None) -> Iterator[tuple[Kind, Id]]:
    """The things a row cannot be without."""
    for field in kind.stored:
        named = getattr(row, field.name, None) if field.refers and (field.goes_with or field.required) else None
        if named:
            for other in KINDS:
                if field.refers in (other.name, "*") and act.existing(other.row, [named]):
                    yield other, named


def _removals(act: Act, kind: str, thing: Id) -> list[Entry]:
    """The last act that removed a thing; nothing where it was removed in no act that is known."""
    found = [
        entry
        for entry in act.store.entries_about(kind, thing, REMOVED)
        if any(thing in ids for name, ids in _removed_by(entry) if name == kind)
    ]
    return found[-1:]


def _removed_by(entry: Entry) -> Iterator[tuple[str, list[Id]]]:
    for change in entry.changes:
        if isinstance(change, Changed) and change.field == REMOVED:
            after = change.after.values(len(change.ids))
            yield change.kind, [row for row, gone in zip(change.ids, after, strict=True) if gone]


def _gather(act: Act, entry: Entry, brought: dict[str, dict[Id, None]]) -> None:
    """Add what the act removed together with these because it lay in them."""
    pending = [(name, row) for name, ids in _removed_by(entry) for row in ids]
    grew = True
    while grew:
        grew = False
        everything = {each for ids in brought.values() for each in ids}
        for name, thing in list(pending):
            kind = kind_named(name)
            row = _row(act, kind, thing)
            lies_in = {getattr(row, field.name, None) for field in kind.stored if field.goes_with}
            if thing in everything or not lies_in & everything:
                continue
            pending.remove((name, thing))
            brought.setdefault(name, {})[thing] = None
            grew = True


def _mention_again(act: Act, entry: Entry, things: set[Id]) -> None:
    """Write mentions again that the act cleared, where they still are as it left them."""
    for change in entry.changes:
        if (
            not isinstance(change, Changed)
            or change.field == REMOVED
            or not kind_named(change.kind).field(change.field).refers
        ):
            continue
        row_type = kind_named(change.kind).row
        now = {row.id: getattr(row, change.field) for row in act.rows(row_type, id=list(change.ids))}
        count = len(change.ids)
        back = {
            row: before
            for row, before, after in zip(
                change.ids, change.before.values(count), change.after.values(count), strict=True
            )
            if before in things and row in now and now[row] == after
        }
        act.change_all(row_type, change.field, back)
