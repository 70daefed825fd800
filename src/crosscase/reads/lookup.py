"""Finding the thing a person means by a name.

People name codes by their label or path (`Support / Supervision`), cases by code, participants by identifier, the
rest by name; an id, or the last eight or more digits of one, always works. Case and outer spaces do not matter. A
name that fits nothing is refused with what is near; one that fits several, with all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from crosscase.errors import AmbiguousError, NotFoundError
from crosscase.model import (
    Analysis,
    Attribute,
    Case,
    Code,
    Condition,
    Configuration,
    Draft,
    Framework,
    Id,
    Instrument,
    Interview,
    Map,
    Member,
    Participant,
    Query,
    Role,
    Row,
    Set,
    Source,
    Theme,
    Topic,
    goes_by,
    kind_of,
    short,
)

R = TypeVar("R", bound=Row)

_LEAST_DIGITS = 8
PATH_MARK = "/"


class Rows(Protocol):
    """Whatever can be asked for rows: an open study, or an act being composed."""

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given."""
        ...


NAMES: dict[type[Row], Callable[[Any], tuple[str, ...]]] = {
    Analysis: lambda row: (row.name,),
    Attribute: lambda row: (row.name, f"{row.subject}.{row.name}"),
    Case: lambda row: (row.code, row.name),
    Condition: lambda row: (row.name,),
    Configuration: lambda row: (row.name,),
    Draft: lambda row: (row.name,),
    Framework: lambda row: (row.name, f"{row.name} {row.version}"),
    Instrument: lambda row: (row.name, f"{row.name} {row.version}"),
    Interview: lambda row: (row.name,),
    Map: lambda row: (row.name,),
    Member: lambda row: (row.name,),
    Participant: lambda row: (row.identifier,),
    Query: lambda row: (row.name,),
    Role: lambda row: (row.name, *row.codes),
    Set: lambda row: (row.name,),
    Source: lambda row: (row.name, row.file),
    Theme: lambda row: (row.label,),
    Topic: lambda row: (row.name,),
}
"""By which names things of each kind go (codes: see `code_paths`)."""


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def code_paths(codes: list[Code]) -> dict[Id, str]:
    """The path of every code: the labels from the top of the tree, parted by ` / `."""
    by_id = {code.id: code for code in codes}
    paths: dict[Id, str] = {}
    for code in codes:
        parts, at, steps = [code.name], code.parent, 0
        while at in by_id and steps < len(codes):
            parts.append(by_id[at].name)
            at, steps = by_id[at].parent, steps + 1
        paths[code.id] = f" {PATH_MARK} ".join(reversed(parts))
    return paths


def within(codes: list[Code], category: Id) -> set[Id]:
    """The ids that count as a category: itself, what lies under it, and what was merged into any of these."""
    leads = _leads({code.id: code.merged_into for code in codes})
    above = {code.id: leads.get(code.parent or "") for code in codes}
    wanted = leads.get(category, category)
    found: set[Id] = set()
    for code in codes:
        at, steps = leads.get(code.id), 0
        while at is not None and at != wanted and steps <= len(codes):
            at, steps = above.get(at), steps + 1
        if at == wanted:
            found.add(code.id)
    return found


def _leads(signposts: dict[Id, Id | None]) -> dict[Id, Id]:
    """Where each id leads when signposts are followed to the end."""
    found: dict[Id, Id] = {}
    for start in signposts:
        at, steps = start, 0
        while (there := signposts.get(at)) and there in signposts and steps <= len(signposts):
            at, steps = there, steps + 1
        found[start] = at
    return found


def find(rows: Rows, row: type[R], name: str) -> R:
    """The thing of that kind that goes by that name.

    Raises:
        NotFoundError: nothing does; what is near is named.
        AmbiguousError: several things do.
    """
    every = rows.rows(row)
    known: dict[Id, tuple[str, ...]]
    if row is Code:
        paths = code_paths(every)  # type: ignore[arg-type] # they are codes
        known = {code.id: (paths[code.id].rpartition(f" {PATH_MARK} ")[2], paths[code.id]) for code in every}
    else:
        known = {thing.id: NAMES[row](thing) for thing in every}
    wanted = _plain(name)
    loose = _plain(name.replace(PATH_MARK, f" {PATH_MARK} "))
    exact = [thing for thing in every if thing.id == name]
    fits = exact or [t for t in every if any(_plain(n) in (wanted, loose) for n in known[t.id] if n)]
    if not fits and len(wanted) >= _LEAST_DIGITS:
        fits = [thing for thing in every if goes_by(thing.id, wanted)]
    if not fits:
        raise NotFoundError(kind_of(row).name, name, _near(wanted, known))
    if len(fits) > 1:
        raise AmbiguousError(kind_of(row).name, name, tuple(f"{known[t.id][-1]} ({short(t.id)})" for t in fits))
    return fits[0]


def find_or_none(rows: Rows, row: type[R], name: str) -> R | None:
    """The thing that goes by that name, or None.

    Raises:
        AmbiguousError: several things do.
    """
    try:
        return find(rows, row, name)
    except NotFoundError:
        return None


def _near(wanted: str, known: dict[Id, tuple[str, ...]]) -> tuple[str, ...]:
    from difflib import get_close_matches

    names = {_plain(name): name for names in known.values() for name in names if name}
    return tuple(repr(names[near]) for near in get_close_matches(wanted, names, n=2, cutoff=0.7))
