"""How far coders agree, in one number: what they agree in, held against what chance would bring.

Every coefficient here is (A - E) / (1 - E): A the part of pairs of judgements that agree, E the part that would agree
by chance. They differ only in what they take chance to be:

* percent: nothing is taken off. * Cohen (1960): each of two coders keeps their own habits. * Conger (1980): the same
for many coders. * Scott (1955): both have the same habits. * Fleiss (1971): the same for many. * Brennan & Prediger
(1981): every category is as likely as the next. * Gwet's AC1 and AC2 (2008): chance works only where a judgement is
hard. Krippendorff's alpha is in `alpha`.

With missing judgements A and the habits are those of Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2
and 5; equation numbers below are his. Cohen's and Scott's are for two coders and look only at what both judged.

What a careful reader would get wrong: these disagree with each other on the same data, and none of them is *the*
agreement. Undefined is no number: when only one category was ever said, nothing can be told from chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

import msgspec
import numpy as np

from crosscase.analyses.agreement.judgements import Floats, Judgements
from crosscase.analyses.agreement.weights import weights_of

Name = Literal[
    "percent", "cohen", "scott", "fleiss", "conger", "brennan-prediger", "gwet", "alpha"
]  # fmt: skip
NAMES: Final[tuple[str, ...]] = get_args(Name)

NOBODY = "nobody judged the same unit as somebody else"
ONE_CATEGORY = "only one category was ever said, and then agreeing cannot be told from chance"
TWO_CODERS = "it is defined for two coders"
ANONYMOUS = "it has to know which coder said what"
ONE_POSSIBLE = "there is only one category to choose from"


class Coefficient(msgspec.Struct, frozen=True, kw_only=True):
    """One coefficient of one set of judgements.

    Attributes:
        value: None where it is undefined; `undefined` then says why.
        observed, expected: A and E.
        error: its standard error over units, where units were drawn independently of each other.
        categories: how many there were to choose from.
        low, high: the interval of `confidence`, where one was asked for.
    """

    name: str
    value: float | None = None
    undefined: str = ""
    observed: float | None = None
    expected: float | None = None
    error: float | None = None
    categories: int = 0
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, eq=False)
class Terms:
    """A and E, for one set of times or for many resamples of them at once; NaN where there is nothing to compare."""

    observed: Floats
    expected: Floats

    @property
    def value(self) -> Floats:
        """(A - E) / (1 - E); NaN where that is undefined."""
        room = 1 - self.expected
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(room > 1e-12, (self.observed - self.expected) / room, np.nan)


def divided(number: Floats, by: Floats) -> Floats:
    """Quotients, NaN where there is nothing to divide by."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(by > 0, number / np.where(by > 0, by, 1.0), np.nan)


def agreeing(judgements: Judgements, weights: Floats) -> Floats:
    """For each pattern the part of its pairs of judgements that agree; 0 where there are no pairs (Gwet 2014, 2.6)."""
    counts, judged = judgements.counts, judgements.judged
    pairs = np.maximum(judged * (judged - 1), 1)
    return np.asarray((((counts @ weights) * counts).sum(axis=1) - judged) / pairs * (judged >= 2))


def observed(judgements: Judgements, weights: Floats, times: Floats) -> Floats:
    """A: the part of pairs that agree, over units that two or more judged."""
    several = (judgements.judged >= 2).astype(np.float64)
    return divided(times @ agreeing(judgements, weights), times @ several)


def habits(judgements: Judgements, times: Floats) -> Floats:
    """How often each category is said: the mean over units of the part of its coders that said it (Gwet 2014, 2.8)."""
    judged = judgements.judged
    parts = judgements.counts / np.maximum(judged, 1)[:, None]
    anybody = (judged >= 1).astype(np.float64)
    return divided(times @ parts, (times @ anybody)[..., None])


def own_habits(judgements: Judgements, times: Floats) -> Floats:
    """… × coders × categories: how often each coder says each category; 0 for a coder who judged nothing."""
    categories = np.arange(len(judgements.categories))
    found = []
    for coder in range(judgements.coders):
        said = (judgements.patterns[:, coder, None] == categories).astype(np.float64)
        number = times @ said
        found.append(np.nan_to_num(divided(number, number.sum(axis=-1, keepdims=True))))
    return np.stack(found, axis=-2)


def _percent(_: Judgements, __: Floats, ___: Floats, part: Floats) -> Terms:
    return Terms(part, np.zeros_like(part))


def _brennan_prediger(_: Judgements, weights: Floats, __: Floats, part: Floats) -> Terms:
    """E = Σ w / q² (Brennan & Prediger 1981; with weights Gwet 2014, 4.4)."""
    return Terms(part, np.full_like(part, weights.sum() / max(len(weights), 1) ** 2))


def _gwet(judgements: Judgements, weights: Floats, times: Floats, part: Floats) -> Terms:
    """E = Σ w / (q (q - 1)) · Σ π (1 - π): AC1 (Gwet 2008, eq. 8), with weights AC2 (Gwet 2014, 5.3)."""
    said, number = habits(judgements, times), len(weights)
    spread = (said * (1 - said)).sum(axis=-1)
    return Terms(part, weights.sum() / max(number * (number - 1), 1) * spread)


def _fleiss(judgements: Judgements, weights: Floats, times: Floats, part: Floats) -> Terms:
    """E = Σ w π π (Scott 1955, Fleiss 1971, eq. 6; with weights Gwet 2014, 2.8)."""
    said = habits(judgements, times)
    return Terms(part, ((said @ weights) * said).sum(axis=-1))


