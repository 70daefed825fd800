"""What things were called when something was done.

The log tells an act in the words of its day: a code that was renamed since goes by the name that it had then. Names are
kept by kind; what was written over since is looked up in the entries that wrote it, and only for things that were
renamed at all.

What a careful reader would get wrong: there is no table of former names. The name at a moment is what the last write
before it put there; before the first of them, it is what the author of that first one found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from crosscase.journal.changes import Changed
from crosscase.journal.vault import ERASED
from crosscase.model import Id, kind_named
from crosscase.reads.things import excerpt
from crosscase.store.rows import from_column
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH

Order = tuple[int, str]

NAMED_BY = {
    "study": "title", "member": "name", "analysis": "name", "attribute": "name", "case": "code", "role": "name",
    "participant": "identifier", "instrument": "name", "topic": "name", "question": "wording", "interview": "name",
    "source": "name", "speaker": "label", "set": "name", "code": "name", "theme": "label", "memo": "title",
    "product": "file", "map": "name", "query": "name", "property": "name", "discussion": "question",
    "framework": "name", "configuration": "name", "condition": "name", "claim": "sentence", "draft": "name",
}  # fmt: skip
"""The field by which people know a thing of each kind; other kinds are told by what they are about."""

PLAIN = frozenset({"case", "participant", "source", "member"})
"""Names that stand by themselves, without quotation marks: `STA3MA02`, `Ines`."""

_FEW = 30
"""Up to how many rows are looked up one by one before all of a field are read: an act names a handful."""

SOMEBODY, UNKNOWN = "somebody", "something that is not known here"
WITHDREW, GONE = "a participant who withdrew", "something whose words are gone"


class NamesThen:
    """Values of fields as they were at a place in the order of the journal, of one study."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now: dict[tuple[str, str], dict[Id, Any]] = {}
        self._some: dict[tuple[str, str], dict[Id, tuple[Any, ...]]] = {}
        self._touched: dict[tuple[str, str], dict[Id, list[tuple[Order, int]]]] = {}
        self._writes: dict[tuple[str, Id, str], list[tuple[Order, Any, Any]]] = {}

    def value(self, kind: str, row: Id, field: str, order: Order) -> Any:
        """What a field of a row held after the entry at that place; None where there is no such row."""
        writes = self._history(kind, row, field)
        earlier = [after for when, _, after in writes if when <= order]
        if earlier:
            return earlier[-1]
        return writes[0][1] if writes else self.now(kind, row, field)

    def now(self, kind: str, row: Id, field: str) -> Any:
        """What it holds now, also where the row was removed."""
        return next(iter(self._held(kind, row, field)), None)

    def knows(self, kind: str, row: Id) -> bool:
        """Whether there is such a thing, removed or not."""
        return bool(self._held(kind, row, NAMED_BY[kind]))

    def name(self, kind: str, row: Id | None, order: Order) -> str:
        """The name a thing went by then, as it stands in a sentence."""
        if not row:
            return SOMEBODY if kind == "member" else "nothing"
        field = NAMED_BY.get(kind)
        name = self.value(kind, row, field, order) if field else None
        if name and not str(name).strip(ERASED):
            return WITHDREW if kind == "participant" else GONE
        if not name:
            return SOMEBODY if kind == "member" else UNKNOWN
        return excerpt(str(name)) if kind in PLAIN else f"‘{excerpt(str(name))}’"

    def _held(self, kind: str, row: Id, field: str) -> tuple[Any, ...]:
        """What the row holds, alone in a tuple; an empty one where there is no such row."""
        whole = self._now.get((kind, field))
        some = self._some.setdefault((kind, field), {})
        if whole is None and row not in some:
            table, described = ROWS[kind], kind_named(kind).field(field)
            wanted = select(table.c.id, table.c[field])
            all_of_them = len(some) >= _FEW
            with self._store.reading() as connection:
                records = connection.execute(wanted if all_of_them else wanted.where(table.c.id == row)).all()
            found = {one: from_column(value, described) for one, value in records}
            if all_of_them:
                whole = self._now[kind, field] = found
            else:
                some[row] = tuple(found.values())
        if whole is None:
            return some[row]
        return (whole[row],) if row in whole else ()

    def _history(self, kind: str, row: Id, field: str) -> Sequence[tuple[Order, Any, Any]]:
        """The writes to a field since the row was added (order, before, after), in order."""
        touched = self._touches(kind, field).get(row)
        if not touched:
            return ()
        if (kind, row, field) not in self._writes:
            found: list[tuple[Order, Any, Any]] = []
            with self._store.reading() as connection:
                for _, digest, entry in self._store.bodies(connection, sorted({seq for _, seq in touched})):
                    for change in entry.changes:
                        if isinstance(change, Changed) and change.kind == kind and change.field == field:
                            count = len(change.ids)
                            for at, one in enumerate(change.ids):
                                if one == row:
                                    values = (change.before.values(count)[at], change.after.values(count)[at])
                                    found.append(((entry.clock, digest), *values))
            self._writes[kind, row, field] = found
        return self._writes[kind, row, field]

    def _touches(self, kind: str, field: str) -> dict[Id, list[tuple[Order, int]]]:
        if (kind, field) not in self._touched:
            held: dict[Id, list[tuple[Order, int]]] = {}
            with self._store.reading() as connection:
                records = connection.execute(
                    select(TOUCH.c.row, ENTRY.c.clock, ENTRY.c.digest, TOUCH.c.seq)
                    .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
                    .where(TOUCH.c.kind == kind, TOUCH.c.field == field)
                )
                for row, clock, digest, seq in records:
                    held.setdefault(row, []).append(((clock, digest), seq))
            self._touched[kind, field] = held
        return self._touched[kind, field]
