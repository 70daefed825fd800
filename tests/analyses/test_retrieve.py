"""Retrieval over codings: each operator by hand, and everything against a second implementation.

The second implementation compares every two codings, character by character and word by word, with sets and loops.
"""

from __future__ import annotations

import contextlib
import json
import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.analyses.retrieve import Retrieved, RetrieveOptions, retrieve
from crosscase.errors import AmbiguousError, BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.query import QueryError
from crosscase.frames.turns import index_of
from crosscase.model import Coding, Span
from crosscase.study import Study
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.participants import add_participant
from crosscase.verbs.sources import add_source
from tests.frames.plain import Made


def found(study: Made, query: str, **options: Any) -> Retrieved:
    snapshot = Snapshot.load(study)
    return retrieve(snapshot, index_of(snapshot), RetrieveOptions(query=query, **options))


def words(study: Made, query: str, **options: Any) -> list[str]:
    return [one.words for one in found(study, query, **options).passages]


# By hand


@pytest.fixture
def talk() -> Made:
    """One interview, two turns of a participant, with emoji before and between what is coded."""
    study = Made()
    study.participant("P0", "A", "peer worker")
    study.code("risk")
    study.code("forms", "risk")
    study.code("peer trust")
    here = study.interviewed(
        "P0", "P0: 👍🏽 the forms on the first day 👩‍🔬 and then trust\nI: more?\nP0: trust again, no forms"
    )
    study.coding(here, "the forms on the first day", "forms")
    study.coding(here, "first day 👩‍🔬 and then", "peer trust", member="Ben")
    study.coding(here, "on the", "peer trust")
    study.coding(here, "trust again", "peer trust")
    return study


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("risk", ["the forms on the first day"]),
        ('"risk / forms"', ["the forms on the first day"]),
        ("risk / forms", ["the forms on the first day"]),
        ("PEER   trust", ["on the", "first day 👩‍🔬 and then", "trust again"]),
        ("risk OR peer trust", ["the forms on the first day", "on the", "first day 👩‍🔬 and then", "trust again"]),
        ("risk OVERLAPS peer trust", ["on the", "first day"]),
        ("peer trust INSIDE risk", ["on the"]),
        ("risk INSIDE peer trust", []),
        ("risk AND peer trust", ["the forms on the first day", "on the", "first day 👩‍🔬 and then"]),
        ("peer trust AND NOT risk", ["trust again"]),
        ("* AND NOT risk", ["trust again"]),
        ("* AND (NOT risk)", ["trust again"]),
        ("peer trust BEFORE/0 peer trust", ["on the first day 👩‍🔬 and then"]),
        ("peer trust BEFORE/2 peer trust", ["on the first day 👩‍🔬 and then"]),
        ("risk BEFORE peer trust", ["the forms on the first day 👩‍🔬 and then trust\nI: more?\nP0: trust again"]),
        ("risk BEFORE/5 peer trust", []),
        ("peer trust BEFORE risk", []),
        ("risk NEAR/5 peer trust", ["the forms on the first day", "the forms on the first day 👩‍🔬 and then"]),
        ("risk OVERLAPS risk", []),
        ("(risk OVERLAPS peer trust) INSIDE (risk OR peer trust)", []),
    ],
)
def test_each_operator(talk: Made, query: str, expected: list[str]) -> None:
    assert words(talk, query) == expected


def test_a_passage_has_its_place_its_people_and_its_context(talk: Made) -> None:
    text = next(iter(talk.texts.values()))
    result = found(talk, "risk OVERLAPS peer trust", context=2)
    one = result.passages[1]
    start = text.index("first day")
    assert (one.start, one.end, text[one.start : one.end]) == (start, start + 9, "first day")
    assert (one.left, one.right) == ("on the ", " 👩‍🔬 and then")
    assert text[one.from_ : one.to] == one.left + one.words + one.right
    assert (one.participants, one.cases, one.roles) == (("P0",), ("A",), ("peer worker",))
    assert (one.codes, one.members) == (("peer trust", "risk / forms"), ("Ada", "Ben"))
    codings = {row.id: row for row in talk.rows["coding"]}
    assert [talk.texts[codings[id].source][codings[id].start : codings[id].end] for id in one.coding_ids] == [  # type: ignore[attr-defined]  # codings
        "the forms on the first day",
        "first day 👩‍🔬 and then",
    ]
    assert found(talk, "risk", context=0).passages[0].left == ""
    all_of_it = found(talk, "risk", context=99).passages[0]
    assert (all_of_it.from_, all_of_it.to) == (0, len(text))


