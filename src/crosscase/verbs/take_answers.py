"""Taking in questionnaires with their items, and what participants answered.

A questionnaire goes by its name and version, an item by its number there, else by its wording. An item that is there
keeps its nature and its options, and gets options that are new behind them; answers that do not fit it are refused one
by one. An answer that is there and differs takes the place of what was there, as every answer that is given again.
"""

from __future__ import annotations

from crosscase.errors import CrosscaseError
from crosscase.model import Answer, Id, Instrument, Question
from crosscase.model.answering import WITH_OPTIONS, fitted, wanted
from crosscase.model.bundle import QuestionRecord
from crosscase.verbs.answers import Given, answer_id, give_answers
from crosscase.verbs.instruments import add_instrument, add_question
from crosscase.verbs.taking import Taking, folded, no_such


def take_answers(taking: Taking) -> None:
    """The questionnaires, their items and the answers."""
    if not (taking.bundle.instruments or taking.bundle.questions or taking.bundle.answers):
        return
    instruments = _instruments(taking)
    questions = _questions(taking, instruments)
    items = {one.id: one for one in taking.act.rows(Question, id=list(questions.values()))} if questions else {}
    given: dict[Id, Given] = {}
    for record in taking.bundle.answers:
        person = taking.participants.get(folded(record.participant))
        item = items.get(questions.get(record.question, ""))
        if person is None or item is None:
            missing = no_such("participant", record.participant) if person is None else no_such("item", record.question)
            taking.refuse("answers", record.place or record.question, missing)
            continue
        values = fitted(item.nature, item.options, record.values) if record.outcome == "answered" else ()
        if values is None:
            fits = wanted(item.nature, item.options)
            reason = f"{'; '.join(record.values)!r} does not fit {item.number or item.wording!r}; it takes {fits}."
            taking.refuse("answers", record.place or record.participant, reason)
            continue
        given[answer_id(item.id, person)] = Given(person, item.id, values, record.outcome)
    there = {one.id for one in taking.act.rows(Answer, question=list(items))} if items else set()
    changed = give_answers(taking.act, list(given.values())) if given else 0
    added = len(given.keys() - there)
    taking.count("answer", added=added, changed=changed - added, there=len(given) - changed)


def _instruments(taking: Taking) -> dict[str, Id]:
    known = {(folded(one.name), folded(one.version)): one.id for one in taking.act.rows(Instrument)}
    found: dict[str, Id] = {}
    for record in taking.bundle.instruments:
        key = (folded(record.name), folded(record.version))
        if not key[0]:
            taking.refuse("questionnaires", "", "A questionnaire has no name.")
            continue
        if key not in known:
            known[key] = add_instrument(
                taking.act, record.name, version=record.version, nature="questionnaire", description=record.description
            )
            taking.count("instrument", added=1)
        else:
            taking.count("instrument", there=1)
        found[folded(record.name)] = known[key]
    return found


def _questions(taking: Taking, instruments: dict[str, Id]) -> dict[str, Id]:
    """The items by the keys that answers use."""
    rows = taking.act.rows(Question, instrument=list(instruments.values())) if instruments else []
    by_number = {(one.instrument, folded(one.number)): one for one in rows if one.number}
    by_wording = {(one.instrument, folded(one.wording)): one for one in rows}
    found: dict[str, Id] = {}
    for record in taking.bundle.questions:
        instrument = instruments.get(folded(record.instrument))
        if instrument is None:
            taking.refuse("items", record.key, no_such("questionnaire", record.instrument))
            continue
        same = by_number.get((instrument, folded(record.number))) if record.number else None
        same = same or (None if record.number else by_wording.get((instrument, folded(record.wording))))
        if same is not None:
            _again(taking, same, record)
            found[record.key] = same.id
            continue
        try:
            found[record.key] = add_question(
                taking.act, instrument, record.wording, number=record.number, nature=record.nature,
                options=record.options,
            )  # fmt: skip
            taking.count("question", added=1)
        except CrosscaseError as refused:
            taking.refuse("items", record.key, refused.message)
    return found


def _again(taking: Taking, known: Question, record: QuestionRecord) -> None:
    """An item that is there, with the options that are new."""
    more = tuple(one for one in record.options if fitted("one", known.options, [one]) is None)
    grows = bool(more) and known.nature in WITH_OPTIONS and known.nature == record.nature
    if grows:
        taking.act.change(Question, known.id, options=(*known.options, *more))
    taking.count("question", changed=grows, there=not grows)
