"""Which items a survey's columns are, told from their headings, their labels and what stands in them.

A column of numbers is a number; of few different short words that come again, one of several options, or a scale where
all of them are steps of one that is known; of long words, an open question. Neighbouring columns with one wording, in
each of which only one thing is ever ticked, are one item with several options.

What a careful reader would get wrong: numbers with labels are options, not numbers, and a code without a label among
them is an option all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from crosscase.importers.answer_tables import OUTCOMES, plain_word
from crosscase.importers.spss import Together
from crosscase.importers.tabular import Row, Sheet
from crosscase.model.answering import folded
from crosscase.model.fieldwork import Outcome, QuestionNature
from crosscase.model.values import number_text

_NUMBER: Final = re.compile(r"^((?:Q|Item|Frage|V)?[ _]?\d+[a-z]?(?:[ _.]\d+)*)\s*[—:.)\-–]\s*(?=\S)", re.IGNORECASE)
_SHORT: Final = re.compile(r"[A-Za-z]{0,4}[_ ]?\d+[a-z]?(?:_\d+)*(?:_TEXT)?")
_REPEATED: Final = re.compile(r" \(\d+\)$")
_MOST_OPTIONS: Final = 25
_LONG: Final = 80
_FEW: Final = 10
_TITLE: Final = 60
_SCALES: Final[tuple[tuple[str, ...], ...]] = (
    ("strongly disagree", "disagree", "somewhat disagree", "slightly disagree", "neither agree nor disagree", "neutral",
     "slightly agree", "somewhat agree", "agree", "strongly agree"),
    ("very dissatisfied", "dissatisfied", "somewhat dissatisfied", "neither satisfied nor dissatisfied", "neutral",
     "somewhat satisfied", "satisfied", "very satisfied"),
    ("never", "almost never", "rarely", "seldom", "sometimes", "occasionally", "often", "frequently", "very often",
     "almost always", "always"),
    ("not at all", "slightly", "a little", "somewhat", "moderately", "quite", "very", "very much", "extremely"),
    ("very unlikely", "unlikely", "somewhat unlikely", "neutral", "somewhat likely", "likely", "very likely"),
    ("not important", "not at all important", "slightly important", "somewhat important", "moderately important",
     "important", "very important", "extremely important"),
    ("very poor", "poor", "fair", "good", "very good", "excellent"),
)  # fmt: skip


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a survey.

    Attributes:
        key: the name of its first column.
        places: its columns; several where each ticks one option.
        ticks: by column, the option it stands for, where a cell says only that it was chosen.
        counted: the cell that says so.
    """

    key: str
    wording: str
    number: str
    nature: QuestionNature
    options: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    ticks: dict[int, str] = {}
    counted: str = ""

    @property
    def title(self) -> str:
        """How it is spoken of: its number, else the beginning of its wording."""
        return self.number or (self.wording if len(self.wording) <= _TITLE else self.wording[: _TITLE - 1] + "…")

    def values(self, row: Row) -> dict[int, str]:
        """What somebody answered, by column."""
        return {at: row.cells[at] for at in self.places if row.cells[at]}

    def said(self, at: int, cell: str, labels: dict[str, str]) -> str:
        """What a cell says in words; empty: its option was not chosen."""
        if self.ticks:
            return self.ticks[at] if _same(cell, self.counted) else ""
        return cell if self.nature == "number" else labels.get(cell, cell)


def items_of(
    sheet: Sheet, places: Sequence[int], labels: dict[str, str], codes: dict[str, dict[str, str]], *,
    parts: dict[str, str] | None = None, sets: Sequence[Together] = (),
) -> tuple[list[Item], list[str]]:  # fmt: skip
    """The items of these columns, and the columns without any answer.

    Args:
        parts: what a second row of headings says of a column, beyond the wording of its question.
        sets: columns that the file itself says are one item.
    """
    items: list[Item] = []
    blank: list[str] = []
    cells = {at: [row.cells[at] for row in sheet.rows if row.cells[at]] for at in places}
    used: set[str] = set()
    run: list[int] = []
    given = {sheet.columns.index(one.columns[0]): one for one in sets}
    inside = {sheet.columns.index(name) for one in sets for name in one.columns}
    for at in places:
        if at in given:
            items.append(_of_set(sheet, given[at], labels, codes, used))
        if at in inside:
            continue
        if not cells[at]:
            blank.append(sheet.columns[at])
            continue
        run.append(at)
    wordings = Counter(folded(_heading(sheet, at, labels)[1]) for at in run)
    while run:
        together = _together(sheet, run, cells, labels, codes)
        column = sheet.columns[together[0]]
        ticked = tuple(codes.get(sheet.columns[at], {}).get(cells[at][0], cells[at][0]) for at in together)
        nature: tuple[QuestionNature, tuple[str, ...]] = ("many", ticked)
        if len(together) == 1:
            nature = _nature(cells[together[0]], codes.get(column, {}))
        heading = _heading(sheet, together[0], labels)
        part = (parts or {}).get(column, "")
        if len(together) == 1 and part and wordings[folded(heading[1])] > 1:
            heading = (heading[0], f"{heading[1]} [{part}]")
        items.append(_item(column, heading, together, nature, used))
        run = run[len(together) :]
    order = {name: at for at, name in enumerate(sheet.columns)}
    return sorted(items, key=lambda one: order[one.key]), blank


