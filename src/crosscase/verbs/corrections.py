"""Correcting what a source says. Codings, marks and turns follow their characters.

A correction is given as spans with new words, as words to be found and replaced, or as the whole corrected text, of
which the differences are worked out (`journal.difference`). Each is one act, and answers what it did: the edits, and
what lies on other words now than before.

Words put in at the border of a turn belong to that turn: the turn then begins or ends with them. A line break ends
this, so that a new paragraph at the end of a turn is nobody's until somebody says whose it is.

What a careful reader would get wrong: words that would take the place of several people's at once are refused where
spans are given; where they come out of a whole corrected text, they belong to nobody's turn. What one person said is
never counted as another's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from crosscase.errors import RefusedError
from crosscase.journal.difference import difference, one_character
from crosscase.model import Id, Source, Span, Turn
from crosscase.store.act import Act
from crosscase.store.texts import PLACED
from crosscase.verbs.checks import all_there
from crosscase.verbs.registry import Verb
from crosscase.verbs.sources import UnwritableTextError, as_text

Edit = tuple[Span, str]

_LONGEST_SHOWN = 60


class EditOutsideError(RefusedError):
    """An edit that does not lie within the text."""

    code = "edit-outside"

    def __init__(self, span: Span, length: int) -> None:
        super().__init__(
            f"The text has {length:,} characters; there is nothing to correct from {span.start} to {span.end}. "
            "Nothing was changed."
        )


class EditsOverlapError(RefusedError):
    """Two edits of the same characters."""

    code = "edits-overlap"

    def __init__(self, one: Span, other: Span) -> None:
        super().__init__(
            f"The corrections of {one.start} to {one.end} and of {other.start} to {other.end} overlap. "
            "Nothing was changed."
        )


class AcrossTurnsError(RefusedError):
    """New words for what lies partly in a turn and partly not."""

    code = "across-turns"

    def __init__(self, span: Span) -> None:
        super().__init__(
            f"The characters {span.start} to {span.end} reach across the beginning or the end of somebody's turn. "
            "Correct each turn on its own, so that nobody's words become another's."
        )


class NotInTextError(RefusedError):
    """Words to be replaced that are nowhere."""

    code = "not-in-text"

    def __init__(self, words: str, *, whole: bool) -> None:
        shown = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"
        beside = " as words of their own" if whole else ""
        super().__init__(f"{shown!r} does not stand in the text{beside}. Nothing was changed.")


class Touched(msgspec.Struct, frozen=True, kw_only=True):
    """Something that lies on other words after a correction than before.

    Attributes:
        how: its words grew, became fewer, are as many but others, or are gone; what is emptied is kept for review.
        before, after: where it lay and lies, each in the text of its time.
    """

    kind: str
    id: Id
    how: Literal["stretched", "shrank", "reworded", "emptied"]
    before: Span
    after: Span


class Correction(msgspec.Struct, frozen=True):
    """What a correction did to a source.

    Attributes:
        edits: what was replaced (code points of the text before), and by what.
        touched: codings, marks, content notes, memos and turns that lie on other words now.
    """

    edits: tuple[Edit, ...]
    touched: tuple[Touched, ...]

    @property
    def places(self) -> int:
        """At how many places the text differs."""
        return len(self.edits)


def correct_source(act: Act, source: Id, edits: Sequence[Edit]) -> Correction:
    """Replace spans of a source's text; what that did.

    Args:
        edits: spans in code points of the text as it reads now, each with its new words. An empty span puts words in;
            empty words take the span's away.

    Raises:
        EditOutsideError, EditsOverlapError: the spans will not do.
        AcrossTurnsError: new words would take the place of a turn's and of others.
    """
    length = act.get(Source, source).length
    ordered = sorted(((span, as_text(words)) for span, words in edits), key=lambda edit: edit[0])
    for span, _ in ordered:
        if not 0 <= span.start <= span.end <= length:
            raise EditOutsideError(span, length)
    for (one, _), (other, _) in pairwise(ordered):
        if other.start < one.end:
            raise EditsOverlapError(one, other)
    turns = _turns(act, source)
    for span, words in ordered:
        if words and _borders_within(turns, span):
            raise AcrossTurnsError(span)
    return _correct(act, source, ordered, turns)


def replace_words(
    act: Act, sources: Sequence[Id], find: str, words: str, *, whole: bool = True
) -> dict[Id, Correction]:
    """Replace words wherever they stand in sources, in one act; what that did, by source.

    Args:
        find: as it is written in the text, capitals included (an accent may be a character of its own or not).
        whole: only where they stand as words of their own: `Kat`, not in `Katrin`.

    Raises:
        NotInTextError: they stand in none of the sources.
        AcrossTurnsError: they stand partly in a turn and partly not.
    """
    find, words = as_text(find), as_text(words)
    done: dict[Id, Correction] = {}
    for source in all_there(act, Source, sources):
        edits = [(span, words) for span in occurrences(act.text(source.id), find, whole=whole)]
        if edits:
            done[source.id] = correct_source(act, source.id, edits)
    if not done:
        raise NotInTextError(find, whole=whole)
    return done


def replace_text(act: Act, source: Id, text: str) -> Correction:
    """Give a source a whole corrected text; what that did where it differed.

    Raises:
        UnwritableTextError: there is something in it that is no character, or nothing at all.
    """
    act.get(Source, source)
    becomes = as_text(text)
    if not becomes.strip():
        raise UnwritableTextError(0, "no words")
    turns = _turns(act, source)
    edits = [part for edit in difference(act.text(source), becomes) for part in _apart(turns, edit)]
    return _correct(act, source, edits, turns)


def _turns(act: Act, source: Id) -> list[Turn]:
    return [turn for turn in act.rows(Turn, source=source) if turn.first]


def _borders_within(turns: Sequence[Turn], span: Span) -> list[int]:
    """Where turns begin or end inside a span."""
    borders = {border for turn in turns if turn.start < turn.end for border in (turn.start, turn.end)}
    return sorted(border for border in borders if span.start < border < span.end)


def _apart(turns: Sequence[Turn], edit: Edit) -> Iterator[Edit]:
    """An edit in parts that reach across no border; its words stand in the first part that is nobody's."""
    span, words = edit
    borders = _borders_within(turns, span) if words else []
    if not borders:
        yield edit
        return
    ends = [span.start, *borders, span.end]
    parts = [Span(start, end) for start, end in pairwise(ends)]
    free = [part for part in parts if not any(turn.start <= part.start < turn.end for turn in turns)]
    chosen = free[0] if free else parts[0]
    for part in parts:
        yield part, words if part == chosen else ""


