"""Times as transcripts write them."""

from __future__ import annotations

import pytest

from crosscase.importers.times import milliseconds


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("0:03", 3_000),
        ("00:01:02", 62_000),
        ("01:05:56.21", 3_956_210),
        ("00:00:07,000", 7_000),
        ("#00:01:02-3#", 62_300),
        ("\\[00:01:02\\]", 62_000),
        ("\x85#0:00:07-3#\xa0", 7_300),
    ],
)
def test_a_time_is_read_whatever_stands_beside_it(written: str, time: int) -> None:
    assert milliseconds(written) == time
