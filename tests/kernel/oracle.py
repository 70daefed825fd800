"""What must hold of copies that have come together, worked out a second time and plainly.

Nothing of `chain.Seen`, `fold`, `findings` is used: entries are read one by one, who had seen what is a set of digests
for each entry, and writes are lists. It is slow and easy to believe. What it finds and the study does not report is
something that was dropped in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import select

from crosscase.journal.changes import REMOVED, Added, Changed
from crosscase.journal.entry import Entry
from crosscase.journal.prose import paragraphs
from crosscase.journal.vault import ERASED
from crosscase.model import KINDS, Id, kind_named
from crosscase.store.findings import PLACE_FIELDS, open_conflicts
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS

Subject = tuple[str, Id, str]


class Wrote(NamedTuple):
    """One write to a field."""

    digest: str
    entry: Entry
    before: Any
    after: Any


class Journal:
    """All entries of a study, with all that the author of each had seen."""

    def __init__(self, store: Store) -> None:
        with store.reading() as connection:
            seqs = list(connection.execute(select(ENTRY.c.seq)).scalars())
            self.entries = [(name, entry) for _, name, entry in store.bodies(connection, seqs)]
        self.seen: dict[str, set[str]] = {}
        for name, entry in self.entries:
            past = {name}
            for before in (entry.before, *entry.heads):
                if before:
                    past |= self.seen[before]
            self.seen[name] = past
        self.writes: dict[Subject, list[Wrote]] = {}
        for name, entry in self.entries:
            for kind, row, field, before, after in _written(entry):
                self.writes.setdefault((kind, row, field), []).append(Wrote(name, entry, before, after))

    def last(self, writes: list[Wrote]) -> list[Wrote]:
        """Those that no other write had seen."""
        return [w for w in writes if not any(o is not w and w.digest in self.seen[o.digest] for o in writes)]

    def unsettled(self, writes: list[Wrote]) -> bool:
        """Whether an undo took back the settling of a conflict: then it is not for this oracle."""
        return any(w.entry.undoes or w.entry.verb.startswith("conflict.") for w in writes)


def _written(entry: Entry) -> Iterator[tuple[str, Id, str, Any, Any]]:
    found: dict[Subject, tuple[Any, Any]] = {}
    for change in entry.changes:
        if isinstance(change, Added):
            ids = change.rows(entry.id)
            for field in kind_named(change.kind).stored:
                given = change.columns.get(field.name)
                values = (field.default,) * len(ids) if given is None else given.values(len(ids))
                for row, value in zip(ids, values, strict=True):
                    found[change.kind, row, field.name] = (None, value)
            for row in ids:
                found[change.kind, row, REMOVED] = (None, False)
        elif isinstance(change, Changed):
            count = len(change.ids)
            pairs = zip(change.before.values(count), change.after.values(count), strict=True)
            for row, (before, after) in zip(change.ids, pairs, strict=True):
                subject = (change.kind, row, change.field)
                found[subject] = (found[subject][0] if subject in found else before, after)
    for (kind, row, name), (before, after) in found.items():
        yield kind, row, name, before, after


def unreported(store: Store) -> list[str]:
    """What stands against each other, or was dropped, and is not among the open conflicts."""
    journal = Journal(store)
    reported = open_conflicts(store)
    over = {(c.kind, c.rows[0], "place" if c.field in PLACE_FIELDS else c.field) for c in reported}
    removed = {row for c in reported if c.nature == "removed" for row in c.rows}
    return [
        *(f"{subject} has several values" for subject in _differing(journal, store) if subject not in over),
        *(f"{subject} lost {words!r}" for subject, words in _lost(journal, store) if subject not in over),
        *(f"{user} names {gone}, which is gone" for user, gone in _dangling(store) if not {user, gone} & removed),
        *(f"{thing} was written and removed" for thing in _written_and_gone(journal, store) if thing not in removed),
    ]


def _differing(journal: Journal, store: Store) -> Iterator[Subject]:
    """Fields whose last writes, none of which had seen another, differ."""
    for (kind, row, name), writes in journal.writes.items():
        field = None if name == REMOVED else kind_named(kind).field(name)
        if (field is not None and field.prose) or kind_named(kind).constant or journal.unsettled(writes):
            continue
        if len({_key(w.after) for w in journal.last(writes)}) > 1:
            yield kind, row, "place" if name in PLACE_FIELDS else name


def _lost(journal: Journal, store: Store) -> Iterator[tuple[Subject, str]]:
    """Paragraphs somebody wrote that are not there, though nobody who knew them took them out."""
    for (kind, row, name), writes in journal.writes.items():
        if name == REMOVED or not kind_named(kind).field(name).prose or journal.unsettled(writes):
            continue
        thing = store.get(kind_named(kind).row, row, removed=True)
        now = _parts(getattr(thing, name)) if thing is not None else set()
        for write in writes:
            for part in _parts(write.after) - _parts(write.before):
                known = (o for o in writes if o is not write and write.digest in journal.seen[o.digest])
                if part not in now and ERASED not in part and not any(part not in _parts(o.after) for o in known):
                    yield (kind, row, name), part


def _parts(text: str | None) -> set[str]:
    return {part.strip() for part in paragraphs(text or "") if part.strip()}


def _dangling(store: Store) -> Iterator[tuple[Id, Id]]:
    """Rows that are there and name one that is not."""
    with store.reading() as connection:
        gone: set[Id] = set()
        for kind in KINDS:
            table = ROWS[kind.name]
            gone.update(connection.execute(select(table.c.id).where(table.c.removed.is_(True))).scalars())
        for kind in KINDS:
            table = ROWS[kind.name]
            for field in kind.stored:
                if field.refers:
                    naming = select(table.c.id, table.c[field.name]).where(table.c.removed.is_(False))
                    yield from ((row, named) for row, named in connection.execute(naming) if named in gone)


def _written_and_gone(journal: Journal, store: Store) -> Iterator[Id]:
    """Things that are removed, though somebody who did not know wrote to them, and nobody who knew both decided."""
    with store.reading() as connection:
        for kind in KINDS:
            table = ROWS[kind.name]
            for thing in connection.execute(select(table.c.id).where(table.c.removed.is_(True))).scalars():
                changed = [
                    (field.name, w)
                    for field in kind.stored
                    for w in journal.writes.get((kind.name, thing, field.name), [])
                    if w.before is not None
                ]
                removals = [w for w in journal.writes[kind.name, thing, REMOVED] if w.before is not None]
                every = [*removals, *(w for _, w in changed)]
                if journal.unsettled(every):
                    continue
                for _, write in changed:
                    apart = all(
                        write.digest not in journal.seen[r.digest] and r.digest not in journal.seen[write.digest]
                        for r in removals
                    )
                    decided = any(
                        write.digest in journal.seen[o.digest]
                        and any(r.digest in journal.seen[o.digest] for r in removals)
                        for o in every
                        if o is not write
                    )
                    if removals and apart and not decided:
                        yield thing
                        break


def _key(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def taken_away(store: Store) -> set[Id]:
    """Codings that some entry removed, and those that an erasure may have taken along."""
    return {
        row
        for _, entry in Journal(store).entries
        for change in entry.changes
        if isinstance(change, Changed) and (change.kind, change.field) == ("coding", REMOVED)
        for row, gone in zip(change.ids, change.after.values(len(change.ids)), strict=True)
        if gone
    }
