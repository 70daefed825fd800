"""Copies of a study for others, and what a copy knows of itself.

A copy starts its own chain and remembers where it parted: with which entries, and when. A copy is made whole or not at
all, under a name that nothing has yet. Reflexive memos that are not shared, and positions that were not shown yet, stay
with their authors.

A copy from which words were withheld (see `reading_copies`) says so in its own file, so that nobody takes them for
lost. It gives back what was written in it, and nothing else: what it does not have can never pass for the whole.

What a careful reader would get wrong: a file that was copied with `cp`, by a backup or a synced folder is a copy too.
It is not told that it is one; it sees by itself that it lies elsewhere, and begins a chain of its own.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import RefusedError
from crosscase.journal.canon import canonical
from crosscase.journal.entry import decode
from crosscase.journal.vault import Cell, cells_of
from crosscase.model import Id, kind_named
from crosscase.store import cells
from crosscase.store.absorb import make_again, refold
from crosscase.store.database import CannotOpenError
from crosscase.store.duplicate import duplicate, on_disk
from crosscase.store.inserting import insert_all
from crosscase.store.kept_back import KINDS_KEPT_BACK, lies_kept_back, rows_kept_back
from crosscase.store.merge import Merged, merge
from crosscase.store.parting import MASK, PARTED, WITHHELD, Parted, Withheld, keep_local, withheld
from crosscase.store.rows import chunks
from crosscase.store.state import version_of, wall_ms
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ENTRY, METADATA, PIECE, SIGNATURE

T = TypeVar("T")

ABANDONED_S = 600
"""Seconds after which nobody is still writing to a file that is not whole."""

_PART = re.compile(r"\..+\.[0-9a-f]{8}\.part(-wal|-shm|-journal)?")

Target = Path | tuple[str, str]
"""Where a study lies: a file, or a schema (address, name)."""


class WithheldError(RefusedError):
    """A copy from which words were withheld is to give what it does not have."""

    code = "withheld"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is a copy for reading, made from a later state than this copy has, and the words it lacks "
            "would be missing here. Nothing was taken in. Merge the study it was made from first."
        )


def copy_study(store: Store, target: Target, *, own_memos_of: Id = "") -> Parted:
    """Make a copy that goes on by itself.

    Args:
        own_memos_of: a member whose private reflexive memos go along, because the copy is for themselves.

    Raises:
        CannotOpenError: something is there already, or there is no such folder.
    """

    def fill(place: Target) -> Parted:
        if isinstance(place, Path) and store.path is not None and not _private(store, own_memos_of):
            duplicate(store, place)
            copy = Store.at_path(place, passphrase=store.key)
            try:
                return begin_anew(copy)
            finally:
                copy.database.close()
        copy = empty_like(store, place)
        try:
            merge(copy, store)
            _lay_own(copy, store, own_memos_of)
            lay_signatures(copy, store)
            return begin_anew(copy)
        finally:
            copy.database.close()

    return made_whole(target, fill)


def begin_anew(copy: Store, reader: Id = "", left_out: Withheld | None = None) -> Parted:
    """Make a copy forget whose chain it would go on with, and remember where it parted and what it lacks."""
    with copy.writing() as connection:
        state = copy.state
        found = Parted(wall_ms(), state.heads, version_of(state.heads), reader)
        anew = msgspec.structs.replace(state, chain="", number=0, digest="", place="", unseen=state.heads)
        copy.keep(connection, anew)
        keep_local(connection, PARTED, canonical(found).decode())
        keep_local(connection, WITHHELD, msgspec.json.encode(left_out).decode() if left_out else "")
    return found


def empty_like(store: Store, place: Target) -> Store:
    """An empty study at a place, encrypted with the same key where the study is."""
    return Store.create(place, passphrase=store.key if isinstance(place, Path) else None)


def made_whole(target: Target, fill: Callable[[Target], T]) -> T:
    """Have a study made at a place; whatever goes wrong, nothing is there.

    A file is made under another name, and takes its own only when nothing has that. What a program that was killed left
    half made in this folder is taken away by the next one that makes something here.

    Raises:
        CannotOpenError: something is there already, or there is no such folder.
    """
    if not isinstance(target, Path):
        return _in_schema(target, fill)
    refuse_taken(target)
    _clear_abandoned(target.parent)
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        found = fill(part)
        on_disk(part)
        try:
            os.link(part, target)  # fails where something has that name by now, as a rename would not
        except FileExistsError:
            refuse_taken(target)
            raise
        except OSError:
            refuse_taken(target)
            part.rename(target)  # a file system without links
        on_disk(target.parent)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                part.with_name(part.name + suffix).unlink(missing_ok=True)
    return found


def _clear_abandoned(folder: Path) -> None:
    for path in folder.glob(".*.part*"):
        with suppress(OSError):
            if _PART.fullmatch(path.name) and time.time() - path.stat().st_mtime > ABANDONED_S:
                path.unlink()


def refuse_taken(target: Path) -> None:
    """Refuse a place where something is, or where nothing can be.

    Raises:
        CannotOpenError: it is one.
    """
    if target.exists() or target.is_symlink():
        raise CannotOpenError(str(target), "there is a file of that name already; it was left alone.")
    if not target.parent.is_dir():
        raise CannotOpenError(str(target), "there is no such folder.")


def _in_schema(target: tuple[str, str], fill: Callable[[Target], T]) -> T:
    try:
        return fill(target)
    except CannotOpenError:
        raise  # there is a study already, and it stays
    except BaseException:
        with suppress(CannotOpenError):
            left = Store.in_schema(*target)
            with left.database.writing() as connection:
                METADATA.drop_all(connection)
            left.database.close()
        raise


def _private(store: Store, but_of: Id) -> list[Id]:
    """Writing that is alone somebody's other than one member's, and has words here."""
    with store.reading() as connection:
        return list(connection.execute(lies_kept_back(but_of)).scalars())


def _lay_own(copy: Store, store: Store, member: Id) -> None:
    """Lay the words of somebody's own memos and positions, which are theirs alone, in a copy that is theirs."""
    if not member:
        return
    with store.reading() as theirs, copy.writing() as ours:
        for kind in KINDS_KEPT_BACK:
            own = sorted(rows_kept_back(theirs, kind, of=member))
            for part in chunks(own):
                theirs_too = theirs.execute(select(CELL).where(CELL.c.kind == kind, CELL.c.row.in_(part))).all()
                insert_all(ours, CELL, [tuple(cell) for cell in theirs_too])
            for field in kind_named(kind).stored:
                if field.words and own:
                    refold(copy, ours, kind, field.name, own)


