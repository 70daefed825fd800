"""One *what* axis counted against one *who* axis: every number of a table, and the ids behind each.

Takes lines and a scope, gives arrays of columns × lines by the names of `Cell` in `matrix`. All tables that count
people are made of such blocks, so that they cannot differ in what they count.

What a careful reader would get wrong: a coding that lies on two people's words is one coding of a case and counts
once there, though it counts for two participants.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from crosscase.analyses.counting import AnyInts, Evidence, Layout, evidence_of, grid, layout_of, read_grid
from crosscase.analyses.lines import What
from crosscase.analyses.scope import Scope
from crosscase.analyses.states import States, code_states, mixtures, unfilled
from crosscase.analyses.who import Who
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, expanded
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Block:
    """Everything counted for one *what* axis × one *who* axis within one scope; arrays are columns × lines."""

    snapshot: Snapshot
    what: What
    who: Who
    scope: Scope
    evidence: Evidence
    layout: Layout
    numbers: dict[str, Ints]
    coded: Flags
    read: Flags
    missing: Ints

    @cached_property
    def states(self) -> States:
        """Seats × lines, worked out when first asked for."""
        return code_states(
            self.snapshot, self.what, self.layout, self.evidence, self.scope, coded=self.coded, read=self.read
        )  # fmt: skip

    @cached_property
    def mixtures(self) -> Ints:
        """Columns × lines × words."""
        return mixtures(self.states, self.layout, self.missing)

    def opened(self, line: int, column: int) -> dict[str, tuple[Id, ...]]:
        """The ids behind a cell."""
        snapshot, evidence, layout = self.snapshot, self.evidence, self.layout
        rows = slice(int(evidence.first[line]), int(evidence.first[line + 1]))
        inside = np.zeros(len(snapshot.units), dtype=np.bool_)
        unit, of_column = layout.pairs
        inside[unit[of_column == column]] = True
        here = inside[evidence.unit[rows]]
        counted, coding = evidence.counted[rows], evidence.coding[rows]
        lost_line, lost, lost_counted = evidence.nowhere
        lost = lost[(lost_line == line) & lost_counted]
        lost = lost[inside[snapshot.units.first[snapshot.codings.source[lost]]]]
        seats = slice(int(layout.first[column]), int(layout.first[column + 1]))
        coded, read = self.coded[seats, line], self.read[seats, line]
        said = rows.start + np.flatnonzero(here & counted & ~evidence.against[rows])
        cases = np.unique(snapshot.units.case[evidence.unit[said]])
        people, ids = layout.person[seats], snapshot.participants.ids
        return {
            "coding_ids": self._ids(coding[here & counted]),
            "unreviewed_ids": self._ids(coding[here & ~counted]),
            "nowhere_ids": self._ids(lost),
            "participant_ids": tuple(ids[person] for person in people[coded]),
            "base_ids": tuple(ids[person] for person in people[coded | read]),
            "case_ids": tuple(snapshot.cases.ids[case] for case in cases if case >= 0),
        }

    def _ids(self, coding: AnyInts) -> tuple[Id, ...]:
        return tuple(self.snapshot.codings.ids.gather(np.unique(coding)))


def block_of(snapshot: Snapshot, what: What, who: Who, scope: Scope, *, words: bool) -> Block:
    """Count one *what* axis × one *who* axis."""
    units, lines = len(snapshot.units), len(what.lines)
    evidence = evidence_of(snapshot, what, scope, words=words)
    layout = layout_of(snapshot, who, scope)
    against, counted = evidence.against, evidence.counted
    says = counted & ~against if against.any() or not counted.all() else slice(None)
    said = grid(evidence, says, units, lines)
    wordless_too = read_grid(snapshot, what, scope)
    has_words = layout.seats(snapshot.has_words[:, None])
    coded = layout.seats(said)
    read = layout.seats(wordless_too, all_of=True) & has_words
    base = coded | read
    numbers = {
        "cases": layout.cases(said),
        "of_cases": layout.cases(said | (wordless_too & snapshot.has_words[:, None])),
        "participants": layout.by_column(coded),
        "of_participants": layout.by_column(base),
        "not_so": _seats_with(layout, evidence, against & counted, units),
        "unreviewed_participants": _seats_with(layout, evidence, ~counted, units, beside=coded),
        "codings": _codings(snapshot, evidence, counted, layout, lines),
        "unreviewed": _codings(snapshot, evidence, ~counted, layout, lines),
        "nowhere": _nowhere(snapshot, evidence, layout, lines),
    }
    numbers["unfinished"] = numbers["of_participants"] - layout.by_column(read)
    numbers["recruited"] = np.repeat(np.diff(layout.first)[:, None], lines, axis=1)
    numbers["with_text"] = np.repeat(layout.by_column(has_words), lines, axis=1)
    if evidence.words is not None:
        flat = evidence.unit * np.int64(lines) + evidence.line
        of_units = np.bincount(flat, weights=evidence.words, minlength=units * lines)
        of_units = of_units.reshape(units, lines).astype(np.int32)
        of_units[snapshot.units.participant < 0] = 0
        numbers["words"] = layout.units(of_units)
        spoken = np.bincount(
            np.repeat(layout.seated, np.diff(np.append(layout.seat_first, len(layout.seat_unit)))),
            weights=snapshot.spoken.spoken[layout.seat_unit], minlength=len(layout.person),
        )  # fmt: skip
        numbers["of_words"] = layout.by_column(base * spoken.astype(np.int32)[:, None])
    missing = unfilled(snapshot, who, scope)
    return Block(snapshot, what, who, scope, evidence, layout, numbers, coded, read, missing)


def _seats_with(layout: Layout, evidence: Evidence, rows: Flags, units: int, beside: Flags | None = None) -> Ints:
    """Participants in each cell that these rows bring, besides those that are there already."""
    lines = len(evidence.first) - 1
    if not rows.any():
        return np.zeros((layout.columns, lines), dtype=np.int64)
    seats = layout.seats(grid(evidence, rows, units, lines))
    return layout.by_column(seats if beside is None else seats & ~beside)


def _codings(snapshot: Snapshot, evidence: Evidence, rows: Flags, layout: Layout, lines: int) -> Ints:
    """Codings in each cell, each once, though it may lie on several people's words."""
    if not rows.any():
        return np.zeros((layout.columns, lines), dtype=np.int64)
    units = len(snapshot.units)
    several = np.diff(snapshot.lies.first)[evidence.coding] > 1
    # Evidence placed both for and against a theme gives one coding two rows.
    several |= _twice(evidence)
    alone = np.flatnonzero(rows & ~several)
    flat = evidence.unit[alone] * np.int64(lines) + evidence.line[alone]
    counts = layout.units(np.bincount(flat, minlength=units * lines).reshape(units, lines))
    shared = np.flatnonzero(rows & several)
    if len(shared):
        unit, column = layout.pairs
        order = np.argsort(unit, kind="stable")
        first = np.searchsorted(unit[order], evidence.unit[shared], side="left")
        count = np.searchsorted(unit[order], evidence.unit[shared], side="right") - first
        nth, at = expanded(first, count)
        row = shared[nth]
        cell = column[order][at] * lines + evidence.line[row]
        cells = np.unique(cell * len(snapshot.codings) + evidence.coding[row]) // len(snapshot.codings)
        counts += np.bincount(cells, minlength=layout.columns * lines).reshape(layout.columns, lines)
    return counts


def _twice(evidence: Evidence) -> Flags:
    """Rows of codings that stand in one line both for and against."""
    if not evidence.against.any():
        return np.zeros(len(evidence.line), dtype=np.bool_)
    width = int(evidence.coding.max()) + 1
    keys = evidence.line * np.int64(width) + evidence.coding
    return np.isin(keys, keys[evidence.against])


def _nowhere(snapshot: Snapshot, evidence: Evidence, layout: Layout, lines: int) -> Ints:
    line, coding, counted = evidence.nowhere
    units = len(snapshot.units)
    # Nobody's unit of a source is its first; it belongs to the case.
    unit = snapshot.units.first[snapshot.codings.source[coding[counted]]]
    return layout.units(np.bincount(unit * lines + line[counted], minlength=units * lines).reshape(units, lines))
