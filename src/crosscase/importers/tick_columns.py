"""Columns that are each one option of an item, ticked or not: many programs write a question with several answers so.

Such a column is called by the item and the option (`A7: my manager`, `A7 [my manager]`, in SPSS the variable's label)
or by the item and the option's place (`A7_1`, `A7.2`). All columns of an item together are one answer: the options that
somebody ticked.

What a careful reader would get wrong: whoever ticked nothing at all may have left the question empty or may have meant
none of them. The file does not tell, so that it is read as left empty, and it is said of how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from crosscase.model import Id, Question
from crosscase.model.answering import folded
from crosscase.model.fieldwork import Outcome

YES: Final = frozenset({
    "yes", "y", "true", "1", "x", "✓", "✔", "☑", "ticked", "checked", "chosen", "selected", "mentioned"
})  # fmt: skip
NO: Final = frozenset({
    "no", "n", "false", "0", "☐", "not ticked", "unticked", "not checked", "unchecked", "not chosen", "not selected",
    "unselected", "not mentioned"
})  # fmt: skip

_AROUND = " \t_.:;,/|>-–—[(])"
_BEFORE = re.compile(r"^(?:question|item|q|v)(?:[\s_.:\-]+(?=\w)|(?=\d))", re.IGNORECASE)


def option_of(texts: Iterable[str], items: Sequence[Question], first: int = 1) -> tuple[Question, str] | None:
    """The item and the option that a column is called by.

    Args:
        texts: the column's name, and what else it goes by.
        items: those that take several options are looked at.
        first: the place of the first option.
    """
    for text in texts:
        for item in items:
            if item.nature != "many":
                continue
            for rest in _rests(text, item):
                if (option := _option(item, rest, first)) is not None:
                    return item, option
    return None


def _rests(text: str, item: Question) -> Iterator[str]:
    """What stands after the item's number or wording, where something parts the two."""
    heads = [f"{item.number} {item.wording}", item.number, item.wording] if item.number else [item.wording]
    for said in dict.fromkeys((text.strip(), _BEFORE.sub("", text.strip(), count=1))):
        plainly = " ".join(said.split())
        for head in (" ".join(one.split()).rstrip(".:?!…") for one in heads):
            rest = plainly[len(head) :]
            if plainly.casefold().startswith(head.casefold()) and rest and not rest[0].isalnum():
                yield rest.lstrip(".:?!…").strip(_AROUND)


def _option(item: Question, said: str, first: int) -> str | None:
    for option in item.options:
        if folded(option) == folded(said) or folded(option.strip(_AROUND)) == folded(said):
            return option
    place = int(said) - first if said.isdecimal() and len(said) < 4 else -1
    return item.options[place] if 0 <= place < len(item.options) else None


class Ticks:
    """Which columns are options of which item, and what a row's cells in them come to.

    Args:
        yes, no: more words that mean so; what is said here goes before what is known.
    """

    def __init__(self, yes: Sequence[str] = (), no: Sequence[str] = ()) -> None:
        said = {folded(word): True for word in yes} | {folded(word): False for word in no}
        self.words = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False), **said}
        self.columns: dict[Id, dict[int, str]] = {}
        self.nothing: dict[Id, int] = {}

    def cell(self, cell: str, option: str, label: str) -> bool | None:
        """Whether a cell says that the option was chosen; None: it says neither."""
        for text in (label, cell):
            if text and folded(text) == folded(option):
                return True
            if text and folded(text) in self.words:
                return self.words[folded(text)]
        return None

    def answer(
        self, item: Question, cells: Mapping[int, bool | Outcome | None]
    ) -> tuple[tuple[str, ...], Outcome] | str:
        """Values and outcome of an item by its columns, or why they do not go together; None is a blank cell."""
        chosen = {self.columns[item.id][at] for at, said in cells.items() if said is True}
        others = {said for said in cells.values() if isinstance(said, str)}
        if chosen and others - {"left empty"}:
            return f"options are ticked, and others of the same question say {' and '.join(sorted(others))}."
        if chosen:
            return tuple(option for option in item.options if option in chosen), "answered"
        if any(said is False for said in cells.values()):
            self.nothing[item.id] = self.nothing.get(item.id, 0) + 1
            return (), "left empty"
        if len(others - {"left empty"}) > 1:
            return f"its columns say {' and '.join(sorted(others))}."
        return (), next(iter(others - {"left empty"}), "left empty")
