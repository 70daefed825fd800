"""From what is known of people and documents to what is known of the units that a claim counts.

A unit is so for one thing asked where anybody or anything in it is; it is not so where all that bears on it is known
and is not; else it stays open. Only then are the things joined by AND, OR and NOT, with the three values of Kleene
(1952): a case in which one person said one thing and another person the other has both.

What a careful reader would get wrong: leaving somebody out is not taking one from a count. Where others of the case
said the same, the case stays as it was; where nobody else is there, it goes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.analyses.claims.known import NO, OPEN, YES, Values
from crosscase.analyses.retrieval_query import And, Coded, Node, Not, Placed
from crosscase.frames.intervals import Ints

GONE = -2
"""Nobody of the unit is left."""


@dataclass(frozen=True, eq=False)
class Lifted:
    """Units, and how many of their items have each value for each thing asked.

    Attributes:
        item, unit: pairs, each once: which items are in which units.
        counts: units × things × values (`NO`, `OPEN`, `YES`).
        items: of each unit, how many.
        values: items × things.
    """

    item: Ints
    unit: Ints
    counts: Ints
    items: Ints
    values: Values

    @property
    def lifted(self) -> Values:
        """Units × things: what is known of each."""
        return _lifted(self.counts)

    def without(self, whose: Ints) -> tuple[Ints, Ints, Values]:
        """What is known of a unit when somebody of it is left out: (who, unit, values), for all that are in one.

        Args:
            whose: to whom or what each item belongs; -1 to nothing. Values are `GONE` where nothing is left.
        """
        pairs = np.flatnonzero(whose[self.item] >= 0)
        width = max(len(self.items), 1)
        key, at = np.unique(whose[self.item[pairs]] * width + self.unit[pairs], return_inverse=True)
        unit = key % width
        taken = np.zeros((len(key), *self.counts.shape[1:]), dtype=np.int64)
        for value in (NO, OPEN, YES):
            np.add.at(taken[:, :, value], at, self.values[self.item[pairs]] == value)
        found = _lifted(self.counts[unit] - taken)
        found[np.bincount(at, minlength=len(key)) == self.items[unit]] = GONE
        return key // width, unit, found


def lift(values: Values, item: Ints, unit: Ints, units: int) -> Lifted:
    """Gather items into units.

    Args:
        values: items × things.
        item, unit: which items are in which units.
        units: how many there are.
    """
    counts = np.zeros((units, values.shape[1], 3), dtype=np.int64)
    for value in (NO, OPEN, YES):
        np.add.at(counts[:, :, value], unit, values[item] == value)
    return Lifted(item, unit, counts, np.bincount(unit, minlength=units), values)


def _lifted(counts: Ints) -> Values:
    found = np.full(counts.shape[:-1], OPEN, dtype=np.int8)
    found[(counts[..., NO] > 0) & (counts[..., OPEN] == 0)] = NO
    found[counts[..., YES] > 0] = YES
    return found


def joined_by(node: Node, leaf: dict[int, int], values: Values) -> Values:
    """What is known of each unit for a whole query.

    Args:
        node: the query.
        leaf: from the identity of each of its parts that are known by themselves to its column.
        values: units × things.
    """
    if isinstance(node, Coded | Placed):
        return values[:, leaf[id(node)]]
    if isinstance(node, Not):
        inner = joined_by(node.node, leaf, values)
        return np.where(inner < NO, inner, YES - inner).astype(np.int8)
    parts = np.stack([joined_by(part, leaf, values) for part in node.nodes])
    gone = (parts == GONE).any(axis=0)
    found = parts.min(axis=0) if isinstance(node, And) else parts.max(axis=0)
    return np.where(gone, GONE, found).astype(np.int8)


def signs(node: Node, leaf: dict[int, int], sign: int = 1) -> list[tuple[int, int]]:
    """For each part of a query its column, and whether it speaks for the whole (1) or against it (-1)."""
    if isinstance(node, Coded | Placed):
        return [(leaf[id(node)], sign)]
    if isinstance(node, Not):
        return signs(node.node, leaf, -sign)
    return [one for part in node.nodes for one in signs(part, leaf, sign)]
