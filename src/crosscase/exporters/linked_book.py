"""An Excel workbook in which every number leads to the passages behind it, and every passage back.

The first sheet is a table, the second its passages in blocks, one for each cell that has any; further sheets are as
everywhere. Links lead within the file alone.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from crosscase.exporters.tables import write_sheet
from crosscase.model.table import Column, Table

PASSAGES: Final = "Quotations"
_FIRST: Final = 3
"""The row in which the cells of a sheet begin, from 0."""


def linked_workbook(
    table: Table, passages: Table, links: Mapping[tuple[int, int], int], more: Sequence[Table]
) -> bytes:
    """The workbook.

    Args:
        passages: its first column is where a passage leads back to.
        links: from a cell of the table (row, column) to the first row of its passages.
        more: further sheets.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": table.title, "created": datetime(2020, 1, 1, tzinfo=UTC)})
    taken: set[str] = set()
    write_sheet(book, table, taken)
    titled = Table(title=PASSAGES, columns=passages.columns, rows=passages.rows, notes=passages.notes)
    write_sheet(book, titled, taken)
    front, behind = book.worksheets()
    link: Any = book.add_format({"font_color": "#0b5394", "underline": 1, "text_wrap": True, "valign": "top"})
    for (row, column), leads in links.items():
        at = f"internal:'{behind.get_name()}'!A{leads + _FIRST + 1}"
        front.write_url(row + _FIRST, column, at, link, string=str(table.rows[row][column]))
        back = f"internal:'{front.get_name()}'!{_letters(column)}{row + _FIRST + 1}"
        behind.write_url(leads + _FIRST, 0, back, link, string=str(passages.rows[leads][0]))
    for one in more:
        write_sheet(book, one, taken)
    book.close()
    return out.getvalue()


def passage_columns() -> tuple[Column, ...]:
    """The columns of the sheet of passages."""
    headings = ("Cell", "Quotation", "Participants", "Case", "Source", "Code", "Member", "From", "To")
    keys = ("cell", "quote", "participants", "case", "source", "code", "member", "start", "end")
    counts = {"start", "end"}
    return tuple(
        Column(key, heading, "count" if key in counts else "text") for key, heading in zip(keys, headings, strict=True)
    )


def _letters(column: int) -> str:
    """The name of a column: A, B, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
