"""Saving what can be read of a damaged study in a new one.

1. Everything is read page by page, and believed where its digest holds (`carving`).
2. Entries whose whole past could be read are taken over as they are, with their words, signatures and original files:
   the new study is a copy of the old one up to there, with the same chains.
3. Where an entry is lost, those that follow it cannot stand in a chain any more. What they did is not lost: all entries
   that can be read are replayed; what a lost entry wrote is taken from the tables; and what the chains do not give of
   this is written into the new study by one act, `study.rescue`, under the same ids (`salvage`).
4. What nobody could read is noted in that act (`Lost`) and told.

The damaged file is only read. The new study verifies; it is a copy of the same study, so that another copy can be
merged, which brings back words and entries that it has.

What a careful reader would get wrong: a row that was taken from the tables has no digest, so nobody can say that it is
what was written. The report says which these are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from crosscase.errors import CrosscaseError
from crosscase.journal.entry import decode
from crosscase.model import Id, kind_named
from crosscase.store.absorb import absorb, rebuild
from crosscase.store.apply import journal_record
from crosscase.store.carving import Carved, Sound, carve, chosen, lost_seqs
from crosscase.store.cells import file_digest
from crosscase.store.copies import begin_anew, made_whole
from crosscase.store.heads import is_plain, salt_of
from crosscase.store.inserting import insert_all
from crosscase.store.kept_back import KINDS_KEPT_BACK, rows_kept_back
from crosscase.store.keys import Key, Passphrase, WrongPassphraseError
from crosscase.store.pages import Pages
from crosscase.store.parting import WITHHELD, Parted, Withheld, keep_local
from crosscase.store.salvage import Saved, salvage
from crosscase.store.salvage_aim import Missing
from crosscase.store.state import State
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ENTRY, PIECE, SIGNATURE
from crosscase.store.verify_journal import Journal
from crosscase.store.verify_vault import Sealed, sealed_in


class NothingToRescueError(CrosscaseError):
    """There is nothing of a study in a file."""

    code = "nothing-to-rescue"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Nothing of a study can be read in {path}: no entry, no words, no rows. If it is encrypted, its first 16 "
            "bytes have to be whole. Look for a backup ('crosscase backups')."
        )


class LostEntry(msgspec.Struct, frozen=True):
    """An entry that is not in the new study, as far as it is known.

    Attributes:
        seq: its number by arrival.
        wall: when, in milliseconds since 1970; of one that could not be read, when the one before it was.
        by, verb: who did what; empty where nobody can tell.
        did: the kinds of rows that the tables say it added or changed, and how many.
        readable: what it did is known from itself; only something before it is lost.
    """

    seq: int
    wall: int
    by: str
    verb: str
    did: dict[str, int]
    readable: bool


class Rescued(msgspec.Struct, frozen=True):
    """What came of a rescue.

    Attributes:
        pages: how many pages the damaged file has.
        kept: entries that are in the new study as they were.
        entries: those that are not. What those that could be read did was saved all the same, as far as it goes.
        mended: entries and pieces of text with one flipped bit, put right.
        saved: what was written anew, and what that rests on.
        words: things whose words are lost as they read now (kind, name, how many fields).
        older: pieces of text that are lost, those included that were written over later or that the tables still have.
        files: names of sources whose original file is lost.
        whole: nothing is lost.
    """

    pages: int
    kept: int
    entries: tuple[LostEntry, ...]
    mended: int
    saved: Saved
    words: tuple[tuple[str, str, int], ...]
    older: int
    files: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is lost."""
        return not (self.entries or self.older or self.files)


def rescue(path: Path, out: Path, passphrase: Passphrase = None, *, tables: bool = True) -> Rescued:
    """Save what can be read of a study in a new file.

    Args:
        passphrase: of an encrypted file; the new one is encrypted with the same.
        tables: write anew what the chains do not give. Without it only entries whose past is whole are taken over, as
            is best where another copy of the study will be merged.

    Raises:
        NothingToRescueError: there is nothing of a study in it.
        CannotOpenError: there is a file of the new name already.
        WrongPassphraseError: no page can be opened with it.
        NewerModelError: a newer program wrote the study.
    """
    pages, key = opened(path, passphrase)
    found = carve(pages)
    if not (found.entries or found.cells or any(found.rows.values())):
        raise NothingToRescueError(path)
    results: list[Rescued] = []

    def fill(part: object) -> Parted:
        store = Store.create(Path(str(part)), passphrase=key)
        try:
            with store.writing() as connection:
                results.append(_fill(store, connection, found, tables=tables))
            left_out = _withheld(found)
            return begin_anew(store, left_out=left_out or None)
        finally:
            store.database.close()

    made_whole(out, fill)
    return msgspec.structs.replace(results[0], pages=pages.count)


