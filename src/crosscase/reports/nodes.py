"""Nodes of pandoc's tree: paragraphs, cells, and words that can never act as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from crosscase.reports.document import Run

Node: TypeAlias = dict[str, Any]

NO_ATTR: Final = ["", [], []]
INWARDS: Final = "\u00a0\u00a0"
"""What a blank at the beginning of a cell is printed as; lines are not broken there."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, which no format can hold; line ends as one character."""
    return _CONTROL.sub("", text.replace("\r\n", "\n"))


def raw_block(target: str, text: str) -> Node:
    """A piece in the words of a format itself."""
    return {"t": "RawBlock", "c": [target, text]}


def cell_node(blocks: list[Node], span: int = 1) -> list[Any]:
    """A cell; one that spans several columns is centred over them."""
    align = "AlignDefault" if span == 1 else "AlignCenter"
    return [NO_ATTR, {"t": align}, 1, span, blocks]


def row_node(cells: list[list[Any]]) -> list[Any]:
    """A row of cells."""
    return [NO_ATTR, cells]


def para(inlines: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: list[Node]) -> Node:
    """Words without the room of a paragraph around them."""
    return {"t": "Plain", "c": inlines}


def plains(inlines: list[Node]) -> list[Node]:
    """The same, or nothing where there are no words."""
    return [plain(inlines)] if inlines else []


def strong_node(inlines: list[Node]) -> Node:
    """Words set strong."""
    return {"t": "Strong", "c": inlines}


def strong_text(text: str) -> list[Node]:
    """Plain words set strong, or nothing."""
    return [strong_node(text_nodes(text))] if text else []


def inline(text: str, *, strong: bool = False) -> list[Node]:
    """Words with their line breaks; blanks at the beginning are steps inwards."""
    words = text.lstrip(" ")
    inwards: list[Node] = [{"t": "Str", "c": INWARDS * (len(text) - len(words))}] if words != text else []
    found = text_nodes(words)
    return inwards + ([strong_node(found)] if strong and found else found)


def runs_of(runs: Sequence[Run]) -> list[Node]:
    """Runs with their styles."""
    found: list[Node] = []
    for run in runs:
        words = text_nodes(run.text)
        if run.style == "strong":
            words = [strong_node(words)]
        elif run.style == "emphasis":
            words = [{"t": "Emph", "c": words}]
        found += words
    return found


def text_nodes(text: str) -> list[Node]:
    """Plain words as pandoc has them: words, blanks, line breaks."""
    found: list[Node] = []
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            found.append({"t": "LineBreak"})
        parts = filter(None, re.split(r"([ \t]+)", line))
        found += [{"t": "Str", "c": part} if part.strip(" \t") else {"t": "Space"} for part in parts]
    return found
