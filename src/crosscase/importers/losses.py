"""What a document holds beside its words, counted while it is read and said in plain sentences.

A comment, a text box or a page head is shown with its words, so that a researcher sees whether somebody's
speech stood there; pictures, fields and list numbers are only counted.
"""

from __future__ import annotations

import msgspec

from crosscase.model.bundle import Loss

_SHOWN = 300


class Comment(msgspec.Struct, frozen=True):
    """A remark in the margin, the words it was put on, some that stand before these, and how many letters do."""

    author: str
    on: str
    words: str
    before: str = ""
    letters: int = 0


class Left(msgspec.Struct, kw_only=True):
    """What was left out. Words are counted where only their number is told."""

    comments: list[Comment] = []
    boxes: list[str] = []
    heads: list[str] = []
    pictures: int = 0
    embedded: int = 0
    formulas: int = 0
    numbered: int = 0
    hidden: int = 0
    glosses: int = 0
    inserted: int = 0
    deleted: int = 0
    others: list[Loss] = []


def listed(left: Left) -> tuple[Loss, ...]:
    """One loss for each kind of thing, and one for each comment and text box."""
    found: list[Loss] = []
    if left.inserted or left.deleted:
        what = f"They were accepted: {_words(left.inserted)} inserted, {_words(left.deleted)} deleted."
        found.append(Loss(place="tracked changes", what=what))
    for number, one in enumerate(left.comments, 1):
        by = f" by {one.author}" if one.author else ""
        on = f" on “{_short(one.on)}”" if one.on else ""
        found.append(Loss(place=f"comment {number}", what=f"Left out{by}{on}: “{_short(one.words)}”"))
    found += [
        Loss(place=f"text box {number}", what=f"Left out: “{_short(words)}”") for number, words in _each(left.boxes)
    ]
    found += [Loss(place="page head or foot", what=f"Left out: “{_short(words)}”") for _, words in _each(left.heads)]
    for count, place, what in (
        (left.pictures, "pictures", "picture(s) or drawing(s) left out."),
        (left.embedded, "embedded files", "embedded file(s) left out and not opened."),
        (left.formulas, "formulas", "formula(s) written as TeX."),
        (left.numbered, "lists", "number(s) or bullet(s) that the program puts before a paragraph left out."),
        (left.glosses, "readings", "reading(s) above the line (ruby) left out."),
        (left.hidden, "hidden text", "hidden word(s) left out."),
    ):
        if count:
            found.append(Loss(place=place, what=f"{count:,} {what}"))
    return (*found, *left.others)


def _each(words: list[str]) -> list[tuple[int, str]]:
    """Each once, in order: the same page head is stored for every section."""
    return list(enumerate(dict.fromkeys(words), 1))


def _words(count: int) -> str:
    return f"{count:,} word" + ("" if count == 1 else "s")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
