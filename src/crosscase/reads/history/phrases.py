"""Phrases that many acts share: added this, renamed that, merged one into another.

A phrase is a function from a `Deed` to what follows the member's name in a sentence: `added the code ‘trust’`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from crosscase.model import Id
from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.names import NAMED_BY
from crosscase.reads.things import excerpt

Phrase: TypeAlias = Callable[[Deed], str]
T = TypeVar("T")

FIELDS = {
    "merged_into": "what it is merged into", "parent": "what it lies under", "of": "what it is of",
    "first": "where it begins", "last": "where it ends", "place": "where it lies",
    "category": "whether it is a category",
    "retired": "whether it is retired", "from_ms": "the time it begins", "to_ms": "the time it ends",
    "nature": "what kind it is", "about_kind": "what it is about", "about": "what it is about",
}  # fmt: skip
"""Fields in words, where their names are none."""


def field_words(field: str) -> str:
    """A field as people say it."""
    return FIELDS.get(field, field.replace("_", " "))


def first(given: Sequence[T]) -> T | None:
    """The first, where there is one."""
    return given[0] if given else None


def added(kind: str) -> Phrase:
    """`added the case FEN`."""

    def phrase(deed: Deed) -> str:
        return f"added {deed.those(kind, [made.id for made in deed.added(kind)] or deed.put(kind))}"

    return phrase


def removed(kind: str) -> Phrase:
    """`removed the code ‘trust’ with 12 codings`."""

    def phrase(deed: Deed) -> str:
        gone = deed.gone(kind)
        others = [counted(len(deed.gone(other)), other) for other in deed.kinds() if other != kind and deed.gone(other)]
        return f"removed {deed.those(kind, gone)}" + (f" with {together(others)}" if others else "")

    return phrase


def changed(kind: str) -> Phrase:
    """`changed the case FEN (name, description)`; a new name is told with the old one."""

    def phrase(deed: Deed) -> str:
        fields = deed.fields(kind)
        things: list[Id] = list(dict.fromkeys(one.id for field in fields for one in deed.wrote(kind, field)))
        name = NAMED_BY.get(kind, "")
        if fields == [name] and len(things) == 1:
            return before_after("renamed", kind, name)(deed)
        said = list(dict.fromkeys(field_words(field) for field in fields))
        return f"changed {deed.those(kind, things or deed.put(kind))}" + (f" ({', '.join(said)})" if said else "")

    return phrase


def before_after(verb: str, kind: str, field: str) -> Phrase:
    """`renamed the code ‘sharing’ to ‘disclosure’`."""

    def phrase(deed: Deed) -> str:
        one = first(deed.wrote(kind, field))
        plain = kind.replace("_", " ")
        return f"{verb} the {plain} ‘{excerpt(one.before)}’ to ‘{excerpt(one.after)}’" if one else f"{verb} a {plain}"

    return phrase


def ordered(kind: str) -> Phrase:
    """`put the cases in another order`."""
    return lambda _: f"put the {kind}s in another order"


def signpost(words: str, kind: str) -> Phrase:
    """`merged the code ‘sharing’ into ‘disclosure’`, or what undoes that; `words` has a place for each."""

    def phrase(deed: Deed) -> str:
        one = first(deed.wrote(kind, "merged_into"))
        if one is None:
            return words.format(counted(1, kind), "another")
        return words.format(deed.name(kind, one.id), deed.name(kind, one.after or one.before))

    return phrase
