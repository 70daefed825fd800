"""From the lines of printed pages to paragraphs, without page numbers and running heads.

A PDF knows where letters stand, and not what a paragraph is. Lines are joined when the first word of the next
would not have fitted on the one before, in the same place and size; a wider gap, an indent, a change of size or
column, or a label at the beginning starts a paragraph. A hyphen at the end of a line stays: whether it belongs
to the word, nobody can tell.

Page numbers and running heads are left out only when sure: the same words, or numbers that count the pages, at
the same place on most pages. What was left out is given back to be listed.

What a careful reader would get wrong: turns go on across pages, so a page's end is no paragraph's end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median
from typing import Final

import msgspec

from crosscase.importers.labels import shape

_EDGE: Final = 3
"""Lines from the top and the bottom of a page that may be running heads."""
_NEAR: Final = 4.0
"""Points that two places may differ and still be the same."""
_LABEL: Final = re.compile(r"(?P<name>[^\s:\uff1a][^:\uff1a]{0,58}?)[ \t]?[:\uff1a](?:\s|$)")
_TIME: Final = re.compile(r"\[?\(?\d{1,2}:[0-5]\d(?::[0-5]\d)?")
_BULLET: Final = re.compile(r"(?:[•◦▪‣–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_WIDE: Final = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


class Line(msgspec.Struct):
    """A line as it is printed; places in points, `up` is the baseline, `bold` counts letters at the beginning."""

    words: str
    left: float
    right: float
    up: float
    height: float
    bold: int = 0
    page: int = 0


class Paragraph(msgspec.Struct):
    """Words, and how many letters at the beginning are in bold."""

    words: str
    bold: int = 0


class Running(msgspec.Struct, frozen=True):
    """Words that stood on many pages and are no part of the text."""

    words: str
    pages: int


def without_numbers(pages: list[list[Line]]) -> tuple[list[list[Line]], int]:
    """The pages without numbers of lines or paragraphs, where they count on without a gap; and how many there were."""
    count = 0
    kept: list[list[Line]] = []
    for page in pages:
        margin = _margin(page)
        inner = [line for line in page if id(line) not in margin]
        count += len(margin) + _unnumber(inner)
        kept.append(inner)
    return kept, count


def _margin(page: list[Line]) -> set[int]:
    """Numbers that stand beside the words, in their own column, and count upwards."""
    words = [line for line in page if not line.words.isdecimal()]
    numbers = sorted(
        (line for line in page if line.words.isdecimal() and len(line.words) < 6), key=lambda line: -line.up
    )
    if len(words) < 3:
        return set()
    start, end = min(line.left for line in words), max(line.right for line in words)
    beside = [line for line in numbers if line.right < start or line.left > end]
    values = [int(line.words) for line in beside]
    counting = len(values) > 2 and all(1 <= b - a <= 10 for a, b in pairwise(values))
    return {id(line) for line in beside} if counting else set()


def _unnumber(page: list[Line]) -> int:
    """Take numbers off the beginnings of lines, when each counts on from the one before."""
    found = [re.match(r"(\d{1,5})[ \t]+(?=\S)", line.words) for line in page]
    numbers = [int(one[1]) for one in found if one is not None]
    if len(numbers) < 10 or len(numbers) < 0.8 * len(page) or any(b - a != 1 for a, b in pairwise(numbers)):
        return 0
    for line, one in zip(page, found, strict=True):
        if one is not None:
            line.words = line.words[one.end() :]
            line.bold = max(0, line.bold - one.end())
    return len(numbers)


def without_running(pages: list[list[Line]]) -> tuple[list[list[Line]], list[Running]]:
    """The pages without page numbers and running heads, and what was taken out."""
    filled = [page for page in pages if page]
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in filled:
        order = sorted(page, key=lambda line: -line.up)
        for line in {id(line): line for line in (*order[:_EDGE], *order[-_EDGE:])}.values():
            places[re.sub(r"\d+", "#", line.words), round(line.up / _NEAR)].append(line)
    gone: set[int] = set()
    found: list[Running] = []
    for (pattern, place), lines in places.items():
        # A place that falls between two steps of the grid is seen from both.
        near = lines + places.get((pattern, place + 1), [])
        if _is_running(pattern, near, len(filled), len(pages)):
            fresh = [line for line in near if id(line) not in gone]
            gone.update(id(line) for line in fresh)
            if fresh:
                found.append(Running(fresh[0].words, len(fresh)))
    return [[line for line in page if id(line) not in gone] for page in pages], found


def _is_running(pattern: str, lines: list[Line], filled: int, pages: int) -> bool:
    on = {line.page for line in lines}
    if len(on) != len(lines) or pattern.rstrip().endswith((":", "\uff1a")):
        return False
    numbers = [[int(number) for number in re.findall(r"\d{1,9}", line.words)] for line in lines]
    counts = any(
        len({row[column] - line.page for row, line in zip(numbers, lines, strict=True)}) == 1
        for column in range(len(numbers[0]))
    )
    if counts and pattern.strip(" -–—|.") in {"#/#", "# / #", "# of #", "Page # of #", "page # of #"}:
        total = {row[-1] for row in numbers}
        return total == {pages} and len(on) > max(1, filled * 0.6)
    if len(on) < 3 or len(on) < filled * 0.6:
        return False
    return counts or "#" not in pattern or all(row == numbers[0] for row in numbers)


def joined(pages: list[list[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages, in the order of the file."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    rule = _Rule(_labels(lines), _usual_gap(lines))
    edges = _right_edges(lines)
    found: list[Paragraph] = []
    begin = lines[0]
    for number, line in enumerate(lines):
        before = lines[number - 1]
        if not number or rule.starts(line, before, edges[number - 1], second=before is begin):
            found.append(Paragraph(line.words, line.bold))
            begin = line
        else:
            found[-1].words += _between(found[-1].words, line.words) + line.words
    return found


def _usual_gap(lines: list[Line]) -> float:
    gaps = [a.up - b.up for a, b in pairwise(lines) if a.page == b.page and 0 < a.up - b.up < 60]
    return median(gaps) if gaps else 0.0


def _labels(lines: list[Line]) -> frozenset[str]:
    """What stands before a colon at the beginning of two lines or more, and could be a name."""
    names = Counter(found["name"] for line in lines if (found := _LABEL.match(line.words)))
    return frozenset(name for name, count in names.items() if count > 1 and shape(name))


def _right_edges(lines: list[Line]) -> list[float]:
    """For each line, how far the lines of its column reach: those on its page that begin at the same place."""
    columns: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        for step in (-1, 0, 1):
            columns[line.page, round(line.left / 6) + step].append(line.right)
    edges = {place: _edge(sorted(rights, reverse=True)) for place, rights in columns.items()}
    usual = max(edges.values())
    found: list[float] = []
    for line in lines:
        place = line.page, round(line.left / 6)
        # Two or three lines on a page say little of how wide it is.
        found.append(edges[place] if len(columns[place]) > 3 else max(edges[place], min(usual, line.right + 1)))
    return found


def _edge(rights: list[float]) -> float:
    """The furthest end, but for a headline across two columns that begins where they do."""
    for skipped in range(min(3, len(rights) - 4)):
        near = [right for right in rights[skipped:] if right > rights[skipped] * 0.97]
        if len(near) > 3:
            return rights[skipped]
    return rights[0]


class _Rule(msgspec.Struct, frozen=True):
    """When a line begins a paragraph, in a file with these labels and this usual distance between lines."""

    labels: frozenset[str]
    gap: float

    def starts(self, line: Line, before: Line, edge: float, *, second: bool) -> bool:
        """Whether `line` begins a paragraph; `second`: `before` began one."""
        return (
            self._is_marked(line)
            or abs(line.height - before.height) > 0.12 * max(line.height, before.height)
            or _would_fit(line, before, edge)
            or self._is_apart(line, before, second=second)
        )

    def _is_marked(self, line: Line) -> bool:
        found = _LABEL.match(line.words)
        return bool((found and found["name"] in self.labels) or _TIME.match(line.words) or _BULLET.match(line.words))

    def _is_apart(self, line: Line, before: Line, *, second: bool) -> bool:
        drop = before.up - line.up
        if line.page != before.page or drop < -_NEAR:  # a new page or column is no new paragraph
            ended = before.words.rstrip().endswith((".", "?", "!", "”", '"', ":"))
            return ended and not line.words[:1].islower()
        if drop > 1.45 * self.gap or drop < 0.3 * line.height:
            return True
        return line.left - before.left > 0.6 * line.height and not second


def _would_fit(line: Line, before: Line, edge: float) -> bool:
    """Whether the first word could have stood on the line before, so that the break was meant."""
    if _WIDE.match(line.words):
        width = (line.right - line.left) / max(1, len(line.words))
        return before.right + 2 * width < edge
    first = line.words.split(maxsplit=1)[0] if line.words.split() else ""
    width = (line.right - line.left) / max(1, len(line.words))
    return before.right + (len(first) + 1) * width * 1.15 < edge


def _between(before: str, after: str) -> str:
    """What joins two lines: a blank, or nothing after a hyphen and in writing without blanks."""
    if before.endswith(("-", "\xad", "\u2010", "/")) and before[-2:-1].isalnum():
        return ""
    if _WIDE.match(before[-1:]) and _WIDE.match(after[:1]):
        return ""
    return " "