def opened(path: Path, passphrase: Passphrase) -> tuple[Pages, Key | None]:
    """The pages of a file, and its key if it is encrypted."""
    from crosscase.store.keys import derive, unlock

    pages = Pages(path)
    if is_plain(path) or carve(pages).entries:
        return pages, None  # whatever its first page looks like
    if isinstance(passphrase, str):
        key = derive(passphrase, salt_of(path))
    elif isinstance(passphrase, Key):
        key = passphrase
    else:
        key = unlock(path, passphrase)
    pages = Pages(path, key.raw, key.salt)
    if not pages.authentic():
        raise WrongPassphraseError(str(path))
    return pages, key


def _withheld(found: Carved) -> Withheld:
    try:
        return msgspec.json.decode(found.local.get(WITHHELD, "{}") or "{}", type=Withheld)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return Withheld()


def _fill(store: Store, connection: Connection, found: Carved, *, tables: bool) -> Rescued:
    everything = _numbered(found.entries.values())
    kept = chosen(everything)
    sealed = sealed_in(Journal(tuple((one.seq, one.digest, one.entry) for one in everything)))
    own = sealed_in(Journal(tuple((one.seq, one.digest, one.entry) for one in kept.values())))
    left_out = _withheld(found)
    words = _words(found, sealed, left_out)
    insert_all(connection, CELL, [(name, *cell) for name, cell in words.items() if name in own.owners])
    files = _files(found, sealed)
    keep_local(connection, WITHHELD, msgspec.json.encode(left_out).decode() if left_out else "")
    absorb(store, ((one.digest, one.body) for one in kept.values()), store.words)
    signed = [(*pair, made) for pair, made in found.signatures.items() if pair[0] in kept]
    insert_all(connection, SIGNATURE, signed)
    surviving = _replayed(everything, words)
    try:
        gone = lost_seqs(found)
        private = _private(surviving)
        missing = {
            name: owner
            for name, owner in sealed.owners.items()
            if name not in words
            and name not in sealed.accounted.missing
            and not left_out.has(name)
            and not (owner.kind in private and owner.row in private[owner.kind])
        }
        lost = Missing(
            seqs=frozenset(gone),
            cells=tuple(sorted(name for name in missing if name in own.owners)),
            files=() if left_out.originals else tuple(sorted(_named(found, sealed) - files - sealed.gone)),
            about=frozenset((owner.kind, owner.row) for owner in missing.values()),
        )
        parted = len(kept) < len(everything) or gone
        saved = Saved()
        if tables or lost.cells or lost.files:
            saved = salvage(store, connection, surviving, found, lost, anew=bool(tables and (parted or missing)))
        _lay_files(store, connection, found, files)
        return _told(found, everything, kept, lost, saved)
    finally:
        surviving.close()


def _numbered(entries: Iterable[Sound]) -> list[Sound]:
    """The entries, each with an arrival number of its own."""
    taken: set[int] = set()
    found: list[Sound] = []
    for one in sorted(entries, key=lambda one: (one.entry.clock, one.digest)):
        seq = one.seq if one.seq not in taken and 0 < one.seq < 1 << 31 else max(taken, default=0) + 1
        taken.add(seq)
        found.append(msgspec.structs.replace(one, seq=seq))
    return found


def _words(found: Carved, sealed: Sealed, left_out: Withheld) -> dict[str, tuple[bytes, str, str, Id]]:
    """The words that may be taken over: not those that were erased, and those with blots where there should be."""
    taken: dict[str, tuple[bytes, str, str, Id]] = {}
    for name, owner in sealed.owners.items():
        if name in sealed.accounted.missing:
            continue
        whole, doubtful = found.cells.get(name), found.doubtful.get(name)
        if whole is not None and sealed.accounted.stand_ins.get(name, {name}) == {name}:
            taken[name] = (whole[0], whole[1], owner.kind, owner.row)
        elif doubtful is not None and _blotted(sealed, left_out, name, doubtful):
            taken[name] = (doubtful[0], doubtful[1], owner.kind, owner.row)
    return taken


