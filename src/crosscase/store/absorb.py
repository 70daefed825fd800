"""Entries from elsewhere, in any order: merge, replay and time travel are this one function.

What comes in is laid in the journal; rows that entries added are put in; and every field that somebody wrote is
folded again from all its writes, wherever in the order they belong. Nothing has to be taken back first, and the
tables come out the same whatever came in when.

Plain fields need only their latest write, so only prose, trees and texts look at earlier entries again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import CrosscaseError
from crosscase.journal import upgrades
from crosscase.journal.canon import digest
from crosscase.journal.changes import REMOVED, Added, Changed, Corrected, Erased
from crosscase.journal.entry import DamagedEntryError, Entry, understood, unpack
from crosscase.journal.fold import Write, fold, fold_tree, writes_in
from crosscase.journal.text import TextRuns
from crosscase.journal.vault import cells_of, unseal
from crosscase.model import KINDS, Id, kind_named, short
from crosscase.store import apply, inserting, rows, steps, texts
from crosscase.store.apply import AGAIN, journal_values
from crosscase.store.direct import fetch
from crosscase.store.rows import chunks
from crosscase.store.store import DIGESTS, Store
from crosscase.store.tables import ENTRY, ERASURE, ROWS, TEXT, TOUCH

Subject = tuple[str, Id, str]
Order = tuple[int, str]
_BATCH = 20_000
RESCUE = "study.rescue"  # the verb of the act that wrote again what the chains of a damaged study lack (`salvage`)


class BrokenChainError(CrosscaseError):
    """Entries that came in do not fit together."""

    code = "broken-chain"

    def __init__(self, entry: Id, fault: str) -> None:
        super().__init__(f"Entry {short(entry)} of the other copy does not fit: {fault}. Nothing was taken in.")


def absorb(store: Store, incoming: Iterable[tuple[str, bytes]], words: Callable[[list[str]], Mapping[str, str]]) -> int:
    """Take entries (digest, stored bytes) into a study; how many were new.

    Their words must be in reach of `words` (digests to words); the caller lays cells in the vault. Entries
    already here are passed over, so the same ones can come again. The caller holds the transaction.

    Raises:
        BrokenChainError: an entry's digest or chain does not hold; nothing is taken in.
    """
    with store.writing() as connection:
        known = {name for (name,) in fetch(connection, DIGESTS)}
        fresh = sorted(
            ((name, body, _checked(name, body)) for name, body in incoming if name not in known),
            key=lambda item: (item[2].clock, item[0]),
        )
        if not fresh:
            return 0
        _check_past(fresh, known)
        state = store.state
        intake = _Intake(store, connection)
        intake.twice |= any(entry.verb == RESCUE for *_, entry in fresh)
        seq = state.seq
        for start in range(0, len(fresh), _BATCH):
            part = fresh[start : start + _BATCH]
            found = words([cell for _, _, entry in part for cell in cells_of(entry.changes)])
            for name, body, entry in part:
                seq += 1
                intake.journal.append(journal_values(entry, name, body, seq))
                open_entry = msgspec.structs.replace(entry, changes=unseal(entry.changes, found))
                intake.take((entry.clock, name), open_entry, seq)
            intake.flush()
        intake.settle()
        referred = {past for _, _, entry in fresh for past in (entry.before, *entry.heads)}
        heads = ({*state.heads} | {name for name, _, _ in fresh}) - referred
        store.keep(
            connection,
            msgspec.structs.replace(
                state,
                study=state.study or _study_of(fresh),
                clock=max(state.clock, fresh[-1][2].clock),
                heads=tuple(sorted(heads)),
                unseen=tuple(sorted(heads - {state.digest})),
                model=max(state.model, upgrades.MODEL),
                seq=seq,
            ),
        )
        return len(fresh)


def rebuild(store: Store, connection: Connection) -> None:
    """Fill the derived tables, which are empty, from the journal and the vault."""
    intake = _Intake(store, connection)
    c = ENTRY.c
    seqs = connection.execute(select(c.seq).order_by(c.clock, c.digest)).scalars().all()
    for part in chunks(seqs):
        for seq, name, entry in store.bodies(connection, part):
            intake.take((entry.clock, name), entry, seq)
        intake.flush()
    intake.settle()


def make_again(store: Store, connection: Connection) -> None:
    """Make the derived tables anew: words were taken out of the vault."""
    steps.bring_up(connection, len(steps.STEPS))
    rebuild(store, connection)


def _checked(name: str, body: bytes) -> Entry:
    data = unpack(body, name[:12])
    if digest(data) != name:
        raise DamagedEntryError(name[:12])
    return understood(data, name[:12])


def _check_past(fresh: Sequence[tuple[str, bytes, Entry]], known: set[str]) -> None:
    seen = set(known)
    for name, _, entry in fresh:
        for past in (entry.before, *entry.heads):
            if past and past not in seen:
                raise BrokenChainError(entry.id, "an entry that it follows is missing")
        if not entry.before and entry.number != 1:
            raise BrokenChainError(entry.id, "it begins a chain but is not its first")
        seen.add(name)


def _study_of(fresh: Sequence[tuple[str, bytes, Entry]]) -> Id:
    for _, _, entry in fresh:
        for change in entry.changes:
            if isinstance(change, Added) and change.kind == "study":
                return change.rows(entry.id)[0]
    return ""


class _Intake:
    """What came in, gathered by subject, and then folded."""

    def __init__(self, store: Store, connection: Connection) -> None:
        self._store = store
        self._connection = connection
        self._latest: dict[Subject, tuple[Order, Any]] = {}
        self._folded: dict[Subject, None] = {}
        self._touches: list[tuple[str, Id, str, int]] = []
        self._born: dict[str, set[Id]] = {kind.name: set() for kind in KINDS}
        self.twice = connection.execute(select(ENTRY.c.seq).where(ENTRY.c.verb == RESCUE)).first() is not None
        """Whether rows of any kind may come twice: a rescue wrote again what others' entries had added."""
        self._pending: list[tuple[Added, list[Id], int]] = []
        self._erased: list[tuple[str, int, str]] = []
        self.journal: list[tuple[Any, ...]] = []
        self._brought: dict[Id, str] = {}
        self._placed: set[Id] = set()

    def take(self, order: Order, entry: Entry, seq: int) -> None:
        """Gather one entry's changes."""
        for change in entry.changes:
            if isinstance(change, Added):
                self._added(order, entry, change, seq)
            elif isinstance(change, Changed):
                values = change.after.values(len(change.ids))
                for row, value in zip(change.ids, values, strict=True):
                    self._wrote(order, (change.kind, row, change.field), value, seq)
            elif isinstance(change, Erased):
                self._erased += [(cell, seq, stand_in) for cell, stand_in in change.cells.items()]
            elif isinstance(change, Corrected):
                if change.base and change.source not in self._brought and not self._has_text(change.source):
                    self._brought[change.source] = change.words
                    continue
                if not change.base:
                    self._touches.append(("source", change.source, "text", seq))
                self._folded["source", change.source, "text"] = None  # a text brought twice: the first in order counts

    def _has_text(self, source: Id) -> bool:
        return self._connection.execute(select(TEXT.c.source).where(TEXT.c.source == source)).first() is not None

    def _added(self, order: Order, entry: Entry, change: Added, seq: int) -> None:
        kind = kind_named(change.kind)
        ids = change.rows(entry.id)
        if kind in texts.PLACED and "source" in change.columns:
            self._placed.update(s for s in change.columns["source"].values(len(ids)) if s)
        if kind.derived or change.ids or self.twice:
            # Ids that stand in the entry are made from what the rows are: another copy may add the same ones.
            there = rows.existing(self._connection, kind.name, ids) | (self._born[kind.name] & set(ids))
            self._born[kind.name].update(ids)
            if there:
                self._again(order, change, ids, there, seq)
                keep = [n for n, row in enumerate(ids) if row not in there]
                change = _part(change, ids, keep)
                ids = [ids[n] for n in keep]
        if ids:
            self._pending.append((change, ids, seq))

    def _again(self, order: Order, change: Added, ids: Sequence[Id], there: set[Id], seq: int) -> None:
        """Rows that were there already: the entry wrote every field."""
        for field in kind_named(change.kind).stored:
            given = change.columns.get(field.name)
            values = (field.default,) * len(ids) if given is None else given.values(len(ids))
            for row, value in zip(ids, values, strict=True):
                if row in there:
                    self._wrote(order, (change.kind, row, field.name), value, seq, again=True)
        for row in ids:
            if row in there:
                self._wrote(order, (change.kind, row, REMOVED), False, seq, again=True)  # noqa: FBT003 - a value

    def _wrote(self, order: Order, subject: Subject, value: Any, seq: int, *, again: bool = False) -> None:
        kind, row, name = subject
        self._touches.append((kind, row, AGAIN if again else name, seq))
        field = None if name == REMOVED else kind_named(kind).field(name)
        if again or (field is not None and (field.prose or field.tree)):
            self._folded[subject] = None
        else:
            self._latest[subject] = (order, value)
        if name in ("first", "last", "source"):
            self._folded[kind, row, name] = None

    def flush(self) -> None:
        """Put in what was gathered so far; rows of one kind go in together."""
        inserting.insert_all(self._connection, ENTRY, self.journal)
        self.journal = []
        by_kind: dict[str, list[tuple[Any, ...]]] = {}
        for change, ids, seq in self._pending:
            by_kind.setdefault(change.kind, []).extend(
                apply.records_of(kind_named(change.kind), change.columns, ids, seq)
            )
        for kind, records in by_kind.items():
            inserting.insert_all(self._connection, ROWS[kind], records)
        self._pending = []
        apply.touch(self._connection, self._touches)
        self._touches = []
        texts.brought(self._connection, self._brought)
        self._brought = {}
        inserting.insert_all(self._connection, ERASURE, list(dict.fromkeys(self._erased)))
        self._erased = []

    def settle(self) -> None:
        """Fold every field that was written, and find every place again."""
        self._settle_plain()
        folding: dict[tuple[str, str], list[Id]] = {}
        for kind, row, name in self._folded:
            folding.setdefault((kind, name), []).append(row)
        moved: set[Id] = set()
        for (kind, name), things in folding.items():
            if (kind, name) == ("source", "text"):
                moved.update(things)
            elif name != REMOVED and kind_named(kind).field(name).tree:
                refold_tree(self._store, self._connection, kind, name)
            else:
                refold(self._store, self._connection, kind, name, things)
                if name in ("first", "last", "source"):
                    table = ROWS[kind]
                    for part in chunks(things):
                        moved.update(
                            self._connection.execute(select(table.c.source).where(table.c.id.in_(part))).scalars()
                        )
        # Something may lie in no source any more: a memo whose source was removed.
        for source in moved - {None}:
            runs = refold_text(self._store, source)
            texts.write(self._connection, source, runs)
            if not runs.corrected():
                # What lies in it may have been moved all the same.
                texts.settle(self._connection, source, runs)
        for source in texts.corrected_among(self._connection, self._placed - moved):
            texts.settle(self._connection, source, texts.runs_of(self._store, source))

    def _settle_plain(self) -> None:
        by_field: dict[tuple[str, str], list[Subject]] = {}
        for subject in self._latest:
            if subject not in self._folded:
                by_field.setdefault((subject[0], subject[2]), []).append(subject)
        for (kind, name), subjects in by_field.items():
            latest = self._latest_here(kind, name, [row for _, row, _ in subjects])
            values = [
                (subject[1], self._latest[subject][1])
                for subject in subjects
                if self._latest[subject][0] >= latest.get(subject[1], (0, ""))
            ]
            apply.set_field(self._connection, kind, name, values)

    def _latest_here(self, kind: str, name: str, things: Sequence[Id]) -> dict[Id, Order]:
        """The place in the order of the latest write to a field of each of these rows."""
        latest: dict[Id, Order] = {}
        for part in chunks(things):
            found = self._connection.execute(
                select(TOUCH.c.row, ENTRY.c.clock, ENTRY.c.digest)
                .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
                .where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part), TOUCH.c.field.in_((name, AGAIN)))
            )
            records = list(found)
            # What came in first here may come late in the order: then it is a write like any other.
            table = ROWS[kind]
            born = select(table.c.id, ENTRY.c.clock, ENTRY.c.digest).join(ENTRY, ENTRY.c.seq == table.c.born)
            records += self._connection.execute(born.where(table.c.id.in_(part)))
            for row, clock, name_of in records:
                latest[row] = max(latest.get(row, (0, "")), (clock, name_of))
        return latest


