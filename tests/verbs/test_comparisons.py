"""The comparison bench: decisions that do what they say, properties with ends, relations with segments."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import (
    Analysis,
    Code,
    Coding,
    Comparison,
    Ground,
    Id,
    NegativeCase,
    Property,
    Relation,
    Span,
)
from crosscase.verbs.analyses import add_analysis, choose_core
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, merge_codes
from crosscase.verbs.codings import apply_code, recode
from crosscase.verbs.comparisons import (
    Beginning,
    Extension,
    Part,
    Side,
    change_comparison,
    decide_comparison,
    remove_comparison,
)
from crosscase.verbs.members import add_member
from crosscase.verbs.properties import add_property, change_property, order_properties, remove_property
from crosscase.verbs.relations import (
    add_relation,
    ground_relation,
    note_relation,
    release_relation,
    remove_relation,
)
from tests.verbs.conftest import Desk

TEXT = "I told them on the first day. I never told anybody. We tell each other at lunch."
FIRST, NEVER, LUNCH = (Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("on the first day", "never", "at lunch"))


def bench(desk: Desk) -> tuple[Id, list[Id]]:
    """A category with three segments."""
    source, code = desk.source(TEXT), desk.do(add_code, "disclosure", category=True)
    return code, [desk.do(apply_code, code, source, span) for span in (FIRST, NEVER, LUNCH)]


def sides(one: Id, other: Id) -> tuple[Side, Side]:
    return Side("coding", one), Side("coding", other)


def test_what_is_decided_is_recorded_with_its_rule_and_reason(desk: Desk) -> None:
    code, (first, never, _) = bench(desk)
    made = desk.do(
        decide_comparison, *sides(first, never), category=code, reason="Opposite ends?", rule="at random", seed=7
    )
    known = desk.get(Comparison, made)
    assert (known.member, known.one, known.other, known.category) == (desk.ada, first, never, code)
    assert (known.decision, known.rule, known.seed, known.reason) == ("undecided", "at random", 7, "Opposite ends?")
    desk.do(change_comparison, made, decision="same", reason="Both about when.")
    known = desk.get(Comparison, made)
    assert (known.decision, known.reason, known.outcome) == ("same", "Both about when.", None)
    assert desk.do(remove_comparison, made) == {"comparison": 1}


def test_extending_writes_a_property_and_its_ends_in_the_same_entry(desk: Desk) -> None:
    code, (first, never, lunch) = bench(desk)
    before = len(desk.store.log())
    extension = Extension(name="how soon", low="never", high="at once", at_low=never, at_high=first)
    made = desk.do(decide_comparison, *sides(first, never), "extends", category=code, extends=extension)
    assert len(desk.store.log()) == before + 1
    (there,) = desk.rows(Property)
    known = desk.get(Comparison, made)
    assert (known.outcome_kind, known.outcome) == ("property", there.id)
    assert (there.category, there.name, there.at_low, there.at_high) == (code, "how soon", never, first)
    again = Extension(property=there.id, description="From the first day to never.")
    desk.do(decide_comparison, *sides(lunch, never), "extends", category=code, extends=again)
    (there,) = desk.rows(Property)
    assert (there.name, there.description, there.at_low) == ("how soon", "From the first day to never.", never)


def test_splitting_makes_the_codes_and_gives_them_their_codings(desk: Desk) -> None:
    code, (first, never, lunch) = bench(desk)
    parts = [Part(name="telling at work", codings=(first,)), Part(name="telling peers", codings=(lunch,), under=True)]
    before = len(desk.store.log())
    made = desk.do(decide_comparison, *sides(first, lunch), "split", category=code, split=parts)
    assert len(desk.store.log()) == before + 1
    codes = {each.name: each for each in desk.rows(Code)}
    assert codes["telling peers"].parent == code
    assert codes["telling at work"].parent is None
    assert {each.id: each.code for each in desk.rows(Coding)} == {
        first: codes["telling at work"].id, lunch: codes["telling peers"].id, never: code,
    }  # fmt: skip
    assert desk.get(Comparison, made).outcome == codes["telling at work"].id
    twice = [Part(name="a", codings=(never,)), Part(name="b", codings=(never,))]
    with pytest.raises(CrosscaseError, match="given to two of the new codes"):
        desk.do(decide_comparison, *sides(first, never), "split", category=code, split=twice)


def test_a_new_code_begins_with_the_segment_and_a_negative_case_is_noted(desk: Desk) -> None:
    code, (first, never, lunch) = bench(desk)
    begun = Beginning(name="keeping it to oneself", side="other")
    made = desk.do(decide_comparison, *sides(first, never), "new", category=code, new=begun)
    new = desk.get(Comparison, made).outcome
    (coding,) = desk.rows(Coding, code=new)
    assert (coding.start, coding.end) == (NEVER.start, NEVER.end)
    assert desk.get(Coding, never).code == code
    made = desk.do(
        decide_comparison, Side("coding", lunch), Side("code", code), "negative", reason="Nobody tells here."
    )
    (case,) = desk.rows(NegativeCase)
    assert (case.about_kind, case.about, case.thing_kind, case.thing) == ("code", code, "coding", lunch)
    assert (case.disposition, case.rule, desk.get(Comparison, made).outcome) == ("open", "comparison", case.id)


def test_what_is_not_compared_is_refused_with_what_to_do(desk: Desk) -> None:
    code, (first, never, _) = bench(desk)
    here, there = desk.do(add_case, "FEN"), desk.do(add_case, "JUN")
    desk.do(decide_comparison, Side("case", here), Side("case", there), "same", reason="Both are small.")
    with pytest.raises(CrosscaseError, match="A case is not compared with a code"):
        desk.do(decide_comparison, Side("case", here), Side("code", code))
    with pytest.raises(CrosscaseError, match="the same thing"):
        desk.do(decide_comparison, Side("case", here), Side("case", here))
    with pytest.raises(CrosscaseError, match="Say for which category"):
        desk.do(decide_comparison, *sides(first, never))
    with pytest.raises(CrosscaseError, match="'negative' says something of a category"):
        desk.do(decide_comparison, Side("case", here), Side("case", there), "negative")
    with pytest.raises(CrosscaseError, match="which property this extends"):
        desk.do(decide_comparison, *sides(first, never), "extends", category=code)
    with pytest.raises(CrosscaseError, match="does not belong to the decision 'same'"):
        desk.do(decide_comparison, *sides(first, never), "same", category=code, new=Beginning(name="x"))
    with pytest.raises(CrosscaseError, match="'alike' is no decision"):
        desk.do(decide_comparison, *sides(first, never), "alike", category=code)  # type: ignore[arg-type]
    with pytest.raises(CrosscaseError, match="A category does not speak against itself"):
        desk.do(decide_comparison, Side("coding", first), Side("code", code), "negative", negative="other")


def test_who_may_not_edit_compares_and_leaves_the_category_as_it_is(desk: Desk) -> None:
    code, (first, never, lunch) = bench(desk)
    mia = desk.do(add_member, "Mia", permission="coder")
    made = desk.do_as(mia, decide_comparison, *sides(first, never), "same", category=code)
    with pytest.raises(CrosscaseError, match="changes the category for everybody"):
        desk.do_as(mia, decide_comparison, *sides(first, lunch), "extends", category=code, extends=Extension(name="x"))
    assert desk.get(Comparison, made).member == mia
    other = desk.do(decide_comparison, *sides(first, lunch), "same", category=code)
    with pytest.raises(CrosscaseError, match="somebody who may edit"):
        desk.do_as(mia, remove_comparison, other)


def test_the_ends_of_a_property_are_segments_of_its_category(desk: Desk) -> None:
    code, (first, never, lunch) = bench(desk)
    other, below = desk.do(add_code, "trust"), desk.do(add_code, "to whom", parent=code)
    desk.do(recode, [lunch], other)
    with pytest.raises(CrosscaseError, match="coded 'trust' and not 'disclosure'"):
        desk.do(add_property, code, "how soon", at_low=lunch)
    desk.do(recode, [never], below)
    made = desk.do(add_property, code, "how soon", low="never", high="at once", at_low=never, at_high=first)
    with pytest.raises(CrosscaseError, match="There is a property 'how soon' already"):
        desk.do(add_property, code, "How soon")
    second = desk.do(add_property, code, "to whom")
    desk.do(order_properties, [second])
    assert [each.position for each in (desk.get(Property, second), desk.get(Property, made))] == [1, 2]
    desk.do(change_property, made, name="how early", at_low="")
    known = desk.get(Property, made)
    assert (known.name, known.at_low, known.at_high) == ("how early", None, first)
    desk.do(merge_codes, other, code)
    desk.do(change_property, made, at_low=lunch)
    desk.do(remove_property, second)
    assert [each.id for each in desk.rows(Property)] == [made]


def test_a_relation_rests_on_at_least_one_segment(desk: Desk) -> None:
    code, (first, never, lunch) = bench(desk)
    trust = desk.do(add_code, "trust")
    with pytest.raises(CrosscaseError, match="rests on at least one segment"):
        desk.do(add_relation, code, trust, "condition", [])
    with pytest.raises(CrosscaseError, match="cannot be related to itself"):
        desk.do(add_relation, code, code, "condition", [first])
    with pytest.raises(CrosscaseError, match="'cause' is no kind of relation"):
        desk.do(add_relation, code, trust, "cause", [first])  # type: ignore[arg-type] # what a script might give
    elsewhere = desk.do(add_code, "elsewhere")
    desk.do(recode, [lunch], elsewhere)
    with pytest.raises(CrosscaseError, match="coded 'elsewhere'"):
        desk.do(add_relation, code, trust, "condition", [lunch])
    made = desk.do(add_relation, code, trust, "condition", [first], note="who trusts tells")
    assert desk.do(ground_relation, made, [first, never]) == 1
    assert desk.do(release_relation, made, [never]) == 1
    with pytest.raises(CrosscaseError, match="rests on at least one segment"):
        desk.do(release_relation, made, [first])
    desk.do(note_relation, made, "who trusts tells, mostly")
    assert desk.get(Relation, made).note == "who trusts tells, mostly"
    assert [each.coding for each in desk.rows(Ground)] == [first]
    assert desk.do(remove_relation, made) == {"relation": 1, "ground": 1}


def test_an_analysis_has_a_core_category_or_none(desk: Desk) -> None:
    code = desk.do(add_code, "disclosure", category=True)
    analysis = desk.do(add_analysis, "Main", family="grounded theory")
    desk.do(choose_core, analysis, code)
    assert desk.get(Analysis, analysis).core == code
    with pytest.raises(CrosscaseError, match="There is no code"):
        desk.do(choose_core, analysis, "0" * 32)
    desk.do(choose_core, analysis, None)
    assert desk.get(Analysis, analysis).core is None
