"""What the columns of study tables may be called, and which table a sheet is.

Names are compared without regard to case, underscores, hyphens and dots, so `Case_ID` is `case id`. A table is
recognised by its name (`participants.csv`, the sheet *Participants*) when the columns it needs are there, else by its
columns alone. A name in two fields' lists goes to the field that stands first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crosscase.importers.tabular import Row, Sheet

_APART = re.compile(r"[\s_\-.]+")

_CASE = ("case id", "case code", "case", "site id", "site", "organisation", "organization", "service", "team")
_PARTICIPANT = (
    "participant id", "participant", "participant code", "participant identifier", "identifier", "pid",
    "interviewee id", "interviewee", "respondent id", "respondent", "person id", "person",
)  # fmt: skip
_PARTICIPANTS = (*_PARTICIPANT, "participants", "participant ids", "interviewees", "respondents")
_ROLE = ("role", "sampling role", "stakeholder group", "stakeholder", "participant group")
_INTERVIEWERS = (
    "interviewer", "interviewers", "examined by", "interviewed by", "asked by", "conducted by", "moderator",
    "facilitator",
)  # fmt: skip
_MEETING: dict[str, tuple[str, ...]] = {
    "date": ("date", "interview date", "date of interview", "recorded", "recorded on"),
    "interviewers": _INTERVIEWERS,
    "minutes": ("minutes", "mins", "duration minutes", "length minutes", "duration", "length"),
    "mode": ("mode", "place or mode", "interview mode", "medium"),
    "others": ("others present", "others"),
    "part": ("part", "round", "wave", "time point", "session", "visit"),
}

TABLES: dict[str, dict[str, tuple[str, ...]]] = {
    "documents": {
        "key": ("document id", "document", "source id", "source", "transcript id", "key", "id"),
        "file": ("file", "filename", "file name", "path", "transcript file", "transcript"),
        "name": ("name", "title"),
        "case": _CASE,
        "participants": _PARTICIPANTS,
        "interview": ("interview id", "interview"),
        "language": ("language", "lang"),
        "nature": ("nature",),
        "turns": ("turns", "number of turns"),
        "words": ("words", "word count", "number of words"),
        "speakers": ("speakers",),
        **_MEETING,
    },
    "interviews": {
        "name": ("interview id", "interview", "name", "id"),
        "case": _CASE,
        "participants": _PARTICIPANTS,
        **_MEETING,
    },
    "recruitment": {
        "case": _CASE,
        "role": _ROLE,
        "step": ("step", "outcome", "status"),
        "count": ("count", "number", "n"),
        "approached": ("approached", "invited"),
        "declined": ("declined", "refused"),
        "withdrew": ("withdrew", "withdrawn"),
        "reason": ("reason", "reasons"),
        "date": ("date",),
    },
    "frame": {
        "case": _CASE,
        "role": _ROLE,
        "planned": ("planned", "target", "planned number", "quota", "aim", "number", "n"),
    },
    "attributes": {
        "subject": ("subject", "applies to", "about"),
        "name": ("attribute", "variable", "name"),
        "type": ("type",),
        "options": ("options", "levels", "categories", "values"),
        "grouping": ("grouping", "is grouping"),
        "value": ("value",),
        "participant": _PARTICIPANT,
        "case": _CASE,
    },
    "codebook": {
        "name": ("code", "code name", "name", "label", "tag"),
        "key": ("code id", "key", "id"),
        "parent": ("parent", "parent code", "parent id", "under"),
        "definition": ("definition", "description", "meaning"),
        "inclusion": ("inclusion", "include", "includes", "inclusion criteria", "when to use", "use when"),
        "exclusion": ("exclusion", "exclude", "excludes", "exclusion criteria", "when not to use"),
        "example": ("example", "examples", "quotation", "quote"),
        "colour": ("colour", "color"),
        "category": ("is category", "category"),
    },
    "roles": {
        "name": ("role", "sampling role", "name"),
        "codes": ("codes", "code", "identifier codes", "identifier code"),
    },
    "participants": {
        "identifier": (*_PARTICIPANT, "id", "pseudonym"),
        "case": _CASE,
        "role": _ROLE,
        "code": ("role code", "identifier code", "code"),
        "name": ("name", "real name", "full name"),
        "labels": ("speaker label", "speaker labels", "labels", "label", "speaker", "called"),
    },
    "cases": {
        "code": (*_CASE, "code", "id"),
        "name": ("name", "case name", "title", "full name"),
        "description": ("description", "about", "notes", "note"),
    },
}

_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    # Each line: any of these sets of fields is enough when the table has the right name.
    "documents": (("file",), ("key",)),
    "interviews": (("name",),),
    "recruitment": (("case", "role", "step", "count"), ("case", "role", "approached"), ("case", "role", "declined")),
    "frame": (("case",), ("role",)),
    "attributes": (("name", "type"), ("name", "value"), ("participant",), ("case",)),
    "codebook": (("name",),),
    "roles": (("name",),),
    "participants": (("identifier",),),
    "cases": (("code",), ("name",)),
}
_TELLING: tuple[tuple[str, tuple[str, ...]], ...] = (
    # What is enough under any other name, tried in this order.
    ("documents", ("file",)),
    ("recruitment", ("case", "role", "step", "count")),
    ("recruitment", ("case", "role", "approached")),
    ("frame", ("case", "role", "planned")),
    ("interviews", ("name", "minutes")),
    ("codebook", ("name", "definition")),
    ("codebook", ("name", "parent")),
    ("codebook", ("name", "inclusion")),
    ("attributes", ("name", "type", "subject")),
    ("participants", ("identifier", "case")),
    ("participants", ("identifier", "role")),
)
_PLAIN_KEYS = frozenset({"id", "name", "key", "pseudonym", "n", "number"})
_NAMES = {
    "documents": ("documents", "document", "sources", "transcripts"),
    "interviews": ("interviews", "interview"),
    "recruitment": ("recruitment", "recruitment log"),
    "frame": ("frame", "sampling frame", "sample frame", "targets"),
    "attributes": ("attributes", "variables", "participant attributes", "case attributes"),
    "codebook": ("codebook", "codes", "code system", "codeframe", "code frame"),
    "roles": ("roles", "sampling roles"),
    "participants": ("participants", "participant", "people", "interviewees", "sample"),
    "cases": ("cases", "case", "sites"),
}


def plain(name: str) -> str:
    """A column's name for comparing: `Case_ID` is `case id`."""
    return _APART.sub(" ", name.casefold()).strip()


