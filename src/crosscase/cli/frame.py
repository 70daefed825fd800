"""The sample that was planned, and what became of it: the `frame` commands."""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.output import Out, counted, result_output, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

frame = group(
    "frame",
    default="show",
    about=(
        "Compare the sample with the frame that was planned.\n\nTargets are set with 'crosscase add STUDY frame'. The "
        "recruitment log holds counts and reasons, never names."
    ),
    examples=[
        "crosscase frame peers.crosscase",
        "crosscase frame peers.crosscase log STA1 'peer worker' declined 2 --reason 'no time'",
    ],
)


@member(
    frame,
    "show",
    examples=["crosscase frame peers.crosscase --json", "crosscase frame peers.crosscase show -o frame.svg"],
)
@target
@result_output
def show(target: Target, out: Out) -> None:
    """Show for each case and sampling role how many were recruited of those planned."""
    from crosscase.analyses.recruitment import frame as counted_frame

    with reading(target) as study:
        out.result(counted_frame(study.snapshot()))


@member(
    frame,
    "log",
    examples=["crosscase frame peers.crosscase log STA1 'peer worker' approached 5 --date 2026-02-03"],
)
@target
@click.argument("case")
@click.argument("role")
@click.argument("step", type=click.Choice(["approached", "declined", "withdrew"]))
@click.argument("count", type=click.IntRange(min=1), default=1)
@click.option("--reason", default="", metavar="TEXT", help="Why, without names.")
@click.option("--date", default="", metavar="DATE", help="When.")
@acting_options
def log(target: Target, case: str, role: str, step: str, count: int, reason: str, date: str, who: Who) -> None:
    """Write into the recruitment log that people were approached, declined or withdrew."""
    from crosscase.model import Case, Role
    from crosscase.verbs.sample import log_recruitment

    with acting(target, who) as study:
        done = study.do(
            log_recruitment, study.find(Case, case).id, study.find(Role, role).id, step, count,  # type: ignore[arg-type] # checked by Click
            reason=reason, date=date,
        )  # fmt: skip
        told(done, f"Logged: {counted(count, 'person', 'people')} {step} ({case}, {role}).", who, id=done.value)


@member(frame, "lines", examples=["crosscase frame peers.crosscase lines"])
@target
@table_output
def lines(target: Target, out: Out) -> None:
    """List the recruitment log."""
    from crosscase.model import Case, Recruitment, Role
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        cases = {one.id: one.code for one in study.rows(Case)}
        roles = {one.id: one.name for one in study.rows(Role)}
        data: list[dict[str, Any]] = [
            {
                "id": one.id, "case": cases.get(one.case, ""), "role": roles.get(one.role, ""), "step": one.step,
                "count": one.count, "reason": one.reason, "date": one.date,
            }
            for one in study.rows(Recruitment)
        ]  # fmt: skip
    columns = (
        Column("case", "Case"), Column("role", "Role"), Column("step", "Step"), Column("count", "People", "count"),
        Column("reason", "Reason"), Column("date", "Date"), Column("id", "Line"),
    )  # fmt: skip
    rows = tuple(tuple(one[column.key] for column in columns) for one in data)
    out.table(Table(title="Recruitment log", columns=columns, rows=rows), {"recruitment": data})


@member(frame, "remove", examples=["crosscase frame peers.crosscase remove 3f2a9c1d"])
@target
@click.argument("line")
@acting_options
def remove(target: Target, line: str, who: Who) -> None:
    """Take a line out of the recruitment log."""
    from crosscase.cli.naming import by_id
    from crosscase.model import Recruitment
    from crosscase.verbs.sample import remove_recruitment

    with acting(target, who) as study:
        told(study.do(remove_recruitment, by_id(study, Recruitment, line).id), "Taken out of the log.", who)