def test_the_same_stretch_comes_once_with_all_its_codings(talk: Made) -> None:
    here = next(iter(talk.texts))
    talk.coding(here, "the forms on the first day", "risk", member="Ben")
    (one,) = found(talk, "risk").passages
    assert (len(one.coding_ids), one.codes, one.members) == (2, ("risk", "risk / forms"), ("Ada", "Ben"))
    assert words(talk, "risk OVERLAPS forms") == ["the forms on the first day"]
    talk.coding(here, "first day", "peer trust")
    talk.coding(here, "the forms", "peer trust")
    assert words(talk, "peer trust INSIDE risk") == ["the forms", "on the", "first day"]
    assert words(talk, "risk INSIDE forms") == ["the forms on the first day"]


def test_units_are_turns_sources_or_participants() -> None:
    study = Made()
    study.participant("P0", "A")
    study.participant("P1", "B")
    joint = study.transcript("joint", "P0: one\nP1: two\nI: three", interview=study.interview("both", "P0", "P1"))
    later = study.transcript("later", "P0: four", interview=study.interview("again", "P0"))
    for source, quote, code in ((joint, "one", "a"), (joint, "two", "b"), (joint, "three", "c"), (later, "four", "b")):
        study.coding(source, quote, code)
    assert words(study, "a AND b") == []
    assert words(study, "a AND b", within="source") == ["one", "two"]
    assert words(study, "a AND b", within="participant") == ["one", "four"]
    assert words(study, "b AND NOT a", within="participant") == ["two"]
    assert words(study, "c AND NOT a", within="participant") == ["three"]
    assert words(study, "b AND NOT c", within="source") == ["four"]
    (asked,) = found(study, "c").passages
    assert (asked.participants, asked.cases) == ((), ())


def test_what_lies_between_turns_is_a_unit_of_its_own() -> None:
    study = Made()
    study.participant("P0")
    here = study.interviewed("P0", "P0: one\nP0: two")
    study.coding(here, "P0", "label")
    study.coding(here, "one", "a")
    assert words(study, "label AND NOT a") == ["P0"]
    assert words(study, "label AND a") == []
    # Behind the last turn of one source is not before the first turn of the next.
    ends, begins = (study.transcript(name, text) for name, text in (("x", "P0: one\n[note]\nend"), ("y", "P0: two")))
    study.coding(ends, "end", "last")
    study.coding(begins, "P0", "first")
    assert words(study, "last AND first") == []


def test_what_is_left_out_is_counted_and_can_be_asked_for(talk: Made) -> None:
    here = next(iter(talk.texts))
    talk.coding(here, "more", "risk", origin="rule")
    talk.coding(here, "no forms", "forms", stance="no")
    talk.add(Coding(source=here, place="area", area=("0 0 1 1",), code=talk.id_of("code", "risk"),
                    member=talk.id_of("member", "Ada")))  # fmt: skip
    result = found(talk, "risk")
    assert (result.total, result.unreviewed, result.not_so, result.wordless) == (1, 1, 1, 1)
    notes = " ".join(result.notes())
    assert "nobody accepted them: 1 coding" in notes
    assert "say that it is not so: 1 coding" in notes
    assert "no words: 1 coding" in notes
    assert words(talk, "risk", include_unreviewed=True) == ["the forms on the first day", "more"]
    denied = found(talk, "risk", not_so=True)
    assert ([one.words for one in denied.passages], denied.not_so) == (["no forms"], 2)
    assert words(talk, "peer trust AND NOT risk") == ["trust again"]
    assert words(talk, "peer trust AND NOT risk", within="source") == []


def test_a_picture_says_something_of_its_source_and_words_that_are_gone_say_nothing() -> None:
    study = Made()
    study.participant("P0", "A")
    here = study.interviewed("P0", "P0: one")
    study.coding(here, "one", "a")
    gone = study.coding(here, "", "b")
    assert words(study, "a AND NOT b", within="source") == ["one"]
    study.change(gone, place="area", area=("1", "0", "0", "9", "9", "mm", "top"))
    assert words(study, "a AND NOT b", within="source") == []
    assert words(study, "a AND b", within="source") == ["one"]
    assert words(study, "a AND NOT b", within="turn") == ["one"]


