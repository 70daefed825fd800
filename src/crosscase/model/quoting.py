"""Where words that somebody quoted stand in a text.

Other programs say what they coded by numbers that may be wrong, by the words themselves, or by both. `Text.find` gives
every place where the words stand: as they are written, else without regard to runs of blanks, letter case and the
typographer's forms of quotation marks, dashes and dots. `settle` then chooses: the place the numbers name where the
words agree, else the one place there is, else the one that lies between the words said to stand before and after.

Offsets are code points of the text, half-open.

What a careful reader would get wrong: two places are never decided by which is nearer, unless the program's own number
is close by; the quotation is left open and every place is listed.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

import msgspec

NEAR: Final = 400
"""Characters within which a number that is off is still taken to mean the place."""
_CONTEXT: Final = 32
_MOST: Final = 200
_FOLDED: Final = 8_000_000
"""Characters up to which a text is folded, which takes about a second for two million; above it, words must agree."""
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′", "'"),  # noqa: RUF001 - they are what is meant
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001 - they are what is meant
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)


class Settled(msgspec.Struct, frozen=True):
    """What came of a quotation.

    Attributes:
        span: where it stands; None: nowhere, or at several places.
        how: `given` as the numbers say, `found` by its words, `moved` to where its words stand, `doubtful` where the
            words are not the text's and the numbers were kept; `absent`; `several`.
        places: every place where the words stand, of `several`.
    """

    span: tuple[int, int] | None
    how: Literal["given", "found", "moved", "doubtful", "absent", "several"]
    places: tuple[tuple[int, int], ...] = ()


class Text:
    """A text in which quotations are looked for; it is folded once, when that is needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: str | None = None
        self._at: list[int] = []

    def find(self, words: str) -> list[tuple[int, int]]:
        """Every place where the words stand, at most 200; in a text longer than any transcript, only as written."""
        if not words.strip():
            return []
        found = _every(self.text, words)
        if found:
            return [(at, at + len(words)) for at in found]
        plain = _fold(words)[0].strip()
        if not plain or len(self.text) > _FOLDED:
            return []
        folded = self._fold()
        return [(self._at[at], self._at[at + len(plain) - 1] + 1) for at in _every(folded, plain)]

    def stands(self, start: int, end: int, words: str) -> bool:
        """Whether the words at a place are these, blanks, letter case and forms of signs apart."""
        here = self.text[start:end]
        return here == words or _fold(here)[0].strip() == _fold(words)[0].strip()

    def around(self, start: int, end: int) -> str:
        """A place with some words before and after it, for showing."""
        before = self.text[max(0, start - _CONTEXT) : start]
        after = self.text[end : end + _CONTEXT]
        here = self.text[start:end]
        here = here if len(here) <= 60 else f"{here[:28]} … {here[-28:]}"
        first, last = "…" if start > _CONTEXT else "", "…" if end + _CONTEXT < len(self.text) else ""
        return " ".join(f"{first}{before}[{here}]{after}{last}".split())

    def between(self, places: list[tuple[int, int]], before: str, after: str) -> list[tuple[int, int]]:
        """The places that lie between these words."""
        first, last = _fold(before)[0].strip()[-_CONTEXT:], _fold(after)[0].strip()[:_CONTEXT]
        fits: list[tuple[int, int]] = []
        for start, end in places:
            head = _fold(self.text[max(0, start - 4 * _CONTEXT) : start])[0].rstrip()
            tail = _fold(self.text[end : end + 4 * _CONTEXT])[0].lstrip()
            if head.endswith(first) and tail.startswith(last):
                fits.append((start, end))
        return fits

    def _fold(self) -> str:
        if self._folded is None:
            self._folded, self._at = _fold(self.text)
        return self._folded


def settle(
    text: Text, words: str, start: int = -1, end: int = -1, *, before: str = "", after: str = "", occurrence: int = 0
) -> Settled:
    """Where a quotation stands.

    Args:
        start, end: where a program says that it stands; -1: it does not say.
        before, after: words said to stand around it.
        occurrence: which of all places is meant, from 1 on; 0: not said. It counts as `Settled.places` does, whatever
            else is said of the place.
    """
    within = 0 <= start < end <= len(text.text)
    if not words.strip():
        return Settled((start, end), "given") if within else Settled(None, "absent")
    if within and text.stands(start, end, words):
        return Settled((start, end), "given")
    places = text.find(words)
    if occurrence:
        chosen = places[occurrence - 1 : occurrence]
        return Settled(chosen[0], "found") if chosen else Settled(None, "absent", tuple(places))
    every = tuple(places)
    if len(places) > 1 and (before or after):
        places = text.between(places, before, after) or places
    if len(places) > 1 and start >= 0:
        close = sorted(places, key=lambda place: abs(place[0] - start))
        near = abs(close[0][0] - start)
        places = close[:1] if near <= NEAR and near < abs(close[1][0] - start) else places
    if not places:
        return Settled((start, end), "doubtful") if within else Settled(None, "absent")
    if len(places) > 1:
        return Settled(None, "several", every)
    return Settled(places[0], "moved" if start >= 0 else "found")


def _every(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _fold(text: str) -> tuple[str, list[int]]:
    """The text for comparing, and the place each of its characters came from."""
    folded: list[str] = []
    at: list[int] = []
    blank = False
    for place, character in enumerate(text):
        if character.isspace():
            if not blank and folded:
                folded.append(" ")
                at.append(place)
            blank = True
            continue
        plain = character.translate(_ALIKE)
        if not plain.isascii():
            plain = unicodedata.normalize("NFKD", plain)
        for sign in plain.casefold():
            if not unicodedata.combining(sign):
                folded.append(sign)
                at.append(place)
                blank = False
    return "".join(folded), at
