"""What is judged in a text: its characters, words, sentences or turns, or segments that somebody chose.

Whatever the unit, a text becomes a row of them, and a coding a stretch of that row: from the first unit it touches to
the last. A word is touched by a coding that holds its first character, as everywhere in counting.

What a careful reader would get wrong: the smaller the unit, the more there are on which nobody put anything, and the
higher every number becomes that counts agreeing on nothing. No unit is the right one; say which you took.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np

from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.frames.sentences import sentences
from crosscase.frames.turns import turn_passages

UnitKind = Literal["characters", "words", "sentences", "turns", "segments"]
UNITS: Final[tuple[str, ...]] = get_args(UnitKind)


@dataclass(frozen=True, eq=False)
class Lattice:
    """Units of all sources.

    Attributes:
        length: how many units each source has.
        placed: (source, start, end) in code points → (from, to) in units.
        bounds: for each source the (start, end) of its units in code points; None for characters and words.
    """

    length: Ints
    placed: Callable[[Ints, Ints, Ints], tuple[Ints, Ints]]
    bounds: tuple[Ints, Ints, Ints] | None = None


def lattice_of(snapshot: Snapshot, kind: str, sources: Ints, segments: tuple[Ints, Ints, Ints]) -> Lattice:
    """The units of some sources.

    Args:
        snapshot: the study.
        kind: of `UNITS`.
        sources: numbers of those that are looked at; texts of others are not read.
        segments: (source, start, end) of what was chosen, for segments.
    """
    if kind == "characters":
        return Lattice(snapshot.sources.length, lambda _, start, end: (start, end))
    if kind == "words":
        ids = snapshot.sources.ids
        length = np.zeros(len(ids), dtype=np.int64)
        length[sources] = [len(snapshot.starts.of(ids[one])) for one in sources.tolist()]

        def ranked(source: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints]:
            return snapshot.starts.ranks(ids, source, start), snapshot.starts.ranks(ids, source, end)

        return Lattice(length, ranked)
    if kind == "sentences":
        rows = snapshot.kept(("sentences", sources.tobytes()), lambda: _sentences(snapshot, sources))
    elif kind == "turns":
        passages = turn_passages(snapshot).passages
        here = np.isin(passages.source, sources)
        source, start, end = (one[here].astype(np.int64) for one in (passages.source, passages.start, passages.end))
        rows = (source, start, end)
    else:
        rows = united(*segments)
    return _of_bounds(snapshot, *rows)


def _sentences(snapshot: Snapshot, sources: Ints) -> tuple[Ints, Ints, Ints]:
    rows = [
        (source, span.start, span.end)
        for source in sources.tolist()
        for span in sentences(snapshot.starts.text(snapshot.sources.ids[source]))
    ]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return columns[0], columns[1], columns[2]


def _of_bounds(snapshot: Snapshot, source: Ints, start: Ints, end: Ints) -> Lattice:
    order = np.lexsort((start, source))
    source, start, end = source[order], start[order], end[order]
    length = np.bincount(source, minlength=len(snapshot.sources)).astype(np.int64)
    first = np.cumsum(length) - length
    width = int(snapshot.sources.length.max(initial=0)) + 1
    starts, ends = source * width + start, np.maximum.accumulate(source * width + end)

    def touched(where: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
        begin = np.searchsorted(ends, where * width + low, side="right") - first[where]
        stop = np.searchsorted(starts, where * width + high, side="left") - first[where]
        begin, stop = np.clip(begin, 0, length[where]), np.clip(stop, 0, length[where])
        return begin, np.where(high > low, np.maximum(stop, begin), begin)

    return Lattice(length, touched, (source, start, end))


def united(source: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
    """Stretches of each source, those that overlap as one."""
    here = np.flatnonzero(end > start)
    order = here[np.lexsort((start[here], source[here]))]
    source, start, end = source[order], start[order], end[order]
    if not len(source):
        return source, start, end
    width = int(end.max()) + 1
    reach = np.maximum.accumulate(source * width + end)
    first = np.ones(len(source), dtype=np.bool_)
    first[1:] = source[1:] * width + start[1:] >= reach[:-1]
    places = np.flatnonzero(first)
    return source[places], start[places], np.maximum.reduceat(end, places)
