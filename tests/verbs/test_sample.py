"""Roles, participants under their identifiers, the frame and the recruitment log."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.model import Id, Participant, Recruitment, Role, Target
from crosscase.model.grammar import Reading, read_grammar
from crosscase.reads.identifiers import misfits
from crosscase.verbs.cases import add_case, change_case, merge_cases
from crosscase.verbs.participants import (
    add_participant,
    add_participants,
    change_participant,
    merge_participants,
    next_identifier,
    part_participant,
    remove_participants,
)
from crosscase.verbs.sample import (
    add_role,
    change_recruitment,
    change_role,
    log_recruitment,
    order_roles,
    remove_recruitment,
    remove_role,
    set_targets,
)
from crosscase.verbs.study import change_settings
from tests.verbs.conftest import Desk

GRAMMAR = "{case}{role}{number:02}"


def _sample(desk: Desk) -> tuple[Id, Id, Id, Id]:
    """Two cases, a role with one code and one with two; and the grammar."""
    sta3, vol1 = desk.do(add_case, "STA3"), desk.do(add_case, "VOL1")
    manager = desk.do(add_role, "team manager", codes=["MA"])
    strategic = desk.do(add_role, "strategic manager", codes=["SM", "CO"])
    desk.do(change_settings, grammar=GRAMMAR)
    return sta3, vol1, manager, strategic


def test_roles_have_codes_of_their_own(desk: Desk) -> None:
    _, _, manager, strategic = _sample(desk)
    with pytest.raises(CrosscaseError, match="There is a role 'team manager' already"):
        desk.do(add_role, "Team manager")
    with pytest.raises(CrosscaseError, match="There is a role code 'co' already"):
        desk.do(change_role, manager, codes=["MA", "co"])
    with pytest.raises(CrosscaseError, match="'M A' cannot be an identifier code: it has a space in it"):
        desk.do(change_role, manager, codes=["M A"])
    desk.do(change_role, manager, name="manager", codes=["MA", "TM", "MA"])
    assert desk.get(Role, manager).codes == ("MA", "TM")
    desk.do(order_roles, [strategic])
    assert [role.position for role in (desk.get(Role, strategic), desk.get(Role, manager))] == [1, 2]


def test_an_identifier_says_the_case_and_the_role(desk: Desk) -> None:
    sta3, vol1, manager, strategic = _sample(desk)
    person = desk.get(Participant, desk.do(add_participant, "STA3MA02", name=" Mary  Smith"))
    assert (person.case, person.role, person.code, person.name) == (sta3, manager, "MA", "Mary Smith")
    with pytest.raises(
        CrosscaseError,
        match=r"'STA3XX02' does not follow this study's grammar \{case\}\{role\}\{number:02\} .* like STA3CO01\.",
    ):
        desk.do(add_participant, "STA3XX02")
    for wrong in ("STA3MA2", "STA3MA002", "ma", "STA3MA", "XSTA3MA02"):
        with pytest.raises(CrosscaseError, match="does not follow"):
            desk.do(add_participant, wrong)
    with pytest.raises(
        CrosscaseError,
        match="'STA3SM01' says case STA3, role code SM, number 1, and not case VOL1 and role strategic manager",
    ):
        desk.do(add_participant, "STA3SM01", case=vol1, role=strategic)
    with pytest.raises(CrosscaseError, match="There is a participant 'STA3MA02' already"):
        desk.do(add_participant, "STA3MA02")


def test_the_next_free_number_fills_no_gap(desk: Desk) -> None:
    sta3, _, manager, strategic = _sample(desk)
    assert desk.get(Participant, desk.do(add_participant, case=sta3, role=manager)).identifier == "STA3MA01"
    fourth = desk.do(add_participant, "STA3MA04")
    assert next_identifier(desk.store, sta3, manager) == "STA3MA05"
    people = [Participant(identifier="", case=sta3, role=manager), Participant(identifier="STA3MA06"),
              Participant(identifier="", case=sta3, role=manager)]  # fmt: skip
    added = desk.do(add_participants, people)
    assert [desk.get(Participant, person).identifier for person in added] == ["STA3MA05", "STA3MA06", "STA3MA07"]
    with pytest.raises(CrosscaseError, match="the role 'strategic manager' has 2 identifier codes; say which one"):
        desk.do(add_participant, case=sta3, role=strategic)
    assert next_identifier(desk.store, sta3, strategic, code="CO") == "STA3CO01"
    with pytest.raises(CrosscaseError, match="say the case, and no case is given"):
        desk.do(add_participant, role=manager)
    with pytest.raises(CrosscaseError, match="say the role, and no role is given"):
        desk.do(add_participant, case=sta3)
    desk.do(remove_participants, [fourth])
    desk.do(change_settings, grammar="")
    with pytest.raises(CrosscaseError, match="none can be made: this study has no grammar of identifiers"):
        desk.do(add_participant, case=sta3, role=manager)


def test_without_a_grammar_any_identifier_does(desk: Desk) -> None:
    sta3 = desk.do(add_case, "STA3")
    role = desk.do(add_role, "strategic manager", codes=["SM", "CO"])
    with pytest.raises(
        CrosscaseError, match="'MA' is not a code of the role 'strategic manager': its codes are SM, CO"
    ):
        desk.do(add_participant, "the first", case=sta3, role=role, code="MA")
    with pytest.raises(CrosscaseError, match="There is no case '00'"):
        desk.do(add_participant, "the first", case="00")
    person = desk.do(add_participant, "the first", case=sta3, role=role, code="CO")
    desk.do(change_participant, person, case="", role="")
    assert desk.get(Participant, person) == Participant(id=person, identifier="the first")
    assert desk.do(change_settings, grammar=GRAMMAR) == ("the first",)


def test_a_new_identifier_brings_its_case_and_role(desk: Desk) -> None:
    sta3, vol1, manager, strategic = _sample(desk)
    person = desk.do(add_participant, "STA3MA02")
    with pytest.raises(CrosscaseError, match="'STA3MA02' says case STA3, role code MA, number 2, and not case VOL1"):
        desk.do(change_participant, person, case=vol1)
    desk.do(change_participant, person, identifier="VOL1CO01", note="moved")
    assert desk.get(Participant, person) == Participant(
        id=person, identifier="VOL1CO01", case=vol1, role=strategic, code="CO", note="moved"
    )
    desk.do(change_case, vol1, code="V1")
    assert misfits(desk.store) == ("VOL1CO01",)
    desk.do(change_participant, person, name="Ann")
    desk.do(merge_cases, sta3, vol1)
    assert desk.get(Participant, desk.do(add_participant, "STA3MA01", case=vol1)).role == manager


def test_participants_are_merged_and_removed(desk: Desk) -> None:
    one, two = desk.do(add_participant, "P1"), desk.do(add_participant, "P2")
    desk.do(merge_participants, one, two)
    with pytest.raises(CrosscaseError, match="'P2' and 'P1' are one already"):
        desk.do(merge_participants, two, one)
    desk.do(part_participant, one)
    assert desk.do(remove_participants, [one]) == {"participant": 1}
    with pytest.raises(CrosscaseError, match="There is no participant"):
        desk.do(remove_participants, [one])


def test_several_participants_go_in_one_act_or_nobody_does(desk: Desk) -> None:
    one, two, three = (desk.do(add_participant, name) for name in ("P1", "P2", "P3"))
    desk.do(merge_participants, one, two)
    with pytest.raises(CrosscaseError, match="'P2' is still named by 1 participant"):
        desk.do(remove_participants, [three, two])
    assert len(desk.rows(Participant)) == 3
    # What names one of them and goes as well holds nothing up.
    assert desk.do(remove_participants, [one, two, three, one]) == {"participant": 3}
    assert desk.rows(Participant) == []


def test_targets_are_set_for_many_cells_at_once(desk: Desk) -> None:
    sta3, vol1, manager, strategic = _sample(desk)
    everywhere: dict[tuple[Id, Id], int | None] = {(c, r): 2 for c in (sta3, vol1) for r in (manager, strategic)}
    assert desk.do(set_targets, everywhere) == 4
    assert desk.do(set_targets, everywhere) == 0
    assert desk.do(set_targets, {(sta3, manager): 0, (vol1, manager): None}) == 2
    with pytest.raises(CrosscaseError, match="-1 cannot be planned"):
        desk.do(set_targets, {(sta3, manager): -1})
    with pytest.raises(CrosscaseError, match="There is no role"):
        desk.do(set_targets, {(sta3, vol1): 2})
    assert desk.do(set_targets, {(vol1, manager): 3}) == 1
    frame = {(target.case, target.role): target.planned for target in desk.rows(Target)}
    assert frame == {(sta3, manager): 0, (vol1, manager): 3, (sta3, strategic): 2, (vol1, strategic): 2}
    assert desk.do(remove_role, strategic) == {"role": 1, "target": 2}


def test_the_recruitment_log_names_nobody(desk: Desk) -> None:
    sta3, _, manager, _ = _sample(desk)
    desk.do(add_participant, "STA3MA02", name="Mary Smith")
    line = desk.do(log_recruitment, sta3, manager, "declined", 2, reason="no time", date="4 March 2021")
    assert desk.get(Recruitment, line).date == "2021-03-04"
    with pytest.raises(CrosscaseError, match="The reason has the name of STA3MA02 in it"):
        desk.do(log_recruitment, sta3, manager, "declined", reason="mary smith was ill")
    with pytest.raises(CrosscaseError, match="0 cannot be a number of people"):
        desk.do(change_recruitment, line, count=0)
    with pytest.raises(CrosscaseError, match=r"'met' is no step of recruitment\. Choose one of: approached, declined"):
        desk.do(log_recruitment, sta3, manager, "met")  # type: ignore[arg-type] # what a script might give
    desk.do(change_recruitment, line, count=3, date="some day")
    kept = desk.get(Recruitment, line)
    assert (kept.count, kept.reason, kept.date) == (3, "no time", "some day")
    with pytest.raises(CrosscaseError, match="The role 'team manager' is still named by 1 participant"):
        desk.do(remove_role, manager)
    desk.do(remove_recruitment, line)
    assert desk.rows(Recruitment) == []


CODES = st.lists(st.text("AB1", min_size=1, max_size=3), min_size=1, max_size=4, unique=True)
TEMPLATES = st.sampled_from(
    [
        "{case}{role}{number:02}",
        "{case}{role}{number}",
        "{role}-{case}-{number:03}",
        "{number}{case}",
        "P{number}{role}",
    ]
)


@given(TEMPLATES, CODES, CODES, st.integers(0, 150))
def test_what_a_grammar_composes_is_among_its_readings(
    template: str, cases: list[str], roles: list[str], number: int
) -> None:
    grammar = read_grammar(template)
    for case in cases:
        for role in roles:
            readings = grammar.parse(grammar.compose(case, role, number), cases, roles)
            said = Reading(case if grammar.has("case") else "", role if grammar.has("role") else "", number)
            assert said in readings
            for reading in readings:
                assert grammar.compose(reading.case, reading.role, reading.number) == grammar.compose(
                    case, role, number
                )
