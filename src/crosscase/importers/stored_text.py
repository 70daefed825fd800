r"""A text as another program stores it, and its places in the text as a study has it.

A study's text has line ends as `\n` and no byte order mark; programs store `\r\n`, keep the mark, and count in UTF-16
units (Qt, JavaScript, Java) or bytes. `Stored.candidates` gives what a pair of numbers may mean, the plainest way
first; where the stored words are known, the first way whose words agree is the program's.

What a careful reader would get wrong: a program may store `\r\n` and count it as one. The numbers are therefore tried
on the settled text before they are tried on the stored one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Final

MARK: Final = "\ufeff"


class Stored:
    """A stored text.

    Attributes:
        raw: as it is stored.
        text: as the study has it.
    """

    def __init__(self, raw: str) -> None:
        # Half of a character has no place in a text; each becomes one sign, so that nothing moves.
        self.raw = "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in raw)
        self.text = self.raw.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")

    def candidates(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """What two numbers may mean in `text`, each with how they are counted then."""
        yield "", start, end
        if self.raw != self.text:
            yield "line ends counted as stored", self._from_raw(start), self._from_raw(end)
        if self.raw.startswith(MARK):
            yield "byte order mark counted", start - 1, end - 1
        if not self._units_are_code_points:
            yield "counted in UTF-16 units", self._from_units(start), self._from_units(end)

    def meant(self, first: int | None, last: int | None, words: str) -> tuple[int, int]:
        """Numbers as they count `text`, in the first way in which the words agree; -1 where there are none."""
        if first is None or last is None or first < 0:
            return -1, -1
        ways = self.candidates(first, last)
        return next(((a, b) for _, a, b in ways if self.text[max(a, 0) : max(b, 0)] == words), (first, last))

    def from_bytes(self, start: int, end: int) -> tuple[int, int]:
        """Places that count bytes of the text in UTF-8; one inside a character goes to where that begins."""
        return self._from_bytes(start), self._from_bytes(end)

    def from_units(self, start: int, end: int) -> tuple[int, int]:
        """Places that count UTF-16 units."""
        return self._from_units(start), self._from_units(end)

    def from_raw(self, start: int, end: int) -> tuple[int, int]:
        """Places that count the code points as stored."""
        return self._from_raw(start), self._from_raw(end)

    def _from_raw(self, at: int) -> int:
        if self.raw == self.text:
            return at
        dropped = bisect_left(self._returns, at)
        return max(0, at - dropped - (1 if at and self.raw.startswith(MARK) else 0))

    def _from_units(self, at: int) -> int:
        if self._units_are_code_points:
            return at
        beyond = at - self._units[-1]
        return len(self.text) + beyond if beyond > 0 else bisect_left(self._units, at)

    def _from_bytes(self, at: int) -> int:
        found = bisect_left(self._bytes, at)
        return found if found < len(self._bytes) and self._bytes[found] == at else max(0, found - 1)

    @cached_property
    def _returns(self) -> list[int]:
        r"""Where a `\r` stands before a `\n`."""
        return [at for at, sign in enumerate(self.raw) if sign == "\r" and self.raw[at + 1 : at + 2] == "\n"]

    @cached_property
    def _units_are_code_points(self) -> bool:
        return not self.text or max(self.text) <= "\uffff"

    @cached_property
    def _units(self) -> list[int]:
        """The number of UTF-16 units before each character, and before the end."""
        found, at = [0], 0
        for sign in self.text:
            at += 2 if sign > "\uffff" else 1
            found.append(at)
        return found

    @cached_property
    def _bytes(self) -> list[int]:
        """The number of bytes before each character, and before the end."""
        found, at = [0], 0
        for sign in self.text:
            at += len(sign.encode())
            found.append(at)
        return found
