"""Questions that are asked for every act, straight to the driver.

SQLAlchemy writes a statement once for each kind of database; asking is then two calls of the driver. What it does for
every single execution (cache keys, result types, cursors of its own) takes ten times as long as SQLite takes to answer.

What a careful reader would get wrong: records come as the driver gives them. On SQLite a truth value is 0 or 1, which
`rows.from_column` sees to. And a statement is kept for ever once it was asked, so only those that were built once
(constants, or cached as in `rows`) belong here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.sql.elements import ClauseElement

_NOTHING: Mapping[str, Any] = {}


class _Said:
    """A statement as one kind of database reads it."""

    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self._words = str(compiled)
        self._fixed: dict[str, Any] = dict(compiled.params)
        order: Sequence[str] | None = compiled.positiontup  # type: ignore[attr-defined] # likewise
        self._order = None if order is None else list(order)
        self._lists = [name for name in self._fixed if _list_mark(name) in self._words]

    def with_values(self, given: Mapping[str, Any]) -> tuple[str, Any]:
        """What the driver is handed: the words, and the values by place or by name."""
        words, values = self._words, {**self._fixed, **given} if given else self._fixed
        if self._order is not None and not self._lists:
            return words, [values[name] for name in self._order]
        for name in self._lists:
            marks = ("?",) * len(values[name])
            if self._order is None:
                marks = tuple(f"%({name}{number})s" for number in range(len(values[name])))
            words = words.replace(_list_mark(name), ", ".join(marks) or "NULL")
        if self._order is None:
            flat = {name: value for name, value in values.items() if name not in self._lists}
            for name in self._lists:
                flat.update((f"{name}{number}", value) for number, value in enumerate(values[name]))
            return words, flat
        placed: list[Any] = []
        for name in self._order:
            placed += values[name] if name in self._lists else [values[name]]
        return words, placed


def _list_mark(name: str) -> str:
    return f"__[POSTCOMPILE_{name}]"


_SAID: dict[tuple[ClauseElement, str], _Said] = {}


def _said(statement: ClauseElement, dialect: Dialect) -> _Said:
    found = _SAID.get((statement, dialect.name))
    if found is None:
        found = _SAID[statement, dialect.name] = _Said(statement, dialect)
    return found


def fetch(
    connection: Connection, statement: ClauseElement, given: Mapping[str, Any] = _NOTHING
) -> list[tuple[Any, ...]]:
    """All records that a statement answers with.

    Args:
        statement: built once and kept.
        given: values of its parameters by name; sequences for those that stand for a list.
    """
    words, values = _said(statement, connection.dialect).with_values(given)
    cursor = connection.connection.cursor()
    try:
        cursor.execute(words, values)
        return cursor.fetchall()  # type: ignore[return-value] # of tuples, as both drivers give them
    finally:
        cursor.close()


def run_many(connection: Connection, words: str, records: Sequence[Sequence[Any]]) -> None:
    """Run a statement, in the driver's words, for each of many records."""
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(words, records)
    finally:
        cursor.close()


def run(connection: Connection, statement: ClauseElement, given: Mapping[str, Any] = _NOTHING) -> None:
    """Run a statement that answers nothing."""
    words, values = _said(statement, connection.dialect).with_values(given)
    cursor = connection.connection.cursor()
    try:
        cursor.execute(words, values)
    finally:
        cursor.close()
