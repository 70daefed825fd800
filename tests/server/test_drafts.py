"""Drafts over HTTP: listed, read while they are written, printed, and taken in again."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from crosscase.model import Draft
from crosscase.study import Study
from tests.reports.word_edits import WordFile
from tests.server.conftest import Window, window_on
from tests.server.test_imports import bring
from tests.server.test_reports import ended


def the_draft(window: Window) -> str:
    (one,) = window.post("/ask/drafts", {})["drafts"]
    found: str = one["id"]
    assert one["open"] == one["proposals"] == 3
    return found


def test_a_text_is_read_while_it_is_written(window: Window) -> None:
    draft = the_draft(window)
    kept = window.post("/ask/draft_read", {"draft": draft, "since": True})
    assert sum(bool(one["stale"]) for one in kept["references"]) == 1
    typed = window.post(
        "/ask/draft_read", {"draft": draft, "text": "👍🏽 {quotes:a} @harrow2011 Most peer workers ran.\n"}
    )
    assert typed["mistakes"][0]["start"] == 3
    assert [one["status"] for one in typed["references"]] == ["there"]
    assert typed["unbound"][0]["about"] == "Most peer workers"
    assert window.post("/ask/draft_read", {"draft": "0" * 32}, status=404)["type"] == "not-found"


def test_saving_upon_an_older_text_keeps_both_or_refuses(window: Window) -> None:
    draft = the_draft(window)
    was = window.post("/ask/draft", {"draft": draft})["draft"]["text"]
    window.act("draft.change", draft=draft, text=was.replace("## Findings", "## What we found"), upon=was)
    done = window.act("draft.change", draft=draft, text=was.replace("Nobody liked it", "Few liked it"), upon=was)
    assert "## What we found" in done["value"]
    assert "Few liked it" in done["value"]
    refused = window.act("draft.change", draft=draft, text=was.replace("## Findings", "## Else"), upon=was, status=409)
    assert refused["type"] == "draft-moved-on"


def test_a_draft_is_printed_and_comes_back(demo: Path, tmp_path: Path) -> None:
    with window_on(demo, "Ines") as window:
        draft = the_draft(window)
        done = ended(window, window.post("/reports", {"form": "docx", "name": "paper", "draft": draft}))
        assert done["state"] == "done", done
        assert done["recorded"]
        data = window.client.get(f"/api/jobs/{done['id']}/file").content
        words = [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
        assert "Where nothing was hurried, people told more. " in " ".join(words)
        path = tmp_path / "paper.docx"
        path.write_bytes(data)
        word = WordFile(path)
        word.change("people told more", "people said more", "Nell")
        upload = bring(window, paper__docx=word.save().read_bytes())
        found = window.post(f"/imports/{upload}/draft", {"draft": draft})
        assert (len(found["proposals"]), found["again"], found["known"]) == (1, 0, True)
        assert window.post(f"/imports/{upload}/draft", {}, status=404)["type"] == "not-found"
        lines = window.post("/ask/draft", {"draft": draft})["proposals"]
        (line,) = (one for one in lines if one["proposal"]["id"] in found["proposals"])
        assert (line["difference"], line["takes"]) == ("“told” became “said”", True)
        window.act("proposal.take", proposals=found["proposals"])
        shown = ended(window, window.post("/reports", {"form": "html", "draft": draft, "preview": True}))
        assert b"people said more" in window.client.get(f"/api/jobs/{shown['id']}/file").content
        assert not shown["recorded"]
    with Study.open(demo, writable=False) as study:
        assert "people said more" in study.rows(Draft)[0].text
