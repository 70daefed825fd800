"""XML as it comes, a piece at a time, with everything refused that can do harm.

`parse` feeds a stream to expat and calls back for the beginning and end of each element. A document type, entities,
elements nested absurdly, more elements than any project, and attributes that do not end are refused with one line.

XML that is not well formed in a way that programs are known for is put right on a second reading: `&` that begins no
entity, named entities of HTML, control characters, letters of an old Windows encoding, a wrong encoding in the first
line, blanks before it.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Callable, Iterator
from typing import IO, Any, Final
from xml.parsers import expat

from crosscase.importers.errors import TooLargeError, UnreadableError
from crosscase.importers.package import DamagedError, EntitiesError
from crosscase.importers.refi.told import Told

MOST_XML: Final = 1 << 30
"""Bytes of the project's own file: some two million codings."""
MOST_ELEMENTS: Final = 6_000_000
DEEPEST: Final = 128
"""How deep elements may be nested; codes have a dozen levels at most."""
SMALLEST: Final = 16
"""Bytes that an element has on average; the smallest of a real project, a reference, has sixty."""
_MANY: Final = 100_000
MOST_TOKEN: Final = 16 << 20
"""Bytes between `<` and `>`."""
_PIECE: Final = 1 << 16
_ENTITY: Final = re.compile(rb"&(?:(#[0-9]{1,8}|#x[0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});)?")
_NO_CHARACTER: Final = "characters that XML has not"
_KEPT: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_UTF16: Final = re.compile(rb"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""")


class NotWellFormedError(UnreadableError):
    """XML that breaks off or cannot be put right."""

    code = "damaged"

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(f"It is not well-formed XML ({reason}). Export it again.", f"line {line}, column {column + 1}")


class TooDeepError(UnreadableError):
    """Elements in elements in elements."""

    code = "hostile"

    def __init__(self, line: int) -> None:
        super().__init__(f"Its elements are nested more than {DEEPEST} deep, as no project's are.", f"line {line}")


class TooManyElementsError(UnreadableError):
    """More than any project."""

    code = "hostile"

    def __init__(self, count: int) -> None:
        super().__init__(f"It has {count:,} elements and more, as no project has. Export a part of the project.")


class TooLongError(UnreadableError):
    """An attribute or a tag without an end."""

    code = "hostile"

    def __init__(self, line: int) -> None:
        super().__init__(f"A tag has more than {MOST_TOKEN >> 20} MB, as no project's has.", f"line {line}")


def parse(
    open_stream: Callable[[], IO[bytes]],
    begin: Callable[[Any, Told], None],
    told: Callable[[], Told],
) -> Told:
    """Feed a document to a reader, twice where the first reading breaks off.

    Args:
        begin: given the parser, sets the reader's handlers on it.
        told: makes a fresh account for each reading.

    Raises:
        UnreadableError: it does harm, or cannot be put right.
    """
    first = told()
    try:
        with open_stream() as stream:
            _feed(stream, begin, first, mend=False)
        return first
    except (expat.ExpatError, LookupError, ValueError):
        # The latter two: the first line names an encoding that nobody has, or that expat cannot take.
        second = told()
    try:
        with open_stream() as stream:
            _feed(stream, begin, second, mend=True)
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "damaged")
        raise NotWellFormedError(reason, error.lineno, error.offset) from error
    return second


def _feed(stream: IO[bytes], begin: Callable[[Any, Told], None], told: Told, *, mend: bool) -> None:
    parser: Any = expat.ParserCreate("utf-8" if mend else None)
    parser.buffer_text = True
    parser.buffer_size = _PIECE
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = _refuse
    begin(parser, told)
    wanted = [_PIECE]
    pieces = _pieces(stream, wanted)
    fed = elements = 0
    for piece in _mended(pieces, told) if mend else pieces:
        parser.Parse(piece)
        fed += len(piece)
        elements += piece.count(b"<") - piece.count(b"</")
        if elements > MOST_ELEMENTS or (elements > _MANY and fed < SMALLEST * elements):
            raise TooManyElementsError(elements)
        waiting = fed - max(0, parser.CurrentByteIndex)
        if waiting > MOST_TOKEN:
            raise TooLongError(parser.CurrentLineNumber)
        # A tag that has no end yet is looked through again from its beginning: twice as much is then read at once.
        wanted[0] = max(_PIECE, waiting)
    parser.Parse(b"", 1)