def match(columns: tuple[str, ...], table: str) -> dict[str, int]:
    """Which field of a table stands in which column, by the order in which names are preferred."""
    places = {plain(column): place for place, column in reversed(list(enumerate(columns)))}
    taken: set[int] = set()
    fields: dict[str, int] = {}
    for field, names in TABLES[table].items():
        place = next((places[name] for name in names if name in places and places[name] not in taken), None)
        if place is not None:
            fields[field] = place
            taken.add(place)
    return fields


def recognise(sheet: Sheet) -> str:
    """Which study table a sheet is; empty: none."""
    name = plain(sheet.name)
    for table, names in _NAMES.items():
        if name in names:
            fields = match(sheet.columns, table)
            if any(all(field in fields for field in needed) for needed in _NEEDED[table]):
                return table
    for table, needed in _TELLING:
        fields = match(sheet.columns, table)
        # A mere `id` or `name` tells nothing of what the table is about.
        if all(field in fields and plain(sheet.columns[fields[field]]) not in _PLAIN_KEYS for field in needed):
            return table
    places = {plain(column) for column in sheet.columns}
    return "cases" if places & {"case", "case id", "case code"} else ""


class Reader:
    """Reads the fields of a sheet's rows."""

    def __init__(self, sheet: Sheet, table: str, *, without: Mapping[str, object] | None = None) -> None:
        self.sheet = sheet
        self.fields = {
            field: place for field, place in match(sheet.columns, table).items() if field not in (without or {})
        }
        used = set(self.fields.values())
        self.others = [(column, place) for place, column in enumerate(sheet.columns) if place not in used]

    def __call__(self, row: Row, field: str) -> str:
        """The text of a field; empty where the table has no such column."""
        place = self.fields.get(field)
        return row.cells[place] if place is not None else ""

    def rest(self, row: Row) -> dict[str, str]:
        """The columns that are no field: values of attributes, blank ones left out."""
        return {column: row.cells[place] for column, place in self.others if row.cells[place]}

    def has(self, field: str) -> bool:
        """Whether there is a column for it."""
        return field in self.fields
