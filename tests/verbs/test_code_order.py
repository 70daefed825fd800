"""Codes stand in the order in which somebody put them."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Code, Id
from crosscase.reads.codebook import codebook
from crosscase.verbs.codes import add_code, merge_codes, order_codes
from tests.verbs.conftest import Desk


def names(desk: Desk) -> list[str]:
    return [line.path for line in codebook(desk.store)]


def three(desk: Desk) -> tuple[Id, Id, Id]:
    return desk.do(add_code, "trust"), desk.do(add_code, "pay"), desk.do(add_code, "rest")


def test_those_named_come_first_and_the_others_follow_as_they_stood(desk: Desk) -> None:
    trust, pay, rest = three(desk)
    desk.do(order_codes, [rest, trust])
    assert names(desk) == ["rest", "trust", "pay"]
    desk.do(order_codes, [pay, rest, trust])
    assert names(desk) == ["pay", "rest", "trust"]


def test_a_code_from_elsewhere_is_put_between_others_in_one_act(desk: Desk) -> None:
    trust, pay, rest = three(desk)
    low = desk.do(add_code, "low", parent=pay)
    desk.do(order_codes, [trust, low, pay, rest])
    assert names(desk) == ["trust", "low", "pay", "rest"]
    desk.do(order_codes, [rest, low], parent=trust)
    assert names(desk) == ["trust", "trust / rest", "trust / low", "pay"]


def test_nothing_comes_to_lie_under_itself_and_no_two_have_one_name(desk: Desk) -> None:
    trust, pay, _ = three(desk)
    low = desk.do(add_code, "low", parent=pay)
    desk.do(add_code, "trust", parent=low)
    with pytest.raises(CrosscaseError, match="cannot lie under itself"):
        desk.do(order_codes, [pay], parent=low)
    with pytest.raises(CrosscaseError, match="There is a code 'pay / low / trust' already"):
        desk.do(order_codes, [trust], parent=low)
    with pytest.raises(CrosscaseError, match="There is no code"):
        desk.do(order_codes, ["nothing"])


def test_merged_codes_take_no_part(desk: Desk) -> None:
    trust, pay, rest = three(desk)
    desk.do(merge_codes, pay, trust)
    position = desk.get(Code, pay).position
    desk.do(order_codes, [rest, trust])
    assert names(desk) == ["rest", "trust"]
    assert desk.get(Code, pay).position == position
