"""What came from another program with a REFI-QDA project: its elements as they came, and what each is here.

What a careful reader would get wrong: several elements can be one thing here, as two sources with the same words are.
Each goes out with what it came with, and what is new goes out with the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

import msgspec

from crosscase.model import Carried, Id
from crosscase.model.carrying import ELEMENTS, Held, held_in, id_of, other_id, unpack
from crosscase.model.refi import Element, Guid, MediaElement

E = TypeVar("E", bound=Element)
_SOURCES = ("TextSource", "MediaSource", "Transcript")


class Came(msgspec.Struct, frozen=True):
    """Something that came from another program: what is carried of it."""

    row: Carried
    held: Held

    def element(self, type_: type[E]) -> E:
        """The element as it came."""
        return unpack(self.row, type_, self.held)


class Arrived:
    """The elements that a study carries, by their names, their GUIDs and what they became."""

    def __init__(self, carried: Iterable[Carried]) -> None:
        self._came: dict[str, list[Came]] = {}
        self._guids: dict[Id, Guid] = {}
        for row in sorted(carried, key=lambda one: (one.position, one.id)):
            self._came.setdefault(row.element, []).append(Came(row, held_in(row)))
            if row.thing is not None and row.guid:
                self._guids.setdefault(row.thing, row.guid)

    def came(self, *elements: str) -> list[Came]:
        """What is carried of elements of these names, in the order in which they came."""
        found = [one for name in elements for one in self._came.get(name, ())]
        return sorted(found, key=lambda one: (one.row.position, one.row.id)) if len(elements) > 1 else found

    def came_by_thing(self, *elements: str) -> dict[Id, Came]:
        """The same for what became something: by the thing; the first of several."""
        found: dict[Id, Came] = {}
        for one in self.came(*elements):
            if one.row.thing is not None:
                found.setdefault(one.row.thing, one)
        return found

    def thing(self, element: str, guid: Guid) -> Id:
        """What an element that came is here; empty where it is nothing."""
        return self._things.get((element, guid), "")

    def of(self, source: Guid) -> Id:
        """The source that an element of one became; else the id that it has."""
        return self.thing("TextSource", source) or self.thing("MediaSource", source) or id_of(source)

    @cached_property
    def _things(self) -> dict[tuple[str, Guid], Id]:
        return {
            (name, one.row.guid): one.row.thing
            for name, found in self._came.items()
            for one in found
            if one.row.thing is not None
        }

    @cached_property
    def elements_of(self) -> Counter[Id]:
        """How many elements each source came as."""
        return Counter(one.row.thing for one in self.came(*_SOURCES) if one.row.thing is not None)

    def came_as_coding(self, thing: Id) -> bool:
        """Whether a coding or mark is one of an element that came, so that it goes out with that and no other."""
        return thing in self._lay_in_elements

    @cached_property
    def _lay_in_elements(self) -> frozenset[Id]:
        found: set[Id] = set()
        for one in self.came(*_SOURCES):
            if self.elements_of[one.row.thing or ""] < 2:
                continue
            element = one.element(ELEMENTS[one.row.element])
            inner = element.text if isinstance(element, MediaElement) else None
            for part in filter(None, (element, inner)):
                for selection in getattr(part, "selections", ()):
                    guids = [
                        (name, each.guid)
                        for name, each in (("Mark", selection), *(("Coding", c) for c in selection.codings))
                    ]
                    found.update(thing for name, guid in guids for thing in (id_of(guid), other_id(name, guid)))
                for coding in getattr(part, "codings", ()):
                    found.update((id_of(coding.guid), other_id("Coding", coding.guid)))
        return frozenset(found)
