"""Instruments and answers on the command line, with their wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_consent import words_in


@pytest.fixture
def asked(coded: Path, run: Run) -> Path:
    """The coded study with a questionnaire of three items."""
    run("instrument", coded, "add", "Part A", "--questionnaire")
    steps = [word for step in ("never", "sometimes", "often") for word in ("--option", step)]
    run("instrument", coded, "question", "Part A", "I am asked first.", "--number", "A1", "--nature", "likert", *steps)
    run("instrument", coded, "question", "Part A", "Years", "--number", "A2", "--nature", "number")
    run("instrument", coded, "question", "Part A", "Anything else?", "--number", "A3", "--nature", "text")
    return coded


def test_instruments_are_written_down_changed_and_listed(coded: Path, run: Run) -> None:
    run("instrument", coded, "add", "Guide")
    run("instrument", coded, "topic", "risk", "--description", "What is called so.")
    run("instrument", coded, "question", "Guide", "What does risk mean?", "--number", "1", "--topic", "risk")
    run("instrument", coded, "question", "Guide", "And for you?", "--number", "2")
    run("instrument", coded, "reword", "2", "--wording", "And to you?", "--topic", "risk")
    run("instrument", coded, "order", "Guide", "2", "1")
    run("instrument", coded, "version", "Guide", "2")
    run("instrument", coded, "change", "Guide 2", "--description", "After the pilot.")
    run("instrument", coded, "topic", "risk", "--rename", "what risk means")
    listed = run("instrument", coded, "--of", "Guide 1", "--json").json["instruments"]
    assert [(q["number"], q["wording"], q["topic"]) for q in listed[0]["questions"]] == [
        ("2", "And to you?", "what risk means"),
        ("1", "What does risk mean?", "what risk means"),
    ]
    assert "fits 2 questions" in run("instrument", coded, "reword", "1", "--number", "9", status=1).err
    run("instrument", coded, "reword", "1", "--of", "Guide 2", "--remove")
    run("instrument", coded, "remove", "Guide 2")
    assert "still named by" in run("instrument", coded, "topic", "what risk means", "--remove", status=1).err
    run("instrument", coded, "topic", "care")
    run("instrument", coded, "topic", "what risk means", "--into", "care")
    assert run("instrument", coded, "--json").json["topics"] == ["care"]


def test_answers_come_in_whole_or_not_at_all(asked: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(
        "participant;Q A1;years;shoes;A3\nAAAPW01;3;2,5;x;No\nBBBMA01;99;n/a;;refused\nX;1;1;;z\n", "utf-8"
    )
    tried = run("answers", asked, "import", table, "--dry-run", "--missing", "99=declined", "--json").json
    assert tried["problems"] == ["row 4: there is no participant 'X' in this study"]
    assert tried["left"] == ["shoes"]
    assert [one["item"] for one in tried["columns"]] == ["A1", "A2", "A3"]
    assert "Would be refused" in run("answers", asked, "import", table, "--dry-run").out
    done = run("answers", asked, "import", table, status=1)
    assert "row 4: there is no participant 'X'" in done.err
    assert "row 3, column 'Q A1': BBBMA01: '99' does not fit" in done.err
    assert run("answers", asked, "--json").json["answers"] == []
    done = run("answers", asked, "import", table, "--missing", "99=declined", "--leave-unknown")
    assert "Written down: 6 answers of 2 participants." in done.out
    assert "Not taken: 'shoes'." in done.err
    again = run("answers", asked, "import", table, "--missing", "99=declined", "--leave-unknown", "--json").json
    assert (again["entry"], again["changed_answers"]) == ("", 0)
    listed = run("answers", asked, "list", "--participant", "BBBMA01", "--json").json["answers"]
    assert [(one["item"], one["outcome"]) for one in listed] == [
        ("A1", "declined"), ("A2", "does not apply"), ("A3", "declined")
    ]  # fmt: skip
    run("answers", asked, "take-back", "BBBMA01", "A1")
    run("answers", asked, "give", "BBBMA01", "a1", "Never")
    assert "took back an answer of BBBMA01 to an item" in run("log", asked).out
    assert "does not fit" in run("answers", asked, "give", "BBBMA01", "A2", "many", status=1).err
    assert "no question 'A7'" in run("answers", asked, "give", "BBBMA01", "A7", "1", status=1).err
    assert "has to end in" in run("answers", asked, "import", asked, status=2).err
    assert "is no outcome" in run("answers", asked, "import", table, "--missing", "9=x", status=2).err


def test_yes_and_no_columns_come_in_as_one_item(asked: Path, run: Run, tmp_path: Path) -> None:
    options = [word for option in ("my manager", "a friend") for word in ("--option", option)]
    run("instrument", asked, "question", "Part A", "Who was told?", "--number", "A4", "--nature", "many", *options)
    table = tmp_path / "a.csv"
    table.write_text("participant,A4: my manager,told2\nAAAPW01,1,2\nBBBMA01,1,1\n", "utf-8")
    shown = run("answers", asked, "import", table, "--column", "told2=A4: a friend", "--no", "2", "--dry-run").out
    assert "A4: 2 columns are read as its options, ticked or not." in shown
    assert "a friend" in shown
    run("answers", asked, "import", table, "--column", "told2=A4: a friend", "--no", "2")
    listed = run("answers", asked, "list", "--item", "A4", "--json").json["answers"]
    assert [one["values"] for one in listed] == [["my manager"], ["my manager", "a friend"]]


def test_answers_in_writing_leave_only_where_that_is_agreed_to(asked: Path, run: Run, tmp_path: Path) -> None:
    run("answers", asked, "give", "AAAPW01", "A3", "Nobody ever asks me.")
    out = tmp_path / "answers.csv"
    run("answers", asked, "list", "-o", out)
    assert "Nobody ever asks me" in words_in(out)
    run("consent", asked, "set", "AAAPW01", "--verbatim", "no")
    run("answers", asked, "list", "-o", out)
    assert "Nobody ever asks me" not in words_in(out)
    assert "withheld" in words_in(out)


def test_answers_are_compared_and_every_number_opens(asked: Path, run: Run, tmp_path: Path) -> None:
    for who, value in (("AAAPW01", "often"), ("BBBMA01", "never")):
        run("answers", asked, "give", who, "A1", value)
    run("answers", asked, "give", "BBBPW01", "A1", "--outcome", "declined")
    shown = run("answers", asked, "table", "--item", "A1", "--by", "cases").out
    assert "1 of 2" in shown
    assert "1 declined" in shown
    assert "No test. Each group is one person." in shown
    opened = run("answers", asked, "table", "--item", "A1", "--by", "cases", "--open", "BBB", "declined", "--json").json
    assert opened["participants"] == [{"participant": "BBBPW01", "case": "BBB", "answer": ""}]
    assert (
        "no answer 'x'"
        in run("answers", asked, "table", "--item", "A1", "--by", "cases", "--open", "BBB", "x", status=1).err
    )
    assert (
        "Say of which item" in run("answers", asked, "table", "--by", "cases", "--open", "BBB", "often", status=2).err
    )
    data = run("answers", asked, "table", "--by", "roles", "--json").json
    assert (data["analysis"], [one["number"] for one in data["items"]]) == ("answers", ["A1", "A2", "A3"])
    joint = run("answers", asked, "joint", "A1", "--rows", "codes").out
    assert "by what the same people answered to A1 ‘I am asked first.’" in joint
    quoted = run("answers", asked, "joint", "A1", "--rows", "codes", "--open", "risk", "often").out
    assert "There is a risk in it." in quoted
    for ending in ("csv", "xlsx", "svg", "html"):
        run("answers", asked, "table", "--by", "cases", "-o", tmp_path / f"t.{ending}")
        run("answers", asked, "joint", "A1", "--rows", "codes", "-o", tmp_path / f"j.{ending}")


def test_turns_are_proposed_accepted_corrected_and_declined(coded: Path, run: Run) -> None:
    run("instrument", coded, "add", "Guide")
    run("instrument", coded, "topic", "risk")
    run("instrument", coded, "question", "Guide", "What does risk mean?", "--number", "1", "--topic", "risk")
    run("instrument", coded, "question", "Guide", "And the risk for you?", "--number", "2", "--topic", "risk")
    found = run("turns", coded, "--json").json["proposals"]
    assert [(one["source_name"], one["number"], one["by"]) for one in found] == [
        ("anna", "2", "wording"), ("ben", "1", "wording")
    ]  # fmt: skip
    assert "says 4 of its 4 words" in run("turns", coded, "propose", "--source", "ben").out
    assert run("turns", coded, "accept", "--except", found[0]["turn"], "--json").json["mapped"] == 1
    assert [one["source_name"] for one in run("turns", coded, "--json").json["proposals"]] == ["anna"]
    run("turns", coded, "map", found[0]["turn"], "--question", "2", "--topic", "risk")
    assert run("turns", coded, "--json").json["proposals"] == []
    assert "asked" in run("exposure", coded).out
    assert "only somebody who was asked can decline" in run("turns", coded, "declined", found[0]["turn"], status=1).err
    assert "no turn 'ffffffffffff'" in run("turns", coded, "map", "f" * 12, "--topic", "", status=1).err
    assert "Say what they are about" in run("turns", coded, "map", "f" * 12, status=2).err


def test_what_emerged_is_shown_and_opened(coded: Path, run: Run, tmp_path: Path) -> None:
    shown = run("emerged", coded, "--of", "codes").out
    assert "no topic is linked" in shown
    assert "nobody knows whether they were asked about" in shown
    opened = run("emerged", coded, "--of", "codes", "--open", "forms", "--json").json
    assert (opened["row"]["not_known"], opened["places"]) == (1, [])
    assert "There is no row 'x'" in run("emerged", coded, "--of", "codes", "--open", "x", status=1).err
    run("emerged", coded, "--of", "codes", "-o", tmp_path / "e.xlsx")


def test_meetings_are_written_down_with_their_parts_and_answers(asked: Path, run: Run) -> None:
    run("instrument", asked, "add", "Guide")
    run("interview", asked, "add", "Second", "AAAPW01", "--date", "4 March 2026", "--minutes", "52", "--part", "2")
    run("interview", asked, "change", "Second", "--instrument", "Guide", "--participant", "BBBMA01")
    run("answers", asked, "give", "BBBMA01", "A2", "3", "--interview", "Second")
    listed = {one["name"]: one for one in run("interview", asked, "--json").json["interviews"]}
    second = listed["Second"]
    assert (second["participants"], second["date"], second["minutes"], second["part"], second["instrument"]) == (
        ["BBBMA01"], "2026-03-04", 52, "2", "Guide 1"
    )  # fmt: skip
    assert (second["answers"], second["sources"]) == (1, 0)
    assert "no interview 'Third'" in run("interview", asked, "change", "Third", "--part", "1", status=1).err
    run("interview", asked, "list", "--case", "AAA")
    assert "still named by 1 answer" in run("interview", asked, "remove", "Second", status=1).err
    run("answers", asked, "take-back", "BBBMA01", "A2")
    run("interview", asked, "remove", "Second")


def test_the_guide_of_meetings_and_the_topics_of_a_code_are_said_from_their_side(coded: Path, run: Run) -> None:
    run("instrument", coded, "add", "Guide")
    run("instrument", coded, "topic", "what risk means")
    for name in ("One", "Two"):
        run("interview", coded, "add", name)
    run("interview", coded, "guide", "Guide 1", "One")
    done = run("interview", coded, "guide", "Guide 1", "--without", "--json").json
    held = run("interview", coded, "--json").json["interviews"]
    assert done["changed_guides"] == len(held) - 1
    assert {one["instrument"] for one in held} == {"Guide 1"}
    run("interview", coded, "guide", "", "One")
    assert [one["name"] for one in run("interview", coded, "--json").json["interviews"] if not one["instrument"]] == [
        "One"
    ]
    assert "Name meetings" in run("interview", coded, "guide", "Guide 1", status=2).err
    assert "linked to no topic" in run("codebook", coded, "topics", "risk").out
    run("codebook", coded, "topics", "risk", "--link", "what risk means")
    assert run("codebook", coded, "topics", "risk", "--json").json["topics"][0]["name"] == "what risk means"
    assert "linked by" in run("codebook", coded, "topics", "risk", "--link", "what risk means", status=1).err
    run("codebook", coded, "topics", "risk", "--unlink", "what risk means")
    assert "is not asked under" in run("codebook", coded, "topics", "risk", "--unlink", "what risk means", status=1).err
