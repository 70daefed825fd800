"""The arithmetic behind every table: which codings belong to a line, and whose words they lie on.

`evidence_of` gives the rows of `Lies` that belong to each line of a *what* axis; `counted_of` folds them into grids of
units × lines, which are small: a million codings become a few million cells, once, whatever they are then set against.

What a careful reader would get wrong: an empty cell of a grid says nothing yet. Whether the unit was read for the line
stands in a grid of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analyses.lines import What
from crosscase.analyses.scope import Scope
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, expanded, joined, new_lengths, news

AnyInts: TypeAlias = npt.NDArray[np.integer[Any]]
Int32: TypeAlias = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Evidence:
    """Which coding lies on which unit, for each line; ordered by line and then by place on the units' lines.

    Attributes:
        line, unit, coding: of each row.
        against: the passage says that it is not so, or speaks against the theme.
        counted: which rows count like all others; the rest are unreviewed.
        twofold: rows of a coding that stands in its line both for and against.
        words: new words that each row adds to those before it of its line and unit; none where it does not count,
            or speaks against.
        first: where each line's rows begin, and at the end how many there are.
        nowhere: (line, coding, counted) of codings that lie on no words that are counted.
    """

    line: AnyInts
    unit: AnyInts
    coding: AnyInts
    against: Flags
    counted: Flags
    twofold: Flags
    words: Ints | None
    first: Ints
    nowhere: tuple[Ints, Ints, Flags]


@dataclass(frozen=True, eq=False)
class Counted:
    """Units × lines, within a scope.

    Attributes:
        said: coded, and not with words against.
        read: the source was read to the end for everything the line needs; true of units without words of their own.
        codings: that count, without those that lie on several units.
        words: own words coded; of nobody's units none.
    """

    snapshot: Snapshot
    what: What
    scope: Scope
    evidence: Evidence
    said: Flags
    read: Flags
    codings: Int32
    words: Int32 | None

    @cached_property
    def not_so(self) -> Flags | None:
        """Coded with words against; None where there are none anywhere."""
        return self._grid(self.evidence.against & self.evidence.counted)

    @cached_property
    def unreviewed(self) -> Flags | None:
        """With codings that nobody accepted; None where there are none anywhere."""
        return self._grid(~self.evidence.counted)

    def _grid(self, flags: Flags) -> Flags | None:
        rows = np.flatnonzero(flags)
        if not len(rows):
            return None
        units, lines = self.said.shape
        found = np.zeros(units * lines, dtype=np.bool_)
        found[self.evidence.unit[rows] * np.int64(lines) + self.evidence.line[rows]] = True
        return found.reshape(units, lines)


def counted_of(snapshot: Snapshot, what: What, scope: Scope, *, words: bool) -> Counted:
    """Fold the evidence of each line into grids.

    Args:
        snapshot: the study.
        what: the lines.
        scope: what to look at.
        words: count words too, which reads the texts.
    """
    key = ("counted", what.key, scope.key, words)
    # What is kept must not hold the snapshot that keeps it, or neither would go before the collector comes round.
    parts = snapshot.kept(key, lambda: _grids(evidence_of(snapshot, what, scope, words=words), snapshot, what, scope))
    return Counted(snapshot, what, scope, *parts)


_Grids: TypeAlias = tuple[Evidence, Flags, Flags, Int32, Int32 | None]


def _grids(evidence: Evidence, snapshot: Snapshot, what: What, scope: Scope) -> _Grids:
    units, lines = len(snapshot.units), len(what.lines)
    flat = _flat(evidence, lines)
    # Nearly all rows count and say so, so all are counted once, and what does not is taken away again.
    every = np.bincount(flat, minlength=units * lines)
    said = every > 0
    silent = np.sort(flat[~evidence.counted | evidence.against])
    cells = silent[news(silent)]
    said[cells[every[cells] == np.diff(np.append(np.flatnonzero(news(silent)), len(silent)))]] = False
    several = ~evidence.counted | evidence.twofold
    if snapshot.shared.any():
        several |= snapshot.shared[evidence.coding]
    np.subtract.at(every, flat[several], 1)
    spoken: Int32 | None = None
    if evidence.words is not None:
        by_row = np.bincount(flat, weights=evidence.words, minlength=units * lines)
        spoken = by_row.astype(np.int32).reshape(units, lines)
        spoken[snapshot.units.participant < 0] = 0
    read = read_grid(snapshot, what, scope)
    codings = every.astype(np.int32).reshape(units, lines)
    return evidence, said.reshape(units, lines), read, codings, spoken


def _flat(evidence: Evidence, lines: int) -> Ints:
    flat: Ints = evidence.unit * np.int64(lines) + evidence.line
    return flat


def evidence_of(snapshot: Snapshot, what: What, scope: Scope, *, words: bool) -> Evidence:
    """The evidence of each line; codings that are neither counted nor unreviewed in this scope are left out."""
    line, row, unit, coding, against = (
        _of_stacks(snapshot, what.stacks) if what.stacks is not None else _of_pairs(snapshot, what)
    )
    new = begin = end = None
    if words and what.stacks is not None and scope.plain:
        new = snapshot.new_stack_words[row]
    elif words:
        begin, end = (part[row] for part in (snapshot.words_on if what.stacks is None else snapshot.stack_words))
    if not (scope.plain and scope.all_units):
        kept = (scope.codings | scope.unreviewed)[coding] & scope.units[unit]
        line, unit, coding, against = line[kept], unit[kept], coding[kept], against[kept]
        new, begin, end = (None if part is None else part[kept] for part in (new, begin, end))
    counted: Flags = scope.codings[coding] if scope.unreviewed.any() else np.ones(len(line), dtype=np.bool_)
    if begin is not None and end is not None:
        new = new_lengths(line.astype(np.int64), begin, end, counted & ~against)
    twofold = _twofold(line, coding, against) if what.stacks is None else np.zeros(len(line), dtype=np.bool_)
    first = np.searchsorted(line, np.arange(len(what.lines) + 1)).astype(np.int64)
    return Evidence(line, unit, coding, against, counted, twofold, new, first, _nowhere(snapshot, what, scope))


def _of_stacks(snapshot: Snapshot, chosen: Ints) -> tuple[AnyInts, Ints | slice, AnyInts, AnyInts, Flags]:
    stacks = snapshot.stacks
    line: AnyInts
    rows: Ints | slice
    if np.array_equal(chosen, np.arange(len(stacks))):
        line, rows = stacks.stack, slice(None)
    else:
        line, rows = expanded(stacks.first[chosen], np.diff(stacks.first)[chosen])
    coding = stacks.coding[rows]
    denied = snapshot.codings.denied
    against: Flags = denied[coding] if denied.any() else np.zeros(len(line), dtype=np.bool_)
    return line, rows, stacks.unit[rows], coding, against


def _of_pairs(snapshot: Snapshot, what: What) -> tuple[AnyInts, Ints | slice, AnyInts, AnyInts, Flags]:
    lies = snapshot.lies
    line, coding, against = what.pairs
    pair, row = expanded(lies.first[coding], lies.first[coding + 1] - lies.first[coding])
    order = np.lexsort((lies.own_from[row], line[pair]))
    pair, row = pair[order], row[order]
    return line[pair], row, lies.unit[row], lies.coding[row], against[pair]


def _twofold(line: AnyInts, coding: AnyInts, against: Flags) -> Flags:
    key = line * np.int64(int(coding.max(initial=0)) + 1) + coding
    return np.isin(key, key[against]) & np.isin(key, key[~against])


def _nowhere(snapshot: Snapshot, what: What, scope: Scope) -> tuple[Ints, Ints, Flags]:
    """Codings on interviewers' or quoted words, or on words that are gone: (line, coding, counted)."""
    codings = snapshot.codings
    lost = (np.diff(snapshot.lies.first) == 0) & scope.nobody[codings.source]
    lost &= scope.codings | scope.unreviewed
    if what.stacks is None:
        chosen = lost[what.pairs[1]]
        # Evidence placed both for and against is one coding.
        pair = np.unique(what.pairs[0][chosen] * (len(codings) + 1) + what.pairs[1][chosen])
        line, coding = pair // (len(codings) + 1), pair % (len(codings) + 1)
        return line, coding, scope.codings[coding]
    rows = np.flatnonzero(lost)
    codes, lines = _lines_of_codes(snapshot, what)
    first = np.searchsorted(codes, np.arange(len(snapshot.codes) + 1)).astype(np.int64)
    code = codings.code[rows]
    nth, at = expanded(first[code], first[code + 1] - first[code])
    return lines[at], rows[nth], scope.codings[rows[nth]]


