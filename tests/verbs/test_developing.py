"""Themes begun from categories, split and fed from elsewhere, each in one entry; maps drawn by hand."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Evidence, Id, Lineage, Map, MapArrow, MapItem, Span, Theme
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.codes import add_code, remove_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.developing import begin_theme, move_origin, split_theme
from crosscase.verbs.maps import (
    Moved,
    add_map,
    change_arrow,
    change_map,
    connect_on_map,
    move_on_map,
    place_on_map,
    remove_arrow,
    remove_map,
    take_off_map,
    write_on_map,
)
from crosscase.verbs.memos import share_memo, write_memo
from crosscase.verbs.themes import develop_theme, place_evidence
from tests.verbs.conftest import Desk


def origins(desk: Desk, theme: Id) -> dict[Id, tuple[str, bool, str]]:
    return {each.origin: (each.how, each.whole, each.reason) for each in desk.rows(Lineage, theme=theme)}


def test_a_theme_is_begun_from_categories_in_one_entry(desk: Desk) -> None:
    analysis = desk.do(add_analysis, "First")
    forms, trust = desk.do(add_code, "forms"), desk.do(add_code, "trust")
    theme = desk.do(begin_theme, analysis, "Paper", [forms, trust], reason="both are about who asks")
    assert origins(desk, theme) == dict.fromkeys((forms, trust), ("grouped", False, "both are about who asks"))
    with pytest.raises(CrosscaseError, match="There is a theme 'Paper' already"):
        desk.do(begin_theme, analysis, "paper", [forms])
    with pytest.raises(CrosscaseError, match="There is no"):
        desk.do(begin_theme, analysis, "Another", ["0" * 32])
    assert [each.label for each in desk.rows(Theme)] == ["Paper"]


def test_a_split_takes_lineage_and_evidence_along(desk: Desk) -> None:
    analysis = desk.do(add_analysis, "First")
    forms, trust = desk.do(add_code, "forms"), desk.do(add_code, "trust")
    theme = desk.do(begin_theme, analysis, "Paper", [forms])
    desk.do(develop_theme, theme, [trust], whole=True, reason="all of it")
    source = desk.source("Nobody asks. Somebody does.")
    codings = [desk.do(apply_code, trust, source, Span(start, start + 6)) for start in (0, 13)]
    desk.do(place_evidence, theme, codings[:1], stance="against", note="she laughs")
    desk.do(place_evidence, theme, codings[1:])
    new = desk.do(split_theme, theme, "Being asked", origins=[trust], codings=codings[:1], reason="two ideas")
    assert origins(desk, theme) == {forms: ("grouped", False, "")}
    assert origins(desk, new) == {theme: ("split", False, "two ideas"), trust: ("grouped", True, "all of it")}
    assert [(each.theme, each.stance, each.note) for each in desk.rows(Evidence, coding=codings[0])] == [
        (new, "against", "she laughs")
    ]
    assert [each.theme for each in desk.rows(Evidence, coding=codings[1])] == [theme]
    assert len(desk.rows(Coding)) == 2
    with pytest.raises(CrosscaseError, match="There is no origin of this theme"):
        desk.do(split_theme, theme, "Third", origins=[trust])


def test_an_origin_moves_as_it_stood(desk: Desk) -> None:
    analysis = desk.do(add_analysis, "First")
    forms, trust = desk.do(add_code, "forms"), desk.do(add_code, "trust")
    paper = desk.do(begin_theme, analysis, "Paper", [forms, trust], reason="first thought")
    asked = desk.do(begin_theme, analysis, "Being asked", [])
    desk.do(move_origin, paper, trust, asked)
    assert origins(desk, asked) == {trust: ("grouped", False, "first thought")}
    assert set(origins(desk, paper)) == {forms}
    with pytest.raises(CrosscaseError, match="There is no origin of this theme"):
        desk.do(move_origin, paper, trust, asked)


def test_a_map_holds_things_notes_and_arrows(desk: Desk) -> None:
    code = desk.do(add_code, "forms")
    plane = desk.do(add_map, " What leads  to what ")
    with pytest.raises(CrosscaseError, match="There is a map 'What leads to what' already"):
        desk.do(add_map, "what leads to what")
    desk.do(change_map, plane, name="What leads to what", description="After the first ten.")
    thing = desk.do(place_on_map, plane, 10, -20, kind="code", thing=code)
    note = desk.do(place_on_map, plane, 200, 40, note=" and who is asked? ")
    arrow = desk.do(connect_on_map, thing, note, relation="leads  to")
    assert desk.rows(MapArrow)[0].relation == "leads to"
    for wrong, words in (
        ({"kind": "code", "thing": code}, "lies on the map already"),
        ({"note": "  "}, "Write something on the note"),
        ({"kind": "mark", "thing": code}, "is no kind of thing on maps"),
    ):
        with pytest.raises(CrosscaseError, match=words):
            desk.do(place_on_map, plane, 0, 0, **wrong)  # type: ignore[arg-type] # what a script might give
    with pytest.raises(CrosscaseError, match="ends 100,000 units from its middle"):
        desk.do(place_on_map, plane, 100_001, 0, note="too far")
    for ends, words in (((thing, thing), "both ends are the same"), ((thing, note), "drawn already")):
        with pytest.raises(CrosscaseError, match=words):
            desk.do(connect_on_map, *ends, relation="Leads to")
    elsewhere = desk.do(place_on_map, desk.do(add_map, "Another"), 0, 0, kind="code", thing=code)
    with pytest.raises(CrosscaseError, match="cannot leave its map"):
        desk.do(connect_on_map, thing, elsewhere)
    assert desk.do(move_on_map, [Moved(item=thing, x=10, y=-20), Moved(item=note, x=1, y=2)]) == 1
    assert [(each.x, each.y) for each in desk.rows(MapItem, id=[note])] == [(1, 2)]
    desk.do(write_on_map, thing, "in both houses")
    with pytest.raises(CrosscaseError, match="Write something"):
        desk.do(write_on_map, note, " ")
    desk.do(change_arrow, arrow, heads="both")
    assert desk.rows(MapArrow)[0].heads == "both"
    assert desk.do(take_off_map, [note]) == {"map_item": 1, "map_arrow": 1}
    assert desk.do(remove_map, plane) == {"map": 1, "map_item": 1}
    assert [each.name for each in desk.rows(Map)] == ["Another"]


def test_what_leaves_the_study_leaves_its_maps(desk: Desk) -> None:
    code = desk.do(add_code, "forms")
    plane = desk.do(add_map, "What leads to what")
    thing = desk.do(place_on_map, plane, 0, 0, kind="code", thing=code)
    note = desk.do(place_on_map, plane, 50, 50, note="who asks?")
    arrow = desk.do(connect_on_map, note, thing)
    desk.do(remove_code, code)
    assert [each.id for each in desk.rows(MapItem)] == [note]
    assert desk.rows(MapArrow) == []
    with pytest.raises(CrosscaseError, match="There is no"):
        desk.do(remove_arrow, arrow)


def test_a_private_memo_is_on_no_map(desk: Desk) -> None:
    memo = desk.do(write_memo, "I was that person once.", nature="reflexive")
    plane = desk.do(add_map, "Where I stand")
    with pytest.raises(CrosscaseError, match="yours alone, and everybody sees the map"):
        desk.do(place_on_map, plane, 0, 0, kind="memo", thing=memo)
    desk.do(share_memo, memo)
    desk.do(place_on_map, plane, 0, 0, kind="memo", thing=memo)
