"""Krippendorff's alpha for nominal, ordinal, interval and ratio judgements, any number of coders, any missing.

alpha = 1 - D observed / D expected over the values that can be paired: those of units that two or more coders judged
(Krippendorff 2019, Content Analysis, 4th ed., ch. 12.3; Krippendorff 2011, Computing Krippendorff's
Alpha-Reliability). Differences between two values c and k:

nominal 0 or 1; ordinal (half of n_c and n_k and all between)², which is the squared distance of their mid-ranks;
interval (c - k)²; ratio ((c - k) / (c + k))².

What a careful reader would get wrong: alpha is undefined when every value is the same. Perfect agreement and no
variation look alike in the data, but not in a methods section.
"""

from __future__ import annotations

import msgspec
import numpy as np

from crosscase.analyses.agreement.coefficients import (
    NOBODY,
    ONE_CATEGORY,
    Coefficient,
    coefficient,
    divided,
)
from crosscase.analyses.agreement.judgements import Floats, Judgements
from crosscase.analyses.agreement.weights import LEVELS
from crosscase.errors import BadValueError

# So many differences are held at once.
_BLOCK = 1 << 22


class Resampled(msgspec.Struct, frozen=True, kw_only=True):
    """Alpha under resampled pairs.

    Attributes:
        value: None where alpha is undefined.
        low, high: the interval that holds `confidence` of the resamples.
        pairs: how many pairs of judgements there are; so many are drawn each time.
        below: by level asked for, the part of resamples that fall below it.
    """

    value: float | None
    low: float | None
    high: float | None
    pairs: int
    below: dict[float, float]


def alpha(judgements: Judgements, level: str = "nominal") -> Coefficient:
    """Krippendorff's alpha; its `observed` and `expected` are 1 - D, D on a scale of its own but for nominal.

    Raises:
        BadValueError: there is no such level of measurement; ratios of numbers below 0.
    """
    _refuse_other(level, judgements)
    if level == "nominal":
        return coefficient("alpha", judgements)
    many = len(judgements.categories)
    times, number = judgements.times, _pairable(judgements, judgements.times)
    total = float(number.sum())
    if not total:
        return Coefficient(name="alpha", undefined=NOBODY, categories=many)
    differing = float(times @ _within(judgements, level, number)) / total
    by_chance = _between(judgements, level, number) / (total * (total - 1))
    if by_chance <= 0:
        return Coefficient(name="alpha", undefined=ONE_CATEGORY, categories=many)
    return Coefficient(
        name="alpha", value=1 - differing / by_chance, observed=1 - differing, expected=1 - by_chance, categories=many
    )


def alphas(judgements: Judgements, level: str, times: Floats) -> Floats:
    """Alpha of each of many resamples, one row of `times` each; NaN where it is undefined."""
    found = np.full(len(times), np.nan)
    for place, row in enumerate(times):
        number = _pairable(judgements, row)
        total = float(number.sum())
        by_chance = _between(judgements, level, number)
        if total and by_chance > 0:
            found[place] = 1 - float(row @ _within(judgements, level, number)) * (total - 1) / by_chance
    return found


def resampled_pairs(
    judgements: Judgements, level: str = "nominal", *, resamples: int = 10_000, seed: int = 1, confidence: float = 0.95,
    at_least: tuple[float, ...] = (0.667, 0.7, 0.8),
) -> Resampled:  # fmt: skip
    """Alpha with the interval of Hayes & Krippendorff (2007): pairs are drawn anew, D expected stays as it is.

    Raises:
        BadValueError: there is no such level of measurement.
    """
    plain = alpha(judgements, level)
    number = _pairable(judgements, judgements.times)
    total = float(number.sum())
    judged = judgements.judged
    pairs = int((judgements.times * (judged >= 2) * judged * (judged - 1) / 2).sum())
    if plain.value is None:
        return Resampled(value=None, low=None, high=None, pairs=pairs, below={})
    by_chance = _between(judgements, level, number) / (total * (total - 1))
    values = _scale(judgements, level, number)
    differences: list[Floats] = []
    times: list[Floats] = []
    for one in range(judgements.coders):
        for other in range(one + 1, judgements.coders):
            mine, theirs = judgements.patterns[:, one], judgements.patterns[:, other]
            both = (mine >= 0) & (theirs >= 0)
            apart = _apart(values[mine[both]], values[theirs[both]], level)
            differences.append(2 * apart / (judged[both] - 1) / total / by_chance)
            times.append(judgements.times[both])
    parts, number_of = np.unique(np.concatenate(differences), return_inverse=True)
    share = np.bincount(number_of, np.concatenate(times), len(parts))
    drawn = np.random.default_rng(seed).multinomial(pairs, share / share.sum(), size=resamples)
    found = np.maximum(1 - drawn @ parts, -1.0)
    edge = (1 - confidence) / 2
    low, high = np.quantile(found, [edge, 1 - edge]).tolist()
    below = {one: float((found < one).mean()) for one in at_least}
    return Resampled(value=plain.value, low=low, high=high, pairs=pairs, below=below)


