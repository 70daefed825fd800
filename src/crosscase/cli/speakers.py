"""Whose voices the labels in transcripts are: the `speakers` commands."""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

VOICES = ("participant", "interviewer", "other", "unassigned")

speakers = group(
    "speakers",
    default="list",
    about=(
        "List the labels in transcripts and say whose voices they are.\n\nOnly a participant's words count as theirs. "
        "Interviewers' words never do, and what nobody has mapped counts for nobody."
    ),
    examples=[
        "crosscase speakers peers.crosscase --open",
        "crosscase speakers peers.crosscase map INT interviewer",
        "crosscase speakers peers.crosscase map 'Speaker 2' participant --participant STA1SU01 --source STA1SU01",
    ],
)


@member(speakers, "list", examples=["crosscase speakers peers.crosscase --open"])
@target
@click.option("--open", "unmapped", is_flag=True, help="Only those whom nobody has mapped.")
@click.option("--source", metavar="NAME", help="Only in this source.")
@table_output
def list_(target: Target, unmapped: bool, source: str | None, out: Out) -> None:
    """List the labels of each source with their voices and how many turns they have."""
    from crosscase.model import Participant, Source, Speaker
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        equal = {"source": study.find(Source, source).id} if source else {}
        found = study.rows(Speaker, **equal)
        sources = {one.id: one for one in study.rows(Source)}
        people = {one.id: one.identifier for one in study.rows(Participant)}
        turns: dict[str, int] = {}
        for speaker in study.store.columns("turn", ("speaker",))["speaker"]:
            turns[speaker] = turns.get(speaker, 0) + 1
    data: list[dict[str, Any]] = [
        {
            "id": one.id, "source": sources[one.source].name, "label": one.label, "voice": one.voice,
            "participant": people.get(one.participant or "", ""), "turns": turns.get(one.id, 0),
        }
        for one in sorted(found, key=lambda one: (sources[one.source].position, sources[one.source].name, one.label))
    ]  # fmt: skip
    no_one = [
        one
        for one in data
        if one["voice"] == "unassigned" or (one["voice"] == "participant" and not one["participant"])
    ]
    shown = no_one if unmapped else data
    columns = (
        Column("source", "Source"), Column("label", "Label"), Column("voice", "Voice"),
        Column("participant", "Participant"), Column("turns", "Turns", "count"),
    )  # fmt: skip
    rows = tuple(tuple(one[column.key] for column in columns) for one in shown)
    notes = (f"{counted(len(no_one), 'label')} not mapped to anybody.",) if no_one else ()
    out.table(Table(title="Speakers", columns=columns, rows=rows, notes=notes), {"speakers": shown})


@member(
    speakers,
    "map",
    examples=[
        "crosscase speakers peers.crosscase map INT interviewer",
        "crosscase speakers peers.crosscase map P participant --participant STA1SU01 --source STA1SU01",
    ],
)
@target
@click.argument("label")
@click.argument("voice", type=click.Choice(VOICES))
@click.option("--participant", metavar="IDENTIFIER", help="Who it is.")
@click.option(
    "--source", "names", multiple=True, metavar="NAME", help="Only in this source; else wherever the label is."
)
@acting_options
def map_(target: Target, label: str, voice: str, participant: str | None, names: tuple[str, ...], who: Who) -> None:
    """Say whose voice a label is."""
    from crosscase.model import Participant, Source
    from crosscase.verbs.turns import map_label

    with acting(target, who) as study:
        sources = [study.find(Source, name).id for name in names] or [one.id for one in study.rows(Source)]
        person = study.find(Participant, participant).id if participant else None
        done = study.do(map_label, sources, label, voice, participant=person)  # type: ignore[arg-type] # checked by Click
        whose = f"{voice} {participant}" if participant else voice
        told(done, f"{label} is {whose} in {counted(done.value, 'source')}.", who, changed_speakers=done.value)
