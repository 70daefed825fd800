"""Taking words out of a study for good, in its vault and in everything made from it.

The journal stays as it is: it holds digests. What an entry erased is in the entry (`Erased`), so that a merge carries
it over; here it is done to the cells, and everything else is made again from journal and vault.

An erasure also reaches what was written by people who had not seen it (*late* entries: theirs and the erasure's
were made apart). What they wrote into the subject's own rows and texts is dropped, and the subject's words are blotted
out in all else they wrote. What of this is done depends only on the erasure, the late entry and the words, never
on what came in first, and it only ever takes away, so that all copies come out alike.

What a careful reader would get wrong: deleting a row does not delete its bytes. `Store.scrub` does that, after the
transaction; until it has been done the study remembers that it is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from crosscase.journal.chain import Seen
from crosscase.journal.changes import Added, Changed, Corrected, Erased
from crosscase.journal.entry import Entry, decode
from crosscase.journal.redaction import Words, blotted, merged
from crosscase.journal.vault import ERASED, cell_digest, cells_of
from crosscase.model import Id, kind_named
from crosscase.store import cells
from crosscase.store.kept_back import KINDS_KEPT_BACK
from crosscase.store.rows import chunks
from crosscase.store.tables import CELL, ENTRY, ERASURE, PIECE

_PEOPLE = ("participant", "source", "speaker", "attribute_value", "consent", "attendance", "answer")
OWN = frozenset({*_PEOPLE, "summary", "given_back", "quotation"})
"""Kinds whose words are the subject's, or about nobody else."""


class Erasure(msgspec.Struct, frozen=True):
    """A change that erased, and the digest of its entry."""

    entry: str
    change: Erased


class Sealed(msgspec.Struct, frozen=True):
    """An entry as it is stored: digests in the place of words."""

    digest: str
    entry: Entry


def sealed(connection: Connection, seqs: Iterable[int] | None = None) -> Iterator[Sealed]:
    """Entries without their words, in the order of the journal; all, when no arrival numbers are given."""
    c = ENTRY.c
    statement = select(c.digest, c.id, c.body).order_by(c.clock, c.digest)
    if seqs is None:
        records = connection.execute(statement).all()
    else:
        parts = chunks(sorted(set(seqs)))
        records = [record for part in parts for record in connection.execute(statement.where(c.seq.in_(part)))]
    for name, entry, body in records:
        yield Sealed(name, decode(body, entry))


def erasures(connection: Connection) -> list[Erasure]:
    """All erasures in the journal, in its order."""
    seqs = connection.execute(select(ERASURE.c.seq).distinct()).scalars().all()
    return [
        Erasure(one.digest, change)
        for one in sealed(connection, seqs)
        for change in one.entry.changes
        if isinstance(change, Erased)
    ]


def stretches_of(change: Erased, cell: str) -> list[tuple[int, int]]:
    """The stretches of a cell that an erasure names itself."""
    return merged([*change.spoken.get(cell, ()), *change.named.get(cell, ())])


def words_erased(changes: Iterable[Erased], words: Mapping[str, str]) -> Words:
    """What these erasures took out, from words of cells as they were before."""

    def said(among: dict[str, tuple[tuple[int, int], ...]]) -> Iterator[str]:
        for cell, stretches in among.items():
            if cell in words:
                yield from (words[cell][first : first + length] for first, length in stretches)

    changes = list(changes)
    return Words(
        [text for change in changes for text in said(change.spoken)],
        [name for change in changes for name in said(change.named)],
    )


def take_out(connection: Connection, change: Erased, taken: Words) -> None:
    """Do to the vault what an erasure says; cells that are not here, or done already, are passed over."""
    cells.drop(connection, [cell for cell, stand_in in change.cells.items() if not stand_in])
    standing = [cell for cell, stand_in in change.cells.items() if stand_in]
    now = cells.words_of(connection, standing)
    becomes = {}
    for cell, words in now.items():
        clean = taken.blotted(blotted(words, stretches_of(change, cell)))
        if clean != words:
            becomes[cell] = clean
    put_in_place(connection, becomes)
    for part in chunks(change.files):
        connection.execute(delete(PIECE).where(PIECE.c.file.in_(part)))


