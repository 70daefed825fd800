"""Whether the vault holds: every piece of text under its salted digest, every original file under that of its bytes.

Each cell has to hold the words that were sealed, say truly which row they are about, and be named by an entry; each
cell that an entry names has to be there. Words may be missing, or not whole, for three reasons and for no other: they
were erased, they are a memo's or a position's that is its author's alone, or they were withheld from this copy.

Words that were erased and are still there are a fault too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from crosscase.journal.chain import Seen
from crosscase.journal.changes import Added, Changed, Column, Corrected, Erased, Lost
from crosscase.journal.entry import Entry
from crosscase.journal.vault import SALT_BYTES
from crosscase.model import Id, kind_named, short
from crosscase.store import erasing
from crosscase.store.cells import PIECE_BYTES
from crosscase.store.checking import Findings, UnreadableError, as_bytes, lenient, records
from crosscase.store.erasing import Accounted, accounted
from crosscase.store.parting import MASK, Withheld, withheld
from crosscase.store.store import Store
from crosscase.store.verify_journal import Journal, header_of


class Owner(msgspec.Struct, frozen=True, gc=False):
    """Whose words a cell holds, and the entry that wrote them."""

    kind: str
    row: Id
    entry: Id


class Sealed(msgspec.Struct, frozen=True):
    """All that the entries say of the vault.

    Attributes:
        owners: the cells that entries name.
        accounted: what erasures took out, and what stands in its place.
        files: digests of original files that a source was ever given.
        gone: digests of original files that were erased.
        lost: digests of words and files that damage took before the study was rescued.
    """

    owners: dict[str, Owner]
    accounted: Accounted
    files: set[str]
    gone: set[str]
    lost: set[str]


def sealed_in(journal: Journal) -> Sealed:
    """What the entries say of the vault."""
    entries = [erasing.Sealed(name, entry) for _, name, entry in journal.entries]
    seen = Seen([header_of(one.digest, one.entry) for one in entries])
    found = Sealed({}, accounted(entries, seen), set(), set(), set())
    for _, _, entry in journal.entries:
        if entry.because:
            found.owners.setdefault(entry.because, Owner("entry", entry.id, entry.id))
        for change in entry.changes:
            if isinstance(change, Erased):
                found.gone.update(change.files)
                continue
            if isinstance(change, Lost):
                found.lost.update((*change.cells, *change.files))
                continue
            for cell, kind, row in _cells(change, entry):
                found.owners.setdefault(cell, Owner(kind, row, entry.id))
            if isinstance(change, Added) and change.kind == "source" and "original" in change.columns:
                found.files.update(_values(change.columns["original"]))
            elif isinstance(change, Changed) and (change.kind, change.field) == ("source", "original"):
                found.files.update((*_values(change.before), *_values(change.after)))
    found.files.discard("")
    return found


def _values(given: Column) -> tuple[Any, ...]:
    return (given.all,) if given.each is None else given.each


def _cells(change: Added | Changed | Corrected, entry: Entry) -> Iterator[tuple[str, str, Id]]:
    """The cells that a change names, with the row each is about, as `journal.vault.seal` writes them."""
    if isinstance(change, Corrected):
        if change.words:
            yield change.words, "source", change.source
        return
    kind = kind_named(change.kind)
    if isinstance(change, Added):
        columns = [given for name, given in change.columns.items() if kind.field(name).words]
        rows = change.rows(entry.id) if columns else []
    else:
        sealed = any(field.name == change.field and field.words for field in kind.fields)
        columns, rows = [change.before, change.after] if sealed else [], list(change.ids)
    for given in columns:
        if given.each is None:
            if given.all:
                yield given.all, kind.name, rows[0] if len(rows) == 1 else ""
        else:
            for value, row in zip(given.each, rows, strict=True):
                if value:
                    yield value, kind.name, row


def check_vault(store: Store, sealed: Sealed) -> Findings:
    """What is wrong with the vault."""
    found = Findings("vault")
    left_out = withheld(store)
    there: set[str] = set()
    partly = 0
    try:
        with lenient(store) as connection:
            for record in records(connection, 'SELECT digest, salt, words, kind, "row" FROM cell'):
                there.add(record[0])
                partly += _cell(record, sealed, left_out, found)
    except UnreadableError as error:
        found.fault("words", f"some cannot be read ({error}); which are missing cannot be said")
        return found
    missing = _missing(store, sealed, there, left_out, found)
    found.checked.append(f"{len(there):,} pieces of text are the words that were written")
    if missing or partly:
        found.notes.append(
            f"{missing + partly:,} piece(s) of text are not in this copy, or not whole: a colleague's own reflexive "
            "memos or positions, or words that were withheld when the copy was made."
        )
    lost = (sealed.lost & sealed.owners.keys()) - there
    if lost:
        found.notes.append(f"{len(lost):,} piece(s) of text were lost to damage before this study was rescued.")
    erased = sealed.accounted
    if erased.missing or erased.stand_ins:
        found.notes.append(
            f"{len(erased.missing):,} piece(s) of text were erased whole, and in {len(erased.stand_ins):,} words were "
            "blotted out: somebody withdrew, or a passage was redacted."
        )
    return found


def _missing(store: Store, sealed: Sealed, there: set[str], left_out: Withheld, found: Findings) -> int:
    """Report the words that are missing; how many are with good reason."""
    private = _private(store)
    missing: dict[Id, int] = {}
    with_reason = 0
    for cell, owner in sealed.owners.items():
        if cell in there or cell in sealed.accounted.missing or cell in sealed.lost:
            continue
        if (owner.kind in private and owner.row in private[owner.kind]) or left_out.has(cell):
            with_reason += 1
        else:
            missing[owner.entry] = missing.get(owner.entry, 0) + 1
    for entry, count in missing.items():
        found.fault(f"entry {short(entry)}", f"{count} piece(s) of its words are missing")
    return with_reason


def _cell(record: tuple[Any, ...], sealed: Sealed, left_out: Withheld, found: Findings) -> bool:
    """Look at a cell; whether its words are withheld in part."""
    name, salt, words, kind, row = record
    owner = sealed.owners.get(name)
    thing = f"{owner.kind} {short(owner.row)}" if owner and owner.row else f"{kind} {short(str(row))}"
    if not isinstance(salt, bytes | memoryview) or not isinstance(words, str) or len(salt) != SALT_BYTES:
        found.fault(thing, "its words are not those that were written")
        return False
    whole = hashlib.blake2b(bytes(salt) + as_bytes(words), digest_size=32).hexdigest() == name
    masked = not whole and left_out.has(name) and MASK in words
    if not whole and not masked and not _stands_in(sealed.accounted, name, bytes(salt), words):
        found.fault(thing, "its words are not those that were written")
    elif owner is None:
        found.fault(thing, f"there are words that no entry names (cell {name[:12]})")
    elif (kind, row) != (owner.kind, owner.row):
        found.fault(thing, f"its words are filed under another row (cell {name[:12]})")
    elif name in sealed.accounted.missing or (whole and sealed.accounted.stand_ins.get(name, {name}) != {name}):
        found.fault(thing, f"words that were erased are still there (cell {name[:12]})")
    return masked


def _stands_in(accounted: Accounted, name: str, salt: bytes, words: str) -> bool:
    try:
        return accounted.holds(name, salt, words)
    except UnicodeEncodeError:  # bytes that are no text
        return False


def _private(store: Store) -> dict[str, set[Id]]:
    """By kind the rows that are their author's alone; see `kept_back`."""
    memos = "SELECT id, shared FROM memo WHERE nature = 'reflexive'"
    positions = "SELECT id, handed_in, discussion FROM position"
    try:
        with lenient(store) as connection:
            shown = {
                row for row, state in records(connection, "SELECT id, state FROM discussion") if state != "writing"
            }
            return {
                "memo": {row for row, shared in records(connection, memos) if not shared},
                "position": {row for row, done, of in records(connection, positions) if not done or of not in shown},
            }
    except UnreadableError:
        return {}


