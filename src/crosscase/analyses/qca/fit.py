"""How well the data fit a statement: consistency, coverage and what they are corrected by.

X is sufficient for Y where X is never above Y; it is necessary where it is never below (Ragin 2006, 2008, ch. 3):

* sufficiency: consistency Σmin(x,y)/Σx, coverage Σmin(x,y)/Σy;
  PRI (Σmin(x,y) - Σmin(x,y,1-y)) / (Σx - Σmin(x,y,1-y)), which falls where X is as sufficient for not-Y;
* necessity: consistency Σmin(x,y)/Σy, coverage Σmin(x,y)/Σx;
  relevance RoN Σ(1-x)/Σ(1-min(x,y)), near 0 where X is there in nearly every case (Schneider & Wagemann 2012, p. 236).

What a careful reader would get wrong: where nothing is in the set there is no consistency. It is None, and not 0 or 1.
"""

from __future__ import annotations

import msgspec
import numpy as np

from crosscase.analyses.qca.calibration import Floats


class Sufficiency(msgspec.Struct, frozen=True):
    """How sufficient something is.

    Attributes:
        consistency, pri: None where no case has any membership in it.
        coverage: how much of the outcome it accounts for; None where there is no outcome.
        unique: how much only it accounts for, of the terms of a model; None outside of one.
    """

    consistency: float | None
    pri: float | None
    coverage: float | None
    unique: float | None = None


class Necessity(msgspec.Struct, frozen=True):
    """How necessary something is."""

    consistency: float | None
    coverage: float | None
    relevance: float | None


def sufficiency(x: Floats, y: Floats, others: Floats | None = None) -> Sufficiency:
    """How sufficient x is for y; `others` is the membership in the rest of the model."""
    both, contrary = np.minimum(x, y), np.minimum(np.minimum(x, y), 1 - y)
    unique = None
    if others is not None:
        beside = np.minimum(others, y)
        unique = ratio(float(np.minimum(np.maximum(x, others), y).sum() - beside.sum()), float(y.sum()))
    return Sufficiency(
        ratio(both.sum(), x.sum()), ratio(both.sum() - contrary.sum(), x.sum() - contrary.sum()),
        ratio(both.sum(), y.sum()), unique,
    )  # fmt: skip


def necessity(x: Floats, y: Floats) -> Necessity:
    """How necessary x is for y."""
    both = np.minimum(x, y)
    return Necessity(
        ratio(both.sum(), y.sum()), ratio(both.sum(), x.sum()), ratio((1 - x).sum(), (1 - both).sum())
    )  # fmt: skip


def ratio(part: float, whole: float) -> float | None:
    """A share; None where there is nothing to share."""
    return float(part) / float(whole) if whole > 1e-12 else None
