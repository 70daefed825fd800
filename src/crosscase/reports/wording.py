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
    """A cell in words: participants k of n, and where nobody said it, which kinds of nothing that is."""
    number = {name: int(values[row, column]) for name, values in matrix.numbers.items()}
    lines = [f"{number['participants']} of {number['of_participants']}"] if number["of_participants"] else []
    if not number["participants"] and not number["cases"]:
        lines.append(nothing_text(matrix.exposure(row, column)))
    if number["unreviewed"]:
        lines.append(f"+{number['unreviewed']} unreviewed")
    return "\n".join(line for line in lines if line)


def nothing_text(mixture: dict[str, int]) -> str:
    """A mixture in short words, each with its count; the word alone where nobody could be counted."""
    parts = [f"{count} {SHORT[word]}" if count else SHORT[word] for word, count in mixture.items() if word in SHORT]
    return ", ".join(parts)


def legend(texts: Iterable[str]) -> str:
    """What the short words that stand in these cells mean."""
    held = " ".join(texts)
    found = [f"{word}: {meaning}" for word, meaning in _MEANS.items() if word in held]
    return f"Where nobody said it, the cell says why: {'; '.join(found)}." if found else ""
