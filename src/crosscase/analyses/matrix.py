"""Who said what: codes, categories or themes × cases, sampling roles, groupings, participants or members.

`matrix` gives for every cell in how many cases and by how many participants it was said, of how many that were read;
how many words; how many codings, last, because they measure the coder's habit; and what a zero means. Rows and
columns may be any two axes of which at most one is *what* was said; with none, any coding counts (`codes` narrows it).

Two things a careful reader would get wrong. The denominator is whoever was read to the end for the row, and whoever was
coded: `unfinished` says how many of the coded were not read to the end, so nobody is counted who is not below
the line. And a parent's row `below` is a union: somebody with two of its codes is one participant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block, block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, What, what_axis
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.states import BEFORE, NOTHING, WORDS, mixture
from crosscase.analyses.who import Who, everyone, product, who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.model import Id
from crosscase.model.table import Cell as TableCell
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Show = Literal["participants", "cases", "words", "codings", "percent"]
_WHAT = ("codes", "categories", "themes")


class MatrixOptions(Filters, frozen=True, kw_only=True):
    """What to cross.

    Attributes:
        rows, columns: `codes`, `categories`, `themes`, `cases`, `roles`, `participants`, `members`, `primary`, or the
            name of a grouping or attribute (`participant:gender` where several subjects have one of that name).
        codes: only these with what lies under them; without an axis of codes, what counts as said.
        analysis: only themes of this analysis.
        total: a last column with everybody.
        words: count words, which reads all texts once.
    """

    rows: str = "codes"
    columns: str = "cases"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    total: bool = True
    words: bool = True


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One cell, opened.

    Attributes:
        cases, of_cases: in which it was said, of those in which anybody was read for it.
        participants, of_participants: who said it, of those read to the end for it or coded.
        unfinished: of the coded, how many were not read to the end.
        not_so: participants who said that it is not so (or, for a theme, whose words speak against it).
        words, of_words: their own words coded, of all words of `of_participants`; None when not counted.
        codings: that count.
        unreviewed: codings by rule that nobody accepted, counted apart, and the participants they would add.
        nowhere: codings on interviewers' or quoted words, or on words that are gone.
        recruited, with_text: participants in the column, and those of them with a text whose words are theirs.
        exposure: word → participants (for *not recruited*: places planned).
        coding_ids, unreviewed_ids, nowhere_ids, participant_ids, base_ids, case_ids: what stands behind the numbers.
    """

    row: str
    column: str
    cases: int
    of_cases: int
    participants: int
    of_participants: int
    unfinished: int
    not_so: int
    words: int | None
    of_words: int | None
    codings: int
    unreviewed: int
    unreviewed_participants: int
    nowhere: int
    recruited: int
    with_text: int
    exposure: dict[str, int]
    coding_ids: tuple[Id, ...]
    unreviewed_ids: tuple[Id, ...]
    nowhere_ids: tuple[Id, ...]
    participant_ids: tuple[Id, ...]
    base_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]

    @property
    def nothing(self) -> tuple[str, ...]:
        """Which kinds of nothing a zero is; empty where somebody said it."""
        return () if self.participants or self.cases else tuple(self.exposure)

    @property
    def percent(self) -> float | None:
        """Participants in percent; None without a denominator."""
        return 100 * self.participants / self.of_participants if self.of_participants else None


# The numbers of a cell that are kept as arrays, in the order in which they lead.
NUMBERS = (
    "cases", "of_cases", "participants", "of_participants", "unfinished", "not_so", "words", "of_words", "codings",
    "unreviewed", "unreviewed_participants", "nowhere", "recruited", "with_text",
)  # fmt: skip


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
        return (self.options.rows in _WHAT) != (self.options.columns in _WHAT) and "members" not in (
            self.options.rows, self.options.columns,
        )  # fmt: skip

    def people(self, line: int) -> str:
        """Who there is in a line of people: how many have a text, and what became of the others."""
        row, column = (0, line) if self.options.rows in _WHAT else (line, 0)
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
        people_above = self.has_people and self.options.rows in _WHAT
        people_beside = self.has_people and not people_above
        columns = [Column("row", self.options.rows.capitalize())]
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

    def chart(self) -> Figure:
        """A heat map of participants in percent; n of N stands in each cell."""
        frame = self.frame.select(
            "row_label",
            "column_label",
            (100 * pl.col("participants") / pl.col("of_participants")).fill_nan(None).round(1).alias("percent"),
            pl.when(pl.col("of_participants") > 0)
            .then(pl.format("{}/{}", "participants", "of_participants"))
            .otherwise(pl.lit("–"))
            .alias("participants"),
            pl.format("{}/{}", "cases", "of_cases").alias("cases"),
            "codings",
            "unreviewed",
            "exposure",
        )
        return charts.heat_map(
            frame,
            value="percent",
            text="participants",
            title=self.table_title,
            notes=notes_of(self.snapshot, "Participants coded / read for the row. –: nobody was, see the table."),
            rows=[label_of(line) for line in self.rows],
            columns=[label_of(line) for line in self.columns],
        )

    @property
    def table_title(self) -> str:
        """What the table is called."""
        return f"{self.options.rows.capitalize()} by {self.options.columns}"

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


