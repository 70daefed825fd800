"""What people have to settle: open conflicts, found from the tables and the journal.

Nothing is stored about a conflict. Candidates are fields with more than one write, places where a row names one
that was removed, and rows that share what people know them by; who had seen what decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from crosscase.journal.chain import Seen
from crosscase.journal.changes import REMOVED, Corrected
from crosscase.journal.conflicts import Conflict, ConflictNature, Side, at_once, over_field
from crosscase.journal.fold import Write, fold, fold_tree
from crosscase.model import KINDS, Field, Id, Kind, kind_named
from crosscase.store.absorb import tree_writes, writes_to
from crosscase.store.apply import AGAIN
from crosscase.store.rows import columns
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH


def open_conflicts(store: Store) -> list[Conflict]:
    """All open conflicts (fields, circles, changes to what was removed, twins), in the same order on every copy."""
    headers = store.headers()
    seen = Seen(headers)
    found: list[Conflict] = []
    with store.reading() as connection:
        if seen.several():
            found += _over_fields(store, connection, seen)
            found += _over_trees(store, connection, seen)
            found += _over_texts(store, connection)
            found += _over_removed(connection)
            found += _changed_while_removed(connection, seen)
        found += _twins(connection)
    return sorted(found, key=lambda conflict: (conflict.nature, conflict.kind, conflict.rows, conflict.field))


def _candidates(connection: Connection, seen: Seen) -> dict[tuple[str, str], list[Id]]:
    """Fields that entries of more than one branch wrote."""
    records = connection.execute(
        select(TOUCH.c.kind, TOUCH.c.row, TOUCH.c.field, ENTRY.c.digest).join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
    ).all()
    branches: dict[tuple[str, Id, str], set[str]] = {}
    for kind, row, field, name in records:
        names = [field] if field != AGAIN else [f.name for f in kind_named(kind).stored]
        for each in names:
            branches.setdefault((kind, row, each), set()).add(seen.branch(name) if field != AGAIN else AGAIN)
    found: dict[tuple[str, str], list[Id]] = {}
    for (kind, row, field), names_of in branches.items():
        if field != "text" and (len(names_of) > 1 or AGAIN in names_of):
            found.setdefault((kind, field), []).append(row)
    return found


def _over_fields(store: Store, connection: Connection, seen: Seen) -> list[Conflict]:
    found: list[Conflict] = []
    for (kind, name), things in _candidates(connection, seen).items():
        field = None if name == REMOVED else kind_named(kind).field(name)
        if field is not None and field.tree:
            continue
        writes = writes_to(store, connection, kind, name, things)
        for row in sorted(writes):
            conflict = over_field(kind, name, writes[row], seen)
            if conflict is None:
                continue
            if field is not None and field.prose and not _clashes_open(field, writes[row], seen):
                continue
            found.append(conflict)
    return found


def _clashes_open(field: Field, writes: Sequence[Write], seen: Seen) -> bool:
    """Whether paragraphs clashed in a write that nobody has seen and written over since."""
    latest = {write.digest for write in at_once(writes, seen)}
    return any(clash.digest in latest for clash in fold(field, writes).clashes)


def _over_trees(store: Store, connection: Connection, seen: Seen) -> list[Conflict]:
    found: list[Conflict] = []
    for kind in KINDS:
        for field in kind.stored:
            if not field.tree or not _written(connection, kind, field.name):
                continue
            writes = tree_writes(store, connection, kind.name, field.name)
            passed = {(write.row, write.digest) for write in fold_tree(writes).passed_over}
            by_row: dict[Id, list[Write]] = {}
            for write in writes:
                by_row.setdefault(write.row, []).append(write)
            for row, own in by_row.items():
                latest = at_once(own, seen)
                circles = [write for write in latest if (row, write.digest) in passed]
                nature: ConflictNature = "circle" if circles else "field"
                if circles or len({write.after for write in latest}) > 1:
                    sides = tuple(Side(write.entry, write.after) for write in latest)
                    found.append(Conflict(nature=nature, kind=kind.name, rows=(row,), field=field.name, sides=sides))
    return found


def _over_texts(store: Store, connection: Connection) -> list[Conflict]:
    """Sources that two copies brought with different words (answers to one question); the first in order stands."""
    found: list[Conflict] = []
    twice = select(TOUCH.c.row).distinct().where(TOUCH.c.kind == "source", TOUCH.c.field == AGAIN)
    for source in sorted(connection.execute(twice).scalars()):
        entries = store.entries_about("source", source, "text")
        brought = [
            Side(entry.id, change.words)
            for entry in entries
            for change in entry.changes
            if isinstance(change, Corrected) and change.base and change.source == source
        ]
        corrected = any(
            isinstance(change, Corrected) and not change.base and change.source == source
            for change in entries[-1].changes
        )
        if len({side.value for side in brought}) > 1 and not corrected:
            found.append(Conflict(nature="field", kind="source", rows=(source,), field="text", sides=tuple(brought)))
    return found


def _written(connection: Connection, kind: Kind, field: str) -> bool:
    statement = select(func.count()).where(TOUCH.c.kind == kind.name, TOUCH.c.field.in_((field, AGAIN)))
    return bool(connection.execute(statement).scalar_one())


def _over_removed(connection: Connection) -> list[Conflict]:
    """Rows still there that name one removed, and cannot be without it: somebody used what another took away."""
    found: list[Conflict] = []
    for kind in KINDS:
        table = ROWS[kind.name]
        for field in kind.stored:
            if not field.goes_with:
                continue
            targets = [k for k in KINDS if field.refers in (k.name, "*")]
            for target in targets:
                other = ROWS[target.name].alias()
                statement = (
                    select(table.c.id, other.c.id, ENTRY.c.id)
                    .join(other, other.c.id == table.c[field.name])
                    .join(ENTRY, ENTRY.c.seq == table.c.born)
                    .where(table.c.removed.is_(False), other.c.removed.is_(True))
                    .order_by(table.c.id)
                )
                for row, gone, entry in connection.execute(statement):
                    sides = (Side(entry, row), Side("", gone))
                    found.append(
                        Conflict(nature="removed", kind=kind.name, rows=(row, gone), field=field.name, sides=sides)
                    )
    return found


def _changed_while_removed(connection: Connection, seen: Seen) -> list[Conflict]:
    """Rows one member removed while another, who had not seen it, wrote a field of them."""
    found: list[Conflict] = []
    for kind in KINDS:
        table = ROWS[kind.name]
        records = connection.execute(
            select(TOUCH.c.row, TOUCH.c.field, ENTRY.c.id, ENTRY.c.digest)
            .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
            .join(table, table.c.id == TOUCH.c.row)
            .where(TOUCH.c.kind == kind.name, table.c.removed.is_(True))
            .order_by(TOUCH.c.row, ENTRY.c.clock, ENTRY.c.digest)
        ).all()
        by_row: dict[Id, list[tuple[str, Id, str]]] = {}
        for row, field, entry, name in records:
            by_row.setdefault(row, []).append((field, entry, name))
        for row, touches in by_row.items():
            removals = [(entry, name) for field, entry, name in touches if field == REMOVED]
            for field, entry, name in touches:
                for removal, gone in removals:
                    apart = not (seen.had_seen(name, gone) or seen.had_seen(gone, name))
                    settled = any(
                        later not in {name, gone} and seen.had_seen(later, name) and seen.had_seen(later, gone)
                        for _, _, later in touches
                    )
                    if field != REMOVED and apart and not settled:
                        sides = (Side(removal, None), Side(entry, field))
                        found.append(Conflict(nature="removed", kind=kind.name, rows=(row,), field=field, sides=sides))
    return found


def _twins(connection: Connection) -> list[Conflict]:
    found: list[Conflict] = []
    for kind in KINDS:
        if not kind.identity or kind.name == "source":
            continue  # several documents may have one name
        signpost = any(field.name == "merged_into" for field in kind.fields)
        fields = (*kind.identity, *(("merged_into",) if signpost else ()))
        data = columns(connection, kind.name, fields)
        groups: dict[tuple[object, ...], list[Id]] = {}
        for n, row in enumerate(data["id"]):
            if signpost and data["merged_into"][n] is not None:
                continue
            key = tuple(_plain(data[name][n]) for name in kind.identity)
            if any(isinstance(part, str) and part for part in key):
                groups.setdefault(key, []).append(row)
        found += [
            Conflict(nature="twins", kind=kind.name, rows=tuple(rows)) for rows in groups.values() if len(rows) > 1
        ]
    return found


def _plain(value: object) -> object:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value
