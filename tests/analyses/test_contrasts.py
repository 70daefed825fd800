"""Contrasts: what is counted in both groups, and that every check says what counting anew would say."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from crosscase.analyses.contrasts import Contrast, ContrastOptions, Contrasts, contrasts
from crosscase.analyses.proportions import newcombe, wilson
from crosscase.analyses.robustness import Check
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.model import Code, Link
from tests.frames.plain import Made

SECTORS = {"A": "public", "B": "public", "C": "voluntary", "D": "voluntary"}
WORDS = "one two three four five six seven eight nine ten"


def counted(study: Made, **options: object) -> Contrasts:
    return contrasts(Snapshot.load(study), ContrastOptions(**options))  # type: ignore[arg-type]  # as the test writes them


def check(one: Contrast, kind: str) -> Check:
    (found,) = [each for each in one.checks if each.kind == kind]
    return found


def two_sectors(said: dict[str, tuple[str, ...]], *, unread: tuple[str, ...] = ()) -> Made:
    """Two people in each of four cases, who take two turns of five words; `said` has the words coded `trust`."""
    study = Made()
    study.code("trust")
    for case, sector in SECTORS.items():
        for number in (1, 2):
            name = f"{case}-{number}"
            study.participant(name, case, "worker")
            first, second = WORDS[:23], WORDS[24:]
            talk = study.interviewed(name, f"I: Tell me.\n{name}: {first}\n{name}: {second}\n")
            for quote in said.get(name, ()):
                study.coding(talk, quote, "trust")
            if name not in unread:
                study.read(talk)
        study.value("case", "sector", study.id_of("case", case), sector, type="one-of", grouping=True)
    return study


def test_both_groups_are_counted_in_every_way() -> None:
    study = two_sectors(
        {"A-1": ("one two",), "A-2": ("two", "six"), "B-1": ("three",), "C-1": ("four five",)}, unread=("D-2",)
    )
    (one,) = counted(study, by="sector").contrasts
    left, right = one.left_side, one.right_side
    assert (one.label, one.left, one.right) == ("trust", "public", "voluntary")
    assert (left.participants, left.of_participants, right.participants, right.of_participants) == (3, 4, 1, 3)
    assert (left.cases, left.of_cases, right.cases, right.of_cases) == (2, 2, 1, 2)
    assert (left.words, left.of_words, right.words, right.of_words) == (5, 40, 2, 30)
    assert (left.turns, left.of_turns, right.turns, right.of_turns) == (4, 8, 1, 6)
    assert (left.codings, right.codings) == (4, 1)
    assert left.per_thousand == 125
    assert one.difference == pytest.approx(75 - 100 / 3)
    assert (one.direction, left.exposure["read, nothing coded"], right.exposure["not yet read for this code"]) == (
        "more left", 1, 1,
    )  # fmt: skip


def test_a_difference_that_one_case_carries_depends_on_it() -> None:
    found = counted(two_sectors({"A-1": ("one",), "A-2": ("two",)}), by="sector")
    (one,) = found.contrasts
    assert check(one, "case left out") == Check(kind="case left out", of=4, survived=3, depends_on=("A",))
    # One of its people can go; the other still says it.
    assert check(one, "participant left out") == Check(kind="participant left out", of=8, survived=8)
    assert not one.robust
    assert found.table().rows[0][-1] == "survives 8 of 8 participants, 3 of 3 ways of counting; depends on case A"


def test_a_group_of_one_case_cannot_be_told_without_it() -> None:
    study = two_sectors({"A-1": ("one",)})
    (one,) = counted(study, by="cases", left="A", right="C").contrasts
    assert check(one, "case left out") == Check(kind="case left out", of=2, survived=0, cannot_say=("A", "C"))


def test_a_coder_who_alone_saw_it() -> None:
    study = two_sectors({"A-1": ("one",), "C-1": ()})
    talk = study.id_of("source", "B-1")
    study.coding(talk, "six", "trust", member="Ben")
    study.read(talk, member="Ben")
    (one,) = counted(study, by="sector").contrasts
    assert check(one, "coder left out") == Check(kind="coder left out", of=2, survived=1, cannot_say=("Ada",))
    study.read(*(study.id_of("source", f"{case}-{n}") for case in SECTORS for n in (1, 2)), member="Ben")
    (one,) = counted(study, by="sector").contrasts
    assert check(one, "coder left out") == Check(kind="coder left out", of=2, survived=2)


def test_counting_by_words_can_turn_it() -> None:
    study = two_sectors({"A-1": ("one",), "B-1": ("two",), "C-1": ("one two three four five",)})
    (one,) = counted(study, by="sector").contrasts
    assert (one.direction, check(one, "counted otherwise").depends_on) == ("more left", ("by words",))
    (by_words,) = counted(study, by="sector", count="words").contrasts
    assert by_words.direction == "more right"
    assert by_words.difference == pytest.approx(100 * (2 / 40 - 5 / 40))


def test_nobody_read_on_one_side_gives_no_direction() -> None:
    study = two_sectors({"A-1": ("one",)}, unread=("C-1", "C-2", "D-1", "D-2"))
    (one,) = counted(study, by="sector").contrasts
    assert (one.difference, one.direction, one.robust, one.robustness) == (None, "cannot say", False, "cannot say")
    (same,) = counted(two_sectors({}), by="sector").contrasts
    assert (same.difference, same.direction, same.robust) == (0, "no difference", False)


@pytest.mark.parametrize("count", ["participants", "cases", "words", "turns"])
@pytest.mark.parametrize("seed", range(12))
def test_every_check_says_what_counting_anew_would_say(seed: int, count: str) -> None:
    """The directions without each case, participant and coder are those of a count that never had them."""
    chance = random.Random(seed)
    words = WORDS.split()
    people = [f"{case}-{n}" for case in SECTORS for n in (1, 2)]
    study = two_sectors({}, unread=tuple(chance.sample(people, 2)))
    study.code("doubt", parent="trust")
    for name in people:
        for code in ("trust", "doubt"):
            for _ in range(chance.choice((0, 0, 1, 2))):
                study.coding(
                    study.id_of("source", name), chance.choice(words), code, member=chance.choice(("Ada", "Ben"))
                )
    study.read(*(study.id_of("source", name) for name in chance.sample(people, 6)), member="Ben")
    snapshot = Snapshot.load(study)
    asked = {"by": "sector", "count": count}
    whole = contrasts(snapshot, ContrastOptions(**asked))  # type: ignore[arg-type]
    left_out = {
        "case left out": ("cases", list(SECTORS)), "participant left out": ("participants", people),
        "coder left out": ("members", ["Ada", "Ben"]),
    }  # fmt: skip
    for kind, (filtered, things) in left_out.items():
        for out in things:
            others = tuple(one for one in things if one != out)
            anew = contrasts(snapshot, ContrastOptions(**asked, **{filtered: others}))  # type: ignore[arg-type]
            for one, without in zip(whole.contrasts, anew.contrasts, strict=True):
                found = check(one, kind)
                if not found.of:  # where one member alone coded, nobody can be left out
                    continue
                if out in found.depends_on:
                    assert without.direction not in (one.direction, "cannot say"), (kind, out)
                elif out in found.cannot_say:
                    assert without.direction == "cannot say", (kind, out)
                else:
                    assert without.direction == one.direction, (kind, out)


def test_a_query_stands_in_one_row_and_opens() -> None:
    from crosscase.frames.token_index import TokenIndex

    study = two_sectors({"A-1": ("one two three",), "B-1": ("two",)})
    study.coding(study.id_of("source", "A-1"), "two", "doubt")
    study.read(*(study.id_of("source", f"{case}-{n}") for case in SECTORS for n in (1, 2)), codes=("trust", "doubt"))
    snapshot = Snapshot.load(study)
    found = contrasts(
        snapshot, ContrastOptions(query="trust OVERLAPS doubt", by="sector"), TokenIndex.of(study.texts)
    )  # fmt: skip
    (one,) = found.contrasts
    assert (one.left_side.participants, one.left_side.of_participants, one.right_side.of_participants) == (1, 4, 4)
    opened = found.open(one.key, "public")
    assert opened.participant_ids == (study.id_of("participant", "A-1"),)
    assert len(opened.coding_ids) == 2


def test_who_was_asked_stands_where_a_topic_is_linked() -> None:
    study = Made()
    study.code("trust")
    for name, sector, asked in (("A-1", "public", "I trust: And?"), ("B-1", "voluntary", "I other: And?")):
        study.participant(name, name[0], "worker")
        talk = study.interviewed(name, f"{asked}\n{name}: one two\n")
        study.read(talk)
        study.value("case", "sector", study.id_of("case", name[0]), sector, type="one-of", grouping=True)
    (one,) = counted(study, by="sector").contrasts
    assert one.left_side.asked is None
    code, topic = study.id_of("code", "trust"), study.id_of("topic", "trust")
    study.add(Link(from_kind="code", from_thing=code, to_kind="topic", to_thing=topic, relation="is about"))
    (one,) = counted(study, by="sector").contrasts
    assert (one.left_side.asked, one.right_side.asked) == (1, 0)


def test_an_interval_only_under_an_assumption_that_is_printed() -> None:
    study = two_sectors({"A-1": ("one",), "A-2": ("one",)})
    plain = counted(study, by="sector")
    assert plain.contrasts[0].interval is None
    assert not any("assume" in note for note in plain.notes())
    stated = counted(study, by="sector", assumption="everybody was drawn from the staff list by lot")
    interval = stated.contrasts[0].interval
    assert interval is not None
    assert interval[0] < 50 < interval[1]
    assert any("drawn from the staff list by lot" in note for note in stated.notes())
    # The interval is one of participants; beside a difference of words it would be of something else.
    worded = counted(study, by="sector", assumption="everybody was drawn from the staff list by lot", count="words")
    assert worded.contrasts[0].interval is None
    assert "Intervals are given where differences are counted in participants." in worded.notes()


def test_intervals_are_those_that_were_published() -> None:
    # Newcombe 1998, Statistics in Medicine 17: 81/263 (table I, method 3) and 56/70 - 48/80 (table II, method 10).
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert newcombe(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert newcombe(10, 10, 0, 20) == pytest.approx((0.6791, 1.0), abs=5e-5)
    assert newcombe(1, 2, 0, 0) is None


def test_what_cannot_be_contrasted_is_refused() -> None:
    study = two_sectors({"A-1": ("one",)})
    with pytest.raises(BadValueError, match="Name both groups"):
        counted(study, by="sector", left="public")
    with pytest.raises(BadValueError, match="the same group"):
        counted(study, by="sector", left="public", right="public")
    with pytest.raises(NotFoundError):
        counted(study, by="sector", left="public", right="private")
    with pytest.raises(BadValueError, match="only one group"):
        counted(study, by="roles")
    study.value("source", "medium", study.id_of("source", "A-1"), "by phone")
    with pytest.raises(BadValueError, match="divides the words of one person"):
        counted(study, by="medium")
    for number in range(26):
        study.participant(f"Z{number:02}-1", f"Z{number:02}", "worker")
    with pytest.raises(BadValueError, match="435 pairs"):
        counted(study, by="cases")


def test_rows_come_pair_by_pair_and_figures_and_data_agree() -> None:
    study = two_sectors({"A-1": ("one",), "C-1": ("two",)})
    study.add(Code(name="zeal"))
    found = counted(study, by="cases")
    assert found.pairs == (("A", "B"), ("A", "C"), ("A", "D"), ("B", "C"), ("B", "D"), ("C", "D"))
    assert [one.label for one in found.contrasts[:2]] == ["trust", "zeal"]
    assert found.frame.height == len(found.contrasts) == 12
    data = found.to_dict()
    assert [one["difference"] for one in data["contrasts"]] == found.frame["difference"].to_list()
    assert found.chart().to_dict()["title"]["text"] == "Contrasts of codes by cases"
    assert all(one == other for one, other in pairwise([len(row) for row in found.table().rows]))


def test_what_is_saved_stands_in_the_order_that_was_chosen_and_holds_only_what_holds() -> None:
    study = two_sectors({"A-1": ("one",), "B-1": ("two",), "C-1": ("one",), "C-2": ("three",)})
    found = counted(study, by="case:sector")
    cases = counted(study, by="cases")
    sized = cases.arranged("size")
    sizes = [abs(one.difference) for one in sized.contrasts if one.difference is not None]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes != [abs(one.difference) for one in cases.contrasts if one.difference is not None]
    assert {one.key for one in sized.contrasts} == {one.key for one in cases.contrasts}
    assert "The largest differences stand first." in sized.notes()
    holding = found.arranged(holding=True)
    assert [one.robust for one in found.contrasts if one.robust] == [True] * len(holding.contrasts)
    assert len(holding.frame) == len(holding.table().rows) == len(holding.contrasts) < len(found.contrasts)
    assert holding.chart().to_dict()
