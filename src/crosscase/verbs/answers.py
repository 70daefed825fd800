"""What participants answered to the items of a questionnaire: given one by one or many at once, and taken back.

There is one answer for each participant and item, under an id made from the two, so that two copies that type in the
same questionnaire give one answer; where they differ, that is a conflict to settle. An answer says what came of the
item: answered, left empty, declined, or does not apply to them.

What a careful reader would get wrong: an answer that is taken back is no answer left empty. The first says that nothing
is known of it, the second that somebody was asked and wrote nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from crosscase.errors import BadValueError, NotFoundError
from crosscase.model import Answer, Id, Interview, Participant, Question, derived_id
from crosscase.model.answering import fitted, wanted
from crosscase.model.fieldwork import Outcome
from crosscase.reads.answer_files import AnswerComing
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, followed, id_given
from crosscase.verbs.registry import Verb

_PARTICIPANT = "participant"


class Given(msgspec.Struct, frozen=True):
    """An answer of one participant to one item.

    Attributes:
        values: the option, number or words; several where several can be chosen; none unless it was answered.
        interview: the meeting of which the questionnaire was a part; what is not given stays.
    """

    participant: Id
    question: Id
    values: tuple[str, ...] = ()
    outcome: Outcome = "answered"
    interview: Id | None = None


class UnfitAnswerError(BadValueError):
    """An answer that does not fit its item."""

    code = "unfit-answer"

    def __init__(self, who: str, item: str, values: Sequence[str], fits: str) -> None:
        shown = ", ".join(repr(value) for value in values) or "Nothing"
        super().__init__(f"{who}, item {item!r}: {shown} does not fit; it takes {fits}. Nothing was changed.")


class ValuesWithoutAnswerError(BadValueError):
    """Values beside an outcome that has none."""

    code = "values-without-answer"

    def __init__(self, who: str, item: str, outcome: str) -> None:
        super().__init__(
            f"{who}, item {item!r}: what is {outcome!r} has no values. Leave them out, or say that it was answered. "
            "Nothing was changed."
        )


def answer_id(question: Id, participant: Id) -> Id:
    """The id of a participant's answer to an item."""
    return derived_id("answer", question, participant)


def item_name(question: Question) -> str:
    """How an item is spoken of: its number, else its wording."""
    return question.number or question.wording


def give_answer(
    act: Act,
    participant: Id,
    question: Id,
    values: Sequence[str] = (),
    *,
    outcome: Outcome = "answered",
    interview: Id | None = None,
) -> bool:
    """Write down what a participant answered to an item of a questionnaire; whether that is new.

    Raises:
        NotFoundError: there is no such participant, item or interview.
        UnfitAnswerError, ValuesWithoutAnswerError, ChoiceError: it does not fit the item.
    """
    return bool(give_answers(act, [Given(participant, question, tuple(values), outcome, interview)]))


def give_answers(act: Act, answers: Sequence[Given]) -> int:
    """Write down many answers, all or none; how many are new or changed. Of two to the same item the last counts.

    Raises:
        NotFoundError: there is no such participant, item or interview.
        UnfitAnswerError, ValuesWithoutAnswerError, ChoiceError: one does not fit its item.
    """
    items = {item.id: item for item in all_there(act, Question, {each.question for each in answers})}
    all_there(act, Interview, {each.interview for each in answers if each.interview})
    people = {person.id: person for person in act.rows(Participant)}
    signposts = {person.id: person.merged_into for person in people.values()}
    now = {answer.id: answer for answer in act.rows(Answer, question=list(items))}
    records: dict[Id, Answer] = {}
    for each in answers:
        if each.participant not in people:
            raise NotFoundError(_PARTICIPANT, each.participant)
        values = _values(people[each.participant].identifier, items[each.question], each)
        person = followed(signposts, each.participant) or each.participant
        thing = answer_id(each.question, person)
        known = now.get(thing)
        meeting = known.interview if known and each.interview is None else id_given(act, Interview, each.interview)
        records[thing] = Answer(
            id=thing, question=each.question, participant=person, interview=meeting, values=values,
            outcome=each.outcome,
        )  # fmt: skip
    changed = [record for thing, record in records.items() if record != now.get(thing)]
    act.ensure_all(changed)
    return len(changed)


def take_back_answers(act: Act, participant: Id, questions: Sequence[Id]) -> int:
    """Take answers away that were written down by mistake, as if nothing were known of them; how many there were."""
    act.get(Participant, participant)
    all_there(act, Question, questions)
    signposts = {person.id: person.merged_into for person in act.rows(Participant)}
    who = followed(signposts, participant)
    there = [
        answer.id
        for answer in act.rows(Answer, question=list(questions))
        if who == (followed(signposts, answer.participant) or answer.participant)
    ]
    act.remove(Answer, there)
    return len(there)


def given(coming: Sequence[AnswerComing]) -> list[Given]:
    """Answers that a file brings (see `reads.answer_files`), as `give_answers` takes them."""
    return [Given(one.participant, one.question, one.values, one.outcome) for one in coming]


def fitting_all(question: Question, answers: Sequence[Answer], names: Mapping[Id, str]) -> dict[Id, tuple[str, ...]]:
    """The values of answers as an item keeps them, by answer.

    Raises:
        UnfitAnswerError: one does not fit what the item is to be.
    """
    found: dict[Id, tuple[str, ...]] = {}
    for answer in answers:
        if answer.outcome == "answered":
            values = fitted(question.nature, question.options, answer.values)
            if values is None:
                who = names.get(answer.participant, "Somebody")
                raise UnfitAnswerError(
                    who, item_name(question), answer.values, wanted(question.nature, question.options)
                )
            found[answer.id] = values
    return found


def _values(who: str, item: Question, given: Given) -> tuple[str, ...]:
    choice(given.outcome, Outcome, "outcome of an item")
    if given.outcome != "answered":
        if any(value.strip() for value in given.values):
            raise ValuesWithoutAnswerError(who, item_name(item), given.outcome)
        if item.nature == "open":
            raise UnfitAnswerError(who, item_name(item), (), wanted(item.nature, item.options))
        return ()
    values = fitted(item.nature, item.options, given.values)
    if values is None:
        raise UnfitAnswerError(who, item_name(item), given.values, wanted(item.nature, item.options))
    return values


VERBS = (
    Verb("answer.give", give_answer),
    Verb("answer.give_many", give_answers),
    Verb("answer.take_back", take_back_answers),
)
