"""`find --codings`: retrieval as it is typed, printed, written to files, and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def told(coded: Path, run: Run) -> Path:
    """Two codes that overlap in what Ben says, and a rule's codings that nobody has accepted."""
    run("codebook", coded, "add", "trust")
    run("code", coded, "ben", "trust", "--quote", "for everybody. I would rather we trusted them.")
    run("autocode", coded, "--code", "trust", "--words", "trust")
    return coded


def test_codings_are_found_with_their_place_and_context(run: Run, told: Path) -> None:
    found = run("find", told, "--codings", '"risk / forms" OVERLAPS trust', "--context", "2", "--json").json
    assert (found["analysis"], found["total"]) == ("retrieve", 1)
    (one,) = found["passages"]
    assert (one["left"].strip(), one["words"], one["right"].strip()) == ("risk form", "for everybody.", "I would")
    assert (one["name"], one["participants"], one["cases"]) == ("ben", ["BBBMA01"], ["BBB"])
    text = run("sources", told, "show", "ben", "--json").json["text"]
    assert text[one["start"] : one["end"]] == one["words"]
    listed = {line["id"] for line in run("code", told, "--list", "--json").json["codings"]}
    assert len(one["coding_ids"]) == 2
    assert set(one["coding_ids"]) <= listed


def test_units_filters_and_what_is_left_out(run: Run, told: Path) -> None:
    def total(*args: str) -> int:
        return int(run("find", told, "--codings", *args, "--json").json["total"])

    assert total("risk AND trust") == 2
    assert total("risk AND NOT trust") == 2
    assert total("risk", "--case", "AAA") == 2
    assert total("risk", "--role", "manager") == 1
    assert total("trust") == 1
    assert total("trust", "--include-unreviewed") > 1
    assert total("trust", "--not-so") == 0
    assert total("risk", "--member", "Ines") == 3
    printed = run("find", told, "--codings", "trust").out
    assert "1 passage for trust" in printed
    assert "nobody accepted them" in printed
    assert "The first 1 of 3 passages" in run("find", told, "--codings", "risk", "--top", "1").out


def test_passages_under_content_notes_are_covered(run: Run, told: Path, tmp_path: Path) -> None:
    run("mark", told, "anna", "--quote", "They held me down once.", "--covers", "restraint")
    plain = run("find", told, "--codings", "risk").out
    assert "[covered: restraint]" in plain
    assert "held me down" not in plain
    assert "held me down" in run("find", told, "--codings", "risk", "--covered").out
    for ending in ("csv", "html"):
        path = tmp_path / f"risk.{ending}"
        run("find", told, "--codings", "risk", "--top", "3", "-o", path)
        written = path.read_text("utf-8")
        assert "held me down" not in written
        assert "[covered: restraint]" in written
    assert run("find", told, "--codings", "risk", "-o", tmp_path / "risk.xlsx").out.startswith("Written")


def test_a_file_holds_all_that_is_found(run: Run, told: Path, tmp_path: Path) -> None:
    path = tmp_path / "risk.csv"
    run("find", told, "--codings", "*", "--include-unreviewed", "-o", path)
    total = run("find", told, "--codings", "*", "--include-unreviewed", "--json").json["total"]
    assert len(path.read_text("utf-8").splitlines()) == total + 1
    run("find", told, "--codings", "*", "--top", "1", "-o", path)
    assert len(path.read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (("--codings", "risk AND"), 1, "a code is missing after AND"),
        (("--codings", "risk and trust"), 1, "Operators are written in capitals: AND"),
        (("--codings", "rsk"), 1, "Did you mean risk"),
        (("--codings", "risk", "--case", "NOWHERE"), 1, "no case 'NOWHERE'"),
        (("risk", "--codings", "risk"), 2, "both at once"),
        (("risk", "--within", "source"), 2, "--within has a meaning only with --codings"),
        (("risk", "--context", "0"), 2, "--context has a meaning only with --codings"),
        (("--codings", "risk", "--topic", "pay"), 2, "--topic has no meaning with --codings"),
        (("--codings", "risk", "--within", "page"), 2, "page"),
        ((), 2, "Type what to look for"),
    ],
)
def test_wrong_use_says_what_to_do(run: Run, told: Path, args: tuple[str, ...], status: int, message: str) -> None:
    assert message in run("find", told, *args, status=status).err
