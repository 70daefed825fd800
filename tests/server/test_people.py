"""What the screens of cases and participants ask: sheets, a person whole, the frame, voices, an erasure's reach."""

from __future__ import annotations

from typing import Any

from crosscase.model import Participant, Speaker
from crosscase.study import Study
from tests.server.conftest import Window


def _sheet(window: Window, of: str = "participant") -> dict[str, dict[str, str]]:
    """Cells by the first one and the heading."""
    found = window.post("/ask/sheet", {"of": of})
    headings = [one["heading"] for one in found["columns"]]
    return {
        row["cells"][0]: dict(zip(headings, row["cells"], strict=True)) | {"id": row["id"]} for row in found["rows"]
    }


def test_a_sheet_is_filled_in_and_taken_back_in_one_step(window: Window) -> None:
    before = _sheet(window)
    one, two = list(before.values())[:2]
    note = {"row": one["id"], "cells": {"note": "called twice", "consent.archive": "yes"}}
    wrong = {"row": two["id"], "cells": {"identifier": "???"}}
    fits = window.post("/ask/fits", {"of": "participant", "lines": [note, wrong]})
    assert (fits["wrong"], [cell["line"] for cell in fits["cells"] if cell["why"]]) == (1, [1])
    problem = window.act("sheet.fill", of="participant", lines=[note, wrong], status=409)
    assert problem["type"] == "sheet"
    assert _sheet(window) == before
    done = window.act("sheet.fill", of="participant", lines=[note])
    assert done["value"] == {"cells": 2, "added": []}
    assert _sheet(window)[one["Identifier"]]["Note"] == "called twice"
    assert "filled in a table" in window.get("/history/next")["undo"]["what"]
    window.post("/undo", {})
    assert _sheet(window) == before


def test_the_sheet_of_cases_counts_participants(window: Window) -> None:
    people = window.get("/rows/participant")
    cases = _sheet(window, "case")
    assert sum(int(one["Participants"]) for one in cases.values()) == len([one for one in people if one["case"]])


def test_one_participant_whole(window: Window, demo: Any) -> None:
    people = window.get("/rows/participant")
    found = [window.post("/ask/person", {"participant": one["id"]}) for one in people]
    assert any(one["said"] for one in found)
    talker = next(one for one in found if one["said"])
    assert talker["sources"][0]["turns"] > 0
    assert talker["sources"][0]["characters"] > 0
    top = talker["said"][0]
    with Study.open(demo, writable=False) as study:
        whose = study.leaving().whose
        person = study.get(Participant, talker["participant"]["id"])
        assert person is not None
        codings = window.post("/ask/codings", {"codes": [top["code"]], "limit": 1000})["quotations"]
        own = [
            one for one in codings
            if person.id in whose.of(one["source"], one["coding"]["start"], one["coding"]["end"])
        ]  # fmt: skip
        assert top["codings"] == len(own)
    assert window.post("/ask/person", {"participant": "0" * 32}, status=404)["type"] == "not-found"


def test_the_frame_says_who_was_interviewed(window: Window) -> None:
    places = window.post("/ask/sample", {})["places"]
    assert all(one["interviewed"] <= one["place"]["recruited"] for one in places)
    assert sum(one["interviewed"] for one in places) > 0


def test_voices_that_nobody_named(window: Window) -> None:
    every = window.post("/ask/voices", {"every": True})
    known = next(one for one in every if one["participant"])
    assert known["words"]
    speaker = next(one for one in window.get("/rows/speaker") if one["id"] == known["speaker"])
    window.act("speaker.map", source=speaker["source"], label=speaker["label"], voice="unassigned")
    assert known["speaker"] in {one["speaker"] for one in window.post("/ask/voices", {})}


def test_the_reach_of_an_erasure_is_seen_before_it_is_done(window: Window, demo: Any) -> None:
    with Study.open(demo, writable=False) as study:
        someone = next(one for one in study.rows(Speaker) if one.participant).participant
    reach = window.post("/ask/reach", {"participant": someone})
    assert reach["whole"] or reach["shared"]
    assert window.act("participant.erase", participant=someone, status=409)["type"] == "no-authority"
    window.act("participant.erase", participant=someone, because="asked by letter of 3 May")
    assert someone not in {one["id"] for one in window.get("/rows/participant")}
    assert reach["identifier"] not in _sheet(window)
