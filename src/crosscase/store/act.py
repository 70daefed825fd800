"""One act of one member, being composed: the one door through which a study changes.

A verb is given an `Act`. It reads through it, and says what to add, change, remove and correct; each change is
applied to the tables at once, so that a verb sees what it has done. When the verb returns, the changes are sealed
into one entry and everything is committed together; when it raises, nothing happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.journal import upgrades
from crosscase.journal.changes import (
    REMOVED,
    Added,
    Change,
    Changed,
    Column,
    Corrected,
    Erased,
    Lost,
    Piece,
    column,
    removed,
)
from crosscase.journal.clock import tick
from crosscase.journal.entry import Entry, encode
from crosscase.journal.redaction import Words
from crosscase.journal.text import TextRuns, replaced
from crosscase.journal.vault import ERASED, make_cell, seal
from crosscase.model import KINDS, Id, Row, Span, kind_named, kind_of, packed_ids, random_id
from crosscase.store import absorb, apply, cells, erasing, inserting, rows, texts
from crosscase.store.state import State
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ERASURE, ROWS

R = TypeVar("R", bound=Row)


class StillUsedError(RefusedError):
    """A thing cannot go because others need it."""

    code = "still-used"

    def __init__(self, kind: str, user: str, count: int) -> None:
        super().__init__(
            f"This {kind.replace('_', ' ')} is still named by {count} {user.replace('_', ' ')}(s), which cannot be "
            "without it. Give those to another first."
        )


class UnwritableError(BadValueError):
    """Text with a character that cannot be kept."""

    code = "unwritable"

    def __init__(self, text: str) -> None:
        start = " ".join(text[:40].split()).encode(errors="replace").decode().replace("\0", "?")
        super().__init__(
            f"The text beginning {start!r} has a character that cannot be kept (half a surrogate pair, or U+0000). "
            "Take it out and try again."
        )


def refuse_unwritable(values: Iterable[Any]) -> None:
    """Refuse text that not every store can keep.

    Raises:
        UnwritableError: it has a lone surrogate or U+0000.
    """
    for value in values:
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and not text.isascii():
                try:
                    text.encode()
                except UnicodeEncodeError as error:
                    raise UnwritableError(text) from error
            if isinstance(text, str) and "\0" in text:
                raise UnwritableError(text)


class Effect(msgspec.Struct, frozen=True):
    """What an act changed: the entry (empty when nothing changed) and the ids of the rows it touched, by kind."""

    entry: Id
    verb: str
    changed: dict[str, tuple[Id, ...]]


class Act:
    """One act: reads, changes, and in the end an entry."""

    def __init__(
        self,
        store: Store,
        connection: Connection,
        state: State,
        *,
        by: Id,
        verb: str,
        because: str = "",
        undoes: Id = "",
    ) -> None:
        self.store = store
        self.id = random_id()
        self.by = by
        self.verb = verb
        self._because = because
        self._undoes = undoes
        self._connection = connection
        self._state = state
        self._seq = state.seq + 1
        self._changes: list[Change] = []
        self._touches: list[tuple[str, Id, str, int]] = []
        self._changed: dict[str, dict[Id, None]] = {}
        self._taken: Words | None = None
        self._counter = 1
        self._runs: dict[Id, TextRuns] = {}
        self._uncorrected: set[Id] = set()
        self._put_in: dict[Id, int] = {}

    # Reading

    def get(self, row: type[R], thing: Id) -> R:
        """The row with that id.

        Raises:
            NotFoundError: there is none, or it was removed.
        """
        found = rows.one(self._connection, row, thing)
        if found is None:
            raise NotFoundError(kind_of(row).name, thing)
        return found

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given (for a list: are among it), by id."""
        return rows.some(self._connection, row, **equal)

    def values(self, row: type[Row], only: tuple[str, ...], /, **equal: Any) -> list[tuple[Any, ...]]:
        """Some fields (text and numbers) of the rows that `rows` gives, in any order: cheaper where there are many."""
        return rows.values(self._connection, row, only, equal)

    def existing(self, row: type[Row], things: Iterable[Id]) -> set[Id]:
        """Which of these rows there are, removed or not."""
        return rows.existing(self._connection, kind_of(row).name, things)

    def removed_by(self, row: type[Row], things: Iterable[Id]) -> dict[Id, str]:
        """For removed rows, the verb of the act that removed each."""
        return rows.removed_by(self._connection, kind_of(row).name, things)

    def text(self, source: Id) -> str:
        """The text of a source as it reads now."""
        return texts.text_of(self._connection, source)

    def runs(self, source: Id) -> TextRuns:
        """The runs of a source's text, with what this act did to it."""
        if source not in self._runs:
            self._runs[source] = texts.runs_of(self.store, source)
        return self._runs[source]

    def anchor(self, source: Id, span: Span) -> tuple[str, str]:
        """The addresses of the first and the last character of a span that is not empty."""
        if source not in self._runs and source not in self._uncorrected:
            if texts.corrected_among(self._connection, [source]):
                self.runs(source)
            else:
                self._uncorrected.add(source)
        if source in self._runs:
            return self._runs[source].anchor(span)
        return str(span.start), str(span.end - 1)

    # Adding

    def new_ids(self, count: int) -> list[Id]:
        """Ids for things this act will add."""
        ids = packed_ids(self.id, self._counter, count)
        self._counter += count
        return ids

    def add(self, row: R) -> R:
        """Add a row; the row with its id."""
        return self.add_all([row])[0]

    def add_all(self, given: Sequence[R]) -> list[R]:
        """Add rows of one kind; the rows with their ids."""
        if not given:
            return []
        kind = kind_of(type(given[0]))
        first = 0
        if not given[0].id:
            first = self._counter
            ids = self.new_ids(len(given))
            given = [msgspec.structs.replace(row, id=new) for row, new in zip(given, ids, strict=True)]
        columns: dict[str, Column] = {}
        for field in kind.stored:
            name = field.name
            values = list(map(attrgetter(name), given))
            if field.words:
                refuse_unwritable(values)
            packed = column(values)
            if field.required or packed.each is not None or packed.all != field.default:
                columns[name] = packed
        ids = [row.id for row in given]
        first = first or self._numbered_from(ids)
        change = Added(kind.name, columns, first, len(ids)) if first else Added(kind.name, columns, ids=tuple(ids))
        inserting.insert_all(self._connection, ROWS[kind.name], apply.records_of(kind, columns, ids, self._seq))
        self._record(change)
        self._note(kind.name, ids)
        if kind in texts.PLACED:
            self._settle({getattr(row, "source", None) for row in given})
        return list(given)

    def _numbered_from(self, ids: Sequence[Id]) -> int:
        """The number of the first of these ids when they are numbered from this entry one after another, or 0."""
        base = int(self.id, 16)
        first = int(ids[0], 16) - base
        if 0 < first < self._counter and all(int(name, 16) - base == n for n, name in enumerate(ids, first)):
            return first
        return 0

    def ensure_all(self, given: Sequence[R], *, keep: Collection[str] = ()) -> list[R]:
        """Make rows of a kind with derived ids be there as given: added, brought back or changed.

        Args:
            keep: fields that stay as they are in rows that are there or were once.
        """
        unique = {row.id: row for row in given}
        if not unique:
            return []
        row_type = type(given[0])
        kind = kind_of(row_type)
        there = rows.existing(self._connection, kind.name, unique)
        self.add_all([row for row in unique.values() if row.id not in there])
        if there:
            shown = {row.id for row in self.rows(row_type, id=there)}
            self.remove(row_type, sorted(there - shown), back=True)
            for field in kind.stored:
                if field.name not in keep:
                    self.change_all(row_type, field.name, {i: getattr(unique[i], field.name) for i in sorted(there)})
        return list(unique.values())

    # Changing

    def change(self, row: type[R], thing: Id, **fields: Any) -> None:
        """Give fields of a row new values; what is the same already is not written.

        Raises:
            NotFoundError: there is no such row.
        """
        self.get(row, thing)
        for name, value in fields.items():
            self.change_all(row, name, {thing: value})

    def change_all(self, row: type[R], field: str, values: Mapping[Id, Any], *, again: bool = False) -> None:
        """Give one field of many rows new values, those that are the same already left out.

        Args:
            again: write those as well: whoever keeps the value that stands has seen the others, and settles them.
        """
        if not values:
            return
        kind = kind_of(row)
        refuse_unwritable(values.values())
        now = self._values(kind.name, field, values)
        differing = [
            (thing, now[thing], value)
            for thing, value in values.items()
            if thing in now and (again or now[thing] != value)
        ]
        if not differing:
            return
        ids = [thing for thing, _, _ in differing]
        self._write(
            Changed(
                kind.name,
                field,
                tuple(ids),
                column([before for _, before, _ in differing]),
                column([after for _, _, after in differing]),
            )
        )

    def remove(self, row: type[R], things: Sequence[Id], *, back: bool = False) -> None:
        """Hide rows (or bring them back), and nothing that depends on them: see `remove_whole`."""
        if things:
            self._write(removed(kind_of(row).name, list(things), back=back))

    def remove_whole(self, row: type[R], things: Sequence[Id]) -> dict[str, int]:
        """Remove rows with all that goes with them; how many of each kind went.

        Rows that only mention them, and can be without, have the mention cleared.

        Raises:
            StillUsedError: something needs them and does not go with them.
        """
        going: dict[str, dict[Id, None]] = {}
        pending: list[tuple[str, list[Id]]] = [(kind_of(row).name, list(things))]
        while pending:
            name, ids = pending.pop(0)
            fresh = [i for i in ids if i not in going.get(name, {})]
            if not fresh:
                continue
            going.setdefault(name, {}).update(dict.fromkeys(fresh))
            for user, _, found in self._named_by(name, fresh, goes_with=True):
                pending.append((user, [i for i, _ in found]))
        for name, gone in going.items():
            for user, field, found in self._named_by(name, list(gone), goes_with=False):
                users = [i for i, _ in found if i not in going.get(user, {})]
                if not users:
                    continue
                kind = kind_named(user)
                if kind.field(field).required:
                    raise StillUsedError(name, user, len(users))
                self.change_all(kind.row, field, dict.fromkeys(users))
        for name, gone in going.items():
            self.remove(kind_named(name).row, list(gone))
        return {name: len(gone) for name, gone in going.items()}

    def _named_by(
        self, kind: str, ids: Sequence[Id], *, goes_with: bool
    ) -> Iterator[tuple[str, str, list[tuple[Id, Id]]]]:
        """The rows not removed that name any of these (kind of the namer, field, [(namer, named)])."""
        for user in KINDS:
            for field in user.stored:
                if field.refers in (kind, "*") and field.goes_with == goes_with:
                    table = ROWS[user.name]
                    found: list[tuple[Id, Id]] = []
                    for part in rows.chunks(ids):
                        found += self._connection.execute(
                            select(table.c.id, table.c[field.name]).where(
                                table.c[field.name].in_(part), table.c.removed.is_(False)
                            )
                        )
                    if found:
                        yield user.name, field.name, found

    # Texts

    def bring(self, words: Mapping[Id, str]) -> None:
        """Give sources that this act added their text."""
        refuse_unwritable(words.values())
        texts.brought(self._connection, dict(words))
        for source, text in words.items():
            pieces = (Piece("", len(text)),) if text else ()
            self._record(Corrected(source, base=True, pieces=pieces, words=text))
        self._note("source", words)

    def correct(self, source: Id, edits: Sequence[tuple[Span, str]]) -> None:
        """Replace spans of a source's text as it reads now.

        Raises:
            ValueError: spans overlap, are not in order or reach past the end.
        """
        change = replaced(self.runs(source), edits, self._put_in.get(source, 0))
        self.correct_as(msgspec.structs.replace(change, source=source))

    def correct_as(self, change: Corrected) -> None:
        """Apply a correction that is worked out already."""
        refuse_unwritable([change.words])
        runs = self.runs(change.source)
        runs.apply(self.id, change)
        self._put_in[change.source] = change.first + change.length
        texts.write(self._connection, change.source, runs)
        self._record(change)
        self._touches.append(("source", change.source, "text", self._seq))
        self._note("source", [change.source])

    def keep_file(self, file: Path | IO[bytes]) -> str:
        """Lay an original file (its path, or an open one) in the vault; its digest."""
        return cells.put_file(self._connection, file)

    # Erasing

    @property
    def reason(self) -> str:
        """Why, as far as it was said."""
        return self._because

    @property
    def erased(self) -> bool:
        """Whether this act took words out for good, so that nothing read before it holds any more."""
        return self._taken is not None

    def was_erased(self, source: Id) -> bool:
        """Whether all the words of a source were taken out for good."""
        return not self.text(source).strip(ERASED) and bool(self.text(source))

    def erase(self, change: Erased, blotted: Iterable[str] = ()) -> None:
        """Take words out of the vault for good; tables are made again from what is left. It comes first in an act.

        Args:
            change: whose words, and which; its `cells` are those to be dropped.
            blotted: cells that are kept with a stand-in, █ for each character that is the subject's.

        Raises:
            ValueError: something was changed in this act already.
        """
        if self._changes:
            raise ValueError(self.verb)
        connection = self._connection
        before = cells.words_of(connection, (*change.spoken, *change.named))
        self._taken = erasing.words_erased([change], before)
        stand_ins = erasing.stand_ins(connection, change, blotted, self._taken)
        change = msgspec.structs.replace(change, cells={**change.cells, **stand_ins})
        erasing.take_out(connection, change, self._taken)
        absorb.make_again(self.store, connection)
        records = [(cell, self._seq, stand_in) for cell, stand_in in change.cells.items()]
        inserting.insert_all(connection, ERASURE, records)
        self._record(change)
        self._because = self._taken.blotted(self._because)
        self.store.must_scrub(connection)

    def note_lost(self, change: Lost) -> None:
        """Note what damage took, so that nobody looks for it."""
        self._record(change)

    def forget_runs(self, source: Id) -> None:
        """Look again at how a source's text is made up: it was brought in this act."""
        self._runs.pop(source, None)
        self._uncorrected.discard(source)

    # Inside

    def _write(self, change: Changed) -> None:
        after = change.after.values(len(change.ids))
        apply.set_field(self._connection, change.kind, change.field, list(zip(change.ids, after, strict=True)))
        self._record(change)
        self._touches += [(change.kind, thing, change.field, self._seq) for thing in change.ids]
        self._note(change.kind, change.ids)
        if change.field in ("first", "last", "source"):
            table = ROWS[change.kind]
            found = self._connection.execute(select(table.c.source).where(table.c.id.in_(change.ids))).scalars()
            self._settle(set(found), always=True)

    def _values(self, kind: str, field: str, ids: Iterable[Id]) -> dict[Id, Any]:
        table = ROWS[kind]
        described = None if field == REMOVED else kind_named(kind).field(field)
        found: dict[Id, Any] = {}
        for part in rows.chunks(list(ids)):
            for thing, value in self._connection.execute(
                select(table.c.id, table.c[field]).where(table.c.id.in_(part))
            ):
                found[thing] = value if described is None else rows.from_column(value, described)
        return found

    def _settle(self, sources: set[Id | None], *, always: bool = False) -> None:
        named = {source for source in sources if source}
        for source in named if always else texts.corrected_among(self._connection, named):
            texts.settle(self._connection, source, self.runs(source))

    def _record(self, change: Change) -> None:
        """Keep a change for the entry; its words go to the vault at once, and are not held until the end."""
        sealed, words = seal((change,), self.id)
        cells.put(self._connection, words)
        self._changes += sealed

    def _note(self, kind: str, ids: Iterable[Id]) -> None:
        self._changed.setdefault(kind, {}).update(dict.fromkeys(ids))

    def finish(self) -> Effect:
        """Seal the changes into an entry; nothing is written when nothing changed, unless an act is turned round.

        An undo that has nothing left to change is written all the same: the act is undone from then on.
        """
        changed = {kind: tuple(ids) for kind, ids in self._changed.items()}
        if not self._changes and not self._undoes:
            return Effect("", self.verb, {})
        state = self._state
        because = make_cell(self._because, "entry", self.id) if self._because else None
        wall = self.store.now()
        entry = Entry(
            id=self.id,
            chain=state.chain,
            number=state.number + 1,
            clock=tick(state.clock, wall),
            wall=wall,
            by=self.by,
            verb=self.verb,
            model=upgrades.MODEL,
            before=state.digest,
            heads=tuple(sorted(set(state.unseen) - {state.digest})),
            because=because.digest if because else "",
            undoes=self._undoes,
            changes=tuple(self._changes),
        )
        name, body = encode(entry)
        cells.put(self._connection, [because] if because else [])
        record = apply.journal_record(entry, name, body, self._seq)
        inserting.insert_all(self._connection, ENTRY, [tuple(record.values())])
        apply.touch(self._connection, self._touches)
        heads = {name, *state.heads} - {state.digest} - set(state.unseen)
        self.store.keep(
            self._connection,
            msgspec.structs.replace(
                state,
                study=state.study or next(iter(changed.get("study", ())), ""),
                number=entry.number,
                digest=name,
                clock=entry.clock,
                unseen=(),
                heads=tuple(sorted(heads)),
                seq=self._seq,
            ),
        )
        self.store.sign(self._connection, self.by, name)
        return Effect(self.id, self.verb, changed)


@contextmanager
def acting(store: Store, *, by: Id, verb: str, because: str = "", undoes: Id = "") -> Iterator[Act]:
    """Compose one act in one transaction. The caller calls `finish` last; an error leaves nothing behind."""
    with store.writing() as connection:
        yield Act(store, connection, store.state_for_writing(), by=by, verb=verb, because=because, undoes=undoes)
