"""Find passages by what is said in them, best first.

Takes an index of words, the passages to search and a query; gives the passages that match, ranked, each with the
places of the words that were looked for and a stretch around them to show. Everything is in code points of the
source; no text is read. The same study gives the same hits, snippets and order from whichever store it comes.

Ranking is BM25 from counts (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond";
k1 = 1.2, b = 0.75), over the passages that were handed in. A word that n of N passages have weighs
ln(1 + (N - n + 0.5) / (n + 0.5)): the 1 is not in the article, and keeps a word that more than half of them
have from counting against a passage. Equal scores stand in the order of the passages.

What a reader may not expect: limits and NOT choose passages but do not rank them, so a query of limits
alone gives all its passages, in order, with score 0. Terms of a branch of OR that is not met are marked all the same.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.frames.occurrences import Occurrences, occurrences
from crosscase.frames.passages import Passages
from crosscase.frames.query import And, Limit, Near, Node, Not, Or, QueryError, Term, parse, terms
from crosscase.frames.token_index import Int64, TokenIndex
from crosscase.model import Id, Span

K1 = 1.2
B = 0.75

# Scores that differ by less come from the order of additions, not from the texts.
_DECIMALS = 6

Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches.

    Attributes:
        passage: its place in the passages that were searched.
        source, start, end: where it lies.
        score: BM25; comparable within one search only.
        spans: what was looked for and is there, ascending, none overlapping another.
        snippet: the stretch of the passage that shows most of it.
    """

    passage: int
    source: Id
    start: int
    end: int
    score: float
    spans: tuple[Span, ...]
    snippet: Span

    def shown(self, text: str) -> Iterator[tuple[str, bool]]:
        """The snippet in pieces, each with whether it was looked for.

        Args:
            text: of the whole source.
        """
        at = self.snippet.start
        for span in self.spans:
            if span.start >= at and span.end <= self.snippet.end:
                if span.start > at:
                    yield text[at : span.start], False
                yield text[span.start : span.end], True
                at = span.end
        if at < self.snippet.end:
            yield text[at : self.snippet.end], False


@dataclass(frozen=True, eq=False, slots=True)
class SearchResult:
    """What a query found.

    Attributes:
        query: as it was understood.
        hits: the best, ranked.
        passages: all passages that match, ascending; their number is the number of hits there are.
    """

    query: Node
    hits: tuple[Hit, ...]
    passages: Int64


def search(
    index: TokenIndex,
    passages: Passages,
    query: str | Node,
    *,
    limits: Callable[[Limit], Flags] | None = None,
    top: int | None = 50,
    words: int = 24,
) -> SearchResult:
    """Find passages.

    Args:
        index: the words of their sources.
        passages: what is searched, in the order in which equal hits are to stand.
        query: in the language of `query`.
        limits: for each passage whether a limit is true of it. Errors about a limit are its to raise.
        top: how many hits to give; all, if None.
        words: how long a snippet is.

    Raises:
        QueryError: the query cannot be read, or has limits where none can be used.
    """
    tree = parse(query) if isinstance(query, str) else query
    asked = _Asked(index, passages, query if isinstance(query, str) else "", limits)
    rows = np.flatnonzero(asked.flags(tree)).astype(np.int64)
    shown = [asked.found(term) for term in terms(tree)]
    scores = _scores(shown, rows, passages.placed(index).lengths)
    best = _best(scores, top)
    marker = _Marker(index, passages, shown, words)
    hits = tuple(marker.hit(row, score) for row, score in zip(rows[best].tolist(), scores[best].tolist(), strict=True))
    return SearchResult(tree, hits, rows)


@dataclass(frozen=True, eq=False)
class _Asked:
    """A query while it is answered; each term is looked for once."""

    index: TokenIndex
    passages: Passages
    query: str
    limits: Callable[[Limit], Flags] | None

    @functools.cached_property
    def _kept(self) -> dict[Term | Near, Occurrences]:
        return {}

    def found(self, term: Term | Near) -> Occurrences:
        if term not in self._kept:
            self._kept[term] = occurrences(self.index, self.passages.placed(self.index), term)
        return self._kept[term]

    def flags(self, node: Node) -> Flags:
        """For each passage whether it matches."""
        match node:
            case Term() | Near():
                found: Flags = self.found(node).frequency > 0
                return found
            case Limit():
                if self.limits is None:
                    raise QueryError(self.query, node.position, "limits cannot be used here.")
                return self.limits(node)
            case Not():
                return ~self.flags(node.node)
            case And():
                return functools.reduce(np.logical_and, map(self.flags, node.nodes))
            case Or():
                return functools.reduce(np.logical_or, map(self.flags, node.nodes))


