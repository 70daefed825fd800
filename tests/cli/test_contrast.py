"""`contrast` and `negatives`: what they print, open, settle and refuse."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_contrast_is_printed_opened_and_written(run: Run, coded: Path, tmp_path: Path) -> None:
    shown = run("contrast", coded, "--by", "cases").out
    assert "AAA: participants" in shown
    assert "It is no test." in shown
    data = run("contrast", coded, "--by", "cases", "--json").json
    assert data["analysis"] == "contrasts"
    row = data["contrasts"][0]
    opened = run("contrast", coded, "--by", "cases", "--open", row["label"], row["left"], "--json").json
    assert len(opened["codings"]) == row["left_side"]["codings"]
    assert "Written" in run("contrast", coded, "--by", "cases", "-o", tmp_path / "contrasts.xlsx").out
    assert "Name both groups" in run("contrast", coded, "--by", "cases", "--left", "AAA", status=1).err
    query = run("contrast", coded, "--by", "cases", "--query", "risk", "--json").json
    assert [one["label"] for one in query["contrasts"]] == ["risk"]
    sized = run("contrast", coded, "--by", "cases", "--order", "size", "--json").json["contrasts"]
    sizes = [-1 if one["difference"] is None else abs(one["difference"]) for one in sized]
    assert sizes == sorted(sizes, reverse=True)
    kept = run("contrast", coded, "--by", "cases", "--only-holding", "--json").json["contrasts"]
    assert all(one["robust"] for one in kept)
    assert len(kept) < len(sized)
    run("contrast", coded, "--by", "cases", "--only-holding", "-o", tmp_path / "holding.csv")


def test_negatives_are_listed_settled_and_opened_again(run: Run, coded: Path) -> None:
    run("code", coded, "anna", "risk", "--quote", "There is a risk", "--not-so")
    listed = run("negatives", coded, "--of", "codes", "--by", "", "--json").json["candidates"]
    assert [one["rule"] for one in listed] == ["says it is not so"]
    key = listed[0]["id"][-12:]
    assert "Say under which condition" in run("negatives", coded, "settle", key, "exception", status=1).err
    done = run("negatives", coded, "settle", key, "exception", "--reason", "Only at night.")
    assert "Settled: exception. 0 candidates open." in done.out
    assert "Only at night." in run("negatives", coded, "--of", "codes", "--by", "").out
    assert run("negatives", coded, "--of", "codes", "--by", "", "--open", "--json").json["candidates"] == []
    assert "negative case" in run("log", coded).out
    assert "There is no candidate" in run("negatives", coded, "settle", "0" * 12, "open", status=1).err
    assert "Who did not say it" in run("negatives", coded, "--of", "codes", "--by", "", "--silence").out


def test_cases_stand_side_by_side_and_open(run: Run, coded: Path, tmp_path: Path) -> None:
    run("codebook", coded, "define", "risk", "--category")
    shown = run("meta", coded, "--order-by", "risk", "--descending").out
    assert "ordered by risk, descending" in shown
    opened = run("meta", coded, "--open", "AAA", "risk", "--json").json
    assert opened["cell"]["codings"] == len(opened["codings"])
    assert "needs a reason" in run("meta", coded, "--by-hand", "BBB", status=1).err
    assert "Written" in run("meta", coded, "-o", tmp_path / "meta.xlsx").out


def test_how_alike_cases_are(run: Run, coded: Path, tmp_path: Path) -> None:
    assert run("alike", coded, "--json").json["analysis"] == "similarity"
    assert "It is no test" in run("alike", coded).out
    two = run("alike", coded, "--open", "AAA", "BBB")
    assert "AAA and BBB: likeness" in two.out
    assert "Written" in run("alike", coded, "-o", tmp_path / "map.svg").out
    assert "cannot be made of" in run("alike", coded, "--groups", "40", status=1).err
