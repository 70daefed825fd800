"""Tables of what participants agreed to: a row for each participant, a column for each question that was asked.

Takes csv, tsv, xlsx or ods and gives, for each participant, the fields of a consent. A blank cell says nothing and
leaves what is on record; `not asked`, `n/a` or a dash says that it was not asked. What is neither yes, no nor that is
refused with its row, and so is an end date that cannot be read without guessing.

A table of participants may have such columns too, if their names begin with `consent`.

What a careful reader would get wrong: a column called `consent` alone is not taken. Consent to take part is no consent
to be quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from crosscase.importers.columns import TABLES, plain
from crosscase.importers.tabular import read_sheets
from crosscase.model.values import date_text, yes_or_no

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "verbatim": ("verbatim", "verbatim quotation", "quotation", "quotations", "quote", "quotes", "direct quotation",
                 "direct quotes", "be quoted", "quoting", "verbatim quotes"),
    "paraphrase": ("paraphrase", "paraphrasing", "be paraphrased"),
    "archive": ("archive", "archiving", "be archived", "deposit", "data sharing", "sharing", "reuse"),
    "machine": ("machine", "machine assistance", "machines", "ai", "ai assistance", "automatic processing"),
    "recontact": ("recontact", "re contact", "be contacted again", "contact again", "being contacted again",
                  "follow up", "recontacting"),
    "until": ("until", "end", "end date", "ends", "ends on", "expires", "expiry", "valid until"),
    "note": ("note", "notes", "comment", "comments", "remark"),
}  # fmt: skip
"""What the columns may be called; `consent`, `consent to` and `consented to` may stand before each."""

_NOT_ASKED: Final = frozenset({"not asked", "n/a", "na", "-", "–", "—", "unknown", "not recorded"})
_BEFORE: Final = ("consented to ", "consents to ", "consent to ", "consent for ", "consent ", "agrees to ")


class ConsentRow(msgspec.Struct, frozen=True):
    """What a table says of one participant: their identifier, and the fields that are said something about."""

    place: str
    identifier: str
    fields: dict[str, str]


class ConsentTable(msgspec.Struct, frozen=True):
    """What a table says.

    Attributes:
        rows: one for each participant.
        refusals: what could not be read, each with its row.
        fields: those that the table has a column for.
        left: columns that were not taken.
    """

    rows: tuple[ConsentRow, ...]
    refusals: tuple[str, ...]
    fields: tuple[str, ...]
    left: tuple[str, ...]


def field_of(column: str) -> str:
    """Which field of a consent a column is; empty for none."""
    name = plain(column)
    names = {name, *(name.removeprefix(before) for before in _BEFORE if name.startswith(before))}
    return next((field for field, known in COLUMNS.items() if names & set(known)), "")


def read_consents(path: Path) -> ConsentTable:
    """The first table of a file.

    Raises:
        UnreadableError: it cannot be read as what its ending says, or holds no cells.
    """
    sheet = read_sheets(path)[0]
    fields: dict[str, int] = {}
    left: list[str] = []
    who: int | None = None
    for at, column in enumerate(sheet.columns):
        field = field_of(column)
        if who is None and plain(column) in {*TABLES["participants"]["identifier"], "participants"}:
            who = at
        elif field and field not in fields:
            fields[field] = at
        else:
            left.append(column)
    refusals = [f"{one.place}: {one.reason}" for one in sheet.refusals]
    if who is None:
        refusals.append("no column names the participants; call one of them 'participant'.")
    if not fields:
        refusals.append(f"no column says what was agreed to; they are called {', '.join(COLUMNS)}.")
    if who is None or not fields:
        return ConsentTable((), tuple(refusals), tuple(fields), tuple(left))
    rows: dict[str, ConsentRow] = {}
    for row in sheet.rows:
        place, identifier = sheet.place(row), row.cells[who]
        said, problems = _said({field: row.cells[at] for field, at in fields.items()})
        refusals += [f"{place}: {problem}" for problem in problems]
        if not identifier:
            refusals.append(f"{place}: there is no participant.")
        elif identifier.casefold() in rows:
            refusals.append(f"{place}: {identifier} stands there twice.")
        else:
            rows[identifier.casefold()] = ConsentRow(place, identifier, said)
    return ConsentTable(tuple(rows.values()), tuple(refusals), tuple(fields), tuple(left))


def consent_column(column: str) -> str:
    """Which field a column of another table is, when it says that it is about consent; empty for none."""
    return field_of(column) if plain(column).startswith(_BEFORE) else ""


def consent_of(cells: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """What the columns of another table say of a participant's consent, and what could not be read."""
    said, problems = _said({consent_column(column): cell for column, cell in cells.items() if consent_column(column)})
    return {field: value for field, value in said.items() if value}, problems


def _said(cells: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The fields that a row says something about, and what could not be read."""
    said: dict[str, str] = {}
    problems: list[str] = []
    for field, cell in cells.items():
        if not cell:
            continue
        if field == "note":
            said[field] = cell
        elif field == "until":
            day = _day(cell)
            said[field] = day
            problems += [] if day else [f"{cell!r} is no day; write it as 2027-03-31."]
        else:
            answer = "not asked" if cell.casefold() in _NOT_ASKED else yes_or_no(cell)
            said[field] = answer or ""
            problems += [] if answer else [f"{cell!r} is neither yes nor no ({field})."]
    return said, problems


def _day(cell: str) -> str:
    try:
        return date.fromisoformat(date_text(cell) or "").isoformat()
    except ValueError:
        return ""
