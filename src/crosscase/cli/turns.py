"""What turns ask and answer: the `turns` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.instrument import question_named
from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.model import Turn
    from crosscase.study import Study

turns = group(
    "turns",
    default="propose",
    about=(
        "Say which questions turns ask, and where somebody declined.\n\nWho was asked about what is known only where "
        "turns name a question or a topic. Proposals are made by numbering and by similar wording; nothing is mapped "
        "before somebody accepts it."
    ),
    examples=[
        "crosscase turns peers.crosscase propose",
        "crosscase turns peers.crosscase accept --least 0.7",
        "crosscase turns peers.crosscase map 3f2a91c04d17 --question 4",
    ],
)


def _options(function: Any) -> Any:
    for option in (
        click.option("--least", type=click.FloatRange(0, 1), default=0.5, show_default=True, metavar="SCORE",
                     help="The lowest score of proposals by wording."),
        click.option("--of", "instrument", metavar="INSTRUMENT", help="Only questions of this guide."),
        click.option("--source", "sources", multiple=True, metavar="NAME", help="Only in this source; repeated."),
    ):  # fmt: skip
        function = option(function)
    return function


def _proposed(study: Study, sources: tuple[str, ...], instrument: str | None, least: float, **more: bool) -> list[Any]:
    from crosscase.model import Instrument, Source
    from crosscase.reads.asked import proposals

    return proposals(
        study.store, sources=[study.find(Source, name).id for name in sources],
        instrument=study.find(Instrument, instrument).id if instrument else "", least=least, **more,
    )  # fmt: skip


@member(turns, "propose", examples=["crosscase turns peers.crosscase propose --source STA1PW01"])
@target
@_options
@click.option("--mapped", is_flag=True, help="Also turns that name a question or topic already.")
@table_output
def propose(
    target: Target, sources: tuple[str, ...], instrument: str | None, least: float, mapped: bool, out: Out
) -> None:
    """List which question each turn of an interviewer seems to ask, with its score and why."""
    from crosscase.model import short
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        found = _proposed(study, sources, instrument, least, mapped=mapped)
        invented = study.settings().invented
    columns = (
        Column("source", "Source"), Column("turn", "Turn"), Column("words", "Words"), Column("question", "Question"),
        Column("score", "Score"), Column("why", "Why"),
    )  # fmt: skip
    rows = tuple(
        (
            one.source_name, short(one.turn), one.words[:72], f"{one.number} {one.wording}".strip(), f"{one.score:.2f}",
            one.why,
        )
        for one in found
    )  # fmt: skip
    notes = [
        "Score: the share of the question’s words, rare ones counting more, that the turn says; by numbering it is 1."
    ]
    notes += [invented] if invented else []
    out.table(
        Table(title="Questions that turns seem to ask", columns=columns, rows=rows, notes=tuple(notes)),
        {"proposals": found}, invented=invented,
    )  # fmt: skip


@member(turns, "accept", examples=["crosscase turns peers.crosscase accept --source STA1PW01 --except 3f2a91c04d17"])
@target
@_options
@click.option("--except", "without", multiple=True, metavar="TURN", help="Not this one; repeated.")
@acting_options
def accept(
    target: Target, sources: tuple[str, ...], instrument: str | None, least: float, without: tuple[str, ...], who: Who
) -> None:
    """Accept proposals, all in one act."""
    from crosscase.model import goes_by
    from crosscase.verbs.turns import map_many_turns

    with acting(target, who) as study:
        found = _proposed(study, sources, instrument, least)
        kept = {one.turn: one.question for one in found if not any(goes_by(one.turn, digits) for digits in without)}
        done = study.do(map_many_turns, kept)
        told(done, f"Mapped: {counted(done.value, 'turn')}.", who, mapped=done.value)


@member(
    turns,
    "map",
    examples=[
        "crosscase turns peers.crosscase map 3f2a91c04d17 --question 4",
        "crosscase turns peers.crosscase map 3f2a91c04d17 --topic 'what risk means'",
        "crosscase turns peers.crosscase map 3f2a91c04d17 --question ''",
    ],
)
@target
@click.argument("names", metavar="TURN...", nargs=-1, required=True)
@click.option("--question", metavar="QUESTION", help="Which question they ask or answer; empty takes it away.")
@click.option("--of", metavar="INSTRUMENT", help="Of which guide, where several have that number.")
@click.option("--topic", metavar="TOPIC", help="Which topic they are about; empty takes it away.")
@acting_options
def map_(
    target: Target, names: tuple[str, ...], question: str | None, of: str | None, topic: str | None, who: Who
) -> None:
    """Say which question or topic turns ask or answer."""
    from crosscase.model import Topic
    from crosscase.verbs.turns import map_turns

    if question is None and topic is None:
        message = "Say what they are about: --question or --topic."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        found = [one.id for one in _turns(study, names)]
        asked = question_named(study, question, of).id if question else question
        about = study.find(Topic, topic).id if topic else topic
        told(study.do(map_turns, found, topic=about, question=asked), f"Mapped: {counted(len(found), 'turn')}.", who)


@member(turns, "declined", examples=["crosscase turns peers.crosscase declined 3f2a91c04d17"])
@target
@click.argument("names", metavar="TURN...", nargs=-1, required=True)
@click.option("--not", "taken_back", is_flag=True, help="They did not decline after all.")
@acting_options
def declined(target: Target, names: tuple[str, ...], taken_back: bool, who: Who) -> None:
    """Say that somebody was asked there and declined to answer."""
    from crosscase.verbs.turns import mark_declined

    with acting(target, who) as study:
        found = [one.id for one in _turns(study, names)]
        done = study.do(mark_declined, found, declined=not taken_back)
        told(done, f"{'Not declined' if taken_back else 'Declined'}: {counted(len(found), 'turn')}.", who)


def _turns(study: Study, names: tuple[str, ...]) -> list[Turn]:
    """Turns by the digits of their ids.

    Raises:
        NotFoundError, AmbiguousError: none ends so, or several do.
    """
    from crosscase.errors import AmbiguousError, NotFoundError
    from crosscase.model import Turn, goes_by

    every = study.rows(Turn)
    found = []
    kind = "turn"
    for name in names:
        fits = [one for one in every if goes_by(one.id, name)]
        if not fits:
            raise NotFoundError(kind, name)
        if len(fits) > 1:
            raise AmbiguousError(kind, name, tuple(one.id for one in fits[:3]))
        found.append(fits[0])
    return found
