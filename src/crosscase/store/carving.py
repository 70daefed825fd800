"""What can still be read of a damaged study, page by page, and believed.

Entries, words and original files go by the digests of what they are, so it does not matter where in the file they are
found: what has its digest is right. A single flipped bit in an entry or in words is found by trying all of them,
because the digest says when it is the right one.

Rows of the tables have no digest. They are read as well, because they may be all that is left of an entry that is lost;
whether they are needed is decided elsewhere (`rescue`), and what is taken from them is said.

What a careful reader would get wrong: nothing here is SQL, and nothing is asked of SQLite, which may refuse the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.journal.canon import digest
from crosscase.journal.changes import Added
from crosscase.journal.entry import Entry, understood, unpack
from crosscase.journal.upgrades import NewerModelError
from crosscase.journal.vault import SALT_BYTES, cells_of
from crosscase.model import KINDS, Id, Kind, kind_named
from crosscase.store.pages import Pages, Record
from crosscase.store.rows import from_column
from crosscase.store.state import State
from crosscase.store.tables import ENTRY, ROWS

_ID = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MENDABLE = 6_000
"""Bytes of the longest entry or words in which every bit is tried."""
_LARGEST = 1 << 22
"""Bytes that such an entry may claim to have unpacked: a changed bit may make it claim anything."""


class Unread(msgspec.Struct, frozen=True):
    """An entry that cannot be read: what stands beside it, as far as that could be."""

    seq: int
    id: Id
    by: Id
    verb: str
    wall: int


class Sound(msgspec.Struct, frozen=True):
    """An entry whose digest holds: its arrival number, its digest, its stored bytes, and the entry."""

    seq: int
    digest: str
    body: bytes
    entry: Entry


class Carved(msgspec.Struct):
    """All that could be read.

    Attributes:
        entries: by digest.
        unreadable: by arrival number, the entries of which only what stands beside them could be read.
        cells: by digest, salt, words, kind and row; whose digest holds.
        doubtful: the same, where the digest does not hold (words may have been erased or withheld in part).
        pieces: by file, by number.
        signatures: entry, key, signature.
        rows: by kind, by id, the values of the columns `removed`, `born` and the fields.
        touches: by kind and row, the fields written and the arrival number of the entry that wrote them.
        texts: by source, the words.
        local: what the copy knew of itself.
        state: the same, understood; None where it cannot be read.
        mended: how many entries and pieces of text had one flipped bit, which was put right.
    """

    entries: dict[str, Sound] = {}
    unreadable: dict[int, Unread] = {}
    cells: dict[str, tuple[bytes, str, str, Id]] = {}
    doubtful: dict[str, tuple[bytes, str, str, Id]] = {}
    pieces: dict[str, dict[int, bytes]] = {}
    signatures: dict[tuple[str, str], bytes] = {}
    rows: dict[str, dict[Id, tuple[Any, ...]]] = {}
    touches: dict[tuple[str, Id], set[tuple[str, int]]] = {}
    texts: dict[Id, str] = {}
    local: dict[str, str] = {}
    state: State | None = None
    mended: int = 0


def carve(pages: Pages) -> Carved:
    """Read all that can be read.

    Raises:
        NewerModelError: a newer program wrote the study.
    """
    found = Carved()
    found.rows = {kind.name: {} for kind in KINDS}
    carver = _Carver(found)
    for record in pages.rows():
        carver.look(record)
    carver.judge()
    carver.sort_rows(pages)
    return found


class _Carver:
    def __init__(self, found: Carved) -> None:
        self._found = found
        self._entries: list[tuple[int, tuple[Any, ...]]] = []
        self._cells: list[tuple[str, bytes, str, str, Id]] = []
        self._others: list[Record] = []

    def look(self, record: Record) -> None:
        """Put a row where it looks as if it belonged."""
        values = record.values
        found = self._found
        match values:
            case (str(name), bytes(salt), str(words), str(kind), str(row)) if _DIGEST.fullmatch(name) or salt:
                self._cells.append((name, salt, words, kind, row))
            case (str(file), int(number), bytes(data)) if _DIGEST.fullmatch(file):
                found.pieces.setdefault(file, {}).setdefault(number, data)
            case (str(entry), str(key), bytes(signature)) if _DIGEST.fullmatch(entry):
                found.signatures.setdefault((entry, key), signature)
            case (str(kind), str(row), str(field), int(seq)) if kind in ROWS and _ID.fullmatch(row):
                found.touches.setdefault((kind, row), set()).add((field, seq))
            case (str(source), str(words), 0 | 1, bytes()) if _ID.fullmatch(source):
                found.texts.setdefault(source, readable(words))
            case (str(key), str(value)):
                found.local.setdefault(key, value)
            case _ if len(values) == len(ENTRY.columns) and isinstance(values[-1], bytes):
                self._entries.append((record.rowid, values))
            case _ if len(values) > 3 and isinstance(values[0], str) and _ID.fullmatch(values[0]):
                self._others.append(record)

    def judge(self) -> None:
        """Take what has its digest; what has not, where the digest is one that somebody names."""
        found = self._found
        doubtful: list[tuple[int, tuple[Any, ...]]] = []
        for seq, values in self._entries:
            if not self._entry(seq, values, str(values[2])):
                doubtful.append((seq, values))
        try:
            found.state = msgspec.json.decode(found.local.get("state", ""), type=State)
        except (msgspec.DecodeError, UnicodeEncodeError):
            found.state = None
        past = {name for one in found.entries.values() for name in (one.entry.before, *one.entry.heads)}
        named = past | set(found.state.heads if found.state else ())
        for seq, values in doubtful:
            if self._entry(seq, values, *named) or self._mended_entry(seq, values, {str(values[2]), *named}):
                continue
            told = [value if isinstance(value, str) else "" for value in (values[1], values[9], values[10])]
            wall = values[8] if isinstance(values[8], int) else 0
            found.unreadable[seq] = Unread(seq, told[0], told[1], told[2], wall)
        wanted = {cell for one in found.entries.values() for cell in (*cells_of(one.entry.changes), one.entry.because)}
        for name, salt, words, kind, row in self._cells:
            self._cell(name, salt, words, (kind, row), wanted)

    def _entry(self, seq: int, values: tuple[Any, ...], *names: str) -> bool:
        """Take an entry, if its digest is one of these."""
        try:
            data = unpack(values[-1], "")
            name = digest(data)
            if name not in names:
                return False
            self._found.entries.setdefault(name, Sound(seq, name, values[-1], understood(data)))
        except NewerModelError:
            raise
        except CrosscaseError:
            return False
        return True

    def _mended_entry(self, seq: int, values: tuple[Any, ...], names: set[str]) -> bool:
        def holds(body: bytes) -> bool:
            try:
                return _size(body) <= _LARGEST and digest(unpack(body, "")) in names
            except CrosscaseError:
                return False

        body = mended(values[-1], holds)
        if body is None or not self._entry(seq, (*values[:-1], body), *names):
            return False
        self._found.mended += 1
        return True

    def _cell(self, name: str, salt: bytes, words: str, about: tuple[str, Id], wanted: set[str]) -> None:
        found = self._found
        data = salt + words.encode("utf-8", "surrogateescape")
        real = hashlib.blake2b(data, digest_size=32).hexdigest()
        if real == name or real in wanted:
            found.cells[real] = (salt, words, *about)
            return
        if name in wanted and name not in found.cells:
            whole = mended(data, lambda tried: hashlib.blake2b(tried, digest_size=32).hexdigest() == name)
            if whole is not None and len(salt) == SALT_BYTES:
                found.cells[name] = (whole[:SALT_BYTES], whole[SALT_BYTES:].decode(errors="surrogateescape"), *about)
                found.mended += 1
            else:
                found.doubtful[name] = (salt, words, *about)

    # Rows of the tables

    def sort_rows(self, pages: Pages) -> None:
        """Say of which kind each row is: by the tree its page is in, else by others on its page that an entry added."""
        known = {
            row: change.kind
            for one in self._found.entries.values()
            for change in one.entry.changes
            if isinstance(change, Added)
            for row in change.rows(one.entry.id)
        }
        by_tree: dict[int, str] = {}
        for name, root in pages.roots().items():
            if name in ROWS:
                by_tree.update(dict.fromkeys(pages.leaves(root), name))
        by_page: dict[int, list[Record]] = {}
        for record in self._others:
            by_page.setdefault(record.page, []).append(record)
        for page, records in by_page.items():
            kinds = {kind for record in records if (kind := known.get(record.values[0])) is not None}
            kind = by_tree.get(page) or (kinds.pop() if len(kinds) == 1 else "")
            for record in records:
                self._row(kind or known.get(record.values[0]) or _only_kind(record.values), record)

    def _row(self, kind: str, record: Record) -> None:
        if kind and _fits(kind, record.values):
            values = tuple(readable(value) if isinstance(value, str) else value for value in record.values[1:])
            if _makes_sense(kind_named(kind), record.values[0], values[2:]):
                self._found.rows[kind].setdefault(record.values[0], values)


def _size(body: bytes) -> int:
    """How large an entry says it is when unpacked."""
    import zstandard

    try:
        return int(zstandard.get_frame_parameters(body).content_size)
    except zstandard.ZstdError:
        return _LARGEST + 1


def readable(text: str) -> str:
    """Text from a damaged page, with a sign for each character that is none."""
    return text.encode("utf-8", "surrogateescape").decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _makes_sense(kind: Kind, row: Id, values: tuple[Any, ...]) -> bool:
    """Whether the fields of a row hold what such fields can hold: a choice is one there is, an id is an id."""
    given: dict[str, Any] = {"id": row}
    try:
        for field, value in zip(kind.fields, values, strict=True):
            if field.refers and value is not None and not _ID.fullmatch(value):
                return False
            given[field.name] = from_column(value, field)
        msgspec.convert(given, type=kind.row)
    except (msgspec.MsgspecError, TypeError):
        return False
    return True


def _only_kind(values: tuple[Any, ...]) -> str:
    """The kind whose columns these values fit, if there is only one."""
    fitting = [kind.name for kind in KINDS if _fits(kind.name, values)]
    return fitting[0] if len(fitting) == 1 else ""


def _fits(kind: str, values: tuple[Any, ...]) -> bool:
    columns = list(ROWS[kind].columns)
    if len(values) != len(columns) or values[1] not in {0, 1} or not isinstance(values[2], int):
        return False
    python = {"text": str, "list": str, "integer": int, "boolean": int}
    types = [python[field.type] for one in KINDS if one.name == kind for field in one.fields]
    return all(value is None or isinstance(value, type_) for value, type_ in zip(values[3:], types, strict=True))


def mended(data: bytes, holds: Callable[[bytes], bool]) -> bytes | None:
    """The data with the one bit changed that makes it hold; None where no single bit does, or there are too many."""
    if len(data) > _MENDABLE:
        return None
    changed = bytearray(data)
    for at in range(len(changed)):
        for bit in range(8):
            changed[at] ^= 1 << bit
            if holds(bytes(changed)):
                return bytes(changed)
            changed[at] ^= 1 << bit
    return None


def lost_seqs(found: Carved) -> set[int]:
    """The arrival numbers of entries that were there and cannot be read."""
    there = {one.seq for one in found.entries.values()}
    told = {seq for touched in found.touches.values() for _, seq in touched}
    told |= {values[1] for rows in found.rows.values() for values in rows.values()}
    told |= {*there, *found.unreadable, found.state.seq if found.state else 0}
    believable = 10 * (len(there) + len(found.unreadable) + 1_000)  # a number may be what is damaged
    last = max((seq for seq in told if seq <= believable), default=0)
    return set(range(1, last + 1)) - there


def chosen(entries: Iterable[Sound]) -> dict[str, Sound]:
    """The entries whose whole past is among them: what a study can be made of as it was."""
    kept: dict[str, Sound] = {}
    for one in sorted(entries, key=lambda one: (one.entry.clock, one.digest)):
        whole = all(name in kept for name in (one.entry.before, *one.entry.heads) if name)
        if whole and (one.entry.before or one.entry.number == 1):
            kept[one.digest] = one
    return kept
