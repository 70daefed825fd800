"""Answers to a questionnaire over HTTP: brought as a file, looked at, corrected, refused, taken in as one act."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscase.model import Answer, Participant, Question
from crosscase.study import Study
from crosscase.verbs.answers import take_back_answers
from tests.server.conftest import Window, window_on


def _brought(window: Window, data: bytes, name: str = "a.csv") -> str:
    upload: str = window.post("/imports")["id"]
    window._answer(window.client.put(f"/api/imports/{upload}/file", params={"name": name}, content=data), 200)
    return upload


def _tried(window: Window, upload: str, **asked: Any) -> Any:
    return window.post(f"/imports/{upload}/answers", asked, trial="true")["value"]


def _blank(demo: Path) -> None:
    """BRKPW01 answered nothing to A1 and A7 as far as anybody knows."""
    with Study.open(demo, member="Ines") as study:
        items = {one.number: one.id for one in study.rows(Question)}
        person = study.find(Participant, "BRKPW01").id
        study.do(take_back_answers, person, [items["A1"], items["A7"]])


def test_a_file_is_looked_at_corrected_and_taken_in_as_one_act(demo: Path) -> None:
    _blank(demo)
    with window_on(demo, "Ines") as window:
        upload = _brought(
            window, b"who,first,A7_1,A7_2,shoes\nBRKPW01,agree,yes,no,44\nNOBODY1,agree,no,no,\nALDCO01,99,1,0,\n"
        )
        seen = _tried(window, upload)
        assert seen["reasons"][0].startswith("no column names the participants")
        fixed = {"who": "who", "columns": {"first": "A1"}, "missing": {"99": "declined"}}
        seen = _tried(window, upload, **fixed)
        assert seen["reasons"] == ["row 3: there is no participant 'NOBODY1' in this study"]
        assert [(one["column"], one["by"], one["option"] != "") for one in seen["columns"]] == [
            ("first", "said", False), ("A7_1", "wording", True), ("A7_2", "wording", True)
        ]  # fmt: skip
        rows = {one["identifier"]: one for one in seen["rows"]}
        assert rows["NOBODY1"]["participant"] is None
        assert (rows["BRKPW01"]["new"], rows["BRKPW01"]["changed"]) == (2, 0)
        changed = {(one["identifier"], one["outcome"]) for one in seen["changes"]}
        assert ("ALDCO01", "declined") in changed
        refused = window.post(f"/imports/{upload}/answers", fixed, status=409)
        assert refused["type"] == "refused-answers"
        seen = _tried(window, upload, **fixed, leave_unknown=True)
        assert seen["reasons"] == []
        done = window.post(f"/imports/{upload}/answers", {**fixed, "leave_unknown": True}, because="part A is back")
        assert (done["verb"], done["value"]["written"]) == ("answer.give_many", seen["written"])
        # The file is gone with the act.
        assert window.post(f"/imports/{upload}/answers", fixed, status=404)["type"] == "not-found"
    with Study.open(demo) as study:
        person = study.find(Participant, "BRKPW01").id
        items = {one.id: one for one in study.rows(Question)}
        given = {items[one.question].number: one.values for one in study.rows(Answer, participant=person)}
        assert given["A1"] == ("agree",)
        assert given["A7"] == items[next(one for one in items if items[one].number == "A7")].options[:1]
        assert study.log()[-1].because == "part A is back"


def test_only_one_table_and_only_where_there_are_items(demo: Path) -> None:
    with window_on(demo, "Ines") as window:
        upload = _brought(window, b"x", "a.docx")
        assert window.post(f"/imports/{upload}/answers", {}, status=422)["type"] == "one-table"
        broken = _brought(window, b"not a workbook", "a.xlsx")
        assert "not what the ending" in window.post(f"/imports/{broken}/answers", {}, status=422)["detail"]
