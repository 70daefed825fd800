"""The three solutions, each with all of its equally minimal models (Ragin & Sonnett 2005; Ragin 2008, ch. 8–9).

* *conservative* (complex): what was not observed is not assumed.
* *parsimonious*: any remainder may be assumed that makes the solution shorter.
* *intermediate*: only those of these remainders that agree with what theory expects of a condition. A literal that the
  parsimonious term does without is left out of a conservative term where it speaks against the expectation; the
  remainders that this takes in are the easy counterfactuals, and the rows are minimised once more with these.

A model is minimal where no other holds the rows with fewer terms. What a careful reader would get wrong: without any
expectation the intermediate solution is the conservative one, and with remainders assumed a short solution may rest on
cases that nobody has ever seen. How many were assumed is said with each model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Literal

import msgspec
import numpy as np

from crosscase.analyses.qca.covers import fewest
from crosscase.analyses.qca.cubes import avoiding, covers, within
from crosscase.analyses.qca.fit import Sufficiency, sufficiency
from crosscase.analyses.qca.sets import ANY, HALF, Cases, Term
from crosscase.analyses.qca.truth_table import TruthTable, union

Nature = Literal["conservative", "intermediate", "parsimonious"]
NATURES: tuple[Nature, ...] = ("conservative", "intermediate", "parsimonious")
Expected = Mapping[int, frozenset[int]]


class TermFit(msgspec.Struct, frozen=True, kw_only=True):
    """A term of a model: as it is written, its fit, and the cases it holds (numbers), also those against it."""

    written: str
    term: Term
    fit: Sufficiency
    cases: tuple[int, ...]
    without_outcome: tuple[int, ...]


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """One model: its terms by *or*.

    Attributes:
        uncovered: cases with the outcome that no term holds.
        assumed: configurations without a case that it takes in.
    """

    written: str
    terms: tuple[TermFit, ...]
    fit: Sufficiency
    uncovered: tuple[int, ...]
    assumed: tuple[Term, ...]


class Solution(msgspec.Struct, frozen=True, kw_only=True):
    """All equally minimal models of a nature; none where no row has the outcome.

    Attributes:
        complete: whether there are no more models than are given.
    """

    nature: Nature
    models: tuple[Model, ...]
    complete: bool = True


def solve(table: TruthTable, nature: Nature, expected: Expected | None = None) -> Solution:
    """The solution of a truth table.

    Args:
        table: with rows that have the outcome.
        nature: of the solution.
        expected: intermediate: for conditions by number the values that theory expects with the outcome.
    """
    chosen, complete = minimal(table, nature, expected)
    return Solution(nature=nature, models=tuple(_model(table, terms) for terms in chosen), complete=complete)


def minimal(
    table: TruthTable, nature: Nature, expected: Expected | None = None
) -> tuple[list[tuple[Term, ...]], bool]:  # fmt: skip
    """The terms of every equally minimal model, and whether these are all models."""
    positive, levels = table.positive, table.cases.levels
    if not positive:
        return [], True
    if nature == "conservative":
        return _models(within(positive, (), levels), positive)
    parsimonious, whole = _models(avoiding(positive, table.negative, levels), positive)
    if nature == "parsimonious":
        return parsimonious, whole
    conservative, also_whole = _models(within(positive, (), levels), positive)
    found: dict[tuple[Term, ...], None] = {}
    complete = whole and also_whole
    tried: set[frozenset[Term]] = set()
    for long, short in product(conservative, parsimonious):
        easy = easy_counterfactuals(table, long, short, expected or {})
        if frozenset(easy) in tried:
            continue
        tried.add(frozenset(easy))
        models, all_of_them = _models(within(positive, easy, levels), positive)
        found.update(dict.fromkeys(models))
        complete = complete and all_of_them
    return list(found), complete


def easy_counterfactuals(
    table: TruthTable, conservative: Sequence[Term], parsimonious: Sequence[Term], expected: Expected
) -> list[Term]:  # fmt: skip
    """Remainders that a parsimonious model assumes and that agree with what is expected."""
    known = {*table.positive, *table.negative}
    easy: dict[Term, None] = {}
    for long in conservative:
        for short in parsimonious:
            if not covers(short, long):
                continue
            between = tuple(
                ANY if kept == ANY and at in expected and value not in expected[at] else value
                for at, (value, kept) in enumerate(zip(long, short, strict=True))
            )
            easy.update(dict.fromkeys(row for row in rows_in(between, table.cases.levels) if row not in known))
    return list(easy)


def rows_in(term: Term, levels: Sequence[int]) -> list[Term]:
    """All configurations that a term holds."""
    return list(product(*(range(n) if value == ANY else (value,) for value, n in zip(term, levels, strict=True))))


def _models(primes: list[Term], positive: Sequence[Term]) -> tuple[list[tuple[Term, ...]], bool]:
    held = [frozenset(at for at, row in enumerate(positive) if covers(term, row)) for term in primes]
    chosen, complete = fewest(held, len(positive))
    # As people write them: what is present before what is absent, the first conditions first.
    return [tuple(sorted((primes[n] for n in those), key=_order)) for those in chosen], complete


def _order(term: Term) -> tuple[int, ...]:
    return tuple(-value if value != ANY else 1 for value in term)


def _model(table: TruthTable, terms: tuple[Term, ...]) -> Model:
    cases = table.cases
    known = {*table.positive, *table.negative}
    assumed = {row for term in terms for row in rows_in(term, cases.levels) if row not in known}
    whole = union(cases, terms)
    having = cases.outcome > HALF
    return Model(
        written=" + ".join(cases.written(term) for term in terms),
        terms=tuple(_term(cases, terms, at) for at in range(len(terms))),
        fit=sufficiency(whole, cases.outcome),
        uncovered=tuple(np.flatnonzero(having & ~(whole > HALF)).tolist()),
        assumed=tuple(sorted(assumed)),
    )


def _term(cases: Cases, terms: tuple[Term, ...], at: int) -> TermFit:
    membership = cases.membership(terms[at])
    others = union(cases, terms[:at] + terms[at + 1 :])
    inside = membership > HALF
    return TermFit(
        written=cases.written(terms[at]), term=terms[at], fit=sufficiency(membership, cases.outcome, others),
        cases=tuple(np.flatnonzero(inside).tolist()),
        without_outcome=tuple(np.flatnonzero(inside & ~(cases.outcome > HALF)).tolist()),
    )  # fmt: skip
