"""Which test fits an item, what came of it, and the same with one number for each case.

What a careful reader would get wrong: the test of cases has few numbers and finds little. That is what there is: ten
cases are ten, however many people were asked in each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from crosscase.analyses.significance import Test, chi_square, fisher_exact, kruskal_wallis
from crosscase.frames.intervals import Flags
from crosscase.frames.items import Items

TestName = Literal["fitting", "none", "kruskal-wallis", "chi-square", "fisher"]

NOT_INDEPENDENT = (
    "People within a case are not independent: they share a place, its leaders and its days. Tests count them as if "
    "they did not, so a small p says less than it seems; read each beside the result by case."
)


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """The tests of an item; `why` says why there is none. `by_case` has one number for each case."""

    item: int
    tests: tuple[Test, ...]
    by_case: Test | None
    why: str = ""


def tested(held: Items, place: tuple[int, int], inside: Flags, cases: Flags, test: TestName) -> Tested:
    """The tests of one item, or why there is none.

    Args:
        held: all items.
        place: the item's place among those shown, and its number.
        inside: groups × participants.
        cases: cases × participants.
        test: which is wanted.
    """
    n, item = place
    nature = held.natures[item]
    why = _why_not(nature, test)
    answered = inside & (held.outcome[item] == 0)
    groups = [group for group in answered if group.any()]
    if not why and (inside.sum(axis=0) > 1).any():
        why = "Some people stand in several of these groups, so that they cannot be tested against each other."
    elif not why and len(groups) < 2:
        why = "Fewer than two of these groups answered."
    elif not why and all(int(group.sum()) == 1 for group in groups):
        why = "Each group is one person."
    elif not why and len({held.values[item][at] for group in groups for at in np.flatnonzero(group).tolist()}) == 1:
        why = "Everybody answered the same."
    if why:
        return Tested(item=n, tests=(), by_case=None, why=f"No test. {why}")
    ranked = nature in {"likert", "number"} and test in {"fitting", "kruskal-wallis"}
    if ranked:
        steps = held.steps(item)
        return Tested(
            item=n, tests=(kruskal_wallis([steps[group] for group in groups]),),
            by_case=_of_cases(steps, groups, [case & (held.outcome[item] == 0) for case in cases]),
        )  # fmt: skip
    table = np.array([[int((held.chosen(item, o) & group).sum()) for o in held.options[item]] for group in groups])
    table = table[:, table.sum(axis=0) > 0]
    asymptotic, exact = chi_square(table), None
    if test == "fisher" or (test == "fitting" and (asymptotic.warnings or table.shape == (2, 2))):
        exact = fisher_exact(table)
    chosen = (exact,) if test == "fisher" else (asymptotic, exact)
    return Tested(item=n, tests=tuple(one for one in chosen if one), by_case=None)


def _why_not(nature: str, test: TestName) -> str:
    if nature == "text":
        return "It was answered in words, which are read and coded."
    if nature == "many":
        return "Several options can be chosen, so that people are not parted by them; read the counts."
    if nature == "one" and test == "kruskal-wallis":
        return "Its options have no order to rank people by."
    if nature == "number" and test in {"chi-square", "fisher"}:
        return "It was answered with a number; there are no options to count."
    return ""


def _of_cases(steps: npt.NDArray[np.float64], groups: Sequence[Flags], cases: Sequence[Flags]) -> Test | None:
    """The same with the median of each case, where each case lies in one group and groups have several."""
    medians: list[list[float]] = [[] for _ in groups]
    for case in cases:
        within = [n for n, group in enumerate(groups) if (group & case).any()]
        if len(within) > 1:
            return None
        if within:
            medians[within[0]].append(float(np.median(steps[case & groups[within[0]]])))
    if all(len(each) == 1 for each in medians) or len({one for each in medians for one in each}) < 2:
        return None
    return kruskal_wallis([np.array(each) for each in medians])
