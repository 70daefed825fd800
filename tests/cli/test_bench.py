"""`bench`, `discuss`, `theme sign` and `analyses` as they are typed, printed and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def three(coded: Path, run: Run) -> tuple[Path, list[str]]:
    """The coded study with risk taken up as a category, and its codings."""
    run("codebook", coded, "define", "risk", "--category")
    listed = run("code", coded, "--list", "--json").json["codings"]
    return coded, [one["id"] for one in listed if one["code"] == "risk"]


def test_pairs_are_offered_with_their_words_until_they_are_compared(run: Run, three: tuple[Path, list[str]]) -> None:
    study, ids = three
    found = run("bench", study, "pairs", "risk", "--seed", "3", "--json").json
    assert found["left"] + found["compared"] == found["left"] > 0
    first = found["pairs"][0]
    assert {first["one"]["kind"], first["other"]["kind"]} == {"coding"}
    assert first["one"]["words"]
    assert run("bench", study, "pairs", "risk", "--seed", "3", "--json").json == found
    done = ("bench", study, "decide", first["one"]["id"], first["other"]["id"], "same", "--for", "risk", "--seed", "3")
    run(*done, "--rule", "at random", "--reason", "Both on paper.")
    again = run("bench", study, "pairs", "risk", "--seed", "3", "--json").json
    assert (again["left"], again["compared"]) == (found["left"] - 1, 1)
    printed = run("bench", study).out
    assert "Pairs of cases compared" in printed
    assert "not by itself constant comparison" in printed
    opened = run("bench", study, "list", "--open", "risk", "same").out
    assert "Both on paper." in opened
    assert "at random, seed 3" in opened
    assert len(ids) > 1


def test_a_decision_does_what_it_says_and_undo_takes_back_both(run: Run, three: tuple[Path, list[str]]) -> None:
    study, (one, other, *_) = three
    run(
        "bench", study, "decide", one, other, "extends", "--for", "risk", "--property", "how much", "--low", "little",
        "--high", "much", "--at-high", one,
    )  # fmt: skip
    (there,) = run("bench", study, "property", "risk", "--json").json["properties"]
    assert (there["name"], there["low"], there["at_low"], there["at_high"]["id"]) == ("how much", "little", None, one)
    run("undo", study)
    assert run("bench", study, "property", "risk", "--json").json["properties"] == []
    assert run("bench", study, "done", "--json").json["comparisons"] == []
    run("bench", study, "decide", one, other, "split", "--for", "risk", "--into", f"fear={other}")
    codes = {line["id"]: line["code"] for line in run("code", study, "--list", "--json").json["codings"]}
    assert (codes[one], codes[other]) == ("risk", "fear")


def test_what_is_wrong_is_said_in_one_line(run: Run, three: tuple[Path, list[str]]) -> None:
    study, (one, other, *_) = three
    refused = run("bench", study, "decide", one, other, "extends", "--for", "risk", status=1)
    assert refused.err.count("\n") == 1
    assert "which property" in refused.err
    assert "rests on at least one segment" in run("bench", study, "relate", "risk", "condition", "forms", status=1).err
    wrong = run("bench", study, "pairs", "risk", "--rule", "same role, other group", status=1)
    assert "primary grouping" in wrong.err


def test_a_position_is_read_by_its_author_alone_until_it_is_shown(run: Run, three: tuple[Path, list[str]]) -> None:
    study, _ = three
    run("add", study, "members", "Ben", "--as", "Ines")
    asked = ("--theme", "Risk is written down", "--ask", "Ines", "--ask", "Ben", "--as", "Ines")
    run("discuss", study, "open", "Is it risk?", *asked)
    run("discuss", study, "write", "Is it risk?", "It is trust to me.", "--hand-in", "--as", "Ben")
    for args in (("discuss", study, "read", "Is it risk?"), ("discuss", study), ("log", study), ("info", study)):
        assert "trust to me" not in run(*args, "--json").out
        assert "trust to me" not in run(*args).out
    assert "trust to me" in run("discuss", study, "read", "Is it risk?", "--as", "Ben").out
    entry = run("log", study, "--verb", "position.write", "--json").json["entries"][0]["id"]
    assert "trust to me" not in run("log", study, "--entry", entry).out
    run("members", study, "add", "Zoe", "--as", "Ines")
    run("discuss", study, "ask", "Is it risk?", "Zoe", "--as", "Ines")
    assert "Asked no more: 1 member" in run("discuss", study, "release", "Is it risk?", "Zoe", "--as", "Ines").out
    release = run("discuss", study, "release", "Is it risk?", "Ben", "--as", "Ines", status=1)
    assert "has begun a position" in release.err
    assert "1 of 2 have not handed in" in run("discuss", study, "show", "Is it risk?", "--as", "Ben", status=1).err
    run("discuss", study, "write", "Is it risk?", "It is.", "--hand-in", "--as", "Ines")
    run("discuss", study, "show", "Is it risk?", "--as", "Ines")
    assert "trust to me" in run("discuss", study, "read", "Is it risk?", "--as", "Ines").out
    run("discuss", study, "close", "Is it risk?", "We call it risk.", "--as", "Ines")
    run("discuss", study, "dissent", "Is it risk?", "Nobody there called it so.", "--as", "Ben")
    assert "Nobody there called it so." in run("discuss", study, "read", "Is it risk?").out


def test_a_sign_off_lapses_and_wording_only_can_be_contested(run: Run, three: tuple[Path, list[str]]) -> None:
    study, _ = three
    name = "Risk is written down"
    run("theme", study, "sign", name)
    assert run("theme", study, "signed", "--json").json["themes"][0]["agreed"] == ["Ines"]
    run("theme", study, "set", name, "--content", "On paper, not in talk.", "--wording-only")
    (one,) = [line for line in run("theme", study, "signed", "--json").json["themes"] if line["label"] == name]
    assert (one["lapsed"], len(one["wording"])) == ([], 1)
    versions = run("theme", study, "history", name, "--json").json["history"]
    assert [(step["field"], step["by"], step["wording_only"]) for step in versions][-1] == ("content", "Ines", True)
    run("theme", study, "contest", one["wording"][0]["id"], "--reason", "It says more.")
    assert "lapsed for Ines, because it was changed since" in run("theme", study, "signed").out
    run("theme", study, "set", name, "--final")
    assert "called final that not all authors have signed off" in run("theme", study, "signed").out


def test_analyses_stand_side_by_side_with_what_they_share(run: Run, three: tuple[Path, list[str]]) -> None:
    study, (one, *_) = three
    run("theme", study, "lineage", "Risk is written down", "risk")
    run("theme", study, "evidence", "Risk is written down", one)
    run("theme", study, "analysis", "Second", "--family", "framework", "--question", "Who carries it?")
    run("theme", study, "add", "Carried alone", "--analysis", "Second")
    run("theme", study, "lineage", "Carried alone", "risk")
    second = next(line for line in run("analyses", study, "--json").json["analyses"] if line["name"] == "Second")
    assert (second["family"], second["question"], second["themes"]) == (
        "framework",
        "Who carries it?",
        ["Carried alone"],
    )
    assert [(len(each["code_ids"]), len(each["coding_ids"])) for each in second["shared"]] == [(1, 0)]
    assert "1 codes, 0 codings" in run("analyses", study).out
