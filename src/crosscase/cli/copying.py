"""Copies for others, and bringing copies together: `copy` and `merge`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import click

from crosscase.cli.output import counted, json_option, note, print_json, say
from crosscase.cli.session import StudyType, Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command
from crosscase.model.writing import MemoType

if TYPE_CHECKING:
    from crosscase.model import Id
    from crosscase.reads.arrivals import CameIn, Gathered
    from crosscase.study import Study

_READER = "a copy for reading is for somebody: say whom with --for NAME."
_ONLY = "only a copy for reading is for somebody, and has chosen sources and memos: add --for-reading."


@command(
    "copy",
    examples=[
        "crosscase copy peers.crosscase peers-of-tariq.crosscase",
        "crosscase copy peers.crosscase laptop.crosscase --own-memos --as Ines",
        "crosscase copy peers.crosscase for-okafor.crosscase --for-reading --for 'Prof. Okafor' --memos theoretical",
    ],
)
@target
@click.argument("copy", metavar="COPY", type=StudyType())
@click.option("--own-memos", is_flag=True, help="A copy for yourself: with your own reflexive memos.")
@click.option("--for-reading", is_flag=True, help="For somebody who reads and comments, with the words you choose.")
@click.option("--for", "reader", metavar="NAME", help="Who reads it; a member who may only read is added.")
@click.option("--sources", "sources", multiple=True, metavar="NAME", help="Give the words of this source; repeatable.")
@click.option("--set", "sets", multiple=True, metavar="NAME", help="Give the words of the sources in this set.")
@click.option(
    "--memos",
    multiple=True,
    type=click.Choice([*get_args(MemoType), "none"]),
    help="Give memos of this type; may be repeated. Without it: all but the reflexive ones.",
)
@acting_options
def copy(
    target: Target,
    copy: Target,
    own_memos: bool,
    for_reading: bool,
    reader: str | None,
    sources: tuple[str, ...],
    sets: tuple[str, ...],
    memos: tuple[MemoType | Literal["none"], ...],
    who: Who,
) -> None:
    """Make a copy of the study for a colleague, or for a reader.

    A copy goes on by itself, and 'crosscase merge' brings copies together again. Reflexive memos that are not shared
    stay behind, but for your own with --own-memos. A file that is there already is left alone.

    With --for-reading the copy has the words and memos that you choose (everything, where nothing is chosen), and never
    participants' real names, reflexive memos, original files or what was corrected away. Its reader can write memos,
    and these come back with 'crosscase merge'.
    """
    if for_reading:
        if not reader:
            raise click.UsageError(_READER, click.get_current_context())
        with acting(target, who) as study:
            _for_reading(study, target, copy, reader, _chosen(study, sources, sets), memos, who)
        return
    if reader or sources or sets or memos:
        raise click.UsageError(_ONLY, click.get_current_context())
    with reading(target, who) as study:
        found = study.copy_to(copy.place, own_memos=own_memos)
    if who.as_json:
        print_json({"copy": copy.shown, "version": found.version})
        return
    say(f"Made {copy.shown}. It goes on by itself from here; bring the two together whenever you like:")
    say(f"  crosscase merge {target.shown} {copy.shown}")


def _chosen(study: Study, sources: tuple[str, ...], sets: tuple[str, ...]) -> list[Id] | None:
    """The sources whose words are given; None for all."""
    from crosscase.model import Set, SetMember, Source

    if not sources and not sets:
        return None
    found = [study.find(Source, name).id for name in sources]
    for name in sets:
        wanted = study.find(Set, name)
        if wanted.of != "source":
            message = f"{name!r} is a set of {wanted.of}s, not of sources."
            raise click.UsageError(message, click.get_current_context())
        found += [one.thing for one in study.rows(SetMember, set=wanted.id)]
    return list(dict.fromkeys(found))


def _for_reading(
    study: Study,
    original: Target,
    copy: Target,
    reader: str,
    sources: list[Id] | None,
    memos: tuple[MemoType | Literal["none"], ...],
    who: Who,
) -> None:
    types = [name for name in memos if name != "none"] if memos else None
    made = study.copy_for_reading(copy.place, reader, sources=sources, memos=types)
    if who.as_json:
        print_json({"copy": copy.shown, "version": made.parted.version, "reader": made.parted.reader,
                    "given": made.given, "withheld": made.withheld, "masked": made.masked})  # fmt: skip
        return
    say(f"Made {copy.shown} for {reader} to read.")
    say(f"Pieces of writing in it: {made.given:,}. Left out: {made.withheld:,}.")
    if made.masked:
        say(f"In {made.masked:,} of them names or words that were left out are masked (▒).")
    say(f"Comments: crosscase memo {copy.shown} add 'What I think' --as '{reader}'")
    say(f"They come back with: crosscase merge {original.shown} {copy.shown}")


@command(
    "merge",
    examples=[
        "crosscase merge peers.crosscase peers-of-tariq.crosscase --dry-run",
        "crosscase merge peers.crosscase peers-of-tariq.crosscase peers-of-mei.crosscase",
    ],
)
@target
@click.argument("others", metavar="OTHER...", nargs=-1, required=True, type=StudyType())
@click.option("--dry-run", is_flag=True, help="Show what would come in, and keep nothing.")
@json_option
def merge(target: Target, others: tuple[Target, ...], dry_run: bool, as_json: bool) -> None:
    """Bring copies of a study together.

    What others did in their copies comes into this one; theirs are only read. There is no master and no wrong order:
    merge again whenever you like, in either direction. Each copy is taken in whole or not at all. What cannot stand
    side by side is listed afterwards: see 'crosscase conflicts'.

    As JSON: kept, copies (each with entries, arrived by member and verb, refused), conflicts, new (their ids).
    """
    from crosscase.cli.passphrases import asked
    from crosscase.study import NotMergedError

    failed: NotMergedError | None = None
    with acting(target, Who()) as study:
        try:
            gathered = study.merge(*(other.place for other in others), dry_run=dry_run, passphrase=asked)
        except NotMergedError as error:
            gathered, failed = error.gathered, error
    if as_json:
        print_json(gathered)
    else:
        _show(gathered, target, [other.shown for other in others])
    if failed is not None:
        raise failed


def _show(gathered: Gathered, target: Target, names: list[str]) -> None:
    for one, name in zip(gathered.copies, names, strict=True):
        if one.refused:
            say(f"{name}: nothing was taken in.")
        elif not one.entries:
            say(f"{name}: nothing new." + (_and_words(one) if one.words or one.pieces else ""))
        else:
            say(f"{name}: {counted(one.entries, 'entry', 'entries')} {'came' if gathered.kept else 'would come'} in.")
            _arrived(one)
            if one.erasures:
                say(f"  {counted(one.erasures, 'withdrawal')} carried over: the words are out of this copy too.")
    if gathered.conflicts:
        _tell_conflicts(gathered, target)
    elif any(one.entries for one in gathered.copies):
        say("No conflicts." if gathered.kept else "No conflicts would be open.")
    if not gathered.kept:
        note("Nothing was changed: this was a trial.")


def _and_words(one: CameIn) -> str:
    return f" {counted(one.words + one.pieces, 'piece')} of writing that had been missing came in."


def _arrived(one: CameIn) -> None:
    width = max(len(line.who) for line in one.arrived)
    verbs = max(len(line.verb) for line in one.arrived)
    for line in one.arrived:
        say(f"  {line.who:<{width}}  {line.verb:<{verbs}}  {line.entries:>6,}  {line.what}")


def _tell_conflicts(gathered: Gathered, target: Target) -> None:
    from crosscase.cli.conflicts import say_one

    new = [one for one in gathered.conflicts if one.id in gathered.new]
    old = len(gathered.conflicts) - len(new)
    if new:
        say("")
        say(f"{counted(len(new), 'conflict')} {'to settle' if gathered.kept else 'would have to be settled'}:")
        for one in new:
            say_one(one)
    if old:
        say(f"{counted(old, 'conflict')} {'was' if old == 1 else 'were'} open before.")
    if gathered.kept:
        say(f"Settle them: crosscase conflicts {target.shown}")
