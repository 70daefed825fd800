"""What stands behind a coefficient, in a sentence: how rare a code is, who uses it more, and what that does to kappa.

For two answers, yes and no, kappa can be taken apart (Byrt, Bishop & Carlin 1993, J. Clin. Epidemiol. 46, 423-429):
with PABAK = 2 A - 1, the prevalence index PI = (both - neither) / n and the bias index
BI = (only one - only other) / n, kappa = (PABAK - PI² + BI²) / (1 - PI² + BI²). So what being rare and what different
habits do to it can be worked out, and the paradoxes of Feinstein & Cicchetti (1990) be named where they are. With more
than two coders the numbers are means over pairs.

What a careful reader would get wrong: a paradox is no fault of the coders, nor a reason to pick a kinder coefficient.
It says that chance and agreement can hardly be told apart here, and that one has to look at the passages.
"""

from __future__ import annotations

from itertools import combinations

import msgspec
import numpy as np

from crosscase.analyses.agreement.judgements import Judgements

# Rarity is said where kappa is below what most would rely on (Krippendorff 2019, 12.4), and moves by so much when
# rarity is taken out of it.
_RELIED_ON = 0.8
_MOVED = 0.1
# One uses a code so many times as much as another: then it is said.
_TWICE = 2.0


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """Yes and no, over pairs of voices that both judged a unit.

    Attributes:
        both, once, neither: units, summed over pairs.
        positive: of units that either coded, the part that both did, as specific agreement 2 both / (2 both + once)
            (Cicchetti & Feinstein 1990); `negative` the same of not coding. None where there are none.
        prevalence, bias: PI and the mean of |BI|; None where no pair has judged anything.
        pabak: 2 A - 1.
        coded: for each voice, which part of the units it judged it coded; None where it judged nothing.
    """

    both: float
    once: float
    neither: float
    positive: float | None
    negative: float | None
    prevalence: float | None
    bias: float | None
    pabak: float | None
    coded: tuple[float | None, ...]


def balance_of(judgements: Judgements) -> Balance:
    """How yes and no are spread; the second category is yes."""
    both = once = neither = 0.0
    leans: list[float] = []
    for one, other in combinations(range(judgements.coders), 2):
        mine, theirs = judgements.patterns[:, one], judgements.patterns[:, other]
        known = (mine >= 0) & (theirs >= 0)
        times = judgements.times[known]
        yes, too = mine[known] == 1, theirs[known] == 1
        both += float(times[yes & too].sum())
        neither += float(times[~yes & ~too].sum())
        left, right = float(times[yes & ~too].sum()), float(times[~yes & too].sum())
        once += left + right
        if times.sum():
            leans.append(abs(left - right) / float(times.sum()))
    every = both + once + neither
    return Balance(
        both=both, once=once, neither=neither,
        positive=2 * both / (2 * both + once) if both + once else None,
        negative=2 * neither / (2 * neither + once) if neither + once else None,
        prevalence=(both - neither) / every if every else None, bias=float(np.mean(leans)) if leans else None,
        pabak=2 * (both + neither) / every - 1 if every else None,
        coded=tuple(_coded(judgements, coder) for coder in range(judgements.coders)),
    )  # fmt: skip


def _coded(judgements: Judgements, coder: int) -> float | None:
    known = (judgements.patterns[:, coder] >= 0) & (judgements.judged >= 2)
    every = float(judgements.times[known].sum())
    return float(judgements.times[known & (judgements.patterns[:, coder] == 1)].sum()) / every if every else None


def kappa_of(pabak: float, prevalence: float, bias: float) -> float | None:
    """Byrt et al.'s identity."""
    under = 1 - prevalence**2 + bias**2
    return (pabak - prevalence**2 + bias**2) / under if under > 1e-9 else None


class Said(msgspec.Struct, frozen=True):
    """Something a reader of the numbers has to know: in a word, and in a sentence."""

    word: str
    sentence: str


NEVER, RARE, OFTEN, BIAS = "never used", "rare", "nearly everywhere", "unlike amounts"


def sentences(balance: Balance, units: str, voices: tuple[str, ...], *, difference: bool) -> tuple[Said, ...]:
    """What a reader of the numbers of one code has to know."""
    pabak, prevalence, bias = balance.pabak, balance.prevalence, balance.bias
    if pabak is None or prevalence is None or bias is None:
        return ()
    if not balance.both + balance.once:
        return (Said(NEVER, f"Nobody used it where two could have: they coincide in leaving all {units} uncoded."),)
    said = []
    agreed = (pabak + 1) / 2
    kappa, even = kappa_of(pabak, prevalence, bias), kappa_of(pabak, 0.0, bias)
    if kappa is not None and even is not None and kappa < _RELIED_ON and even - kappa >= _MOVED:
        share = _share(balance)
        rare = prevalence < 0
        what = f"is rare ({share} of {units})" if rare else f"is nearly everywhere ({share} of {units})"
        same = f"They are {'alike' if difference else 'in agreement'} on {_percent(agreed)} of {units}"
        specific = balance.positive if rare else balance.negative
        told = "" if specific is None else (
            f" Look at {'coding' if rare else 'not coding'} alone: there it is {_percent(specific)}."
        )  # fmt: skip
        said.append(
            Said(
                RARE if rare else OFTEN,
                f"{same}, but the code {what}, so chance alone would bring nearly that much and kappa is only "
                f"{kappa + 0.0:.2f}; were coded and uncoded {units} as many, it would be {even:.2f} (a paradox of "
                f"prevalence).{told}",
            )
        )
    known = [(part, voice) for part, voice in zip(balance.coded, voices, strict=True) if part is not None]
    (least, shy), (most, keen) = min(known), max(known)
    if most > _TWICE * least:
        said.append(
            Said(
                BIAS,
                f"{keen} coded {_percent(most)} of {units} and {shy} {_percent(least)}: they do not only differ in "
                "where, but in how much (bias).",
            )
        )
    return tuple(said)


def _share(balance: Balance) -> str:
    return _percent((2 * balance.both + balance.once) / (2 * (balance.both + balance.once + balance.neither)))


def _percent(part: float) -> str:
    percent = 100 * part
    if 0 < percent < 0.1:
        return "under 0.1 %"
    return f"{percent:.1f} %" if percent < 10 and round(percent, 1) != round(percent) else f"{percent:.0f} %"
