"""Search finds and ranks what a second, slow implementation over lists of words finds and ranks."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import NotFoundError
from crosscase.frames.passages import Passages
from crosscase.frames.query import And, Limit, Near, Node, Not, Or, QueryError, Term, parse, terms
from crosscase.frames.search import Hit, search
from crosscase.frames.token_index import TokenIndex
from crosscase.frames.tokens import tokenize
from tests.shared import shared

# A passage as the second implementation sees it: its words in order, each with its place.
Words = list[tuple[str, int, int]]
Stretch = tuple[int, int]


@dataclass
class Plain:
    """Search by looking at everything."""

    texts: dict[str, str]
    places: list[tuple[str, int, int]]

    def words(self, place: tuple[str, int, int]) -> Words:
        source, start, end = place
        tokens = tokenize(self.texts.get(source, ""))
        spelled = zip(tokens.folded, tokens.start.tolist(), tokens.end.tolist(), strict=True)
        return [(word, a, b) for word, a, b in spelled if start <= a and b <= end]

    def places_of(self, words: Words, term: Term) -> list[Stretch]:
        long = len(term.words)
        return [
            (at, at + long - 1)
            for at in range(len(words) - long + 1)
            if all(
                here.startswith(word) if begins else here == word
                for (here, _, _), word, begins in zip(words[at : at + long], term.words, term.begins, strict=True)
            )
        ]

    def found(self, words: Words, looked_for: Term | Near) -> tuple[int, set[Stretch]]:
        """How often, and where."""
        if isinstance(looked_for, Term):
            places = self.places_of(words, looked_for)
            return len(places), set(places)
        choices = [self.places_of(words, term) for term in looked_for.terms]
        good = [
            chosen
            for chosen in itertools.product(*choices)
            if max(first for first, _ in chosen) - min(last for _, last in chosen) - 1 <= looked_for.between
        ]
        taking_part = [{chosen[i] for chosen in good} for i in range(len(choices))]
        return min(map(len, taking_part)), set().union(*taking_part)

    def matches(self, words: Words, node: Node) -> bool:
        match node:
            case Term() | Near():
                return self.found(words, node)[0] > 0
            case Not():
                return not self.matches(words, node.node)
            case And():
                return all(self.matches(words, part) for part in node.nodes)
            case Or():
                return any(self.matches(words, part) for part in node.nodes)
            case Limit():
                raise AssertionError

    def search(self, query: str) -> list[tuple[int, float, list[Stretch]]]:
        tree = parse(query)
        passages = [self.words(place) for place in self.places]
        full = [words for words in passages if words]
        average = sum(map(len, full)) / max(len(full), 1)
        results = []
        for row, words in enumerate(passages):
            if not self.matches(words, tree):
                continue
            score = 0.0
            spans = set()
            for looked_for in terms(tree):
                having = sum(self.found(other, looked_for)[0] > 0 for other in passages)
                often, where = self.found(words, looked_for)
                spans |= {(words[first][1], words[last][2]) for first, last in where}
                if often:
                    rarity = math.log(1 + (len(full) - having + 0.5) / (having + 0.5))
                    score += rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * len(words) / average))
            results.append((row, round(score, 5), merged(spans)))
        return sorted(results, key=lambda result: (-result[1], result[0]))


def merged(spans: set[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def passages_of(texts: dict[str, str], places: list[tuple[str, int, int]]) -> Passages:
    names = sorted({*texts, *(source for source, _, _ in places)})
    return Passages.of(
        names,
        [names.index(source) for source, _, _ in places],
        [start for _, start, _ in places],
        [end for _, _, end in places],
    )


TEXTS = st.fixed_dictionaries({name: st.text(alphabet="aab bcé中 \n.", max_size=40) for name in "st"})
PLACES = st.lists(
    st.tuples(st.sampled_from("stx"), st.integers(0, 40), st.integers(0, 40)).map(lambda p: (p[0], *sorted(p[1:]))),
    max_size=8,
)
WORD = st.sampled_from(["a", "b", "ab", "aa", "a*", "b*", "é", "中", '"a b"', '"b a*"', '"中 中"', "zz"])
QUERIES = st.recursive(
    WORD
    | st.tuples(WORD, WORD, st.integers(0, 5)).map(lambda t: f"NEAR({t[0]} {t[1]}, {t[2]})")
    | st.tuples(WORD, WORD, WORD).map(lambda t: f"NEAR({' '.join(t)}, 2)"),
    lambda inner: (
        inner.map(lambda q: f"NOT ({q})")
        | st.tuples(inner, inner).map(lambda t: f"({t[0]} OR {t[1]})")
        | st.tuples(inner, inner).map(lambda t: f"({t[0]} {t[1]})")
    ),
    max_leaves=4,
)


@given(TEXTS, PLACES, QUERIES)
def test_agrees_with_a_second_implementation(
    texts: dict[str, str], places: list[tuple[str, int, int]], query: str
) -> None:
    result = search(TokenIndex.of(texts), passages_of(texts, places), query, top=None)
    expected = Plain(texts, places).search(query)
    found = {hit.passage: hit for hit in result.hits}
    assert sorted(found) == result.passages.tolist() == sorted(row for row, _, _ in expected)
    for row, score, spans in expected:
        hit = found[row]
        assert hit.score == pytest.approx(score, abs=2e-5)
        assert [(span.start, span.end) for span in hit.spans] == spans
        assert (hit.source, hit.start, hit.end) == places[row]
        assert hit.start <= hit.snippet.start <= hit.snippet.end <= hit.end
    ranked = [(-hit.score, hit.passage) for hit in result.hits]
    assert ranked == sorted(ranked)


@given(TEXTS, PLACES, QUERIES, st.integers(0, 4))
def test_the_best_few_are_the_first_of_all(
    texts: dict[str, str], places: list[tuple[str, int, int]], query: str, top: int
) -> None:
    index, passages = TokenIndex.of(texts), passages_of(texts, places)
    everything = search(index, passages, query, top=None)
    few = search(index, passages, query, top=top)
    assert few.hits == everything.hits[:top]
    assert few.passages.tolist() == everything.passages.tolist()
    # Neither how the index came about nor in which order it holds its sources changes anything.
    other = TokenIndex.of(dict(reversed(texts.items()))).replaced({"new": "a b", "s": texts["s"]})
    again = search(TokenIndex.unpacked(other.packed()), passages_of(texts, places), query, top=None)
    assert again.hits == everything.hits


TURNS = """SU: Risk was never my word. 👍🏽 They said risk, I said trust.
INT: Could you say more about trust?
SU: Peer support is not risk-free, but peer
workers know what trust is, naïve or not."""


def turns() -> tuple[TokenIndex, Passages]:
    lines = []
    at = 0
    for line in TURNS.replace("peer\nworkers", "peer workers").split("\n"):
        lines.append(("s", at + line.index(":") + 2, at + len(line)))
        at += len(line) + 1
    return TokenIndex.of({"s": TURNS}), passages_of({"s": TURNS}, lines)


def seen(hit: Hit) -> str:
    return "".join(f"[{words}]" if found else words for words, found in hit.shown(TURNS))


def test_an_ordinary_search() -> None:
    index, passages = turns()
    result = search(index, passages, "risk trust")
    assert [hit.passage for hit in result.hits] == [0, 2]
    assert seen(result.hits[0]) == "[Risk] was never my word. 👍🏽 They said [risk], I said [trust]."
    assert [hit.passage for hit in search(index, passages, "NAIVE").hits] == [2]
    assert [hit.passage for hit in search(index, passages, '"support is"').hits] == [2]
    assert not search(index, passages, '"trust could"').hits


def test_a_long_passage_is_shown_where_most_comes_together() -> None:
    text = "risk " + "other words here " * 40 + "they spoke of trust and of risk there " + "and on it went " * 40
    index = TokenIndex.of({"s": text})
    (hit,) = search(index, passages_of({"s": text}, [("s", 0, len(text))]), "risk trust", words=12).hits
    shown = "".join(f"[{words}]" if found else words for words, found in hit.shown(text))
    assert shown == "they spoke of [trust] and of [risk] there and on it went"


def test_limits_are_the_callers() -> None:
    index, passages = turns()
    asked: list[Limit] = []

    def limits(limit: Limit) -> npt.NDArray[np.bool_]:
        asked.append(limit)
        if limit.value == "nobody":
            raise NotFoundError("participant", limit.value)
        return np.array([True, False, True])

    def rows(query: str) -> list[int]:
        return [hit.passage for hit in search(index, passages, query, limits=limits).hits]

    assert rows("trust role:SU") == [0, 2]
    assert rows("trust NOT role:SU") == [1]
    assert rows("role:SU") == [0, 2]
    assert rows("role:INT OR could") == [1, 0, 2]
    assert rows("peer x=y") == [2]
    assert asked[-1] == Limit("x", "y", attribute=True, position=5)
    with pytest.raises(NotFoundError):
        rows("participant:nobody")
    with pytest.raises(QueryError, match="limits cannot be used"):
        search(index, passages, "role:SU")


def test_a_source_without_turns_is_searched_by_paragraph() -> None:
    texts = {"d": "One about risk.\n\nTwo about trust.", "e": "", "s": "SU: risk"}
    passages = passages_of(texts, [("s", 4, 8)]).with_paragraphs(texts.__getitem__)
    assert [(hit.source, hit.start, hit.end) for hit in search(TokenIndex.of(texts), passages, "risk").hits] == [
        ("s", 4, 8),
        ("d", 0, 15),
    ]
    read: list[str] = []

    def text_of(source: str) -> str:
        read.append(source)
        return texts[source]

    passages_of(texts, [("s", 4, 8)]).with_paragraphs(text_of, lambda source: len(texts[source]))
    assert read == ["d"]


def test_passages_can_be_chosen() -> None:
    index, passages = turns()
    chosen = passages.chosen(np.array([True, False, True]))
    assert [hit.start for hit in search(index, chosen, "more OR trust").hits] == [4, 102]


def test_passages_follow_the_index_they_are_asked_about() -> None:
    index, passages = turns()
    assert search(index, passages, "trust").hits
    assert not search(index.replaced({"s": "█" * len(TURNS)}), passages, "trust").hits
    assert search(index, passages, "trust").hits


def test_on_real_transcripts() -> None:
    folder = shared("corpora", "pypi-mismatches")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))}
    passages = Passages.of(texts, [], [], []).with_paragraphs(texts.__getitem__)
    result = search(TokenIndex.of(texts), passages, '"package" depend* NOT license', top=None)
    for hit in result.hits:
        words = tokenize(texts[hit.source][hit.start : hit.end]).folded
        assert "package" in words
        assert any(word.startswith("depend") for word in words)
        assert "license" not in words
        assert {tokenize(texts[hit.source][span.start : span.end]).folded[0][:6] for span in hit.spans} <= {
            "packag",
            "depend",
        }
