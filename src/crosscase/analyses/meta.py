"""Meta-matrices: cases in an order that means something, with what they are and what was said there side by side.

One table serves the displays of Miles and Huberman (1994): case-ordered (rows by an attribute, by how many said
something, or by hand with a reason), role-ordered and time-ordered (other rows), conceptually clustered (columns that
feed one theme stand together), predictor-outcome (rows ordered by the outcome, which stands last).

What a careful reader would get wrong: an order is a choice. It stands in the notes with its reason, and a pattern that
shows only under one order is a pattern of that order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.cells import Cell
from crosscase.analyses.crossed import Matrix
from crosscase.analyses.lines import Line
from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.scope import Filters
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.variables import Variable
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class MetaOptions(Filters, frozen=True, kw_only=True):
    """What to set side by side.

    Attributes:
        rows: `cases`, `roles`, `participants`, `years`, `months`, a grouping or an attribute.
        of: what was said: `codes`, `categories` or `themes`; `codes`, `analysis` narrow them.
        attributes: of cases, as columns; only where rows are cases.
        order_by: an attribute of cases, or a row of what was said by its name; rows follow its size.
        descending: the greatest first.
        by_hand: labels of rows, first to last, and `reason` why in this order.
        outcome: an attribute or something said that stands last, and by which rows are ordered if nothing else is said.
        cluster: columns that feed one theme stand together.
    """

    rows: str = "cases"
    of: str = "categories"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    attributes: tuple[str, ...] = ()
    order_by: str = ""
    descending: bool = False
    by_hand: tuple[str, ...] = ()
    reason: str = ""
    outcome: str = ""
    cluster: bool = False


class MetaColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column: an attribute (no line), or what was said; `theme` is the one it stands with."""

    key: str
    label: str
    line: int = -1
    theme: str = ""


