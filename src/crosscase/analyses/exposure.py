"""Who was asked about what, and what came of it: participants × topics, or × codes.

One word for each participant and topic or code (see `states`); with cases, roles or groups in the rows a cell is the
mixture of their participants' words. `people` opens a cell to the participants behind each word.

What a careful reader would get wrong: the words for topics come from the turns, those for codes from the readings. A
topic nobody has coded can be *said when asked*, and a code somebody volunteered needs no topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.layout import Layout, layout_of
from crosscase.analyses.lines import Line, chosen, what_axis
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.states import WORDS, States, mixture, mixtures, topic_states, unfilled
from crosscase.analyses.who import who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class ExposureOptions(Filters, frozen=True, kw_only=True):
    """What to show.

    Attributes:
        of: `topics`, `codes`, `categories` or `themes`.
        codes: only these, with what lies under them.
        analysis: only its themes.
        by: whose exposure: `participants` one by one, or any axis of people that `matrix` has.
    """

    of: str = "topics"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    by: str = "participants"


@dataclass(frozen=True, eq=False)
class Exposure(Result):
    """The words of each row (participants, or groups of them) × column (topics or codes).

    Attributes:
        counts: rows × columns × `WORDS`.
        missing: of each row, see `unfilled`.
        states: seats × columns; `layout` says whose seat it is, `seats` which are in each row.
    """

    snapshot: Snapshot
    options: ExposureOptions
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    counts: Ints
    missing: Ints
    states: States
    layout: Layout
    seats: list[slice]

    def mixture(self, row: int, column: int) -> dict[str, int]:
        """The words of a cell, each with how many participants (*not recruited*: places planned)."""
        return mixture(self.counts[row, column], int(self.missing[row]))

    def arranged(self, rows: Sequence[str] = (), columns: Sequence[str] = ()) -> Exposure:
        """Only these lines, in this order, by their keys; all as they are where none are named.

        Raises:
            BadValueError: there is no such row or column.
        """
        down, across = chosen(self.rows, rows), chosen(self.columns, columns)
        return replace(
            self, rows=tuple(self.rows[n] for n in down), columns=tuple(self.columns[n] for n in across),
            counts=self.counts[np.ix_(down, across)], missing=self.missing[down],
            seats=[self.seats[n] for n in down], states=self.states[:, across],
        )  # fmt: skip

    def people(self, row: int, column: int) -> dict[str, tuple[Id, ...]]:
        """The participants behind each word of a cell."""
        seats = self.seats[row]
        person, state = self.layout.person[seats], self.states[seats, column]
        ids = self.snapshot.participants.ids
        return {WORDS[word]: tuple(ids[at] for at in person[state == word]) for word in np.unique(state).tolist()}

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each cell and word: `row, row_label, column, column_label, word, participants`."""
        found = [
            (row.key, label_of(row), column.key, label_of(column), word, count)
            for r, row in enumerate(self.rows)
            for c, column in enumerate(self.columns)
            for word, count in self.mixture(r, c).items()
        ]
        names = ["row", "row_label", "column", "column_label", "word", "participants"]
        return pl.DataFrame(found, schema=names, orient="row")

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Exposure of {self.options.by} to {self.options.of}"

    def table(self) -> Table:
        """Words in cells; a mixture with its counts."""
        columns = (Column("row", self.options.by.capitalize()), *(Column(c.key, label_of(c)) for c in self.columns))
        rows = tuple(
            (row.label, *(exposure_text(self.mixture(r, c)) for c in range(len(self.columns))))
            for r, row in enumerate(self.rows)
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(
            self.snapshot,
            "Not recruited counts places of the frame that nobody fills." if self.missing.any() else "",
            "Who was asked is known where turns name a question or a topic.",
        )

    def chart(self) -> Figure:
        """Bars: how many participants there are of each word, for each column."""
        kinds = [word for word in WORDS if word in set(self.frame["word"])]
        return charts.bars(
            self.frame.group_by("column_label", "word", maintain_order=True).agg(pl.col("participants").sum()),
            label="column_label", value="participants", title=self.title, kind="word", kinds=kinds,
            order=[label_of(column) for column in self.columns], notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, columns, cells, notes}`.

        A cell is `{row, column, exposure: {word: count}, people: {word: [participant id]}}`.
        """
        cells = [
            {"row": row.key, "column": column.key, "exposure": self.mixture(r, c), "people": self.people(r, c)}
            for r, row in enumerate(self.rows)
            for c, column in enumerate(self.columns)
        ]
        return plain(
            {
                "analysis": "exposure", "version": self.snapshot.version, "options": self.options, "rows": self.rows,
                "columns": self.columns, "cells": cells, "notes": self.notes(),
            }
        )  # fmt: skip


def exposure(snapshot: Snapshot, options: ExposureOptions | None = None) -> Exposure:
    """The exposure of people to topics or codes.

    Raises:
        BadValueError: there is nothing to show on an axis.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or ExposureOptions()
    who = who_axis(snapshot, options.by)
    scope = scope_of(snapshot, options)
    if options.of != "topics":
        what = what_axis(snapshot, options.of, codes=options.codes, analysis=options.analysis)
        block = block_of(counted_of(snapshot, what, scope, words=False), who)
        return Exposure(
            snapshot, options, who.lines, what.lines, block.mixtures, block.missing, block.states, block.layout,
            _seats(block.layout),
        )  # fmt: skip
    topics = snapshot.topics
    if not len(topics):
        message = "There are no topics in this study yet. Add them with the questions of an instrument."
        raise BadValueError(message)
    columns = tuple(Line(id, label, "topic", id) for id, label in zip(topics.ids, topics.labels, strict=True))
    layout = layout_of(snapshot, who, scope)
    states = topic_states(snapshot, layout, scope)
    missing = unfilled(snapshot, who, scope)
    counts = mixtures(states, layout, missing)
    return Exposure(snapshot, options, who.lines, columns, counts, missing, states, layout, _seats(layout))


def _seats(layout: Layout) -> list[slice]:
    """The seats of each row."""
    return [slice(low, high) for low, high in pairwise(layout.first.tolist())]
