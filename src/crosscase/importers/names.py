"""Which words of files may be names of people and places: a list of proposals for somebody who looks at each.

There is no dictionary of names here, and no model of a language: only what writing itself shows. A word is proposed
when it stands with a capital inside a sentence and nowhere without one, after a title (`Mrs Bell`) or words that
introduce (`my name is`), as a speaker's label that is none in common use, or at the beginning of sentences in the way
people stand there (`Katrin said`). Why it is proposed is said with it.

What a careful reader would get wrong: nothing proposed does not mean no names. One in small letters, in capitals alone,
one that is a word of the language as well (`Rose`, `Mark`) and never follows a title, a nickname at the beginning of a
sentence: all of these are missed. Where nouns have capitals (German), words inside sentences say nothing, and only the
other signs count; `Proposed.nouns` says that this was so. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from crosscase.importers.labels import ASKS, NEVER, TITLES, base, usual
from crosscase.importers.options import folded
from crosscase.model.bundle import Document

Sign = Literal["title", "introduced", "label", "inside", "begins"]
Nature = Literal["person", "place", ""]

_AROUND = 40
_LEAST_WORDS, _NOUNS = 60, 0.12
"""From so many words on, such a share of capitals inside sentences is that of a language which writes nouns so."""

_WORD = re.compile(r"[^\W\d_](?:\w|['’](?=\w))*")
_LETTERS = re.compile(r"\w+")
_SHORTENED = re.compile(r"['’](?:s|d|m|t|ll|ve|re|n)$", re.IGNORECASE)
_ENDS = frozenset(".!?…:;\n\"'“”‘’«»([-–—*>")
_INTRODUCED = re.compile(
    r"\b(?:name is|name's|name’s|named|called|ich heiße|ich heisse|heißt|mein name ist|je m'appelle|je m’appelle|"
    r"s'appelle|s’appelle|me llamo|se llama|mi chiamo)[ \t]+$",
    re.IGNORECASE,
)
_AT = frozenset({"in", "near", "at", "outside", "around", "towards"})
_AS_PEOPLE_DO = frozenset({
    "said", "says", "told", "asked", "was", "is", "has", "had", "did", "does", "would", "will", "came", "went", "knew",
    "knows", "thinks", "thought", "wanted", "wants", "gave", "left", "called", "took", "rang", "never", "always",
})  # fmt: skip
_WITH_CAPITALS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter",
    "ramadan", "eid", "god", "jesus", "lord", "english", "british", "internet", "google", "facebook", "whatsapp",
    "zoom", "skype", "youtube", "covid", "wi-fi", "bible", "quran", "okay", "ok", "mum", "mom", "dad", "granny",
    "grandma", "grandad", "grandpa", "doctor",
})  # fmt: skip


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Words that may be a name.

    Attributes:
        nature: what it seems to be; empty where nothing says so.
        signs: why it is proposed, the strongest first.
        sure: a title, an introduction, a label, or several places inside sentences speak for it.
        count, documents: how often it stands, and in how many documents.
        part_of: the longer name that has it in it, where there is just one.
        before, after: what stands around one place of it, in the document of that key.
    """

    words: str
    nature: Nature
    signs: tuple[Sign, ...]
    sure: bool
    count: int
    documents: int
    part_of: str
    document: str
    before: str
    after: str


class Proposed(msgspec.Struct, frozen=True):
    """All proposals, and whether capitals inside sentences had to be passed over."""

    proposals: tuple[Proposal, ...]
    nouns: bool


class _Met(msgspec.Struct):
    """What was seen of some words."""

    signs: Counter[Sign]
    at: int = 0
    elsewhere: int = 0


def propose(documents: Sequence[Document], *, known: Iterable[str] = ()) -> Proposed:
    """Words of documents that may be names.

    Args:
        known: names that are known already; they are not proposed, nor are single words of them.
    """
    seen = _Seen()
    for document in documents:
        seen.read(document)
    nouns = seen.inside >= _LEAST_WORDS and seen.capitals / seen.inside > _NOUNS
    left_out = {folded(name) for name in known}
    wanted = {
        words: met
        for words, met in seen.met.items()
        if folded(words) not in left_out and _speaks_for(words, met, seen.small, nouns=nouns)
    }
    wholes = _wholes(wanted)
    found = [_proposal(words, met, wholes.get(words, "")) for words, met in wanted.items()]
    placed = _placed(found, documents)
    return Proposed(tuple(sorted(placed, key=lambda one: (not one.sure, -one.count, one.words))), nouns)


