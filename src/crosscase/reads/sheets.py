"""Cases and participants as sheets: a line for each, a column for each thing that is known of them.

Every cell is the text that a person would type into it, so that what is read here can be written back by
`verbs.sheets`: cases by their codes, roles by their names, values as canonical text.

What a careful reader would get wrong: an empty consent cell was *not asked*, which is no refusal. And a participant's
real name stands in no sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from crosscase.model import Attribute, AttributeValue, Case, Consent, Id, Participant, Role, Source
from crosscase.model.people import AttributeType
from crosscase.reads.lookup import Rows

SheetOf = Literal["case", "participant"]
Part = Literal["own", "attribute", "consent", "count"]

CONSENT: Final = {
    "verbatim": "May be quoted", "paraphrase": "May be paraphrased", "archive": "May be archived",
    "machine": "A machine may be given it", "recontact": "May be asked again", "until": "Consent until",
}  # fmt: skip
OWN: Final[Mapping[SheetOf, tuple[tuple[str, str, AttributeType], ...]]] = {
    "case": (("code", "Code", "text"), ("name", "Name", "text"), ("description", "Description", "text")),
    "participant": (
        ("identifier", "Identifier", "text"), ("case", "Case", "one-of"), ("role", "Sampling role", "one-of"),
        ("note", "Note", "text"),
    ),
}  # fmt: skip
NOT_ASKED: Final = "not asked"


class SheetColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column.

    Attributes:
        key: `identifier`, `consent.verbatim`, … or the id of an attribute.
        part: what it belongs to; counts cannot be written.
    """

    key: str
    heading: str
    type: AttributeType
    part: Part
    options: tuple[str, ...] = ()
    grouping: bool = False
    note: str = ""


class SheetRow(msgspec.Struct, frozen=True):
    """A line: the id of the case or participant, and a cell for every column."""

    id: Id
    cells: tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet."""

    of: SheetOf
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]


def columns_of(rows: Rows, of: SheetOf) -> tuple[SheetColumn, ...]:
    """The columns of a sheet, in their order."""
    cases = tuple(case.code for case in living_cases(rows))
    roles = tuple(role.name for role in sorted(rows.rows(Role), key=lambda one: (one.position, one.name)))
    options = {"case": cases, "role": roles}
    own = [SheetColumn(key=k, heading=h, type=t, part="own", options=options.get(k, ())) for k, h, t in OWN[of]]
    attributes = sorted(rows.rows(Attribute, subject=of), key=lambda one: (not one.grouping, one.name.casefold()))
    variables = [
        SheetColumn(
            key=one.id, heading=one.name, type=one.type, part="attribute", options=one.options, grouping=one.grouping,
            note=one.description,
        )
        for one in attributes
    ]  # fmt: skip
    if of == "case":
        return (*own, *variables, SheetColumn(key="participants", heading="Participants", type="number", part="count"))
    consents = [
        SheetColumn(key=f"consent.{name}", heading=heading, type="date" if name == "until" else "one-of",
                    part="consent", options=() if name == "until" else ("yes", "no", NOT_ASKED))
        for name, heading in CONSENT.items()
    ]  # fmt: skip
    return (*own, *variables, *consents, SheetColumn(key="sources", heading="Sources", type="number", part="count"))


def living_cases(rows: Rows) -> list[Case]:
    """Cases that were not merged into others, in their order."""
    there = [case for case in rows.rows(Case) if case.merged_into is None]
    return sorted(there, key=lambda case: (case.position, case.code))


class Cells:
    """What stands in the cells of a sheet now, for all lines or for some."""

    def __init__(self, rows: Rows, of: SheetOf, only: Sequence[Id] | None = None) -> None:
        """Read them.

        Args:
            rows: of the study.
            of: which sheet.
            only: the ids of the lines wanted; all, when None.
        """
        some: dict[str, object] = {} if only is None else {"of": list(only)}
        self.values = {(one.of, one.attribute): one.value for one in rows.rows(AttributeValue, **some)}
        self.cases = {one.id: one.code for one in rows.rows(Case)}
        self.roles = {one.id: one.name for one in rows.rows(Role)}
        some = {} if only is None else {"participant": list(only)}
        self._consents = {one.participant: one for one in rows.rows(Consent, **some)} if of == "participant" else {}
        self._counts: Counter[Id | None] = Counter()

    def count(self, things: Iterable[Id | None]) -> None:
        """Say how often each line is named, for the column of counts."""
        self._counts.update(things)

    def cell(self, row: Case | Participant, column: SheetColumn) -> str:
        """One cell, as a person would type it."""
        if column.part == "attribute":
            return self.values.get((row.id, column.key), "").replace("\n", "; ")
        if column.part == "consent":
            consent = self._consents.get(row.id)
            said = getattr(consent, column.key.removeprefix("consent.")) if consent else ""
            return "" if said == NOT_ASKED else said
        if column.part == "count":
            return str(self._counts[row.id])
        value = getattr(row, column.key)
        named = {"case": self.cases, "role": self.roles}.get(column.key)
        return named.get(value or "", "") if named is not None else value


def sheet(rows: Rows, of: SheetOf) -> Sheet:
    """A sheet of all cases or participants that were not merged into others."""
    columns, cells = columns_of(rows, of), Cells(rows, of)
    lines: list[Case] | list[Participant]
    if of == "case":
        lines = living_cases(rows)
        cells.count(one.case for one in rows.rows(Participant) if one.merged_into is None)
    else:
        order = {case.id: place for place, case in enumerate(living_cases(rows), 1)}
        there = [one for one in rows.rows(Participant) if one.merged_into is None]
        lines = sorted(there, key=lambda one: (order.get(one.case or "", 0), one.identifier))
        cells.count(one.participant for one in rows.rows(Source))
    return Sheet(
        of=of, columns=columns,
        rows=tuple(SheetRow(one.id, tuple(cells.cell(one, column) for column in columns)) for one in lines),
    )  # fmt: skip
