"""The arithmetic behind every table: who said what, at unit, participant and case level.

`evidence_of` gives the rows of `Lies` that belong to each line of a *what* axis; `Layout` gathers units into the
participants and cases of each line of a *who* axis. Between the two stand grids of units × lines, which are small:
a million codings are first folded into a few million cells, and only those are summed.

What a careful reader would get wrong: participants and cases are never added up. A participant who has several
codings, interviews or coders is one, so grids are joined by *or* before anything is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analyses.lines import What
from crosscase.analyses.scope import Scope
from crosscase.analyses.who import Who
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, expanded, joined, news

AnyInts: TypeAlias = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, eq=False)
class Evidence:
    """Which coding lies on which unit, for each line; ordered by line and then by place on the units' lines.

    Attributes:
        line, unit, coding: of each row.
        against: the passage says that it is not so, or speaks against the theme.
        words: new words that each row adds to those before it of its line and unit; none where it does not count,
            or speaks against.
        first: where each line's rows begin, and at the end how many there are.
        counted: which rows count like all others; the rest are unreviewed.
        nowhere: (line, coding) of codings that lie on no words that are counted, and which count like all others.
    """

    line: AnyInts
    unit: AnyInts
    coding: AnyInts
    against: Flags
    words: Ints | None
    first: Ints
    counted: Flags
    nowhere: tuple[Ints, Ints, Flags]


def evidence_of(snapshot: Snapshot, what: What, scope: Scope, *, words: bool) -> Evidence:
    """The evidence of each line within a scope.

    Args:
        snapshot: the study.
        what: the lines.
        scope: what to look at; codings that are neither counted nor unreviewed are left out.
        words: work out how many words are coded, which reads the texts.
    """
    line, row, unit, coding, against = (
        _of_stacks(snapshot, what.stacks) if what.stacks is not None else _of_pairs(snapshot, what)
    )
    begin = end = None
    if words:
        begin, end = _stretches(snapshot, what, row)
    counted = np.ones(len(line), dtype=np.bool_)
    if not scope.everything:
        kept = (scope.codings | scope.unreviewed)[coding] & scope.units[unit]
        line, unit, coding, against = line[kept], unit[kept], coding[kept], against[kept]
        if begin is not None and end is not None:
            begin, end = begin[kept], end[kept]
        counted = scope.codings[coding]
    first = np.searchsorted(line, np.arange(len(what.lines) + 1)).astype(np.int64)
    new = None if begin is None or end is None else _new_words(line, begin, end, counted & ~against)
    return Evidence(line, unit, coding, against, new, first, counted, _nowhere(snapshot, what, scope))


def _of_stacks(snapshot: Snapshot, chosen: Ints) -> tuple[Ints, Ints, AnyInts, AnyInts, Flags]:
    stacks = snapshot.stacks
    count = np.diff(stacks.first)[chosen]
    line, at = expanded(stacks.first[chosen], count)
    coding = stacks.coding[at]
    denied = snapshot.codings.denied
    against: Flags = denied[coding] if denied.any() else np.zeros(len(line), dtype=np.bool_)
    return line, at, stacks.unit[at], coding, against


def _of_pairs(snapshot: Snapshot, what: What) -> tuple[Ints, Ints, AnyInts, AnyInts, Flags]:
    lies = snapshot.lies
    line, coding, against = what.pairs
    pair, row = expanded(lies.first[coding], lies.first[coding + 1] - lies.first[coding])
    order = np.lexsort((lies.own_from[row], line[pair]))
    pair, row = pair[order], row[order]
    return line[pair], row, lies.unit[row], lies.coding[row], against[pair]


def _stretches(snapshot: Snapshot, what: What, row: Ints) -> tuple[Ints, Ints]:
    begin, end = snapshot.words_on if what.stacks is None else snapshot.stack_words
    return begin[row], end[row]


def _new_words(line: AnyInts, begin: Ints, end: Ints, counted: Flags) -> Ints:
    """Words of each row that no row before it in its line has; rows that do not count add none and take none."""
    if not len(line):
        return np.zeros(0, dtype=np.int64)
    end = np.where(counted, end, 0)
    width = int(end.max()) + 1
    reached = np.maximum.accumulate(line * width + end)
    before = np.empty_like(reached)
    before[0] = 0
    before[1:] = reached[:-1]
    before -= line * width
    return np.maximum(end - np.maximum(begin, before), 0)


def _nowhere(snapshot: Snapshot, what: What, scope: Scope) -> tuple[Ints, Ints, Flags]:
    """Codings on interviewers' or quoted words, or on words that are gone: (line, coding, counted)."""
    lies = snapshot.lies
    lost = np.diff(lies.first) == 0
    lost &= (scope.codings | scope.unreviewed) & scope.sources[snapshot.codings.source]
    rows = np.flatnonzero(lost)
    if what.stacks is None:
        chosen = lost[what.pairs[1]]
        line, coding = what.pairs[0][chosen], what.pairs[1][chosen]
    else:
        # Which lines a code is in: its own, and those of the codes above it that show what lies under them.
        tree = snapshot.codes
        place = {line.key: number for number, line in enumerate(what.lines)}
        lines: list[Ints] = []
        codings: list[Ints] = []
        code_of = snapshot.codings.code[rows]
        for code in np.unique(code_of).tolist():
            own = rows[code_of == code]
            keys, above = [tree.ids[code], f"{tree.ids[code]}+"], int(tree.parent[code])
            while above >= 0:
                keys.append(f"{tree.ids[above]}+")
                above = int(tree.parent[above])
            for number in (place[key] for key in keys if key in place):
                lines.append(np.full(len(own), number, dtype=np.int64))
                codings.append(own)
        line, coding = joined(lines), joined(codings)
    # Nothing is counted twice for a line, however it came there.
    pair = np.unique(line * max(len(snapshot.codings), 1) + coding)
    line, coding = np.divmod(pair, max(len(snapshot.codings), 1))
    return line, coding, scope.codings[coding]


