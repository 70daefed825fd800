"""Coefficients on published examples, against a second implementation by plain loops, and where they are undefined."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest

from crosscase.analyses.agreement.alpha import alpha, alphas, resampled_pairs
from crosscase.analyses.agreement.coefficients import (
    ANONYMOUS,
    NAMES,
    NOBODY,
    ONE_CATEGORY,
    TWO_CODERS,
    by_category,
    coefficient,
    terms,
)
from crosscase.analyses.agreement.judgements import (
    Judgements,
    judgements_of,
    judgements_of_counts,
    judgements_of_table,
)
from crosscase.analyses.agreement.weights import LEVELS, WEIGHTINGS, custom_weights, weights_of
from crosscase.errors import BadValueError

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C: four observers, twelve units.
FOUR: list[list[int | None]] = [
    [1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
    [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1], [None, None, 3, None],
]  # fmt: skip


@pytest.mark.parametrize(
    ("level", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_krippendorffs_own_example(level: str, expected: float) -> None:
    assert alpha(judgements_of(FOUR), level).value == pytest.approx(expected, abs=0.0006)


@pytest.mark.parametrize(
    ("table", "agree", "kappa"),
    [
        # Feinstein & Cicchetti (1990), J. Clin. Epidemiol. 43, 543-549: the first paradox, tables 1 and 2 …
        ([[40, 9], [6, 45]], 0.85, 0.70),
        ([[80, 10], [5, 5]], 0.85, 0.32),
        # … and the second, tables 3 and 4.
        ([[45, 15], [25, 15]], 0.60, 0.13),
        ([[25, 35], [5, 35]], 0.60, 0.26),
    ],
)
def test_the_paradoxes(table: list[list[int]], agree: float, kappa: float) -> None:
    given = judgements_of_table(table)
    assert coefficient("percent", given).value == pytest.approx(agree)
    assert coefficient("cohen", given).value == pytest.approx(kappa, abs=0.005)


def test_fleiss_psychiatrists() -> None:
    """Fleiss (1971), Psychol. Bull. 76, 378-382: thirty patients, six raters; kappa 0.430."""
    counts = [
        (0, 0, 0, 6, 0), (0, 3, 0, 0, 3), (0, 1, 4, 0, 1), (0, 0, 0, 0, 6), (0, 3, 0, 3, 0), (2, 0, 4, 0, 0),
        (0, 0, 4, 0, 2), (2, 0, 3, 1, 0), (2, 0, 0, 4, 0), (0, 0, 0, 0, 6), (1, 0, 0, 5, 0), (1, 1, 0, 4, 0),
        (0, 3, 3, 0, 0), (1, 0, 0, 5, 0), (0, 2, 0, 3, 1), (0, 0, 5, 0, 1), (3, 0, 0, 1, 2), (5, 1, 0, 0, 0),
        (0, 2, 0, 4, 0), (1, 0, 2, 0, 3), (0, 0, 0, 0, 6), (0, 1, 0, 5, 0), (0, 2, 0, 1, 3), (2, 0, 0, 4, 0),
        (1, 0, 0, 4, 1), (0, 5, 0, 1, 0), (4, 0, 0, 0, 2), (0, 2, 0, 4, 0), (1, 0, 5, 0, 0), (0, 0, 0, 0, 6),
    ]  # fmt: skip
    given = judgements_of_counts([list(row) for row in counts], ("D", "P", "S", "N", "O"))
    found = coefficient("fleiss", given)
    assert found.value == pytest.approx(0.430, abs=0.0005)
    assert [found.observed, found.expected] == pytest.approx([0.5556, 0.2201], abs=0.0003)
    assert found.categories == 5
    single = [one.value for one in by_category("fleiss", given).values()]
    assert single == pytest.approx([0.248, 0.248, 0.517, 0.470, 0.565], abs=0.005)
    assert coefficient("conger", given).undefined == ANONYMOUS


# A second implementation, from the definitions, by loops over pairs of judgements.


def pairs_of(unit: list[int]) -> list[tuple[int, int]]:
    return list(permutations(unit, 2))


def apart(one: float, other: float, level: str, said: list[int], counts: np.ndarray) -> float:
    if level == "nominal":
        return float(one != other)
    if level == "interval":
        return (one - other) ** 2
    if level == "ratio":
        return ((one - other) / (one + other)) ** 2 if one + other else 0.0
    low, high = sorted((one, other))
    between = sum(counts[value] for value in said if low <= value <= high)
    return 0.0 if low == high else float(between - (counts[int(low)] + counts[int(high)]) / 2) ** 2


def alpha_by_loops(rows: np.ndarray, level: str) -> float | None:
    units = [[int(one) for one in row if one >= 0] for row in rows]
    units = [unit for unit in units if len(unit) > 1]
    every = [one for unit in units for one in unit]
    counts = np.bincount(every, minlength=10)
    said = sorted(set(every))
    observed = sum(
        apart(a, b, level, said, counts) / (len(unit) - 1) for unit in units for a, b in pairs_of(unit)
    ) / max(len(every), 1)
    expected = sum(apart(a, b, level, said, counts) for a, b in pairs_of(every)) / max(len(every) * (len(every) - 1), 1)
    return 1 - observed / expected if expected else None


def some(seed: int, coders: int, *, missing: float) -> np.ndarray:
    chance = np.random.default_rng(seed)
    true = chance.integers(0, 4, size=(25, 1))
    rows = np.where(chance.random((25, coders)) < 0.7, true, chance.integers(0, 4, size=(25, coders)))
    return np.where(chance.random((25, coders)) < missing, -1, rows)


def listed(rows: np.ndarray) -> Judgements:
    return judgements_of([[None if one < 0 else int(one) for one in row] for row in rows])


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("coders", [2, 3, 6])
def test_alpha_by_loops(level: str, missing: float, coders: int) -> None:
    for seed in range(4):
        rows = some(seed, coders, missing=missing)
        expected = alpha_by_loops(rows, level)
        given = listed(rows)
        assert alpha(given, level).value == pytest.approx(expected, abs=1e-12)
        assert alphas(given, level, given.times[None])[0] == pytest.approx(expected, abs=1e-12)
        # What nobody said changes nothing.
        wide = judgements_of([[None if one < 0 else int(one) for one in row] for row in rows], range(9))
        assert alpha(wide, level).value == pytest.approx(expected, abs=1e-12)


def chance_by_loops(name: str, rows: np.ndarray, weights: np.ndarray) -> float:
    """E from the definitions: habits of all, of each, or none."""
    many = len(weights)
    if name == "brennan-prediger":
        return float(weights.sum()) / many**2
    shares = np.array([
        [np.mean(row[row >= 0] == value) for value in range(many)] for row in rows if (row >= 0).any()
    ])  # fmt: skip
    said = shares.mean(axis=0)
    if name == "fleiss":
        return float(sum(weights[a, b] * said[a] * said[b] for a in range(many) for b in range(many)))
    if name == "gwet":
        return float(weights.sum() / (many * (many - 1)) * sum(one * (1 - one) for one in said))
    own = [
        np.array([np.mean(rows[:, c][rows[:, c] >= 0] == value) for value in range(many)]) for c in range(rows.shape[1])
    ]
    return float(np.mean([one @ weights @ other for one, other in combinations(own, 2)]))


@pytest.mark.parametrize("name", ["fleiss", "gwet", "conger", "brennan-prediger"])
@pytest.mark.parametrize("weighting", WEIGHTINGS)
@pytest.mark.parametrize("coders", [2, 4])
def test_coefficients_by_loops(name: str, weighting: str, coders: int) -> None:
    for seed, missing in ((0, 0.0), (1, 0.25)):
        rows = some(seed, coders, missing=missing)
        given = listed(rows)
        weights = weights_of(weighting, given.values)
        parts = [
            np.mean([weights[a, b] for a, b in pairs_of([int(one) for one in row if one >= 0])])
            for row in rows if (row >= 0).sum() > 1
        ]  # fmt: skip
        agree, chance = float(np.mean(parts)), chance_by_loops(name, rows, weights)
        found = coefficient(name, given, weighting)
        assert [found.observed, found.expected] == pytest.approx([agree, chance])
        assert found.value == pytest.approx((agree - chance) / (1 - chance))


def test_two_coders_habits_are_those_of_units_both_judged() -> None:
    """Cohen (1960) and Scott (1955) know no missing judgements."""
    rows = some(3, 2, missing=0.2)
    both = rows[(rows >= 0).all(axis=1)]
    for name, with_all in (("cohen", "conger"), ("scott", "fleiss")):
        assert coefficient(name, listed(rows)).value == pytest.approx(coefficient(with_all, listed(both)).value)


@pytest.mark.parametrize("weighting", WEIGHTINGS)
def test_weights_are_weights(weighting: str) -> None:
    weights = weights_of(weighting, np.array([1.0, 2.0, 4.0, 7.0]))
    assert np.allclose(weights, weights.T)
    assert np.allclose(np.diag(weights), 1)
    assert weights.min() == pytest.approx(0, abs=1e-12)
    assert weights.max() == 1


def test_linear_and_quadratic_weights_of_three_steps() -> None:
    assert weights_of("linear", np.array([1.0, 2, 3])).tolist() == [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]
    assert weights_of("quadratic", np.array([1.0, 2, 3]))[0].tolist() == [1, 0.75, 0]
    assert weights_of("ordinal", np.array([1.0, 2, 3]))[0].tolist() == pytest.approx([1, 2 / 3, 0])


def test_own_distances() -> None:
    """Artstein & Poesio (2008), Computational Linguistics 34, p. 568: half a disagreement where one says Chck."""
    table = judgements_of_table([[46, 0, 0], [6, 32, 6], [0, 0, 10]], ("STAT", "IReq", "Chck"))
    weights = custom_weights({("STAT", "Chck"): 0.5, ("IReq", "Chck"): 0.5}, table.categories)
    assert coefficient("alpha", table, weights).value == pytest.approx(0.8156, abs=0.001)


def test_undefined_is_said_and_why() -> None:
    same = judgements_of([[1, 1], [1, 1], [1, 1]])
    for name in ("cohen", "scott", "fleiss", "conger", "alpha"):
        found = coefficient(name, same)
        assert (found.value, found.undefined) == (None, ONE_CATEGORY), name
    assert alpha(same, "interval").undefined == ONE_CATEGORY
    assert coefficient("percent", same).value == 1
    assert coefficient("gwet", same).undefined == "there is only one category to choose from"
    # There were two to choose from, and chance is set by the number, not by what was said.
    wide = judgements_of([[1, 1], [1, 1]], (0, 1))
    assert coefficient("brennan-prediger", wide).value == 1
    assert coefficient("gwet", wide).value == 1
    alone = judgements_of([[1, None], [None, 2]])
    for name in NAMES:
        assert coefficient(name, alone).undefined == NOBODY, name
    three = judgements_of([[1, 1, 2], [2, 2, 2]])
    assert coefficient("cohen", three).undefined == TWO_CODERS
    assert coefficient("alpha", judgements_of([])).undefined == NOBODY


def test_wrong_input_is_refused_in_words() -> None:
    with pytest.raises(BadValueError, match="needs a place for each coder"):
        judgements_of([[1, 2], [1]])
    with pytest.raises(BadValueError, match="none of the categories: yes, no"):
        judgements_of([["yes", "maybe"]], ("yes", "no"))
    with pytest.raises(BadValueError, match="as many rows as columns"):
        judgements_of_table([[1, 2, 3], [1, 2, 3]])
    with pytest.raises(BadValueError, match="are no weights"):
        coefficient("gwet", judgements_of([[1, 2]]), "cubic")
    with pytest.raises(BadValueError, match="no level of measurement"):
        alpha(judgements_of([[1, 2]]), "cardinal")
    with pytest.raises(BadValueError, match="from 0 upwards"):
        alpha(judgements_of([[-1.5, 2]]), "ratio")


def test_a_million_numbers_are_a_few_patterns_and_give_the_same() -> None:
    rows = some(5, 3, missing=0.0)
    many = np.repeat(rows, 400, axis=0)
    given = judgements_of(many)
    assert len(given.patterns) <= 64
    assert given.units == 10_000
    assert coefficient("fleiss", given).value == pytest.approx(coefficient("fleiss", listed(rows)).value)
    holes = np.where(some(5, 3, missing=0.3) < 0, np.nan, rows)
    plain = [[None if np.isnan(one) else int(one) for one in row] for row in holes]
    assert judgements_of(holes).categories == (0, 1, 2, 3)
    assert alpha(judgements_of(holes), "ordinal").value == alpha(judgements_of(plain), "ordinal").value


def test_resamples_are_computed_at_once_as_one_by_one() -> None:
    given = listed(some(7, 3, missing=0.2))
    chance = np.random.default_rng(1)
    times = chance.integers(0, 3, size=(5, len(given.times))).astype(np.float64)
    for name in ("percent", "fleiss", "conger", "brennan-prediger", "gwet", "alpha"):
        weights = weights_of("quadratic", given.values)
        together = terms(name, given, weights, times).value
        for row, value in zip(times, together, strict=True):
            alone = Judgements(given.patterns, row, given.categories)
            assert terms(name, alone, weights).value == pytest.approx(value)


def test_resampled_pairs_are_the_same_for_the_same_seed() -> None:
    given = judgements_of(FOUR)
    found = resampled_pairs(given, resamples=500, seed=3)
    assert found == resampled_pairs(given, resamples=500, seed=3)
    assert found != resampled_pairs(given, resamples=500, seed=4)
    assert found.pairs == 1 * 3 + 8 * 6 + 3 + 1 - 0
    assert found.low is not None
    assert found.value is not None
    assert found.low < found.value
    assert resampled_pairs(judgements_of([[1, 1]])).value is None
