"""Pairs to compare: formulas by hand, the same pairs for the same seed, and how far comparison has gone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from math import log, sqrt

import numpy as np
import pytest

from crosscase.analyses.apart import cases_apart, cosine, texts_with, weigh, words_apart
from crosscase.analyses.compared import ComparedOptions, compared
from crosscase.analyses.flow import flow
from crosscase.analyses.pairs import RULES, PairOptions, choose_pairs, segments, whose
from crosscase.analyses.sankey import bands_laid
from crosscase.demo import build_demo
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.tokens import tokenize
from crosscase.model import Analysis, Code, Coding, Comparison, Turn
from crosscase.reads.bench import codings_made, comparisons_made
from crosscase.study import Study
from crosscase.verbs.analyses import choose_core
from crosscase.verbs.comparisons import Side, decide_comparison

STORY = "Telling one's own story"


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built


@pytest.fixture(scope="module")
def snapshot(study: Study) -> Snapshot:
    return study.snapshot()


def test_words_are_weighed_as_salton_and_buckley_do() -> None:
    """Tf × log(N/n) and the cosine, by hand: three texts; `peer` in two, `keys` in one, `and` in all."""
    counts = Counter({"peer": 2, "keys": 1, "and": 3})
    one, other = weigh(["peer", "keys", "keys", "and"], counts, 3), weigh(["peer", "and"], counts, 3)
    assert one == {"peer": log(3 / 2), "keys": 2 * log(3)}
    assert other == {"peer": log(3 / 2)}
    assert cosine(one, other) == pytest.approx(log(1.5) / sqrt(log(1.5) ** 2 + (2 * log(3)) ** 2))
    assert cosine(one, one) == pytest.approx(1.0)
    assert cosine(one, {}) == 0.0


def test_the_grid_of_words_agrees_with_the_pairs_one_by_one(snapshot: Snapshot) -> None:
    rows = segments(snapshot, snapshot.codes.find(STORY))[:6].tolist()
    grid, telling = words_apart(snapshot, rows)
    counts, texts = texts_with(snapshot)
    texts_of = [snapshot.starts.text(snapshot.sources.ids[int(snapshot.codings.source[row])]) for row in rows]
    weights = [
        weigh(tokenize(text[int(snapshot.codings.start[row]) : int(snapshot.codings.end[row])]).folded, counts, texts)
        for row, text in zip(rows, texts_of, strict=True)
    ]
    for a in range(6):
        assert telling[a] == len(weights[a])
        for b in range(6):
            assert grid[a, b] == pytest.approx(cosine(weights[a], weights[b]))


def test_cases_differ_in_the_share_of_what_is_known_of_both(snapshot: Snapshot) -> None:
    """Gower's nominal case: of two one-of attributes (sector, peer-led) both, one or none differ."""
    apart = cases_apart(snapshot)
    kinds = [v for v in snapshot.variables if v.subject == "case" and v.type == "one-of"]
    assert len(kinds) == 2
    for a, b in ((0, 1), (2, 7), (3, 9)):
        differing = sum(v.values[a] != v.values[b] for v in kinds)
        assert apart[a, b] == pytest.approx(differing / 2)
    assert np.array_equal(apart, apart.T)
    assert not apart.diagonal().any()


@pytest.mark.parametrize("rule", RULES)
def test_the_same_rule_and_seed_give_the_same_pairs_and_no_segment_comes_twice(
    rule: str, study: Study, snapshot: Snapshot
) -> None:
    made = codings_made(study.store, study.find(Code, STORY).id)
    options = PairOptions(category=STORY, rule=rule, seed=11, count=6)  # type: ignore[arg-type] # the words of the list
    found = choose_pairs(snapshot, options, made)
    assert found == choose_pairs(snapshot, options, made)
    assert len(found.offered) == 6
    sides = [side for pair in found.offered for side in (pair.one, pair.other)]
    assert len(set(sides)) == len(sides)
    codings = {one.id: one for one in study.rows(Coding)}
    numbers = {pair.one: int(snapshot.codings.ids.search_sorted(pair.one)) for pair in found.offered}
    numbers |= {p.other: int(snapshot.codings.ids.search_sorted(p.other)) for p in found.offered}
    for pair in found.offered:
        first, second = (np.array([numbers[side]]) for side in (pair.one, pair.other))
        if rule == "newest with oldest":
            assert made[pair.one] != made[pair.other] or len(set(made.values())) == 1
        elif rule == "most different cases":
            assert cases_apart(snapshot)[whose(snapshot, first)[0][0], whose(snapshot, second)[0][0]] == 1.0
        elif rule == "same role, other group":
            roles = [snapshot.participants.role[whose(snapshot, one)[1][0]] for one in (first, second)]
            assert roles[0] == roles[1] >= 0
            assert snapshot.primary is not None
            groups = [snapshot.primary.values[whose(snapshot, one)[0][0]] for one in (first, second)]
            assert groups[0] != groups[1]
        elif rule == "uncoded neighbour":
            turn = study.get(Turn, pair.other)
            assert turn is not None
            assert turn.source == codings[pair.one].source
            assert not any(
                one.start < turn.end and turn.start < one.end
                for one in codings.values()
                if one.source == turn.source and one.code == codings[pair.one].code
            )
    if rule == "at random":
        assert choose_pairs(snapshot, PairOptions(category=STORY, seed=12, count=6)) != found