def grid(evidence: Evidence, rows: Flags | slice, units: int, lines: int) -> Flags:
    """Units × lines: whether any of these rows is there."""
    flat = np.zeros(units * lines, dtype=np.bool_)
    flat[evidence.unit[rows] * np.int64(lines) + evidence.line[rows]] = True
    return flat.reshape(units, lines)


@dataclass(frozen=True, eq=False)
class Layout:
    """Units gathered into seats (one participant in one column) and stands (one case in one column).

    Attributes:
        columns: how many.
        person, column: of each seat, ordered by column.
        seat_unit, seat_first: units of the seats that have any, in their order; where each begins.
        seated: which seats have units.
        first: where the seats of each column begin, and at the end how many there are.
        stand_unit, stand_first, stand_column, stand_case: the same for cases.
        pairs: (unit, column), each once, ordered by column.
    """

    columns: int
    person: Ints
    column: Ints
    seat_unit: Ints
    seat_first: Ints
    seated: Ints
    first: Ints
    stand_unit: Ints
    stand_first: Ints
    stand_column: Ints
    stand_case: Ints
    pairs: tuple[Ints, Ints]

    def seats(self, grid: Flags, *, all_of: bool = False) -> Flags:
        """Units × lines → seats × lines: true of any of a seat's units (or of all of them)."""
        found = np.zeros((len(self.person), grid.shape[1]), dtype=np.bool_)
        if len(self.seated):
            rows: Flags = grid[self.seat_unit]
            if len(self.seat_unit) > len(self.seated):
                join = np.logical_and if all_of else np.logical_or
                rows = join.reduceat(rows, self.seat_first, axis=0)
            found[self.seated] = rows
        return found

    def by_column(self, seats: npt.NDArray[np.generic]) -> Ints:
        """Seats × lines → columns × lines: their sums."""
        return _sums(seats, self.first)

    def cases(self, grid: Flags) -> Ints:
        """Units × lines → columns × lines: in how many cases true of any unit."""
        if not len(self.stand_case):
            return np.zeros((self.columns, grid.shape[1]), dtype=np.int64)
        stands = np.logical_or.reduceat(grid[self.stand_unit], self.stand_first, axis=0)
        return _sums(stands, np.searchsorted(self.stand_column, np.arange(self.columns + 1)))

    def units(self, grid: npt.NDArray[np.generic]) -> Ints:
        """Units × lines → columns × lines: sums over units."""
        unit, column = self.pairs
        return _sums(grid[unit], np.searchsorted(column, np.arange(self.columns + 1)))