def _refuse(*_: object) -> None:
    raise EntitiesError("")


def _pieces(stream: IO[bytes], wanted: list[int]) -> Iterator[bytes]:
    """The stream, as much at once as is wanted."""
    read = 0
    try:
        while piece := stream.read(wanted[0]):
            read += len(piece)
            if read > MOST_XML:
                raise TooLargeError(read, MOST_XML)
            yield piece
    except OSError as error:
        raise DamagedError from error


def _mended(pieces: Iterator[bytes], told: Told) -> Iterator[bytes]:
    """The same bytes as UTF-8 with what is known to go wrong put right."""
    held, line, first = b"", 1, True
    for piece in pieces:
        data = held + piece
        if first:
            data, first = _begun(data, told), False
        # An entity or a letter that is cut in two waits for the next piece.
        cut = max(data.rfind(b"&", len(data) - 40), data.rfind(b"\xef", len(data) - 3), -1)
        cut = cut if cut >= 0 else len(data) - _partial(data)
        held, data = data[cut:], data[:cut]
        yield _right(data, line, told)
        line += data.count(b"\n")
    yield _right(held, line, told)


def _begun(data: bytes, told: Told) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    begun = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if len(begun) < len(data) and begun.startswith(b"<?xml") and not data.startswith(b"\xef\xbb\xbf<?xml"):
        told.repaired("blanks before the XML", "line 1", "There was something before the first line; it was left out.")
    if found := _UTF16.match(begun):
        begun = found[1] + begun[found.end() :]
    return begun


def _partial(data: bytes) -> int:
    """How many bytes at the end are the beginning of a letter."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte & 0xC0 != 0x80:
            width = 1 if byte < 0xC0 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return back if back < width else 0
    return 0


def _right(data: bytes, line: int, told: Told) -> bytes:
    """One piece put right; `line` is that of its first byte."""

    def place(at: int) -> str:
        return "line " + str(line + data.count(b"\n", 0, at))

    def entity(found: re.Match[bytes]) -> bytes:
        right, way, what = _entity(found[0], found[1])
        if way:
            told.repaired(way, place(found.start()), what)
        return right

    def control(found: re.Match[bytes]) -> bytes:
        what = "A control character that XML has not was replaced by �."
        told.repaired(_NO_CHARACTER, place(found.start()), what)
        return "�".encode()

    try:
        data.decode()
    except UnicodeDecodeError as error:
        what = "Bytes that are not UTF-8 were read as Windows-1252."
        told.repaired("letters that are not UTF-8", place(error.start), what)
        data = _as_windows(data)
    if b"&" in data:
        data = _ENTITY.sub(entity, data)
    return _CONTROL.sub(control, data)


def _entity(written: bytes, name: bytes | None) -> tuple[bytes, str, str]:
    """What an entity is made, the way in which it was wrong (empty: it was not), and the sentence."""
    if name is None:
        return b"&amp;", "unescaped &", "A bare & was read as &amp;."
    if name in _KEPT:
        return written, "", ""
    shown = written.decode()
    if name.startswith(b"#"):
        code = int(b"0" + name[1:], base=0) if name[1:2] == b"x" else int(name[1:])
        if _is_character(code):
            return written, "", ""
        return "�".encode(), _NO_CHARACTER, f"{shown} is no character of XML; � stands for it."
    character = html.entities.html5.get(name.decode() + ";")
    if character is None:
        return b"&amp;" + written[1:], "unknown entities", f"{shown} is not known and was kept as it is written."
    return character.encode(), "entities of HTML", f"{shown} was read as in HTML."


def _is_character(code: int) -> bool:
    return code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF


def _as_windows(data: bytes) -> bytes:
    pieces: list[bytes] = []
    while data:
        try:
            data.decode()
            pieces.append(data)
            break
        except UnicodeDecodeError as error:
            pieces += (data[: error.start], data[error.start : error.end].decode("cp1252", "replace").encode())
            data = data[error.end :]
    return b"".join(pieces)
