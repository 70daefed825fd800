"""The codebook and the desk over HTTP: examples, places, order, numbers that stay, how somebody likes to work."""

from __future__ import annotations

from typing import Any

from tests.server.conftest import Window
from tests.server.test_reading import code_named, source_named


def numbers(source: dict[str, Any]) -> dict[str, str]:
    """Paragraph numbers by the words they begin with."""
    text = source["text"]
    return {text[start:].split("\n")[0][:40]: number for start, number in source["paragraphs"]}


def test_a_coding_chosen_as_an_example_reads_as_its_passage_does_now(window: Window) -> None:
    code = code_named(window, "Preparation and training")["code"]["id"]
    place = window.get(f"/codebook/{code}/places")[0]
    window.act(
        "link.add", from_kind="code", from_thing=code, to_kind="coding", to_thing=place["coding"], relation="example"
    )
    source = window.get(f"/sources/{place['source']}")
    span = {"start": place["start"], "end": place["end"]}
    shown = window.get(f"/codebook/{code}/examples")[0]["quotation"]["coding"]
    assert shown["quote"] == source["text"][span["start"] : span["end"]]
    word = {"start": span["start"], "end": span["start"] + 1}
    window.act("source.correct", source=place["source"], edits=[[word, "Ha"]])
    corrected = window.get(f"/codebook/{code}/examples")[0]["quotation"]["coding"]
    assert corrected["quote"] == f"Ha{shown['quote'][1:]}"
    window.act("coding.remove", codings=[place["coding"]])
    assert window.get(f"/codebook/{code}/examples") == []


def test_the_places_of_a_code_come_in_the_order_of_the_sources(window: Window) -> None:
    line = code_named(window, "Preparation and training")
    places = window.get(f"/codebook/{line['code']['id']}/places")
    assert len(places) == line["codings"] + line["unreviewed"]
    order = [one["id"] for one in window.get("/sources")]
    keys = [(order.index(one["source"]), one["start"]) for one in places]
    assert keys == sorted(keys)
    window.get("/codebook/nothing/places", status=404)


def test_the_uses_of_codes_are_those_of_the_codebook(window: Window) -> None:
    line = code_named(window, "Preparation and training")
    code, uses = line["code"]["id"], window.get("/codebook/uses")["uses"]
    shown = {"codings": line["codings"], "unreviewed": line["unreviewed"], "sources": line["sources"]}
    assert uses[code] == shown
    source = source_named(window, "ALDMA01")
    start = window.get(f"/sources/{source['id']}")["turns"][3]["start"]
    window.act("coding.apply", code=code, source=source["id"], span={"start": start, "end": start + 7})
    window.act("code.add", name="Never used")
    after = window.get("/codebook/uses")["uses"]
    assert after[code]["codings"] == shown["codings"] + 1
    for line in window.get("/codebook")["codes"]:
        told = {name: line[name] for name in shown}
        assert after.get(line["code"]["id"], dict.fromkeys(shown, 0)) == told


def test_paragraphs_keep_their_numbers_when_the_text_is_corrected(window: Window) -> None:
    line = source_named(window, "ALDMA01")
    before = window.get(f"/sources/{line['id']}")
    assert not before["corrected"]
    assert [number for _, number in before["paragraphs"]] == [str(n + 1) for n in range(len(before["paragraphs"]))]
    fourth, fifth = before["paragraphs"][3][0], before["paragraphs"][4][0]
    end = before["text"].index("\n", fourth)
    window.act("source.correct", source=line["id"], edits=[[{"start": end, "end": end}, "\nPut in later.\n"]])
    after = window.get(f"/sources/{line['id']}")
    assert after["corrected"]
    found = numbers(after)
    assert found["Put in later."] == "4+"
    assert {words: found[words] for words in numbers(before)} == numbers(before)
    window.act("source.correct", source=line["id"], edits=[[{"start": 0, "end": before["paragraphs"][1][0]}, ""]])
    again = numbers(window.get(f"/sources/{line['id']}"))
    assert again[before["text"][fifth:].split("\n")[0][:40]] == "5"
    window.post("/undo", {})
    window.post("/undo", {})
    undone = window.get(f"/sources/{line['id']}")
    assert undone["text"] == before["text"]
    assert undone["paragraphs"] == before["paragraphs"]


def test_codes_are_put_between_others_by_hand(window: Window) -> None:
    codes = window.get("/codebook")["codes"]
    top = [one["code"]["id"] for one in codes if one["depth"] == 0]
    under = next(one["code"] for one in codes if one["depth"] == 1 and one["code"]["parent"] == top[0])
    window.act("code.order", codes=[top[1], under["id"], top[0]])
    now = [one["code"]["id"] for one in window.get("/codebook")["codes"] if one["depth"] == 0]
    assert now[:3] == [top[1], under["id"], top[0]]
    window.post("/undo", {})
    assert [one["code"]["id"] for one in window.get("/codebook")["codes"]] == [one["code"]["id"] for one in codes]
    problem = window.act("code.order", status=409, codes=[top[0]], parent=under["id"])
    assert "cannot lie under itself" in problem["detail"]


def test_how_somebody_likes_to_work_is_remembered_here_and_not_in_the_study(window: Window) -> None:
    seq = window.get("/study")["seq"]
    assert window.get("/likes") == {"everywhere": {}, "here": {}}
    window.put("/likes", {"name": "view", "value": "plain"})
    found = window.put("/likes", {"name": "pinned", "value": "a b", "here": True})
    assert found == {"everywhere": {"view": "plain"}, "here": {"pinned": "a b"}}
    marion = next(one["id"] for one in window.get("/study")["members"] if one["name"] == "Marion")
    window.put("/me", {"member": marion})
    assert window.get("/likes") == {"everywhere": {"view": "plain"}, "here": {}}
    assert window.put("/likes", {"name": "view", "value": ""})["everywhere"] == {}
    window.put("/likes", {"name": "", "value": "x"}, status=400)
    assert window.get("/study")["seq"] == seq
