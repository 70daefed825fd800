"""Bringing two copies of a study together: the union of what they have.

There is no master. Entries, the vault's cells and original files that the other has and this one lacks are taken
in; the tables follow from the entries. Merging itself records nothing, so it can be done in any order, again and
again. Words of private reflexive memos stay where they are.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import RefusedError
from crosscase.model import Id, kind_named
from crosscase.store.absorb import absorb, refold
from crosscase.store.apply import insert_all
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import CELL, PIECE, ROWS


class OtherStudyError(RefusedError):
    """The two files are not copies of one study."""

    code = "other-study"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is another study, not a copy of this one. Nothing was taken in.")


class Merged(msgspec.Struct, frozen=True):
    """What came in: how many entries, cells and pieces of original files."""

    entries: int
    cells: int
    pieces: int


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
        laid = _lay_cells(ours, theirs)
        pieces = _lay_pieces(ours, theirs)
        taken = absorb(store, other.stored(), store.words)
        _read_again(store, ours, laid)
    return Merged(taken, len(laid), pieces)


def _read_again(store: Store, ours: Connection, laid: list[str]) -> None:
    """Memos shared since their entries came in: their words are here now."""
    memos: set[Id] = set()
    for part in chunks(laid):
        memos.update(ours.execute(select(CELL.c.row).where(CELL.c.kind == "memo", CELL.c.digest.in_(part))).scalars())
    for field in kind_named("memo").stored:
        if field.words and memos:
            refold(store, ours, "memo", field.name, sorted(memos))


def _lay_cells(ours: Connection, theirs: Connection) -> list[str]:
    """Lay the other's cells beside ours; the digests of those that were missing."""
    here = set(ours.execute(select(CELL.c.digest)).scalars())
    memo = ROWS["memo"]
    private = select(memo.c.id).where(memo.c.nature == "reflexive", memo.c.shared.is_(False))
    names = theirs.execute(select(CELL.c.digest).where((CELL.c.kind != "memo") | CELL.c.row.not_in(private))).scalars()
    missing = [name for name in names if name not in here]
    for part in chunks(missing):
        cells = theirs.execute(select(CELL).where(CELL.c.digest.in_(part))).all()
        insert_all(ours, CELL, [tuple(cell) for cell in cells])
    return missing


def _lay_pieces(ours: Connection, theirs: Connection) -> int:
    here = set(ours.execute(select(PIECE.c.file, PIECE.c.number)))
    there = theirs.execute(select(PIECE.c.file, PIECE.c.number)).all()
    missing = [key for key in there if key not in here]
    for file, number in missing:
        data = theirs.execute(select(PIECE.c.data).where(PIECE.c.file == file, PIECE.c.number == number)).scalar_one()
        ours.execute(PIECE.insert(), {"file": file, "number": number, "data": data})
    return len(missing)
