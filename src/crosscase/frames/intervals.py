"""Arithmetic on half-open stretches `[start, end)`, without a loop over rows.

Everything here works on one line: stretches of many sources are first laid out one after the other
(`on_one_line`), so that stretches of different sources never meet. Pairs come in blocks, because
a thousand codings on the same page are half a million pairs.

The one thing to get wrong: an empty stretch (all its characters are gone) holds no code point, so it
overlaps nothing and contains nothing, wherever it lies.

Pairs are found by sorting the starts and searching each end among them (Chazelle-style sweep, flattened
with `repeat`), which costs O(n log n + pairs).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

BLOCK = 2_000_000


def on_one_line(source: Ints, offset: Ints, lengths: Ints, gap: int = 1) -> Ints:
    """Offsets on a line on which sources follow each other, `gap` code points apart.

    Args:
        source: which source each offset lies in, as a number into `lengths`.
        offset: code points from the start of that source.
        lengths: of all sources, in code points.
        gap: at least one more than the distance asked for in `near_pairs`.
    """
    bases = np.zeros(len(lengths), dtype=np.int64)
    np.cumsum(lengths[:-1] + gap, out=bases[1:])
    return bases[source] + offset


def expanded(first: Ints, count: Ints) -> tuple[Ints, Ints]:
    """For each row i the numbers first[i] … first[i] + count[i] - 1: (i repeated, those numbers)."""
    rows = np.repeat(np.arange(len(count), dtype=np.int64), count)
    before = np.cumsum(count) - count
    return rows, np.arange(len(rows), dtype=np.int64) - np.repeat(before - first, count)


def near_pairs(start: Ints, end: Ints, reach: int = 0, block: int = BLOCK) -> Iterator[tuple[Ints, Ints]]:
    """All pairs of stretches that overlap, or lie at most `reach` code points apart.

    Each unordered pair comes once, as row numbers, the one that starts first on the left. With `reach` 0 only
    overlaps count; with 1, stretches with up to one code point between them, touching ones included.
    """
    rows = np.flatnonzero(end > start)
    if (start[rows][1:] < start[rows][:-1]).any():
        rows = rows[np.argsort(start[rows], kind="stable")]
    starts, ends = start[rows], end[rows]
    beyond = ends + reach + 1 if reach else ends
    count = np.searchsorted(starts, beyond, side="left") - np.arange(len(rows)) - 1
    for low, high in _blocks(count, block):
        left, right = expanded(np.arange(low, high) + 1, count[low:high])
        yield rows[left + low], rows[right]


def pairs_between(
    start: Ints, end: Ints, other_start: Ints, other_end: Ints, block: int = BLOCK
) -> Iterator[tuple[Ints, Ints]]:
    """All pairs of a stretch of the first list and one of the second that overlap, once each."""
    mine, theirs = np.flatnonzero(end > start), np.flatnonzero(other_end > other_start)
    mine = mine[np.argsort(start[mine], kind="stable")]
    theirs = theirs[np.argsort(other_start[theirs], kind="stable")]
    a_start, b_start = start[mine], other_start[theirs]
    # The second starts inside the first, or the first starts inside the second but later than it.
    first = np.searchsorted(b_start, a_start, side="left")
    count = np.searchsorted(b_start, end[mine], side="left") - first
    for low, high in _blocks(count, block):
        left, right = expanded(first[low:high], count[low:high])
        yield mine[left + low], theirs[right]
    first = np.searchsorted(a_start, b_start, side="right")
    count = np.searchsorted(a_start, other_end[theirs], side="left") - first
    for low, high in _blocks(np.maximum(count, 0), block):
        right, left = expanded(first[low:high], np.maximum(count[low:high], 0))
        yield mine[left], theirs[right + low]


def containing_pairs(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """All pairs (outer, inner) where the inner stretch lies wholly in the outer; equal ones come both ways round."""
    outer: list[Ints] = []
    inner: list[Ints] = []
    for left, right in near_pairs(start, end):
        holds = end[right] <= end[left]
        turned = (start[left] == start[right]) & (end[left] <= end[right])
        outer += [left[holds], right[turned]]
        inner += [right[holds], left[turned]]
    return joined(outer), joined(inner)


def new_lengths(group: Ints, start: Ints, end: Ints, counted: Flags | None = None) -> Ints:
    """What each stretch covers that none before it in its group does; their sum over a group is its union.

    Rows must be ordered by group and then by start. Rows that do not count add nothing and take nothing away.
    """
    if not len(start):
        return np.zeros(0, dtype=np.int64)
    if counted is not None and not counted.all():
        end = np.where(counted, end, 0)
    # Each group gets a stretch of the line to itself, so that a running maximum never reaches the next.
    base = group * (int(end.max()) + 1)
    before = np.empty_like(base)
    before[0] = 0
    before[1:] = np.maximum.accumulate(base + end)[:-1]
    before -= base
    return np.maximum(end - np.maximum(start, before, out=before), 0)


def union_lengths(group: Ints, start: Ints, end: Ints, groups: int) -> Ints:
    """For each group the code points that its stretches cover, each counted once.

    Rows must be ordered by group and then by start.
    """
    new = new_lengths(group, start, end)
    return np.bincount(group, weights=new, minlength=groups).astype(np.int64)


def without(start: Ints, end: Ints, hole_start: Ints, hole_end: Ints) -> tuple[Ints, Ints, Ints]:
    """What is left of stretches outside the holes: (row each piece came from, its start, its end).

    Stretches and holes lie on one line; pieces are ordered by row and then by start.
    """
    rows: list[Ints] = []
    holes: list[Ints] = []
    for row, hole in pairs_between(start, end, hole_start, hole_end):
        rows.append(row)
        holes.append(hole)
    row, hole = joined(rows), joined(holes)
    # Sorted on their own, the k-th begin (the start, and the end of each hole) and the k-th stop (the start of
    # each hole, and the end) bound the k-th piece; holes that overlap give a stop before its begin, and no piece.
    owner = np.concatenate([np.arange(len(start), dtype=np.int64), row])
    begins = np.concatenate([start, np.minimum(hole_end[hole], end[row])])
    stops = np.concatenate([end, np.maximum(hole_start[hole], start[row])])
    begins = begins[np.lexsort((begins, owner))]
    stops = stops[np.lexsort((stops, owner))]
    owner = np.sort(owner)
    kept = begins < stops
    return owner[kept], begins[kept], stops[kept]


def news(ordered: Ints) -> Flags:
    """Which values of an ordered array differ from the one before; the first always does."""
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return new


def joined(parts: list[Ints]) -> Ints:
    """One array of several, also of none."""
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _blocks(count: Ints, block: int) -> Iterator[tuple[int, int]]:
    """Row ranges whose counts add up to about `block`."""
    if not len(count):
        return
    total = np.cumsum(count)
    low = 0
    while low < len(count):
        done = int(total[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(total, done + block, side="right")))
        yield low, high
        low = high
