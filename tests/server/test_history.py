"""History over HTTP: the log in words, undo and redo with what they will do, differences, and who may read what."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.verbs.members import add_member
from tests.server.conftest import Window, window_on


def test_undo_says_beforehand_what_it_takes_back_and_redo_brings_it_back(window: Window) -> None:
    window.act("code.add", name="a new thought")
    ahead = window.get("/history/next")
    assert "a new thought" in ahead["undo"]["what"]
    assert ahead["redo"] is None
    (done,) = window.post("/undo", {})
    assert done["verb"] == "undo"
    assert "a new thought" in done["what"]
    names = {one["code"]["name"] for one in window.get("/codebook")["codes"]}
    assert "a new thought" not in names
    assert "a new thought" in window.get("/history/next")["redo"]["what"]
    window.post("/redo")
    assert "a new thought" in {one["code"]["name"] for one in window.get("/codebook")["codes"]}


def test_what_others_built_on_is_listed_and_goes_only_when_asked(window: Window) -> None:
    added = window.act("code.add", name="parent")
    under = window.act("code.add", name="child", parent=added["value"])
    problem = window.post("/undo", {"entry": added["entry"]}, status=409)
    assert problem["type"] == "depends"
    assert [line.split(" ")[0] for line in problem["where"]] == [under["entry"]]
    done = window.post("/undo", {"entry": added["entry"], "with_dependants": True})
    assert len(done) == 2


def test_nothing_to_undo_is_said(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(add_member, "Zoë")
    with window_on(demo, "Zoë") as window:
        assert window.get("/history/next") == {"undo": None, "redo": None}
        assert window.post("/undo", {}, status=409)["type"] == "nothing-to-undo"


def test_the_log_is_told_in_words_and_filtered(window: Window) -> None:
    code = window.act("code.add", name="rope", because="a knot")["value"]
    window.act("code.rename", code=code, name="cord")
    (last,) = window.get("/history", last=1)
    assert (last["by"], last["verb"]) == ("Ines", "code.rename")
    assert "rope" in last["what"]
    about = window.get("/history", about="code:cord")
    assert [one["verb"] for one in about] == ["code.add", "code.rename"]
    assert about[0]["because"] == "a knot"
    assert {one["by"] for one in window.get("/history", by="Tom", last=200)} == {"Tom"}
    assert window.get("/history", verb="code.rename")[-1]["id"] == last["id"]
    assert window.get("/history", since="yesterday", status=422)["type"] == "bad-value"
    older = window.get("/history", until=str(last["wall"]), last=3)
    assert len(older) == 3


def test_an_entry_opens_to_what_it_changed(window: Window) -> None:
    code = window.act("code.add", name="rope")["value"]
    done = window.act("code.define", code=code, definition="Something to hold on to.")
    opened = window.get(f"/history/{done['entry']}")
    (change,) = opened["changes"]
    assert (change["kind"], change["field"], change["after"]) == ("code", "definition", "Something to hold on to.")
    assert window.get("/history/ffffffffffff", status=404)["type"] == "not-found"


def test_the_difference_between_two_points(window: Window) -> None:
    start = window.act("code.add", name="rope")
    window.act("code.rename", code=start["value"], name="cord")
    found = window.get("/history/difference", since=start["entry"])
    assert [(one["thing"], one["what"]) for one in found["codes"]] == [("cord", "renamed")]
    assert window.get("/history/difference", status=400)["type"] == "bad-request"


def test_a_reflexive_memo_is_its_authors_alone_until_it_is_shared(demo: Path) -> None:
    secret = "I was angry and did not say so."
    with window_on(demo, "Ines") as mine:
        memo = mine.act("memo.write", text=secret, nature="reflexive")["value"]
        assert any(one["memo"]["id"] == memo for one in mine.get("/memos"))
        assert mine.get(f"/memos/{memo}/history")[0]["fields"]["text"] == secret
    with window_on(demo, "Tom") as theirs:
        for path in ("/memos", "/history?last=5", "/overview", "/history/next"):
            assert secret not in str(theirs.get(path)), path
        assert theirs.get(f"/memos/{memo}/history", status=404)["type"] == "not-found"
        assert theirs.act("memo.change", memo=memo, text="mine now", status=403)
        entry = theirs.get("/history", last=1)[0]["id"]
        assert secret not in str(theirs.get(f"/history/{entry}"))
    with window_on(demo, "Ines") as mine:
        mine.act("memo.share", memo=memo)
    with window_on(demo, "Tom") as theirs:
        assert secret in str(theirs.get("/memos"))


def test_an_independent_coder_is_not_told_in_differences_what_others_coded(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(add_member, "Ola", permission="independent coder")
        since = study.log()[-1].id
    with window_on(demo, "Ines") as window:
        source = window.get("/sources")[0]["id"]
        code = window.get("/codebook")["codes"][0]["code"]["id"]
        window.act("coding.apply", code=code, source=source, span={"start": 0, "end": 9})
        assert [one["member"] for one in window.get("/history/difference", since=since)["codings"]] == ["Ines"]
    with window_on(demo, "Ola") as window:
        window.act("coding.apply", code=code, source=source, span={"start": 2, "end": 9})
        assert [one["member"] for one in window.get("/history/difference", since=since)["codings"]] == ["Ola"]
