"""Survey files: closed questions as typed answers of participants, open ones as texts by question.

SPSS (`.sav`, `.zsav`, `.por`), Stata (`.dta`) and Qualtrics's csv are known for surveys by themselves; any other csv or
xlsx is read as one with `--format survey`. A row is a respondent, who becomes a participant by the identifier the file
has for them, else by their row. A column becomes an item: a number, one of several options, a scale, several options
where neighbouring columns tick one each, short words, or an open question. Each open answer is a text of its own, about
its participant, and the texts of one question are a set.

What a careful reader would get wrong: blank is not the same as left empty. Whether a question was shown to somebody is
nowhere in such a file, so that nothing at all is written down for a blank cell. Columns by which respondents could be
known (addresses, names, places, times) are never taken, and are named.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.importers.columns import TABLES, plain
from crosscase.importers.errors import NoWordsError
from crosscase.importers.guard import examine
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.spss import Ranges, Together, read_spss, read_stata
from crosscase.importers.surveys.items import Item, items_of, outcome_of
from crosscase.importers.tabular import BOOK_SUFFIXES, TEXT_SUFFIXES, Sheet, read_sheets
from crosscase.model.answering import WITH_OPTIONS
from crosscase.model.bundle import (
    AnswerRecord,
    AttributeRecord,
    Bundle,
    CaseRecord,
    Choice,
    Document,
    InstrumentRecord,
    Loss,
    ParticipantRecord,
    QuestionRecord,
    SetRecord,
)
from crosscase.model.fieldwork import Outcome

STATISTICS: Final = (".sav", ".zsav", ".por", ".dta")
SUFFIXES: tuple[str, ...] = (*STATISTICS, *TEXT_SUFFIXES, *BOOK_SUFFIXES)
_STATA: Final = frozenset(bytes([version]) for version in range(102, 120))
"""The first byte of Stata's older files is the version of its format."""
_IMPORT_ID: Final = '{"ImportId":'
_RESPONDENT: Final = (
    *TABLES["participants"]["identifier"], "response id", "responseid", "respondent", "case number", "serial #",
    "serial", "record id", "sys respnum",
)  # fmt: skip
_PERSONAL: Final = (
    "ip", "ipaddress", "ip address", "email", "e mail", "recipientemail", "recipientlastname", "recipientfirstname",
    "locationlatitude", "locationlongitude", "latitude", "longitude", "externalreference", "externaldatareference",
    "last name", "first name", "name", "phone", "address", "email address", "telephone",
)  # fmt: skip
_MONKEY: Final = ("respondent id", "collector id", "start date", "end date")
_RESPONSE: Final = re.compile(r"(?:open ended |multiple choice )?response", re.IGNORECASE)
_SHORT: Final = 60
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TECHNICAL: Final = (
    "startdate", "enddate", "status", "progress", "duration (in seconds)", "finished", "recordeddate",
    "distributionchannel", "userlanguage", "responsetype", "start date", "end date", "collector id",
    "sample qualification", "timestamp",
)  # fmt: skip


class _File(msgspec.Struct):
    sheet: Sheet
    labels: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    missing: Ranges = {}
    together: tuple[Together, ...] = ()
    parts: dict[str, str] = {}
    kind: str = "a survey"


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a file of SPSS or Stata, or Qualtrics's csv."""
    suffix = path.suffix.lower()
    if suffix in (".sav", ".zsav"):
        return head.startswith((b"$FL2", b"$FL3"))
    if suffix == ".dta":
        return head.startswith(b"<stata_dta>") or head[:1] in _STATA
    if suffix == ".por":
        return b"SPSSPORT" in head[:600]
    if suffix in TEXT_SUFFIXES and b'ImportId""' in head:
        return True
    return suffix in (*TEXT_SUFFIXES, *BOOK_SUFFIXES) and _is_monkey(path, head)


def _is_monkey(path: Path, head: bytes) -> bool:
    """Whether it has the columns that SurveyMonkey writes before the questions."""
    if path.suffix.lower() in TEXT_SUFFIXES:
        line = plain(head.partition(b"\n")[0].decode("utf-8", errors="replace"))
        return all(name in line for name in _MONKEY)
    try:
        examine(path)
        return {*_MONKEY} <= {plain(column) for column in read_sheets(path)[0].columns}
    except (CrosscaseError, OSError):
        return False


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """The questionnaire, the participants, their answers and their texts.

    Raises:
        UnreadableError: it cannot be read as what its ending says, or holds no answers.
    """
    file = _opened(path, options)
    known = {*_RESPONDENT, *_PERSONAL, *_TECHNICAL}
    labels = {column: plain(label) for column, label in file.labels.items() if plain(label) in known}
    names = [labels.get(column, plain(column)) for column in file.sheet.columns]
    who = next(
        (names.index(name) for name in _RESPONDENT if name in names and _tells(file.sheet, names.index(name))), None
    )
    left = {at: "by which somebody could be known" for at, name in enumerate(names) if name in _PERSONAL}
    left |= {at: "about the filling in, not the answers" for at, name in enumerate(names) if name in _TECHNICAL}
    left |= {at: "that number the rows once more" for at, name in enumerate(names) if name in _RESPONDENT and at != who}
    case = _case(file.sheet, names, {who, *left})
    places = [at for at in range(len(names)) if at not in left and at not in (who, case)]
    days = {at: _variable(file, at) for at in places if _is_days(file.sheet, at)}
    places = [at for at in places if at not in days]
    items, blank = items_of(file.sheet, places, file.labels, file.codes, parts=file.parts, sets=file.together)
    if not items and not days:
        raise NoWordsError
    return _Survey(path, file, options, who, case, days).bundle(items, left, blank)


