"""Table 2: the sample by sampling role and by attributes (gender, age), for each case, group and all.

`sample` counts the participants of a study; `checked_sample` takes counts that somebody else made, a published table
for one. Either way every row is checked: its sampling roles, its genders and its ages must add up to the same number
of people, and a row that does not is refused with its name. Subtotals and totals are sums of checked rows.

What a careful reader would get wrong: people whose gender or age is not known stand in a column *not known*, so they
never make a row fail. What does is somebody counted twice, say under a many-of attribute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.result import Result, plain
from crosscase.errors import CrosscaseError
from crosscase.frames import Snapshot
from crosscase.frames.variables import Variable
from crosscase.model import Id
from crosscase.model.table import Cell, Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

NOT_KNOWN = "not known"


class SampleMarginsError(CrosscaseError):
    """A row whose sampling roles, genders or ages do not add up to the same number of people."""

    code = "margins-differ"

    def __init__(self, row: str, sums: dict[str, int]) -> None:
        parts = ", ".join(f"{section} {count}" for section, count in sums.items())
        super().__init__(f"The row {row!r} of the sample does not add up: {parts}. Correct it; no table was made.")
        self.row = row


class Section(msgspec.Struct, frozen=True):
    """Columns that each count everybody once: sampling roles, genders, ages."""

    name: str
    labels: tuple[str, ...]


class SampleRow(msgspec.Struct, frozen=True):
    """A case: its group, and for each section the counts under its labels."""

    label: str
    group: str
    counts: tuple[tuple[int, ...], ...]

    @property
    def people(self) -> int:
        """How many people it counts."""
        return sum(self.counts[0]) if self.counts else 0


class SampleOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to count the sample.

    Attributes:
        by: attributes of participants, each a section.
        bands: where age bands (of any attribute that is a number) begin; the last is open.
        grouping: subtotals by this grouping of cases; the primary one when empty.
    """

    by: tuple[str, ...] = ("gender", "age")
    bands: tuple[int, ...] = (18, 26, 36, 46, 56, 66)
    grouping: str = ""


