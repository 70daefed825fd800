"""The paragraphs of a text in Markdown: what stands between empty lines, and each heading and item of a list by itself.

Offsets are code points, half-open, without the line break at the end. A block of code is one unit, and so is a table.

What a careful reader would get wrong: this is no reader of Markdown, pandoc is. It finds the pieces that a person takes
for paragraphs, so that a change in one of them touches no other.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

Nature = Literal["heading", "paragraph", "item", "quotation", "code", "table", "other"]

_LINE = re.compile(r"[^\n]*(?:\n|$)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTED = re.compile(r" {0,3}>")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE = re.compile(r" {0,3}(?:\||\+[-=]|-{2,}[ |-]*$)")
_OTHER = re.compile(r" {0,3}(?::[ \t]|(?:[*_-][ \t]*){3,}$|=+[ \t]*$)| {4,}|\t")
LEAD = re.compile(r"(?:[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|\[\^[^\]\s]+\]:[ \t]*))*[ \t]*")
"""What stands at the beginning of a paragraph and is not part of its words."""


class Unit(msgspec.Struct, frozen=True):
    """A paragraph of a draft: `[start, end)` of its text, and what it is."""

    start: int
    end: int
    text: str
    nature: Nature

    @property
    def words_at(self) -> int:
        """Where its words begin, after `# `, `> ` or `- `."""
        found = LEAD.match(self.text)
        return self.start + (found.end() if found else 0)


def units(text: str) -> list[Unit]:
    """The paragraphs of a text, in order and apart."""
    found: list[Unit] = []
    begun, reached, fence = -1, 0, ""
    nature: Nature = "paragraph"

    def close() -> None:
        nonlocal begun
        if begun >= 0 and text[begun:reached].strip():
            found.append(Unit(begun, reached, text[begun:reached], nature))
        begun = -1

    for line in _LINE.finditer(text):
        start, words = line.start(), line[0].rstrip("\n")
        end = start + len(words)
        if fence:
            reached = end
            if words.strip().startswith(fence) and not words.strip().strip(fence[0]):
                fence = ""
                close()
            continue
        if not words.strip(" \t>"):
            close()
            continue
        kind = _nature(words)
        fenced = _FENCE.match(words)
        if begun >= 0 and (kind in {"heading", "item", "code"} or nature == "heading"):
            close()
        if begun < 0:
            begun, nature = start, kind
        reached = end
        if fenced:
            fence = fenced[1]
    close()
    return found


def _nature(line: str) -> Nature:
    if _FENCE.match(line):
        return "code"
    if _HEADING.match(line):
        return "heading"
    if _TABLE.match(line):
        return "table"
    if _ITEM.match(line):
        return "item"
    if _QUOTED.match(line):
        return "quotation"
    return "other" if _OTHER.match(line) else "paragraph"
