"""Prime implicants: the shortest terms that hold no configuration they must not (Quine 1952; McCluskey 1956).

Exact, and without listing what is not observed: for every choice of conditions the rows are looked at through these
only. A term is allowed where none of the forbidden rows looks the same (or, told from the other side, where as many
allowed rows look the same as there can be), and prime where no condition can be left out of it. Choices are gone
through from the shortest on, after Duşa's consistency cubes (2018), so that observed rows alone are touched.

What a careful reader would get wrong: a prime implicant that holds remainders only explains no case, and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import prod

import numpy as np

from crosscase.analyses.qca.sets import ANY, Term
from crosscase.frames.intervals import Ints

Levels = tuple[int, ...]


def avoiding(positive: Sequence[Term], forbidden: Sequence[Term], levels: Levels) -> list[Term]:
    """Prime implicants of the positive rows that hold no forbidden row; whatever else they hold is allowed."""
    on, off = _array(positive, levels), _array(forbidden, levels)

    def allowed(weights: Ints, free: int) -> set[int]:
        del free
        return set((on @ weights).tolist()) - set((off @ weights).tolist())

    return _primes(on, levels, allowed)


def within(positive: Sequence[Term], also: Sequence[Term], levels: Levels) -> list[Term]:
    """Prime implicants of the positive rows that hold nothing but these and the rows that are also allowed."""
    on = _array(positive, levels)
    every = _array([*positive, *also], levels)

    def allowed(weights: Ints, free: int) -> set[int]:
        seen, count = np.unique(every @ weights, return_counts=True)
        return set(seen[count == free].tolist()) & set((on @ weights).tolist())

    return _primes(on, levels, allowed)


def _primes(on: Ints, levels: Levels, allowed: Callable[[Ints, int], set[int]]) -> list[Term]:
    if not len(on):
        return []
    found: list[Term] = []
    rows = on.tolist()
    # For each choice of conditions: what each row looks like through it, and which of these looks are allowed.
    looks: dict[tuple[int, ...], list[int]] = {}
    good: dict[tuple[int, ...], set[int]] = {}
    whole = prod(levels)
    for length in range(len(levels) + 1):
        for chosen in combinations(range(len(levels)), length):
            weights = _weights(chosen, levels)
            looks[chosen] = (on @ weights).tolist()
            good[chosen] = allowed(weights, whole // prod(levels[at] for at in chosen))
            # One row stands for all that look the same.
            standing = {look: row for row, look in enumerate(looks[chosen]) if look in good[chosen]}
            fewer = [chosen[:at] + chosen[at + 1 :] for at in range(length)]
            found += [
                tuple(rows[row][at] if at in chosen else ANY for at in range(len(levels)))
                for row in standing.values()
                if not any(looks[one][row] in good[one] for one in fewer)
            ]
    return found


def _weights(chosen: tuple[int, ...], levels: Levels) -> Ints:
    """What to multiply a row by so that rows that look the same through the chosen conditions give one number."""
    weights = np.zeros(len(levels), dtype=np.int64)
    weight = 1
    for at in reversed(chosen):
        weights[at] = weight
        weight *= levels[at]
    return weights


def _array(terms: Sequence[Term], levels: Levels) -> Ints:
    return np.array(terms, dtype=np.int64).reshape(len(terms), len(levels))


def covers(term: Term, row: Term) -> bool:
    """Whether a term holds a configuration, or a longer term."""
    return all(value in (ANY, other) for value, other in zip(term, row, strict=True))
