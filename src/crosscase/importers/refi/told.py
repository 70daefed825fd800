"""What is said of a REFI-QDA file that was read: what was repaired, what was left, each in a sentence with its place.

A file that is wrong in one way is mostly wrong in that way thousands of times. The first of each way are told one by
one, the rest are counted, so that a report can be read and a hostile file cannot fill the memory with complaints.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from crosscase.model.bundle import Loss, Record

TOLD: Final = 20
"""How many of one way are told one by one."""


class Repair(Record, frozen=True, kw_only=True):
    """Something in a file that was not as the standard says, and what was made of it.

    Attributes:
        place: the line of the XML, or the element with its name.
        count: how often; more than once where the rest are told together.
    """

    place: str
    what: str
    count: int = 1


class Told:
    """Collects repairs and losses while a file is read."""

    def __init__(self) -> None:
        self._repairs: dict[str, list[Repair]] = {}
        self._losses: dict[str, list[Loss]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def repaired(self, way: str, place: str, what: str) -> None:
        """Something was put right.

        Args:
            way: what kind of thing, by which the rest are counted; a plain noun phrase in the plural.
        """
        self._counts["repair", way] += 1
        told = self._repairs.setdefault(way, [])
        if len(told) < TOLD:
            told.append(Repair(place=place, what=what))

    def lost(self, way: str, place: str, what: str) -> None:
        """Something could not be taken in."""
        self._counts["loss", way] += 1
        told = self._losses.setdefault(way, [])
        if len(told) < TOLD:
            told.append(Loss(place=place, what=what))

    def repairs(self) -> tuple[Repair, ...]:
        """All of them, in the order in which each way was first met."""
        found: list[Repair] = []
        for way, told in self._repairs.items():
            found += told
            if more := self._counts["repair", way] - len(told):
                found.append(Repair(place=way, what=f"{more:,} more, repaired likewise.", count=more))
        return tuple(found)

    def losses(self) -> tuple[Loss, ...]:
        """All of them, likewise."""
        found: list[Loss] = []
        for way, told in self._losses.items():
            found += told
            if more := self._counts["loss", way] - len(told):
                found.append(Loss(place=way, what=f"{more:,} more, left likewise."))
        return tuple(found)
