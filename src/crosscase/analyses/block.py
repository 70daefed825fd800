"""One *what* axis set against one *who* axis: every number of a table, and the ids behind each.

Takes what was counted and who is asked about, gives arrays of columns × lines by the names of `Cell` in `matrix`. All
tables that count people are made of such blocks, so that they cannot differ in what they count.

What a careful reader would get wrong: a coding that lies on two people's words is one coding of a case and counts
once there, though it counts for two participants.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from crosscase.analyses.counting import AnyInts, Counted
from crosscase.analyses.layout import Layout, layout_of
from crosscase.analyses.states import States, code_states, mixtures, unfilled
from crosscase.analyses.who import Who
from crosscase.frames.intervals import Flags, Ints, expanded, news
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Block:
    """Everything counted for one *what* axis × one *who* axis within one scope.

    Attributes:
        numbers: columns × lines, by the names of `Cell`.
        coded, read: seats × lines.
        missing: of each column, see `unfilled`.
    """

    counted: Counted
    who: Who
    layout: Layout
    numbers: dict[str, Ints]
    coded: Flags
    read: Flags
    missing: Ints

    @cached_property
    def states(self) -> States:
        """Seats × lines, worked out when first asked for."""
        return code_states(self.counted, self.layout, coded=self.coded, read=self.read)

    @cached_property
    def mixtures(self) -> Ints:
        """Columns × lines × words."""
        return mixtures(self.states, self.layout, self.missing)

    def opened(self, line: int, column: int) -> dict[str, tuple[Id, ...]]:
        """The ids behind a cell."""
        snapshot, evidence, layout = self.counted.snapshot, self.counted.evidence, self.layout
        rows = slice(int(evidence.first[line]), int(evidence.first[line + 1]))
        at = rows.start + np.flatnonzero(self._inside[column][evidence.unit[rows]])
        counted, coding = evidence.counted[at], evidence.coding[at]
        cases = sorted(set(snapshot.units.case[evidence.unit[at[counted & ~evidence.against[at]]]].tolist()))
        seats = slice(int(layout.first[column]), int(layout.first[column + 1]))
        coded, read = self.coded[seats, line], self.read[seats, line]
        people, ids = layout.person[seats], snapshot.participants.ids
        return {
            "coding_ids": self._ids(coding[counted]),
            "unreviewed_ids": self._ids(coding[~counted]),
            "nowhere_ids": self._ids(_nowhere_in(self.counted, self.who, line, column)),
            "participant_ids": tuple(ids[person] for person in people[coded].tolist()),
            "base_ids": tuple(ids[person] for person in people[coded | read].tolist()),
            "case_ids": tuple(snapshot.cases.ids[case] for case in cases if case >= 0),
        }

    def _ids(self, coding: AnyInts) -> tuple[Id, ...]:
        # Cells are small and many: plain sets and lists, because NumPy takes longer to begin than these to end.
        return self.counted.snapshot.codings.named(sorted(set(coding.tolist())))

    @cached_property
    def _inside(self) -> Flags:
        """Columns × units: whose words are in a column."""
        inside = np.zeros((self.layout.columns, len(self.counted.snapshot.units)), dtype=np.bool_)
        unit, column = self.layout.pairs
        inside[column, unit] = True
        return inside


def block_of(counted: Counted, who: Who) -> Block:
    """Set what was counted against one *who* axis."""
    snapshot, evidence = counted.snapshot, counted.evidence
    layout = layout_of(snapshot, who, counted.scope)
    has_words = layout.seats(snapshot.has_words[:, None])
    coded = layout.seats(counted.said)
    read = layout.seats(counted.read, all_of=True) & has_words
    base = coded | read
    lines = coded.shape[1]
    numbers = {
        "cases": layout.cases(counted.said),
        "of_cases": layout.cases(counted.said | (counted.read & snapshot.has_words[:, None])),
        "participants": layout.by_column(coded),
        "of_participants": layout.by_column(base),
        "not_so": _seats_with(layout, counted.not_so, coded),
        "unreviewed_participants": _seats_with(layout, counted.unreviewed, coded, beside=True),
        "codings": layout.units(counted.codings) + _shared(counted, layout, evidence.counted),
        "unreviewed": _all(counted, layout, ~evidence.counted),
        "nowhere": _nowhere(counted, who, lines),
        "recruited": np.repeat(np.diff(layout.first)[:, None], lines, axis=1),
        "with_text": np.repeat(layout.by_column(has_words), lines, axis=1),
    }
    numbers["unfinished"] = numbers["of_participants"] - layout.by_column(read)
    if counted.words is not None:
        numbers["words"] = layout.units(counted.words)
        numbers["of_words"] = layout.weighed(base, layout.of_seats(snapshot.spoken.spoken))
    missing = unfilled(snapshot, who, counted.scope)
    return Block(counted, who, layout, numbers, coded, read, missing)


def _seats_with(layout: Layout, units: Flags | None, coded: Flags, *, beside: bool = False) -> Ints:
    """Participants in each cell that a grid holds; `beside`: only those who are not coded already."""
    if units is None:
        return np.zeros((layout.columns, coded.shape[1]), dtype=np.int64)
    seats = layout.seats(units)
    return layout.by_column(seats & ~coded if beside else seats)


def _shared(counted: Counted, layout: Layout, rows: Flags) -> Ints:
    """Codings of each cell, each once, among those that lie on several people's words or stand both for and against."""
    snapshot, evidence, lines = counted.snapshot, counted.evidence, counted.said.shape[1]
    several = evidence.twofold
    if snapshot.shared.any():
        several = several | snapshot.shared[evidence.coding]
    return _each_once(counted, layout, np.flatnonzero(rows & several)) if several.any() else _none(layout, lines)


