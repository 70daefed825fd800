"""A project of another program over HTTP: looked at, refused, taken in as one act, undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscase.model import Code, Member, Source
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.codes import remove_code
from tests.server.conftest import Window, window_on


def _project(demo: Path, tmp_path: Path) -> bytes:
    """The demonstration study for any program, without what only crosscase reads."""
    with Study.open(demo, member="Ines") as study:
        write(study, tmp_path / "out.qdpx", Wanted(profile="nvivo"), Outgoing(study.leaving()))
    return (tmp_path / "out.qdpx").read_bytes()


def _brought(window: Window, data: bytes, name: str) -> str:
    upload: str = window.post("/imports")["id"]
    window._answer(window.client.put(f"/api/imports/{upload}/file", params={"name": name}, content=data), 200)
    return upload


def test_a_project_is_looked_at_and_taken_in_as_one_act(demo: Path, tmp_path: Path) -> None:
    data = _project(demo, tmp_path)
    with Study.new(tmp_path / "new.crosscase", title="New", member="Ada"):
        pass
    with window_on(tmp_path / "new.crosscase", "Ada") as window:
        upload = _brought(window, data, "out.qdpx")
        seen = window.post(f"/imports/{upload}/project", {}, trial="true")["value"]
        assert seen["changes"]
        assert seen["inside"]["TextSource"] == 42
        assert window.get("/sources") == []
        done = window.post(f"/imports/{upload}/project", {"cases_are": "cases"}, because="from NVivo")
        assert done["entry"]
        assert done["value"]["counts"] == seen["counts"]
        assert len(window.get("/sources")) == 42
        assert window.post(f"/imports/{upload}/project", {}, status=404)["type"] == "not-found"
    with Study.open(tmp_path / "new.crosscase", member="Ada") as study:
        assert len(study.rows(Code)) > 20
        study.undo()
        assert study.rows(Source) == []


def test_who_was_the_only_member_still_acts_when_others_came_with_the_project(demo: Path, tmp_path: Path) -> None:
    data = _project(demo, tmp_path)
    with Study.new(tmp_path / "new.crosscase", title="New", member="Ada"):
        pass
    with window_on(tmp_path / "new.crosscase") as window:
        window.post(f"/imports/{_brought(window, data, 'out.qdpx')}/project", {})
        assert window.get("/me")["member"]["name"] == "Ada"
    with Study.open(tmp_path / "new.crosscase") as study:
        assert len(study.rows(Member)) > 1
        assert study.member().name == "Ada"


def test_what_is_gone_on_one_side_is_shown_and_followed_only_when_it_is_asked(demo: Path, tmp_path: Path) -> None:
    data = _project(demo, tmp_path)
    with Study.open(demo, member="Ines") as theirs:
        ours, others = sorted(theirs.rows(Code), key=lambda one: one.name)[:2]
        theirs.do(remove_code, others.id)
    newer = _project(demo, tmp_path)
    with Study.new(tmp_path / "new.crosscase", title="New", member="Ada"):
        pass
    with window_on(tmp_path / "new.crosscase", "Ada") as window:
        window.post(f"/imports/{_brought(window, data, 'out.qdpx')}/project", {})
        here = {one["name"]: one["id"] for one in window.get("/rows/code")}
        window.post("/acts/code.remove", {"code": here[ours.name]})
        upload = _brought(window, newer, "newer.qdpx")

        def looked(**asked: bool) -> dict[str, Any]:
            seen: dict[str, Any] = window.post(f"/imports/{upload}/project", asked, trial="true")["value"]
            return seen

        seen = looked()
        assert any(f"1 code ({ours.name!r})" in one for one in seen["left"]), seen["left"]
        assert any(f"1 code ({others.name!r})" in one for one in seen["gone"]), seen["gone"]
        assert not any("--" in one for one in seen["notes"])
        assert looked(take_again=True)["left"] == []
        followed = looked(follow_removals=True)
        assert any(one.startswith("Removed, because this file has it no more") for one in followed["notes"])
        # Looking keeps nothing.
        assert {one["name"] for one in window.get("/rows/code")} == here.keys() - {ours.name}
        window.post(f"/imports/{upload}/project", {"take_again": True, "follow_removals": True})
        assert {one["name"] for one in window.get("/rows/code")} == here.keys() - {others.name}


def test_what_is_no_project_is_refused_and_nothing_kept(demo: Path) -> None:
    with window_on(demo, "Ines") as window:
        before = len(window.get("/sources"))
        upload = _brought(window, b"Just words.", "a.txt")
        assert window.post(f"/imports/{upload}/project", {}, status=422)["type"] == "one-project"
        upload = _brought(window, b"PK\x03\x04 nothing", "a.qdpx")
        refused = window.post(f"/imports/{upload}/project", {}, trial="true", status=422)
        assert "Traceback" not in refused["detail"]
        assert len(window.get("/sources")) == before
