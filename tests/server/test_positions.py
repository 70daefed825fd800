"""A position is in nobody's answer but its author's until it is shown, whatever is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscase.model import Discussion, Member, Theme
from crosscase.server.routes.ask import QUESTIONS
from crosscase.server.routes.rows import SHOWN
from crosscase.study import Study
from crosscase.verbs.discussions import hand_in_position, open_discussion, write_position
from tests.server.conftest import window_on

SECRET = "we never asked them whether they wanted the keys"


def test_no_answer_has_it_before_it_is_shown(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        everyone = [one.id for one in study.rows(Member) if one.nature == "person"]
        theme = study.rows(Theme)[0].id
        study.do(open_discussion, "Shall we keep it?", everyone, about_kind="theme", about=theme)
    with Study.open(demo, member="Tom") as study:
        talk = next(one.id for one in study.rows(Discussion) if one.question == "Shall we keep it?")
        study.do(write_position, talk, SECRET)
        study.do(hand_in_position, talk)
    with window_on(demo, "Ines") as window:
        answers: list[Any] = [window.get(f"/rows/{kind}") for kind in SHOWN]
        answers += [window.post(f"/ask/{one}", {}) for one in ("discussions", "signed", "compared", "analyses", "flow")]
        answers += [window.get("/memos"), window.get("/themes"), window.get("/history", last=200)]
        for entry in [one["id"] for one in window.get("/history", last=6)]:
            answers.append(window.get(f"/history/{entry}"))
        assert SECRET not in repr(answers)
        (mine,) = [
            one
            for one in window.post("/ask/discussions", {"about": theme})["discussions"]
            if one["discussion"]["id"] == talk
        ]
        assert (len(mine["handed_in"]), [p["words"] for p in mine["positions"]]) == (1, [""])
    with window_on(demo, "Tom") as window:
        assert SECRET in repr(window.post("/ask/discussions", {}))
    assert "position" not in SHOWN
    assert {"discussions", "signed", "pairs", "compared"} <= {one.name for one in QUESTIONS}
