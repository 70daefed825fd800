"""Sentences and paragraphs as a reader would mark them, in code points of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.sentences import paragraphs, sentences, widened
from crosscase.model import Span


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "It was fine.| Then it wasn't!| Why?| Nobody knows.",
        "I saw Dr. Shah and Mrs. Lee.| They agreed.",
        "We went to HR.| They listened.",
        "See J. Smith, p. 7 and fig. 3.| It is there.",
        "Things like tea, etc. and cake.| Tea, etc.| And cake.",
        "At 3.5 per cent, e.g. In the ward, i.e. upstairs.| Yes.",
        "So I… I think so.| Well...| Maybe…| Or not.",
        "It was… you know… hard.| Really?!| Yes.",
        '"Stop."| Then he left.| "What?" she said.| (It was late.)| Fine.',
        "“I can’t.”| ‘Why not?’| «Non.»| Bon.",
        "Nobody did but I.| Then I left.",
        "1. First we talk.| 2. Then we walk.",
        "In 2019.| In 2020.",
        "No.| I said no. 5 was mine.",
        "彼は来た。|「そうだ。」と言った。|本当？|はい！",
        "यह ठीक है।| वह गया।",
        "هل هذا صحيح؟| نعم.",
        "זה נכון.| כן.",
        "Emoji end here 👍🏽.| 👨‍👩‍👧 came. too",
        "no capital. so no end",
        "One\nline.| Two",
        "Wait!!!| No…",
        "",
        "...",
        "Hm",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|") if part]
    if "\n" in text:
        # A break between short lines ends a paragraph, and with it the sentence.
        expected = ["One", "line.", "Two"]
    assert cut(text) == expected


def test_paragraphs_of_lines_and_of_blocks() -> None:
    def parts(text: str) -> list[str]:
        return [text[span.start : span.end] for span in paragraphs(text)]

    assert parts("  One.\nTwo.\n\n\n Three. \u2028Four") == ["One.", "Two.", "Three.", "Four"]
    assert parts("") == parts(" \n\n ") == []
    wrapped = (
        "When they asked me what had changed I did not know\nwhat to say, because nothing had and everything\nhad.\n\n"
        "The second time was better.\nAnd the third."
    )
    assert parts(wrapped) == [
        "When they asked me what had changed I did not know\nwhat to say, because nothing had and everything\nhad.",
        "The second time was better.",
        "And the third.",
    ]
    long = "word " * 60
    assert parts(f"{long}\n{long}\nend") == [long.strip(), long.strip(), "end"]


def test_a_stretch_of_a_text_is_cut_where_it_lies() -> None:
    text = "SU: 👍🏽 Yes. I did. And then.\nINT: Really? When?"
    assert [text[s.start : s.end] for s in sentences(text, 4, 28)] == ["👍🏽 Yes.", "I did.", "And then."]
    assert sentences(text, 4, 4) == []


def test_widening_takes_every_sentence_that_is_touched() -> None:
    text = "One two. Three four. Five."
    cuts = sentences(text)

    def wide(start: int, end: int) -> str:
        span = widened(cuts, start, end)
        return text[span.start : span.end]

    assert wide(4, 7) == "One two."
    assert wide(4, 11) == "One two. Three four."
    assert wide(0, 26) == text
    assert wide(9, 9) == "Three four."
    assert widened(cuts, 8, 9) == Span(8, 9)
    assert widened([], 3, 5) == Span(3, 5)


@given(st.text(alphabet='aB1 .!?…。」"’\n👍\u0301中।Dr', max_size=60), st.integers(0, 20), st.integers(0, 20))
def test_nothing_but_white_space_is_left_out(text: str, before: int, behind: int) -> None:
    start, end = min(before, len(text)), max(len(text) - behind, 0)
    for cutter in (sentences, paragraphs):
        spans = cutter(text, start, end)
        edges = [start, *(edge for span in spans for edge in (span.start, span.end)), max(start, end)]
        assert edges == sorted(edges)
        assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
        for span in spans:
            words = text[span.start : span.end]
            assert words
            assert words == words.strip()
