"""Gamma: agreement on where units lie and what they are at once, by the best alignment of all coders.

gamma = 1 - observed disorder / expected disorder (Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3),
437-479); gamma-cat looks only at the categories of what was aligned, and gamma-k only at those of one (Mathet 2017,
Computational Linguistics 43(3), 661-681). The expected disorder is the mean of random texts: each coder gets the units
of some coder, shifted round the text by chance, no two by nearly the same distance (their section 5.2).

It takes time, so it has a budget. What a careful reader would get wrong: gamma is drawn, not computed. `low` and `high`
hold what chance and, where time ran out, an alignment that is not known to be the best leave open.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from crosscase.analyses.agreement.alignment import EMPTY, Alignment, Clock, Units, aligned_pairs, best_alignment
from crosscase.analyses.agreement.judgements import Floats

_FEWEST = 30
_MOST = 2_000
_TRIES = 50


class Gamma(msgspec.Struct, frozen=True, kw_only=True):
    """Gamma of one or several texts.

    Attributes:
        value, cat: None where undefined; `undefined` then says why.
        k: by category, where it can be told.
        low, high: 95 % bounds, see the module.
        disorder, expected: of all texts, weighed by their units.
        aligned: how many unitary alignments the best alignment has.
        samples: how many random texts were drawn for each text; `wanted` how many the precision asked for.
        exact: the best alignments are known to be the best.
        in_time: the budget was enough.
        left_out: texts that time did not reach.
        seconds: how long it took.
    """

    value: float | None = None
    cat: float | None = None
    k: dict[str, float] = {}
    low: float | None = None
    high: float | None = None
    disorder: float | None = None
    expected: float | None = None
    aligned: int = 0
    samples: int = 0
    wanted: int = 0
    exact: bool = True
    in_time: bool = True
    left_out: int = 0
    seconds: float = 0.0
    undefined: str = ""


class _Tally:
    """Sums over texts, weighed by how many units a coder has in them on average."""

    def __init__(self) -> None:
        self.low = self.high = self.expected = self.error = 0.0
        self.mean = 0.0
        self.cat = np.zeros(2)
        self.cat_expected = np.zeros(2)
        self.k: dict[int, list[float]] = {}


def gamma(
    texts: Sequence[Units], names: Sequence[str], *, place: float = 1.0, category: float = 1.0, seconds: float = 30.0,
    precision: float = 0.02, seed: int = 1, alone: bool = True,
) -> Gamma:  # fmt: skip
    """Gamma of texts, each with the units of the coders who read it.

    Args:
        texts: units by text; a text that fewer than two coders read, or without units, is left out.
        names: of the categories.
        place, category: how much place and category count.
        seconds: after which it stops with what it has.
        precision: how far the expected disorder may be off, as a part of it, 95 times of 100; sets the samples.
        seed: of chance.
        alone: gamma-cat and gamma-k count a unit that was aligned with nothing as differing, as the authors' program
            has come to do; without it they look only at what was aligned, as in the paper.
    """
    began = time.monotonic()

    def left() -> float:
        return seconds - (time.monotonic() - began)

    chance = np.random.default_rng(seed)
    useful = [units for units in texts if units.coders >= 2 and len(units)]
    if not useful:
        return Gamma(undefined="no text has units of two coders who read it")
    tally, samples, wanted, aligned = _Tally(), 0, 0, 0
    exact = in_time = True
    done = 0
    for units in useful:
        if done and left() <= 0:
            break
        found = best_alignment(units, place=place, category=category, left=left)
        drawn, needed, mean, error = _expected(
            units, chance, tally, place=place, category=category, precision=precision, left=left, alone=alone
        )
        weight = len(units) / units.coders
        tally.low += weight * found.low
        tally.high += weight * found.high
        tally.expected += weight * mean
        tally.error += (weight * error) ** 2
        tally.cat += _categories(units, found, place, tally.k, side=0, alone=alone)
        samples, wanted = samples + drawn, wanted + needed
        exact, in_time = exact and found.exact, in_time and drawn >= needed
        aligned += len(found.together)
        done += 1
        tally.mean += weight
    took = time.monotonic() - began
    in_time = in_time and done == len(useful)
    told: dict[str, Any] = {
        "samples": samples // done, "wanted": -(-wanted // done), "exact": exact, "in_time": in_time,
        "left_out": len(useful) - done, "aligned": aligned, "disorder": tally.high / tally.mean,
        "expected": tally.expected / tally.mean, "seconds": took,
    }  # fmt: skip
    if tally.expected <= 0:
        return Gamma(undefined="random texts are as orderly as these, so nothing can be told from chance", **told)
    spread = 1.96 * float(np.sqrt(tally.error))
    return Gamma(
        value=1 - tally.high / tally.expected,
        low=1 - tally.high / max(tally.expected - spread, 1e-12), high=1 - tally.low / (tally.expected + spread),
        cat=_kept(tally.cat, tally.cat_expected), k=_by_category(tally.k, names), **told,
    )  # fmt: skip


def _kept(seen: Floats, chance: Floats) -> float | None:
    if not seen[1] or not chance[1] or not chance[0]:
        return None
    return float(1 - (seen[0] / seen[1]) / (chance[0] / chance[1]))


def _by_category(k: dict[int, list[float]], names: Sequence[str]) -> dict[str, float]:
    found = {}
    for one, (seen, of, chance, chance_of) in sorted(k.items()):
        if of and chance_of and chance:
            found[names[one]] = 1 - (seen / of) / (chance / chance_of)
    return found


def _expected(
    units: Units, chance: np.random.Generator, tally: _Tally, *, place: float, category: float, precision: float,
    left: Clock, alone: bool,
) -> tuple[int, int, float, float]:  # fmt: skip
    """Random texts: how many were drawn, how many were wanted, their mean disorder and its standard error."""
    found: list[float] = []
    needed = _FEWEST
    while len(found) < needed:
        if len(found) >= 2 and left() <= 0:
            break
        made = shuffled(units, chance)
        alignment = best_alignment(made, place=place, category=category, left=left)
        found.append(alignment.high)
        tally.cat_expected += _categories(made, alignment, place, tally.k, side=2, alone=alone)
        if len(found) == _FEWEST:
            mean, spread = float(np.mean(found)), float(np.std(found, ddof=1))
            steps = (1.96 * spread / (precision * mean)) ** 2 if mean else 0.0
            needed = min(max(_FEWEST, int(np.ceil(steps))), _MOST)
    error = float(np.std(found, ddof=1) / np.sqrt(len(found)))
    return len(found), needed, float(np.mean(found)), error


def shuffled(units: Units, chance: np.random.Generator) -> Units:
    """A random text: each coder has some coder's units, shifted round the text by chance."""
    low, high = float(units.start.min()), float(units.end.max())
    around = high - low
    least = float((units.end - units.start).mean())
    shifts: list[float] = []
    for _ in range(units.coders):
        shift = float(chance.uniform(0, around))
        for _ in range(_TRIES):
            if all(min(abs(shift - one), around - abs(shift - one)) >= least for one in shifts):
                break
            shift = float(chance.uniform(0, around))
        shifts.append(shift)
    coder, start, end, category = [], [], [], []
    for place, shift in enumerate(shifts):
        rows = np.flatnonzero(units.coder == chance.integers(units.coders))
        begin = low + np.mod(units.start[rows] - low + shift, around)
        coder.append(np.full(len(rows), place))
        start.append(begin)
        end.append(begin + units.end[rows] - units.start[rows])
        category.append(units.category[rows])
    return Units(
        np.concatenate(coder), np.concatenate(start), np.concatenate(end), np.concatenate(category), units.coders
    )


def _categories(
    units: Units, alignment: Alignment, place: float, k: dict[int, list[float]], *, side: int, alone: bool
) -> Floats:
    """Σ of how far categories of aligned units differ, and of the weights (Mathet 2017, section 4.2.5)."""
    sums = np.zeros(2)

    def add(differs: float, weight: float, which: set[int]) -> None:
        sums[:] += (weight * differs, weight)
        for one in which:
            row = k.setdefault(one, [0.0, 0.0, 0.0, 0.0])
            row[side] += weight * differs
            row[side + 1] += weight

    for one, other, many in aligned_pairs(alignment):
        length = units.end[[one, other]] - units.start[[one, other]]
        apart = abs(units.start[one] - units.start[other]) + abs(units.end[one] - units.end[other])
        weight = max(0.0, 1 - place * float((apart / length.sum()) ** 2)) / (many - 1)
        mine, theirs = int(units.category[one]), int(units.category[other])
        add(float(mine != theirs), weight, {mine, theirs})
    for together in alignment.together if alone else ():
        for one in together:
            add(EMPTY, EMPTY * (units.coders - len(together)), {int(units.category[one])})
    return sums
