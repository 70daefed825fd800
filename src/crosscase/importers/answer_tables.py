"""Answers to a questionnaire from a table: a row for each participant, a column for each item.

Takes csv, tsv, xlsx, ods and SPSS files (sav). A column is an item's when it is called by the item's number (`3b`,
`Q3b`) or wording (in SPSS: the label of the variable), a row is a participant's by their identifier. A cell holds an
option in words or by its code; several options stand in one cell with `;` between them. What is blank was left empty;
words such as `refused` or `n/a`, codes that are declared to mean so, and what SPSS calls missing say what else came of
an item. A question with several answers may also stand in several columns, one an option (see `tick_columns`).

Nothing here touches the study: what is found is a proposal, with every column, what was decided, and every cell that
does not fit, by its row.

What a careful reader would get wrong: numbers are read as steps of a scale only where the item's options are no numbers
themselves, and from 1 unless another first code is given. A scale that was turned round looks just the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, TypeAlias

import msgspec

from crosscase.importers.columns import TABLES, plain
from crosscase.importers.spss import read_spss
from crosscase.importers.tabular import Row, Sheet, read_sheets
from crosscase.importers.tick_columns import Ticks, option_of
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


By: TypeAlias = Literal["number", "wording", "said"]


class MatchedColumn(msgspec.Struct, frozen=True):
    """A column and the item it was taken for, by number, by wording, or as it was said.

    Attributes:
        option: where the column is one option of the item, ticked or not.
    """

    column: str
    item: Id
    by: By
    option: str = ""


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
        names: all columns; who: the one with the identifiers, nothing where none has them.
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
    names: tuple[str, ...] = ()
    who: str = ""


class AnswerOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a table is to be read.

    Attributes:
        columns: by column the number or wording of its item, where the names do not say; `A7: my manager` is an
            option, and nothing says that the column is left out.
        who: the column with the identifiers, where its name does not say.
        missing: codes or words that mean an outcome.
        first: the code of the first option.
        sheet: of a workbook.
        encoding: of a text table.
        yes, no: words or codes that say whether an option that is a column was ticked, besides the usual ones.
    """

    columns: dict[str, str] = {}
    who: str = ""
    missing: dict[str, Outcome] = {}
    first: int = 1
    sheet: str = ""
    encoding: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


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
        held = read_spss(path)
        return _Reading(held.sheet, Variables(held.labels, held.codes, held.missing), items, options).done()
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
        self.ticks = Ticks(options.yes, options.no)
        self.ticked_by: dict[int, By] = {}

    def done(self) -> AnswerTable:
        who = self._who()
        taken, left = self._columns(who)
        answers: list[ReadAnswer] = []
        rows: dict[str, str] = {}
        seen: dict[str, str] = {}
        if who is None:
            names = ", ".join(repr(name) for name in self.sheet.columns)
            self.refusals.append(f"no column names the participants; say which of {names} does.")
        if not taken and not self.ticks.columns:
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
            if not any(row.cells[at] for at in (*taken, *self.ticked_by)):
                self.choices.append(f"{place}: {identifier} answered nothing at all and is left out.")
                continue
            rows[place] = identifier
            answers += self._row(row, identifier, taken, steps)
        self._tell_ticks()
        return AnswerTable(
            columns=self._matched(taken), answers=tuple(answers), rows=rows, left=tuple(left),
            choices=tuple(self.choices), refusals=tuple(self.refusals), names=tuple(self.sheet.columns),
            who="" if who is None else self.sheet.columns[who],
        )  # fmt: skip

    def _matched(self, taken: Mapping[int, tuple[Question, By]]) -> tuple[MatchedColumn, ...]:
        matched = {at: MatchedColumn(self.sheet.columns[at], item.id, by) for at, (item, by) in taken.items()}
        for of, options in self.ticks.columns.items():
            for at, option in options.items():
                matched[at] = MatchedColumn(self.sheet.columns[at], of, self.ticked_by[at], option)
        return tuple(matched[at] for at in sorted(matched))

    def _row(
        self, row: Row, identifier: str, taken: Mapping[int, tuple[Question, By]],
        steps: Mapping[int, Mapping[str, str]],
    ) -> Iterator[ReadAnswer]:  # fmt: skip
        """What one row says of each item; what does not fit is refused."""
        place = self.sheet.place(row)
        for at, (item, _) in taken.items():
            found = self._cell(at, item, row.cells[at], steps[at])
            if isinstance(found, str):
                self.refusals.append(f"{place}, column {self.sheet.columns[at]!r}: {identifier}: {found}")
            else:
                yield ReadAnswer(place, identifier, item.id, *found)
        for item in self._ticked_items():
            found = self._ticks(item, row)
            if isinstance(found, str):
                self.refusals.append(f"{place}: {identifier}: {found}")
            else:
                yield ReadAnswer(place, identifier, item.id, *found)

    def _who(self) -> int | None:
        names = [plain(name) for name in self.sheet.columns]
        if self.options.who:
            return names.index(plain(self.options.who)) if plain(self.options.who) in names else None
        wanted_names = (*TABLES["participants"]["identifier"], "participants")
        return next((names.index(name) for name in wanted_names if name in names), None)

    def _columns(self, who: int | None) -> tuple[dict[int, tuple[Question, By]], list[str]]:
        numbers = {_number(item.number): item for item in reversed(self.items) if item.number}
        wordings = {folded(item.wording): item for item in reversed(self.items)}
        said = {plain(column): named for column, named in self.options.columns.items()}
        for column in said.keys() - {plain(name) for name in self.sheet.columns}:
            self.refusals.append(f"there is no column {column!r}.")
        taken: dict[int, tuple[Question, By]] = {}
        left: list[str] = []
        used: dict[Id, str] = {}
        for at, column in enumerate(self.sheet.columns):
            if at == who:
                continue
            item, tick, by = self._called(column, said.get(plain(column)), numbers, wordings)
            if tick is not None:
                self._take_tick(at, *tick, by)
            elif item is None:
                if not said.get(plain(column)):
                    left.append(column)
            elif item.id in used:
                self.refusals.append(f"columns {used[item.id]!r} and {column!r} are the same item; leave one out.")
            else:
                taken[at], used[item.id] = (item, by), column
        for at, (item, _) in taken.items():
            if item.id in self.ticks.columns:
                both = self.sheet.columns[next(iter(self.ticks.columns[item.id]))]
                self.refusals.append(
                    f"columns {self.sheet.columns[at]!r} and {both!r} are the same item; leave one out."
                )
        return taken, left

    def _called(
        self, column: str, named: str | None, numbers: Mapping[str, Question], wordings: Mapping[str, Question]
    ) -> tuple[Question | None, tuple[Question, str] | None, By]:
        """The item a column is, or the option of an item, and how that is known; `named`: what was said of it."""
        if named == "":
            return None, None, "said"
        if named is not None:
            item = numbers.get(_number(named)) or wordings.get(folded(named))
            tick = option_of([named], self.items, self.options.first) if item is None else None
            if item is None and tick is None:
                self.refusals.append(f"column {column!r}: there is no item {named!r}.")
            return item, tick, "said"
        if (item := numbers.get(_number(column))) is not None:
            return item, None, "number"
        texts = [text for text in (column, self.known.labels.get(column, "")) if text]
        item = next((wordings[folded(text)] for text in texts if folded(text) in wordings), None)
        whole = {folded(re.sub(r"^(\S+?)[.):]\s", r"\1 ", text)) for text in texts}
        item = item or next(
            (one for one in self.items if one.number and folded(f"{one.number} {one.wording}") in whole), None
        )
        return item, option_of(texts, self.items, self.options.first) if item is None else None, "wording"

    def _take_tick(self, at: int, item: Question, option: str, by: By) -> None:
        held = self.ticks.columns.setdefault(item.id, {})
        if option in held.values():
            other = next(self.sheet.columns[one] for one, held_option in held.items() if held_option == option)
            self.refusals.append(
                f"columns {other!r} and {self.sheet.columns[at]!r} are the same option {option!r}; leave one out."
            )
            return
        held[at], self.ticked_by[at] = option, by

    def _ticked_items(self) -> list[Question]:
        return [item for item in self.items if item.id in self.ticks.columns]

    def _ticks(self, item: Question, row: Row) -> tuple[tuple[str, ...], Outcome] | str:
        """Values and outcome of an item whose options are columns, or why they do not fit."""
        said: dict[int, bool | Outcome | None] = {}
        for at, option in self.ticks.columns[item.id].items():
            cell = row.cells[at]
            label = self.known.codes.get(self.sheet.columns[at], {}).get(cell, "")
            said[at] = (self._missing(at, cell) if cell else None) or self.ticks.cell(cell, option, label)
            if said[at] is None and cell:
                outcome = OUTCOMES.get(plain_word(cell)) or OUTCOMES.get(plain_word(label))
                if outcome is None:
                    return f"column {self.sheet.columns[at]!r}: {cell!r} does not fit; it takes yes or no."
                said[at] = outcome
        return self.ticks.answer(item, said)

    def _tell_ticks(self) -> None:
        for item in self._ticked_items():
            name, held = item.number or item.wording, self.ticks.columns[item.id]
            self.choices.append(f"{name}: {len(held)} columns are read as its options, ticked or not.")
            if without := [option for option in item.options if option not in held.values()]:
                options = ", ".join(repr(option) for option in without)
                self.choices.append(f"{name}: no column is called by {options}.")
            if nothing := self.ticks.nothing.get(item.id):
                self.choices.append(f"{name}: nothing is ticked in {nothing} rows; they are read as left empty.")

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
        if (declared := self._missing(at, cell)) is not None:
            return (), declared
        label = self.known.codes.get(column, {}).get(cell, "")
        parts = _BETWEEN.split(cell) if item.nature == "many" else [cell]
        values = fitted(item.nature, item.options, [codes.get(part.strip(), part) for part in parts])
        if values is not None and not (item.nature in {"number", "text"} and plain_word(label or cell) in OUTCOMES):
            return values, "answered"
        outcome = OUTCOMES.get(plain_word(cell)) or OUTCOMES.get(plain_word(label))
        if outcome is not None:
            return (), outcome
        return f"{cell!r} does not fit; it takes {wanted(item.nature, item.options)}."

    def _missing(self, at: int, cell: str) -> Outcome | None:
        """What a cell says came of its item because it was declared to mean so, here or by the file."""
        if plain_word(cell) in self.missing:
            return self.missing[plain_word(cell)]
        column = self.sheet.columns[at]
        if any(_in_range(cell, low, high) for low, high in self.known.missing.get(column, ())):
            return OUTCOMES.get(plain_word(self.known.codes.get(column, {}).get(cell, "")), "left empty")
        return None


def plain_word(text: str) -> str:
    """A word for comparing with those that say what came of an item."""
    return " ".join(text.split()).casefold() if len(text) <= 1 else " ".join(text.split()).casefold().rstrip(".")


def _in_range(cell: str, low: float, high: float) -> bool:
    try:
        return low <= float(cell) <= high
    except ValueError:
        return False