def _scores(found: list[Occurrences], rows: Int64, lengths: Int64) -> npt.NDArray[np.float64]:
    """BM25 of these passages."""
    spoken = np.count_nonzero(lengths)
    average = float(lengths.sum()) / spoken if spoken else 1.0
    scores = np.zeros(len(rows), dtype=np.float64)
    if len(rows):
        norm = K1 * (1 - B + B * lengths[rows] / average)
        for part in found:
            having = np.count_nonzero(part.frequency)
            rarity = np.log(1 + (spoken - having + 0.5) / (having + 0.5))
            frequency = part.frequency[rows]
            scores += rarity * frequency * (K1 + 1) / (frequency + norm)
    return np.round(scores, _DECIMALS)


def _best(scores: npt.NDArray[np.float64], top: int | None) -> Int64:
    """The rows of the highest scores, best first, equal ones in order."""
    rows = np.arange(len(scores), dtype=np.int64)
    if top is not None and 0 < top < len(scores):
        least = np.partition(scores, len(scores) - top)[len(scores) - top]
        rows = np.flatnonzero(scores >= least).astype(np.int64)
    return rows[np.argsort(-scores[rows], kind="stable")][:top]


@dataclass(frozen=True, eq=False)
class _Marker:
    """Makes hits: where the terms are in a passage, and what of it to show."""

    index: TokenIndex
    passages: Passages
    found: list[Occurrences]
    words: int

    def hit(self, row: int, score: float) -> Hit:
        ranges = [np.searchsorted(part.passage, [row, row + 1]).tolist() for part in self.found]
        firsts = [part.first[low:high] for part, (low, high) in zip(self.found, ranges, strict=True)]
        lasts = [part.last[low:high] for part, (low, high) in zip(self.found, ranges, strict=True)]
        start, end = int(self.passages.start[row]), int(self.passages.end[row])
        return Hit(
            passage=row,
            source=self.passages.sources[int(self.passages.source[row])],
            start=start,
            end=end,
            score=score,
            spans=self._spans(firsts, lasts),
            snippet=self._snippet(row, firsts),
        )

    def _spans(self, firsts: list[Int64], lasts: list[Int64]) -> tuple[Span, ...]:
        if not firsts:
            return ()
        starts = self.index.start[np.concatenate(firsts)].tolist()
        ends = self.index.end(np.concatenate(lasts)).tolist()
        merged: list[Span] = []
        for start, end in sorted(zip(starts, ends, strict=True)):
            if merged and start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
            else:
                merged.append(Span(start, end))
        return tuple(merged)

    def _snippet(self, row: int, firsts: list[Int64]) -> Span:
        """The words around the place where most different terms, then most occurrences, come together."""
        start, end = int(self.passages.start[row]), int(self.passages.end[row])
        placement = self.passages.placed(self.index)
        low, high = int(placement.first[row]), int(placement.last[row])
        if high - low <= self.words:
            return Span(start, end)
        before = self.words // 4
        at = np.unique(np.concatenate(firsts)) if firsts else np.empty(0, dtype=np.int64)
        if len(at):
            kinds = np.zeros(len(at), dtype=np.int64)
            together = np.zeros(len(at), dtype=np.int64)
            for part in firsts:
                inside = np.searchsorted(part, at + (self.words - before)) - np.searchsorted(part, at)
                kinds += inside > 0
                together += inside
            # lexsort takes its last key first; the earliest of equals wins.
            at = at[np.lexsort((at, -together, -kinds))]
            low = min(max(low, int(at[0]) - before), high - self.words)
        edges = np.array([low, low + self.words - 1])
        return Span(
            start if low == int(placement.first[row]) else int(self.index.start[edges[0]]),
            end if low + self.words == high else int(self.index.end(edges)[1]),
        )
