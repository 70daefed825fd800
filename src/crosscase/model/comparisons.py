"""Constant comparison: what was compared with what and decided, and what categories are made of."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

Decision = Literal["same", "extends", "split", "new", "negative", "undecided"]
RelationNature = Literal["condition", "context", "action", "consequence"]
ComparedKind = Literal["coding", "turn", "code", "case", "theme"]


class Comparison(Row, frozen=True, kw_only=True):
    """Two things were compared, or a new segment with all of a category, and this was decided.

    Attributes:
        one, other: what was compared, with their kinds; a coding or a turn is a segment, and a segment beside a
            code was compared with all of that category.
        category: the code that it was done for.
        decision: they say the same; one extends a property; the category is split; one begins a new category; one
            speaks against it; not decided yet.
        rule: how the pair was chosen, and `seed` the number that chance began with.
        outcome: the property or code that came of it.
    """

    member: Annotated[Id, Is(refers="member")]
    one_kind: Open
    one: Annotated[Id, Is(refers="*", goes_with=True)]
    other_kind: Open
    other: Annotated[Id, Is(refers="*", goes_with=True)]
    category: Annotated[Id | None, Is(refers="code")] = None
    decision: Decision = "undecided"
    reason: Prose = ""
    rule: Open = ""
    seed: int = 0
    outcome_kind: Open = ""
    outcome: Annotated[Id | None, Is(refers="*")] = None


class Property(Row, frozen=True, kw_only=True):
    """A property of a category, with the dimension along which it varies.

    Attributes:
        low, high: what the two ends of the dimension are called (never / always).
        at_low, at_high: a segment at each end.
    """

    category: Annotated[Id, Is(refers="code", goes_with=True)]
    name: str
    description: Prose = ""
    low: str = ""
    high: str = ""
    at_low: Annotated[Id | None, Is(refers="coding")] = None
    at_high: Annotated[Id | None, Is(refers="coding")] = None
    position: int = 0


class Relation(Row, frozen=True, kw_only=True):
    """How one category hangs together with another: the other is its condition, context, action or consequence.

    (Strauss & Corbin 1990, the paradigm of axial coding.)
    """

    category: Annotated[Id, Is(refers="code", goes_with=True)]
    to: Annotated[Id, Is(refers="code", goes_with=True)]
    nature: RelationNature
    note: Prose = ""


class Ground(Row, frozen=True, kw_only=True):
    """A segment that a relation rests on."""

    relation: Annotated[Id, Is(refers="relation", goes_with=True)]
    coding: Annotated[Id, Is(refers="coding", goes_with=True)]
