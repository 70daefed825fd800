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
from crosscase.analyses.agreement.resampling import drawn_sums
from crosscase.analyses.agreement.stretches import Stretches
from crosscase.frames.intervals import Ints

NOTHING_MARKED = "nobody marked anything"
ALL_MARKED = "everything is marked by everybody, so where units lie cannot be told from chance"
ONE_VALUE = "all that was marked has one value, and then agreeing on it cannot be told from chance"
NEVER_MET = "nothing that was marked meets anything that another coder marked"
NO_PAIR = "no text was read by two or more coders"


@dataclass(frozen=True, eq=False)
class Parts:
    """What the alphas are made of, for each text; sums over texts give any of them.

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

    def total(self) -> Sums:
        """Sums over all texts."""
        return Sums(
            all=self.all.sum(), gap=self.gap.sum(), marked_once=self.marked_once.sum(), squares=self.squares.sum(),
            met=self.met.sum(), same=self.same.sum(), met_squares=self.met_squares.sum(),
            length_by_value=(self.length.sum(axis=0) ** 2).sum(), met_by_value=(self.met.sum(axis=0) ** 2).sum(),
        )  # fmt: skip

    def weighed(self, times: Floats) -> Sums:
        """Sums over texts drawn so many times, one set of them in each row."""
        every = np.stack(
            [self.all, self.gap, self.marked_once]
            + [one.sum(axis=1) for one in (self.squares, self.met, self.same, self.met_squares)],
            axis=1,
        )
        sums = drawn_sums(times, every)
        return Sums(*sums.T, *(_squares(times, one) for one in (self.length, self.met)))


@dataclass(frozen=True, eq=False)
class Sums:
    """Sums of parts over texts, one or one for each draw.

    Attributes:
        all, gap, marked_once, squares, met, same, met_squares: as in `Parts`, all values together.
        length_by_value, met_by_value: Σ over values of the square of their sum.
    """

    all: Floats
    gap: Floats
    marked_once: Floats
    squares: Floats
    met: Floats
    same: Floats
    met_squares: Floats
    length_by_value: Floats
    met_by_value: Floats


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


def _squares(times: Floats, by_value: Floats) -> Floats:
    """For each draw the sum over values of the square of their sum."""
    texts, values = by_value.shape
    if values <= texts:
        return np.asarray((drawn_sums(times, by_value) ** 2).sum(axis=1))
    # Of thousands of values only that sum is wanted, which is a form over the texts.
    return np.asarray((drawn_sums(times, by_value @ by_value.T) * times).sum(axis=1))


def u_of(sums: Sums) -> Floats:
    """u-alpha of sums."""
    pairs = sums.all**2 - sums.squares - sums.gap
    by_chance = pairs - (sums.gap**2 - sums.gap) - (sums.length_by_value - sums.squares)
    return _alpha(sums.marked_once + sums.met - sums.same, sums.all * divided(by_chance, pairs))


def bar_u_of(sums: Sums) -> Floats:
    """|u|-alpha of sums."""
    pairs = sums.all**2 - sums.squares - sums.gap
    return _alpha(sums.marked_once, sums.all * divided(2 * sums.gap * (sums.all - sums.gap), pairs))


def cu_of(sums: Sums) -> Floats:
    """cu-alpha of sums."""
    by_chance = sums.met**2 - sums.met_by_value
    return _alpha(sums.met - sums.same, sums.met * divided(by_chance, sums.met**2 - sums.met_squares))


def ku_of(parts: Parts) -> Floats:
    """(k)u-alpha of all texts, by value."""
    met, same, squares = parts.met.sum(axis=0), parts.same.sum(axis=0), parts.met_squares.sum(axis=0)
    others = met * (met.sum() - met)
    return _alpha(met - same, met * divided(others, met**2 - squares + others))


def coverage_of(parts: Parts) -> Floats:
    """By value, which part of what was marked met anything marked by another; NaN where it was never marked."""
    return divided(parts.met.sum(axis=0), parts.length.sum(axis=0))


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
    return unitizing_of(parts_of(stretches), names)


def unitizing_of(parts: Parts, names: Sequence[str]) -> Unitizing:
    """The four alphas of all texts together."""
    many, sums = len(names), parts.total()
    marked, met = float(parts.length.sum()), float(sums.met)
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
            for one, meets in zip(ku_of(parts).tolist(), parts.met.sum(axis=0).tolist(), strict=True)
        ),
        values=tuple(names),
        coverage=tuple(None if np.isnan(one) else one for one in coverage_of(parts).tolist()),
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
