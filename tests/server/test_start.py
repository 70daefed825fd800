"""The start screen: a study is opened, made, restored over HTTP, and nothing is lost on the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.demo import build_demo
from crosscase.store import backups
from crosscase.study import Study
from tests.server.conftest import Window, window_on


def test_an_empty_desk_offers_what_there_is_and_opens_a_study(demo: Path) -> None:
    with window_on(None) as window:
        assert window.get("/start")["open"] is False
        assert window.get("/study", status=409)["type"] == "no-study"
        assert window.get("/me", status=409)["type"] == "no-study"
        found = window.post("/start/open", {"path": str(demo), "member": "Ines"})
        assert found["settings"]["title"]
        assert found["me"]["member"]["name"] == "Ines"
        start = window.get("/start")
        assert start["open"] is True
        assert [(one["name"], one["there"]) for one in start["recent"]] == [("demo.crosscase", True)]
        window.post("/start/leave")
        assert window.get("/study", status=409)["type"] == "no-study"
        assert not demo.with_name("demo.crosscase-wal").exists()  # it was closed
        window.post("/start/forget", {"path": start["recent"][0]["path"]})
        assert window.get("/start")["recent"] == []
        assert demo.exists()


def test_a_study_is_made_and_its_first_member_sits_there(tmp_path: Path) -> None:
    with window_on(None) as window:
        found = window.post("/start/new", {"path": str(tmp_path / "peers"), "title": "Peers", "member": "Zoë"})
        assert (found["name"], found["settings"]["title"]) == ("peers.crosscase", "Peers")
        assert found["me"]["member"]["name"] == "Zoë"
        assert "own" in found["me"]["may"]
        window.act("code.add", name="first")
        again = {"path": str(tmp_path / "peers.crosscase"), "title": "Another"}
        problem = window.post("/start/new", again, status=404)
        assert problem["type"] == "cannot-open"
        assert str(tmp_path) not in problem["detail"]
        assert window.get("/study")["settings"]["title"] == "Peers"  # the one that was open still is


def test_an_encrypted_study_is_made_and_opened_with_its_passphrase(tmp_path: Path) -> None:
    path = str(tmp_path / "secret.crosscase")
    with window_on(None) as window:
        window.post("/start/new", {"path": path, "member": "Ines", "passphrase": "five words nobody would guess"})
        assert window.get("/study")["encrypted"] is True
        window.post("/start/leave")
        assert window.post("/start/open", {"path": path}, status=403)["type"] == "encrypted"
        wrong = window.post("/start/open", {"path": path, "passphrase": "something else"}, status=403)
        assert wrong["type"] == "wrong-passphrase"
        opened = window.post("/start/open", {"path": path, "passphrase": "five words nobody would guess"})
        assert opened["encrypted"] is True


def test_the_demonstration_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        build_demo(path).close()

    with window_on(None, demonstration=make) as window:
        assert window.get("/start")["demonstration"] is True
        found = window.post("/start/demonstration", {"path": str(tmp_path / "try")})
        assert found["settings"]["invented"]
        assert window.post("/start/demonstration", {"path": str(tmp_path / "try")}, status=409)["type"] == "refused"


def test_folders_show_folders_and_studies_and_nothing_else(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "interviews").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "diary.docx").write_text("private", "utf-8")
    with window_on(None) as window:
        found = window.get("/start/folder", path=str(tmp_path))
        assert found["folders"] == ["interviews"]
        assert found["studies"] == ["demo.crosscase"]
        assert found["parent"] == str(tmp_path.parent)
        assert "diary" not in str(found)
        assert window.get("/start/folder", path=str(tmp_path / "none"), status=404)["type"] == "not-found"
        assert window.get("/start/folder", path="relative", status=422)["type"] == "bad-value"


@pytest.mark.parametrize("path", ["", "  ", "peers.crosscase", "\x00", "../x"])
def test_a_place_has_to_say_its_folder(path: str) -> None:
    with window_on(None) as window:
        for route in ("open", "new"):
            assert window.post(f"/start/{route}", {"path": path}, status=422)["type"] == "bad-value"


def test_a_backup_is_restored_under_the_open_window(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", "on")
    with Study.open(demo, member="Ines") as study:
        backups.make(study.store)
        version = study.version
    with window_on(demo, "Ines") as window:
        window.act("code.add", name="to be lost")
        listed = window.get("/start/backups", path=str(demo))
        number = next(one["number"] for one in listed if one["reason"] == "by hand")
        asked = {"path": str(demo), "number": number}
        plan = window.post("/start/restore", {**asked, "trial": True})
        assert plan["restored"] is False
        assert [(one["member"], one["entries"]) for one in plan["lost"]] == [("Ines", 1)]
        assert "to be lost" in str(window.get("/codebook"))
        done = window.post("/start/restore", asked)
        assert done["restored"] is True
        assert window.get("/study")["version"] == version
        assert "to be lost" not in str(window.get("/codebook"))
        window.put("/me", {"member": "Ines"})
        window.act("code.add", name="goes on")
        assert window.post("/start/restore", {**asked, "number": 99}, status=404)["type"] == "not-found"


def test_windows_are_told_when_another_study_is_opened(demo: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(demo, tmp_path / "other.crosscase"))
    with window_on(demo, "Ines") as window:
        first = window.get("/study")
        window.post("/start/open", {"path": str(other), "member": "Tom"})
        assert window.get("/study")["name"] == "other.crosscase"
        assert window.get("/me")["member"]["name"] == "Tom"
        assert first["id"] == window.get("/study")["id"]  # a copy: windows go by the number of the opening


def test_without_a_window_nothing_is_left_open(window: Window, demo: Path) -> None:
    window.post("/start/leave")
    demo.rename(demo.with_name("moved.crosscase"))
    with Study.open(demo.with_name("moved.crosscase")) as study:
        assert study.verify() == []