def test_passages_are_set_beside_all_of_their_category_once_those_coded_last_first(study: Study) -> None:
    code = study.find(Code, STORY).id
    made = codings_made(study.store, code)
    options = PairOptions(category=STORY, rule="newest with oldest", of="passages", count=100)
    found = choose_pairs(study.snapshot(), options, made)
    assert {pair.other for pair in found.offered} == {code}
    snapshot = study.snapshot()
    assert (
        len({pair.one for pair in found.offered}) == found.left == len(segments(snapshot, snapshot.codes.find(STORY)))
    )
    times = [made[pair.one] for pair in found.offered]
    assert times == sorted(times, reverse=True)
    with build_demo(None) as own:
        first = choose_pairs(own.snapshot(), options).offered[0]
        own.do(decide_comparison, Side("coding", first.one), Side("code", first.other), "same")
        after = choose_pairs(own.snapshot(), options)
        assert (after.left, after.compared) == (found.left - 1, 1)
        assert first.one not in {pair.one for pair in after.offered}


def test_what_was_compared_is_not_offered_again(study: Study) -> None:
    with build_demo(None) as own:
        code = own.find(Code, STORY).id
        before = choose_pairs(own.snapshot(), PairOptions(category=code, count=1))
        pair = before.offered[0]
        own.do(decide_comparison, Side("coding", pair.other), Side("coding", pair.one), "same", category=code)
        after = choose_pairs(own.snapshot(), PairOptions(category=code, count=1))
        assert (after.left, after.compared) == (before.left - 1, before.compared + 1)
        assert after.offered != before.offered
        cases = choose_pairs(own.snapshot(), PairOptions(of="cases", rule="most different cases", count=50))
        assert cases.left == len(cases.offered) == 45
        categories = choose_pairs(own.snapshot(), PairOptions(of="categories", count=3))
        assert categories.left == 18 * 17 // 2
    with pytest.raises(BadValueError, match="for which category"):
        choose_pairs(study.snapshot(), PairOptions())


def test_how_far_comparison_has_gone_is_counted_and_opens(study: Study) -> None:
    found = compared(study.snapshot(), ComparedOptions(categories=(STORY,)), comparisons_made(study.store))
    (row,) = found.rows
    assert (row.cases, row.pairs, row.compared, len(row.left)) == (10, 45, 4, 41)
    assert row.decisions == {"same": 1, "extends": 2, "split": 0, "new": 0, "negative": 0, "undecided": 1}
    assert (row.properties, row.with_both_ends, row.since) == (2, 2, 2)
    assert len(found.opened(0)) == 4
    assert len(found.opened(0, "extends")) == 2
    known = {one.id: one.decision for one in study.rows(Comparison)}
    assert {known[one] for one in found.opened(0, "extends")} == {"extends"}
    said = " ".join(found.notes()).casefold()
    assert "not by itself constant comparison" in said
    assert "saturat" not in json.dumps(found.to_dict()).casefold()
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
    assert found.chart().to_dict()["mark"]["type"] == "bar"


def test_a_core_category_says_what_it_covers() -> None:
    with build_demo(None) as own:
        own.do(choose_core, own.rows(Analysis)[0].id, own.find(Code, "Room to go slowly").id)
        (core,) = compared(own.snapshot()).core
    assert (core.label, core.related, core.others) == ("Room to go slowly", 1, 17)
    assert "Company of other peers" not in core.apart
    assert 0 < core.cases <= core.of_cases == 10
    assert 0 < core.participants <= core.of_participants


def test_bands_carry_their_people_and_what_stands_alone_is_named(snapshot: Snapshot) -> None:
    found = flow(snapshot)
    assert "Preparation and training" in found.feeding_nothing
    assert found.fed_by_nothing == ()
    band = next(one for one in found.bands if one.origin_label == "Forms and paperwork")
    assert (band.theme_label, band.participants, len(band.coding_ids)) == ("Risk shared or passed up", 3, 3)
    points, nodes = bands_laid([("a", "x", 2), ("a", "y", 0), ("b", "x", 1)], ("c",), ())
    assert {(one["label"], one["side"]) for one in nodes} == {("a", 0), ("b", 0), ("c", 0), ("x", 1), ("y", 1)}
    first, last = points[0], points[24]
    assert (first["x"], last["x"], last["high"] - last["low"]) == (0.0, 1.0, pytest.approx(2.0))
    ends = {one["label"]: one for one in nodes}
    assert first["low"] == pytest.approx(ends["a"]["low"])
    assert last["low"] == pytest.approx(ends["x"]["low"])
    assert [one["backed"] for one in points[25:26]] == [False]
    assert len(found.chart().to_dict()["layer"]) == 5
