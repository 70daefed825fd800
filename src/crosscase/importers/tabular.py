r"""Tables as rows of text with their numbers: csv and tsv, xlsx and ods.

The delimiter of a text table is the one that cuts its lines into the same number of cells most often; the encoding
is settled as for any text. A row's number is the one a spreadsheet shows, so that a message can be looked
up. Numbers, dates and truth values of spreadsheets become the text a person would have typed (`3`,
`2024-01-02`, `yes`). Every sheet of a workbook is a table of its own.

A row with fewer cells than the head is filled up with blanks and reported; one with more is refused, because
nobody can tell which cell was cut in two. Cells are never shifted.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from crosscase.importers.encoding import read_text
from crosscase.importers.errors import NoWordsError, UnreadableError, WrongContentError
from crosscase.model.bundle import Refusal

TEXT_SUFFIXES = (".csv", ".tsv", ".tab")
BOOK_SUFFIXES = (".xlsx", ".ods")

_DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR = re.compile(r"sep=(.)\n", re.IGNORECASE)


class Row(NamedTuple):
    """A row under the head, its cells stripped and as many as there are columns."""

    number: int
    cells: tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A table.

    Attributes:
        file: how its file is spoken of, its ending included.
        name: of the sheet in a workbook, else the stem of the file.
        refusals: rows that were not taken.
        choices: what was decided, in words.
    """

    file: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...] = ()
    choices: tuple[str, ...] = ()

    def place(self, row: Row) -> str:
        """Where a row is, in words."""
        return f"sheet {self.name}, row {row.number}" if self.file.endswith(BOOK_SUFFIXES) else f"row {row.number}"


def read_sheets(path: Path, *, name: str = "", encoding: str = "") -> tuple[Sheet, ...]:
    """The tables of a file; sheets without cells are left out.

    Args:
        name: how the file is spoken of, where two folders may have files of one name.

    Raises:
        UnreadableError: it cannot be read as what its ending says, or holds no cells.
    """
    tables = _workbook(path) if path.suffix.lower() in BOOK_SUFFIXES else _text(path, encoding)
    sheets = tuple(sheet for sheet in (_sheet(name or path.name, *table) for table in tables) if sheet is not None)
    if not sheets:
        raise NoWordsError
    return sheets


def workbook_cells(path: Path) -> dict[str, list[list[str]]]:
    """All cells of a workbook by sheet, hidden ones too, each where it stands.

    Raises:
        UnreadableError: it cannot be read as a workbook.
    """
    return {name: [list(row) for row in rows] for name, rows, _ in _workbook(path)}


def _text(path: Path, encoding: str) -> Iterator[tuple[str, Iterable[Sequence[str]], tuple[str, ...]]]:
    decoded = read_text(path, encoding=encoding)
    text, said = decoded.text, decoded.choices
    stated = _SEPARATOR.match(text)
    delimiter = stated[1] if stated else _delimiter(text, path.suffix.lower())
    if delimiter != {".csv": ",", ".tsv": "\t", ".tab": "\t"}[path.suffix.lower()]:
        said = (*said, f"Cells are parted by {_named(delimiter)}.")
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = list(records)
    except csv.Error as error:
        reason = f"not a table that can be read ({error}). A quotation mark that is opened and not closed does this."
        raise UnreadableError(reason, f"line {records.line_num}") from error
    yield path.stem, ([], *rows[1:]) if stated else rows, said


def _delimiter(text: str, suffix: str) -> str:
    """The delimiter that cuts the first rows most evenly into more than one cell."""
    lines = text[:50_000].split("\n", 30)[:30]
    first = "\t" if suffix in {".tsv", ".tab"} else ","

    def evenness(delimiter: str) -> tuple[float, int, bool]:
        try:
            counts = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            return (0.0, 0, False)
        usual = max(set(counts), key=counts.count, default=0)
        if usual < 2:
            return (0.0, 0, delimiter == first)
        return (counts.count(usual) / len(counts), usual, delimiter == first)

    return max(_DELIMITERS, key=evenness)


def _named(delimiter: str) -> str:
    return {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}.get(delimiter, repr(delimiter))


def _workbook(path: Path) -> Iterator[tuple[str, Iterable[Sequence[str]], tuple[str, ...]]]:
    import python_calamine

    try:
        book = python_calamine.load_workbook(str(path))
        names = list(book.sheet_names)
    except python_calamine.PasswordError as error:
        reason = "The workbook is protected by a password. Save it without one."
        raise UnreadableError(reason) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise WrongContentError(path.suffix) from error
    for name in names:
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            reason = f"The sheet cannot be read ({error})."
            raise UnreadableError(reason, f"sheet {name}") from error
        yield name, [[cell_text(value) for value in row] for row in rows], ()


def cell_text(value: object) -> str:
    """What a person would have typed for a value of a spreadsheet."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    return str(value)


def _sheet(file: str, name: str, records: Iterable[Sequence[str]], said: tuple[str, ...]) -> Sheet | None:
    rows = [
        Row(number, tuple(cell.strip() for cell in record))
        for number, record in enumerate(records, start=1)
        if any(cell and not cell.isspace() for cell in record)
    ]
    if not rows:
        return None
    # A title above the table stands alone in its row.
    at = next((at for at, row in enumerate(rows) if sum(map(bool, row.cells)) > 1), 0)
    head = rows[at].cells
    body = rows[at + 1 :]
    used = [
        place
        for place, name_of in enumerate(head)
        if name_of or any(cell for row in body for cell in row.cells[place : place + 1])
    ]
    columns, renamed = _columns([head[place] for place in used], used)
    sheet = Sheet(file=file, name=name, columns=columns, rows=(), choices=(*said, *renamed))
    return _fill(sheet, body, used, len(head))


def _columns(names: list[str], places: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names for all columns, each once."""
    seen: dict[str, int] = {}
    said: list[str] = []
    columns: list[str] = []
    for name, place in zip(names, places, strict=True):
        fresh = name or f"column {place + 1}"
        seen[fresh.casefold()] = seen.get(fresh.casefold(), 0) + 1
        if seen[fresh.casefold()] > 1:
            fresh = f"{fresh} ({seen[fresh.casefold()]})"
        if fresh != name:
            said.append(f"Column {place + 1} has no name of its own and is called {fresh!r}.")
        columns.append(fresh)
    return tuple(columns), tuple(said)


def _fill(sheet: Sheet, body: list[Row], used: list[int], width: int) -> Sheet:
    rows: list[Row] = []
    refusals: list[Refusal] = []
    short: list[int] = []
    for row in body:
        if any(row.cells[width:]):
            number = len(row.cells)
            reason = f"It has {number} cells, but the table has {width} columns. Is a delimiter in a cell not quoted?"
            refusals.append(Refusal(file=sheet.file, place=sheet.place(row), reason=reason))
            continue
        if len(row.cells) <= used[-1]:
            short.append(row.number)
        cells = row.cells + ("",) * (width - len(row.cells))
        rows.append(Row(row.number, tuple(cells[place] for place in used)))
    said = sheet.choices
    if short:
        shown = ", ".join(map(str, short[:10])) + (" …" if len(short) > 10 else "")
        said = (*said, f"Rows with fewer cells than there are columns; the missing ones are blank: {shown}.")
    return msgspec.structs.replace(sheet, rows=tuple(rows), refusals=tuple(refusals), choices=said)
