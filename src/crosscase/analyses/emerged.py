"""Emerged though nobody asked: who said something before anybody asked about it, and what was said just before.

A code is asked about where a turn asks about a topic that a link joins it to. Somebody said it *unprompted* when words
of theirs with the code stand before the first such question in that source, or nobody asked it there at all; else *when
asked*. Of how many: participants whose turns were all mapped to questions and who were read for the code.

What a careful reader would get wrong: of a code that no link joins to a topic nobody knows whether it was asked about.
It is counted apart, with the topics that were being talked of when it was said, which is where a link can be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block, block_of
from crosscase.analyses.counting import Counted, counted_of
from crosscase.analyses.lines import Line, what_axis
from crosscase.analyses.result import Result, label_of, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.states import BEFORE, NOT_READ, topics_of_lines
from crosscase.analyses.who import who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.topics import NEVER, talked_of
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class EmergedOptions(Filters, frozen=True, kw_only=True):
    """What to show.

    Attributes:
        of: `codes` or `categories`.
        codes: only these, with what lies under them.
    """

    of: str = "categories"
    codes: tuple[str, ...] = ()


class Unprompted(msgspec.Struct, frozen=True, kw_only=True):
    """A coding that stands where nobody had asked: code points of its source, and of the turns before it.

    Attributes:
        before: from where somebody else last began to speak to the turn with the coding; empty at the start of a text.
        topic: what was being talked of, where that is known.
    """

    coding: Id
    participant: Id
    source: Id
    start: int
    end: int
    before: tuple[int, int]
    topic: Id | None


class EmergedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A code.

    Attributes:
        topics: those it is linked to; without any nobody knows whether it was asked about.
        unprompted, cases: participants who said it before anybody asked, in how many cases; of `of_participants`.
        prompted: who said it only when asked; `not_known`: who said it where that cannot be told.
        asked: participants who were asked about it; `asked_said`: how many of these said it, asked or not. Those who
            were not asked are in neither.
        under: by topic how many participants said it while that was being talked of.
        people: who stands behind each number but the first: `of_participants`, `prompted`, `not_known`, `asked`,
            `asked_said`, and `under TOPIC`.
        places: where it was said unprompted.
    """

    line: Line
    topics: tuple[str, ...]
    unprompted: int
    cases: int
    of_participants: int
    of_cases: int
    prompted: int
    not_known: int
    asked: int
    asked_said: int
    participant_ids: tuple[Id, ...]
    under: dict[str, int]
    people: dict[str, tuple[Id, ...]]
    places: tuple[Unprompted, ...]


