"""`framework`: grid, charting, and a workbook that goes out, is written in, and comes back cell by cell."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from html import escape
from pathlib import Path
from typing import Any

import pytest

from crosscase.importers.framework_book import read_framework_book
from crosscase.model import Summary
from crosscase.study import Study
from tests.cli.conftest import Run, by_commands

COLUMNS = ("Waiting as work", "Slowness as safety")


def typed(path: Path, cells: dict[str, str]) -> None:
    """Type into cells of the first sheet of a workbook, as a spreadsheet program saves it."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for place, words in cells.items():
        there = re.compile(rf'<c r="{place}"[^>]*?(/>|>.*?</c>)')
        assert there.search(sheet), place
        now = f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'
        sheet = there.sub(lambda _, now=now: now, sheet, count=1)  # type: ignore[misc]
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)


class Desk:
    """A copy of the demonstration study with a framework of its own, at the command line."""

    def __init__(self, study: Path, run: Run) -> None:
        self.study, self._run = study, run
        self.do("add", "Ours", *COLUMNS)

    def do(self, *words: object, status: int = 0) -> str:
        ran = self._run("framework", self.study, *words, status=status)
        return ran.out + ran.err

    def ours(self, *words: object, status: int = 0) -> str:
        return self.do(*words, "--framework", "Ours 1", status=status)

    def asked(self, *words: object) -> Any:
        return json.loads(self._run("framework", self.study, *words, "--framework", "Ours 1", "--json").out)

    def undo(self) -> None:
        self._run("undo", self.study)

    def words(self) -> set[str]:
        with Study.open(self.study, member="Ines", writable=False) as study:
            return {one.words for one in study.rows(Summary)}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory, state: Path) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.crosscase"
    by_commands(state, ("demo", path))
    return path


