"""How a table fits on a page: upright or across, in which size, how wide each column, and when it has to be cut.

Takes a table and gives `Fit`: A4, the sizes in points that the renderers use. Widths are guessed from the number of
letters (a little more than half an em for each), which holds for Latin letters in the usual typefaces; letters that
take two places count as two. A table too wide for a page turned across in the smallest size is cut into several with
the same first column, never shrunk further.
"""

from __future__ import annotations

import string
import unicodedata
from typing import Final, Literal

import msgspec

from crosscase.model.table import Column, Table, printed
from crosscase.reports.document import Align, TableBlock

Size = Literal["normal", "small", "smallest"]
POINTS: Final[dict[Size, float]] = {"normal": 9.5, "small": 8.5, "smallest": 7.5}
"""Sizes of type in tables."""

_UPRIGHT, _ACROSS = 170.0, 257.0
_MARGIN = 2.6
_LEAST, _NAME = 3.0, 18.0
_LONGEST_WORD, _COMFORT, _TIGHT, _WIDEST, _WIDEST_EQUAL = 24, 14, 10, 60, 26
_WIDE, _CAPITAL, _NARROW = 1.6, 1.3, 0.6
_MM_PER_LETTER_AND_POINT = 0.3528 * 0.54

_SIZES: Final[tuple[Size, ...]] = ("normal", "small", "smallest")


class Fit(msgspec.Struct, frozen=True):
    """How one table is set.

    Attributes:
        across: on a page turned by a quarter.
        widths: of the columns, as parts of the width of the text; they add up to 1 or less.
    """

    across: bool
    size: Size
    widths: tuple[float, ...]


def needs_across(block: TableBlock) -> bool:
    """Whether a table cannot be read well on an upright page."""
    needs = _needs(block)
    return not any(_comfortable(needs, size, _UPRIGHT) for size in _SIZES[:2])


def fit(block: TableBlock, *, across: bool) -> Fit:
    """How a table is set on a page of that format: as large as it goes."""
    needs, room = _needs(block), _ACROSS if across else _UPRIGHT
    size = next((size for size in _SIZES[:2] if _comfortable(needs, size, room)), _SIZES[-1])
    return Fit(across, size, _widths(needs, room, _letter(size)))


def _comfortable(needs: list[tuple[float, float]], size: Size, room: float) -> bool:
    return sum(max(least, min(natural, _COMFORT)) * _letter(size) + _MARGIN for least, natural in needs) <= room


def _letter(size: Size) -> float:
    """The width of a letter in millimetres."""
    return POINTS[size] * _MM_PER_LETTER_AND_POINT


def cut(block: TableBlock) -> tuple[TableBlock, ...]:
    """The table itself, or several with the same first column where it is too wide for any page."""
    needs, letter = _needs(block), _letter("smallest")
    first = max(needs[0][0], min(needs[0][1], _NAME)) * letter + _MARGIN
    rest = [max(least, min(natural, _TIGHT)) * letter + _MARGIN for least, natural in needs[1:]]
    groups: list[list[int]] = [[]]
    used = first
    for number, width in enumerate(rest, 1):
        if used + width > _ACROSS and groups[-1]:
            groups.append([])
            used = first
        groups[-1].append(number)
        used += width
    if len(groups) == 1:
        return (block,)
    # Pieces of about the same width look like one table; a last one with a single column does not.
    each = -(-len(rest) // len(groups))
    spread = [list(range(at, min(at + each, len(rest) + 1))) for at in range(1, len(rest) + 1, each)]
    return tuple(_piece(block, [0, *columns], letter) for columns, letter in zip(spread, _letters(), strict=False))


def aligned(table: Table) -> tuple[Align, ...]:
    """Numbers to the right, words to the left."""
    return tuple("left" if column.nature == "text" else "right" for column in table.columns)


def _letters() -> tuple[str, ...]:
    one = string.ascii_lowercase
    return (*one, *(first + second for first in one for second in one))


def _piece(block: TableBlock, columns: list[int], letter: str) -> TableBlock:
    table = msgspec.structs.replace(
        block.table,
        columns=tuple(block.table.columns[number] for number in columns),
        rows=tuple(tuple(row[number] for number in columns) for row in block.table.rows),
    )
    aligns = tuple(block.aligns[number] for number in columns) if block.aligns else ()
    return msgspec.structs.replace(block, table=table, aligns=aligns, part=letter)


def _needs(block: TableBlock) -> list[tuple[float, float]]:
    """What each column needs; columns of equal width need what the greediest of them does."""
    needs = [_need(block, number) for number in range(len(block.table.columns))]
    if block.equal and len(needs) > 1:
        rest = needs[1:]
        both = (max(least for least, _ in rest), min(max(natural for _, natural in rest), _WIDEST_EQUAL))
        return [needs[0], *(both for _ in rest)]
    return needs


def _need(block: TableBlock, number: int) -> tuple[float, float]:
    """The least width of a column (its longest word) and its natural one (its longest line), in letters."""
    table: Table = block.table
    column: Column = table.columns[number]
    texts = [(printed(row[number], column), at in block.strong) for at, row in enumerate(table.rows)]
    lines = [(line, 1.15 if strong else 1.0) for text, strong in texts for line in text.split("\n")]
    lines.append((column.heading, 1.15))
    natural = max(_width(line) * weight for line, weight in lines)
    words = ((word, weight) for line, weight in lines for word in line.replace("-", "- ").split())
    least = max((_width(word) * weight for word, weight in words), default=0)
    return min(max(least, _LEAST), _LONGEST_WORD), min(max(natural, _LEAST), _WIDEST)


def _width(text: str) -> float:
    return sum(_of_letter(letter) for letter in text)


def _of_letter(letter: str) -> float:
    if letter.isascii():
        return (
            _WIDE
            if letter in "mwMW@%"
            else _NARROW
            if letter in "ijlftI.,:;'|()[] "
            else _CAPITAL
            if letter.isupper()
            else 1
        )
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1.1


def _widths(needs: list[tuple[float, float]], room: float, letter: float) -> tuple[float, ...]:
    """Room for the longest words and the names of rows first, then for what is short in all, then for long texts."""
    widths = [least * letter + _MARGIN for least, _ in needs]
    widths[0] += min(max(min(needs[0][1], _NAME) - needs[0][0], 0) * letter, max(room - sum(widths), 0))
    for most in (_COMFORT, _WIDEST):
        wanted = [
            max(min(natural, most) * letter + _MARGIN - now, 0) for (_, natural), now in zip(needs, widths, strict=True)
        ]
        left = max(room - sum(widths), 0)
        share = min(1.0, left / sum(wanted)) if sum(wanted) else 0.0
        widths = [now + share * more for now, more in zip(widths, wanted, strict=True)]
    scale = max(sum(widths), room)
    return tuple(round(width / scale, 4) for width in widths)
