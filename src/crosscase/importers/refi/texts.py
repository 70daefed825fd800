"""The words of a project's texts: out of the archive, out of the project's own file, or out of a rich text.

Plain text is UTF-8 and is kept as it came, with its line ends and its byte order mark, because positions count them.
Where there is no plain text, that of the Word file is made: a paragraph a line, as programs do that count in it.

What a careful reader would get wrong: several elements may name one file. It is read once, and they share its words.
"""

from __future__ import annotations

import codecs
import tempfile
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from crosscase.importers.encoding import decode
from crosscase.importers.errors import MissingFileError, TooLargeError, UnreadableError
from crosscase.importers.options import DEFAULT
from crosscase.importers.refi.archive import SCHEME, Archive, NotFollowedError, is_outside
from crosscase.importers.refi.told import Told

MOST_TEXT: Final = 64 << 20
"""Bytes of one text."""
MOST_TEXTS: Final = 512 << 20
"""Bytes of all texts together."""
_MOST_RICH: Final = 64 << 20
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT: Final = frozenset({f"{_WORD}del", f"{_WORD}instrText", f"{_WORD}txbxContent", f"{_WORD}delText"})
_SIGNS: Final = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "\u2011"}


class Texts:
    """Reads texts as the project names them."""

    def __init__(self, archive: Archive, told: Told) -> None:
        self._archive = archive
        self._told = told
        self._read: dict[str, str | None] = {}
        self._total = 0

    def path_of(self, written: str, place: str) -> str:
        """A path as the project has it: `internal://` and the name within `sources`, where it is not outside."""
        if not written or is_outside(written):
            return written
        found = self._archive.find(written)
        name = found if found is not None else SCHEME.sub("", written, count=1).replace("\\", "/").strip("/")
        folder, _, last = name.partition("/")
        path = f"internal://{last if last and folder.casefold() == 'sources' else name}"
        if not written.lower().startswith("internal:"):
            self._told.repaired("paths without internal://", place, f"{written!r} was read as {path!r}.")
        elif found is not None and not name.casefold().endswith(written.rpartition("/")[2].casefold()):
            self._told.repaired("paths written otherwise", place, f"{written!r} was found as {path!r}.")
        return path

    def media_path(self, written: str, place: str) -> str:
        """The path of a file without words; told where it is not to be had."""
        path = self.path_of(written, place)
        if path and not self._archive.has(path):
            if is_outside(path):
                what = f"{path!r} lies outside of the archive and was not followed."
                self._told.lost("files outside of the archive", place, what)
            else:
                self._told.lost("files that are not in the archive", place, f"There is no file {path!r}.")
        return path

    def words(self, plain: str, rich: str, place: str) -> str | None:
        """The words of a text; None: there are none to be had."""
        if plain:
            found = self._once(plain, place, rich=False)
            if found is not None or not rich:
                return found
        if not rich:
            return None
        found = self._once(rich, place, rich=True)
        if found is not None:
            what = f"There is no plain text; it was made from {rich!r}."
            self._told.repaired("missing plain texts", place, what)
        return found

    def _once(self, path: str, place: str, *, rich: bool) -> str | None:
        if path not in self._read:
            self._read[path] = self._tried(path, place, rich=rich)
        return self._read[path]

    def _tried(self, path: str, place: str, *, rich: bool) -> str | None:
        try:
            data = self._archive.read(path, _MOST_RICH if rich else MOST_TEXT)
            self._total += len(data)
            if self._total > MOST_TEXTS:
                raise TooLargeError(self._total, MOST_TEXTS)
            return rich_words(data, Path(path).suffix) if rich else self._decoded(data, path, place)
        except UnreadableError as error:
            if error.code in {"too-large", "hostile"}:
                raise
            missing = isinstance(error, MissingFileError | NotFollowedError)
            what = error.message if missing else f"{path}: {error.message}"
            self._told.lost("texts that could not be read", place, what)
            return None

    def _decoded(self, data: bytes, path: str, place: str) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError:
            for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
                if data.startswith(mark):
                    self._told.repaired("texts that are not UTF-8", place, f"{path} was read as {encoding}.")
                    return data.decode(encoding, "replace")
        found = decode(data)
        self._told.repaired("texts that are not UTF-8", place, f"{path} was read as {found.encoding}.")
        return data.decode(found.encoding, "replace")


def rich_words(data: bytes, suffix: str) -> str:
    r"""The words of a rich text, paragraphs parted by `\n`.

    Raises:
        UnreadableError: it cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"text{suffix.lower() or '.docx'}")
        file.write_bytes(data)
        if data.startswith(b"PK") and suffix.lower() not in {".odt", ".epub"}:
            return _word(file)
        from crosscase.importers import pandoc

        return pandoc.read(file, DEFAULT).documents[0].text


def _word(file: Path) -> str:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    from crosscase.importers.package import DamagedError, opened

    with opened(file) as package:
        if "word/document.xml" not in package.entries:
            raise DamagedError
        data = package.markup("word/document.xml")
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise DamagedError("word/document.xml") from error
    lines: list[str] = []
    pieces: list[str] = []
    waiting = [iter((root,))]
    closing: list[Element] = []
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            if closing and (closed := closing.pop()).tag == f"{_WORD}p":
                lines.append("".join(pieces))
                pieces.clear()
                del closed
            continue
        if element.tag in _LEFT:
            continue
        if element.tag == f"{_WORD}t":
            pieces.append(element.text or "")
        elif element.tag in _SIGNS and element.tag is not None:
            pieces.append(_SIGNS[element.tag])
        waiting.append(iter(element))
        closing.append(element)
    return "\n".join(lines)
