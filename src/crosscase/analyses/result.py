"""What every analysis gives back: a table for people, a frame for computing, a figure, and stable JSON.

Results are immutable and remember the snapshot they were counted on, so that every number can be opened. When the
data are made up, the words that say so go into every table and figure (`notes_of`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from html import escape
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from crosscase.analyses.lines import Line
from crosscase.frames import Snapshot
from crosscase.model.table import Table, printed

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class Result(ABC):
    """The outcome of an analysis."""

    @abstractmethod
    def table(self) -> Table:
        """For people: terminals, reports, spreadsheets."""

    @property
    @abstractmethod
    def frame(self) -> pl.DataFrame:
        """For computing: one row for each cell or thing, every number in a column of its own."""

    @abstractmethod
    def chart(self) -> Figure:
        """The figure that shows it best."""

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """As JSON, with stable names; see `docs/reference` for the shape."""

    def _repr_html_(self) -> str:
        return html_of(self.table())


def notes_of(snapshot: Snapshot, *notes: str) -> tuple[str, ...]:
    """The notes that are not empty, after the words that made-up data must carry."""
    return tuple(note for note in (snapshot.invented, *notes) if note)


def plain(value: dict[str, Any]) -> dict[str, Any]:
    """Structs, tuples and the like as what JSON has."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(value))
    return data


def html_of(table: Table) -> str:
    """A table as HTML, for notebooks."""
    head = "".join(f"<th>{escape(column.heading)}</th>" for column in table.columns)
    rows = []
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        rows.append("".join(f"<td>{escape(printed(cell, column))}</td>" for cell, column in cells))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    notes = "".join(f"<p><small>{escape(note)}</small></p>" for note in table.notes)
    caption = f"<caption>{escape(table.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"


def label_of(line: Line) -> str:
    """A line's label, marked when it holds what lies under it."""
    return f"{line.label} (with below)" if line.below else line.label


def exposure_text(mixture: dict[str, int]) -> str:
    """A mixture in one line: the word alone when there is one, else each with its count."""
    if len(mixture) == 1:
        return next(iter(mixture))
    return ", ".join(f"{count} {word}" for word, count in mixture.items())
