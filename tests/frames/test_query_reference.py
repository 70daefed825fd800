"""Every example in the reference of the query language can be typed."""

from __future__ import annotations

import re

from crosscase.frames.query import FIELDS, parse
from tests.shared import REPOSITORY

PAGE = (REPOSITORY / "docs" / "reference" / "query-language.md").read_text(encoding="utf-8")


def test_examples_are_queries() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    examples = [example for row in rows for example in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(examples) > 15
    for example in examples:
        parse(example)
    assert all(any(example.startswith(f"{field}:") for example in examples) for field in FIELDS)
