"""How units fall into the participants and cases of each line of a *who* axis.

A *seat* is one participant in one column, a *stand* one case in one column. Grids of units × lines are folded into
seats and stands by *or*, and only then summed, so nobody is counted twice in a column.

What a careful reader would get wrong: a participant without any words has a seat too. Whoever was recruited and not
yet interviewed belongs to the column, and says so in its mixture.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscase.analyses.scope import Scope
from crosscase.analyses.who import Who
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, news

# Rows that are summed at a time: as many as a byte can count, and few enough to stay near the processor.
_STEP = 255


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

    def weighed(self, seats: Flags, weights: Ints) -> Ints:
        """Seats × lines → columns × lines: the sums of the weights of the seats that are true."""
        sums = np.zeros((self.columns, seats.shape[1]))
        for column, (low, high) in enumerate(pairwise(self.first.tolist())):
            for begin in range(low, high, _STEP):
                part = slice(begin, min(begin + _STEP, high))
                # In floating point this is one quick product, and exact below 2^53.
                sums[column] += weights[part].astype(np.float64) @ seats[part].astype(np.float64)
        return sums.astype(np.int64)

    def cases(self, grid: Flags) -> Ints:
        """Units × lines → columns × lines: in how many cases true of any unit."""
        if not len(self.stand_case):
            return np.zeros((self.columns, grid.shape[1]), dtype=np.int64)
        stands = _sums(grid, np.append(self.stand_first, len(self.stand_unit)), self.stand_unit) > 0
        return _sums(stands, np.searchsorted(self.stand_column, np.arange(self.columns + 1)))

    def of_seats(self, units: Ints) -> Ints:
        """A number of each unit → its sum over each seat."""
        seat = np.repeat(self.seated, np.diff(np.append(self.seat_first, len(self.seat_unit))))
        return np.bincount(seat, weights=units[self.seat_unit], minlength=len(self.person)).astype(np.int64)

    def units(self, grid: npt.NDArray[np.generic]) -> Ints:
        """Units × lines → columns × lines: sums over units."""
        unit, column = self.pairs
        return _sums(grid, np.searchsorted(column, np.arange(self.columns + 1)), unit)


def _sums(rows: npt.NDArray[Any], first: Ints, pick: Ints | None = None) -> Ints:
    """Sums of rows `first[n] … first[n + 1]`, or of the rows that `pick` names there."""
    sums = np.zeros((len(first) - 1, rows.shape[1]), dtype=np.int64)
    # Bytes are summed many at a time; no column holds 2^31 codings or words.
    flags = rows.dtype == np.bool_
    narrow = np.uint8 if flags else np.int32
    for column, (low, high) in enumerate(pairwise(first.tolist())):
        for begin in range(low, high, _STEP):
            stop = min(begin + _STEP, high)
            part = rows[begin:stop] if pick is None else rows[pick[begin:stop]]
            sums[column] += (part.view(np.uint8) if flags else part).sum(axis=0, dtype=narrow)
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
