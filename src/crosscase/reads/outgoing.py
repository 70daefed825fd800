"""Tables and figures as they may leave the study: for the command line, the server and reports alike.

`Outgoing` goes through what is about to be written, cell by cell. Numbers pass always; words of participants that
consent does not cover are covered wherever they stand, also in the name of a code made of somebody's own words.

What a careful reader would get wrong: a table of counts is no table without words. Its labels were written by people
who had just read a transcript.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec

from crosscase.model import Id
from crosscase.model.table import Table
from crosscase.reads.leaving import Leaving


class Outgoing:
    """What is about to be written, with what was decided on the way in `leaving`."""

    def __init__(self, leaving: Leaving) -> None:
        self.leaving = leaving
        # Labels come again in every row.
        self._known: dict[str, str] = {}

    def words(self, source: Id, start: int, end: int, words: str) -> str:
        """Words of a source as they may be written, or why they may not."""
        why = self.leaving.passage(source, start, end)
        return f"[withheld: {why}]" if why else words

    def table(self, table: Table, consent: Sequence[str] | None = None, verbatim: Collection[str] = ()) -> Table:
        """A table as it may be written.

        Args:
            table: what participants said is in it already as `words` gives it.
            consent: for each row what is on record of those whose words it has; a column of its own.
            verbatim: keys of columns with participants' words, which are checked by their places.
        """
        own = [number for number, column in enumerate(table.columns) if column.key not in verbatim]
        rows = [list(row) for row in table.rows]
        for row in rows:
            for number in own:
                row[number] = self.read(row[number])
        columns = tuple(msgspec.structs.replace(one, heading=self.read(one.heading)) for one in table.columns)
        if consent is not None:
            columns = (*columns, type(columns[0])("consent", "Consent"))
            rows = [[*row, one] for row, one in zip(rows, consent, strict=True)]
        notes = [self.read(one) for one in (*table.notes, *self._notes())]
        return msgspec.structs.replace(
            table, title=self.read(table.title), columns=columns, rows=tuple(map(tuple, rows)), notes=tuple(notes)
        )

    def figure(self, specification: Any) -> Any:
        """A figure (a Vega-Lite specification) as it may be written."""
        if isinstance(specification, dict):
            return {name: self.figure(one) for name, one in specification.items()}
        if isinstance(specification, list):
            return [self.figure(one) for one in specification]
        return self.read(specification)

    def read(self, cell: Any) -> Any:
        """What somebody wrote as it may leave, also in a list; numbers as they are."""
        if isinstance(cell, tuple):
            return tuple(self.read(one) for one in cell)
        if not isinstance(cell, str):
            return cell
        if cell not in self._known:
            self._known[cell] = self.leaving.writing(cell)[0]
        return self._known[cell]

    def _notes(self) -> Iterable[str]:
        held = len(self.leaving.withheld)
        if held:
            yield f"Words of {held:,} {'passage is' if held == 1 else 'passages are'} withheld: consent does not cover."
        if self.leaving.printed:
            yield self.leaving.sentence()
