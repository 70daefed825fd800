"""Breaking bytes: the same seed and chance give the same bytes again.

A container (docx, odt, epub, xlsx, ods) is mostly refused when a byte of it is changed, because its checksums do not
hold; so as often as not one of its parts is broken and the container is made anew around it.
"""

from __future__ import annotations

import io
import random
import zipfile

_NUMBERS = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff")
_WORDS = (
    b"-1", b"99999999999999999999", b"1e999", b"NaN", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80",
    b"\xf0\x9f\x91\x8d",
    b"<", b">", b"&", b"&#0;", b"&#xD800;", b"<!ENTITY a 'b'>", b"]]>", b'"', b"'", b"\\", b"{", b"}", b"\\bin999999 ",
    b"\\u-10179", b"\\'", b"\r", b"\n\n", b"\t", b"\x1b", b"\x0c", b"\x85", b"\xe2\x80\xa8", b"00:00:00,000 --> ",
    b"::",
    b"%PDF-", b"endobj", b"stream\n", b"obj << /Length 9999999 >>", b"PK\x03\x04", b"..", b"/../", b"\xcc\x81" * 40,
)  # fmt: skip
MOST = 400_000


def broken(data: bytes, chance: random.Random, others: tuple[bytes, ...] = ()) -> bytes:
    """The same bytes, broken in one to six places."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.6:
        return _inside(data, chance)
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        _once(out, chance, others)
    return bytes(out[:MOST])


def _once(out: bytearray, chance: random.Random, others: tuple[bytes, ...]) -> None:
    at = chance.randrange(len(out) + 1)
    length = min(chance.choice((1, 1, 2, 4, 16, 100, 1000)), len(out) - at)
    what = chance.randrange(8)
    if what == 0 and at < len(out):
        out[at] ^= 1 << chance.randrange(8)
    elif what == 1:
        out[at : at + length] = chance.randbytes(length)
    elif what == 2:
        del out[at : at + length]
    elif what == 3:
        out[at:at] = bytes(out[at : at + length]) * chance.choice((1, 2, 50))
    elif what == 4:
        out[at:at] = chance.choice(_WORDS)
    elif what == 5:
        out[at : at + 4] = chance.choice(_NUMBERS)
    elif what == 6 and others:
        other = chance.choice(others)
        start = chance.randrange(len(other) + 1)
        out[at:at] = other[start : start + chance.choice((8, 80, 800))]
    else:
        del out[at:]


def _inside(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    chosen = chance.choice([name for name, part in parts.items() if part])
    parts[chosen] = broken(parts[chosen], chance, tuple(parts.values()))
    if chance.random() < 0.1:
        parts.pop(chance.choice(list(parts)))
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(zipfile.ZipInfo(name), part)
    return into.getvalue()
