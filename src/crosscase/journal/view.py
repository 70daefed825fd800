"""How the runs of a text read now: which of them show, in which order, and at which offsets.

What two copies put in for the same characters, in the same words, shows once: of such twins the first that was not
taken away shows, and the others only where it no longer does.

A careful reader would get wrong that a view is good until something is put in, hidden or cut, and no longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscase.journal.changes import Stretch
from crosscase.journal.runs import Runs
from crosscase.model import Id


class View(NamedTuple):
    """How runs read now; `rank`, `start` and `shows` go by the number of a run.

    Attributes:
        order: the runs in reading order.
        rank: the place of a run in it.
        start: code points that show before it.
        shows: whether its characters do.
        twin: of a run that does not show because another brought the same: which, and how far its numbers are off.
        offsets, shown: the runs that show, and where each begins.
        length: code points that show.
    """

    order: list[int]
    rank: list[int]
    start: list[int]
    shows: list[bool]
    twin: dict[int, tuple[Id, int]]
    offsets: list[int]
    shown: list[int]
    length: int


def viewed(runs: Runs, twins: Sequence[tuple[Stretch, Stretch]]) -> View:
    """How runs read now; twins are cut alike."""
    twin = _doubled(runs, twins) if twins else {}
    order = runs.order()
    rank, start, shows = [0] * len(order), [0] * len(order), [False] * len(order)
    offsets, shown, at, every = [], [], 0, runs.all
    for place, number in enumerate(order):
        rank[number], start[number] = place, at
        run = every[number]
        if not run.hidden and number not in twin:
            shows[number] = True
            offsets.append(at)
            shown.append(number)
            at += run.length
    return View(order, rank, start, shows, twin, offsets, shown, at)


def _doubled(runs: Runs, twins: Sequence[tuple[Stretch, Stretch]]) -> dict[int, tuple[Id, int]]:
    """The runs that do not show because what they bring is there already."""
    found: dict[int, tuple[Id, int]] = {}
    for one, other in twins:
        off = one.first - other.first
        for number in runs.cover(other):
            run = runs[number]
            runs.cover(Stretch(one.origin, run.first + off, run.length))
        for number in runs.cover(one):
            run = runs[number]
            for double in runs.cover(Stretch(other.origin, run.first - off, run.length)):
                if not run.hidden and not runs[double].hidden:
                    found[double] = (one.origin, off)
    return found
