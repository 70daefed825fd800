"""A framework as an Excel workbook that can be written in and brought back: see `model.books`.

What a careful reader would get wrong: an empty cell is written empty, not with the word for why it is. What a reader
needs to know of it stands in a sheet of its own, which is not read again.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from crosscase.exporters.tables import set_height, write_sheet
from crosscase.model.books import GRID, KEPT, MOST, READ_ME, FrameworkBook
from crosscase.model.table import Table

_WORDS = (
    "Write in the cells of the sheet “Framework”. Rows and columns may be put in another order, but not the hidden "
    "first row and column, which say what each cell is.",
    "Cells that you do not change stay as they are in the study, also when somebody writes there in the meantime.",
    "A cell that was changed here and in the study is shown with both texts and left for you to settle.",
    "An emptied cell is emptied in the study. New rows and columns are not taken.",
)
_WIDTH = 44


def framework_workbook(book: FrameworkBook, beside: Sequence[Table] = (), *, invented: str = "") -> bytes:
    """The workbook.

    Args:
        book: what can be written in.
        beside: tables to read, in sheets of their own.
        invented: words that made-up data must carry.
    """
    from datetime import UTC, datetime

    import xlsxwriter

    out = io.BytesIO()
    made = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    made.set_properties({"title": book.label, "created": datetime(2020, 1, 1, tzinfo=UTC)})
    bold = made.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = made.add_format({"text_wrap": True, "valign": "top"})
    sheet = made.add_worksheet(GRID)
    sheet.write_string(0, 0, book.framework)
    sheet.write_string(1, 1, book.label, bold)
    for at, column in enumerate(book.columns, 2):
        sheet.write_string(0, at, column.id)
        sheet.write_string(1, at, column.label, bold)
    for number, row in enumerate(book.rows, 2):
        sheet.write_string(number, 0, row.id)
        sheet.write_string(number, 1, row.label, bold)
        cells = [book.words.get((number - 2, at), "") for at in range(len(book.columns))]
        for at, words in enumerate(cells, 2):
            _cell(sheet, number, at, words, wrapped)
        set_height(sheet, number, cells, [_WIDTH] * len(cells))
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 1 + max(len(book.columns), 1), _WIDTH)
    sheet.freeze_panes(2, 2)
    read_me = made.add_worksheet(READ_ME)
    read_me.set_column(0, 0, 100, wrapped)
    for number, words in enumerate(filter(None, (invented, *_WORDS))):
        read_me.write_string(number, 0, words)
    taken = {GRID.casefold(), KEPT.casefold(), READ_ME.casefold()}
    for table in beside:
        write_sheet(made, table, taken)
    kept = made.add_worksheet(KEPT)
    for number, ((row_id, of), words) in enumerate(
        ((book.rows[at[0]].id, book.columns[at[1]].id), words) for at, words in sorted(book.words.items())
    ):
        for place, text in enumerate((row_id, of, words)):
            kept.write_string(number, place, text)
    kept.very_hidden()
    made.close()
    return out.getvalue()


def too_long(book: FrameworkBook) -> list[tuple[str, str]]:
    """The cells, by the names of row and column, whose words no spreadsheet can hold."""
    return [
        (book.rows[row].label, book.columns[column].label)
        for (row, column), words in sorted(book.words.items())
        if len(words) > MOST
    ]


def _cell(sheet: Any, row: int, column: int, words: str, style: Any) -> None:
    if words:
        sheet.write_string(row, column, words, style)
    else:
        sheet.write_blank(row, column, None, style)
