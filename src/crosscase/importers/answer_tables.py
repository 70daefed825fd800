"""Answers to a questionnaire from a table: a row for each participant, a column for each item.

Takes csv, tsv, xlsx, ods and SPSS files (sav). A column is an item's when it is called by the item's number (`3b`,
`Q3b`) or wording (in SPSS: the label of the variable), a row is a participant's by their identifier. A cell holds an
option in words or by its code; several options stand in one cell with `;` between them. What is blank was left empty;
words such as `refused` or `n/a`, codes that are declared to mean so, and what SPSS calls missing say what else came of
an item.

Nothing here touches the study: what is found is a proposal, with every column, what was decided, and every cell that
does not fit, by its row.

What a careful reader would get wrong: numbers are read as steps of a scale only where the item's options are no numbers
themselves, and from 1 unless another first code is given. A scale that was turned round looks just the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from crosscase.importers.columns import TABLES, plain
from crosscase.importers.spss import read_spss
from crosscase.importers.tabular import Sheet, read_sheets
from crosscase.model import Id, Question
from crosscase.model.answering import WITH_OPTIONS, fitted, folded, wanted
from crosscase.model.fieldwork import Outcome

SUFFIXES: Final = (".csv", ".tsv", ".tab", ".xlsx", ".ods", ".sav")

_LEFT = (".", "-", "missing", "no answer", "blank", "empty", "left empty", "left blank", "skipped")
_DECLINED = (
    "declined", "refused", "refusal", "declined to answer", "refused to answer", "prefer not to say",
    "prefer not to answer",
)  # fmt: skip
_NOT_FOR_THEM = ("does not apply", "not applicable", "n/a", "na", "n.a", "inapplicable")
OUTCOMES: Final[Mapping[str, Outcome]] = {
    **dict.fromkeys(_LEFT, "left empty"),
    **dict.fromkeys(_DECLINED, "declined"),
    **dict.fromkeys(_NOT_FOR_THEM, "does not apply"),
}
"""Words that say what came of an item, unless they are one of its options."""

_BEFORE = re.compile(r"^(?:question|item|q|v)(?:[\s_.:\-]+(?=\w)|(?=\d))")
_BETWEEN = re.compile(r"[;|\n]")
_WHOLE = re.compile(r"[+-]?\d+")


class MatchedColumn(msgspec.Struct, frozen=True):
    """A column and the item it was taken for, by number, by wording, or as it was said."""

    column: str
    item: Id
    by: Literal["number", "wording", "said"]


class ReadAnswer(msgspec.Struct, frozen=True):
    """What a cell says: where it stands, whose it is, the item, its values or what else came of it."""

    place: str
    identifier: str
    item: Id
    values: tuple[str, ...]
    outcome: Outcome


class AnswerTable(msgspec.Struct, frozen=True, kw_only=True):
    """What a table says.

    Attributes:
        columns: those that were taken for items.
        answers: one for each participant and item.
        rows: identifiers by the place of their row.
        left: columns that were not taken.
        choices: what was decided, in words.
        refusals: what could not be read, each with its place.
    """

    columns: tuple[MatchedColumn, ...]
    answers: tuple[ReadAnswer, ...]
    rows: dict[str, str]
    left: tuple[str, ...]
    choices: tuple[str, ...]
    refusals: tuple[str, ...]


class AnswerOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a table is to be read.

    Attributes:
        columns: by column the number or wording of its item, where the names do not say.
        who: the column with the identifiers, where its name does not say.
        missing: codes or words that mean an outcome.
        first: the code of the first option.
        sheet: of a workbook.
        encoding: of a text table.
    """

    columns: dict[str, str] = {}
    who: str = ""
    missing: dict[str, Outcome] = {}
    first: int = 1
    sheet: str = ""
    encoding: str = ""


class Variables(msgspec.Struct, frozen=True):
    """What a file says of its columns: labels, labels of codes, and codes that mean a missing answer."""

    labels: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    missing: dict[str, tuple[tuple[float, float], ...]] = {}


