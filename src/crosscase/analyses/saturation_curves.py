"""How much is still new: cumulative curves of first appearances, under one order and under many.

* A curve counts, after each unit (an interview), how many codes have appeared (Guest, Bunce & Johnson 2006).
* Base size, run length and new-information threshold (Guest, Namey & Chen 2020, PLoS ONE 15(5): e0232076): what is new
  in a run of units, as a share of what was found in the base. Runs overlap and move on one unit at a time; saturation
  is reached with the first run at or below the threshold, at the last unit before that run: `6+2` says six units and
  the two of the run that confirmed it.

What a careful reader would get wrong: the denominator is the base, not all codes so far. And the order in which the
interviews happened to be held is one of very many; under others the number is another, which the band shows.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from crosscase.frames.intervals import Flags, Ints

PERCENTILES = (5, 50, 95)
NEVER = -1


class Runs(msgspec.Struct, frozen=True, kw_only=True):
    """What runs of units brought, against the base.

    Attributes:
        base: how many codes were found in the base.
        ratios: of each run, new codes by base; empty where the base is empty or there is no run behind it.
        reached: the number of units before the first run at or below the threshold; `NEVER` where there was none.
    """

    base: int
    ratios: tuple[float, ...]
    reached: int
    run_length: int

    @property
    def written(self) -> str:
        """As Guest and colleagues write it: `6+2`; empty where it was not reached."""
        return f"{self.reached}+{self.run_length}" if self.reached != NEVER else ""


def runs(new: Sequence[int], base_size: int, run_length: int, threshold: float) -> Runs:
    """What runs of units bring.

    Args:
        new: how many codes appear for the first time in each unit, in order.
        base_size, run_length: in units.
        threshold: as a share; Guest and colleagues use .05 and 0.
    """
    base = sum(new[:base_size])
    sums = [sum(new[at : at + run_length]) for at in range(base_size, len(new) - run_length + 1)]
    ratios = tuple(one / base for one in sums) if base else ()
    reached = next((base_size + at for at, ratio in enumerate(ratios) if ratio <= threshold + 1e-12), NEVER)
    return Runs(base=base, ratios=ratios, reached=reached, run_length=run_length)


def first_places(has: Flags, places: Ints) -> Ints:
    """Orders × codes: the place of the first unit with each code; as many as there are units where none has it.

    Args:
        has: units × codes.
        places: orders × units: the place of each unit in each order, from 0.
    """
    orders, units = places.shape
    first = np.full((orders, has.shape[1]), units, dtype=np.int64)
    for code in range(has.shape[1]):
        those = np.flatnonzero(has[:, code])
        if len(those):
            first[:, code] = places[:, those].min(axis=1)
    return first


def new_at(first: Ints, units: int) -> Ints:
    """Orders × units: how many codes appear for the first time at each place."""
    orders = len(first)
    keys = (np.arange(orders)[:, None] * (units + 1) + first).ravel()
    return np.bincount(keys, minlength=orders * (units + 1)).reshape(orders, units + 1)[:, :units]


def random_places(units: int, orders: int, seed: int) -> Ints:
    """So many random orders of units, the same for the same seed: the place of each unit in each."""
    chance = np.random.default_rng(seed)
    return np.argsort(np.argsort(chance.random((orders, units)), axis=1), axis=1)


def band(new: Ints) -> Ints:
    """Percentiles × places: the 5th, 50th and 95th of what had appeared by each place, over all orders."""
    if not new.size:
        return np.zeros((len(PERCENTILES), 0), dtype=np.int64)
    found = np.percentile(np.cumsum(new, axis=1), PERCENTILES, axis=0, method="closest_observation")
    return found.astype(np.int64)


def reached_at(new: Ints, base_size: int, run_length: int, threshold: float) -> Ints:
    """For each order how many units came before the first run at or below the threshold; `NEVER` where none was."""
    units = new.shape[1]
    count = units - run_length + 1 - base_size
    if count <= 0:
        return np.full(len(new), NEVER, dtype=np.int64)
    total = np.concatenate([np.zeros((len(new), 1), dtype=np.int64), np.cumsum(new, axis=1)], axis=1)
    base = total[:, base_size]
    starts = np.arange(base_size, base_size + count)
    sums = total[:, starts + run_length] - total[:, starts]
    low = (sums <= threshold * base[:, None] + 1e-9) & (base > 0)[:, None]
    return np.where(low.any(axis=1), base_size + low.argmax(axis=1), NEVER).astype(np.int64)
