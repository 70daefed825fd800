"""A text as a list of tagged characters, and what is coded as sets of tags: how corrections are checked.

It knows nothing of addresses, runs or offsets of the program. A character keeps its tag for as long as it stands; what
is put in has new tags. The rules are said once more, in these terms:

* what replaces a character that is coded is coded, whole;
* what is put in between two characters that are both coded is coded, and what is put in anywhere else is not;
* what is taken away is coded no more, and nothing becomes coded instead.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from crosscase.model import Span


class Tagged(NamedTuple):
    """A character that can be told from every other."""

    tag: int
    character: str


class Characters:
    """A text and what lies on it."""

    def __init__(self, text: str) -> None:
        self._tags = 0
        self.now = self._new(text)
        self.coded: dict[Hashable, frozenset[int]] = {}

    def _new(self, words: str) -> list[Tagged]:
        self._tags += len(words)
        return [Tagged(self._tags - len(words) + n, character) for n, character in enumerate(words)]

    @property
    def text(self) -> str:
        """As it reads."""
        return "".join(one.character for one in self.now)

    def lay(self, name: Hashable, span: Span) -> None:
        """Something lies on a span."""
        self.coded[name] = frozenset(one.tag for one in self.now[span.start : span.end])

    def under(self, span: Span) -> frozenset[int]:
        """The tags of the characters in a span."""
        return frozenset(one.tag for one in self.now[span.start : span.end])

    def edit(self, edits: Sequence[tuple[Span, str]]) -> None:
        """Replace spans, given in the order of the text as it reads before all of them."""
        before, was = self.now, dict(self.coded)
        becomes: list[Tagged] = []
        reached = 0
        for span, words in edits:
            new = self._new(words)
            becomes += before[reached : span.start] + new
            reached = span.end
            gone = frozenset(one.tag for one in before[span.start : span.end])
            beside = frozenset(one.tag for one in before[max(0, span.start - 1) : span.start + 1])
            for name, tags in was.items():
                inside = not gone and 0 < span.start < len(before) and beside <= tags
                if inside or gone & tags:
                    self.coded[name] |= frozenset(one.tag for one in new)
                self.coded[name] -= gone
        self.now = becomes + before[reached:]

    def copy(self) -> tuple[list[Tagged], dict[Hashable, frozenset[int]]]:
        """The state, for going back to."""
        return list(self.now), dict(self.coded)

    def back(self, state: tuple[list[Tagged], dict[Hashable, frozenset[int]]]) -> None:
        """Go back to a state; what was laid since stays where it can."""
        self.now, self.coded = list(state[0]), dict(state[1])
