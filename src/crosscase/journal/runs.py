"""The runs of a text: characters brought together that still stand together, in reading order, hidden ones included.

`Runs` knows where each character is (`at`), cuts runs so that a stretch is made of whole ones (`cover`), puts new ones
in (`put`) and lists them in order. What a correction means is none of its business: see `text`.

Runs are kept in the order of their coming and chained by number, so that putting one in costs the same in the middle of
a text that was corrected two thousand times. The careful reader's mistake would be to keep numbers across `put`
and `cover` and take them for places: `order` says where a run stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import repeat

import msgspec

from crosscase.journal.changes import Stretch
from crosscase.model import Address, Id

NOWHERE = -1


def address(origin: Id, number: int) -> Address:
    """The address of a character."""
    return f"{origin}:{number}" if origin else str(number)


def parse(place: Address) -> tuple[Id, int]:
    """The origin and the number in an address.

    Raises:
        ValueError: it is not an address.
    """
    origin, _, number = place.rpartition(":")
    return origin, int(number)


class Run(msgspec.Struct, gc=False):
    """Characters brought together that still stand together.

    Attributes:
        born: which correction put them in, counted in the order of the journal.
        hides: how many corrections take them away, none of which was taken back; they show when there is none.
        since: the first of these, counted like `born`.
        words: the characters, where they are at hand.
        stand_ins: what was put in their place.
    """

    origin: Id
    first: int
    length: int
    born: int
    words: str | None
    hides: int = 0
    since: int = 0
    stand_ins: tuple[Stretch, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether they were taken away."""
        return self.hides > 0

    @property
    def end(self) -> int:
        """The number after that of the last character."""
        return self.first + self.length


class Runs:
    """All runs of one text."""

    def __init__(self) -> None:
        self.all: list[Run] = []
        self._next: list[int] = []
        self._head = NOWHERE
        self._by_origin: dict[Id, tuple[list[int], list[int]]] = {}

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, number: int) -> Run:
        return self.all[number]

    def knows(self, origin: Id) -> bool:
        """Whether anything came from there."""
        return origin in self._by_origin

    def order(self) -> list[int]:
        """The numbers of the runs as they are read."""
        found, at, following = [], self._head, self._next
        while at != NOWHERE:
            found.append(at)
            at = following[at]
        return found

    def following(self, number: int) -> Iterator[int]:
        """The runs that are read after one."""
        at = self._next[number]
        while at != NOWHERE:
            yield at
            at = self._next[at]

    def at(self, origin: Id, place: int) -> int:
        """The run that has a character; NOWHERE where it is not known."""
        if origin not in self._by_origin:
            return NOWHERE
        firsts, numbers = self._by_origin[origin]
        index = bisect_right(firsts, place) - 1
        if index < 0:
            return NOWHERE
        number = numbers[index]
        return number if place < self.all[number].end else NOWHERE

    def put(self, after: int, run: Run) -> int:
        """Put a run in behind another (NOWHERE: at the very beginning); its number."""
        number = len(self.all)
        self.all.append(run)
        if after == NOWHERE:
            self._next.append(self._head)
            self._head = number
        else:
            self._next.append(self._next[after])
            self._next[after] = number
        firsts, numbers = self._by_origin.setdefault(run.origin, ([], []))
        index = bisect_right(firsts, run.first)
        firsts.insert(index, run.first)
        numbers.insert(index, number)
        return number

    def cut(self, number: int, place: int) -> None:
        """Make a new run begin at that character of a run."""
        run = self.all[number]
        kept = place - run.first
        if 0 < kept < run.length:
            words = None if run.words is None else run.words[kept:]
            rest = msgspec.structs.replace(run, first=place, length=run.length - kept, words=words)
            run.length = kept
            if run.words is not None:
                run.words = run.words[:kept]
            self.put(number, rest)

    def cover(self, stretch: Stretch) -> list[int]:
        """The runs that a stretch is made of, after cutting; what is not known is left out."""
        found: list[int] = []
        place, end = stretch.first, stretch.first + stretch.length
        while place < end:
            number = self.at(stretch.origin, place)
            if number == NOWHERE:
                place = self._next_known(stretch.origin, place, end)
                continue
            self.cut(number, place)
            number = self.at(stretch.origin, place)
            self.cut(number, end)
            found.append(number)
            place = self.all[number].end
        return found

    def _next_known(self, origin: Id, place: int, end: int) -> int:
        firsts = self._by_origin.get(origin, ([], []))[0]
        index = bisect_right(firsts, place)
        return min(firsts[index], end) if index < len(firsts) else end

    # As columns

    def pack(self, order: Sequence[int]) -> Packed:
        """The runs in their order, without words, for `unpacked`; where they were cut leaves no trace."""
        rows: list[Run] = []
        for number in order:
            run = self.all[number]
            if rows and run.origin == rows[-1].origin and run.first == rows[-1].end and _go_on(rows[-1], run):
                rows[-1] = msgspec.structs.replace(rows[-1], length=rows[-1].length + run.length)
            else:
                rows.append(run)
        replaced = [(at, run.stand_ins) for at, run in enumerate(rows) if run.stand_ins]
        origins = dict.fromkeys(run.origin for run in rows)
        origins.update(dict.fromkeys(one.origin for _, stand_ins in replaced for one in stand_ins))
        at = {origin: n for n, origin in enumerate(origins)}
        return Packed(
            list(origins),
            [at[run.origin] for run in rows],
            [run.first for run in rows],
            [run.length for run in rows],
            [run.born for run in rows],
            [run.hides for run in rows],
            [run.since if run.hides else 0 for run in rows],
            [(n, [(at[one.origin], one.first, one.length) for one in stand_ins]) for n, stand_ins in replaced],
        )

    @classmethod
    def unpacked(cls, packed: Packed) -> Runs:
        """The runs that `pack` was given, all without words.

        Raises:
            ValueError: these are none.
        """
        runs = cls()
        count = len(packed.origin)
        if {*map(len, (packed.first, packed.length, packed.born, packed.hides, packed.since))} - {count}:
            raise ValueError(count)
        names = packed.origins
        try:
            origin = [names[n] for n in packed.origin]
            runs.all = list(
                map(
                    Run, origin, packed.first, packed.length, packed.born, repeat(None), packed.hides,
                    packed.since,
                )
            )  # fmt: skip
            for number, stand_ins in packed.stand_ins:
                runs.all[number].stand_ins = tuple(Stretch(names[n], *rest) for n, *rest in stand_ins)
        except IndexError as error:
            raise ValueError(count) from error
        runs._next = [*range(1, count), NOWHERE][:count]
        runs._head = 0 if count else NOWHERE
        firsts = packed.first
        for number in sorted(range(count), key=firsts.__getitem__):
            known = runs._by_origin.get(origin[number])
            if known is None:
                runs._by_origin[origin[number]] = ([firsts[number]], [number])
            else:
                known[0].append(firsts[number])
                known[1].append(number)
        return runs


class Packed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Runs by column; origins by number, stand-ins only of those that have any."""

    origins: list[Id]
    origin: list[int]
    first: list[int]
    length: list[int]
    born: list[int]
    hides: list[int]
    since: list[int]
    stand_ins: list[tuple[int, list[tuple[int, int, int]]]]


def _go_on(one: Run, other: Run) -> bool:
    """Whether two runs whose characters follow each other could be one: cutting leaves no trace in what is packed."""
    return (
        one.hides == other.hides
        and (one.since == other.since or not one.hides)
        and one.stand_ins == other.stand_ins
        and one.born == other.born
    )
