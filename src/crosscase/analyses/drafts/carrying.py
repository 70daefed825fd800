"""A change of one wording made in another: what a co-author changed in print is made in the Markdown it came from.

`carried(old, new, onto)` finds what differs between `old` and `new` by words and makes it in `onto`, which is `old` in
nearly the same words (with markup, or changed elsewhere since). Where `onto` no longer has the words that were changed,
nothing is guessed: the answer is None.

What a careful reader would get wrong: references are single words here (`{quote:3f2a9c1d0b44}` is one), so a change
takes one whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from crosscase.analyses.drafts.units import units

_TOKEN = re.compile(r"(?<!\\)\{[A-Za-z]+:[^{}\n]*\}|\[[^\[\]\n]*@[^\[\]\n]*\]|\w+|\s+|[^\w\s]")
_MARKUP = frozenset("*_`")


def carried(old: str, new: str, onto: str) -> str | None:
    """`onto` with the change from `old` to `new` made in it; None where it cannot be.

    All three are a paragraph or so: the time taken grows with the square of their lengths.
    """
    if new in {old, onto}:
        return onto
    if onto == old:
        return new
    return _carried(_TOKEN.findall(old), _TOKEN.findall(new), _TOKEN.findall(onto), _key)


def carried_whole(old: str, new: str, onto: str) -> str | None:
    """The same for a whole draft, paragraph by paragraph; None where both changed the same one."""
    if new in {old, onto}:
        return onto
    if onto == old:
        return new
    return _carried(_paragraphs(old), _paragraphs(new), _paragraphs(onto), lambda token: token)


def _paragraphs(text: str) -> list[str]:
    found, at = [], 0
    for unit in units(text):
        found += [text[at : unit.start], unit.text]
        at = unit.end
    return [*found, text[at:]]


def _key(token: str) -> str:
    """Blanks and line breaks are one, whatever they are."""
    return " " if token.isspace() else token


def _carried(old: Sequence[str], new: Sequence[str], onto: Sequence[str], key: Callable[[str], str]) -> str | None:
    one, other, third = ([key(token) for token in tokens] for tokens in (old, new, onto))
    place: dict[int, int] = {}
    for a, c, size in SequenceMatcher(None, one, third, autojunk=False).get_matching_blocks():
        place |= {a + step: c + step for step in range(size)}
    edits: list[tuple[int, int, Sequence[str]]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        where = _where(place, i1, i2, len(old), len(onto))
        if where is None:
            return None
        low, high = where
        if i2 > i1:
            between = {place[at] for at in range(i1, i2)}
            if any(at not in between and onto[at] not in _MARKUP for at in range(low, high)):
                return None
            low, high = _balanced(onto, low, high, set(place.values()))
        edits.append((low, high, new[j1:j2]))
    kept = list(onto)
    for low, high, words in reversed(edits):
        kept[low:high] = words
    return "".join(kept)


def _where(place: dict[int, int], i1: int, i2: int, length: int, there: int) -> tuple[int, int] | None:
    """Which tokens of the third stand for these of the first."""
    if i2 > i1:
        if any(at not in place for at in range(i1, i2)):
            return None
        return place[i1], place[i2 - 1] + 1
    if i1 and i1 - 1 in place:
        at = place[i1 - 1] + 1
        return at, at
    if i1 in place:
        return place[i1], place[i1]
    if not length:
        return 0, 0
    return (there, there) if i1 == length else None


def _balanced(onto: Sequence[str], low: int, high: int, known: set[int]) -> tuple[int, int]:
    """A stretch that takes both marks of *emphasis* with it, or none."""

    def odd() -> bool:
        marks = [token for at, token in enumerate(onto[low:high], low) if token in _MARKUP and at not in known]
        return any(marks.count(mark) % 2 for mark in _MARKUP)

    def mark(at: int) -> bool:
        return 0 <= at < len(onto) and onto[at] in _MARKUP and at not in known

    while odd() and (mark(low - 1) or mark(high)):
        low, high = (low - 1, high) if mark(low - 1) else (low, high + 1)
    return low, high


def in_words(old: str, new: str, most: int = 3) -> str:
    """What differs between two wordings, in a line: “a” became “b”; put in: “c”; left out: “d”."""
    one, other = old.split(), new.split()
    told = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        was, became = " ".join(one[a:b]), " ".join(other[c:d])
        if tag == "replace":
            told.append(f"“{was}” became “{became}”")
        elif tag == "insert":
            told.append(f"put in: “{became}”")
        elif tag == "delete":
            told.append(f"left out: “{was}”")
    return "; ".join([*told[:most], *([f"and {len(told) - most} more"] if len(told) > most else [])])
