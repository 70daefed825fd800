"""What is asked: interview guides and questionnaires in their versions, questions, and the topics they belong to.

A new version is an instrument of its own, with questions of its own: which one an interview was held with stays
true when the guide is rewritten. Topics are shared by all instruments, so that answers to two versions can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Answer, Id, Instrument, Participant, Question, Topic, Turn
from crosscase.model.answering import WITH_OPTIONS
from crosscase.model.fieldwork import QuestionNature
from crosscase.store.act import Act
from crosscase.verbs.answers import fitting_all
from crosscase.verbs.checks import (
    StillNamedError,
    TakenError,
    all_there,
    choice,
    given,
    id_given,
    label,
    labels,
    last_position,
    put_in_order,
    refuse_twin,
    refuse_while_named,
)
from crosscase.verbs.registry import Verb

Nature = Literal["guide", "questionnaire"]

_NO_NAME = "An instrument needs a name."
_NO_VERSION = "An instrument needs a version, such as 1 or 2024-05."
_NO_TOPIC = "A topic needs a name."
_NO_WORDING = "A question needs its wording."
_INSTRUMENT = "instrument"


class ItemOptionsError(BadValueError):
    """An item without the options it needs, or with some where there can be none."""

    code = "item-options"

    def __init__(self, wording: str, nature: str, *, needs: bool) -> None:
        super().__init__(
            f"{wording!r} is answered by choosing ({nature}), so it needs at least two options, in their order."
            if needs
            else f"{wording!r} is {nature}, so it has no options. Leave them out, or make it likert, one or many."
        )


class SameTopicError(RefusedError):
    """A topic cannot be given to itself."""

    code = "same-topic"

    def __init__(self, name: str) -> None:
        super().__init__(f"What {name!r} was about cannot be given to {name!r} itself. Name another topic.")


# Instruments


def add_instrument(act: Act, name: str, *, version: str = "1", nature: Nature = "guide", description: str = "") -> Id:
    """Add an interview guide or a questionnaire, in one version."""
    name, version = label(name, _NO_NAME), label(version, _NO_VERSION)
    choice(nature, Nature, "kind of instrument")
    _refuse_same_version(act, name, version)
    return act.add(Instrument(name=name, version=version, nature=nature, description=description)).id


def add_version(act: Act, instrument: Id, version: str) -> Id:
    """Add another version of an instrument, with the same questions to begin with."""
    known = act.get(Instrument, instrument)
    new = add_instrument(act, known.name, version=version, nature=known.nature, description=known.description)
    questions = sorted(act.rows(Question, instrument=instrument), key=lambda question: question.position)
    act.add_all([msgspec.structs.replace(question, id="", instrument=new) for question in questions])
    return new


def change_instrument(
    act: Act,
    instrument: Id,
    *,
    name: str | None = None,
    version: str | None = None,
    nature: Nature | None = None,
    description: str | None = None,
) -> None:
    """Change what an instrument is called, its version or description; what is not given stays."""
    known = act.get(Instrument, instrument)
    fields = given(nature=nature, description=description)
    if nature is not None:
        choice(nature, Nature, "kind of instrument")
    if name is not None or version is not None:
        fields["name"] = known.name if name is None else label(name, _NO_NAME)
        fields["version"] = known.version if version is None else label(version, _NO_VERSION)
        _refuse_same_version(act, fields["name"], fields["version"], but=instrument)
    act.change(Instrument, instrument, **fields)


def remove_instrument(act: Act, instrument: Id) -> dict[str, int]:
    """Remove an instrument with its questions; how many of each kind went.

    Raises:
        StillNamedError: interviews were held with it, or turns are mapped to its questions, or these were answered.
    """
    known = act.get(Instrument, instrument)
    name = f"{known.name} {known.version}"
    refuse_while_named(act, Instrument, instrument, name, "It says what was asked there; keep it.")
    questions = [question.id for question in act.rows(Question, instrument=instrument)]
    mapped = act.rows(Turn, question=questions)
    if mapped:
        raise StillNamedError(_INSTRUMENT, name, {"turn": len(mapped)}, "They are mapped to its questions.")
    _refuse_answered(act, _INSTRUMENT, name, questions)
    return act.remove_whole(Instrument, [instrument])


def _refuse_same_version(act: Act, name: str, version: str, *, but: Id = "") -> None:
    for other in act.rows(Instrument):
        same = (other.name.casefold(), other.version.casefold()) == (name.casefold(), version.casefold())
        if same and other.id != but:
            raise TakenError(_INSTRUMENT, f"{other.name} {other.version}", "name or version")


# Topics


def add_topic(act: Act, name: str, *, description: str = "") -> Id:
    """Add a topic that questions can be about."""
    name = label(name, _NO_TOPIC)
    known = act.rows(Topic)
    refuse_twin(known, "name", name)
    return act.add(Topic(name=name, description=description, position=last_position(known))).id


def change_topic(act: Act, topic: Id, *, name: str | None = None, description: str | None = None) -> None:
    """Change the name or the description of a topic; what is not given stays."""
    fields = given(description=description)
    if name is not None:
        fields["name"] = label(name, _NO_TOPIC)
        refuse_twin(act.rows(Topic), "name", fields["name"], but=topic)
    act.change(Topic, topic, **fields)


def order_topics(act: Act, topics: Sequence[Id]) -> None:
    """Put topics in this order in every table; those not named follow as they stood."""
    put_in_order(act, Topic, topics, sorted(act.rows(Topic), key=lambda topic: (topic.position, topic.name)))


def remove_topic(act: Act, topic: Id, *, into: Id | None = None) -> int:
    """Remove a topic; its questions and turns go to another one if that is named. How many went there.

    Raises:
        StillNamedError: no other topic is named, and questions or turns are about this one.
    """
    known = act.get(Topic, topic)
    if into is None:
        refuse_while_named(act, Topic, topic, known.name, "Say into which other topic they shall go.")
        act.remove_whole(Topic, [topic])
        return 0
    if act.get(Topic, into).id == topic:
        raise SameTopicError(known.name)
    questions = {question.id: into for question in act.rows(Question, topic=topic)}
    turns = {turn.id: into for turn in act.rows(Turn, topic=topic)}
    act.change_all(Question, "topic", questions)
    act.change_all(Turn, "topic", turns)
    act.remove_whole(Topic, [topic])
    return len(questions) + len(turns)


# Questions


def add_question(
    act: Act,
    instrument: Id,
    wording: str,
    *,
    number: str = "",
    topic: Id | None = None,
    nature: QuestionNature = "open",
    options: Sequence[str] = (),
) -> Id:
    """Add a question to an instrument, behind the others.

    Args:
        number: as it is printed there (`3b`); also the column of a file with answers.
        nature: how it is answered: `open` in talk; an item of a questionnaire is `likert` (a scale in steps), `number`,
            `one` or `many` of its options, or `text` (in writing).
        options: what can be chosen, in order; of a scale from its lowest step to its highest.

    Raises:
        ItemOptionsError: it needs options, or can have none.
    """
    act.get(Instrument, instrument)
    known = act.rows(Question, instrument=instrument)
    number = number.strip()
    if number:
        refuse_twin(known, "number", number, what="number")
    question = Question(
        instrument=instrument, wording=label(wording, _NO_WORDING), number=number, topic=id_given(act, Topic, topic),
        nature=nature, options=labels(options), position=last_position(known),
    )  # fmt: skip
    _check_item(question)
    return act.add(question).id


def change_question(
    act: Act,
    question: Id,
    *,
    wording: str | None = None,
    number: str | None = None,
    topic: Id | None = None,
    nature: QuestionNature | None = None,
    options: Sequence[str] | None = None,
) -> None:
    """Change a question; what is not given stays, and an empty topic takes it away. Its answers must fit.

    Raises:
        ItemOptionsError: it needs options, or can have none.
        UnfitAnswerError: an answer that is there does not fit what it becomes.
    """
    known = act.get(Question, question)
    fields = given(number=number, nature=nature)
    if wording is not None:
        fields["wording"] = label(wording, _NO_WORDING)
    if topic is not None:
        fields["topic"] = id_given(act, Topic, topic)
    if number is not None:
        fields["number"] = number.strip()
    if options is not None:
        fields["options"] = labels(options)
    if fields.get("number"):
        refuse_twin(
            act.rows(Question, instrument=known.instrument), "number", fields["number"], but=question, what="number"
        )
    becomes = msgspec.structs.replace(known, **fields)
    fitting: dict[Id, tuple[str, ...]] = {}
    if (becomes.nature, becomes.options) != (known.nature, known.options):
        _check_item(becomes)
        names = {person.id: person.identifier for person in act.rows(Participant)}
        fitting = fitting_all(becomes, act.rows(Answer, question=question), names)
    act.change(Question, question, **fields)
    act.change_all(Answer, "values", fitting)


def _check_item(question: Question) -> None:
    choice(question.nature, QuestionNature, "nature of a question")
    needs = question.nature in WITH_OPTIONS
    if needs != (len(question.options) >= 2) or (question.options and not needs):
        raise ItemOptionsError(question.wording, question.nature, needs=needs)


def order_questions(act: Act, instrument: Id, questions: Sequence[Id]) -> None:
    """Put the questions of an instrument in this order; those not named follow as they stood."""
    known = sorted(act.rows(Question, instrument=instrument), key=lambda question: question.position)
    strangers = [question for question in all_there(act, Question, questions) if question.instrument != instrument]
    if strangers:
        raise NotItsQuestionError(strangers[0].wording, act.get(Instrument, instrument).name)
    put_in_order(act, Question, questions, known)


def remove_question(act: Act, question: Id) -> None:
    """Remove a question.

    Raises:
        StillNamedError: turns are mapped to it, or it was answered.
    """
    known = act.get(Question, question)
    name = known.number or known.wording
    refuse_while_named(act, Question, question, name, "Map them to another question first.")
    _refuse_answered(act, "question", name, [question])
    act.remove_whole(Question, [question])


def _refuse_answered(act: Act, kind: str, name: str, questions: Sequence[Id]) -> None:
    answers = act.rows(Answer, question=list(questions)) if questions else []
    if answers:
        raise StillNamedError(kind, name, {"answer": len(answers)}, "Take the answers back first.")


class NotItsQuestionError(RefusedError):
    """A question of another instrument."""

    code = "not-its-question"

    def __init__(self, wording: str, instrument: str) -> None:
        super().__init__(
            f"The question {wording!r} is not one of {instrument!r}. Name only questions of that instrument."
        )


VERBS = (
    Verb("instrument.add", add_instrument),
    Verb("instrument.add_version", add_version),
    Verb("instrument.change", change_instrument),
    Verb("instrument.remove", remove_instrument),
    Verb("topic.add", add_topic),
    Verb("topic.change", change_topic),
    Verb("topic.order", order_topics),
    Verb("topic.remove", remove_topic),
    Verb("question.add", add_question),
    Verb("question.change", change_question),
    Verb("question.order", order_questions),
    Verb("question.remove", remove_question),
)
