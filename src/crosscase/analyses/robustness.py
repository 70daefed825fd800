"""Whether the direction of a difference survives: without each case, coder and participant, and counted otherwise.

A difference between two groups points to the left or to the right, or nowhere. Each check asks whether it still points
the same way; it does not ask how large it is. What a careful reader would get wrong: *survives* is no test and gives no
probability. It says that no single case, person or coder carries the difference alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np

from crosscase.analyses.shares import Parts, Shares
from crosscase.frames.intervals import Ints

CheckKind = Literal["case left out", "coder left out", "participant left out", "counted otherwise"]
NO_SAY = 2
"""Where one of two groups has nobody: neither left (-1) nor right (1) nor the same (0)."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of check of one difference.

    Attributes:
        of: how many were made; `survived`: in how many the direction stayed.
        depends_on: names of what, left out (or counted so), turns the direction or takes it away.
        cannot_say: of what cannot be told, because nobody is left in one of the groups.
    """

    kind: CheckKind
    of: int
    survived: int
    depends_on: tuple[str, ...] = ()
    cannot_say: tuple[str, ...] = ()


def directions(left: tuple[Ints, Ints], right: tuple[Ints, Ints]) -> Ints:
    """-1 where the share on the left is greater, 1 where that on the right is, 0 where they are alike, or `NO_SAY`.

    Shares are (number, of) in whole numbers and are compared without dividing, so that 1/3 and 2/6 are alike.
    """
    (number, of), (other, other_of) = left, right
    found: Ints = np.sign(other * of - number * other_of)
    return np.where((of == 0) | (other_of == 0), NO_SAY, found)


def without_each(shares: Shares, parts: Parts, left: int, right: int) -> tuple[Ints, Ints]:
    """Who or what could be left out of two columns, and the direction without each: (items, items × lines)."""
    rows = [np.flatnonzero(parts.column == column) for column in (left, right)]
    items = np.unique(np.concatenate([parts.item[row] for row in rows]))
    # What is left out adds something on one of the sides; leaving out whoever adds nothing is no check.
    sides = []
    added = np.zeros((len(items), shares.number.shape[1]), dtype=np.bool_)
    for column, row in zip((left, right), rows, strict=True):
        number = np.repeat(shares.number[column][None], len(items), axis=0)
        of = np.repeat(shares.of[column][None], len(items), axis=0)
        at = np.searchsorted(items, parts.item[row])
        number[at] -= parts.number[row]
        of[at] -= parts.of[row]
        added[at] |= (parts.of[row] > 0) | (parts.number[row] > 0)
        sides.append((number, of))
    found = directions(sides[0], sides[1])
    return items, np.where(added, found, NOT_THERE)


NOT_THERE = 3
"""Whoever adds nothing to either side cannot be left out."""


def checked(kind: CheckKind, direction: int, found: Sequence[tuple[str, int]]) -> Check:
    """A check, from the names of what was left out and the direction without each."""
    asked = [(name, way) for name, way in found if way != NOT_THERE]
    turned = tuple(name for name, way in asked if way not in (direction, NO_SAY))
    unknown = tuple(name for name, way in asked if way == NO_SAY)
    survived = len(asked) - len(turned) - len(unknown)
    return Check(kind=kind, of=len(asked), survived=survived, depends_on=turned, cannot_say=unknown)


def in_words(direction: int, checks: Sequence[Check]) -> str:
    """The outcome of all checks in one line: `survives 10 of 10 cases; depends on coder Ines`.

    What survives every check of a kind comes first, then by name what it depends on.
    """
    if direction == NO_SAY:
        return "cannot say"
    if direction == 0:
        return "no difference"
    return checks_in_words(checks)


def checks_in_words(checks: Sequence[Check]) -> str:
    """The outcome of checks of something that could turn, in one line."""
    made = [check for check in checks if check.of]
    held = [f"{check.survived} of {check.of} {_WHAT[check.kind]}" for check in made if check.survived == check.of]
    parts = [f"survives {', '.join(held)}"] if held else []
    for check in made:
        parts += [f"{_BUT[check.kind]} {_some(check.depends_on)}"] if check.depends_on else []
        parts += [f"cannot say {_WITHOUT[check.kind]} {_some(check.cannot_say)}"] if check.cannot_say else []
    return "; ".join(parts) or "nothing to leave out"


_WHAT: dict[CheckKind, str] = {
    "case left out": "cases", "coder left out": "coders", "participant left out": "participants",
    "counted otherwise": "ways of counting",
}  # fmt: skip
_BUT: dict[CheckKind, str] = {
    "case left out": "depends on case", "coder left out": "depends on coder",
    "participant left out": "depends on participant", "counted otherwise": "not when counted",
}  # fmt: skip
_WITHOUT: dict[CheckKind, str] = {
    "case left out": "without case", "coder left out": "without coder",
    "participant left out": "without participant", "counted otherwise": "counted",
}  # fmt: skip
_MOST = 3


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST])
    return shown if len(names) <= _MOST else f"{shown} and {len(names) - _MOST} more"