def _blotted(sealed: Sealed, left_out: Withheld, name: str, cell: tuple[bytes, str, str, Id]) -> bool:
    try:
        return sealed.accounted.holds(name, cell[0], cell[1]) or left_out.has(name)
    except UnicodeEncodeError:
        return False


def _files(found: Carved, sealed: Sealed) -> set[str]:
    """The original files that are whole and were not erased."""
    whole: set[str] = set()
    for file, pieces in found.pieces.items():
        numbers = sorted(pieces)
        if file in sealed.gone or numbers != list(range(len(numbers))):
            continue
        if file_digest(pieces[n] for n in numbers) == file:
            whole.add(file)
    return whole


def _named(found: Carved, sealed: Sealed) -> set[str]:
    """The original files that anything names."""
    at = 2 + [field.name for field in kind_named("source").fields].index("original")
    return (sealed.files | {str(values[at]) for values in found.rows["source"].values()}) - {""}


def _lay_files(store: Store, connection: Connection, found: Carved, files: set[str]) -> None:
    """Lay the original files that the new study names in its vault."""
    entries = tuple((0, name, decode(body)) for name, body in store.stored())
    for file in sorted(files & sealed_in(Journal(entries)).files):
        insert_all(connection, PIECE, [(file, n, data) for n, data in sorted(found.pieces[file].items())])


def _replayed(entries: list[Sound], words: dict[str, tuple[bytes, str, str, Id]]) -> Store:
    """A study in memory of all entries that can be read, whether their past is there or not."""
    store = Store.create(None)
    with store.writing() as connection:
        records = [journal_record(one.entry, one.digest, one.body, one.seq) for one in entries]
        insert_all(connection, ENTRY, [tuple(record.values()) for record in records])
        insert_all(connection, CELL, [(name, *cell) for name, cell in words.items()])
        rebuild(store, connection)
        store.keep(connection, State(seq=max((one.seq for one in entries), default=0)))
    return store


def _private(store: Store) -> dict[str, set[Id]]:
    with store.reading() as connection:
        return {kind: rows_kept_back(connection, kind) for kind in KINDS_KEPT_BACK}


def _did(found: Carved, seqs: frozenset[int]) -> dict[int, dict[str, int]]:
    """What the tables say that these entries did: by kind, how many rows they added or changed."""
    rows: dict[int, set[tuple[str, Id]]] = {}
    for kind, known in found.rows.items():
        for row, values in known.items():
            if values[1] in seqs:
                rows.setdefault(values[1], set()).add((kind, row))
    for about, written in found.touches.items():
        for _, seq in written:
            if seq in seqs:
                rows.setdefault(seq, set()).add(about)
    return {seq: dict(sorted(Counter(kind for kind, _ in about).items())) for seq, about in rows.items()}


def _told(found: Carved, everything: list[Sound], kept: dict[str, Sound], lost: Missing, saved: Saved) -> Rescued:
    names = saved.names
    lines = [
        LostEntry(one.seq, one.entry.wall, names.get(("member", one.entry.by), ""), one.entry.verb, {}, readable=True)
        for one in everything
        if one.digest not in kept
    ]
    walls = {one.seq: one.entry.wall for one in everything}
    did = _did(found, lost.seqs)
    wall = 0
    for seq in range(1, max(lost.seqs, default=0) + 1):
        wall = walls.get(seq, wall)
        if seq in lost.seqs:
            told = found.unreadable.get(seq)
            by, verb, when = (told.by, told.verb, told.wall) if told else ("", "", wall)
            lines.append(LostEntry(seq, when, names.get(("member", by), ""), verb, did.get(seq, {}), readable=False))
    return Rescued(
        pages=0,
        kept=len(kept),
        entries=tuple(sorted(lines, key=lambda line: line.seq)),
        mended=found.mended,
        saved=saved,
        words=saved.unreadable,
        older=len(lost.cells),
        files=tuple(saved.originals.get(file, file[:12]) for file in lost.files),
    )
