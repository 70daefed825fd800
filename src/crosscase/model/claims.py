"""Claims: sentences of the findings that are checked against the data, words that a team gave a meaning, quotations."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id
from crosscase.model.places import Placed

Quantifier = Literal[
    "all", "most", "many", "some", "few", "one", "none", "only in", "more in", "often but not only", "n of N"
]
ClaimUnit = Literal["participants", "cases", "groups", "sources"]
RestsOn = Literal["codings", "documents", "answers", "judgement"]
Silence = Literal["not said", "open"]
VagueWord = Literal["most", "many", "some", "few", "often"]
TWO_SIDED: tuple[Quantifier, ...] = ("only in", "more in", "often but not only")
"""Quantifiers that set one group against another, or against all others."""


class Claim(Row, frozen=True, kw_only=True):
    """A sentence of the findings with a quantifier and a scope, tied to a query.

    Attributes:
        member: who wrote it.
        unit: what is counted; `groups` are the lines of `by`.
        query: over codes, themes and answers, each by its id (see `analyses.claims.language`); asked of each unit.
        scope: the filters of analyses by id, as JSON; empty for everything.
        by: the axis that groups come from: `cases`, `roles`, `primary`, or the id of an attribute.
        one, other: keys of groups: *only in* one, *more in* one than in the other, *often* in one *but not only*.
        number, of: what *n of N* says.
        silence: what it means that somebody was read and nothing was coded: that they did not say it, or that it stays
            open whether it is so.
        rests_on: what kind of material; a claim by judgement has no query and gives its `reason`.
        analysis: to which it belongs; its method family decides whether a verdict is given.
        theme: that it is part of.
    """

    member: Annotated[Id, Is(refers="member")]
    sentence: Prose
    quantifier: Quantifier = "some"
    unit: ClaimUnit = "participants"
    query: Prose = ""
    scope: str = ""
    by: str = ""
    one: str = ""
    other: str = ""
    number: int = 0
    of: int = 0
    silence: Silence = "not said"
    rests_on: RestsOn = "codings"
    reason: Prose = ""
    analysis: Annotated[Id | None, Is(refers="analysis")] = None
    theme: Annotated[Id | None, Is(refers="theme")] = None
    position: int = 0


class ClaimLook(Row, frozen=True, kw_only=True):
    """This member has looked at a claim as it stood: what changed since is told from here.

    Attributes:
        entry: the act by which it was looked at, and so the study as it was then.
    """

    claim: Annotated[Id, Is(refers="claim", goes_with=True)]
    member: Annotated[Id, Is(refers="member", goes_with=True)]
    entry: Open = ""


class Threshold(Row, frozen=True, kw_only=True):
    """What a vague word means in this study: from which share, up to which, in percent of the units known.

    Attributes:
        word: one of the vague words; there is one threshold for each.
        least, most: both are in; `few` may be 0 to 20.
    """

    word: VagueWord
    least: int = 0
    most: int = 100
    reason: Prose = ""


class Quotation(Placed, frozen=True, kw_only=True):
    """Verbatim words bound to a place, as they are printed.

    Attributes:
        coding: what it illustrates, where it was chosen from codings.
        printed: the words with declared omissions […] and [edits]; empty where they are printed as they stand.
        note: why these words.
    """

    member: Annotated[Id, Is(refers="member")]
    coding: Annotated[Id | None, Is(refers="coding")] = None
    printed: Prose = ""
    note: Prose = ""


class GuidelineAnswer(Row, frozen=True, kw_only=True):
    """What was entered for an item of a reporting guideline; one answer serves every guideline that asks the same.

    Attributes:
        item: the key of what is asked (see `reports.guidelines`).
        applies: the item has a place in this study; where not, `words` say why.
    """

    item: Open
    words: Prose = ""
    applies: bool = True
