"""What is asked: interview guides and questionnaires in their versions, questions, and the topics they belong to.

A new version is an instrument of its own, with questions of its own: which one an interview was held with stays
true when the guide is rewritten. Topics are shared by all instruments, so that answers to two versions can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from crosscase.errors import RefusedError
from crosscase.model import Id, Instrument, Question, Topic, Turn
from crosscase.store.act import Act
from crosscase.verbs.checks import (
    StillNamedError,
    TakenError,
    all_there,
    choice,
    given,
    id_given,
    label,
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
        StillNamedError: interviews were held with it, or turns are mapped to its questions.
    """
    known = act.get(Instrument, instrument)
    name = f"{known.name} {known.version}"
    refuse_while_named(act, Instrument, instrument, name, "It says what was asked there; keep it.")
    mapped = act.rows(Turn, question=[question.id for question in act.rows(Question, instrument=instrument)])
    if mapped:
        raise StillNamedError(_INSTRUMENT, name, {"turn": len(mapped)}, "They are mapped to its questions.")
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


def add_question(act: Act, instrument: Id, wording: str, *, number: str = "", topic: Id | None = None) -> Id:
    """Add a question to an instrument, behind the others; `number` as it is printed there (`3b`)."""
    act.get(Instrument, instrument)
    wording = label(wording, _NO_WORDING)
    known = act.rows(Question, instrument=instrument)
    number = number.strip()
    if number:
        refuse_twin(known, "number", number, what="number")
    return act.add(
        Question(
            instrument=instrument, wording=wording, number=number, topic=id_given(act, Topic, topic),
            position=last_position(known),
        )
    ).id  # fmt: skip


def change_question(
    act: Act, question: Id, *, wording: str | None = None, number: str | None = None, topic: Id | None = None
) -> None:
    """Change a question; what is not given stays, and an empty topic takes it away."""
    known = act.get(Question, question)
    fields = given(number=number)
    if wording is not None:
        fields["wording"] = label(wording, _NO_WORDING)
    if topic is not None:
        fields["topic"] = id_given(act, Topic, topic)
    if number is not None:
        fields["number"] = number.strip()
    if fields.get("number"):
        refuse_twin(
            act.rows(Question, instrument=known.instrument), "number", fields["number"], but=question, what="number"
        )
    act.change(Question, question, **fields)


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
        StillNamedError: turns are mapped to it.
    """
    known = act.get(Question, question)
    refuse_while_named(act, Question, question, known.number or known.wording, "Map them to another question first.")
    act.remove_whole(Question, [question])


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