@dataclass(frozen=True, eq=False)
class Emerged(Result):
    """Codes, and who said them unprompted."""

    snapshot: Snapshot
    options: EmergedOptions
    rows: tuple[EmergedRow, ...]

    def find(self, code: str) -> EmergedRow:
        """The row of a code, by its key or label; a parent's label alone means the parent by itself.

        Raises:
            BadValueError: there is no such row.
        """
        for row in self.rows:
            if code in {row.line.key, label_of(row.line), row.line.id}:
                return row
        message = f"There is no row {code!r} in this table."
        raise BadValueError(message)

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each code."""
        names = (
            "code", "topics", "unprompted", "of_participants", "cases", "of_cases", "asked_said", "asked",
            "prompted", "not_known", "under",
        )  # fmt: skip
        found = [
            (
                label_of(row.line), "; ".join(row.topics), row.unprompted, row.of_participants, row.cases, row.of_cases,
                row.asked_said, row.asked, row.prompted, row.not_known, _listed(row.under),
            )
            for row in self.rows
        ]  # fmt: skip
        return pl.DataFrame(found, schema=list(names), orient="row")

    def table(self) -> Table:
        """A row for each code."""
        columns = (
            Column("code", "Code"), Column("topics", "Asked about under"), Column("cases", "Unprompted: cases"),
            Column("unprompted", "Participants"), Column("asked", "Of those asked"),
            Column("prompted", "Only when asked", "count"), Column("not_known", "Not known whether asked", "count"),
            Column("under", "Said while talking of"),
        )  # fmt: skip
        rows = tuple(
            (
                "  " * row.line.depth + label_of(row.line), "; ".join(row.topics) or "no topic is linked",
                f"{row.cases} of {row.of_cases}" if row.topics else "–",
                f"{row.unprompted} of {row.of_participants}" if row.topics else "–",
                f"{row.asked_said} of {row.asked}" if row.topics else "–",
                row.prompted, row.not_known, _listed(row.under),
            )
            for row in self.rows
        )  # fmt: skip
        return Table(title="Emerged though nobody asked", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        apart = sum(not row.topics for row in self.rows)
        return notes_of(
            self.snapshot,
            "Unprompted: said before anybody asked about it in that source, of participants whose turns were all "
            "mapped to questions and who were read for the code. A follow-up counts to the question before it.",
            "Of those asked: who said it at all, of participants who were asked; whoever was not asked is left out.",
            f"{apart} of {len(self.rows)} codes are linked to no topic: nobody knows whether they were asked about."
            if apart
            else "",
        )

    def chart(self) -> Figure:
        """Bars: how many said it unprompted and only when asked, of the codes that are linked."""
        linked = [row for row in self.rows if row.topics]
        frame = pl.DataFrame(
            [
                (label_of(row.line), kind, count, row.of_participants)
                for row in linked
                for kind, count in (("unprompted", row.unprompted), ("only when asked", row.prompted))
            ],
            schema=["code", "how", "participants", "of_participants"],
            orient="row",
        )
        return charts.bars(
            frame, label="code", value="participants", title="Emerged though nobody asked", kind="how",
            kinds=["unprompted", "only when asked"], order=[label_of(row.line) for row in linked],
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, notes}`; see `EmergedRow` and `Unprompted`."""
        return plain(
            {
                "analysis": "emerged", "version": self.snapshot.version, "options": self.options, "rows": self.rows,
                "notes": self.notes(),
            }
        )  # fmt: skip


