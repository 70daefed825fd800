"""Words without participants' names, and where each place in them is then.

What a careful reader would get wrong: a name is found as it is written, as a whole word. Who is called otherwise in a
text is not; pseudonyms (`crosscase pseudonyms`) go further.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping


class Nameless:
    """Words in which identifiers stand for names, and where each place of the words was before is now.

    Attributes:
        text: the words as they leave.
    """

    def __init__(self, words: str, called: Mapping[str, str]) -> None:
        self._ends: list[int] = []
        self._spans: list[tuple[int, int, int, int]] = []
        self.text = words
        if not called:
            return
        longest = sorted(called, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        parts: list[str] = []
        at = length = 0
        for match in pattern.finditer(words):
            between, becomes = words[at : match.start()], called[match[0]]
            length += len(between)
            self._spans.append((match.start(), match.end(), length, length + len(becomes)))
            self._ends.append(match.end())
            parts += (between, becomes)
            length += len(becomes)
            at = match.end()
        self.text = "".join((*parts, words[at:]))

    def at(self, place: int, *, end: bool = False) -> int:
        """Where a place is now; one within a name is at its beginning, as an end at its end."""
        number = bisect_left(self._ends, place)
        if number < len(self._spans):
            start, _, now, after = self._spans[number]
            if start < place < self._ends[number]:
                return after if end else now
            if place == self._ends[number]:
                return after
        if not number:
            return place
        return self._spans[number - 1][3] + place - self._ends[number - 1]
