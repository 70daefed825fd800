"""What coders marked, as stretches that do not overlap: one coder, one text, one value each.

Takes spans with codes, in any unit of text, and gives `Stretches`: spans of a coder and code that overlap are united,
and where a coder's spans of several codes lie over each other the stretch has all of them as its value.

What a careful reader would get wrong: spans that only touch stay two. Two passages side by side are two units, and
somebody who made one of them has not done the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from crosscase.analyses.agreement.judgements import Floats
from crosscase.frames.intervals import Flags, Ints, expanded, joined, near_pairs, news, on_one_line


@dataclass(frozen=True, eq=False)
class Stretches:
    """Stretches of coders in texts, ordered by text, coder and start, no two of a coder overlapping.

    Attributes:
        source, coder, value, start, end: of each stretch.
        values: how many values there are.
        length: of each text.
        readers: texts × coders: who has read it.
    """

    source: Ints
    coder: Ints
    value: Ints
    start: Ints
    end: Ints
    values: int
    length: Ints
    readers: Flags

    def of_coders(self, coders: Sequence[int]) -> Stretches:
        """The same with only some of the coders, numbered anew."""
        if len(coders) == self.readers.shape[1]:
            return self
        place = np.full(self.readers.shape[1], -1, dtype=np.int64)
        place[list(coders)] = np.arange(len(coders))
        here = place[self.coder] >= 0
        return replace(
            self, source=self.source[here], coder=place[self.coder[here]], value=self.value[here],
            start=self.start[here], end=self.end[here], readers=self.readers[:, list(coders)],
        )  # fmt: skip

    def of_sources(self, sources: Ints) -> Stretches:
        """The same with only some of the texts, numbered anew."""
        place = np.full(len(self.length), -1, dtype=np.int64)
        place[sources] = np.arange(len(sources))
        here = place[self.source] >= 0
        return replace(
            self, source=place[self.source[here]], coder=self.coder[here], value=self.value[here],
            start=self.start[here], end=self.end[here], length=self.length[sources], readers=self.readers[sources],
        )  # fmt: skip

    def meetings(self) -> tuple[Ints, Ints, Floats]:
        """Every two stretches of different coders that overlap, once, and by how much."""
        begin = on_one_line(self.source, self.start, self.length)
        end = begin + self.end - self.start
        ones: list[Ints] = []
        others: list[Ints] = []
        for one, other in near_pairs(begin, end):
            apart = self.coder[one] != self.coder[other]
            ones.append(one[apart])
            others.append(other[apart])
        one, other = joined(ones), joined(others)
        over = np.minimum(end[one], end[other]) - np.maximum(begin[one], begin[other])
        return one, other, over.astype(np.float64)


def stretches_of(
    source: Ints, coder: Ints, code: Ints, start: Ints, end: Ints, *, length: Ints, readers: Flags
) -> tuple[Stretches, tuple[tuple[int, ...], ...]]:
    """Stretches of spans, and for each value the codes it is made of.

    Spans of somebody who has not read the text, and empty ones, are left out.
    """
    here = (end > start) & readers[source, coder]
    source, coder, code, start, end = (one[here] for one in (source, coder, code, start, end))
    source, coder, code, start, end = _united(source, coder, code, start, end)
    line = source * readers.shape[1] + coder
    order = np.lexsort((start, line))
    line, code, start, end = line[order], code[order], start[order], end[order]
    if (line[1:] == line[:-1]).any() and bool(((line[1:] == line[:-1]) & (start[1:] < end[:-1])).any()):
        line, value, start, end, sets = _pieces(line, code, start, end)
    else:
        kinds, value = np.unique(code, return_inverse=True)
        sets = tuple((one,) for one in kinds.tolist())
    source, coder = np.divmod(line, readers.shape[1])
    return Stretches(source, coder, value.ravel(), start, end, len(sets), length, readers), sets


def _united(source: Ints, coder: Ints, code: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Spans of one coder and code that overlap as one."""
    order = np.lexsort((start, code, coder, source))
    source, coder, code, start, end = (one[order] for one in (source, coder, code, start, end))
    if not len(source):
        return source, coder, code, start, end
    new = news(source) | news(coder) | news(code)
    group = np.cumsum(new) - 1
    wide = int(end.max()) + 1
    reach = np.maximum.accumulate(group * wide + end)
    first = new.copy()
    first[1:] |= group[1:] * wide + start[1:] >= reach[:-1]
    places = np.flatnonzero(first)
    ends = np.maximum.reduceat(end, places)
    return source[places], coder[places], code[places], start[places], ends


def _pieces(
    line: Ints, code: Ints, start: Ints, end: Ints
) -> tuple[Ints, Ints, Ints, Ints, tuple[tuple[int, ...], ...]]:
    """Stretches cut wherever a span begins or ends, with the codes that lie on each."""
    wide = int(end.max()) + 1
    bounds = np.unique(np.concatenate([line * wide + start, line * wide + end]))
    low = np.searchsorted(bounds, line * wide + start)
    high = np.searchsorted(bounds, line * wide + end)
    row, piece = expanded(low, high - low)
    order = np.lexsort((code[row], piece))
    piece, codes = piece[order], code[row][order]
    first = news(piece)
    places = np.flatnonzero(first)
    # A set is known by the sum of its codes' random numbers: 64 bits, so that no two sets meet by chance.
    kinds, number = np.unique(codes, return_inverse=True)
    marks = np.random.default_rng(0).integers(0, 1 << 63, size=len(kinds), dtype=np.uint64)
    key = np.add.reduceat(marks[number.ravel()], places)
    _, example, value = np.unique(key, return_index=True, return_inverse=True)
    stops = np.append(places, len(codes))
    sets = [tuple(codes[stops[one] : stops[one + 1]].tolist()) for one in example.tolist()]
    ranked = sorted(range(len(sets)), key=lambda one: (len(sets[one]), sets[one]))
    rank = np.empty(len(sets), dtype=np.int64)
    rank[ranked] = np.arange(len(sets))
    held = piece[places]
    at, begin = np.divmod(bounds[held], wide)
    return at, rank[value.ravel()], begin, bounds[held + 1] - at * wide, tuple(sets[one] for one in ranked)
