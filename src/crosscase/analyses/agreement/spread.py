"""The standard error of a coefficient over units: how far it would swing with other units of the same kind.

Each unit's influence on a coefficient is worked out (Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 5.3
and 5.4), and the error is the root of the sum of their squares over n (n - 1); for a table of two coders over n²,
as in his ch. 5.3.1.

What a careful reader would get wrong: this takes units for independent. The characters of one passage are not; for
codings of texts use the interval from resampling documents (`resampling`), which is much wider and right.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from crosscase.analyses.agreement.coefficients import agreeing, habits, own_habits, terms
from crosscase.analyses.agreement.judgements import Floats, Judgements


def standard_error(name: str, judgements: Judgements, weights: Floats) -> float | None:
    """The standard error of a defined coefficient; None of a single unit."""
    if name in {"cohen", "scott"}:
        judgements = judgements.complete()
    if name == "alpha":
        judgements = _of_several(judgements)
    anybody = judgements.judged >= 1
    number = float(judgements.times[anybody].sum())
    if number <= 1:
        return None
    found = terms(name, judgements, weights)
    value = float(found.value)
    pulls = _alpha_pulls(judgements, weights) if name == "alpha" else _pulls(name, judgements, weights, value)
    squares = float((judgements.times * anybody * pulls**2).sum())
    return float(np.sqrt(squares / (number * (number if judgements.tabled else number - 1))))


def _of_several(judgements: Judgements) -> Judgements:
    several = judgements.judged >= 2
    return replace(judgements, patterns=judgements.patterns[several], times=judgements.times[several])


def _pulls(name: str, judgements: Judgements, weights: Floats, value: float) -> Floats:
    """For each pattern how far one such unit pulls the coefficient (Gwet 2014, 5.13 and what follows)."""
    times, judged = judgements.times, judgements.judged
    number, several = float(times[judged >= 1].sum()), float(times[judged >= 2].sum())
    chance = float(terms(name, judgements, weights).expected)
    own = number / several * (agreeing(judgements, weights) - chance * (judged >= 2)) / (1 - chance)
    return np.asarray(own - value - 2 * (1 - value) * _chance_pulls(name, judgements, weights, chance) / (1 - chance))


def _chance_pulls(name: str, judgements: Judgements, weights: Floats, chance: float) -> Floats:
    """Half of how far one unit of each pattern pulls E."""
    times, judged = judgements.times, np.maximum(judgements.judged, 1)[:, None]
    parts = judgements.counts / judged
    if name in {"percent", "brennan-prediger"}:
        return np.zeros(len(times))
    if name == "gwet":
        many = len(weights)
        return np.asarray(weights.sum() / (many * (many - 1)) * (parts @ (1 - habits(judgements, times))) - chance)
    if name in {"scott", "fleiss"}:
        either = (weights + weights.T) / 2
        return np.asarray(parts @ (either @ habits(judgements, times)) - chance)
    return _own_pulls(judgements, weights)


def _own_pulls(judgements: Judgements, weights: Floats) -> Floats:
    """The same where each coder has habits of their own."""
    times, patterns = judgements.times, judgements.patterns
    own = own_habits(judgements, times)
    either = (weights + weights.T) / 2
    others = (own.sum(axis=0) - own) @ either
    there = int((own.sum(axis=1) > 0).sum())
    number = float(times[judgements.judged >= 1].sum())
    pull = np.zeros(len(times))
    for coder in range(judgements.coders):
        did = patterns[:, coder] >= 0
        mine = float(times[did].sum())
        if mine:
            mean = float(own[coder] @ others[coder])
            pull[did] += number / mine * (others[coder][patterns[did, coder]] - mean)
    return pull / (there * (there - 1))


def _alpha_pulls(judgements: Judgements, weights: Floats) -> Floats:
    """Krippendorff's alpha as Gwet writes it, A corrected for the finite number of values (2014, ch. 5.4).

    His two published forms are not the same: what chance adds is taken twice for raw judgements and tables of two
    coders, and once where only the distribution of coders over categories is known. Each is followed for its own.
    """
    times, judged, counts = judgements.times, judgements.judged, judgements.counts
    number = float(times.sum())
    mean = float(times @ judged) / number
    agreed = (((counts @ weights) * counts).sum(axis=1) - judged) / (mean * (judged - 1))
    small = 1 / (number * mean)
    raw = float(times @ agreed) / number
    part = (1 - small) * raw + small
    said = (times @ counts) / (number * mean)
    chance = float(said @ weights @ said)
    more = (judged - mean) / mean
    of_chance = (counts @ (((weights + weights.T) / 2) @ said)) / mean - chance * more - chance
    if judgements.anonymous:
        value = (part - chance) / (1 - chance)
        own = ((1 - small) * (agreed - raw * more) + small - chance) / (1 - chance)
        return np.asarray(own - (1 - value) * of_chance / (1 - chance) - value)
    value = (raw - chance) / (1 - chance)
    own = (agreed - part * more - chance) / (1 - chance)
    return np.asarray(own - 2 * (1 - value) * of_chance / (1 - chance) - value)
