"""Undo and redo of any act by anybody, after merges: nothing is left that names what is not there.

Two members work on two copies that are merged now and then; each undoes and redoes acts, also far back and also those
that both undid. What is refused changed nothing; what was undone with all that depends on it comes back by undoing the
undos. In the end both copies agree, and their tables are those of a replay.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.model import KINDS, Analysis, Code, Coding, Evidence, Member, Row, Source, Span, Theme
from crosscase.store.dump import dump, dump_digest
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.store.undo import DependsError, standing, to_redo, to_undo
from crosscase.study import Study
from crosscase.verbs import analyses, codes, codings, corrections, members, sources, themes

TEXT = "INT: How was it?\nP: Well, é — it was all right, and I went home.\n"
STEP = st.tuples(st.integers(0, 99), st.integers(0, 1), st.integers(0, 999), st.integers(0, 999))


def some(study: Study, row: type[Row], n: int) -> str:
    found = study.rows(row)
    return found[n % len(found)].id if found else "f" * 32


def span(study: Study, n: int) -> Span:
    length = max(2, len(study.text(some(study, Source, 0))))
    return Span(n % (length - 1), min(length, n % (length - 1) + 1 + n % 7))


def undo_one(study: Study, n: int, m: int) -> object:
    log = study.log()
    return study.undo(log[n % len(log)].id, with_dependants=bool(m % 2))


ACTS: tuple[Callable[[Study, int, int], object], ...] = (
    lambda s, n, m: s.do(codes.add_code, f"code {n % 9}", parent=some(s, Code, m) if m % 3 else None),
    lambda s, n, m: s.do(codes.rename_code, some(s, Code, n), f"other {m}"),
    lambda s, n, m: s.do(codes.move_code, some(s, Code, n), parent=some(s, Code, m)),
    lambda s, n, m: s.do(codes.merge_codes, some(s, Code, n), some(s, Code, m)),
    lambda s, n, m: s.do(codes.define_code, some(s, Code, n), definition=f"one\n\ntwo\n\n{m}"),
    lambda s, n, _: s.do(codes.remove_code, some(s, Code, n)),
    lambda s, n, m: s.do(codings.apply_code, some(s, Code, n), some(s, Source, 0), span(s, m)),
    lambda s, n, m: s.do(codings.recode, [c.id for c in s.rows(Coding)[: n % 3]], some(s, Code, m)),
    lambda s, n, _: s.do(codings.remove_codings, [some(s, Coding, n)]),
    lambda s, n, m: s.do(corrections.correct_source, some(s, Source, 0), [(span(s, n), "xyz"[: m % 4])]),
    lambda s, n, _: s.do(themes.add_theme, some(s, Analysis, 0), f"theme {n % 5}"),
    lambda s, n, m: s.do(themes.place_evidence, some(s, Theme, n), [some(s, Coding, m)]),
    lambda s, n, m: s.do(themes.take_evidence_away, some(s, Theme, n), [e.coding for e in s.rows(Evidence)[: m % 3]]),
    lambda s, *_: s.undo(),
    lambda s, *_: s.undo(with_dependants=True),
    lambda s, *_: s.redo(),
    undo_one,
    undo_one,
)


def two_copies() -> tuple[Study, Study]:
    one = Study.new(None, title="Try", member="Ines")
    one.do(members.add_member, "Ben")
    one.do(sources.add_source, "ALDPW01", TEXT)
    one.do(codes.add_code, "trust")
    one.do(analyses.add_analysis, "Alongside")
    other = Store.create(None)
    merge(other, one.store)
    return one, Study(other, member="Ben")


def dangling(store: Store) -> set[tuple[str, str, str]]:
    """Rows that are there and name one that is not, although they cannot be without it."""
    there = {kind.name: set(store.columns(kind.name, ())["id"]) for kind in KINDS}
    everything = set().union(*there.values())
    found = set()
    for kind in KINDS:
        for field in kind.stored:
            if field.goes_with:
                data = store.columns(kind.name, (field.name,))
                known = everything if field.refers == "*" else there[field.refers]
                found |= {
                    (kind.name, row, field.name)
                    for row, named in zip(data["id"], data[field.name], strict=True)
                    if named not in known
                }
    return found


def dumped(store: Store) -> list[bytes]:
    return list(dump(store))


def step(study: Study, which: int, n: int, m: int) -> None:
    """Do one thing; what is refused changed nothing, and nothing new names what is not there."""
    before, entries, loose = dump_digest(study.store), len(study.log()), dangling(study.store)
    try:
        ACTS[which % len(ACTS)](study, n, m)
    except CrosscaseError:
        assert (dump_digest(study.store), len(study.log())) == (before, entries)
    assert dangling(study.store) <= loose


@settings(max_examples=int(os.environ.get("CROSSCASE_EXAMPLES", "5")), deadline=None)
@given(steps=st.lists(STEP, max_size=30), parted=st.integers(1, 6))
def test_two_members_undo_and_redo_across_merges(steps: list[tuple[int, int, int, int]], parted: int) -> None:
    pair = two_copies()
    for at, (which, who, n, m) in enumerate(steps):
        step(pair[who], which, n, m)
        if at % parted == parted - 1:
            merge(pair[0].store, pair[1].store)
            merge(pair[1].store, pair[0].store)
    merge(pair[0].store, pair[1].store)
    merge(pair[1].store, pair[0].store)
    assert dumped(pair[0].store) == dumped(pair[1].store)
    assert pair[0].verify() == []  # the tables are those of a replay
    for study in pair:
        study.close()


@settings(max_examples=int(os.environ.get("CROSSCASE_EXAMPLES", "5")), deadline=None)
@given(steps=st.lists(STEP, max_size=15), n=st.integers(0, 999))
def test_undo_with_dependants_is_taken_back_by_undoing_the_undos(
    steps: list[tuple[int, int, int, int]], n: int
) -> None:
    study, other = two_copies()
    other.close()
    for which, _, k, m in steps:
        step(study, which, k, m)
    before = dumped(study.store)
    log = study.log()
    try:
        effects = study.undo(log[n % len(log)].id, with_dependants=True)
    except CrosscaseError:
        assert dumped(study.store) == before
    else:
        for effect in reversed(effects):
            study.undo(effect.entry)
        assert dumped(study.store) == before
    study.close()


def pair_with_code() -> tuple[Study, Study, str, str]:
    """Two copies, merged, in which Ines added a code since; the code, and the entry that added it."""
    one, other = two_copies()
    done = one.do(codes.add_code, "care")
    merge(other.store, one.store)
    return one, other, done.value, done.entry


def brought_together(one: Study, other: Study) -> None:
    merge(one.store, other.store)
    merge(other.store, one.store)
    assert dumped(one.store) == dumped(other.store)


def test_two_members_undo_the_same_act_at_once_and_one_redo_brings_it_back() -> None:
    one, other, code, entry = pair_with_code()
    one.undo(entry)
    other.undo(entry)
    brought_together(one, other)
    assert one.get(Code, code) is None
    assert standing(one.store).undone(entry)
    other.redo()
    assert other.get(Code, code) is not None
    brought_together(one, other)
    assert one.get(Code, code) is not None
    assert to_redo(one.store, one.member().id) is None
    one.undo()
    assert one.get(Code, code) is None


def test_what_another_undid_does_not_hold_ones_own_undo_up() -> None:
    one, other, code, entry = pair_with_code()
    earlier = one.do(codes.add_code, "fear")
    brought_together(one, other)
    other.undo(earlier.entry)
    brought_together(one, other)
    assert to_undo(one.store, one.member().id) == entry
    one.undo()
    assert one.get(Code, code) is None


def test_a_code_that_came_to_be_used_on_the_other_copy_is_not_taken_from_under_it() -> None:
    one, other, code, entry = pair_with_code()
    used = other.do(codings.apply_code, code, some(other, Source, 0), Span(0, 4))
    brought_together(one, other)
    with pytest.raises(DependsError) as refused:
        one.undo(entry)
    assert refused.value.entries == (used.entry,)
    assert "Ben coded" in refused.value.message
    effects = one.undo(entry, with_dependants=True)
    assert [effect.verb for effect in effects] == ["undo", "undo"]
    assert one.rows(Coding) == []


def test_undone_while_the_other_used_it_is_reported_and_redo_heals_it() -> None:
    one, other, code, _ = pair_with_code()
    one.undo()
    other.do(codings.apply_code, code, some(other, Source, 0), Span(0, 4))
    brought_together(one, other)
    assert {conflict.nature for conflict in one.conflicts()} == {"removed"}
    one.redo()
    assert one.conflicts() == []
    assert len(one.rows(Coding, code=code)) == 1


def test_going_back_to_what_was_removed_since_is_refused_and_both_are_offered() -> None:
    one, other, code, _ = pair_with_code()
    other.close()
    coding = one.do(codings.apply_code, code, some(one, Source, 0), Span(0, 4)).value
    trust = one.find(Code, "trust").id
    moved = one.do(codings.recode, [coding], trust).entry
    gone = one.do(codes.remove_code, code).entry
    before = dumped(one.store)
    with pytest.raises(DependsError) as refused:
        one.undo(moved)
    assert refused.value.entries == (gone,)
    assert dumped(one.store) == before
    one.undo(moved, with_dependants=True)
    assert one.rows(Coding)[0].code == code
    assert dangling(one.store) == set()


def test_going_back_makes_no_circle() -> None:
    one, other, care, _ = pair_with_code()
    other.close()
    trust = one.find(Code, "trust").id
    one.do(codes.move_code, care, parent=trust)
    up = one.do(codes.move_code, care, parent=None).entry
    under = one.do(codes.move_code, trust, parent=care).entry
    with pytest.raises(DependsError) as refused:
        one.undo(up)
    assert refused.value.entries == (under,)
    one.undo(up, with_dependants=True)
    assert one.verify() == []


def test_codings_on_words_that_a_correction_put_in_hold_it() -> None:
    one, other, code, _ = pair_with_code()
    other.close()
    source = some(one, Source, 0)
    corrected = one.do(corrections.correct_source, source, [(Span(3, 3), " (laughs)")]).entry
    coded = one.do(codings.apply_code, code, source, Span(5, 11)).entry
    with pytest.raises(DependsError) as refused:
        one.undo(corrected)
    assert refused.value.entries == (coded,)


def test_acts_of_somebody_since_found_to_be_oneself_are_ones_own() -> None:
    one, other, _, _ = pair_with_code()
    other.close()
    ben = one.find(Member, "Ben").id
    double = one.do(members.add_member, "Ben B.").value
    entry = one.as_member("Ben B.").do(codes.add_code, "fear").entry
    one.do(members.merge_members, double, ben)
    assert one.as_member("Ben").undo()[0].verb == "undo"
    assert standing(one.store).undone(entry)
