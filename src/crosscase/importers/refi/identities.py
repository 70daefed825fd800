"""GUIDs of a file that is read: made comparable, and made unique among their like.

What a careful reader would get wrong: the same GUID on things of two kinds (a case and a code, an area of a PDF and
its quotation) is what some programs mean, and both keep it. Only among things of one kind the second gets a GUID of
its own, made from the first, so that a newer export of the same project gives the same again.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.importers.refi.told import Told
from crosscase.model.refi import Guid
from crosscase.model.refi_values import GUID, guid_of, made_guid

_NOBODY = "00000000-0000-0000-0000-000000000000"


class Identities:
    """The GUIDs met so far."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._first: dict[Guid, str] = {}
        self._further: dict[tuple[str, Guid], int] = {}
        self._known: dict[str, Guid] = {}

    def own(self, element: str, attributes: Mapping[str, str], line: int) -> Guid:
        """The GUID of an element, which no other of its kind has."""
        written = attributes.get("guid", "")
        if GUID.fullmatch(written):
            guid = written
        else:
            guid = guid_of(written) or ""
            if not guid:
                guid = self._made(element, written, attributes, line)
        first = self._first.get(guid)
        if first is None:
            self._first[guid] = element
            return guid
        return self._again(element, guid, line) if first == element else self._shared(first, element, guid, line)

    def named(self, written: str | None) -> Guid:
        """The GUID that a reference names; empty: none."""
        if not written:
            return ""
        known = self._known.get(written)
        if known is None:
            guid = guid_of(written) or made_guid("id", written)
            known = self._known[written] = "" if guid == _NOBODY else guid
        return known

    def _made(self, element: str, written: str, attributes: Mapping[str, str], line: int) -> Guid:
        if written.strip():
            what = f"{written[:80]!r} is no GUID; one was made from it."
            self._told.repaired("GUIDs that are none", f"line {line} ({element})", what)
            return made_guid("id", written)
        self._told.repaired(
            "missing GUIDs", f"line {line} ({element})", "It has no GUID; one was made from what it is."
        )
        return made_guid(element, *(f"{key}={value}" for key, value in sorted(attributes.items()) if key != "guid"))

    def _again(self, element: str, guid: Guid, line: int) -> Guid:
        number = self._further.get((element, guid), 1) + 1
        self._further[element, guid] = number
        what = f"Another {element} has the GUID {guid}; this one was given a GUID of its own."
        self._told.repaired("GUIDs used twice", f"line {line} ({element})", what)
        return made_guid(element, guid, str(number))

    def _shared(self, first: str, element: str, guid: Guid, line: int) -> Guid:
        if (element, guid) in self._further:
            return self._again(element, guid, line)
        self._further[element, guid] = 1
        what = f"A {first} has the same GUID, {guid}; both keep it."
        self._told.repaired("GUIDs on things of two kinds", f"line {line} ({element})", what)
        return guid
