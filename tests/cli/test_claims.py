"""The findings at the command line: a claim is written, stands, is opened, and what became of it is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from tests.cli.conftest import Run


@pytest.fixture
def coded(coded: Path) -> Path:
    """With an analysis in which counting is of use."""
    with Study.open(coded) as study:
        study.as_member("Ines").do(add_analysis, "Counted", family="codebook TA")
    return coded


def one_claim(run: Run, file: Path, claim: str) -> Any:
    (found,) = (one for one in run("claims", file, "--json").json["claims"] if one["claim"] == claim)
    return found


def test_a_claim_is_written_opened_changed_and_taken_out(run: Run, coded: Path, tmp_path: Path) -> None:
    told = run("claims", coded, "add", "Somebody knows risk.", "some", "risk", "--unit", "cases")
    assert told.out.startswith("Shown, in what has been coded so far.")
    done = run("claims", coded, "add", "All know risk.", "all", "risk", "--json").json
    one = one_claim(run, coded, done["id"])
    assert one["says"] == 'all participants: "risk"'
    opened = run("claims", coded, "list", "--open", done["id"]).out
    assert "AAAPW01" in opened
    assert "not interviewed" in opened
    passages = run("claims", coded, "list", "--open", done["id"], "--passages", "--json").json
    behind = {coding for unit in one["units"] for coding in (*unit["coding_ids"], *unit["against_ids"])}
    assert {each["id"] for each in passages["codings"]} == behind
    assert behind
    changed = run("claims", coded, "set", done["id"][-12:], "--quantifier", "none", "--role", "peer worker").out
    assert changed.startswith("Contradicted, in what has been coded so far.")
    assert "among peer worker" in one_claim(run, coded, done["id"])["says"]
    assert "Written" in run("claims", coded, "list", "-o", tmp_path / "claims.xlsx").out
    assert "Taken out: 1 claim." in run("claims", coded, "remove", done["id"]).out
    assert "All know risk." not in run("claims", coded).out
    assert (
        "Ines removed the claim" in run("log", coded).out.replace("  ", " ")
        or "removed the claim" in run("log", coded).out
    )


def test_what_became_of_claims_names_the_acts(run: Run, coded: Path) -> None:
    run("claims", coded, "add", "All know risk.", "all", "risk", "--unit", "cases")
    assert "Looked at 1 claim as they stand." in run("claims", coded, "look").out
    (one,) = run("claims", coded, "since", "--json").json["claims"]
    assert (one["what"], one["acts"], one["looked"]) == ([], [], True)
    run("code", coded, "ben", "risk", "--quote", "Thank you")
    run("code", coded, "ben", "risk", "--quote", "Forms.", "--not-so")
    (one,) = run("claims", coded, "since", "--json").json["claims"]
    assert {act["by"] for act in one["acts"]} == {"Ines"}
    assert all(act["what"].startswith(("coded", "said")) for act in one["acts"])
    assert "Claims since" in run("claims", coded, "since").out


def test_a_vague_word_gets_a_meaning(run: Run, coded: Path) -> None:
    done = run("claims", coded, "add", "Many know risk.", "many", "risk", "--unit", "cases", "--json").json
    assert one_claim(run, coded, done["id"])["status"] == "no verdict"
    run("claims", coded, "means", "many", "--least", "30", "--reason", "Agreed.")
    assert one_claim(run, coded, done["id"])["status"] != "no verdict"
    assert "at least 30 %" in run("claims", coded).out
    run("claims", coded, "means", "many", "--nothing")
    assert one_claim(run, coded, done["id"])["status"] == "no verdict"


@pytest.mark.parametrize(
    ("words", "says", "status"),
    [
        (("add", "X.", "only in", "risk"), "Say which group", 1),
        (("add", "X.", "all", "risk AND"), "a code is missing", 1),
        (("add", "X.", "all", "riskk"), "There is no code", 1),
        (("add", "X.", "lots", "risk"), "lots", 2),
        (("list", "--passages"), "--open CLAIM", 2),
        (("list", "--open", "00000000ffff"), "There is no claim", 1),
        (("means", "few", "--least", "50", "--most", "20"), "is none", 1),
        (("since", "--entry", "00000000ffff"), "There is no entry", 1),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    run: Run, coded: Path, words: tuple[str, ...], says: str, status: int
) -> None:  # fmt: skip
    run("claims", coded, "add", "All know risk.", "all", "risk")
    assert says in run("claims", coded, *words, status=status).err
