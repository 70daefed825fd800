"""What bringing a workbook back would do to a framework: by cell, against what stood there when it was made.

Cells that nobody changed in the file are left alone, whatever happened to them in the study. One that was changed on
both sides is a conflict: both texts are shown, and nothing is written over.

What a careful reader would get wrong: two people who wrote the same words are no conflict.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from crosscase.model import Id
from crosscase.model.books import BookLine, FrameworkBook


class CellComing(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that was changed in the file.

    Attributes:
        row, of: ids; whose, column: what they are called.
        was: what stood there when the file was made; here: in the study now; there: in the file.
    """

    row: Id
    of: Id
    whose: str
    column: str
    was: str
    here: str
    there: str


class BookMerge(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing a workbook back would do.

    Attributes:
        changes: cells that take what stands in the file.
        conflicts: cells that were changed on both sides.
        unknown_rows, unknown_columns: lines of the file that are not in the framework; nothing of them is taken.
        twice: lines that stand in the file more than once, of which nothing is taken.
        same: cells that were changed in the file and stand so in the study already.
    """

    changes: tuple[CellComing, ...]
    conflicts: tuple[CellComing, ...]
    unknown_rows: tuple[str, ...]
    unknown_columns: tuple[str, ...]
    twice: tuple[str, ...]
    same: int


def merge_book(
    book: FrameworkBook, rows: Mapping[Id, str], columns: Mapping[Id, str], now: Mapping[tuple[Id, Id], str]
) -> BookMerge:
    """What bringing it back would do; nothing is written.

    Args:
        book: as it was read.
        rows, columns: ids and names of what the framework has.
        now: what stands in its cells now, by ids of row and column.
    """
    row_ids, unknown_rows, twice_rows = _known(book.rows, rows)
    column_ids, unknown_columns, twice_columns = _known(book.columns, columns)
    changes: list[CellComing] = []
    conflicts: list[CellComing] = []
    same = 0
    for r, row in row_ids.items():
        for c, of in column_ids.items():
            was, there, here = book.was.get((row, of), ""), book.words.get((r, c), ""), now.get((row, of), "")
            if there == was:
                continue
            if there == here:
                same += 1
                continue
            one = CellComing(
                row=row, of=of, whose=rows[row], column=columns[of], was=was, here=here, there=there
            )  # fmt: skip
            (changes if here == was else conflicts).append(one)
    return BookMerge(
        changes=tuple(changes), conflicts=tuple(conflicts), unknown_rows=unknown_rows,
        unknown_columns=unknown_columns, twice=(*twice_rows, *twice_columns), same=same,
    )  # fmt: skip


def _known(
    lines: tuple[BookLine, ...], known: Mapping[Id, str]
) -> tuple[dict[int, Id], tuple[str, ...], tuple[str, ...]]:
    """Numbers of lines with their ids; what is not known; what stands there twice. Without an id the name says it."""
    by_name = {" ".join(name.split()).casefold(): thing for thing, name in known.items()}
    found: dict[int, Id] = {}
    unknown: list[str] = []
    for number, line in enumerate(lines):
        thing = line.id or by_name.get(line.label.casefold(), "")
        if thing in known:
            found[number] = thing
        else:
            unknown.append(line.label or line.id)
    many = {thing for thing in found.values() if list(found.values()).count(thing) > 1}
    twice = tuple(sorted({known[thing] for thing in many}))
    return {number: thing for number, thing in found.items() if thing not in many}, tuple(unknown), twice
