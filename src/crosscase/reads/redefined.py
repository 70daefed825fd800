"""Which sources a member has read for codes that mean something else today: they would have to be read again.

A reading that is done keeps the codes there were. A code made since is found by comparing the two; a code whose
definition was rewritten since is found here, by the order of the journal. Where somebody reopens the reading and
finishes it again, the source is read for the codes as they are defined now.

What a careful reader would get wrong: only what a code takes in counts (definition, inclusion, exclusion). Another
name, another colour or another example does not make anybody read a source again.
"""

from __future__ import annotations

from sqlalchemy import func, select

from crosscase.model import Code, Codebook, Id, Reading
from crosscase.store.apply import AGAIN
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH

_MEANING = ("definition", "inclusion", "exclusion")
_FINISHED = ("progress", "codebook", AGAIN)


def redefined(store: Store) -> dict[Id, tuple[Id, ...]]:
    """By reading that is done: the codes it was finished for that were defined anew since, by their ids."""
    done = [one for one in store.rows(Reading) if one.progress == "done" and one.codebook]
    if not done:
        return {}
    written = _last_written(store, "code", _MEANING)
    if not written:
        return {}
    live = {one.id for one in store.rows(Code) if one.merged_into is None and not one.retired}
    books = {one.id: set(one.codes) for one in store.rows(Codebook)}
    finished = _born(store, "reading") | _last_written(store, "reading", _FINISHED)
    found = {
        one.id: tuple(
            sorted(
                code
                for code, when in written.items()
                if code in live and code in books.get(one.codebook or "", ()) and when > finished.get(one.id, 0)
            )
        )
        for one in done
    }
    return {reading: codes for reading, codes in found.items() if codes}


def _last_written(store: Store, kind: str, fields: tuple[str, ...]) -> dict[Id, int]:
    """By row: the clock of the entry that last wrote one of these fields after the row was added."""
    with store.reading() as connection:
        lines = connection.execute(
            select(TOUCH.c.row, func.max(ENTRY.c.clock))
            .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
            .where(TOUCH.c.kind == kind, TOUCH.c.field.in_(fields))
            .group_by(TOUCH.c.row)
        ).all()
    return {row: clock for row, clock in lines}  # noqa: C416 - rows of a database are no pairs for `dict`


def _born(store: Store, kind: str) -> dict[Id, int]:
    table = ROWS[kind]
    with store.reading() as connection:
        lines = connection.execute(select(table.c.id, ENTRY.c.clock).join(ENTRY, ENTRY.c.seq == table.c.born)).all()
    return {row: clock for row, clock in lines}  # noqa: C416 - likewise
