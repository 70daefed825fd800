"""The thing that a log is asked about, and the entries that concern it.

A thing goes by the names that `lookup` knows, with or without its kind before it (`code:trust`, `trust`), and also by a
name that it had once, or when it was removed.

An entry concerns a thing when it added, changed or removed it, or something that names it: a coding with that code or
in that source, evidence under that theme, the voice of that participant. What named it once and no longer does counts
as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from crosscase.errors import AmbiguousError, NotFoundError
from crosscase.journal.changes import Changed
from crosscase.model import KINDS, Id, kind_named, short
from crosscase.reads.history.names import NAMED_BY
from crosscase.reads.lookup import find
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH

ASKED = (
    "code", "source", "participant", "theme", "case", "interview", "analysis", "attribute", "role", "set", "instrument",
    "topic", "member",
)  # fmt: skip
"""Kinds that a log can be asked about."""


class Thing(NamedTuple):
    """A thing by its kind and id."""

    kind: str
    id: Id


def named_thing(store: Store, name: str) -> Thing:
    """The thing that goes by a name, with or without its kind: `code:trust`, `trust`, `STA3MA02`.

    Raises:
        NotFoundError: nothing ever went by it.
        AmbiguousError: several things do; the kind before the name helps.
    """
    kind, mark, rest = name.partition(":")
    kinds = (kind,) if mark and kind in ASKED else ASKED
    wanted = rest.strip() if kinds != ASKED else name.strip()
    fits: list[Thing] = []
    near: NotFoundError | None = None
    for each in kinds:
        try:
            fits.append(Thing(each, find(store, kind_named(each).row, wanted).id))
        except NotFoundError as error:
            near = error if len(kinds) == 1 else near
    fits = fits or _once(store, kinds, wanted)
    if not fits:
        if near is not None:
            raise near
        what = "thing"
        raise NotFoundError(what, wanted)
    if len(fits) > 1:
        what = "thing"
        raise AmbiguousError(what, wanted, tuple(f"{one.kind}:{short(one.id)}" for one in fits))
    return fits[0]


def _once(store: Store, kinds: tuple[str, ...], name: str) -> list[Thing]:
    """What went by a name once, or goes by it and was removed."""
    plain = " ".join(name.split()).casefold()
    found: dict[Thing, None] = {}
    with store.reading() as connection:
        for kind in kinds:
            table, field = ROWS[kind], NAMED_BY[kind]
            for row, value in connection.execute(select(table.c.id, table.c[field])):
                if " ".join(str(value or "").split()).casefold() == plain or (len(plain) > 7 and row.endswith(plain)):
                    found[Thing(kind, row)] = None
            renamed = select(TOUCH.c.seq).distinct().where(TOUCH.c.kind == kind, TOUCH.c.field == field)
            for _, _, entry in store.bodies(connection, list(connection.execute(renamed).scalars())):
                for change in entry.changes:
                    if isinstance(change, Changed) and change.kind == kind and change.field == field:
                        for row, value in zip(change.ids, change.before.values(len(change.ids)), strict=True):
                            if " ".join(str(value or "").split()).casefold() == plain:
                                found[Thing(kind, row)] = None
    return list(found)


def about(store: Store, connection: Connection, thing: Thing) -> set[int]:
    """The arrival numbers of the entries that concern a thing."""
    seqs = touching(connection, thing.kind, [thing.id])
    for user in KINDS:
        for field in user.stored:
            if field.refers not in (thing.kind, "*"):
                continue
            table = ROWS[user.name]
            # A member's own doings are found by who acted, and this would find them all.
            if thing.kind == "member" and field.name == "member":
                continue
            users = connection.execute(select(table.c.id).where(table.c[field.name] == thing.id)).scalars().all()
            seqs |= touching(connection, user.name, users)
            seqs |= _named_once(store, connection, user.name, field.name, thing.id)
    return seqs


def touching_any(connection: Connection, kind: str) -> set[int]:
    """The arrival numbers of the entries that added, changed or removed any row of a kind."""
    born = connection.execute(select(ROWS[kind].c.born).distinct()).scalars()
    return {*born, *connection.execute(select(TOUCH.c.seq).distinct().where(TOUCH.c.kind == kind)).scalars()}


def touching(connection: Connection, kind: str, things: Sequence[Id]) -> set[int]:
    """The arrival numbers of the entries that added, changed or removed these rows."""
    table = ROWS[kind]
    found: set[int] = set()
    for part in chunks(list(things)):
        found.update(connection.execute(select(table.c.born).where(table.c.id.in_(part))).scalars())
        found.update(
            connection.execute(select(TOUCH.c.seq).where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part))).scalars()
        )
    return found


def _named_once(store: Store, connection: Connection, kind: str, field: str, thing: Id) -> set[int]:
    """Entries that made a row name the thing, or name another instead."""
    statement = (
        select(TOUCH.c.seq)
        .distinct()
        .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
        .where(TOUCH.c.kind == kind, TOUCH.c.field == field)
    )
    found: set[int] = set()
    for seq, _, entry in store.bodies(connection, list(connection.execute(statement).scalars())):
        for change in entry.changes:
            if isinstance(change, Changed) and change.kind == kind and change.field == field:
                count = len(change.ids)
                if thing in change.before.values(count) or thing in change.after.values(count):
                    found.add(seq)
    return found
