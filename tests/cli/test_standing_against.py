"""`pairs`, `rivals`, `replication` and `given` at the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_pair_is_shown_opened_and_written_up(run: Run, coded: Path) -> None:
    assert "risk" in run("pairs", coded, "show", "--open", "AAA", "BBB").out
    shown = run("pairs", coded, "--json").json["rows"]
    # AAA says risk and nothing of forms; BBB forms and nothing of risk; nobody else was read.
    # risk with forms is in both; risk by itself only in AAA, forms only in BBB.
    assert [(one["shared"], one["only_left"], one["only_right"], one["of"]) for one in shown] == [(1, 1, 1, 3)]
    run("pairs", coded, "write", "BBB", "AAA", "Both speak of it.", "--done")
    after = run("pairs", coded, "show", "--open", "BBB", "AAA").out
    assert "Written up. Both speak of it." in after
    opened = run("pairs", coded, "show", "--open", "AAA", "BBB", "--row", "forms")
    assert "We write a risk form for everybody." in opened.out
    assert "only right" in opened.out
    run("pairs", coded, "write", "AAA", "BBB", status=2)
    run("pairs", coded, "show", "--row", "forms", status=2)
    assert "cannot be set beside itself" in run("pairs", coded, "write", "AAA", "AAA", "x", status=1).err
    assert "There is no row" in run("pairs", coded, "show", "--open", "AAA", "BBB", "--row", "x", status=1).err


def test_rivals_are_told_with_what_became_of_them(run: Run, coded: Path) -> None:
    made = run("rivals", coded, "add", "Risk is written down", "Managers were asked first.", "--json").json
    assert "1 of 1 still open." in run("rivals", coded).out
    assert "needs a reason" in run("rivals", coded, "set", made["id"], "--disposition", "ruled out", status=1).err
    run("rivals", coded, "set", made["id"][-12:], "--disposition", "ruled out", "--reason", "So say the others.")
    (one,) = run("rivals", coded, "--json").json["rivals"]
    assert (one["finding"], one["disposition"], one["reason"]) == (
        "Risk is written down", "ruled out", "So say the others."
    )  # fmt: skip
    run("rivals", coded, "remove", made["id"])
    assert "No rival explanation is written down yet." in run("rivals", coded).out


def test_replication_shows_its_gaps(run: Run, coded: Path) -> None:
    assert "Nothing is written down yet" in run("replication", coded).out
    run("replication", coded, "set", "Risk is written down", "AAA", "--theoretical", "--expected", "They talk.")
    run("replication", coded, "set", "Risk is written down", "AAA", "--found", "as expected")
    lines = run("replication", coded, "--json").json["replication"]
    assert [(one["code"], one["gap"], one["nature"], one["found"]) for one in lines] == [
        ("AAA", False, "theoretical", "as expected"), ("BBB", True, "", "")
    ]  # fmt: skip
    assert "1 as expected; 1 of 2 cases nothing written" in run("replication", coded).out
    run("replication", coded, "remove", "Risk is written down", "AAA")
    assert run("replication", coded, "--json").json["replication"] == []


def test_who_was_given_what_and_who_was_not(run: Run, coded: Path) -> None:
    made = run("given", coded, "add", "AAAPW01", "--date", "31 May 2024", "--source", "anna", "--json").json
    run("given", coded, "set", made["ids"][0], "--said", "Not what I meant.", "--changed", "Taken out.")
    listed = run("given", coded)
    assert "1 of 3 participants were given something to read; transcript: 1." in listed.out
    assert "1 said something to it; for 1 something was changed." in listed.out
    lines = {one["identifier"]: one for one in run("given", coded, "--json").json["given"]}
    assert (lines["AAAPW01"]["source"], lines["AAAPW01"]["date"]) == ("anna", "2024-05-31")
    assert lines["BBBMA01"]["nature"] == ""
    assert "is not a date" in run("given", coded, "add", "AAAPW01", "--date", "soon", status=1).err
    run("given", coded, "remove", made["ids"][0])
    assert "0 of 3 participants" in run("given", coded).out