def _sums(rows: npt.NDArray[np.generic], first: Ints) -> Ints:
    sums = np.zeros((len(first) - 1, rows.shape[1]), dtype=np.int64)
    for column, (low, high) in enumerate(zip(first[:-1].tolist(), first[1:].tolist(), strict=True)):
        # A narrow sum is several times as quick; no column holds as many as 2^31 of anything.
        sums[column] = rows[low:high].sum(axis=0, dtype=np.int32)
    return sums


def layout_of(snapshot: Snapshot, who: Who, scope: Scope) -> Layout:
    """How the units and participants in a scope fall into the lines of an axis."""
    units = snapshot.units
    columns = len(who.lines)
    unit, unit_column = who.units
    inside = scope.units[unit]
    unit, unit_column = unit[inside], unit_column[inside]
    person, column = who.participants
    inside = scope.participants[person]
    person, column = person[inside], column[inside]

    width = len(snapshot.participants) + 1
    seats = np.sort(column * width + person)
    seat_column, seat_person = seats // width, seats % width
    # Units that are somebody's, by seat.
    named = units.participant[unit] >= 0
    key = unit_column[named] * width + units.participant[unit[named]]
    if who.by_source:
        seats = np.unique(key)
        seat_column, seat_person = seats // width, seats % width
    order = np.argsort(key, kind="stable")
    # Words whose source gives them a case that their participant does not have count for the case alone.
    order = order[np.isin(key[order], seats)]
    key, seat_unit = key[order], unit[named][order]
    starts = np.flatnonzero(news(key))

    cases = len(snapshot.cases) + 1
    stand = unit_column * cases + units.case[unit] + 1
    order_of_stands = np.argsort(stand, kind="stable")
    stand = stand[order_of_stands]
    known = stand % cases > 0
    stand, stand_unit = stand[known], unit[order_of_stands][known]
    stand_first = np.flatnonzero(news(stand))

    by_column = np.lexsort((unit, unit_column))
    return Layout(
        columns, seat_person, seat_column, seat_unit, starts, np.searchsorted(seats, key[starts]).astype(np.int64),
        np.searchsorted(seat_column, np.arange(columns + 1)).astype(np.int64),
        stand_unit, stand_first, stand[stand_first] // cases, stand[stand_first] % cases - 1,
        (unit[by_column], unit_column[by_column]),
    )  # fmt: skip


def read_grid(snapshot: Snapshot, what: What, scope: Scope) -> Flags:
    """Units × lines: the source was read to the end for everything the line needs.

    True of units without words of their own, so that it can be asked of all of a participant's units.
    """
    reads = snapshot.reads
    by_code = snapshot.read_by_anyone if scope.members is None else reads.read(len(snapshot.sources), scope.members)
    finished = reads.finished if scope.members is None else reads.finished[:, scope.members]
    anything: Flags = np.any(finished, axis=1, keepdims=True)
    read = np.repeat(anything, len(what.lines), axis=1)
    line, code = what.needs
    if len(line):
        starts = np.flatnonzero(news(line))
        needed = by_code[:, code]
        if len(starts) < len(line):
            needed = np.logical_and.reduceat(needed, starts, axis=1)
        read[:, line[starts]] = needed
    units = read[snapshot.units.source]
    units[~snapshot.has_words] = True
    return units
