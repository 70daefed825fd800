"""Values of attributes: of what type they are, and their canonical text.

A type is inferred from all values of a column and is only a proposal, shown and open to be overridden. Numbers
that begin with a zero are names (`007`); dates are written in ISO 8601 when they can be read in one way
only. `03/04/2021` is read as day or month first only where another value of the column shows which.

Canonical: numbers without blanks and commas between thousands, dates as `2021-04-03`, booleans as `yes` and `no`,
many-of with one option a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from crosscase.model.people import AttributeType, Subject

_NUMBER = re.compile(r"[+\-\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NAME = re.compile(r"0\d+")
_YES = frozenset({"yes", "true", "y"})
_NO = frozenset({"no", "false", "n"})
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?")
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_DAY_WORD = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ .\-]+([a-z]+)\.?[ ,\-]+(\d{4})", re.IGNORECASE)
_WORD_DAY = re.compile(r"(?:[a-z]+, )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
_LONGEST_OPTION = 60
_MOST_OPTIONS = 20


def infer(values: Sequence[str], subject: Subject) -> AttributeType:
    """The type that all values fit; blank ones say nothing."""
    given = [value for value in values if value]
    if not given:
        return "text"
    if all(value.casefold() in _YES or value.casefold() in _NO for value in given):
        return "boolean"
    if all(_NUMBER.fullmatch(value) for value in given) and not any(_NAME.fullmatch(value) for value in given):
        return "number"
    day_first = is_day_first(given)
    if all(iso_date(value, day_first=day_first) for value in given):
        return "date"
    distinct = len(set(given))
    # Cases are few, so that even two that share a value are worth comparing by it.
    few = distinct < len(given) if subject == "case" else distinct * 2 <= len(given)
    short = all(len(value) <= _LONGEST_OPTION and "\n" not in value for value in given)
    return "one-of" if few and short and distinct <= _MOST_OPTIONS else "text"


def canonical(value: str, kind: AttributeType, *, day_first: bool | None = None) -> str | None:
    """The text under which a value is kept; None: it does not fit the type."""
    match kind:
        case "number":
            return value.replace(",", "").replace("\u2212", "-") if _NUMBER.fullmatch(value) else None
        case "date":
            return iso_date(value, day_first=day_first) or None
        case "boolean":
            folded = value.casefold()
            return "yes" if folded in _YES or folded == "1" else "no" if folded in _NO or folded == "0" else None
        case "many-of":
            return "\n".join(filter(None, (part.strip() for part in re.split(r"[;|\n]", value))))
        case _:
            return value


def is_day_first(values: Sequence[str]) -> bool | None:
    """Whether `03/04/2021` is the third of April in a column; None where no value shows it."""
    for value in values:
        if found := _FIGURES.fullmatch(value):
            if int(found[1]) > 12 or found[2] == ".":
                return True
            if int(found[3]) > 12:
                return False
    return None


def iso_date(value: str, *, day_first: bool | None = None) -> str:
    """A date as `2019-08-07`; empty: it cannot be read, or in two ways."""
    if found := _ISO.fullmatch(value):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_WORD.fullmatch(value):
        return _iso(int(found[3]), _MONTHS.get(found[2].casefold(), 0), int(found[1]))
    if found := _WORD_DAY.fullmatch(value):
        return _iso(int(found[3]), _MONTHS.get(found[1].casefold(), 0), int(found[2]))
    if found := _FIGURES.fullmatch(value):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if first == second:
            return _iso(year, first, second)
        if day_first is not None:
            return _iso(year, *((second, first) if day_first else (first, second)))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
