"""The outcome of an analysis as tables for a file: as people read it, and every number in a column of its own.

What the command line writes with `-o` and the workbench saves is made here, so that both hold the same.

What a careful reader would get wrong: the last table is the one that CSV holds. The first is for people, and a cell of
it may say several things.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.result import Result


def tables_of(result: Result, **options: Any) -> tuple[Table, Table]:
    """A result for people, and for programs; `options` are those of its table."""
    table = result.table(**options)
    return table, numbers(result, table.notes)


def invented(result: Result) -> str:
    """The words that made-up data must carry; empty for others."""
    snapshot = getattr(result, "snapshot", None)
    return str(snapshot.invented) if snapshot else ""


def numbers(result: Result, notes: Sequence[str] = ()) -> Table:
    """Every number of a result in a column of its own."""
    frame = result.frame
    columns = tuple(
        Column(
            name, name, "text" if frame.schema[name].is_nested() or not frame.schema[name].is_numeric() else "number"
        )
        for name in frame.columns
    )
    rows = tuple(tuple(_cell(value) for value in row) for row in frame.iter_rows())
    return Table(title="Data", columns=columns, rows=rows, notes=tuple(notes))


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return ("yes" if value else "no") if isinstance(value, bool) else value
