"""What every row of a rescued study should be: the replay's, or the tables' where a lost entry wrote or words are lost.

See `salvage`, which writes it. A row that the tables alone have is taken where a lost entry added it; one that names
another which is nowhere gets a stand-in for that, or goes without, or is left out.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection

from crosscase.journal.vault import ERASED
from crosscase.model import KINDS, Field, Id, Kind, kind_named, short
from crosscase.store.apply import AGAIN
from crosscase.store.carving import Carved
from crosscase.store.store import Store

Values = dict[str, Any]
"""The columns of a row: `removed`, `born` and the fields, as the database has them."""


class Missing(msgspec.Struct, frozen=True):
    """What could not be read: entries by arrival number, words, files, and the rows (kind, id) whose words they are."""

    seqs: frozenset[int]
    cells: tuple[str, ...]
    files: tuple[str, ...]
    about: frozenset[tuple[str, Id]]


def rows_of(connection: Connection, kind: Kind) -> dict[Id, Values]:
    """All rows of a kind, removed ones too."""
    names = ("id", "removed", "born", *(field.name for field in kind.fields))
    listed = ", ".join(f'"{name}"' for name in names)
    records = connection.exec_driver_sql(f'SELECT {listed} FROM "{kind.name}"').all()  # noqa: S608 - our own
    return {record[0]: dict(zip(names[1:], record[1:], strict=True)) for record in records}


class Aim:
    """What every row should be."""

    def __init__(self, connection: Connection, surviving: Store, found: Carved, lost: Missing) -> None:
        self._found = found
        self._lost = lost
        self.about = lost.about
        self.lost_entries = lost.seqs
        self.now = {kind.name: rows_of(connection, kind) for kind in KINDS}
        self.rows: dict[str, dict[Id, Values]] = {}
        self.from_tables: dict[str, int] = {}
        self.stand_ins: list[tuple[str, Id]] = []
        self.left_out: dict[str, int] = {}
        with surviving.reading() as other:
            for kind in KINDS:
                self.rows[kind.name] = self._aim_at(kind, rows_of(other, kind))

    def _aim_at(self, kind: Kind, replayed: dict[Id, Values]) -> dict[Id, Values]:
        names = ("removed", "born", *(field.name for field in kind.fields))
        for row, read in self._found.rows[kind.name].items():
            table = dict(zip(names, read, strict=True))
            if row in replayed:
                replayed[row] |= self._from_table(kind, row, replayed[row], table)
            elif table["born"] in self._lost.seqs and not table["removed"]:
                replayed[row] = table
                self.from_tables[kind.name] = self.from_tables.get(kind.name, 0) + 1
        return replayed

    def _from_table(self, kind: Kind, row: Id, replayed: Values, table: Values) -> Values:
        """What of a row its table knows better: what a lost entry wrote, and words that are lost."""
        written = {field for field, seq in self._found.touches.get((kind.name, row), ()) if seq in self._lost.seqs}
        worded = {(kind.name, row), (kind.name, "")} & self._lost.about
        names = ["removed", *(field.name for field in kind.stored)]
        better = {name for name in names if name in written or AGAIN in written}
        for field in kind.stored:
            if worded and field.words and is_unreadable(replayed[field.name]) and not is_unreadable(table[field.name]):
                better.add(field.name)
        return {name: table[name] for name in better if table[name] is not None or replayed[name] is not None}

    # Rows that name others

    def settle_references(self) -> None:
        """See to it that every row that will be added names rows that are there."""
        for _ in range(len(KINDS)):
            if not sum(self._settle(kind) for kind in KINDS):  # all of them, each time
                return

    def _settle(self, kind: Kind) -> bool:
        again = False
        for row, values in list(self.rows[kind.name].items()):
            if row in self.now[kind.name] and values == self.now[kind.name][row]:
                continue
            for field in kind.stored:
                named = values.get(field.name)
                if not field.refers or not named or self._is_there(field.refers, named):
                    continue
                again = True
                if not self._answer(kind, row, values, field):
                    break
        return again

    def _is_there(self, kind: str, row: Id) -> bool:
        if kind == "*":
            return any(row in self.rows[one.name] or row in self.now[one.name] for one in KINDS)
        return row in self.rows[kind] or row in self.now[kind]

    def _answer(self, kind: Kind, row: Id, values: Values, field: Field) -> bool:
        """Find a way for a row that names one which is lost; whether the row stays."""
        if row in self.now[kind.name]:
            values[field.name] = self.now[kind.name][row][field.name]
            return True
        if field.refers != "*" and self._stand_in(kind_named(field.refers), values[field.name]):
            return True
        if not (field.required or field.goes_with):
            values[field.name] = None
            return True
        del self.rows[kind.name][row]
        self.left_out[kind.name] = self.left_out.get(kind.name, 0) + 1
        return False

    def _stand_in(self, kind: Kind, row: Id) -> bool:
        required = [field for field in kind.fields if field.required]
        if not required or any(field.refers or field.type != "text" or not field.words for field in required):
            return False
        values: Values = {"removed": False, "born": 0}
        for field in kind.fields:
            values[field.name] = "[]" if field.type == "list" else field.default
        self.rows[kind.name][row] = values | {field.name: f"lost ({short(row)})" for field in required}
        self.stand_ins.append((kind.name, row))
        return True

    # Names

    def name(self, kind: str, row: Id) -> str:
        """What a thing is called, as far as that can be read."""
        values = self.rows[kind].get(row) or self.now[kind].get(row) or {}
        for field in ("identifier", "name", "label", "title", "code"):
            if isinstance(values.get(field), str) and values[field] and not is_unreadable(values[field]):
                return str(values[field])
        return short(row)

    def unreadable(self, covered: set[Id]) -> tuple[tuple[str, str, int], ...]:
        """What is not there in words: fields of rows, and texts."""
        found: list[tuple[str, str, int]] = []
        for kind in KINDS:
            for row, values in self.rows[kind.name].items():
                lost = {(kind.name, row), (kind.name, "")} & self._lost.about
                fields = [f for f in kind.stored if lost and f.words and ERASED in str(values[f.name])]
                count = len(fields) + (kind.name == "source" and row in covered)
                if count and not values["removed"]:
                    found.append((kind.name, self.name(kind.name, row), count))
        return tuple(sorted(found))

    def names(self) -> dict[tuple[str, Id], str]:
        """What everything is called, by kind and id."""
        return {(kind.name, row): self.name(kind.name, row) for kind in KINDS for row in self.rows[kind.name]}

    def originals(self) -> dict[str, str]:
        """The names of sources by the digests of their original files."""
        return {
            str(values["original"]): self.name("source", row)
            for row, values in self.rows["source"].items()
            if values["original"]
        }


def is_unreadable(value: Any) -> bool:
    """Whether a field has no words, or blots in their place."""
    return value in {"", "[]", None} or (isinstance(value, str) and ERASED in value)
