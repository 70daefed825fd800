"""Tests of whether groups answered alike, each with the size of the effect and what it must not be trusted for.

Kruskal–Wallis with ties corrected (Kruskal and Wallis 1952) and epsilon squared, H / (n - 1) (Tomczak and Tomczak
2014); Pearson's chi-square with Cramér's V (Cramér 1946) and its bias-corrected form (Bergsma 2013); Fisher's exact
test for 2 × 2 and larger tables (Freeman and Halton 1951).

What a careful reader would get wrong: all of them take people as independent, and people who share a case are not. A
small p says less than it seems, and a test of the cases themselves stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb, lgamma

import msgspec
import numpy as np
import numpy.typing as npt

from crosscase.frames.intervals import Ints

MOST_TABLES = 2_000
DRAWN = 20_000
SEED = 20_130
SMALL_GROUP = 5
_EXPECTED_LEAST, _EXPECTED_FEW, _FEW_SHARE = 1.0, 5.0, 0.2
_SAME = 1e-7


class Test(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a test.

    Attributes:
        name: of the test.
        p: two-sided.
        n, groups: people (or cases) and groups that went in.
        statistic, df: H or chi-square with its degrees of freedom; of Fisher's test there are none.
        effects: sizes by name.
        how: for a p value that was drawn and not worked out: how often, and with which seed.
        warnings: what it must not be trusted for.
    """

    name: str
    p: float
    n: int
    groups: int
    statistic: float | None = None
    df: int | None = None
    effects: dict[str, float] = {}
    how: str = ""
    warnings: tuple[str, ...] = ()

    def text(self) -> str:
        """In one line, as papers print it."""
        letter = "H" if self.name == "Kruskal–Wallis" else "χ²"
        parts = [] if self.statistic is None else [f"{letter}({self.df}) = {self.statistic:.2f}"]
        parts.append("p < .001" if self.p < 0.001 else f"p = {self.p:.3f}".replace("0.", ".", 1))
        parts += [f"{name} = {size:.2f}" for name, size in self.effects.items()]
        return f"{self.name}: {', '.join(parts)}; n = {self.n} in {self.groups} groups{self.how}"


def kruskal_wallis(groups: Sequence[npt.NDArray[np.float64]]) -> Test:
    """Whether groups differ in an ordered answer; at least two groups, and not all answers the same."""
    from scipy import stats

    sizes = [len(group) for group in groups]
    n = sum(sizes)
    h, p = stats.kruskal(*groups)
    return Test(
        name="Kruskal–Wallis", p=float(p), n=n, groups=len(groups), statistic=float(h), df=len(groups) - 1,
        effects={"ε²": float(h) / (n - 1)}, warnings=_small(sizes),
    )  # fmt: skip


def chi_square(table: Ints) -> Test:
    """Whether groups (rows) differ in what they chose (columns); rows and columns without anybody left out before."""
    from scipy import stats

    found = stats.chi2_contingency(table, correction=False)
    expected = np.asarray(found.expected_freq)
    low = float((expected < _EXPECTED_FEW).mean())
    warnings = list(_small([int(size) for size in table.sum(axis=1)]))
    if expected.min() < _EXPECTED_LEAST or low > _FEW_SHARE:
        warnings.append(
            f"{100 * low:.0f} % of expected counts are below 5 (least {expected.min():.1f}); rely on Fisher’s test."
        )
    return Test(
        name="Chi-square", p=float(found.pvalue), n=int(table.sum()), groups=table.shape[0],
        statistic=float(found.statistic), df=int(found.dof), effects=cramers_v(table), warnings=tuple(warnings),
    )  # fmt: skip


def cramers_v(table: Ints) -> dict[str, float]:
    """Cramér's V, and with its bias corrected (Bergsma 2013)."""
    n, (r, c) = float(table.sum()), table.shape
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / n
    phi = float(((table - expected) ** 2 / expected).sum()) / n
    corrected = max(0.0, phi - (r - 1) * (c - 1) / (n - 1))
    rows, columns = r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)
    least = min(rows, columns) - 1
    return {
        "V": (phi / (min(r, c) - 1)) ** 0.5,
        "V corrected": (corrected / least) ** 0.5 if least > 0 else 0.0,
    }


def fisher_exact(table: Ints) -> Test:
    """Fisher's test: the share of tables with these margins that are no likelier than this one.

    All tables are gone through while there are at most `MOST_TABLES`; else so many are drawn, always the same ones.
    """
    effects = cramers_v(table)
    how = ""
    if table.shape == (2, 2):
        (a, b), (c, d) = table.tolist()
        if b * c:
            effects = {"odds ratio": a * d / (b * c), **effects}
    rows, columns = [int(x) for x in table.sum(axis=1)], [int(x) for x in table.sum(axis=0)]
    observed = _weight(table)
    if _tables(rows, columns) <= MOST_TABLES:
        weights = np.array(list(_weights(tuple(rows), columns)))
        share = np.exp(weights - weights.max())
        p = float(share[weights <= observed + _SAME].sum() / share.sum())
    else:
        from scipy import stats

        drawn = stats.random_table(rows, columns).rvs(size=DRAWN, random_state=SEED)
        logs = _log_factorials(int(table.sum()))
        likely = -logs[np.asarray(drawn, dtype=np.int64)].sum(axis=(1, 2))
        p = (float((likely <= observed + _SAME).sum()) + 1) / (DRAWN + 1)
        how = f"; {DRAWN:,} tables drawn, seed {SEED}"
    return Test(
        name="Fisher", p=min(p, 1.0), n=int(table.sum()), groups=table.shape[0], effects=effects, how=how,
        warnings=_small(rows),
    )  # fmt: skip


def _small(sizes: Sequence[int]) -> tuple[str, ...]:
    least = min(sizes)
    return (f"The smallest group has {least}: too few to lean on.",) if least < SMALL_GROUP else ()


def _log_factorials(most: int) -> npt.NDArray[np.float64]:
    return np.array([lgamma(number + 1) for number in range(most + 1)])


def _weight(table: Ints) -> float:
    return -sum(lgamma(int(count) + 1) for count in table.ravel())


def _parts(total: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All ways to take a total from several that have so many at most."""
    if len(most) == 1:
        if total <= most[0]:
            yield (total,)
        return
    rest = sum(most[1:])
    for first in range(max(0, total - rest), min(total, most[0]) + 1):
        for others in _parts(total - first, most[1:]):
            yield first, *others


def _tables(rows: Sequence[int], columns: Sequence[int]) -> int:
    """How many tables there are with these margins; where a bound lies far above what is gone through, the bound."""
    most = 1
    for column in columns[1:]:
        most *= comb(column + len(rows) - 1, len(rows) - 1)
        if most > MOST_TABLES * 20:
            return most
    states: dict[tuple[int, ...], int] = {tuple(rows): 1}
    for column in columns:
        following: dict[tuple[int, ...], int] = {}
        for left, count in states.items():
            for taken in _parts(column, left):
                rest = tuple(a - b for a, b in zip(left, taken, strict=True))
                following[rest] = following.get(rest, 0) + count
        states = following
    return sum(states.values())


def _weights(rows: tuple[int, ...], columns: Sequence[int]) -> Iterator[float]:
    """The log weight of every table with these margins."""
    if len(columns) == 1:
        yield -sum(lgamma(count + 1) for count in rows)
        return
    for taken in _parts(columns[0], rows):
        own = -sum(lgamma(count + 1) for count in taken)
        rest = tuple(a - b for a, b in zip(rows, taken, strict=True))
        for other in _weights(rest, columns[1:]):
            yield own + other
