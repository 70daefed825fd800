"""Numbered schema steps. New studies go through the same ones as old ones, so there is one schema.

A step is never edited once released. Because rows can be rebuilt from the journal, a step that changes them only
has to drop and make the tables again and say that a rebuild is due.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect

from crosscase.store.tables import METADATA


def _first(connection: Connection) -> None:
    METADATA.create_all(connection)


STEPS: tuple[Callable[[Connection], None], ...] = (_first,)


def has_tables(connection: Connection, schema: str = "") -> bool:
    """Whether a study lies here."""
    return inspect(connection).has_table("entry", schema=schema or None)


def bring_up(connection: Connection, step: int) -> int:
    """Run the steps after `step`; the number reached."""
    for following in STEPS[step:]:
        following(connection)
    return len(STEPS)