def test_filters(talk: Made) -> None:
    study = talk
    study.participant("P1", "B", "manager")
    here = study.transcript(
        "joint", "P0: we wait\nP1: we write\nI: and?", interview=study.interview("both", "P0", "P1")
    )
    study.coding(here, "wait\nP1: we write", "forms")
    study.coding(here, "and?", "forms")
    assert words(study, "risk", cases=("B",)) == ["wait\nP1: we write"]
    assert words(study, "risk", roles=("manager",)) == ["wait\nP1: we write"]
    assert words(study, "risk", sources=("joint",)) == ["wait\nP1: we write", "and?"]
    assert words(study, "risk", participants=("P0",)) == ["the forms on the first day", "wait\nP1: we write"]
    assert words(study, "*", members=("Ben",)) == ["first day 👩‍🔬 and then"]
    only = found(study, "risk", roles=("manager",))
    assert (only.passages[0].participants, only.passages[0].cases) == (("P1",), ("B",))
    assert (len(only.participant_ids), len(only.case_ids)) == (1, 1)


def test_merged_codes_are_followed_and_a_name_that_fits_two_is_refused(talk: Made) -> None:
    here = next(iter(talk.texts))
    talk.coding(here, "more", "danger")
    talk.change(talk.id_of("code", "danger"), merged_into=talk.id_of("code", "risk"))
    assert words(talk, "risk") == ["the forms on the first day", "more"]
    talk.code("forms", "peer trust")
    with pytest.raises(AmbiguousError):
        found(talk, "forms")
    assert words(talk, "risk / forms") == ["the forms on the first day"]


def test_the_result_in_all_its_forms(talk: Made) -> None:
    result = found(talk, "peer trust", top=2, context=1)
    data = result.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert (data["total"], len(data["passages"]), data["passages"][0]["words"]) == (3, 2, "on the")
    assert data["passages"][0]["from"] < data["passages"][0]["start"]
    assert "The first 2 of 3 passages." in result.notes()
    assert result.frame.select("source", "start", "coding_ids").height == 2
    assert result.frame["from"].to_list() == [one.from_ for one in result.passages]
    assert found(talk, "risk AND NOT risk").frame.is_empty()
    assert result.chart().to_dict()["title"]["text"] == "peer trust by case"
    assert result.by_case.tolist() == [3, 0]
    assert result.table().rows[0] == ("P0", "A", "P0", "17-23", "peer trust", "forms", "on the", "first")
    spared = result.sparing(lambda _source, start, end: ("loss",) if start <= 17 < end else ())
    assert spared.table().rows[0][5:] == ("", "[covered: loss]", "")
    assert spared.table().rows[1][6] != "[covered: loss]"
    assert spared.table(covered=True).rows[0][6] == "on the"
    whole = result.table(whole=True)
    assert whole.rows[0][-1] == result.passages[0].coding_ids[0]
    assert (retrieve(result.snapshot, index_of(result.snapshot), "risk")).total == 1


def test_long_passages_are_cut_in_the_table_only() -> None:
    study = Made()
    study.participant("P0")
    long = " ".join(f"w{n}" for n in range(200))
    study.coding(study.interviewed("P0", f"P0: {long}"), long, "a")
    result = found(study, "a")
    assert result.passages[0].words == long
    assert result.table(whole=True).rows[0][6] == long
    shown = str(result.table().rows[0][6]).split()
    assert (shown[0], shown[60], shown[-1], len(shown)) == ("w0", "…", "w199", 76)


def test_places_are_right_after_a_correction() -> None:
    study = Study.new(None, title="Peers", member="Ada")
    case = study.do(add_case, "A").value
    person = study.do(add_participant, "A-1", case=case).value
    source = study.do(add_source, "diary", "Yes. 🙂 I was tired and very afraid of it.", participant=person).value
    fear, tired = study.do(add_code, "fear").value, study.do(add_code, "tired").value
    study.do(apply_code, fear, source, Span(28, 34))
    study.do(apply_code, tired, source, Span(13, 18))

    def near(distance: int) -> list[str]:
        result = retrieve(study.snapshot(), study.index(), f"fear NEAR/{distance} tired")
        assert [study.text(one.source)[one.start : one.end] for one in result.passages] == [
            one.words for one in result.passages
        ]
        return [one.words for one in result.passages]

    assert near(1) == []
    assert near(2) == ["tired and very afraid"]
    study.do(correct_source, source, [(Span(0, 4), "Well 👩‍🔬, yes."), (Span(23, 28), "")])
    assert near(0) == []
    assert near(1) == ["tired and afraid"]


