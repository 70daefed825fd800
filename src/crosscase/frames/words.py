"""How many words lie where.

Words are those of `tokens`; a word counts where it starts. The starts of every source's words are found once and
kept while its text stays the same, so that after an act only what changed is read again.

Takes places as (source, code point) and gives their *rank*: how many words of that source start before. The words
of a stretch are the difference of two ranks, and unions and distances in words are arithmetic on ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from crosscase.frames.intervals import Ints
from crosscase.frames.sources import Speech, Units
from crosscase.frames.tokens import Int32, tokenize
from crosscase.model import Id


@dataclass(eq=False)
class WordStarts:
    """The starts of the words of each source, read when first asked for."""

    text: Callable[[Id], str]
    kept: dict[Id, Int32] = field(default_factory=dict)

    def of(self, source: Id) -> Int32:
        """Where the words of a source start, in code points."""
        if source not in self.kept:
            self.kept[source] = tokenize(self.text(source)).start
        return self.kept[source]

    def forgetting(self, text: Callable[[Id], str], changed: Iterable[Id]) -> WordStarts:
        """The same without those of sources whose text has changed; the rest is read by `text` from now on."""
        gone = set(changed)
        return WordStarts(text, {source: starts for source, starts in self.kept.items() if source not in gone})

    def ranks(self, ids: tuple[Id, ...], source: Ints, offset: Ints) -> Ints:
        """For each place how many words of its source start before it.

        Args:
            ids: of all sources, by number.
            source, offset: the places.
        """
        rank = np.zeros(len(source), dtype=np.int64)
        order = np.argsort(source, kind="stable")
        ends = np.searchsorted(source[order], np.arange(len(ids) + 1))
        for number in np.flatnonzero(np.diff(ends)).tolist():
            rows = order[ends[number] : ends[number + 1]]
            rank[rows] = np.searchsorted(self.of(ids[number]), offset[rows].astype(np.int32), side="left")
        return rank


@dataclass(frozen=True, eq=False)
class SpokenWords:
    """Words on the lines of units (see `Speech`).

    Attributes:
        before: own words before each stretch of `Speech`, over all units, and at the end their sum.
        rank: rank of each stretch's start in its source.
        spoken: own words of each unit.
    """

    before: Ints
    rank: Ints
    spoken: Ints

    def own(self, speech: Speech, unit: Ints, offset: Ints, ranks: Callable[[Ints, Ints], Ints]) -> Ints:
        """Own words before each place, counted over all units before it too.

        Args:
            speech: whose words are where.
            unit, offset: the places.
            ranks: rank of (unit, offset) in the unit's source.
        """
        if not len(speech.unit):
            return np.zeros(len(unit), dtype=np.int64)
        row, into = speech.stretch(unit, offset)
        at = np.maximum(row, 0)
        reached = ranks(speech.unit[at], speech.start[at] + into)
        return np.where(row < 0, 0, self.before[at] + np.maximum(reached - self.rank[at], 0))


def spoken_words(starts: WordStarts, ids: tuple[Id, ...], units: Units, speech: Speech) -> SpokenWords:
    """The words of every stretch of speech and of every unit."""
    source = units.source[speech.unit]
    first = starts.ranks(ids, source, speech.start)
    words = starts.ranks(ids, source, speech.end) - first
    before = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum(words, out=before[1:])
    spoken = np.bincount(speech.unit, weights=words, minlength=len(units)).astype(np.int64)
    return SpokenWords(before, first, spoken)
