"""Discussions and sign-offs: who may do what when, and what makes a sign-off lapse."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Discussion, Id, NegativeCase, Position, SignOff, Theme, WordingChange
from crosscase.model.contrasts import negative_id
from crosscase.reads.discussions import held, held_one, minority_reports
from crosscase.reads.sign_offs import signed_off
from crosscase.store.act import acting
from crosscase.store.undo import redo, undo
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.codes import add_code
from crosscase.verbs.discussions import (
    close_discussion,
    dissent,
    hand_in_position,
    invite_members,
    open_discussion,
    release_members,
    remove_discussion,
    show_positions,
    write_position,
)
from crosscase.verbs.members import add_member
from crosscase.verbs.sign_offs import contest_wording, sign_theme
from crosscase.verbs.themes import add_theme, place_evidence, relabel_theme, settle_theme, write_theme
from tests.verbs.conftest import Desk


def team(desk: Desk) -> tuple[Id, Id, Id]:
    """A theme, an editor and a reader."""
    theme = desk.do(add_theme, desk.do(add_analysis, "Main"), "Told early")
    return theme, desk.do(add_member, "Ben"), desk.do(add_member, "Rae", permission="reader")


def test_positions_are_shown_together_when_all_have_handed_in(desk: Desk) -> None:
    theme, ben, rae = team(desk)
    talk = desk.do(open_discussion, "Is it early?", [desk.ada, ben, rae], about_kind="theme", about=theme)
    for who, words in ((rae, "Not for us."), (ben, "Yes."), (desk.ada, "Mostly.")):
        desk.do_as(who, write_position, talk, words)
    desk.do_as(ben, hand_in_position, talk)
    one = desk.get(Discussion, talk)
    assert [p.words for p in held_one(desk.store, one, ben).positions] == ["Yes."]
    assert held_one(desk.store, one, ben).handed_in == (ben,)
    assert held_one(desk.store, one, "").positions == ()
    with pytest.raises(CrosscaseError, match="2 of 3 have not handed in"):
        desk.do_as(ben, show_positions, talk)
    desk.do_as(rae, hand_in_position, talk)
    desk.do_as(desk.ada, hand_in_position, talk)
    assert desk.do_as(rae, show_positions, talk) == 3
    shown = held(desk.store, "", about=theme)[0].positions
    assert sorted(p.words for p in shown) == ["Mostly.", "Not for us.", "Yes."]
    assert [p.id for p in shown] == sorted(p.id for p in shown)
    with pytest.raises(CrosscaseError, match="have been shown"):
        desk.do_as(ben, write_position, talk, "On second thoughts.")
    desk.do(close_discussion, talk, "We say mostly.")
    desk.do_as(rae, dissent, talk, "For peer workers it is not early at all.")
    assert [p.member for p in minority_reports(desk.store, theme)] == [rae]


def test_who_opened_shows_early_with_a_reason_and_a_draft_stays_its_authors(desk: Desk) -> None:
    theme, ben, rae = team(desk)
    talk = desk.do(open_discussion, "Is it early?", [ben, rae], about_kind="theme", about=theme)
    desk.do_as(ben, write_position, talk, "Yes.")
    desk.do_as(rae, write_position, talk, "A draft.")
    with (
        pytest.raises(CrosscaseError, match="Every position has no words"),
        acting(desk.store, by=desk.ada, verb="tried", because="it is late") as act,
    ):
        show_positions(act, talk)
    desk.do_as(ben, hand_in_position, talk)
    with acting(desk.store, by=desk.ada, verb="tried", because="the board meets") as act:
        show_positions(act, talk)
        act.finish()
    one = desk.get(Discussion, talk)
    assert [p.words for p in held_one(desk.store, one, ben).positions] == ["Yes."]
    assert {p.words for p in held_one(desk.store, one, rae).positions} == {"Yes.", "A draft."}
    with pytest.raises(CrosscaseError, match="a draft that you have not handed in"):
        desk.do_as(rae, dissent, talk, "No.")
    desk.do_as(rae, hand_in_position, talk)
    assert {p.words for p in held_one(desk.store, one, ben).positions} == {"Yes.", "A draft."}
    with pytest.raises(CrosscaseError, match="Cannot take a position back"):
        desk.do_as(rae, hand_in_position, talk, handed_in=False)


def test_only_who_was_asked_writes_and_only_when_it_is_time(desk: Desk) -> None:
    theme, ben, rae = team(desk)
    with pytest.raises(CrosscaseError, match="at least one member"):
        desk.do(open_discussion, "Why?", [])
    with pytest.raises(CrosscaseError, match="The question has no words"):
        desk.do(open_discussion, " ", [ben])
    talk = desk.do(open_discussion, "Why?", [ben], about_kind="theme", about=theme)
    with pytest.raises(CrosscaseError, match="You were not asked"):
        desk.do_as(rae, write_position, talk, "Because.")
    assert desk.do(invite_members, talk, [ben, rae]) == 1
    with pytest.raises(CrosscaseError, match="Ada opened this discussion"):
        desk.do_as(rae, invite_members, talk, [desk.ada])
    with pytest.raises(CrosscaseError, match="Ada opened this discussion"):
        desk.do_as(rae, release_members, talk, [ben])
    with pytest.raises(CrosscaseError, match="Nobody would be asked"):
        desk.do(release_members, talk, [ben, rae])
    assert desk.do(release_members, talk, [rae, desk.ada]) == 1
    with pytest.raises(CrosscaseError, match="You were not asked"):
        desk.do_as(rae, write_position, talk, "Because.")
    assert desk.do(invite_members, talk, [rae]) == 1
    with pytest.raises(CrosscaseError, match="Your position has no words"):
        desk.do_as(rae, hand_in_position, talk)
    desk.do_as(rae, write_position, talk, "Because.")
    with pytest.raises(CrosscaseError, match="has begun a position, which is theirs"):
        desk.do(release_members, talk, [rae])
    with pytest.raises(CrosscaseError, match="Cannot dissent from an outcome"):
        desk.do_as(rae, dissent, talk, "No.")
    with pytest.raises(CrosscaseError, match="Show the positions first"):
        desk.do(close_discussion, talk, "So be it.")
    assert desk.do(remove_discussion, talk) == {"discussion": 1, "position": 2}
    assert desk.rows(Position) == []


def standing(desk: Desk, theme: Id) -> tuple[set[Id], set[Id], set[Id]]:
    found = signed_off(desk.store, desk.get(Theme, theme))
    return set(found.agreed), {one.member for one in found.signatures if one.lapsed}, set(found.missing)


def test_a_sign_off_lapses_when_the_theme_changes_and_an_undo_is_a_change(desk: Desk) -> None:
    theme, ben, rae = team(desk)
    with pytest.raises(CrosscaseError, match="Rae is no author"):
        desk.do_as(rae, sign_theme, theme)
    desk.do(sign_theme, theme)
    assert standing(desk, theme) == ({desk.ada}, set(), {ben})
    desk.do_as(ben, sign_theme, theme, note="Yes.")
    found = signed_off(desk.store, desk.get(Theme, theme))
    assert found.by_all
    assert found.sentence(lambda one: one) == "signed off by all authors"
    desk.do(place_evidence, theme, [])
    desk.do(settle_theme, theme)
    assert standing(desk, theme)[1] == set()
    desk.do(write_theme, theme, content="On the first day.")
    assert standing(desk, theme) == (set(), {desk.ada, ben}, {desk.ada, ben})
    desk.do_as(ben, sign_theme, theme)
    undo(desk.store, by=desk.ada)
    assert standing(desk, theme)[1] == {desk.ada, ben}
    redo(desk.store, by=desk.ada)
    desk.do(sign_theme, theme)
    desk.do_as(ben, sign_theme, theme, agrees=False, note="Not so.")
    found = signed_off(desk.store, desk.get(Theme, theme))
    assert (found.agreed, found.against, found.missing, found.by_all) == ((desk.ada,), (ben,), (), False)
    names = {desk.ada: "Ada", ben: "Ben"}
    assert found.sentence(names.__getitem__) == "signed off by Ada; not by Ben, who disagrees"
    assert len(desk.rows(SignOff)) == 2


def test_wording_only_keeps_sign_offs_until_it_is_contested(desk: Desk) -> None:
    theme, ben, _ = team(desk)
    desk.do(sign_theme, theme)
    desk.do_as(ben, relabel_theme, theme, "Told soon", wording_only=True)
    desk.do_as(ben, write_theme, theme, content="At once.", wording_only=True)
    desk.do_as(ben, write_theme, theme, content="At once.", wording_only=True)
    found = signed_off(desk.store, desk.get(Theme, theme))
    assert found.agreed == (desk.ada,)
    assert [one.shown_to for one in found.wording] == [(desk.ada,), (desk.ada,)]
    with pytest.raises(CrosscaseError, match="Only who has signed 'Told soon' off"):
        desk.do_as(ben, contest_wording, found.wording[0].id)
    desk.do(contest_wording, found.wording[0].id, reason="Soon is not early.")
    assert standing(desk, theme) == (set(), {desk.ada}, {desk.ada, ben})
    with pytest.raises(CrosscaseError, match="contested already"):
        desk.do(contest_wording, found.wording[0].id)
    assert len(desk.rows(WordingChange)) == 2
    desk.do(sign_theme, theme)
    assert standing(desk, theme)[0] == {desk.ada}


def test_a_theme_with_open_negative_cases_is_final_with_a_reason_only(desk: Desk) -> None:
    theme, _, _ = team(desk)
    code = desk.do(add_code, "never told")
    with acting(desk.store, by=desk.ada, verb="tried") as act:
        act.add(
            NegativeCase(
                id=negative_id(theme, code, "by hand"), about_kind="theme", about=theme, thing_kind="code", thing=code
            )
        )
        act.finish()
    with pytest.raises(CrosscaseError, match="1 negative case of 'Told early' is still open"):
        desk.do(settle_theme, theme)
    with acting(desk.store, by=desk.ada, verb="tried", because="it is looked at in the discussion") as act:
        settle_theme(act, theme)
        act.finish()
    assert desk.get(Theme, theme).status == "final"
