"""`agree`: what it prints, opens, writes, decides and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.model import Code, Source, Span
from crosscase.study import Study
from crosscase.verbs.codings import apply_code
from tests.analyses.agreement.team import code, read, team
from tests.cli.conftest import Run


@pytest.fixture
def doubled(tmp_path: Path) -> Path:
    """A study that Ada and Ben have coded and read."""
    path = tmp_path / "keys.crosscase"
    with team(2, path) as study:
        code(study, "Ada", "t0", "slow", 0, 20)
        code(study, "Ben", "t0", "quick", 0, 20)
        code(study, "Ada", "t1", "keys", 10, 60)
        code(study, "Ben", "t1", "keys", 10, 60)
        code(study, "Ada", "t1", "slow", 100, 120)
        read(study, "Ada", "Ben")
    return path


def test_agreement_is_printed_opened_and_written(run: Run, doubled: Path, tmp_path: Path) -> None:
    shown = run("agree", doubled, "--show", "cohen", "--show", "alpha").out
    assert "Cohen's kappa" in shown
    assert "Only original codings count" in shown
    data = run("agree", doubled, "--json").json
    assert data["analysis"] == "agreement"
    keys = next(row for row in data["rows"] if row["label"] == "keys")
    assert {one["name"]: one["value"] for one in keys["coefficients"]}["alpha"] == 1
    assert "undefined" in next(one for one in keys["coefficients"] if one["name"] == "cu-alpha")
    opened = run("agree", doubled, "--open", "slow", "--json").json
    assert [one["kind"] for one in opened["differences"]] == ["confusion", "omission"]
    assert len(opened["codings"]) == 3
    assert "Ben put nothing at t1 100-120" in run("agree", doubled, "--open", "slow").out
    assert "Written" in run("agree", doubled, "-o", tmp_path / "agree.xlsx").out
    assert "Written" in run("agree", doubled, "-o", tmp_path / "agree.svg").out
    assert "sentences" in run("agree", doubled, "--units", "sentences", "--by", "pairs").out
    assert "There is no line of agreement" in run("agree", doubled, "--open", "nowhere", status=1).err


def test_differences_are_listed_decided_and_taken_back(run: Run, doubled: Path) -> None:
    listed = run("agree", doubled, "differ", "--json").json
    assert [one["kind"] for one in listed["differences"]] == ["confusion", "omission"]
    counted = run("agree", doubled, "differ", "--count").out
    assert "confusion" in counted
    key = listed["differences"][0]["id"][-12:]
    assert "Confusion – Ada: slow; Ben: quick" in run("agree", doubled, "differ", "--open", key).out
    assert "Say why this was decided so" in run("agree", doubled, "decide", key, "one", "--as", "Ada", status=1).err
    done = run(
        "agree",
        doubled,
        "decide",
        key,
        "one",
        "--reason",
        "It is slow.",
        "--with",
        "Ada",
        "--with",
        "Ben",
        "--as",
        "Ada",
    )
    assert "Decided: one. 1 place left where coders differ." in done.out
    assert "It is slow." in run("agree", doubled, "decided").out
    assert run("agree", doubled, "decided", "--json").json["decided"][0]["deciders"] == ["Ada", "Ben"]
    assert "decided about two codes on one passage in t0" in run("log", doubled).out
    assert (
        "code or which stretch"
        in run("agree", doubled, "decide", key, "another", "--reason", "x", "--as", "Ada", status=2).err
    )
    run(
        "agree",
        doubled,
        "decide",
        key,
        "another",
        "--code",
        "keys",
        "--at",
        "0-30",
        "--reason",
        "Neither.",
        "--as",
        "Ben",
    )
    assert "Taken back, with 1 agreed coding." in run("agree", doubled, "withdraw", key, "--as", "Ada").out
    assert run("agree", doubled, "differ", "--settled", "only", "--json").json["differences"] == []


def test_gamma_has_a_budget(run: Run, doubled: Path) -> None:
    with Study.open(doubled, member="Ada") as study:
        for who in ("Ada", "Ben"):
            theirs = study.as_member(who)
            theirs.do(apply_code, study.find(Code, "keys").id, study.find(Source, "t1").id, Span(200, 220))
    found = run("agree", doubled, "gamma", "--json").json
    assert found["analysis"] == "gamma"
    assert found["gamma"]["in_time"]
    assert -1 < found["gamma"]["value"] < 1
    hurried = run("agree", doubled, "gamma", "--seconds", "0").out
    assert "Time was up" in hurried


def test_it_is_refused_in_one_line(run: Run, doubled: Path) -> None:
    run("theme", doubled, "analysis", "Meanings", "--family", "reflexive TA", "--as", "Ada")
    refused = run("agree", doubled, status=1).err
    assert "follows reflexive thematic analysis" in refused
    assert len(refused.strip().splitlines()) == 1
    assert "confusion" in run("agree", doubled, "differ").out
