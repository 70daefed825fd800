r"""Read rich text (.rtf) as the archives keep it, without pandoc.

RTF is a stream of words beginning with a backslash, in groups; text is bytes in the code page of the font, with
Unicode beside it. Pandoc's reader knows two code pages, loses emoji and the visible part of fields, so this one
is ours (see `docs/decisions`). `parse` gives the same kind of tree as pandoc does, and `flatten` makes it text.

Deleted words (tracked changes), hidden words, comments, text boxes, page heads and pictures are left out and
listed. A file that breaks off is read as far as it goes, which is listed too.

What a careful reader would get wrong: `\uN` is followed by a stand-in for old programs, as long as `\uc` says,
and skipping too much of it eats the next letter of an interview. Code page and stand-in belong to the group.
"""

from __future__ import annotations

import codecs
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from crosscase.importers.errors import WrongContentError
from crosscase.importers.limits import TIME_LIMIT, TooSlowError
from crosscase.importers.losses import Comment, Left
from crosscase.importers.rtf_words import (
    CHARSETS,
    DROPPED,
    HALVES,
    HEADS,
    KEPT_APART,
    OPEN,
    PAGES,
    SIGNS,
    SYMBOLS,
    TURNED,
)

_TOKEN: Final = re.compile(
    rb"\\bin(?P<bin>\d{1,10}) ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)
_SKIPPED: Final = re.compile(rb"\\bin(\d{1,10}) ?|\\[^a-zA-Z]|[{}]", re.DOTALL)


class _Group(msgspec.Struct):
    """What holds until the closing brace."""

    encoding: str
    bold: bool = False
    unseen: str = ""
    inserted: bool = False
    stand_in: int = 1
    part: int = 0
    mute: bool = False


class _Part(msgspec.Struct):
    """A place where words collect: the body, a note, a comment, a page head."""

    kind: str = "body"
    blocks: list[Any] = []
    rows: list[Any] = []
    cells: list[Any] = []
    cell: list[Any] = []
    inlines: list[Any] = []
    words: list[str] = []
    bold: bool = False
    heading: bool = False
    table: bool = False


class Parsed(msgspec.Struct):
    """Blocks as pandoc would give them, and what was left out."""

    blocks: list[Any]
    left: Left
    broken: bool


def read_rtf(path: Path) -> Parsed:
    """The blocks of an RTF file.

    Raises:
        WrongContentError: it does not begin as RTF does.
        TooSlowError: it takes longer than any document.
    """
    return parse(path.read_bytes())


def parse(data: bytes) -> Parsed:
    """The blocks of RTF in bytes."""
    if not data.startswith(b"{\\rt"):
        suffix = ".rtf"
        raise WrongContentError(suffix)
    reader = _Reader(data)
    broken = reader.run()
    return Parsed(reader.finish(), reader.left, broken)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.page = "cp1252"
        self.fonts: dict[int, str] = {}
        self.group = _Group(self.page)
        self.groups: list[_Group] = []
        self.parts = [_Part()]
        self.waiting = b""
        self.skip = 0
        self.left = Left()
        self.author = ""
        self.until = time.monotonic() + TIME_LIMIT
        self.ends: dict[str, Callable[[_Part], None]] = {
            "par": self._end_paragraph,
            "sect": self._end_paragraph,
            "cell": self._end_cell,
            "row": self._end_row,
        }

    def run(self) -> bool:
        """Read to the brace that closes the first; true when it never comes."""
        match = _TOKEN.match
        data, end, tokens = self.data, len(self.data), 0
        while self.at < end:
            token = match(data, self.at)
            if token is None:
                return True
            tokens += 1
            if not tokens % 50_000 and time.monotonic() > self.until:
                raise TooSlowError(TIME_LIMIT)
            self.at = token.end()
            brace = token["brace"]
            if brace is None:
                self._token(token)
            elif brace == b"{":
                self._open()
            elif self._close():
                return False
        return True

    def _token(self, token: re.Match[bytes]) -> None:
        kind = token.lastgroup
        if kind == "text":
            self._bytes(token["text"])
        elif kind == "hex":
            self._bytes(bytes([int(token["hex"], 16)]))
        elif kind in {"word", "number"}:
            number = token["number"]
            self._word(token["word"].decode(), int(number) if number is not None else None)
        elif kind == "sign":
            self._sign(token["sign"])
        elif kind == "bin":
            self.at += int(token["bin"])
            self.skip = max(0, self.skip - 1)

    def finish(self) -> list[Any]:
        """The blocks of the body."""
        self._flush()
        while len(self.parts) > 1:  # the file broke off in a note
            self._end_part(self.parts.pop())
        body = self.parts[0]
        self._end_paragraph(body)
        if body.cell or body.cells:
            self._end_row(body)
        self._end_table(body)
        return body.blocks

    def _open(self) -> None:
        self._flush()
        self.skip = 0
        self.groups.append(self.group)
        # A bare group inside a control group of the same kind inherits everything.
        self.group = msgspec.structs.replace(self.group)
        self._destination()

    def _close(self) -> bool:
        self._flush()
        self.skip = 0
        if not self.groups:
            return True
        closed, self.group = self.group, self.groups.pop()
        if closed.part != self.group.part:
            self._end_part(self.parts.pop())
        return not self.groups

    def _destination(self) -> None:
        """Look at the word that opens a group: most groups that are no text say so there."""
        token = self._next(self.at)
        starred = token is not None and token["sign"] == b"*"
        if starred and token is not None:
            token = self._next(token.end())
        name = token["word"].decode() if token is not None and token["word"] else ""
        if name == "fonttbl":
            self._fonts()
        elif name == "pict":
            self.left.pictures += 1
            self._skip_group()
        elif name == "upr":
            self._skip_into_unicode(token)
        elif name in KEPT_APART:
            self.at = token.end() if token is not None else self.at
            self.parts.append(_Part(kind=KEPT_APART[name]))
            self.group.part = len(self.parts) - 1
            self.group.bold, self.group.unseen = False, ""
        elif name in DROPPED or (starred and name not in OPEN):
            if name == "objdata":
                self.left.embedded += 1
            self._skip_group()
        elif starred and token is not None:
            self.at = token.end()

    def _next(self, at: int) -> re.Match[bytes] | None:
        """The token at a place, past line ends, which mean nothing."""
        token = _TOKEN.match(self.data, at)
        while token is not None and token.lastgroup is None and token.end() > token.start():
            token = _TOKEN.match(self.data, token.end())
        return token

    def _skip_into_unicode(self, token: re.Match[bytes] | None) -> None:
        r"""`{\upr{old}{\*\ud{new}}}`: the words twice; the first are passed over."""
        self.at = token.end() if token is not None else self.at
        while self.data[self.at : self.at + 1] in {b" ", b"\r", b"\n"}:
            self.at += 1
        if self.data[self.at : self.at + 1] == b"{":
            self.at += 1
            self._skip_rest()

    def _skip_group(self) -> None:
        self._skip_rest()
        self.group = self.groups.pop()

    def _skip_rest(self) -> None:
        """Go on behind the brace that closes the group we are in."""
        depth = 1
        while depth:
            token = _SKIPPED.search(self.data, self.at)
            if token is None:
                self.at = len(self.data)
                return
            self.at = token.end()
            if token[1] is not None:
                self.at += int(token[1])
            elif token[0] == b"{":
                depth += 1
            elif token[0] == b"}":
                depth -= 1

    def _fonts(self) -> None:
        """Which font is in which code page."""
        start = self.at
        self._skip_group()
        number: int | None = None
        for word, value in re.findall(rb"\\(f|fcharset|cpg)(\d{1,6})(?![a-z0-9])", self.data[start : self.at]):
            if word == b"f":
                number = int(value)
            elif number is not None:
                name = CHARSETS.get(int(value)) if word == b"fcharset" else _codec(int(value))
                if name:
                    self.fonts[number] = name

    def _word(self, word: str, number: int | None) -> None:
        if self.skip:
            if word != "u" and word not in self.ends:
                self.skip -= 1
                return
            self.skip = 0
        if word in self.ends:
            self._flush()
            self.ends[word](self.parts[-1])
        elif word == "u" and number is not None:
            self._unicode(number)
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in TURNED:
            self._flush()
            self._property(word, on=number != 0)
        elif number is not None:
            self._setting(word, number)
        elif word in HEADS:
            self.page = self.group.encoding = HEADS[word]

    def _property(self, word: str, *, on: bool) -> None:
        group, part = self.group, self.parts[-1]
        if word == "b":
            group.bold = on
        elif word == "v":
            group.unseen = "hidden" if on else ""
        elif word == "deleted":
            group.unseen = "deleted" if on else ""
        elif word == "revised":
            group.inserted = on
        elif word == "plain":
            group.bold, group.unseen, group.inserted = False, "", False
            group.encoding = self.page
        else:
            part.table = word != "pard"
            part.heading = part.heading and word != "pard"

    def _setting(self, word: str, number: int) -> None:
        if word == "uc":
            self.group.stand_in = max(0, number)
        elif word == "f":
            self._flush()
            self.group.encoding = self.fonts.get(number, self.page)
        elif word == "ansicpg":
            self.page = self.group.encoding = _codec(number) or self.page
        elif word == "outlinelevel":
            self.parts[-1].heading = 0 <= number < 9

    def _sign(self, sign: bytes) -> None:
        if self.skip:
            self.skip -= 1
        elif sign in {b"\n", b"\r"}:
            self._flush()
            self._end_paragraph(self.parts[-1])
        elif sign == b"\t":
            self._say("\t")
        else:
            self._say(SYMBOLS.get(sign.decode("latin-1"), ""))

    def _bytes(self, words: bytes) -> None:
        if self.skip:
            dropped = min(self.skip, len(words))
            self.skip -= dropped
            words = words[dropped:]
        self.waiting += words

    def _unicode(self, number: int) -> None:
        self._say(chr(number % 0x10000))
        self.skip = self.group.stand_in

    def _flush(self) -> None:
        """Bytes of one code page become text together: a letter may be two of them."""
        if self.waiting:
            words, self.waiting = self.waiting, b""
            self._say(words.decode(self.group.encoding, errors="replace"))

    def _say(self, words: str) -> None:
        self._flush()
        group, part = self.group, self.parts[-1]
        if group.unseen:
            if group.unseen == "hidden":
                self.left.hidden += len(words.split())
            else:
                self.left.deleted += len(words.split())
            return
        if group.inserted:
            self.left.inserted += len(words.split())
        if part.words and part.bold != group.bold:
            self._end_run(part)
        part.bold = group.bold
        part.words.append(words)

    def _end_run(self, part: _Part) -> None:
        words = _joined("".join(part.words))
        part.words = []
        if words:
            pieces: list[Any] = []
            for number, line in enumerate(words.split("\n")):
                if number:
                    pieces.append({"t": "LineBreak"})
                pieces.append({"t": "Str", "c": line})
            part.inlines += [{"t": "Strong", "c": pieces}] if part.bold else pieces

    def _end_paragraph(self, part: _Part) -> None:
        self._end_run(part)
        inlines, part.inlines = part.inlines, []
        if part.table:
            part.cell.append({"t": "Para", "c": inlines})
            return
        if part.cell or part.cells:
            self._end_row(part)
        self._end_table(part)
        if inlines:
            part.blocks.append(
                {"t": "Header", "c": [1, None, inlines]} if part.heading else {"t": "Para", "c": inlines}
            )

    def _end_cell(self, part: _Part) -> None:
        self._end_run(part)
        if part.inlines:
            part.cell.append({"t": "Para", "c": part.inlines})
            part.inlines = []
        part.cells.append([None, None, 1, 1, part.cell])
        part.cell = []

    def _end_row(self, part: _Part) -> None:
        if part.cell or part.inlines or part.words:
            self._end_cell(part)
        if part.cells:
            part.rows.append([None, part.cells])
            part.cells = []
        part.table = False

    def _end_table(self, part: _Part) -> None:
        if part.rows:
            none: list[Any] = []
            body = [None, None, none, part.rows]
            part.blocks.append({"t": "Table", "c": [None, [None, none], None, [None, none], [body], [None, none]]})
            part.rows = []

    def _end_part(self, part: _Part) -> None:
        """A note goes where it was called; a comment, a page head or a text box is left out, with its words."""
        self._end_run(part)
        if part.inlines:
            part.blocks.append({"t": "Para", "c": part.inlines})
        if part.kind == "note":
            around = self.parts[-1]
            self._end_run(around)
            around.inlines.append({"t": "Note", "c": part.blocks})
            return
        words = " ".join(_words(part.blocks)).strip()
        if part.kind == "author":
            self.author = words
        elif part.kind == "comment":
            self.left.comments.append(Comment(self.author, "", words))
            self.author = ""
        elif words and part.kind == "box":
            self.left.boxes.append(words)
        elif words and part.kind == "head":
            self.left.heads.append(words)
        elif words and part.kind == "number":
            self.left.numbered += 1


def _codec(page: int) -> str:
    name = PAGES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _joined(words: str) -> str:
    """Halves of a character beyond 16 bits, put together."""
    if HALVES.search(words):
        return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return words


def _words(blocks: list[Any]) -> list[str]:
    """The words of paragraphs, for showing what was left out."""
    found: list[str] = []
    for block in blocks:
        for inline in block["c"] if block["t"] == "Para" else ():
            pieces = inline["c"] if inline["t"] == "Strong" else [inline]
            found += [piece["c"] if piece["t"] == "Str" else " " for piece in pieces]
        found.append(" ")
    return "".join(found).split()
