"""What a draft refers to: `{quote:…}`, `{claim:…}`, `{table:…}`, `{figure:…}`, citations `[@key]`; each with its place.

After the colon stands the short id of a quotation or claim, as the lists print it, or the name of a part of a report
(`sample`), with a number where it has several tables or figures (`sample 2`). A backslash before the brace prints it as
it stands; nothing is read in code.

Offsets are code points, half-open. This is the one place that finds references: printing, checking, the margin of the
workbench and co-authors' changes all ask it.

What a careful reader would get wrong: a brace with something else in it is no mistake. Only a word with a colon after
it is taken for a reference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import get_close_matches
from typing import Literal

import msgspec

from crosscase.analyses.drafts.units import units

ReferenceKind = Literal["quote", "claim", "table", "figure", "cite"]
KINDS: tuple[ReferenceKind, ...] = ("quote", "claim", "table", "figure")

_BRACE = re.compile(r"(?<!\\)\{[ \t]*(?P<kind>[A-Za-z]+)[ \t]*:(?P<name>[^{}\n]*)(?P<end>\}?)")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_KEY = re.compile(r"(?<![\w@\\./-])-?@(?P<key>\w(?:[\w:.#$%&+?<>~/-]*\w)?|\{[^{}\s]+\})")
_MEANT: dict[str, ReferenceKind] = {
    "quotation": "quote", "quotations": "quote", "quotes": "quote", "zitat": "quote", "claims": "claim",
    "tables": "table", "tab": "table", "figures": "figure", "fig": "figure", "chart": "figure",
}  # fmt: skip


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A reference as it is written.

    Attributes:
        name: what stands after the colon, or the key of a citation.
        start, end: of all of it; `line` and `column` are where it begins, from 1.
        written: as it stands in the draft.
        alone: it is all that its paragraph holds, and is set apart.
    """

    kind: ReferenceKind
    name: str
    start: int
    end: int
    line: int
    column: int
    written: str
    alone: bool = False


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """Something that looks like a reference and cannot be one: what is wrong, and what would work."""

    start: int
    end: int
    line: int
    column: int
    written: str
    problem: str
    works: str


def references(text: str) -> list[Reference]:
    """Every reference, in the order of the text."""
    lines = _Lines(text)
    kinds = {str(kind): kind for kind in KINDS}
    found = [
        lines.reference(kinds[one["kind"].lower()], " ".join(one["name"].split()), one)
        for one in lines.braces()
        if one["end"] and one["kind"].lower() in kinds and one["name"].strip()
    ]
    found += [
        lines.reference("cite", one["key"].strip("{}"), one)
        for one in _KEY.finditer(text)
        if not lines.in_code(one.start()) and not any(each.start <= one.start() < each.end for each in found)
    ]
    alone = {(unit.words_at, unit.end) for unit in units(text) if unit.nature == "paragraph"}
    found = [msgspec.structs.replace(one, alone=(one.start, one.end) in alone) for one in found]
    return sorted(found, key=lambda one: one.start)


def mistakes(text: str) -> list[Mistake]:
    """What looks like a reference and is none."""
    lines = _Lines(text)
    found: list[Mistake] = []
    for one in lines.braces():
        kind = one["kind"].lower()
        problem = works = ""
        if kind not in KINDS:
            near = get_close_matches(kind, KINDS, n=1, cutoff=0.6)
            meant = _MEANT.get(kind) or (near[0] if near else "")
            if not meant and not one["end"]:
                continue
            problem = f"‘{one['kind']}’ is nothing that a draft can show."
            works = (
                f"Write {{{meant}:{one['name'].strip() or '…'}}}."
                if meant
                else f"Write one of {', '.join(f'{{{each}:…}}' for each in KINDS)}; or \\{{ to print the brace."
            )
        elif not one["end"]:
            problem, works = "The brace is not closed on this line.", f"Write {{{kind}:{one['name'].strip() or '…'}}}."
        elif not one["name"].strip():
            problem, works = f"It does not say which {kind}.", _example(kind)
        if problem:
            line, column = lines.place(one.start())
            found.append(
                Mistake(
                    start=one.start(), end=one.end(), line=line, column=column, written=one[0], problem=problem,
                    works=works,
                )
            )  # fmt: skip
    return found


def _example(kind: str) -> str:
    if kind in {"quote", "claim"}:
        kept = "quotations" if kind == "quote" else "claims"
        return f"Write the short id that the list of {kept} prints after the colon."
    return f"Write the name of a part of the report after the colon: {{{kind}:sample}}."


class _Lines:
    """Places in a text in lines and columns, and what of it is code."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
        self._code = [(unit.start, unit.end) for unit in units(text) if unit.nature == "code"]
        self._code += [one.span() for one in _CODE.finditer(text) if "\n\n" not in one[0]]

    def braces(self) -> list[re.Match[str]]:
        """What looks like a reference in braces."""
        return [one for one in _BRACE.finditer(self._text) if not self.in_code(one.start())]

    def in_code(self, at: int) -> bool:
        """Whether a place is within code."""
        return any(start <= at < end for start, end in self._code)

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, from 1."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def reference(self, kind: ReferenceKind, name: str, found: re.Match[str]) -> Reference:
        """A reference with its place."""
        line, column = self.place(found.start())
        return Reference(
            kind=kind, name=name, start=found.start(), end=found.end(), line=line, column=column, written=found[0]
        )