# Errors


@pytest.mark.parametrize(
    ("query", "position", "message"),
    [
        ("", 0, "nothing in it"),
        ("risk AND", 8, "missing after AND"),
        ("risk OVERLAPS", 13, "missing after OVERLAPS"),
        ("AND risk", 0, "a code is missing"),
        ("risk AND OR forms", 9, "missing after AND"),
        ('"risk', 0, "never closed"),
        ('""', 0, "no name"),
        ("(risk", 0, "never closed"),
        ("risk)", 4, "closes nothing"),
        ('"risk" forms', 7, "an operator is missing"),
        ("risk (forms)", 5, "an operator is missing"),
        ("NOT risk", 0, "NOT finds no coding"),
        ("forms OR NOT risk", 9, "NOT finds no coding"),
        ("risk NEAR/x forms", 5, "as in NEAR/20"),
        ("risk NEAR/ forms", 5, "as in NEAR/20"),
        ("risk NEAR/1234567 forms", 5, "as in NEAR/20"),
        ("risk OVERLAPS/3 forms", 5, "takes no number"),
        ("risk AND/3 forms", 5, "takes no number"),
        ("(risk AND forms) OVERLAPS risk", 0, "cannot stand beside OVERLAPS"),
        ("risk INSIDE (forms AND risk)", 12, "cannot stand beside INSIDE"),
        ("risk NEAR NOT forms", 10, "missing after NEAR"),
        ("risk NEAR forms OVERLAPS risk", 16, "(a NEAR b) OVERLAPS c"),
        ("forms OR risk and trust", 9, "in capitals: AND"),
        ("(" * 60 + "risk" + ")" * 60, 51, "too many brackets"),
    ],
)
def test_a_fault_is_pointed_at(talk: Made, query: str, position: int, message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)) as caught:
        found(talk, query)
    assert caught.value.position == position


def test_what_is_not_there_is_named(talk: Made) -> None:
    with pytest.raises(NotFoundError, match="Did you mean risk"):
        found(talk, "forms OVERLAPS rsk")
    with pytest.raises(BadValueError, match="negative"):
        found(talk, "risk", context=-1)


@given(st.text(alphabet='ab /*()"“”ANDORT320', max_size=30) | st.text(max_size=20))
def test_any_text_is_read_or_refused(query: str) -> None:
    study = Made()
    study.code("a")
    with contextlib.suppress(QueryError, NotFoundError):
        found(study, query)


# A second implementation

PEOPLE = ("P0", "P1")
TEXT = "I: ask 👍🏽 ask\nP0: one two 👩‍🔬 three\n? four\nP1: five, six seven\nP0: eight"
LINES = [(hit.start(), hit.end()) for hit in re.finditer(r"(?<=I: ).+|(?<=P\d: ).+", TEXT)]
WORDS = [hit.start() for hit in re.finditer(r"\w+", TEXT)]
CODES = ("a", "b", "c")
UNDER = {"a": {"a", "b"}, "b": {"b"}, "c": {"c"}, "*": {"a", "b", "c"}}

Row = tuple[int, int, int, str]
Hit = tuple[int, int, int, frozenset[int]]

places = st.recursive(
    st.sampled_from(["a", "b", "c", "*"]),
    lambda below: st.one_of(
        st.tuples(st.sampled_from(["OVERLAPS", "INSIDE"]), below, below),
        st.tuples(st.sampled_from(["NEAR", "BEFORE"]), below, below, st.integers(0, 4)),
        st.tuples(st.just("OR"), below, below),
    ),
    max_leaves=3,
)
queries = st.recursive(
    places,
    lambda below: st.one_of(
        st.tuples(st.sampled_from(["AND", "OR"]), below, below),
        st.tuples(st.just("AND"), below, st.tuples(st.just("NOT"), below)),
    ),
    max_leaves=4,
)


def typed(node: Any) -> str:
    if isinstance(node, str):
        return node
    if node[0] == "NOT":
        return f"NOT {typed(node[1])}"
    operator = node[0] + (f"/{node[3]}" if len(node) == 4 else "")
    return f"({typed(node[1])} {operator} {typed(node[2])})"


def between(end: int, start: int) -> int:
    return sum(end <= word < start for word in WORDS)


