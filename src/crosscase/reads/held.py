"""What a study's journal and vault hold, removed rows and earlier versions included, read once.

For finding somebody's words wherever they lie: reads of rows pass over what was removed, and the text of a source is
what it reads now, but the vault keeps everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from crosscase.journal.changes import Added, Changed, Corrected
from crosscase.journal.redaction import between, merged
from crosscase.journal.text import TextRuns, fold_text
from crosscase.journal.vault import ERASED
from crosscase.model import Id
from crosscase.store import erasing
from crosscase.store.erasing import Sealed
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ROWS

Stretches = tuple[tuple[int, int], ...]


class Held(msgspec.Struct, frozen=True):
    """What the vault and the journal hold, read once."""

    store: Store
    connection: Connection
    entries: list[Sealed]
    cells: dict[str, tuple[str, str, Id]]

    @classmethod
    def read(cls, store: Store, connection: Connection) -> Held:
        """Read it all."""
        c = CELL.c
        records = connection.execute(select(c.digest, c.words, c.kind, c.row))
        cells = {name: (words, kind, row) for name, words, kind, row in records}
        return cls(store, connection, list(erasing.sealed(connection)), cells)

    def table(self, kind: str, *fields: str) -> list[Any]:
        """Fields of all rows of a kind, removed ones too."""
        table = ROWS[kind]
        return list(self.connection.execute(select(table.c.id, *(table.c[name] for name in fields))))

    def words(self, cell: str) -> str:
        """The words of a cell; none where it is gone."""
        return self.cells[cell][0] if cell in self.cells else ""

    def row_cells(self, rows: set[Id], fields: Mapping[str, frozenset[str]] | None) -> list[str]:
        """The cells of rows: all, or those of some fields of each kind."""
        found: dict[str, None] = {}
        for one in self.entries:
            for change in one.entry.changes:
                if isinstance(change, Added | Changed) and change.kind in erasing.OWN:
                    wanted = None if fields is None else fields.get(change.kind, frozenset())
                    found.update(dict.fromkeys(erasing.cells_for(change, one.entry.id, rows, wanted)))
        return list(found)

    def texts(self, sources: Iterable[Id]) -> dict[Id, list[tuple[Id, Corrected]]]:
        """Everything that was ever brought or corrected in sources, sealed: entry and change."""
        found: dict[Id, list[tuple[Id, Corrected]]] = {source: [] for source in sources}
        for one in self.entries:
            for change in one.entry.changes:
                if isinstance(change, Corrected) and change.source in found:
                    found[change.source].append((one.entry.id, change))
        return found

    def opened(self, brought: Sequence[tuple[Id, Corrected]]) -> list[tuple[Id, Corrected]]:
        """The same with their words."""
        return [
            (entry, msgspec.structs.replace(change, words=self.words(change.words) or ERASED * change.length))
            for entry, change in brought
        ]

    def runs(self, source: Id) -> TextRuns:
        """The runs of a source's text as it reads now."""
        return fold_text(self.opened(self.texts([source])[source]))


class Spoken:
    """The stretches of cells that are somebody's own words."""

    def __init__(self, study: Held) -> None:
        self._study = study
        self.cells: dict[str, list[tuple[int, int]]] = {}

    def whole(self, brought: Sequence[tuple[Id, Corrected]]) -> None:
        """All of a text, in every version."""
        for _, change in brought:
            if change.words:
                self.cells[change.words] = [(0, len(self._study.words(change.words)))]

    def within(self, brought: Sequence[tuple[Id, Corrected]], anchors: Sequence[tuple[str, str]]) -> None:
        """What stands, or stood, between anchors."""
        ranges = between(fold_text(self._study.opened(brought)), anchors)
        for entry, change in brought:
            origin, first = ("", 0) if change.base else (entry, change.first)
            end = first + change.length
            mine = [
                (max(s.first, first) - first, min(s.first + s.length, end) - max(s.first, first))
                for s in ranges
                if s.origin == origin and s.first < end and first < s.first + s.length
            ]
            if mine and change.words:
                self.cells.setdefault(change.words, []).extend(mine)

    def done(self) -> dict[str, Stretches]:
        """By cell; cells that are gone already are left out."""
        return {cell: tuple(merged(found)) for cell, found in self.cells.items() if cell in self._study.cells}
