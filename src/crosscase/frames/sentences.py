"""Where sentences and paragraphs begin and end.

Pure: text in, spans out, in code points, without the white space around them. Coding by word widens a match to its
sentence or paragraph with these, and documents without turns are searched by paragraph.

A paragraph ends at a blank line, and at a line break unless the lines look filled by a program that broke them (the
next line's first word would not have fitted any more). A sentence ends with its paragraph, or after . ! ? … and their
sisters in other scripts, with the quotation marks and brackets that close there, when what follows could begin one.
Not after abbreviations and initials (`Dr.`, `e.g.`, `J. Smith`), not before a lower-case letter, and after an ellipsis
only before a capital: people trail off and go on, also with "I".

The thing to get wrong: in speech there is often no right answer. The rules are fixed and small so that the
same text is cut in the same way everywhere.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import regex

from crosscase.model import Span


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Written with a full stop that ends no sentence. Titles only with their capital: people do go to HR, and to a rep.
_TITLES = _set("Mr Mrs Ms Mx Dr Prof Rev Sr Jr St Hon Capt Col Lt Sgt Supt Insp Messrs Mme Mlle Hr Nr")
_NEVER_LAST = _set("vs cf viz al vol vols fig figs pp ca e.g i.e eg ie z.b d.h bzw")
# These may stand last; they do when a capital follows.
_MAY_BE_LAST = _set("etc no nos inc ltd dept est a.m p.m u.k u.s ph.d m.d b.a m.a b.sc m.sc")

# A longer line was not broken to fit a page; shorter ones say nothing.
_WIDEST, _NARROWEST = 120, 45

_OPENING = "\"'“‘„«\u2039([{¿¡—–-"
_CLOSING = "\"'”’»\u203a)]}"
# Full stops and closing brackets of Chinese and Japanese, after which no blank stands.
_WIDE_STOPS, _WIDE_CLOSING = "\u3002\uff01\uff1f\uff61\uff0e", "」』\uff09】\u3015》〉"
# Latin, then Devanagari, Arabic, Urdu, Armenian, Ethiopic.
_STOPS = ".!?…‼⁇⁈⁉\u0964\u0965\u061f\u06d4\u0589\u1362"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs of a text, or of the stretch of it from `start` to `end`."""
    part = text[start : len(text) if end is None else end]
    if not _break().search(part.strip()):
        words = part.strip()
        begin = start + len(part) - len(part.lstrip())
        return [Span(begin, begin + len(words))] if words else []
    lines = [match.span() for match in _line().finditer(part)]
    widest = max((right - left for left, right in lines), default=0)
    # Whether each line but the first goes on with the one before: one break between them, and no room before it.
    breaks = [len(_break().findall(part, before[1], here[0])) for before, here in pairwise(lines)]
    filled = [
        count == 1 and before[1] - before[0] + 1 + len(part[here[0] : here[1]].split(maxsplit=1)[0]) > widest
        for count, (before, here) in zip(breaks, pairwise(lines), strict=True)
    ]
    wrapped = _NARROWEST <= widest <= _WIDEST and 2 * sum(filled) > breaks.count(1)
    found: list[Span] = []
    for (left, right), goes_on in zip(lines, [False, *filled], strict=False):
        if wrapped and goes_on:
            found[-1] = Span(found[-1].start, start + right)
        else:
            found.append(Span(start + left, start + right))
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of a text, or of the stretch of it from `start` to `end`."""
    found: list[Span] = []
    for paragraph in paragraphs(text, start, end):
        part = text[paragraph.start : paragraph.end]
        begin = 0
        for match in _stop().finditer(part):
            if match.end() < len(part) and _ends(part, begin, match):
                found.append(Span(paragraph.start + begin, paragraph.start + match.end()))
                begin = match.end()
                while part[begin].isspace():
                    begin += 1
        found.append(Span(paragraph.start + begin, paragraph.end))
    return found


def widened(cuts: Sequence[Span], start: int, end: int) -> Span:
    """From the start of the first to the end of the last of these spans that `[start, end)` touches.

    The stretch itself, where it touches none.

    Args:
        cuts: ascending, none overlapping another: sentences or paragraphs.
        start, end: what is to be widened.
    """
    first = bisect_right(cuts, start, key=lambda cut: cut.end)
    last = bisect_left(cuts, max(end, start + 1), key=lambda cut: cut.start)
    if first >= last:
        return Span(start, end)
    return Span(min(start, cuts[first].start), max(end, cuts[last - 1].end))


def _ends(part: str, begin: int, match: regex.Match[str]) -> bool:
    """Whether a sentence that began at `begin` ends with these stops."""
    if match["wide"]:
        # 「…。」と: a quotation is closed and its sentence goes on.
        return not match["closing"] or part[match.end()].isspace()
    follows = part[match.end() : match.end() + 40].lstrip().lstrip(_OPENING).lstrip()
    stops = match["stops"]
    if not follows:
        return True
    if follows[0].islower():
        return False
    if stops.strip(".…"):
        return True
    if stops != ".":
        return not follows[0].isdigit() and not _first_person().match(follows)
    word = part[begin : match.start()].rsplit(maxsplit=1)[-1:] or [""]
    return _may_end(word[0].lstrip(_OPENING), follows, alone=word[0] == part[begin : match.start()])


def _may_end(word: str, follows: str, *, alone: bool) -> bool:
    """Whether a full stop after this word can end a sentence. `alone`: the word is all there is of it."""
    if word in _TITLES or word.lower() in _NEVER_LAST:
        return False
    if word.lower() in _MAY_BE_LAST:
        return follows[0].isupper()
    if alone and word.isdigit():
        return False  # 1. First item
    if len(word) == 1 and word.isalpha() and word != "I":
        return not (word.isupper() or follows[0].isdigit())  # J. Smith, p. 7
    return True


@functools.cache
def _line() -> regex.Pattern[str]:
    return regex.compile(rf"[^\s](?:[^{_BREAKS}]*[^\s])?")


@functools.cache
def _break() -> regex.Pattern[str]:
    return regex.compile(rf"\r\n|[{_BREAKS}]")


@functools.cache
def _stop() -> regex.Pattern[str]:
    closing = f"[{regex.escape(_CLOSING + _WIDE_CLOSING)}]*"
    return regex.compile(
        rf"(?P<wide>[{_WIDE_STOPS}]+)(?P<closing>{closing})|(?P<stops>[{regex.escape(_STOPS)}]+){closing}(?=\s)"
    )


@functools.cache
def _first_person() -> regex.Pattern[str]:
    return regex.compile(r"I\b")
