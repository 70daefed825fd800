"""A text that is corrected reads as a plain string would that was edited alike, and anchors follow their characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscase.journal.text import TextRuns, inverse, replaced
from crosscase.model import Span

LETTERS = "ab é\U0001f642\u0301\n"


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[tuple[Span, str]]:
    """Edits in order, of which some touch and some put words in at the same place."""
    borders = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    return [(Span(start, end), draw(st.text(LETTERS, max_size=3))) for start, end in pairs]


def as_plain(text: str, changes: list[tuple[Span, str]]) -> str:
    for span, words in reversed(changes):
        text = text[: span.start] + words + text[span.end :]
    return text


@given(st.data(), st.text(LETTERS, max_size=12))
def test_corrections_read_like_edits_of_a_string(data: st.DataObject, text: str) -> None:
    runs = TextRuns.brought(text)
    for number in range(3):
        before = runs.words()
        changes = data.draw(edits(len(before)))
        entry = f"{number:032x}"
        change = replaced(runs, changes)
        runs.apply(entry, change)
        assert runs.words() == as_plain(before, changes)
        if data.draw(st.booleans()):
            runs.apply(f"{number + 9:032x}", inverse(entry, change))
            assert runs.words() == before


def test_touching_edits_stay_in_their_order() -> None:
    runs = TextRuns.brought("abcdef")
    runs.apply("1", replaced(runs, [(Span(0, 3), "X"), (Span(3, 3), "Y"), (Span(3, 3), "Z"), (Span(3, 4), "D")]))
    assert runs.words() == "XYZDef"
    assert runs.span("0", "2") == Span(0, 1)
    assert runs.span("3", "4") == Span(3, 5)
