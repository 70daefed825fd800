"""Permanent addresses: what a correction does to a coded passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.journal.changes import Corrected
from crosscase.journal.text import TextRuns, fold_text, inverse, replaced
from crosscase.model import Span

COUNTER = iter(range(1, 10**9))


def entry() -> str:
    return f"{next(COUNTER):032x}"


def coded(text: str, words: str) -> tuple[TextRuns, tuple[str, str]]:
    """A text, and the anchor of some words in it."""
    runs = TextRuns.brought(text)
    at = text.index(words)
    return runs, runs.anchor(Span(at, at + len(words)))


def correct(runs: TextRuns, old: str, new: str) -> None:
    at = runs.words().index(old)
    runs.apply(entry(), replaced(runs, [(Span(at, at + len(old)), new)]))


def reads(runs: TextRuns, anchor: tuple[str, str]) -> str:
    span = runs.span(*anchor)
    return runs.words()[span.start : span.end]


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("r w", "r co-w", "peer co-worker"),
        ("worke", "werke", "peer werker"),
        ("peer ", "", "worker"),
        ("peer worker", "colleague", "colleague"),
        ("My peer", "Our peer", "Our peer worker"),  # the replacement of any part of it is coded
    ],
)
def test_a_change_inside_stretches_or_shrinks(old: str, new: str, after: str) -> None:
    runs, anchor = coded("My peer worker came.", "peer worker")
    correct(runs, old, new)
    assert reads(runs, anchor) == after


def test_a_typo_in_the_last_letter() -> None:
    runs, anchor = coded("a peer workee here", "peer workee")
    runs.apply(entry(), replaced(runs, [(Span(12, 13), "r")]))
    assert reads(runs, anchor) == "peer worker"


def test_a_typo_in_the_first_letter() -> None:
    runs, anchor = coded("a beer worker", "beer")
    runs.apply(entry(), replaced(runs, [(Span(2, 3), "p")]))
    assert reads(runs, anchor) == "peer"


def test_a_typo_in_the_only_letter() -> None:
    runs, anchor = coded("O am here", "O")
    correct(runs, "O", "I")
    assert reads(runs, anchor) == "I"
    correct(runs, "I", "We")
    assert reads(runs, anchor) == "We"


def test_text_put_in_at_a_border_is_not_swallowed() -> None:
    runs, anchor = coded("say nothing now", "nothing")
    runs.apply(entry(), replaced(runs, [(Span(4, 4), "almost "), (Span(11, 11), " at all")]))
    assert runs.words() == "say almost nothing at all now"
    assert reads(runs, anchor) == "nothing"


def test_text_put_in_after_a_replaced_end_is_not_swallowed() -> None:
    runs, anchor = coded("peer workee", "peer workee")
    runs.apply(entry(), replaced(runs, [(Span(10, 11), "r")]))
    runs.apply(entry(), replaced(runs, [(Span(11, 11), "s")]))
    assert (runs.words(), reads(runs, anchor)) == ("peer workers", "peer worker")


def test_a_span_whose_words_are_gone_is_kept_empty_where_they_were() -> None:
    runs, anchor = coded("one two three", "two ")
    correct(runs, "two ", "")
    assert runs.span(*anchor) == Span(4, 4)


def test_words_of_another_copy_that_were_put_in_at_the_same_time_stand_newest_first() -> None:
    text = "ab"
    first, second = entry(), entry()
    runs = TextRuns.brought(text)
    one = replaced(runs, [(Span(1, 1), "1")])
    two = replaced(runs, [(Span(1, 1), "2")])
    base = ("", Corrected("", base=True, pieces=runs_pieces(text), words=text))
    assert fold_text([base, (first, one), (second, two)]).words() == "a21b"


def runs_pieces(text: str) -> tuple[object, ...]:
    from crosscase.journal.changes import Piece

    return (Piece("", len(text)),)  # type: ignore[return-value]


# Scripts, directions, emoji with joiners and skin tones, combining marks, and lone line breaks.
LETTERS = st.text(alphabet="ab é👍🏽👩‍👩‍👧ह०िن́\n ", max_size=30)


@given(text=LETTERS.filter(len), data=st.data())
def test_characters_nobody_edited_stay_under_their_coding(text: str, data: st.DataObject) -> None:
    """The characters under a coding that were not edited are the same before and after any number of corrections."""
    runs = TextRuns.brought(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = runs.anchor(Span(start, end))
    kept = {n: text[n] for n in range(start, end)}
    place: list[int | None] = list(range(len(text)))  # for each visible character, which of the first text it is
    undoing: list[tuple[str, Corrected]] = []
    for _ in range(data.draw(st.integers(1, 6))):
        now = runs.words()
        low = data.draw(st.integers(0, len(now)))
        high = data.draw(st.integers(low, min(len(now), low + 5)))
        words = data.draw(LETTERS.filter(lambda t: len(t) < 6))
        change, name = replaced(runs, [(Span(low, high), words)]), entry()
        runs.apply(name, change)
        undoing.append((name, change))
        place[low:high] = [None] * len(words)
        assert runs.words() == now[:low] + words + now[high:]
    span = runs.span(*anchor)
    inside = {n for n in place[span.start : span.end] if n is not None}
    left = {n for n in place if n is not None and start <= n < end}
    assert left <= inside
    assert inside - left <= set()  # nothing from outside that was not edited came in
    assert all(text[n] == kept[n] for n in left)
    for name, change in reversed(undoing):
        runs.apply(entry(), inverse(name, change))
    assert runs.words() == text
    assert runs.span(*anchor) == Span(start, end)
