"""What entries really did to a study, worked out from the journal.

The value of a field is folded from the writes up to the last of the entries, and once more from those before the
first; where the two differ, the entries made the difference. What they wrote and another had written already, or wrote
over at once, is no effect of theirs. Texts are another matter: they count how often characters were hidden.

What a careful reader would get wrong: an entry's own `before` is what its author had, not what was there. After a
merge the two may differ, and only what was there counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from crosscase.journal.changes import REMOVED, Added, Changed
from crosscase.journal.entry import Entry
from crosscase.journal.fold import Write, fold, fold_tree
from crosscase.model import Id, kind_named
from crosscase.store.absorb import tree_writes, writes_to
from crosscase.store.store import Store


class FieldEffect(msgspec.Struct, frozen=True):
    """What entries really did to a field of a row here."""

    kind: str
    row: Id
    field: str
    before: Any
    after: Any


def effects(store: Store, entries: Sequence[Entry]) -> list[FieldEffect]:
    """What entries (an act, or the turns that left it as it is) really did to fields here, texts apart."""
    written: dict[tuple[str, str], dict[Id, None]] = {}
    for entry in entries:
        for change in entry.changes:
            if isinstance(change, Added) and not kind_named(change.kind).constant:
                rows = change.rows(entry.id)
                written.setdefault((change.kind, REMOVED), {}).update(dict.fromkeys(rows))
                if kind_named(change.kind).derived or change.ids:
                    for field in kind_named(change.kind).stored:
                        written.setdefault((change.kind, field.name), {}).update(dict.fromkeys(rows))
            elif isinstance(change, Changed):
                written.setdefault((change.kind, change.field), {}).update(dict.fromkeys(change.ids))
    names = {entry.id for entry in entries}
    found: list[FieldEffect] = []
    with store.reading() as connection:
        for (kind, name), things in written.items():
            found += _of_field(store, connection, names, kind, name, list(things))
    return found


def _of_field(  # noqa: PLR0917 - what an effect is of, in the order it is said
    store: Store, connection: Connection, names: set[Id], kind: str, name: str, things: Sequence[Id]
) -> Iterable[FieldEffect]:
    field = None if name == REMOVED else kind_named(kind).field(name)
    pairs: list[tuple[Id, Any, Any, bool]] = []
    if field is not None and field.tree:
        writes = tree_writes(store, connection, kind, name)
        first, last = _reach(writes, names)
        was = fold_tree(writes[:first]).value
        # Other rows' moves between the first and the last of the entries belong to what was before as well.
        before = fold_tree(write for write in writes[: last + 1] if write.entry not in names).value
        after = fold_tree(writes[: last + 1]).value
        pairs = [(row, before.get(row), after.get(row), row in was) for row in things]
    else:
        for row, writes in writes_to(store, connection, kind, name, things).items():
            first, last = _reach(writes, names)
            old = fold(field, writes[:first]).value if first else None
            pairs.append((row, old, fold(field, writes[: last + 1]).value, first > 0))
    for row, old, now, existed in pairs:
        if existed and old != now:
            yield FieldEffect(kind, row, name, old, now)
        elif not existed and name == REMOVED:
            yield FieldEffect(kind, row, name, True, False)  # noqa: FBT003 - values: it was not there


def _reach(writes: Sequence[Write], names: set[Id]) -> tuple[int, int]:
    """Where the first and the last of the entries stand among writes."""
    at = [n for n, write in enumerate(writes) if write.entry in names]
    return (at[0], at[-1]) if at else (0, -1)
