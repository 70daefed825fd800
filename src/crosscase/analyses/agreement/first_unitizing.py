"""Krippendorff's first alpha for unitizing (1995), which the family in `unitizing` has replaced.

Krippendorff, K. (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, 47-76; and
Content Analysis, 2nd ed. (2004), pp. 251-256. It is kept so that numbers of older studies can be checked.

Differences are squared lengths, so one long passage that a coder missed weighs more than many short ones; with more
than two coders it does not behave as one would expect, which is why its author took it back in 2016.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.analyses.agreement.coefficients import Coefficient
from crosscase.analyses.agreement.unitizing import NOTHING_MARKED

Section = tuple[int, int, bool]
"""Where it begins, how long it is, and whether it is a unit or a gap."""


@dataclass(frozen=True, eq=False)
class FirstUnitizing:
    """The first unitizing alpha, of each value and of all."""

    overall: Coefficient
    values: dict[str, Coefficient]
    observed: dict[str, float]
    expected: dict[str, float]


def first_unitizing(coders: Sequence[Sequence[tuple[int, int, str]]], begin: int, end: int) -> FirstUnitizing:
    """The first unitizing alpha of spans (from, to, value); a coder's spans of one value must not overlap."""
    names = sorted({value for spans in coders for _, _, value in spans})
    length = end - begin
    observed, expected = {}, {}
    for name in names:
        sections = [_sections([(low - begin, high - begin) for low, high, value in spans if value == name], length)
                    for spans in coders]  # fmt: skip
        observed[name] = _observed(sections, length)
        expected[name] = _expected(sections, length)
    return FirstUnitizing(
        _alpha(sum(observed.values()), sum(expected.values()), len(names)),
        {name: _alpha(observed[name], expected[name], len(names)) for name in names},
        observed,
        expected,
    )


def _alpha(observed: float, expected: float, many: int) -> Coefficient:
    name = "u-alpha (1995)"
    if not expected:
        return Coefficient(name=name, undefined=NOTHING_MARKED, categories=many)
    return Coefficient(name=name, value=1 - observed / expected, categories=many)


def _sections(spans: list[tuple[int, int]], length: int) -> list[Section]:
    found: list[Section] = []
    reached = 0
    for low, high in sorted(spans):
        if low > reached:
            found.append((reached, low - reached, False))
        found.append((low, high - low, True))
        reached = high
    if reached < length:
        found.append((reached, length - reached, False))
    return found


def _observed(coders: list[list[Section]], length: int) -> float:
    total = 0
    for place, mine in enumerate(coders):
        for other, theirs in enumerate(coders):
            if place != other:
                total += sum(_apart(one, two) for one in mine for two in theirs)
    return total / (len(coders) * (len(coders) - 1) * length**2)


def _apart(one: Section, two: Section) -> int:
    """The squared difference of two sections (1995, eq. 4)."""
    (begin, size, unit), (start, length, also) = one, two
    if unit and also:
        ends = begin + size - start - length
        return (begin - start) ** 2 + ends**2 if -size < begin - start < length else 0
    if unit:
        return size**2 if length - size >= begin - start >= 0 else 0
    if also:
        return length**2 if length - size <= begin - start <= 0 else 0
    return 0


def _expected(coders: list[list[Section]], length: int) -> float:
    """What chance would bring (2004, p. 254)."""
    every = [section for sections in coders for section in sections]
    units = [size for _, size, unit in every if unit]
    gaps = [size for _, size, unit in every if not unit]
    whole = len(coders) * length
    pairs = whole * (whole - 1) - sum(size * (size - 1) for size in units)
    if pairs <= 0:
        return 0.0
    total = 0.0
    for size in units:
        total += (len(units) - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        total += size**2 * sum(gap - size + 1 for gap in gaps if gap >= size)
    return 2 / length * total / pairs
