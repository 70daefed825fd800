"""What the other screens ask: overview, themes, memos, people, the frame, conflicts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.model import Evidence, Member, Theme, kind_named
from crosscase.server.routes.rows import SHOWN
from crosscase.study import Study
from crosscase.verbs.codes import rename_code
from crosscase.verbs.members import add_member, permit_member
from tests.server.conftest import Window, window_on
from tests.server.test_reading import source_named


def test_the_first_steps_are_ticked_off_by_what_the_study_holds_for_whoever_asks(demo: Path) -> None:
    def steps(window: Window) -> list[bool]:
        found = window.get("/overview")["steps"]
        return [found["read"], found["noticed"], found["written"]]

    with Study.open(demo, member="Ines") as study:
        study.do(add_member, "Ola", permission="coder")
    with window_on(demo, "Ines") as window:
        assert all(steps(window)), "what Ines did long ago counts"
    with window_on(demo, "Ola") as window:
        assert steps(window) == [False, False, False], "what others did does not"
        source = source_named(window, "ALDMA01")["id"]
        window.act("reading.begin", sources=[source])
        assert not steps(window)[0]
        window.act("reading.finish", sources=[source])
        assert steps(window) == [True, False, False]
        mark = window.act("mark.add", source=source, span={"start": 0, "end": 4})
        assert steps(window) == [True, True, False]
        window.act("memo.write", text="It surprised me.")
        assert steps(window) == [True, True, True]
        assert window.get("/overview", at=mark["entry"])["steps"]["written"] is False


def test_the_overview_says_whose_turn_it_is_and_where_i_stopped(window: Window) -> None:
    found = window.get("/overview")
    assert len(found["sources"]) == 42
    assert found["recent"]
    assert found["conflicts"] == 0
    source = window.get("/sources")[7]
    window.act("mark.add", source=source["id"], span={"start": 0, "end": 5})
    assert window.get("/overview")["resume"] == source["id"]
    window.act("task.add", note="Ask the board.")
    assert [one["task"]["note"] for one in window.get("/overview")["tasks"]] == ["Ask the board."]


@pytest.mark.parametrize("kind", SHOWN)
def test_rows_are_those_of_the_study(window: Window, demonstration: Path, kind: str) -> None:
    with Study.open(demonstration, writable=False) as study:
        rows = study.rows(kind_named(kind).row)
    found = window.get(f"/rows/{kind}")
    assert [one["id"] for one in found] == [one.id for one in rows]
    if rows:
        assert [one["id"] for one in window.get(f"/rows/{kind}", id=[rows[-1].id])] == [rows[-1].id]


def test_kinds_with_private_fields_are_not_answered_whole(window: Window) -> None:
    for kind in ("study", "member", "memo", "coding", "signing_key", "product"):
        assert window.get(f"/rows/{kind}", status=404)["type"] == "no-such-address"


def test_themes_come_with_their_evidence_and_lineage(window: Window, demonstration: Path) -> None:
    board = window.get("/themes")
    with Study.open(demonstration, writable=False) as study:
        themes, evidence = study.rows(Theme), study.rows(Evidence)
    assert {one["theme"]["id"] for one in board["themes"]} == {one.id for one in themes}
    assert sum(one["for"] + one["against"] for one in board["themes"]) == len(evidence)
    assert any(origin["kind"] == "code" and origin["name"] for one in board["themes"] for origin in one["lineage"])
    first = next(one for one in board["themes"] if one["for"])
    opened = window.get(f"/themes/{first['theme']['id']}")
    assert len(opened["evidence"]) == first["for"] + first["against"]
    assert all(one["quotation"]["coding"]["quote"] for one in opened["evidence"])
    window.act("theme.write", theme=first["theme"]["id"], meaning="Something else.")
    history = window.get(f"/themes/{first['theme']['id']}/history")
    assert history[-1]["fields"] == {"meaning": "Something else."}


def test_evidence_is_placed_and_taken_away(window: Window) -> None:
    theme = window.get("/themes")["themes"][0]["theme"]["id"]
    coding = window.post("/ask/codings", {"limit": 1})["quotations"][0]["coding"]["id"]
    before = window.get(f"/themes/{theme}")["theme"]
    window.act("evidence.place", theme=theme, codings=[coding], stance="against")
    after = window.get(f"/themes/{theme}")["theme"]
    assert after["against"] == before["against"] + 1 or after["for"] == before["for"] - 1


def test_lineage_is_answered_as_table_3_prints_it(window: Window) -> None:
    board, found = window.get("/themes"), window.post("/ask/lineage", {})
    saved = window.post("/save/csv", {"of": "lineage"}).decode("utf-8-sig")
    assert all(one["theme"]["label"] in saved for one in board["themes"])
    assert {one["id"] for one in found["rows"]} == {one["theme"]["id"] for one in board["themes"]}
    assert len(found["table"]["rows"]) == len(found["rows"])
    for one in board["themes"]:
        window.act("theme.remove", theme=one["theme"]["id"])
    assert window.post("/ask/lineage", {})["table"] is None


def test_maps_come_with_names_of_today(window: Window) -> None:
    code = window.get("/codebook")["codes"][0]["code"]
    drawn = window.act("map.add", name="What leads to what")["value"]
    ends = [
        window.act("map.place", map_=drawn, x=10, y=20, kind="code", thing=code["id"])["value"],
        window.act("map.place", map_=drawn, x=200, y=20, note="who asks?")["value"],
    ]
    window.act("map.connect", from_item=ends[0], to_item=ends[1], relation="leads to")
    window.act("code.rename", code=code["id"], name="another name")
    found = window.get(f"/maps/{drawn}")
    assert [(one["item"]["id"], one["name"]) for one in found["items"]] == [(ends[0], "another name"), (ends[1], "")]
    assert [(one["from_item"], one["to_item"], one["relation"]) for one in found["arrows"]] == [(*ends, "leads to")]
    assert [(one["map"]["name"], one["items"], one["arrows"]) for one in window.get("/maps")] == [
        ("What leads to what", 2, 1)
    ]
    said = str(window.get("/history"))
    assert "drew an arrow from the code" in said
    assert window.get("/maps/" + "0" * 32, status=404)["type"] == "not-found"


def test_a_memo_shows_its_quotations_as_they_read_now(demo: Path) -> None:
    with window_on(demo, "Ines") as window:
        quotation = window.post("/ask/codings", {"limit": 1})["quotations"][0]
        coding = quotation["coding"]
        text = f"See [there](coding:{coding['id']}) and [gone](coding:{'0' * 32})."
        memo = window.act("memo.write", text=text, nature="reflexive")["value"]
        found = window.get(f"/memos/{memo}")
        assert [one["coding"]["quote"] for one in found["quotations"]] == [coding["quote"]]
        assert found["line"]["written"] <= found["line"]["changed"]
        span = {"start": coding["start"], "end": coding["start"] + 1}
        window.act("source.correct", source=quotation["source"], edits=[[span, "»"]])
        assert window.get(f"/memos/{memo}")["quotations"][0]["coding"]["quote"] == "»" + coding["quote"][1:]
    with window_on(demo, "Tom") as window:
        assert window.get(f"/memos/{memo}", status=404)["type"] == "not-found"
        assert memo not in {one["memo"]["id"] for one in window.get("/memos")}


def test_codings_are_found_by_their_words(window: Window) -> None:
    one = window.post("/ask/codings", {"limit": 1})["quotations"][0]["coding"]
    words = one["quote"][:12].upper()
    found = window.post("/ask/codings", {"words": words, "limit": 500})["quotations"]
    assert one["id"] in {each["coding"]["id"] for each in found}
    assert all(words.casefold() in each["coding"]["quote"].casefold() for each in found)


def test_the_frame_and_its_targets(window: Window) -> None:
    places = window.post("/ask/frame", {})["places"]
    place = places[0]
    done = window.post("/frame/targets", {"targets": [{"case": place["case"], "role": place["role"], "planned": 17}]})
    assert done["value"] == 1
    assert window.post("/ask/frame", {})["places"][0]["planned"] == 17
    window.post("/undo", {})
    assert window.post("/ask/frame", {})["places"][0] == place


def test_a_value_is_refused_that_does_not_fit_its_attribute(window: Window) -> None:
    attribute = next(one for one in window.get("/rows/attribute") if one["type"] == "one-of")
    of = window.get(f"/rows/{attribute['subject']}")[0]["id"]
    problem = window.act("attribute.set_values", attribute=attribute["id"], values={of: "no such option"}, status=422)
    assert "no such option" in problem["detail"]
    done = window.act("attribute.set_values", attribute=attribute["id"], values={of: attribute["options"][0]})
    assert done["verb"] == "attribute.set_values"


def test_conflicts_after_a_merge_are_listed_and_settled(demo: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(demo, tmp_path / "copy.crosscase"))
    with Study.open(copy, member="Tom") as theirs, Study.open(demo, member="Ines") as mine:
        code = mine.rows(kind_named("code").row)[0].id
        theirs.do(rename_code, code, "their name")
        mine.do(rename_code, code, "my name")
        mine.merge(copy)
    with window_on(demo, "Ines") as window:
        (conflict,) = window.get("/conflicts")
        assert {side["value"] for side in conflict["sides"]} == {"their name", "my name"}
        assert window.get("/overview")["conflicts"] == 1
        side = next(side["number"] for side in conflict["sides"] if side["value"] == "their name")
        window.act("conflict.keep", conflict=conflict["id"], side=side)
        assert window.get("/conflicts") == []
        assert "their name" in {one["code"]["name"] for one in window.get("/codebook")["codes"]}


def test_consents_as_they_hold_today(window: Window) -> None:
    person = window.get("/rows/participant")[0]
    window.act("consent.set", participants=[person["id"]], verbatim="no")
    found = next(one for one in window.get("/consents") if one["participant"] == person["id"])
    assert found["answers"]["verbatim"] == "no"
    assert found["recorded"] is True


def test_a_member_shows_perspectives_to_themselves_until_they_share_them(demo: Path) -> None:
    with window_on(demo, "Ines") as window:
        (ines,) = [one for one in window.get("/study")["members"] if one["name"] == "Ines"]
        assert ines["perspectives"] == ["academic"]
    with window_on(demo, "Tom") as window:
        (ines,) = [one for one in window.get("/study")["members"] if one["name"] == "Ines"]
        assert ines["perspectives"] == ([] if not ines["perspectives_shared"] else ["academic"])


def test_the_frame_says_how_far_its_people_have_come(window: Window) -> None:
    frame = window.get("/frame")
    asked = window.post("/ask/frame", {})
    recruited = [(one["case"], one["role"], one["planned"], one["recruited"]) for one in asked["places"]]
    assert [(one["case"], one["role"], one["planned"], one["recruited"]) for one in frame["places"]] == recruited
    assert {one["id"] for one in frame["cases"]} == {one["case"] for one in frame["places"]}
    assert [one["label"] for one in frame["cases"]][:2] == ["ALD", "BRK"]
    assert sum(one["recruited"] for one in frame["places"]) == 91
    assert all(one["recruited"] >= one["interviewed"] >= one["coded"] for one in frame["places"])
    coded = sum(one["coded"] for one in frame["places"])
    assert 0 < coded < 91
    case, role = (next(one["id"] for one in frame[axis]) for axis in ("cases", "roles"))
    person = window.act("participant.add", identifier="ALDSU09", case=case, role=role)["value"]
    source = window.act("source.add", name="ALDSU09", text="I: Well?\nP: Well, well.", participant=person)["value"]
    (place,) = [one for one in window.get("/frame")["places"] if (one["case"], one["role"]) == (case, role)]
    before = frame["places"][0]
    assert (place["interviewed"], place["coded"]) == (before["interviewed"] + 1, before["coded"])
    code = window.act("code.add", name="wells")["value"]
    window.act("coding.apply", code=code, source=source, span={"start": 12, "end": 16})
    assert sum(one["coded"] for one in window.get("/frame")["places"]) == coded + 1


def test_turns_without_a_code_are_listed_where_somebody_has_begun(window: Window) -> None:
    there = {one["source"]: one for one in window.get("/uncoded")}
    source, line = next(iter(there.items()))
    whole = window.get(f"/sources/{source}")
    voices = {one["id"]: one["voice"] for one in whole["speakers"]}
    spans = [(one["start"], one["end"]) for one in window.get(f"/sources/{source}/layers")["codings"]]
    bare = [
        turn
        for turn in whole["turns"]
        if turn["nature"] == "speech"
        and voices.get(turn["speaker"]) == "participant"
        and not any(start < turn["end"] and turn["start"] < end for start, end in spans)
    ]
    assert (line["turns"], line["start"], line["end"]) == (len(bare), bare[0]["start"], bare[0]["end"])
    code = window.act("code.add", name="anything")["value"]
    window.act("coding.apply", code=code, source=source, span={"start": line["start"], "end": line["start"] + 4})
    after = {one["source"]: one["turns"] for one in window.get("/uncoded")}
    assert after.get(source, 0) == line["turns"] - 1


def test_a_definition_written_anew_has_sources_read_again(window: Window) -> None:
    def redefined() -> list[list[str]]:
        sources = window.get("/overview")["sources"]
        return [one["redefined"] for one in sources[0]["readings"] if one["member"] == me]

    me = window.get("/me")["member"]["id"]
    source = window.get("/sources")[0]["id"]
    code = window.get("/codebook")["codes"][0]["code"]["id"]
    window.act("reading.finish", sources=[source])
    assert redefined() == [[]]
    window.act("code.rename", code=code, name="Called otherwise")
    assert redefined() == [[]]
    window.act("code.define", code=code, inclusion="Also when nobody says so.")
    assert redefined() == [[code]]
    window.act("reading.reopen", sources=[source])
    window.act("reading.finish", sources=[source])
    assert redefined() == [[]]


def test_an_independent_coder_is_answered_no_memos_of_others_on_data_and_finds_none(demo: Path) -> None:
    secret = "Zwetschgenbaum"
    with window_on(demo, "Ines") as window:
        source = window.get("/sources")[0]["id"]
        codings = window.get(f"/sources/{source}/layers")["codings"]
        mine = next(one for one in codings if one["member"] == _me(window))
        span = {"start": mine["start"], "end": mine["end"]}
        code = window.act("code.add", name="seen by Ines alone")["value"]
        hers = window.act("coding.apply", code=code, source=source, span=span)["value"]
        on_words = window.act("memo.write", text=secret, source=source, span=span)["value"]
        on_coding = window.act("memo.write", text=secret, about_kind="coding", about=mine["id"])["value"]
        on_source = window.act("memo.write", text=secret, about_kind="source", about=source)["value"]
        on_study = window.act("memo.write", text=f"As [there](coding:{hers})", nature="methodological")["value"]
        assert [one["coding"]["id"] for one in window.get(f"/memos/{on_study}")["quotations"]] == [hers]
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(Member, "Tom").id, "independent coder")
    with window_on(demo, "Tom") as window:
        seen = {one["memo"]["id"] for one in window.get("/memos")}
        assert on_study in seen
        assert not seen & {on_words, on_coding, on_source}
        assert secret not in str(window.get("/memos", about=source))
        for memo in (on_words, on_coding, on_source):
            for path in (f"/memos/{memo}", f"/memos/{memo}/history"):
                assert window.get(path, status=404)["type"] == "not-found"
        # A memo that may be read brings none of the codings it links to.
        assert window.get(f"/memos/{on_study}")["quotations"] == []
        # What was coded is not found by its code either, neither among what was said nor where codes lie.
        assert window.post("/ask/find", {"query": 'code:"seen by Ines alone"'})["total"] == 0
        assert window.post("/ask/retrieve", {"query": '"seen by Ines alone"'})["total"] == 0
        assert window.post("/ask/retrieve", {"query": '"seen by Ines alone"', "members": ["Ines"]})["total"] == 0
    with window_on(demo, "Ines") as window:
        assert window.post("/ask/find", {"query": 'code:"seen by Ines alone"'})["total"] == 1
        assert window.post("/ask/retrieve", {"query": '"seen by Ines alone"'})["total"] == 1


def _me(window: Window) -> str:
    found: str = window.get("/study")["me"]["member"]["id"]
    return found
