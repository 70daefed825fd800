"""Which of several coders' units belong together: the best alignment of one text, and its disorder.

Mathet, Widlöcher & Métivier (2015), The unified and holistic method gamma, Computational Linguistics 41(3), 437-479. A
*unitary alignment* takes at most one unit of each coder; its disorder is the mean over pairs of coders of how far
their units are apart in place and in category, or `EMPTY` where one or both have none. An alignment holds every unit
once; the best has the least disorder.

Two coders are an assignment problem and solved exactly. With more, units fall apart into knots that cannot touch each
other, and each is a small integer programme for SciPy's HiGHS. What a careful reader would get wrong: where a knot is
too large or time is up, the alignment is only a good one, found greedily; `low` and `high` then bound the least
disorder, and differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp
from scipy.sparse.csgraph import connected_components

from crosscase.analyses.agreement.judgements import Floats
from crosscase.frames.intervals import Ints

EMPTY = 1.0
"""What it costs that a coder has nothing where another has a unit."""

# More unitary alignments than this in one knot are not listed.
_MOST = 60_000
_LONGEST = 5.0

Clock = Callable[[], float]
"""Seconds that are left."""


@dataclass(frozen=True, eq=False)
class Units:
    """Units of all coders in one text.

    Attributes:
        coder, start, end, category: of each unit, by number.
        coders: how many there are.
    """

    coder: Ints
    start: Floats
    end: Floats
    category: Ints
    coders: int

    def __len__(self) -> int:
        return len(self.coder)

    def places(self) -> Floats:
        """Units × units: how far apart in place (their eq. 2, squared, without its weight)."""
        length = self.end - self.start
        apart = np.abs(self.start[:, None] - self.start) + np.abs(self.end[:, None] - self.end)
        return np.asarray((apart / (length[:, None] + length)) ** 2)

    def categories(self) -> Floats:
        """Units × units: 1 where categories differ."""
        return np.asarray(self.category[:, None] != self.category, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Alignment:
    """An alignment: the units of each unitary alignment, and bounds of the least disorder there can be."""

    together: tuple[tuple[int, ...], ...]
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """No other alignment has less disorder."""
        return self.high - self.low <= 1e-9 * max(1.0, self.high)


def best_alignment(units: Units, *, place: float = 1.0, category: float = 1.0, left: Clock = lambda: 1e9) -> Alignment:
    """The alignment with the least disorder.

    Args:
        units: of all coders in one text.
        place, category: how much place and category count.
        left: how many seconds are left.
    """
    if not len(units):
        return Alignment((), 0.0, 0.0)
    apart = EMPTY * (place * units.places() + category * units.categories())
    if units.coders == 2:
        together, cost = _assigned(units, apart)
        found, low, high = together, cost, cost
    else:
        found, low, high = _knots(units, apart, left)
    share = _pairs(units) * len(units) / units.coders
    return Alignment(tuple(sorted(found)), low / share, high / share)


def _assigned(units: Units, apart: Floats) -> tuple[list[tuple[int, ...]], float]:
    """Two coders: each unit goes with one of the other's, or alone."""
    one, other = np.flatnonzero(units.coder == 0), np.flatnonzero(units.coder == 1)
    size = len(one) + len(other)
    cost = np.zeros((size, size))
    cost[: len(one), : len(other)] = apart[np.ix_(one, other)]
    cost[: len(one), len(other) :] = EMPTY
    cost[len(one) :, : len(other)] = EMPTY
    rows, columns = linear_sum_assignment(cost)
    together: list[tuple[int, ...]] = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        pair = (*one[row : row + 1].tolist(), *other[column : column + 1].tolist())
        if pair:
            together.append(pair)
    return together, float(cost[rows, columns].sum())


def _knots(units: Units, apart: Floats, left: Clock) -> tuple[list[tuple[int, ...]], float, float]:
    # Taking a unitary alignment apart, k units here and l there, adds C + k l empties and saves the pairs across: it
    # pays unless some of these cost no more than C + 1.
    near = (apart <= (_pairs(units) + 1) * EMPTY) & (units.coder[:, None] != units.coder)
    number, knot = connected_components(sparse.csr_matrix(near), directed=False)
    order = np.argsort(knot, kind="stable")
    found: list[tuple[int, ...]] = []
    low = high = 0.0
    for members in np.split(order, np.cumsum(np.bincount(knot, minlength=number))[:-1]):
        together, least, cost = _knot(units, apart, members, left)
        found += together
        low, high = low + least, high + cost
    return found, low, high


