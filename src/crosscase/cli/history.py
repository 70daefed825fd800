"""What was done: the `log`, and `at`, the study as it was."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import Out, table_output
from crosscase.cli.session import Moment, Target, Who, member_option, reading, target
from crosscase.cli.shape import command, load
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.model import Id
    from crosscase.reads.history import LogEntry
    from crosscase.study import Study

_MOST = 40


@command(
    "log",
    examples=[
        "crosscase log peers.crosscase --last 20",
        "crosscase log peers.crosscase --by Ines --from 2026-03-01 --to 2026-03-31",
        "crosscase log peers.crosscase --about code:disclosure",
        "crosscase log peers.crosscase --entry 3f2a9c1d",
    ],
)
@target
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N entries.")
@click.option("--by", metavar="MEMBER", help="Only what this member did.")
@click.option("--about", metavar="THING", help="Only what concerns a code, source, participant, theme, … of that name.")
@click.option("--verb", metavar="NAME", help="Only acts whose name begins so: code, code.merge, …")
@click.option("--from", "since", metavar="DATE", help="Only from this date or time on.")
@click.option("--to", "until", metavar="DATE", help="Only up to this date or time; a date means its end.")
@click.option("--entry", metavar="ENTRY", help="One entry, with what it changed, before and after.")
@member_option
@table_output
def log(
    target: Target, last: int | None, by: str | None, about: str | None, verb: str | None, since: str | None,
    until: str | None, entry: str | None, who: Who, out: Out,
) -> None:  # fmt: skip
    """List what was done, by whom, and why.

    The oldest comes first. Times are those of this machine's time zone, by the clock of whoever acted. Things go by the
    names they had then; --about also finds them by the names they have now, and what was removed. --verb goes by the
    names that verbs have in the journal. Of a reflexive memo that is another's alone nothing is told.
    """
    from crosscase.model import Member
    from crosscase.model.table import Column, Table
    from crosscase.reads.history import log_entries, members_as, named_thing

    begins, ends = moment_of(since, "--from", end=False), moment_of(until, "--to", end=True)
    with reading(target, who) as study:
        reader = reader_of(study, who)
        if entry is not None:
            _show_entry(study, entry, reader, out)
            return
        found = log_entries(
            study.store,
            reader=reader,
            last=last,
            by=members_as(study.store, study.find(Member, by)) if by is not None else None,
            verb=verb or "",
            thing=named_thing(study.store, about) if about is not None else None,
            since=begins,
            until=ends,
        )
    columns = (
        Column("when", "When"), Column("entry", "Entry"), Column("by", "Who"), Column("what", "What"),
        Column("because", "Why"),
    )  # fmt: skip
    rows = tuple((clock(one.wall), short(one.id), one.by, _what(one), one.because) for one in found)
    notes = () if found else ("Nothing was done that fits.",)
    out.table(Table(title="Log", columns=columns, rows=rows, notes=notes), {"entries": [_data(one) for one in found]})


def moment_of(when: str | None, option: str, *, end: bool) -> int | None:
    """A date or time that was typed for an option.

    Raises:
        click.UsageError: it is neither.
    """
    from crosscase.reads.moments import moment

    if when is None:
        return None
    found = moment(when, end=end)
    if found is None:
        message = f"{option}: {when!r} is no date. Write it as 2026-03-31, or '2026-03-31 14:00'."
        raise click.UsageError(message, click.get_current_context(silent=True))
    return found


def reader_of(study: Study, who: Who) -> Id:
    """Who reads, where that can be known; private memos are told to their authors alone."""
    from crosscase.errors import CrosscaseError

    try:
        return study.member().id
    except CrosscaseError:
        if who.member:
            raise
        return ""


def clock(wall: int) -> str:
    """A time for people, in this machine's time zone."""
    return datetime.fromtimestamp(wall / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


def _what(one: LogEntry) -> str:
    return one.what + (" (undone since)" if one.undone else "")


def _data(one: LogEntry) -> dict[str, Any]:
    return {
        "id": one.id, "when": datetime.fromtimestamp(one.wall / 1000).astimezone().isoformat(), "by": one.by,
        "member": one.member, "verb": one.verb, "what": one.what, "because": one.because, "undoes": one.undoes,
        "undone": one.undone,
    }  # fmt: skip


def _show_entry(study: Study, name: str, reader: Id, out: Out) -> None:
    """An entry and what it changed, before and after."""
    from crosscase.model.table import Column, Table
    from crosscase.reads.history import entries_of, entry_changes

    one = entries_of(study.store, [study.entry(name).id], reader=reader)[0]
    lines, more = entry_changes(study.store, one.id, reader=reader, most=0 if out.as_json or out.path else _MOST)
    columns = (
        Column("kind", "Kind"), Column("thing", "Thing"), Column("field", "What of it"), Column("before", "Before"),
        Column("after", "After"),
    )  # fmt: skip
    rows = tuple((line.kind, line.thing or short(line.id), line.field, line.before, line.after) for line in lines)
    notes = [f"Why: {one.because}"] if one.because else []
    notes += [f"And {count:,} more of {kind}." for kind, count in more.items()]
    notes += ["It is undone since."] if one.undone else []
    title = f"{clock(one.wall)}  {one.by} {one.what}  ({one.verb}, {one.id})"
    data = _data(one) | {
        "changes": [
            {"kind": line.kind, "thing": line.thing, "id": line.id, "field": line.field, "before": line.before,
             "after": line.after}
            for line in lines
        ]
    }  # fmt: skip
    out.table(Table(title=title, columns=columns, rows=rows, notes=tuple(notes)), {"entry": data})


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
