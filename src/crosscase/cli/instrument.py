"""What is asked: the `instrument` commands for guides, questionnaires, their questions, and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import Out, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.model import Instrument, Question
    from crosscase.study import Study

NATURES = ("open", "likert", "number", "one", "many", "text")

instrument = group(
    "instrument",
    default="list",
    about=(
        "Write down what is asked: guides, questionnaires, questions and topics.\n\nA new version is an instrument of "
        "its own, so that what was asked when stays true. Topics are shared by all versions."
    ),
    examples=[
        "crosscase instrument peers.crosscase",
        "crosscase instrument peers.crosscase add 'Part A' --questionnaire",
        "crosscase instrument peers.crosscase question 'Part A' 'I am asked first.' --number A1 --nature likert "
        "--option never --option sometimes --option often",
        "crosscase instrument peers.crosscase topic 'what risk means'",
    ],
)


def question_named(study: Study, name: str, of: str | None = None) -> Question:
    """The question of that number, wording or id; of one instrument, where it is said which.

    Raises:
        NotFoundError, AmbiguousError: there is none, or several have that number.
    """
    from difflib import get_close_matches

    from crosscase.errors import AmbiguousError, NotFoundError
    from crosscase.model import Instrument, Question, goes_by

    instruments = {one.id: one for one in study.rows(Instrument)}
    here = study.find(Instrument, of).id if of else ""
    every = [one for one in study.rows(Question) if not here or one.instrument == here]
    wanted = " ".join(name.split()).casefold()
    fits = [one for one in every if wanted in (one.number.casefold(), one.wording.casefold(), one.id)]
    fits = fits or [one for one in every if len(wanted) >= 8 and goes_by(one.id, wanted)]
    kind = "question"
    if not fits:
        names = {text.casefold(): text for one in every for text in (one.number, one.wording) if text}
        near = get_close_matches(wanted, names, n=2, cutoff=0.6)
        raise NotFoundError(kind, name, tuple(repr(names[one]) for one in near))
    if len(fits) > 1:
        raise AmbiguousError(kind, name, tuple(_titled(instruments[one.instrument]) for one in fits))
    return fits[0]


def _titled(one: Instrument) -> str:
    return f"{one.name} {one.version}"


@member(instrument, "list", examples=["crosscase instrument peers.crosscase list --of 'Part A'"])
@target
@click.option("--of", "name", metavar="INSTRUMENT", help="Only this one.")
@table_output
def list_(target: Target, name: str | None, out: Out) -> None:
    """List instruments with their questions, and how many turns and answers each has."""
    from crosscase.model import Answer, Instrument, Question, Topic, Turn
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        only = study.find(Instrument, name).id if name else ""
        instruments = sorted(study.rows(Instrument), key=lambda one: (one.name, one.version))
        topics = {one.id: one.name for one in study.rows(Topic)}
        questions = sorted(study.rows(Question), key=lambda one: one.position)
        turns = _count(study, Turn)
        answers = _count(study, Answer)
    data: list[dict[str, Any]] = [
        {
            "id": one.id, "name": one.name, "version": one.version, "nature": one.nature,
            "description": one.description,
            "questions": [
                {
                    "id": q.id, "number": q.number, "wording": q.wording, "nature": q.nature,
                    "options": list(q.options), "topic": topics.get(q.topic or "", ""), "turns": turns.get(q.id, 0),
                    "answers": answers.get(q.id, 0),
                }
                for q in questions
                if q.instrument == one.id
            ],
        }
        for one in instruments
        if not only or one.id == only
    ]  # fmt: skip
    columns = (
        Column("instrument", "Instrument"), Column("number", "Number"), Column("wording", "Question"),
        Column("nature", "Answered"), Column("options", "Options"), Column("topic", "Topic"),
        Column("turns", "Turns", "count"), Column("answers", "Answers", "count"),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one['name']} {one['version']}", q["number"], q["wording"], q["nature"], " / ".join(q["options"]),
            q["topic"], q["turns"], q["answers"],
        )
        for one in data
        for q in one["questions"] or [dict.fromkeys(("number", "wording", "nature", "topic"), "")
                                      | {"options": (), "turns": 0, "answers": 0}]
    )  # fmt: skip
    unasked = [name for thing, name in topics.items() if thing not in {q.topic for q in questions}]
    notes = (f"Topics without a question: {', '.join(sorted(unasked))}.",) if unasked and not only else ()
    out.table(
        Table(title="Instruments", columns=columns, rows=rows, notes=notes),
        {"instruments": data, "topics": sorted(topics.values())},
    )


def _count(study: Study, row: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in study.rows(row):
        found[one.question or ""] = found.get(one.question or "", 0) + 1
    return found


@member(instrument, "add", examples=["crosscase instrument peers.crosscase add 'Part A' --questionnaire"])
@target
@click.argument("name")
@click.option("--version", default="1", show_default=True, metavar="VERSION", help="Which version it is.")
@click.option("--questionnaire", is_flag=True, help="It is a questionnaire, not a guide.")
@click.option("--description", default="", metavar="TEXT", help="What there is to know.")
@acting_options
def add(target: Target, name: str, version: str, questionnaire: bool, description: str, who: Who) -> None:
    """Add an interview guide or a questionnaire."""
    from crosscase.verbs.instruments import add_instrument

    with acting(target, who) as study:
        nature = "questionnaire" if questionnaire else "guide"
        done = study.do(add_instrument, name, version=version, nature=nature, description=description)  # type: ignore[arg-type] # one of two
        told(done, f"Added: the {nature} {name!r} {version}.", who, id=done.value)


@member(instrument, "change", examples=["crosscase instrument peers.crosscase change Guide --description 'For staff.'"])
@target
@click.argument("name", metavar="INSTRUMENT")
@click.option("--name", "called", metavar="TEXT", help="What it is called.")
@click.option("--version", metavar="VERSION", help="Which version it is.")
@click.option("--nature", type=click.Choice(["guide", "questionnaire"]), help="What it is.")
@click.option("--description", metavar="TEXT", help="What there is to know.")
@acting_options
def change(target: Target, name: str, called: str | None, who: Who, **given: Any) -> None:
    """Change an instrument's name, version or description."""
    from crosscase.model import Instrument
    from crosscase.verbs.instruments import change_instrument

    with acting(target, who) as study:
        done = study.do(change_instrument, study.find(Instrument, name).id, name=called, **given)
        told(done, f"Changed: {name}.", who)