@dataclass(frozen=True, eq=False)
class MetaMatrix(Result):
    """Rows in their order × attributes and what was said.

    Attributes:
        crossed: the matrix behind it, its rows as they stand by themselves; `order` says which come when.
        values: for each row, in order, the values of the attribute columns.
        ordered: in words, how the rows are ordered.
    """

    snapshot: Snapshot
    options: MetaOptions
    crossed: Matrix
    order: tuple[int, ...]
    columns: tuple[MetaColumn, ...]
    values: tuple[tuple[str, ...], ...]
    ordered: str

    @property
    def rows(self) -> tuple[Line, ...]:
        """The rows in order."""
        return tuple(self.crossed.rows[at] for at in self.order)

    def open(self, row: str, column: str) -> Cell:
        """The cell of a row and something said, each by key or label.

        Raises:
            NotFoundError: there is none.
        """
        return self.crossed.find(row, column)

    def text(self, row: int, column: MetaColumn) -> str:
        """A cell in words: an attribute's value, `n/N` participants, or which nothing it is."""
        if column.line < 0:
            places = [one.key for one in self.columns if one.line < 0]
            return self.values[row][places.index(column.key)]
        at = self.order[row]
        said = int(self.crossed.numbers["participants"][at, column.line])
        if said or int(self.crossed.numbers["cases"][at, column.line]):
            return f"{said}/{int(self.crossed.numbers['of_participants'][at, column.line])}"
        return exposure_text(self.crossed.exposure(at, column.line))

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each cell of what was said, with the row's place in the order and its attributes."""
        found = []
        attributes = [one.label for one in self.columns if one.line < 0]
        for place, at in enumerate(self.order):
            for column in self.columns:
                if column.line < 0:
                    continue
                numbers = {name: int(self.crossed.numbers[name][at, column.line]) for name in _NUMBERS}
                found.append(
                    {
                        "place": place + 1, "row": self.crossed.rows[at].label, "column": column.label,
                        "theme": column.theme, **numbers,
                        "exposure": exposure_text(self.crossed.exposure(at, column.line)),
                        **dict(zip(attributes, self.values[place], strict=True)),
                    }
                )  # fmt: skip
        return pl.DataFrame(found, infer_schema_length=None)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"{self.options.rows.capitalize()} × {self.options.of}, {self.ordered}"

    def table(self) -> Table:
        """Rows in order; columns of a theme carry its name."""
        columns = (
            Column("row", self.options.rows.capitalize()),
            *(Column(one.key, f"{one.theme}: {one.label}" if one.theme else one.label) for one in self.columns),
        )
        rows = tuple(
            (line.label, *(self.text(place, column) for column in self.columns)) for place, line in enumerate(self.rows)
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        reason = f" Reason: {self.options.reason}" if self.options.reason else ""
        return notes_of(
            self.snapshot,
            f"Rows are {self.ordered}.{reason}",
            "Cells: participants coded, of participants read for it; where nobody said it, which nothing it is.",
        )

    def chart(self) -> Figure:
        """Participants in percent, rows in order."""
        found = []
        for place, at in enumerate(self.order):
            for column in self.columns:
                if column.line >= 0:
                    said = int(self.crossed.numbers["participants"][at, column.line])
                    of = int(self.crossed.numbers["of_participants"][at, column.line])
                    found.append(
                        {
                            "row_label": self.crossed.rows[at].label, "column_label": column.label,
                            "percent": 100 * said / of if of else None, "text": self.text(place, column),
                        }
                    )  # fmt: skip
        schema = {"row_label": pl.String(), "column_label": pl.String(), "percent": pl.Float64(), "text": pl.String()}
        return charts.heat_map(
            pl.DataFrame(found, schema=schema), value="percent", text="text", title=self.title,
            rows=[line.label for line in self.rows], columns=[one.label for one in self.columns if one.line >= 0],
            notes=self.notes(),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, columns, values, cells, ordered, notes}`.

        Cells are in the order of rows and columns: `{row, column, text, …numbers}`.
        """
        cells = [
            {
                "row": line.key, "column": column.key, "text": self.text(place, column),
                **{name: int(self.crossed.numbers[name][self.order[place], column.line]) for name in _NUMBERS},
            }
            for place, line in enumerate(self.rows)
            for column in self.columns
            if column.line >= 0
        ]  # fmt: skip
        return plain(
            {
                "analysis": "meta", "version": self.snapshot.version, "options": self.options, "rows": self.rows,
                "columns": self.columns, "values": self.values, "cells": cells, "ordered": self.ordered,
                "notes": self.notes(),
            }
        )  # fmt: skip


_NUMBERS = ("cases", "of_cases", "participants", "of_participants", "unfinished", "codings")


def meta(snapshot: Snapshot, options: MetaOptions | None = None) -> MetaMatrix:
    """Set cases side by side in an order.

    Raises:
        BadValueError: attributes of rows that are not cases, an order by hand without a reason, two orders at once.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or MetaOptions()
    if options.by_hand and not options.reason.strip():
        message = "An order by hand needs a reason; it is printed with the table."
        raise BadValueError(message)
    if options.by_hand and options.order_by:
        message = "Rows are ordered by hand or by something, not by both."
        raise BadValueError(message)
    crossed = matrix(
        snapshot,
        MatrixOptions(
            rows=options.rows, columns=options.of, codes=options.codes, analysis=options.analysis, total=False,
            words=False, **options.filters,
        ),
    )  # fmt: skip
    attributes = [_attribute(snapshot, options, name) for name in options.attributes]
    columns = [MetaColumn(key=one.id, label=one.name) for one in attributes]
    columns += _said(snapshot, crossed, cluster=options.cluster)
    outcome = _measure(snapshot, options, crossed, options.outcome) if options.outcome else None
    if outcome is not None:
        last = outcome.column
        columns = [one for one in columns if one.key != last.key] + [last]
        if last.line < 0 and all(one.id != last.key for one in attributes):
            attributes.append(_attribute(snapshot, options, options.outcome))
    by = _measure(snapshot, options, crossed, options.order_by) if options.order_by else outcome
    order, ordered = _order(crossed, options, by)
    shown = {one.id: _values(one, crossed) for one in attributes}
    values = tuple(tuple(shown[one.key][at] for one in columns if one.line < 0) for at in order)
    return MetaMatrix(snapshot, options, crossed, tuple(order), tuple(columns), values, ordered)


@dataclass(frozen=True)
class _Measure:
    """Something by which rows can be ordered: its column, and a key for each row (None comes last)."""

    column: MetaColumn
    keys: list[tuple[float, str] | None]


def _attribute(snapshot: Snapshot, options: MetaOptions, name: str) -> Variable:
    if options.rows != "cases":
        message = f"The attribute {name!r} is one of cases, and rows are {options.rows}. Make the rows cases."
        raise BadValueError(message)
    return snapshot.variable(name, "case")


def _values(variable: Variable, crossed: Matrix) -> list[str]:
    number = crossed.snapshot.cases.number
    return [", ".join(variable.values[number[line.id]]) for line in crossed.rows]


def _said(snapshot: Snapshot, crossed: Matrix, *, cluster: bool) -> list[MetaColumn]:
    columns = [
        MetaColumn(key=line.key, label=label_of(line), line=at, theme=_theme_of(snapshot, line) if cluster else "")
        for at, line in enumerate(crossed.columns)
    ]
    places = {label: at for at, label in enumerate(snapshot.themes.labels)}
    return sorted(columns, key=lambda one: places.get(one.theme, len(places))) if cluster else columns


def _theme_of(snapshot: Snapshot, line: Line) -> str:
    """The first theme that a category feeds; a theme stands with the one it lies under."""
    themes = snapshot.themes
    if line.kind == "theme":
        above = int(themes.parent[themes.number[line.id]])
        return themes.labels[above] if above >= 0 else ""
    place = snapshot.codes.number[line.id]
    for step in themes.lineage:
        if step.code >= 0 and step.how != "dropped" and place in snapshot.codes.below(step.code):
            return themes.labels[step.theme]
    return ""


def _measure(snapshot: Snapshot, options: MetaOptions, crossed: Matrix, name: str) -> _Measure:
    """What rows can be ordered by: something said, or an attribute of cases."""
    for at, line in enumerate(crossed.columns):
        if name == line.key or name.casefold() == label_of(line).casefold():
            said, of = (
                crossed.numbers["participants"][:, at].tolist(),
                crossed.numbers["of_participants"][:, at].tolist(),
            )
            keys = [(part / whole, "") if whole else None for part, whole in zip(said, of, strict=True)]
            return _Measure(MetaColumn(key=line.key, label=label_of(line), line=at), keys)
    try:
        variable = _attribute(snapshot, options, name)
    except NotFoundError:
        kind = "attribute of cases or column"
        raise NotFoundError(kind, name, tuple(label_of(line) for line in crossed.columns[:2])) from None
    level = {value: float(place) for place, value in enumerate(variable.levels)}
    keys = [(level[value], value) if value in level else None for value in _values(variable, crossed)]
    return _Measure(MetaColumn(key=variable.id, label=variable.name), keys)


def _order(crossed: Matrix, options: MetaOptions, by: _Measure | None) -> tuple[list[int], str]:
    every = list(range(len(crossed.rows)))
    if options.by_hand:
        places = {line.label.casefold(): at for at, line in enumerate(crossed.rows)}
        places |= {line.key: at for at, line in enumerate(crossed.rows)}
        first: list[int] = []
        for name in options.by_hand:
            at = places.get(name, places.get(name.casefold(), -1))
            if at < 0:
                kind = "row"
                raise NotFoundError(kind, name, tuple(line.label for line in crossed.rows[:3]))
            first.append(at)
        return [*dict.fromkeys(first), *(at for at in every if at not in first)], "in an order made by hand"
    if by is None:
        return every, "as they stand in the study"
    known = [at for at in every if by.keys[at] is not None]
    known.sort(key=lambda at: by.keys[at] or (0.0, ""), reverse=options.descending)
    lacking = [at for at in every if by.keys[at] is None]
    way = "descending" if options.descending else "ascending"
    return known + lacking, f"ordered by {by.column.label}, {way}" + (", those without one last" if lacking else "")
