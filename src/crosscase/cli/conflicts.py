"""What people have to settle after a merge: `conflicts`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import counted, json_option, print_json, say, told
from crosscase.cli.session import Target, Who, acting, acting_options, member_option, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.reads.disagreements import Disagreement, SideInWords
    from crosscase.study import Study

conflicts = group(
    "conflicts",
    default="list",
    about="List what stands against each other after a merge, and settle it.",
    examples=[
        "crosscase conflicts peers.crosscase",
        "crosscase conflicts peers.crosscase settle 3f2a9c1d --keep 1",
        "crosscase conflicts peers.crosscase settle 3f2a9c1d --write 'Telling colleagues, by choice'",
    ],
)

_EITHER = "say how: --keep SIDE or --write TEXT, one of the two."


@member(
    conflicts, "list", examples=["crosscase conflicts peers.crosscase", "crosscase conflicts peers.crosscase --json"]
)
@target
@json_option
@member_option
def list_(target: Target, as_json: bool, who: Who) -> None:
    """List open conflicts: who wrote what and when, what stands meanwhile, how each is settled.

    As JSON: conflicts, each with its id, nature, about, field, what, things, writable, and sides (number, who, when,
    value, stands, entry).
    """
    with reading(target, who) as study:
        found = study.disagreements()
    if as_json:
        print_json({"conflicts": found})
        return
    if not found:
        say("No conflicts are open.")
        return
    say(f"{counted(len(found), 'conflict')} to settle:")
    for one in found:
        say_one(one)
        say(f"    crosscase conflicts {target.shown} settle {one.id} {_ways(one)}")


def say_one(one: Disagreement) -> None:
    """A conflict for people."""
    say("")
    say(f"{one.id}  {one.what}")
    for side in one.sides:
        first, *more = side.value.splitlines() or [""]
        mark = "  (stands meanwhile)" if side.stands else ""
        say(f"  {side.number}  {side.who}, {_when(side)}: {first}{mark if not more else ''}")
        for line in more:
            say(f"       {line}")
        if more and mark:
            say(f"     {mark.strip()}")


def _when(side: SideInWords) -> str:
    return datetime.fromisoformat(side.when).strftime("%Y-%m-%d %H:%M") if side.when else "once"


def _ways(one: Disagreement) -> str:
    return "--keep " + "|".join(str(side.number) for side in one.sides) + (" or --write TEXT" if one.writable else "")


@member(
    conflicts,
    "settle",
    examples=[
        "crosscase conflicts peers.crosscase settle 3f2a9c1d --keep Tariq --because 'agreed on 3 March'",
        "crosscase conflicts peers.crosscase settle 3f2a9c1d --write 'Telling colleagues, by choice'",
    ],
)
@target
@click.argument("conflict", metavar="ID")
@click.option("--keep", metavar="SIDE", help="Keep this side: its number, or the name of who wrote it.")
@click.option("--write", "text", metavar="TEXT", help="Write something else than any side.")
@click.option("--side", type=click.IntRange(min=1), help="Which of the twins gets the new name; else the last.")
@acting_options
def settle(target: Target, conflict: str, keep: str | None, text: str | None, side: int | None, who: Who) -> None:
    """Settle a conflict: keep one side, or write something else.

    Keeping a side of a long text takes its paragraphs where some clashed, and leaves everybody else's. Twins become
    one under the side that is kept, or --write gives one of them another name. What was removed is let go with side
    1, and brought back with any other. Undo opens the conflict again.
    """
    from crosscase.verbs.settling import keep_side, write_third

    if (keep is None) == (text is None):
        raise click.UsageError(_EITHER, click.get_current_context())
    with acting(target, who) as study:
        if text is not None:
            done = study.do(write_third, conflict, text, side=side or 0)
        else:
            done = study.do(keep_side, conflict, _side(study, conflict, keep or ""))
        left = len(study.conflicts())
        rest = f" {counted(left, 'conflict')} left." if left else " No conflicts are left."
        told(done, f"Settled.{rest}", who, left=left)


def _side(study: Study, conflict: str, keep: str) -> int:
    """The number of the side that was meant."""
    if keep.isdigit():
        return int(keep)
    found = [one for one in study.disagreements() if one.id.startswith(conflict.lower())]
    if len(found) == 1:
        fits = [side for side in found[0].sides if side.who.casefold() == keep.strip().casefold()]
        if len(fits) == 1:
            return fits[0].number
        names = ", ".join(f"{side.number} ({side.who})" for side in found[0].sides)
        message = f"{keep!r} names no one side of {conflict}. Its sides: {names}."
        raise click.UsageError(message, click.get_current_context())
    return 0
