"""Cases with their memberships: what all of a configurational analysis is computed on.

A condition is crisp (0 or 1), fuzzy (degrees from 0 to 1) or multi-value (0, 1, 2, …, of which a case has one). A
literal is a condition at one of its values; *absent* is 1 minus the membership, *and* the smaller, *or* the larger
(Zadeh 1965; Ragin 2000). A term is one value for each condition, or `ANY` where the condition does not matter.

What a careful reader would get wrong: a fuzzy case has some membership in many configurations, but more than one half
in one of them at most. That one is where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from crosscase.analyses.qca.calibration import Floats
from crosscase.errors import BadValueError
from crosscase.frames.intervals import Ints

ANY = -1
HALF = 0.5
Term = tuple[int, ...]


class MembershipError(BadValueError):
    """A membership that is none."""

    code = "membership"

    def __init__(self, case: str, condition: str, value: float) -> None:
        super().__init__(
            f"{case} has {value:g} in {condition}. A membership lies between 0 and 1, and a multi-value condition has "
            "whole numbers from 0."
        )


@dataclass(frozen=True, eq=False)
class Cases:
    """Cases × conditions, and an outcome.

    Attributes:
        names: of the conditions, in order.
        labels: of the cases.
        values: memberships, or values of a multi-value condition.
        outcome: memberships.
        levels: for each condition how many values it has; 2 for crisp and fuzzy ones.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    values: Floats
    outcome: Floats
    levels: tuple[int, ...]

    @cached_property
    def bracketed(self) -> bool:
        """Whether literals are written as `DEV[1]`: there is a condition with more than two values."""
        return any(level > 2 for level in self.levels)

    def literal(self, condition: int, value: int) -> Floats:
        """Membership of each case in a condition at a value."""
        values: Floats = self.values[:, condition]
        if self.levels[condition] > 2:
            return np.where(values == value, 1.0, 0.0)
        found: Floats = values if value else 1 - values
        return found

    def membership(self, term: Term) -> Floats:
        """Membership of each case in a term: its smallest in a literal of it; in the term of no literal, full."""
        found = np.ones(len(self.labels))
        for condition, value in enumerate(term):
            if value != ANY:
                found = np.minimum(found, self.literal(condition, value))
        return found

    def belongs(self) -> Ints:
        """For each case the values of its own configuration; `ANY` where it stands at one half."""
        found = np.where(self.values > HALF, 1, 0)
        for condition, level in enumerate(self.levels):
            if level > 2:
                found[:, condition] = self.values[:, condition].astype(np.int64)
            else:
                found[self.values[:, condition] == HALF, condition] = ANY
        return found.astype(np.int64)

    def written(self, term: Term) -> str:
        """A term as it is printed: `DEV*~URB`, or `DEV[1]*URB[0]`; `1` where nothing is left that matters."""
        parts = []
        for name, value in zip(self.names, term, strict=True):
            if value != ANY:
                parts.append(f"{name}[{value}]" if self.bracketed else name if value else f"~{name}")
        return "*".join(parts) or "1"

    def negated(self) -> Cases:
        """The same cases with the absence of the outcome."""
        return Cases(self.names, self.labels, self.values, 1 - self.outcome, self.levels)

    def without(self, case: int) -> Cases:
        """The same without one case."""
        kept = np.arange(len(self.labels)) != case
        labels = tuple(label for at, label in enumerate(self.labels) if at != case)
        return Cases(self.names, labels, self.values[kept], self.outcome[kept], self.levels)


def cases_of(
    names: Sequence[str], labels: Sequence[str], values: Floats, outcome: Floats, *, multivalue: Sequence[str] = ()
) -> Cases:  # fmt: skip
    """Cases, checked.

    Args:
        names, labels: of conditions and cases.
        values: cases × conditions.
        outcome: of each case.
        multivalue: which conditions have values and not memberships.

    Raises:
        MembershipError: a number that is no membership, or not known.
    """
    values, outcome = np.asarray(values, dtype=np.float64), np.asarray(outcome, dtype=np.float64)
    levels = []
    for condition, name in enumerate(names):
        column = values[:, condition]
        several = name in multivalue
        fits = (column >= 0) & ((column == np.floor(column)) if several else (column <= 1))
        if not fits.all():
            at = int(np.flatnonzero(~fits)[0])
            raise MembershipError(labels[at], name, float(column[at]))
        levels.append(max(2, int(column.max(initial=0)) + 1) if several else 2)
    wrong = ~((outcome >= 0) & (outcome <= 1))
    if wrong.any():
        at = int(np.flatnonzero(wrong)[0])
        outcome_name = "the outcome"
        raise MembershipError(labels[at], outcome_name, float(outcome[at]))
    return Cases(tuple(names), tuple(labels), values, outcome, tuple(levels))
