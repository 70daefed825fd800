"""One line of agreement: a code, a branch or all codes, between some voices, with every coefficient there is of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from crosscase.analyses.agreement.alpha import alpha, alphas
from crosscase.analyses.agreement.coefficients import TWO_CODERS, Coefficient, coefficient, observed, terms, unfit
from crosscase.analyses.agreement.diagnosis import NEVER, Balance, Said, balance_of, sentences
from crosscase.analyses.agreement.judgements import Floats, Judgements
from crosscase.analyses.agreement.patterns import Told
from crosscase.analyses.agreement.resampling import FEWEST, drawn_sums, interval
from crosscase.analyses.agreement.stretches import Stretches
from crosscase.analyses.agreement.unitizing import bar_u_of, cu_of, parts_of, u_of, unitizing_of
from crosscase.analyses.agreement.weights import weights_of

PLAIN = ("percent", "cohen", "scott", "fleiss", "conger", "brennan-prediger", "gwet", "alpha")

# More different sets of codes than this are no answers to one question.
_MOST = 600
TOO_MANY = "there are too many different sets of codes to be taken for answers to one question; look at branches"


class AgreementRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the table.

    Attributes:
        key: stable and unique in the table.
        kind: code, domain (a branch of the tree), overall, or steps (of a scale).
        codes: ids of what it holds.
        between: labels of the voices; `recognisable`: those that stand for fewer than three people.
        units: how many were judged by two or more. `sources`: in how many texts; `whole`: how many of these
            two or more have read for all of its codes.
        categories: how many there were to choose from.
        codings: of each voice, where it is counted.
        coefficients: every one that these judgements allow, or why not.
        values: for branches and all, (k)u-alpha of each code or set of codes, with how much of it met anything.
        balance: of yes and no; None where the question is not yes or no.
        told: what a reader of the numbers has to know.
    """

    key: str
    label: str
    kind: str
    depth: int
    codes: tuple[str, ...]
    between: tuple[str, ...]
    recognisable: tuple[str, ...] = ()
    units: float
    sources: int
    whole: int
    categories: int
    codings: tuple[int, ...]
    coefficients: tuple[Coefficient, ...]
    values: tuple[tuple[str, Coefficient, float | None], ...] = ()
    balance: Balance | None = None
    told: tuple[Said, ...] = ()

    @property
    def used(self) -> bool:
        """Somebody coded it where two could have."""
        return all(one.word != NEVER for one in self.told)

    def coefficient(self, name: str) -> Coefficient:
        """One of its coefficients by name.

        Raises:
            KeyError: there is none of that name.
        """
        return {one.name: one for one in self.coefficients}[name]


@dataclass(frozen=True, eq=False)
class Drawn:
    """Resamples: how often each text was drawn, and how sure intervals are to be. `times` is None without."""

    times: Floats | None
    confidence: float


def row_of(
    told: Told, stretches: Stretches, names: Sequence[str], drawn: Drawn, *, voices: Sequence[int], units: str,
    between: tuple[str, ...], difference: bool, scale: str = "", **about: Any,
) -> AgreementRow:  # fmt: skip
    """A line from its judgements and stretches.

    Args:
        told, stretches: of all voices.
        names: of the values of the stretches.
        drawn: resamples of texts.
        voices: which of them are compared.
        units, between, difference: for the sentences: what was judged, by whom, and whether it is to be called
            difference.
        scale: of the answers, where they are steps: `ordinal` or `interval`.
    """
    judgements, by_text = told.judgements, told.by_text
    if len(voices) < judgements.coders:
        judgements = judgements.of_coders(voices)
    several = judgements.judged >= 2
    sources = int((by_text[:, several].sum(axis=1) > 0).sum())
    found = plain_coefficients(judgements, by_text, drawn, sources, scale)
    family, values = _family(stretches, voices, names, drawn, sources)
    yes_no = len(judgements.categories) == 2 and judgements.categories[0] == "not coded"
    balance = balance_of(judgements) if yes_no else None
    whole = int((stretches.readers[:, list(voices)].sum(axis=1) >= 2).sum())
    return AgreementRow(
        between=between, units=float(judgements.times[several].sum()), sources=sources, whole=whole,
        categories=len(judgements.categories), coefficients=(*found, *family), values=values, balance=balance,
        told=sentences(balance, units, between, difference=difference) if balance else (), **about,
    )  # fmt: skip


WEIGHTS: Final[Mapping[str, str]] = {"": "identity", "ordinal": "ordinal", "interval": "quadratic"}
"""How near two steps count as agreeing, in every coefficient but alpha, which has differences of its own."""


def plain_coefficients(
    judgements: Judgements, by_text: Floats, drawn: Drawn, sources: int, scale: str = ""
) -> list[Coefficient]:
    """Coefficients of judgements, each with its interval where there are texts enough; `gwet` of steps is AC2."""
    found: list[Coefficient] = []
    many = len(judgements.categories)
    if many > _MOST:
        return [Coefficient(name=name, undefined=TOO_MANY, categories=many) for name in ("percent", "gwet", "alpha")]
    weights = weights_of(WEIGHTS[scale], judgements.values)
    times = drawn_sums(drawn.times, by_text) if drawn.times is not None and sources >= FEWEST else None
    part = None if times is None else observed(judgements, weights, times)
    for name in PLAIN:
        if unfit(name, judgements) == TWO_CODERS:
            continue
        # Errors over units take the characters of a passage for independent, which they are not.
        graded = scale if name == "alpha" else ""
        one = alpha(judgements, graded) if graded else coefficient(name, judgements, weights, error=False)
        if times is not None and one.value is not None:
            again = alphas(judgements, graded, times) if graded else terms(name, judgements, weights, times, part).value
            one = _with(one, again, drawn.confidence)
        found.append(one)
    return found


def _with(one: Coefficient, values: Floats, confidence: float) -> Coefficient:
    bounds = interval(values, confidence)
    return one if bounds is None else msgspec.structs.replace(one, low=bounds[0], high=bounds[1])


def _family(
    stretches: Stretches, voices: Sequence[int], names: Sequence[str], drawn: Drawn, sources: int
) -> tuple[list[Coefficient], tuple[tuple[str, Coefficient, float | None], ...]]:
    """The unitizing alphas between some voices."""
    parts = parts_of(stretches.of_coders(voices))
    one = unitizing_of(parts, names)
    found = [one.u, one.bar_u, one.cu]
    if drawn.times is not None and sources >= FEWEST:
        sums = parts.weighed(drawn.times)
        found = [
            each if each.value is None else _with(each, how(sums), drawn.confidence)
            for each, how in zip(found, (u_of, bar_u_of, cu_of), strict=True)
        ]
    few = 1 < len(names) <= _MOST
    values = tuple(zip(one.values, one.ku, one.coverage, strict=True)) if few else ()
    return found, values
