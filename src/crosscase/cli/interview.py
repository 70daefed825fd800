"""Meetings: the `interview` commands.

A questionnaire that was filled in at a meeting (part A) and the talk after it (part B) are one interview: its answers
name it, and its instrument is the guide. What is repeated another day is another interview, in another part or round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import Out, counted, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.study import Study

interview = group(
    "interview",
    default="list",
    about="List the meetings that were held, and write down what is known of them.",
    examples=[
        "crosscase interview peers.crosscase",
        "crosscase interview peers.crosscase add 'STA1PW01, second' STA1PW01 --date 2026-03-04 --minutes 52 --part 2",
        "crosscase interview peers.crosscase change STA1PW01 --minutes 52",
        "crosscase interview peers.crosscase guide 'Guide 2' --case STA1",
    ],
)


def _facts(function: Any) -> Any:
    for option in (
        click.option("--part", metavar="TEXT", help="Which part or round it is."),
        click.option("--instrument", metavar="INSTRUMENT", help="The guide it was held with; empty takes it away."),
        click.option("--others", metavar="TEXT", help="Who else was there."),
        click.option("--interviewer", "interviewers", multiple=True, metavar="NAME", help="Who asked; repeated."),
        click.option("--mode", metavar="TEXT", help="Place or mode: in person, video, …"),
        click.option("--minutes", type=click.IntRange(min=0), metavar="N", help="How long it was."),
        click.option("--date", metavar="DATE", help="When it was held."),
    ):
        function = option(function)
    return function


def _given(study: Study, facts: dict[str, Any]) -> dict[str, Any]:
    """What was typed, as the verbs take it; what was not typed is left out."""
    from crosscase.model import Instrument

    found = {name: value for name, value in facts.items() if value not in (None, ())}
    if found.get("instrument"):
        found["instrument"] = study.find(Instrument, found["instrument"]).id
    return found


@member(interview, "list", examples=["crosscase interview peers.crosscase list --case STA1"])
@target
@click.option("--case", metavar="CASE", help="Only of this case.")
@table_output
def list_(target: Target, case: str | None, out: Out) -> None:
    """List meetings with who took part, what they were held with, and what there is of them."""
    from crosscase.model import Answer, Attendance, Case, Instrument, Interview, Participant, Source
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        only = study.find(Case, case).id if case else ""
        cases = {one.id: one.code for one in study.rows(Case)}
        people = {one.id: one.identifier for one in study.rows(Participant)}
        guides = {one.id: f"{one.name} {one.version}" for one in study.rows(Instrument)}
        there: dict[str, list[str]] = {}
        for one in study.rows(Attendance):
            there.setdefault(one.interview, []).append(people.get(one.participant, ""))
        sources = [one.interview for one in study.rows(Source)]
        answers = [one.interview for one in study.rows(Answer)]
        found = sorted(study.rows(Interview), key=lambda one: one.name)
    data: list[dict[str, Any]] = [
        {
            "id": one.id, "name": one.name, "case": cases.get(one.case or "", ""),
            "participants": sorted(there.get(one.id, [])), "date": one.date, "minutes": one.minutes, "mode": one.mode,
            "interviewers": list(one.interviewers), "others": one.others,
            "instrument": guides.get(one.instrument or "", ""), "part": one.part, "sources": sources.count(one.id),
            "answers": answers.count(one.id),
        }
        for one in found
        if not only or one.case == only
    ]  # fmt: skip
    keys = ("name", "case", "participants", "date", "minutes", "mode", "instrument", "part", "sources", "answers")
    columns = tuple(
        Column(key, key.capitalize(), "count" if key in {"minutes", "sources", "answers"} else "text") for key in keys
    )
    rows = tuple(tuple(", ".join(one[key]) if isinstance(one[key], list) else one[key] for key in keys) for one in data)
    out.table(Table(title="Interviews", columns=columns, rows=rows), {"interviews": data})


@member(interview, "add", examples=["crosscase interview peers.crosscase add STA1PW01 STA1PW01 --minutes 52"])
@target
@click.argument("name")
@click.argument("people", metavar="[IDENTIFIER]...", nargs=-1)
@_facts
@acting_options
def add(target: Target, name: str, people: tuple[str, ...], who: Who, **facts: Any) -> None:
    """Add a meeting with these participants."""
    from crosscase.model import Participant
    from crosscase.verbs.fieldwork import add_interview

    with acting(target, who) as study:
        ids = [study.find(Participant, one).id for one in people]
        done = study.do(add_interview, name, ids, **_given(study, facts))
        told(done, f"Added: the interview {name!r}.", who, id=done.value)


@member(interview, "change", examples=["crosscase interview peers.crosscase change STA1PW01 --part B --minutes 61"])
@target
@click.argument("name", metavar="INTERVIEW")
@click.option("--participant", "people", multiple=True, metavar="IDENTIFIER", help="Who attended, all anew; repeated.")
@_facts
@acting_options
def change(target: Target, name: str, people: tuple[str, ...], who: Who, **facts: Any) -> None:
    """Change what is known of a meeting; what is not given stays."""
    from crosscase.model import Interview, Participant
    from crosscase.verbs.fieldwork import change_interview

    with acting(target, who) as study:
        known = study.find(Interview, name)
        given = _given(study, facts)
        if people:
            given["participants"] = [study.find(Participant, one).id for one in people]
        told(study.do(change_interview, known.id, **given), f"Changed: the interview {known.name!r}.", who)


@member(
    interview,
    "guide",
    examples=[
        "crosscase interview peers.crosscase guide 'Guide 2' STA1PW01 STA1PW02",
        "crosscase interview peers.crosscase guide 'Guide 1' --without",
    ],
)
@target
@click.argument("guide", metavar="INSTRUMENT")
@click.argument("names", metavar="[INTERVIEW]...", nargs=-1)
@click.option("--case", metavar="CASE", help="All meetings of this case.")
@click.option("--without", is_flag=True, help="All of which no guide is known yet.")
@acting_options
def guide(target: Target, guide: str, names: tuple[str, ...], case: str | None, without: bool, who: Who) -> None:
    """Say with which version of a guide meetings were held, many at once; an empty one takes it away."""
    from crosscase.model import Case, Instrument, Interview
    from crosscase.verbs.fieldwork import use_guides

    if not names and not case and not without:
        message = "Name meetings, or say which: --case CASE, --without."
        raise click.UsageError(message)
    with acting(target, who) as study:
        known = study.find(Instrument, guide) if guide else None
        only = study.find(Case, case).id if case else ""
        if names:
            held = [study.find(Interview, one) for one in names]
        else:
            held = [
                one
                for one in study.rows(Interview)
                if (not only or one.case == only) and not (without and one.instrument)
            ]
        done = study.do(use_guides, {one.id: known.id if known else "" for one in held})
        called = f"{known.name} {known.version}" if known else "no guide"
        told(done, f"Held with {called}: {counted(done.value, 'interview')} changed.", who, changed_guides=done.value)


@member(interview, "remove", examples=["crosscase interview peers.crosscase remove 'STA1PW01, second'"])
@target
@click.argument("name", metavar="INTERVIEW")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Remove a meeting of which there is no source."""
    from crosscase.model import Interview
    from crosscase.verbs.fieldwork import remove_interview

    with acting(target, who) as study:
        done = study.do(remove_interview, study.find(Interview, name).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)