def _refuse_other(level: str, judgements: Judgements) -> None:
    if level not in LEVELS:
        message = f"{level!r} is no level of measurement. Choose one of: {', '.join(LEVELS)}."
        raise BadValueError(message)
    if level == "ratio" and len(judgements.categories) and float(judgements.values.min()) < 0:
        message = "Ratios are of numbers from 0 upwards, and one is below. Take them as interval."
        raise BadValueError(message)


def _pairable(judgements: Judgements, times: Floats) -> Floats:
    """How often each category was said on units that two or more judged."""
    patterns = judgements.patterns
    there = (patterns >= 0) & (judgements.judged >= 2)[:, None]
    row, _ = np.nonzero(there)
    found = np.bincount(patterns[there], times[row], len(judgements.categories))
    return np.asarray(found, dtype=np.float64)


def _scale(judgements: Judgements, level: str, number: Floats) -> Floats:
    """What differences are taken of: the numbers themselves, places for nominal, mid-ranks for ordinal."""
    if level == "ordinal":
        order = np.argsort(judgements.values, kind="stable")
        ranks = np.empty(len(number))
        ranks[order] = np.cumsum(number[order]) - number[order] / 2
        return ranks
    return np.asarray(np.arange(len(number)) * 1.0 if level == "nominal" else judgements.values)


def _apart(one: Floats, other: Floats, level: str) -> Floats:
    if level == "nominal":
        return np.asarray(one != other, dtype=np.float64)
    if level == "ratio":
        together = one + other
        return np.asarray(((one - other) / np.where(together == 0, 1.0, together)) ** 2)
    return np.asarray((one - other) ** 2)


def _within(judgements: Judgements, level: str, number: Floats) -> Floats:
    """For each pattern the differences within it, over one less than its judgements."""
    scale, patterns, judged = _scale(judgements, level, number), judgements.patterns, judgements.judged
    several = np.where(judged >= 2, 1 / np.maximum(judged - 1, 1), 0.0)
    if level == "nominal":
        return np.asarray((judged**2 - (judgements.counts**2).sum(axis=1)) * several)
    said = patterns >= 0
    at = np.where(said, scale[np.maximum(patterns, 0)], 0.0)
    if level != "ratio":
        # Around the middle, so that large numbers keep their last digits.
        at = np.where(said, at - scale.mean(), 0.0)
        return np.asarray(2 * (judged * (at**2).sum(axis=1) - at.sum(axis=1) ** 2) * several)
    found = np.zeros(len(patterns))
    for one in range(judgements.coders):
        for other in range(one + 1, judgements.coders):
            both = said[:, one] & said[:, other]
            found[both] += 2 * _apart(at[both, one], at[both, other], level)
    return found * several


def _between(judgements: Judgements, level: str, number: Floats) -> float:
    """Differences between all values, whoever said them of what."""
    scale = _scale(judgements, level, number)
    if level == "nominal":
        return float(number.sum() ** 2 - number @ number)
    if level != "ratio":
        at = scale - (number @ scale) / max(float(number.sum()), 1e-300)
        return float(2 * (number.sum() * (number @ at**2) - (number @ at) ** 2))
    found, step = 0.0, max(1, _BLOCK // max(len(scale), 1))
    for low in range(0, len(scale), step):
        rows = slice(low, low + step)
        found += float(number[rows] @ divided_apart(scale[rows], scale) @ number)
    return found


def divided_apart(some: Floats, scale: Floats) -> Floats:
    """Squared ratios of differences to sums, some × all; 0 where both are 0."""
    together = some[:, None] + scale[None, :]
    return np.nan_to_num(divided((some[:, None] - scale[None, :]) ** 2, together**2))
