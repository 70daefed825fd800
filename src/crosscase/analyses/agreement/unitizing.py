"""How far coders agree where passages begin and end, and what they are: the unitizing alphas, for spans.

Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual continua: further
developments, Quality & Quantity 50, 2347-2364; Krippendorff (2019), Content Analysis, 4th ed., ch. 12.6. Four answers:

* `u`: where units lie and what they are (eq. 34). * `bar_u`: only where anything lies (eq. 35). * `cu`: what they are,
where both marked something (eqs. 36 and 37). * `ku`: the same for each value by itself (eq. 38).

A coder's spans of one value are united where they overlap; a stretch that a coder gave two values has both together as
a value of its own. Texts follow each other on one line. A coder who has not read a text is missing in it, and pairs
are weighed by how many read it.

What a careful reader would get wrong: a unit cannot differ from itself, so what is expected leaves out pairs within one
unit, and of gaps pairs of a code point with itself. In `cu` and `ku` a unit counts with as much of it as meets
something that others marked, which is how the 0.724 of the published example comes about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.analyses.agreement.coefficients import Coefficient, divided
from crosscase.analyses.agreement.judgements import Floats
from crosscase.analyses.agreement.stretches import Stretches
from crosscase.frames.intervals import Ints

NOTHING_MARKED = "nobody marked anything"
ALL_MARKED = "everything is marked by everybody, so where units lie cannot be told from chance"
ONE_VALUE = "all that was marked has one value, and then agreeing on it cannot be told from chance"
NEVER_MET = "nothing that was marked meets anything that another coder marked"
NO_PAIR = "no text was read by two or more coders"


@dataclass(frozen=True, eq=False)
class Parts:
    """What the alphas are made of, for each text; sums over texts, weighed or not, give any of them.

    Attributes:
        all: code points times the coders who read them.
        gap: of these, what was left unmarked.
        agreeing: of pairs, weighed: both unmarked or both the same value.
        marked_once: one marked it and the other did not.
        squares: Σ of squared lengths of units, all values together and by value.
        length: code points marked, by value.
        same: both gave this value. `met`: this value met any value.
        met_squares: Σ of squared parts of units that met something, by value.
    """

    all: Floats
    gap: Floats
    marked_once: Floats
    squares: Floats
    length: Floats
    same: Floats
    met: Floats
    met_squares: Floats

    def weighed(self, times: Floats) -> Parts:
        """Sums over texts, each taken so many times; … × texts gives … sums."""
        return Parts(*(times @ getattr(self, name) for name in self.__dataclass_fields__))


def parts_of(stretches: Stretches) -> Parts:
    """The parts of each text; `stretches` are those of one set of values."""
    texts, values = len(stretches.length), stretches.values
    source, value = stretches.source, stretches.value
    size = (stretches.end - stretches.start).astype(np.float64)
    readers = stretches.readers.sum(axis=1)
    counted = (readers >= 2).astype(np.float64)
    share = counted / np.maximum(readers - 1, 1)
    here = source * values + value

    def by_value(weights: Floats) -> Floats:
        return np.asarray(np.bincount(here, weights, texts * values).reshape(texts, values), dtype=np.float64)

    one, other, over = stretches.meetings()
    met = np.bincount(one, over, len(source)) + np.bincount(other, over, len(source))
    met = met * share[source]
    alike = value[one] == value[other]
    same = np.bincount(here[one[alike]], 2 * over[alike], texts * values).reshape(texts, values) * share[:, None]
    marked = by_value(size)
    met_by_value = by_value(met)
    squares = by_value(size**2) * counted[:, None]
    everything = stretches.length * readers * counted
    length = marked * counted[:, None]
    return Parts(
        all=everything,
        gap=everything - length.sum(axis=1),
        # What is marked and met nothing marked, met a gap; both ways round.
        marked_once=2 * (length.sum(axis=1) - met_by_value.sum(axis=1)),
        squares=squares,
        length=length,
        same=same,
        met=met_by_value,
        met_squares=by_value(met**2),
    )


def u_of(parts: Parts) -> Floats:
    """u-alpha of sums."""
    differing = parts.marked_once + parts.met.sum(axis=-1) - parts.same.sum(axis=-1)
    pairs = parts.all**2 - parts.squares.sum(axis=-1) - parts.gap
    by_chance = pairs - (parts.gap**2 - parts.gap) - (parts.length**2 - parts.squares).sum(axis=-1)
    return _alpha(differing, parts.all * divided(by_chance, pairs))


def bar_u_of(parts: Parts) -> Floats:
    """|u|-alpha of sums."""
    pairs = parts.all**2 - parts.squares.sum(axis=-1) - parts.gap
    return _alpha(parts.marked_once, parts.all * divided(2 * parts.gap * (parts.all - parts.gap), pairs))


def cu_of(parts: Parts) -> Floats:
    """cu-alpha of sums."""
    met = parts.met.sum(axis=-1)
    squares = parts.met_squares.sum(axis=-1)
    by_chance = met**2 - (parts.met**2).sum(axis=-1)
    return _alpha(met - parts.same.sum(axis=-1), met * divided(by_chance, met**2 - squares))


def ku_of(parts: Parts) -> Floats:
    """(k)u-alpha of sums, by value."""
    met = parts.met.sum(axis=-1, keepdims=True)
    others = parts.met * (met - parts.met)
    pairs = parts.met**2 - parts.met_squares + others
    return _alpha(parts.met - parts.same, parts.met * divided(others, pairs))


def coverage_of(parts: Parts) -> Floats:
    """By value, which part of what was marked met anything marked by another; NaN where it was never marked."""
    return divided(parts.met, parts.length)


def _alpha(differing: Floats, by_chance: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(by_chance > 1e-9, 1 - differing / np.where(by_chance > 1e-9, by_chance, 1.0), np.nan)


@dataclass(frozen=True, eq=False)
class Unitizing:
    """The family for one set of values.

    Attributes:
        u, bar_u, cu: see the module.
        ku: by value, in the order of `values`.
        values: the names of the values.
        coverage: by value, which part of what was marked met anything marked by another.
    """

    u: Coefficient
    bar_u: Coefficient
    cu: Coefficient
    ku: tuple[Coefficient, ...]
    values: tuple[str, ...]
    coverage: tuple[float | None, ...]


def unitizing(stretches: Stretches, names: Sequence[str]) -> Unitizing:
    """The four alphas, each with why it is undefined where it is."""
    parts = parts_of(stretches)
    return unitizing_of(parts.weighed(np.ones(len(stretches.length))), names)


def unitizing_of(sums: Parts, names: Sequence[str]) -> Unitizing:
    """The four alphas of sums over texts."""
    many = len(names)
    marked, met = float(sums.length.sum()), float(sums.met.sum())
    nothing = NO_PAIR if not float(sums.all) else NOTHING_MARKED if not marked else ""
    full = ALL_MARKED if float(sums.gap) <= 0 else ""
    met_reason = nothing or (NEVER_MET if not met else ONE_VALUE)
    return Unitizing(
        u=_said("u-alpha", float(u_of(sums)), nothing or ONE_VALUE, many),
        bar_u=_said("|u|-alpha", float(bar_u_of(sums)), nothing or full, many),
        cu=_said("cu-alpha", float(cu_of(sums)), met_reason, many),
        ku=tuple(
            _said("(k)u-alpha", one, met_reason if not met or not meets else ONE_VALUE, many)
            if meets else Coefficient(name="(k)u-alpha", undefined=nothing or NEVER_MET, categories=many)
            for one, meets in zip(ku_of(sums).tolist(), sums.met.tolist(), strict=True)
        ),
        values=tuple(names),
        coverage=tuple(None if np.isnan(one) else one for one in coverage_of(sums).tolist()),
    )  # fmt: skip


def _said(name: str, value: float, reason: str, many: int) -> Coefficient:
    if np.isnan(value):
        return Coefficient(name=name, undefined=reason, categories=many)
    return Coefficient(name=name, value=value, categories=many)


def unitizing_of_spans(coders: Sequence[Sequence[tuple[int, int, str]]], begin: int, end: int) -> Unitizing:
    """The family for one text and spans (from, to, value) of each coder, all of whom read it."""
    names = sorted({value for spans in coders for _, _, value in spans})
    number: Mapping[str, int] = {name: place for place, name in enumerate(names)}
    rows = [
        (coder, low - begin, high - begin, number[value])
        for coder, spans in enumerate(coders)
        for low, high, value in spans
    ]
    columns: Ints = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    from crosscase.analyses.agreement.stretches import stretches_of

    found, sets = stretches_of(
        np.zeros(len(rows), dtype=np.int64), columns[0], columns[3], columns[1], columns[2],
        length=np.array([end - begin], dtype=np.int64), readers=np.ones((1, len(coders)), dtype=np.bool_),
    )  # fmt: skip
    return unitizing(found, [" + ".join(names[place] for place in one) for one in sets])
