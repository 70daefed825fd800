"""Where terms occur: words, phrases, beginnings of words, and terms near each other.

Takes an index and gives token numbers; with passages, only what lies wholly inside one, and which one. Search ranks
these, keyword in context prints them, coding by word makes codings of them.

The one thing to get wrong: a phrase is words that follow each other, whatever stands between them. "peer. Support"
is the phrase `peer support`, as it is for every index of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscase.frames.passages import Placement
from crosscase.frames.query import Near, Term
from crosscase.frames.token_index import Int64, TokenIndex
from crosscase.frames.tokens import Int32


@dataclass(frozen=True, eq=False)
class Occurrences:
    """Where something occurs in passages.

    Attributes:
        passage: ascending.
        first, last: the tokens of each occurrence, the last one included; ascending within a passage.
        frequency: how often it occurs in each passage, for all passages.
    """

    passage: Int64
    first: Int64
    last: Int64
    frequency: Int64


def anywhere(index: TokenIndex, term: Term) -> Int64:
    """The first token of every occurrence of a term, ascending; none reaches into another source."""
    numbers = [index.numbers(word, prefix=begins) for word, begins in zip(term.words, term.begins, strict=True)]
    # The rarest of the words finds the places; the others are looked at there.
    anchor = min(range(len(numbers)), key=lambda place: int(index.counts[numbers[place]].sum()))
    first = index.occurrences(numbers[anchor]).astype(np.int64) - anchor
    if len(numbers) == 1:
        return first
    first = first[(first >= 0) & (first + len(numbers) <= len(index))]
    for place, wanted in enumerate(numbers):
        if place != anchor:
            first = first[_is_one_of(index, index.word[first + place], wanted)]
    same_source = index.source_of(first) == index.source_of(first + len(numbers) - 1)
    found: Int64 = first[same_source]
    return found


def _is_one_of(index: TokenIndex, words: Int32, wanted: Int32) -> npt.NDArray[np.bool_]:
    if len(wanted) == 1:
        same: npt.NDArray[np.bool_] = words == wanted[0]
        return same
    flags = np.zeros(len(index.words), dtype=np.bool_)
    flags[wanted] = True
    return flags[words]


def occurrences(index: TokenIndex, placement: Placement, term: Term | Near) -> Occurrences:
    """Where a term, or terms near each other, occur inside passages."""
    return _near(index, placement, term) if isinstance(term, Near) else _plain(index, placement, term)


def _plain(index: TokenIndex, placement: Placement, term: Term) -> Occurrences:
    first = anywhere(index, term)
    last = first + (len(term.words) - 1)
    rows, passage = placement.inside(first, last)
    return Occurrences(passage, first[rows], last[rows], _frequency(passage, placement))


def _near(index: TokenIndex, placement: Placement, near: Near) -> Occurrences:
    """Occurrences that are part of a cluster: one of each term, at most so many words apart (see `Near`).

    A cluster is a place `a` such that every term ends at or after it and begins at most `between` words behind it; the
    ends of all occurrences are tried for `a`. How often the whole occurs is how often its rarest term takes part.
    """
    parts = [_plain(index, placement, term) for term in near.terms]
    # One line for all passages, since they may overlap: passage by passage, each as long as all tokens.
    stride = len(index) + 1
    tries = np.unique(np.concatenate([part.passage * stride + part.last for part in parts]))
    base = tries // stride * stride
    beyond = np.minimum(tries + near.between + 1, base + stride - 1)
    lows = [np.searchsorted(part.passage * stride + part.last, tries, side="left") for part in parts]
    highs = [np.searchsorted(part.passage * stride + part.first, beyond, side="right") for part in parts]
    clusters = np.ones(len(tries), dtype=np.bool_)
    for low, high in zip(lows, highs, strict=True):
        clusters &= low < high
    frequency: Int64 | None = None
    taken: list[tuple[Int64, Int64, Int64]] = []
    for part, low, high in zip(parts, lows, highs, strict=True):
        steps = np.zeros(len(part.first) + 1, dtype=np.int64)
        np.add.at(steps, low[clusters], 1)
        np.add.at(steps, high[clusters], -1)
        rows = np.flatnonzero(np.cumsum(steps[:-1]) > 0)
        taken.append((part.passage[rows], part.first[rows], part.last[rows]))
        own = _frequency(part.passage[rows], placement)
        frequency = own if frequency is None else np.minimum(frequency, own)
    passage, first, last = (np.concatenate([columns[i] for columns in taken]) for i in range(3))
    order = np.lexsort((last, first, passage))
    return Occurrences(passage[order], first[order], last[order], frequency if frequency is not None else passage)


def _frequency(passage: npt.NDArray[Any], placement: Placement) -> Int64:
    return np.bincount(passage, minlength=len(placement.first)).astype(np.int64)
