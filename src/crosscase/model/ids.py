"""Identifiers: 16 bytes, written as 32 hexadecimal digits.

An entry's id is random. Things an entry adds are numbered from it (entry id + 1, + 2, …),
so that an act which adds thousands of rows stores none of their ids. Things that two copies
may add on their own and that must then be *one* thing (a source imported twice, a value of an
attribute, a target of the frame) have an id made from what they are: see `derived_id`.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Id: TypeAlias = str

_WIDTH = 1 << 128


_SHORT = 12


def short(thing: Id) -> str:
    """An id as people are shown it: its last twelve digits.

    Things that one entry added differ only in their last digits.
    """
    return thing[-_SHORT:]


def goes_by(thing: Id, digits: str) -> bool:
    """Whether somebody who typed these digits (a short id, the whole one, or more of its end) means this thing."""
    return thing.endswith(digits.lower())


def random_id() -> Id:
    """A new random identifier (128 bits)."""
    return secrets.token_hex(16)


def packed_id(entry: Id, number: int) -> Id:
    """The identifier of the `number`-th thing (from 1) that an entry adds."""
    return f"{(int(entry, 16) + number) % _WIDTH:032x}"


def packed_ids(entry: Id, first: int, count: int) -> list[Id]:
    """The identifiers of `count` things of an entry, the first numbered `first`."""
    base = int(entry, 16)
    if base + first + count < _WIDTH:
        return [f"{n:032x}" for n in range(base + first, base + first + count)]
    return [packed_id(entry, n) for n in range(first, first + count)]


def derived_id(*parts: str, key: str = "") -> Id:
    """An identifier that is the same wherever it is made from the same parts.

    `key` is the study's own; with it, nobody outside the study can test whether a text they
    hold is one of its sources by looking at identifiers.
    """
    digest = hashlib.blake2b(digest_size=16, key=bytes.fromhex(key))
    for part in parts:
        digest.update(_framed(part))
    return digest.hexdigest()


def derived_ids(parts: Sequence[str], last: Iterable[str]) -> list[Id]:
    """`derived_id(*parts, each)` for each of many last parts, in their order; the common ones are read once."""
    common = hashlib.blake2b(digest_size=16)
    for part in parts:
        common.update(_framed(part))
    found: list[Id] = []
    for part in last:
        digest = common.copy()
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
        found.append(digest.hexdigest())
    return found


def _framed(part: str) -> bytes:
    data = part.encode()
    return len(data).to_bytes(8, "big") + data
