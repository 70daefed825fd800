"""HTML as another program keeps it, as a readable text, with a way from its places to those of the text.

Programs that keep documents as HTML count characters or bytes of what stands between the tags, line breaks in the
source of the HTML included. The text here has a blank line between paragraphs, runs of blanks as one, and no other
change; every character between the tags knows where in it it went.

What a careful reader would get wrong: blanks before the first word are dropped by every browser's parser, and are not
counted either.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_SILENT: Final = frozenset({"script", "style", "head", "title", "template"})


class MarkedUp:
    """A piece of HTML.

    Attributes:
        text: to read.
    """

    def __init__(self, html: str) -> None:
        parser = _Parser()
        parser.feed("".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in html))
        parser.close()
        self.text = "".join(parser.shown).rstrip()
        self._raw = parser.raw
        self._at = [min(at, len(self.text)) for at in parser.at]

    def from_bytes(self, start: int, end: int) -> tuple[int, int]:
        """Places that count bytes in UTF-8 of what stands between the tags."""
        return self._place(bisect_right(self._bytes, start) - 1, bisect_right(self._bytes, end - 1))

    def _place(self, start: int, end: int) -> tuple[int, int]:
        if not 0 <= start < len(self._at) or end <= start:
            return -1, -1
        last = min(end, len(self._at)) - 1
        return self._at[start], min(self._at[last] + 1, len(self.text))

    @cached_property
    def _bytes(self) -> list[int]:
        """The number of bytes before each character."""
        found, at = [], 0
        for sign in "".join(self._raw):
            found.append(at)
            at += len(sign.encode())
        return found


class _Parser(HTMLParser):
    """Gathers what stands between the tags, and what of it is shown where."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.raw: list[str] = []
        self.at: list[int] = []
        self.shown: list[str] = []
        self.length = 0
        self.blank = False
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        if tag in _SILENT:
            self.silent += 1
        elif tag == "br":
            self._show("\n")
        elif tag in _BLOCKS:
            self._part()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self._part()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        for sign in data:
            if sign.isspace() and sign != "\u00a0":
                if not self.raw:
                    continue
                self.raw.append(sign)
                self.at.append(self.length)
                self.blank = True
                continue
            if self.blank and self.shown and not self.shown[-1].endswith("\n"):
                self._show(" ")
            self.blank = False
            self.raw.append(sign)
            self.at.append(self.length)
            self._show(sign)

    def _part(self) -> None:
        self.blank = False
        if self.shown and self.shown[-1] != "\n\n":
            if self.shown[-1] == "\n":
                self.shown.pop()
                self.length -= 1
            self._show("\n\n")

    def _show(self, signs: str) -> None:
        self.shown.append(signs)
        self.length += len(signs)
