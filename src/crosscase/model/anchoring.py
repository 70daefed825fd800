"""Which way a text was counted, and where its selections therefore are.

What is known of a text are its selections: where they begin and end, and sometimes the words they are on, as their
name. The right way puts names on their words and selections between words; the others do so by chance. `infer` tries
every way that makes a difference in this text, `anchor` places the selections, moves those whose words are elsewhere,
and says of which it is not sure.

What a careful reader would get wrong: names of selections are quotations in some programs and comments in others. They
count as quotations only in a text where most of them are found where they should be.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from crosscase.model.counting import STANDARD, Counting, LineEnds, Measured, Unit, hinted

if TYPE_CHECKING:
    from crosscase.model.counting import Numbers

MOST_TRIED: Final = 400
"""How many selections of a text are looked at to tell its way; spread evenly over them."""
MOST_NAMES: Final = 40
"""How many of their names are compared with the words."""
_NEAR: Final = 64
_SHORTEST: Final = 3
"""Letters a name needs to tell anything."""
_NAMED: Final = 4
_EXACT: Final = 3
_HINT: Final = 3
_STANDARD: Final = 1
_MARGIN: Final = 3
_CUT: Final = 30
_MOSTLY: Final = 0.8
"""Part of the ends that lie between words where the way is right; below it, counting from one is tried too."""
How = Literal["counted", "moved", "quoted"]


class Selected(msgspec.Struct, frozen=True):
    """A selection as the file has it; a negative start: its place is not known."""

    start: int
    end: int
    name: str = ""


class Inferred(msgspec.Struct, frozen=True, kw_only=True):
    """The way that fits a text best.

    Attributes:
        sure: no other way that would place a selection elsewhere fits nearly as well.
        rivals: those that do.
        tried, borders: selections looked at, and how many of their two ends lie between words.
        names, quoted: how many of them have a name, and how many names are the words they lie on.
    """

    counting: Counting
    sure: bool = True
    rivals: tuple[Counting, ...] = ()
    tried: int = 0
    borders: int = 0
    names: int = 0
    quoted: int = 0

    @property
    def quotes(self) -> bool:
        """Whether names are quotations here."""
        return self.quoted * 2 > self.names

    def said(self) -> str:
        """What was found, for a report."""
        found = f"{self.counting.said()} ({self.borders} of {2 * self.tried} ends between words"
        found += f", {self.quoted} of {self.names} names are the words)" if self.names else ")"
        return found if self.sure or not self.tried else f"{found}; not sure"


class Anchored(msgspec.Struct, frozen=True, gc=False):
    """Where a selection is in our text.

    Attributes:
        how: by its numbers, moved to where its words are, or by its words alone.
        doubt: why that is not sure; empty: it is.
    """

    start: int
    end: int
    how: How = "counted"
    doubt: str = ""


def infer(text: Measured, selections: Sequence[Selected], *, origin: str = "") -> Inferred:
    """The way of counting that fits a text's selections best.

    Args:
        origin: the program that wrote the file; what is known of it decides where nothing else does.
    """
    hint = hinted(origin)
    known = [one for one in selections if one.start >= 0]
    if not known:
        return Inferred(counting=hint or STANDARD)
    step = -(-len(known) // MOST_TRIED)
    tried = known[::step]
    signs = _Signs(text, tried)
    ways = _ways(text, hint, firsts=(0,))
    first = signs.score(ways[0], hint)
    # Where every selection has a name and lies on exactly these words, there is nothing to be found out.
    certain = first.exact == signs.names == min(len(tried), MOST_NAMES)
    scored = [(first, ways[0])] + ([] if certain else [(signs.score(way, hint), way) for way in ways[1:]])
    if not certain and max(score.borders for score, _ in scored) < _MOSTLY * 2 * len(tried):
        scored += [(signs.score(way, hint), way) for way in _ways(text, hint, firsts=(1,)) if way.first]
    best_score, best = max(scored, key=lambda one: one[0].total)
    places = signs.places(best)
    rivals = tuple(
        way
        for score, way in scored
        if way is not best and best_score.evidence - score.evidence < _MARGIN and signs.differs(places, way)
    )
    return Inferred(
        counting=best,
        sure=not rivals,
        rivals=rivals,
        tried=len(tried),
        borders=best_score.borders,
        names=signs.names,
        quoted=best_score.quoted,
    )


def anchor(text: Measured, selections: Sequence[Selected], inferred: Inferred) -> list[Anchored]:
    """Where selections are in our text, in their order."""
    starts, ends, off = text.to_ours(
        inferred.counting, [one.start for one in selections], [one.end for one in selections]
    )
    unsure = _unsure(text, selections, inferred, starts, ends)
    placed: list[Anchored] = []
    words, quotes = text.text, inferred.quotes
    for one, start, end, wrong, doubtful in zip(
        selections, starts.tolist(), ends.tolist(), off.tolist(), unsure, strict=True
    ):
        name = one.name
        if one.start < 0:
            placed.append(_by_words(words, name, None))
        elif not wrong and (not quotes or len(name) <= _SHORTEST or is_quote(name, words[start:end])):
            sure = not doubtful or (len(name) > _SHORTEST and words[start:end] == name)
            doubt = "" if sure else "Another way of counting fits as well."
            placed.append(Anchored(start, end, "counted", doubt) if doubt else Anchored(start, end))
        elif quotes and len(name) > _SHORTEST:
            moved = _by_words(words, name, start)
            placed.append(moved if moved.how == "moved" else Anchored(start, end, "counted", moved.doubt))
        else:
            placed.append(Anchored(start, end, "counted", "Its numbers do not fit the text."))
    return placed


def is_quote(name: str, words: str) -> bool:
    """Whether a name is these words, blanks aside; a long name or one with an ellipsis may be their beginning."""
    if name == words:
        return True
    shown, meant = " ".join(name.split()), " ".join(words.split())
    if shown == meant:
        return bool(shown)
    short = shown.removesuffix("…").removesuffix("...").rstrip()
    cut = len(short) < len(shown) or len(shown) >= _CUT
    return cut and len(short) > _SHORTEST and meant.startswith(short)


def _by_words(words: str, name: str, near: int | None) -> Anchored:
    """The place of a quotation: the nearest to where it should be."""
    how: How = "quoted" if near is None else "moved"
    short = name.strip().removesuffix("…").removesuffix("...").strip()
    if len(short) <= _SHORTEST:
        return Anchored(0, 0, "counted", "It has no place and no quotation.")
    if near is not None:
        begin = max(0, near - _NEAR)
        at = words.find(short, begin, near + len(short) + _NEAR)
        if at >= 0 and words.find(short, at + 1, near + len(short) + _NEAR) < 0:
            return Anchored(at, at + len(short), how)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in short.split()))
    found = [(match.start(), match.end()) for match in itertools.islice(pattern.finditer(words), 1000)]
    if not found:
        return Anchored(0, 0, "counted", "Its quotation is not in the text.")
    if near is None:
        start, end = found[0]
        doubt = f"Its quotation is in the text {len(found)} times; the first was taken." if len(found) > 1 else ""
        return Anchored(start, end, how, doubt)
    ranked = sorted(found, key=lambda place: abs(place[0] - near))
    start, end = ranked[0]
    close = len(ranked) > 1 and abs(ranked[1][0] - near) < 2 * abs(start - near) + _NEAR
    doubt = f"Its quotation is in the text {len(found)} times; the nearest was taken." if close else ""
    return Anchored(start, end, how, doubt)


def _unsure(
    text: Measured, selections: Sequence[Selected], inferred: Inferred, starts: Numbers, ends: Numbers
) -> list[bool]:
    """Which selections a rival would place elsewhere."""
    import numpy as np

    found = np.zeros(len(selections), dtype=np.bool_)
    for rival in inferred.rivals:
        other = text.to_ours(rival, [one.start for one in selections], [one.end for one in selections])
        found |= (other[0] != starts) | (other[1] != ends)
    return [bool(each) for each in found.tolist()]


def _ways(text: Measured, hint: Counting | None, *, firsts: tuple[Literal[0, 1], ...]) -> list[Counting]:
    """Every way that makes a difference in this text; those that are known first."""
    marks = (False, True) if text.marked else (False,)
    ends: tuple[LineEnds, ...] = ("written", *(("one",) if text.crlf else ()), *(("two",) if text.lf else ()))
    units: tuple[Unit, ...] = (
        "code points",
        *(("utf-16",) if text.astral else ()),
        *(("utf-8",) if text.foreign else ()),
    )
    made = [
        Counting(mark=mark, line_ends=line_ends, unit=unit, inclusive=inclusive, first=first)
        for first, inclusive, unit, line_ends, mark in itertools.product(firsts, (False, True), units, ends, marks)
    ]
    known = [way for way in (hint, STANDARD) if way is not None]
    found: dict[object, Counting] = {}
    for way in (*known, *made):
        found.setdefault(text.key(way), way)
    return list(found.values())


class _Score(msgspec.Struct, frozen=True):
    """How well a way fits: `evidence` by the text alone, `total` with what is known of programs."""

    evidence: int
    total: int
    borders: int
    quoted: int
    exact: int


class _Signs:
    """What the selections of one text say."""

    def __init__(self, text: Measured, tried: Sequence[Selected]) -> None:
        import numpy as np

        self._text = text
        self._starts = np.array([one.start for one in tried], dtype=np.int64)
        self._ends = np.array([one.end for one in tried], dtype=np.int64)
        named = [(at, one.name) for at, one in enumerate(tried) if len(one.name.strip()) > _SHORTEST]
        self._named = named[:: -(-len(named) // MOST_NAMES)] if named else []
        self.names = len(self._named)
        self._borders = _Borders(text.text)

    def places(self, way: Counting) -> tuple[Numbers, Numbers, Numbers]:
        """Where a way puts the selections."""
        return self._text.to_ours(way, self._starts, self._ends)

    def differs(self, places: tuple[Numbers, Numbers, Numbers], way: Counting) -> bool:
        """Whether a way puts any of them elsewhere."""
        import numpy as np

        other = self.places(way)
        return not (np.array_equal(places[0], other[0]) and np.array_equal(places[1], other[1]))

    def score(self, way: Counting, hint: Counting | None) -> _Score:
        """How well a way fits."""
        starts, ends, off = self.places(way)
        good = (off == 0) & (ends > starts)
        borders = sum(map(self._borders.between, starts[good].tolist(), ends[good].tolist()))
        words = self._text.text
        quoted = exact = 0
        for at, name in self._named:
            held = words[starts[at] : ends[at]]
            same = held == name
            exact += same
            quoted += same or is_quote(name, held)
        evidence = borders + _NAMED * quoted + _EXACT * exact - 2 * int(off.sum())
        usual = _HINT if hint is not None and self._text.same(way, hint) else 0
        usual = usual or (_STANDARD if self._text.same(way, STANDARD) else 0)
        return _Score(evidence, evidence + usual, borders, quoted, exact)


class _Borders:
    """Where words begin and end in a text. Only the places that are asked for are looked at, each once."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._begin: dict[int, bool] = {}
        self._end: dict[int, bool] = {}

    def between(self, start: int, end: int) -> int:
        """How many of two places lie between words: one where a word begins, and one where a word ends."""
        if start not in self._begin:
            before, after = self._around(start)
            self._begin[start] = not after.isspace() and not (before.isalnum() and after.isalnum())
        if end not in self._end:
            before, after = self._around(end)
            self._end[end] = not before.isspace() and not (before.isalnum() and after.isalnum())
        return self._begin[start] + self._end[end]

    def _around(self, at: int) -> tuple[str, str]:
        """The characters before and after a place; beyond the text there are blanks."""
        return self._words[at - 1 : at] or " ", self._words[at : at + 1] or " "
