"""A framework as a workbook over HTTP: it goes out as it may, and comes back cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_consent import words_in
from tests.cli.test_framework import typed
from tests.server.conftest import Window, window_on

WORDS = "Written on the train."


@pytest.fixture
def framework(window: Window) -> str:
    (known,) = window.get("/rows/framework")
    return str(known["id"])


def fetched(window: Window, framework: str, tmp_path: Path, cells: dict[str, str], rows: str = "participants") -> bytes:
    """The workbook, with something typed into it."""
    path = tmp_path / "out.xlsx"
    path.write_bytes(window.get(f"/frameworks/{framework}/workbook", rows=rows))
    typed(path, cells)
    return path.read_bytes()


def written(window: Window) -> set[str]:
    """The words of all summaries of participants."""
    cells = window.post("/ask/framework", {})["cells"]
    return {own["words"] for row in cells for cell in row for own in cell["own"]}


def brought(window: Window, framework: str, data: bytes, **asked: str) -> Any:
    answer = window.client.post(f"/api/frameworks/{framework}/workbook", content=data, params=asked)
    return answer.status_code, answer.json()


def test_what_was_typed_in_the_file_is_looked_at_and_then_written_in_one_act(
    window: Window, framework: str, tmp_path: Path
) -> None:
    data = fetched(window, framework, tmp_path, {"C3": WORDS})
    status, looked = brought(window, framework, data, trial="true")
    assert (status, looked["entry"]) == (200, "")
    (change,) = looked["value"]["merge"]["changes"]
    assert (change["there"], change["here"], looked["value"]["same"]) == (WORDS, "", True)
    assert WORDS not in written(window)
    _, done = brought(window, framework, data, because="charted on the train")
    assert done["entry"]
    assert WORDS in written(window)
    assert window.get(f"/history/{done['entry']}")["entry"]["because"] == "charted on the train"


def test_what_was_changed_on_both_sides_is_shown_and_left(window: Window, framework: str, tmp_path: Path) -> None:
    data = fetched(window, framework, tmp_path, {"C3": WORDS}, rows="cases")
    (merge,) = [brought(window, framework, data, trial="true")[1]["value"]["merge"]]
    row, of = merge["changes"][0]["row"], merge["changes"][0]["of"]
    window.act("summary.write", framework=framework, row=row, of=of, words="Written here.")
    _, done = brought(window, framework, data)
    assert done["entry"] == ""
    assert [(one["here"], one["there"]) for one in done["value"]["merge"]["conflicts"]] == [("Written here.", WORDS)]


def test_a_file_that_is_none_of_ours_is_refused_in_words(window: Window, framework: str) -> None:
    status, problem = brought(window, framework, b"no workbook", trial="true")
    assert status == 422
    assert problem["detail"]


def test_what_an_independent_coder_may_not_see_is_not_in_the_file(demo: Path, tmp_path: Path) -> None:
    with window_on(demo, "Ines") as ines:
        (known,) = ines.get("/rows/framework")
        words = written(ines)
        made = ines.act("member.add", name="Alone", permission="independent coder")
        assert made["value"]
    with window_on(demo, "Alone") as alone:
        (tmp_path / "out.xlsx").write_bytes(alone.get(f"/frameworks/{known['id']}/workbook"))
        text = words_in(tmp_path / "out.xlsx")
        assert words
        assert not [one for one in words if one in text]
