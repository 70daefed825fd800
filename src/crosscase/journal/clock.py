"""Time that only goes forward: a hybrid logical clock (Kulkarni et al., 2014).

A reading is one whole number: milliseconds since 1970 in the upper bits, a counter in the lower sixteen. Every
entry's reading is greater than that of any entry its author had seen, whatever the machine's clock said;
the wall clock is kept beside it, for people.
"""

from __future__ import annotations

_COUNTER_BITS = 16


def tick(last: int, wall_ms: int) -> int:
    """The next reading after `last`, at this wall time (milliseconds)."""
    return max(last + 1, wall_ms << _COUNTER_BITS)


def milliseconds(reading: int) -> int:
    """The time part of a reading."""
    return reading >> _COUNTER_BITS
