"""When things were written, and when last: for lists that people read by date.

What a careful reader would get wrong: the moment is the clock of whoever wrote, and it is told for rows as they lie in
this copy; something brought in from another copy was written when its author wrote it, and not when it came.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func, select

from crosscase.model import Id
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH


class Written(NamedTuple):
    """Milliseconds since 1970: when a thing was added, and when something of it was last changed."""

    first: int
    last: int


def written(store: Store, kind: str, things: Collection[Id]) -> dict[Id, Written]:
    """When these things of one kind were written; those that are not there are left out."""
    table, found = ROWS[kind], dict[Id, Written]()
    with store.reading() as connection:
        for part in chunks(list(things)):
            born = connection.execute(
                select(table.c.id, ENTRY.c.wall).join(ENTRY, ENTRY.c.seq == table.c.born).where(table.c.id.in_(part))
            )
            found |= {row: Written(wall, wall) for row, wall in born}
            later = connection.execute(
                select(TOUCH.c.row, func.max(ENTRY.c.wall))
                .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
                .where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part))
                .group_by(TOUCH.c.row)
            )
            for row, wall in later:
                if row in found:
                    found[row] = Written(found[row].first, max(wall, found[row].last))
    return found
