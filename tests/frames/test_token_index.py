"""The index says of many sources what `tokenize` says of each, whatever way it came about."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.token_index import StaleIndexError, TokenIndex, pack, unpack
from crosscase.frames.tokens import Tokens, tokenize

TEXT = st.text(alphabet="ab cé中हि'\n.", max_size=30)
TEXTS = st.dictionaries(st.sampled_from("stuvw"), TEXT, max_size=5)


def spelled(tokens: Tokens) -> list[tuple[int, int, str]]:
    return list(zip(tokens.start.tolist(), tokens.end.tolist(), tokens.folded, strict=True))


def check(index: TokenIndex, texts: dict[str, str]) -> None:
    assert index.sources == tuple(texts)
    assert len(index) == sum(len(tokenize(text)) for text in texts.values())
    everything = []
    for source, text in texts.items():
        assert spelled(index.tokens_of(source)) == spelled(tokenize(text))
        everything += tokenize(text).folded
    for word in {*everything, "never"}:
        found = index.occurrences(index.numbers(word))
        assert found.tolist() == [number for number, here in enumerate(everything) if here == word]
    for prefix in ("a", "ab", "中", "e", "zz"):
        found = index.occurrences(index.numbers(prefix, prefix=True))
        assert found.tolist() == [number for number, here in enumerate(everything) if here.startswith(prefix)]


@given(TEXTS)
def test_holds_what_tokenize_says(texts: dict[str, str]) -> None:
    index = TokenIndex.of(texts)
    check(index, texts)
    check(TokenIndex.unpacked(index.packed()), texts)
    check(TokenIndex.unpacked((source, pack(tokenize(text))) for source, text in texts.items()), texts)


@given(TEXTS, st.dictionaries(st.sampled_from("stuvwxy"), st.none() | TEXT, max_size=4))
def test_replacing_is_making_it_again(texts: dict[str, str], changes: dict[str, str | None]) -> None:
    before = TokenIndex.of(texts)
    after = {source: text for source, text in {**texts, **changes}.items() if text is not None}
    check(before.replaced(changes), after)
    check(before, texts)


@given(TEXTS, st.lists(st.tuples(st.integers(-1, 4), st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_within_counts_whole_words_of_a_stretch(texts: dict[str, str], stretches: list[tuple[int, int, int]]) -> None:
    index = TokenIndex.of(texts)
    stretches = [(min(source, len(texts) - 1), start, end) for source, start, end in stretches]
    low, high = index.within(*(np.array([s[i] for s in stretches], dtype=np.int32) for i in range(3)))
    for row, (source, start, end) in enumerate(stretches):
        own = list(range(index.first[source], index.first[source + 1])) if source >= 0 else []
        inside = [t for t in own if index.start[t] >= start and index.end(np.array([t]))[0] <= end]
        assert list(range(low[row], high[row])) == inside
        assert all(index.source_of(np.array([t]))[0] == source for t in inside)


def test_is_not_to_be_written_to() -> None:
    index = TokenIndex.of({"s": "a b"})
    with pytest.raises(ValueError, match="read-only"):
        index.word[0] = 1


def test_long_gaps_and_large_vocabularies_are_kept() -> None:
    text = "far" + " " * 70_000 + "away " + " ".join(f"w{n}" for n in range(70_000)) + " " + "x" * 300
    tokens = tokenize(text)
    assert spelled(unpack(pack(tokens))) == spelled(tokens)
    check(
        TokenIndex.of({"s": "far" + " " * 70_000 + "away ab", "t": "x" * 300}),
        {"s": "far" + " " * 70_000 + "away ab", "t": "x" * 300},
    )


def test_words_of_erased_texts_are_not_kept() -> None:
    index = TokenIndex.of({"s": "secret", "t": "a secret"}).replaced({"s": None, "t": "a ██████"})
    assert all(b"secret" not in data for _, data in index.packed())


@pytest.mark.parametrize("damage", [b"", b"short", pack(tokenize("a b c"))[:-1], pack(tokenize("a b")) + b"\0"])
def test_damage_is_told(damage: bytes) -> None:
    with pytest.raises(StaleIndexError):
        unpack(damage)


def test_another_version_is_told() -> None:
    with pytest.raises(StaleIndexError):
        unpack(pack(tokenize("a b")).replace(b"crosscase-1", b"crosscase-0"))
