"""Tables of documents and interviews, codebooks, and tables of attributes.

A row of a documents table says about a file what the file cannot: whose words it holds, of which case, when and by
whom it was asked. It becomes a document once the file has been read, and an interview where it names an
interviewer, participants or a length. A row without a file is an interview that has no text yet.

`turns`, `words` and `speakers` in a documents table are not believed: they are counted afresh, and where the
number of turns differs the import says so.
"""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import PurePosixPath
from typing import cast, get_args

import msgspec

from crosscase.importers.collected import Collected
from crosscase.importers.columns import Reader
from crosscase.importers.options import People, folded
from crosscase.importers.people_tables import several
from crosscase.importers.tabular import Row, Sheet
from crosscase.importers.times import milliseconds
from crosscase.importers.values import canonical, is_day_first, iso_date
from crosscase.model.bundle import AttributeRecord, CodeRecord, InterviewRecord
from crosscase.model.people import AttributeType, Subject
from crosscase.model.sources import SourceKind

_BETWEEN = re.compile(r"[;|,\n]")
_CLOCK = re.compile(r"\d+:\d\d(?::\d\d)?")
_MINUTES = re.compile(r"(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes)?\.?", re.IGNORECASE)
_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a documents table; `file` as it stands there, relative to the table's folder."""

    sheet: Sheet
    row: Row
    key: str
    file: str
    name: str
    case: str
    participants: tuple[str, ...]
    interview: InterviewRecord | None
    interviewers: tuple[str, ...]
    language: str
    date: str
    nature: str
    turns: str
    attributes: dict[str, str]


def read_documents(sheet: Sheet, collected: Collected) -> tuple[Described, ...]:
    """A row for each document."""
    plain = Reader(sheet, "documents")
    other = any(plain(row, "nature") not in {"", *_KINDS} for row in sheet.rows)
    read = Reader(sheet, "documents", without={"nature": None} if other else None)
    known = collected.known()
    day_first = is_day_first([read(row, "date") for row in sheet.rows])
    seen: dict[str, int] = {}
    files: dict[str, int] = {}
    found: list[Described] = []
    for row in sheet.rows:
        file = read(row, "file")
        key = read(row, "key") or _key_of(file, seen)
        if not collected.is_new(sheet, row, "document", key, seen):
            continue
        if file and not collected.is_new(sheet, row, "file", file, files):
            continue
        case = collected.case(sheet, row, read(row, "case"))
        people = _participants(sheet, row, read(row, "participants"), collected, known)
        if case is None or people is None:
            continue
        interview = _interview(read, row, read(row, "interview") or key, case, people, day_first=day_first)
        described = Described(
            sheet=sheet,
            row=row,
            key=key,
            file=file,
            name=read(row, "name") or key,
            case=case or _case_of(people, collected),
            participants=people,
            interview=interview if _is_meeting(interview) or read(row, "interview") else None,
            interviewers=interview.interviewers,
            language=read(row, "language"),
            date=interview.date,
            nature=read(row, "nature"),
            turns=read(row, "turns"),
            attributes=collected.keep("source", sheet, row, _with_part(read, row)),
        )
        found.append(described)
    afresh = [sheet.columns[read.fields[field]] for field in ("words", "speakers") if read.has(field)]
    if afresh:
        collected.choose(sheet.file, f"Counted afresh, not taken from the table: {', '.join(afresh)}.")
    return tuple(found)


def _key_of(file: str, seen: Container[str]) -> str:
    """A key for a document that has none: its file's name, or as much of its path as is needed to differ."""
    whole = PurePosixPath(file.replace("\\", "/"))
    keys = (whole.stem, str(whole.with_suffix("")) if whole.name else "", str(whole))
    return next((key for key in keys if key not in seen), keys[0]) if file else ""


def _with_part(read: Reader, row: Row) -> dict[str, str]:
    """Attributes of a document; the round is one too, so that documents can be compared by it."""
    values = read.rest(row)
    if part := read(row, "part"):
        values[read.sheet.columns[read.fields["part"]]] = part
    return values


def _is_meeting(interview: InterviewRecord) -> bool:
    return bool(interview.participants or interview.interviewers or interview.minutes)


def _case_of(people: tuple[str, ...], collected: Collected) -> str:
    """The case of the participants, when they all have the same."""
    cases = {collected.participants[one].case for one in people if one in collected.participants}
    return cases.pop() if len(cases) == 1 else ""


def _participants(sheet: Sheet, row: Row, value: str, collected: Collected, known: People) -> tuple[str, ...] | None:
    """The identifiers that are named; None, and the row refused: one of them is nobody's."""
    if not collected.has_participants:
        return several(value, _BETWEEN)
    if value in known.by_identifier:
        return (value,)
    found: list[str] = []
    for name in several(value, _BETWEEN):
        if name in known.by_identifier:
            found.append(name)
            continue
        fits = known.by_name.get(folded(name), ())
        if len(fits) != 1:
            collected.refuse(
                sheet, row, f"There is no participant {name!r}." if not fits else f"{name!r} fits several."
            )
            return None
        found.append(fits[0].identifier)
    return tuple(dict.fromkeys(found))


