"""What emerged though nobody asked: the `emerged` command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.compare import filters
from crosscase.cli.leaving import lines_out, product, record_option
from crosscase.cli.output import Out, result_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.emerged import Emerged
    from crosscase.study import Study

_LONGEST = 300


@command(
    "emerged",
    examples=[
        "crosscase emerged peers.crosscase",
        "crosscase emerged peers.crosscase --open 'Pay and hours'",
    ],
)
@target
@click.option(
    "--of", type=click.Choice(["codes", "categories"]), default="categories", show_default=True, help="Of what."
)
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it; repeated.")
@click.option(
    "--open", "opened", metavar="CODE", help="Open one code: where it was said unprompted, and what was said before."
)
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@filters
@result_output
@record_option
def emerged(target: Target, opened: str | None, covered: bool, out: Out, **given: Any) -> None:
    """Show what people said before anybody asked about it.

    A code is asked about where a turn asks about a topic that it is linked to. Of a code without a link nobody knows;
    it says which topics were being talked of when it was said.
    """
    from crosscase.analyses.emerged import EmergedOptions
    from crosscase.analyses.emerged import emerged as came_up

    with reading(target) as study:
        with waiting("Counting"):
            found = came_up(study.snapshot(), EmergedOptions(**given))
        if opened is not None:
            _open(study, found, opened, covered=covered, out=out)
        else:
            out.result(found)


def _open(study: Study, found: Emerged, name: str, *, covered: bool, out: Out) -> None:
    """The passages that were said unprompted, each with what was said last before it."""
    from crosscase.cli.coding import spared
    from crosscase.model import Coding
    from crosscase.model.table import Column, Table
    from crosscase.reads.codings import coding_lines

    row = found.find(name)
    codings = study.rows(Coding, id=[one.coding for one in row.places])
    lines, consent = lines_out(coding_lines(study.store, codings), codings)
    places = {one.coding: one for one in row.places}
    made = product()
    data: list[dict[str, Any]] = []
    for line in lines:
        place = places[line.id]
        before = " ".join(study.text(place.source)[slice(*place.before)].split())
        if made is not None and made.leaving.passage(place.source, *place.before):
            before = "(withheld)"
        data.append({"before": before[:_LONGEST], "coding": line})
    columns = (
        Column("source", "Source"), Column("participants", "Whose"), Column("before", "Said before"),
        Column("quote", "Words"),
    )  # fmt: skip
    rows = tuple(
        (
            one["coding"].source, ", ".join(one["coding"].participants),
            spared(one["before"], one["coding"].covered, covered=covered),
            one["coding"].quote if out.path else spared(one["coding"].quote, one["coding"].covered, covered=covered),
        )
        for one in data
    )  # fmt: skip
    invented = study.settings().invented
    people, cases = f"{row.unprompted} of {row.of_participants}", f"{row.cases} of {row.of_cases}"
    said = f"{people} participants said it unprompted, in {cases} cases."
    notes = (said, *((invented,) if invented else ()))
    out.table(
        Table(title=f"{row.line.label}: said before anybody asked", columns=columns, rows=rows, notes=notes),
        {"row": row, "places": data}, invented=invented, consent=consent, verbatim=("quote", "before"),
    )  # fmt: skip
