"""Comparing: `matrix`, `overlap`, `exposure` and `compare`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from crosscase.cli.leaving import record_option
from crosscase.cli.opening import open_passages
from crosscase.cli.output import Out, result_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting
from crosscase.errors import CrosscaseError, NotFoundError

if TYPE_CHECKING:
    from crosscase.analyses.cells import Cell
    from crosscase.study import Study

F = TypeVar("F", bound=Callable[..., Any])

_AXES = "codes, categories, themes, cases, roles, participants, members, primary, or an attribute or grouping"


def filters(function: F) -> F:
    """What to look at: `--case`, `--role`, `--participant`, `--source`, `--member`, `--include-unreviewed`."""
    for option in (
        click.option("--include-unreviewed", is_flag=True, help="Count codings by rule that nobody has accepted."),
        click.option(
            "--member", "members", multiple=True, metavar="MEMBER", help="Only this member's codings and readings."
        ),
        click.option("--source", "sources", multiple=True, metavar="NAME", help="Only this source, or set:NAME."),
        click.option(
            "--participant", "participants", multiple=True, metavar="NAME", help="Only this participant, or set:NAME."
        ),
        click.option("--role", "roles", multiple=True, metavar="ROLE", help="Only this sampling role."),
        click.option("--case", "cases", multiple=True, metavar="CASE", help="Only this case."),
    ):
        function = option(function)
    return function


@command(
    "matrix",
    examples=[
        "crosscase matrix peers.crosscase --rows codes --columns cases",
        "crosscase matrix peers.crosscase --rows themes --columns sector --show cases",
        "crosscase matrix peers.crosscase --rows categories --columns roles -o categories.xlsx",
        "crosscase matrix peers.crosscase --open disclosure STA1",
    ],
)
@target
@click.option("--rows", default="codes", show_default=True, metavar="AXIS", help=f"{_AXES[0].upper()}{_AXES[1:]}.")
@click.option("--columns", default="cases", show_default=True, metavar="AXIS", help="Likewise.")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it, or set:NAME.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option(
    "--show", type=click.Choice(["participants", "cases", "words", "codings", "percent"]), default="participants",
    show_default=True, help="What the cells of the table lead with.",
)  # fmt: skip
@click.option("--no-total", is_flag=True, help="Without the line of everybody.")
@click.option("--open", "opened", nargs=2, metavar="ROW COLUMN", help="Open one cell: the passages behind its numbers.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@filters
@result_output
@record_option
def matrix(
    target: Target, show: Any, no_total: bool, opened: tuple[str, str] | None, covered: bool, out: Out, **given: Any
) -> None:
    """Cross codes or themes with cases, roles or attributes.

    Cells lead with participants coded of participants read for the row; a zero says which kind of nothing it is: not
    recruited, not yet read, not asked, asked and silent, … Codings come last, because they measure the coder's habit.
    Files (csv, xlsx) hold every number of every cell; figures (svg, png, html) are heat maps.
    """
    from crosscase.analyses.matrix import MatrixOptions
    from crosscase.analyses.matrix import matrix as cross

    words = show == "words" or out.as_json or out.path is not None
    options = MatrixOptions(total=not no_total, words=words, **given)
    with reading(target) as study:
        with waiting("Counting"):
            try:
                result = cross(study.snapshot(), options)
            except NotFoundError as error:
                raise _about_axes(error) from error
        if opened is not None:
            open_cell(study, result.find(*opened), *opened, covered=covered, out=out)
        else:
            out.result(result, show=show)


def _about_axes(error: NotFoundError) -> CrosscaseError:
    """What was not found; where it was to be an axis, what there is."""
    if "no attribute" not in error.message:
        return error
    return NoAxisError(error.message)


class NoAxisError(CrosscaseError):
    """Something that cannot stand in rows or columns."""

    code = "no-axis"

    def __init__(self, message: str) -> None:
        super().__init__(f"{message} Rows and columns are {_AXES}.")


def open_cell(study: Study, cell: Cell, row: str, column: str, *, covered: bool, out: Out) -> None:
    """The passages behind one cell, with its numbers."""
    from crosscase.model import Participant

    names = {one.id: one.identifier for one in study.rows(Participant)}
    facts = (
        f"Cases {cell.cases} of {cell.of_cases}; participants {cell.participants} of {cell.of_participants}; "
        f"codings {cell.codings}" + (f", and {cell.unreviewed} unreviewed." if cell.unreviewed else ".")
    )
    who = ", ".join(sorted(names[one] for one in cell.participant_ids if one in names))
    kinds = ", ".join(f"{count} {word}" for word, count in cell.exposure.items())
    open_passages(
        study, [*cell.coding_ids, *cell.unreviewed_ids], {"cell": cell}, title=f"{row} × {column}",
        notes=(facts, f"Participants: {who}." if who else "", f"Everybody there: {kinds}." if kinds else ""),
        covered=covered, out=out,
    )  # fmt: skip


@command(
    "overlap",
    examples=[
        "crosscase overlap peers.crosscase",
        "crosscase overlap peers.crosscase --code disclosure --code boundaries --within 20",
    ],
)
@target
@click.option(
    "--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it; may be repeated."
)
@click.option(
    "--within", type=click.IntRange(min=0), default=0, metavar="N", help="Also codings at most N words apart."
)
@click.option("--characters", is_flag=True, help="N counts characters, not words.")
@click.option("--by-member", is_flag=True, help="Only pairs by the same member.")
@filters
@result_output
def overlap(target: Target, characters: bool, out: Out, **given: Any) -> None:
    """Show which codes lie on the same words.

    Cells lead with the cases and participants in whose own words two codes come together.
    """
    from crosscase.analyses.overlap import OverlapOptions
    from crosscase.analyses.overlap import overlap as together

    options = OverlapOptions(unit="characters" if characters else "words", **given)
    with reading(target) as study:
        with waiting("Counting"):
            result = together(study.snapshot(), options)
        out.result(result)


@command(
    "exposure",
    examples=[
        "crosscase exposure peers.crosscase",
        "crosscase exposure peers.crosscase --of codes --by cases",
    ],
)
@target
@click.option(
    "--of",
    type=click.Choice(["topics", "codes", "categories", "themes"]),
    default="topics",
    show_default=True,
    help="What they were asked, or said.",
)
@click.option(
    "--by",
    default="participants",
    show_default=True,
    metavar="AXIS",
    help="Participants, cases, roles, primary, or an attribute.",
)
@click.option(
    "--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it; may be repeated."
)
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@filters
@result_output
def exposure(target: Target, out: Out, **given: Any) -> None:
    """Show who was asked about what, and what came of it.

    One word for each participant and topic or code: not recruited, not interviewed, no text yet, not asked, asked and
    silent, said when asked, volunteered, … Cases, roles and groups show the mixture of their participants.
    """
    from crosscase.analyses.exposure import ExposureOptions
    from crosscase.analyses.exposure import exposure as shown

    with reading(target) as study:
        with waiting("Counting"):
            result = shown(study.snapshot(), ExposureOptions(**given))
        out.result(result)


@command(
    "compare",
    examples=[
        "crosscase compare peers.crosscase STA1 VOL1",
        "crosscase compare peers.crosscase sector:statutory sector:voluntary --by categories",
        "crosscase compare peers.crosscase disclosure boundaries --by cases -o two-codes.svg",
    ],
)
@target
@click.argument("left")
@click.argument("right")
@click.option(
    "--by", default="", metavar="AXIS", help="What the rows are. [codes for people, cases for codes and themes]"
)
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only rows of this code with those under it.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option("--neither", is_flag=True, help="Also rows that neither side has.")
@filters
@result_output
def compare(target: Target, out: Out, **given: Any) -> None:
    """Set two cases, groups or codes side by side.

    What both have, and what only one of them has, each side with its own numbers and denominators. LEFT and RIGHT are
    cases, sampling roles, participants, groups, codes or themes; where a name fits several kinds, say which:
    cases:STA1, roles:SU, codes:training, sector:statutory.
    """
    from crosscase.analyses.compare import CompareOptions
    from crosscase.analyses.compare import compare as laid_beside

    with reading(target) as study:
        with waiting("Counting"):
            result = laid_beside(study.snapshot(), CompareOptions(**given))
        out.result(result)
