"""Configurational analyses over HTTP: as in the engine, and of others' scores nothing for who codes alone."""

from __future__ import annotations

from pathlib import Path

from crosscase.model import Member
from crosscase.study import Study
from crosscase.verbs.members import permit_member
from tests.server.conftest import Window, window_on

ROW = "~LED*POSTS*SUPERVISED"


def test_a_contradictory_row_opens_its_cases_side_by_side(window: Window) -> None:
    found = window.post("/ask/qca", {"sensitivity": True})
    row = next(one for one in found["rows"] if one["written"] == ROW)
    assert row["contradictory"]
    assert [found["cases"][one]["label"] for one in row["cases"]] == ["DUN", "ELM", "HAZ"]
    opened = window.post("/ask/qca_row", {"options": {}, "row": ROW})
    assert [one["label"] for one in opened["cases"]] == ["DUN", "ELM", "HAZ"]
    assert opened["sets"][0] == "HELD"
    assert any(score["reason"] for side in opened["scores"] for score in side)
    assert opened["quotations"]


def test_who_codes_independently_is_told_no_score_of_another(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(Member, "Tom").id, "independent coder")
    with window_on(demo, "Ines") as window:
        told = window.post("/ask/configurations", {})
    judged = [one for one in told["configurations"][0]["sets"] if one["basis"] == "judgement"]
    assert any(score["reason"] for one in judged for score in one["scores"])
    others = {score["member"] for one in told["configurations"][0]["sets"] for score in one["scores"]} - {"", "Tom"}
    assert others
    with window_on(demo, "Tom") as window:
        told = window.post("/ask/configurations", {})
        scores = [score for one in told["configurations"][0]["sets"] for score in one["scores"]]
        assert {score["member"] for score in scores} <= {"", "Tom"}
        assert not [score for score in scores if score["reason"] and score["member"] != "Tom"]
        assert not [score for score in scores if score["segments"] and score["member"] != "Tom"]
        judged = [one for one in told["configurations"][0]["sets"] if one["basis"] == "judgement"]
        bare = [score for one in judged for score in one["scores"] if not score["member"]]
        assert {score["nothing"] for score in bare} == {"not scored yet"}
        table = window.post("/ask/table", {"of": "qca", "options": {}, "show": "reasons"})
        assert "Ines" not in str(table)
