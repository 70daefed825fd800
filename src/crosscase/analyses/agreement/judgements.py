"""What coders said of units: every pattern of judgements, and how many units show it.

A unit is whatever was judged: a character, a sentence, a chosen segment. Each coder gave it one category or none. Units
with the same judgements are alike to every coefficient, so a million of them become a handful of patterns, and a
resample is no more than other numbers beside the same patterns.

What a careful reader would get wrong: a missing judgement is no category. A coder who has not read a text is missing
there; one who read it and put nothing on it judged it *nothing*, which is a category like all others.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.errors import BadValueError
from crosscase.frames.intervals import Flags, Ints

Floats: TypeAlias = npt.NDArray[np.float64]

MISSING = -1

# Up to so many possible patterns are counted in a table of all of them, which is quicker than sorting.
_FEW = 1 << 22


@dataclass(frozen=True, eq=False)
class Judgements:
    """Patterns of judgements.

    Attributes:
        patterns: patterns × coders, each a number into `categories`, or `MISSING`.
        times: how many units show each pattern.
        categories: what could be said, in order; also what nobody said, where it is known.
        anonymous: who of the coders said what is not known; the columns mean nobody in particular.
        tabled: units were given as a table of two coders, for which errors are worked out with n, not n - 1.
    """

    patterns: Ints
    times: Floats
    categories: tuple[Hashable, ...]
    anonymous: bool = False
    tabled: bool = False

    @property
    def coders(self) -> int:
        """How many columns there are."""
        return int(self.patterns.shape[1])

    @property
    def units(self) -> float:
        """How many units anybody judged."""
        return float(self.times[self.judged >= 1].sum())

    @cached_property
    def judged(self) -> Ints:
        """By how many coders each pattern was judged."""
        return np.asarray((self.patterns >= 0).sum(axis=1), dtype=np.int64)

    @cached_property
    def counts(self) -> Floats:
        """Patterns × categories: how many coders said it."""
        found = np.zeros((len(self.patterns), len(self.categories)))
        row, _ = np.nonzero(self.patterns >= 0)
        np.add.at(found, (row, self.patterns[self.patterns >= 0]), 1.0)
        return found

    @cached_property
    def values(self) -> Floats:
        """The categories as numbers: as they are where all are numbers, else their places from 1."""
        if all(isinstance(one, int | float | np.number) and not isinstance(one, bool) for one in self.categories):
            return np.array([float(one) for one in self.categories])  # type: ignore[arg-type]  # numbers, as just seen
        return np.arange(1.0, len(self.categories) + 1)

    def of_coders(self, coders: Sequence[int]) -> Judgements:
        """The same with only some of the coders."""
        return replace(self, patterns=self.patterns[:, list(coders)])

    def complete(self) -> Judgements:
        """Only units that every coder judged."""
        whole = self.judged == self.coders
        return replace(self, patterns=self.patterns[whole], times=self.times[whole])

    def against_rest(self, category: int) -> Judgements:
        """One category against all others together."""
        here = np.where(self.patterns < 0, MISSING, (self.patterns == category).astype(np.int64))
        return replace(self, patterns=here, categories=("other", self.categories[category]))


def judgements_of(
    units: Sequence[Sequence[Any]] | npt.NDArray[Any], categories: Sequence[Hashable] | None = None
) -> Judgements:
    """Judgements from units × coders; None and NaN are missing.

    Args:
        units: one row for each unit, one column for each coder. An array of whole numbers has no missing judgement
            but those below 0 when `categories` are given (then they are numbers into them).
        categories: all that could be said, in order; else what was said, in order.

    Raises:
        BadValueError: rows of different length; something said is no category.
    """
    if isinstance(units, np.ndarray) and units.ndim == 2 and units.dtype.kind in "iu":
        return _of_numbers(units.astype(np.int64, copy=False), categories)
    if isinstance(units, np.ndarray) and units.ndim == 2 and units.dtype.kind == "f" and categories is None:
        return _of_floats(units.astype(np.float64, copy=False))
    rows = [list(row) for row in units]
    if len({len(row) for row in rows}) > 1:
        message = "Every unit needs a place for each coder. Write a missing judgement as None."
        raise BadValueError(message)
    if categories is None and {type(one) for row in rows for one in row} <= {int, float, type(None)}:
        return _of_floats(np.array(rows, dtype=np.float64).reshape(len(rows), len(rows[0]) if rows else 0))
    said = {one for row in rows for one in row if not _absent(one)}
    order = tuple(categories) if categories is not None else tuple(_ordered(said))
    unknown = said - set(order)
    if unknown:
        message = f"{min(map(str, unknown))!r} is none of the categories: {', '.join(map(str, order))}."
        raise BadValueError(message)
    number = {one: place for place, one in enumerate(order)}
    width = len(rows[0]) if rows else 0
    found = np.array(
        [[MISSING if _absent(one) else number[one] for one in row] for row in rows], dtype=np.int64
    ).reshape(len(rows), width)
    return collapsed(found, np.ones(len(found)), order)


def judgements_of_table(table: Sequence[Sequence[float]], categories: Sequence[Hashable] | None = None) -> Judgements:
    """Judgements of two coders from their table: the first coder's categories down, the second's across."""
    cells = np.asarray(table, dtype=np.float64)
    if cells.ndim != 2 or cells.shape[0] != cells.shape[1]:
        message = "A table of two coders has as many rows as columns: one for each category."
        raise BadValueError(message)
    first, second = np.nonzero(cells)
    order = tuple(categories) if categories is not None else tuple(range(1, len(cells) + 1))
    return Judgements(np.stack([first, second], axis=1), cells[first, second], order, tabled=True)


def judgements_of_counts(
    counts: Sequence[Sequence[int]] | Ints, categories: Sequence[Hashable] | None = None
) -> Judgements:
    """Judgements from units × categories: how many coders said it. Who they were is not known."""
    cells = np.asarray(counts, dtype=np.int64)
    width = int(cells.sum(axis=1).max(initial=0))
    places = np.arange(cells.shape[1], dtype=np.int64)
    rows = [np.repeat(places, row) for row in cells]
    found = np.full((len(rows), width), MISSING, dtype=np.int64)
    for place, row in enumerate(rows):
        found[place, : len(row)] = row
    order = tuple(categories) if categories is not None else tuple(range(1, cells.shape[1] + 1))
    return replace(collapsed(found, np.ones(len(found)), order), anonymous=True)


def collapsed(values: Ints, times: Floats, categories: tuple[Hashable, ...]) -> Judgements:
    """Rows that are alike put together; `values` are numbers into the categories, or `MISSING`."""
    coders, base = values.shape[1], len(categories) + 1

    def counted(rows: Ints, many: int) -> Floats:
        return np.asarray(np.bincount(rows, times, many), dtype=np.float64)

    if not len(values) or base**coders >= 1 << 62:
        patterns, row = np.unique(values, axis=0, return_inverse=True)
        return Judgements(patterns, counted(row.ravel(), len(patterns)), categories)
    key = np.zeros(len(values), dtype=np.int64)
    for coder in range(coders):
        key *= base
        key += values[:, coder] + 1
    if base**coders <= _FEW:
        every = counted(key, base**coders)
        there = np.flatnonzero(np.bincount(key, minlength=base**coders))
        return Judgements(_unpacked(there, coders, base), every[there], categories)
    there, row = np.unique(key, return_inverse=True)
    return Judgements(_unpacked(there, coders, base), counted(row, len(there)), categories)


def _unpacked(key: Ints, coders: int, base: int) -> Ints:
    found = np.empty((len(key), coders), dtype=np.int64)
    for coder in range(coders - 1, -1, -1):
        key, found[:, coder] = np.divmod(key, base)
    return found - 1


def _of_numbers(units: Ints, categories: Sequence[Hashable] | None) -> Judgements:
    times = np.ones(len(units))
    if categories is not None:
        if units.size and int(units.max()) >= len(categories):
            message = f"{int(units.max())} is none of the categories: there are {len(categories)}."
            raise BadValueError(message)
        return collapsed(np.maximum(units, MISSING), times, tuple(categories))
    if not units.size:
        return collapsed(units, times, ())
    low, high = int(units.min()), int(units.max())
    if high - low < _FEW:
        there: Flags = np.zeros(high - low + 1, dtype=np.bool_)
        there[units.ravel() - low] = True
        place = np.cumsum(there) - 1
        return collapsed(place[units - low], times, tuple((np.flatnonzero(there) + low).tolist()))
    order, place = np.unique(units, return_inverse=True)
    return collapsed(place.reshape(units.shape), times, tuple(order.tolist()))


def _of_floats(units: Floats) -> Judgements:
    there = ~np.isnan(units)
    order, place = np.unique(units[there], return_inverse=True)
    found = np.full(units.shape, MISSING, dtype=np.int64)
    found[there] = place
    whole = bool((order == np.floor(order)).all())
    return collapsed(found, np.ones(len(units)), tuple(int(one) if whole else one for one in order.tolist()))


def _absent(one: object) -> bool:
    return one is None or (isinstance(one, float | np.floating) and bool(np.isnan(one)))


def _ordered(said: set[Any]) -> list[Any]:
    try:
        return sorted(said)
    except TypeError:
        return sorted(said, key=str)
