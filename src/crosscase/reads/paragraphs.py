"""The numbers of paragraphs, which stay: they count the lines of the text as it was brought, blank ones left out.

A paragraph has the number of the first character in it that was in the text then; characters have permanent addresses,
so that a correction anywhere renumbers nothing, and what somebody cited last year is found under its number. One
that was put in by a correction has the number before it with a plus: `14+`. Two paragraphs that were made of one have
the same number, as both were that paragraph. Where somebody's words were erased, line breaks in them count no longer.
"""

from __future__ import annotations

from bisect import bisect_right

from crosscase.journal.changes import Stretch
from crosscase.model import Id
from crosscase.store.store import Store
from crosscase.store.texts import folded_runs, runs_of

Paragraph = tuple[int, str]
"""Where it begins (code points of the text as it reads now), and its number."""


def paragraphs(store: Store, source: Id) -> tuple[list[Paragraph], bool]:
    """The paragraphs of a source in their order, and whether its text was corrected since it was brought."""
    text = store.text(source)
    with store.reading():
        runs = runs_of(store, source)
        if not runs.corrected():
            return [(start, str(number)) for number, start in enumerate(_lines(text), 1)], False
        # The words that were taken away are not kept beside the text: the journal has them.
        runs = folded_runs(store, source)
        length = sum(run.length for run in runs.runs if run.origin == "")
        brought = _lines(runs.words_at(Stretch("", 0, length)))
        shown: list[tuple[int, int, int]] = []
        here = 0
        for run in runs.runs:
            if not run.hidden:
                if run.origin == "":
                    shown.append((here, run.first, run.length))
                here += run.length
    return _numbered(text, brought, shown), True


def _numbered(text: str, brought: list[int], shown: list[tuple[int, int, int]]) -> list[Paragraph]:
    """The numbers of lines.

    Args:
        brought: where the lines of the first text began.
        shown: what stands of that text: where, its first character, how long.
    """
    starts = [start for start, _, _ in shown]
    found: list[Paragraph] = []
    last = 0
    for start, end in _stretches(text):
        at = bisect_right(starts, start) - 1
        if at < 0 or shown[at][0] + shown[at][2] <= start:
            at += 1
        old = shown[at][1] + max(start - shown[at][0], 0) if at < len(shown) and shown[at][0] < end else None
        if old is None:
            found.append((start, f"{last}+"))
        else:
            last = max(bisect_right(brought, old), 1)
            found.append((start, str(last)))
    return found


def _lines(text: str) -> list[int]:
    return [start for start, _ in _stretches(text)]


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where lines with something on them begin and end."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found
