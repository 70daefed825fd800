"""Reading and coding over HTTP: what a page of the workbench asks and does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscase.model import Coding, Reading
from crosscase.study import Study
from crosscase.verbs.members import permit_member
from tests.server.conftest import Window, window_on


def source_named(window: Window, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in window.get("/sources") if one["name"] == name)
    return found


def code_named(window: Window, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in window.get("/codebook")["codes"] if one["code"]["name"] == name)
    return found


def test_the_study_says_what_it_is_and_who_sits_here_but_not_its_key(window: Window, demo: Path) -> None:
    found = window.get("/study")
    with Study.open(demo) as study:
        assert study.settings().key
        assert found["settings"]["title"] == study.settings().title
        assert found["seq"] == study.store.state.seq
    assert found["settings"]["key"] == ""
    assert found["name"] == "demo.crosscase"
    assert found["place"] == "file"
    assert found["me"]["member"]["name"] == "Ines"
    assert found["me"]["may"] == ["read", "code", "edit", "own"]
    assert [one["name"] for one in found["members"]] == ["Ines", "Marion", "Tom"]
    assert found["counts"]["sources"] == 42


def test_a_source_comes_with_its_words_as_they_are_stored_and_its_turns_lie_in_them(window: Window, demo: Path) -> None:
    line = source_named(window, "ALDMA01")
    found = window.get(f"/sources/{line['id']}")
    with Study.open(demo) as study:
        assert found["text"] == study.text(line["id"])
    assert found["source"] == line
    assert len(found["text"]) == line["characters"]
    assert len(found["turns"]) == line["turns"]
    speakers = {one["id"]: one for one in found["speakers"]}
    spoken = [
        (speakers[one["speaker"]]["voice"], found["text"][one["start"] : one["end"]])
        for one in found["turns"]
        if one["nature"] == "speech"
    ]
    assert {voice for voice, _ in spoken} == {"interviewer", "participant"}
    assert all(words == words.strip() and words for _, words in spoken)
    assert [one["identifier"] for one in found["speakers"] if one["voice"] == "participant"] == ["ALDMA01"]
    after = window.get(f"/sources/{found['after']}")
    assert after["before"] == line["id"]


def test_codings_come_in_the_order_of_the_text_and_can_be_those_of_one_member(window: Window) -> None:
    line = source_named(window, "ALDMA01")
    every = window.get(f"/sources/{line['id']}/layers")["codings"]
    assert len(every) == line["codings"]
    assert [one["start"] for one in every] == sorted(one["start"] for one in every)
    me = window.get("/me")["member"]["id"]
    mine = window.get(f"/sources/{line['id']}/layers", of=me)["codings"]
    assert mine == [one for one in every if one["member"] == me]
    assert 0 < len(mine) == line["mine"] < len(every)


def test_coding_answers_with_what_changed_and_is_there_at_once(window: Window, demo: Path) -> None:
    line, code = source_named(window, "ALDMA01"), code_named(window, "Preparation and training")
    done = window.act(
        "coding.apply", code=code["code"]["id"], source=line["id"], span={"start": 0, "end": 4}, weight=40,
        comment="sehr 💬", because="to try it",
    )  # fmt: skip
    assert done["verb"] == "coding.apply"
    assert done["changed"] == {"coding": [done["value"]]}
    (coding,) = [one for one in window.get(f"/sources/{line['id']}/layers")["codings"] if one["id"] == done["value"]]
    assert (coding["start"], coding["end"], coding["weight"], coding["comment"]) == (0, 4, 40, "sehr 💬")
    assert code_named(window, "Preparation and training")["codings"] == code["codings"] + 1
    with Study.open(demo, writable=False) as study:  # durable: another connection sees it
        assert study.get(Coding, done["value"]) is not None
        assert study.entry(done["entry"]).because == "to try it"


def test_the_same_passage_is_not_coded_twice_and_a_place_outside_is_refused(window: Window) -> None:
    line, code = source_named(window, "ALDMA01"), code_named(window, "Preparation and training")["code"]["id"]
    given = {"code": code, "source": line["id"], "span": {"start": 0, "end": 4}}
    window.act("coding.apply", **given)
    assert window.act("coding.apply", status=409, **given)["type"] == "coded-already"
    outside = {**given, "span": {"start": 0, "end": 10**6}}
    assert window.act("coding.apply", status=409, **outside)["type"] == "outside"
    assert window.act("coding.apply", status=404, **{**given, "code": "0" * 32})["type"] == "not-found"


def test_a_coding_is_resized_recoded_weighed_commented_and_removed(window: Window) -> None:
    line = source_named(window, "ALDMA01")
    code, other = (
        code_named(window, "Preparation and training")["code"]["id"],
        code_named(window, "Supervision")["code"]["id"],
    )
    coding = window.act("coding.apply", code=code, source=line["id"], span={"start": 0, "end": 4})["value"]

    def now() -> Any:
        return next(
            (one for one in window.get(f"/sources/{line['id']}/layers")["codings"] if one["id"] == coding), None
        )

    window.act("coding.resize", coding=coding, span={"start": 2, "end": 9})
    window.act("coding.recode", codings=[coding], code=other)
    window.act("coding.weigh", coding=coding, weight=7)
    window.act("coding.comment", coding=coding, comment="look again")
    window.act("coding.stance", coding=coding, stance="no")
    found = now()
    assert (found["start"], found["end"], found["code"], found["weight"], found["comment"], found["stance"]) == (
        2, 9, other, 7, "look again", "no",
    )  # fmt: skip
    gone = window.act("coding.remove", codings=[coding])
    assert gone["value"] == {"coding": 1}
    assert now() is None


def test_marks_and_content_notes_lie_where_they_were_put(window: Window) -> None:
    line = source_named(window, "ALDMA01")
    mark = window.act("mark.add", source=line["id"], span={"start": 1, "end": 3}, note="why?")["value"]
    note = window.act("content_note.add", source=line["id"], about="restraint")["value"]
    found = window.get(f"/sources/{line['id']}/layers")
    assert [(one["id"], one["start"], one["note"]) for one in found["marks"]] == [(mark, 1, "why?")]
    assert [(one["id"], one["place"]) for one in found["content_notes"]] == [(note, "whole")]
    assert source_named(window, "ALDMA01")["covered"] == ["restraint"]


def test_a_code_made_later_leaves_a_finished_reading_unread_for_it(window: Window) -> None:
    line, me = source_named(window, "ALDMA01"), window.get("/me")["member"]["id"]

    def mine() -> Any:
        return next(one for one in source_named(window, "ALDMA01")["readings"] if one["member"] == me)

    window.act("reading.finish", sources=[line["id"]])
    assert (mine()["progress"], mine()["unread"]) == ("done", 0)
    window.act("code.add", name="something new")
    assert mine()["unread"] == 1


def test_an_independent_coder_is_shown_nobody_elses_coding(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(type(study.member()), "Tom").id, "independent coder")
        tom = study.find(type(study.member()), "Tom").id
        own = {one.id for one in study.rows(Coding, member=tom)}
        others = {one.id for one in study.rows(Coding)} - own
        assert own
        assert others
        assert study.rows(Reading)
    with window_on(demo, "Tom") as window:
        shown = {
            one["id"]
            for line in window.get("/sources")
            for layer in (
                window.get(f"/sources/{line['id']}/layers"),
                window.get(f"/sources/{line['id']}/layers", of=""),
            )
            for one in layer["codings"]
        }
        assert shown == own
        assert sum(line["codings"] for line in window.get("/sources")) == len(own)
        assert sum(line["codings"] for line in window.get("/codebook")["codes"]) == len(own)
        assert sum(use["codings"] for use in window.get("/codebook/uses")["uses"].values()) == len(own)


def test_an_independent_coder_is_sent_nobody_elses_memos_on_a_source(demo: Path) -> None:
    span = {"start": 0, "end": 4}
    with window_on(demo, "Tom") as window:
        source = source_named(window, "ALDMA01")["id"]
        about = {"nature": "descriptive", "source": source, "span": span}
        own = window.act("memo.write", text="what Tom thinks", **about)["value"]
    with window_on(demo, "Ines") as window:
        hers = window.act("memo.write", text="what Ines thinks", **about)["value"]
        reflexive = window.act("memo.write", text="hers alone", nature="reflexive", source=source, span=span)["value"]
        seen = {one["id"] for one in window.get(f"/sources/{source}/layers")["memos"]}
        assert {own, hers, reflexive} <= seen
    with window_on(demo, "Tom") as window:
        seen = {one["id"] for one in window.get(f"/sources/{source}/layers")["memos"]}
        assert {own, hers} <= seen
        assert reflexive not in seen
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(type(study.member()), "Tom").id, "independent coder")
    with window_on(demo, "Tom") as window:
        memos = window.get(f"/sources/{source}/layers")["memos"]
        assert own in {one["id"] for one in memos}
        assert {one["member"] for one in memos} == {window.get("/study")["me"]["member"]["id"]}


def test_an_independent_coder_is_sent_nothing_without_words_that_others_made(demo: Path) -> None:
    span = {"start": 0, "end": 4}
    with window_on(demo, "Tom") as window:
        source = source_named(window, "ALDMA01")["id"]
        own = window.act("mark.add", source=source, span=span)["value"]
    with window_on(demo, "Ines") as window:
        hers = window.act("mark.add", source=source, span=span)["value"]
        window.act("source.correct", source=source, edits=[[span, ""]])
        assert {own, hers} <= {one["id"] for one in window.get("/emptied")}
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(type(study.member()), "Tom").id, "independent coder")
    with window_on(demo, "Tom") as window:
        assert {one["id"] for one in window.get("/emptied")} == {own}
        assert window.get("/overview")["emptied"] == 1


def test_the_source_as_it_was_before_it_was_coded(window: Window) -> None:
    line, code = source_named(window, "ALDMA01"), code_named(window, "Preparation and training")["code"]["id"]
    before = window.get("/study")["seq"]
    first = window.act("mark.add", source=line["id"], span={"start": 1, "end": 3})
    coding = window.act("coding.apply", code=code, source=line["id"], span={"start": 0, "end": 4})["value"]
    then = window.get(f"/sources/{line['id']}/layers", at=first["entry"])
    assert window.get("/study", at=first["entry"])["seq"] != before
    assert coding not in {one["id"] for one in then["codings"]}
    assert first["value"] in {one["id"] for one in then["marks"]}
    assert coding in {one["id"] for one in window.get(f"/sources/{line['id']}/layers")["codings"]}


@pytest.mark.parametrize("path", ["/sources/nothing", "/sources/nothing/layers", "/codebook/nothing/counts"])
def test_what_is_not_there_is_said_so(window: Window, path: str) -> None:
    assert window.get(path, status=404)["type"] == "not-found"


def test_the_history_of_a_definition_has_what_was_written_by_whom_and_why(window: Window) -> None:
    code = code_named(window, "Preparation and training")["code"]
    window.act("code.define", code=code["id"], definition="First draft.", because="too vague")
    window.act("code.define", code=code["id"], definition="Second draft.", exclusion="Meetings.")
    window.act("code.rename", code=code["id"], name="learning")
    found = window.get(f"/codebook/{code['id']}/history")
    assert found[0]["fields"]["name"] == "Preparation and training"
    assert [one["fields"] for one in found[-3:]] == [
        {"definition": "First draft."}, {"definition": "Second draft.", "exclusion": "Meetings."}, {"name": "learning"},
    ]  # fmt: skip
    assert found[-3]["because"] == "too vague"
    assert found[-3]["by"] == window.get("/me")["member"]["id"]


def test_merged_codes_count_under_the_one_they_lead_to(window: Window) -> None:
    one, other = code_named(window, "Preparation and training"), code_named(window, "Supervision")
    merged = one["code"]["id"]
    tried = window.act("code.merge", code=merged, into=other["code"]["id"], trial=True)
    assert tried["entry"] == ""
    assert code_named(window, "Preparation and training") == one
    done = window.act("code.merge", code=merged, into=other["code"]["id"])
    assert done["value"] == tried["value"] > 0
    book = window.get("/codebook")
    assert book["merged"] == {merged: other["code"]["id"]}
    assert code_named(window, "Supervision")["codings"] == one["codings"] + other["codings"]
    counts = window.get(f"/codebook/{other['code']['id']}/counts")
    counted = one["codings"] + other["codings"]
    assert sum(counts["by_member"].values()) == counted
    assert sum(counts["by_case"].values()) + counts["without_case"] == counted
