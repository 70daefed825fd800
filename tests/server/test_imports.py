"""Files are brought, looked at, corrected and taken in; nothing is taken that was not shown; all is bounded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crosscase.model import Coding, Source, Speaker
from crosscase.server import uploads
from crosscase.study import Study
from tests.server.conftest import Window, window_on

TALK = (
    "I: How did it begin?\n\nPat: With a letter. 💌 Nobody answered.\n\n"
    "I: And then?\n\nPat: Then I went there myself.\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "new.crosscase"
    Study.new(path, member="Ines", title="New").close()
    return path


def bring(window: Window, **files: bytes | str) -> str:
    """Bring files (`__` stands for a dot in a name)."""
    upload: str = window.post("/imports")["id"]
    for name, words in files.items():
        data = words.encode() if isinstance(words, str) else words
        put(window, upload, name.replace("__", "."), data)
    return upload


def put(window: Window, upload: str, name: str, data: bytes, status: int = 200) -> Any:
    found = window.client.put(f"/api/imports/{upload}/file", params={"name": name}, content=data)
    assert found.status_code == status, found.text
    return found.json()


def test_files_are_shown_before_they_are_taken_in_and_nothing_is_kept_until_then(study: Path) -> None:
    with window_on(study) as window:
        upload = bring(window, first__txt=TALK, picture__png=b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
        shown = window.post(f"/imports/{upload}/preview", {})
        (document,) = shown["documents"]
        assert document["file"] == "first.txt"
        assert document["turns"] == 4
        assert {one["label"] for one in document["speakers"]} == {"I", "Pat"}
        assert shown["counts"]["source"]["added"] == 1
        assert [one["file"] for one in shown["refusals"]] == ["picture.png"]
        assert shown["refusals"][0]["reason"]
        assert window.get("/sources") == []
        done = window.post(f"/imports/{upload}/take", {}, because="first round")
        assert done["verb"] == "import.bundle"
        assert len(done["changed"]["source"]) == 1
        (source,) = window.get("/sources")
        assert "💌" in window.get(f"/sources/{source['id']}")["text"]
        assert window.get("/history", last=1)[0]["because"] == "first round"
        assert window.post(f"/imports/{upload}/preview", {}, status=404)["type"] == "not-found"
        window.post("/undo", {})
        assert window.get("/sources") == []


def test_what_was_found_is_corrected_before_anything_is_taken_in(study: Path) -> None:
    with window_on(study) as window:
        case = window.act("case.add", code="STA1")["value"]
        person = window.act("participant.add", identifier="STA1SU01", case=case)["value"]
        upload = bring(window, one__txt=TALK, two__txt="A field note about the door, which stood open all day.\n")
        shown = window.post(f"/imports/{upload}/preview", {})
        keys = {one["file"]: one["key"] for one in shown["documents"]}
        fixes = [
            {
                "key": keys["one.txt"], "name": "STA1SU01", "case": "STA1", "participants": ["STA1SU01"],
                "voices": [
                    {"label": "Pat", "voice": "participant", "participant": "STA1SU01"},
                    {"label": "I", "voice": "interviewer"},
                ],
            },
            {"key": keys["two.txt"], "leave_out": True},
        ]  # fmt: skip
        asked = {"documents": fixes}
        assert [one["name"] for one in window.post(f"/imports/{upload}/preview", asked)["documents"]] == ["STA1SU01"]
        window.post(f"/imports/{upload}/take", asked)
        (source,) = window.get("/sources")
        assert (source["name"], source["case"], source["unassigned"]) == ("STA1SU01", case, 0)
    with Study.open(study) as opened:
        (kept,) = opened.rows(Source)
        voices = {one.label: (one.voice, one.participant) for one in opened.rows(Speaker, source=kept.id)}
    assert voices == {"Pat": ("participant", person), "I": ("interviewer", None)}


def test_the_same_file_again_is_known(study: Path) -> None:
    with window_on(study) as window:
        for turn in range(2):
            upload = bring(window, first__txt=TALK)
            shown = window.post(f"/imports/{upload}/preview", {})
            assert len(shown["known"]) == turn
            window.post(f"/imports/{upload}/take", {})
        assert len(window.get("/sources")) == 1


def test_folders_come_with_their_names(study: Path) -> None:
    with window_on(study) as window:
        upload = window.post("/imports")["id"]
        put(window, upload, "interviews/wave 1/first.txt", TALK.encode())
        put(window, upload, "interviews\\wave 2\\second.txt", TALK.replace("letter", "call").encode())
        shown = window.post(f"/imports/{upload}/preview", {})
        assert sorted(one["file"] for one in shown["documents"]) == ["first.txt", "second.txt"]
        assert len({one["key"] for one in shown["documents"]}) == 2
        put(window, upload, "interviews/wave 2/first.txt", b"I: Another first?\n\nPat: Another first.\n")
        again = window.post(f"/imports/{upload}/preview", {})
        assert [one["file"] for one in again["documents"]].count("first.txt") == 2


@pytest.mark.parametrize(
    "name",
    ["../x.txt", "a/../../x.txt", "", "/", ".hidden", "a/.b/c", "x\x00.txt", "a" * 300, "C:\\x.txt", "..", "a|b"],
)
def test_a_name_that_leads_elsewhere_is_refused(study: Path, name: str) -> None:
    with window_on(study) as window:
        upload = window.post("/imports")["id"]
        found = window.client.put(f"/api/imports/{upload}/file", params={"name": name}, content=b"x")
        assert found.status_code in {400, 422}, found.text
        assert json.loads(found.content)["type"] in {"bad-value", "bad-request"}
        assert window.post(f"/imports/{upload}/preview", {})["documents"] == []


def test_an_absolute_name_stays_within_the_folder(study: Path, tmp_path: Path) -> None:
    with window_on(study) as window:
        upload = window.post("/imports")["id"]
        put(window, upload, str(tmp_path / "elsewhere.txt"), TALK.encode())
        assert not (tmp_path / "elsewhere.txt").exists()


def test_uploads_are_bounded(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 1000)
    monkeypatch.setattr(uploads, "MOST_BYTES", 2500)
    monkeypatch.setattr(uploads, "MOST_FILES", 4)
    with window_on(study) as window:
        upload = window.post("/imports")["id"]
        assert put(window, upload, "large.txt", b"x" * 1001, 413)["type"] == "too-large"
        assert put(window, upload, "one.txt", b"x" * 1000)["size"] == 1000
        assert put(window, upload, "one.txt", b"x" * 900) == {"id": upload, "files": 1, "size": 900}
        put(window, upload, "two.txt", b"x" * 1000)
        assert put(window, upload, "three.txt", b"x" * 1000, 413)["type"] == "too-large"
        put(window, upload, "four.txt", b"x")
        put(window, upload, "five.txt", b"x")
        assert put(window, upload, "six.txt", b"x", 409)["type"] == "refused"
        uploaded = [window.post("/imports")["id"] for _ in range(uploads.MOST_UPLOADS)]
        assert put(window, upload, "again.txt", b"x", 404)["type"] == "not-found"  # the oldest went
        put(window, uploaded[0], "x.txt", b"x")


def test_nothing_of_what_was_brought_is_left_when_the_server_ends(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with window_on(study) as window:
        bring(window, first__txt=TALK)
        assert any(folder.rglob("*.txt"))
    assert not any(folder.rglob("*.txt"))


def test_who_may_not_edit_takes_nothing_in(study: Path) -> None:
    with Study.open(study, member="Ines") as opened:
        from crosscase.verbs.members import add_member

        opened.do(add_member, "Reader", permission="reader")
    with window_on(study, "Reader") as window:
        upload = bring(window, first__txt=TALK)
        assert window.post(f"/imports/{upload}/take", {}, status=403)["type"] == "not-allowed"
        assert window.get("/sources") == []


def test_a_quotation_at_several_places_is_listed_once_and_lies_where_it_was_chosen(study: Path) -> None:
    words = "Ann: It was slow.\n\nBen: Why was it slow?\n\nAnn: So slow.\n"
    table = "document,quotation,code\none,slow,wait\none,It was,x\none,slow,late\none,quick,wait\n"
    with window_on(study) as window:
        upload = bring(window, one__txt=words, coded__csv=table)
        shown = window.post(f"/imports/{upload}/preview", {})
        assert [(one["row"], one["codes"], len(one["places"])) for one in shown["open"]] == [
            ("coded.csv, row 2", ["wait"], 3), ("coded.csv, row 4", ["late"], 3),
        ]  # fmt: skip
        assert shown["open"][0]["places"][1].endswith("Why was it [slow]? Ann: So slow.")
        assert [one["place"] for one in shown["rows"]] == ["coded.csv, row 5, wait"]
        chosen = {"row": "coded.csv, row 2", "quote": "slow", "place": 2}
        again = window.post(f"/imports/{upload}/preview", {"places": [chosen]})
        assert again["open"] == shown["open"]
        done = window.post(f"/imports/{upload}/take", {"places": [chosen]})["value"]
        assert done["counts"]["coding"]["added"] == 2
        assert [one["row"] for one in done["open"]] == ["coded.csv, row 4"]
    with Study.open(study) as opened:
        assert {int(one.first) for one in opened.rows(Coding)} == {words.index("It was"), words.index("slow?")}
