"""Fields of one kind over which copies disagree, without looking for every conflict of a study.

`findings.open_conflicts` finds all conflicts; this asks for a few rows only, because it is asked whenever words are
about to leave the study.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscase.journal.chain import Seen
from crosscase.journal.conflicts import over_field
from crosscase.model import Id, Row, kind_of
from crosscase.store.absorb import writes_to
from crosscase.store.store import Store


def disputed(store: Store, row: type[Row], things: Sequence[Id]) -> dict[tuple[Id, str], tuple[Any, ...]]:
    """(id, field) → the values that stand against each other, for fields of these rows with an open conflict."""
    if not things:
        return {}
    seen = Seen(store.headers())
    if not seen.several():
        return {}
    kind = kind_of(row)
    found: dict[tuple[Id, str], tuple[Any, ...]] = {}
    with store.reading() as connection:
        for field in kind.stored:
            for thing, writes in writes_to(store, connection, kind.name, field.name, things).items():
                conflict = over_field(kind.name, field.name, writes, seen)
                if conflict is not None:
                    found[thing, field.name] = tuple(side.value for side in conflict.sides)
    return found
