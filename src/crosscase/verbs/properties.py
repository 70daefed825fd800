"""What a category is made of: its properties, each with the dimension along which it varies and a segment at each end.

A property of *disclosure* may be *how soon*, from *at once* to *never*; the segments at its ends show that both occur.

What a careful reader would get wrong: a segment at an end is one coding of the category, or of a code that lies under
it. When that coding gets another code later, the end still names it; the analysis of comparisons says which do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import RefusedError
from crosscase.model import Code, Coding, Id, Property
from crosscase.reads.lookup import within
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, given, label, last_position, put_in_order, refuse_twin
from crosscase.verbs.registry import Verb

_NO_NAME = "A property needs a name."


class NotOfCategoryError(RefusedError):
    """A segment at the end of a dimension is no coding of the category."""

    code = "not-of-category"

    def __init__(self, category: str, *, of: str) -> None:
        super().__init__(
            f"This segment is coded {of!r} and not {category!r}. A segment at the end of a property has to be a coding "
            "of its category, or of a code under it."
        )


class Dimension(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a property beside its name; what is None stays as it is.

    Attributes:
        low, high: what the two ends are called (never / always).
        at_low, at_high: a coding of the category at each end; empty: none.
    """

    description: str | None = None
    low: str | None = None
    high: str | None = None
    at_low: Id | None = None
    at_high: Id | None = None


def add_property(
    act: Act,
    category: Id,
    name: str,
    *,
    description: str = "",
    low: str = "",
    high: str = "",
    at_low: Id | None = None,
    at_high: Id | None = None,
) -> Id:
    """Add a property to a category, behind its others.

    Args:
        low, high: what the two ends of its dimension are called.
        at_low, at_high: a coding of the category at each end.

    Raises:
        TakenError: the category has a property of that name.
        NotOfCategoryError: a segment is no coding of the category.
    """
    act.get(Code, category)
    name = label(name, _NO_NAME)
    beside = act.rows(Property, category=category)
    refuse_twin(beside, "name", name)
    return act.add(
        Property(
            category=category, name=name, description=description, low=low, high=high,
            at_low=_end(act, category, at_low), at_high=_end(act, category, at_high), position=last_position(beside),
        )
    ).id  # fmt: skip


def change_property(
    act: Act,
    property: Id,  # noqa: A002 - the word of the field
    *,
    name: str | None = None,
    description: str | None = None,
    low: str | None = None,
    high: str | None = None,
    at_low: Id | None = None,
    at_high: Id | None = None,
) -> None:
    """Change a property; what is not given stays, and an end given as empty has no segment any more.

    Raises:
        TakenError: the category has a property of that name.
        NotOfCategoryError: a segment is no coding of the category.
    """
    known = act.get(Property, property)
    fields: dict[str, Any] = given(description=description, low=low, high=high)
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Property, category=known.category), "name", fields["name"], but=property)
    for end, coding in (("at_low", at_low), ("at_high", at_high)):
        if coding is not None:
            fields[end] = _end(act, known.category, coding)
    act.change(Property, property, **fields)


def remove_property(act: Act, property: Id) -> None:  # noqa: A002 - the word of the field
    """Remove a property from its category; comparisons that brought it stay, and name it no longer."""
    act.get(Property, property)
    act.remove_whole(Property, [property])


def order_properties(act: Act, properties: Sequence[Id]) -> None:
    """Put properties of one category in this order; those not named follow as they stood."""
    named = all_there(act, Property, properties)
    if named:
        beside = act.rows(Property, category=named[0].category)
        put_in_order(act, Property, properties, sorted(beside, key=lambda each: (each.position, each.name)))


def _end(act: Act, category: Id, coding: Id | None) -> Id | None:
    if not coding:
        return None
    known = act.get(Coding, coding)
    codes = act.rows(Code)
    if known.code not in within(codes, category):
        names = {code.id: code.name for code in codes}
        raise NotOfCategoryError(names[category], of=names.get(known.code, ""))
    return coding


VERBS = (
    Verb("property.add", add_property),
    Verb("property.change", change_property),
    Verb("property.remove", remove_property),
    Verb("property.order", order_properties),
)