def _knot(units: Units, apart: Floats, members: Ints, left: Clock) -> tuple[list[tuple[int, ...]], float, float]:
    alone = EMPTY * _pairs(units)
    if len(members) == 1:
        return [(int(members[0]),)], alone, alone
    rows, costs = _candidates(units, apart, members)
    if rows is None or left() <= 0:
        together, cost = _greedy(units, apart, members)
        return together, _least(units, apart, members), cost
    number = {member: place for place, member in enumerate(members.tolist())}
    column = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    row = np.array([number[one] for together in rows for one in together], dtype=np.int64)
    holds = sparse.csc_matrix((np.ones(len(row)), (row, column)), shape=(len(members), len(rows)))
    solved = milp(
        np.array(costs), integrality=np.ones(len(rows)), bounds=Bounds(0, 1),
        constraints=LinearConstraint(holds, 1, 1), options={"time_limit": max(0.05, min(left(), _LONGEST))},
    )  # fmt: skip
    if solved.x is None:
        together, cost = _greedy(units, apart, members)
        return together, _least(units, apart, members), cost
    together = [rows[place] for place in np.flatnonzero(solved.x > 0.5).tolist()]
    cost = float(solved.fun)
    least = cost if solved.status == 0 else float(solved.mip_dual_bound or 0.0)
    return together, least, cost


def _candidates(units: Units, apart: Floats, members: Ints) -> tuple[list[tuple[int, ...]] | None, list[float]]:
    """Unitary alignments that can be part of the best: none dearer than its units each alone."""
    every = _pairs(units)
    most = units.coders * every * EMPTY
    partial: list[tuple[tuple[int, ...], float]] = [((), 0.0)]
    for coder in range(units.coders):
        mine = members[units.coder[members] == coder].tolist()
        more = [
            ((*together, one), cost + added)
            for together, cost in partial
            for one in mine
            if cost + (added := float(apart[one, list(together)].sum())) <= most
        ]
        partial += more
        if len(partial) > _MOST:
            return None, []
    rows: list[tuple[int, ...]] = []
    costs: list[float] = []
    for together, cost in partial:
        many = len(together)
        whole = cost + (every - many * (many - 1) / 2) * EMPTY
        if many and whole <= many * every * EMPTY:
            rows.append(together)
            costs.append(whole)
    return rows, costs


def _greedy(units: Units, apart: Floats, members: Ints) -> tuple[list[tuple[int, ...]], float]:
    """A good alignment: the nearest pairs first, as long as each saves something."""
    group: dict[int, tuple[int, ...]] = {member: (member,) for member in members.tolist()}
    pairs = [
        (float(apart[a, b]), a, b) for a, b in combinations(members.tolist(), 2) if units.coder[a] != units.coder[b]
    ]
    for _, one, other in sorted(pairs):
        mine, theirs = group[one], group[other]
        if mine is theirs or {*units.coder[list(mine)]} & {*units.coder[list(theirs)]}:
            continue
        across = float(apart[np.ix_(mine, theirs)].sum())
        if across <= (_pairs(units) + len(mine) * len(theirs)) * EMPTY:
            whole = tuple(sorted(mine + theirs))
            group |= dict.fromkeys(whole, whole)
    together: list[tuple[int, ...]] = list(dict.fromkeys(group.values()))
    return together, float(sum(cost_of(units, apart, one) for one in together))


def _least(units: Units, apart: Floats, members: Ints) -> float:
    """What no alignment of these can go below: each unit pays half of its pairs and its part of the empties."""
    total = 0.0
    for one in members.tolist():
        nearest = [
            float(apart[one, members[units.coder[members] == coder]].min(initial=np.inf)) / 2
            for coder in range(units.coders)
            if coder != units.coder[one]
        ]
        paid = np.concatenate([[0.0], np.cumsum(sorted(nearest))])
        many = np.arange(1, units.coders + 1)
        total += float((paid + (_pairs(units) / many - (many - 1) / 2) * EMPTY).min())
    return total


def cost_of(units: Units, apart: Floats, together: Sequence[int]) -> float:
    """What a unitary alignment costs, summed over pairs of coders."""
    many = len(together)
    real = float(apart[np.ix_(together, together)].sum()) / 2
    return real + (_pairs(units) - many * (many - 1) / 2) * EMPTY


def _pairs(units: Units) -> float:
    return units.coders * (units.coders - 1) / 2


def aligned_pairs(alignment: Alignment) -> Iterator[tuple[int, int, int]]:
    """Every two units that are aligned, and how many units there are in their unitary alignment."""
    for together in alignment.together:
        for one, other in combinations(together, 2):
            yield one, other, len(together)
