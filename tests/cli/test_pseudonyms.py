"""`crosscase pseudonyms` as a person uses it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_NAMES_PASSPHRASE", "five words that nobody knows")


def test_names_are_added_listed_and_removed(run: Run, coded: Path, tmp_path: Path) -> None:
    register = tmp_path / "safe.names"
    assert "There is no register" in run("pseudonyms", coded, status=1).err
    run(
        "pseudonyms",
        coded,
        "add",
        "Anna",
        "Ines",
        "--participant",
        "AAAPW01",
        "--form",
        "ANNA=INES",
        "--names",
        register,
    )
    table = tmp_path / "names.csv"
    table.write_text("Name,Pseudonym,Forms\nCara,Dora,CARA=DORA; Caras=Doras\nBen,Bob,\n", "utf-8")
    assert "the register" in run("pseudonyms", coded, "add", "--from", table, "--names", register).out
    listed = run("pseudonyms", coded, "--names", register, "--json").json["names"]
    assert [(one["name"], one["pseudonym"], one["forms"]) for one in listed] == [
        ("Anna", "Ines", {"ANNA": "INES"}),
        ("Ben", "Bob", {}),
        ("Cara", "Dora", {"CARA": "DORA", "Caras": "Doras"}),
    ]
    for wrong, says in (
        (("Anna", "Eva"), "in the register already"),
        (("CARA", "Eva"), "in the register already"),
        (("Eva", "Anna"), "has the real name"),
        (("Eva", "Maria", "--participant", "NOBODY"), "There is no participant"),
    ):
        assert says in run("pseudonyms", coded, "add", *wrong, "--names", register, status=1).err
    run("pseudonyms", coded, "add", "Eva", "--names", register, status=2)
    run("pseudonyms", coded, "remove", "Ben", "--names", register)
    assert "not in the register" in run("pseudonyms", coded, "remove", "Ben", "--names", register, status=1).err


def test_a_dry_run_lists_every_place_and_apply_replaces_them(run: Run, coded: Path) -> None:
    run("pseudonyms", coded, "add", "ANNA", "EVA")
    register = coded.with_suffix(".names")
    assert register.exists()
    done = run("pseudonyms", coded, "apply", "--dry-run")
    assert "[ANNA → EVA]: There is a risk" in done.out
    assert "Left alone" in done.out
    assert "anna" in done.out
    data = run("pseudonyms", coded, "apply", "--dry-run", "--json").json
    assert {one["name"] for one in data["places"]} == {"ANNA"}
    assert {one["kind"] for one in data["places"]} >= {"source", "speaker"}
    assert run("info", coded, "--json").json["entries"] == len(run("log", coded, "--json").json["entries"])
    acted = run("pseudonyms", coded, "apply", "--yes", "--json").json
    assert sum(acted["texts"].values()) == 2
    text = run("sources", coded, "show", "anna", "--covered", "--json").json["text"]
    assert "EVA: There is a risk in it." in text
    assert b"ANNA" not in coded.read_bytes()
    assert {one["label"] for one in run("speakers", coded, "--json").json["speakers"]} >= {"EVA"}
    assert "None of these names stands" in run("pseudonyms", coded, "apply", "--yes", status=1).err
    assert run("verify", coded).status == 0


def test_nothing_happens_without_being_agreed_to(run: Run, coded: Path) -> None:
    run("pseudonyms", coded, "add", "ANNA", "EVA")
    before = run("info", coded, "--json").json["entries"]
    run("pseudonyms", coded, "apply", status=1)
    assert run("info", coded, "--json").json["entries"] == before


def test_passphrases_are_checked_and_changed(
    run: Run, coded: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("pseudonyms", coded, "add", "ANNA", "EVA")
    other = Path(shutil.copy(coded.with_suffix(".names"), tmp_path / "other.names"))
    monkeypatch.setenv("CROSSCASE_NEW_NAMES_PASSPHRASE", "five other words, all long")
    run("pseudonyms", coded, "change-passphrase")
    assert "passphrase is wrong" in run("pseudonyms", coded, status=1).err
    assert run("pseudonyms", coded, "--names", other, "--json").json["names"]
    monkeypatch.setenv("CROSSCASE_NAMES_PASSPHRASE", "five other words, all long")
    assert run("pseudonyms", coded, "--json").json["names"]
    monkeypatch.delenv("CROSSCASE_NAMES_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert "CROSSCASE_NAMES_PASSPHRASE" in run("pseudonyms", coded, status=1).err


def test_a_register_of_another_study_is_refused(run: Run, coded: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.crosscase"
    run("new", other, "--as", "Ines")
    run("pseudonyms", other, "add", "ANNA", "EVA")
    refused = run("pseudonyms", coded, "--names", other.with_suffix(".names"), status=1)
    assert "register of another study" in refused.err
    broken = tmp_path / "broken.names"
    broken.write_text("{}", "utf-8")
    assert "is no register of names" in run("pseudonyms", coded, "--names", broken, status=1).err


def test_words_that_may_be_names_are_listed(run: Run, study: Path, tmp_path: Path) -> None:
    run(
        "edit",
        study,
        "anna",
        "--find",
        "Trust comes later.",
        "--replace",
        "Trust came with Rosa Mill and with Rosa Mill.",
    )
    data = run("pseudonyms", study, "suggest", "--json").json["suggestions"]
    assert [(one["words"], one["count"], one["source"]) for one in data] == [("Rosa Mill", 2, "anna")]
    run("pseudonyms", study, "add", "Rosa Mill", "[a friend]", "--names", tmp_path / "a.names")
    known = run("pseudonyms", study, "suggest", "--names", tmp_path / "a.names", "--json").json["suggestions"]
    assert known == []