class _Seen:
    """What one walk over all documents saw."""

    def __init__(self) -> None:
        self.met: dict[str, _Met] = {}
        self.small: set[str] = set()
        self.inside = self.capitals = 0

    def note(self, words: str, sign: Sign) -> _Met:
        met = self.met.setdefault(words, _Met(Counter()))
        met.signs[sign] += 1
        return met

    def read(self, document: Document) -> None:
        labels = {base(one.label) for one in document.speakers} - {""}
        for label in labels:
            name = _bare(label)
            if name and _names_somebody(name):
                self.note(name, "label")
        for stretch in _spoken(document):
            self._words(stretch)

    def _words(self, text: str) -> None:
        words = [(one.start(), _end(one), one.group()) for one in _WORD.finditer(text)]
        run: list[tuple[int, int]] = []
        sign: Sign = "inside"
        for number, (start, end, word) in enumerate(words):
            first = _begins_sentence(text, start)
            before = words[number - 1] if number else None
            titled = before is not None and _is_title(before[2]) and text[before[1] : start] in {" ", ". ", "."}
            capital = _capital(text[start:end])
            if word.islower():
                self.small.add(_SHORTENED.sub("", word))
            if not first:
                self.inside += 1
                self.capitals += capital
            goes_on = run and capital and (titled or not first) and text[run[-1][1] : start] == " "
            if goes_on and not _is_title(word):
                run.append((start, end))
                continue
            self._close(text, run, sign)
            run = []
            if not capital or _is_title(word):
                continue
            if titled:
                run, sign = [(start, end)], "title"
            elif _INTRODUCED.search(text, max(0, start - 24), start):
                run, sign = [(start, end)], "introduced"
            elif not first:
                run, sign = [(start, end)], "inside"
            elif self._like_a_person(text, words, number):
                run, sign = [(start, end)], "begins"
        self._close(text, run, sign)

    def _close(self, text: str, run: list[tuple[int, int]], sign: Sign) -> None:
        if not run:
            return
        words = text[run[0][0] : run[-1][1]]
        met = self.note(words, sign)
        before = text[max(0, run[0][0] - 12) : run[0][0]].split()
        if before and before[-1].casefold() in _AT:
            met.at += 1
        else:
            met.elsewhere += 1

    @staticmethod
    def _like_a_person(text: str, words: list[tuple[int, int, str]], number: int) -> bool:
        _, end, word = words[number]
        if _SHORTENED.search(word) and word.casefold().endswith("s"):
            return True
        if number + 1 == len(words):
            return False
        start, stop, after = words[number + 1]
        return text[end:start] == " " and (after in _AS_PEOPLE_DO or _capital(text[start:stop]))


def _spoken(document: Document) -> Iterator[str]:
    """The stretches that are words of somebody; labels lie outside."""
    if not document.turns:
        yield document.text
    for turn in document.turns:
        yield document.text[turn.start : turn.end]


def _end(word: re.Match[str]) -> int:
    """Where a word ends without a shortened one behind it: `Anna's` is Anna, `O'Brien` is O'Brien."""
    short = _SHORTENED.search(word.group())
    return word.start() + (short.start() if short else len(word.group()))


def _begins_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \t":
        at -= 1
    return at < 0 or text[at] in _ENDS


def _capital(word: str) -> bool:
    """Written as a name is: `Katrin`, `McAra`, `O'Brien`; not `NHS`, `VCs`, `I`."""
    return len(word) > 1 and word[0].isupper() and not word[1].isupper()


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.casefold() in TITLES


def _bare(label: str) -> str:
    """A label without the title and the marks around it."""
    words = [word.strip(".,()[]") for word in label.split()]
    return " ".join(word for word in words if word and folded(word) not in TITLES)


def _names_somebody(label: str) -> bool:
    """Whether a label is somebody's name, as far as its shape tells: no usual one, no single letters, no code."""
    key = folded(label)
    fits = len(label) > 2 and label[0].isupper() and not any(one.isdigit() for one in label)
    return fits and not usual(key)[0] and key not in ASKS and key not in NEVER and key.split()[0] not in _WITH_CAPITALS


