"""Taking acts back and bringing them back: `undo` and `redo`.

What is refused says which later acts are in the way, in sentences, and the exact command that would undo them all.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import counted, print_json, say
from crosscase.cli.session import Target, Who, acting, acting_options, target
from crosscase.cli.shape import command
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.store.act import Effect
    from crosscase.study import Study

_MOST = 10


@command(
    "undo",
    examples=[
        "crosscase undo peers.crosscase",
        "crosscase undo peers.crosscase 3f2a9c1d --because 'wrong transcript'",
    ],
)
@target
@click.argument("entry", required=False)
@click.option("--with-dependants", is_flag=True, help="Also undo later acts that depend on it, the latest first.")
@acting_options
def undo(target: Target, entry: str | None, with_dependants: bool, who: Who) -> None:
    """Undo an act.

    Your own last one, unless ENTRY names another (see 'log'; the last eight digits will do). Nothing is taken out of
    the journal: undoing is an act too, and 'redo' undoes it.
    """
    from crosscase.store.undo import DependsError

    with acting(target, who) as study:
        try:
            effects = study.undo(entry, with_dependants=with_dependants)
        except DependsError as error:
            raise DependsError(error.entry, error.told, how=_how(target, short(error.entry), who)) from error
        _tell(study, effects, who)


@command("redo", examples=["crosscase redo peers.crosscase"])
@target
@acting_options
def redo(target: Target, who: Who) -> None:
    """Bring back what you undid last.

    It works as long as you have done nothing else since.
    """
    from crosscase.store.undo import DependsError

    with acting(target, who) as study:
        try:
            effects = study.redo()
        except DependsError as error:
            # What was undone is brought back by undoing the undo, with all that has built on its being gone.
            raise DependsError(error.entry, error.told, how=_how(target, short(error.entry), who)) from error
        _tell(study, effects, who)


def _how(target: Target, entry: str, who: Who) -> str:
    """The command that undoes them all."""
    typed = target.shown if not isinstance(target.place, tuple) else "#".join(target.place)
    member = f" --as {shlex.quote(who.member)}" if who.member else ""
    return f":\n  crosscase undo {shlex.quote(typed)} {entry} --with-dependants{member}"


def _tell(study: Study, effects: list[Effect], who: Who) -> None:
    if who.as_json:
        print_json({"entries": [{"entry": e.entry, "verb": e.verb, "changed": e.changed} for e in effects]})
        return
    from crosscase.reads.history import entries_of

    told = {one.id: one for one in entries_of(study.store, [e.entry for e in effects], reader=study.member().id)}
    for effect in effects[:_MOST]:
        what = told[effect.entry].what
        say(f"{what[:1].upper()}{what[1:]}.")
    if len(effects) > _MOST:
        say(f"And {counted(len(effects) - _MOST, 'act')} more.")
    changed: dict[str, int] = {}
    for effect in effects:
        for kind, rows in effect.changed.items():
            changed[kind] = changed.get(kind, 0) + len(rows)
    said = ", ".join(counted(n, kind.replace("_", " ")) for kind, n in changed.items())
    say(f"Changed: {said}." if said else "Nothing had to be changed: others had done the same.")
