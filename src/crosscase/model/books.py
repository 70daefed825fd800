"""A framework as a workbook: what goes out to be written in, and what comes back.

Every cell of the sheet that people write in is known by the id of its row, in the first column, and that of its column,
in the first row; both are hidden, so that rows and columns may be put in another order. A second sheet keeps what stood
in every cell when the file was made: what differs from that was written in the file.
"""

from __future__ import annotations

from typing import Final

import msgspec

from crosscase.model.ids import Id

GRID: Final = "Framework"
KEPT: Final = "Kept by crosscase"
READ_ME: Final = "Read me"

MOST: Final = 32_000
"""Characters of a cell that a spreadsheet can hold, with room to write on."""


class BookLine(msgspec.Struct, frozen=True):
    """A row or column: the id of its thing (empty where the file has none), and what it is called."""

    id: Id
    label: str


class FrameworkBook(msgspec.Struct, frozen=True, kw_only=True):
    """A framework as a workbook holds it.

    Attributes:
        framework: its id; label: its name and version.
        rows, columns: in order.
        words: (number of the row, number of the column) → what stands there; empty cells are left out.
        was: (id of the row, id of the column) → what stood there when the file was made.
    """

    framework: Id
    label: str
    rows: tuple[BookLine, ...]
    columns: tuple[BookLine, ...]
    words: dict[tuple[int, int], str]
    was: dict[tuple[Id, Id], str] = {}
