"""Rules match whole words or what an expression says, in the passages they were given, and never for ever."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.matching import (
    BadPatternError,
    How,
    Matches,
    SlowPatternError,
    Unit,
    matches,
    widened_to,
)
from crosscase.frames.passages import Passages
from crosscase.frames.query import QueryError
from crosscase.frames.token_index import TokenIndex

TEXTS = {
    "s": "SU: Risk, asterisk* 👍🏽 and at-risk. Naïve risks? No.\nINT: What risk is that?\nSU: A risk\nassessment.",
    "t": "PW: Was für ein Risiko. हिन्दी and 政府!",
}


def given_passages() -> Passages:
    s = TEXTS["s"]
    edges = [(4, s.index("\nINT")), (s.index("What"), s.index("\nSU: A")), (s.index("A risk"), len(s))]
    return Passages.of(TEXTS, [0, 0, 0, 1], [a for a, _ in edges] + [4], [b for _, b in edges] + [len(TEXTS["t"])])


def found(how: How, *patterns: str, unit: Unit = "match", ignore_case: bool = True) -> list[str]:
    index = TokenIndex.of(TEXTS)
    result = matches(index, given_passages(), TEXTS.__getitem__, how, patterns, ignore_case=ignore_case)
    return [TEXTS[source][span.start : span.end] for source, span in widened_to(result, unit, TEXTS.__getitem__)]


def test_words_are_whole_words() -> None:
    assert found("word", "risk") == ["Risk", "risk", "risk", "risk"]
    assert found("word", "RISK*") == ["Risk", "risk", "risks", "risk", "risk"]
    assert found("word", "naive", "हिन्दी", "nothing") == ["Naïve", "हिन्दी"]
    assert found("word", "at-risk") == ["at-risk"]
    # The same place found twice is one place; another place within it is not.
    assert found("word", "risk*", "risk", "risk assessment") == [
        "Risk", "risk", "risks", "risk", "risk", "risk\nassessment",
    ]  # fmt: skip
    assert found("word") == []


def test_phrases_are_words_in_a_row() -> None:
    assert found("phrase", "risk is") == ["risk is"]
    assert found("phrase", "政府") == ["政府"]
    assert found("phrase", "risk assess*") == ["risk\nassessment"]
    assert found("phrase", "no what") == []


def test_expressions_see_the_text_as_it_is() -> None:
    assert found("regex", r"risk\b") == ["Risk", "risk", "risk", "risk", "risk"]
    assert found("regex", r"risk", ignore_case=False) == ["risk", "risk", "risk", "risk", "risk"]
    assert found("regex", r"\p{Emoji_Presentation}\p{EMod}?") == ["👍🏽"]
    assert found("regex", r"^\w+") == ["Risk", "What", "A", "assessment", "Was"]
    assert found("regex", r"No\.\s+INT") == []
    assert found("regex", r"x*") == []


def test_places_are_widened_within_their_passage() -> None:
    assert found("word", "risk", unit="sentence") == [
        "Risk, asterisk* 👍🏽 and at-risk.",
        "What risk is that?",
        "A risk",
    ]
    assert found("phrase", "risk naive", unit="sentence") == ["Risk, asterisk* 👍🏽 and at-risk. Naïve risks?"]
    assert found("word", "risk", unit="paragraph") == [
        "Risk, asterisk* 👍🏽 and at-risk. Naïve risks? No.",
        "What risk is that?",
        "A risk",
    ]
    assert found("word", "risk", "naive", unit="turn") == [
        "Risk, asterisk* 👍🏽 and at-risk. Naïve risks? No.",
        "What risk is that?",
        "A risk\nassessment.",
    ]
    assert found("word", "nothing", unit="sentence") == []


def test_only_the_passages_that_were_handed_in() -> None:
    index = TokenIndex.of(TEXTS)
    own = given_passages().chosen(np.array([0, 2]))
    result = matches(index, own, TEXTS.__getitem__, "word", "risk")
    assert result.passage.tolist() == [0, 0, 1]
    assert len(result) == 3


@pytest.mark.parametrize(
    "pattern", ["(a", "[z-a]", "a{1000000000}", "(?:(?:a{100}){100}){100}", "(" * 9000, "a" * 20000]
)
def test_what_is_no_expression_is_refused(pattern: str) -> None:
    with pytest.raises(BadPatternError) as caught:
        found("regex", pattern)
    assert len(caught.value.message) < 250


def test_an_expression_without_end_is_given_up() -> None:
    texts = {"s": "a" * 200 + "b"}
    passages = Passages.of(texts, [0], [0], [201])
    with pytest.raises(SlowPatternError, match="given up"):
        matches(TokenIndex.of(texts), passages, texts.__getitem__, "regex", "(a|aa)+$", seconds=0.3)


def test_a_pattern_without_words_is_refused() -> None:
    for how in ("word", "phrase"):
        with pytest.raises(QueryError, match="no word"):
            found("word" if how == "word" else "phrase", "…")


ALPHABET = "ab .\né"


@given(
    st.text(alphabet=ALPHABET, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=5),
    st.sampled_from(["a", "ab", "b+", "a.", "é?b", "^a"]),
)
def test_expressions_agree_with_another_engine(text: str, edges: list[list[int]], pattern: str) -> None:
    edges = [[min(a, len(text)), min(b, len(text))] for a, b in edges]
    passages = Passages.of(["s"], [0] * len(edges), [a for a, _ in edges], [b for _, b in edges])
    result = matches(TokenIndex.of({"s": text}), passages, {"s": text}.__getitem__, "regex", pattern)
    assert listed(result) == [
        (row, start + match.start(), start + match.end())
        for row, (start, end) in enumerate(edges)
        for match in re.finditer(pattern, text[start:end], re.MULTILINE | re.IGNORECASE)
    ]


def listed(result: Matches) -> list[tuple[int, int, int]]:
    return list(zip(result.passage.tolist(), result.start.tolist(), result.end.tolist(), strict=True))
