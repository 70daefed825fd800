"""What was decided where coders differed, by whom, and why: adjudication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose
from crosscase.model.ids import Id, derived_id
from crosscase.model.places import Placed

DifferenceKind = Literal["confusion", "parent or child", "borders", "stance", "omission"]
Outcome = Literal["one", "other", "both", "neither", "another"]


class Adjudication(Placed, frozen=True, kw_only=True):
    """What was decided about a place where two coders differed.

    The codings that differed stay as they are: what was agreed is written beside them, with the origin *agreed*, and
    never enters a coefficient.

    Attributes:
        member: who wrote it down; `deciders`: ids of all who decided.
        difference: its kind.
        coding, other: the codings that differed; for an omission `left_out` are the ids of members who put nothing
            there. `code`, `instead`: the codes they had.
        outcome: the first stands, the other, both, neither, or another code or stretch.
        agreed: ids of the codings that were agreed.
        discussion: where it was talked over.
    """

    member: Annotated[Id, Is(refers="member")]
    difference: Open = "omission"
    coding: Annotated[Id | None, Is(refers="coding")] = None
    other: Annotated[Id | None, Is(refers="coding")] = None
    left_out: Annotated[tuple[str, ...], Is(open=True)] = ()
    code: Annotated[Id | None, Is(refers="code")] = None
    instead: Annotated[Id | None, Is(refers="code")] = None
    outcome: Open = "both"
    agreed: Annotated[tuple[str, ...], Is(open=True)] = ()
    deciders: Annotated[tuple[str, ...], Is(open=True)] = ()
    reason: Prose = ""
    discussion: Annotated[Id | None, Is(refers="discussion")] = None


def adjudication_id(kind: str, coding: Id, other: Id, left_out: Sequence[Id]) -> Id:
    """The id of an adjudication: that of a difference too, before anybody has decided. Whoever comes first."""
    return derived_id("adjudication", kind, *sorted((coding, other)), *sorted(left_out))
