"""What could not be written as it is: each with its place, the rest of a kind counted."""

from __future__ import annotations

from collections import Counter
from typing import Final

from crosscase.model.bundle import Loss

TOLD: Final = 20
"""How many of one way are told one by one."""


class Left:
    """Collects losses while a file is written."""

    def __init__(self) -> None:
        self._told: dict[str, list[Loss]] = {}
        self._counts: Counter[str] = Counter()

    def out(self, way: str, place: str, what: str) -> None:
        """Something was left out.

        Args:
            way: what kind of thing, by which the rest are counted; a plain noun phrase in the plural.
        """
        self._counts[way] += 1
        told = self._told.setdefault(way, [])
        if len(told) < TOLD:
            told.append(Loss(place=place, what=what))

    changed = out
    """Something was written otherwise."""

    def losses(self) -> tuple[Loss, ...]:
        """All of them, in the order in which each way was first met."""
        found: list[Loss] = []
        for way, told in self._told.items():
            found += told
            if more := self._counts[way] - len(told):
                found.append(Loss(place=way, what=f"{more:,} more likewise."))
        return tuple(found)