def _part(change: Added, ids: Sequence[Id], keep: Sequence[int]) -> Added:
    """Those rows of an added change at the positions to keep."""
    columns = {
        name: given if given.each is None else msgspec.structs.replace(given, each=tuple(given.each[n] for n in keep))
        for name, given in change.columns.items()
    }
    return Added(change.kind, columns, ids=tuple(ids[n] for n in keep))


# Folding again


def writes_to(
    store: Store, connection: Connection, kind: str, name: str, things: Sequence[Id]
) -> dict[Id, list[Write]]:
    """All the writes to a field of these rows, each row's in the order of the journal."""
    wanted = set(things)
    seqs: set[int] = set()
    table = ROWS[kind]
    for part in chunks(sorted(wanted)):
        seqs.update(connection.execute(select(table.c.born).where(table.c.id.in_(part))).scalars())
        seqs.update(
            connection.execute(
                select(TOUCH.c.seq).where(TOUCH.c.kind == kind, TOUCH.c.row.in_(part), TOUCH.c.field.in_((name, AGAIN)))
            ).scalars()
        )
    found: dict[Id, list[Write]] = {}
    for _, digest_of, entry in store.bodies(connection, sorted(seqs)):
        for row, before, after in writes_in(entry.changes, entry.id, kind, name, wanted):
            earlier = found.setdefault(row, [])
            order = (entry.clock, digest_of)
            if earlier and earlier[-1].order == order:  # one entry wrote it twice: from the first to the last
                earlier[-1] = msgspec.structs.replace(earlier[-1], after=after)
            else:
                earlier.append(Write(order, entry.id, row, before, after))
    return found


