"""Table 1: what the cases are like.

One row for each case with its groupings and other attributes, and how many participants it has. A value that is not
there is an empty cell in its own column, and a note names the case and what it lacks; nothing moves up to fill it.

Leaves out attributes of participants, which are Table 2 (`sample`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.frames import Snapshot
from crosscase.frames.variables import Variable
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class CharacteristicsOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which attributes of cases, in this order; all when empty."""

    attributes: tuple[str, ...] = ()


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A case: a value for each attribute, None where there is none."""

    id: Id
    code: str
    name: str
    values: tuple[str | None, ...]
    participants: int


@dataclass(frozen=True, eq=False)
class Characteristics(Result):
    """Cases and their attributes.

    Attributes:
        attributes: names, in column order.
        lacking: (case code, names of attributes without a value), for cases that lack any.
    """

    snapshot: Snapshot
    options: CharacteristicsOptions
    attributes: tuple[str, ...]
    rows: tuple[CaseRow, ...]
    lacking: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each case."""
        columns: dict[str, Any] = {"case": [row.code for row in self.rows], "name": [row.name for row in self.rows]}
        for place, name in enumerate(self.attributes):
            columns[name] = pl.Series([row.values[place] for row in self.rows], dtype=pl.String)
        return pl.DataFrame({**columns, "participants": [row.participants for row in self.rows]})

    def table(self) -> Table:
        """One row for each case."""
        columns = (
            Column("case", "Case"),
            *([Column("name", "Name")] if any(row.name for row in self.rows) else []),
            *(Column(name, name.capitalize()) for name in self.attributes),
            Column("participants", "Participants", "count"),
        )
        names = any(row.name for row in self.rows)
        rows = tuple(
            (row.code, *([row.name] if names else []), *row.values, row.participants) for row in self.rows
        )  # fmt: skip
        return Table(title="The cases", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(self.snapshot, *(f"{code}: no value for {', '.join(names)}." for code, names in self.lacking))

    def chart(self) -> Figure:
        """Bars of the participants of each case, coloured by the first attribute."""
        frame = self.frame
        kind = self.attributes[0] if self.attributes else ""
        kinds = list(dict.fromkeys(value for value in frame[kind].to_list() if value)) if kind else []
        return charts.bars(
            frame.select("case", *([kind] if kind else []), "participants"), label="case", value="participants",
            title="The cases", order=frame["case"].to_list(), kind=kind, kinds=kinds, notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, attributes, rows, lacking, notes}`; rows carry the fields of `CaseRow`."""
        return plain(
            {
                "analysis": "characteristics", "version": self.snapshot.version, "attributes": self.attributes,
                "rows": self.rows, "lacking": self.lacking, "notes": self.notes(),
            }
        )  # fmt: skip


def characteristics(snapshot: Snapshot, options: CharacteristicsOptions | None = None) -> Characteristics:
    """What the cases of a study are like.

    Raises:
        NotFoundError: an attribute that cases do not have.
    """
    options = options or CharacteristicsOptions()
    chosen: list[Variable] = [snapshot.variable(name, "case") for name in options.attributes]
    chosen = chosen or [variable for variable in snapshot.variables if variable.subject == "case"]
    count = np.bincount(snapshot.participants.case[snapshot.participants.case >= 0], minlength=len(snapshot.cases))
    rows, lacking = [], []
    for place, (id, code, name) in enumerate(
        zip(snapshot.cases.ids, snapshot.cases.labels, snapshot.cases.names, strict=True)
    ):
        values = tuple(", ".join(variable.values[place]) or None for variable in chosen)
        rows.append(CaseRow(id=id, code=code, name=name, values=values, participants=int(count[place])))
        missing = tuple(variable.name for variable, value in zip(chosen, values, strict=True) if value is None)
        if missing:
            lacking.append((code, missing))
    return Characteristics(
        snapshot, options, tuple(variable.name for variable in chosen), tuple(rows), tuple(lacking)
    )  # fmt: skip
