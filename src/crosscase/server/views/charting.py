"""Frameworks as screens draw them: the grid, and one row beside its material.

What a careful reader would get wrong: an independent coder is answered as everywhere: their own codings, and only the
summaries that they wrote themselves.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.charting import FrameworkCell, FrameworkOptions, State
from crosscase.analyses.framework import FrameworkGrid
from crosscase.analyses.framework import framework as charted
from crosscase.analyses.lines import Line
from crosscase.model import Coding, Id
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study


class FrameworkHere(msgspec.Struct, frozen=True, kw_only=True):
    """A framework with its rows.

    Attributes:
        framework: its id; label: its name and version.
        cells: rows of columns.
        counts: how many cells are how far.
        aside: summaries that no cell here shows.
    """

    version: str
    framework: Id
    label: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[tuple[FrameworkCell, ...], ...]
    counts: dict[State, int]
    aside: int
    notes: tuple[str, ...]


class ChartingAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of a framework, by its key or name."""

    options: FrameworkOptions
    row: str


class ChartingHere(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its cells by column, and the words of every segment that is linked to or lies in one of them."""

    version: str
    framework: Id
    label: str
    columns: tuple[Line, ...]
    cells: tuple[FrameworkCell, ...]
    quotations: tuple[Quotation, ...]


def framework(study: Study, asked: FrameworkOptions) -> FrameworkHere:
    """Show who says what on a theme, in members' words."""
    grid = _grid(study, asked)
    return FrameworkHere(
        version=grid.snapshot.version, framework=grid.framework, label=grid.label, rows=grid.rows,
        columns=grid.columns, cells=grid.cells, counts=grid.counts(), aside=grid.aside, notes=grid.notes(),
    )  # fmt: skip


def charting(study: Study, asked: ChartingAsked) -> ChartingHere:
    """Show one row of a framework with its material: what is linked, what is new, what is not used yet."""
    grid = _grid(study, asked.options)
    cells = tuple(grid.find(asked.row, column.key) for column in grid.columns)
    behind = {
        coding
        for cell in cells
        for coding in (*cell.codings, *(one for own in (*cell.own, *cell.members) for one in own.segments))
    }
    return ChartingHere(
        version=grid.snapshot.version, framework=grid.framework, label=grid.label, columns=grid.columns, cells=cells,
        quotations=tuple(quotations(study, study.rows(Coding, id=sorted(behind)))),
    )  # fmt: skip


def _grid(study: Study, asked: FrameworkOptions) -> FrameworkGrid:
    return charted(study.snapshot(), blind(study, asked))