def read_answers(path: Path, items: Sequence[Question], options: AnswerOptions | None = None) -> AnswerTable:
    """What a file says of these items.

    Raises:
        UnreadableError: it cannot be read as what its ending says, or holds no cells.
    """
    options = options or AnswerOptions()
    if path.suffix.lower() == ".sav":
        sheet, labels, codes, missing = read_spss(path)
        return _Reading(sheet, Variables(labels, codes, missing), items, options).done()
    sheets = read_sheets(path, encoding=options.encoding)
    fits = [sheet for sheet in sheets if not options.sheet or plain(sheet.name) == plain(options.sheet)]
    if not fits:
        names = ", ".join(repr(sheet.name) for sheet in sheets)
        return _nothing(f"there is no sheet {options.sheet!r}; there are {names}.")
    return _Reading(fits[0], Variables(), items, options).done()


def _nothing(reason: str) -> AnswerTable:
    return AnswerTable(columns=(), answers=(), rows={}, left=(), choices=(), refusals=(reason,))


def _number(text: str) -> str:
    """A number as instruments print it, for comparing: `Q 3b.` is `3b`."""
    return _BEFORE.sub("", text.strip().casefold(), count=1).strip(" .:)_-")


class _Reading:
    """One table being read."""

    def __init__(self, sheet: Sheet, known: Variables, items: Sequence[Question], options: AnswerOptions) -> None:
        self.sheet = sheet
        self.known = known
        self.items = items
        self.options = options
        self.choices = list(sheet.choices)
        self.refusals = [f"{one.place}: {one.reason}" for one in sheet.refusals]
        self.missing = {plain_word(word): outcome for word, outcome in options.missing.items()}

    def done(self) -> AnswerTable:
        who = self._who()
        taken, left = self._columns(who)
        answers: list[ReadAnswer] = []
        rows: dict[str, str] = {}
        seen: dict[str, str] = {}
        if who is None:
            names = ", ".join(repr(name) for name in self.sheet.columns)
            self.refusals.append(f"no column names the participants; say which of {names} does.")
        if not taken:
            self.refusals.append("no column is called by the number or the wording of an item.")
        steps = {at: self._codes(at, item) for at, (item, _) in taken.items()}
        for row in self.sheet.rows:
            if who is None:
                break
            place, identifier = self.sheet.place(row), row.cells[who]
            if not identifier:
                self.refusals.append(f"{place}: there is no participant.")
                continue
            if identifier.casefold() in seen:
                self.refusals.append(
                    f"{place}: {identifier} stands there twice, first in {seen[identifier.casefold()]}."
                )
                continue
            seen[identifier.casefold()] = place
            if not any(row.cells[at] for at in taken):
                self.choices.append(f"{place}: {identifier} answered nothing at all and is left out.")
                continue
            rows[place] = identifier
            for at, (item, _) in taken.items():
                found = self._cell(at, item, row.cells[at], steps[at])
                if isinstance(found, str):
                    self.refusals.append(f"{place}, column {self.sheet.columns[at]!r}: {identifier}: {found}")
                else:
                    answers.append(ReadAnswer(place, identifier, item.id, *found))
        columns = tuple(MatchedColumn(self.sheet.columns[at], item.id, by) for at, (item, by) in taken.items())
        return AnswerTable(
            columns=columns, answers=tuple(answers), rows=rows, left=tuple(left), choices=tuple(self.choices),
            refusals=tuple(self.refusals),
        )  # fmt: skip

    def _who(self) -> int | None:
        names = [plain(name) for name in self.sheet.columns]
        if self.options.who:
            return names.index(plain(self.options.who)) if plain(self.options.who) in names else None
        wanted_names = (*TABLES["participants"]["identifier"], "participants")
        return next((names.index(name) for name in wanted_names if name in names), None)

    def _columns(
        self, who: int | None
    ) -> tuple[dict[int, tuple[Question, Literal["number", "wording", "said"]]], list[str]]:
        numbers = {_number(item.number): item for item in reversed(self.items) if item.number}
        wordings = {folded(item.wording): item for item in reversed(self.items)}
        said = {plain(column): named for column, named in self.options.columns.items()}
        for column in said.keys() - {plain(name) for name in self.sheet.columns}:
            self.refusals.append(f"there is no column {column!r}.")
        taken: dict[int, tuple[Question, Literal["number", "wording", "said"]]] = {}
        left: list[str] = []
        used: dict[Id, str] = {}
        for at, column in enumerate(self.sheet.columns):
            if at == who:
                continue
            by: Literal["number", "wording", "said"] = "number"
            if plain(column) in said:
                named, by = said[plain(column)], "said"
                item = numbers.get(_number(named)) or wordings.get(folded(named))
                if item is None:
                    self.refusals.append(f"column {column!r}: there is no item {named!r}.")
                    continue
            else:
                item = numbers.get(_number(column))
                if item is None:
                    by = "wording"
                    texts = (column, self.known.labels.get(column, ""))
                    item = next((wordings[folded(text)] for text in texts if text and folded(text) in wordings), None)
                    item = item or next(
                        (one for one in self.items if one.number and folded(f"{one.number} {one.wording}")
                         in {folded(re.sub(r"^(\S+?)[.):]\s", r"\1 ", text)) for text in texts}), None
                    )  # fmt: skip
            if item is None:
                left.append(column)
            elif item.id in used:
                self.refusals.append(f"columns {used[item.id]!r} and {column!r} are the same item; leave one out.")
            else:
                taken[at], used[item.id] = (item, by), column
        return taken, left

    def _codes(self, at: int, item: Question) -> dict[str, str]:
        """The options of an item by their codes in a column; empty where cells are to be options in words."""
        if item.nature not in WITH_OPTIONS:
            return {}
        column = self.sheet.columns[at]
        labelled = self.known.codes.get(column, {})
        found = {code: label for code, label in labelled.items() if fitted("one", item.options, [label])}
        if found:
            self.choices.append(f"Column {column!r}: codes are read by the labels that the file has for them.")
            return found
        cells = {part.strip() for row in self.sheet.rows for part in _BETWEEN.split(row.cells[at]) if part.strip()}
        plainly = [cell for cell in cells if _WHOLE.fullmatch(cell) and not fitted("one", item.options, [cell])]
        if not plainly or any(_WHOLE.fullmatch(option) for option in item.options):
            return {}
        codes = {str(number): option for number, option in enumerate(item.options, self.options.first)}
        if any(cell in codes for cell in plainly):
            ends = f"{self.options.first} = {item.options[0]!r} … {list(codes)[-1]} = {item.options[-1]!r}"
            self.choices.append(f"Column {column!r}: numbers are read as the item's options in order, {ends}.")
        return codes

    def _cell(
        self, at: int, item: Question, cell: str, codes: Mapping[str, str]
    ) -> tuple[tuple[str, ...], Outcome] | str:
        """Values and outcome of a cell, or why it does not fit."""
        column = self.sheet.columns[at]
        if not cell:
            return (), "left empty"
        if plain_word(cell) in self.missing:
            return (), self.missing[plain_word(cell)]
        for low, high in self.known.missing.get(column, ()):
            if _in_range(cell, low, high):
                label = self.known.codes.get(column, {}).get(cell, "")
                return (), OUTCOMES.get(plain_word(label), "left empty")
        label = self.known.codes.get(column, {}).get(cell, "")
        parts = _BETWEEN.split(cell) if item.nature == "many" else [cell]
        values = fitted(item.nature, item.options, [codes.get(part.strip(), part) for part in parts])
        if values is not None and not (item.nature in {"number", "text"} and plain_word(label or cell) in OUTCOMES):
            return values, "answered"
        outcome = OUTCOMES.get(plain_word(cell)) or OUTCOMES.get(plain_word(label))
        if outcome is not None:
            return (), outcome
        return f"{cell!r} does not fit; it takes {wanted(item.nature, item.options)}."


def plain_word(text: str) -> str:
    """A word for comparing with those that say what came of an item."""
    return " ".join(text.split()).casefold() if len(text) <= 1 else " ".join(text.split()).casefold().rstrip(".")


def _in_range(cell: str, low: float, high: float) -> bool:
    try:
        return low <= float(cell) <= high
    except ValueError:
        return False
