"""A framework as a workbook to be written in, and what bringing it back would do: for the command line and the server.

What a participant who does not agree to paraphrase says is withheld in the file, and stays as it is when it comes back.

What a careful reader would get wrong: rows that are not in the workbook are still known when it comes back; it is
merged by cell, whichever rows it was written with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from crosscase.analyses.charting import FrameworkOptions, Rows
from crosscase.analyses.framework import FrameworkGrid
from crosscase.analyses.framework import framework as charted
from crosscase.errors import BadValueError, RefusedError
from crosscase.exporters.framework_book import framework_workbook, too_long
from crosscase.model import Id, Summary
from crosscase.model.books import BookLine, FrameworkBook
from crosscase.reads.framework_books import BookMerge, merge_book
from crosscase.reads.outgoing import Outgoing

if TYPE_CHECKING:
    from crosscase.study import Study

_NAMED_MOST = 3


class LongCellsError(RefusedError):
    """Summaries that no spreadsheet can hold."""

    code = "long-cells"

    def __init__(self, cells: list[tuple[str, str]]) -> None:
        told = ", ".join(f"{row} on {column}" for row, column in cells[:_NAMED_MOST])
        what = "1 summary is" if len(cells) == 1 else f"{len(cells):,} summaries are"
        super().__init__(f"{what} too long for a spreadsheet: {told}. No file was written.")


def leaving(study: Study, grid: FrameworkGrid) -> FrameworkGrid:
    """The grid as it may be written to a file: without what is told of people who do not agree to paraphrase."""
    return grid.withholding(study.consents().refused("paraphrase"))


def workbook(study: Study, grid: FrameworkGrid, out: Outgoing) -> bytes:
    """The workbook, as it may leave the study.

    Raises:
        LongCellsError: summaries are longer than a cell of a spreadsheet.
    """
    grid = leaving(study, grid)
    words = {
        (r, c): out.leaving.writing(cell.own[0].words)[0]
        for r, cells in enumerate(grid.cells)
        for c, cell in enumerate(cells)
        if cell.own
    }
    book = FrameworkBook(
        framework=grid.framework, label=grid.label, words=words,
        rows=tuple(BookLine(line.id, line.label) for line in grid.rows),
        columns=tuple(BookLine(line.id, line.label) for line in grid.columns),
    )  # fmt: skip
    if long := too_long(book):
        raise LongCellsError(long)
    return framework_workbook(book, [out.table(grid.table())], invented=study.settings().invented)


def coming(study: Study, framework: Id, book: FrameworkBook) -> BookMerge:
    """What bringing a workbook back would do to a framework; nothing is written."""
    rows: dict[Id, str] = {}
    columns: dict[Id, str] = {}
    for kind in get_args(Rows):
        try:
            grid = charted(study.snapshot(), FrameworkOptions(framework=framework, rows=kind))
        except BadValueError:  # there are no sets, say
            continue
        rows |= {line.id: line.label for line in grid.rows}
        columns = {line.id: line.label for line in grid.columns}
    now = {(one.row, one.of): one.words for one in study.rows(Summary, framework=framework)}
    return merge_book(book, rows, columns, now)
