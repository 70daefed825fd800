"""One act of one member, and how it is written down.

Every copy of a study writes its own chain of entries. An entry names the digest of the one before it in its chain
and the heads of other chains that its author had newly seen, so that entries form a graph whose past cannot
be altered without showing.

The digest is taken over the canonical form, before compression, and is not part of it.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from typing import Any

import msgspec
import zstandard

from crosscase.errors import CrosscaseError
from crosscase.journal import upgrades
from crosscase.journal.canon import canonical
from crosscase.journal.changes import Change
from crosscase.model import Id


class Entry(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A line of the journal.

    Attributes:
        chain, number: the writer, and the place in its chain (from 1).
        before: digest of the entry before it in the chain; empty for the first.
        heads: digests of the heads of other chains newly seen since the entry before.
        clock: a reading of the hybrid logical clock.
        wall: milliseconds since 1970 by the machine's clock.
        by: the member who acted; a coding's own member is a field of the coding.
        because: the reason given (in the vault).
        undoes: the entry this one turns round.
    """

    id: Id
    chain: Id
    number: int
    clock: int
    wall: int
    by: Id
    verb: str
    model: int = 1
    before: str = ""
    heads: tuple[str, ...] = ()
    because: str = ""
    undoes: Id = ""
    changes: tuple[Change, ...] = ()


class DamagedEntryError(CrosscaseError):
    """An entry cannot be read."""

    code = "damaged"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Entry {where} of the journal cannot be read. `crosscase verify` says what else is affected; "
            "a backup will have it."
        )


class _Zstd(threading.local):
    """What packs and unpacks, one for each thread: it cannot be shared, and making it takes longer than an entry."""

    def __init__(self) -> None:
        self.packing = zstandard.ZstdCompressor(level=3, write_content_size=True)
        self.unpacking = zstandard.ZstdDecompressor()


_ZSTD = _Zstd()
_CHANGES = b'"changes":['
_STAND_IN: Any = msgspec.Raw(b"0")
_ONE_CHANGE = _CHANGES + b"0]"
_DECODER = msgspec.json.Decoder(Entry)
_MODEL = msgspec.json.Decoder(type=dict[str, Any])

MAX_BYTES = 1 << 30
"""No entry is larger than this when unpacked; anything that claims to be is damaged or hostile."""


def encode(entry: Entry) -> tuple[str, bytes]:
    """An entry's digest and its stored bytes.

    The canonical form of a large import has hundreds of megabytes. It is written a change at a time, twice, and never
    held whole.
    """
    whole, size = hashlib.blake2b(digest_size=32), 0
    for part in _parts(entry):
        whole.update(part)
        size += len(part)
    packing = _ZSTD.packing.compressobj(size=size)
    stored = [packing.compress(part) for part in _parts(entry)]
    return whole.hexdigest(), b"".join((*stored, packing.flush()))


def _parts(entry: Entry) -> Iterator[bytes]:
    """The canonical form of an entry, in parts."""
    if not entry.changes:
        yield canonical(entry)
        return
    # No words look like this: a quotation mark within them has a backslash before it.
    head, tail = canonical(msgspec.structs.replace(entry, changes=(_STAND_IN,))).split(_ONE_CHANGE)
    yield head + _CHANGES + canonical(entry.changes[0])
    for change in entry.changes[1:]:
        yield b"," + canonical(change)
    yield b"]" + tail


def packed(data: bytes) -> bytes:
    """The stored bytes of an entry's canonical form."""
    return _ZSTD.packing.compress(data)


def unpack(stored: bytes, where: str) -> bytes:
    """The canonical form of stored bytes.

    Raises:
        DamagedEntryError: they cannot be unpacked.
    """
    try:
        # A frame says how large it is: one that claims too much is not unpacked to see.
        if zstandard.get_frame_parameters(stored).content_size > MAX_BYTES:
            raise DamagedEntryError(where)
        return _ZSTD.unpacking.decompress(stored, max_output_size=MAX_BYTES)
    except zstandard.ZstdError as error:
        raise DamagedEntryError(where) from error


def decode(stored: bytes, where: str = "") -> Entry:
    """The entry in stored bytes, as this program's model has it.

    Raises:
        DamagedEntryError: the bytes cannot be read.
        NewerModelError: a newer program wrote them.
    """
    return understood(unpack(stored, where), where)


def understood(data: bytes, where: str = "") -> Entry:
    """The entry that is written in these bytes, unpacked already.

    Raises:
        DamagedEntryError, NewerModelError: as for `decode`.
    """
    try:
        entry = _DECODER.decode(data)
        if entry.model == upgrades.MODEL:
            return entry
    except msgspec.DecodeError:
        entry = None
    try:
        plain = _MODEL.decode(data)
        plain["changes"] = upgrades.upgraded(plain.get("changes", []), plain.get("model", 1))
        plain["model"] = upgrades.MODEL
        return msgspec.convert(plain, Entry)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise DamagedEntryError(where) from error
