"""The codings of every code, and of every code with all that lies under it, ready to be counted.

A *stack* is one of these: its rows of `Lies`, ordered by place on the units' own lines. Stacks are made once per
snapshot, so that a table of all codes sorts nothing; they stand in reading order, a parent by itself before the
parent with all that lies under it.

What a careful reader would get wrong: a coding has one code, so a stack holds it once, however deep its code lies. But
it is in the stacks of all codes above, and stacks must not be added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.frames.codes import Codes
from crosscase.frames.codings import Codings, Lies
from crosscase.frames.intervals import Ints

Int32: TypeAlias = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Stacks:
    """Rows of `Lies` by stack.

    Attributes:
        first: where each stack begins in the other arrays, and at the end how many rows there are.
        own, below: for each code the number of its own stack, and of that with all under it (for a leaf the same).
        stack: of each row.
        row: of `Lies`; `unit` and `coding` are what stands there.
    """

    first: Ints
    own: Ints
    below: Ints
    stack: Int32
    row: Int32
    unit: Int32
    coding: Int32

    def __len__(self) -> int:
        return len(self.first) - 1


def stacks_of(codes: Codes, codings: Codings, lies: Lies) -> Stacks:
    """All stacks of a codebook."""
    code = codings.code[lies.coding]
    order = np.lexsort((lies.own_from, code))
    first = np.searchsorted(code[order], np.arange(len(codes) + 1)).astype(np.int64)
    parts = [np.zeros(0, dtype=np.int64)]
    own, below = np.zeros(len(codes), dtype=np.int64), np.zeros(len(codes), dtype=np.int64)
    for place, size in enumerate(codes.size.tolist()):
        own[place] = below[place] = len(parts) - 1
        parts.append(order[first[place] : first[place + 1]])
        if size > 1:
            below[place] = len(parts) - 1
            rows = order[first[place] : first[place + size]]
            # Each code's rows are a sorted run already, which a stable sort merges.
            parts.append(rows[np.argsort(lies.own_from[rows], kind="stable")])
    row = np.concatenate(parts)
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    stack = np.repeat(np.arange(-1, len(parts) - 1, dtype=np.int32), sizes)
    return Stacks(
        np.cumsum(sizes), own, below, stack, row.astype(np.int32),
        lies.unit[row].astype(np.int32), lies.coding[row].astype(np.int32),
    )  # fmt: skip
