"""What every part of `verify` works with: faults, and reading a study that may be damaged.

A damaged file answers with errors, or with text that is no text. Records are therefore read straight from the driver,
and on SQLite bytes that are no UTF-8 come as lone surrogates rather than as an error that would hide the rest.

What a careful reader would get wrong: a truth value read here is 0 or 1 on SQLite and a bool on PostgreSQL. They are
equal to each other, and anything else that stands there is not equal to either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from crosscase.store.store import Store

_AT_ONCE = 2_000


class Fault(msgspec.Struct, frozen=True):
    """Something that does not hold: where (file, journal, vault, tables, …), which thing, and what."""

    where: str
    thing: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.thing}: {self.what}"


class Checked(msgspec.Struct, frozen=True):
    """A part that was checked: where, and a sentence with what was looked at and holds if there are no faults."""

    where: str
    what: str


class Verified(msgspec.Struct, frozen=True):
    """What came of checking a study.

    Attributes:
        faults: everything that does not hold.
        notes: what is as it should be and yet worth knowing: words withheld or erased, entries not signed.
        checked: what was looked at, part by part.
    """

    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    checked: tuple[Checked, ...]


class Findings:
    """What one part of the check finds, gathered."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        self.checked: list[str] = []

    def fault(self, thing: str, what: str) -> None:
        """Something does not hold."""
        self.faults.append(Fault(self.where, thing, what))


class UnreadableError(Exception):
    """A part of the study's tables cannot be read at all; the message is the driver's."""


@contextmanager
def lenient(store: Store) -> Iterator[Connection]:
    """A transaction for reading in which text that is no UTF-8 can be looked at."""
    with store.reading() as connection:
        if connection.dialect.name != "sqlite":
            yield connection
            return
        driver: Any = connection.connection.driver_connection
        before = driver.text_factory
        driver.text_factory = _text
        try:
            yield connection
        finally:
            driver.text_factory = before


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def records(connection: Connection, words: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """The records of a statement of our own, some at a time, as the driver gives them.

    Raises:
        UnreadableError: the database cannot read them.
    """
    cursor = connection.connection.cursor()
    drivers: Any = connection.dialect.dbapi
    try:
        cursor.execute(words, tuple(values))
        while part := cursor.fetchmany(_AT_ONCE):
            yield from part
    except (drivers.Error, DatabaseError, OverflowError) as error:
        raise UnreadableError(str(error).splitlines()[0] if str(error) else type(error).__name__) from error
    finally:
        cursor.close()


def as_bytes(text: str) -> bytes:
    """Text as it is stored, damaged or not."""
    return text.encode("utf-8", "surrogateescape")
