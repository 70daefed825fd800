"""A SQLite file of another program, read and never run.

The file is opened as unchangeable, in a connection that may do nothing but select from plain tables: no view, trigger,
virtual table, attached file or extension of it is ever used, and time, length and number of what it gives are limited.
Where a program was still writing (a `-wal` or `-journal` file beside it) a copy is opened, so that the file itself
stays as it is.

What a careful reader would get wrong: in SQLite a column may hold anything. Numbers come as text and text as bytes, so
`Row` gives what was asked for, or nothing.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from crosscase.importers.errors import TooLargeError, UnreadableError
from crosscase.importers.limits import TooComplexError, TooSlowError
from crosscase.importers.package import DamagedError

MOST_BYTES: Final = 256 * 1024 * 1024
"""Largest file that is opened."""
MOST_ROWS: Final = 2_000_000
"""Rows taken from one table."""
MOST_LENGTH: Final = 64 * 1024 * 1024
"""Bytes of one value: longer than any text that is read elsewhere."""
SECONDS: Final = 60.0
MAGIC: Final = b"SQLite format 3\0"


class OtherDatabaseError(UnreadableError):
    """A database without the tables of the program it is said to be of."""

    code = "other-database"

    def __init__(self, program: str, missing: list[str]) -> None:
        super().__init__(f"It is no project of {program}: it has no table {', '.join(map(repr, missing))}.")


class Row:
    """One row; a column that is not there, or is NULL, is empty."""

    def __init__(self, values: dict[str, object]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """A value as text."""
        value = self._values.get(name)
        if value is None:
            return ""
        return value.decode(errors="replace") if isinstance(value, bytes) else str(value)

    def number(self, name: str) -> int | None:
        """A value as a whole number; None: it is none."""
        value = self._values.get(name)
        if isinstance(value, bool) or value is None:
            return None
        try:
            return int(value) if isinstance(value, int | float | str) else None
        except (ValueError, OverflowError):
            return None


class Database:
    """The plain tables of a file."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
        self.tables = {str(name) for (name,) in connection.execute(plain)}

    def rows(self, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """Rows of a table, as far as it and its columns are there.

        Raises:
            TooComplexError: there are more rows than any study has.
        """
        if table not in self.tables:
            return
        # The names come from our own code; those of the file are only compared.
        there = {str(one[0]) for one in self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        wanted = [name for name in columns if name in there]
        if not wanted:
            return
        listed = ", ".join(f'"{name}"' for name in wanted)
        for at, values in enumerate(self._connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY rowid')):  # noqa: S608 - our own names
            if at >= MOST_ROWS or any(isinstance(one, str | bytes) and len(one) > MOST_LENGTH for one in values):
                raise TooComplexError
            yield Row(dict(zip(wanted, values, strict=True)))


@contextmanager
def opened(path: Path, program: str, needed: tuple[str, ...]) -> Iterator[Database]:
    """The tables of a file.

    Args:
        program: whose it should be.
        needed: tables without which it is not.

    Raises:
        UnreadableError: it is no database, not that program's, damaged, too large, or takes too long.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise TooLargeError(size, MOST_BYTES)
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise DamagedError
    with tempfile.TemporaryDirectory(prefix="crosscase-") as folder:
        aside = [beside for end in ("-wal", "-journal") if _written(beside := path.with_name(path.name + end))]
        here = path
        if aside:
            here = Path(folder, path.name)
            for one in (path, *aside):
                shutil.copyfile(one, here.with_name(one.name))
        with _told(), closing(_connected(here, unchanging=not aside)) as connection:
            found = Database(connection)
            missing = [name for name in needed if name not in found.tables]
            if missing:
                raise OtherDatabaseError(program, missing)
            yield found


@contextmanager
def _told() -> Iterator[None]:
    """Says in our words what SQLite says in its own."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.OperationalError as error:
        raise TooSlowError(SECONDS) if "interrupted" in str(error) else DamagedError() from error
    except (dbapi2.DataError, MemoryError, OverflowError) as error:
        raise TooComplexError from error
    except (dbapi2.Error, UnicodeDecodeError) as error:  # the message itself may quote what is damaged
        raise DamagedError from error


def _connected(path: Path, *, unchanging: bool) -> Any:
    """A connection that may select and nothing else, within limits."""
    from sqlcipher3 import dbapi2

    how = "?mode=ro&immutable=1" if unchanging else ""
    connection = dbapi2.connect(f"{path.resolve().as_uri()}{how}", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.text_factory = lambda data: data.decode(errors="replace")
    until = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: int(time.monotonic() > until), 100_000)
    allowed = {(dbapi2.SQLITE_FUNCTION, "like"), (dbapi2.SQLITE_FUNCTION, "pragma_table_info")}

    def may(action: int, first: str | None, second: str | None, *_: object) -> int:
        # What a table's columns are called is asked by a pragma in the form of a table.
        plain = action in (dbapi2.SQLITE_SELECT, dbapi2.SQLITE_READ) or (action, second) in allowed
        return 0 if plain or (action == dbapi2.SQLITE_PRAGMA and first == "table_info") else 1

    connection.set_authorizer(may)
    return connection


def is_of(path: Path, head: bytes, needed: tuple[str, ...]) -> bool:
    """Whether a file is a database with these tables."""
    if not head.startswith(MAGIC):
        return False
    try:
        with opened(path, "", needed):
            return True
    except (UnreadableError, OSError):
        return False


def _written(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and 0 < path.stat().st_size <= MOST_BYTES