def _conger(judgements: Judgements, weights: Floats, times: Floats, part: Floats) -> Terms:
    """E: the mean over pairs of coders of Σ w p p' (Cohen 1960; Conger 1980, eq. 3; Gwet 2014, 2.9)."""
    own = own_habits(judgements, times)
    all_of = own.sum(axis=-2)
    both = ((all_of @ weights) * all_of).sum(axis=-1) - ((own @ weights) * own).sum(axis=(-2, -1))
    there = (own.sum(axis=-1) > 0).sum(axis=-1).astype(np.float64)
    return Terms(part, divided(both, there * (there - 1)))


def _cohen(judgements: Judgements, weights: Floats, times: Floats, part: Floats) -> Terms:
    # With two coders A is the same: only units that both judged have pairs.
    whole = (judgements.judged == judgements.coders).astype(np.float64)
    return _conger(judgements, weights, times * whole, part)


def _scott(judgements: Judgements, weights: Floats, times: Floats, part: Floats) -> Terms:
    whole = (judgements.judged == judgements.coders).astype(np.float64)
    return _fleiss(judgements, weights, times * whole, part)


def _alpha(judgements: Judgements, weights: Floats, times: Floats, _: Floats) -> Terms:
    """Krippendorff's alpha with differences 1 - w, as A and E (Krippendorff 2019, ch. 12.3)."""
    judged = judgements.judged
    several = np.maximum(judged - 1, 1) * 1.0
    apart = 1 - weights
    counts = judgements.counts * (judged >= 2)[:, None]
    differing = times @ (((counts @ apart) * counts).sum(axis=1) / several)
    said = times @ counts
    values = said.sum(axis=-1)
    by_chance = ((said @ apart) * said).sum(axis=-1)
    return Terms(1 - divided(differing, values), 1 - divided(by_chance, values * (values - 1)))


Maker = Callable[[Judgements, Floats, Floats, Floats], Terms]
TERMS: Final[Mapping[str, Maker]] = {
    "percent": _percent,
    "cohen": _cohen,
    "scott": _scott,
    "fleiss": _fleiss,
    "conger": _conger,
    "brennan-prediger": _brennan_prediger,
    "gwet": _gwet,
    "alpha": _alpha,
}


def terms(
    name: str, judgements: Judgements, weights: Floats, times: Floats | None = None, part: Floats | None = None
) -> Terms:
    """A and E of a coefficient.

    Args:
        name: of `NAMES`.
        judgements: what was said.
        weights: categories × categories.
        times: other than the judgements' own they are resamples, one in each row.
        part: A, where it is known.
    """
    times = judgements.times if times is None else times
    part = observed(judgements, weights, times) if part is None else part
    return TERMS[name](judgements, weights, times, part)


def unfit(name: str, judgements: Judgements) -> str:
    """Why a coefficient cannot be had of such judgements at all; empty when it can."""
    if name in {"cohen", "scott"} and judgements.coders != 2:
        return TWO_CODERS
    if name in {"cohen", "conger"} and judgements.anonymous:
        return ANONYMOUS
    pairs = judgements.times[judgements.judged >= 2].sum()
    if not pairs:
        return NOBODY
    if name in {"gwet", "brennan-prediger"} and len(judgements.categories) < 2:
        return ONE_POSSIBLE
    return ""


def coefficient(
    name: str, judgements: Judgements, weights: str | Floats = "identity", *, error: bool = True
) -> Coefficient:
    """One coefficient, with A, E and its standard error; or why it is undefined.

    Args:
        name: one of `NAMES`; `gwet` is AC1, with weights other than identity AC2.
        judgements: what was said.
        weights: by name, see `weights.WEIGHTINGS`, or categories × categories.
        error: work out its standard error.

    Raises:
        BadValueError: there are no such weights.
    """
    from crosscase.analyses.agreement.spread import standard_error

    many = len(judgements.categories)
    reason = unfit(name, judgements)
    if reason:
        return Coefficient(name=name, undefined=reason, categories=many)
    table = weights_of(weights, judgements.values) if isinstance(weights, str) else weights
    found = terms(name, judgements, table)
    part, chance = float(found.observed), float(found.expected)
    value = float(found.value)
    if np.isnan(value):
        return Coefficient(
            name=name, undefined=ONE_CATEGORY if not np.isnan(part) else NOBODY, categories=many,
            observed=None if np.isnan(part) else part, expected=None if np.isnan(chance) else chance,
        )  # fmt: skip
    return Coefficient(
        name=name, value=value, observed=part, expected=chance, categories=many,
        error=standard_error(name, judgements, table) if error else None,
    )  # fmt: skip


def by_category(name: str, judgements: Judgements) -> dict[object, Coefficient]:
    """Each category against all others together (Fleiss 1971, eq. 9)."""
    return {
        category: coefficient(name, judgements.against_rest(place))
        for place, category in enumerate(judgements.categories)
    }


def of_segments(both: int, only_one: int, codes: int) -> Coefficient:
    """Brennan & Prediger for segments that somebody coded, chance set by the number of codes.

    Args:
        both: segments that both coded alike; `only_one`: that only one of them did.
        codes: how many codes there were to choose from.

    Where nobody marked anything there is no segment, so agreeing on nothing is not counted.
    """
    name = "brennan-prediger"
    if codes < 2 or both + only_one == 0:
        return Coefficient(name=name, undefined=ONE_POSSIBLE if codes < 2 else NOBODY, categories=codes)
    part, chance = both / (both + only_one), 1 / codes
    return Coefficient(
        name=name, value=(part - chance) / (1 - chance), observed=part, expected=chance, categories=codes
    )
