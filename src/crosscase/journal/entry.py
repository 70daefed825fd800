"""One act of one member, and how it is written down.

Every copy of a study writes its own chain of entries. An entry names the digest of the one before it in its chain
and the heads of other chains that its author had newly seen, so that entries form a graph whose past cannot
be altered without showing.

The digest is taken over the canonical form, before compression, and is not part of it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import zstandard

from crosscase.errors import CrosscaseError
from crosscase.journal import upgrades
from crosscase.journal.canon import canonical, digest
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


@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=3, write_content_size=True)


@cache
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()


_DECODER = msgspec.json.Decoder(Entry)
_MODEL = msgspec.json.Decoder(type=dict[str, Any])

MAX_BYTES = 1 << 30
"""No entry is larger than this when unpacked; anything that claims to be is damaged or hostile."""


def encode(entry: Entry) -> tuple[str, bytes]:
    """An entry's digest and its stored bytes."""
    data = canonical(entry)
    return digest(data), packed(data)


def packed(data: bytes) -> bytes:
    """The stored bytes of an entry's canonical form."""
    return _compressor().compress(data)


def unpack(stored: bytes, where: str) -> bytes:
    """The canonical form of stored bytes.

    Raises:
        DamagedEntryError: they cannot be unpacked.
    """
    try:
        # A frame says how large it is: one that claims too much is not unpacked to see.
        if zstandard.get_frame_parameters(stored).content_size > MAX_BYTES:
            raise DamagedEntryError(where)
        return _decompressor().decompress(stored, max_output_size=MAX_BYTES)
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
