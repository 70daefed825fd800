"""How one text becomes another: the edits that turn the first into the second.

Words are compared first: what stands between the phrases that both texts have once is compared again, with shorter
phrases, until little is left (Bram Cohen's patience diff, with phrases in place of lines). Then all between the words
that differ, and in the end the characters. Equal texts in give equal edits out, on every machine. Applying the edits
gives the second text exactly; that there are few of them is wished for and not promised.

What a careful reader would get wrong: letters put in at the edge of a word are not a mere insertion. `worke` →
`worker` replaces the last letter, so that what was coded as far as that word takes the new letter in; a new word
between two others stays out of both.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from crosscase.model import Span

_ONE_BY_ONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts written without spaces, of which each character is compared as a word."""
_WORD = re.compile(rf"[{_ONE_BY_ONE}]|(?:(?![{_ONE_BY_ONE}])\w)+|[^\w\s]")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s")
_SINGLE = re.compile(f"[{_ONE_BY_ONE}]")
_JOINER = "\u200d"
_MOST_TOKENS = 400
"""Between words, stretches longer than this are taken as replaced."""
_FEW = 60
"""Stretches of so many words are compared word by word."""
_PHRASES = (5, 3, 2, 1)

Block = tuple[int, int, int]
"""Where tokens are the same in both texts: place in the first, place in the second, how many."""


def difference(old: str, new: str) -> list[tuple[Span, str]]:
    """Edits in the order of the text, in code points of the old one, none overlapping another."""
    edits: list[tuple[Span, str]] = []
    reached = 0
    for a, b in _between(Span(0, len(old)), Span(0, len(new)), old, new, level=0):
        span, words = _whole(old, *_trimmed(old, a, new, b), reached)
        edits.append((span, words))
        reached = span.end
    return edits


def _common_words(first: list[str], second: list[str]) -> list[Block]:
    """Where two texts have the same words in the same order."""
    found: list[Block] = []
    pending = [(0, len(first), 0, len(second))]
    while pending:
        low, high, start, end = pending.pop()
        while low < high and start < end and first[low] == second[start]:
            found.append((low, start, 1))
            low, start = low + 1, start + 1
        while low < high and start < end and first[high - 1] == second[end - 1]:
            high, end = high - 1, end - 1
            found.append((high, end, 1))
        if low == high or start == end:
            continue
        anchors: list[tuple[int, int]] = []
        if (high - low) * (end - start) > _FEW * _FEW:
            for length in _PHRASES:
                anchors = _in_order(_once_in_both(first[low:high], second[start:end], length))
                if anchors:
                    break
        if anchors:
            ends = [(low + i, start + j) for i, j in anchors]
            pending += [
                (i, following_i, j, following_j)
                for (i, j), (following_i, following_j) in pairwise([(low, start), *ends, (high, end)])
            ]
        else:
            # Punctuation is too frequent to begin a match with; it is taken along beside words that match.
            matcher = SequenceMatcher(lambda token: not token[0].isalnum(), first[low:high], second[start:end])
            found += [(low + i, start + j, count) for i, j, count in matcher.get_matching_blocks() if count]
    return sorted(found)


def _once_in_both(first: list[str], second: list[str], length: int) -> list[tuple[int, int]]:
    """Where phrases of so many words stand that are in each text once."""
    here, there = _once(first, length), _once(second, length)
    return [(i, there[phrase]) for phrase, i in here.items() if phrase in there]


def _once(words: list[str], length: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    again: set[tuple[str, ...]] = set()
    for at, phrase in enumerate(zip(*(words[n:] for n in range(length)), strict=False)):
        if phrase in found:
            again.add(phrase)
        found[phrase] = at
    return {phrase: at for phrase, at in found.items() if phrase not in again}


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of pairs, given by their first numbers, in which the second numbers grow as well."""
    smallest: list[int] = []
    chains: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        place = bisect_left(smallest, j)
        before.append(chains[place - 1] if place else -1)
        if place == len(smallest):
            smallest.append(j)
            chains.append(at)
        else:
            smallest[place], chains[place] = j, at
    found = []
    at = chains[-1] if chains else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _common_tokens(first: list[str], second: list[str]) -> list[Block] | None:
    if max(len(first), len(second)) > _MOST_TOKENS:
        return None
    return [
        (i, j, count)
        for i, j, count in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
        if count
    ]


_LEVELS: tuple[tuple[re.Pattern[str], Callable[[list[str], list[str]], list[Block] | None]], ...] = (
    (_WORD, _common_words),
    (_TOKEN, _common_tokens),
)


def _between(a: Span, b: Span, old: str, new: str, *, level: int) -> Iterator[tuple[Span, Span]]:
    """The stretches between what two stretches have in common, where they differ."""
    first, second = old[a.start : a.end], new[b.start : b.end]
    if first == second:
        return
    blocks = None
    if level < len(_LEVELS) and first and second:
        pattern, common = _LEVELS[level]
        here = [(a.start + m.start(), a.start + m.end()) for m in pattern.finditer(first)]
        there = [(b.start + m.start(), b.start + m.end()) for m in pattern.finditer(second)]
        blocks = common([old[i:j] for i, j in here], [new[i:j] for i, j in there])
    if blocks is None:
        yield a, b
        return
    at, on = a.start, b.start
    for i, j, count in blocks:
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


def one_character(left: str, right: str) -> bool:
    """Whether two code points beside each other belong to one visible character: a letter and its accent, an emoji."""
    marks = unicodedata.category(right)[0] == "M" or "\U0001f3fb" <= right <= "\U0001f3ff"
    return marks or _JOINER in (left, right)


def _grow_together(left: str, right: str) -> bool:
    if one_character(left, right):
        return True
    return all(_in_word(character) and not _SINGLE.match(character) for character in (left, right))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
