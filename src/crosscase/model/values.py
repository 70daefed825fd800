"""What people write for numbers, dates and yes or no, as canonical text.

Each function gives the canonical text, or None when it cannot be read without guessing. Nothing here guesses:
`3/4/2021` is the third of April to some and the fourth of March to others, and `1,234` is a little more than one to
some, so both are None.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

YES = frozenset(("yes", "y", "true", "t", "1", "ja", "oui", "sí", "sim", "sì", "да"))
NO = frozenset(("no", "n", "false", "f", "0", "nein", "non", "nee", "não", "нет"))

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_POINTS = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_SLASHES = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})\.?,? ([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3},[0-9]{3}")


def number_text(given: str) -> str | None:
    """A number without needless zeros: `12`, `-0.5`. A decimal comma is read where it can be nothing else."""
    text = given.strip().replace("−", "-")
    if text.count(",") == 1 and "." not in text and not _THOUSANDS.fullmatch(text):
        text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2})?", text):
        return None
    try:
        written = format(Decimal(text), "f")
    except InvalidOperation:
        return None
    short = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if short in ("-0", "+0", "") else short.removeprefix("+")


def yes_or_no(given: str) -> str | None:
    """`yes` or `no`, from the words in which people answer."""
    word = given.strip().casefold()
    return "yes" if word in YES else "no" if word in NO else None


def date_text(given: str) -> str | None:
    """A date as ISO 8601: a year, a month, a day, or a day with its time."""
    text = " ".join(given.split())
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) if part else 1 for part in match.groups())
        return text if _date(year, month, day) else None
    return _date_with_time(text) if text[:4].isdigit() else _date_in_words(text.casefold())


def _date_with_time(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    at_midnight = not (moment.hour or moment.minute or moment.second)
    return moment.date().isoformat() if at_midnight else moment.isoformat(timespec="minutes")


def _date_in_words(text: str) -> str | None:
    found: set[str | None] = set()
    if match := _POINTS.fullmatch(text):
        found = {_date(int(match[3]), int(match[2]), int(match[1]))}
    elif match := _SLASHES.fullmatch(text):
        one, two, year = int(match[1]), int(match[2]), int(match[3])
        found = {_date(year, two, one), _date(year, one, two)} - {None}
    elif match := _MONTH_FIRST.fullmatch(text):
        found = {_date(int(match[3]), _month(match[1]), int(match[2]))}
    elif match := _DAY_FIRST.fullmatch(text):
        day = _date(int(match[3]), _month(match[2]), int(match[1] or 1))
        found = {day if day is None or match[1] else day[:7]}
    return found.pop() if len(found) == 1 else None


def date_or_as_given(given: str) -> str:
    """A date as ISO 8601; what cannot be read is kept as it was given."""
    return date_text(given) or " ".join(given.split())


def _month(name: str) -> int:
    fits = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name) or name == f"{month[:3]}t"]
    return fits[0] if len(fits) == 1 else 0


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
