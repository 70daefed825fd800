"""What was done: `log`, `undo`, `redo` and `at`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import Out, counted, print_json, say, table_output
from crosscase.cli.session import Moment, Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command, load
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.journal.changes import Change
    from crosscase.model import Id
    from crosscase.store.act import Effect
    from crosscase.store.store import LogLine
    from crosscase.study import Study


@command(
    "log",
    examples=[
        "crosscase log peers.crosscase",
        "crosscase log peers.crosscase --by Ines --verb coding --last 20",
        "crosscase log peers.crosscase --entry 3f2a9c1d",
    ],
)
@target
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N entries.")
@click.option("--by", metavar="MEMBER", help="Only what this member did.")
@click.option("--verb", metavar="NAME", help="Only acts whose name begins so: code, code.merge, …")
@click.option("--entry", metavar="ID", help="One entry, with all that it changed.")
@table_output
def log(target: Target, last: int | None, by: str | None, verb: str | None, entry: str | None, out: Out) -> None:
    """List what was done, by whom, and why.

    The oldest comes first. Times are those of this machine's time zone.
    """
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        if entry is not None:
            _show_entry(study, entry, out)
            return
        names = _names(study)
        lines = study.log()
        if by is not None:
            from crosscase.model import Member

            wanted = study.find(Member, by).id
            lines = [line for line in lines if line.by == wanted]
        if verb is not None:
            lines = [line for line in lines if line.verb == verb or line.verb.startswith((f"{verb}.", verb))]
        lines = lines[-last:] if last else lines
        data = [_line(line, names) for line in lines]
    columns = (
        Column("when", "When"), Column("entry", "Entry"), Column("by", "Who"), Column("verb", "What"),
        Column("because", "Why"),
    )  # fmt: skip
    rows = tuple(
        (
            _clock(line.wall), short(line.id), names.get(line.by, "?"),
            line.verb + (f" (undoes {short(line.undoes)})" if line.undoes else ""), line.because,
        )
        for line in lines
    )  # fmt: skip
    out.table(Table(title="Log", columns=columns, rows=rows), {"entries": data})


def _line(line: LogLine, names: dict[str, str]) -> dict[str, object]:
    return {
        "id": line.id, "when": datetime.fromtimestamp(line.wall / 1000).astimezone().isoformat(),
        "by": names.get(line.by, ""), "member": line.by, "verb": line.verb, "because": line.because,
        "undoes": line.undoes,
    }  # fmt: skip


def _names(study: Study) -> dict[str, str]:
    from crosscase.model import Member

    return {member.id: member.name for member in study.rows(Member)}


def _clock(wall: int) -> str:
    return datetime.fromtimestamp(wall / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


def _show_entry(study: Study, name: str, out: Out) -> None:
    """An entry and what it changed: kinds, numbers and ids, no words (some are their author's alone)."""
    from crosscase.model.table import Column, Table

    entry = study.entry(name)
    line = next(one for one in study.log() if one.id == entry.id)
    changes = [_change(change, entry.id) for change in entry.changes]
    rows = tuple((what, len(ids), ", ".join(short(one) for one in ids[:3])) for what, ids in changes)
    columns = (Column("what", "What"), Column("count", "How many", "count"), Column("ids", "First ids"))
    names = _names(study)
    title = f"{_clock(line.wall)}  {names.get(line.by, '?')}  {line.verb}  {line.id}"
    notes = (f"Why: {line.because}",) if line.because else ()
    data = _line(line, names) | {"changes": [{"what": what, "ids": list(ids)} for what, ids in changes]}
    out.table(Table(title=title, columns=columns, rows=rows, notes=notes), {"entry": data})


def _change(change: Change, entry: Id) -> tuple[str, Sequence[Id]]:
    from crosscase.journal.changes import REMOVED, Added, Changed, Corrected

    if isinstance(change, Added):
        return f"added {change.kind.replace('_', ' ')}", change.rows(entry)
    if isinstance(change, Changed):
        kind = change.kind.replace("_", " ")
        what = f"removed or brought back {kind}" if change.field == REMOVED else f"changed {change.field} of {kind}"
        return what, change.ids
    if isinstance(change, Corrected):
        return ("brought the text of source" if change.base else "corrected the text of source"), (change.source,)
    return "erased words", ()


@command(
    "undo",
    examples=[
        "crosscase undo peers.crosscase",
        "crosscase undo peers.crosscase --entry 3f2a9c1d --because 'wrong transcript'",
    ],
)
@target
@click.option("--entry", metavar="ID", help="This act (see 'log'), not your last one.")
@click.option("--with-dependants", is_flag=True, help="Also undo later acts that depend on it.")
@acting_options
def undo(target: Target, entry: str | None, with_dependants: bool, who: Who) -> None:
    """Undo an act.

    Your own last one, unless --entry names another. Nothing is taken out of the journal: undoing is an act too, and
    'redo' undoes it.
    """
    with acting(target, who) as study:
        before = {line.id: line.verb for line in study.log()}
        effects = study.undo(entry, with_dependants=with_dependants)
        undone = [line.undoes for line in study.log() if line.id in {effect.entry for effect in effects}]
        _told_effects(effects, f"Undone: {', '.join(before.get(one, '?') for one in undone)}.", who)


@command("redo", examples=["crosscase redo peers.crosscase"])
@target
@acting_options
def redo(target: Target, who: Who) -> None:
    """Bring back what was undone last.

    It works as long as undoing was the last thing you did.
    """
    with acting(target, who) as study:
        effects = study.redo()
        _told_effects(effects, f"Brought back ({counted(len(effects), 'act')}).", who)


def _told_effects(effects: list[Effect], sentence: str, who: Who) -> None:
    if who.as_json:
        print_json({"entries": [{"entry": e.entry, "verb": e.verb, "changed": e.changed} for e in effects]})
        return
    say(sentence)
    changed: dict[str, int] = {}
    for effect in effects:
        for kind, rows in effect.changed.items():
            changed[kind] = changed.get(kind, 0) + len(rows)
    say("Changed: " + ", ".join(counted(n, kind.replace("_", " ")) for kind, n in changed.items()) + ".")


def _readers() -> tuple[str, ...]:
    from crosscase.cli.listing import COMMANDS

    more = (
        "codebook", "theme", "memo", "frame", "members", "settings", "speakers", "sources", "sets", "read", "code",
        "mark",
    )  # fmt: skip
    return tuple(name for name, one in COMMANDS.items() if one.reads or name in more)


@command(
    "at",
    examples=[
        "crosscase at peers.crosscase 2026-03-31 info",
        "crosscase at peers.crosscase 3f2a9c1d codebook",
        "crosscase at peers.crosscase '2026-03-31 14:00' matrix --rows codes --columns cases",
    ],
)
@target
@click.argument("when")
@click.argument("reader", metavar="COMMAND")
@click.argument("rest", metavar="[ARGS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def at(ctx: click.Context, target: Target, when: str, reader: str, rest: tuple[str, ...]) -> None:
    """Run a command on the study as it was.

    WHEN is a date (the end of that day), a date with a time, or an entry of the log. COMMAND is any command that only
    reads, with its options: info, codebook, matrix, find, tables, report, …
    """
    if reader not in _readers():
        message = f"{reader!r} is no command that reads a study. Use one of: {', '.join(_readers())}."
        raise click.UsageError(message, ctx)
    named = load(reader)
    with named.make_context(reader, [_typed(target), *rest], parent=ctx.parent, obj=Moment(when)) as inner:
        named.invoke(inner)


at.context_settings = {**at.context_settings, "ignore_unknown_options": True, "allow_interspersed_args": False}


def _typed(target: Target) -> str:
    """The study as it was typed."""
    return target.shown if not isinstance(target.place, tuple) else "#".join(target.place)
