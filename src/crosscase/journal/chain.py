"""Order, forks, and who had seen what.

All copies put entries in the same order: by clock, then by digest. Because an entry's clock is greater than any
its author had seen, this order never puts an act before one that it knew of.

Two entries with the same chain and number are a *fork*: somebody copied the file with `cp`, a synced folder or a
backup, and both copies went on. Both branches are kept; the one whose first own entry comes first in
the order goes on under the chain's name, the others under names of their own. "Had seen" follows digests and
therefore needs no names from outside.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscase.model import Id


class Header(msgspec.Struct, frozen=True):
    """What is needed of an entry to place it."""

    digest: str
    id: Id
    chain: Id
    number: int
    before: str
    heads: tuple[str, ...]
    clock: int

    @property
    def order(self) -> tuple[int, str]:
        """Where it stands among all entries."""
        return (self.clock, self.digest)


class _Spot(msgspec.Struct, frozen=True):
    """An entry's branch, its number there, and the highest number seen of every other branch."""

    branch: str
    number: int
    others: dict[str, int]


class Seen:
    """Answers whether the author of one entry had seen another when writing."""

    def __init__(self, headers: Iterable[Header]) -> None:
        self._spots: dict[str, _Spot] = {}
        continued: set[str] = set()
        for header in sorted(headers, key=lambda h: h.order):
            before = self._spots.get(header.before)
            if before is None:
                branch, others = header.chain if header.chain not in continued else header.digest, {}
                continued.add(header.chain)
            elif header.before not in continued:
                branch, others = before.branch, before.others
                continued.add(header.before)
            else:
                branch, others = header.digest, {**before.others, before.branch: before.number}
            newly = [self._spots[head] for head in header.heads if head in self._spots]
            if newly:
                others = dict(others)
                for spot in newly:
                    for name, number in (*spot.others.items(), (spot.branch, spot.number)):
                        if name != branch and others.get(name, 0) < number:
                            others[name] = number
            self._spots[header.digest] = _Spot(branch, header.number, others)

    def had_seen(self, later: str, earlier: str) -> bool:
        """Whether the author of `later` had seen `earlier` (digests); an entry has seen itself."""
        a, b = self._spots[later], self._spots[earlier]
        if a.branch == b.branch:
            return a.number >= b.number
        return a.others.get(b.branch, 0) >= b.number

    def branch(self, digest: str) -> str:
        """The branch an entry lies on; several branches of one chain are a fork."""
        return self._spots[digest].branch

    def several(self) -> bool:
        """Whether there is more than one branch, so that something may have happened at the same time."""
        return len({spot.branch for spot in self._spots.values()}) > 1


class ChainFault(msgspec.Struct, frozen=True):
    """Something wrong with a chain: the entry, and what is wrong in words."""

    entry: Id
    fault: str


def faults(headers: Iterable[Header]) -> list[ChainFault]:
    """What is wrong with the chains: entries missing, numbers that do not follow, clocks that go back."""
    known = {header.digest: header for header in headers}
    found: list[ChainFault] = []
    for header in sorted(known.values(), key=lambda h: h.order):
        before = known.get(header.before)
        if header.before and before is None:
            found.append(ChainFault(header.id, "the entry before it is missing"))
        elif before is not None and (before.chain != header.chain or before.number + 1 != header.number):
            found.append(ChainFault(header.id, "its number does not follow the entry before it"))
        elif not header.before and header.number != 1:
            found.append(ChainFault(header.id, "it begins a chain but is not numbered 1"))
        for past in (header.before, *header.heads):
            if past in known and known[past].clock >= header.clock:
                found.append(ChainFault(header.id, "its clock is not after what its author had seen"))
            elif past and past not in known and past != header.before:
                found.append(ChainFault(header.id, "an entry its author had seen is missing"))
    return found
