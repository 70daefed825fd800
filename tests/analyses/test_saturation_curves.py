"""Saturation against the published example, and vectorised against one by one."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

import numpy as np
import pytest

from crosscase.analyses.saturation_curves import (
    NEVER,
    band,
    first_places,
    new_at,
    random_places,
    reached_at,
    runs,
)
from tests.shared import shared


def test_reference_values() -> None:
    every = json.loads(shared("agreement", "vectors.json").read_text(encoding="utf-8"))["vectors"]
    seen = 0
    for one in every:
        if one["coefficient"] != "saturation_new_information":
            continue
        params, data, expected = one["params"], one["data"], one["expected"]
        new = [data["base_total"], *[0] * (data["base_size"] - 1), *data["after_base"]]
        found = runs(new, params["base_size"], params["run_length"], params["threshold"])
        assert found.ratios == pytest.approx(expected["ratios"]), one["id"]
        assert found.written == (expected["reached_at"] or "")
        seen += 1
    assert seen


def test_guest_namey_and_chen() -> None:
    """Guest, Namey & Chen (2020): base of four with 37 themes; runs of two bring 7, 4 and 1, or 19, 11 and 3 %: 6+2."""
    found = runs([20, 9, 5, 3, 4, 3, 1, 0], 4, 2, 0.05)
    assert found.base == 37
    assert [round(100 * one) for one in found.ratios] == [19, 11, 3]
    assert (found.reached, found.written) == (6, "6+2")
    assert runs([20, 9, 5, 3, 4, 3, 1, 0], 4, 2, 0.0).written == ""


def test_nothing_in_the_base_and_too_few_units_say_nothing() -> None:
    assert runs([0, 0, 0, 0, 1, 1], 4, 2, 0.05) == runs([0, 0, 0, 0, 5, 0], 4, 2, 0.05)
    assert runs([0, 0, 0, 0, 1, 1], 4, 2, 0.05).reached == NEVER
    assert runs([3, 1, 1, 0, 0], 4, 2, 0.05).ratios == ()
    assert reached_at(np.array([[3, 1, 1, 0, 0], [0, 0, 0, 0, 0]]), 4, 2, 0.05).tolist() == [NEVER, NEVER]


def test_first_appearances_by_hand() -> None:
    has = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0]], dtype=bool)
    places = np.array([[0, 1, 2], [2, 1, 0]])
    first = first_places(has, places)
    assert first.tolist() == [[0, 1, 3], [1, 0, 3]]
    assert new_at(first, 3).tolist() == [[1, 1, 0], [1, 1, 0]]


def _one_by_one(has: Any, order: list[int]) -> list[int]:
    seen: set[int] = set()
    new = []
    for unit in order:
        here = set(np.flatnonzero(has[unit]).tolist()) - seen
        new.append(len(here))
        seen |= here
    return new


@pytest.mark.parametrize("seed", range(5))
def test_many_orders_at_once_are_as_one_by_one(seed: int) -> None:
    chance = np.random.default_rng(seed)
    has = chance.random((14, 25)) < chance.random(25) * 0.4
    places = random_places(14, 200, seed)
    new = new_at(first_places(has, places), 14)
    slow = [_one_by_one(has, np.argsort(row).tolist()) for row in places]
    assert new.tolist() == slow
    assert reached_at(new, 4, 2, 0.05).tolist() == [runs(one, 4, 2, 0.05).reached for one in slow]
    curves = np.array([list(accumulate(one)) for one in slow])
    low, middle, high = band(new)
    assert (curves.min(axis=0) <= low).all()
    assert (low <= middle).all()
    assert (high <= curves.max(axis=0)).all()
    assert (np.abs(middle - np.median(curves, axis=0)) <= 1).all()


def test_orders_are_the_same_for_the_same_seed() -> None:
    assert random_places(9, 50, 7).tolist() == random_places(9, 50, 7).tolist()
    assert random_places(9, 50, 7).tolist() != random_places(9, 50, 8).tolist()
    assert sorted(random_places(9, 50, 7)[0].tolist()) == list(range(9))