def _all(counted: Counted, layout: Layout, rows: Flags) -> Ints:
    """Codings of each cell, each once, among these rows."""
    chosen = np.flatnonzero(rows)
    return _each_once(counted, layout, chosen) if len(chosen) else _none(layout, counted.said.shape[1])


def _none(layout: Layout, lines: int) -> Ints:
    return np.zeros((layout.columns, lines), dtype=np.int64)


def _each_once(counted: Counted, layout: Layout, rows: Ints) -> Ints:
    evidence, lines, codings = counted.evidence, counted.said.shape[1], len(counted.snapshot.codings)
    unit, column = layout.pairs
    order = np.argsort(unit, kind="stable")
    first = np.searchsorted(unit[order], evidence.unit[rows], side="left")
    count = np.searchsorted(unit[order], evidence.unit[rows], side="right") - first
    nth, at = expanded(first, count)
    cell = column[order][at] * lines + evidence.line[rows[nth]]
    key = np.sort(cell * codings + evidence.coding[rows[nth]])
    found = key[news(key)] // codings
    return np.bincount(found, minlength=layout.columns * lines).reshape(layout.columns, lines)


def _nowhere(counted: Counted, who: Who, lines: int) -> Ints:
    """Codings on no words that are counted: they belong to the case of their source, and to nobody."""
    line, coding, is_counted = counted.evidence.nowhere
    case = _case_of(counted, coding[is_counted])
    cases = len(counted.snapshot.cases) + 1
    by_case = np.bincount(case * lines + line[is_counted], minlength=cases * lines).reshape(cases, lines)
    found = np.zeros((len(who.lines), lines), dtype=np.int64)
    np.add.at(found, who.cases[1], by_case[who.cases[0]])
    return found


def _nowhere_in(counted: Counted, who: Who, line: int, column: int) -> Ints:
    lines, coding, is_counted = counted.evidence.nowhere
    if not len(coding):
        return coding
    coding = coding[(lines == line) & is_counted]
    here: Flags = np.isin(_case_of(counted, coding), who.cases[0][who.cases[1] == column])
    found: Ints = coding[here]
    return found


def _case_of(counted: Counted, coding: Ints) -> Ints:
    """The case of the source of each coding; the number after the last case for none."""
    case = counted.snapshot.sources.case[counted.snapshot.codings.source[coding]]
    return np.where(case < 0, len(counted.snapshot.cases), case)
