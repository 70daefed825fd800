"""Agreement, differences and what was decided, over HTTP: as in the engine, and nothing for who codes alone."""

from __future__ import annotations

from pathlib import Path

from crosscase.model import Member
from crosscase.study import Study
from crosscase.verbs.analyses import change_analysis
from crosscase.verbs.members import permit_member
from tests.server.conftest import Window, window_on


def test_agreement_and_differences_open_to_the_words_both_coded(window: Window) -> None:
    found = window.post("/ask/agreement", {"resamples": 0, "by": "pairs"})
    assert [one["label"] for one in found["voices"]] == ["Ines", "Marion", "Tom"]
    assert found["off"] == ""
    force = next(row for row in found["rows"] if row["label"] == "Force witnessed or remembered")
    assert {one["name"] for one in force["coefficients"]} >= {"cohen", "scott", "alpha", "u-alpha"}
    listed = window.post("/ask/differences", {"options": {"kinds": ["confusion"]}, "limit": 3})
    assert len(listed["differences"]) == 3 < listed["total"]
    assert sum(one["places"] for one in listed["counts"]) == listed["total"]
    one = listed["differences"][0]
    opened = window.post("/ask/differences", {"options": {"kinds": ["confusion"]}, "opened": [one["id"]]})
    assert {each["coding"]["id"] for each in opened["quotations"]} == {one["coding"], one["other_coding"]}
    assert len(window.post("/ask/adjudications", {})) == 3
    gamma = window.post("/ask/gamma", {"codes": ["Preparation and training"], "seconds": 0.5})
    assert gamma["gamma"]["expected"] > 0


def test_the_codes_under_a_code_are_steps_of_a_scale_where_it_is_named(window: Window) -> None:
    asked = {"resamples": 0, "labels": "steps", "scale": "interval"}
    (row,) = window.post("/ask/agreement", {**asked, "codes": ["Support"]})["rows"]
    assert (row["kind"], row["categories"]) == ("steps", 3)
    values = {one["name"]: one["value"] for one in row["coefficients"]}
    assert 0 < values["alpha"] < values["percent"] <= 1
    refused = window.post("/ask/agreement", asked, status=422)
    assert "the steps of a scale" in refused["detail"]


def test_what_is_decided_over_http_is_listed(window: Window) -> None:
    asked = {"options": {"settled": "without", "kinds": ["omission"]}, "limit": 1}
    one = window.post("/ask/differences", asked)["differences"][0]
    difference = {"kind": one["kind"], "coding": one["coding"], "left_out": one["left_out"]}
    window.act("difference.adjudicate", difference=difference, outcome="one", reason="It is said there.")
    assert one["id"] in {each["id"] for each in window.post("/ask/adjudications", {})}
    window.act("adjudication.remove", adjudication=one["id"])
    assert one["id"] not in {each["id"] for each in window.post("/ask/adjudications", {})}


def test_a_reflexive_analysis_is_told_why_there_is_nothing(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(change_analysis, study.snapshot().analyses.ids[0], family="reflexive TA")
    with window_on(demo, "Ines") as window:
        for question in ("agreement", "gamma"):
            assert "reflexive thematic analysis" in window.post(f"/ask/{question}", {})["off"]
        assert window.post("/ask/differences", {"options": {}})["total"] > 0


def test_who_codes_independently_is_compared_with_nobody(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(Member, "Tom").id, "independent coder")
    with window_on(demo, "Tom") as window:
        difference = {"difference": "a", "options": {}}
        for asked in ({}, {"members": ["Ines", "Marion"]}, {"groups": ["a=Ines", "b=Marion"]}):
            for question in ("agreement", "gamma"):
                found = window.post(f"/ask/{question}", asked)
                assert "independently" in found["off"]
                assert not found.get("rows")
            told = window.post("/ask/differences", {"options": asked})
            assert (told["total"], told["differences"], told["counts"]) == (0, [], [])
            assert "independently" in told["off"]
            window.post("/ask/difference", difference | {"options": asked}, status=404)
            for of in ("agreement", "differences"):
                window.post("/ask/table", {"of": of, "options": asked}, status=409)
        assert window.post("/ask/adjudications", {}) == []


def test_a_place_opens_to_what_each_put_there_before_it_was_decided(window: Window) -> None:
    asked = {"options": {"kinds": ["confusion"], "settled": "without"}, "limit": 1}
    one = window.post("/ask/differences", asked)["differences"][0]
    before = window.post("/ask/difference", {"difference": one["id"]})
    assert before["from"] < one["start"] < one["end"] < before["to"]
    assert len(before["text"]) == before["to"] - before["from"]
    mine, theirs = before["sides"]
    assert (mine["label"], theirs["label"]) == (one["one"], one["other"])
    assert (one["coding"], one["code"]) in {(each["id"], each["code"]) for each in mine["codings"]}
    assert (one["other_coding"], one["instead"]) in {(each["id"], each["code"]) for each in theirs["codings"]}
    assert before["decided"] is None
    difference = {"kind": one["kind"], "coding": one["coding"], "other": one["other_coding"]}
    window.act("difference.adjudicate", difference=difference, outcome="other", reason="The plan is what it is about.")
    window.act("coding.remove", codings=[one["coding"]])
    after = window.post("/ask/difference", {"difference": one["id"]})
    assert after["sides"] == before["sides"]
    assert (after["decided"]["outcome"], after["decided"]["deciders"]) == ("other", ["Ines"])


def test_places_are_narrowed_to_codes_and_coders_and_put_in_another_order(window: Window) -> None:
    listed = window.post("/ask/differences", {"options": {}, "limit": 2000})
    one = listed["differences"][0]
    about = window.post("/ask/differences", {"options": {}, "about": [one["code_id"]], "limit": 2000})
    wanted = [each for each in listed["differences"] if one["code_id"] in (each["code_id"], each["instead_id"])]
    assert {each["id"] for each in about["differences"]} == {each["id"] for each in wanted}
    assert 0 < about["total"] < listed["total"]
    two = window.post("/ask/differences", {"options": {}, "between": ["Ines", "Tom"], "limit": 2000})
    assert {frozenset((each["one"], each["other"])) for each in two["differences"]} == {frozenset(("Ines", "Tom"))}
    placed = window.post("/ask/differences", {"options": {}, "order": "code", "limit": 2000})["differences"]
    assert [each["code"] for each in placed] == sorted(each["code"] for each in placed)
    open_first = window.post("/ask/differences", {"options": {}, "order": "decided", "limit": 2000})["differences"]
    assert [bool(each["outcome"]) for each in open_first] == sorted(bool(each["outcome"]) for each in open_first)
