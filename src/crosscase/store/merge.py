"""Bringing two copies of a study together: the union of what they have.

There is no master. Entries with their signatures, the vault's cells and original files that the other has and this one
lacks are taken in; the tables follow from the entries. Merging itself records nothing, so it can be done in any order,
again and again. Writing that is its author's alone (`kept_back`) stays where it is.

An erasure is carried over: what it took out there is taken out here, it is not let in again, and what was written by
people who had not seen it is reached as well (see `erasing`).
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import RefusedError
from crosscase.journal.chain import Seen
from crosscase.journal.changes import Lost
from crosscase.journal.entry import decode
from crosscase.journal.redaction import Words, blots, blotted
from crosscase.journal.vault import ERASED
from crosscase.model import Id, kind_named
from crosscase.store import erasing
from crosscase.store.absorb import RESCUE, absorb, make_again, refold
from crosscase.store.cells import words_of
from crosscase.store.direct import fetch
from crosscase.store.erasing import Erasure
from crosscase.store.inserting import insert_all
from crosscase.store.kept_back import KINDS_KEPT_BACK, cells_free
from crosscase.store.rows import chunks
from crosscase.store.signatures import lay_signatures
from crosscase.store.store import DIGESTS, Store
from crosscase.store.tables import CELL, ENTRY, PIECE


class OtherStudyError(RefusedError):
    """The two files are not copies of one study."""

    code = "other-study"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is another study, not a copy of this one. Nothing was taken in.")


class Merged(msgspec.Struct, frozen=True):
    """What came in.

    Attributes:
        entries, cells, pieces: how many entries, pieces of writing, and pieces of original files.
        erasures: how many erasures came in, and took their words out here.
        caught: how many pieces of writing by people who had not seen an erasure were blotted or dropped.
    """

    entries: int
    cells: int
    pieces: int
    erasures: int = 0
    caught: int = 0


def merge(store: Store, other: Store) -> Merged:
    """Take in what another copy has; whole or not at all.

    Raises:
        OtherStudyError: it is not a copy of this study.
        BrokenChainError, DamagedEntryError: its journal does not hold.
        NewerModelError: a newer program wrote to one of them.
    """
    with other.reading() as theirs, store.writing() as ours:
        if store.state.study not in ("", other.state.study):  # an empty one becomes a copy
            raise OtherStudyError(other.database.where)
        erased = _Erased(ours, theirs)
        laid = _lay_cells(ours, theirs, erased.gone)
        pieces = _lay_pieces(ours, theirs, erased.files)
        known = {name for (name,) in fetch(ours, DIGESTS)}
        taken = absorb(store, other.stored(but=known), store.words)
        lay_signatures(ours, theirs)
        _read_again(store, ours, laid)
        if _were_lost(ours, laid):
            make_again(store, ours)
        caught = erased.carry_over(store, ours, theirs)
    return Merged(taken, len(laid), pieces, len(erased.new), caught)


class _Erased:
    """The erasures that both copies know of, and what they took out: one that does not know of one still has it."""

    def __init__(self, ours: Connection, theirs: Connection) -> None:
        known = {erasure.entry: erasure for erasure in erasing.erasures(ours)}
        there = {erasure.entry: erasure for erasure in erasing.erasures(theirs)}
        self.new = [erasure for entry, erasure in there.items() if entry not in known]
        self._unknown = [erasure for entry, erasure in known.items() if entry not in there]
        self.gone = {c for e in known.values() for c, stand_in in e.change.cells.items() if not stand_in}
        self.files = {file for erasure in (known | there).values() for file in erasure.change.files}
        self._words = _words_of(self.new, ours) | _words_of(self._unknown, theirs)
        self._any = bool(known or there)

    def carry_over(self, store: Store, ours: Connection, theirs: Connection) -> int:
        """Do here what the others' erasures did there, and ours to what came in; how many pieces were reached late."""
        if not self._any:
            return 0
        for erasure in self.new:
            erasing.take_out(ours, erasure.change, self._words[erasure.entry])
        seen = Seen(store.headers())
        caught = erasing.reach_late(ours, [*self.new, *self._unknown], self._words, seen)
        caught += _join_blots(ours, theirs)
        if self.new or caught:
            make_again(store, ours)
            store.must_scrub(ours)
        return caught


def _words_of(known: list[Erasure], connection: Connection) -> dict[str, Words]:
    """What each erasure takes out, from a vault in which it has not been done."""
    named = {cell for erasure in known for cell in (*erasure.change.spoken, *erasure.change.named)}
    words = words_of(connection, named)
    return {erasure.entry: erasing.words_erased([erasure.change], words) for erasure in known}


def _join_blots(ours: Connection, theirs: Connection) -> int:
    """Blot out here what is blotted out there in a cell that both have; how many cells changed."""
    there = dict(theirs.execute(select(CELL.c.digest, CELL.c.words).where(CELL.c.words.contains(ERASED))).all())
    here = words_of(ours, there)
    becomes = {cell: clean for cell, words in here.items() if (clean := _both(words, there[cell])) != words}
    erasing.put_in_place(ours, becomes)
    return len(becomes)


def _both(one: str, other: str) -> str:
    """The blots of both; a list with quotation marks gets shorter by them: then the one with more of them stands."""
    if len(one) == len(other):
        return blotted(one, blots(other))
    return max(one, other, key=lambda words: (words.count(ERASED), words))


def _read_again(store: Store, ours: Connection, laid: list[str]) -> None:
    """What was shared or shown since its entries came in: its words are here now."""
    for kind in KINDS_KEPT_BACK:
        found: set[Id] = set()
        for part in chunks(laid):
            named = select(CELL.c.row).where(CELL.c.kind == kind, CELL.c.digest.in_(part))
            found.update(ours.execute(named).scalars())
        for field in kind_named(kind).stored:
            if field.words and found:
                refold(store, ours, kind, field.name, sorted(found))


def _were_lost(ours: Connection, laid: list[str]) -> bool:
    """Whether words came in that damage had taken here (`salvage`): rows that were made without them are made anew."""
    rescues = ours.execute(select(ENTRY.c.body).where(ENTRY.c.verb == RESCUE)).scalars().all()
    lost = {
        cell for body in rescues for change in decode(body).changes if isinstance(change, Lost) for cell in change.cells
    }
    return not lost.isdisjoint(laid)


def _lay_cells(ours: Connection, theirs: Connection, gone: set[str]) -> list[str]:
    """Lay the other's cells beside ours; the digests of those that were missing."""
    here = set(ours.execute(select(CELL.c.digest)).scalars())
    names = theirs.execute(select(CELL.c.digest).where(cells_free())).scalars()
    missing = [name for name in names if name not in here and name not in gone]
    for part in chunks(missing):
        cells = theirs.execute(select(CELL).where(CELL.c.digest.in_(part))).all()
        insert_all(ours, CELL, [tuple(cell) for cell in cells])
    return missing


def _lay_pieces(ours: Connection, theirs: Connection, gone: set[str]) -> int:
    here = set(ours.execute(select(PIECE.c.file, PIECE.c.number)))
    there = theirs.execute(select(PIECE.c.file, PIECE.c.number)).all()
    missing = [key for key in there if key not in here and key[0] not in gone]
    for file, number in missing:
        data = theirs.execute(select(PIECE.c.data).where(PIECE.c.file == file, PIECE.c.number == number)).scalar_one()
        ours.execute(PIECE.insert(), {"file": file, "number": number, "data": data})
    return len(missing)
