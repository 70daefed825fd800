r"""Bytes → text: which encoding they are in, and line ends as `\n`.

Strict UTF-8 is tried first, because wrong bytes hardly ever pass for it; then UTF-16 and UTF-32 by their byte
order mark; then `charset-normalizer` looks for the encoding in which the bytes read like a language. What was
chosen is said, and the researcher can name another. A byte order mark is dropped and line ends are
normalised; nothing else is changed, and no character is ever replaced silently.

A short text in an old one-byte encoding can be read wrongly without anything being amiss in the bytes: that is
why every choice but UTF-8 is shown.
"""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from crosscase.importers.errors import EmptyFileError, EncodingError, TooLargeError, WrongContentError

MOST = 256 * 1024 * 1024
"""Bytes read from one text file; a transcript of an hour has about 60,000."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip file, such as a Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a file in rich text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)


_COMMON = ("cp1252", "cp1251", "cp866", "cp1250")
"""Of several encodings in which bytes are the same text, the one that is met most often is named."""


class Decoded(msgspec.Struct, frozen=True):
    r"""Text with line ends as `\n`, the encoding its bytes were in, and what was decided."""

    text: str
    encoding: str
    choices: tuple[str, ...] = ()


def seems(head: bytes) -> str:
    """What the first bytes say a file is, where they say so: `a PDF`; empty: nothing known."""
    return next((name for magic, name in _OTHERS if head.startswith(magic)), "")


def is_text(head: bytes) -> bool:
    """Whether the first bytes of a file could be text."""
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return True
    return not seems(head) and head.count(0) * 50 <= len(head)


def read_text(path: Path, *, encoding: str = "") -> Decoded:
    """The text of a file.

    Args:
        encoding: what the researcher says it is; empty: find out.

    Raises:
        UnreadableError: it is empty, too large, something else than text, or in no encoding that can be told.
    """
    size = path.stat().st_size
    if size > MOST:
        raise TooLargeError(size, MOST)
    data = path.read_bytes()
    if not data:
        raise EmptyFileError
    if what := seems(data[:16]):
        raise WrongContentError(path.suffix, what)
    return decode(data, encoding=encoding)


def decode(data: bytes, *, encoding: str = "") -> Decoded:
    """Bytes as text; see `read_text`."""
    text, used, choices = _decode(data, encoding)
    if "\0" in text:
        number = text.count("\0")
        if number * 50 > len(text):
            reason = "A large part of the file are zero bytes."
            raise EncodingError(reason)
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
        choices = (*choices, f"{number} zero character(s) stand as \N{REPLACEMENT CHARACTER} now.")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, used, choices)


def _decode(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    if encoding:
        return _as(data, encoding), encoding, (f"Read as {encoding}, as was asked.",)
    for mark, name in _MARKS:
        if data.startswith(mark):
            said = () if name == "utf-8" else (f"Read as {name}, by its byte order mark.",)
            return _as(data, "utf-8-sig" if name == "utf-8" else name), name, said
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError:
        return _detect(data)


def _as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        reason = f"at byte {error.start:,}" if isinstance(error, UnicodeDecodeError) else str(error)
        message = f"The file cannot be read as {encoding} ({reason})."
        raise EncodingError(message) from error
    return text.removeprefix("\ufeff")


def _detect(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        message = "The bytes read like text in no encoding that is known."
        raise EncodingError(message)
    text = str(best).removeprefix("\ufeff")
    odd = sum(1 for character in text[:10_000] if character < " " and character not in "\t\n\r\f\v")
    if odd * 50 > min(len(text), 10_000):
        message = "The bytes read like text in no encoding that is known."
        raise EncodingError(message)
    name = next((name for name in _COMMON if _reads_same(data, name, text)), best.encoding)
    return text, name, (f"Read as {name}, which was found from its bytes; check its letters.",)


def _reads_same(data: bytes, encoding: str, text: str) -> bool:
    try:
        return data.decode(encoding) == text
    except UnicodeError:
        return False
