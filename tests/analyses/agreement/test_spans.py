"""Agreement on spans: published examples, a second implementation on code points, time that runs out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from crosscase.analyses.agreement.alignment import Units, best_alignment
from crosscase.analyses.agreement.first_unitizing import first_unitizing
from crosscase.analyses.agreement.gamma import gamma
from crosscase.analyses.agreement.stretches import stretches_of
from crosscase.analyses.agreement.unitizing import (
    ALL_MARKED,
    NEVER_MET,
    NO_PAIR,
    NOTHING_MARKED,
    ONE_VALUE,
    parts_of,
    u_of,
    unitizing,
    unitizing_of_spans,
)

Spans = Sequence[Sequence[tuple[int, int, str]]]

# Krippendorff (2019), Content Analysis, 4th ed., figure 12.11: three observers of a continuum of 60.
FIGURE: Spans = [
    [(0, 7, "1"), (7, 13, "2"), (30, 32, "5"), (32, 37, "6"), (37, 44, "6"), (44, 60, "7")],
    [(0, 7, "1"), (7, 13, "3"), (13, 21, "5"), (32, 44, "6")],
    [(0, 7, "1"), (7, 13, "4"), (13, 21, "5"), (32, 37, "6"), (37, 41, "6"), (41, 44, "6")],
]


def test_the_published_figure() -> None:
    found = unitizing_of_spans(FIGURE, 0, 60)
    assert found.u.value == pytest.approx(0.510, abs=0.0005)
    assert found.bar_u.value == pytest.approx(0.413, abs=0.001)
    assert found.cu.value == pytest.approx(0.724, abs=0.0005)
    by_value = dict(zip(found.values, found.ku, strict=True))
    assert [by_value[one].value for one in "123456"] == pytest.approx([1, 0, 0, 0, 1, 1])
    assert by_value["7"].undefined == NEVER_MET
    assert found.coverage[found.values.index("5")] == pytest.approx(8 / 18)


def by_code_points(coders: Spans, length: int) -> tuple[float, float]:
    """Both alphas counted code point by code point, from the definition of coincidences."""
    names = sorted({value for spans in coders for *_, value in spans})
    line = np.zeros((len(coders), length), dtype=int)
    squares = 0
    for coder, spans in enumerate(coders):
        for low, high, value in spans:
            line[coder, low:high] = names.index(value) + 1
            squares += (high - low) ** 2
    many = len(names) + 1
    seen = np.zeros((many, many))
    for one, other in product(range(len(coders)), repeat=2):
        if one != other:
            np.add.at(seen, (line[one], line[other]), 1 / (len(coders) - 1))
    said = seen.sum(axis=1)
    pairs = said.sum() ** 2 - squares - said[0]
    expected = np.outer(said, said)
    own = np.array([said[0], *[sum((h - lo) ** 2 for spans in coders for lo, h, v in spans if v == n) for n in names]])
    differing = expected.sum() - (said**2).sum()
    assert differing == pytest.approx(pairs - (said**2 - own).sum())
    u = 1 - (seen.sum() - np.trace(seen)) / (said.sum() * differing / pairs)
    once = seen[0, 1:].sum() * 2
    return float(u), float(1 - once / (said.sum() * 2 * said[0] * (said.sum() - said[0]) / pairs))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("coders", [2, 3, 5])
def test_u_by_code_points(seed: int, coders: int) -> None:
    chance = np.random.default_rng(seed)
    given = []
    for _ in range(coders):
        bounds = np.sort(chance.choice(np.arange(1, 200), size=8, replace=False)).tolist()
        given.append([(bounds[n], bounds[n + 1], "abc"[chance.integers(3)]) for n in range(0, 8, 2)])
    found = unitizing_of_spans(given, 0, 200)
    assert (found.u.value, found.bar_u.value) == pytest.approx(by_code_points(given, 200))


def test_where_it_is_undefined_it_says_why() -> None:
    nothing = unitizing_of_spans([[], []], 0, 10)
    assert [one.undefined for one in (nothing.u, nothing.bar_u, nothing.cu)] == [NOTHING_MARKED] * 3
    full = unitizing_of_spans([[(0, 10, "a")], [(0, 10, "a")]], 0, 10)
    assert full.u.undefined == ONE_VALUE
    assert full.bar_u.undefined == ALL_MARKED
    apart = unitizing_of_spans([[(0, 2, "a")], [(5, 7, "b")]], 0, 10)
    assert apart.cu.undefined == NEVER_MET
    assert unitizing_of_spans([[(0, 2, "a")]], 0, 10).u.undefined == NO_PAIR


def test_a_stretch_with_two_codes_has_both_as_its_value() -> None:
    found = unitizing_of_spans([[(0, 6, "a"), (4, 9, "b"), (2, 5, "a")], [(0, 6, "a")]], 0, 12)
    assert set(found.values) == {"a", "b", "a + b"}


def test_texts_add_up_and_whoever_has_not_read_one_is_missing_there() -> None:
    ones = [(0, 0, 0, 3, 8), (0, 1, 0, 4, 8), (1, 0, 1, 2, 6), (1, 2, 1, 2, 7), (1, 1, 0, 0, 9)]
    columns = np.array(ones, dtype=np.int64).T
    length = np.array([20, 30], dtype=np.int64)
    # The second coder has not read the second text: what she put there is not counted.
    readers = np.array([[True, True, False], [True, False, True]])
    found, sets = stretches_of(*columns, length=length, readers=readers)
    assert len(found.source) == 4
    assert sets == ((0,), (1,))
    parts = parts_of(found)
    assert parts.all.tolist() == [40, 60]
    assert parts.gap.tolist() == [31, 51]
    alone = []
    for n in range(2):
        rows = columns[:, columns[0] == n] - np.array([[n], [0], [0], [0], [0]])
        alone.append(parts_of(stretches_of(*rows, length=length[n : n + 1], readers=readers[n : n + 1])[0]))
    assert [one.marked_once[0] for one in alone] == parts.marked_once.tolist()
    doubled = parts.weighed(np.array([[1.0, 1.0], [2.0, 0.0]]))
    assert u_of(doubled).shape == (2,)
    assert unitizing(found, ["a", "b"]).u.value == pytest.approx(float(u_of(doubled)[0]))


def test_the_first_alpha_for_unitizing() -> None:
    """Krippendorff (2004), Content Analysis, 2nd ed., p. 254."""
    one = [(180, 240, "k"), (225, 295, "c"), (300, 350, "k"), (370, 400, "c")]
    two = [(180, 240, "k"), (220, 300, "c"), (300, 350, "k"), (355, 375, "c"), (400, 420, "c")]
    found = first_unitizing([one, two], 150, 450)
    assert found.overall.value == pytest.approx(0.8591, abs=0.0006)
    assert found.values["c"].value == pytest.approx(0.7286, abs=0.0001)
    assert found.expected["c"] == pytest.approx(0.0532, abs=0.0001)
    assert first_unitizing([[], []], 0, 10).overall.undefined == NOTHING_MARKED


def units_of(coders: Spans) -> tuple[Units, list[str]]:
    names = sorted({value for spans in coders for *_, value in spans})
    rows = [(c, low, high, names.index(value)) for c, spans in enumerate(coders) for low, high, value in spans]
    columns = np.array(rows, dtype=np.float64).T
    return Units(columns[0].astype(np.int64), columns[1], columns[2], columns[3].astype(np.int64), len(coders)), names


def cheapest(units: Units, place: float) -> float:
    """The least disorder by trying every alignment of a few units."""
    apart = place * units.places() + units.categories()
    every = units.coders * (units.coders - 1) / 2

    def rest(left: tuple[int, ...]) -> float:
        if not left:
            return 0.0
        best = np.inf
        others: list[list[int | None]] = [
            [None, *[n for n in left[1:] if units.coder[n] == c]]
            for c in range(units.coders)
            if c != units.coder[left[0]]
        ]
        for chosen in product(*others):
            together = [left[0], *[one for one in chosen if one is not None]]
            many = len(together)
            cost = apart[np.ix_(together, together)].sum() / 2 + every - many * (many - 1) / 2
            best = min(best, cost + rest(tuple(n for n in left if n not in together)))
        return float(best)

    return rest(tuple(range(len(units)))) / every / (len(units) / units.coders)


@pytest.mark.parametrize("seed", range(8))
def test_the_best_alignment_is_the_best(seed: int) -> None:
    chance = np.random.default_rng(seed)
    coders = 2 + seed % 3
    given = []
    for _ in range(coders):
        lows = chance.integers(0, 30, size=2).tolist()
        given.append([(low, low + int(chance.integers(2, 9)), "ab"[chance.integers(2)]) for low in lows])
    units, _ = units_of(given)
    found = best_alignment(units, place=2.0)
    assert found.exact
    assert found.high == pytest.approx(cheapest(units, 2.0))
    assert sorted(one for together in found.together for one in together) == list(range(len(units)))
    # Without time it is a good one, between bounds.
    hurried = best_alignment(units, place=2.0, left=lambda: 0.0)
    assert hurried.low - 1e-9 <= found.high <= hurried.high + 1e-9


def test_gamma_of_the_figure_and_of_two_who_agree() -> None:
    """Titeux & Riad (2021), JOSS 6(62), 2989, print 0.43 to 0.48 for these with alpha 3."""
    figure: Spans = [
        [(2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")],
        [(2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")],
        [(2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")],
    ]
    units, names = units_of(figure)
    found = gamma([units], names, place=3, precision=0.05)
    assert found.value is not None
    assert 0.43 <= found.value <= 0.48
    assert [found.low, found.high] == pytest.approx([found.value] * 2, abs=0.03)
    assert found.disorder == pytest.approx(0.9606, abs=0.001)
    assert found == gamma([units], names, place=3, precision=0.05, seconds=30) or found.seconds > 0
    same, names = units_of([figure[0], figure[0]])
    assert gamma([same, same], names).value == 1


def test_time_that_runs_out_is_said() -> None:
    units, names = units_of(FIGURE)
    began = time.monotonic()
    found = gamma([units] * 40, names, place=3, seconds=0.2)
    assert time.monotonic() - began < 5
    assert not found.in_time
    assert found.left_out > 0
    assert found.samples < found.wanted
    assert found.value is not None
    assert gamma([], []).undefined
