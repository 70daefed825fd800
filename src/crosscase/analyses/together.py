"""The arithmetic of `overlap`: pairs of codings that come together, and in whose own words.

Takes the codings that count and gives pairs in blocks; folds them into cells (code × code) by one sort of narrow keys,
in which units stand in the order of case and participant, so that cases and participants are counted in one pass.

What a careful reader would get wrong: stretches on units' own lines lie one unit after the other, so comparing two of
them also compares the units; nothing has to be looked up for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from crosscase.analyses.scope import Scope
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, expanded, near_pairs, news, on_one_line


@dataclass(frozen=True, eq=False)
class Order:
    """Units in the order of case and participant.

    Attributes:
        rank: of each unit.
        participant, case: by rank.
        split: somebody's units lie in several cases, which their sources gave them.
    """

    rank: Ints
    participant: Ints
    case: Ints
    split: bool


def order_of(snapshot: Snapshot) -> Order:
    """The order of a snapshot's units."""
    units = snapshot.units
    order = np.lexsort((units.source, units.participant, units.case))
    rank = np.empty(len(units), dtype=np.int64)
    rank[order] = np.arange(len(units))
    caseless = snapshot.participants.case < 0
    return Order(rank, units.participant[order], units.case[order], bool(caseless.any()))


@dataclass(frozen=True, eq=False)
class Together:
    """Codings that may come together, named by their places in `rows`.

    Attributes:
        rows: the codings, in reading order.
        place: of each code in the table; `size` is how many codes it has.
        within, unit: how far apart they may lie.
        by_member: only pairs of one member.
    """

    snapshot: Snapshot
    scope: Scope
    rows: Ints
    place: Ints
    size: int
    within: int
    unit: Literal["words", "characters"]
    by_member: bool

    @cached_property
    def at(self) -> Ints:
        """The place in the table of each coding's code."""
        return self.place[self.snapshot.codings.code[self.rows]]

    @cached_property
    def first(self) -> Ints:
        """Where each coding's rows of `Lies` begin."""
        return self.snapshot.lies.first[self.rows]

    @cached_property
    def count(self) -> Ints:
        """On how many units each lies."""
        return self.snapshot.lies.first[self.rows + 1] - self.first

    @cached_property
    def own(self) -> tuple[Ints, Ints, Ints]:
        """Unit and stretch on its line, of codings that lie on one unit; an empty stretch of none for others."""
        lies = self.snapshot.lies
        one = self.count == 1
        row = np.where(one, np.minimum(self.first, max(len(lies) - 1, 0)), 0)
        if not len(lies):
            none = np.zeros(len(self.rows), dtype=np.int64)
            return none - 1, none, none
        return (
            np.where(one, lies.unit[row], -1),
            np.where(one, lies.own_from[row], 0),
            np.where(one, lies.own_to[row], 0),
        )

    def pairs(self) -> Iterator[tuple[Ints, Ints]]:
        """Pairs of codings of different codes that come together, in blocks."""
        codings, rows = self.snapshot.codings, self.rows
        source = codings.source[rows]
        if self.within and self.unit == "words":
            begin, end = (ranks[rows] for ranks in self.snapshot.word_ranks)
            # A stretch without the start of a word in it still stands somewhere.
            end = np.maximum(end, begin + 1)
            lengths = np.zeros(len(self.snapshot.sources), dtype=np.int64)
            np.maximum.at(lengths, source, end)
        else:
            begin, end, lengths = codings.start[rows], codings.end[rows], self.snapshot.sources.length
        base = on_one_line(source, np.zeros(len(rows), dtype=np.int64), lengths, gap=self.within + 2)
        member = codings.member[rows]
        for left, right in near_pairs(base + begin, base + end, self.within):
            kept = self.at[left] != self.at[right]
            if self.by_member:
                kept &= member[left] == member[right]
            yield left[kept], right[kept]

    def common(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """(pair, unit): the units on whose own words two codings come together.

        Overlapping codings must share own words of the unit; near ones must both lie on it.
        """
        lies, unit = self.snapshot.lies, self.own[0]
        held = self._held(self.own, left, right)
        pairs, units = np.flatnonzero(held), unit[left[held]]
        several = self.count > 1
        if several.any():
            # Some lie on several people's words: every unit of the one with every unit of the other.
            rest = np.flatnonzero((several[left] | several[right]) & (self.count[left] > 0) & (self.count[right] > 0))
            nth, a = expanded(self.first[left[rest]], self.count[left[rest]])
            mth, b = expanded(self.first[right[rest]][nth], self.count[right[rest]][nth])
            a, at = a[mth], rest[nth[mth]]
            line = (lies.unit, lies.own_from, lies.own_to)
            held = self._held(line, a, b)
            pairs, units = np.concatenate([pairs, at[held]]), np.concatenate([units, lies.unit[a[held]]])
        if self.scope.all_units:
            return pairs, units
        inside = self.scope.units[units]
        return pairs[inside], units[inside]

    def _held(self, line: tuple[Ints, Ints, Ints], a: Ints, b: Ints) -> Flags:
        held: Flags
        if self.within:
            held = (line[0][a] == line[0][b]) & (line[0][a] >= 0)
        else:
            held = np.maximum(line[1][a], line[1][b]) < np.minimum(line[2][a], line[2][b])
        return held

    def counts(self) -> tuple[Ints, Ints, Ints]:
        """Pairs, participants and cases of each two codes; symmetrical, each code by itself on the diagonal."""
        order, size = order_of(self.snapshot), self.size
        pairs = np.zeros(size * size, dtype=np.int64)
        keys = [self._alone(order)]
        for left, right in self.pairs():
            a, b = self.at[left], self.at[right]
            cell = np.minimum(a, b) * size + np.maximum(a, b)
            pairs += np.bincount(cell, minlength=size * size)
            pair, unit = self.common(left, right)
            keys.append(self._keys(cell[pair], unit, order))
        participants, cases = self._people(np.concatenate(keys), order)
        found = []
        for numbers in (pairs, participants, cases):
            square = numbers.reshape(size, size)
            found.append(square + np.triu(square, 1).T)
        np.fill_diagonal(found[0], np.bincount(self.at, minlength=size)[:size])
        return found[0], found[1], found[2]

    def _alone(self, order: Order) -> Ints:
        """Keys of each code by itself."""
        lies = self.snapshot.lies
        nth, row = expanded(self.first, self.count)
        inside = self.scope.units[lies.unit[row]]
        at = self.at[nth[inside]]
        return self._keys(at * self.size + at, lies.unit[row[inside]], order)

    def _keys(self, cell: Ints, unit: Ints, order: Order) -> Ints:
        """(cell, unit) as ordered keys, each once."""
        keys = self._sorted(cell * max(len(order.rank), 1) + order.rank[unit], order)
        return keys[news(keys)]

    def _sorted(self, keys: Ints, order: Order) -> Ints:
        """Ascending; narrow keys sort twice as quick."""
        fits = self.size**2 * len(order.rank) < 1 << 32
        narrow: npt.NDArray[Any] = keys.astype(np.uint32) if fits else keys
        return np.sort(narrow).astype(np.int64)

    def _people(self, keys: Ints, order: Order) -> tuple[Ints, Ints]:
        keys = self._sorted(keys, order)
        cell, rank = np.divmod(keys[news(keys)], max(len(order.rank), 1))
        person, case = order.participant[rank], order.case[rank]
        new_case = news(cell) | news(case)
        new_person = new_case | news(person)
        cells = self.size**2
        cases = np.bincount(cell[new_case & (case >= 0)], minlength=cells)
        if order.split:
            width = len(self.snapshot.participants) + 1
            people = np.sort(cell * width + person + 1)
            people = people[news(people)]
            return np.bincount(people[people % width > 0] // width, minlength=cells), cases
        return np.bincount(cell[new_person & (person >= 0)], minlength=cells), cases
