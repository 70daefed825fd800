"""Words of participants who may not be quoted, where they stand in what others wrote.

A definition, a theme's meaning or a reason may repeat what somebody said, and a code in vivo is named so. Before such
writing leaves the study, every run of 20 or more letters that only these participants said is covered by a mark, and so
is the name of a code in vivo that nobody else's words hold. What others said too, or interviewers asked, is left.

Case, line breaks, runs of blanks and the kind of apostrophe do not matter. A run is found because it must hold one of
the blocks of ten letters into which the participants' words are cut (a run of 20 holds at least one whole).

What a careful reader would get wrong: this finds words that were repeated, not what was told in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from crosscase.model import Code, Coding, Id, Source
from crosscase.reads.codings import Texts
from crosscase.reads.consents import Whose

RUN: Final = 20
"""So many letters in a row are words that were repeated."""

_BLOCK: Final = RUN // 2
_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


class OwnWords:
    """Finds the words of some participants in other writing."""

    def __init__(
        self, said: Sequence[tuple[str, str]], others: Sequence[str] = (), names: Mapping[str, str] | None = None
    ) -> None:
        """Know what was said.

        Args:
            said: what these participants said, with how they are called; words and names as `plain` gives them.
            others: what anybody else said or asked.
            names: names of codes that only these participants' words hold, with how they are called.
        """
        self._said = [(words, of) for words, of in said if words]
        self._others = list(others)
        self._names = dict(names or {})
        self._blocks: dict[str, list[tuple[int, int]]] = {}
        for number, (words, _) in enumerate(self._said):
            for at in range(0, len(words) - _BLOCK + 1, _BLOCK):
                self._blocks.setdefault(words[at : at + _BLOCK], []).append((number, at))
        longest = sorted(self._names, key=len, reverse=True)
        self._named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else None

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """The stretches of a text that are these participants' words, in order and apart: (start, end, whose)."""
        if not self._said:
            return []
        written, places = _placed(text)
        runs = [*self._runs(written), *self._in_vivo(written)]
        found: list[tuple[int, int, str]] = []
        for start, end, of in sorted(runs):
            first, last = _whole_words(text, places[start], places[end - 1] + 1)
            if found and first < found[-1][1]:
                found[-1] = (found[-1][0], max(last, found[-1][1]), found[-1][2])
            else:
                found.append((first, last, of))
        return found

    def _runs(self, written: str) -> Iterable[tuple[int, int, str]]:
        at = 0
        while at + _BLOCK <= len(written):
            spots = self._blocks.get(written[at : at + _BLOCK], ())
            runs = [self._around(written, at, *spot) for spot in spots]
            start, end, of = max(runs, key=lambda run: run[1] - run[0], default=(at, at, ""))
            if end - start >= RUN:
                if not any(written[start:end].strip() in other for other in self._others):
                    yield start, end, of
                at = max(at + 1, end - _BLOCK + 1)
            else:
                at += 1

    def _around(self, written: str, at: int, number: int, place: int) -> tuple[int, int, str]:
        """The longest run that holds the block at `at`, which stands at `place` in what was said."""
        said, of = self._said[number]
        start, before = at, place
        while start and before and written[start - 1] == said[before - 1]:
            start, before = start - 1, before - 1
        end, after = at + _BLOCK, place + _BLOCK
        while end < len(written) and after < len(said) and written[end] == said[after]:
            end, after = end + 1, after + 1
        return start, end, of

    def _in_vivo(self, written: str) -> Iterable[tuple[int, int, str]]:
        for match in self._named.finditer(written) if self._named else ():
            yield match.start(), match.end(), self._names[match[0]]

    def covered(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text with a mark in the place of these participants' words, and whose words were covered."""
        found = self.found(text)
        if not found:
            return text, ()
        parts: list[str] = []
        at = 0
        for start, end, of in found:
            parts += (text[at:start], f"[words of {of} withheld]")
            at = end
        return "".join((*parts, text[at:])), tuple(dict.fromkeys(of for _, _, of in found))


def own_words(texts: Texts, whose: Whose, refused: Mapping[Id, str]) -> OwnWords:
    """The words of some participants of a study.

    Args:
        texts: of the study.
        whose: whose words stand where.
        refused: participants whose words may not be written → how they are called.
    """
    if not refused:
        return OwnWords(())
    said: list[tuple[str, str]] = []
    others: list[str] = []
    for source in texts.rows(Source):
        text = texts.text(source.id)
        left: list[str] = []
        at = 0
        for start, end, people in sorted(whose.stretches(source.id, len(text))):
            of = [refused[one] for one in people if one in refused]
            if of:
                said.append((plain(text[start:end]), " or ".join(of)))
                left.append(text[at:start])
                at = max(at, end)
        others.append(plain("\n".join((*left, text[at:]))))
    return OwnWords(said, others, _in_vivo_names(texts, whose, refused, others))


def _in_vivo_names(texts: Texts, whose: Whose, refused: Mapping[Id, str], others: Sequence[str]) -> dict[str, str]:
    """Names of codes that were made of these participants' words and that nobody else said."""
    names: dict[str, str] = {}
    codes = {one.id: plain(one.name) for one in texts.rows(Code)}
    for coding in texts.rows(Coding, origin="in vivo"):
        name = codes.get(coding.code, "")
        of = [refused[one] for one in whose.of(coding.source, coding.start, coding.end) if one in refused]
        words = plain(texts.text(coding.source)[coding.start : coding.end]) if of and name else ""
        if name and name in words and not any(_holds(other, name) for other in others):
            names[name] = " or ".join(of)
    return names


def plain(text: str) -> str:
    """A text as it is compared: small letters, one kind of apostrophe, single blanks."""
    return " ".join(text.translate(_ALIKE).casefold().split())


def _placed(text: str) -> tuple[str, list[int]]:
    """The same, and of each letter where it stands in the text."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text.translate(_ALIKE)):
        folded = letter.casefold()
        if folded.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(at)
            continue
        letters += folded
        places += [at] * len(folded)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), places


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the words that it cuts taken in whole, and without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _holds(text: str, words: str) -> bool:
    """Whether words stand in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
