"""Answers to questionnaires: given, refused, taken back, merged, and erased with who gave them."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Answer, Id, Participant, Question
from crosscase.study import Study
from crosscase.verbs.answers import Given, give_answer, give_answers, take_back_answers
from crosscase.verbs.cases import add_case
from crosscase.verbs.instruments import (
    add_instrument,
    add_question,
    change_question,
    remove_instrument,
    remove_question,
)
from crosscase.verbs.members import add_member
from crosscase.verbs.participants import add_participant, merge_participants
from tests.verbs.conftest import Desk

STEPS = ("never", "sometimes", "often")


def _items(desk: Desk) -> dict[str, Id]:
    form = desk.do(add_instrument, "Part A", nature="questionnaire")
    return {
        "asked": desk.do(add_question, form, "I am asked first", number="1", nature="likert", options=STEPS),
        "years": desk.do(add_question, form, "Years in the post", number="2", nature="number"),
        "told": desk.do(add_question, form, "Who was told?", number="3", nature="many", options=["team", "friends"]),
        "else": desk.do(add_question, form, "Anything else?", number="4", nature="text"),
        "talk": desk.do(add_question, form, "How is it here?", number="5"),
    }


def _people(desk: Desk, *names: str) -> list[Id]:
    case = desk.do(add_case, "STA1")
    return [desk.do(add_participant, name, case=case) for name in names]


def _said(desk: Desk) -> dict[tuple[str, str], tuple[str, ...] | str]:
    people = {one.id: one.identifier for one in desk.rows(Participant)}
    items = {one.id: one.number for one in desk.rows(Question)}
    return {
        (people[one.participant], items[one.question]): one.values or one.outcome for one in desk.rows(Answer)
    }  # fmt: skip


def test_answers_are_kept_as_their_item_writes_them(desk: Desk) -> None:
    items, (ann, ben) = _items(desk), _people(desk, "ANN", "BEN")
    assert desk.do(give_answer, ann, items["asked"], [" Often."])
    assert not desk.do(give_answer, ann, items["asked"], ["often"])
    count = desk.do(
        give_answers,
        [
            Given(ann, items["years"], ("2,50",)), Given(ann, items["told"], ("friends", "Team")),
            Given(ann, items["else"], ("No, thank you.",)), Given(ben, items["asked"], outcome="declined"),
            Given(ben, items["years"], outcome="does not apply"), Given(ben, items["told"], outcome="left empty"),
        ],
    )  # fmt: skip
    assert count == 6
    assert _said(desk) == {
        ("ANN", "1"): ("often",), ("ANN", "2"): ("2.5",), ("ANN", "3"): ("team", "friends"),
        ("ANN", "4"): ("No, thank you.",), ("BEN", "1"): "declined", ("BEN", "2"): "does not apply",
        ("BEN", "3"): "left empty",
    }  # fmt: skip
    assert desk.do(take_back_answers, ben, [items["asked"], items["years"], items["else"]]) == 2
    assert desk.do(give_answer, ben, items["asked"], ["never"])
    assert _said(desk)["BEN", "1"] == ("never",)


@pytest.mark.parametrize(
    ("item", "values", "outcome", "says"),
    [
        ("asked", ["5"], "answered", r"ANN, item '1': '5' does not fit; it takes one of: never, sometimes, often\."),
        ("asked", ["never", "often"], "answered", "'never', 'often' does not fit; it takes one of"),
        ("years", ["about ten"], "answered", "'about ten' does not fit; it takes a number"),
        ("told", ["team", "press"], "answered", "it takes some of: team, friends"),
        ("else", [" "], "answered", "item '4': ' ' does not fit; it takes words"),
        ("talk", ["fine"], "answered", "it is answered in talk, so map turns to it"),
        ("talk", [], "declined", "it is answered in talk"),
        ("asked", ["never"], "declined", "what is 'declined' has no values"),
        ("asked", [], "refused", "'refused' is no outcome of an item"),
    ],
)
def test_what_does_not_fit_is_refused_with_who_what_and_what_would(
    desk: Desk, item: str, values: list[str], outcome: str, says: str
) -> None:
    items, (ann,) = _items(desk), _people(desk, "ANN")
    with pytest.raises(CrosscaseError, match=says):
        desk.do(
            give_answers,
            [Given(ann, items["years"], ("3",)), Given(ann, items[item], tuple(values), outcome)],  # type: ignore[arg-type]
        )
    assert desk.rows(Answer) == []
    with pytest.raises(CrosscaseError, match="no participant"):
        desk.do(give_answer, "f" * 32, items["years"], ["3"])


def test_an_item_has_the_options_it_needs_and_changes_only_with_its_answers(desk: Desk) -> None:
    items, (ann,) = _items(desk), _people(desk, "ANN")
    form = desk.get(Question, items["asked"]).instrument
    with pytest.raises(CrosscaseError, match="it needs at least two options"):
        desk.do(add_question, form, "How often?", nature="likert", options=["never"])
    with pytest.raises(CrosscaseError, match="is number, so it has no options"):
        desk.do(add_question, form, "How old?", nature="number", options=["1", "2"])
    with pytest.raises(CrosscaseError, match="'scale' is no nature of a question"):
        desk.do(add_question, form, "How?", nature="scale")  # type: ignore[arg-type]
    desk.do(give_answer, ann, items["asked"], ["often"])
    with pytest.raises(CrosscaseError, match="ANN, item '1': 'often' does not fit; it takes one of: no, yes"):
        desk.do(change_question, items["asked"], options=["no", "yes"])
    desk.do(change_question, items["asked"], options=["never", "Often", "always"])
    assert _said(desk)["ANN", "1"] == ("Often",)
    with pytest.raises(CrosscaseError, match="The question '1' is still named by 1 answer"):
        desk.do(remove_question, items["asked"])
    with pytest.raises(CrosscaseError, match="The instrument 'Part A 1' is still named by 1 answer"):
        desk.do(remove_instrument, form)


def test_of_two_participants_that_are_one_the_survivor_answers(desk: Desk) -> None:
    items, (ann, twin) = _items(desk), _people(desk, "ANN", "ANNE")
    desk.do(merge_participants, twin, ann)
    desk.do(give_answer, twin, items["years"], ["4"])
    assert _said(desk) == {("ANN", "2"): ("4",)}
    assert desk.do(take_back_answers, twin, [items["years"]]) == 1


def test_one_questionnaire_typed_in_twice_is_one_answer_and_a_difference_is_settled(tmp_path: Path) -> None:
    with Study.new(tmp_path / "ines.crosscase", title="Try", member="Ines") as study:
        study.do(add_member, "Tariq")
        form = study.do(add_instrument, "Part A", nature="questionnaire").value
        steps = study.do(add_question, form, "I am asked first", nature="likert", options=STEPS).value
        years = study.do(add_question, form, "Years", nature="number").value
        ann = study.do(add_participant, "ANN", case=study.do(add_case, "STA1").value).value
        study.copy_to(tmp_path / "tariq.crosscase")
        with Study.open(tmp_path / "tariq.crosscase", member="Tariq") as other:
            study.do(give_answers, [Given(ann, steps, ("often",)), Given(ann, years, ("3",))])
            other.do(give_answers, [Given(ann, steps, ("never",)), Given(ann, years, ("3",))])
        study.merge(tmp_path / "tariq.crosscase")
        assert len(study.rows(Answer)) == 2
        (open_one,) = study.disagreements()
        assert {side.value for side in open_one.sides} == {"often", "never"}
        assert {one.values for one in study.rows(Answer, question=years)} == {("3",)}


def test_who_withdraws_takes_the_words_of_their_answers_along() -> None:
    study = Study.new(None, title="Erased", member="Ines")
    form = study.do(add_instrument, "Part A", nature="questionnaire").value
    free = study.do(add_question, form, "Anything else?", nature="text").value
    steps = study.do(add_question, form, "I am asked first", nature="likert", options=STEPS).value
    case = study.do(add_case, "STA1").value
    ann, ben = (study.do(add_participant, name, case=case).value for name in ("ANN", "BEN"))
    words = "The stairs behind the chapel were where we talked about it."
    for who in (ann, ben):
        study.do(give_answers, [Given(who, free, (f"{words} {who}",)), Given(who, steps, ("often",))])
    from crosscase.verbs.erasures import erase_participant

    study.because("Ben withdraws").do(erase_participant, ben, keep_codings=True)
    kept = {(one.participant, one.question): one.values for one in study.rows(Answer)}
    assert kept[ann, steps] == kept[ben, steps] == ("often",)
    assert words not in "".join(kept[ben, free])
    study.because("Ann withdraws").do(erase_participant, ann)
    assert [one.participant for one in study.rows(Answer)] == [ben, ben]
    with study.store.reading() as connection:
        from sqlalchemy import select

        from crosscase.store.tables import CELL

        held = " ".join(words or "" for words in connection.execute(select(CELL.c.words)).scalars())
    assert "chapel" not in held
    assert ann not in held
