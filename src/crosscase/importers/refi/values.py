"""The values of one element that is being read: numbers, times, colours, references, each put right where it is wrong.

What is right already takes the short way, since a project has tens of thousands of each.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

import msgspec

from crosscase.importers.refi.identities import Identities
from crosscase.importers.refi.told import Told
from crosscase.model.refi import Guid
from crosscase.model.refi_schema import WORDS, word_of
from crosscase.model.refi_values import colour_of, integer_of, moment_of, whole_of

_Some = TypeVar("_Some")
Kids = dict[str, list[Any]]


class Frame(msgspec.Struct, gc=False):
    """An element whose end has not come yet."""

    name: str
    shape: str
    attributes: dict[str, str]
    line: int
    kids: Kids = {}

    @property
    def place(self) -> str:
        """Where it stands, for people."""
        name = self.attributes.get("name")
        return f"line {self.line} ({self.name}{f' “{name[:60]}”' if name else ''})"


class Values:
    """Reads values, and keeps who was named."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.identities = Identities(told)
        self.users: set[Guid] = set()
        self._by: dict[str, Guid] = {}
        self._moments: dict[str, str] = {}

    def guid(self, frame: Frame) -> Guid:
        """The element's own GUID."""
        return self.identities.own(frame.name, frame.attributes, frame.line)

    def by(self, written: str | None) -> Guid:
        """The user that an attribute names."""
        if not written:
            return ""
        known = self._by.get(written)
        if known is None:
            known = self._by[written] = self.identities.named(written)
            if known:
                self.users.add(known)
        return known

    def moment(self, written: str | None, frame: Frame) -> str:
        """A time; empty where there is none or it is none."""
        if not written:
            return ""
        known = self._moments.get(written)
        if known is not None:
            return known
        moment = moment_of(written) or ""
        if not moment:
            self.told.lost("times that are none", frame.place, f"{written[:80]!r} is no date with a time.")
            return ""
        if moment != written:
            self.told.repaired("times written otherwise", frame.place, f"{written[:80]!r} was read as {moment!r}.")
        if len(self._moments) > 50_000:
            self._moments.clear()
        self._moments[written] = moment
        return moment

    def colour(self, frame: Frame) -> str:
        """The colour; empty likewise."""
        written = frame.attributes.get("color")
        if not written:
            return ""
        colour = colour_of(written)
        if colour is None:
            self.told.lost("colours that are none", frame.place, f"{written[:80]!r} is no colour.")
            return ""
        if colour != written:
            self.told.repaired("colours written otherwise", frame.place, f"{written[:80]!r} was read as {colour!r}.")
        return colour

    def whole(self, frame: Frame, name: str, missing: int) -> int:
        """A number that must be there."""
        written = frame.attributes.get(name)
        if written is not None:
            if len(written) < 19 and written.isdecimal() and written.isascii():
                return int(written)
            number = whole_of(written)
            if number is not None:
                if integer_of(written) != written.strip():
                    self.told.repaired(
                        "numbers that are not whole", frame.place, f"{name}={written[:80]!r} was read as {number}."
                    )
                return number
        found = f"{written[:80]!r} is no number" if written is not None else "is missing"
        self.told.repaired("missing numbers", frame.place, f"{name} {found}; it was set to {missing}.")
        return missing

    def perhaps(self, frame: Frame, name: str) -> int | None:
        """A number that may be there."""
        return self.whole(frame, name, 0) if frame.attributes.get(name) else None

    def word(self, frame: Frame, name: str, type: str) -> str:
        """One of the words that the standard has for an attribute; empty where there is none."""
        written = frame.attributes.get(name)
        if not written or written in WORDS[type]:
            return written or ""
        word = word_of(type, written) or ""
        if word:
            self.told.repaired("words written otherwise", frame.place, f"{name}={written[:80]!r} was read as {word!r}.")
        else:
            self.told.lost("words that are not known", frame.place, f"{name}={written[:80]!r} is not of the standard.")
        return word

    def name(self, frame: Frame) -> str:
        """A name that must be there."""
        name = frame.attributes.get("name")
        if name is None:
            self.told.repaired("missing names", frame.place, "It has no name; the name was left empty.")
        return name or ""

    def one(self, frame: Frame, name: str, _: type[_Some]) -> _Some | None:
        """The first of what may be there once."""
        found = frame.kids.get(name)
        if not found:
            return None
        if len(found) > 1:
            what = f"It has {len(found)} {name}; the first was taken."
            self.told.lost("elements that may be there once", frame.place, what)
        return cast("_Some", found[0])

    def description(self, frame: Frame) -> str | None:
        """The descriptions; None where there is none."""
        found = frame.kids.get("Description")
        return None if found is None else "\n\n".join(found)

    def stamps(self, frame: Frame) -> dict[str, Any]:
        """What selections and sources have in common."""
        get = frame.attributes.get
        return {
            "guid": self.guid(frame),
            "name": get("name"),
            "creating_user": self.by(get("creatingUser")),
            "created": self.moment(get("creationDateTime"), frame),
            "modifying_user": self.by(get("modifyingUser")),
            "modified": self.moment(get("modifiedDateTime"), frame),
        }
