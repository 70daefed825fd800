"""Intervals by drawing documents anew: how far a coefficient would swing with other interviews of the same kind.

Documents are drawn with replacement, as many as there are, and every coefficient is worked out again each time (Efron &
Tibshirani 1993, ch. 13: the percentile interval). Units within a document hang together and are never drawn apart.

What a careful reader would get wrong: an interval says how much hangs on *these* documents. It says nothing of other
coders, and with a handful of documents hardly anything at all.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from crosscase.analyses.agreement.judgements import Floats

FEWEST: Final = 5
"""With fewer documents there is no interval."""
ROUGH: Final = 20
"""With fewer it is rough, and said to be."""


def draws(documents: int, resamples: int, seed: int) -> Floats:
    """Resamples × documents: how often each was drawn."""
    chance = np.random.default_rng(seed)
    return chance.multinomial(documents, np.full(documents, 1 / documents), size=resamples).astype(np.float64)


def drawn_sums(times: Floats, by_text: Floats) -> Floats:
    """Draws × columns: the sums of columns over the texts drawn.

    A product of matrices, taken without the library that would wake all processors for it: these are hundreds of small
    ones, and waking takes longer than multiplying.
    """
    return np.asarray(np.einsum("dt,tc->dc", times, np.ascontiguousarray(by_text)))


def interval(values: Floats, confidence: float) -> tuple[float, float] | None:
    """The percentile interval; None where too many resamples leave the coefficient undefined."""
    defined = np.sort(values[~np.isnan(values)])
    if len(defined) < 0.5 * len(values) or not len(defined):
        return None
    edge = (1 - confidence) / 2
    places = np.array([edge, 1 - edge]) * (len(defined) - 1)
    low, high = np.interp(places, np.arange(len(defined)), defined).tolist()
    return low, high
