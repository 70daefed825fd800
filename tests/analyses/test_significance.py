"""Tests of answers against published examples, and against tables small enough to count by hand."""

from __future__ import annotations

import numpy as np
import pytest

from crosscase.analyses.significance import chi_square, cramers_v, fisher_exact, kruskal_wallis


def test_kruskal_wallis_hollander_and_wolfe() -> None:
    """Mucociliary efficiency, Hollander and Wolfe (1973, p. 116): H = 0.77, 2 df, p = .68."""
    normal, obstructive = [2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4]
    asbestosis = [2.8, 3.4, 3.7, 2.2, 2.0]
    found = kruskal_wallis([np.array(group) for group in (normal, obstructive, asbestosis)])
    assert found.statistic == pytest.approx(0.77143, abs=1e-5)
    assert (found.df, found.n, found.groups) == (2, 14, 3)
    assert found.p == pytest.approx(0.68, abs=0.001)
    # Epsilon squared = H / (n - 1), Tomczak and Tomczak (2014).
    assert found.effects["ε²"] == pytest.approx(0.77143 / 13, abs=1e-5)
    assert found.warnings == ("The smallest group has 4: too few to lean on.",)
    assert found.text() == "Kruskal–Wallis: H(2) = 0.77, p = .680, ε² = 0.06; n = 14 in 3 groups"


def test_kruskal_wallis_corrects_ties() -> None:
    """By hand: ranks 2, 2, 2 | 5, 5, 5 | 7.5, 7.5. H = 12/(8·9)·(12 + 75 + 112.5) - 27 = 6.25; ties 1 - 54/504."""
    found = kruskal_wallis([np.array(group, dtype=float) for group in ([1, 1, 1], [2, 2, 2], [3, 3])])
    assert found.statistic == pytest.approx(6.25 / (1 - (24 + 24 + 6) / 504))


def test_chi_square_agresti() -> None:
    """Party by gender, Agresti (2007, p. 39): chi-square = 30.07, 2 df, p = 2.95e-07."""
    table = np.array([[762, 327, 468], [484, 239, 477]])
    found = chi_square(table)
    assert found.statistic == pytest.approx(30.07, abs=0.005)
    assert (found.df, found.n) == (2, 2757)
    assert found.p == pytest.approx(2.954e-07, abs=1e-9)
    assert found.effects["V"] == pytest.approx((30.0701 / 2757) ** 0.5, abs=1e-4)
    assert found.warnings == ()


def test_cramers_v_with_its_bias_corrected_by_hand() -> None:
    """Bergsma (2013): n = 20, chi-square 3.2 (phi² = .16); corrected (.16 - 1/19) / (1 - 1/19)."""
    found = cramers_v(np.array([[7, 3], [3, 7]]))
    assert found["V"] == pytest.approx(0.16**0.5)
    assert found["V corrected"] == pytest.approx(((0.16 - 1 / 19) / (1 - 1 / 19)) ** 0.5)
    assert cramers_v(np.array([[5, 5], [5, 5]])) == {"V": 0.0, "V corrected": 0.0}


def test_small_expected_counts_are_warned_of() -> None:
    """Cochran (1954): no expected count below 1, and no more than a fifth below 5."""
    found = chi_square(np.array([[1, 9], [1, 9]]))
    assert found.warnings == ("50 % of expected counts are below 5 (least 1.0); rely on Fisher’s test.",)


def test_fisher_tea_tasting() -> None:
    """The lady tasting tea (Fisher 1935; Agresti 1990, p. 61): two-sided p = .4857."""
    found = fisher_exact(np.array([[3, 1], [1, 3]]))
    assert found.p == pytest.approx(34 / 70)
    assert found.effects["odds ratio"] == 9


def test_fisher_of_a_larger_table_by_hand() -> None:
    """Rows 2, 2; columns 2, 1, 1: the four tables have 1/6, 2/6, 2/6 and 1/6, so that p = 1/6 + 1/6."""
    assert fisher_exact(np.array([[2, 0, 0], [0, 1, 1]])).p == pytest.approx(1 / 3)
    assert fisher_exact(np.array([[1, 1, 0], [1, 0, 1]])).p == pytest.approx(1.0)


def test_fisher_of_a_large_table_is_drawn_and_says_so() -> None:
    """Job satisfaction by income, Agresti (2002, p. 57): p = .7827 by the network algorithm (R's `fisher.test`)."""
    table = np.array([[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]])
    found = fisher_exact(table)
    assert found.p == pytest.approx(0.7827, abs=3 * (0.7827 * 0.2173 / 20_000) ** 0.5)
    assert found.how == "; 20,000 tables drawn, seed 20130"
    assert fisher_exact(table).p == found.p
