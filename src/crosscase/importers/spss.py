"""SPSS and Stata files (sav, zsav, por, dta) as a sheet of text, with what they say of their columns.

Values are the codes as a person would have typed them (`3`, `2.5`); labels of codes and codes declared as missing stand
beside them, because only the reader of answers knows what they mean for an item. System-missing values are blank.

What a careful reader would get wrong: the rows have the numbers of SPSS's data view, where the first row is 1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from crosscase.importers.errors import NoWordsError, TooLargeError, WrongContentError
from crosscase.importers.guard import MOST_BYTES
from crosscase.importers.tabular import Row, Sheet, cell_text

Ranges: TypeAlias = "dict[str, tuple[tuple[float, float], ...]]"


def read_spss(path: Path) -> tuple[Sheet, dict[str, str], dict[str, dict[str, str]], Ranges]:
    """The rows; by column the variable's label, the labels of its codes, and ranges of codes that mean missing.

    Raises:
        UnreadableError: it is no SPSS file, is too large, or holds no rows.
    """
    return _read(path, "read_por" if path.suffix.lower() == ".por" else "read_sav")


def read_stata(path: Path) -> tuple[Sheet, dict[str, str], dict[str, dict[str, str]], Ranges]:
    """The same of a Stata file, whose missing values all are blank.

    Raises:
        UnreadableError: it is no Stata file, is too large, or holds no rows.
    """
    return _read(path, "read_dta")


def _read(path: Path, reader: str) -> tuple[Sheet, dict[str, str], dict[str, dict[str, str]], Ranges]:
    import pyreadstat

    more = {} if reader == "read_por" else {"user_missing": True}
    if (size := path.stat().st_size) > MOST_BYTES:
        raise TooLargeError(size, MOST_BYTES)
    try:
        try:
            columns, about = getattr(pyreadstat, reader)(str(path), output_format="dict", **more)
        except OverflowError:  # a date beyond the calendar: numbers as they are stored
            plainly = {**more, "disable_datetime_conversion": True}
            columns, about = getattr(pyreadstat, reader)(str(path), output_format="dict", **plainly)
    except (pyreadstat.ReadstatError, ValueError, UnicodeDecodeError) as error:
        raise WrongContentError(path.suffix) from error
    names: list[str] = list(about.column_names)
    cells = [[_text(value) for value in columns[name]] for name in names]
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
    return Sheet(file=path.name, name=path.stem, columns=tuple(names), rows=rows), labels, codes, missing


def _text(value: Any) -> str:
    """A value as a person would have typed it; none for what SPSS calls system-missing."""
    if value is None or value != value:  # noqa: PLR0124 - only what is no number differs from itself
        return ""
    return cell_text(value).strip()