def _speaks_for(words: str, met: _Met, small: set[str], *, nouns: bool) -> bool:
    if met.signs["title"] or met.signs["introduced"] or met.signs["label"]:
        return True
    parts = [part.casefold() for part in words.split()]
    if nouns or all(part in small or part in _WITH_CAPITALS for part in parts):
        return False
    if len(parts) > 1 and parts[0] in small and not met.signs["inside"]:
        return False  # `And Katrin`: Katrin is met elsewhere
    return met.signs["inside"] > 0 or met.signs["begins"] > 1


def _wholes(wanted: dict[str, _Met]) -> dict[str, str]:
    """The longer name of single words, where one of them alone has the word in it."""
    found: dict[str, list[str]] = {}
    for words in wanted:
        for part in set(words.split()) if " " in words else ():
            found.setdefault(part, []).append(words)
    return {part: wholes[0] for part, wholes in found.items() if len(wholes) == 1}


def _proposal(words: str, met: _Met, whole: str) -> Proposal:
    order: tuple[Sign, ...] = ("title", "introduced", "label", "inside", "begins")
    signs = tuple(sign for sign in order if met.signs[sign])
    person = bool({"title", "label"} & set(signs))
    nature: Nature = "person" if person else "place" if met.at > 0 and 2 * met.at >= met.elsewhere else ""
    sure = bool({"title", "introduced", "label"} & set(signs)) or met.signs["inside"] > 1
    return Proposal(
        words=words, nature=nature, signs=signs, sure=sure, count=0, documents=0, part_of=whole, document="",
        before="", after="",
    )  # fmt: skip


def _placed(found: Sequence[Proposal], documents: Sequence[Document]) -> list[Proposal]:
    """The proposals with how often they stand and one place each, in what somebody says where there is one."""
    if not found:
        return []
    wanted = Wanted(one.words for one in found)
    count: Counter[str] = Counter()
    among: dict[str, int] = {}
    place: dict[str, tuple[str, str, str]] = {}
    for document in documents:
        text = document.text
        hits = list(wanted.finds(text))
        here = Counter(text[start:end] for start, end in hits)
        count.update(here)
        for words in here:
            among[words] = among.get(words, 0) + 1
        if here.keys() <= place.keys():
            continue
        ends = [turn.end for turn in document.turns]
        spoken = [hit for hit in hits if _within(document, ends, hit[0])]
        for start, end in (*spoken, *hits):
            place.setdefault(text[start:end], _place(document, start, end))
    return [
        msgspec.structs.replace(
            one, count=count[one.words], documents=among[one.words], document=place[one.words][0],
            before=place[one.words][1], after=place[one.words][2],
        )
        for one in found
        if one.words in among
    ]  # fmt: skip


def _within(document: Document, ends: list[int], offset: int) -> bool:
    """Whether somebody says what stands at an offset, and it is no label."""
    at = bisect_right(ends, offset)
    return at < len(ends) and document.turns[at].start <= offset


def _place(document: Document, start: int, end: int) -> tuple[str, str, str]:
    text = document.text
    return document.key, _shown(text[max(0, start - _AROUND) : start]), _shown(text[end : end + _AROUND])


def _shown(text: str) -> str:
    """A stretch in one line, with the blanks at its ends."""
    return re.sub(r"\s+", " ", text)


class Wanted:
    """Finds names as words of their own, the longest first; hundreds of them cost no more than one.

    As `reads.names.pattern` finds them: what comes before and after is no letter, digit or underscore.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            first = _LETTERS.match(name)
            if first:
                self._by_first.setdefault(first.group(), []).append(name)

    def finds(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where they stand (start, end), from the left, none within another."""
        last = end = len(text) if end is None else end
        behind = start
        for word in _LETTERS.finditer(text, start, last):
            at = word.start()
            if at < behind:
                continue
            for name in self._by_first.get(word.group(), ()):
                stop = at + len(name)
                if text.startswith(name, at) and stop <= end and not _LETTERS.match(text, stop):
                    yield at, stop
                    behind = stop
                    break

    def replaced(self, text: str, names: Mapping[str, str]) -> str:
        """The text with what stands for each of them."""
        pieces: list[str] = []
        last = 0
        for start, end in self.finds(text):
            pieces += [text[last:start], names[text[start:end]]]
            last = end
        return "".join([*pieces, text[last:]]) if pieces else text
