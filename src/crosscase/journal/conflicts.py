"""What people have to settle, found from the writes themselves.

A conflict over a field is open while there are writes to it, with different values, none of whose authors had seen
the other. It closes when an entry that has seen them all writes the field, with the value that stands or another.
Nothing records that a conflict exists: it is computed, so merging needs no entry of its own and no copy can disagree.

What a careful reader would get wrong: a clash of paragraphs is not over when one of its authors goes on writing
elsewhere in the same text. Only who has seen both can end it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from crosscase.journal.canon import canonical, digest
from crosscase.journal.chain import Seen
from crosscase.journal.fold import Write, fold
from crosscase.model import Field, Id

ConflictNature = Literal["field", "circle", "removed", "twins", "text"]

PLACE = "place"
"""Stands for the fields that together say where something lies: they are settled together."""

_DIGITS = 8


class Side(msgspec.Struct, frozen=True):
    """One side of a conflict: the entry that wrote it, and what it wrote.

    For what was removed the value is `None` on the side of the removal and the name of the field that was written on
    the other; for twins it is the row.
    """

    entry: Id
    value: Any


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not take full effect.

    Attributes:
        nature: several values for one field; a move that would make a circle; a change to something another had
            removed, or something that names what is gone; two things with one name; two corrections of the same words.
        rows: the row, the row and what it names, or the twins.
        sides: the writes, latest last; the last one stands (of a circle, the first).
        at: for a correction, the address of the first character concerned.
    """

    nature: ConflictNature
    kind: str
    rows: tuple[Id, ...]
    field: str = ""
    sides: tuple[Side, ...] = ()
    at: str = ""

    @property
    def id(self) -> Id:
        """Eight digits made from what it is about: the same on every copy, and when a further side comes in."""
        group = "field" if self.nature == "circle" else self.nature
        rows = sorted(self.rows)[:2] if self.nature == "twins" else self.rows
        return digest(canonical([group, self.kind, rows, "" if group == "removed" else self.field, self.at]))[:_DIGITS]


def at_once(writes: Sequence[Write], seen: Seen) -> list[Write]:
    """The writes that no other write to the same field had seen, in the order of the journal."""
    latest: list[Write] = []
    for write in reversed(writes):  # who had seen a write comes after it
        if not any(seen.had_seen(other.digest, write.digest) for other in latest):
            latest.append(write)
    return latest[::-1]


def over_field(kind: str, field: str, writes: Sequence[Write], seen: Seen) -> Conflict | None:
    """The open conflict over one field of one row, if there is one."""
    latest = at_once(writes, seen)
    if len({_key(write.after) for write in latest}) < 2:
        return None
    sides = tuple(Side(write.entry, write.after) for write in latest)
    return Conflict(nature="field", kind=kind, rows=(writes[0].row,), field=field, sides=sides)


def over_prose(kind: str, field: Field, writes: Sequence[Write], seen: Seen) -> Conflict | None:
    """The open conflict over a long text: paragraphs that clashed, and that nobody who had seen both wrote since."""
    clashed: dict[str, Write] = {}
    for clash in fold(field, writes).clashes:
        with_it = [w for w in writes if w.order < clash.order and not seen.had_seen(clash.digest, w.digest)]
        both = [clash, *with_it]
        if not any(all(seen.had_seen(w.digest, one.digest) for one in both) for w in writes):
            clashed |= {write.digest: write for write in (*at_once(with_it, seen), clash)}
    if len({write.after for write in clashed.values()}) < 2:
        return None
    sides = tuple(Side(w.entry, w.after) for w in sorted(clashed.values(), key=lambda w: w.order))
    return Conflict(nature="field", kind=kind, rows=(writes[0].row,), field=field.name, sides=sides)


def preferring(writes: Sequence[Write], entry: Id, seen: Seen) -> list[Write]:
    """The writes in an order that those who wrote them could have taken, with one entry and what built on it last.

    Folded so, a long text has that entry's paragraphs wherever some clashed, and everybody else's elsewhere.
    """
    chosen = next(write for write in writes if write.entry == entry)
    after = [write for write in writes if seen.had_seen(write.digest, chosen.digest)]
    return [write for write in writes if write not in after] + after


def _key(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