def _interview(
    read: Reader, row: Row, name: str, case: str, people: tuple[str, ...], *, day_first: bool | None
) -> InterviewRecord:
    day = read(row, "date")
    return InterviewRecord(
        name=name,
        case=case,
        participants=people,
        date=iso_date(day, day_first=day_first) or day,
        minutes=_minutes(read(row, "minutes")),
        mode=read(row, "mode"),
        interviewers=several(read(row, "interviewers"), _BETWEEN),
        others=read(row, "others"),
        part=read(row, "part"),
    )


def _minutes(value: str) -> int | None:
    if _CLOCK.fullmatch(value):
        # Two numbers are hours and minutes here: nobody notes the seconds of an interview.
        return round(milliseconds(value if value.count(":") == 2 else f"{value}:00") / 60_000)
    found = _MINUTES.fullmatch(value)
    return round(float(found[1])) if found else None


def read_interviews(sheet: Sheet, collected: Collected) -> tuple[InterviewRecord, ...]:
    """A row for each interview."""
    read = Reader(sheet, "interviews")
    known = collected.known()
    day_first = is_day_first([read(row, "date") for row in sheet.rows])
    seen: dict[str, int] = {}
    found: list[InterviewRecord] = []
    for row in sheet.rows:
        if not collected.is_new(sheet, row, "interview", read(row, "name"), seen):
            continue
        case = collected.case(sheet, row, read(row, "case"))
        people = _participants(sheet, row, read(row, "participants"), collected, known)
        if case is None or people is None:
            continue
        interview = _interview(read, row, read(row, "name"), case, people, day_first=day_first)
        if read(row, "minutes") and interview.minutes is None:
            collected.refuse(sheet, row, f"{read(row, 'minutes')!r} is no length in minutes.", "minutes")
        attributes = collected.keep("interview", sheet, row, read.rest(row))
        found.append(msgspec.structs.replace(interview, attributes=attributes))
    return tuple(found)


def read_codebook(sheet: Sheet, collected: Collected) -> tuple[CodeRecord, ...]:
    """A row for each code; parents are named by key or by name."""
    read = Reader(sheet, "codebook")
    flags = all(canonical(read(row, "category"), "boolean") for row in sheet.rows if read(row, "category"))
    named: dict[str, str] = {}
    seen: dict[str, int] = {}
    kept: list[tuple[Row, str]] = []
    for row in sheet.rows:
        key = read(row, "key") or read(row, "name")
        if collected.is_new(sheet, row, "code", key, seen):
            named.setdefault(read(row, "name"), key)
            kept.append((row, key))
    codes: list[CodeRecord] = []
    above: dict[str, None] = {}
    for row, key in kept:
        # A column called category names the parent, unless it only says yes or no.
        parent = read(row, "parent") or ("" if flags else read(row, "category"))
        over = parent if parent in seen else named.get(parent, "")
        if parent and not over:
            over = parent
            if read.has("parent"):
                collected.refuse(sheet, row, f"There is no code {parent!r} for its parent; the code is taken without.")
                over = ""
            else:
                above[parent] = None
        codes.append(
            CodeRecord(
                key=key,
                name=read(row, "name") or key,
                parent=over if over != key else "",
                definition=read(row, "definition"),
                inclusion=read(row, "inclusion"),
                exclusion=read(row, "exclusion"),
                example=read(row, "example"),
                colour=read(row, "colour"),
                category=flags and canonical(read(row, "category"), "boolean") == "yes",
            )
        )
    return (*(CodeRecord(key=name, name=name, category=True) for name in above), *codes)


def read_attributes(sheet: Sheet, collected: Collected) -> None:
    """Declarations of attributes, or values: one a row, or a column for each attribute."""
    read = Reader(sheet, "attributes")
    for row in sheet.rows:
        if read.has("type") and read.has("name"):
            _declare(read, row, collected)
        else:
            _value(read, row, collected)


def _declare(read: Reader, row: Row, collected: Collected) -> None:
    name, kind, about = read(row, "name"), read(row, "type").casefold(), read(row, "subject").casefold()
    subject = {"": "participant", "cases": "case", "participants": "participant", "document": "source"}.get(
        about, about
    )
    if kind not in get_args(AttributeType) or subject not in get_args(Subject) or not name:
        reason = f"An attribute needs a name, one of {', '.join(get_args(Subject))}, and a type: "
        collected.refuse(read.sheet, row, f"{reason}{', '.join(get_args(AttributeType))}.")
        return
    record = AttributeRecord(
        subject=cast("Subject", subject),
        name=name,
        type=cast("AttributeType", kind),
        options=several(read(row, "options")),
        grouping=canonical(read(row, "grouping"), "boolean") == "yes",
        inferred=False,
    )
    collected.declared[record.subject, folded(name)] = record


def _value(read: Reader, row: Row, collected: Collected) -> None:
    identifier, code = read(row, "participant"), read(row, "case")
    subject: Subject = "participant" if read.has("participant") else "case"
    owner = collected.participants.get(identifier) if subject == "participant" else collected.cases.get(code)
    if owner is None:
        collected.refuse(read.sheet, row, f"There is no {subject} {identifier or code!r}.")
        return
    long = read.has("name") and read.has("value")
    values = {read(row, "name"): read(row, "value")} if long else read.rest(row)
    for name, text in values.items():
        if name in owner.attributes:
            collected.refuse(read.sheet, row, f"{name!r} has a value already.", name)
        elif text:
            owner.attributes[name] = text
            collected.keep(subject, read.sheet, row, {name: text}, among=owner.attributes)
