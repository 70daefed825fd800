"""Intervals of proportions, for those who state that their sample may be taken for a random one.

What a careful reader would get wrong: they are of participants in a sample. They say nothing of cases that were not
drawn at random, and nothing is computed here unless somebody asked for it under an assumption in words.
"""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054


def newcombe(left: int, of_left: int, right: int, of_right: int) -> tuple[float, float] | None:
    """95 % of the difference left - right of two proportions (Newcombe 1998, method 10), from -1 to 1.

    None where one of them is of nobody.
    """
    if not of_left or not of_right:
        return None
    one, other = left / of_left, right / of_right
    low_one, high_one = wilson(left, of_left)
    low_other, high_other = wilson(right, of_right)
    low = one - other - sqrt((one - low_one) ** 2 + (high_other - other) ** 2)
    high = one - other + sqrt((high_one - one) ** 2 + (other - low_other) ** 2)
    return low, high


def wilson(number: int, of: int) -> tuple[float, float]:
    """The score interval of a proportion at 95 % (Wilson 1927, equation 3), from 0 to 1."""
    square = _Z * _Z
    middle = (2 * number + square) / (2 * (of + square))
    half = _Z * sqrt(square + 4 * number * (1 - number / of)) / (2 * (of + square))
    return max(0.0, middle - half), min(1.0, middle + half)
