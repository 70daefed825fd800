"""Invented decisions about places where the three members differ: who decided, and why.

The places are found by what they are (the first difference of that kind between two codes), never by a number, so that
texts may grow. What they do not decide stays: more than a thousand places, which is what three people do.
"""

from __future__ import annotations

from crosscase.analyses.agreement.differences import Difference, DifferenceOptions, differences
from crosscase.model import Member
from crosscase.model.agreement import DifferenceKind, Outcome
from crosscase.study import Study
from crosscase.verbs.adjudications import Differing, adjudicate

DECIDED: tuple[tuple[DifferenceKind, str, str, Outcome, tuple[str, ...], str], ...] = (
    (
        "confusion", "Forms and paperwork", "Making the plan together", "both", ("Ines", "Tom", "Marion"),
        "A paper that three people signed, and one of them was she: it is a form, and it is the plan made together. Both "
        "definitions should say that they may meet.",
    ),
    (
        "borders", "Pay and hours", "Pay and hours", "one", ("Ines", "Tom"),
        "The eight hours are what the forty-one are counted against. Without them the end says nothing.",
    ),
    (
        "omission", "Being read as a risk", "", "one", ("Marion", "Ines"),
        "It is about the word, and about him: he is a risk because somebody is looking at him who's afraid.",
    ),
)  # fmt: skip
"""Kind, the two codes, what was decided, who decided (the first wrote it down), and why."""


def decide(study: Study) -> None:
    """Decide about some of the places where members differ."""
    for kind, code, instead, outcome, who, reason in DECIDED:
        found = differences(study.snapshot(), DifferenceOptions(kinds=(kind,), settled="without")).rows
        one = next(each for each in found if {each.code, each.instead} == {code, instead})
        deciders = [study.find(Member, name).id for name in who]
        study.as_member(who[0]).do(adjudicate, _differing(one), outcome, reason=reason, deciders=deciders)


def _differing(one: Difference) -> Differing:
    return Differing(kind=one.kind, coding=one.coding, other=one.other_coding, left_out=one.left_out)
