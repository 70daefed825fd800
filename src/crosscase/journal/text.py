"""Permanent addresses for characters.

Every character is addressed by who brought it (the source itself, or the entry that corrected it) and its place in
what was brought. A text is a short list of *runs* in reading order, hidden ones included; correcting hides runs and
puts new ones in, and moves nothing. Runs put in after the same character stand newest first.

An anchor is a first and a last character. A replacement carries the addresses it stands in for, so an anchor on a
replaced character takes the replacement in; text merely put in at a border stays out. When every character of
an anchor is hidden with nothing in its place, its span is empty and kept, for review.

`TextRuns` is built by applying corrections in the order of the journal; it never fails, and what names an unknown
address is left out (its author's copy had entries that this one has not).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from crosscase.journal.changes import Corrected, Piece, Stretch
from crosscase.journal.vault import ERASED
from crosscase.model import Address, Id, Span


def address(origin: Id, number: int) -> Address:
    """The address of a character."""
    return f"{origin}:{number}" if origin else str(number)


def parse(place: Address) -> tuple[Id, int]:
    """The origin and the number in an address.

    Raises:
        ValueError: it is not an address.
    """
    origin, _, number = place.rpartition(":")
    return origin, int(number)


class Run(msgspec.Struct):
    """Characters brought together that still stand together."""

    origin: Id
    first: int
    length: int
    hidden: bool = False
    stands_for: tuple[Stretch, ...] = ()


def _covers(run: Run, origin: Id, number: int) -> bool:
    return run.origin == origin and run.first <= number < run.first + run.length


class TextRuns:
    """The runs of one source's text, in reading order."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._words: dict[Id, dict[int, str]] = {}
        self._starts: list[int] | None = None

    @classmethod
    def brought(cls, words: str) -> TextRuns:
        """A text nobody has corrected."""
        runs = cls()
        runs.apply("", Corrected("", base=True, pieces=(Piece("", len(words)),), words=words))
        return runs

    def apply(self, entry: Id, change: Corrected) -> None:
        """Apply one correction made by that entry; corrections come in the order of the journal."""
        origin = "" if change.base else entry
        if change.base and any(run.origin == "" for run in self.runs):
            return  # the same source, brought on another copy as well
        for stretch in change.hidden:
            self._set_hidden(stretch, hidden=True)
        for stretch in change.shown:
            self._set_hidden(stretch, hidden=False)
        number = change.first
        if change.words:
            self._words.setdefault(origin, {})[number] = change.words
        for piece in change.pieces:
            at = self._after(piece.after)
            if at is not None and piece.length:
                self.runs.insert(at, Run(origin, number, piece.length, stands_for=piece.stands_for))
            number += piece.length
        self._starts = None

    def _after(self, place: Address) -> int | None:
        """The index at which a run put in after that character goes."""
        if not place:
            return 0
        origin, number = parse(place)
        for index, run in enumerate(self.runs):
            if _covers(run, origin, number):
                self._split(index, number + 1)
                return index + 1
        return None

    def _split(self, index: int, number: int) -> None:
        """Cut a run so that a new one begins at that number of its origin."""
        run = self.runs[index]
        kept = number - run.first
        if 0 < kept < run.length:
            rest = Run(run.origin, number, run.length - kept, run.hidden, run.stands_for)
            self.runs[index] = Run(run.origin, run.first, kept, run.hidden, run.stands_for)
            self.runs.insert(index + 1, rest)

    def _set_hidden(self, stretch: Stretch, *, hidden: bool) -> None:
        end = stretch.first + stretch.length
        index = 0
        while index < len(self.runs):
            run = self.runs[index]
            if run.origin == stretch.origin and run.first < end and stretch.first < run.first + run.length:
                if run.first < stretch.first:
                    self._split(index, stretch.first)
                else:
                    self._split(index, end)
                    self.runs[index].hidden = hidden
            index += 1
        self._starts = None

    # Reading

    def _offsets(self) -> list[int]:
        """For each run, the code points of visible text before it."""
        if self._starts is None:
            starts, at = [], 0
            for run in self.runs:
                starts.append(at)
                at += 0 if run.hidden else run.length
            self._starts = [*starts, at]
        return self._starts

    def __len__(self) -> int:
        return self._offsets()[-1]

    def words(self) -> str:
        """The text as it reads now."""
        return "".join(self._of(run.origin, run.first, run.length) for run in self.runs if not run.hidden)

    def _of(self, origin: Id, first: int, length: int) -> str:
        for start, words in self._words.get(origin, {}).items():
            if start <= first < start + len(words):
                return words[first - start : first - start + length]
        return ERASED * length

    def corrected(self) -> bool:
        """Whether anything was ever corrected: until then, addresses are offsets."""
        return len(self.runs) > 1 or any(run.hidden for run in self.runs)

    def address_at(self, offset: int) -> Address:
        """The address of the visible character at that offset.

        Raises:
            IndexError: the text is not that long.
        """
        for run, start in zip(self.runs, self._offsets(), strict=False):
            if not run.hidden and start <= offset < start + run.length:
                return address(run.origin, run.first + offset - start)
        raise IndexError(offset)

    def anchor(self, span: Span) -> tuple[Address, Address]:
        """The addresses of the first and the last character of a span that is not empty."""
        return self.address_at(span.start), self.address_at(span.end - 1)

    def stretches(self, span: Span) -> tuple[Stretch, ...]:
        """The visible characters of a span, by address."""
        found: list[Stretch] = []
        for run, start in zip(self.runs, self._offsets(), strict=False):
            low, high = max(span.start, start), min(span.end, start + run.length)
            if not run.hidden and low < high:
                found.append(Stretch(run.origin, run.first + low - start, high - low))
        return tuple(found)

    def span(self, first: Address, last: Address) -> Span:
        """Where an anchor lies in the text as it reads now."""
        if not self.corrected():
            end = min(int(last) + 1, len(self)) if last.isdigit() else len(self)
            return Span(min(int(first), end), end) if first.isdigit() else Span(end, end)
        low, low_gap = self._edge(parse(first), first=True)
        high, high_gap = self._edge(parse(last), first=False)
        start = low_gap if low is None else low
        end = high_gap if high is None else high
        return Span(start, max(start, end))

    def _edge(self, place: tuple[Id, int], *, first: bool) -> tuple[int | None, int]:
        """The offset of one end of an anchor where its character or a stand-in shows, and that of the gap it left."""
        best: int | None = None
        gap = len(self)
        pending, done = [place], set[tuple[Id, int]]()
        while pending:
            origin, number = pending.pop()
            if (origin, number) in done:
                continue
            done.add((origin, number))
            for run, start in zip(self.runs, self._offsets(), strict=False):
                if _covers(run, origin, number):
                    if (origin, number) == place:
                        gap = start + (0 if run.hidden else number - run.first)
                    if not run.hidden:
                        best = _further(best, start + number - run.first + (0 if first else 1), first=first)
                    else:
                        pending += self._stand_ins(origin, number, first=first)
                    break
        return best, gap

    def _stand_ins(self, origin: Id, number: int, *, first: bool) -> list[tuple[Id, int]]:
        """The outermost characters of every run that stands in for a character."""
        return [
            (run.origin, run.first if first else run.first + run.length - 1)
            for run in self.runs
            if any(s.origin == origin and s.first <= number < s.first + s.length for s in run.stands_for)
        ]


