"""How far two categories are apart: weights between 0 and 1, and Krippendorff's differences.

A weight is what two different judgements count as agreement: 1 for the same category, 0 for nothing in common.
Formulas: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3.5 and appendix B.

What a careful reader would get wrong: *ordinal* weights and Krippendorff's *ordinal* difference are two things. The
weights depend on the order of the categories alone, the difference also on how often each was said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, get_args

import numpy as np

from crosscase.analyses.agreement.judgements import Floats
from crosscase.errors import BadValueError

Weighting = Literal["identity", "linear", "quadratic", "radical", "ratio", "ordinal", "circular", "bipolar"]
Level = Literal["nominal", "ordinal", "interval", "ratio"]
WEIGHTINGS: Final[tuple[str, ...]] = get_args(Weighting)
LEVELS: Final[tuple[str, ...]] = get_args(Level)


def weights_of(name: str, values: Floats) -> Floats:
    """Categories × categories: what saying the one and the other counts as agreement.

    Args:
        name: one of `WEIGHTINGS`.
        values: the categories as numbers (`Judgements.values`).

    Raises:
        BadValueError: there are no such weights.
    """
    if name not in WEIGHTINGS:
        message = f"{name!r} are no weights. Choose one of: {', '.join(WEIGHTINGS)}."
        raise BadValueError(message)
    if len(values) < 2:
        return np.eye(len(values))
    return _MAKERS[name](values)


def custom_weights(distances: Mapping[tuple[object, object], float], categories: Sequence[object]) -> Floats:
    """Weights from distances between named categories, 1 less the distance over the largest; a pair left out is 1."""
    number = {one: place for place, one in enumerate(categories)}
    apart = np.ones((len(number), len(number)))
    np.fill_diagonal(apart, 0.0)
    for (one, other), distance in distances.items():
        apart[number[one], number[other]] = apart[number[other], number[one]] = distance
    return np.asarray(1 - apart / max(float(apart.max(initial=0)), 1e-300))


def _identity(values: Floats) -> Floats:
    return np.eye(len(values))


def _power(values: Floats, power: float) -> Floats:
    apart = np.abs(values[:, None] - values[None, :])
    return np.asarray(1 - (apart / apart.max()) ** power)


def _ratio(values: Floats) -> Floats:
    together = values[:, None] + values[None, :]
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = np.where(together == 0, 0.0, ((values[:, None] - values[None, :]) / together) ** 2)
    return np.asarray(1 - apart / _largest_ratio(values))


def _largest_ratio(values: Floats) -> float:
    low, high = float(values.min()), float(values.max())
    return ((high - low) / (high + low)) ** 2


def _ordinal(values: Floats) -> Floats:
    # Pairs that can be made of the ranks from the one to the other, of those of all ranks.
    rank = np.argsort(np.argsort(values))
    between = np.abs(rank[:, None] - rank[None, :]) + 1
    pairs = between * (between - 1) / 2
    return np.asarray(1 - pairs / pairs.max())


def _circular(values: Floats) -> Floats:
    round_ = float(values.max() - values.min()) + 1
    apart = np.sin(np.pi * (values[:, None] - values[None, :]) / round_) ** 2
    return np.asarray(1 - apart / apart.max())


def _bipolar(values: Floats) -> Floats:
    low, high = float(values.min()), float(values.max())
    one, other = values[:, None], values[None, :]
    below = (one + other - 2 * low) * (2 * high - one - other)
    apart = np.where(one == other, 0.0, (one - other) ** 2 / np.where(below == 0, 1.0, below))
    return np.asarray(1 - apart / apart.max())


_MAKERS: Final[Mapping[str, Callable[[Floats], Floats]]] = {
    "identity": _identity,
    "linear": lambda values: _power(values, 1.0),
    "quadratic": lambda values: _power(values, 2.0),
    "radical": lambda values: _power(values, 0.5),
    "ratio": _ratio,
    "ordinal": _ordinal,
    "circular": _circular,
    "bipolar": _bipolar,
}
