"""How long 1,000 random orders of interviews take, and what a configurational solution depends on.

`python -m benchmarks.configurations`: saturation of 91 interviews with 150 codes, and of 1,000; the three solutions
and the sensitivity of one, of 10 and of 40 cases with five fuzzy conditions whose 15 anchors are moved. All of it is
made up by chance. The best of some runs.
"""

from __future__ import annotations

import numpy as np

from benchmarks.agreement import best
from crosscase.analyses.qca.calibration import Anchors, fuzzy
from crosscase.analyses.qca.sensitivity import Measured, sensitivity
from crosscase.analyses.qca.sets import cases_of
from crosscase.analyses.qca.solutions import NATURES, solve
from crosscase.analyses.qca.truth_table import Cuts, truth_table
from crosscase.analyses.saturation_curves import band, first_places, new_at, random_places, reached_at

CONDITIONS, ORDERS, CODES = 5, 1_000, 150
ANCHORS = Anchors(10, 20, 40)


def orders(interviews: int) -> float:
    """Seconds for all orders of so many interviews: first places, band, and where saturation is reached."""
    has = np.random.default_rng(1).random((interviews, CODES)) < 0.15

    def run() -> None:
        new = new_at(first_places(has, random_places(interviews, ORDERS, 1)), interviews)
        band(new)
        reached_at(new, 4, 2, 0.05)

    return best(run)


def configurations(cases: int) -> tuple[float, float]:
    """Seconds for the three solutions of so many cases, and for what the intermediate one depends on."""
    chance = np.random.default_rng(2)
    raw = chance.uniform(0, 50, size=(cases, CONDITIONS))
    values = fuzzy(raw, ANCHORS)
    outcome = np.clip(values[:, :2].max(axis=1) + chance.normal(0, 0.15, cases), 0, 1)
    names = [f"C{at}" for at in range(CONDITIONS)]
    held = cases_of(names, [f"case {at}" for at in range(cases)], values, outcome)
    measured = [
        Measured(condition=at, name=name, values=raw[:, at], anchors=ANCHORS) for at, name in enumerate(names)
    ]  # fmt: skip
    expected = {at: frozenset([1]) for at in range(CONDITIONS)}
    cuts = Cuts()

    def solved() -> None:
        table = truth_table(held, cuts)
        for nature in NATURES:
            solve(table, nature, expected)

    return best(solved), best(lambda: sensitivity(held, cuts, "intermediate", expected, measured))


def main() -> None:
    """Measure and print."""
    for interviews in (91, 1_000):
        print(f"{interviews:>5} interviews, {CODES} codes, {ORDERS:,} orders: {orders(interviews) * 1000:.0f} ms")
    for cases in (10, 40):
        solved, depends = configurations(cases)
        print(
            f"{cases:>5} cases, {CONDITIONS} fuzzy conditions: solutions {solved * 1000:.0f} ms, "
            f"what one depends on {depends * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
