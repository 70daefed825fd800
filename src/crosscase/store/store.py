"""An open study: the ground that reads and acts stand on.

A `Store` knows the journal and the tables of one study in one place. It reads; writing is `act` (one member's act,
at the end of the order) and `absorb` (entries from elsewhere). Its `version` is the digest of the heads it has:
equal versions are equal studies.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, bindparam, select

from crosscase.errors import AmbiguousError, CrosscaseError, NotFoundError
from crosscase.journal import upgrades
from crosscase.journal.chain import Header
from crosscase.journal.entry import Entry, decode
from crosscase.journal.vault import ERASED, cells_of, unseal
from crosscase.model import Id, Row, Settings, random_id, short
from crosscase.store import cells, rows, steps, texts
from crosscase.store.database import CannotOpenError, Database, postgresql, sqlite
from crosscase.store.direct import fetch, run
from crosscase.store.ground import Ground
from crosscase.store.half_synced import refuse_half_synced
from crosscase.store.heads import clear_unfinished, is_plain, looks_encrypted
from crosscase.store.keys import Key, Passphrase, key_for_new, unlock
from crosscase.store.places import place_of, remember, remember_left, remembered
from crosscase.store.rows import Counted
from crosscase.store.signatures import Signer, automatic
from crosscase.store.state import LogLine, State, log_line, version_of, wall_ms
from crosscase.store.tables import ENTRY, LOCAL, ROWS, TOUCH

R = TypeVar("R", bound=Row)

DIGESTS = select(ENTRY.c.digest)  # of all entries

_IN_ORDER = select(ENTRY.c.seq, ENTRY.c.digest).order_by(ENTRY.c.clock, ENTRY.c.digest)
_BODIES = (
    select(ENTRY.c.digest, ENTRY.c.body)
    .where(ENTRY.c.seq.in_(bindparam("seqs", expanding=True)))
    .order_by(ENTRY.c.clock, ENTRY.c.digest)
)
_STATE = select(LOCAL.c.value).where(LOCAL.c.key == "state")
_SCRUB = select(LOCAL.c.value).where(LOCAL.c.key == "scrub")
_KEEP = LOCAL.update().where(LOCAL.c.key == "state").values(value=bindparam("kept"))


class Store:
    """One study, open."""

    def __init__(self, database: Database, path: Path | None = None, key: Key | None = None) -> None:
        self.database = database
        self.path = path
        self.key = key
        self.now: Callable[[], int] = wall_ms
        self.vault: Store = self
        self._own_chain: Id = ""
        self._to_scrub = False
        self._signer: Signer | None = None
        self._signer_known = False
        self._kept: State | None = None
        self.ground = Ground(self)
        self.notes: list[str] = []
        """What its user should be told once: what stood in the way of a backup, other versions beside it."""

    # Opening

    @classmethod
    def at_path(cls, path: Path, *, writable: bool = True, passphrase: Passphrase = None) -> Store:
        """Open the study in a file; `passphrase` is needed (and asked for) only when the file is encrypted.

        Raises:
            CannotOpenError: there is none, or it is something else.
            EncryptedError, WrongPassphraseError: it is encrypted, and there is no passphrase or a wrong one.
        """
        if not path.is_file():
            raise CannotOpenError(str(path), "there is no such file. `crosscase new` makes a study.")
        key = None
        if not is_plain(path):
            if not looks_encrypted(path):
                raise CannotOpenError(str(path), "this is not a crosscase study, or its beginning is damaged.")
            key = unlock(path, passphrase)
        refuse_half_synced(path, key)
        store = cls(sqlite(path, writable=writable, key=key), path, key)
        if store._is_behind():
            if not writable:
                store.database.close()
                cls.at_path(path, passphrase=key).close()
                return cls.at_path(path, writable=False, passphrase=key)
            store._bring_up()
        if writable:  # whoever was encrypting the file is gone: they let nobody else open it
            clear_unfinished(path)
            store.database.clear_journal(path)
        if writable and store.scrub_is_due:
            store.scrub()
        store.ground.opened()
        return store

    @classmethod
    def in_schema(cls, url: str, schema: str, *, writable: bool = True) -> Store:
        """Open the study in a schema of a PostgreSQL database.

        Raises:
            CannotOpenError: there is none, or the database cannot be reached.
        """
        store = cls(postgresql(url, schema, writable=writable))
        if store._is_behind():
            if not writable:
                store.database.close()
                cls.in_schema(url, schema).close()
                return cls.in_schema(url, schema, writable=False)
            store._bring_up()
        return store

    @classmethod
    def create(cls, target: Path | tuple[str, str] | None, *, passphrase: Passphrase = None) -> Store:
        """Make the tables of a new, empty study in a file (encrypted, with a passphrase), a schema or memory.

        Raises:
            CannotOpenError: something is there already.
            UnfitPassphraseError: the passphrase will not do, or there is no file to be encrypted.
        """
        if isinstance(target, Path):
            if target.exists():
                raise CannotOpenError(str(target), "there is a file of that name already; it was left alone.")
            if not target.parent.is_dir():
                raise CannotOpenError(str(target), "there is no such folder.")
        key = key_for_new(target, passphrase)
        database = postgresql(*target) if isinstance(target, tuple) else sqlite(target, key=key)
        with database.writing() as connection:
            if steps.has_tables(connection, database.schema):
                raise CannotOpenError(database.where, "there is a study here already; it was left alone.")
            steps.bring_up(connection, 0)
            connection.execute(LOCAL.insert(), {"key": "state", "value": msgspec.json.encode(State()).decode()})
        return cls(database, target if isinstance(target, Path) else None, key)

    def _is_behind(self) -> bool:
        """Whether an earlier program made the tables, so that they have to be brought up."""
        try:
            with self.reading() as connection:
                if steps.has_tables(connection, self.database.schema):
                    return steps.due(connection)
            raise CannotOpenError(self.database.where, "there are no tables of a crosscase study in it.")
        except CrosscaseError:
            self.database.close()
            raise

    def _bring_up(self) -> None:
        from crosscase.store.absorb import rebuild

        with self.writing() as connection:
            if steps.due(connection):  # nobody else did meanwhile
                steps.bring_up(connection, steps.stands_at(connection)[0])
                rebuild(self, connection)

    def close(self) -> None:
        """Let go of the study, and remember how long its chain is."""
        if self.database.writable and self.path is not None and not self.ground.refused:
            state = self.state
            if state.number:
                remember(state.chain, state.number)
                remember_left(self.path, state.study, state.heads)
        self.database.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction for reading."""
        return self.database.reading()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction for writing; holds the study's lock. After one that erased, the file is scrubbed.

        Raises:
            SwappedError: another file has taken the place of the one that was opened.
        """
        with self.database.turn:
            if not self.database.idle:
                with self.database.writing() as connection:
                    yield connection
                return
            self._kept = None
            self.ground.before()
            with self.database.writing() as connection:
                overwritten = self.ground.lacks(connection)
                if not overwritten:
                    yield connection
            if overwritten:
                raise self.ground.overwritten()
            self.ground.after(self._kept_heads())
            if self._to_scrub:
                self.scrub()

    def _kept_heads(self) -> tuple[str, ...] | None:
        """The heads that the last transaction left, if it recorded anything."""
        return self._kept.heads if self._kept is not None else None

    # Erased words leave the file

    def must_scrub(self, connection: Connection) -> None:
        """Remember, in this transaction, that words were deleted whose bytes have to go as well."""
        connection.execute(LOCAL.delete().where(LOCAL.c.key == "scrub"))
        connection.execute(LOCAL.insert(), {"key": "scrub", "value": "due"})
        self._to_scrub = True

    def scrub(self) -> bool:
        """Rid the file of what was deleted; False where another program has it open, so that it remains to be done."""
        if not self.database.scrub():
            return False
        self._to_scrub = False
        with self.database.writing() as connection:
            connection.execute(LOCAL.delete().where(LOCAL.c.key == "scrub"))
        return True

    @property
    def scrub_is_due(self) -> bool:
        """Whether erased words may still lie in unused parts of the file."""
        with self.reading() as connection:
            return bool(fetch(connection, _SCRUB))

    # State

    @property
    def state(self) -> State:
        """What this copy knows of itself, now."""
        with self.reading() as connection:
            ((value,),) = fetch(connection, _STATE)
        return msgspec.json.decode(value, type=State)

    def keep(self, connection: Connection, state: State) -> None:
        """Write what this copy knows of itself."""
        value = msgspec.json.encode(state).decode()
        run(connection, _KEEP, {"kept": value})
        self._kept = state

    def state_for_writing(self) -> State:
        """The state, on a new chain if the study was last written elsewhere or is shorter than remembered.

        Where it lies is looked at once for each opening: the connection stays with the file it opened.

        Raises:
            NewerModelError: a newer program wrote to this study.
        """
        state = self.state
        if state.model > upgrades.MODEL:
            raise upgrades.NewerModelError(state.model)
        if state.chain and state.chain == self._own_chain:
            return state
        place = place_of(self.path) if self.path is not None else self.database.where
        if state.chain and state.place == place and remembered(state.chain) <= state.number:
            self._own_chain = state.chain
            return state
        return msgspec.structs.replace(state, chain=random_id(), number=0, digest="", place=place, unseen=state.heads)

    def sign(self, connection: Connection, member: Id, digest: str) -> None:
        """Sign an entry just recorded, where its member has asked that all they do on this machine is signed."""
        if not self._signer_known:
            self._signer, self._signer_known = automatic(self.state.study), True
        if self._signer is not None:
            self._signer(connection, member, digest)

    def look_for_keys(self) -> None:
        """Look again who asked to have everything signed: a key was made or is no longer used."""
        self._signer_known = False

    @property
    def version(self) -> str:
        """The digest of the heads: the same on every copy with the same entries."""
        return version_of(self.state.heads)

    # Rows

    def get(self, row: type[R], thing: Id, *, removed: bool = False) -> R | None:
        """The row with that id, if it is there."""
        with self.reading() as connection:
            return rows.one(connection, row, thing, removed=removed)

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given (for a list: are among it), by id."""
        with self.reading() as connection:
            return rows.some(connection, row, **equal)

    def columns(self, kind: str, fields: tuple[str, ...]) -> dict[str, list[Any]]:
        """All rows of a kind by column, in the order of their ids; `id` comes first."""
        with self.reading() as connection:
            return rows.columns(connection, kind, fields)

    def values(self, row: type[Row], only: tuple[str, ...], /, **equal: Any) -> list[tuple[Any, ...]]:
        """Some fields of the rows that `rows` gives, by id: for thousands of them, in a third of the time.

        As their columns have them: a list is JSON, and a truth value may be 0 or 1.
        """
        with self.reading() as connection:
            return rows.values(connection, row, only, equal)

    def tally(self, row: type[Row], by: tuple[str, ...], /, **equal: Any) -> Counted:
        """How many rows share these fields."""
        with self.reading() as connection:
            return rows.tally(connection, row, by, equal)

    def text(self, source: Id) -> str:
        """The text of a source as it reads now."""
        with self.reading() as connection:
            return texts.text_of(connection, source)

    addresses = texts.addresses_of

    def settings(self) -> Settings:
        """What the study is about."""
        return self.rows(Settings)[0]

    # Entries

    def bodies(self, connection: Connection, seqs: Sequence[int]) -> list[tuple[int, str, Entry]]:
        """Entries by arrival number, with their words, in the order of the journal (arrival, digest, entry)."""
        found: list[tuple[int, str, Entry]] = []
        for part in rows.chunks(seqs):
            records = connection.execute(
                select(ENTRY.c.seq, ENTRY.c.digest, ENTRY.c.id, ENTRY.c.body).where(ENTRY.c.seq.in_(part))
            ).all()
            found += [(seq, name, decode(body, entry)) for seq, name, entry, body in records]
        named = [cell for _, _, entry in found for cell in cells_of(entry.changes)]
        words = self.words([*named, *(entry.because for _, _, entry in found if entry.because)])
        return sorted(
            ((seq, name, opened(entry, words)) for seq, name, entry in found), key=lambda item: (item[2].clock, item[1])
        )

    def words(self, digests: Iterable[str]) -> dict[str, str]:
        """The words of those cells that are in the vault (for a study as it was: in that of the study it is of)."""
        with self.vault.reading() as connection:
            return cells.words_of(connection, digests)

    def entries_about(self, kind: str, row: Id, *fields: str) -> list[Entry]:
        """The entries that added a row or wrote one of its fields (any, when none is named), in order."""
        table = ROWS[kind]
        with self.reading() as connection:
            born = connection.execute(select(table.c.born).where(table.c.id == row)).scalars().all()
            touches = select(TOUCH.c.seq).where(TOUCH.c.kind == kind, TOUCH.c.row == row)
            if fields:
                touches = touches.where(TOUCH.c.field.in_((*fields, "*")))
            seqs = {*born, *connection.execute(touches).scalars()}
            return [entry for _, _, entry in self.bodies(connection, sorted(seqs))]

    def entry(self, name: Id) -> Entry:
        """The entry with that id, or with an id that ends so, with its words.

        Raises:
            NotFoundError: there is none.
            AmbiguousError: several end so.
        """
        with self.reading() as connection:
            found = connection.execute(
                select(ENTRY.c.seq, ENTRY.c.id).where(ENTRY.c.id.endswith(name.lower(), autoescape=True)).limit(6)
            ).all()
            if not found:
                raise NotFoundError("entry", name)
            if len({entry for _, entry in found}) > 1:
                raise AmbiguousError("entry", name, tuple(short(entry) for _, entry in found))
            return self.bodies(connection, [found[0][0]])[0][2]

    def log(self) -> list[LogLine]:
        """All entries, in the order of the journal."""
        with self.reading() as connection:
            c = ENTRY.c
            records = connection.execute(
                select(c.id, c.seq, c.by, c.verb, c.because, c.undoes, c.wall, c.clock, c.digest).order_by(
                    c.clock, c.digest
                )
            ).all()
        reasons = self.words([record.because for record in records if record.because])
        return [log_line(record, reasons) for record in records]

    def headers(self) -> list[Header]:
        """What places every entry, in the order of the journal."""
        with self.reading() as connection:
            c = ENTRY.c
            records = connection.execute(
                select(c.digest, c.id, c.chain, c.number, c.before, c.heads, c.clock).order_by(c.clock, c.digest)
            ).all()
        return [Header(r[0], r[1], r[2], r[3], r[4], tuple(json.loads(r[5])), r[6]) for r in records]

    def stored(self, but: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
        """Every entry as it is stored (digest, bytes), in the order of the journal, but those under some digests."""
        with self.reading() as connection:
            wanted = [seq for seq, name in fetch(connection, _IN_ORDER) if name not in but]
            for part in rows.chunks(wanted):
                yield from ((name, bytes(body)) for name, body in fetch(connection, _BODIES, {"seqs": part}))


def opened(entry: Entry, words: Mapping[str, str]) -> Entry:
    """An entry with the words of its cells."""
    because = words.get(entry.because, ERASED) if entry.because else ""
    return msgspec.structs.replace(entry, changes=unseal(entry.changes, words), because=because)
