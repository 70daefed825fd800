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

from pathlib import Path
from typing import Final

import msgspec

from crosscase.importers.columns import TABLES, plain
from crosscase.importers.errors import NoWordsError
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.spss import Ranges, read_spss, read_stata
from crosscase.importers.surveys.items import Item, items_of, outcome_of
from crosscase.importers.tabular import BOOK_SUFFIXES, TEXT_SUFFIXES, Sheet, read_sheets
from crosscase.model.answering import WITH_OPTIONS
from crosscase.model.bundle import (
    AnswerRecord,
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
    return suffix in TEXT_SUFFIXES and b'ImportId""' in head


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
    items, blank = items_of(file.sheet, places, file.labels, file.codes)
    if not items:
        raise NoWordsError
    return _Survey(path, file, options, who, case).bundle(items, left, blank)


def _opened(path: Path, options: Options) -> _File:
    suffix = path.suffix.lower()
    if suffix in STATISTICS:
        kind = "Stata" if suffix == ".dta" else "SPSS"
        return _File(*(read_stata if suffix == ".dta" else read_spss)(path), f"a file of {kind}")
    sheet = read_sheets(path, encoding=options.encoding)[0]
    if len(sheet.rows) > 1 and any(cell.startswith(_IMPORT_ID) for cell in sheet.rows[1].cells):
        labels = {name: " ".join(text.split()) for name, text in zip(sheet.columns, sheet.rows[0].cells, strict=True)}
        return _File(msgspec.structs.replace(sheet, rows=sheet.rows[2:]), labels, kind="Qualtrics's csv")
    return _File(sheet)


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

    def __init__(self, path: Path, file: _File, options: Options, who: int | None, case: int | None) -> None:
        self.path = path
        self.file = file
        self.options = options
        self.who = who
        self.case = case

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
            people.append(ParticipantRecord(identifier=identifier, case=case))
            for item in items:
                place = f"{self.path.name}, {sheet.place(row)}, {item.title}"
                cells = item.values(row)
                if not cells:
                    continue
                values = tuple(self.file.codes.get(sheet.columns[at], {}).get(cell, cell) for at, cell in cells.items())
                came: Outcome | None = None
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
            f"Read as {self.file.kind}: {rows:,} respondents, {len(items):,} items. Named by {named}.{cases}",
            f"Items by how they are answered: {shown}.",
            "Nothing is written down for a blank cell: the file does not say whether the question was shown.",
        ]
