"""The codings of every code, and of every code with all that lies under it, ready to be counted.

A *stack* is one of these: its rows of `Lies`, ordered by place on the units' own lines. Made once per snapshot, so that
a table of all codes sorts nothing. Stack `n` is code `n` by itself; the stacks of codes with others under them follow,
in the order of `parents`.

Takes rows once each: a coding has one code, so a code with all under it holds it once, however deep it lies.
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
        parents: numbers of the codes that have others under them.
        row: of `Lies`.
        unit, coding: of that row.
    """

    first: Ints
    parents: Ints
    row: Int32
    unit: Int32
    coding: Int32

    def of(self, code: int, *, below: bool) -> int:
        """The stack of a code, or of it with all under it."""
        if not below or code not in self.parents:
            return code
        return len(self.first) - 1 - len(self.parents) + int(np.searchsorted(self.parents, code))


def stacks_of(codes: Codes, codings: Codings, lies: Lies) -> Stacks:
    """All stacks of a codebook."""
    code = codings.code[lies.coding]
    order = np.lexsort((lies.own_from, code)) if len(lies) else np.zeros(0, dtype=np.int64)
    first = np.searchsorted(code[order], np.arange(len(codes) + 1)).astype(np.int64)
    parents = np.flatnonzero(codes.size > 1).astype(np.int64)
    parts, sizes = [order], np.diff(first).tolist()
    for parent in parents.tolist():
        rows = order[first[parent] : first[parent + codes.size[parent]]]
        # Each code's rows are a sorted run already, which a stable sort merges.
        parts.append(rows[np.argsort(lies.own_from[rows], kind="stable")])
        sizes.append(len(rows))
    row = np.concatenate(parts)
    begins = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=begins[1:])
    return Stacks(
        begins, parents, row.astype(np.int32), lies.unit[row].astype(np.int32), lies.coding[row].astype(np.int32)
    )
