"""What corrections make of a text, and where what lies in it lies now.

Every character is addressed by who brought it (the source itself, or the entry that corrected it) and its place in
what was brought. A text is a short list of *runs* in reading order, hidden ones included; correcting hides runs and
puts new ones in, and moves nothing.

An anchor is a first and a last character. A replacement carries the addresses it stands in for, so an anchor on a
replaced character takes the replacement in; text merely put in at a border stays out. An end whose character was taken
away lies where the nearest character did that was left *then*: what is put in there later is not swallowed. When
every character of an anchor is hidden with nothing in its place, its span is empty and kept, for review.

Where two copies replaced the same characters by the same words, neither knowing of the other, the words show once. What
two people took away apart is back when both have taken that back.

`TextRuns` is built by applying corrections in the order of the journal; it never fails, and what names an unknown
address is left out (its author's copy had entries that this one has not).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import msgspec

from crosscase.journal.changes import Corrected, Piece, Stretch
from crosscase.journal.runs import NOWHERE, Packed, Run, Runs, address, parse
from crosscase.journal.vault import ERASED
from crosscase.journal.view import View, viewed
from crosscase.model import Address, Id, Span

__all__ = ["TextRuns", "address", "fold_text", "inverse", "parse", "replaced"]


class TextRuns:
    """The runs of one source's text, in reading order."""

    def __init__(self) -> None:
        self._runs = Runs()
        self._time = 0
        self._put_in: dict[tuple[tuple[Stretch, ...], str], list[Stretch]] = {}
        self._twins: list[tuple[Stretch, Stretch]] = []
        self._whole: Callable[[], TextRuns] | None = None
        self._seen: View | None = None

    @classmethod
    def brought(cls, words: str) -> TextRuns:
        """A text nobody has corrected."""
        runs = cls()
        runs.apply("", Corrected("", base=True, pieces=(Piece("", len(words)),), words=words))
        return runs

    def apply(self, entry: Id, change: Corrected) -> None:
        """Apply one correction made by that entry; corrections come in the order of the journal."""
        origin = "" if change.base else entry
        if change.base and self._runs.knows(""):
            return  # the same source, brought on another copy as well
        self._time += 1
        number = change.first
        coming: list[tuple[Run, Piece, bool, list[Stretch]]] = []
        for piece in change.pieces:
            words = change.words[number - change.first :][: piece.length].ljust(piece.length, ERASED)
            if piece.length:
                run = Run(origin, number, piece.length, self._time, words)
                coming.append((run, piece, self._gone(piece.after), self._same_as(piece, words)))
            number += piece.length
        for stretch in change.hidden:
            self._hide(stretch, hidden=True)
        for stretch in change.shown:
            self._hide(stretch, hidden=False)
        for run, piece, gone, same in coming:
            self._put(run, piece, gone=gone, same=same)
        self._seen = None

    def _hide(self, stretch: Stretch, *, hidden: bool) -> None:
        for number in self._runs.cover(stretch):
            run = self._runs[number]
            if hidden and not run.hides:
                run.since = self._time
            run.hides = max(0, run.hides + (1 if hidden else -1))

    def _same_as(self, piece: Piece, words: str) -> list[Stretch]:
        """What put in the same words for the same characters before; they were hidden, so neither knew of the other."""
        same = self._put_in.get((piece.stands_for, words), []) if piece.stands_for and ERASED not in words else []
        gone = all(self._runs[number].hidden for stretch in piece.stands_for for number in self._runs.cover(stretch))
        return list(same) if same and gone else []

    def _put(self, run: Run, piece: Piece, *, gone: bool, same: list[Stretch]) -> None:
        after = self._behind(piece, gone=gone)
        if after is None:
            return
        self._runs.put(after, run)
        here = Stretch(run.origin, run.first, run.length)
        for stretch in piece.stands_for:
            for number in self._runs.cover(stretch):
                self._runs[number].stand_ins += (here,)
        if piece.stands_for:
            self._twins += [(other, here) for other in same]
            self._put_in.setdefault((piece.stands_for, run.words or ""), []).append(here)

    def _gone(self, place: Address) -> bool:
        """Whether somebody took the character away."""
        number = self._runs.at(*parse(place)) if place else NOWHERE
        return number != NOWHERE and self._runs[number].hidden

    def _behind(self, piece: Piece, *, gone: bool) -> int | None:
        """The run behind which a piece goes; None where its place is not known.

        What was only put in after a character that was gone already (somebody else replaced it, and neither knew of the
        other) stands behind the replacement.
        """
        if not piece.after:
            return NOWHERE
        origin, place = parse(piece.after)
        number = self._runs.at(origin, place)
        if number == NOWHERE:
            return None
        self._runs.cut(number, place + 1)
        if piece.stands_for or not gone:
            return number
        waiting = {found for found, _ in self._ends(origin, place)} - {number}
        for following in self._runs.following(number) if waiting else ():
            if following in waiting:
                number = following
                waiting.discard(following)
            if not waiting:
                break
        return number

    def _ends(self, origin: Id, place: int) -> list[tuple[int, int]]:
        """The runs, and the characters in them, that a last character was replaced by, itself included."""
        found: list[tuple[int, int]] = []
        pending, done = [(origin, place, 0)], set[int]()
        while pending:
            origin, place, since = pending.pop()
            number = self._runs.at(origin, place)
            if number == NOWHERE or number in done:
                continue
            run = self._runs[number]
            # What was taken back before the character went stands in for it no longer.
            if run.hidden and run.since < since:
                continue
            done.add(number)
            found.append((number, place))
            if run.hidden:
                pending += [(one.origin, one.first + one.length - 1, run.since) for one in run.stand_ins]
        return found

    # Reading

    @property
    def runs(self) -> list[Run]:
        """The runs in reading order, hidden ones included; they are not to be changed."""
        return [self._runs[number] for number in self._view().order]

    def _view(self) -> View:
        if self._seen is None:
            self._seen = viewed(self._runs, self._twins)
        return self._seen

    def __len__(self) -> int:
        return self._view().length

    def words(self) -> str:
        """The text as it reads now."""
        shown = [self._runs[number] for number in self._view().shown]
        if any(run.words is None for run in shown) and self._whole is not None:
            whole = self._whole()
            for run in self._runs.all:
                if run.words is None:
                    run.words = whole.words_at(Stretch(run.origin, run.first, run.length))
        return "".join(ERASED * run.length if run.words is None else run.words for run in shown)

    def words_at(self, stretch: Stretch) -> str:
        """The characters of a stretch, whether they show or not."""
        found: list[str] = []
        place, end = stretch.first, stretch.first + stretch.length
        while place < end:
            number = self._runs.at(stretch.origin, place)
            run = self._runs[number]
            if number == NOWHERE or run.words is None:
                break
            found.append(run.words[place - run.first : end - run.first])
            place = run.end
        return "".join(found).ljust(stretch.length, ERASED)

    def corrected(self) -> bool:
        """Whether anything was ever corrected, taken back or not: until then, addresses are offsets."""
        return self._time > 1

    def _shown_at(self, offset: int) -> tuple[Run, int]:
        """The run that shows at an offset, and how far in it that is."""
        view = self._view()
        if not 0 <= offset < view.length:
            raise IndexError(offset)
        index = bisect_right(view.offsets, offset) - 1
        return self._runs[view.shown[index]], offset - view.offsets[index]

    def address_at(self, offset: int) -> Address:
        """The address of the visible character at that offset.

        Raises:
            IndexError: the text is not that long.
        """
        run, further = self._shown_at(offset)
        return address(run.origin, run.first + further)

    def anchor(self, span: Span) -> tuple[Address, Address]:
        """The addresses of the first and the last character of a span that is not empty."""
        return self.address_at(span.start), self.address_at(span.end - 1)

    def stretches(self, span: Span) -> tuple[Stretch, ...]:
        """The characters of a span, by address; the ones that would show if these were not there come behind them."""
        view = self._view()
        found: list[Stretch] = []
        index = max(0, bisect_right(view.offsets, span.start) - 1)
        for start, number in zip(view.offsets[index:], view.shown[index:], strict=True):
            run = self._runs[number]
            low, high = max(span.start, start), min(span.end, start + run.length)
            if low < high:
                found.append(Stretch(run.origin, run.first + low - start, high - low))
            if start >= span.end:
                break
        return (*found, *self._behind_these(found))

    def _behind_these(self, shown: Sequence[Stretch]) -> list[Stretch]:
        found: dict[Stretch, None] = {}
        for one, other in self._twins:
            for stretch in shown:
                low = max(stretch.first, one.first)
                high = min(stretch.first + stretch.length, one.first + one.length)
                if stretch.origin == one.origin and low < high:
                    found[Stretch(other.origin, low - one.first + other.first, high - low)] = None
        return list(found)

    def span(self, first: Address, last: Address) -> Span:
        """Where an anchor lies in the text as it reads now."""
        if not self.corrected():
            end = min(int(last) + 1, len(self)) if last.isdigit() else len(self)
            return Span(min(int(first), end), end) if first.isdigit() else Span(end, end)
        view = self._view()
        number, place = self._found(parse(first))
        if number == NOWHERE:
            return Span(view.length, view.length)
        start = view.start[number] + (place - self._runs[number].first if view.shows[number] else 0)
        end = self._end(parse(last), view.rank[number])
        return Span(start, max(start, end))

    def _found(self, place: tuple[Id, int]) -> tuple[int, int]:
        """The run of a character and the character; where another shows in its place, that."""
        number = self._runs.at(*place)
        twin = self._view().twin.get(number)
        if twin is not None:
            return self._runs.at(twin[0], place[1] + twin[1]), place[1] + twin[1]
        return number, place[1]

    def _end(self, place: tuple[Id, int], floor: int) -> int:
        """The offset behind the last character of an anchor that begins in the run of that rank."""
        view = self._view()
        number, char = self._found(place)
        if number != NOWHERE and view.shows[number]:
            return view.start[number] + char - self._runs[number].first + 1
        origin, at = place
        latest = 0
        while True:
            ends = [self._found((self._runs[number].origin, char)) for number, char in self._ends(origin, at)]
            if not ends:
                return 0
            number, char = max(ends, key=lambda end: view.rank[end[0]])
            if view.shows[number]:
                return view.start[number] + char - self._runs[number].first + 1
            # It is gone. What was left of the anchor when the last of it went: the nearest before it.
            latest = max(latest, *(self._runs[found].since for found, _ in ends if self._runs[found].hidden))
            stop = max([floor, *(view.rank[found] for found, _ in ends if view.shows[found])])
            for rank in range(view.rank[number] - 1, stop - 1, -1):
                before = view.order[rank]
                run = self._runs[before]
                if view.shows[before] and (run.born <= latest or rank == stop > floor):
                    return view.start[before] + run.length
                if run.hidden and run.born <= latest < run.since:
                    origin, at = run.origin, run.end - 1
                    break
            else:
                return 0

    def words_gone(self, first: Address, last: Address) -> str:
        """The words of an anchor that were taken away with nothing in their place, as they read last."""
        view = self._view()
        start, place = self._found(parse(first))
        ends = self._ends(*parse(last))
        if start == NOWHERE or not ends:
            return ""
        final, char = max(ends, key=lambda end: view.rank[end[0]])
        found: list[str] = []
        for number in view.order[view.rank[start] : view.rank[final] + 1]:
            run = self._runs[number]
            if run.hidden and not run.stand_ins:
                low = place if number == start else run.first
                high = char + 1 if number == final else run.end
                found.append(self.words_at(Stretch(run.origin, low, high - low)))
        return "".join(found)

    # Kept beside the text

    def pack(self) -> bytes:
        """The runs without their words, for `unpacked`: the same bytes on every copy with the same corrections."""
        twins = [(*one, *other) for one, other in ((_plain(one), _plain(other)) for one, other in self._twins)]
        return msgspec.msgpack.encode([self._time, twins, self._runs.pack(self._view().order)])

    @classmethod
    def unpacked(cls, packed: bytes, words: str, whole: Callable[[], TextRuns]) -> TextRuns:
        """The runs as they were packed beside that text.

        Args:
            whole: gives the runs with all their words, for when some that do not show now are to show again.

        Raises:
            ValueError: they are not those of that text.
        """
        time, twins, runs = msgspec.msgpack.decode(packed, type=tuple[int, list[_Pair], Packed])
        text = cls()
        text._time, text._runs, text._whole = time, Runs.unpacked(runs), whole
        text._twins = [(Stretch(*pair[:3]), Stretch(*pair[3:])) for pair in twins]
        view = text._view()
        if view.length != len(words):
            raise ValueError(view.length)
        for start, number in zip(view.offsets, view.shown, strict=True):
            run = text._runs[number]
            run.words = words[start : start + run.length]
        return text


_Pair = tuple[Id, int, int, Id, int, int]


def _plain(stretch: Stretch) -> tuple[Id, int, int]:
    return stretch.origin, stretch.first, stretch.length


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
