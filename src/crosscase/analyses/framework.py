"""The framework matrix: who says what on a theme, in the words that members wrote, and what lies behind each cell.

Rows are participants, cases or sets of participants; columns the themes and codes of a framework. With other rows all
summaries are still there: a row of a case or set shows its own, and those of its people apart from it. An empty cell
says which nothing it is, by the words of `exposure`, and how many segments wait there.

What a careful reader would get wrong: *stale* says that something a summary rests on is not what it was when somebody
looked at it last; *new* counts codings that came since. Neither says that the summary is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block, block_of
from crosscase.analyses.charting import (
    STATES,
    FrameworkCell,
    FrameworkOptions,
    State,
    SummaryHere,
    cell_text,
)
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, charted
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.scope import Scope, scope_of
from crosscase.analyses.states import NOT_RECRUITED, WORDS
from crosscase.analyses.who import who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.frameworks import Written
from crosscase.frames.intervals import Ints, expanded
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

_ROWS = ("participants", "cases", "sets")


@dataclass(frozen=True, eq=False)
class _Lying:
    """Codings by cell: of cell n those in `coding[first[n] : first[n + 1]]`. Lists, because cells are opened singly."""

    coding: list[Id]
    first: list[int]

    def of(self, cell: int) -> tuple[Id, ...]:
        return tuple(self.coding[self.first[cell] : self.first[cell + 1]])


@dataclass(frozen=True, eq=False)
class FrameworkGrid(Result):
    """A framework with rows.

    Attributes:
        framework: id; name, version: of it.
        rows, columns: lines.
        aside: summaries of this framework that no cell here shows: of columns taken out, or of other rows.
        withheld: participants of whom nothing may be told in others' words, and why not.
    """

    snapshot: Snapshot
    options: FrameworkOptions
    framework: Id
    label: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    places: tuple[int, ...]
    block: Block
    written: dict[tuple[str, int, int], list[Written]]
    aside: int
    withheld: Mapping[Id, str]

    def withholding(self, refused: Mapping[Id, str]) -> FrameworkGrid:
        """The same without what is written of these participants; the reason stands in its place."""
        return replace(self, withheld=refused)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Framework {self.label}, by {self.options.rows}"

    @cached_property
    def cells(self) -> tuple[tuple[FrameworkCell, ...], ...]:
        """All cells, rows of columns."""
        return tuple(tuple(self.cell(r, c) for c in range(len(self.columns))) for r in range(len(self.rows)))

    def cell(self, row: int, column: int) -> FrameworkCell:
        """A cell with what stands behind it."""
        place, kind = self.places[row], self.rows[row].kind
        mixtures, missing, unreviewed = self._nothing
        written = self.written.get((kind, place, column), ())
        own = tuple([self._here(one, kind, place, column) for one in written])
        members = () if kind == "participant" else self._of_members(row, column)
        unused = codings = self._lying.of(place * len(self.columns) + column)
        if codings and (own or members):
            used = {coding for one in (*own, *members) for coding in one.segments}
            unused = tuple([coding for coding in codings if coding not in used])
        state: State = "to write" if unused else "nothing to write"
        if own:
            state = "stale" if any(one.stale for one in own) else "written"
            if state == "written" and any(one.new for one in own):
                state = "new material"
        return FrameworkCell(
            row=self.rows[row].key, column=self.columns[column].key, own=own, members=members,
            exposure=_words(mixtures[place][column], missing[place]), codings=codings,
            unreviewed=unreviewed[place][column], unused=unused, state=state,
        )  # fmt: skip

    def find(self, row: str, column: str) -> FrameworkCell:
        """The cell of a row and a column by their keys or labels.

        Raises:
            BadValueError: there is no such row or column.
        """
        return self.cell(_place(self.rows, row, "row"), _place(self.columns, column, "column"))

    def _of_members(self, row: int, column: int) -> tuple[SummaryHere, ...]:
        """What is written of the participants of a row that is not a participant."""
        person, line = self.block.who.participants
        inside = self.block.counted.scope.participants
        people = [one for one in sorted(person[line == self.places[row]].tolist()) if inside[one]]
        return tuple(
            self._here(one, "participant", each, column)
            for each in people
            for one in self.written.get(("participant", each, column), ())
        )

    def _here(self, one: Written, kind: str, place: int, column: int) -> SummaryHere:
        snapshot, members = self.snapshot, self.snapshot.members
        stale: dict[str, int] = {}
        changed: list[Id] = []
        segments: list[Id] = []
        for coding, since in one.segments:
            if coding is not None:
                segments.append(coding)
            if since:
                stale[since] = stale.get(since, 0) + 1
                if coding is not None:
                    changed.append(coding)
        own = kind == self.rows[0].kind
        lying = (self._lying if own else self._of_people).of(place * len(self.columns) + column)
        known = one.seen.union(segments)
        writer = members.number.get(one.member, -1)
        listing = {"participant": snapshot.participants, "case": snapshot.cases}.get(kind)
        person = snapshot.participants.ids[place] if kind == "participant" else ""
        words = f"[withheld: {self.withheld[person]}]" if person in self.withheld else one.words
        return SummaryHere(
            id=one.id, row_kind=kind, row=one.row, of=one.of, words=words, stale=stale, segments=tuple(segments),
            whose=listing.labels[place] if listing else self.block.who.lines[place].label,
            member=members.labels[writer] if writer >= 0 else "",
            changed=tuple(changed),
            new=() if known.issuperset(lying) else tuple([coding for coding in lying if coding not in known]),
        )  # fmt: skip

    @cached_property
    def _nothing(self) -> tuple[list[list[list[int]]], list[int], list[list[int]]]:
        """Words of each cell, places that nobody fills, codings that nobody accepted; as lists, see `_Lying`."""
        block = self.block
        return block.mixtures.tolist(), block.missing.tolist(), block.numbers["unreviewed"].tolist()

    @cached_property
    def _lying(self) -> _Lying:
        """Codings by row of the axis and column."""
        unit, row = self.block.layout.pairs
        return _lying(self.block, (unit, row), len(self.block.who.lines), len(self.columns))

    @cached_property
    def _of_people(self) -> _Lying:
        """Codings by participant and column."""
        units = self.snapshot.units
        unit = np.flatnonzero((units.participant >= 0) & self.block.counted.scope.units)
        people = len(self.snapshot.participants)
        return _lying(self.block, (unit, units.participant[unit]), people, len(self.columns))

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each cell: what stands there, how far it is, and the numbers of codings."""
        found = [
            {
                "row": cell.row, "row_label": row.label, "column": cell.column, "column_label": label_of(column),
                "words": "\n".join(one.words for one in cell.own), "state": cell.state, "of_members": len(cell.members),
                "exposure": exposure_text(cell.exposure), "codings": len(cell.codings), "unused": len(cell.unused),
                "unreviewed": cell.unreviewed, "new": sum(len(one.new) for one in cell.own),
                "stale": sum(sum(one.stale.values()) for one in cell.own),
            }
            for row, cells in zip(self.rows, self.cells, strict=True)
            for column, cell in zip(self.columns, cells, strict=True)
        ]  # fmt: skip
        return pl.DataFrame(found)

    def table(self) -> Table:
        """The summaries; behind them what has changed, and in empty cells which nothing it is."""
        columns = (
            Column("row", self.options.rows.capitalize()),
            *(Column(c.key, label_of(c)) for c in self.columns),
        )
        rows = tuple(
            (row.label, *(cell_text(cell) for cell in cells)) for row, cells in zip(self.rows, self.cells, strict=True)
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def counts(self) -> dict[State, int]:
        """How many cells are how far."""
        found = [cell.state for cells in self.cells for cell in cells]
        return {state: found.count(state) for state in STATES}

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        counts = self.counts()
        rows, columns = len(self.rows), len(self.columns)
        told = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
        return notes_of(
            self.snapshot,
            f"{rows} by {columns} cells: {told}.",
            "Stale: a segment that the summary rests on was removed, recoded, moved or corrected since somebody looked."
            if counts["stale"] else "",
            "New: codings that came since the summary was written or looked at." if counts["new material"] else "",
            f"{self.aside} of its summaries are not shown with these rows and columns; they are kept."
            if self.aside else "",
        )  # fmt: skip

    def chart(self) -> Figure:
        """Bars: for each column how many cells are how far."""
        counted = self.frame.group_by("column_label", "state", maintain_order=True).agg(pl.len().alias("cells"))
        return charts.bars(
            counted, label="column_label", value="cells", title=self.title, kind="state", kinds=list(STATES),
            order=[label_of(column) for column in self.columns], notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, framework, label, rows, columns, cells, counts, notes}`.

        `cells` are rows of `FrameworkCell`.
        """
        return plain(
            {
                "analysis": "framework", "version": self.snapshot.version, "options": self.options,
                "framework": self.framework, "label": self.label, "rows": self.rows, "columns": self.columns,
                "cells": self.cells, "counts": self.counts(), "notes": self.notes(),
            }
        )  # fmt: skip


def framework(snapshot: Snapshot, options: FrameworkOptions | None = None) -> FrameworkGrid:
    """The grid of a framework.

    Raises:
        BadValueError: there is no framework, it has no columns, or there is nothing to show in the rows.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or FrameworkOptions()
    if options.rows not in _ROWS:
        message = f"A framework has no rows {options.rows!r}. Choose participants, cases or sets."
        raise BadValueError(message)
    number = named_framework(snapshot, options.framework)
    known = snapshot.frameworks
    what = charted(snapshot, known.columns[number])
    if not what.lines:
        message = f"The framework {known.labels[number]} has no columns yet. Say which themes and codes are charted."
        raise BadValueError(message)
    who, scope = who_axis(snapshot, options.rows), scope_of(snapshot, options)
    block = block_of(counted_of(snapshot, what, scope, words=False), who)
    places = _rows_in(scope, options.rows, len(who.lines))
    written, aside = _placed(snapshot, known.cells[number], what.lines, block, places)
    return FrameworkGrid(
        snapshot, options, known.ids[number], known.labels[number], tuple(who.lines[place] for place in places),
        what.lines, places, block, written, aside, {},
    )  # fmt: skip


def named_framework(snapshot: Snapshot, name: str) -> int:
    """The number of the framework of that name (with its version, or the only one of that name), or of the only one.

    Raises:
        BadValueError: none is named, and there is none, or more than one.
        NotFoundError, AmbiguousError: none is called so, or several.
    """
    known = snapshot.frameworks
    if name:
        return known.find(name)
    if len(known) == 1:
        return 0
    if not len(known):
        message = "There is no framework in this study yet. Begin one: crosscase framework STUDY add NAME COLUMN…"
        raise BadValueError(message)
    message = f"There are several frameworks: {', '.join(known.labels)}. Say which."
    raise BadValueError(message)


def _rows_in(scope: Scope, rows: str, count: int) -> tuple[int, ...]:
    inside = {"participants": scope.participants, "cases": scope.cases}.get(rows)
    return tuple(range(count)) if inside is None else tuple(np.flatnonzero(inside).tolist())


def _placed(
    snapshot: Snapshot, cells: tuple[Written, ...], columns: tuple[Line, ...], block: Block, places: tuple[int, ...]
) -> tuple[dict[tuple[str, int, int], list[Written]], int]:
    """Summaries by kind of row, its place and column; and how many no cell shows."""
    at = {line.id: number for number, line in enumerate(columns)}
    listings = {"participant": snapshot.participants.number, "case": snapshot.cases.number}
    kind = block.who.lines[0].kind
    rows = {line.id: number for number, line in enumerate(block.who.lines)}
    person, line = block.who.participants
    people = set(places) if kind == "participant" else set(person[np.isin(line, places)].tolist())
    shown: dict[str, Collection[int]] = {kind: set(places), "participant": people}
    found: dict[tuple[str, int, int], list[Written]] = {}
    aside = 0
    wanted = block.counted.scope.members
    for one in cells:
        if wanted is not None and snapshot.members.number.get(one.member, -1) not in wanted:
            continue
        tree = snapshot.themes if one.of_kind == "theme" else snapshot.codes
        of = tree.number.get(one.of, -1)
        column = at.get(tree.ids[of], -1) if of >= 0 else -1
        place = listings.get(one.row_kind, rows if one.row_kind == kind else {}).get(one.row, -1)
        if column < 0 or place not in shown.get(one.row_kind, ()):
            aside += 1
            continue
        found.setdefault((one.row_kind, place, column), []).append(one)
    return found, aside


def _lying(block: Block, pairs: tuple[Ints, Ints], rows: int, lines: int) -> _Lying:
    """Codings that count, by cell; `pairs` are (unit, row), each once."""
    evidence = block.counted.evidence
    order = np.argsort(pairs[0], kind="stable")
    units, row = pairs[0][order], pairs[1][order]
    chosen = np.flatnonzero(evidence.counted)
    first = np.searchsorted(units, evidence.unit[chosen], side="left")
    count = np.searchsorted(units, evidence.unit[chosen], side="right") - first
    nth, at = expanded(first, count)
    cell = row[at] * lines + evidence.line[chosen[nth]]
    codings = int(evidence.coding.max(initial=0)) + 1
    key = np.unique(cell * codings + evidence.coding[chosen[nth]])
    first = np.searchsorted(key // codings, np.arange(rows * lines + 1))
    return _Lying(list(block.counted.snapshot.codings.named((key % codings).tolist())), first.tolist())


def _words(counts: list[int], missing: int) -> dict[str, int]:
    """As `mixture`, of a list."""
    found = {WORDS[n]: count for n, count in enumerate(counts) if count}
    return {WORDS[NOT_RECRUITED]: 0, **found} if missing < 0 else found


def _place(lines: tuple[Line, ...], name: str, what: str) -> int:
    plain_name = " ".join(name.split()).casefold()
    for number, line in enumerate(lines):
        if name in (line.key, line.id) or line.label.casefold() == plain_name:
            return number
    message = f"There is no {what} {name!r} in this framework."
    raise BadValueError(message)
