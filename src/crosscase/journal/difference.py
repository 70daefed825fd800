"""How one text becomes another: the edits that turn the first into the second.

Paragraphs are compared first, then the words of those that differ, then all that stands between the words, and in the
end the characters. Equal texts in give equal edits out, on every machine. Applying the edits gives the second text
exactly; that there are few of them is wished for and not promised.

What a careful reader would get wrong: letters put in at the edge of a word are not a mere insertion. `worke` →
`worker` replaces the last letter, so that what was coded as far as that word takes the new letter in; a new word
between two others stays out of both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from crosscase.model import Span

_PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")
_ONE_BY_ONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts written without spaces, of which each character is compared as a word."""
_WORD = re.compile(rf"[{_ONE_BY_ONE}]|(?:(?![{_ONE_BY_ONE}])\w)+|[^\w\s]")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s")
_SINGLE = re.compile(f"[{_ONE_BY_ONE}]")
_JOINER = "\u200d"
_MOST_TOKENS = 400
"""Between words, stretches longer than this are taken as replaced."""


def difference(old: str, new: str) -> list[tuple[Span, str]]:
    """Edits in the order of the text, in code points of the old one, none overlapping another."""
    edits: list[tuple[Span, str]] = []
    reached = 0
    for a, b in _between(Span(0, len(old)), Span(0, len(new)), old, new, level=0):
        span, words = _whole(old, *_trimmed(old, a, new, b), reached)
        edits.append((span, words))
        reached = span.end
    return edits


def _paragraphs(first: str, second: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _PARAGRAPH.findall(first), _PARAGRAPH.findall(second))


def _words(first: str, second: str) -> SequenceMatcher[str]:
    # Punctuation is too frequent to begin a match with; it is taken along beside words that match.
    return SequenceMatcher(lambda token: not token[0].isalnum(), _WORD.findall(first), _WORD.findall(second))


def _tokens(first: str, second: str) -> SequenceMatcher[str] | None:
    a, b = _TOKEN.findall(first), _TOKEN.findall(second)
    return SequenceMatcher(None, a, b, autojunk=False) if max(len(a), len(b)) <= _MOST_TOKENS else None


_LEVELS: tuple[tuple[re.Pattern[str], Callable[[str, str], SequenceMatcher[str] | None]], ...] = (
    (_PARAGRAPH, _paragraphs),
    (_WORD, _words),
    (_TOKEN, _tokens),
)


def _between(a: Span, b: Span, old: str, new: str, *, level: int) -> Iterator[tuple[Span, Span]]:
    """The stretches between what two stretches have in common, where they differ."""
    first, second = old[a.start : a.end], new[b.start : b.end]
    if first == second:
        return
    matcher = _LEVELS[level][1](first, second) if level < len(_LEVELS) and first and second else None
    if matcher is None:
        yield a, b
        return
    pattern = _LEVELS[level][0]
    here = [(a.start + m.start(), a.start + m.end()) for m in pattern.finditer(first)]
    there = [(b.start + m.start(), b.start + m.end()) for m in pattern.finditer(second)]
    at, on = a.start, b.start
    for i, j, count in matcher.get_matching_blocks():
        for n in range(count):
            yield from _between(Span(at, here[i + n][0]), Span(on, there[j + n][0]), old, new, level=level + 1)
            at, on = here[i + n][1], there[j + n][1]
    yield from _between(Span(at, a.end), Span(on, b.end), old, new, level=level + 1)


def _trimmed(old: str, a: Span, new: str, b: Span) -> tuple[Span, str]:
    """A replacement without the characters that stay at its beginning and its end."""
    start, end, words = a.start, a.end, new[b.start : b.end]
    low = 0
    while start + low < end and low < len(words) and old[start + low] == words[low]:
        low += 1
    high = 0
    while end - high > start + low and len(words) - high > low and old[end - high - 1] == words[-high - 1]:
        high += 1
    return Span(start + low, end - high), words[low : len(words) - high]


def _whole(old: str, span: Span, words: str, reached: int) -> tuple[Span, str]:
    """An insertion that grows a word or a visible character takes in the neighbour that it grows."""
    at = span.start
    if span.end > at or not words:
        return span, words
    if at > reached and _grow_together(old[at - 1], words[0]):
        return Span(at - 1, at), old[at - 1] + words
    if at < len(old) and _grow_together(words[-1], old[at]):
        return Span(at, at + 1), words + old[at]
    return span, words


def _grow_together(left: str, right: str) -> bool:
    marks = unicodedata.category(right)[0] == "M" or "\U0001f3fb" <= right <= "\U0001f3ff"
    if marks or _JOINER in (left, right):
        return True
    return all(_in_word(character) and not _SINGLE.match(character) for character in (left, right))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