def _lines_of_codes(snapshot: Snapshot, what: What) -> tuple[Ints, Ints]:
    """(code, line) pairs, by code: in which lines the codings of a code are."""
    parts = []
    for line in what.lines:
        place = snapshot.codes.number[line.id]
        under = snapshot.codes.below(place) if line.below else range(place, place + 1)
        parts.append(np.arange(under.start, under.stop, dtype=np.int64))
    codes = joined(parts)
    lines = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    order = np.argsort(codes, kind="stable")
    return codes[order], lines[order]


def read_grid(snapshot: Snapshot, what: What, scope: Scope) -> Flags:
    """Units × lines: the source was read to the end for everything the line needs.

    True of units without words of their own, so that it can be asked of all of a participant's units.
    """
    reads = snapshot.reads
    if scope.members is None:
        by_code, finished = snapshot.read_by_anyone, reads.finished
    else:
        by_code, finished = reads.read(len(snapshot.sources), scope.members).T, reads.finished[:, scope.members]
    line, code = what.needs
    first = np.searchsorted(line, np.arange(len(what.lines) + 1))
    needs = np.diff(first)
    # Lines × sources, because what a line needs are whole rows of codes × sources.
    read = np.empty((len(what.lines), len(snapshot.sources)), dtype=np.bool_)
    read[needs == 0] = finished.any(axis=1)
    read[needs == 1] = by_code[code[first[:-1][needs == 1]]]
    for number in np.flatnonzero(needs > 1).tolist():
        np.logical_and.reduce(by_code[code[first[number] : first[number + 1]]], axis=0, out=read[number])
    units = np.ascontiguousarray(read.T)[snapshot.units.source]
    units[~snapshot.has_words] = True
    return units