def lay_signatures(copy: Store, store: Store) -> None:
    """Take signatures along: they are about entries, and anybody may check them."""
    with store.reading() as theirs, copy.writing() as ours:
        there = set(ours.execute(select(SIGNATURE)).all())
        insert_all(ours, SIGNATURE, [tuple(one) for one in theirs.execute(select(SIGNATURE)) if one not in there])


# Bringing copies together


def take_in(store: Store, other: Store) -> Merged:
    """Take in what another copy has, minding what was withheld from either; whole or not at all.

    Raises:
        WithheldError: the other lacks words of entries that are not here.
        OtherStudyError, BrokenChainError, DamagedEntryError, NewerModelError: as for `merge`.
    """
    lacking = withheld(other)
    with other.reading() as theirs, store.writing() as ours:
        if lacking:
            known = set(ours.execute(select(ENTRY.c.digest)).scalars())
            for name, body in theirs.execute(select(ENTRY.c.digest, ENTRY.c.body)):
                if name not in known and any(map(lacking.has, cells_of(decode(body).changes))):
                    raise WithheldError(other.database.where)
        partly = _masked(ours, withheld(store))
        cells.drop(ours, partly)  # so that the whole words can take their place
        merged = merge(store, other)
        cells.put(ours, (cell for name, cell in partly.items() if not cells.present(ours, [name])))
        if withheld(store) and (merged.cells or merged.pieces):
            _no_longer_withheld(store, ours)
    return merged


def _masked(connection: Connection, known: Withheld) -> dict[str, Cell]:
    """The words of which parts were withheld from this copy."""
    if not known:
        return {}
    found = connection.execute(select(CELL).where(CELL.c.words.contains(MASK)))
    return {cell.digest: Cell(*cell) for cell in found if known.has(cell.digest)}


def _no_longer_withheld(store: Store, connection: Connection) -> None:
    """Words that a copy for reading lacked have come in: make everything from them, and say what is still missing."""
    known = withheld(store)
    whole = select(CELL.c.digest).where(CELL.c.words.contains(MASK).is_(False))
    lacks_originals = connection.execute(select(PIECE.c.file)).first() is None
    still = known.but(connection.execute(whole).scalars(), originals=lacks_originals)
    make_again(store, connection)
    keep_local(connection, WITHHELD, msgspec.json.encode(still).decode() if still else "")
