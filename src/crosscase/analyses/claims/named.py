"""Ids in claims as what things are called now: codes by their paths, themes by their labels, items by their numbers.

What a careful reader would get wrong: a name that nothing has any more is an error here and not an empty text, so that
a claim about a code that is gone says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.analyses.claims.language import Prefix, written
from crosscase.analyses.scope import Filters, scope_of
from crosscase.errors import NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.listing import Listing
from crosscase.frames.query import QueryError


@dataclass(frozen=True, eq=False)
class Named:
    """The names of one snapshot."""

    snapshot: Snapshot

    def __call__(self, prefix: Prefix, name: str) -> str:
        """What the thing with that id (or name) is called now.

        Raises:
            NotFoundError, AmbiguousError: there is no such thing, or several.
        """
        snapshot = self.snapshot
        if prefix == "theme":
            return snapshot.themes.labels[snapshot.themes.find(name)]
        if prefix == "answer":
            return snapshot.items.labels[snapshot.items.find(name)]
        return snapshot.codes.path(snapshot.codes.find(name))

    def written(self, query: str) -> str:
        """A query by names; as it is held, where something in it is gone."""
        try:
            return written(query, self)
        except (NotFoundError, QueryError):
            return query


def naming(snapshot: Snapshot) -> Named:
    """The names of a snapshot."""
    return Named(snapshot)


def scope_in_words(snapshot: Snapshot, filters: Filters) -> str:
    """A scope by names; empty for everything.

    Raises:
        NotFoundError, AmbiguousError, BadValueError: something in it is not there.
    """
    scope_of(snapshot, filters)
    parts = [
        _some(listing, names)
        for listing, names in (
            (snapshot.cases, filters.cases), (snapshot.roles, filters.roles),
            (snapshot.participants, filters.participants), (snapshot.sources, filters.sources),
        )
        if names
    ]  # fmt: skip
    for each in filters.where:
        name, _, value = each.partition("=")
        parts.append(f"{snapshot.variable(name).name} {value}")
    if filters.members:
        parts.append(f"as coded by {_some(snapshot.members, filters.members)}")
    if filters.include_unreviewed:
        parts.append("with codings that nobody accepted")
    return "; ".join(parts)


def _some(listing: Listing, names: tuple[str, ...]) -> str:
    sets = [name for name in names if name.startswith("set:")]
    others = [listing.labels[listing.find(name)] for name in names if not name.startswith("set:")]
    return " or ".join([*others, *(f"the set {name.removeprefix('set:')}" for name in sets)])
