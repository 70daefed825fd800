"""Whose turn a passage is, and what limits of a query mean, on a study small enough to read."""

from __future__ import annotations

import numpy as np
import pytest

from crosscase.errors import AmbiguousError, BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.query import parse
from crosscase.frames.search import search
from crosscase.frames.turns import index_of, turn_passages
from crosscase.model import Source
from tests.frames.plain import Made


@pytest.fixture(scope="module")
def study() -> Made:
    made = Made()
    made.participant("A-1", "A", "worker", gender="woman")
    made.participant("B-1", "B", "manager", gender="man")
    for code, sector in (("A", "statutory"), ("B", "voluntary")):
        made.value("case", "sector", made.id_of("case", code), sector, type="one-of", grouping=True)
    first = made.interviewed(
        "A-1", "I pay: Is there risk?\nA-1: Risk is a word. So is pay.\n[risk of rain]\n?: risk\n> risk quoted\n"
    )
    made.interviewed("B-1", "I: Risk?\nB-1: No risk here.\n")
    made.value("source", "year", first, "2019")
    text = "A policy on risk.\n\nAnother part."
    case = made.id_of("case", "B")
    document = made.add(Source(name="policy", nature="document", case=case, length=len(text)))
    made.texts[document] = text
    made.add(Source(name="picture", nature="image"))
    made.code("danger")
    made.code("weather", parent="danger")
    made.coding(first, "a word", "weather")
    made.coding(document, "policy on", "danger", member="Bo")
    return made


def found(study: Made, query: str) -> list[str]:
    snapshot = Snapshot.load(study)
    turns = turn_passages(snapshot)
    result = search(index_of(snapshot), turns.passages, query, limits=turns.limited, top=None)
    return [study.texts[hit.source][hit.start : hit.end] for hit in sorted(result.hits, key=lambda hit: hit.passage)]


POLICY = "A policy on risk."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("risk case:A", ["Is there risk?", "Risk is a word. So is pay.", "[risk of rain]", "risk", "risk quoted"]),
        ("risk case:b", ["Risk?", "No risk here.", POLICY]),
        ("risk role:worker", ["Risk is a word. So is pay."]),
        ("risk participant:B-1", ["No risk here."]),
        ("risk source:policy", [POLICY]),
        ("risk topic:pay", ["Is there risk?"]),
        ("risk voice:interviewer", ["Is there risk?", "Risk?"]),
        ("risk voice:unassigned source:A-1", ["[risk of rain]", "risk", "risk quoted"]),
        ("risk group:Voluntary", ["Risk?", "No risk here.", POLICY]),
        ("risk sector=voluntary NOT voice:interviewer", ["No risk here.", POLICY]),
        ("risk gender=woman", ["Risk is a word. So is pay."]),
        ("pay year=2019", ["Risk is a word. So is pay."]),
        ("code:danger", ["Risk is a word. So is pay.", POLICY]),
        ("code:weather", ["Risk is a word. So is pay."]),
        ("risk NOT code:danger role:manager", ["No risk here."]),
        ("Another OR (word case:A)", ["Risk is a word. So is pay.", "Another part."]),
    ],
)
def test_limits(study: Made, query: str, expected: list[str]) -> None:
    assert found(study, query) == expected


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("case:Z", NotFoundError),
        ("group:private", NotFoundError),
        ("gender=other", BadValueError),
        ("voice:loud", BadValueError),
        ("colour=red", NotFoundError),
    ],
)
def test_limits_that_name_nothing(study: Made, query: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        found(study, query)


def test_a_group_of_two_groupings_is_ambiguous() -> None:
    made = Made()
    for name in ("sector", "owner"):
        made.value("case", name, made.id_of("case", "A"), "public", type="one-of", grouping=True)
    with pytest.raises(AmbiguousError, match="sector=public"):
        found(made, "group:public")
    assert found(made, "sector=public") == []


def test_own_words_are_nobody_elses(study: Made) -> None:
    snapshot = Snapshot.load(study)
    turns = turn_passages(snapshot)
    own = turns.passages.chosen(turns.own)
    sources, starts, ends = own.source.tolist(), own.start.tolist(), own.end.tolist()
    said = [study.texts[own.sources[s]][a:b] for s, a, b in zip(sources, starts, ends, strict=True)]
    assert sorted(said) == sorted(["Risk is a word. So is pay.", "risk", "No risk here.", POLICY, "Another part."])
    ids = [id for id in turns.turn if id]
    assert len(set(ids)) == len(study.rows["turn"])
    assert len(turns.turn) == len(turns.passages) == len(ids) + 2
    assert np.flatnonzero(turns.limited(parse("voice:other"))).tolist() == []  # type: ignore[arg-type]  # a limit