@dataclass(frozen=True, eq=False)
class SampleTable(Result):
    """Checked rows, subtotals by group, and a total.

    Attributes:
        behind: (row label, section name, column label) → ids of participants; empty for counts made elsewhere.
        warnings: words that go with the table, such as that the data are invented.
    """

    sections: tuple[Section, ...]
    rows: tuple[SampleRow, ...]
    subtotals: tuple[SampleRow, ...]
    total: SampleRow
    behind: dict[tuple[str, str, str], tuple[Id, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    version: str = ""

    @property
    def in_order(self) -> tuple[SampleRow, ...]:
        """Cases, each group followed by its subtotal, then the total."""
        found: list[SampleRow] = []
        for subtotal in self.subtotals:
            found += [row for row in self.rows if row.group == subtotal.group]
            found.append(subtotal)
        return (*(found or self.rows), self.total)

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each row, section and label: `row, group, kind, section, label, people`."""
        kinds = {id(row): "case" for row in self.rows} | {id(row): "subtotal" for row in self.subtotals}
        found = [
            (row.label, row.group, kinds.get(id(row), "total"), section.name, label, count)
            for row in self.in_order
            for section, counts in zip(self.sections, row.counts, strict=True)
            for label, count in zip(section.labels, counts, strict=True)
        ]
        return pl.DataFrame(found, schema=["row", "group", "kind", "section", "label", "people"], orient="row")

    def table(self) -> Table:
        """A row for each case, group and all; a column for each label, and at the end everybody."""
        columns = [Column("row", "Case")]
        for section in self.sections:
            columns += [Column(f"{section.name}:{label}", f"{label}", "count") for label in section.labels]
        columns.append(Column("people", "All", "count"))
        rows: list[tuple[Cell, ...]] = [
            (row.label, *(count for counts in row.counts for count in counts), row.people) for row in self.in_order
        ]
        names = ", ".join(section.name for section in self.sections)
        notes = (*self.warnings, f"In every row {names} add up to the same number of people.")
        return Table(title="The sample", columns=tuple(columns), rows=tuple(rows), notes=notes)

    def chart(self) -> Figure:
        """Bars: the people of each case by the labels of the first section."""
        first = self.sections[0]
        frame = self.frame.filter((pl.col("kind") == "case") & (pl.col("section") == first.name))
        return charts.bars(
            frame.select("row", "label", "people"), label="row", value="people", title="The sample", kind="label",
            kinds=first.labels, order=[row.label for row in self.rows], notes=self.warnings,
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, sections, rows, subtotals, total, notes}`; a row is `{label, group, counts, people}`."""

        def as_dict(row: SampleRow) -> dict[str, Any]:
            return {"label": row.label, "group": row.group, "counts": row.counts, "people": row.people}

        return plain(
            {
                "analysis": "sample", "version": self.version, "sections": self.sections,
                "rows": [as_dict(row) for row in self.rows],
                "subtotals": [as_dict(row) for row in self.subtotals], "total": as_dict(self.total),
                "notes": self.table().notes,
            }
        )  # fmt: skip


def checked_sample(sections: tuple[Section, ...], rows: tuple[SampleRow, ...]) -> SampleTable:
    """A sample table from counts, when every row adds up.

    Raises:
        SampleMarginsError: a row whose sections add up to different numbers of people.
    """
    for row in rows:
        sums = {section.name: sum(counts) for section, counts in zip(sections, row.counts, strict=True)}
        if len(set(sums.values())) > 1:
            raise SampleMarginsError(row.label, sums)
    groups = list(dict.fromkeys(row.group for row in rows))
    subtotals = [_sum(group or "no group", group, [row for row in rows if row.group == group]) for group in groups]
    grouped = tuple(subtotals) if any(groups) else ()
    return SampleTable(sections, rows, grouped, _sum("All", "", list(rows), sections))


def sample(snapshot: Snapshot, options: SampleOptions | None = None) -> SampleTable:
    """Count the participants of a study.

    Raises:
        NotFoundError, AmbiguousError: an attribute or grouping that cannot be found.
        SampleMarginsError: a case in which somebody is counted twice in one section.
    """
    options = options or SampleOptions()
    people = snapshot.participants
    roles: list[tuple[str, ...]] = [
        (snapshot.roles.labels[role],) if role >= 0 else () for role in people.role.tolist()
    ]
    held = [("sampling role", roles, snapshot.roles.labels, "no sampling role")]
    for name in options.by:
        variable = snapshot.variable(name, "participant")
        values = [_banded(variable, those, options.bands) for those in variable.values]
        held.append((variable.name, values, _labels(variable, values, options.bands), NOT_KNOWN))
    sections = []
    labelled: list[list[tuple[str, ...]]] = []
    for name, values, labels, missing in held:
        lacking = any(not those for those in values)
        sections.append(Section(name, (*labels, missing) if lacking and missing not in labels else tuple(labels)))
        labelled.append([those or (missing,) for those in values])
    behind: dict[tuple[str, str, str], tuple[Id, ...]] = {}
    rows = []
    cases = [*range(len(snapshot.cases)), *([-1] if (people.case < 0).any() else [])]
    for case in cases:
        label = snapshot.cases.labels[case] if case >= 0 else "no case"
        inside = np.flatnonzero(people.case == case).tolist()
        counts = []
        for section, values in zip(sections, labelled, strict=True):
            found = {column: [person for person in inside if column in values[person]] for column in section.labels}
            behind |= {(label, section.name, column): _ids(snapshot, those) for column, those in found.items()}
            counts.append(tuple(len(found[column]) for column in section.labels))
        rows.append(SampleRow(label, _group(snapshot, options.grouping, case), tuple(counts)))
    table = checked_sample(tuple(sections), tuple(rows))
    warnings = (snapshot.invented,) if snapshot.invented else ()
    return SampleTable(
        table.sections, table.rows, table.subtotals, table.total, behind, warnings, snapshot.version
    )  # fmt: skip


def _ids(snapshot: Snapshot, people: list[int]) -> tuple[Id, ...]:
    return tuple(snapshot.participants.ids[person] for person in people)


def _group(snapshot: Snapshot, grouping: str, case: int) -> str:
    variable = snapshot.variable(grouping, "case") if grouping else snapshot.primary
    if variable is None or case < 0:
        return ""
    return " and ".join(variable.values[case])


def _sum(label: str, group: str, rows: list[SampleRow], sections: tuple[Section, ...] = ()) -> SampleRow:
    if not rows:
        return SampleRow(label, group, tuple((0,) * len(section.labels) for section in sections))
    counts = tuple(
        tuple(sum(column) for column in zip(*parts, strict=True))
        for parts in zip(*(row.counts for row in rows), strict=True)
    )
    return SampleRow(label, group, counts)


def _banded(variable: Variable, values: tuple[str, ...], bands: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(_band(value, bands) for value in values) if variable.type == "number" and bands else values


def _band(value: str, bands: tuple[int, ...]) -> str:
    try:
        number = float(value)
    except ValueError:
        return NOT_KNOWN
    below = [band for band in bands if band <= number]
    return _band_names(bands)[len(below)]


def _band_names(bands: tuple[int, ...]) -> tuple[str, ...]:
    """`under 18`, `18–25`, …, `over 65`."""
    between = (f"{low}–{high - 1}" for low, high in pairwise(bands))
    return (f"under {bands[0]}", *between, f"over {bands[-1] - 1}")


def _labels(variable: Variable, values: list[tuple[str, ...]], bands: tuple[int, ...]) -> tuple[str, ...]:
    """The columns of an attribute: its levels, or its bands, of which an empty *under* is left out."""
    if variable.type != "number" or not bands:
        return variable.levels
    names = _band_names(bands)
    used = {value for those in values for value in those}
    return tuple(name for name in names if name != names[0] or name in used) + (
        (NOT_KNOWN,) if NOT_KNOWN in used else ()
    )
