"""Where printed words stand among many texts: an index of every three words in a row.

Made from a `TokenIndex`. Each run of three words has one number; all of them are sorted once, so that a quotation is
looked up by its own runs and only the places that share most of them are aligned (`quoted`). Of 169 transcripts with
600,000 words a quotation is found in a few milliseconds, whether it was changed or not.

What a careful reader would get wrong: the same words may stand at several places. `check` gives the best, and of equal
ones the first in the study's order; whoever asks whose words they are asks among that person's sources.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.frames.intervals import Ints
from crosscase.frames.quoted import EDIT_REACH, Checked, Item, aligned, items_of, plain_items
from crosscase.frames.token_index import TokenIndex
from crosscase.frames.tokens import Tokens
from crosscase.model import Id
from crosscase.model.places import Span

_RUN = 3
_COMMON = 400
"""A run of words that stands at more places than this says little of where a quotation is from."""
_WINDOWS = 4
_GAP_REACH = 900
"""So many words of the text an omission is looked past on either side of what was found."""
_RANK = {"exact": 3, "declared": 2, "altered": 1, "not found": 0}

Found = tuple[Id, Checked]


@dataclass(frozen=True, eq=False)
class Shingles:
    """The runs of words of many texts.

    Attributes:
        index: their words.
        text: gives the text of a source.
        skip: gives the stretches of a source that nobody said.
    """

    index: TokenIndex
    text: Callable[[Id], str]
    skip: Callable[[Id], Sequence[Span]]

    @classmethod
    def of_texts(cls, texts: Mapping[Id, str], skip: Mapping[Id, Sequence[Span]] | None = None) -> Shingles:
        """Of these texts, in this order."""
        hidden = skip or {}
        return cls(TokenIndex.of(texts), texts.__getitem__, lambda source: hidden.get(source, ()))

    @functools.cached_property
    def _runs(self) -> tuple[Ints, Ints]:
        """The number of each run of words, sorted, and the token it begins with."""
        runs = self._numbers(self.index.word.astype(np.int64))
        order = np.argsort(runs, kind="stable")
        return runs[order], order

    def _numbers(self, words: Ints) -> Ints:
        if len(words) < _RUN:
            return np.empty(0, dtype=np.int64)
        base = np.int64(len(self.index.words) + 2)
        # Beyond two million different words two runs may share a number; aligning tells them apart.
        with np.errstate(over="ignore"):
            runs: Ints = (words[:-2] * base + words[1:-1]) * base + words[2:]
        return runs

    def check(self, printed: str, sources: Collection[Id] | None = None) -> Found:
        """The best place of printed words: its source (empty where they are not found) and what became of them.

        Args:
            printed: without the quotation marks around it.
            sources: look only in these.
        """
        best: Found = ("", Checked("not found"))
        for source, checked in self._looked(printed, sources):
            if checked.status != "not found" and _worth(checked) > _worth(best[1]):
                best = source, checked
        return best

    def everywhere(self, printed: str, sources: Collection[Id] | None = None) -> list[Found]:
        """Every place where they stand exactly, or but for what was declared, in the study's order."""
        found = {(source, one.start): one for source, one in self._looked(printed, sources, most=200)}
        return [
            (source, one)
            for (source, _), one in sorted(
                found.items(), key=lambda each: (self.index.source_number[each[0][0]], each[0][1])
            )
            if one.status in {"exact", "declared"}
        ]

    def _looked(self, printed: str, sources: Collection[Id] | None, most: int = _WINDOWS) -> Iterable[Found]:
        plain = plain_items(printed)
        standing = self._standing(plain, sources)[:most]
        for source, low, high in standing:
            yield source, self._aligned(printed, plain, source, low, high)
        items = items_of(printed)
        if standing and all(item.nature == "word" for item in items):
            return  # nothing is marked, and all of it stands there
        # Marks of the writer, or words that were changed: the places that have most runs in common.
        windows = self._windows(items, sources, most=_WINDOWS)
        for source, low, high in windows:
            yield source, self._aligned(printed, items, source, low, high)

    def _aligned(self, printed: str, items: Sequence[Item], source: Id, low: int, high: int) -> Checked:
        index = self.index
        part = np.arange(low, high)
        tokens = Tokens(index.start[low:high], index.end(part).astype(np.int32), index.word[low:high], index.words)
        return aligned(printed, items, self.text(source), tokens, self.skip(source))

    def _standing(self, items: Sequence[Item], sources: Collection[Id] | None) -> list[tuple[Id, int, int]]:
        """Where these words stand one after the other, as token numbers."""
        number_of = self.index.number_of
        words = [number_of.get(item.words[0], -1) for item in items]
        if not words or min(words) < 0:
            return []
        counts = self.index.counts
        rarest = min(range(len(words)), key=lambda at: int(counts[words[at]]))
        begin = self.index.occurrences(np.array([words[rarest]], dtype=np.int32)).astype(np.int64) - rarest
        begin = begin[(begin >= 0) & (begin + len(words) <= len(self.index))]
        for step, word in enumerate(words):
            begin = begin[self.index.word[begin + step] == word]
        found = []
        for low in begin.tolist():
            source = self._source(low)
            if low + len(words) <= int(self.index.first[source + 1]) and self._wanted(source, sources):
                found.append((self.index.sources[source], low, low + len(words)))
        return found

    def _source(self, token: int) -> int:
        return int(np.searchsorted(self.index.first, token, side="right")) - 1

    def _wanted(self, source: int, sources: Collection[Id] | None) -> bool:
        return sources is None or self.index.sources[source] in sources

    def _windows(self, items: Sequence[Item], sources: Collection[Id] | None, most: int) -> list[tuple[Id, int, int]]:
        """The stretches that have most runs of words in common with what is printed."""
        number_of = self.index.number_of
        # A mark parts runs, since what it stands for is not known.
        standing = (item.words[0] if item.nature in {"word", "letters"} and item.words else "" for item in items)
        words = np.array([number_of.get(word, -1) for word in standing], dtype=np.int64)
        runs, token = self._runs
        wanted = self._numbers(words)
        known: list[int] = []
        if len(words) >= _RUN:
            known = np.flatnonzero((words[:-2] >= 0) & (words[1:-1] >= 0) & (words[2:] >= 0)).tolist()
        starts: list[Ints] = []
        for at in known:
            low, high = np.searchsorted(runs, wanted[at], side="left"), np.searchsorted(runs, wanted[at], side="right")
            if 0 < high - low <= _COMMON:
                starts.append(token[low:high] - at)
        if not starts:
            return self._pairs(items, words, sources, most)
        return self._around(np.concatenate(starts), items, sources, most)

    def _pairs(
        self, items: Sequence[Item], words: Ints, sources: Collection[Id] | None, most: int
    ) -> list[tuple[Id, int, int]]:
        """Where no three words in a row stand: the places of the rarest word."""
        counts = self.index.counts
        known = [at for at, word in enumerate(words.tolist()) if word >= 0 and counts[word] <= _COMMON]
        if not known:
            return []
        rarest = sorted(known, key=lambda at: int(counts[words[at]]))[:3]
        places = [self.index.occurrences(words[at : at + 1].astype(np.int32)).astype(np.int64) - at for at in rarest]
        return self._around(np.concatenate(places), items, sources, most)

    def _around(
        self, starts: Ints, items: Sequence[Item], sources: Collection[Id] | None, most: int
    ) -> list[tuple[Id, int, int]]:
        gaps = sum(item.nature == "gap" for item in items[1:-1])
        edits = sum(item.nature == "edit" for item in items)
        slack = len(items) // 4 + 6 + EDIT_REACH * edits + (_GAP_REACH if gaps else 0)
        step = max(8, len(items) // 2)
        first = self.index.first
        source = np.searchsorted(first, np.clip(starts, 0, max(0, len(self.index) - 1)), side="right") - 1
        bucket = starts // step
        keys, votes = np.unique(np.stack([source, bucket]), axis=1, return_counts=True)
        found: list[tuple[Id, int, int]] = []
        taken: list[tuple[int, int]] = []
        for at in np.argsort(-votes, kind="stable").tolist():
            here = int(keys[0, at])
            if not self._wanted(here, sources):
                continue
            middle = int(keys[1, at]) * step
            low = max(int(first[here]), middle - slack)
            high = min(int(first[here + 1]), middle + step + len(items) + slack)
            if high <= low or any(a <= middle < b for a, b in taken):
                continue
            taken.append((low, low + 2 * step))
            found.append((self.index.sources[here], low, high))
            if len(found) >= most:
                break
        return found


def _worth(checked: Checked) -> tuple[int, float, int]:
    """How good a place is: first what became of the words, then how many of them stand there, then the shorter one."""
    return _RANK[checked.status], round(checked.share, 3), checked.start - checked.end
