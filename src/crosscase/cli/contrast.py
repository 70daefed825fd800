"""Contrasting groups: `contrast`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.compare import filters
from crosscase.cli.leaving import record_option
from crosscase.cli.opening import open_passages
from crosscase.cli.output import Out, result_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.contrasts import Contrasts
    from crosscase.study import Study


@command(
    "contrast",
    examples=[
        "crosscase contrast peers.crosscase --of themes",
        "crosscase contrast peers.crosscase --by roles --left 'peer worker' --right manager --code disclosure",
        'crosscase contrast peers.crosscase --query "disclosure NEAR/20 risk" --count words',
        "crosscase contrast peers.crosscase --order size --only-holding -o contrasts.xlsx",
        "crosscase contrast peers.crosscase --open disclosure public",
    ],
)
@target
@click.option(
    "--of", type=click.Choice(["codes", "categories", "themes"]), default="codes", show_default=True,
    help="What the rows are.",
)  # fmt: skip
@click.option("--query", default="", metavar="QUERY", help="One row: the passages that a query over codings finds.")
@click.option(
    "--by", default="primary", show_default=True, metavar="AXIS", help="Cases, roles, primary or an attribute."
)
@click.option("--left", default="", metavar="GROUP", help="Only this group …")
@click.option("--right", default="", metavar="GROUP", help="… against this one. [every two groups]")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only rows of this code with those under it.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option(
    "--count", type=click.Choice(["participants", "cases", "words", "turns"]), default="participants",
    show_default=True, help="What the difference is counted in.",
)  # fmt: skip
@click.option(
    "--assumption", default="", metavar="WORDS",
    help="Why the sample may be taken for a random one; with it, differences get an interval, and it is printed.",
)  # fmt: skip
@click.option(
    "--order", type=click.Choice(["given", "size"]), default="given", show_default=True,
    help="As the rows stand in the study, or the largest difference first.",
)  # fmt: skip
@click.option("--only-holding", "holding", is_flag=True, help="Only differences that hold in every check.")
@click.option("--open", "opened", nargs=2, metavar="ROW GROUP", help="Open one group in one row: its passages.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@filters
@result_output
@record_option
def contrast(
    target: Target, opened: tuple[str, str] | None, covered: bool, order: Any, holding: bool, out: Out, **given: Any
) -> None:
    """Contrast groups of cases or people, and see whether each difference holds.

    For every two groups: participants and cases of those read, words coded per 1,000 spoken, and who was asked. A
    difference holds when its direction stays the same without each case, each coder and each participant, and however
    it is counted; otherwise the line says what it depends on. No test is made.
    """
    from crosscase.analyses.contrasts import ContrastOptions, contrasts

    options = ContrastOptions(**given)
    with reading(target) as study:
        with waiting("Counting"):
            result = contrasts(study.snapshot(), options, study.index() if options.query else None)
        if opened is not None:
            _open(study, result, *opened, covered=covered, out=out)
        else:
            out.result(result.arranged(order, holding=holding))


def _open(study: Study, result: Contrasts, row: str, group: str, *, covered: bool, out: Out) -> None:
    """The passages behind one group in one row."""
    from crosscase.model import Participant

    found = result.open(row, group)
    names = {one.id: one.identifier for one in study.rows(Participant)}
    who = ", ".join(sorted(names[one] for one in found.participant_ids))
    others = ", ".join(sorted(names[one] for one in found.base_ids if one not in found.participant_ids))
    open_passages(
        study, [*found.coding_ids, *found.unreviewed_ids], {"side": found}, title=f"{row} × {group}",
        notes=(f"Participants: {who}." if who else "", f"Read, and not coded: {others}." if others else ""),
        covered=covered, out=out,
    )  # fmt: skip
