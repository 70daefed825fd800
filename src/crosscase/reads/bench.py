"""The comparison bench for people: when things were made, and the sides of a comparison in words.

What a careful reader would get wrong: words of segments are participants' own. Whoever prints them covers what content
notes cover, and writes none to a file without asking what may leave.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from crosscase.model import Case, Code, Coding, Comparison, Ground, Id, Property, Relation, Role, Source, Turn
from crosscase.reads.codings import covers_of, people_in
from crosscase.reads.lookup import code_paths, within
from crosscase.reads.things import Names
from crosscase.reads.written import written
from crosscase.store.store import Store


class SideWords(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a comparison.

    Attributes:
        name: how the thing is called: a source for a segment, else its name.
        participants: whose words they are, with their `cases` and `roles`; words: a segment's, as they read now;
            covered: what they are covered for.
        code, member: of a coding, the code that it has and who gave it.
    """

    kind: str
    id: Id
    name: str
    participants: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    words: str = ""
    covered: tuple[str, ...] = ()
    code: Id = ""
    member: Id = ""
    source: Id = ""
    start: int = 0
    end: int = 0


class CodeSegment(msgspec.Struct, frozen=True, kw_only=True):
    """A property of a category with the words at its ends."""

    id: Id
    name: str
    description: str
    low: str
    high: str
    at_low: SideWords | None
    at_high: SideWords | None


class RelatedHere(msgspec.Struct, frozen=True, kw_only=True):
    """A relation of a category, which is `category` or `to` in it, with the segments that it rests on."""

    id: Id
    category: Id
    to: Id
    nature: str
    note: str
    grounds: tuple[SideWords, ...]


def made(store: Store, kind: str, things: Collection[Id]) -> dict[Id, int]:
    """When things of one kind were made (ms since 1970)."""
    return {thing: when.first for thing, when in written(store, kind, things).items()}


def comparisons_made(store: Store) -> dict[Id, int]:
    """When comparisons were made."""
    return made(store, "comparison", [one.id for one in store.rows(Comparison)])


def codings_made(store: Store, category: Id) -> dict[Id, int]:
    """When the codings of a category and of all under it were made."""
    codes = within(store.rows(Code), category)
    return made(store, "coding", [one.id for one in store.rows(Coding, code=sorted(codes))])


def side_words(store: Store, kind: str, thing: Id) -> SideWords:
    """One side in words; a thing that is gone has no name."""
    if kind in ("coding", "turn"):
        placed: Coding | Turn | None = store.get(Coding, thing) if kind == "coding" else store.get(Turn, thing)
        source = store.get(Source, placed.source) if placed else None
        if placed is None or source is None:
            return SideWords(kind=kind, id=thing, name="")
        notes = covers_of(store, [source.id]).get(source.id)
        people = people_in(store, source, placed.start, placed.end)
        coded = placed if isinstance(placed, Coding) else None
        cases = {one.id: one.code for one in store.rows(Case)}
        roles = {one.id: one.name for one in store.rows(Role)}
        return SideWords(
            kind=kind, id=thing, name=source.name, participants=tuple(one.identifier for one in people),
            cases=_each(cases.get(one.case or source.case or "", "") for one in people)
            or _each([cases.get(source.case or "", "")]),
            roles=_each(roles.get(one.role or "", "") for one in people),
            words=store.text(source.id)[placed.start : placed.end],
            covered=notes.over(placed.start, placed.end) if notes else (), code=coded.code if coded else "",
            member=coded.member if coded else "", source=source.id, start=placed.start, end=placed.end,
        )  # fmt: skip
    if kind == "code":
        return SideWords(kind=kind, id=thing, name=code_paths(store.rows(Code)).get(thing, ""))
    return SideWords(kind=kind, id=thing, name=Names(store).name(kind, thing))


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def properties_of(store: Store, category: Id) -> list[CodeSegment]:
    """The properties of a category in their order, with the words at their ends."""
    found = sorted(store.rows(Property, category=category), key=lambda one: (one.position, one.name, one.id))
    return [
        CodeSegment(
            id=one.id, name=one.name, description=one.description, low=one.low, high=one.high,
            at_low=side_words(store, "coding", one.at_low) if one.at_low else None,
            at_high=side_words(store, "coding", one.at_high) if one.at_high else None,
        )
        for one in found
    ]  # fmt: skip


def relations_of(store: Store, category: Id) -> list[RelatedHere]:
    """The relations of a category to others and of others to it, with the words they rest on."""
    found = [*store.rows(Relation, category=category), *store.rows(Relation, to=category)]
    return [
        RelatedHere(
            id=one.id, category=one.category, to=one.to, nature=one.nature, note=one.note,
            grounds=tuple(
                side_words(store, "coding", ground.coding)
                for ground in sorted(store.rows(Ground, relation=one.id), key=lambda each: each.id)
            ),
        )
        for one in found
    ]  # fmt: skip
