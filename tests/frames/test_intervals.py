"""Interval arithmetic against a second implementation that walks every code point or every pair."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.intervals import (
    Ints,
    containing_pairs,
    near_pairs,
    on_one_line,
    pairs_between,
    union_lengths,
    without,
)

spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda s: (s[0], s[0] + s[1])), max_size=14)
Spans = list[tuple[int, int]]


def arrays(those: Spans) -> tuple[Ints, Ints]:
    return np.array([s for s, _ in those], dtype=np.int64), np.array([e for _, e in those], dtype=np.int64)


@given(spans, st.integers(0, 4), st.integers(1, 5))
def test_near_pairs(those: Spans, reach: int, block: int) -> None:
    found = [
        (int(a), int(b))
        for left, right in near_pairs(*arrays(those), reach, block)
        for a, b in zip(left, right, strict=True)
    ]
    expected = set()
    for i, (a, b) in enumerate(those):
        for j, (c, d) in enumerate(those[:i]):
            apart = max(a, c) - min(b, d)
            if a < b and c < d and (apart <= reach if reach else apart < 0):
                expected.add(frozenset((i, j)))
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
    assert all(those[a][0] <= those[b][0] for a, b in found)


@given(spans, spans, st.integers(1, 5))
def test_pairs_between(ours: Spans, theirs: Spans, block: int) -> None:
    found = [
        (int(a), int(b))
        for left, right in pairs_between(*arrays(ours), *arrays(theirs), block)
        for a, b in zip(left, right, strict=True)
    ]
    expected = [
        (i, j)
        for i, (a, b) in enumerate(ours)
        for j, (c, d) in enumerate(theirs)
        if set(range(a, b)) & set(range(c, d))
    ]
    assert sorted(found) == expected


@given(spans)
def test_containing_pairs(those: Spans) -> None:
    outer, inner = containing_pairs(*arrays(those))
    expected = [
        (i, j)
        for i, (a, b) in enumerate(those)
        for j, (c, d) in enumerate(those)
        if i != j and a < b and c < d and a <= c and d <= b
    ]
    assert sorted(zip(outer.tolist(), inner.tolist(), strict=True)) == expected


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 20), st.integers(0, 6)), max_size=14))
def test_union_lengths(rows: list[tuple[int, int, int]]) -> None:
    ordered = sorted(rows)
    group, start, length = (np.array([row[n] for row in ordered], dtype=np.int64) for n in range(3))
    expected = [len({point for g, s, n in rows if g == wanted for point in range(s, s + n)}) for wanted in range(5)]
    assert union_lengths(group, start, start + length, 5).tolist() == expected


@given(spans, spans)
def test_without(those: Spans, holes: Spans) -> None:
    left = without(*arrays(those), *arrays(holes))
    gone = {point for a, b in holes for point in range(a, b)}
    expected = [(i, point) for i, (a, b) in enumerate(those) for point in range(a, b) if point not in gone]
    pieces = list(zip(*(part.tolist() for part in left), strict=True))
    assert [(row, point) for row, a, b in pieces for point in range(a, b)] == expected
    assert all(a < b for _, a, b in pieces)


def test_sources_follow_each_other_on_one_line() -> None:
    source, offset = np.array([0, 0, 2, 1]), np.array([0, 5, 3, 4])
    assert on_one_line(source, offset, np.array([5, 4, 9]), gap=3).tolist() == [0, 5, 18, 12]
