"""Configurational analysis: the `qca` commands that read it. Those that write it are in `qca_sets`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from crosscase.cli.compare import filters
from crosscase.cli.leaving import record_option
from crosscase.cli.opening import open_passages
from crosscase.cli.output import Out, print_table, result_output, table_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.qca.inquiry import Qca
    from crosscase.study import Study

F = TypeVar("F", bound=Callable[..., Any])

NATURES = ("conservative", "intermediate", "parsimonious")

qca = group(
    "qca",
    default="table",
    about=(
        "Ask which combinations of conditions go with an outcome (QCA).\n\nConfigurational analysis is another design "
        "than comparing themes: few conditions, whole cases, and sets whose borders are set for reasons. It is offered "
        "once somebody has begun one and said why."
    ),
    examples=[
        "crosscase qca peers.crosscase begin Staying --why 'We ask which conditions together keep peers in post.'",
        "crosscase qca peers.crosscase condition PAID 'Paid on the same scale as other staff'",
        "crosscase qca peers.crosscase score PAID STA1 0.8 --reason 'Same scale, a year later.' --segment 3f2a9c1d",
        "crosscase qca peers.crosscase",
        "crosscase qca peers.crosscase table --open 'PAID*LED'",
        "crosscase qca peers.crosscase solve",
    ],
)


def asked(function: F) -> F:
    """What is asked, and where the truth table is cut."""
    for option in (
        click.option("--pri", type=click.FloatRange(0, 1), default=0.0, help="Rows need this much PRI too."),
        click.option(
            "--in-a-row", type=click.IntRange(1), default=None, metavar="N",
            help="Rows need so many cases of their own. [as the study has it]",
        ),
        click.option(
            "--consistency", type=click.FloatRange(0.5, 1), default=None,
            help="From which consistency on a row has the outcome. [as the study has it]",
        ),
        click.option("--absent", is_flag=True, help="Explain the absence of the outcome."),
        click.option(
            "--of", "configuration", default="", metavar="NAME", help="Which analysis; not needed where there is one."
        ),
    ):  # fmt: skip
        function = option(function)
    return filters(function)


def _found(study: Study, **given: Any) -> Qca:
    from crosscase.analyses.qca.asked import QcaOptions
    from crosscase.analyses.qca.inquiry import qca as looked_into

    given["consistency"], given["in_a_row"] = given["consistency"] or 0.0, given["in_a_row"] or 0
    with waiting("Computing"):
        return looked_into(study.snapshot(), QcaOptions(**given))


@member(
    qca,
    "table",
    examples=[
        "crosscase qca peers.crosscase table",
        "crosscase qca peers.crosscase table --open 'PAID*LED'",
        "crosscase qca peers.crosscase table --consistency 0.85 --in-a-row 2",
    ],
)
@target
@asked
@click.option("--open", "opened", default="", metavar="ROW", help="Open a row, by number or as written: its cases.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@result_output
@record_option
def truth_table(target: Target, opened: str, covered: bool, out: Out, **given: Any) -> None:
    """Show the truth table: each configuration with its cases, and which rows contradict themselves.

    With --open the cases of a row stand side by side, each score with its reason, and under them the passages on which
    the scores rest.
    """
    with reading(target) as study:
        found = _found(study, **given)
        if opened:
            _open(study, found, opened, covered=covered, out=out)
        else:
            out.result(found)


@member(qca, "list", examples=["crosscase qca peers.crosscase list"])
@target
@table_output
def list_(target: Target, out: Out) -> None:
    """List the configurational analyses with their sets, anchors, and how many cases are scored."""
    from crosscase.analyses.qca.listed import listed

    with reading(target) as study:
        table, lines = listed(study.snapshot())
        out.table(table, {"sets": lines}, invented=study.settings().invented)


def _open(study: Study, found: Qca, row: str, *, covered: bool, out: Out) -> None:
    from crosscase.analyses.qca.showing import opened_table

    side_by_side = found.open(row)
    table = opened_table(found, side_by_side)
    if out.path is not None:
        out.table(table, None, invented=study.settings().invented)
        return
    if not out.as_json:
        print_table(table)
    open_passages(
        study, side_by_side.coding_ids, {"opened": side_by_side}, title="What these scores rest on", covered=covered,
        out=out,
    )  # fmt: skip


def _shown(name: str, show: str, about: str, *options: Any, **fixed: Any) -> None:
    """A command that prints one of the tables."""

    def printing(target: Target, out: Out, **given: Any) -> None:
        with reading(target) as study:
            out.result(_found(study, **given, **fixed), show=show)

    printing.__doc__ = about
    function: Any = record_option(result_output(printing))
    for option in options:
        function = option(function)
    member(qca, name, examples=[f"crosscase qca peers.crosscase {name}"])(target(asked(function)))


def _which(what: str) -> Any:
    return click.option(
        "--solution", type=click.Choice(NATURES), default="intermediate", show_default=True, help=what
    )  # fmt: skip


@member(
    qca,
    "scores",
    examples=["crosscase qca peers.crosscase scores", "crosscase qca peers.crosscase scores --open PAID STA1"],
)
@target
@asked
@click.option("--open", "opened", nargs=2, metavar="SET CASE", help="Open a score: its reason and its passages.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@result_output
@record_option
def scores(target: Target, opened: tuple[str, str] | None, covered: bool, out: Out, **given: Any) -> None:
    """Show how far each case belongs to each set, with what was measured and the anchors."""
    with reading(target) as study:
        found = _found(study, **given)
        if opened is None:
            out.result(found, show="scores")
            return
        from crosscase.analyses.qca.showing import score_text

        score = found.score(*opened)
        told = f"{score_text(score)}{f', by {score.member}' if score.member else ''}."
        resting = (*score.segments, *score.behind)
        open_passages(
            study, resting, {"score": score}, title=" × ".join(opened), notes=(told, score.reason),
            covered=covered, out=out,
        )  # fmt: skip


_shown(
    "reasons", "reasons", "Show why cases belong where they do, in members' words, and on how many passages it rests."
)
_shown("necessity", "necessity", "Show how necessary each condition is: consistency, coverage and relevance.")
_shown(
    "solve",
    "solutions",
    "Show the conservative, intermediate and parsimonious solution with all their models.\n\nEvery term has its "
    "consistency, PRI, coverage and what only it accounts for, and its cases. -o draws the cases by solution and "
    "outcome.",
    _which("Which the figure shows."),
)
_shown(
    "depends",
    "sensitivity",
    "Show what a solution depends on: anchors, cuts, and every case left out.",
    _which("Which solution."),
    sensitivity=True,
)
