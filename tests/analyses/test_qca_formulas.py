"""Tests of configurational analysis against published examples, a second implementation, and by hand.

The published Lipset solutions are in the shared reference values; they are read where they are, else skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest

from crosscase.analyses.qca.calibration import Anchors, AnchorsError, crisp, fuzzy, steps
from crosscase.analyses.qca.covers import fewest
from crosscase.analyses.qca.cubes import avoiding, covers, within
from crosscase.analyses.qca.fit import necessity, sufficiency
from crosscase.analyses.qca.sensitivity import Measured, sensitivity
from crosscase.analyses.qca.sets import ANY, Cases, MembershipError, Term, cases_of
from crosscase.analyses.qca.solutions import Expected, Solution, solve
from crosscase.analyses.qca.truth_table import Cuts, TooManyError, truth_table
from tests.shared import shared


def vectors(coefficient: str) -> list[dict[str, Any]]:
    every = json.loads(shared("agreement", "vectors.json").read_text(encoding="utf-8"))["vectors"]
    return [one for one in every if one["coefficient"] == coefficient]


def of_vector(one: dict[str, Any]) -> Cases:
    columns, rows, outcome = one["data"]["columns"], one["data"]["cases"], one["params"]["outcome"]
    of = columns.index(outcome.removeprefix("~"))
    table = np.array(list(rows.values()), dtype=float)
    names = [name for at, name in enumerate(columns) if at != of]
    several = names if one["params"].get("multivalue") else []
    cases = cases_of(names, list(rows), np.delete(table, of, axis=1), table[:, of], multivalue=several)
    return cases.negated() if outcome.startswith("~") else cases


def same(number: float | None, expected: float, within: float) -> None:
    assert number is not None
    assert number == pytest.approx(expected, abs=within)


def test_published_truth_tables() -> None:
    for one in vectors("qca_truth_table"):
        cuts = Cuts(consistency=one["params"]["incl_cut"], cases=one["params"]["n_cut"])
        table = truth_table(of_vector(one), cuts)
        found = [[list(row.term), int(row.outcome), len(row.cases)] for row in table.rows if row.outcome != "?"]
        assert found == one["expected"]["rows"], one["id"]
        assert table.remainders == one["expected"]["remainders"], one["id"]


def test_published_solutions() -> None:
    seen = 0
    for one in vectors("qca_solution"):
        params, expected, near = one["params"], one["expected"], one["tolerance"]
        cases = of_vector(one)
        table = truth_table(cases, Cuts(consistency=params["incl_cut"], cases=params.get("n_cut", 1)))
        directions = params.get("directional_expectations", {})
        towards: Expected = {cases.names.index(name): frozenset([value]) for name, value in directions.items()}
        # Some programs say complex.
        solution = solve(table, "conservative" if params["type"] == "complex" else params["type"], towards)
        written = [sorted(term.written for term in model.terms) for model in solution.models]
        assert sorted(written) == sorted(sorted(model) for model in expected["solutions"]), one["id"]
        terms = {term.written: term.fit for model in solution.models for term in model.terms}
        for name, fit in expected.get("terms", {}).items():
            same(terms[name].consistency, fit["inclS"], near)
            same(terms[name].pri, fit["PRI"], near)
            same(terms[name].coverage, fit["covS"], near)
            same(terms[name].unique, fit["covU"], near)
        for key, value in expected.get("model", {}).items():
            fit = solution.models[0].fit
            same({"inclS": fit.consistency, "PRI": fit.pri, "covS": fit.coverage}[key], value, near)
        seen += 1
    assert seen


def test_published_necessity() -> None:
    for one in vectors("qca_fit_necessity"):
        cases = of_vector(one)
        for at, name in enumerate(cases.names):
            found = necessity(cases.values[:, at], cases.outcome)
            consistency, relevance, coverage = one["expected"][name]
            same(found.consistency, consistency, one["tolerance"])
            same(found.relevance, relevance, one["tolerance"])
            same(found.coverage, coverage, one["tolerance"])


def test_calibration_of_developed_countries() -> None:
    """Ragin (2008, table 5.2): national income per head; 2,500 is out, 5,000 the crossover, 20,000 in."""
    income = {
        40110: 1.00,
        25200: 0.98,
        20060: 0.95,
        15320: 0.89,
        11720: 0.79,
        7470: 0.62,
        4670: 0.40,
        4070: 0.25,
        1000: 0.01,
    }
    found = fuzzy(np.array(list(income), dtype=float), Anchors(2500, 5000, 20000))
    assert found.round(2).tolist() == list(income.values())


def test_anchors_are_three_log_odds_away_and_may_run_downwards() -> None:
    """By the definition: exp(3)/(1+exp(3)) = .9526; with ln 19 in the place of 3 it is .95."""
    up, down = Anchors(10, 20, 40), Anchors(40, 20, 10)
    assert fuzzy(np.array([10.0, 20.0, 40.0]), up).tolist() == pytest.approx([0.047426, 0.5, 0.952574], abs=1e-6)
    assert fuzzy(np.array([10.0, 20.0, 40.0]), down).tolist() == pytest.approx([0.952574, 0.5, 0.047426], abs=1e-6)
    assert fuzzy(np.array([40.0]), up, float(np.log(19))).tolist() == pytest.approx([0.95])
    assert np.isnan(fuzzy(np.array([np.nan]), up)).all()
    with pytest.raises(AnchorsError):
        Anchors(10, 50, 40)


def test_crisp_and_stepped_values() -> None:
    values = np.array([1.0, 2.0, 3.0, np.nan])
    np.testing.assert_equal(crisp(values, 2), [0, 1, 1, np.nan])
    np.testing.assert_equal(crisp(values, 2, downwards=True), [1, 1, 0, np.nan])
    np.testing.assert_equal(steps(values, (3, 2)), [0, 1, 2, np.nan])


def test_fit_by_hand() -> None:
    """X = (.8, .4, .2), y = (.6, .6, .1): Σmin = 1.1, Σx = 1.4, Σy = 1.3, Σmin(x,y,1-y) = .4 + .4 + .1 = .9."""
    x, y = np.array([0.8, 0.4, 0.2]), np.array([0.6, 0.6, 0.1])
    fit = sufficiency(x, y)
    assert [fit.consistency, fit.coverage] == pytest.approx([1.1 / 1.4, 1.1 / 1.3])
    assert fit.pri == pytest.approx((1.1 - 0.9) / (1.4 - 0.9))
    need = necessity(x, y)
    assert [need.consistency, need.coverage] == pytest.approx([1.1 / 1.3, 1.1 / 1.4])
    assert need.relevance == pytest.approx((3 - 1.4) / (3 - 1.1))
    assert sufficiency(np.zeros(2), np.ones(2)).consistency is None


def by_rows(names: str, positive: list[str], negative: list[str]) -> Cases:
    """Cases as Ragin writes rows: capitals are present."""
    rows = [*positive, *negative]
    values = np.array([[letter.isupper() for letter in row] for row in rows], dtype=float)
    outcome = np.array([1.0] * len(positive) + [0.0] * len(negative))
    return cases_of(list(names), rows, values, outcome)


def written(solution: Solution) -> list[str]:
    return sorted(model.written for model in solution.models)


def test_strikes() -> None:
    """Ragin (1987, pp. 95–98): AbC, aBc, ABc and ABC reduce to AC + Bc; AB is a prime implicant that is not needed."""
    cases = by_rows("ABC", ["AbC", "aBc", "ABc", "ABC"], ["abc", "abC", "aBC", "Abc"])
    table = truth_table(cases)
    primes = within(table.positive, (), (2, 2, 2))
    assert sorted(cases.written(term) for term in primes) == ["A*B", "A*C", "B*~C"]
    assert written(solve(table, "conservative")) == ["A*C + B*~C"]
    # Nothing is left that was not observed, so that the others are the same.
    assert written(solve(table, "parsimonious")) == ["A*C + B*~C"]
    assert written(solve(table, "intermediate")) == ["A*C + B*~C"]


def test_all_equally_minimal_models_are_given() -> None:
    """The cyclic table of McCluskey (1956): two ways with three terms, and no data can tell which is right."""
    cases = by_rows("ABC", ["abc", "abC", "aBc", "AbC", "ABc", "ABC"], ["aBC", "Abc"])
    models = solve(truth_table(cases), "conservative").models
    assert sorted(sorted(term.written for term in model.terms) for model in models) == [
        ["A*B", "~A*~C", "~B*C"],
        ["A*C", "B*~C", "~A*~B"],
    ]


def test_expectations_choose_among_counterfactuals() -> None:
    """By hand: AbC alone has the outcome, abc not. Parsimonious A or C; expecting B, ~B may go: the row ABC is easy."""
    cases = by_rows("ABC", ["AbC"], ["abc"])
    table = truth_table(cases)
    assert written(solve(table, "conservative")) == ["A*~B*C"]
    assert written(solve(table, "parsimonious")) == ["A", "C"]
    assert written(solve(table, "intermediate")) == ["A*~B*C"]
    solution = solve(table, "intermediate", {1: frozenset([1])})
    assert written(solution) == ["A*C"]
    assert solution.models[0].assumed == ((1, 1, 1),)


def test_contradictory_rows_and_cases_that_belong_nowhere() -> None:
    values = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 0.0], [0.5, 0.9]])
    cases = cases_of(["A", "B"], ["one", "two", "three", "four"], values, np.array([1.0, 0.0, 0.0, 1.0]))
    table = truth_table(cases, Cuts(consistency=0.8))
    assert [row.contradictory for row in table.rows] == [False, True]
    assert table.rows[1].with_outcome == (0,)
    assert table.rows[1].number == 3
    assert table.nowhere == (3,)
    assert (table.size, table.remainders) == (4, 2)


def test_a_row_with_too_few_cases_is_a_remainder() -> None:
    cases = by_rows("AB", ["AB", "AB", "aB"], ["ab"])
    table = truth_table(cases, Cuts(cases=2))
    assert [row.outcome for row in table.rows] == ["?", "?", "1"]
    assert table.remainders == 3


def test_pri_can_be_asked_for() -> None:
    values = np.array([[0.9], [0.3]])
    cases = cases_of(["A"], ["one", "two"], values, np.array([0.55, 0.6]))
    fit = truth_table(cases, Cuts(consistency=0.7)).rows[0]
    assert fit.outcome == "1"
    assert truth_table(cases, Cuts(consistency=0.7, pri=0.7)).rows[0].outcome == "0"


def test_what_is_refused() -> None:
    with pytest.raises(MembershipError, match=r"one has 1\.2 in A"):
        cases_of(["A"], ["one"], np.array([[1.2]]), np.array([1.0]))
    with pytest.raises(MembershipError, match="the outcome"):
        cases_of(["A"], ["one"], np.array([[1.0]]), np.array([np.nan]))
    with pytest.raises(MembershipError, match="whole numbers"):
        cases_of(["A"], ["one"], np.array([[1.5]]), np.array([1.0]), multivalue=["A"])
    with pytest.raises(TooManyError):
        truth_table(cases_of([f"A{n}" for n in range(13)], ["one"], np.ones((1, 13)), np.ones(1)))


def every_term(levels: tuple[int, ...]) -> Iterator[Term]:
    return product(*([ANY, *range(level)] for level in levels))


@pytest.mark.parametrize("seed", range(40))
def test_minimised_as_by_trying_everything(seed: int) -> None:
    """A second implementation: all terms that hold nothing forbidden, none of which holds another; all choices."""
    chance = np.random.default_rng(seed)
    levels = ((2, 2, 2, 2), (2, 3, 2), (2, 2, 2), (3, 2, 2))[seed % 4]
    rows = list(product(*(range(level) for level in levels)))
    kinds = chance.choice(3, size=len(rows), p=(0.4, 0.35, 0.25))
    positive, negative = ([row for row, kind in zip(rows, kinds, strict=True) if kind == n] for n in (0, 1))
    free = [row for row, kind in zip(rows, kinds, strict=True) if kind == 2]
    for forbidden, found in (
        (negative, avoiding(positive, negative, levels)),
        ([*negative, *free], within(positive, (), levels)),
        (negative, within(positive, free, levels)),
    ):
        good = [
            term
            for term in every_term(levels)
            if any(covers(term, row) for row in positive) and not any(covers(term, row) for row in forbidden)
        ]
        primes = [term for term in good if not any(other != term and covers(other, term) for other in good)]
        assert sorted(found) == sorted(primes)
        held = [frozenset(at for at, row in enumerate(positive) if covers(term, row)) for term in primes]
        size = next((n for n in range(1, len(primes) + 1) if _choices(held, len(positive), n)), 0)
        assert fewest(held, len(positive)) == (_choices(held, len(positive), size) if positive else [], True)


def _choices(held: list[frozenset[int]], rows: int, size: int) -> list[tuple[int, ...]]:
    """All choices of so many implicants that hold every row."""
    every = frozenset(range(rows))
    return [
        those for those in combinations(range(len(held)), size) if frozenset().union(*(held[n] for n in those)) == every
    ]


def test_what_a_solution_depends_on() -> None:
    """By hand: DEV is in from 20 on; three cases are above that, and have the outcome, two below."""
    raw = np.array([30.0, 28.0, 22.0, 12.0, 5.0])
    anchors = Anchors(10, 20, 30)
    cases = cases_of(["DEV"], list("vwxyz"), fuzzy(raw, anchors)[:, None], np.array([1.0, 1.0, 1.0, 0.0, 0.0]))
    found = sensitivity(
        cases, Cuts(consistency=0.8), "conservative",
        measured=[Measured(condition=0, name="DEV", values=raw, anchors=anchors)],
    )  # fmt: skip
    assert found.written == "DEV"
    reach = {one.what: one for one in found.reaches}
    assert list(reach) == ["DEV, full out", "DEV, crossover", "DEV, full in", "consistency cut", "cases in a row"]
    # Consistency of DEV: (.953 + .917 + .646) / (those + .083 + .011) = .964.
    cut = reach["consistency cut"]
    assert (cut.low, cut.below, cut.high, cut.above) == (0.5, None, 0.96, "")
    assert [one.same for one in found.without] == [True] * 5
    assert (reach["cases in a row"].high, reach["cases in a row"].above) == (3, None)


def test_without_a_case_the_solution_may_be_another() -> None:
    cases = by_rows("AB", ["AB", "Ab"], ["aB", "ab"])
    found = sensitivity(cases, Cuts(), "conservative")
    assert [(one.written, one.same) for one in found.without] == [
        ("A*~B", False),
        ("A*B", False),
        ("A", True),
        ("A", True),
    ]