def put_in_place(connection: Connection, becomes: Mapping[str, str]) -> None:
    """Give cells stand-ins: other words under the digest of what was there."""
    if becomes:
        statement = update(CELL).where(CELL.c.digest == bindparam("cell")).values(words=bindparam("becomes"))
        connection.execute(statement, [{"cell": cell, "becomes": words} for cell, words in becomes.items()])


def stand_ins(connection: Connection, change: Erased, blotted_cells: Iterable[str], taken: Words) -> dict[str, str]:
    """For cells that are kept with blots: the digest of what stands in for each, under the salt of the cell itself."""
    found: dict[str, str] = {}
    c = CELL.c
    for part in chunks(sorted(set(blotted_cells) - change.cells.keys())):
        for cell, salt, words in connection.execute(select(c.digest, c.salt, c.words).where(c.digest.in_(part))):
            found[cell] = cell_digest(salt, taken.blotted(blotted(words, stretches_of(change, cell))))
    return found


# What arrives late


class Late(msgspec.Struct, frozen=True):
    """What an erasure does to entries whose authors had not seen it: cells to drop, files to drop, cells to look at."""

    dropped: frozenset[str]
    files: frozenset[str]
    others: frozenset[str]


def late_for(erasure: Erasure, entries: Sequence[Sealed], seen: Seen) -> Late:
    """What of the entries (in the order of the journal) an erasure reaches though its author had not seen them."""
    rows = set(erasure.change.rows)
    taken = _addresses(erasure.change, entries)
    dropped: set[str] = set()
    files: set[str] = set()
    others: set[str] = set()
    for one in entries:
        if seen.had_seen(one.digest, erasure.entry):
            continue
        if seen.had_seen(erasure.entry, one.digest):
            # Known to who erased, but for what other people kept to themselves.
            others.update(cells_of(tuple(c for c in one.entry.changes if getattr(c, "kind", "") in KINDS_KEPT_BACK)))
            continue
        others.update(cells_of(one.entry.changes))
        if one.entry.because:
            others.add(one.entry.because)
        for change in one.entry.changes:
            if isinstance(change, Added) and change.kind in OWN:
                dropped.update(_added_to(rows, change, one.entry.id, files))
            elif isinstance(change, Changed) and change.kind in OWN:
                dropped.update(cells_for(change, one.entry.id, rows & set(change.ids)))
            elif isinstance(change, Corrected) and (
                change.source in rows or _within(change, taken.get(change.source, {}))
            ):
                dropped.update([change.words] if change.words else [])
    return Late(frozenset(dropped), frozenset(files), frozenset(others - dropped - erasure.change.cells.keys()))


def _added_to(rows: set[Id], change: Added, entry: Id, files: set[str]) -> list[str]:
    """The cells of rows that were added to the subject's; the rows join them."""
    kind = kind_named(change.kind)
    ids = change.rows(entry)
    naming = [field.name for field in kind.stored if field.refers and field.name in change.columns]
    mine = {
        row
        for name in naming
        for row, named in zip(ids, change.columns[name].values(len(ids)), strict=True)
        if named in rows or row in rows
    } | (rows & set(ids))
    rows |= mine
    if change.kind == "source" and "original" in change.columns:
        originals = change.columns["original"].values(len(ids))
        files.update(file for row, file in zip(ids, originals, strict=True) if row in mine and file)
    return cells_for(change, entry, mine)


def cells_for(change: Added | Changed, entry: Id, rows: set[Id], fields: frozenset[str] | None = None) -> list[str]:
    """The cells of sealed changes that hold words of these rows and of no others, in these fields or in all."""
    if not rows:
        return []
    kind = kind_named(change.kind)
    if isinstance(change, Added):
        ids: Sequence[Id] = change.rows(entry)
        columns = [(name, column) for name, column in change.columns.items() if kind.field(name).words]
    elif change.field in kind.sealed and kind.field(change.field).words:
        ids = change.ids
        columns = [(change.field, change.before), (change.field, change.after)]
    else:
        return []
    found: dict[str, None] = {}
    for name, column in columns:
        if fields is None or name in fields:
            # A list of nothing has no cell: it stands in the journal as it is.
            values = [value if isinstance(value, str) else "" for value in column.values(len(ids))]
            others = {value for row, value in zip(ids, values, strict=True) if row not in rows}
            found.update(
                dict.fromkeys(v for row, v in zip(ids, values, strict=True) if row in rows and v and v not in others)
            )
    return list(found)


Addresses = dict[Id, list[tuple[int, int]]]