def _is_days(sheet: Sheet, at: int) -> bool:
    """Whether everything in a column is a date."""
    cells = [row.cells[at] for row in sheet.rows if row.cells[at]]
    return bool(cells) and all(_DAY.fullmatch(cell) for cell in cells)


def _variable(file: _File, at: int) -> str:
    """What a variable of respondents is called: its label where that is short, else its column."""
    column = file.sheet.columns[at]
    label = " ".join(file.labels.get(column, "").split())
    return label if label and len(label) <= _SHORT else column


def _opened(path: Path, options: Options) -> _File:
    suffix = path.suffix.lower()
    if suffix in STATISTICS:
        kind = "Stata" if suffix == ".dta" else "SPSS"
        held = (read_stata if suffix == ".dta" else read_spss)(path)
        return _File(held.sheet, held.labels, held.codes, held.missing, held.together, kind=f"a file of {kind}")
    sheet = read_sheets(path, encoding=options.encoding)[0]
    if len(sheet.rows) > 1 and any(cell.startswith(_IMPORT_ID) for cell in sheet.rows[1].cells):
        labels = {name: " ".join(text.split()) for name, text in zip(sheet.columns, sheet.rows[0].cells, strict=True)}
        return _File(msgspec.structs.replace(sheet, rows=sheet.rows[2:]), labels, kind="Qualtrics's csv")
    return _with_second_head(sheet)


def _with_second_head(sheet: Sheet) -> _File:
    """A table whose first row goes on with the headings, as SurveyMonkey's does: options, or what a row asks for.

    It is one where the row names the columns about the filling in once more, or leaves all of them blank while others
    have words. A heading without words goes on with the question before it.
    """
    kind = "SurveyMonkey's table" if {*_MONKEY} <= {plain(column) for column in sheet.columns} else "a survey"
    about = [at for at, column in enumerate(sheet.columns) if plain(column) in (*_TECHNICAL, *_RESPONDENT, *_PERSONAL)]
    if not about or not sheet.rows:
        return _File(sheet, kind=kind)
    first = sheet.rows[0].cells
    again = [at for at in about if plain(first[at]) == plain(sheet.columns[at])]
    if not again and (any(first[at] for at in about) or not any(first) or kind == "a survey"):
        return _File(sheet, kind=kind)
    labels: dict[str, str] = {}
    parts: dict[str, str] = {}
    question = ""
    for at, column in enumerate(sheet.columns):
        if column == f"column {at + 1}" and question:
            labels[column] = question
        question = labels.get(column, column) if at not in about else ""
        if first[at] and at not in about and not _RESPONSE.fullmatch(plain(first[at])):
            parts[column] = " ".join(first[at].split())
    what = "Its first row goes on with the headings and is no respondent."
    return _File(
        msgspec.structs.replace(sheet, rows=sheet.rows[1:], choices=(*sheet.choices, what)),
        labels, parts=parts, kind=kind,
    )  # fmt: skip


def _tells(sheet: Sheet, at: int) -> bool:
    """Whether a column tells all rows apart."""
    cells = [row.cells[at] for row in sheet.rows]
    return all(cells) and len({cell.casefold() for cell in cells}) == len(cells)