@member(instrument, "version", examples=["crosscase instrument peers.crosscase version Guide 2"])
@target
@click.argument("name", metavar="INSTRUMENT")
@click.argument("version")
@acting_options
def version(target: Target, name: str, version: str, who: Who) -> None:
    """Begin another version, with the same questions."""
    from crosscase.model import Instrument
    from crosscase.verbs.instruments import add_version

    with acting(target, who) as study:
        known = study.find(Instrument, name)
        done = study.do(add_version, known.id, version)
        told(done, f"Added: {known.name} {version}, with the questions of {known.version}.", who, id=done.value)


@member(instrument, "remove", examples=["crosscase instrument peers.crosscase remove 'Guide 2'"])
@target
@click.argument("name", metavar="INSTRUMENT")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Remove an instrument that nobody was asked with, and its questions."""
    from crosscase.model import Instrument
    from crosscase.verbs.instruments import remove_instrument

    with acting(target, who) as study:
        done = study.do(remove_instrument, study.find(Instrument, name).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)


@member(instrument, "topic", examples=["crosscase instrument peers.crosscase topic 'what risk means'"])
@target
@click.argument("name")
@click.option("--rename", metavar="NAME", help="Call the topic of that name so instead.")
@click.option("--description", metavar="TEXT", help="What it is about.")
@click.option("--into", metavar="TOPIC", help="Remove it; its questions and turns go to this one.")
@click.option("--remove", "removing", is_flag=True, help="Remove it, when nothing is about it.")
@acting_options
def topic(
    target: Target, name: str, rename: str | None, description: str | None, into: str | None, removing: bool, who: Who
) -> None:
    """Add, change or remove a topic."""
    from crosscase.model import Topic
    from crosscase.reads.lookup import find_or_none
    from crosscase.verbs.instruments import add_topic, change_topic, remove_topic

    with acting(target, who) as study:
        if removing or into:
            other = study.find(Topic, into).id if into else None
            gone = study.do(remove_topic, study.find(Topic, name).id, into=other)
            told(gone, f"Removed: the topic {name!r}." + (f" {gone.value} now about {into!r}." if into else ""), who)
        elif rename or (description is not None and find_or_none(study.store, Topic, name)):
            done = study.do(change_topic, study.find(Topic, name).id, name=rename, description=description)
            told(done, f"Changed: the topic {rename or name!r}.", who)
        else:
            new = study.do(add_topic, name, description=description or "")
            told(new, f"Added: the topic {name!r}.", who, id=new.value)


@member(
    instrument,
    "question",
    examples=[
        "crosscase instrument peers.crosscase question Guide 'What does risk mean here?' --number 4 --topic risk",
        "crosscase instrument peers.crosscase question 'Part A' 'Years in the post' --number A3 --nature number",
    ],
)
@target
@click.argument("of", metavar="INSTRUMENT")
@click.argument("wording")
@click.option("--number", default="", metavar="NUMBER", help="As printed; also the column of a file with answers.")
@click.option("--topic", metavar="TOPIC", help="What it is about.")
@click.option("--nature", type=click.Choice(NATURES), default="open", show_default=True, help="How it is answered.")
@click.option(
    "--option", "options", multiple=True, metavar="TEXT", help="What can be chosen, in order, lowest first; repeated."
)
@acting_options
def question(
    target: Target, of: str, wording: str, number: str, topic: str | None, nature: Any, options: tuple[str, ...],
    who: Who,
) -> None:  # fmt: skip
    """Add a question to a guide, or an item to a questionnaire."""
    from crosscase.model import Instrument, Topic
    from crosscase.verbs.instruments import add_question

    with acting(target, who) as study:
        known = study.find(Instrument, of)
        about = study.find(Topic, topic).id if topic else None
        done = study.do(add_question, known.id, wording, number=number, topic=about, nature=nature, options=options)
        told(done, f"Added to {known.name}: {number or wording}.", who, id=done.value)


@member(instrument, "reword", examples=["crosscase instrument peers.crosscase reword A1 --wording 'I am asked first.'"])
@target
@click.argument("name", metavar="QUESTION")
@click.option("--of", metavar="INSTRUMENT", help="Of which instrument, where several have that number.")
@click.option("--wording", metavar="TEXT", help="How it is asked.")
@click.option("--number", metavar="NUMBER", help="As printed.")
@click.option("--topic", metavar="TOPIC", help="What it is about; empty takes it away.")
@click.option("--nature", type=click.Choice(NATURES), help="How it is answered.")
@click.option("--option", "options", multiple=True, metavar="TEXT", help="All options anew, in order; repeated.")
@click.option("--remove", "removing", is_flag=True, help="Remove it, when it was neither asked nor answered.")
@acting_options
def reword(
    target: Target, name: str, of: str | None, topic: str | None, options: tuple[str, ...], removing: bool, who: Who,
    **given: Any,
) -> None:  # fmt: skip
    """Change or remove a question; its answers have to fit what it becomes."""
    from crosscase.model import Topic
    from crosscase.verbs.instruments import change_question, remove_question

    with acting(target, who) as study:
        known = question_named(study, name, of)
        if removing:
            told(study.do(remove_question, known.id), f"Removed: {known.number or known.wording}.", who)
            return
        about = study.find(Topic, topic).id if topic else topic
        done = study.do(change_question, known.id, topic=about, options=options or None, **given)
        told(done, f"Changed: {known.number or known.wording}.", who)


@member(instrument, "order", examples=["crosscase instrument peers.crosscase order Guide 3 1 2"])
@target
@click.argument("of", metavar="INSTRUMENT")
@click.argument("names", metavar="QUESTION...", nargs=-1, required=True)
@acting_options
def order(target: Target, of: str, names: tuple[str, ...], who: Who) -> None:
    """Put questions in an order; those not named follow as they stood."""
    from crosscase.model import Instrument
    from crosscase.verbs.instruments import order_questions

    with acting(target, who) as study:
        known = study.find(Instrument, of)
        ids = [question_named(study, name, of).id for name in names]
        told(study.do(order_questions, known.id, ids), f"Put in order: the questions of {known.name}.", who)
