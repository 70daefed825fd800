"""Printed words are held against what was said: nothing that was changed passes, and typesetting is no change."""

from __future__ import annotations

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.quoted import Checked, check
from crosscase.frames.shingles import Shingles
from crosscase.model import Span
from tests.shared import shared

SAID = (
    "TOM: How is it? MA: I answer the telephone. That's not modesty; I looked at my own log once, for a thing, and it "
    "was sixty-one calls between eight and six. (laughs) I was a social worker for fourteen years … and I thought a "
    "manager was somebody who sat back."
)
VOCABULARY = ("the", "a", "risk", "we", "they", "said", "it", "is", "not", "peer")
LAUGHS = Span(SAID.index("(laughs)"), SAID.index("(laughs)") + len("(laughs)"))


def held(printed: str) -> Checked:
    return check(printed, SAID, skip=[LAUGHS])


@pytest.mark.parametrize(
    ("printed", "forgiven"),
    [
        ("I answer the telephone. That's not modesty", ()),
        ("That’s not modesty; I looked", ("quotation marks and dashes of another kind",)),
        ("sixty–one calls", ()),
        ("that's not modesty", ("capitals",)),
        ("I answer the telephone, that's not modesty", ("capitals", "punctuation")),
        ("I looked\nat  my own log", ("white space and line breaks",)),
        ("a social work-\ner for four\u00adteen years", ("soft hyphens", "words parted by a hyphen")),
        ("eight and six. I was a social worker", ("notes of the transcript left out",)),
        ("eight and six. (laughs) I was a social worker", ()),
        ("for fourteen years ... and I thought", ()),
        ("modesty", ()),
    ],
)
def test_typesetting_is_forgiven_and_said(printed: str, forgiven: tuple[str, ...]) -> None:
    found = held(printed)
    assert (found.status, found.share, found.forgiven) == ("exact", 1.0, forgiven)


@pytest.mark.parametrize(
    ("printed", "declared"),
    [
        ("I answer the telephone … it was sixty-one calls", "omission"),
        ("I answer the telephone [...] it was sixty-one calls", "omission"),
        ("I answer the telephone […] it was sixty-one calls", "omission"),
        ("I answer the telephone. . . . it was sixty-one calls", "omission"),
        ("I looked at [the] log once, for a thing", "edit"),
        ("I looked at my [call] log once, for a thing", "edit"),
        ("[t]hat's not modesty; I look[ed] at my own log", "edit"),
    ],
)
def test_what_is_declared_is_no_alteration(printed: str, declared: str) -> None:
    found = held(printed)
    assert found.status == "declared"
    assert declared in {one.nature for one in found.stretches}
    assert not found.differences()


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("I answered the telephone. That's not modesty", "“answer” became “answered”"),
        ("I answer the telephone. That's modesty; I looked", "left out: “not”"),
        ("I looked at my very own log once", "put in: “very”"),
        ("sixty-one calls between nine and six. I was a manager for", "“eight” became “nine”"),
        ("I answer the telephone; I looked at my own log", "left out: “That's not modesty”"),
    ],
)
def test_a_change_is_shown_word_by_word(printed: str, sentence: str) -> None:
    found = held(printed)
    assert found.status == "altered"
    assert sentence in found.sentence()


@pytest.mark.parametrize(
    "printed", ["entirely different things were said about margarine", "modest", "", "…", "[…]", "what of this at all"]
)
def test_what_nobody_said_is_not_found(printed: str) -> None:
    found = held(printed)
    assert (found.status, found.start, found.end, found.stretches) == ("not found", 0, 0, ())


def test_brackets_and_ellipses_of_the_transcript_itself_are_words_as_they_stand() -> None:
    text = "Well … [coughs] I never said I could not, no."
    assert check("Well … [coughs] I never said", text).status == "exact"


def test_an_edit_stands_for_a_few_words_and_not_for_a_speech() -> None:
    assert held("I answer the telephone. [It] was sixty-one calls between eight and six").status == "altered"


def test_omissions_keep_the_order_in_which_it_was_said() -> None:
    assert held("sixty-one calls between eight and six […] I answer the telephone").status in {"altered", "not found"}


@given(st.data())
def test_any_stretch_of_a_text_is_found_exactly_where_it_stands(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(
            st.sampled_from(VOCABULARY),
            min_size=4,
            max_size=60,
        )
    )
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    text, printed = " ".join(words), " ".join(words[first:last])
    found = check(printed, text)
    assert found.status == "exact"
    assert text[found.start : found.end] == printed


@given(st.data())
def test_a_word_that_was_never_said_never_passes(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(
            st.sampled_from(VOCABULARY),
            min_size=8,
            max_size=40,
        )
    )
    at = data.draw(st.integers(0, len(words)))
    printed = " ".join([*words[:at], "margarine", *words[at:]])
    found = check(printed, " ".join(words))
    assert found.status in {"altered", "not found"}
    assert found.status == "not found" or "margarine" in found.sentence()


def test_of_several_texts_the_one_with_the_words_is_named() -> None:
    texts = {
        "a": "We did not know who to ask.",
        "b": "Nobody knew who to ask, ever.",
        "c": "We did not know who to ask.",
    }
    shingles = Shingles.of_texts(texts)
    assert shingles.check("nobody knew who to ask")[0] == "b"
    assert shingles.check("did not know who to ask", ["c"])[0] == "c"
    assert [source for source, _ in shingles.everywhere("did not know who to ask")] == ["a", "c"]
    assert shingles.check("nobody knew", ["a"])[0] == ""


def test_a_quotation_is_found_among_169_transcripts() -> None:
    folder = shared("corpora", "horizon-inquiry", "transcripts")
    texts = {str(path): path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/*.txt"))}
    shingles = Shingles.of_texts(texts)
    assert len(shingles.index) > 600_000
    chance = random.Random(7)
    begun = perf_counter()
    for number in range(60):
        name = chance.choice(list(texts))
        words = texts[name].split()
        at = chance.randrange(len(words) - 40)
        printed = words[at : at + 30]
        if number % 3 == 1:
            printed[15] = "margarine"
        if number % 3 == 2:
            printed[12:16] = ["[…]"]
        source, found = shingles.check(" ".join(printed))
        assert (source, found.status) == (name, ("exact", "altered", "declared")[number % 3])
    # 36 ms each on two busy cores; ten times that would still be quick enough for a paper.
    assert (perf_counter() - begun) / 60 < 0.36
