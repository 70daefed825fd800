"""Attributes and groupings: the values that cases, participants, interviews and sources have.

A `Variable` holds, for each subject, a tuple of values: none where it is not known, several for many-of.
Its `levels` are the values in the order in which tables show them: options as they were set, then whatever else
was written; numbers by size; yes before no.

What a careful reader would get wrong: a value written about something that was later merged counts only
where the surviving one has none of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from crosscase.errors import AmbiguousError, NotFoundError
from crosscase.frames.listing import Listing
from crosscase.model import Id
from crosscase.model.people import AttributeType, Subject


@dataclass(frozen=True, eq=False)
class Variable:
    """A typed variable with its values.

    Attributes:
        subject: what it is about.
        grouping: the study compares cases by it.
        values: for each subject, in the order of its listing, its values.
        levels: all values, in the order in which tables show them.
    """

    id: Id
    name: str
    subject: Subject
    type: AttributeType
    grouping: bool
    values: tuple[tuple[str, ...], ...]
    levels: tuple[str, ...]


def variables_of(
    attributes: pl.DataFrame, values: pl.DataFrame, listings: Mapping[str, Listing]
) -> tuple[Variable, ...]:
    """All variables, groupings first, then by subject and name.

    Args:
        attributes: rows of the kind.
        values: rows of the kind `attribute_value`.
        listings: by subject.
    """
    written: dict[Id, list[tuple[Id, str]]] = {}
    for attribute, of, value in values.select("attribute", "of", "value").iter_rows():
        written.setdefault(attribute, []).append((of, value))
    found = []
    for row in attributes.iter_rows(named=True):
        listing = listings[row["subject"]]
        held = _held(written.get(row["id"], []), listing, several=row["type"] == "many-of")
        levels = _levels({value for those in held for value in those}, row["options"], row["type"])
        found.append(
            Variable(
                row["id"], row["name"], row["subject"], row["type"], row["grouping"], tuple(held), levels
            )
        )  # fmt: skip
    order = ["case", "participant", "interview", "source"]
    return tuple(sorted(found, key=lambda v: (not v.grouping, order.index(v.subject), v.name, v.id)))


def find_variable(variables: Sequence[Variable], name: str, subject: str = "") -> Variable:
    """The variable with that id or name; where a case and a participant have one of the same name, say which.

    Raises:
        NotFoundError: there is none.
        AmbiguousError: several subjects have one, and `subject` is empty.
    """
    fits = [v for v in variables if v.id == name or v.name.casefold() == name.casefold()]
    fits = [v for v in fits if not subject or v.subject == subject]
    kind = "attribute"
    if not fits:
        raise NotFoundError(kind, name)
    if len(fits) > 1:
        raise AmbiguousError(kind, name, tuple(f"{v.subject}:{v.name}" for v in fits))
    return fits[0]


def _held(written: list[tuple[Id, str]], listing: Listing, *, several: bool) -> list[tuple[str, ...]]:
    held: list[tuple[str, ...]] = [()] * len(listing)
    own = [listing.ids[listing.number[of]] == of if of in listing.number else None for of, _ in written]
    for wanted in (False, True):
        for (of, value), is_own in zip(written, own, strict=True):
            if is_own is wanted and value.strip():
                parts = value.splitlines() if several else [value]
                held[listing.number[of]] = tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
    return held


def _levels(found: set[str], options: list[str], type: AttributeType) -> tuple[str, ...]:
    if type == "number":
        return tuple(sorted(found, key=_by_size))
    if type == "boolean":
        first = {"yes": 0, "true": 0, "no": 1, "false": 1}
        return tuple(sorted(found, key=lambda value: (first.get(value.casefold(), 2), value)))
    return (*options, *sorted(found - set(options)))


def _by_size(value: str) -> tuple[float, str]:
    try:
        return float(value), value
    except ValueError:
        return float("inf"), value
