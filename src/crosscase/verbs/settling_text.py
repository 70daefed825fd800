"""Settling what two people made of the same words of a source.

Each side's words stand at the place. Keeping one hides the others' and shows its own; a third takes the place of all.
Codings follow, because the characters keep their addresses.

What a careful reader would get wrong: a side may have no words. Who took a sentence away, while somebody corrected a
word in it, is kept by hiding that word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from crosscase.journal.changes import Corrected, Stretch
from crosscase.journal.conflicts import Conflict
from crosscase.journal.difference import difference
from crosscase.journal.text import TextRuns, address
from crosscase.model import Id, Span
from crosscase.store.act import Act
from crosscase.store.findings_text import Correction, common, corrections_of, stand_ins
from crosscase.verbs.sources import as_text


def keep_correction(act: Act, conflict: Conflict, side: int) -> None:
    """Keep what one side put in, and hide what the others did."""
    source = conflict.rows[0]
    sides = _sides(act, conflict)
    shared = _shared(sides)
    put_in = [stand_ins(one, shared) for one in sides]
    others = tuple(stretch for n, stretches in enumerate(put_in) if n != side for stretch in stretches)
    # What shows already is not shown once more: taking this back would hide it.
    act.correct_as(Corrected(source, hidden=(*others, *shared), shown=_gone(act.runs(source), put_in[side])))


def write_instead(act: Act, conflict: Conflict, text: str) -> None:
    """Put words in for what all sides put in."""
    source = conflict.rows[0]
    stretches = [stretch for side in _put_in(act, conflict) for stretch in side]
    words = as_text(text)
    spans = _together(_spans(act.runs(source), stretches))
    edits = [(span, words if n == 0 else "") for n, span in enumerate(spans)]
    if edits:
        act.correct(source, edits)
    act.correct_as(Corrected(source, hidden=tuple(stretches)))


def keep_text(act: Act, source: Id, text: str) -> None:
    """Make a source read as one of the copies brought it; where it does, say so once more."""
    edits = difference(act.text(source), text)
    if edits:
        act.correct(source, edits)
    else:
        act.correct_as(Corrected(source))


def write_text(act: Act, source: Id, text: str) -> None:
    """Make a source read as neither copy brought it."""
    keep_text(act, source, as_text(text))


def _sides(act: Act, conflict: Conflict) -> list[Correction]:
    every = {one.entry: one for one in corrections_of(act.store, conflict.rows[0])}
    return [every[side.entry] for side in conflict.sides]


def _put_in(act: Act, conflict: Conflict) -> list[list[Stretch]]:
    """What each side put in for the characters that several corrected, by address."""
    sides = _sides(act, conflict)
    shared = _shared(sides)
    return [stand_ins(side, shared) for side in sides]


def _gone(runs: TextRuns, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The characters of stretches that do not show, as often as they were taken away."""
    return tuple(
        part
        for run in runs.runs
        for stretch in stretches
        if (part := common(stretch, Stretch(run.origin, run.first, run.length))) is not None
        for _ in range(run.hides)
    )


def _shared(sides: Sequence[Correction]) -> list[Stretch]:
    return [
        part
        for one, other in combinations(sides, 2)
        for a in one.hidden
        for b in other.hidden
        if (part := common(a, b)) is not None
    ]


def _spans(runs: TextRuns, stretches: Sequence[Stretch]) -> list[Span]:
    found = []
    for stretch in stretches:
        first = address(stretch.origin, stretch.first)
        last = address(stretch.origin, stretch.first + stretch.length - 1)
        found.append(runs.span(first, last))
    return [span for span in found if len(span)]


def _together(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap put together."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