@pytest.fixture
def desk(demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Desk:
    monkeypatch.setenv("CROSSCASE_MEMBER", "Ines")
    return Desk(Path(shutil.copy(demonstration, tmp_path / "peers.crosscase")), run)


def test_a_row_is_charted_beside_its_material(desk: Desk) -> None:
    before = desk.asked("chart", "ALDPW01")
    cell = before["cells"][1]
    assert (cell["state"], cell["own"]) == ("to write", [])
    assert {one["id"] for one in before["codings"]} >= set(cell["unused"])
    used, *others = cell["unused"]
    desk.ours("write", "ALDPW01", COLUMNS[1], "Ten minutes did more than a form.", "--segment", used)
    after = desk.asked("chart", "ALDPW01")["cells"][1]
    assert (after["state"], after["own"][0]["segments"], after["unused"]) == ("written", [used], others)
    assert "Ten minutes did more" in desk.ours("show", "--case", "ALD")
    opened = desk.ours("show", "--open", "ALDPW01", COLUMNS[1])
    assert "linked" in opened
    assert ("not used" in opened) == bool(others)
    assert "Linked: 1 segment." in desk.ours("link", "ALDPW01", COLUMNS[1], others[0])
    assert "Took away: 1 segment." in desk.ours("link", "ALDPW01", COLUMNS[1], others[0], "--remove")
    assert "nothing was changed" in desk.ours("look-again", "ALDPW01", COLUMNS[1])
    assert "Emptied" in desk.ours("empty", "ALDPW01", COLUMNS[1])
    assert "Nothing is written" in desk.ours("empty", "ALDPW01", COLUMNS[1], status=1)


def test_cells_of_several_are_emptied_as_one_act_and_one_undo_brings_them_back(desk: Desk) -> None:
    for who in ("ALDPW01", "GORSU02"):
        desk.ours("write", who, COLUMNS[1], f"What {who} says.")
    assert "Nothing is written" in desk.ours("empty", "ALDPW01", COLUMNS[1], "--also", "BRKSU01", status=1)
    told = desk.ours("empty", "ALDPW01", COLUMNS[1], "--also", "GORSU02")
    assert "Emptied: what ALDPW01 and GORSU02 say on" in told
    assert [desk.asked("chart", who)["cells"][1]["own"] for who in ("ALDPW01", "GORSU02")] == [[], []]
    desk.undo()
    assert [
        desk.asked("chart", who)["cells"][1]["own"][0]["words"] for who in ("ALDPW01", "GORSU02")
    ] == ["What ALDPW01 says.", "What GORSU02 says."]  # fmt: skip


def test_versions_columns_and_lists(desk: Desk) -> None:
    desk.ours("write", "ALD", COLUMNS[0], "They wait.")
    assert "Began version 2" in desk.ours("version", "2")
    listed = json.loads(desk.do("list", "--json"))["frameworks"]
    ours = {one["label"]: (one["columns"], one["summaries"]) for one in listed if one["name"] == "Ours"}
    assert ours == {f"Ours {n}": (list(COLUMNS), 1) for n in (1, 2)}
    desk.do("columns", COLUMNS[1], "--framework", "Ours 2")
    assert "1 of its summaries are not shown" in desk.do("show", "--rows", "cases", "--framework", "Ours 2")
    desk.do("set", "--name", "Later", "--framework", "Ours 2")
    assert "Removed: 1 framework, 1 framework column, 1 summary." in desk.do("remove", "Later")
    assert "There is no code 'nothing such'" in desk.ours("columns", "nothing such", status=1)


def test_a_workbook_comes_back_cell_by_cell(desk: Desk, tmp_path: Path) -> None:
    book = tmp_path / "ours.xlsx"
    desk.ours("write", "ALDPW01", COLUMNS[0], "He waits.")
    desk.ours("write", "ALDPW01", COLUMNS[1], "Ten minutes.")
    desk.ours("write", "ALDMA01", COLUMNS[0], "She does not.")
    desk.ours("export", str(book))
    kept = read_framework_book(book)
    at = {line.label: number for number, line in enumerate(kept.rows, 3)}
    assert len(kept.rows) == 91
    assert [line.label.partition(" (")[0] for line in kept.columns] == list(COLUMNS)
    one, two, three = at["ALDPW01"], at["ALDMA01"], at["ALDSU01"]
    # In the file: two cells written, one emptied. In the study meanwhile: one of them, and one besides.
    typed(book, {f"C{one}": "He waits, and that is work.", f"C{two}": "", f"D{three}": "New = from the file <b>"})
    desk.ours("write", "ALDPW01", COLUMNS[0], "He waits for others.")
    desk.ours("write", "ALDPW01", COLUMNS[1], "Ten minutes did more.")
    planned = desk.do("import", str(book), "--dry-run")
    assert "Would write 2 cells. Nothing was changed." in planned
    assert "She does not." in desk.words()
    said = desk.do("import", str(book))
    assert "Wrote 2 cells." in said
    assert "Changed on both sides, and left as it is: ALDPW01 on Waiting as work." in said
    assert "in the study: He waits for others." in said
    assert "in the file:  He waits, and that is work." in said
    assert {"He waits for others.", "Ten minutes did more.", "New = from the file <b>"} <= desk.words()
    assert "She does not." not in desk.words()
    again = json.loads(desk.do("import", str(book), "--dry-run", "--json"))
    assert (again["changes"], len(again["conflicts"]), again["same"]) == ([], 1, 2)


def test_rows_and_columns_are_known_by_what_is_hidden_and_strangers_are_listed(desk: Desk, tmp_path: Path) -> None:
    book = tmp_path / "ours.xlsx"
    desk.ours("export", str(book))
    # Two rows change places with their hidden ids, and one loses its id for a name that nobody has.
    kept = read_framework_book(book)
    first, second, third = kept.rows[:3]
    typed(
        book,
        {
            "A3": second.id, "B3": "called otherwise", "C3": "of the second", "A4": first.id, "C4": "of the first",
            "A5": "", "B5": "NOBODY", "C5": "of nobody", "C1": kept.columns[1].id, "D1": kept.columns[0].id,
        },
    )  # fmt: skip
    said = desk.do("import", str(book))
    assert f"{second.label} on {COLUMNS[1]}" in said.replace(" (with below)", "")
    assert "Not in this framework, and not taken: row NOBODY." in said
    assert "of nobody" not in desk.words()
    with Study.open(desk.study, member="Ines", writable=False) as study:
        written = {one.words: one.row for one in study.rows(Summary) if one.words.startswith("of the")}
    assert written == {"of the first": first.id, "of the second": second.id}
    assert third.label not in said


def test_what_is_no_workbook_of_a_framework_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    desk.ours("show", "-o", other)
    assert "not a workbook of a framework" in desk.do("import", str(other), status=1)
    text = tmp_path / "text.xlsx"
    text.write_text("words", "utf-8")
    assert "Traceback" not in desk.do("import", str(text), status=1)
    assert "There is no participant, case or set" in desk.ours("chart", "NOBODY", status=1)
    assert desk.words().isdisjoint({"words"})
