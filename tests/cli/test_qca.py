"""`qca` at the command line: switching on, sets, scores, truth table, solutions, and wrong use."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from crosscase.model import Coding
from crosscase.study import Study
from tests.cli.conftest import Run


@pytest.fixture
def there(run: Run, coded: Path) -> Path:
    """Two cases, one judged condition and an outcome: both are told, and only AAA stays."""
    run("qca", coded, "begin", "Staying", "--why", "Whole cases are compared.")
    run("qca", coded, "condition", "TOLD", "They are told what was decided")
    run("qca", coded, "condition", "STAY", "Peers stay two years", "--crisp", "--outcome")
    with Study.open(coded, writable=False) as study:
        coding = study.rows(Coding)[0].id
    run("qca", coded, "score", "TOLD", "AAA", "0.8", "--reason", "Anna is told.", "--segment", coding)
    run("qca", coded, "score", "told", "BBB", "0.7", "--reason", "Most of them.")
    run("qca", coded, "score", "STAY", "AAA", "1", "--reason", "Counted.")
    run("qca", coded, "score", "STAY", "BBB", "0", "--reason", "Counted.")
    return coded


def test_it_is_off_until_somebody_says_why(run: Run, coded: Path) -> None:
    off = run("qca", coded, status=1).err
    assert "not switched on in this study. It is another design than comparing themes" in off
    assert run("qca", coded, "condition", "TOLD", "x", status=1).err == off
    assert "Say why" in run("qca", coded, "begin", "Staying", "--why", " ", status=1).err
    assert "switched on: 'Staying'" in run("qca", coded, "begin", "Staying", "--why", "Whole cases.").out
    assert "'Staying' has no outcome yet" in run("qca", coded, status=1).err


def test_a_contradictory_row_opens_its_cases_side_by_side(run: Run, there: Path) -> None:
    shown = run("qca", there).out
    assert "Row 2: contradictory, with the outcome in some cases and not in others." in shown
    assert "0 contradictory" in shown
    opened = run("qca", there, "table", "--open", "TOLD").out
    assert "0.80: Anna is told. [1 passage]" in opened
    assert "0.70: Most of them." in opened
    assert "STAY (outcome)" in opened
    assert "What these scores rest on" in opened
    data = run("qca", there, "table", "--open", "2", "--json").json
    assert [case["label"] for case in data["opened"]["cases"]] == ["AAA", "BBB"]
    assert len(data["codings"]) == 1
    assert "There is no row 'X'" in run("qca", there, "table", "--open", "X", status=1).err


def test_scores_necessity_solutions_and_what_they_depend_on(run: Run, there: Path, tmp_path: Path) -> None:
    assert "TOLD: They are told what was decided." in run("qca", there, "scores").out
    opened = run("qca", there, "scores", "--open", "TOLD", "AAA").out
    assert "Note. 0.80, by Ines." in opened
    assert "Note. Anna is told." in opened
    assert "There is no score of 'AAA' in 'X'" in run("qca", there, "scores", "--open", "X", "AAA", status=1).err
    assert "0.800" in run("qca", there, "necessity").out
    assert "no row has the outcome" in run("qca", there, "solve").out
    run("qca", there, "change", "--consistency", "0.5", "--cuts-reason", "To see what would be.")
    solved = run("qca", there, "solve").out
    assert "TOLD → STAY" in solved
    assert "without the outcome: BBB" in solved
    assert "without AAA" in run("qca", there, "depends").out
    data = run("qca", there, "solve", "--json").json
    assert [one["nature"] for one in data["solutions"]] == ["conservative", "intermediate", "parsimonious"]
    assert data["solutions"][0]["models"][0]["written"] == "TOLD"
    run("qca", there, "solve", "-o", tmp_path / "plot.svg")
    assert "<svg" in (tmp_path / "plot.svg").read_text(encoding="utf-8")
    run("qca", there, "-o", tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        assert any("membership" in row for row in csv.reader(file))


def test_sets_are_changed_ordered_and_removed(run: Run, there: Path) -> None:
    run("qca", there, "condition", "LED", "Peers lead", "--crisp")
    run("qca", there, "order", "LED", "TOLD")
    run("qca", there, "set", "TOLD", "--expects", "present", "--expects-reason", "Whoever knows can stay.")
    run("qca", there, "set", "LED", "--name", "LEAD", "--meaning", "Peers lead the service")
    assert "Scored" in run("qca", there, "score", "LEAD", "AAA", "1", "--reason", "The board.").out
    assert "from 0" in run("qca", there, "score", "LEAD", "AAA", "3", status=1).err
    assert "Left out: BBB (LEAD: not scored yet)" in run("qca", there, "scores").out
    assert "1 condition, 1 score" in run("qca", there, "drop", "LEAD").out
    run("qca", there, "unscore", "TOLD", "BBB")
    assert "no condition 'LED'" in run("qca", there, "drop", "LED", status=1).err
    run("qca", there, "score", "TOLD", "AAA", "--still")
    assert "not of both" in run("qca", there, "set", "TOLD", "--attribute", "x", "--share", "y", status=2).err
    run("qca", there, "remove", "Staying")
    assert "not switched on" in run("qca", there, status=1).err


def test_sets_are_listed_before_anything_can_be_computed(run: Run, coded: Path) -> None:
    assert "the design is not switched on in this study" in run("qca", coded, "list").out
    run("qca", coded, "begin", "Staying", "--why", "Whole cases are compared.")
    assert "Without a set yet: Staying." in run("qca", coded, "list").out
    run(
        "qca", coded, "condition", "TOLD", "They are told", "--share", "risk", "--full-out", "10", "hardly anybody",
        "--crossover", "45", "half", "--full-in", "80", "nearly all",
    )  # fmt: skip
    (line,) = run("qca", coded, "list", "--json").json["sets"]
    assert (line["name"], line["basis"], line["scored"], line["of_cases"]) == ("TOLD", "share", 2, 2)
    assert line["anchors"] == {"full_out": "10", "crossover": "45", "full_in": "80"}
    assert "10, 45, 80" in run("qca", coded, "list").out


def test_reasons_are_shown_with_who_wrote_them(run: Run, there: Path) -> None:
    shown = run("qca", there, "reasons").out
    assert "Anna is told." in shown
    assert "Most of them." in shown


def test_history_tells_it_without_numbers_and_reasons(run: Run, there: Path) -> None:
    told = run("log", there).out
    assert "began the configuration ‘Staying’, and so switched configurational analysis on" in told
    assert "scored AAA in the condition ‘TOLD’" in told
    assert "Anna is told" not in told
