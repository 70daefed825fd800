"""Codings as patterns of judgements: for each line and text, how many units show which.

Every voice that has read a text judged each of its units: for one code yes or no, or, with `sets`, by the set of codes
that lie there. Nothing is unrolled: units between two places where somebody's coding begins or ends are alike, so a
text of sixty thousand characters with twenty codings is some forty numbers.

What a careful reader would get wrong: a unit on which nobody put anything is in the numbers too, unless only text that
somebody coded is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.analyses.agreement.judgements import MISSING, Floats, Judgements
from crosscase.analyses.agreement.lattice import united
from crosscase.analyses.agreement.stretches import Stretches, stretches_of
from crosscase.analyses.agreement.voices import Gathered
from crosscase.frames.intervals import Flags, Ints

YES_NO = ("not coded", "coded")


@dataclass(frozen=True, eq=False)
class Told:
    """Judgements of one line, text by text.

    Attributes:
        judgements: its patterns, with how many units of all texts show each.
        by_text: texts × patterns; texts are those of `Gathered.sources`.
    """

    judgements: Judgements
    by_text: Floats


class Patterns:
    """Makes the patterns of any line from the same codings."""

    def __init__(self, found: Gathered, *, coded_only: bool) -> None:
        self.found = found
        self.place = np.full(found.read.shape[1], -1, dtype=np.int64)
        self.place[found.sources] = np.arange(len(found.sources))
        self.total = found.lattice.length[found.sources]
        if coded_only:
            source, start, end = united(found.source, found.begin, found.stop)
            length = np.bincount(source, end - start, found.read.shape[1]).astype(np.int64)
            self.total = length[found.sources]
        self.order = np.argsort(found.code, kind="stable")
        self.first = np.searchsorted(found.code[self.order], np.arange(found.read.shape[2] + 1))

    def rows(self, code: int) -> Ints:
        """The codings of a code."""
        return self.order[self.first[code] : self.first[code + 1]]

    def of_codes(self, codes: Sequence[int]) -> Told:
        """Each code a question of its own, yes or no, and all questions together."""
        parts = [self._yes_no(code) for code in codes]
        rows = (
            np.concatenate([one for one, _, _ in parts]) if parts else np.zeros((0, len(self.found.voices)), np.int64)
        )
        text = np.concatenate([one for _, one, _ in parts]) if parts else np.zeros(0, np.int64)
        units = np.concatenate([one for _, _, one in parts]) if parts else np.zeros(0)
        return self._told(rows, text, units, YES_NO)

    def of_sets(self, codes: Sequence[int], names: Sequence[str]) -> Told:
        """One question, answered by the set of codes that lie there; who has not read for all of them is missing."""
        stretches, sets = self.stretches(codes)
        labels = ["nothing", *(" + ".join(names[one] for one in each) for each in sets)]
        readers = stretches.readers[self.found.sources]
        rows, text, units = self._pieces(
            stretches.source,
            stretches.coder,
            stretches.start,
            stretches.end,
            value=stretches.value + 1,
            readers=readers,
        )
        return self._told(rows, text, units, tuple(labels))

    def of_steps(self, codes: Sequence[int], names: Sequence[str]) -> Told:
        """One question, answered by one of some codes in their order; nothing and several at once are no answer."""
        stretches, sets = self.stretches(codes)
        step = {code: place for place, code in enumerate(codes)}
        answer = np.array([MISSING, *(step[each[0]] if len(each) == 1 else MISSING for each in sets)], dtype=np.int64)
        rows, text, units = self._pieces(
            stretches.source,
            stretches.coder,
            stretches.start,
            stretches.end,
            value=stretches.value + 1,
            readers=stretches.readers[self.found.sources],
        )
        rows = np.where(rows < 0, MISSING, answer[np.maximum(rows, 0)])
        kept = (rows >= 0).any(axis=1)
        return self._told(rows[kept], text[kept], units[kept], tuple(names[one] for one in codes))

    def stretches(self, codes: Sequence[int], *, points: bool = False) -> tuple[Stretches, tuple[tuple[int, ...], ...]]:
        """What voices marked with these codes, in units or in code points."""
        found = self.found
        rows = np.concatenate([self.rows(code) for code in codes]) if len(codes) else np.zeros(0, dtype=np.int64)
        readers: Flags = np.asarray(found.read[:, :, list(codes)].all(axis=2).T, dtype=np.bool_)
        start, end = (found.start, found.end) if points else (found.begin, found.stop)
        # Texts that fewer than two have read are none of this.
        readers = readers & (readers.sum(axis=1) >= 2)[:, None]
        return stretches_of(
            found.source[rows], found.voice[rows], found.code[rows], start[rows], end[rows],
            length=found.lattice.length, readers=readers,
        )  # fmt: skip

    def _yes_no(self, code: int) -> tuple[Ints, Ints, Floats]:
        found, rows = self.found, self.rows(code)
        key = found.source[rows] * len(found.voices) + found.voice[rows]
        line, start, end = united(key, found.begin[rows], found.stop[rows])
        source, voice = np.divmod(line, len(found.voices))
        return self._pieces(
            source, voice, start, end, value=np.ones(len(source), dtype=np.int64),
            readers=found.read[:, found.sources, code].T,
        )  # fmt: skip

    def _pieces(
        self, source: Ints, voice: Ints, start: Ints, end: Ints, *, value: Ints, readers: Flags
    ) -> tuple[Ints, Ints, Floats]:
        """Rows of judgements with their text and how many units are alike; texts that two or more have read."""
        text = self.place[source]
        wide = int(self.found.lattice.length.max(initial=0)) + 1
        here = (text >= 0) & (end > start)
        text, voice, value = text[here], voice[here], value[here]
        opens, closes = text * wide + start[here], text * wide + end[here]
        bounds, at = np.unique(np.concatenate([opens, closes]), return_inverse=True)
        many = len(self.found.voices)
        change = np.zeros((len(bounds) + 1, many), dtype=np.int64)
        np.add.at(change, (at[: len(opens)], voice), value)
        np.add.at(change, (at[len(opens) :], voice), -value)
        state = np.cumsum(change, axis=0)[: max(len(bounds) - 1, 0)]
        length = np.diff(bounds)
        where = bounds[:-1] // wide
        marked = state.any(axis=1)
        state, length, where = state[marked], length[marked], where[marked]
        rest = self.total - np.bincount(where, length, len(self.total)).astype(np.int64)
        rows = np.concatenate([state, np.zeros((len(rest), many), dtype=np.int64)])
        texts = np.concatenate([where, np.arange(len(rest))])
        units = np.concatenate([length, rest]).astype(np.float64)
        rows = np.where(readers[texts], rows, MISSING)
        kept = (units > 0) & (readers.sum(axis=1) >= 2)[texts]
        return rows[kept], texts[kept], units[kept]

    def _told(self, rows: Ints, text: Ints, units: Floats, categories: tuple[str, ...]) -> Told:
        base, many = len(categories) + 1, len(self.found.voices)
        if base**many < 1 << 62:
            key = np.zeros(len(rows), dtype=np.int64)
            for voice in range(many):
                key = key * base + rows[:, voice] + 1
            _, example, pattern = np.unique(key, return_index=True, return_inverse=True)
            patterns = rows[example]
        else:
            patterns, pattern = np.unique(rows, axis=0, return_inverse=True)
        pattern = pattern.ravel()
        shape = (len(self.total), len(patterns))
        by_text = np.asarray(
            np.bincount(text * len(patterns) + pattern, units, shape[0] * shape[1]).reshape(shape) * 1.0
        )
        return Told(Judgements(patterns, by_text.sum(axis=0), categories), by_text)
