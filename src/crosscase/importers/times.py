"""Times as transcripts write them, in milliseconds.

`0:03`, `00:01:02`, `01:05:56.21`, `00:00:07,000`, and the marks of f4 (`#00:01:02-3#`, where the last figure counts
tenths of a second). Two numbers are minutes and seconds, three are hours, minutes and seconds.
"""

from __future__ import annotations

import re

TIME = r"\d{1,3}:[0-5]?\d(?::[0-5]?\d)?(?:[.,]\d{1,3})?(?![\d:])"
F4 = r"\#\d{1,2}:\d\d:\d\d(?:-\d)?\#"

_AT_START = re.compile(rf"(?:{F4}|\\?[\[(]{TIME}\\?[\])]|{TIME}(?=[ \t]*\n))\s*")
_AT_END = re.compile(rf"\s*(?:{F4}|\\?[\[(]{TIME}\\?[\])])$")
_IN_TIME = re.compile(r"[\d:.,]|-(?=\d)")
_FIGURES = re.compile(r"\d+")
INSIDE = re.compile(rf"\\?\[{TIME}\\?\]|{F4}")


def milliseconds(time: str) -> int:
    """A time as text in milliseconds from the beginning."""
    whole, _, part = "".join(_IN_TIME.findall(time)).replace(",", ".").replace("-", ".").partition(".")
    total = 0
    for figures in whole.split(":"):
        total = total * 60 + int(figures)
    return total * 1000 + (int(f"{part:0<3}"[:3]) if part else 0)


def leading(text: str, start: int, end: int) -> tuple[int, int | None]:
    """Where the words begin after a time mark at their start, and that time."""
    found = _AT_START.match(text, start, end)
    return (found.end(), milliseconds(found.group())) if found else (start, None)


def trailing(text: str, start: int, end: int) -> tuple[int, int | None]:
    """Where the words end before a time mark at their end, and that time."""
    found = _AT_END.search(text, max(start, end - 24), end)
    return (found.start(), milliseconds(found.group())) if found else (end, None)
