"""One spelling for every value: canonical JSON, and digests over it.

Keys are sorted, there is no white space and no floating-point number, text is UTF-8 as it is (no
normalisation). Two programs that mean the same entry write the same bytes.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> bytes:
    """The canonical JSON of a value made of text, whole numbers, booleans, null, lists, maps and structs."""
    return _ENCODER.encode(value)


def digest(data: bytes) -> str:
    """BLAKE2b with 256 bits, as 64 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=32).hexdigest()