def _case(sheet: Sheet, names: list[str], taken: set[int | None]) -> int | None:
    """The column of cases: called so, and with few of them."""
    for name in TABLES["cases"]["code"]:
        if name in names and name not in ("code", "id") and names.index(name) not in taken:
            distinct = {row.cells[names.index(name)] for row in sheet.rows} - {""}
            if 1 < len(distinct) <= max(20, len(sheet.rows) // 10) and all(len(one) <= 60 for one in distinct):
                return names.index(name)
    return None


class _Survey:
    """A survey of which the items are known."""

    def __init__(  # noqa: PLR0917 - what is known of a file
        self, path: Path, file: _File, options: Options, who: int | None, case: int | None, days: dict[int, str]
    ) -> None:
        self.path = path
        self.file = file
        self.options = options
        self.who = who
        self.case = case
        self.days = days

    def bundle(self, items: list[Item], left: dict[int, str], blank: list[str]) -> Bundle:
        sheet, name = self.file.sheet, self.path.stem
        answers: list[AnswerRecord] = []
        documents: list[Document] = []
        losses: list[Loss] = []
        sets: dict[str, list[str]] = {}
        people: list[ParticipantRecord] = []
        known = {code.casefold(): code for code in self.options.cases}
        cases: dict[str, CaseRecord] = {}
        for row in sheet.rows:
            identifier = row.cells[self.who] if self.who is not None else f"R{row.number:04d}"
            case = row.cells[self.case] if self.case is not None else ""
            if case and case.casefold() not in known:
                cases.setdefault(case.casefold(), CaseRecord(code=case))
            dates = {name: row.cells[at] for at, name in self.days.items() if row.cells[at]}
            people.append(ParticipantRecord(identifier=identifier, case=case, attributes=dates))
            for item in items:
                place = f"{self.path.name}, {sheet.place(row)}, {item.title}"
                cells = item.values(row)
                if not cells:
                    continue
                said = (item.said(at, cell, self.file.codes.get(sheet.columns[at], {})) for at, cell in cells.items())
                values = tuple(dict.fromkeys(filter(None, said)))
                came: Outcome | None = None if values else "left empty"
                if len(cells) == 1:
                    ((at, cell),) = cells.items()
                    column = sheet.columns[at]
                    came = outcome_of(cell, self.file.missing.get(column, ()), self.file.codes.get(column, {}))
                if item.nature != "open":
                    answers.append(
                        AnswerRecord(
                            participant=identifier,
                            question=item.key,
                            values=() if came else values,
                            outcome=came or "answered",
                            place=place,
                        )
                    )
                elif came is None:
                    document = self.document(item, identifier, case, "\n".join(values))
                    documents.append(document)
                    sets.setdefault(item.title, []).append(document.key)
        by_reason: dict[str, list[str]] = {}
        for at, why in left.items():
            by_reason.setdefault(why, []).append(repr(sheet.columns[at]))
        losses += [
            Loss(place=self.path.name, what=f"Columns {why}: {', '.join(found)}.") for why, found in by_reason.items()
        ]
        if blank:
            losses.append(
                Loss(place=self.path.name, what=f"Columns without any answer: {', '.join(map(repr, blank))}.")
            )
        return Bundle(
            cases=tuple(cases.values()),
            participants=tuple(people),
            attributes=tuple(
                AttributeRecord(subject="participant", name=name, type="date")
                for name in dict.fromkeys(self.days.values())
            ),
            instruments=(InstrumentRecord(name=name, description=f"From {self.path.name}."),),
            questions=tuple(
                QuestionRecord(
                    key=item.key,
                    instrument=name,
                    wording=item.wording,
                    number=item.number,
                    nature=item.nature,
                    options=item.options if item.nature in WITH_OPTIONS else (),
                )
                for item in items
            ),
            answers=tuple(answers),
            documents=tuple(documents),
            sets=tuple(
                SetRecord(name=f"{name}: {title}", of="source", things=tuple(keys)) for title, keys in sets.items()
            ),
            losses=tuple(losses),
            choices=tuple(Choice(place=self.path.name, what=what) for what in (*sheet.choices, *self.said(items))),
            refusals=sheet.refusals,
        )

    def document(self, item: Item, identifier: str, case: str, words: str) -> Document:
        """An open answer as a text about its participant."""
        words = words.replace("\r\n", "\n").replace("\r", "\n")
        key = f"{self.path.stem} {item.title} {identifier}"
        return Document(
            key=key, name=key, text=words, nature="answer", case=case, participants=(identifier,), file=self.path.name
        )

    def said(self, items: list[Item]) -> list[str]:
        rows = len(self.file.sheet.rows)
        named = (
            repr(self.file.sheet.columns[self.who]) if self.who is not None else "nothing, so that rows have numbers"
        )
        by_nature: dict[str, list[str]] = {}
        for item in items:
            by_nature.setdefault(item.nature, []).append(item.title)
        shown = "; ".join(
            f"{nature}: {', '.join(names[:12])}{f' and {len(names) - 12} more' if len(names) > 12 else ''}"
            for nature, names in by_nature.items()
        )
        cases = f" Cases: {self.file.sheet.columns[self.case]!r}." if self.case is not None else ""
        return [
            f"Read as {self.file.kind}: {rows:,} {'respondent' if rows == 1 else 'respondents'}, {len(items):,} "
            f"{'item' if len(items) == 1 else 'items'}. Named by {named}.{cases}",
            *([f"Items by how they are answered: {shown}."] if shown else []),
            *([f"Dates are attributes of participants: {', '.join(self.days.values())}."] if self.days else []),
            "Nothing is written down for a blank cell: the file does not say whether the question was shown.",
        ]
