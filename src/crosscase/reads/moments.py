"""Dates and times as people type them, in milliseconds since 1970.

A date without a time is a whole day where the researcher is: its beginning or its end, as is asked for.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_DAY = len("2026-01-31")


def moment(when: str, *, end: bool) -> int | None:
    """A date or a time (ISO 8601); None when it is neither.

    Args:
        end: of a date without a time, the end of the day is meant.
    """
    try:
        found = datetime.fromisoformat(when.strip())
    except ValueError:
        return None
    if "-" not in when:
        return None
    if end and len(when.strip()) == _DAY:
        found += timedelta(days=1, milliseconds=-1)
    return int((found if found.tzinfo else found.astimezone(UTC)).timestamp() * 1000)


def told(wall: int) -> str:
    """A time for people, where the researcher is: `2026-03-31 14:02`."""
    return datetime.fromtimestamp(wall / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
