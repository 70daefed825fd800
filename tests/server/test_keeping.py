"""How the open study is kept: the facts, a backup made now, encrypting under the open window."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.store.heads import is_plain
from crosscase.study import Study
from tests.server.conftest import Window, window_on

FIRST, SECOND = "five words nobody would guess", "and five others after these"


def test_the_facts_are_those_of_the_study(window: Window, demo: Path) -> None:
    found = window.get("/keeping")
    assert (found["place"], found["path"], found["encrypted"], found["synced"]) == ("file", str(demo), False, "")
    assert found["size"] == demo.stat().st_size
    assert found["members"] == 3
    assert found["register"] == {"path": str(demo.with_suffix(".names")), "there": False, "names": None}


def test_a_backup_is_made_now(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    assert window.get("/keeping")["backups_in"] == ""
    assert window.post("/keeping/backup", status=409)["type"] == "backups-off"
    monkeypatch.setenv("CROSSCASE_BACKUPS", "on")
    made = window.post("/keeping/backup")
    assert made["reason"] == "by hand"
    assert made in window.get("/keeping")["backups"]


def test_the_study_is_encrypted_and_given_another_passphrase_while_it_is_open(window: Window, demo: Path) -> None:
    assert window.post("/keeping/encrypt", {"passphrase": FIRST})["encrypted"] is True
    assert not is_plain(demo)
    window.act("code.add", name="goes on")
    wrong = window.post("/keeping/encrypt", {"passphrase": SECOND, "old": "not this one"}, status=403)
    assert wrong["type"] == "wrong-passphrase"
    window.act("code.add", name="still goes on")
    window.post("/keeping/encrypt", {"passphrase": SECOND, "old": FIRST})
    assert window.post("/keeping/encrypt", {"passphrase": "", "old": SECOND}, status=409)["type"] == "unfit-passphrase"
    window.post("/start/leave")
    with Study.open(demo, passphrase=SECOND) as study:
        assert study.verify() == []


def test_only_an_owner_encrypts(demo: Path) -> None:
    with window_on(demo, "Tom") as window:
        assert window.post("/keeping/encrypt", {"passphrase": FIRST}, status=403)["type"] == "not-allowed"
    assert is_plain(demo)


def test_an_encrypted_study_is_restored_without_typing_its_passphrase_again(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", "on")
    with window_on(demo, "Ines") as window:
        window.post("/keeping/encrypt", {"passphrase": FIRST})
        window.post("/keeping/backup")
        window.act("code.add", name="to be lost")
        asked = {"path": str(demo), "number": window.get("/keeping")["backups"][0]["number"]}
        assert window.post("/start/restore", asked)["restored"] is True
        assert window.get("/study")["encrypted"] is True
        assert "to be lost" not in str(window.get("/codebook"))