def _further(best: int | None, offset: int, *, first: bool) -> int:
    if best is None:
        return offset
    return min(best, offset) if first else max(best, offset)


def replaced(text: TextRuns, edits: Sequence[tuple[Span, str]], first: int = 0) -> Corrected:
    """The correction that replaces spans of the text as it reads now; the source is filled in by the caller.

    An edit whose span is empty puts words in and stands for nothing; one whose words are empty only hides.

    Raises:
        ValueError: spans overlap, are not in order or reach past the end.
    """
    pieces: list[tuple[Piece, str]] = []
    hidden: list[Stretch] = []
    reached = 0
    for span, words in edits:
        if span.start < reached or span.end > len(text) or span.end < span.start:
            raise ValueError(span)
        reached = span.end
        gone = text.stretches(span)
        hidden += gone
        if words:
            before = span.end if gone else span.start
            after = text.address_at(before - 1) if before else ""
            pieces.append((Piece(after, len(words), gone), words))
    # Runs put in after one character stand newest first, so that edits which touch are put in from the last.
    ordered = [
        piece for _, touching in groupby(pieces, lambda piece: piece[0].after) for piece in reversed(list(touching))
    ]
    return Corrected(
        "",
        first=first,
        pieces=tuple(piece for piece, _ in ordered),
        words="".join(words for _, words in ordered),
        hidden=tuple(hidden),
    )


def fold_text(corrections: Iterable[tuple[Id, Corrected]]) -> TextRuns:
    """The text of a source from all its corrections (entry, change), in the order of the journal."""
    runs = TextRuns()
    for entry, change in corrections:
        runs.apply(entry, change)
    return runs


def inverse(entry: Id, change: Corrected) -> Corrected:
    """The correction that takes one back: what it put in is hidden, what it hid shows again."""
    put_in = (Stretch("" if change.base else entry, change.first, change.length),) if change.length else ()
    return Corrected(change.source, hidden=put_in + change.shown, shown=change.hidden)
