"""`saturation` at the command line, on the demonstration study, and wrong use."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_curve_its_runs_groups_and_meaning(run: Run, coded: Path, tmp_path: Path) -> None:
    assert "'Main' is a reflexive thematic analysis, and saturation is off" in run("saturation", coded, status=1).err
    run("theme", coded, "analysis", "Frame", "--family", "framework")
    shown = run("saturation", coded)
    assert "too few to say" in shown.out
    data = run("saturation", coded, "--json", "--orders", 50).json
    assert data["analysis"] == "saturation"
    assert sum(row["new"] for row in data["rows"]) == data["total"]
    assert "Of the base" in run("saturation", coded, "--show", "runs").out
    assert "too few to say (1 of at least 6)" in run("saturation", coded, "--show", "groups", "--by", "cases").out
    assert "Saturation of meaning" in run("saturation", coded, "--show", "meaning").out
    run("saturation", coded, "-o", tmp_path / "curve.svg")
    assert "<svg" in (tmp_path / "curve.svg").read_text(encoding="utf-8")
    first = data["rows"][0]
    opened = run("saturation", coded, "--open", first["label"]).out
    assert f"New in {first['label']}" in opened


def test_wrong_use_is_said_in_one_line(run: Run, coded: Path) -> None:
    run("theme", coded, "analysis", "Frame", "--family", "framework")
    assert "Groups of what?" in run("saturation", coded, "--show", "groups", status=2).err
    assert "is not among the interviews" in run("saturation", coded, "--open", "X", status=1).err
    run("saturation", coded, "--base-size", "0", status=2)
    assert "saturation is off for it" in run("saturation", coded, "--analysis", "Main", status=1).err
