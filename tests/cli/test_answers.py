"""`--json` prints what the page of the command line says that it prints: exactly these names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscase.cli.answers import ACT, ANSWERS, Shape
from tests.cli.conftest import Run

READS = {
    "settings": ("settings", "STUDY"),
    "members list": ("members", "STUDY"),
    "import": ("import", "STUDY", "FOLDER", "--dry-run"),
    "sources list": ("sources", "STUDY"),
    "sets list": ("sets", "STUDY"),
    "sources show": ("sources", "STUDY", "show", "anna"),
    "speakers list": ("speakers", "STUDY"),
    "read status": ("read", "STUDY"),
    "code": ("code", "STUDY", "--list"),
    "mark": ("mark", "STUDY", "--list"),
    "accept": ("accept", "STUDY", "--list"),
    "codebook list": ("codebook", "STUDY"),
    "codebook show": ("codebook", "STUDY", "show", "risk"),
    "codebook history": ("codebook", "STUDY", "history", "risk"),
    "theme list": ("theme", "STUDY"),
    "theme evidence": ("theme", "STUDY", "evidence", "Risk is written down"),
    "theme signed": ("theme", "STUDY", "signed"),
    "theme history": ("theme", "STUDY", "history", "Risk is written down"),
    "analyses": ("analyses", "STUDY"),
    "bench pairs": ("bench", "STUDY", "pairs", "risk"),
    "bench done": ("bench", "STUDY", "done"),
    "bench property": ("bench", "STUDY", "property", "risk"),
    "bench relations": ("bench", "STUDY", "relations"),
    "discuss list": ("discuss", "STUDY"),
    "discuss read": ("discuss", "STUDY", "read", "Is it risk?"),
    "framework list": ("framework", "STUDY", "list"),
    "framework chart": ("framework", "STUDY", "chart", "AAAPW01"),
    "rivals list": ("rivals", "STUDY"),
    "claims since": ("claims", "STUDY", "since"),
    "guidelines list": ("guidelines", "STUDY"),
    "guidelines gaps": ("guidelines", "STUDY", "gaps"),
    "replication show": ("replication", "STUDY"),
    "given list": ("given", "STUDY"),
    "memo list": ("memo", "STUDY"),
    "frame lines": ("frame", "STUDY", "lines"),
    "find": ("find", "STUDY", "risk"),
    "consent list": ("consent", "STUDY"),
    "instrument list": ("instrument", "STUDY"),
    "answers list": ("answers", "STUDY"),
    "turns propose": ("turns", "STUDY"),
    "interview list": ("interview", "STUDY"),
    "products list": ("products", "STUDY"),
    "report": ("report", "STUDY", "-o", "OUT.md"),
    "formats": ("formats",),
    "info": ("info", "STUDY"),
    "check": ("check", "STUDY"),
    "log": ("log", "STUDY"),
    "diff": ("diff", "STUDY", "ENTRY"),
    "audit": ("audit", "STUDY", "FOLDER/audit"),
    "verify": ("verify", "STUDY"),
}
APART = {
    "new", "demo", "memo show", "undo", "redo", "sign entries", "sign keys", "sign automatic", "rescue",
    "pseudonyms list", "pseudonyms suggest",
}  # fmt: skip
"""Tried below, because they need something of their own."""


@pytest.fixture
def full(coded: Path, run: Run) -> Path:
    """The coded study with one of everything that is listed."""
    coding = run("code", coded, "--list", "--json").json["codings"][0]["id"]
    run("theme", coded, "lineage", "Risk is written down", "risk")
    run("theme", coded, "evidence", "Risk is written down", coding)
    run("bench", coded, "decide", coding, "forms", "undecided", "--for", "risk")
    run("bench", coded, "property", "risk", "how much")
    run("bench", coded, "relate", "risk", "consequence", "forms", coding)
    run("discuss", coded, "open", "Is it risk?", "--ask", "Ines")
    run("discuss", coded, "write", "Is it risk?", "It is.")
    run("framework", coded, "add", "Main", "risk")
    run("rivals", coded, "add", "risk", "They were asked first.")
    run("replication", coded, "set", "Risk is written down", "AAA")
    run("given", coded, "add", "AAAPW01")
    run("mark", coded, "anna", "--quote", "nobody was surprised")
    run("memo", coded, "add", "Ask about nights.")
    run("sets", coded, "add", "first", "anna")
    run("frame", coded, "log", "AAA", "manager", "declined")
    run("autocode", coded, "--code", "trust", "--words", "trust")
    run("instrument", coded, "add", "Part A", "--questionnaire")
    run("instrument", coded, "question", "Part A", "Years in the post", "--number", "A1", "--nature", "number")
    run("answers", coded, "give", "AAAPW01", "A1", "3")
    run("instrument", coded, "add", "Guide")
    run("instrument", coded, "question", "Guide", "What does risk mean to you?", "--number", "1")
    run("export", coded, "codings", "-o", coded.with_name("codings.csv"))
    return coded


def fits(given: Any, shape: Shape) -> bool:
    if isinstance(shape, str):
        return True
    if isinstance(given, list):
        assert given, "nothing to compare with"
        return all(fits(one, shape) for one in given)
    if isinstance(shape, tuple):
        return bool(set(given) == set(shape))
    return set(given) == set(shape) and all(fits(given[name], held) for name, held in shape.items() if given[name])


@pytest.mark.parametrize("name", READS)
def test_what_is_printed_is_what_is_said(name: str, full: Path, run: Run, folder: Path, tmp_path: Path) -> None:
    places = {"STUDY": full, "FOLDER": folder, "OUT.md": tmp_path / "out.md", "FOLDER/audit": tmp_path / "audit"}
    if "ENTRY" in READS[name]:
        places["ENTRY"] = run("log", full, "--verb", "import", "--json").json["entries"][0]["id"]
    given = run(*(places.get(arg, arg) for arg in READS[name]), "--json").json
    assert fits(given, ANSWERS[name]), f"{name}: {given if not isinstance(given, dict) else list(given)}"


def test_every_answer_is_tried() -> None:
    in_words = {name for name, shape in ANSWERS.items() if isinstance(shape, str)}
    assert set(ANSWERS) == set(READS) | APART | in_words


def test_answers_that_need_something_of_their_own(full: Path, run: Run, tmp_path: Path) -> None:
    assert fits(run("new", tmp_path / "a.crosscase", "--json").json, ANSWERS["new"])
    assert fits(run("demo", tmp_path / "b.crosscase", "--json").json, ANSWERS["demo"])
    memo = run("memo", full, "--json").json["memos"][0]["id"]
    assert fits(run("memo", full, "show", memo, "--json").json, ANSWERS["memo show"])
    assert fits(run("undo", full, "--json").json, ANSWERS["undo"])
    assert fits(run("redo", full, "--json").json, ANSWERS["redo"])


def test_answers_of_signing_and_of_rescuing(full: Path, run: Run, tmp_path: Path) -> None:
    run("sign", full, "key")
    assert fits(run("sign", full, "--json").json, ANSWERS["sign entries"])
    assert fits(run("sign", full, "keys", "--json").json, ANSWERS["sign keys"])
    assert fits(run("sign", full, "automatic", "on", "--json").json, ANSWERS["sign automatic"])
    assert fits(run("rescue", full, tmp_path / "saved.crosscase", "--json").json, ANSWERS["rescue"])


def test_answers_of_the_register_of_names(full: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_NAMES_PASSPHRASE", "nine quiet lanterns")
    run("pseudonyms", full, "add", "Anna", "Alma")
    assert fits(run("pseudonyms", full, "--json").json, ANSWERS["pseudonyms list"])
    assert fits(run("pseudonyms", full, "suggest", "--json").json, ANSWERS["pseudonyms suggest"])


def test_acts_answer_alike(full: Path, run: Run) -> None:
    for args in (
        ("codebook", full, "add", "x"),
        ("codebook", full, "remove", "x"),
        ("code", full, "ben", "risk", "--quote", "Forms."),
        ("memo", full, "add", "y"),
        ("settings", full, "--aims", "z"),
        ("speakers", full, "map", "BEN", "other"),
    ):
        given = run(*args, "--json").json
        assert set(ACT) <= set(given), args
        assert len(given["entry"]) == 32


def test_counts_are_whole_numbers_under_these_names(full: Path, run: Run) -> None:
    """Scripts of others rely on these."""
    info = run("info", full, "--json").json
    for name in (
        "cases", "participants", "sources", "turns", "codes", "codings", "themes", "memos", "members", "entries"
    ):  # fmt: skip
        assert type(info[name]) is int
        assert info[name] > 0
