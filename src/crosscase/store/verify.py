"""Everything about a study that can be checked.

Chains (every entry reads, its digest holds, nothing before it is missing), the vault (every cell's words are those
that were sealed; none is missing), the tables (equal to a replay of the journal) and places (every anchor within
its text).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

import msgspec
from sqlalchemy import select

from crosscase.errors import CrosscaseError
from crosscase.journal.canon import digest
from crosscase.journal.chain import faults
from crosscase.journal.changes import Added, Erased
from crosscase.journal.entry import Entry, decode, unpack
from crosscase.journal.vault import cell_digest, cells_of
from crosscase.model import Id, short
from crosscase.store.absorb import replica
from crosscase.store.act import journal_record
from crosscase.store.dump import dump, worked_out
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ENTRY, ROWS, TEXT
from crosscase.store.texts import PLACED


class Fault(msgspec.Struct, frozen=True):
    """Something that does not hold: where (journal, vault, tables, places), which thing, and what."""

    where: str
    thing: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.thing}: {self.what}"


def verify(store: Store, tell: Callable[[str], None] | None = None) -> list[Fault]:
    """All faults found; `tell` hears what is being checked."""
    say = tell or (lambda _: None)
    say("journal")
    entries, found = _journal(store)
    say("vault")
    found += _vault(store, entries)
    if not found:
        say("tables")
        found += _tables(store)
    say("places")
    found += _places(store)
    return found


def _journal(store: Store) -> tuple[list[Entry], list[Fault]]:
    entries: list[Entry] = []
    found: list[Fault] = []
    with store.reading() as connection:
        records = connection.execute(select(ENTRY).order_by(ENTRY.c.clock, ENTRY.c.digest)).all()
    for record in records:
        name = short(record.id)
        try:
            data = unpack(record.body, name)
            entry = decode(record.body, name)
        except CrosscaseError as error:
            found.append(Fault("journal", f"entry {name}", error.message))
            continue
        entries.append(entry)
        if digest(data) != record.digest:
            found.append(Fault("journal", f"entry {name}", "its digest does not hold"))
        beside = journal_record(entry, record.digest, record.body, record.seq)
        if beside != dict(record._mapping):  # noqa: SLF001 - SQLAlchemy's public name for it
            found.append(Fault("journal", f"entry {name}", "what stands beside it differs from what is in it"))
    found += [Fault("journal", f"entry {short(fault.entry)}", fault.fault) for fault in faults(store.headers())]
    return entries, found


def _vault(store: Store, entries: list[Entry]) -> list[Fault]:
    found: list[Fault] = []
    there: set[str] = set()
    with store.reading() as connection:
        for name, salt, words, kind, row in connection.execute(
            select(CELL.c.digest, CELL.c.salt, CELL.c.words, CELL.c.kind, CELL.c.row)
        ):
            there.add(name)
            if cell_digest(salt, words) != name:
                found.append(Fault("vault", f"{kind} {short(row)}", "its words are not those that were written"))
    erased = {
        cell for entry in entries for change in entry.changes if isinstance(change, Erased) for cell in change.cells
    }
    private = _private_memos(store)
    for entry in entries:
        wanted = {*cells_of(entry.changes), *([entry.because] if entry.because else [])}
        missing = wanted - there - erased
        if missing and not _only_private(entry, private):
            found.append(
                Fault("vault", f"entry {short(entry.id)}", f"{len(missing)} piece(s) of its words are missing")
            )
    return found


def _private_memos(store: Store) -> set[Id]:
    table = ROWS["memo"]
    with store.reading() as connection:
        return set(
            connection.execute(
                select(table.c.id).where(table.c.nature == "reflexive", table.c.shared.is_(False))
            ).scalars()
        )


def _only_private(entry: Entry, private: set[Id]) -> bool:
    """Whether all rows of an entry are private memos of somebody, whose words do not travel."""
    rows = {
        row
        for change in entry.changes
        for row in (change.rows(entry.id) if isinstance(change, Added) else getattr(change, "ids", ()))
    }
    return bool(rows) and rows <= private


def _tables(store: Store) -> list[Fault]:
    again = replica(store)
    found: list[Fault] = []
    try:
        for here, there in _pairs(chain(dump(store), worked_out(store)), chain(dump(again), worked_out(again))):
            if here != there:
                kind, thing, *_ = msgspec.json.decode(here or there)
                what = (
                    "differs from the journal" if here and there else "is missing" if there else "is not in the journal"
                )
                found.append(Fault("tables", f"{kind} {short(thing)}", what))
                break
    finally:
        again.close()
    return found


def _pairs(one: Iterator[bytes], two: Iterator[bytes]) -> Iterator[tuple[bytes, bytes]]:
    while True:
        a, b = next(one, b""), next(two, b"")
        if not a and not b:
            return
        yield a, b


def _places(store: Store) -> list[Fault]:
    found: list[Fault] = []
    with store.reading() as connection:
        lengths = {source: len(words) for source, words in connection.execute(select(TEXT.c.source, TEXT.c.words))}
        for kind in PLACED:
            table = ROWS[kind.name]
            for thing, source, start, end in connection.execute(
                select(table.c.id, table.c.source, table.c.start, table.c.end).where(
                    table.c.first != "", table.c.source.is_not(None), table.c.removed.is_(False)
                )
            ):
                if not 0 <= start <= end <= lengths.get(source, 0):
                    found.append(Fault("places", f"{kind.name} {short(thing)}", "lies outside its text"))
    return found
