"""Tables as files: CSV, Excel, HTML, and JSON rows.

A file is written whole or not at all: beside its place first, and then moved there. Cells of an Excel file are what
they are in the table: text is always text, also when it begins like a formula. CSV is UTF-8 with commas, one line for
the headings and no notes, because programs read it; words that made-up data must carry stand in a column of their own,
so that no row loses them.

What a careful reader would get wrong: CSV keeps words as they are, and a spreadsheet that opens it may take `=…` for a
formula. Excel files are for spreadsheets.
"""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.model.table import Cell, Column, Table, printed

SUFFIXES = (".csv", ".tsv", ".xlsx", ".html", ".json")

_SHEET_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDEST = 60
_MOST_IN_CELL = 32_767
_LINE, _TALLEST = 15, 409
"""Points that a line of a sheet is high, and the highest that a row can be."""
_PAGE = 140
"""How many characters of a sheet lie beside one another on a page of A4, on its side, and can still be read."""
_CUT = "Texts that end in … are longer than a cell can be; a csv file holds all of them."


class TableFileError(CrosscaseError):
    """A table cannot be written so."""

    code = "table-file"

    def __init__(self, path: Path) -> None:
        super().__init__(f"A table cannot be written to {path.name!r}. End its name in one of {', '.join(SUFFIXES)}.")


def write_tables(tables: Sequence[Table], path: Path, *, invented: str = "") -> None:
    """Write tables to a file, as its ending says; CSV and TSV hold the last of them.

    Args:
        tables: for people first, and last the one for programs, with a column for every number.
        path: ends in one of `SUFFIXES`.
        invented: words that made-up data must carry.

    Raises:
        TableFileError: its ending is none of them.
    """
    write_whole(path, table_bytes(tables, path, invented=invented))


def table_bytes(tables: Sequence[Table], path: Path, *, invented: str = "") -> bytes:
    """What `write_tables` writes: the same, for somebody who fetches the file.

    Raises:
        TableFileError: the ending of the path is none of `SUFFIXES`.
    """
    match path.suffix.lower():
        case ".csv":
            return csv_text(tables[-1], invented=invented).encode()
        case ".tsv":
            return csv_text(tables[-1], delimiter="\t", invented=invented).encode()
        case ".xlsx":
            return workbook(tables)
        case ".html":
            return html_page(tables).encode()
        case ".json":
            import msgspec

            return msgspec.json.format(msgspec.json.encode(rows_of(tables[-1])), indent=2) + b"\n"
        case _:
            raise TableFileError(path)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, or leave what is there as it is."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        name = Path(beside.name)
        try:
            beside.write(data)
            beside.close()
            # Temporary files are their owner's alone; what was asked for has the rights of any other new file.
            mask = os.umask(0)
            os.umask(mask)
            name.chmod(0o666 & ~mask)
            name.replace(path)
        except BaseException:
            name.unlink(missing_ok=True)
            raise


def csv_text(table: Table, *, delimiter: str = ",", invented: str = "") -> str:
    """A table as CSV; keys as headings."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    mark = ("invented",) if invented else ()
    writer.writerow([*(column.key for column in table.columns), *mark])
    for row in table.rows:
        writer.writerow([*("" if cell is None else cell for cell in row), *([invented] if invented else [])])
    return out.getvalue()


def rows_of(table: Table) -> dict[str, Any]:
    """A table as JSON: `{title, rows: [{key: cell}], notes}`."""
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    return {"title": table.title, "rows": rows, "notes": list(table.notes)}


def html_page(tables: Sequence[Table]) -> str:
    """Tables as a page that needs nothing beside it."""
    title = escape(tables[0].title)
    style = (
        "body{font:16px/1.4 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse;margin:1rem 0}"
        "caption{text-align:left;font-weight:600}td,th{padding:.25rem .75rem;border-top:1px solid #ccc;"
        "text-align:left;vertical-align:top;white-space:pre-wrap}.n{text-align:right}"
    )
    body = "".join(_html(table) for table in tables)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body>{body}</body></html>\n"
    )


def _html(table: Table) -> str:
    def classed(column: Column) -> str:
        return "" if column.nature == "text" else ' class="n"'

    head = "".join(f"<th{classed(column)}>{escape(column.heading)}</th>" for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{classed(column)}>{escape(printed(cell, column))}</td>"
            for cell, column in zip(row, table.columns, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    notes = "".join(f"<p><small>{escape(note)}</small></p>" for note in table.notes)
    caption = f"<caption>{escape(table.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{notes}"


def workbook(tables: Sequence[Table]) -> bytes:
    """Tables as an Excel workbook: one sheet each, title above and notes below."""
    from datetime import UTC, datetime

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # The same table gives the same bytes.
    book.set_properties({"title": tables[0].title, "created": datetime(2020, 1, 1, tzinfo=UTC)})
    taken: set[str] = set()
    for table in tables:
        write_sheet(book, table, taken)
    book.close()
    return out.getvalue()


def write_sheet(book: Any, table: Table, taken: set[str]) -> None:
    """A table as a sheet of a workbook; `taken` are the names that its sheets have, small letters."""
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    percent = book.add_format({"num_format": '0.0" %"', "valign": "top"})
    sheet = book.add_worksheet(_sheet_name(table.title, taken))
    sheet.write_string(0, 0, table.title, bold)
    widths = [_width(table, at) for at in range(len(table.columns))]
    for at, column in enumerate(table.columns):
        sheet.write_string(2, at, column.heading, bold)
        sheet.set_column(at, at, widths[at])
    for number, row in enumerate(table.rows, 3):
        set_height(sheet, number, row, widths)
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write(sheet, number, at, cell, percent if column.nature == "percent" else wrapped)
    cut = any(isinstance(cell, str) and len(cell) > _MOST_IN_CELL for row in table.rows for cell in row)
    for number, note in enumerate([*table.notes, *([_CUT] if cut else [])], len(table.rows) + 4):
        sheet.write_string(number, 0, note)
    sheet.freeze_panes(3, 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.repeat_rows(2)
    if sum(widths) <= _PAGE:
        sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell if len(cell) <= _MOST_IN_CELL else cell[: _MOST_IN_CELL - 1] + "…", style)
    else:
        sheet.write_number(row, column, cell, style)


def _sheet_name(title: str, taken: set[str]) -> str:
    plain = " ".join(title.translate(_FORBIDDEN).split()).strip("'")[:_SHEET_NAME] or "Table"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: _SHEET_NAME - 4]} {number}"
    taken.add(name.casefold())
    return name


def set_height(sheet: Any, row: int, cells: Sequence[Cell], widths: Sequence[int]) -> None:
    """Say how high a row of wrapped cells is: what says nothing, LibreOffice shows as one line, and cuts its words."""
    lines = max((_lines(cell, width) for cell, width in zip(cells, widths, strict=True)), default=1)
    if lines > 1:
        sheet.set_row(row, min(_TALLEST, _LINE * lines))


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell takes in a column of a width."""
    if not isinstance(cell, str) or (len(cell) <= width and "\n" not in cell):
        return 1
    return sum(1 + max(0, len(line) - 1) // width for line in cell.splitlines())


def _width(table: Table, at: int) -> int:
    cells = [table.columns[at].heading, *(printed(row[at], table.columns[at]) for row in table.rows[:200])]
    return min(_WIDEST, 2 + max(len(line) for cell in cells for line in (cell.splitlines() or [""])))
