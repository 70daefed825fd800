"""Settings, members and analyses."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Analysis, Member, Settings
from crosscase.model.grammar import read_grammar
from crosscase.store.undo import redo, undo
from crosscase.verbs.analyses import add_analysis, change_analysis, remove_analysis
from crosscase.verbs.attributes import add_attribute, change_attribute, remove_attribute
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.members import (
    add_member,
    describe_perspectives,
    merge_members,
    part_member,
    permit_member,
    remove_member,
    rename_member,
    share_perspectives,
)
from crosscase.verbs.study import begin_study, change_settings
from tests.verbs.conftest import Desk


def test_a_study_begins_with_a_key_and_an_owner(desk: Desk) -> None:
    (settings,) = desk.rows(Settings)
    assert (settings.title, len(settings.key)) == ("Peers", 64)
    assert desk.get(Member, desk.ada).permission == "owner"
    with pytest.raises(CrosscaseError, match="has begun already"):
        desk.do(begin_study, "Again", "Ada")


def test_settings_change_only_where_something_is_given(desk: Desk) -> None:
    desk.do(
        change_settings, title="  Peer  work ", aims="To see.", questions=["How?", "", "Why?", "how?"], ethics="REC 1"
    )
    desk.do(change_settings, ethics="", invented="Invented, not evidence.")
    (settings,) = desk.rows(Settings)
    assert settings.title == "Peer work"
    assert settings.questions == ("How?", "Why?")
    assert (settings.aims, settings.ethics, settings.invented) == ("To see.", "", "Invented, not evidence.")
    with pytest.raises(CrosscaseError, match="A study needs a title"):
        desk.do(change_settings, title=" ")


@pytest.mark.parametrize(
    ("grammar", "says"),
    [
        ("{case}{role}", r"it needs \{number\}"),
        ("{case}{case}{number}", "at most once"),
        ("{case}{site}{number}", r"\{site\} is not one of"),
        ("{case:>4}{number}", r"only \{number\} can be given a width"),
        ("{case}{number:4}", "can be given a width"),
        ("{case}{number!r}", "can be given a width"),
        ("{case} {number}", "a space"),
        ("{case", "braces do not match"),
    ],
)
def test_a_grammar_has_to_compose_and_to_be_read_back(grammar: str, says: str) -> None:
    with pytest.raises(CrosscaseError, match=says):
        read_grammar(grammar)


def test_a_grammar_that_the_codes_make_ambiguous_is_refused(desk: Desk) -> None:
    for code in ("STA", "STA1"):
        desk.do(add_case, code)
    with pytest.raises(CrosscaseError, match=r"'\{case\}' cannot be the grammar of identifiers"):
        desk.do(change_settings, grammar="{case}")
    with pytest.raises(CrosscaseError, match=r"STA11 could be case STA, number 11 or case STA1, number 1"):
        desk.do(change_settings, grammar="{case}{number}")
    desk.do(change_settings, grammar="{case}-{number}")
    assert desk.rows(Settings)[0].grammar == "{case}-{number}"


def test_acts_on_one_thing_are_redone_as_they_were_undone(desk: Desk) -> None:
    sector = desk.do(add_attribute, "case", "sector", type="one-of", options=["public"], grouping=True)
    desk.do(change_settings, primary=sector)
    desk.do(change_settings, primary="")
    one = desk.do(add_analysis, "First pass")
    desk.do(change_analysis, one, name="Pass one")
    desk.do(remove_analysis, one)
    desk.do(remove_attribute, sector)
    ended = desk.dump()
    for _ in range(2):
        for _ in range(7):
            undo(desk.store, by=desk.ada)
        assert desk.dump() == desk.began
        for _ in range(7):
            redo(desk.store, by=desk.ada)
        assert desk.dump() == ended


def test_the_primary_grouping_has_to_be_one_and_to_stay_one(desk: Desk) -> None:
    size = desk.do(add_attribute, "case", "size", type="number")
    sector = desk.do(add_attribute, "case", "sector", type="one-of", options=["public", "joint"], grouping=True)
    with pytest.raises(CrosscaseError, match="'size' is not a grouping"):
        desk.do(change_settings, primary=size)
    desk.do(change_settings, primary=sector)
    with pytest.raises(CrosscaseError, match="'sector' is the primary grouping"):
        desk.do(change_attribute, sector, grouping=False)
    with pytest.raises(CrosscaseError, match="'sector' is the primary grouping"):
        desk.do(remove_attribute, sector)
    desk.do(change_settings, primary="")
    desk.do(remove_attribute, sector)
    assert desk.rows(Settings)[0].primary is None


def test_members_are_added_renamed_and_permitted(desk: Desk) -> None:
    ben = desk.do(add_member, "Ben", permission="coder")
    with pytest.raises(CrosscaseError, match="There is a member 'Ben' already"):
        desk.do(add_member, "ben")
    with pytest.raises(CrosscaseError, match=r"'king' is no permission\. Choose one of: owner, editor"):
        desk.do(permit_member, ben, "king")  # type: ignore[arg-type] # what a script might give
    with pytest.raises(CrosscaseError, match="Only Ada may change that name"):
        desk.do_as(ben, rename_member, desk.ada, "Zoe")
    desk.do_as(ben, rename_member, ben, "Benno")
    with pytest.raises(CrosscaseError, match="Ada is the only owner of this study"):
        desk.do(permit_member, desk.ada, "reader")
    desk.do(permit_member, ben, "owner")
    desk.do(permit_member, desk.ada, "reader")
    assert {m.name: m.permission for m in desk.rows(Member)} == {"Ada": "reader", "Benno": "owner"}
    robot = desk.do_as(ben, add_member, "robot", nature="machine")
    with pytest.raises(CrosscaseError, match="declared to be a machine and cannot own"):
        desk.do_as(ben, permit_member, robot, "owner")
    with pytest.raises(CrosscaseError, match="cannot be merged: one is a person and the other a machine"):
        desk.do_as(ben, merge_members, robot, desk.ada)


def test_perspectives_are_ones_own(desk: Desk) -> None:
    ben = desk.do(add_member, "Ben")
    with pytest.raises(CrosscaseError, match="Only Ben may say which perspectives are theirs"):
        desk.do(describe_perspectives, ben, ["clinical"])
    with pytest.raises(CrosscaseError, match="Only Ben may share"):
        desk.do(share_perspectives, ben)
    desk.do_as(ben, describe_perspectives, ben, ["lived experience", " clinical"])
    desk.do_as(ben, share_perspectives, ben)
    member = desk.get(Member, ben)
    assert (member.perspectives, member.perspectives_shared) == (("lived experience", "clinical"), True)


def test_a_member_with_work_is_merged_and_not_removed(desk: Desk) -> None:
    ben = desk.do(add_member, "Ben")
    twin = desk.do(add_member, "B.")
    code, source = desk.do(add_code, "trust"), desk.source("You can tell me.")
    desk.do(apply_code, code, source, member=ben)
    with pytest.raises(CrosscaseError, match=r"The member 'Ben' is still named by 1 coding\. Work is not removed"):
        desk.do(remove_member, ben)
    desk.do(merge_members, ben, twin)
    with pytest.raises(CrosscaseError, match=r"'B\.' and 'Ben' are one already"):
        desk.do(merge_members, twin, ben)
    desk.do(part_member, ben)
    with pytest.raises(CrosscaseError, match="'Ben' is not merged into another"):
        desk.do(part_member, ben)
    assert desk.do(remove_member, twin) == {"member": 1}
    with pytest.raises(CrosscaseError, match="Ada is the only owner"):
        desk.do(remove_member, desk.ada)


def test_analyses_have_a_method_family(desk: Desk) -> None:
    one = desk.do(add_analysis, "First pass", question="What goes on?", family="reflexive TA")
    with pytest.raises(CrosscaseError, match="There is an analysis 'First pass' already"):
        desk.do(add_analysis, "first  pass")
    with pytest.raises(CrosscaseError, match="'vibes' is no method family"):
        desk.do(change_analysis, one, family="vibes")  # type: ignore[arg-type] # what a script might give
    desk.do(change_analysis, one, name="Pass one", family="framework")
    analysis = desk.get(Analysis, one)
    assert (analysis.name, analysis.question, analysis.family) == ("Pass one", "What goes on?", "framework")
    assert desk.do(remove_analysis, one) == {"analysis": 1}
