"""The runs of a text: characters brought together that still stand together, in reading order, hidden ones included.

`Runs` knows where each character is (`at`), cuts runs so that a stretch is made of whole ones (`cover`), puts new ones
in (`put`) and lists them in order. What a correction means is none of its business: see `text`.

Runs are kept in the order of their coming and chained by number, so that putting one in costs the same in the middle of
a text that was corrected two thousand times. The careful reader's mistake would be to keep numbers across `put`
and `cover` and take them for places: `order` says where a run stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

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
        hidden, since: whether they were taken away, and by which correction.
        words: the characters, where they are at hand.
        stand_ins: what was put in their place.
    """

    origin: Id
    first: int
    length: int
    born: int
    words: str | None
    hidden: bool = False
    since: int = 0
    stand_ins: tuple[Stretch, ...] = ()

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

    # As bytes

    def pack(self) -> list[object]:
        """The runs in order, without words, for `unpacked`."""
        rows: list[Run] = []
        for number in self.order():
            run = self.all[number]
            if rows and _go_on(rows[-1], run):
                rows[-1] = msgspec.structs.replace(rows[-1], length=rows[-1].length + run.length)
            else:
                rows.append(run)
        named = (origin for run in rows for origin in (run.origin, *(one.origin for one in run.stand_ins)))
        origins = {origin: n for n, origin in enumerate(dict.fromkeys(named))}
        packed = [
            (
                origins[run.origin], run.first, run.length, run.born, run.since if run.hidden else 0,
                [(origins[one.origin], one.first, one.length) for one in run.stand_ins],
            )
            for run in rows
        ]  # fmt: skip
        return [list(origins), packed]

    @classmethod
    def unpacked(cls, packed: list[object]) -> Runs:
        """The runs that `pack` was given, all without words."""
        origins, rows = msgspec.convert(packed, tuple[list[Id], list[_Packed]])
        runs = cls()
        runs._by_origin = {origin: ([], []) for origin in origins}
        for number, (origin, first, length, born, since, stand_ins) in enumerate(rows):
            stretches = tuple(Stretch(origins[o], f, count) for o, f, count in stand_ins) if stand_ins else ()
            runs.all.append(Run(origins[origin], first, length, born, None, since > 0, since, stretches))
            runs._next.append(number + 1)
        if rows:
            runs._head, runs._next[-1] = 0, NOWHERE
        for number in sorted(range(len(rows)), key=lambda at: rows[at][1]):
            firsts, numbers = runs._by_origin[runs.all[number].origin]
            firsts.append(runs.all[number].first)
            numbers.append(number)
        return runs


def _go_on(one: Run, other: Run) -> bool:
    """Whether two runs could be one: cutting leaves no trace in what is packed."""
    return (
        one.origin == other.origin
        and one.end == other.first
        and one.hidden == other.hidden
        and (one.since == other.since or not one.hidden)
        and one.stand_ins == other.stand_ins
        and one.born == other.born
    )


_Packed = tuple[int, int, int, int, int, list[tuple[int, int, int]]]