def _of_set(
    sheet: Sheet, one: Together, labels: dict[str, str], codes: dict[str, dict[str, str]], used: set[str]
) -> Item:
    """A multiple-response set as an item."""
    places = [sheet.columns.index(name) for name in one.columns]
    ticks: dict[int, str] = {}
    if one.counted:
        ticks = {at: labels.get(sheet.columns[at], sheet.columns[at]) for at in places}
        if len({folded(option) for option in ticks.values()}) < len(ticks):
            ticks = {at: sheet.columns[at] for at in places}
        options = tuple(ticks.values())
    else:
        said = (codes.get(name, {}).values() for name in one.columns)
        seen = (row.cells[at] for at in places for row in sheet.rows if row.cells[at])
        rest = (cell for cell in seen if not any(cell in codes.get(name, {}) for name in one.columns))
        options = _distinct((*(label for held in said for label in held), *rest))
    found = _NUMBER.match(one.label)
    heading = (found[1], one.label[found.end() :]) if found else (one.columns[0], one.label)
    item = _item(one.columns[0], heading, [places[0]], ("many", options), used)
    return msgspec.structs.replace(item, places=tuple(places), ticks=ticks, counted=one.counted)


def _same(cell: str, counted: str) -> bool:
    """Whether a cell holds the counted value, which a file may write as 1 or 1.0."""
    return cell == counted or (number_text(cell) is not None and number_text(cell) == number_text(counted))


def outcome_of(value: str, missing: Sequence[tuple[float, float]], labels: dict[str, str]) -> Outcome | None:
    """What came of an item instead of an answer, where its value says so."""
    number = number_text(value)
    declared = number is not None and any(low <= float(number) <= high for low, high in missing)
    said = labels.get(value, value)
    return OUTCOMES.get(plain_word(said)) or ("left empty" if declared else None)


def _heading(sheet: Sheet, at: int, labels: dict[str, str]) -> tuple[str, str]:
    """The number and the wording of a column."""
    column = sheet.columns[at]
    label = labels.get(column, "").strip()
    if label:
        found = _NUMBER.match(label)
        return (found[1], label[found.end() :]) if found else ("" if " " in column else column, label)
    found = _NUMBER.match(column)
    wording = _REPEATED.sub("", column[found.end() :] if found else column)
    return (found[1] if found else ""), wording


def _together(
    sheet: Sheet, run: list[int], cells: dict[int, list[str]], labels: dict[str, str], codes: dict[str, dict[str, str]]
) -> list[int]:
    """The first column, and those behind it that tick another option of the same item."""
    first = run[0]
    wording = _heading(sheet, first, labels)[1]

    def ticked(at: int) -> str:
        """The one thing that is ever ticked in a column."""
        value = cells[at][0]
        label = codes.get(sheet.columns[at], {}).get(value, "" if number_text(value) is not None else value)
        return label if len(set(cells[at])) == 1 else ""

    found = [first]
    if ticked(first):
        for at in run[1:]:
            if not ticked(at) or folded(_heading(sheet, at, labels)[1]) != folded(wording):
                break
            found.append(at)
    options = {folded(ticked(at)) for at in found}
    return found if len(options) == len(found) else [first]


def _item(
    column: str, heading: tuple[str, str], places: list[int], nature: tuple[QuestionNature, tuple[str, ...]],
    used: set[str],
) -> Item:  # fmt: skip
    number, wording = heading
    if len(places) > 1:
        number = re.sub(r"[ _.]0?1$", "", number)
    number = number if folded(number) not in used else column[:_TITLE]
    used.add(folded(number))
    return Item(key=column, wording=wording, number=number, nature=nature[0], options=nature[1], places=tuple(places))


def _nature(values: list[str], labels: dict[str, str]) -> tuple[QuestionNature, tuple[str, ...]]:
    """How an item is answered, by its values and the labels of its codes."""
    if labels and any(value in labels for value in values):
        ordered = sorted(labels.items(), key=lambda one: (number_text(one[0]) is None, float(number_text(one[0]) or 0)))
        said = dict.fromkeys(label for _, label in ordered if plain_word(label) not in OUTCOMES)
        said |= dict.fromkeys(value for value in values if value not in labels)
        options = _distinct(tuple(said))
        bare = {value for value in values if value not in labels and number_text(value) is not None}
        if len(bare) > len(labels) and len(bare) > _FEW and len(bare) == len({*values} - labels.keys()):
            # Ages, of which the highest alone has a label: it is a number, and the label says nothing more.
            return "number", ()
        if len(options) > 1:
            return ("likert" if _scale(options) else "one"), options
    if all(number_text(value) is not None for value in values):
        return "number", ()
    told = Counter(value for value in values if plain_word(value) not in OUTCOMES)
    options = _distinct(tuple(told))
    few = 1 < len(options) <= _MOST_OPTIONS and len(values) >= 2 * len(options)
    if few and all(len(option) <= 2 * _LONG and "\n" not in option for option in options):
        scale = _scale(options)
        return ("likert", scale) if scale else ("one", options)
    long = any(len(value) > _LONG or "\n" in value for value in values)
    sentences = sum(value.count(" ") >= 3 for value in values) * 4 >= len(values)
    return ("open" if long or sentences else "text"), ()


def _distinct(options: tuple[str, ...]) -> tuple[str, ...]:
    """Options that differ by more than letter case and blanks."""
    found: dict[str, str] = {}
    for option in options:
        found.setdefault(folded(option), option)
    return tuple(found.values())


def _scale(options: tuple[str, ...]) -> tuple[str, ...]:
    """The options as steps of a scale, from the lowest; empty: they are of none that is known."""
    for scale in _SCALES:
        places = {step: at for at, step in enumerate(scale)}
        if len(options) > 2 and all(folded(option) in places for option in options):
            return tuple(sorted(options, key=lambda option: places[folded(option)]))
    return ()
