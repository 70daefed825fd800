"""The lines of a PDF as the blocks of a manuscript: what is larger is a heading, what is indented a quotation.

Lines that end in several numbers, one below the other, are the rows of a table, and the line above them is its head.

What a careful reader would get wrong: these are guesses from where words stand. A paper in two columns, or one that
indents its first lines, is read less well than the same paper as .docx.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final, Literal

from crosscase.importers.pages import Line, joined
from crosscase.model.manuscripts import ManuscriptBlock, Where

_CELL: Final = r"(?:[<≤]?\s?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?\(\d[\d,]*(?:\.\d+)?\s?%?\))?|[–—-])"
_ROW: Final = re.compile(rf"(?P<label>\S.*?)(?P<cells>(?:\s{{1,3}}{_CELL}){{2,}})")
_CELLS: Final = re.compile(_CELL)
_CAPTION: Final = re.compile(r"(?:Table|Figure|Box)\s+\w{1,4}[.:]", re.IGNORECASE)
_LONGEST_HEADING: Final = 140
_INDENT: Final = 6.0

_Sort = Literal["heading", "row", "quotation", "paragraph"]


def pdf_blocks(lines: list[Line]) -> list[ManuscriptBlock]:
    """The blocks of a PDF's lines, in their order."""
    if not lines:
        return []
    body = Counter(round(line.height) for line in lines for _ in line.words.split()).most_common(1)[0][0]
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    sizes = sorted({round(line.height, 1) for line in lines if _is_heading(line, body)}, reverse=True)
    writer = _Writer(sizes)
    sorts = [_sort(line, body, left) for line in lines]
    _whole_tables(lines, sorts)
    for sort, group in groupby(zip(sorts, lines, strict=True), key=lambda pair: pair[0]):
        writer.write(sort, [line for _, line in group])
    return writer.blocks


def _is_heading(line: Line, body: int) -> bool:
    words = line.words.strip()
    bold = line.bold >= len(words.replace(" ", "")) or line.bold >= len(words)
    return (
        len(words) < _LONGEST_HEADING
        and any(letter.isalpha() for letter in words)
        and not words.endswith((".", ",", ";"))
        and (bold or line.height > 1.12 * body)
    )


def _sort(line: Line, body: int, left: int) -> _Sort:
    if _ROW.fullmatch(line.words.strip()) and not line.words.strip().endswith("."):
        return "row"
    if _is_heading(line, body):
        return "heading"
    indented = line.left > left + _INDENT and not _CAPTION.match(line.words)
    return "quotation" if indented else "paragraph"


def _whole_tables(lines: list[Line], sorts: list[_Sort]) -> None:
    """A row alone is a sentence that ends in numbers; the head of a table is the short line above its first row."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and sorts[end] == "row":
            end += 1
        if end - at == 1:
            sorts[at] = "paragraph"
        elif end > at and at and sorts[at - 1] in {"quotation", "heading"} and not _CAPTION.match(lines[at - 1].words):
            sorts[at - 1] = "row"
        at = max(end, at + 1)


class _Writer:
    """Writes blocks with their places."""

    def __init__(self, sizes: list[float]) -> None:
        self.blocks: list[ManuscriptBlock] = []
        self._sizes = sizes
        self._headings: dict[int, str] = {}

    def write(self, sort: _Sort, lines: list[Line]) -> None:
        if sort == "heading":
            for _, group in groupby(lines, key=lambda line: round(line.height, 1)):
                self._heading(list(group))
        elif sort == "row":
            self._table(lines)
        else:
            for words, page in _paragraphs(lines):
                if not words.isdecimal():  # the number of a page
                    self._add(sort, words, page)

    def _heading(self, lines: list[Line]) -> None:
        for line in lines:
            level = 1 + self._sizes.index(round(line.height, 1))
            self._headings = {depth: title for depth, title in self._headings.items() if depth < level}
            self._add("heading", line.words.strip(), line.page, level=level)
            self._headings[level] = line.words.strip()

    def _table(self, lines: list[Line]) -> None:
        rows = [_cells(line.words) for line in lines]
        width = max((len(row) for row in rows if row), default=0)
        heads = 0
        if not rows[0]:
            heads = 1
            words = lines[0].words.split()
            rows[0] = [" ".join(words[: max(1, len(words) - width + 1)]), *words[max(1, len(words) - width + 1) :]]
        caption = ""
        if self.blocks and _CAPTION.match(self.blocks[-1].words):
            caption = self.blocks.pop().words
        self._add("table", caption, lines[0].page, rows=tuple(tuple(row) for row in rows), heads=heads)

    def _add(self, nature: Any, words: str, page: int, **more: Any) -> None:
        path = [title for depth, title in sorted(self._headings.items()) if depth > 1]
        section = " / ".join(path or self._headings.values())
        where = Where(section, len(self.blocks) + 1, page=page)
        self.blocks.append(ManuscriptBlock(nature=nature, where=where, words=words, **more))


def _cells(words: str) -> list[str]:
    found = _ROW.fullmatch(words.strip())
    return [found["label"], *(cell.strip() for cell in _CELLS.findall(found["cells"]))] if found else []


def _paragraphs(lines: list[Line]) -> Iterator[tuple[str, int]]:
    """Paragraphs with the page on which each begins."""
    at = 0
    for paragraph in joined([lines]):
        while at < len(lines) - 1 and not paragraph.words.startswith(lines[at].words):
            at += 1
        yield paragraph.words, lines[at].page
        at = min(at + 1, len(lines) - 1)