def _correct(act: Act, source: Id, edits: Sequence[Edit], turns: Sequence[Turn]) -> Correction:
    """Apply edits that are in order; turns keep what is put in at their borders."""
    text = act.text(source)
    real = [(span, words) for span, words in _gathered(edits) if text[span.start : span.end] != words]
    if not real:
        return Correction((), ())
    lay = _places(act, source)
    act.correct(source, real)
    runs = act.runs(source)
    firsts: dict[Id, str] = {}
    lasts: dict[Id, str] = {}
    moved = 0
    for span, words in real:
        if span.start == span.end:
            at = span.start + moved
            for turn, low, high in _kept(turns, span.start, words):
                if turn.end == span.start:
                    lasts[turn.id] = runs.address_at(at + high - 1)
                if turn.start == span.start:
                    firsts[turn.id] = runs.address_at(at + low)
        moved += len(words) - len(span)
    act.change_all(Turn, "first", firsts)
    act.change_all(Turn, "last", lasts)
    return Correction(tuple(real), tuple(_touched(lay, text, _places(act, source), act.text(source))))


_Places = dict[tuple[str, Id], Span]


def _places(act: Act, source: Id) -> _Places:
    """Where everything lies that lies on words of a source."""
    return {
        (kind.name, thing): Span(start, end)
        for kind in PLACED
        for thing, first, start, end in act.values(kind.row, ("id", "first", "start", "end"), source=source)
        if first
    }


def _touched(lay: _Places, text: str, lies: _Places, becomes: str) -> Iterator[Touched]:
    """What lies on other words now, in the order of the text."""
    for (kind, thing), before in sorted(lay.items(), key=lambda item: (item[1], item[0])):
        after = lies[kind, thing]
        old, new = text[before.start : before.end], becomes[after.start : after.end]
        if old == new:
            continue
        longer = len(new) - len(old)
        how: Literal["stretched", "shrank", "reworded", "emptied"] = (
            "emptied" if not new else "stretched" if longer > 0 else "shrank" if longer < 0 else "reworded"
        )
        yield Touched(kind=kind, id=thing, how=how, before=before, after=after)


def _gathered(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits with words that are put in at one place put together."""
    held: Edit | None = None
    for span, words in edits:
        if held is not None and held[0] == span and not len(span):
            held = (span, held[1] + words)
            continue
        if held is not None:
            yield held
        held = (span, words)
    if held is not None:
        yield held


def _kept(turns: Sequence[Turn], at: int, words: str) -> Iterator[tuple[Turn, int, int]]:
    """The turns to which words put in at a place belong, and which of the words."""
    if any(turn.start < at < turn.end for turn in turns):
        # Beside a quotation or a note within somebody's turn: what is put in is the speaker's as it is.
        return
    head = words.find("\n") if "\n" in words else len(words)
    tail = words.rfind("\n") + 1
    ending = [turn for turn in turns if turn.end == at]
    beginning = [turn for turn in turns if turn.start == at < turn.end]
    if ending and head:
        yield min(ending, key=lambda turn: turn.start), 0, head
    if beginning and tail < len(words) and (tail or not ending):
        yield max(beginning, key=lambda turn: turn.end), tail, len(words)


def occurrences(text: str, find: str, *, whole: bool) -> list[Span]:
    """Where words stand in a text, none in another, with their accents composed or not; no letter under its accent."""
    found: dict[Span, None] = {}
    for form in dict.fromkeys((find, unicodedata.normalize("NFC", find), unicodedata.normalize("NFD", find))):
        at = text.find(form) if form else -1
        while at >= 0:
            end = at + len(form)
            before, after = text[max(0, at - 1) : at], text[end : end + 1]
            within = bool(after) and one_character(form[-1], after)
            if within or (whole and (_one_word(before, form[0]) or _one_word(form[-1], after))):
                at = text.find(form, at + 1)
            else:
                found[Span(at, end)] = None
                at = text.find(form, end)
    return sorted(found)


def _one_word(left: str, right: str) -> bool:
    return bool(left and right) and _in_word(left) and _in_word(right)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


VERBS = (
    Verb("source.correct", correct_source),
    Verb("source.replace_words", replace_words),
    Verb("source.replace_text", replace_text),
)