def emerged(snapshot: Snapshot, options: EmergedOptions | None = None) -> Emerged:
    """Who said what before anybody asked.

    Raises:
        BadValueError: there are no codes to show, or something else is asked for.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or EmergedOptions()
    if options.of not in {"codes", "categories"}:
        message = f"{options.of!r} cannot emerge here. Ask of codes or categories."
        raise BadValueError(message)
    scope = scope_of(snapshot, options)
    counted = counted_of(
        snapshot, what_axis(snapshot, options.of, codes=options.codes, analysis=""), scope, words=False
    )
    block = block_of(counted, who_axis(snapshot, "participants"))
    linked = dict(topics_of_lines(snapshot, counted.what))
    talked = talked_of(snapshot.turns)
    known = snapshot.topics.known
    mapped = block.layout.seats((known[snapshot.units.source] | ~snapshot.has_words)[:, None], all_of=True)[:, 0]
    empty = np.zeros(0, dtype=np.int64)
    rows = tuple(
        _row(counted, block, number, linked.get(number, empty), talked, mapped)
        for number in range(len(counted.what.lines))
    )
    return Emerged(snapshot, options, rows)


def _row(counted: Counted, block: Block, number: int, topics: Ints, talked: Ints, mapped: Flags) -> EmergedRow:  # noqa: PLR0917 - one line of one table
    snapshot, evidence = counted.snapshot, counted.evidence
    units, codings, of = snapshot.units, snapshot.codings, snapshot.topics
    at = slice(int(evidence.first[number]), int(evidence.first[number + 1]))
    said = evidence.counted[at] & ~evidence.against[at]
    unit, coding = evidence.unit[at][said], evidence.coding[at][said]
    somebody = units.participant[unit] >= 0
    unit, coding = unit[somebody], coding[somebody]
    person, source = units.participant[unit], units.source[unit]
    first = of.asked_at[:, topics].min(axis=1) if len(topics) else np.full(len(snapshot.sources), -1)
    unasked = of.known[source] & (codings.start[coding] < first[source])
    turn = _turn_at(snapshot, source, codings.start[coding])
    topic = np.where(turn >= 0, talked[turn], -1)
    unprompted = np.unique(person[unasked])
    told = np.unique(person[of.known[source]]) if len(topics) else unprompted
    asked = np.zeros(0, dtype=np.int64)
    if len(topics):
        here = counted.scope.units & (units.participant >= 0) & snapshot.has_words
        asked = np.unique(units.participant[here & (first[units.source] < NEVER)])
    state = block.states[:, number]
    seen = mapped & (state > NOT_READ) & (state >= len(BEFORE))
    whole = np.unique(block.layout.person[seen]) if len(topics) else unprompted
    case = snapshot.participants.case
    under = {of.labels[one]: np.unique(person[topic == one]) for one in np.unique(topic[topic >= 0]).tolist()}
    under = dict(sorted(under.items(), key=lambda pair: -len(pair[1])))
    ids, readable = snapshot.participants.ids, np.union1d(whole, unprompted)
    behind = {
        "of_participants": readable, "prompted": np.setdiff1d(told, unprompted),
        "not_known": np.setdiff1d(np.unique(person), told), "asked": asked,
        "asked_said": np.intersect1d(asked, np.unique(person)),
    }  # fmt: skip
    return EmergedRow(
        line=counted.what.lines[number], topics=tuple(of.labels[one] for one in topics.tolist()),
        unprompted=len(unprompted), cases=_cases(case[unprompted]), of_participants=len(readable),
        of_cases=_cases(case[readable]), prompted=len(behind["prompted"]), not_known=len(behind["not_known"]),
        asked=len(asked), asked_said=len(behind["asked_said"]),
        participant_ids=tuple(ids[one] for one in unprompted.tolist()),
        under={topic: len(people) for topic, people in under.items()},
        people={
            name: tuple(ids[one] for one in people.tolist())
            for name, people in (behind | {f"under {topic}": people for topic, people in under.items()}).items()
        },
        places=tuple(
            Unprompted(
                coding=codings.ids[int(coding[n])], participant=ids[person[n]], source=snapshot.sources.ids[source[n]],
                start=int(codings.start[coding[n]]), end=int(codings.end[coding[n]]),
                before=_before(snapshot, int(turn[n])),
                topic=of.ids[topic[n]] if topic[n] >= 0 else None,
            )
            for n in np.flatnonzero(unasked).tolist()
        ),
    )  # fmt: skip


def _cases(numbers: Ints) -> int:
    return len(np.unique(numbers[numbers >= 0]))


def _turn_at(snapshot: Snapshot, source: Ints, offset: Ints) -> Ints:
    """The last turn of a source that begins at or before a place; -1 where there is none."""
    turns = snapshot.turns
    width = int(snapshot.sources.length.max(initial=0)) + 2
    row = np.searchsorted(turns.source * width + turns.start, source * width + offset, side="right") - 1
    there = (row >= 0) & (turns.source[np.maximum(row, 0)] == source) if len(turns.source) else row > len(row)
    return np.where(there, row, -1)


def _before(snapshot: Snapshot, turn: int) -> tuple[int, int]:
    """What was said last by somebody else before a turn, up to that turn."""
    turns = snapshot.turns
    at = turn - 1
    while at >= 0 and turns.source[at] == turns.source[turn]:
        if turns.participant[at] != turns.participant[turn] and turns.speech[at]:
            return int(turns.start[at]), int(turns.start[turn])
        at -= 1
    return (0, 0)


def _listed(under: dict[str, int]) -> str:
    return ", ".join(f"{topic} {count}" for topic, count in under.items())
