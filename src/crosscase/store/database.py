"""Opening a study's tables: a SQLite file, a SQLite in memory, or a schema of a PostgreSQL database.

SQLite is always the one in `sqlcipher3` (the standard library's can be too old), in WAL mode, with every commit on
disk before it is acknowledged. On PostgreSQL each transaction sets its search path, and writers take one advisory
lock per study, so that the order of arrival is the order of commits.

A `Database` has one connection and one lock: threads take turns. It begins transactions itself, because pysqlite's
implicit ones start too late to be safe.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from crosscase.errors import CrosscaseError
from crosscase.model.collector import uncollected
from crosscase.store import heads
from crosscase.store.keys import Key, WrongPassphraseError, apply_key
from crosscase.store.synced import synced_by
from crosscase.store.tables import METADATA

_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,62}")
BUSY_MS = 10_000
_CHECKPOINT = "wal_autocheckpoint = 10000"
"""In pages. A commit is on disk with the WAL; an import need not wait until it is copied into the file as well."""


class CannotOpenError(CrosscaseError):
    """There is no study where one was looked for."""

    code = "cannot-open"

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")


class BusyError(CrosscaseError):
    """Another program is writing to the study."""

    code = "busy"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is being written by another program. Nothing was changed; try again in a moment.")


class Database:
    """One connection to a study's tables, and its transactions."""

    def __init__(
        self,
        engine: Engine,
        where: str,
        *,
        schema: str = "",
        writable: bool = True,
        closed: Callable[[], None] | None = None,
    ) -> None:
        self.where = where
        self._closed = closed
        self.schema = schema
        self.writable = writable
        self._lock = threading.RLock()
        self._engine = engine
        self._depth = 0
        try:
            self._connection: Connection = engine.connect()
        except DatabaseError as error:
            if engine.dialect.name == "postgresql":
                raise CannotOpenError(where, _silent(error)) from error
            raise CannotOpenError(where, _unopened(error)) from error

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """Which store this is."""
        return "postgresql" if self._engine.dialect.name == "postgresql" else "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the study; inside a writing one, that one."""
        with self._lock:
            if self._depth:
                yield self._connection
                return
            with self._transaction("BEGIN" if self.dialect == "sqlite" else "") as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the study's lock; whole or not at all.

        Raises:
            BusyError: another program holds the lock.
        """
        with self._lock:
            if self._depth:
                yield self._connection
                return
            with uncollected(), self._transaction("BEGIN IMMEDIATE" if self.dialect == "sqlite" else "") as connection:
                if self.dialect == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": self.schema})
                yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        connection = self._connection
        transaction = connection.begin()
        self._depth += 1
        try:
            if begin:
                self._begin(connection, begin)
            else:
                connection.exec_driver_sql(f'SET LOCAL search_path TO "{self.schema}"')
            yield connection
            transaction.commit()
        except BaseException:
            transaction.rollback()
            raise
        finally:
            self._depth -= 1

    def _begin(self, connection: Connection, begin: str) -> None:
        try:
            connection.exec_driver_sql(begin)
        except DatabaseError as error:
            if "locked" in str(error):
                raise BusyError(self.where) from error
            raise CannotOpenError(self.where, _unopened(error)) from error

    @property
    def is_open(self) -> bool:
        """Whether this has not been closed."""
        return not self._connection.closed

    @property
    def idle(self) -> bool:
        """Whether no transaction is under way here."""
        return self._depth == 0

    @property
    def turn(self) -> AbstractContextManager[bool]:
        """Held by the thread whose turn it is; the others wait."""
        return self._lock

    def scrub(self) -> bool:
        """Write the tables anew, so that no byte of what was deleted is left; whether that could be done.

        It cannot while another program has the study open. A server's own backups and archives are out of reach.
        """
        cannot: tuple[type[Exception], ...] = (DatabaseError, *_driver_errors())
        with self._lock:
            try:
                if self.dialect == "postgresql":
                    with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                        for table in METADATA.sorted_tables:
                            connection.exec_driver_sql(f'VACUUM FULL "{self.schema}"."{table.name}"')
                    return True
                driver: Any = self._connection.connection.driver_connection
                driver.execute("VACUUM")
                busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except cannot:
                return False
            return not busy

    def clear_journal(self, path: Path) -> None:
        """Take away the rollback journal of a program that was killed when it changed over from the log to that.

        SQLite has used it by now, if there was anything to go back to. While we have a file open that keeps a log,
        nobody can change over and begin another one.
        """
        with self._lock:
            driver: Any = self._connection.connection.driver_connection
            if driver.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                path.with_name(path.name + "-journal").unlink(missing_ok=True)

    def reconnect(self) -> None:
        """Open the file anew: nothing that was read of it before is trusted any more. Not inside a transaction."""
        with self._lock:
            self._connection.close()
            self._connection = self._engine.connect()

    @contextmanager
    def plainly(self) -> Iterator[Connection]:
        """The connection without a transaction, for what SQLite does in none."""
        with self._lock:
            yield self._connection

    def close(self) -> None:
        """Let go of the connection; a SQLite file is left without its WAL."""
        with self._lock:
            if not self._connection.closed:
                if self.dialect == "sqlite" and self.writable:
                    self._count()
                self._connection.close()
                if self._closed is not None:
                    self._closed()
            self._engine.dispose()

    def _count(self) -> None:
        """Let SQLite count what its indexes hold, if that has changed much.

        Without it, SQLite takes the index by code for questions that the one by source answers at once, and one coding
        in a study with thousands of each code waits for all of them. Whoever is writing meanwhile is not waited for.
        """
        with suppress(DatabaseError):
            self._connection.exec_driver_sql("PRAGMA busy_timeout = 0")
            self._connection.exec_driver_sql("PRAGMA optimize")


_UNOPENED = {
    ("unable to open", "readonly"): "it cannot be opened to be changed: the file or its folder is read-only. "
    "Copy it to a folder of your own.",
    ("is full",): "the disk is full. Nothing is lost; make room and try again.",
    ("disk I/O error",): "the disk cannot read or write it. Copy the study to another disk before anything else.",
}
"""What SQLite says of a file that it does not open → what a researcher can do about it."""

_DAMAGED = (
    "this is not a crosscase study, or it is damaged. Keep the file, and look for a backup of it; "
    "'crosscase rescue FILE NEW' saves what can be read."
)


def _unopened(error: Exception) -> str:
    reason = str(getattr(error, "orig", error))
    return next((said for words, said in _UNOPENED.items() if any(word in reason for word in words)), _DAMAGED)


@contextmanager
def opening(where: str) -> Iterator[None]:
    """What goes wrong while a study is opened, in words: a file can be damaged in ways that no reader expects.

    Raises:
        CannotOpenError: with what is wrong, as far as that can be told.
        BusyError: another program holds the lock.
    """
    damaged: tuple[type[Exception], ...] = (DatabaseError, *_driver_errors(), ValueError, msgspec.MsgspecError)
    try:
        yield
    except damaged as error:
        if "locked" in str(error):
            raise BusyError(where) from error
        raise CannotOpenError(where, _unopened(error)) from error


def _driver_errors() -> tuple[type[Exception], ...]:
    from sqlcipher3 import dbapi2

    return (dbapi2.OperationalError,)


def sqlite(path: Path | None, *, writable: bool = True, key: Key | None = None) -> Database:
    """A study in a file (with a key: in an encrypted one), or, without a path, in memory.

    Raises:
        CannotOpenError: the file is something else.
        WrongPassphraseError: the key does not open it.
    """
    from sqlcipher3 import dbapi2

    def connect() -> Any:
        if path is None:
            return dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        way = "mode=rwc" if writable else _for_reading(path)
        address = f"{path.resolve().as_uri()}?{way}"
        connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        if key is not None:
            apply_key(connection, key)
            _tried(connection, path)
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        pragmas = [f"busy_timeout = {BUSY_MS}", "temp_store = MEMORY", "cache_size = -65536"]
        if writable:
            pragmas += [_log_of_its_own(connection, path), "secure_delete = ON", _CHECKPOINT]
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    if path is None:
        return Database(engine, "a study in memory", writable=writable)
    if writable and not path.exists():
        path.touch()  # so that there is something to note
    held = heads.hold(path, key.salt if key else None)
    try:
        return Database(engine, str(path), writable=writable, closed=partial(heads.release, held))
    except BaseException:
        heads.release(held)
        raise


def _log_of_its_own(connection: Any, path: Path | None) -> str:
    """Choose how commits are made safe, and say how far each has to be on the disk.

    With a write-ahead log beside the study, but in a synced folder: there everything is in the one file between acts,
    because a sync program copies two files at two moments. Changing over has to wait until nobody else has it open.
    """
    from sqlcipher3 import dbapi2

    wanted, sync = ("DELETE", "EXTRA") if path is not None and synced_by(path) else ("WAL", "FULL")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS if wanted == 'WAL' else 0}")
    try:
        connection.execute(f"PRAGMA journal_mode = {wanted}")
    except dbapi2.OperationalError as error:
        if wanted == "WAL" or "locked" not in str(error):
            raise
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return f"synchronous = {sync}"


def _tried(connection: Any, path: Path) -> None:
    """Read the first page: with the wrong key it is no database."""
    from sqlcipher3 import dbapi2

    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except dbapi2.DatabaseError as error:
        connection.close()
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise WrongPassphraseError(str(path)) from error
        raise


def _for_reading(path: Path) -> str:
    """How a file is opened that is only read.

    SQLite leaves two files beside a study that was opened read-only, and takes them away when it may write; so it may,
    where the file can be written, and `query_only` refuses every change. A file in a place where nothing can be written
    can only be read as one that nobody is changing.
    """
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        return "mode=rw"
    beside = path.resolve().with_name(path.name + "-wal")
    return "mode=ro" if beside.exists() and beside.stat().st_size else "mode=ro&immutable=1"


def postgresql(url: str, schema: str, *, writable: bool = True) -> Database:
    """A study in a schema of a PostgreSQL database; the schema is made when it is not there.

    Raises:
        CannotOpenError: the name will not do, or the database cannot be reached.
    """
    if not _SCHEMA.fullmatch(schema):
        raise CannotOpenError(schema, "a study's schema is named with small letters, digits and _, a letter first.")
    try:
        engine = create_engine(_with_driver(url), poolclass=NullPool)
        if writable:
            with engine.begin() as connection:
                connection.exec_driver_sql(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        return Database(engine, schema, schema=schema, writable=writable)
    except ModuleNotFoundError as error:
        raise CannotOpenError(schema, "PostgreSQL needs an extra: pip install 'crosscase[postgres]'.") from error
    except DatabaseError as error:
        raise CannotOpenError(schema, _silent(error)) from error


def _silent(error: DatabaseError) -> str:
    reason = str(error.orig).strip().splitlines()[0]
    return f"the database does not answer ({reason})."


def _with_driver(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgresql", "postgres") else url
