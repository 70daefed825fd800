"""Study tables → records: cases, participants, documents, the frame, codebooks, attributes, recruitment.

Takes all tables of an import together, since they refer to each other, and reads them in the order in which they
do. A table that cannot be recognised is refused with its columns named, and the others are read. Columns
that are no field become attributes with an inferred type, shown in the choices; `Options.types`
overrides it (`{"participant.age": "number"}`).

Gives the bundle of everything but documents, and the rows of documents tables, which wait for their files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from crosscase.importers.collected import Collected, as_choices
from crosscase.importers.columns import recognise
from crosscase.importers.foreign import said_of_rows
from crosscase.importers.options import Options, People
from crosscase.importers.people_tables import (
    add_missing,
    read_cases,
    read_frame,
    read_participants,
    read_recruitment,
    read_roles,
)
from crosscase.importers.source_tables import (
    Described,
    read_attributes,
    read_codebook,
    read_documents,
    read_interviews,
)
from crosscase.importers.tabular import BOOK_SUFFIXES, TEXT_SUFFIXES, Sheet, read_sheets
from crosscase.model.bundle import Bundle, InterviewRecord, Refusal

SUFFIXES: tuple[str, ...] = (*TEXT_SUFFIXES, *BOOK_SUFFIXES)

_LOOKED_AT = 200
_KINDS = "cases, participants, documents, interviews, roles, frame, codebook, attributes or recruitment"


class StudyTables(msgspec.Struct, frozen=True, kw_only=True):
    """What tables hold: records, and documents that wait for their files."""

    bundle: Bundle
    documents: tuple[Described, ...]
    people: People


def identify(path: Path, head: bytes) -> bool:
    """Whether the name is that of a table."""
    return path.suffix.lower() in SUFFIXES and bool(head)


def read(path: Path, options: Options) -> Bundle:
    """The tables of one file, without the documents that it may describe.

    Raises:
        UnreadableError: it cannot be read as a table.
    """
    return read_tables(read_sheets(path, encoding=options.encoding), options).bundle


def read_tables(sheets: Sequence[Sheet], options: Options) -> StudyTables:
    """All tables of an import."""
    collected = Collected(options)
    by_kind: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        collected.refusals.extend(sheet.refusals)
        for what in sheet.choices:
            collected.choose(sheet.file, what)
        kind = recognise(sheet)
        if kind:
            by_kind.setdefault(kind, []).append(sheet)
        else:
            collected.refusals.append(_unknown(sheet))
    for sheet in by_kind.get("cases", ()):
        read_cases(sheet, collected)
    for sheet in by_kind.get("roles", ()):
        read_roles(sheet, collected)
    for sheet in by_kind.get("participants", ()):
        read_participants(sheet, collected)
    for sheet in by_kind.get("attributes", ()):
        read_attributes(sheet, collected)
    targets = tuple(one for sheet in by_kind.get("frame", ()) for one in read_frame(sheet, collected))
    log = tuple(one for sheet in by_kind.get("recruitment", ()) for one in read_recruitment(sheet, collected))
    meetings = tuple(one for sheet in by_kind.get("interviews", ()) for one in read_interviews(sheet, collected))
    codes = tuple(one for sheet in by_kind.get("codebook", ()) for one in read_codebook(sheet, collected))
    documents = tuple(one for sheet in by_kind.get("documents", ()) for one in read_documents(sheet, collected))
    named = [sheet.file for kind in ("participants", "documents") for sheet in by_kind.get(kind, ())]
    add_missing(collected, [(one.case, one.participants) for one in documents], next(iter(named), ""))
    attributes = collected.settle()
    bundle = Bundle(
        cases=tuple(collected.cases.values()),
        roles=tuple(collected.roles.values()),
        participants=tuple(collected.participants.values()),
        attributes=attributes,
        targets=targets,
        recruitment=log,
        interviews=_all_interviews(meetings, documents),
        codes=codes,
        choices=as_choices(collected),
        refusals=tuple(collected.refusals),
    )
    return StudyTables(bundle=bundle, documents=documents, people=collected.known())


def _unknown(sheet: Sheet) -> Refusal:
    shown = ", ".join(sheet.columns[:6]) + (" …" if len(sheet.columns) > 6 else "")
    place = f"sheet {sheet.name}" if sheet.file.endswith(BOOK_SUFFIXES) else ""
    reason = said_of_rows([row.cells for row in sheet.rows[:_LOOKED_AT]]) or (
        f"Its columns ({shown}) are those of no study table. Name the file or sheet {_KINDS}; coded quotations have "
        "columns 'quotation' and 'code'; a survey is read with --format survey."
    )
    return Refusal(file=sheet.file, place=place, reason=reason)


def _all_interviews(
    listed: tuple[InterviewRecord, ...], documents: tuple[Described, ...]
) -> tuple[InterviewRecord, ...]:
    """Interviews of both tables: one that stands in the table of interviews is as it says there."""
    named = {one.name: one for one in listed}
    own = set(named)
    for document in documents:
        meeting = document.interview
        if meeting is None or meeting.name in own:
            continue
        before = named.get(meeting.name)
        if before is not None:
            # Two documents of one meeting, such as a transcript for each participant.
            everyone = tuple(dict.fromkeys((*before.participants, *meeting.participants)))
            meeting = msgspec.structs.replace(before, participants=everyone)
        named[meeting.name] = meeting
    return tuple(named.values())
