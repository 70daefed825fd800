"""Whether the journal holds: every entry, the chains, what this copy knows of itself, and signatures.

An entry that does not hold is named. Its digest is taken of what it says; what stands beside it in its record (who,
when, which verb) has to say the same; the entries it follows have to be there. What the copy remembers of itself (its
chain, the heads, the clock) has to be what the entries give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from crosscase.errors import CrosscaseError
from crosscase.journal import upgrades
from crosscase.journal.canon import digest
from crosscase.journal.chain import Header, faults
from crosscase.journal.changes import Added
from crosscase.journal.clock import milliseconds
from crosscase.journal.entry import Entry, understood, unpack
from crosscase.model import Id, short
from crosscase.store.apply import journal_record
from crosscase.store.checking import Findings, UnreadableError, lenient, records
from crosscase.store.pages import Pages
from crosscase.store.state import State
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY

_COLUMNS = tuple(column.name for column in ENTRY.columns)


class Journal(msgspec.Struct, frozen=True):
    """The entries that can be read: (arrival number, digest, entry), in the order of the journal."""

    entries: tuple[tuple[int, str, Entry], ...] = ()


def check_journal(store: Store) -> tuple[Journal, Findings]:
    """The entries that hold, and what is wrong with the journal."""
    found = Findings("journal")
    read: list[tuple[int, str, Entry]] = []
    try:
        with lenient(store) as connection:
            for record in _records(store, connection, found):
                one = _entry(dict(zip(_COLUMNS, record, strict=True)), found)
                if one is not None:
                    read.append(one)
    except UnreadableError as error:
        found.fault("entries", f"some cannot be read ({error})")
    read.sort(key=lambda one: (one[2].clock, one[1]))
    headers = [header_of(name, entry) for _, name, entry in read]
    for fault in faults(headers):
        found.fault(_named(fault.entry), fault.fault)
    arrived = {seq for seq, _, _ in read}
    for seq, _, entry in read:
        if seq > len(read):
            gap = min(set(range(1, seq)) - arrived)
            found.fault(_named(entry.id), f"it is numbered {seq:,} by arrival, but number {gap:,} is missing")
            break
    writers = {entry.by for _, _, entry in read}
    chains = {entry.chain for _, _, entry in read}
    found.checked.append(
        f"{len(read):,} entries by {len(writers):,} member(s) in {len(chains):,} chain(s): each reads, its digest "
        "holds, and nothing before it is missing"
    )
    return Journal(tuple(read)), found


def _records(store: Store, connection: Connection, found: Findings) -> Iterator[tuple[Any, ...]]:
    """The records of all entries; where SQLite stops reading, page by page, so that those which are lost are named."""
    listed = ", ".join(f'"{name}"' for name in _COLUMNS)
    try:
        yield from list(records(connection, f"SELECT {listed} FROM entry ORDER BY seq"))  # noqa: S608 - our own
    except UnreadableError as error:
        if store.path is None:
            raise
        found.fault("entries", f"the pages they lie on are damaged ({error})")
    else:
        return
    pages = Pages(store.path, *((store.key.raw, store.key.salt) if store.key else ()))
    there: dict[int, tuple[Any, ...]] = {}
    for one in pages.rows():
        if len(one.values) == len(_COLUMNS) and isinstance(one.values[-1], bytes):
            there.setdefault(one.rowid, (one.rowid, *one.values[1:]))
    # The index of ids has every entry's number, and lies on pages of its own.
    for seq, entry in records(connection, "SELECT seq, id FROM entry INDEXED BY ix_entry_id ORDER BY seq"):
        if seq not in there:
            found.fault(_named(str(entry)), f"it cannot be read (number {seq:,}): the page it lies on is damaged")
    yield from there.values()


def _named(entry: Id) -> str:
    return f"entry {short(entry)}"


def _entry(record: dict[str, Any], found: Findings) -> tuple[int, str, Entry] | None:
    """An entry, when what it says can be read and has the digest it goes by."""
    name = _named(str(record["id"]))
    body = record["body"]
    body = bytes(body) if isinstance(body, memoryview) else body
    try:
        if not isinstance(body, bytes):
            found.fault(name, "its content is not what was written")
            return None
        data = unpack(body, short(str(record["id"])))
        entry = understood(data, short(str(record["id"])))
    except CrosscaseError as error:
        found.fault(name, error.message)
        return None
    if digest(data) != record["digest"]:
        found.fault(name, "its digest does not hold: it is not what was written")
        return None
    beside = journal_record(entry, record["digest"], body, record["seq"])
    differing = [column for column in _COLUMNS if beside[column] != record[column]]
    if differing:
        found.fault(_named(entry.id), f"what stands beside it differs from what is in it ({', '.join(differing)})")
    return record["seq"], record["digest"], entry


def header_of(name: str, entry: Entry) -> Header:
    """What places an entry, by its digest."""
    return Header(name, entry.id, entry.chain, entry.number, entry.before, entry.heads, entry.clock)


def check_local(store: Store, journal: Journal) -> Findings:
    """Whether what this copy knows of itself is what its entries give."""
    found = Findings("this copy")
    known: dict[Any, Any] = {}
    try:
        with lenient(store) as connection:
            known = dict(records(connection, 'SELECT "key", "value" FROM local'))
        state = msgspec.json.decode(str(known.get("state", "")), type=State)
    except (UnreadableError, msgspec.DecodeError, UnicodeEncodeError, ValueError):
        found.fault("state", "what it remembers of itself cannot be read")
        return found
    wanted = state_of(entry for entry in journal.entries)
    for field in ("study", "heads", "clock", "seq"):
        if getattr(state, field) != getattr(wanted, field):
            found.fault("state", f"its {field} is not what the entries give")
    if not 1 <= state.model <= wanted.model:
        found.fault("state", "it claims a model that no entry has")
    own = {name: entry for _, name, entry in journal.entries}.get(state.digest)
    if not state.digest:
        if state.number or (state.chain and not journal.entries):
            found.fault("state", "its chain has no last entry")
    elif own is None or (own.chain, own.number) != (state.chain, state.number):
        found.fault("state", "its chain does not end in the entry it says")
    if set(state.unseen) != set(wanted.heads) - {state.digest}:
        found.fault("state", "the heads it has still to name are not those of the entries")
    found.checked.append(f"its chain, its heads and its clock ({_when(wanted.clock)}) are those of the entries")
    return found


def _when(clock: int) -> str:
    from datetime import UTC, datetime

    try:
        return f"{datetime.fromtimestamp(milliseconds(clock) / 1000, UTC):%Y-%m-%d %H:%M} UTC"
    except (OverflowError, ValueError, OSError):
        return str(clock)


def state_of(entries: Iterable[tuple[int, str, Entry]]) -> State:
    """What a copy with these entries has to know, its own chain apart."""
    listed = list(entries)
    referred = {past for _, _, entry in listed for past in (entry.before, *entry.heads)}
    study = ""
    for _, _, entry in listed:
        for change in entry.changes:
            if not study and isinstance(change, Added) and change.kind == "study":
                study = change.rows(entry.id)[0]
    return State(
        study=study,
        clock=max((entry.clock for _, _, entry in listed), default=0),
        heads=tuple(sorted({name for _, name, _ in listed} - referred)),
        model=max((entry.model for _, _, entry in listed), default=upgrades.MODEL),
        seq=max((seq for seq, _, _ in listed), default=0),
    )
