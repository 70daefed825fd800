"""The value of a field from all the writes to it.

This is what makes the tables a function of the set of entries: however the entries came in, a field's value is worked
out from its writes in the order of the journal. Plain fields take the latest write; prose is merged by
paragraph; a field that names another row of its kind (a code's parent, a signpost) passes over a write that would
close a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import msgspec

from crosscase.journal.changes import REMOVED, Added, Change, Changed
from crosscase.journal.prose import merge
from crosscase.model import Field, Id, kind_named


class Write(msgspec.Struct, frozen=True):
    """One entry's write to one field of one row."""

    order: tuple[int, str]
    entry: Id
    row: Id
    before: Any
    after: Any

    @property
    def digest(self) -> str:
        """The digest of the entry."""
        return self.order[1]


class Folded(msgspec.Struct, frozen=True):
    """A value, and the writes that did not take full effect (a clash of paragraphs)."""

    value: Any
    clashes: tuple[Write, ...] = ()


def fold(field: Field | None, writes: Sequence[Write]) -> Folded:
    """The value after these writes, which are in the order of the journal. `None` stands for the field `removed`."""
    if field is None or not field.prose:
        return Folded(writes[-1].after)
    value, clashes = writes[0].after, []
    for write in writes[1:]:
        if (write.before or "") == value:
            value = write.after
        else:
            value, clashed = merge(write.before or "", value, write.after)
            if clashed:
                clashes.append(write)
    return Folded(value, tuple(clashes))


class FoldedTree(msgspec.Struct, frozen=True):
    """What every row names, and the writes passed over because they would have closed a circle."""

    value: dict[Id, Id | None]
    passed_over: tuple[Write, ...]


def fold_tree(writes: Iterable[Write]) -> FoldedTree:
    """A tree field over all rows of a kind, from all writes to it in the order of the journal.

    Moves replayed in one order with circles passed over: Kleppmann, Mulligan, Gomes & Beresford (2022). The moves of
    one entry were made together: they are taken in whichever order closes no circle on the way. There is one whenever
    they close none in the end (what lies topmost in the end is never in the way of itself).
    """
    value: dict[Id, Id | None] = {}
    passed_over: list[Write] = []
    for _, together in groupby(writes, lambda write: write.order):
        pending = list(together)
        while pending:
            left = []
            for write in pending:
                if closes_circle(value, write.row, write.after):
                    left.append(write)
                else:
                    value[write.row] = write.after
            if len(left) == len(pending):
                passed_over += left
                break
            pending = left
    return FoldedTree(value, tuple(passed_over))


def closes_circle(named: dict[Id, Id | None], row: Id, target: Id | None) -> bool:
    """Whether a row that names `target` would come to name itself, over others or at once."""
    at, steps = target, 0
    while at is not None and steps <= len(named) + 1:
        if at == row:
            return True
        at = named.get(at)
        steps += 1
    return False


def writes_in(
    changes: Sequence[Change], entry: Id, kind: str, name: str, wanted: set[Id]
) -> Iterable[tuple[Id, Any, Any]]:
    """What an entry wrote to a field of the wanted rows: row, before, after."""
    field = None if name == REMOVED else kind_named(kind).field(name)
    for change in changes:
        if isinstance(change, Added) and change.kind == kind:
            ids = change.rows(entry)
            given = change.columns.get(name)
            default = False if field is None else field.default
            values = (default,) * len(ids) if given is None else given.values(len(ids))
            for row, value in zip(ids, values, strict=True):
                if row in wanted:
                    yield row, None, value
        elif isinstance(change, Changed) and change.kind == kind and change.field == name:
            count = len(change.ids)
            for row, before, after in zip(
                change.ids, change.before.values(count), change.after.values(count), strict=True
            ):
                if row in wanted:
                    yield row, before, after
