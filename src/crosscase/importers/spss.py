"""SPSS and Stata files (sav, zsav, por, dta) as a sheet of text, with what they say of their columns.

Values are the codes as a person would have typed them (`3`, `2.5`); labels of codes and codes declared as missing stand
beside them, because only the reader of answers knows what they mean for an item. System-missing values are blank.

What a careful reader would get wrong: SPSS stores dates as seconds since 14 October 1582 and says only in the format
of the column (`ADATE10`) that they are dates. They are worked out here, one by one: a single value beyond the calendar
would otherwise leave a whole file in seconds. The rows have the numbers of SPSS's data view, where the first row is 1.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Final, TypeAlias

import msgspec

from crosscase.importers.errors import NoWordsError, TooLargeError, WrongContentError
from crosscase.importers.guard import MOST_BYTES
from crosscase.importers.tabular import Row, Sheet, cell_text

Ranges: TypeAlias = "dict[str, tuple[tuple[float, float], ...]]"
_BEGAN: Final = dt.datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS knows no time zones
_DATE: Final = re.compile(r"(?:A|E|S|J)?DATE\d*|MOYR\d*|QYR\d*|WKYR\d*", re.IGNORECASE)
_DATETIME: Final = re.compile(r"(?:DATETIME|YMDHMS)[\d.]*", re.IGNORECASE)
_TIME: Final = re.compile(r"(?:TIME|MTIME)[\d.]*", re.IGNORECASE)
_DAY: Final = 86_400


class Together(msgspec.Struct, frozen=True):
    """A multiple-response set: columns that are one item.

    Attributes:
        label: the wording.
        counted: the value that says that a column's option was chosen; empty: each column holds one of the options.
    """

    label: str
    columns: tuple[str, ...]
    counted: str = ""


class Statistics(msgspec.Struct, frozen=True):
    """What a file holds.

    Attributes:
        labels: of the variables, by column.
        codes: the labels of codes, by column.
        missing: ranges of codes that mean missing, by column.
        together: multiple-response sets.
    """

    sheet: Sheet
    labels: dict[str, str]
    codes: dict[str, dict[str, str]]
    missing: Ranges
    together: tuple[Together, ...] = ()


def read_spss(path: Path) -> Statistics:
    """An SPSS file.

    Raises:
        UnreadableError: it is no SPSS file, is too large, or holds no rows.
    """
    return _read(path, "read_por" if path.suffix.lower() == ".por" else "read_sav")


def read_stata(path: Path) -> Statistics:
    """A Stata file, whose missing values all are blank.

    Raises:
        UnreadableError: it is no Stata file, is too large, or holds no rows.
    """
    return _read(path, "read_dta")


def _read(path: Path, reader: str) -> Statistics:
    import pyreadstat

    more = {} if reader == "read_por" else {"user_missing": True}
    if (size := path.stat().st_size) > MOST_BYTES:
        raise TooLargeError(size, MOST_BYTES)
    plainly = {**more, "disable_datetime_conversion": True}
    try:
        try:
            options = more if reader == "read_dta" else plainly
            columns, about = getattr(pyreadstat, reader)(str(path), output_format="dict", **options)
        except OverflowError:  # a date of Stata's beyond the calendar: numbers as they are stored
            columns, about = getattr(pyreadstat, reader)(str(path), output_format="dict", **plainly)
    except (pyreadstat.ReadstatError, ValueError, UnicodeDecodeError) as error:
        raise WrongContentError(path.suffix) from error
    names: list[str] = list(about.column_names)
    formats: dict[str, str] = {} if reader == "read_dta" else about.original_variable_types
    cells = [[_text(value, formats.get(name, "")) for value in columns[name]] for name in names]
    rows = tuple(Row(number, row) for number, row in enumerate(zip(*cells, strict=True), start=1) if any(row))
    if not rows:
        raise NoWordsError
    labels = {name: label for name, label in zip(names, about.column_labels, strict=True) if label}
    codes = {
        name: {_text(code): str(label).strip() for code, label in held.items()}
        for name, held in about.variable_value_labels.items()
    }
    ranges: dict[str, list[Any]] = dict(about.missing_ranges)
    missing = {
        name: tuple((float(one["lo"]), float(one["hi"])) for one in held if not isinstance(one["lo"], str))
        for name, held in ranges.items()
    }
    sheet = Sheet(file=path.name, name=path.stem, columns=tuple(names), rows=rows)
    return Statistics(sheet, labels, codes, missing, _together(getattr(about, "mr_sets", None) or {}, names))


def _together(sets: dict[str, Any], names: list[str]) -> tuple[Together, ...]:
    """Multiple-response sets; their variables are named without regard to case."""
    called = {name.casefold(): name for name in names}
    found: list[Together] = []
    for name, one in sets.items():
        columns = tuple(called[each.casefold()] for each in one["variable_list"] if each.casefold() in called)
        if len(columns) > 1:
            counted = "1" if one["counted_value"] is None else str(one["counted_value"])
            counted = counted if one["is_dichotomy"] else ""
            found.append(Together(one["label"] or name, columns, counted))
    return tuple(found)


def _text(value: Any, format_: str = "") -> str:
    """A value as a person would have typed it; none for what SPSS calls system-missing."""
    if value is None or value != value:  # noqa: PLR0124 - only what is no number differs from itself
        return ""
    if isinstance(value, int | float) and format_:
        return _moment(float(value), format_) or cell_text(value).strip()
    return cell_text(value).strip()


def _moment(seconds: float, format_: str) -> str:
    """Seconds as the date or time that the format of their column says they are; empty: they are none."""
    if _TIME.fullmatch(format_):
        minutes, rest = divmod(round(seconds), 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest:02d}" if seconds >= 0 else ""
    if not (_DATE.fullmatch(format_) or _DATETIME.fullmatch(format_)):
        return ""
    try:
        moment = _BEGAN + dt.timedelta(seconds=round(seconds))
    except OverflowError:
        return ""
    whole = _DATE.fullmatch(format_) or seconds % _DAY == 0
    return moment.date().isoformat() if whole else moment.isoformat(" ", "seconds")
