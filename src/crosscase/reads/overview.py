"""How much is in a study: things counted as people see them.

Things that were merged into another are that other one and are not counted; removed ones are not there.
"""

from __future__ import annotations

from typing import Any, Protocol

from crosscase.model import KINDS


class Columns(Protocol):
    """Whatever gives a kind by columns: a store."""

    def columns(self, kind: str, fields: tuple[str, ...]) -> dict[str, list[Any]]:
        """All rows of a kind by column; `id` comes first."""
        ...


COUNTED: dict[str, str] = {
    "cases": "case",
    "participants": "participant",
    "sources": "source",
    "turns": "turn",
    "codes": "code",
    "codings": "coding",
    "themes": "theme",
    "memos": "memo",
    "members": "member",
    "roles": "role",
    "attributes": "attribute",
    "interviews": "interview",
    "speakers": "speaker",
    "readings": "reading",
    "marks": "mark",
    "analyses": "analysis",
}
"""What is counted, by the name under which it is printed."""

_MERGED = {kind.name for kind in KINDS if any(field.name == "merged_into" for field in kind.fields)}


def count_things(columns: Columns) -> dict[str, int]:
    """How many there are of each of `COUNTED`."""
    found: dict[str, int] = {}
    for name, kind in COUNTED.items():
        if kind in _MERGED:
            found[name] = sum(into is None for into in columns.columns(kind, ("merged_into",))["merged_into"])
        else:
            found[name] = len(columns.columns(kind, ())["id"])
    return found
