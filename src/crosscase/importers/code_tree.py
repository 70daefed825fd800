"""The codes that a file brings, gathered by their paths: what every importer of codings needs.

A code is added by the names from the top of its tree to itself; those above it come with it. What is said of a code
twice is kept as it was said first, what was empty is filled in.

What a careful reader would get wrong: names that differ in letter case or blanks are one code here, as they are in the
study. Two codes of one place that some program keeps apart by an id alone become one, and that is said.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from crosscase.model.bundle import CodeRecord, MemberRecord

MARK: Final = " / "
_SHOWN: Final = 8
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_BLANKS: Final = re.compile(r"\s+")


class CodeTree:
    """Codes by their paths."""

    def __init__(self) -> None:
        self._records: dict[str, CodeRecord] = {}
        self._also: dict[str, str] = {}

    def add(self, *names: str, definition: str = "", colour: str = "") -> str:
        """A code and what it lies under; its key. Empty names are passed over; none at all: an empty key."""
        key = ""
        for name in (shown for one in names if (shown := _BLANKS.sub(" ", one).strip())):
            parent, key = key, f"{key}{MARK}{name}" if key else name
            known = self._records.setdefault(key.casefold(), CodeRecord(key=key, name=name, parent=parent))
            if known.name != name:
                self._also[key] = known.key
        if not key:
            return ""
        record = self._records[key.casefold()]
        self._records[key.casefold()] = msgspec.structs.replace(
            record,
            definition=record.definition or definition.strip(),
            colour=record.colour or colour_of(colour),
        )
        return record.key

    def said(self) -> tuple[str, ...]:
        """Which names were taken for one code because they differ in letter case alone."""
        if not self._also:
            return ()
        shown = [f"{other!r} as {key!r}" for other, key in list(self._also.items())[:_SHOWN]]
        more = f" and {len(self._also) - _SHOWN:,} more" if len(self._also) > _SHOWN else ""
        return (f"Codes whose names differ in letter case alone are one here: {', '.join(shown)}{more}.",)

    def records(self) -> tuple[CodeRecord, ...]:
        """All codes, those above before those below."""
        return tuple(self._records.values())


def members_of(names: dict[str, None] | list[str]) -> tuple[MemberRecord, ...]:
    """The people who coded, each once; who is new may code and nothing more."""
    unique: dict[str, str] = {}
    for name in names:
        shown = _BLANKS.sub(" ", name).strip()
        if shown:
            unique.setdefault(shown.casefold(), shown)
    return tuple(MemberRecord(name=name, permission="coder") for name in unique.values())


def colour_of(said: str) -> str:
    """A colour as the study writes it (`#rrggbb`), where it is said so; else empty."""
    said = said.strip()
    said = said if said.startswith("#") else f"#{said}"
    return said.lower() if _COLOUR.fullmatch(said) else ""
