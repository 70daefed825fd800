"""Tables of cases, sampling roles and participants, the frame and the recruitment log.

Each function takes a sheet and adds records to what is collected. A frame may be long (a row for each case
and role) or wide (a row for each case and a column for each role, or the other way round).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args

from crosscase.importers.collected import Collected
from crosscase.importers.columns import Reader, plain
from crosscase.importers.consent_tables import consent_column, consent_of
from crosscase.importers.tabular import Row, Sheet
from crosscase.importers.values import iso_date
from crosscase.model.bundle import CaseRecord, ParticipantRecord, RecruitmentRecord, RoleRecord, TargetRecord

Step = Literal["approached", "declined", "withdrew"]

_STEPS: dict[str, Step] = {
    "approached": "approached", "invited": "approached", "contacted": "approached",
    "declined": "declined", "refused": "declined",
    "withdrew": "withdrew", "withdrawn": "withdrew", "dropped out": "withdrew",
}  # fmt: skip
_SUMS = frozenset({"total", "sum", "all", "subtotal"})
_BETWEEN = re.compile(r"[;|\n]")


def several(value: str, between: re.Pattern[str] = _BETWEEN) -> tuple[str, ...]:
    """The parts of a cell that holds several things."""
    return tuple(dict.fromkeys(part.strip() for part in between.split(value) if part.strip()))


def read_cases(sheet: Sheet, collected: Collected) -> None:
    """A row for each case."""
    read = Reader(sheet, "cases")
    seen: dict[str, int] = {}
    for row in sheet.rows:
        code = read(row, "code") or read(row, "name")
        if not collected.is_new(sheet, row, "case", code, seen):
            continue
        if code in collected.cases:
            collected.refuse(sheet, row, f"The case {code!r} stands in another table too.")
            continue
        attributes = collected.keep("case", sheet, row, read.rest(row))
        collected.cases[code] = CaseRecord(
            code=code, name=read(row, "name"), description=read(row, "description"), attributes=attributes
        )
    collected.has_cases = True


def read_roles(sheet: Sheet, collected: Collected) -> None:
    """A row for each sampling role."""
    read = Reader(sheet, "roles")
    seen: dict[str, int] = {}
    for row in sheet.rows:
        name = read(row, "name")
        if collected.is_new(sheet, row, "sampling role", name, seen):
            codes = several(read(row, "codes"), re.compile(r"[;|,\s]+"))
            collected.roles[name] = RoleRecord(name=name, codes=codes)


def read_participants(sheet: Sheet, collected: Collected) -> None:
    """A row for each participant; columns like `consent to quotation` are no attributes."""
    read = Reader(sheet, "participants")
    seen: dict[str, int] = {}
    for row in sheet.rows:
        identifier = read(row, "identifier")
        if not collected.is_new(sheet, row, "participant", identifier, seen):
            continue
        if identifier in collected.participants:
            collected.refuse(sheet, row, f"The participant {identifier!r} stands in another table too.")
            continue
        case = collected.case(sheet, row, read(row, "case"))
        if case is None:
            continue
        consent, problems = consent_of(read.rest(row))
        for problem in problems:
            collected.refuse(sheet, row, f"{identifier}: {problem}")
        rest = {column: cell for column, cell in read.rest(row).items() if not consent_column(column)}
        collected.participants[identifier] = ParticipantRecord(
            identifier=identifier,
            case=case,
            role=read(row, "role"),
            code=read(row, "code"),
            name=read(row, "name"),
            labels=several(read(row, "labels")),
            attributes=collected.keep("participant", sheet, row, rest),
            consent=consent,
        )
    collected.has_participants = True


def add_missing(collected: Collected, documents: Iterable[tuple[str, tuple[str, ...]]], file: str) -> None:
    """Cases, participants and sampling roles that are named and that no table lists.

    Args:
        documents: case and participants of each document.
        file: where they are named, for the report.
    """
    everyone = collected.participants
    cases = dict.fromkeys(one.case for one in everyone.values() if one.case)
    fresh: dict[str, str] = {}
    for case, named in documents:
        cases.update({case: None} if case else {})
        for identifier in named:
            fresh.setdefault(identifier, case)
    if cases and not collected.has_cases:
        collected.cases.update({code: CaseRecord(code=code) for code in cases})
        collected.choose(file, f"There is no table of cases; {len(cases)} were made from those that are named.")
    if fresh and not collected.has_participants:
        everyone.update({key: ParticipantRecord(identifier=key, case=case) for key, case in fresh.items()})
        collected.choose(file, f"There is no table of participants; {len(fresh)} were made from those that are named.")
    _add_roles(collected, file)


def _add_roles(collected: Collected, file: str) -> None:
    listed = {code for role in collected.roles.values() for code in role.codes} | set(collected.roles)
    fresh: dict[str, dict[str, None]] = {}
    for one in collected.participants.values():
        if one.role and one.role not in listed:
            fresh.setdefault(one.role, {}).update({one.code: None} if one.code else {})
    collected.roles.update({name: RoleRecord(name=name, codes=tuple(codes)) for name, codes in fresh.items()})
    if fresh:
        collected.choose(file, f"Sampling roles are taken from the participants: {', '.join(fresh)}.")


def read_frame(sheet: Sheet, collected: Collected) -> tuple[TargetRecord, ...]:
    """How many of each sampling role were planned in each case."""
    read = Reader(sheet, "frame")
    if not (read.has("case") and read.has("role")):
        # In a wide frame a column called `n` is a case or a role like its neighbours.
        read = Reader(sheet, "frame", without={"planned": None})
    targets: dict[tuple[str, str], TargetRecord] = {}
    for row in sheet.rows:
        for case_named, role, number, column in _cells(read, row):
            case = collected.case(sheet, row, case_named)
            if case is None:
                break
            if not number.isdecimal():
                collected.refuse(sheet, row, f"{number!r} is no number of participants.", column)
            elif (case, role) in targets:
                collected.refuse(sheet, row, f"The cell {case} × {role} stands there twice.", column)
            else:
                targets[case, role] = TargetRecord(case=case, role=role, planned=int(number))
                if role not in collected.roles and not any(role in one.codes for one in collected.roles.values()):
                    collected.roles[role] = RoleRecord(name=role)
    return tuple(targets.values())


def _cells(read: Reader, row: Row) -> list[tuple[str, str, str, str]]:
    """Case, role, number and column of every cell of the frame in a row."""
    case, role = read(row, "case"), read(row, "role")
    if plain(case) in _SUMS or plain(role) in _SUMS:
        return []
    if read.has("planned"):
        return [(case, role, read(row, "planned"), "")] if read(row, "planned") else []
    wide = [(column, row.cells[place]) for column, place in read.others if plain(column) not in _SUMS]
    if read.has("case"):
        return [(case, column, number, column) for column, number in wide if number]
    return [(column, role, number, column) for column, number in wide if number]


def read_recruitment(sheet: Sheet, collected: Collected) -> tuple[RecruitmentRecord, ...]:
    """A line for each step, or a row with a column for each step."""
    read = Reader(sheet, "recruitment")
    lines: list[RecruitmentRecord] = []
    for row in sheet.rows:
        case = collected.case(sheet, row, read(row, "case"))
        if case is None:
            continue
        if read.has("step"):
            steps = [(read(row, "step"), read(row, "count"))]
        else:
            steps = [(step, read(row, step)) for step in get_args(Step) if read(row, step)]
        for named, count in steps:
            step = _STEPS.get(plain(named))
            if step is None or not count.isdecimal():
                what = f"{count!r} is no number" if step else f"{named!r} is no step: approached, declined or withdrew"
                collected.refuse(sheet, row, f"{what}.")
                continue
            day = read(row, "date")
            lines.append(
                RecruitmentRecord(
                    case=case,
                    role=read(row, "role"),
                    step=step,
                    count=int(count),
                    reason=read(row, "reason"),
                    date=iso_date(day) or day,
                )
            )
    return tuple(lines)
