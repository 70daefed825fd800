"""What people have to settle, found from the writes themselves.

A conflict over a field is open while there are writes to it, with different values, none of whose authors had seen
the other. It closes when an entry that has seen them all writes the field. Nothing records that a conflict exists:
it is computed, so merging needs no entry of its own and no copy can disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from crosscase.journal.chain import Seen
from crosscase.journal.fold import Write
from crosscase.model import Id

ConflictNature = Literal["field", "circle", "removed", "twins"]


class Side(msgspec.Struct, frozen=True):
    """One side of a conflict: the entry that wrote it and what it wrote."""

    entry: Id
    value: Any


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not take full effect.

    Attributes:
        nature: two values for one field; a move that would make a circle; a change to something another
            had removed; two things with one name.
        rows: the row, or the twins.
        sides: the writes, latest last; the last one stands.
    """

    nature: ConflictNature
    kind: str
    rows: tuple[Id, ...]
    field: str = ""
    sides: tuple[Side, ...] = ()


def at_once(writes: Sequence[Write], seen: Seen) -> list[Write]:
    """The writes that no other write to the same field had seen, in the order of the journal."""
    return [
        write
        for write in writes
        if not any(other is not write and seen.had_seen(other.digest, write.digest) for other in writes)
    ]


def over_field(kind: str, field: str, writes: Sequence[Write], seen: Seen) -> Conflict | None:
    """The open conflict over one field of one row, if there is one."""
    latest = at_once(writes, seen)
    if len({_key(write.after) for write in latest}) < 2:
        return None
    sides = tuple(Side(write.entry, write.after) for write in latest)
    return Conflict(nature="field", kind=kind, rows=(writes[0].row,), field=field, sides=sides)


def _key(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