def refold(store: Store, connection: Connection, kind: str, name: str, things: Sequence[Id]) -> None:
    """Work out a field of these rows from all its writes."""
    field = None if name == REMOVED else kind_named(kind).field(name)
    writes = writes_to(store, connection, kind, name, things)
    apply.set_field(connection, kind, name, [(row, fold(field, found).value) for row, found in writes.items()])


def tree_writes(store: Store, connection: Connection, kind: str, name: str) -> list[Write]:
    """All the writes to a tree field of a kind, in the order of the journal."""
    table = ROWS[kind]
    things = connection.execute(select(table.c.id)).scalars().all()
    writes = writes_to(store, connection, kind, name, things)
    return sorted((write for found in writes.values() for write in found), key=lambda write: (write.order, write.row))


def refold_tree(store: Store, connection: Connection, kind: str, name: str) -> None:
    """Work out a tree field of all rows of a kind."""
    folded = fold_tree(tree_writes(store, connection, kind, name))
    table = ROWS[kind]
    now = dict(connection.execute(select(table.c.id, table.c[name])).all())
    apply.set_field(
        connection, kind, name, [(row, value) for row, value in folded.value.items() if now.get(row) != value]
    )


def refold_text(store: Store, source: Id) -> TextRuns:
    """Work out the text of a source from all its corrections."""
    runs = TextRuns()
    for entry in store.entries_about("source", source, "text"):
        for change in entry.changes:
            if isinstance(change, Corrected) and change.source == source:
                runs.apply(entry.id, change)
    return runs


def replica(store: Store, until: Order | None = None) -> Store:
    """A study in memory with the entries of another up to a place in the order: the study as it was."""
    copy = Store.create(None)
    with store.reading() as connection:
        heads = connection.execute(select(ENTRY.c.digest, ENTRY.c.body, ENTRY.c.clock)).all()
    chosen = [(name, body) for name, body, clock in heads if until is None or (clock, name) <= until]
    copy.vault = store
    absorb(copy, chosen, store.words)
    return copy
