"""Which prime implicants are needed: all choices of the fewest that hold every row (Petrick 1956).

Exact, by deepening: with the least number that could do, then one more, until there is a choice; then all of that
size are found. A row that few implicants hold is looked at first, and one that was tried is not tried again beside it.

What a careful reader would get wrong: two choices of the same size are two models, and the data do not say which is
right (Baumgartner & Thiem 2017). All are given; past `MOST` the rest is not listed, and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST = 1_000


def fewest(held: Sequence[frozenset[int]], rows: int) -> tuple[list[tuple[int, ...]], bool]:
    """All smallest choices of implicants that together hold every row, and whether these are all.

    Args:
        held: for each implicant the rows that it holds.
        rows: how many rows there are, numbered from 0.
    """
    if not rows:
        return [], True
    by_row = [[number for number, those in enumerate(held) if row in those] for row in range(rows)]
    if not all(by_row):
        return [], True
    masks = [sum(1 << row for row in those) for those in held]
    full = (1 << rows) - 1
    size = _at_least(by_row, rows)
    found: list[tuple[int, ...]] = []
    while not found:
        _choose(by_row, masks, full, size, (), frozenset(), found)
        size += 1
    return sorted(found[:MOST]), len(found) <= MOST


def _at_least(by_row: list[list[int]], rows: int) -> int:
    """Rows no two of which share an implicant need one each."""
    used: set[int] = set()
    count = 0
    for row in sorted(range(rows), key=lambda row: len(by_row[row])):
        if used.isdisjoint(by_row[row]):
            used.update(by_row[row])
            count += 1
    return count


def _choose(  # noqa: PLR0917 - one step of one search
    by_row: list[list[int]], masks: list[int], left: int, size: int, chosen: tuple[int, ...], barred: frozenset[int],
    found: list[tuple[int, ...]],
) -> None:  # fmt: skip
    """Every choice of `size` more implicants that hold what is left, without those that are barred."""
    if len(found) > MOST:
        return
    if not left:
        found.append(tuple(sorted(chosen)))
        return
    if not size:
        return
    most = max((mask & left).bit_count() for number, mask in enumerate(masks) if number not in barred)
    if most * size < left.bit_count():
        return
    options = min(
        ([n for n in by_row[row] if n not in barred] for row in range(left.bit_length()) if left >> row & 1), key=len
    )
    for at, number in enumerate(options):
        _choose(
            by_row, masks, left & ~masks[number], size - 1, (*chosen, number), barred | set(options[:at]), found
        )  # fmt: skip
