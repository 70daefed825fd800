"""The stretches that are searched as one: turns, and paragraphs where a source has no turns.

A word, phrase or NEAR is found when it lies wholly inside one passage; AND and NOT ask of one passage; ranking counts
per passage. Nothing reaches over the border between two speakers.

Takes arrays and says nothing of who speaks: whoever wants participants' words only hands in their turns
(`chosen`). The order of the passages is the order in which equal results are shown, so they are best given by
source and place. They may overlap.
"""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscase.frames.sentences import paragraphs
from crosscase.frames.token_index import Int64, TokenIndex
from crosscase.frames.tokens import Int32
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Placement:
    """Which tokens of an index lie in which passage.

    Attributes:
        first, last: token numbers of each passage, half-open.
    """

    first: Int64
    last: Int64

    @functools.cached_property
    def lengths(self) -> Int64:
        """Words of each passage."""
        return self.last - self.first

    @functools.cached_property
    def _apart(self) -> bool:
        full = np.flatnonzero(self.lengths)
        return bool((self.first[full[1:]] >= self.last[full[:-1]]).all())

    @functools.cached_property
    def _full(self) -> tuple[Int64, Int64]:
        full = np.flatnonzero(self.lengths).astype(np.int64)
        return full, self.first[full]

    def inside(self, first: npt.NDArray[Any], last: npt.NDArray[Any]) -> tuple[Int64, Int64]:
        """Which stretches of tokens lie wholly in which passage.

        Args:
            first: token numbers, ascending: where each stretch begins.
            last: the last token of each stretch, ascending too.

        Returns:
            Rows of the arguments, and the passage of each; by passage and row. A stretch in two passages comes twice.
        """
        if self._apart:
            full, begins = self._full
            at = np.searchsorted(begins, first, side="right") - 1
            passage = full[np.maximum(at, 0)] if len(full) else np.zeros(len(first), dtype=np.int64)
            kept = np.flatnonzero((at >= 0) & (last < self.last[passage])) if len(full) else np.empty(0, dtype=np.int64)
            return kept.astype(np.int64), passage[kept]
        low = np.searchsorted(first, self.first, side="left")
        high = np.maximum(np.searchsorted(last, self.last, side="left"), low)
        counts = high - low
        passage = np.repeat(np.arange(len(self.first), dtype=np.int64), counts)
        rows = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts - low, counts)
        return rows.astype(np.int64), passage


@dataclass(frozen=True, eq=False)
class Passages:
    """Stretches of sources.

    Attributes:
        sources: ids; `source` holds places in it.
        source, start, end: each passage, in code points of its source.
    """

    sources: tuple[Id, ...]
    source: Int32
    start: Int32
    end: Int32
    _placed: dict[str, tuple[weakref.ref[TokenIndex], Placement]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.source)

    @classmethod
    def of(cls, sources: Iterable[Id], source: Any, start: Any, end: Any) -> Passages:
        """Passages from any arrays or lists of integers."""
        source, start, end = (np.asarray(column, dtype=np.int32) for column in (source, start, end))
        return cls(tuple(sources), source, start, end)

    def chosen(self, rows: npt.NDArray[Any]) -> Passages:
        """Those of these rows (numbers, or a flag for each), in their order."""
        return Passages(self.sources, self.source[rows], self.start[rows], self.end[rows])

    def placed(self, index: TokenIndex) -> Placement:
        """Where the passages lie among the tokens of an index; kept until another index is asked about."""
        # One slot, in a dict because the passages are frozen; weak, so that an old index is not kept alive by it.
        kept = self._placed.get("")
        if kept is not None and kept[0]() is index:
            return kept[1]
        numbers = np.array([index.source_number.get(source, -1) for source in self.sources], dtype=np.int32)
        here = numbers[self.source] if len(numbers) else self.source
        placement = Placement(*index.within(here, self.start, self.end))
        self._placed[""] = (weakref.ref(index), placement)
        return placement

    def with_paragraphs(self, text_of: Callable[[Id], str], length_of: Callable[[Id], int] | None = None) -> Passages:
        """These, and the paragraphs of each source that has no passage, in the order of `sources`.

        Args:
            text_of: the text of a source.
            length_of: its length, if known without reading it; sources of length 0 are then not read.
        """
        bare = sorted(set(range(len(self.sources))) - set(np.unique(self.source).tolist()))
        rows = [
            (number, span.start, span.end)
            for number in bare
            if length_of is None or length_of(self.sources[number])
            for span in paragraphs(text_of(self.sources[number]))
        ]
        added = np.array(rows, dtype=np.int32).reshape(-1, 3)
        source, start, end = (
            np.concatenate([own, added[:, column]]) for column, own in enumerate((self.source, self.start, self.end))
        )
        order = np.argsort(source, kind="stable")
        return Passages(self.sources, source[order], start[order], end[order])