def matrix(snapshot: Snapshot, options: MatrixOptions | None = None) -> Matrix:
    """Cross two axes.

    Raises:
        BadValueError: two axes that cannot be crossed, or an axis with nothing on it.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or MatrixOptions()
    _check(options)
    axes = (options.rows, options.columns)
    whats = [name for name in axes if name in _WHAT]
    what = what_axis(snapshot, whats[0] if whats else "any", codes=options.codes, analysis=options.analysis)
    if "members" in axes:
        return _by_members(snapshot, options, what)
    people = [who_axis(snapshot, name) for name in axes if name not in _WHAT]
    who = people[0] if len(people) == 1 else product(people[0], people[1])
    scope = scope_of(snapshot, options)
    counted = counted_of(snapshot, what, scope, words=options.words)
    blocks = [block_of(counted, who)]
    if options.total:
        blocks.append(block_of(counted, everyone(snapshot) if len(people) == 1 else _row_totals(snapshot, people[0])))
    return _laid_out(snapshot, options, what, people, blocks)


def _check(options: MatrixOptions) -> None:
    if options.rows == options.columns:
        message = f"Rows and columns are both {options.rows}. Name two different axes."
        raise BadValueError(message)
    if options.rows in _WHAT and options.columns in _WHAT:
        message = "Codes, categories and themes cannot be crossed with each other here. Use `overlap` or `tables`."
        raise BadValueError(message)


def _row_totals(snapshot: Snapshot, rows: Who) -> Who:
    return product(rows, everyone(snapshot))


def _laid_out(snapshot: Snapshot, options: MatrixOptions, what: What, people: list[Who], blocks: list[Block]) -> Matrix:
    """Columns × lines of blocks → rows × columns of the matrix; everybody is the last column, or the last row."""
    everybody = tuple(line for block in blocks[1:] for line in block.who.lines[-1:]) if options.total else ()
    if len(people) == 2:
        shape = (len(people[0].lines), -1)
        everybody = everyone(snapshot).lines if options.total else ()

        def arranged(parts: list[Ints]) -> Ints:
            return np.concatenate([part.reshape(shape) for part in parts], axis=1)

        return _matrix(snapshot, options, (people[0].lines, (*people[1].lines, *everybody)), blocks, arranged)
    if options.rows in _WHAT:
        lines = (what.lines, (*people[0].lines, *everybody))
        return _matrix(snapshot, options, lines, blocks, lambda parts: np.concatenate(parts, axis=0).T)
    lines = ((*people[0].lines, *everybody), what.lines)
    return _matrix(snapshot, options, lines, blocks, lambda parts: np.concatenate(parts, axis=0))


def _matrix(
    snapshot: Snapshot,
    options: MatrixOptions,
    lines: tuple[tuple[Line, ...], tuple[Line, ...]],
    blocks: list[Block],
    arranged: Callable[[list[Ints]], Ints],
) -> Matrix:
    """The matrix of these blocks; `arranged` makes rows × columns of their columns × lines."""
    names = [name for name in NUMBERS if name in blocks[0].numbers]
    numbers = {name: arranged([block.numbers[name] for block in blocks]) for name in names}
    where = []
    for number, block in enumerate(blocks):
        column, line = np.indices((block.layout.columns, len(block.counted.what.lines)))
        where.append((np.full_like(column, number), line, column))
    places = np.stack([arranged(list(part)) for part in zip(*where, strict=True)])
    return Matrix(snapshot, options, *lines, numbers, tuple(blocks), places)


def _by_members(snapshot: Snapshot, options: MatrixOptions, what: What) -> Matrix:
    """One block for each member, who then is the only one whose codings and readings count."""
    wanted = snapshot.found(snapshot.members, options.members) if options.members else np.arange(len(snapshot.members))
    if not len(wanted):
        message = "There are no members to show."
        raise BadValueError(message)
    other = next((name for name in (options.rows, options.columns) if name != "members" and name not in _WHAT), "")
    who = who_axis(snapshot, other) if other else everyone(snapshot)
    chosen: list[tuple[str, ...]] = [(snapshot.members.ids[number],) for number in wanted.tolist()]
    lines = [
        Line(snapshot.members.ids[n], snapshot.members.labels[n], "member", snapshot.members.ids[n]) for n in wanted
    ]
    if options.total:
        chosen.append(options.members)
        lines.append(everyone(snapshot).lines[0])
    scopes = [scope_of(snapshot, msgspec.structs.replace(options, members=names)) for names in chosen]
    blocks = [block_of(counted_of(snapshot, what, scope, words=options.words), who) for scope in scopes]
    # What members are crossed with: the lines of the other axis, be they what or who.
    others = who.lines if other else what.lines

    def arranged(parts: list[Ints]) -> Ints:
        return np.stack([part[:, 0] if other else part[0] for part in parts], axis=1)

    if options.columns == "members":
        return _matrix(snapshot, options, (others, tuple(lines)), blocks, arranged)
    return _matrix(snapshot, options, (tuple(lines), others), blocks, lambda parts: arranged(parts).T)
