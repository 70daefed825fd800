"""Every reference value of agreement that lies beside the repository, and no fewer than there were."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crosscase.analyses.agreement.alignment import best_alignment
from crosscase.analyses.agreement.alpha import alpha, resampled_pairs
from crosscase.analyses.agreement.coefficients import Coefficient, by_category, coefficient, of_segments
from crosscase.analyses.agreement.first_unitizing import first_unitizing
from crosscase.analyses.agreement.gamma import gamma
from crosscase.analyses.agreement.unitizing import unitizing_of_spans
from crosscase.analyses.agreement.weights import custom_weights
from tests.analyses.agreement.vectors import judged, units, vectors

NAMES = {
    "percent_agreement": "percent",
    "scott_pi": "scott",
    "brennan_prediger": "brennan-prediger",
    "cohen_kappa": "cohen",
    "gwet_ac1": "gwet",
    "gwet_ac2": "gwet",
    "fleiss_kappa": "fleiss",
    "conger_kappa": "conger",
}


def plain(vector: dict[str, Any]) -> dict[str, Any]:
    """One coefficient under all the names under which a vector may ask for it."""
    name, given = NAMES[vector["coefficient"]], judged(vector["data"])
    found = coefficient(name, given, vector["params"].get("weights", "identity"))
    many = {str(key): one.value for key, one in by_category(name, given).items()}
    return {
        "value": found.value, "se": found.error, "kappa": found.value, "fleiss": found.value,
        "observed": found.observed, "expected": found.expected, "per_category": many, "per_category_kappa": many,
        "per_category_scott_pi": {str(key): one.value for key, one in by_category("scott", given).items()},
        "brennan_prediger": found.value, "cohen_kappa": coefficient("cohen", given).value,
        "free_marginal": coefficient("brennan-prediger", given).value,
    }  # fmt: skip


def krippendorff(vector: dict[str, Any]) -> dict[str, Any]:
    given, params = judged(vector["data"]), vector["params"]
    if "level" in params:
        return one(alpha(given, params["level"]))
    if "distance" in params:
        apart = {tuple(pair.split("|")): distance for pair, distance in params["distance"].items()}
        weights = custom_weights(apart, given.categories)
        return {
            "alpha": coefficient("alpha", given, weights).value,
            "weighted_kappa": coefficient("cohen", given, weights).value,
        }
    return one(coefficient("alpha", given, params.get("weights", "identity")))


def one(found: Coefficient) -> dict[str, Any]:
    return {"value": found.value, "se": found.error}


def pairs(vector: dict[str, Any]) -> dict[str, Any]:
    params = vector["params"]
    found = resampled_pairs(judged(vector["data"]), params["level"], resamples=params["resamples"])
    return {
        "alpha": found.value, "ci95": [found.low, found.high], "n_pairs": found.pairs,
        "p_below_0_7": found.below[0.7], "p_below_0_8": found.below[0.8],
    }  # fmt: skip


def two_coders(vector: dict[str, Any]) -> dict[str, Any]:
    given = judged(vector["data"])
    names = {"percent": "percent", "brennan_prediger": "brennan-prediger", "scott_pi": "scott", "cohen_kappa": "cohen"}
    return {key: coefficient(name, given).value for key, name in names.items()}


def spans(vector: dict[str, Any]) -> list[list[tuple[int, int, str]]]:
    return [[(low, high, what) for low, high, what in coder] for coder in vector["data"]["coders"]]


def family(vector: dict[str, Any]) -> dict[str, Any]:
    found = unitizing_of_spans(spans(vector), *vector["data"]["continuum"])
    return {
        "u_alpha": found.u.value, "bar_u_alpha": found.bar_u.value, "cu_alpha": found.cu.value,
        "ku_alpha": {name: each.value for name, each in zip(found.values, found.ku, strict=True)},
        "coverage": dict(zip(found.values, found.coverage, strict=True)),
    }  # fmt: skip


def first(vector: dict[str, Any]) -> dict[str, Any]:
    found = first_unitizing(spans(vector), *vector["data"]["continuum"])
    return {
        "overall": found.overall.value, "per_code": {name: each.value for name, each in found.values.items()},
        "observed": found.observed, "expected": found.expected,
    }  # fmt: skip


def disorder(vector: dict[str, Any]) -> dict[str, Any]:
    given, params = units(vector["data"])[0], vector["params"]
    return {"value": best_alignment(given, place=params["alpha"], category=params["beta"]).high}


def whole_gamma(vector: dict[str, Any]) -> dict[str, Any]:
    (given, names), params = units(vector["data"]), vector["params"]
    found = gamma([given], names, place=params["alpha"], category=params["beta"], precision=0.05)
    assert found.exact
    assert found.in_time
    return {
        "disorder": found.disorder, "n_unitary_alignments": found.aligned, "gamma": found.value,
        "gamma_cat": found.cat, "gamma_k": found.k,
    }  # fmt: skip


def characters(vector: dict[str, Any]) -> dict[str, Any]:
    data = vector["data"]
    rows = [(1, 1, data["both"]), (1, 0, data["only_one"]), (0, 0, data["neither"])]
    table = [[sum(times for one, other, times in rows if (one, other) == (a, b)) for b in (0, 1)] for a in (0, 1)]
    return {"value": coefficient("percent", judged({"format": "contingency_2coders", "table": table})).value}


def segments(vector: dict[str, Any]) -> dict[str, Any]:
    data = vector["data"]
    return {"value": of_segments(data["both"], data["only_one"], data["n_codes"]).value}


COMPUTED: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    **dict.fromkeys(NAMES, plain),
    "krippendorff_alpha": krippendorff,
    "krippendorff_alpha_bootstrap_pairs": pairs,
    "two_coder_family": two_coders,
    "percent_agreement_characters": characters,
    "brennan_prediger_segments": segments,
    "u_alpha_family": family,
    "alpha_u_legacy": first,
    "gamma_best_alignment_disorder": disorder,
    "gamma": whole_gamma,
}


def close(found: Any, expected: Any, tolerance: Any) -> bool:
    if isinstance(expected, dict):
        within = tolerance if isinstance(tolerance, dict) else dict.fromkeys(expected, tolerance)
        return all(close(found[key], value, within.get(key, 0)) for key, value in expected.items())
    if isinstance(expected, list):
        if tolerance == "within range":
            return bool(expected[0] <= found <= expected[1])
        return all(close(f, e, tolerance) for f, e in zip(found, expected, strict=True))
    if expected is None:
        return found is None
    return found is not None and found == pytest.approx(expected, abs=tolerance + 1e-12)


def test_every_reference_value_of_agreement() -> None:
    seen = 0
    for vector in vectors():
        how = COMPUTED.get(vector["coefficient"])
        if how is None:
            continue  # saturation, tests on tables and configurations are asked elsewhere
        seen += 1
        found, expected = how(vector), vector["expected"]
        if not isinstance(expected, dict):
            expected = {"value": expected}
        assert close(found, expected, vector["tolerance"]), (vector["id"], found, expected)
    assert seen >= 49
