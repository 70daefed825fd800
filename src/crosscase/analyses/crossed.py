"""A matrix that has been counted: opened cell by cell, as a table, as a frame, as a figure.

Made by `matrix`. Numbers are arrays of rows × columns; the ids behind a cell, and the mixture of its exposure, are
looked up when a cell is opened.

What a careful reader would get wrong: in tables, what became of the people nobody could read is the same for a whole
column, so it stands once, in the line *People*, and not in every cell. `exposure` always gives the whole mixture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block
from crosscase.analyses.cells import NUMBERS, WHAT_AXES, Cell, MatrixOptions, Show
from crosscase.analyses.lines import Line, chosen
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.states import BEFORE, NOTHING, WORDS, mixture
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.model.table import Cell as TableCell
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


@dataclass(frozen=True, eq=False)
class Matrix(Result):
    """A matrix.

    Attributes:
        options: as it was asked for.
        rows, columns: lines; the last column is everybody, with `options.total`.
        numbers: by the names of `Cell`, arrays of rows × columns.
    """

    snapshot: Snapshot
    options: MatrixOptions
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    numbers: dict[str, Ints]
    blocks: tuple[Block, ...]
    where: Ints

    def cell(self, row: int, column: int) -> Cell:
        """A cell with what stands behind it."""
        block, line, at = self.where[:, row, column].tolist()
        here = self.blocks[block]
        values: dict[str, Any] = {name: int(self.numbers[name][row, column]) for name in self.numbers}
        values = {name: values.get(name) for name in NUMBERS}
        return Cell(
            row=self.rows[row].key, column=self.columns[column].key, exposure=self.exposure(row, column),
            **values, **here.opened(line, at),
        )  # fmt: skip

    def exposure(self, row: int, column: int) -> dict[str, int]:
        """The mixture of a cell."""
        block, line, at = self.where[:, row, column].tolist()
        here = self.blocks[block]
        return mixture(here.mixtures[at, line], int(here.missing[at]))

    def nothings(self) -> Iterator[tuple[int, int, dict[str, int]]]:
        """Every cell in which nobody said it, row by row, with its mixture; quicker than asking for each."""
        rows, columns = ((self.numbers["cases"] == 0) & (self.numbers["participants"] == 0)).nonzero()
        block, line, at = self.where[:, rows, columns]
        counts = np.zeros((len(rows), len(WORDS)), dtype=np.int64)
        missing = np.zeros(len(rows), dtype=np.int64)
        for number, here in enumerate(self.blocks):
            own = block == number
            counts[own], missing[own] = here.mixtures[at[own], line[own]], here.missing[at[own]]
        # Whole columns have the same mixture: each is put into words once.
        alike = np.ascontiguousarray(np.column_stack([counts, missing < 0]))
        _, first, which = np.unique(
            alike.view(np.dtype((np.void, alike.itemsize * alike.shape[1]))).ravel(),
            return_index=True, return_inverse=True,
        )  # fmt: skip
        words = [mixture(counts[one], int(missing[one])) for one in first.tolist()]
        for row, column, one in zip(rows.tolist(), columns.tolist(), which.ravel().tolist(), strict=True):
            yield row, column, words[one]

    def arranged(self, rows: Sequence[str] = (), columns: Sequence[str] = ()) -> Matrix:
        """Only these lines, in this order, by their keys; all as they are where none are named.

        Raises:
            BadValueError: there is no such row or column.
        """
        down, across = chosen(self.rows, rows), chosen(self.columns, columns)
        at = np.ix_(down, across)
        return replace(
            self, rows=tuple(self.rows[n] for n in down), columns=tuple(self.columns[n] for n in across),
            numbers={name: values[at] for name, values in self.numbers.items()},
            where=self.where[:, at[0], at[1]],
        )  # fmt: skip

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        for row in range(len(self.rows)):
            for column in range(len(self.columns)):
                yield self.cell(row, column)

    def find(self, row: str, column: str) -> Cell:
        """The cell at these keys or labels; a parent's label alone means the parent by itself.

        Raises:
            BadValueError: there is no such row or column.
        """
        return self.cell(_found(self.rows, row), _found(self.columns, column))

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each cell: row and column keys and labels, all numbers, and the exposure as text."""
        shape = (len(self.rows), len(self.columns))
        row, column = (part.ravel() for part in np.indices(shape))
        data: dict[str, Any] = {}
        for name, lines, places in (("row", self.rows, row), ("column", self.columns, column)):
            data[name] = [lines[place].key for place in places.tolist()]
            data[f"{name}_label"] = [label_of(lines[place]) for place in places.tolist()]
        data |= {name: self.numbers[name].ravel() for name in NUMBERS if name in self.numbers}
        data["exposure"] = [
            exposure_text(self.exposure(r, c)) for r, c in zip(row.tolist(), column.tolist(), strict=True)
        ]
        return pl.DataFrame(data)

    def text(self, row: int, column: int, show: Show = "participants") -> str:
        """A cell in a few words: the number with its denominator, or which kind of nothing it is.

        What is the same for everything in a row or column of people stands in `people`, and is not said again.
        """
        number = {name: int(values[row, column]) for name, values in self.numbers.items()}
        words = [self._shown(show, row, column)] if self._has_something(number, show) else []
        if not number["participants"] and not number["cases"]:
            words.append(self._nothing(row, column, said=bool(words)))
        if number["unreviewed"]:
            words.append(f"+{number['unreviewed']} unreviewed")
        return "; ".join(word for word in words if word)

    def _nothing(self, row: int, column: int, *, said: bool) -> str:
        mixture = self.exposure(row, column)
        left_out = {*(BEFORE if self.has_people else ()), *((WORDS[NOTHING],) if said else ())}
        own = {word: count for word, count in mixture.items() if word not in left_out}
        if own or said:
            return ", ".join(f"{count} {word}" for word, count in own.items()) if said else exposure_text(own)
        return exposure_text(mixture)

    @property
    def has_people(self) -> bool:
        """One axis is of people and the other of what they said, so that `people` is the same for all of a line."""
        return (self.options.rows in WHAT_AXES) != (self.options.columns in WHAT_AXES) and "members" not in (
            self.options.rows, self.options.columns,
        )  # fmt: skip

    def people(self, line: int) -> str:
        """Who there is in a line of people: how many have a text, and what became of the others."""
        row, column = (0, line) if self.options.rows in WHAT_AXES else (line, 0)
        number = {name: int(self.numbers[name][row, column]) for name in ("with_text", "recruited")}
        before = {word: count for word, count in self.exposure(row, column).items() if word in BEFORE}
        if not number["recruited"]:
            return exposure_text(before)
        return "; ".join(
            [
                f"{number['with_text']} of {number['recruited']} with text",
                *(f"{n} {word}" for word, n in before.items()),
            ]
        )

    def _shown(self, show: Show, row: int, column: int) -> str:
        return str(_SHOWN[show]({name: int(values[row, column]) for name, values in self.numbers.items()}))

    @staticmethod
    def _has_something(number: dict[str, int], show: Show) -> bool:
        if show == "cases":
            return number["of_cases"] > 0
        return number["of_participants"] > 0 or (show == "codings" and number["codings"] > 0)

    def table(self, show: Show = "participants") -> Table:
        """Rows and columns as people read them.

        Args:
            show: which number the cells lead with. The last column, everybody, leads with cases where it can.
        """
        people_above = self.has_people and self.options.rows in WHAT_AXES
        people_beside = self.has_people and not people_above
        columns = [Column("row", self.options.rows.rpartition(":")[2].capitalize())]
        columns += [Column("people", "People")] if people_beside else []
        columns += [Column(line.key, label_of(line)) for line in self.columns]
        rows: list[tuple[TableCell, ...]] = []
        if people_above:
            rows.append(("People", *(self.people(column) for column in range(len(self.columns)))))
        for number, line in enumerate(self.rows):
            cells: list[TableCell] = ["  " * line.depth + label_of(line)]
            cells += [self.people(number)] if people_beside else []
            for at, column in enumerate(self.columns):
                text = self.text(number, at, show)
                everybody = "all" in {column.kind, line.kind}
                if everybody and show == "participants" and self.numbers["of_cases"][number, at]:
                    text = f"{self._shown('cases', number, at)}; {text}"
                cells.append(text)
            rows.append(tuple(cells))
        return Table(title=self.table_title, columns=tuple(columns), rows=tuple(rows), notes=self.notes(show))

    def notes(self, show: Show = "participants") -> tuple[str, ...]:
        """What a reader has to know."""
        numbers = self.numbers
        unfinished, unreviewed = int(numbers["unfinished"].max(initial=0)), int(numbers["unreviewed"].max(initial=0))
        return notes_of(
            self.snapshot,
            _MEANS[show],
            "People: how many have a text whose words are known to be theirs, and what became of the others."
            if self.has_people
            else "",
            "Participants whose texts have not been read to the end for a row are left out of its denominators, "
            "unless they were coded." + (" Unfinished: of the coded, not read to the end." if unfinished else ""),
            "Rows marked “with below” hold everything under them; each participant counts once." if self._below else "",
            "Codings by rule that nobody has accepted are counted apart, as unreviewed." if unreviewed else "",
            "Interviewers’ and quoted words are nobody’s."
            + (" Codings on them are not in any count." if numbers["nowhere"].any() else ""),
        )

    @property
    def _below(self) -> bool:
        return any(line.below for line in (*self.rows, *self.columns))

    def chart(self, show: Show = "participants") -> Figure:
        """A heat map of what cells lead with: in percent where it is a part of something, n of N in the cells."""
        part, whole = _DRAWN[show]
        frame = self.frame
        if part not in frame.columns:
            message = "Words were not counted."
            raise BadValueError(message)
        value, text = "percent", part
        if whole:
            there = pl.col(whole) > 0
            drawn = [
                (100 * pl.col(part) / pl.col(whole)).fill_nan(None).round(1).alias(value),
                pl.when(there).then(pl.format("{}/{}", part, whole)).otherwise(pl.lit("–")).alias(text),
            ]
        else:
            value, text = part, "shown"
            drawn = [
                pl.when(pl.col(part) > 0).then(pl.col(part)).alias(value),
                pl.when(pl.col(part) > 0).then(pl.format("{}", part)).otherwise(pl.lit("–")).alias(text),
            ]
        others = [
            pl.format("{}/{}", name, of).alias(name)
            for name, of in (("participants", "of_participants"), ("cases", "of_cases"))
            if name != text
        ]
        others += [pl.col(name) for name in ("codings", "unreviewed", "exposure") if name != value]
        return charts.heat_map(
            frame.select("row_label", "column_label", *drawn, *others),
            value=value,
            text=text,
            title=self.table_title,
            notes=notes_of(self.snapshot, f"{_MEANS[show]} –: none, see the table."),
            rows=[label_of(line) for line in self.rows],
            columns=[label_of(line) for line in self.columns],
        )

    @property
    def table_title(self) -> str:
        """What the table is called."""
        rows, columns = (axis.rpartition(":")[2] for axis in (self.options.rows, self.options.columns))
        return f"{rows.capitalize()} by {columns}"

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, columns, cells, notes}`.

        Rows and columns are lines (`key, label, kind, id, depth, below`); cells are in row order and carry the fields
        of `Cell`, with `row` and `column` as keys of the lines.
        """
        return plain(
            {
                "analysis": "matrix",
                "version": self.snapshot.version,
                "options": self.options,
                "rows": self.rows,
                "columns": self.columns,
                "cells": list(self.cells()),
                "notes": self.notes(),
            }
        )


_SHOWN: dict[Show, Any] = {
    "participants": lambda n: f"{n['participants']} of {n['of_participants']}{_unfinished(n)}",
    "cases": lambda n: f"{n['cases']} of {n['of_cases']} cases",
    "words": lambda n: f"{n['words']:,} of {n['of_words']:,} words" if "words" in n else "",
    "codings": lambda n: f"{n['codings']}",
    "percent": lambda n: (
        f"{100 * n['participants'] / n['of_participants']:.0f} % of {n['of_participants']}{_unfinished(n)}"
    ),
}
_DRAWN: dict[Show, tuple[str, str]] = {
    "participants": ("participants", "of_participants"), "percent": ("participants", "of_participants"),
    "cases": ("cases", "of_cases"), "words": ("words", "of_words"), "codings": ("codings", ""),
}  # fmt: skip
_MEANS: dict[Show, str] = {
    "participants": "Cells: participants coded, of participants read for the row.",
    "cases": "Cells: cases in which it was said, of cases in which anybody was read for the row.",
    "words": "Cells: words coded, of words spoken by the participants read for the row.",
    "codings": "Cells: codings, which measure the coder’s habit more than what was said.",
    "percent": "Cells: participants coded, in percent of participants read for the row.",
}


def _unfinished(number: dict[str, int]) -> str:
    return f" ({number['unfinished']} unfinished)" if number["unfinished"] else ""


def _found(lines: tuple[Line, ...], name: str) -> int:
    for number, line in enumerate(lines):
        if name in {line.key, label_of(line)}:
            return number
    message = f"There is no row or column {name!r} in this table."
    raise BadValueError(message)
