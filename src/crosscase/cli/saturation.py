"""How much interviews still brought: the `saturation` command."""

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
    from crosscase.analyses.saturation import Saturation
    from crosscase.study import Study


@command(
    "saturation",
    examples=[
        "crosscase saturation peers.crosscase",
        "crosscase saturation peers.crosscase --show runs --base-size 6 --run-length 3 --threshold 0",
        "crosscase saturation peers.crosscase --show groups --by roles",
        "crosscase saturation peers.crosscase --show meaning",
        "crosscase saturation peers.crosscase --open ALDPW01",
        "crosscase saturation peers.crosscase -o curve.svg",
    ],
)
@target
@click.option(
    "--of", type=click.Choice(["codes", "categories"]), default="codes", show_default=True,
    help="Each code by itself, or categories with what lies under them.",
)  # fmt: skip
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it, or set:NAME.")
@click.option("--analysis", default="", metavar="NAME", help="Of which analysis; it is off where that is reflexive.")
@click.option(
    "--show", type=click.Choice(["interviews", "runs", "meaning", "groups"]), default="interviews", show_default=True,
    help="Which table.",
)  # fmt: skip
@click.option("--by", default="", metavar="AXIS", help="Each group by itself: roles, cases, primary or an attribute.")
@click.option("--base-size", type=click.IntRange(1), default=4, show_default=True, help="Interviews in the base.")
@click.option("--run-length", type=click.IntRange(1), default=2, show_default=True, help="Interviews in a run.")
@click.option(
    "--threshold", type=click.FloatRange(0, 100), default=5.0, show_default=True,
    help="New codes in a run, in percent of the base, at which saturation is reached.",
)  # fmt: skip
@click.option("--orders", type=click.IntRange(0, 10_000), default=1_000, show_default=True, help="Random orders.")
@click.option("--seed", type=int, default=1, show_default=True, help="The number that chance begins with.")
@click.option("--open", "opened", default="", metavar="INTERVIEW", help="Open an interview: what was new in it.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@filters
@result_output
@record_option
def saturation(target: Target, show: Any, opened: str, covered: bool, out: Out, **given: Any) -> None:
    """Show how much interviews still brought, in the order held and in others.

    Only interviews that were read to the end count, and codes that all of them were read for. The curve has a band of
    random orders; groups with fewer interviews than a base and a run say nothing; meaning counts nuances that members
    wrote down. For reflexive analyses it is off.
    """
    from crosscase.analyses.saturation import saturation as brought
    from crosscase.analyses.saturation_asked import SaturationOptions

    if show == "groups" and not given["by"]:
        message = "Groups of what? Name an axis with --by, such as roles, cases or primary."
        raise click.UsageError(message, click.get_current_context())
    with reading(target) as study:
        with waiting("Counting"):
            found = brought(study.snapshot(), SaturationOptions(**given))
        if opened:
            _open(study, found, opened, covered=covered, out=out)
        else:
            out.result(found, show=show)


def _open(study: Study, found: Saturation, interview: str, *, covered: bool, out: Out) -> None:
    """The passages of what was new in an interview."""
    row = found.open(interview)
    codes = ", ".join(row.new_codes)
    open_passages(
        study, row.codings, {"interview": row}, title=f"New in {row.label}",
        notes=(f"{row.new} of {row.codes} codes in it were new: {codes}." if codes else "Nothing was new in it.",),
        covered=covered, out=out,
    )  # fmt: skip
