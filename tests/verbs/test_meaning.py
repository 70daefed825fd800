"""Sets, themes with their evidence and lineage, memos and links."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Evidence, Id, Lineage, Link, Memo, SetMember, Span, Theme
from crosscase.verbs.analyses import add_analysis, remove_analysis
from crosscase.verbs.codes import add_code, remove_code
from crosscase.verbs.codings import apply_code, remove_codings
from crosscase.verbs.links import add_link, change_link, remove_link
from crosscase.verbs.members import add_member
from crosscase.verbs.memos import change_memo, remove_memo, share_memo, write_memo
from crosscase.verbs.sets import add_set, change_set, put_into_set, remove_set, take_out_of_set
from crosscase.verbs.themes import (
    add_theme,
    develop_theme,
    forget_lineage,
    move_theme,
    order_themes,
    place_evidence,
    relabel_theme,
    remove_theme,
    settle_theme,
    take_evidence_away,
    write_theme,
)
from tests.verbs.conftest import Desk


def test_sets_hold_things_of_one_kind(desk: Desk) -> None:
    one, two = desk.source("One."), desk.source("Two.")
    code = desk.do(add_code, "trust")
    late = desk.do(add_set, "source", "late ones", [one])
    with pytest.raises(CrosscaseError, match="There is a set 'late ones' already"):
        desk.do(add_set, "source", "Late ones")
    desk.do(add_set, "code", "late ones", [code])
    with pytest.raises(CrosscaseError, match="There is no source"):
        desk.do(put_into_set, late, [two, code])
    assert desk.do(put_into_set, late, [one, two, two]) == 1
    assert desk.do(take_out_of_set, late, [one, code]) == 1
    assert desk.do(put_into_set, late, [one]) == 1
    assert {each.thing for each in desk.rows(SetMember, set=late)} == {one, two}
    desk.do(change_set, late, name="the late ones", description="After June.")
    assert desk.do(remove_set, late) == {"set": 1, "set_member": 2}
    with pytest.raises(CrosscaseError, match=r"'case' is no kind of thing that sets are of\. Choose one of: source"):
        desk.do(add_set, "case", "x")  # type: ignore[arg-type] # what a script might give


def test_themes_lie_in_the_tree_of_their_analysis(desk: Desk) -> None:
    first, second = desk.do(add_analysis, "First"), desk.do(add_analysis, "Second")
    risk = desk.do(add_theme, first, "Risk", content="What goes wrong.")
    wellbeing = desk.do(add_theme, first, "Wellbeing", parent=risk)
    boundaries = desk.do(add_theme, first, "Boundaries", parent=wellbeing)
    other = desk.do(add_theme, second, "Risk")
    with pytest.raises(
        CrosscaseError, match=r"There is a theme 'Risk' already\. Use it, or give this one another label"
    ):
        desk.do(add_theme, first, "risk")
    with pytest.raises(CrosscaseError, match="The theme 'Risk' cannot lie under itself or one of its own subthemes"):
        desk.do(move_theme, risk, boundaries)
    with pytest.raises(CrosscaseError, match="'Boundaries' cannot lie under 'Risk', which belongs to another analysis"):
        desk.do(move_theme, boundaries, other)
    desk.do(relabel_theme, risk, "Risks to  workers")
    desk.do(write_theme, risk, meaning="Closeness costs.", boundary="Not risk to users.")
    desk.do(settle_theme, risk)
    theme = desk.get(Theme, risk)
    assert (theme.label, theme.content, theme.meaning) == ("Risks to workers", "What goes wrong.", "Closeness costs.")
    assert (theme.boundary, theme.story, theme.status) == ("Not risk to users.", "", "final")
    desk.do(move_theme, boundaries, risk)
    desk.do(order_themes, [boundaries, wellbeing])
    assert desk.get(Theme, wellbeing).position == 2
    assert desk.do(remove_theme, risk) == {"theme": 1}
    assert {each.label: each.parent for each in desk.rows(Theme, analysis=first)} == {
        "Wellbeing": None,
        "Boundaries": None,
    }
    assert desk.do(remove_analysis, first) == {"analysis": 1, "theme": 2}


def _codings(desk: Desk) -> tuple[Id, list[Id]]:
    source, code = desk.source("I was tired. I was not tired."), desk.do(add_code, "tired")
    return code, [desk.do(apply_code, code, source, span) for span in (Span(0, 12), Span(13, 29))]


def test_evidence_is_placed_for_and_against(desk: Desk) -> None:
    code, (one, two) = _codings(desk)
    theme = desk.do(add_theme, desk.do(add_analysis, "First"), "Wellbeing")
    assert desk.do(place_evidence, theme, [one, two], note="both") == 2
    assert desk.do(place_evidence, theme, [one, two]) == 0
    assert desk.do(place_evidence, theme, [two], stance="against") == 1
    assert {each.coding: (each.stance, each.note) for each in desk.rows(Evidence)} == {
        one: ("for", "both"),
        two: ("against", "both"),
    }
    with pytest.raises(CrosscaseError, match="There is no coding"):
        desk.do(place_evidence, theme, [one, code])
    assert desk.do(take_evidence_away, theme, [one]) == 1
    assert desk.do(place_evidence, theme, [one], stance="against") == 1
    assert desk.do(remove_codings, [two]) == {"coding": 1, "evidence": 1}
    assert desk.do(remove_code, code) == {"code": 1, "coding": 1, "evidence": 1}
    assert desk.rows(Coding) == []


def test_lineage_says_from_what_how_and_why(desk: Desk) -> None:
    analysis = desk.do(add_analysis, "First")
    theme, other = desk.do(add_theme, analysis, "Wellbeing"), desk.do(add_theme, analysis, "Risk")
    stress, support = desk.do(add_code, "stress", category=True), desk.do(add_code, "support", category=True)
    assert desk.do(develop_theme, theme, [stress, support, other], reason="They come together.") == 3
    assert desk.do(develop_theme, theme, [stress], how="promoted", whole=True) == 1
    lineage = {each.origin: (each.how, each.whole, each.reason) for each in desk.rows(Lineage)}
    assert lineage[stress] == ("promoted", True, "They come together.")
    assert lineage[other] == ("grouped", False, "They come together.")
    with pytest.raises(CrosscaseError, match="cannot have been developed from itself"):
        desk.do(develop_theme, theme, [theme])
    with pytest.raises(CrosscaseError, match="'Risk' is a theme: its evidence stays its own"):
        desk.do(develop_theme, theme, [other], whole=True)
    with pytest.raises(CrosscaseError, match="There is no category or theme"):
        desk.do(develop_theme, theme, [analysis])
    assert desk.do(forget_lineage, theme, [support, analysis]) == 1
    assert desk.do(remove_theme, other) == {"theme": 1, "lineage": 1}
    assert [each.origin for each in desk.rows(Lineage)] == [stress]


def test_memos_are_about_anything_or_a_place(desk: Desk) -> None:
    source, code = desk.source("I was 😀 tired."), desk.do(add_code, "tired")
    desk.do(write_memo, "Why so often?", title=" On  tiredness", nature="code", about_kind="code", about=code)
    place = desk.do(write_memo, "Note the face.", source=source, span=Span(6, 7))
    whole = desk.do(write_memo, "All of it.", source=source)
    free = desk.do(write_memo, "", title="Begin here")
    memo = desk.get(Memo, place)
    assert (memo.source, memo.first, memo.last, memo.start, memo.end) == (source, "6", "6", 6, 7)
    assert (desk.get(Memo, whole).about_kind, desk.get(Memo, whole).about) == ("source", source)
    assert desk.get(Memo, free).about is None
    for wrong, says in (
        ({"about_kind": "code", "about": source}, "There is no code"),
        ({"about_kind": "idea", "about": code}, "'idea' is no kind of thing"),
        ({"about": code}, "Say which thing the memo is about, and of which kind"),
        ({"span": Span(0, 1)}, "say in which source the span lies"),
        ({"source": source, "span": Span(6, 99)}, "The span 6 to 99 does not lie within the text"),
        ({"nature": "poem"}, "'poem' is no type of memo"),
    ):
        with pytest.raises(CrosscaseError, match=says):
            desk.do(write_memo, "x", **wrong)
    with pytest.raises(CrosscaseError, match="Write a text or a title"):
        desk.do(change_memo, place, text=" ")
    desk.do(change_memo, place, text="Note the smile.", nature="theoretical")
    assert desk.do(remove_code, code) == {"code": 1}
    assert sorted(memo.text for memo in desk.rows(Memo)) == ["", "All of it.", "Note the smile.", "Why so often?"]


def test_a_reflexive_memo_is_its_authors(desk: Desk) -> None:
    ben, cat = desk.do(add_member, "Ben", permission="coder"), desk.do(add_member, "Cat", permission="reader")
    mine = desk.do_as(ben, write_memo, "I was there myself.", nature="reflexive")
    for attempt in (
        lambda: desk.do(change_memo, mine, text="x"),
        lambda: desk.do(remove_memo, mine),
        lambda: desk.do(share_memo, mine),
    ):
        with pytest.raises(CrosscaseError, match="a reflexive memo of Ben that is not shared: the author alone may"):
            attempt()
    desk.do_as(ben, change_memo, mine, text="I have been there myself.")
    desk.do_as(ben, share_memo, mine)
    desk.do(change_memo, mine, title="Where Ben stands")
    with pytest.raises(CrosscaseError, match="a memo of Ben: the author, or somebody who may edit the study"):
        desk.do_as(cat, change_memo, mine, text="x")
    with pytest.raises(CrosscaseError, match=r"You cannot write in the name of Ben\. Write a memo of your own"):
        desk.do_as(cat, write_memo, "x", member=ben)
    note = desk.do_as(cat, write_memo, "Nice.")
    with pytest.raises(CrosscaseError, match="Everybody in the study reads this note memo already"):
        desk.do_as(cat, share_memo, note)
    with pytest.raises(CrosscaseError, match="You cannot make a reflexive memo of one that was written by Cat"):
        desk.do(change_memo, note, nature="reflexive")
    desk.do_as(ben, share_memo, mine, shared=False)
    assert not desk.get(Memo, mine).shared
    assert desk.do_as(ben, remove_memo, mine) == {"memo": 1}


def test_links_relate_any_two_things(desk: Desk) -> None:
    code, (one, two) = _codings(desk)
    link = desk.do(add_link, "coding", one, "coding", two, relation="contradicts", note="See both.")
    with pytest.raises(CrosscaseError, match="These two things are linked by 'contradicts' already"):
        desk.do(add_link, "coding", one, "coding", two, relation="Contradicts")
    with pytest.raises(CrosscaseError, match="both ends are the same thing"):
        desk.do(add_link, "code", code, "code", code, relation="is")
    with pytest.raises(CrosscaseError, match="There is no code"):
        desk.do(add_link, "coding", one, "code", two, relation="is of")
    with pytest.raises(CrosscaseError, match="A link needs a relation"):
        desk.do(change_link, link, relation=" ")
    other = desk.do(add_link, "code", code, "coding", two, relation="explains")
    desk.do(change_link, link, relation="qualifies", note="")
    assert (desk.get(Link, link).relation, desk.get(Link, link).note) == ("qualifies", "")
    desk.do(remove_link, other)
    assert desk.do(remove_codings, [two]) == {"coding": 1, "link": 1}