def check_files(store: Store, sealed: Sealed) -> Findings:
    """What is wrong with the original files."""
    found = Findings("originals")
    there: set[str] = set()
    left_out = withheld(store).originals
    try:
        with lenient(store) as connection:
            for file, whole in _files(connection):
                there.add(file)
                if not whole:
                    found.fault(f"file {file[:12]}", "its bytes are not those that came in")
                elif file in sealed.gone:
                    found.fault(f"file {file[:12]}", "it was erased and is still there")
                elif file not in sealed.files:
                    found.fault(f"file {file[:12]}", "no entry names it")
            named = dict(
                records(connection, "SELECT original, id FROM source WHERE original <> '' ORDER BY removed DESC")
            )
    except UnreadableError as error:
        found.fault("files", f"some cannot be read ({error})")
        return found
    for file in sorted(sealed.files - there - sealed.gone - sealed.lost):
        if not left_out:
            found.fault(f"source {short(str(named.get(file, file)))}", f"its original ({file[:12]}) is missing")
    if there:
        found.checked.append(f"{len(there):,} original files are byte for byte as they came in")
    return found


def _files(connection: Connection) -> Iterator[tuple[str, bool]]:
    """Every original file, and whether its pieces are whole."""
    at: str | None = None
    number, whole, full, holds = 0, hashlib.blake2b(digest_size=32), True, True
    for file, piece, data in records(connection, "SELECT file, number, data FROM piece ORDER BY file, number"):
        if file != at:
            if at is not None:
                yield at, holds and whole.hexdigest() == at
            at, number, whole, full, holds = file, 0, hashlib.blake2b(digest_size=32), True, True
        holds = holds and full and piece == number and isinstance(data, bytes | memoryview)
        if holds:
            whole.update(data)
            full = len(data) == PIECE_BYTES
        number += 1
    if at is not None:
        yield at, holds and whole.hexdigest() == at
