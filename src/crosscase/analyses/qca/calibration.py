"""From what is known of a case to its membership in a set (Ragin 2008, ch. 5).

Direct method: three anchors are set from outside the data, full non-membership, the crossover and full membership. What
lies between is turned into log odds, ±3 at the outer anchors and 0 at the crossover, and these into degrees between
0 and 1. So the outer anchors are .047 and .953, and the crossover is exactly one half.

What a careful reader would get wrong: one half means that nobody can say whether the case is more in than out. A
case at the crossover belongs to no row of a truth table.
"""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt

from crosscase.errors import BadValueError

Floats = npt.NDArray[np.float64]
LOG_ODDS = 3.0


class AnchorsError(BadValueError):
    """Anchors that do not stand in order."""

    code = "anchors"

    def __init__(self) -> None:
        super().__init__(
            "The crossover has to lie between full non-membership and full membership, and all three must differ."
        )


class Anchors(msgspec.Struct, frozen=True):
    """Where a set begins and ends; full membership may lie below, where less of it is more of the set."""

    full_out: float
    crossover: float
    full_in: float

    def __post_init__(self) -> None:
        if not (self.full_out < self.crossover < self.full_in or self.full_out > self.crossover > self.full_in):
            raise AnchorsError


def fuzzy(values: Floats, anchors: Anchors, log_odds: float = LOG_ODDS) -> Floats:
    """Degrees of membership by the direct method; a value that is not known (nan) stays so.

    Args:
        values: what was measured.
        anchors: on the same scale.
        log_odds: at the outer anchors; Ragin has 3, some programs ln 19, for .05 and .95.

    Raises:
        AnchorsError: the anchors are not in order.
    """
    away = np.asarray(values, dtype=np.float64) - anchors.crossover
    up = anchors.full_in - anchors.crossover
    beyond = away * np.sign(up) >= 0
    scaled = np.where(beyond, away / up, away / (anchors.crossover - anchors.full_out))
    odds: Floats = 1 / (1 + np.exp(-np.clip(log_odds * scaled, -700, 700)))
    return odds


def crisp(values: Floats, threshold: float, *, downwards: bool = False) -> Floats:
    """In (1) from the threshold on, else out (0); `downwards`: in up to the threshold."""
    values = np.asarray(values, dtype=np.float64)
    inside = values <= threshold if downwards else values >= threshold
    return np.where(np.isnan(values), np.nan, inside.astype(np.float64))


def steps(values: Floats, thresholds: tuple[float, ...]) -> Floats:
    """A multi-value condition: how many thresholds each value has reached (Cronqvist & Berg-Schlosser 2009)."""
    values = np.asarray(values, dtype=np.float64)
    reached = np.searchsorted(np.array(sorted(thresholds)), values, side="right").astype(np.float64)
    return np.where(np.isnan(values), np.nan, reached)
