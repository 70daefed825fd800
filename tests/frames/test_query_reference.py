"""Every example in the reference of the query language can be typed."""

from __future__ import annotations

import re

from crosscase.frames.query import FIELDS, parse
from tests.shared import REPOSITORY

PAGE = (REPOSITORY / "docs" / "reference" / "query-language.md").read_text(encoding="utf-8")
WORDS, CODINGS = PAGE.split("## Searching codings")


def examples_of(part: str) -> list[str]:
    rows = [line for line in part.splitlines() if line.startswith("| `")]
    return [example for row in rows for example in re.findall(r"`([^`]+)`", row.split("|")[1])]


def test_examples_are_queries() -> None:
    examples = examples_of(WORDS)
    assert len(examples) > 15
    for example in examples:
        parse(example)
    assert all(any(example.startswith(f"{field}:") for example in examples) for field in FIELDS)


def test_there_are_examples_of_searching_codings() -> None:
    assert any("OVERLAPS" in example for example in examples_of(CODINGS))
