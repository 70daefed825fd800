"""Cases and attributes."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Attribute, AttributeValue, Case, Id, Participant
from crosscase.model.people import AttributeType
from crosscase.verbs.attributes import (
    Written,
    add_attribute,
    change_attribute,
    remove_attribute,
    rename_option,
    set_values,
)
from crosscase.verbs.cases import add_case, change_case, merge_cases, order_cases, part_case, remove_cases
from crosscase.verbs.participants import add_participant
from tests.verbs.conftest import Desk


def _cases(desk: Desk, *codes: str) -> list[Id]:
    return [desk.do(add_case, code) for code in codes]


def _values(desk: Desk, attribute: Id) -> dict[Id, str]:
    return {value.of: value.value for value in desk.rows(AttributeValue, attribute=attribute)}


def test_cases_are_added_changed_and_ordered(desk: Desk) -> None:
    one, two, three = _cases(desk, "STA1", "STA2", "PAR1")
    with pytest.raises(CrosscaseError, match=r"There is a case 'STA1' already\. Use it, or give this one another code"):
        desk.do(add_case, "sta1")
    with pytest.raises(CrosscaseError, match="A case needs a code"):
        desk.do(change_case, one, code=" ")
    desk.do(change_case, two, name="A  trust", description="In the north.")
    desk.do(order_cases, [three, two])
    assert {case.code: case.position for case in desk.rows(Case)} == {"PAR1": 1, "STA2": 2, "STA1": 3}
    assert desk.get(Case, two).name == "A trust"


def test_cases_are_merged_and_parted(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    desk.do(merge_cases, one, two)
    with pytest.raises(CrosscaseError, match="'STA2' and 'STA1' are one already"):
        desk.do(merge_cases, two, one)
    with pytest.raises(CrosscaseError, match="still named by 1 case"):
        desk.do(remove_cases, [two])
    desk.do(part_case, one)
    assert desk.get(Case, one).merged_into is None


def test_a_case_goes_with_what_is_its_own_but_not_with_people(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    size = desk.do(add_attribute, "case", "size", type="number")
    desk.do(set_values, size, {one: 12, two: 5})
    person = desk.do(add_participant, "P1", case=one)
    with pytest.raises(CrosscaseError, match=r"The case 'STA1' is still named by 1 participant\. Give them to another"):
        desk.do(remove_cases, [one])
    assert desk.do(remove_cases, [two]) == {"case": 1, "attribute_value": 1}
    assert desk.get(Participant, person).case == one


CANONICAL: list[tuple[AttributeType, str | float, str]] = [
    ("text", "  as it is ", "as it is"),
    ("number", "12.50", "12.5"),
    ("number", "0012", "12"),
    ("number", "1,5", "1.5"),
    ("number", 1e3, "1000"),
    ("number", "-0.0", "0"),
    ("number", "100", "100"),
    ("boolean", "Y", "yes"),
    ("boolean", False, "no"),
    ("boolean", "nein", "no"),
    ("date", "2021-03-04", "2021-03-04"),
    ("date", "2021-03", "2021-03"),
    ("date", "4.3.2021", "2021-03-04"),
    ("date", "4th March 2021", "2021-03-04"),
    ("date", "Sept. 2, 2021", "2021-09-02"),
    ("date", "March 2021", "2021-03"),
    ("date", "25/12/2021", "2021-12-25"),
    ("date", "2021-03-04 00:00:00", "2021-03-04"),
    ("date", "2021-03-04 14:30", "2021-03-04T14:30"),
]


def test_values_become_canonical(desk: Desk) -> None:
    cases = _cases(desk, *(f"C{n}" for n in range(len(CANONICAL))))
    types: tuple[AttributeType, ...] = ("text", "number", "boolean", "date")
    for type in types:
        mine = [(case, row[1], row[2]) for case, row in zip(cases, CANONICAL, strict=True) if row[0] == type]
        given, kept = {case: value for case, value, _ in mine}, {case: value for case, _, value in mine}
        attribute = desk.do(add_attribute, "case", type, type=type)
        assert desk.do(set_values, attribute, given) == Written(len(mine))
        assert _values(desk, attribute) == kept
        assert desk.do(set_values, attribute, kept) == Written(0)


def test_an_empty_value_takes_the_value_away(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    size = desk.do(add_attribute, "case", "size", type="number")
    desk.do(set_values, size, {one: 12, two: 3})
    assert desk.do(set_values, size, {one: "", two: 4}) == Written(1, cleared=1)
    assert _values(desk, size) == {two: "4"}
    desk.do(set_values, size, {one: 5})
    assert _values(desk, size) == {one: "5", two: "4"}


def test_a_date_that_could_be_two_is_kept_as_given_and_said(desk: Desk) -> None:
    dates = ["3/4/2021", "31.2.2021", "last spring", "2021-13-01", "20210"]
    given = dict(zip(_cases(desk, *"ABCDE"), dates, strict=True))
    opened = desk.do(add_attribute, "case", "opened", type="date")
    assert desk.do(set_values, opened, given).unread == tuple(given.items())
    assert _values(desk, opened) == given


def test_a_value_that_does_not_fit_spoils_the_whole_act(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    wrong: list[tuple[AttributeType, str, str | list[str], str]] = [
        ("number", "1", "about 12", "'about 12' cannot be a value of 'number', which takes numbers: 12 or 0.5"),
        ("number", "1", "1,234", "'1,234' cannot be a value"),
        ("number", "1", "nan", "'nan' cannot be"),
        ("boolean", "yes", "perhaps", "which takes yes or no"),
        ("one-of", "a", ["a", "b"], "which takes one option only"),
    ]
    for type, fits, given, says in wrong:
        known = [attribute.id for attribute in desk.rows(Attribute, name=type)]
        options = ["a", "b"] if type == "one-of" else []
        attribute = known[0] if known else desk.do(add_attribute, "case", type, type=type, options=options)
        with pytest.raises(CrosscaseError, match=says):
            desk.do(set_values, attribute, {one: fits, two: given})
        assert _values(desk, attribute) == {}


def test_options_are_refused_unless_they_are_to_be_added(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    sector = desk.do(add_attribute, "case", "sector", type="one-of", options=["Statutory", "Voluntary"], grouping=True)
    with pytest.raises(
        CrosscaseError,
        match=r"'Statuary' is not an option of 'sector'; .* are: Statutory, Voluntary\. Did you mean 'Statutory'\?",
    ):
        desk.do(set_values, sector, {one: "Statuary"})
    done = desk.do(set_values, sector, {one: "STATUTORY", two: "Joint"}, extend=True)
    assert done == Written(2, options=("Joint",))
    assert _values(desk, sector) == {one: "Statutory", two: "Joint"}
    with pytest.raises(CrosscaseError, match="its options have not been listed yet"):
        desk.do(set_values, desk.do(add_attribute, "case", "x", type="one-of"), {one: "a"})
    with pytest.raises(CrosscaseError, match="There is an option 'voluntary' already"):
        desk.do(rename_option, sector, "Joint", "voluntary")
    assert desk.do(rename_option, sector, "Joint", "Partnership") == 1
    assert _values(desk, sector)[two] == "Partnership"
    with pytest.raises(CrosscaseError, match="'Partnership' is not an option"):
        desk.do(change_attribute, sector, options=["Statutory", "Voluntary"])


def test_several_options_stand_in_the_order_of_the_list(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    offers = desk.do(add_attribute, "case", "offers", type="many-of", options=["groups", "tea; and talk", "visits"])
    desk.do(set_values, offers, {one: "visits; Groups;visits", two: "tea; and talk"})
    assert _values(desk, offers) == {one: "groups\nvisits", two: "tea; and talk"}
    desk.do(set_values, offers, {one: ["walks", "groups"]}, extend=True)
    assert _values(desk, offers)[one] == "groups\nwalks"


def test_an_attribute_can_become_of_another_type_if_its_values_fit(desk: Desk) -> None:
    one, two = _cases(desk, "STA1", "STA2")
    peer_led = desk.do(add_attribute, "case", "peer-led")
    desk.do(set_values, peer_led, {one: "Yes", two: "jointly"})
    with pytest.raises(CrosscaseError, match="'jointly' cannot be a value of 'peer-led', which takes yes or no"):
        desk.do(change_attribute, peer_led, type="boolean")
    with pytest.raises(CrosscaseError, match="is a one-of attribute of cases, and this is a text attribute of cases"):
        desk.do(change_attribute, peer_led, grouping=True)
    desk.do(change_attribute, peer_led, type="one-of", grouping=True)
    assert desk.get(Attribute, peer_led).options == ("Yes", "jointly")
    desk.do(set_values, peer_led, {two: None})
    desk.do(change_attribute, peer_led, type="boolean", grouping=False)
    assert _values(desk, peer_led) == {one: "yes"}
    assert desk.do(remove_attribute, peer_led) == {"attribute": 1, "attribute_value": 1}


def test_attributes_belong_to_one_kind_of_thing(desk: Desk) -> None:
    (case,) = _cases(desk, "STA1")
    person = desk.do(add_participant, "P1")
    age = desk.do(add_attribute, "participant", "age")
    desk.do(add_attribute, "case", "age")
    with pytest.raises(CrosscaseError, match="There is an attribute 'age' already"):
        desk.do(add_attribute, "case", " Age")
    with pytest.raises(CrosscaseError, match="There is no participant"):
        desk.do(set_values, age, {person: "30", case: "40"})
    with pytest.raises(CrosscaseError, match="has options, so it must be one-of or many-of, not text"):
        desk.do(add_attribute, "case", "mood", options=["good"])
