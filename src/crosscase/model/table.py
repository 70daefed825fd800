"""A table as analyses give it and terminals, spreadsheets and reports print it.

Cells are plain values; how a number looks is the column's business. Notes say what a reader has to know to
read the table rightly (denominators, what is not counted, kinds of nothing) and are printed with it always.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Cell: TypeAlias = "str | int | float | None"


class Column(msgspec.Struct, frozen=True):
    """A column: its key in data files, its heading for people, and how its cells are printed."""

    key: str
    heading: str
    nature: Literal["text", "count", "number", "percent"] = "text"


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A titled table with its notes."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


def printed(cell: Cell, column: Column) -> str:
    """A cell as people read it: nothing for None, whole counts, one decimal for percentages."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if column.nature == "percent":
        return f"{cell:.1f} %"
    if column.nature == "count" or isinstance(cell, int):
        return f"{cell:d}" if isinstance(cell, int) else f"{cell:g}"
    return f"{cell:.2f}"