def hits(node: Any, codings: list[Row]) -> set[Hit]:
    """The stretches of what gives places."""
    if isinstance(node, str):
        return {(s, a, b, frozenset([n])) for n, (s, a, b, code) in enumerate(codings) if code in UNDER[node] and a < b}
    left, right = hits(node[1], codings), hits(node[2], codings)
    if node[0] == "OR":
        return left | right
    out = set()
    for (s1, a1, b1, c1), (s2, a2, b2, c2) in product(left, right):
        if s1 != s2 or c1 & c2:
            continue
        shared = set(range(a1, b1)) & set(range(a2, b2))
        after, before = b1 <= a2, b2 <= a1
        if node[0] == "OVERLAPS" and shared:
            out.add((s1, min(shared), max(shared) + 1, c1 | c2))
        elif node[0] == "INSIDE" and set(range(a1, b1)) <= set(range(a2, b2)):
            out.add((s1, a1, b1, c1 | c2))
        elif node[0] in {"NEAR", "BEFORE"}:
            close = after and between(b1, a2) <= node[3]
            if node[0] == "NEAR":
                close = close or bool(shared) or (before and between(b2, a1) <= node[3])
            if close:
                out.add((s1, min(a1, a2), max(b1, b2), c1 | c2))
    return out


def units_of(hit: Hit, within: str) -> set[tuple[Any, ...]]:
    source, start, end, _ = hit
    if within == "source":
        return {(source,)}
    turns = {(source, n) for n, (a, b) in enumerate(LINES) if max(a, start) < min(b, end)}
    if within == "turn":
        return turns or {(source, "behind", sum(a <= start for a, _ in LINES))}
    said = {("person", TEXT[: LINES[n][0]].rstrip(": ")[-2:]) for _, n in turns if n > 0}
    return said or {("nobody", source)}


def everything(within: str) -> set[tuple[Any, ...]]:
    if within == "source":
        return {(0,), (1,)}
    if within == "participant":
        return {("person", one) for one in PEOPLE} | {("nobody", n) for n in (0, 1)}
    return {(n, k) for n in (0, 1) for k in range(len(LINES))} | {
        (n, "behind", k) for n in (0, 1) for k in range(len(LINES) + 1)
    }


def plain_place(node: Any) -> bool:
    return isinstance(node, str) or (node[0] not in {"AND", "NOT"} and all(plain_place(n) for n in node[1:3]))


def matched(node: Any, codings: list[Row], within: str) -> tuple[set[Any], set[tuple[Hit, Any]]]:
    """Matching units, and what lies in them."""
    if plain_place(node):
        pairs = {(hit, unit) for hit in hits(node, codings) for unit in units_of(hit, within)}
        return {unit for _, unit in pairs}, pairs
    if node[0] == "NOT":
        return everything(within) - matched(node[1], codings, within)[0], set()
    (one, first), (other, second) = (matched(part, codings, within) for part in node[1:3])
    units = one & other if node[0] == "AND" else one | other
    return units, {(hit, unit) for hit, unit in first | second if unit in units}


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, len(TEXT)), st.integers(0, 25), st.sampled_from(CODES)),
             max_size=7),
    queries,
    st.sampled_from(["turn", "source", "participant"]),
)  # fmt: skip
def test_it_agrees_with_comparing_every_two_codings(rows: list[Row], query: Any, within: str) -> None:
    study = Made()
    for person in PEOPLE:
        study.participant(person, "A")
    study.code("a")
    study.code("b", "a")
    study.code("c")
    talks = [study.transcript(f"t{n}", TEXT, interview=study.interview(f"i{n}", *PEOPLE)) for n in range(2)]
    codings = sorted({(s, a, min(a + n, len(TEXT)), code) for s, a, n, code in rows})
    ids = [
        study.add(Coding(source=talks[s], start=a, end=b, code=study.id_of("code", code),
                         member=study.id_of("member", "Ada")))
        for s, a, b, code in codings
    ]  # fmt: skip
    expected: dict[tuple[int, int, int], set[str]] = {}
    wanted = hits(query, codings) if plain_place(query) else {hit for hit, _ in matched(query, codings, within)[1]}
    for source, start, end, behind in wanted:
        expected.setdefault((source, start, end), set()).update(ids[n] for n in behind)
    result = found(study, typed(query), within=within)
    assert {(talks.index(one.source), one.start, one.end): set(one.coding_ids) for one in result.passages} == expected
    assert [(talks.index(one.source), one.start, one.end) for one in result.passages] == sorted(expected)
    assert result.total == len(expected)
    for one in result.passages:
        assert one.words == TEXT[one.start : one.end]
