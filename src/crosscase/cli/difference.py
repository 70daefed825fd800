"""`diff`: what changed in a study between two points, as a table or as JSON."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from crosscase.cli.history import clock
from crosscase.cli.output import Out, table_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command

if TYPE_CHECKING:
    from crosscase.model.table import Table
    from crosscase.reads.history.difference import Difference, Point


@command(
    "diff",
    examples=[
        "crosscase diff peers.crosscase 2026-03-31",
        "crosscase diff peers.crosscase 2026-03-31 2026-06-30",
        "crosscase diff peers.crosscase 3f2a9c1d --json",
    ],
)
@target
@click.argument("since", metavar="FROM")
@click.argument("until", metavar="[TO]", required=False)
@table_output
def diff(target: Target, since: str, until: str | None, out: Out) -> None:
    """Show what changed between two points.

    FROM and TO are dates (the end of that day), dates with a time, or entries of the log; without TO: until now. Codes,
    definitions, codings by code and member, themes with their evidence and lineage, sources, cases and people are
    compared as they stood; what was added and taken away again in between is no difference. Of long texts the
    paragraphs that differ are shown; --json has them word by word.
    """
    import msgspec

    from crosscase.reads.history.difference import difference

    with reading(target) as study, ExitStack() as opened:
        before = opened.enter_context(study.at(since))
        after = opened.enter_context(study.at(until)) if until is not None else study
        found = difference(before.store, after.store)
        invented = study.settings().invented
    out.table(as_table(found), msgspec.to_builtins(found), invented=invented)


def as_table(found: Difference) -> Table:
    """A difference as one table, part by part."""
    from crosscase.model.table import Column, Table

    rows: list[tuple[str, ...]] = []
    for part, changes in (("codes", found.codes), ("themes", found.themes), ("lineage", found.lineage)):
        rows += [(part, one.thing, one.what, one.before, one.after) for one in changes]
        if part == "codes":
            rows += [("definitions", one.thing, one.field, one.before, one.after) for one in found.definitions]
            rows += [
                (
                    "codings",
                    one.code,
                    f"by {one.member}",
                    _counts(-one.removed, -one.went),
                    _counts(one.added, one.came),
                )
                for one in found.codings
            ]
        if part == "themes":
            rows += [("themes", one.thing, one.field, one.before, one.after) for one in found.theme_texts]
            rows += [
                (
                    "evidence", one.theme, one.stance, _signed(-one.taken_away),
                    _signed(one.placed) + (f" {one.turned} turned" if one.turned else ""),
                )
                for one in found.evidence
            ]  # fmt: skip
    rows += [("sources", one.thing, one.what, one.before, one.after) for one in found.sources]
    rows += [("sources", one.thing, _places(one.places), one.before, one.after) for one in found.corrected]
    rows += [(one.kind, one.thing, one.what, one.before, one.after) for one in found.people]
    columns = (
        Column("part", "Part"), Column("thing", "Thing"), Column("what", "What"), Column("before", "Before"),
        Column("after", "After"),
    )  # fmt: skip
    notes = [f"Before: {_point(found.before)}.", f"After: {_point(found.after)}."]
    if not rows:
        notes.insert(0, "Nothing that is compared here differs.")
    if found.codings:
        notes.append(
            "Codings: those that went stand under Before, those that came under After; in brackets, given to another "
            "code or taken over from one."
        )
    return Table(title="What changed", columns=columns, rows=tuple(rows), notes=tuple(notes))


def _signed(count: int) -> str:
    return f"{count:+,}".replace("-", "−") if count else ""


def _counts(own: int, recoded: int) -> str:
    return " ".join(part for part in (_signed(own), f"({_signed(recoded)})" if recoded else "") if part)


def _places(count: int) -> str:
    return "corrected at a place" if count == 1 else f"corrected at {count:,} places"


def _point(point: Point) -> str:
    return f"{point.entries:,} entries, the last of {clock(point.wall)}, version {point.version[:12]}"
