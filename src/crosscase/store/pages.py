"""Reading the pages of a SQLite file without SQLite, however damaged it is.

SQLite stops at the first page that does not hold; what lies behind it is still there. Here every page is read by
itself: a page that holds rows of a table says where each of them begins, and a row says how long it is and on which
pages it goes on (the file format is public: sqlite.org/fileformat2.html). Nothing is believed of a row but its values;
whoever takes them has to know by a digest whether they are right.

A write-ahead log beside the file is laid over it, up to the last transaction that was committed whole. Pages of an
encrypted file are opened with their key (SQLCipher 4: AES-256-CBC, one random vector a page), damaged ones too: then
16 bytes around the damage are noise and the rest of the page is itself.

What a careful reader would get wrong: which table a row belongs to is written in no row. It follows from the tree of
pages, where that is whole (`leaves`), or from what the row looks like.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

_MAGIC = b"SQLite format 3\0"
_TABLE, _TABLE_INNER = 0x0D, 0x05
_INDEXES = (0x02, 0x0A)
PAGE = 4096
_RESERVED = 80
"""Of an encrypted page: the random vector (16 bytes) and the code of authenticity (64)."""


class Record(NamedTuple):
    """A row as it stands in a page: where, its number, its values."""

    page: int
    rowid: int
    values: tuple[Any, ...]


class Pages:
    """The pages of a file, the write-ahead log laid over them."""

    def __init__(self, path: Path, key: bytes | None = None, salt: bytes = b"") -> None:
        self._data = path.read_bytes()
        self._key = key
        self._salt = salt
        self.size = PAGE
        self.usable = PAGE - (_RESERVED if key else 0)
        if key is None and len(self._data) >= 100 and self._data.startswith(_MAGIC):
            size = struct.unpack_from(">H", self._data, 16)[0]
            size = 65_536 if size == 1 else size
            if size >= 512 and size & (size - 1) == 0 and self._data[20] < 64:
                self.size, self.usable = size, size - self._data[20]
        self._newer = _committed(path.with_name(path.name + "-wal"), self.size)
        whole = (len(self._data) + self.size - 1) // self.size
        self.count = max([whole, *self._newer])
        self.overflow: set[int] = set()

    def page(self, number: int) -> bytes:
        """A page (from 1), filled up with zeros where the file ends in it; empty where there is none."""
        data = self._newer.get(number)
        if data is None:
            data = self._data[(number - 1) * self.size : number * self.size]
        if not data:
            return b""
        data = data.ljust(self.size, b"\0")
        return data if self._key is None else self._opened(data, number)

    def _opened(self, data: bytes, number: int) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        begin = 16 if number == 1 else 0
        vector = data[self.usable : self.usable + 16]
        opening = Cipher(algorithms.AES(self._key or b""), modes.CBC(vector)).decryptor()
        plain = opening.update(data[begin : self.usable]) + opening.finalize()
        return (_MAGIC if begin else b"") + plain

    def authentic(self) -> bool:
        """Whether the key is that of the file: the code of authenticity of any page holds."""
        mask = bytes(byte ^ 0x3A for byte in self._salt)
        key = hashlib.pbkdf2_hmac("sha512", self._key or b"", mask, 2, 32)
        for number in range(1, self.count + 1):
            data = self._newer.get(number) or self._data[(number - 1) * self.size : number * self.size]
            signed = data[16 if number == 1 else 0 : self.usable + 16] + number.to_bytes(4, "little")
            if hmac.digest(key, signed, "sha512") == data[self.usable + 16 : self.usable + 80]:
                return True
        return False

    # Rows

    def rows(self) -> Iterator[Record]:
        """Every row that can be read on any page that holds rows of a table."""
        later: list[int] = []
        for number in range(1, self.count + 1):
            data = self.page(number)
            kind = data[_begin(number)] if data else 0
            if kind == _TABLE:
                yield from self._on(number, data)
            elif kind != _TABLE_INNER and kind not in _INDEXES and any(data):
                later.append(number)
        for number in later:  # no page of its kind begins so: the rest of a long row, or a damaged first byte
            if number not in self.overflow:
                yield from self._on(number, self.page(number))

    def _on(self, number: int, data: bytes) -> Iterator[Record]:
        begin = _begin(number)
        count = struct.unpack_from(">H", data, begin + 3)[0]
        count = min(count, (self.usable - begin - 8) // 6)
        for nth in range(count):
            try:
                (at,) = struct.unpack_from(">H", data, begin + 8 + 2 * nth)
                if not begin + 8 <= at < self.usable:
                    continue
                length, at = _varint(data, at)
                rowid, at = _varint(data, at)
                payload = self._payload(data, at, length)
                yield Record(number, rowid - (1 << 64 if rowid >> 63 else 0), _values(payload))
            except (IndexError, struct.error, ValueError, OverflowError):
                continue

    def _payload(self, data: bytes, at: int, length: int) -> bytes:
        if length > self.count * self.size:
            raise ValueError(length)
        most = self.usable - 35
        if length <= most:
            return _exactly(data[at : at + length], length)
        least = (self.usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.usable - 4)
        here = here if here <= most else least
        parts = [_exactly(data[at : at + here], here)]
        (following,) = struct.unpack_from(">I", data, at + here)
        left, passed = length - here, set[int]()
        while left > 0:
            if following in passed or not 1 < following <= self.count:
                raise ValueError(following)
            passed.add(following)
            page = self.page(following)
            parts.append(page[4 : 4 + min(left, self.usable - 4)])
            left -= self.usable - 4
            (following,) = struct.unpack_from(">I", page, 0)
        self.overflow |= passed
        return _exactly(b"".join(parts), length)

    # Trees

    def roots(self) -> dict[str, int]:
        """The first page of every table, as far as the description of the tables can be read."""
        found: dict[str, int] = {}
        for page in self.leaves(1) | {1}:
            for row in self._on(page, self.page(page)):
                if len(row.values) == 5 and row.values[0] == "table" and isinstance(row.values[3], int):
                    found[str(row.values[1])] = row.values[3]
        return found

    def leaves(self, root: int) -> set[int]:
        """The pages with the rows of the table whose tree begins there."""
        found: set[int] = set()
        pending, passed = [root], set[int]()
        while pending:
            number = pending.pop()
            if number in passed or not 1 <= number <= self.count:
                continue
            passed.add(number)
            data = self.page(number)
            begin = _begin(number)
            if not data:
                continue
            if data[begin] == _TABLE:
                found.add(number)
            elif data[begin] == _TABLE_INNER:
                count = struct.unpack_from(">H", data, begin + 3)[0]
                pending.append(struct.unpack_from(">I", data, begin + 8)[0])
                for nth in range(min(count, (self.usable - begin - 12) // 2)):
                    (at,) = struct.unpack_from(">H", data, begin + 12 + 2 * nth)
                    if at + 4 <= self.usable:
                        pending.append(struct.unpack_from(">I", data, at)[0])
        return found


def _begin(number: int) -> int:
    return 100 if number == 1 else 0


def _exactly(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError(length)
    return data


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + n + 1
    raise ValueError(at)  # pragma: no cover - the ninth byte ends it


_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


def _values(payload: bytes) -> tuple[Any, ...]:
    """The values of a row."""
    end, at = _varint(payload, 0)
    natures = []
    while at < end:
        nature, at = _varint(payload, at)
        natures.append(nature)
    values: list[Any] = []
    at = end
    for nature in natures:
        if nature in (10, 11) or len(values) > 2_000:
            raise ValueError(nature)
        size = _SIZES[nature] if nature < 10 else (nature - 12) // 2
        values.append(_value(nature, _exactly(payload[at : at + size], size)))
        at += size
    if at != len(payload) or end < 1:
        raise ValueError(at)
    return tuple(values)


def _value(nature: int, data: bytes) -> Any:
    if nature >= 12:
        return data.decode("utf-8", "surrogateescape") if nature % 2 else data
    if nature == 0:
        return None
    if nature == 7:
        return struct.unpack(">d", data)[0]
    if nature >= 8:
        return nature - 8
    return int.from_bytes(data, "big", signed=True)


# The write-ahead log


def _committed(path: Path, size: int) -> dict[int, bytes]:
    """The newest state of every page in a write-ahead log, up to its last transaction that was committed whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    if len(data) < 32 or struct.unpack_from(">I", data, 0)[0] & 0xFFFFFFFE != 0x377F0682:
        return {}
    order = ">" if data[3] & 1 else "<"
    sums = _summed(data[:24], (0, 0), order)
    if struct.unpack_from(">I", data, 8)[0] not in (size, 1) or sums != struct.unpack_from(">II", data, 24):
        return {}
    found: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    at = 32
    while at + 24 + size <= len(data):
        number, whole = struct.unpack_from(">II", data, at)
        page = data[at + 24 : at + 24 + size]
        sums = _summed(page, _summed(data[at : at + 8], sums, order), order)
        if data[at + 8 : at + 16] != data[16:24] or sums != struct.unpack_from(">II", data, at + 16):
            break
        pending[number] = page
        if whole:
            found.update(pending)
            found = {known: page for known, page in found.items() if known <= whole}
            pending = {}
        at += 24 + size
    return found


def _summed(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """The check sum of the log (two words, each of the other), going on from `sums`."""
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for n in range(0, len(words), 2):
        one = (one + words[n] + two) & 0xFFFFFFFF
        two = (two + words[n + 1] + one) & 0xFFFFFFFF
    return one, two
