"""How often words are said, by whom: frequencies by case, sampling role, or any other axis of who speaks.

Counts whole words without regard to case and accents, or terms that are named (`risk*`, `"peer support"`). Rates are
per 1,000 words spoken on that line, with all words in the denominator. Beside them stand how many participants
used the word, of those who spoke, and in how many cases: one talkative person is not a sample.

What a careful reader would get wrong: stop words are left out of the list, not of the words spoken, and which they
were stands under the table. Interviewers' words are not counted, or else in a column of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.lines import Line
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.said import Said, counted, most_frequent, terms_said, words_said
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.spoken import Spoken, spoken_in
from crosscase.analyses.stopwords import ENGLISH
from crosscase.analyses.who import everyone, who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.frames.token_index import TokenIndex
from crosscase.frames.tokens import fold, is_cut_by_character
from crosscase.model import Id, Span
from crosscase.model.table import Cell as TableCell
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Show = Literal["rate", "count", "participants", "cases"]
INTERVIEWERS = Line("interviewers", "Interviewers", "value")


class WordOptions(Filters, frozen=True, kw_only=True):
    """What to count.

    Attributes:
        by: `cases`, `roles`, `participants`, `primary`, or the name of a grouping or attribute.
        words: count these terms, each a word, a phrase, or the beginning of a word; else the most frequent words.
        top: how many of the most frequent.
        stop: words to leave out of the most frequent; None is our English list, empty is none.
        interviewers: their words in a column of their own.
        total: a column with everybody.
    """

    by: str = "cases"
    words: tuple[str, ...] = ()
    top: int = 50
    stop: tuple[str, ...] | None = None
    interviewers: bool = False
    total: bool = True


class WordCell(msgspec.Struct, frozen=True, kw_only=True):
    """One word on one line, opened.

    Attributes:
        count, spoken: how often it was said, of how many words.
        per_thousand: the rate; None where nothing was said at all.
        participants, of_participants: who said it, of those with words here.
        cases, of_cases: the same for cases.
        participant_ids, case_ids: who and which.
        places: where it was said: source and span.
    """

    word: str
    line: str
    count: int
    spoken: int
    per_thousand: float | None
    participants: int
    of_participants: int
    cases: int
    of_cases: int
    participant_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]
    places: tuple[tuple[Id, Span], ...]


@dataclass(frozen=True, eq=False)
class WordFrequencies(Result):
    """How often words were said.

    Attributes:
        options: as it was asked for.
        words: rows: folded words by frequency, or the terms as they were asked for.
        lines: columns.
        numbers: `count`, `participants`, `cases`: words × lines.
        of: `spoken`, `of_participants`, `of_cases`: one number for each line.
        stopped: stop words that were said and left out, with their counts, most frequent first.
    """

    snapshot: Snapshot
    index: TokenIndex
    options: WordOptions
    words: tuple[str, ...]
    lines: tuple[Line, ...]
    numbers: dict[str, Ints]
    of: dict[str, Ints]
    stopped: tuple[tuple[str, int], ...]
    spoken: Spoken
    said: Said
    pairs: tuple[Ints, Ints]

    def find(self, word: str, line: str) -> WordCell:
        """The cell of a word (as it stands in the table) on a line (its key or label).

        Raises:
            BadValueError: there is no such row or column.
        """
        rows = [number for number, own in enumerate(self.words) if own == word]
        columns = [number for number, own in enumerate(self.lines) if line in {own.key, own.label}]
        if not rows or not columns:
            message = f"There is no row {word!r} or no column {line!r} in this table."
            raise BadValueError(message)
        return self.cell(rows[0], columns[0])

    def cell(self, row: int, column: int) -> WordCell:
        """A cell with what stands behind it."""
        unit, line = self.pairs
        inside = np.zeros(len(self.spoken.words), dtype=np.bool_)
        inside[unit[line == column]] = True
        rows = np.flatnonzero((self.said.word == row) & inside[self.spoken.unit[self.said.stretch]])
        stretch = self.said.stretch[rows]
        units = np.unique(self.spoken.unit[stretch])
        people, cases = self.spoken.participant[units], self.spoken.case[units]
        starts = self.index.start[self.said.first[rows]].tolist()
        ends = self.index.end(self.said.last[rows]).tolist()
        sources = [self.snapshot.sources.ids[number] for number in self.spoken.source[stretch].tolist()]
        return WordCell(
            word=self.words[row],
            line=self.lines[column].key,
            **{name: int(values[row, column]) for name, values in self.numbers.items()},
            **{name: int(values[column]) for name, values in self.of.items()},
            per_thousand=self.rate(row, column),
            participant_ids=tuple(self.snapshot.participants.ids[n] for n in np.unique(people[people >= 0])),
            case_ids=tuple(self.snapshot.cases.ids[n] for n in np.unique(cases[cases >= 0])),
            places=tuple((source, Span(a, b)) for source, a, b in zip(sources, starts, ends, strict=True)),
        )

    def rate(self, row: int, column: int) -> float | None:
        """Per 1,000 words spoken; None where nothing was said at all."""
        spoken = int(self.of["spoken"][column])
        return 1000 * int(self.numbers["count"][row, column]) / spoken if spoken else None

    def text(self, row: int, column: int, show: Show = "rate") -> str:
        """A cell in a few words; *no words* where nobody on the line has said anything."""
        rate = self.rate(row, column)
        if rate is None:
            return "no words"
        number = {name: int(values[row, column]) for name, values in self.numbers.items()}
        of = {name: int(values[column]) for name, values in self.of.items()}
        people = f"{number['participants']} of {of['of_participants']}" if of["of_participants"] else ""
        match show:
            case "rate":
                return f"{rate:.1f}" + (f" ({people})" if people else "")
            case "count":
                return f"{number['count']:,} of {of['spoken']:,}"
            case "participants":
                return people
            case "cases":
                return f"{number['cases']} of {of['of_cases']}"

    def table(self, show: Show = "rate") -> Table:
        """Words and lines as people read them.

        Args:
            show: which number the cells give.
        """
        columns = [Column("word", "Word"), *(Column(line.key, line.label) for line in self.lines)]
        rows: list[tuple[TableCell, ...]] = [
            (word, *(self.text(row, column, show) for column in range(len(self.lines))))
            for row, word in enumerate(self.words)
        ]
        rows.append(("Words spoken", *(f"{int(spoken):,}" for spoken in self.of["spoken"])))
        return Table(title=self.title, columns=tuple(columns), rows=tuple(rows), notes=self.notes(show))

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Words by {self.options.by}"

    def notes(self, show: Show = "rate") -> tuple[str, ...]:
        """What a reader has to know."""
        own = None if self.options.stop is None else len(self.options.stop)
        listed = ", ".join(f"{word} ({count:,})" for word, count in self.stopped)
        which = "our short English list" if own is None else f"a list of {own:,} words that was given"
        by_character = any(is_cut_by_character(word) for word in self.words)
        return notes_of(
            self.snapshot,
            _MEANS[show],
            "Words are counted whole, without regard to capitals and accents; words with a hyphen are two.",
            f"Left out as stop words, by {which}: {listed}." if self.stopped else "",
            "No stop words were left out." if not self.options.words and not self.stopped else "",
            "Scripts without spaces between words are counted by character." if by_character else "",
            "Interviewers’ words stand in a column of their own and in no other."
            if self.options.interviewers
            else "Interviewers’ words are not counted.",
        )

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each word and line."""
        row, column = (part.ravel() for part in np.indices(self.numbers["count"].shape))
        lines = [self.lines[number] for number in column.tolist()]
        count, spoken = self.numbers["count"].ravel(), self.of["spoken"][column]
        return pl.DataFrame(
            {
                "word": pl.Series([self.words[number] for number in row.tolist()], dtype=pl.String),
                "line": pl.Series([line.key for line in lines], dtype=pl.String),
                "line_label": pl.Series([line.label for line in lines], dtype=pl.String),
                "count": count,
                "spoken": spoken,
                "per_thousand": pl.Series(
                    [1000 * c / s if s else None for c, s in zip(count.tolist(), spoken.tolist(), strict=True)],
                    dtype=pl.Float64,
                ),
                "participants": self.numbers["participants"].ravel(),
                "of_participants": self.of["of_participants"][column],
                "cases": self.numbers["cases"].ravel(),
                "of_cases": self.of["of_cases"][column],
            }
        )

    def chart(self) -> Figure:
        """A heat map of rates; n of N participants stands in each cell."""
        frame = self.frame.select(
            pl.col("word").alias("row_label"),
            pl.col("line_label").alias("column_label"),
            pl.col("per_thousand").round(2),
            pl.format("{}/{}", "participants", "of_participants").alias("participants"),
            "count",
            "spoken",
        )
        return charts.heat_map(
            frame,
            value="per_thousand",
            text="participants",
            title=self.title,
            notes=notes_of(self.snapshot),
            rows=list(self.words),
            columns=[line.label for line in self.lines],
        )

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, lines, words, cells, stopped, notes}`.

        Cells are by word and line and carry the columns of `frame`; `stopped` is a list of word and count.
        """
        return plain(
            {
                "analysis": "words",
                "version": self.snapshot.version,
                "options": self.options,
                "lines": self.lines,
                "words": self.words,
                "cells": self.frame.drop("line_label").to_dicts(),
                "stopped": self.stopped,
                "notes": self.notes(),
            }
        )


_MEANS: dict[Show, str] = {
    "rate": "Cells: per 1,000 words spoken (participants who used it, of those who spoke).",
    "count": "Cells: how often it was said, of all words spoken.",
    "participants": "Cells: participants who used it, of those who spoke.",
    "cases": "Cells: cases in which it was used, of cases in which anybody spoke.",
}


def word_frequencies(snapshot: Snapshot, index: TokenIndex, options: WordOptions | None = None) -> WordFrequencies:
    """Count words.

    Args:
        snapshot: the study.
        index: the words of its texts.
        options: what to count.

    Raises:
        QueryError: a term without a word in it.
        BadValueError: there is nothing to show on the axis.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or WordOptions()
    scope = scope_of(snapshot, options)
    who = who_axis(snapshot, options.by)
    spoken = spoken_in(snapshot, index, scope, interviewers=options.interviewers)
    lines, pairs = list(who.lines), [who.units]
    if options.total:
        everybody = everyone(snapshot)
        pairs.append((everybody.units[0], everybody.units[1] + len(lines)))
        lines += everybody.lines
    if options.interviewers:
        at = np.arange(len(snapshot.sources)) + len(snapshot.units)
        pairs.append((at, np.full(len(at), len(lines))))
        lines.append(INTERVIEWERS)
    unit, line = (np.concatenate([pair[i] for pair in pairs]) for i in range(2))
    heard = spoken.words[unit] > 0
    unit, line = unit[heard], line[heard]
    stopped: tuple[tuple[str, int], ...] = ()
    words = options.words
    if words:
        said = terms_said(index, spoken, words)
    else:
        stop = ENGLISH if options.stop is None else frozenset(fold(word) for word in options.stop)
        chosen, stopped = most_frequent(index, spoken, len(snapshot.units), stop, options.top)
        words = tuple(index.words[number] for number in chosen.tolist())
        said = words_said(index, spoken, chosen)
    numbers, of = counted(spoken, said, (unit, line), (len(words), len(lines)))
    return WordFrequencies(
        snapshot, index, options, words, tuple(lines), numbers, of, stopped, spoken, said, (unit, line)
    )  # fmt: skip
