"""Co-occurrence against a second implementation that compares every two codings."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analyses.overlap import Overlap, OverlapOptions, overlap
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.model import Coding
from tests.frames.plain import Made

PEOPLE = {"P0": "A", "P1": "B", "P2": "A"}
TEXT = "I: ask ask ask\n" + "".join(f"{person}: one two three four\n" for person in PEOPLE)


def made(study: Made, **options: object) -> Overlap:
    return overlap(Snapshot.load(study), OverlapOptions(**options))  # type: ignore[arg-type]  # as the test writes them


def speakers(start: int, end: int) -> dict[int, str]:
    """Which characters of a stretch are whose own words."""
    found = {}
    for person in PEOPLE:
        begin = TEXT.index(f"{person}:") + 4
        for place in range(max(begin, start), min(begin + len("one two three four"), end)):
            found[place] = person
    return found


spans = st.tuples(st.integers(0, 1), st.integers(0, 90), st.integers(0, 30), st.integers(0, 2), st.sampled_from("XY"))


@given(st.lists(spans, max_size=10), st.booleans(), st.sampled_from([0, 3]))
def test_it_agrees_with_comparing_every_two_codings(
    rows: list[tuple[int, int, int, int, str]], by_member: bool, within: int
) -> None:
    study = Made()
    for person, case in PEOPLE.items():
        study.participant(person, case)
    talks = [study.transcript(f"t{n}", TEXT, interview=study.interview(f"i{n}", *PEOPLE)) for n in range(2)]
    codes = [study.code(f"c{n}") for n in range(3)]
    codings = sorted({(t, s, min(s + n, len(TEXT)), c, m) for t, s, n, c, m in rows})
    for talk, start, end, code, member in codings:
        study.add(
            Coding(source=talks[talk], start=start, end=end, code=codes[code], member=study.id_of("member", member))
        )
    table = made(study, by_member=by_member, within=within, unit="characters")
    pairs: dict[tuple[int, int], int] = {}
    people: dict[tuple[int, int], set[str]] = {}
    for (t1, s1, e1, c1, m1), (t2, s2, e2, c2, m2) in combinations(codings, 2):
        gap = max(s1, s2) - min(e1, e2)
        together = t1 == t2 and c1 != c2 and s1 < e1 and s2 < e2 and (gap <= within if within else gap < 0)
        if together and not (by_member and m1 != m2):
            cell = (min(c1, c2), max(c1, c2))
            pairs[cell] = pairs.get(cell, 0) + 1
            said = (
                set(speakers(s1, e1).values()) & set(speakers(s2, e2).values())
                if within
                else set(speakers(max(s1, s2), min(e1, e2)).values())
            )
            people.setdefault(cell, set()).update(said)
    for a, b in combinations(range(3), 2):
        who = people.get((a, b), set())
        assert table.pairs[a, b] == table.pairs[b, a] == pairs.get((a, b), 0)
        assert table.participants[a, b] == table.participants[b, a] == len(who)
        assert table.cases[a, b] == len({PEOPLE[person] for person in who})
        opened = table.pair(f"c{a}", f"c{b}")
        assert len(opened.coding_ids) == opened.pairs == pairs.get((a, b), 0)
        assert set(opened.participant_ids) == {study.id_of("participant", person) for person in who}
        assert len(opened.case_ids) == opened.cases
    for code in range(3):
        alone = set().union(*(set(speakers(s, e).values()) for _, s, e, c, _ in codings if c == code))
        assert table.participants[code, code] == len(alone)


def test_nearness_in_words_and_what_is_left_out() -> None:
    study = Made()
    study.participant("P0", "A")
    talk = study.interviewed("P0", "P0: one two three four five six")
    study.coding(talk, "one", "left")
    study.coding(talk, "four five", "right")
    study.coding(talk, "two", "rule", origin="rule")
    assert made(study, within=1).pairs[0, 1] == 0
    near = made(study, within=2)
    assert [line.label for line in near.codes] == ["left", "right", "rule"]
    assert (near.pairs[0, 1], near.participants[0, 1], near.cases[0, 1], near.unreviewed) == (1, 1, 1, 1)
    assert near.table().rows == (("left", "right", 1, 1, 1, 1, 1),)
    assert made(study, within=2, include_unreviewed=True).pairs.tolist() == [[1, 1, 1], [1, 1, 1], [1, 1, 1]]
    assert made(study, within=2, codes=("left",)).pairs.tolist() == [[1]]
    data = near.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["pairs"][0]["pairs"] == 1
    assert near.chart().to_dict()["title"]["text"] == "Codes within 2 words"
    with pytest.raises(BadValueError, match="two different codes"):
        near.pair("left", "left")
    with pytest.raises(BadValueError, match="negative"):
        made(study, within=-1)


def test_a_participant_without_a_case_in_interviews_of_two_counts_once() -> None:
    study = Made()
    study.participant("P0")
    for case in "AB":
        talk = study.transcript(case, "P0: one two", interview=study.interview(case, "P0", case=case))
        study.coding(talk, "one two", "left")
        study.coding(talk, "two", "right")
    table = made(study)
    assert (table.participants[0, 1], table.cases[0, 1]) == (1, 2)
