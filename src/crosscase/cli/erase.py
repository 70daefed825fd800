"""Taking words out for good: `erase`, `redact`, and `tasks`, the work that remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from crosscase.cli.naming import SpanType, by_id, pairs, span_in
from crosscase.cli.output import Out, counted, note, print_json, say, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command, group, member
from crosscase.cli.touched import as_data, touched

if TYPE_CHECKING:
    from crosscase.reads.withdrawal import Reach
    from crosscase.study import Done, Study

_ASK = "This cannot be undone. Erase?"
_STILL_OPEN = (
    "The words are gone from the study, but another program has the file open: what was deleted may still lie in its "
    "unused parts. Close the other program and open the study once more."
)
_OUTSIDE = (
    "Not reached: the files that were imported, reports and exports that were made, other people's copies until they "
    "are merged, and backups that your computer makes by itself."
)


@command(
    "erase",
    examples=[
        "crosscase erase peers.crosscase STA1PE02 --because 'asked by letter of 3 May' --dry-run",
        "crosscase erase peers.crosscase STA1PE02 --because 'asked by letter of 3 May' --keep codings",
        "crosscase erase peers.crosscase --source 'Field note 12' --because 'uploaded by mistake' --yes",
    ],
)
@target
@click.argument("participant", required=False)
@click.option("--source", metavar="NAME", help="Erase this source instead of a participant.")
@click.option("--keep", type=click.Choice(["codings"]), help="The words go; codings and counts stay.")
@click.option("--from", "since", metavar="DATE", help="Only what was collected on this day or later.")
@click.option("--name", "names", multiple=True, help="What to look for as the name, instead of the one on record.")
@click.option("--spare-others", is_flag=True, help="Leave the same words where other participants said them.")
@click.option("--rename", "renamed", multiple=True, metavar="CODE=NAME", help="A name for a code named with the words.")
@click.option("--dry-run", is_flag=True, help="Only say what it would touch.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@acting_options
def erase(
    target: Target, participant: str | None, source: str | None, keep: str | None, since: str | None,
    names: tuple[str, ...], spare_others: bool, renamed: tuple[str, ...], dry_run: bool, yes: bool, who: Who,
) -> None:  # fmt: skip
    """Take a participant's words out of the study for good.

    First it says everything that it touches. Then nothing of their words or their name is left in any byte of the
    study; a merge carries it over to other copies. --because says who asked for it and why, and the journal keeps it.
    """
    from crosscase.model import Code, Participant, Source
    from crosscase.reads.withdrawal import participant_reach, source_reach
    from crosscase.verbs.erasures import erase_participant, erase_source

    if bool(participant) == bool(source):
        message = "Say whom: a participant, or --source NAME."
        raise click.UsageError(message, click.get_current_context())
    if source and (since or names):
        message = "--from and --name go with a participant."
        raise click.UsageError(message, click.get_current_context())
    keeping = keep == "codings"
    looked_for = list(names) or None
    with acting(target, who) as study:
        codes = {study.find(Code, code).id: name for code, name in pairs(renamed, "CODE=NAME").items()}
        if source:
            thing = study.find(Source, source)
            reach = source_reach(study.store, thing.id, keep_codings=keeping, spare_others=spare_others)
        else:
            person = study.find(Participant, participant or "")
            reach = participant_reach(
                study.store, person.id, keep_codings=keeping, since=since or "", names=looked_for,
                spare_others=spare_others,
            )  # fmt: skip
        if not _agreed(study, reach, source or participant or "", who, keeping=keeping, dry_run=dry_run, yes=yes):
            return
        done: Done[Reach]
        if source:
            done = study.do(erase_source, thing.id, keep_codings=keeping, spare_others=spare_others, renamed=codes)
        else:
            done = study.do(
                erase_participant, person.id, keep_codings=keeping, since=since or "", names=looked_for,
                spare_others=spare_others, renamed=codes,
            )  # fmt: skip
        _told(study, done, "Erased.", who)


@command(
    "redact",
    examples=[
        "crosscase redact peers.crosscase STA1SU01 --quote 'on Elm Street' --mark '[a ward]' --because 'a place'",
        "crosscase redact peers.crosscase STA1SU01 --span 120-145 --because 'names a colleague' --yes",
    ],
)
@target
@click.argument("source")
@click.option("--quote", metavar="TEXT", help="The words, as they stand in the source.")
@click.option("--span", type=SpanType(), help="Where they stand, in code points.")
@click.option("--mark", default="", metavar="TEXT", help="What stands there instead; else █ for each character.")
@click.option("--dry-run", is_flag=True, help="Only say what it would touch.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@acting_options
def redact(
    target: Target, source: str, quote: str | None, span: tuple[int, int] | None, mark: str, dry_run: bool, yes: bool,
    who: Who,
) -> None:  # fmt: skip
    """Take a passage out of a source for good.

    Codings and turns stay where they are. Every version of the passage goes, and so do 20 or more characters of it
    wherever they stand in the study.
    """
    from crosscase.model import Source
    from crosscase.reads.withdrawal import span_reach
    from crosscase.verbs.erasures import redact as redact_span

    with acting(target, who) as study:
        thing = study.find(Source, source)
        place = span_in(study, thing.id, quote, span)
        if place is None:
            message = "Say which passage: --quote or --span."
            raise click.UsageError(message, click.get_current_context())
        if place.end > thing.length:
            study.try_out(redact_span, thing.id, place)  # says what is wrong
        reach = span_reach(study.store, thing.id, place)
        if _agreed(study, reach, source, who, keeping=True, dry_run=dry_run, yes=yes):
            _told(study, study.do(redact_span, thing.id, place, mark=mark), "Redacted.", who)


def _agreed(study: Study, reach: Reach, what: str, who: Who, *, keeping: bool, dry_run: bool, yes: bool) -> bool:
    """Say what will be touched, and ask.

    Raises:
        NoMemberError, NoAuthorityError: it is not said who acts, or on whose authority; nobody is asked in vain.
    """
    from crosscase.verbs.erasures import NoAuthorityError

    if not dry_run:
        study.member()
        if not who.because.strip():
            raise NoAuthorityError
    lines = touched(study, reach, keeping=keeping)
    if dry_run and who.as_json:
        print_json({"touches": lines, **as_data(reach)})
    elif not who.as_json:
        say(f"Erasing {what} touches:")
        for line in lines or ["nothing"]:
            say(f"  {line}")
        say(_OUTSIDE)
    if dry_run:
        return False
    if yes:
        return True
    return click.confirm(_ASK, default=False, err=True)


def _told(study: Study, done: Done[Reach], sentence: str, who: Who) -> None:
    from crosscase.model import Task

    due = [task for task in study.rows(Task) if task.done is None]
    told(done, sentence, who, **as_data(done.value))
    if study.store.scrub_is_due:
        note(_STILL_OPEN)
    if due and not who.as_json:
        say(f"{counted(len(due), 'piece')} of work to do: 'crosscase tasks' lists them.")


tasks = group(
    "tasks",
    default="list",
    about="List the work that is due, and say what is done.",
    examples=["crosscase tasks peers.crosscase", "crosscase tasks peers.crosscase done 3f2a9c1d"],
)


@member(tasks, "list", examples=["crosscase tasks peers.crosscase"])
@target
@click.option("--all", "every", is_flag=True, help="Also what is done.")
@table_output
def list_(target: Target, every: bool, out: Out) -> None:
    """List the work that is due."""
    from crosscase.model import Task, short
    from crosscase.model.table import Column, Table
    from crosscase.reads.things import Names

    with reading(target) as study:
        found = [task for task in study.rows(Task) if every or task.done is None]
        names = Names(study.store)
        named = [names.of(task.about_kind, task.about) if task.about else "" for task in found]
    columns = (Column("id", "Id"), Column("on", "On"), Column("what", "What"), Column("done", "Done"))
    rows = tuple(
        (short(task.id), name, task.note, "yes" if task.done else "") for task, name in zip(found, named, strict=True)
    )
    data = [
        {"id": task.id, "nature": task.nature, "kind": task.about_kind, "about": task.about, "on": name,
         "note": task.note, "done": bool(task.done)}
        for task, name in zip(found, named, strict=True)
    ]  # fmt: skip
    out.table(Table(title="Work to do", columns=columns, rows=rows), {"tasks": data})


@member(tasks, "add", examples=["crosscase tasks peers.crosscase add 'Ask the board about the archive'"])
@target
@click.argument("note_text", metavar="TEXT")
@acting_options
def add(target: Target, note_text: str, who: Who) -> None:
    """Write down work that is due."""
    from crosscase.verbs.tasks import add_task

    with acting(target, who) as study:
        told(study.do(add_task, note_text), "Written down.", who)


@member(tasks, "done", examples=["crosscase tasks peers.crosscase done 3f2a9c1d 77b0e1aa"])
@target
@click.argument("which", nargs=-1, required=True, metavar="ID...")
@click.option("--again", is_flag=True, help="It is due again.")
@acting_options
def done_(target: Target, which: tuple[str, ...], again: bool, who: Who) -> None:
    """Say that work is done."""
    from crosscase.model import Task
    from crosscase.verbs.tasks import finish_tasks

    with acting(target, who) as study:
        chosen = [by_id(study, Task, one).id for one in which]
        done = study.do(finish_tasks, chosen, done=not again)
        told(done, f"{counted(done.value, 'piece')} of work {'due again' if again else 'done'}.", who)
