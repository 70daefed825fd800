"""What an analysis looks at: whose words, in which sources, coded by whom.

Every analysis takes the same filters (`Filters`), by id, by name, or as `set:NAME`; `scope_of` turns them into
numbers of one snapshot. An empty filter lets everything through.

What a careful reader would get wrong: a filter on participants, on sampling roles or on attributes of participants
leaves out words that are nobody's (documents of a case, speakers not assigned), because nobody knows whether they
belong.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.variables import Variable
from crosscase.model import Id


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at; empty means everything.

    Attributes:
        members: whose codings and readings.
        sources, cases, roles, participants: whose words.
        where: attributes with a value, `sector=public` or `participant:age=26-35`: of several values of one attribute
            any will do, of several attributes all have to fit.
        include_unreviewed: count codings by rule that nobody accepted yet like all others. Otherwise they are
            counted apart.
    """

    members: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    include_unreviewed: bool = False

    @property
    def filters(self) -> dict[str, Any]:
        """The filters alone, by name: for asking another analysis about the same."""
        return {name: getattr(self, name) for name in Filters.__struct_fields__}


@dataclass(frozen=True, eq=False)
class Scope:
    """Filters as numbers of one snapshot.

    Attributes:
        members: numbers, or None for everyone.
        cases, roles, participants, sources, units: which are in.
        codings: which count like all others; `unreviewed` are counted apart.
        nobody: sources, of which words that are nobody's are in.
        plain: no member is left out and unreviewed codings are apart, as the snapshot has them.
        all_units: every unit is in.
        key: of the filters; the same filters give the same scope.
    """

    members: Ints | None
    cases: Flags
    roles: Flags
    participants: Flags
    sources: Flags
    units: Flags
    codings: Flags
    unreviewed: Flags
    nobody: Flags
    plain: bool
    all_units: bool
    key: tuple[Hashable, ...]


def scope_of(snapshot: Snapshot, filters: Filters) -> Scope:
    """The scope that filters describe.

    Raises:
        NotFoundError, AmbiguousError, BadValueError: a name that cannot be found, see `Snapshot.found`; `where`
            without a value.
    """
    having = _having(snapshot, filters.where)
    cases = _flags(len(snapshot.cases), snapshot.found(snapshot.cases, filters.cases), filters.cases)
    cases &= having.get("case", True)
    roles = _flags(len(snapshot.roles), snapshot.found(snapshot.roles, filters.roles), filters.roles)
    people = snapshot.participants
    participants = _flags(len(people), snapshot.found(people, filters.participants), filters.participants)
    participants &= having.get("participant", True)
    if filters.cases or "case" in having:
        participants &= np.append(cases, np.zeros(1, np.bool_))[people.case]
    if filters.roles:
        participants &= np.append(roles, np.zeros(1, np.bool_))[people.role]
    sources = _flags(len(snapshot.sources), snapshot.found(snapshot.sources, filters.sources), filters.sources)
    sources &= having.get("source", True)
    if "interview" in having:
        sources &= np.append(having["interview"], np.zeros(1, np.bool_))[snapshot.sources.interview]
    case_in = np.append(cases, cases.all())[snapshot.sources.case]
    nobody = sources & case_in & (not (filters.roles or filters.participants or "participant" in having))
    units = _units(snapshot, participants, sources, nobody)
    if filters.sources or having.keys() & {"source", "interview"}:
        # People whom the chosen sources do not know are none of this table's business.
        known = np.zeros(len(people) + 1, dtype=np.bool_)
        known[snapshot.units.participant[units]] = True
        participants &= known[:-1]
    codings = snapshot.codings
    members = snapshot.found(snapshot.members, filters.members) if filters.members else None
    by_them = np.ones(len(codings), dtype=np.bool_) if members is None else np.isin(codings.member, members)
    apart = codings.unreviewed & by_them & (not filters.include_unreviewed)
    counted = by_them & ~apart
    return Scope(
        members, cases, roles, participants, sources, units, counted, apart,
        nobody, plain=members is None and not filters.include_unreviewed, all_units=bool(units.all()),
        key=tuple(filters.filters.values()),
    )  # fmt: skip


def _having(snapshot: Snapshot, where: tuple[str, ...]) -> dict[str, Flags]:
    """By what the attributes are of (case, participant, interview, source), which have the values asked for."""
    wanted: dict[Id, tuple[Variable, set[str]]] = {}
    for one in where:
        name, equals, value = one.partition("=")
        if not equals or not value.strip():
            message = f"{one!r} does not say which value is meant. Write NAME=VALUE."
            raise BadValueError(message)
        variable = snapshot.variable(name.strip())
        wanted.setdefault(variable.id, (variable, set()))[1].add(value.strip().casefold())
    having: dict[str, Flags] = {}
    for variable, values in wanted.values():
        fits = np.array([any(one.casefold() in values for one in held) for held in variable.values], dtype=np.bool_)
        having[variable.subject] = having.get(variable.subject, np.ones(len(fits), dtype=np.bool_)) & fits
    return having


def _units(snapshot: Snapshot, participants: Flags, sources: Flags, nobody: Flags) -> Flags:
    units = snapshot.units
    somebody = np.append(participants, np.zeros(1, np.bool_))[units.participant] & sources[units.source]
    return np.where(units.participant >= 0, somebody, nobody[units.source])


def _flags(count: int, chosen: Ints, named: tuple[str, ...]) -> Flags:
    if not named:
        return np.ones(count, dtype=np.bool_)
    flags = np.zeros(count, dtype=np.bool_)
    flags[chosen] = True
    return flags