def _addresses(change: Erased, entries: Sequence[Sealed]) -> dict[Id, Addresses]:
    """The characters that an erasure names as spoken: by source, then by who brought them."""
    found: dict[Id, Addresses] = {}
    if not change.spoken:
        return found
    for one in entries:
        for brought in one.entry.changes:
            if isinstance(brought, Corrected) and brought.words in change.spoken:
                origin = "" if brought.base else one.entry.id
                first = 0 if brought.base else brought.first
                found.setdefault(brought.source, {}).setdefault(origin, []).extend(
                    (first + start, length) for start, length in change.spoken[brought.words]
                )
    return found


def _within(change: Corrected, taken: Addresses) -> bool:
    """Whether a correction puts words among those that were erased."""
    return any(_among(taken, origin, number, length) for piece in change.pieces for origin, number, length in (
        *((stretch.origin, stretch.first, stretch.length) for stretch in piece.stands_for),
        *([(piece.after.rpartition(":")[0], int(piece.after.rpartition(":")[2]), 1)] if piece.after else []),
    ))  # fmt: skip


def _among(taken: Addresses, origin: Id, number: int, length: int) -> bool:
    return any(first < number + length and number < first + long for first, long in taken.get(origin, ()))


def reach_late(connection: Connection, known: Sequence[Erasure], words: Mapping[str, Words], seen: Seen) -> int:
    """Do what these erasures do to late entries, here; how many cells were taken out or blotted.

    Args:
        words: what each erasure (by the digest of its entry) took out, as far as anybody still has it.
    """
    entries = list(sealed(connection))
    done = 0
    for erasure in known:
        late = late_for(erasure, entries, seen)
        here = cells.present(connection, late.dropped)
        cells.drop(connection, here)
        done += len(here)
        for part in chunks(sorted(late.files)):
            connection.execute(delete(PIECE).where(PIECE.c.file.in_(part)))
        taken = words.get(erasure.entry)
        if taken:
            looked = cells.words_of(connection, late.others)
            becomes = {cell: clean for cell, text in looked.items() if (clean := taken.blotted(text)) != text}
            put_in_place(connection, becomes)
            done += len(becomes)
    return done


# For checking


class Accounted(msgspec.Struct, frozen=True):
    """What erasures account for in the vault, for whoever checks it.

    Attributes:
        missing: cells that need not be there.
        stand_ins: for cells with blots, the digests (under the cell's own salt) that their words may have.
        loose: cells in which several erasures, or one that caught up with them, or one that took out words of which
            another had taken some, may have blotted words out: their digest is not known, only that there are blots.
    """

    missing: frozenset[str]
    stand_ins: dict[str, frozenset[str]]
    loose: frozenset[str]

    def holds(self, cell: str, salt: bytes, words: str) -> bool:
        """Whether words that are not those under the cell's digest are there because of an erasure."""
        if cell in self.loose:
            return ERASED in words
        return cell_digest(salt, words) in self.stand_ins.get(cell, ())


def _in_part(erasure: Erasure, among: Sequence[Erasure]) -> bool:
    """Whether another erasure reached the same words: its author may have had fewer of them than a copy it came to.

    That copy blots out what both of them took, also where they stand elsewhere, and that is more than the author could.
    """
    own = erasure.change.spoken.keys() | erasure.change.named.keys()
    return any(other is not erasure and not own.isdisjoint(other.change.cells) for other in among)


def accounted(entries: Sequence[Sealed], seen: Seen) -> Accounted:
    """What the erasures among all entries of a study (in the order of the journal) account for."""
    found = [Erasure(one.digest, c) for one in entries for c in one.entry.changes if isinstance(c, Erased)]
    missing: set[str] = set()
    stand_in: dict[str, set[str]] = {}
    loose: set[str] = set()
    for erasure in found:
        for cell, name in erasure.change.cells.items():
            if not name:
                missing.add(cell)
            else:
                stand_in.setdefault(cell, set()).add(name)
        late = late_for(erasure, entries, seen)
        missing |= late.dropped
        loose |= late.others
        if _in_part(erasure, found):
            loose |= erasure.change.cells.keys()
    loose |= {cell for cell, names in stand_in.items() if len(names) > 1}
    return Accounted(frozenset(missing), {cell: frozenset(names) for cell, names in stand_in.items()}, frozenset(loose))
