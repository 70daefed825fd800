"""What is asked of a finding before it is believed: other explanations, replication, negative cases, participants."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id, derived_id

RivalDisposition = Literal["open", "ruled out", "supported", "part of it", "cannot say"]
ReplicationNature = Literal["literal", "theoretical"]
Found = Literal["open", "as expected", "not as expected", "cannot say"]
NegativeDisposition = Literal["open", "revises", "exception", "coding error", "not relevant"]
GivenNature = Literal["transcript", "summary", "findings"]


class Rival(Row, frozen=True, kw_only=True):
    """Another explanation of what was found, and what became of it (Yin 2018)."""

    about_kind: Open
    about: Annotated[Id, Is(refers="*", goes_with=True)]
    explanation: Prose
    disposition: RivalDisposition = "open"
    reason: Prose = ""


class Replication(Row, frozen=True, kw_only=True):
    """What a theme lets expect of a case, and what was found there (Yin 2018).

    Attributes:
        nature: literal: the same is expected; theoretical: a contrast, for a reason that was foreseen.
    """

    theme: Annotated[Id, Is(refers="theme", goes_with=True)]
    case: Annotated[Id, Is(refers="case", goes_with=True)]
    nature: ReplicationNature = "literal"
    expected: Prose = ""
    found: Found = "open"
    note: Prose = ""


class NegativeCase(Row, frozen=True, kw_only=True):
    """Something that may speak against a theme or a code, and what was done with it.

    Attributes:
        about: the theme or code; thing: the coding, participant or case that speaks against it.
        rule: how it was found.
        disposition: it revises the theme; it is an exception within a bound that `reason` names; it was coded wrongly;
            it has nothing to do with it.
    """

    about_kind: Open
    about: Annotated[Id, Is(refers="*", goes_with=True)]
    thing_kind: Open
    thing: Annotated[Id, Is(refers="*", goes_with=True)]
    rule: Open = ""
    disposition: NegativeDisposition = "open"
    reason: Prose = ""


def negative_id(about: Id, thing: Id, rule: str) -> Id:
    """The id of a negative case: that of a candidate too, before anybody writes it down."""
    return derived_id("negative_case", about, thing, rule)


class Pair(Row, frozen=True, kw_only=True):
    """What was written about two cases side by side; there is one for each two of them."""

    one: Annotated[Id, Is(refers="case", goes_with=True)]
    other: Annotated[Id, Is(refers="case", goes_with=True)]
    words: Prose = ""
    done: bool = False


class GivenBack(Row, frozen=True, kw_only=True):
    """Something that a participant was given to read: when, what they said, what was changed for it (COREQ 23, 28)."""

    participant: Annotated[Id, Is(refers="participant", goes_with=True)]
    nature: GivenNature = "transcript"
    source: Annotated[Id | None, Is(refers="source")] = None
    date: str = ""
    said: Prose = ""
    changed: Prose = ""
