"""The page of the server names every route and question, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

from crosscase.server.openapi import document

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "http.md"
BY_NAME = ("/api/acts/", "/api/ask/", "/api/rows/")
"""Of these there are as many as verbs, questions and kinds, which have pages of their own."""
APART = {"/api/jobs/{job}/file", "/api/openapi.json", "/api/save/FORM"}
"""Answered, but no part of the document: what comes is a file."""


def paths() -> set[str]:
    return set(document()["paths"])


def test_every_route_is_on_the_page_and_no_other() -> None:
    named = set(re.findall(r"/api/[\w/{}.]+", PAGE.read_text("utf-8")))
    routes = {path for path in paths() if not path.startswith(BY_NAME)}
    assert sorted(routes - named) == []
    assert sorted(named - routes - APART - {"/api/acts/VERB", "/api/ask/QUESTION", "/api/rows/KIND"}) == []


def test_every_question_is_on_the_page_and_no_other() -> None:
    (row,) = re.findall(r"^\| `POST /api/ask/QUESTION` \| (.*?);", PAGE.read_text("utf-8"), re.MULTILINE)
    questions = sorted(path.removeprefix("/api/ask/") for path in paths() if path.startswith("/api/ask/"))
    assert row.split(", ") == questions, f"name them in {PAGE.name}: {', '.join(questions)}"
