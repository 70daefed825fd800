"""The truth table: every configuration of conditions, the cases that belong to it, and whether the outcome follows.

A row is *observed* with enough cases of its own (membership above one half). Its outcome is 1 where it is consistent
enough with being sufficient, else 0; a row that is not observed is a *remainder* (Ragin 2008, ch. 7). It is
*contradictory* where some of its own cases have the outcome and others do not, whatever its consistency says.

Two things a careful reader would get wrong. The consistency of a row weighs all cases by their membership in it, not
only its own. And a contradictory row is a question to the cases, not an error: one goes back to them and looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Literal

import msgspec
import numpy as np

from crosscase.analyses.qca.calibration import Floats
from crosscase.analyses.qca.fit import Sufficiency, ratio
from crosscase.analyses.qca.sets import ANY, HALF, Cases, Term
from crosscase.errors import BadValueError

Outcome = Literal["1", "0", "?"]
MOST_CONDITIONS, MOST_ROWS = 12, 20_000
_CLOSE = 1e-9


class TooManyError(BadValueError):
    """More configurations than anybody can look at."""

    code = "too-many-conditions"

    def __init__(self, conditions: int) -> None:
        super().__init__(
            f"{conditions} conditions make too many configurations. Choose at most {MOST_CONDITIONS}, better four to "
            "seven: with each more, half of the configurations have no case."
        )


class Cuts(msgspec.Struct, frozen=True, kw_only=True):
    """Where lines are drawn.

    Attributes:
        consistency: a row with at least this much has the outcome.
        pri: and at least this much PRI; 0 asks for none.
        cases: a row with fewer cases of its own is not observed.
    """

    consistency: float = 0.8
    pri: float = 0.0
    cases: int = 1


@dataclass(frozen=True)
class Row:
    """A configuration.

    Attributes:
        number: from 1, as the values read as a number; the same in every table of these conditions.
        outcome: 1, 0, or ? for a remainder.
        cases: numbers of its own cases; `with_outcome` those of them that have it.
        fit: how sufficient it is for the outcome, over all cases.
    """

    number: int
    term: Term
    outcome: Outcome
    cases: tuple[int, ...]
    with_outcome: tuple[int, ...]
    fit: Sufficiency

    @property
    def contradictory(self) -> bool:
        """Some of its cases have the outcome and others do not."""
        return 0 < len(self.with_outcome) < len(self.cases)


@dataclass(frozen=True, eq=False)
class TruthTable:
    """All rows that have a case, in order; the others are remainders and counted.

    Attributes:
        nowhere: cases at one half in some condition, which belong to no row.
    """

    cases: Cases
    cuts: Cuts
    rows: tuple[Row, ...]
    nowhere: tuple[int, ...]

    @cached_property
    def size(self) -> int:
        """How many configurations there can be."""
        return prod(self.cases.levels)

    @cached_property
    def positive(self) -> tuple[Term, ...]:
        """Rows with the outcome."""
        return tuple(row.term for row in self.rows if row.outcome == "1")

    @cached_property
    def negative(self) -> tuple[Term, ...]:
        """Observed rows without it."""
        return tuple(row.term for row in self.rows if row.outcome == "0")

    @property
    def remainders(self) -> int:
        """How many configurations are not observed."""
        return self.size - len(self.positive) - len(self.negative)

    def row_number(self, term: Term) -> int:
        """The number of a configuration."""
        number = 0
        for value, level in zip(term, self.cases.levels, strict=True):
            number = number * level + value
        return number + 1

    def every(self) -> list[Term]:
        """All configurations, observed or not, in order."""
        return list(product(*(range(level) for level in self.cases.levels)))


def truth_table(cases: Cases, cuts: Cuts | None = None) -> TruthTable:
    """The truth table of cases.

    Raises:
        TooManyError: of so many conditions nobody can look at the rows.
    """
    cuts = cuts or Cuts()
    if len(cases.names) > MOST_CONDITIONS or prod(cases.levels) > MOST_ROWS:
        raise TooManyError(len(cases.names))
    belongs = cases.belongs()
    nowhere = np.flatnonzero((belongs == ANY).any(axis=1))
    own: dict[Term, list[int]] = {}
    for at in np.flatnonzero((belongs != ANY).all(axis=1)).tolist():
        own.setdefault(tuple(belongs[at].tolist()), []).append(at)
    table = TruthTable(cases, cuts, (), tuple(nowhere.tolist()))
    terms = sorted(own)
    having = cases.outcome > HALF
    rows = tuple(
        Row(
            table.row_number(term), term, _outcome(cuts, fit, len(own[term])), tuple(own[term]),
            tuple(at for at in own[term] if having[at]), fit,
        )
        for term, fit in zip(terms, _fits(cases, terms), strict=True)
    )  # fmt: skip
    return TruthTable(cases, cuts, rows, table.nowhere)


def _fits(cases: Cases, terms: list[Term]) -> list[Sufficiency]:
    """How sufficient each row is, all at once (see `fit.sufficiency`)."""
    memberships = np.ones((len(terms), len(cases.labels)))
    for condition, level in enumerate(cases.levels):
        literals = np.stack([cases.literal(condition, value) for value in range(level)])
        memberships = np.minimum(memberships, literals[[term[condition] for term in terms]])
    both = np.minimum(memberships, cases.outcome)
    contrary = np.minimum(both, 1 - cases.outcome).sum(axis=1).tolist()
    whole = float(cases.outcome.sum())
    return [
        Sufficiency(ratio(part, of), ratio(part - against, of - against), ratio(part, whole))
        for part, of, against in zip(both.sum(axis=1).tolist(), memberships.sum(axis=1).tolist(), contrary, strict=True)
    ]


def _outcome(cuts: Cuts, fit: Sufficiency, own: int) -> Outcome:
    if own < cuts.cases:
        return "?"
    enough = (fit.consistency or 0.0) >= cuts.consistency - _CLOSE
    return "1" if enough and (not cuts.pri or (fit.pri or 0.0) >= cuts.pri - _CLOSE) else "0"


def union(cases: Cases, terms: tuple[Term, ...]) -> Floats:
    """Membership of each case in any of these terms."""
    found = np.zeros(len(cases.labels))
    for term in terms:
        found = np.maximum(found, cases.membership(term))
    return found
