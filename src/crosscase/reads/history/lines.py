"""The log in words: who did what, when and why, filtered by member, thing, verb and time.

Only the entries that are asked for are opened, the latest first, so that the last twenty of a long journal come at
once. The order is the journal's; the time is that of the clock of whoever wrote, which may be wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Select, select, tuple_

from crosscase.model import Id, Member
from crosscase.reads.history.changes import ChangeLine, changes
from crosscase.reads.history.names import Order
from crosscase.reads.history.telling import Teller
from crosscase.reads.history.things import Thing, about, touching, touching_any
from crosscase.reads.moments import told
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY
from crosscase.store.undo import standing


class LogEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An act as people read it.

    Attributes:
        wall: milliseconds since 1970, by the clock of whoever acted.
        by: the member's name then; member: the id.
        what: what they did, to follow the name: `merged the code ‘sharing’ into ‘disclosure’`.
        undone: it is not in effect any more.
        order: its place in the journal.
    """

    id: Id
    wall: int
    by: str
    member: Id
    verb: str
    what: str
    because: str
    undoes: Id
    undone: bool
    order: Order


def log_entries(
    store: Store,
    *,
    reader: Id = "",
    last: int | None = None,
    by: Collection[Id] | None = None,
    verb: str = "",
    thing: Thing | None = None,
    since: int | None = None,
    until: int | None = None,
) -> list[LogEntry]:
    """Entries in the order of the journal.

    Args:
        reader: the member who reads; what is alone another's is not told.
        last: only so many, the latest.
        by: only by these members.
        verb: only acts whose name is this or begins with it: `coding`, `code.merge`.
        thing: only what was done to this thing, or to what names it.
        since, until: milliseconds since 1970, both included.
    """
    c = ENTRY.c
    statement = select(c.seq).order_by(c.clock.desc(), c.digest.desc())
    if by is not None:
        statement = statement.where(c.by.in_(sorted(by)))
    if verb:
        statement = statement.where((c.verb == verb) | c.verb.startswith(verb, autoescape=True))
    if since is not None:
        statement = statement.where(c.wall >= since)
    if until is not None:
        statement = statement.where(c.wall <= until)
    with store.reading() as connection:
        if thing is not None:
            among = about(store, connection, thing)
            seqs = [seq for seq in connection.execute(statement).scalars() if seq in among][:last]
        else:
            seqs = list(connection.execute(statement.limit(last) if last else statement).scalars())
        return _told(store, connection, seqs, reader)


def entries_of(store: Store, names: Iterable[Id], *, reader: Id = "") -> list[LogEntry]:
    """These entries, in the order of the journal."""
    with store.reading() as connection:
        found: Select[Any] = select(ENTRY.c.seq).where(ENTRY.c.id.in_(sorted(set(names))))
        return _told(store, connection, list(connection.execute(found).scalars()), reader)


def entries_touching(store: Store, rows: Mapping[str, Collection[Id]], *, after: Id, reader: Id = "") -> list[LogEntry]:
    """The entries after one, in the order of the journal, that added, changed or removed one of these rows.

    Args:
        rows: ids by kind; without any id, all rows of the kind.
        after: an entry.
    """
    c = ENTRY.c
    with store.reading() as connection:
        begin = connection.execute(select(c.clock, c.digest).where(c.id == after)).one()
        later = select(c.seq).where(tuple_(c.clock, c.digest) > tuple_(begin.clock, begin.digest))
        wanted = set(connection.execute(later).scalars())
        found: set[int] = set()
        for kind, things in rows.items():
            found |= touching(connection, kind, sorted(things)) if things else touching_any(connection, kind)
        return _told(store, connection, sorted(found & wanted), reader)


def sentences(store: Store, names: Iterable[Id], *, reader: Id = "") -> dict[Id, str]:
    """Entries as whole sentences, by id: `Ben coded 14 passages in STA3MA02, 2026-03-31 14:02`."""
    return {one.id: f"{one.by} {one.what}, {told(one.wall)}" for one in entries_of(store, names, reader=reader)}


def _told(store: Store, connection: Any, seqs: list[int], reader: Id) -> list[LogEntry]:
    state = standing(store)
    teller = Teller(store, reader, state)
    bodies = store.bodies(connection, seqs)
    behind = {state.act_behind(entry.id) for _, _, entry in bodies if entry.undoes}
    acts = {}
    if behind:
        others = list(connection.execute(select(ENTRY.c.seq).where(ENTRY.c.id.in_(sorted(behind)))).scalars())
        acts = {entry.id: (entry, (entry.clock, name)) for _, name, entry in store.bodies(connection, others)}
    found: list[LogEntry] = []
    for _, name, entry in bodies:
        order = (entry.clock, name)
        found.append(
            LogEntry(
                id=entry.id,
                wall=entry.wall,
                by=teller.names.name("member", entry.by, order),
                member=entry.by,
                verb=entry.verb,
                what=teller.phrase(entry, order, acts),
                because="" if teller.silent(entry, order) else entry.because,
                undoes=entry.undoes,
                undone=not entry.undoes and state.undone(entry.id),
                order=order,
            )
        )
    return found


def entry_changes(store: Store, name: Id, *, reader: Id = "", most: int = 0) -> tuple[list[ChangeLine], dict[str, int]]:
    """What an entry changed, before and after; and how many more of each kind there are beyond `most` of it."""
    with store.reading() as connection:
        seqs = list(connection.execute(select(ENTRY.c.seq).where(ENTRY.c.id == name)).scalars())
        ((_, digest, entry),) = store.bodies(connection, seqs[:1])
    teller = Teller(store, reader, standing(store))
    return changes(store, teller.deed(entry, (entry.clock, digest)), most=most)


def members_as(store: Store, member: Member) -> set[Id]:
    """The ids under which a member acted: their own, and those of everybody found to be them."""
    every = store.rows(Member)
    found = {member.id}
    while more := {each.id for each in every if each.merged_into in found} - found:
        found |= more
    return found
