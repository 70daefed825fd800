"""Numbers and kinds of nothing in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from crosscase.analyses.matrix import Matrix

SHORT: Final[dict[str, str]] = {
    "not recruited": "not recruited",
    "not interviewed": "not interviewed",
    "no text yet": "no text",
    "not known (turns not mapped)": "not known",
    "not yet read for this code": "not read",
    "not asked": "not asked",
    "asked, declined": "declined",
    "asked, silent": "silent",
    "read, nothing coded": "nothing coded",
    "said it is not so": "not so",
}
"""What a kind of nothing is called in the narrow cells of a matrix."""

_MEANS: Final[dict[str, str]] = {
    "not recruited": "places of the frame that nobody fills",
    "not interviewed": "recruited, no interview yet",
    "no text": "interviewed, no transcript yet",
    "not known": "nobody has said yet whose the words are",
    "not read": "not yet read to the end for this row",
    "not asked": "read, and the topic was not asked about",
    "declined": "asked, and declined to answer",
    "silent": "asked, answered, and nothing was coded",
    "nothing coded": "read to the end, and nothing was coded",
    "not so": "said that it is not so",
}


def counted(number: int, one: str, many: str = "") -> str:
    """`1 case`, `12 cases`, `1,204 words`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def spread(numbers: Sequence[int]) -> str:
    """`n = 41, median 52, range 31 to 95`."""
    middle = median(numbers)
    return f"n = {len(numbers)}, median {middle:g}, range {min(numbers)} to {max(numbers)}"


def cell_text(matrix: Matrix, row: int, column: int) -> str:
    """A cell in words, a line for each: participants k of n, and what is to be known of the others."""
    return shortened(matrix.text(row, column).replace("; ", "\n"))


def cases_text(matrix: Matrix, row: int, column: int) -> str:
    """In how many cases it was said, of those in which anybody was read for it."""
    of_cases = int(matrix.numbers["of_cases"][row, column])
    return f"{int(matrix.numbers['cases'][row, column])} of {of_cases}" if of_cases else "–"


def people_text(matrix: Matrix, column: int) -> str:
    """Who there is in a column, a line for each kind."""
    return shortened(matrix.people(column).replace("; ", "\n"))


def shortened(text: str) -> str:
    """Kinds of nothing by their short names."""
    for word, short in SHORT.items():
        text = text.replace(word, short)
    return text


def legend(texts: Iterable[str]) -> str:
    """What the short words that stand in these cells mean; empty where there are none."""
    held = " ".join(texts)
    found = [f"{word}: {meaning}" for word, meaning in _MEANS.items() if word in held]
    return f"In words: {'; '.join(found)}." if found else ""
