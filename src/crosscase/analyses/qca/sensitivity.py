"""What a solution depends on: the anchors, the cuts, and every single case (Skaaning 2011; Oana & Schneider 2021).

One thing is changed at a time, all else staying as it is. For an anchor and for a cut: how far it can go down and up
before the solution reads otherwise, and how it reads then. For a case: what the solution reads without it.

What a careful reader would get wrong: an anchor that can go far is not thereby right. It was set for a reason that lies
outside these cases, and the reason is what a reader has to be convinced by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import numpy as np

from crosscase.analyses.qca.calibration import Anchors, AnchorsError, Floats, crisp, fuzzy
from crosscase.analyses.qca.sets import Cases, Term
from crosscase.analyses.qca.solutions import Expected, Nature, minimal
from crosscase.analyses.qca.truth_table import Cuts, TruthTable, truth_table

STEPS = 20
_OF_REACH = 0.05
_STEP = 0.01
_LOWEST = 0.5


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """How far something can go while the solution stays.

    Attributes:
        what: `DEV, crossover`, `consistency cut`, …
        at: where it stands.
        low, high: the last places, downwards and upwards, where the solution is still the same.
        below, above: what the solution reads one step further; None where the end of what was tried was reached.
    """

    what: str
    at: float
    low: float
    high: float
    below: str | None
    above: str | None


class Without(msgspec.Struct, frozen=True, kw_only=True):
    """The solution without one case, and whether it is the same."""

    case: int
    written: str
    same: bool


class Sensitivity(msgspec.Struct, frozen=True, kw_only=True):
    """All of it, for one solution."""

    nature: Nature
    written: str
    reaches: tuple[Reach, ...]
    without: tuple[Without, ...]


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A set that was calibrated.

    Attributes:
        condition: its number; -1 for the outcome, `negated` where its absence is explained.
        values: what was measured; nan where a membership was written by hand, which stays.
        anchors: of a fuzzy set; of a crisp one None, and `threshold`.
    """

    condition: int
    name: str
    values: Floats
    anchors: Anchors | None = None
    threshold: float = 0.0
    negated: bool = False

    def memberships(self, place: str, at: float) -> Floats:
        """The memberships with one anchor elsewhere."""
        if self.anchors is None:
            found = crisp(self.values, at)
        else:
            found = fuzzy(self.values, msgspec.structs.replace(self.anchors, **{place: at}))
        return 1 - found if self.negated else found

    @property
    def places(self) -> dict[str, float]:
        """Its anchors by name."""
        if self.anchors is None:
            return {"crossover": self.threshold}
        return {name: float(getattr(self.anchors, name)) for name in ("full_out", "crossover", "full_in")}

    @property
    def step(self) -> float:
        """How far an anchor goes at a time: a twentieth of the way from full non-membership to full membership."""
        known = self.values[~np.isnan(self.values)]
        wide = float(np.ptp(known)) if len(known) else 0.0
        return _OF_REACH * (abs(self.anchors.full_in - self.anchors.full_out) if self.anchors else wide)


def sensitivity(
    cases: Cases, cuts: Cuts, nature: Nature, expected: Expected | None = None, measured: Sequence[Measured] = ()
) -> Sensitivity:
    """What one solution depends on."""
    solver = _Solver(cases, nature, expected or {})
    base = solver.written(cases, cuts)
    reaches = [_reach(solver, base, *one) for one in _ways(cases, cuts, measured)]
    without = []
    for at in range(len(cases.labels)):
        written = solver.written(cases.without(at), cuts)
        without.append(Without(case=at, written=written, same=written == base))
    return Sensitivity(nature=nature, written=base, reaches=tuple(reaches), without=tuple(without))


class _Solver:
    """Solutions as they are written; the same truth table is solved once."""

    def __init__(self, cases: Cases, nature: Nature, expected: Expected) -> None:
        self._names, self._nature, self._expected = cases, nature, expected
        self._known: dict[tuple[tuple[Term, ...], tuple[Term, ...]], str] = {}

    def written(self, cases: Cases, cuts: Cuts) -> str:
        table = truth_table(cases, cuts)
        key = (table.positive, table.negative)
        if key not in self._known:
            self._known[key] = written(table, self._nature, self._expected)
        return self._known[key]


def written(table: TruthTable, nature: Nature, expected: Expected | None = None) -> str:
    """All models of a solution in one line, told apart by `or`; empty where there is none."""
    models, complete = minimal(table, nature, expected)
    lines = sorted(" + ".join(table.cases.written(term) for term in terms) for terms in models)
    return " or ".join(lines if complete else [*lines, "more"])


_Way = tuple[str, float, Sequence[float], Sequence[float], Callable[[float], tuple[Cases, Cuts]]]


def _ways(cases: Cases, cuts: Cuts, measured: Sequence[Measured]) -> list[_Way]:
    """What can be changed: its name, where it stands, where to try it (down, up), and what that makes."""
    ways: list[_Way] = []
    for one in measured:
        step = one.step
        for place, at in one.places.items() if step else ():
            ways.append(
                (
                    f"{one.name}, {place.replace('_', ' ')}", at, [at - step * n for n in range(1, STEPS + 1)],
                    [at + step * n for n in range(1, STEPS + 1)], _with_anchor(cases, cuts, one, place),
                )
            )  # fmt: skip
    here = cuts.consistency
    count = round((here - _LOWEST) / _STEP), round((1 - here) / _STEP)
    ways.append(
        (
            "consistency cut", here, [round(here - _STEP * n, 6) for n in range(1, count[0] + 1)],
            [round(here + _STEP * n, 6) for n in range(1, count[1] + 1)],
            lambda cut: (cases, msgspec.structs.replace(cuts, consistency=cut)),
        )
    )  # fmt: skip
    most = max(len(row.cases) for row in truth_table(cases, cuts).rows) if len(cases.labels) else 1
    ways.append(
        (
            "cases in a row", float(cuts.cases), [float(n) for n in range(cuts.cases - 1, 0, -1)],
            [float(n) for n in range(cuts.cases + 1, most + 1)],
            lambda cut: (cases, msgspec.structs.replace(cuts, cases=int(cut))),
        )
    )  # fmt: skip
    return ways


def _with_anchor(cases: Cases, cuts: Cuts, one: Measured, place: str) -> Callable[[float], tuple[Cases, Cuts]]:
    def changed(to: float) -> tuple[Cases, Cuts]:
        memberships = one.memberships(place, to)
        if one.condition < 0:
            outcome = np.where(np.isnan(memberships), cases.outcome, memberships)
            return Cases(cases.names, cases.labels, cases.values, outcome, cases.levels), cuts
        values = cases.values.copy()
        values[:, one.condition] = np.where(np.isnan(memberships), values[:, one.condition], memberships)
        return Cases(cases.names, cases.labels, values, cases.outcome, cases.levels), cuts

    return changed


def _reach(  # noqa: PLR0917 - one way, taken apart
    solver: _Solver, base: str, what: str, at: float, down: Sequence[float], up: Sequence[float],
    made: Callable[[float], tuple[Cases, Cuts]],
) -> Reach:  # fmt: skip
    ends: list[tuple[float, str | None]] = []
    for places in (down, up):
        last, after = at, None
        for place in places:
            try:
                reads = solver.written(*made(place))
            except AnchorsError:
                break
            if reads != base:
                after = reads
                break
            last = place
        ends.append((last, after))
    (low, below), (high, above) = ends
    return Reach(what=what, at=at, low=low, high=high, below=below, above=above)
