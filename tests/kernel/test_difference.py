"""Edits between two texts: exact always, and at the places where a person would make them."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.journal.difference import difference
from crosscase.model import Span

WORDS = st.sampled_from(
    [
        "the",
        "peer",
        "worker",
        "workee",
        " ",
        " ",
        "\n\n",
        ". ",
        "ANNA: ",
        "é",
        "e\u0301",
        "👩\u200d👧",
        "信任",
        "हि",
        "שלום",
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map("".join)


@pytest.mark.parametrize("seed", range(3))
def test_many_typing_errors_in_a_long_text_stay_small_edits(seed: int) -> None:
    """A thousand errors in 60,000 characters: words between them are left alone, also where every line has one."""
    chance = random.Random(seed)
    words = ("the", "and", "peer", "worker", "said", "that", "we", "were", "not", "sure", "because", "nobody", "came")
    said = [chance.choice(words) for _ in range(13_000)]
    wrong = sorted(chance.sample(range(len(said)), 1000))
    becomes = list(said)
    for at in wrong:
        place = chance.randrange(len(said[at]))
        becomes[at] = said[at][:place] + chance.choice(("", "q", "zz")) + said[at][place + 1 :]
    breaks = ["\n\n" if chance.random() < 0.02 else " " for _ in said]
    old = "".join(word + after for word, after in zip(said, breaks, strict=True))
    new = "".join(word + after for word, after in zip(becomes, breaks, strict=True))
    edits = difference(old, new)
    assert edited(old, edits) == new
    assert sum(len(span) for span, _ in edits) < 5 * len(wrong)
    assert max(len(span) for span, _ in edits) < 40


def edited(text: str, edits: list[tuple[Span, str]]) -> str:
    for span, words in reversed(edits):
        text = text[: span.start] + words + text[span.end :]
    return text


@given(TEXTS, TEXTS)
def test_the_edits_give_the_other_text(old: str, new: str) -> None:
    edits = difference(old, new)
    assert edited(old, edits) == new
    assert all(one.end <= other.start for (one, _), (other, _) in pairwise(edits))
    assert all(old[span.start : span.end] != words for span, words in edits)
    assert difference(old, new) == edits


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("a peer workee said", "a peer worker said", [(Span(12, 13), "r")]),
        ("a peer worke said", "a peer worker said", [(Span(11, 12), "er")]),
        ("cafe", "cafe\u0301", [(Span(3, 4), "e\u0301")]),
        ("not good", "not very good", [(Span(4, 4), "very ")]),
        ("not very good", "not good", [(Span(4, 9), "")]),
        ("我很信他", "我很信任他", [(Span(3, 3), "任")]),
        ("ill at\nease now", "ill at ease\nnow", [(Span(6, 7), " "), (Span(11, 12), "\n")]),
        ("A: foo\n\nB: bar", "A: fox\n\nC: baz", [(Span(5, 6), "x"), (Span(8, 9), "C"), (Span(13, 14), "z")]),
        ("", "new", [(Span(0, 0), "new")]),
        ("old", "", [(Span(0, 3), "")]),
    ],
)  # fmt: skip
def test_the_edits_are_those_a_person_would_make(old: str, new: str, edits: list[tuple[Span, str]]) -> None:
    assert difference(old, new) == edits
