"""Python and TypeScript count the characters of a text alike: both read these strings (web/test/points.test.ts)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

STRINGS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "code-points.json").read_text("utf-8"))[
    "strings"
]


@pytest.mark.parametrize("one", STRINGS, ids=lambda one: one["name"])
def test_a_text_has_as_many_code_points_here_as_in_the_client(one: dict[str, Any]) -> None:
    text: str = one["text"]
    assert len(text) == one["points"]
    units = [len(text[:point].encode("utf-16-le")) // 2 for point in range(len(text) + 1)]
    assert units == one["units"]
