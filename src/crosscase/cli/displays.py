"""Cases side by side in an order, and how alike they are: `meta` and `alike`."""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.compare import filters, open_cell
from crosscase.cli.leaving import record_option
from crosscase.cli.output import Out, result_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

_OF = click.Choice(["codes", "categories", "themes"])


@command(
    "meta",
    examples=[
        "crosscase meta peers.crosscase --order-by staff --attribute staff --attribute sector",
        "crosscase meta peers.crosscase --of themes --outcome 'rated good' --descending",
        "crosscase meta peers.crosscase --by-hand FEN --by-hand STA1 --reason 'by when peer workers came'",
        "crosscase meta peers.crosscase --rows years --cluster",
    ],
)
@target
@click.option(
    "--rows", default="cases", show_default=True, metavar="AXIS",
    help="Cases, roles, participants, years, months, a grouping or an attribute.",
)  # fmt: skip
@click.option("--of", type=_OF, default="categories", show_default=True, help="What was said.")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option("--attribute", "attributes", multiple=True, metavar="NAME", help="An attribute of cases as a column.")
@click.option("--order-by", default="", metavar="NAME", help="An attribute of cases, or something said.")
@click.option("--descending", is_flag=True, help="The greatest first.")
@click.option("--by-hand", multiple=True, metavar="ROW", help="Rows in this order; needs --reason.")
@click.option("--reason", default="", metavar="TEXT", help="Why in this order; it is printed.")
@click.option("--outcome", default="", metavar="NAME", help="An attribute, or something said, that stands last.")
@click.option("--cluster", is_flag=True, help="Columns that feed one theme stand together.")
@click.option("--open", "opened", nargs=2, metavar="ROW COLUMN", help="Open one cell: the passages behind its numbers.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@filters
@result_output
@record_option
def meta(target: Target, opened: tuple[str, str] | None, covered: bool, out: Out, **given: Any) -> None:
    """Set cases side by side in an order: what they are, and what was said there.

    Case-ordered, role-ordered, time-ordered, conceptually clustered and predictor-outcome matrices are this table with
    other rows, orders and columns. The order stands in the notes, with its reason where it was made by hand.
    """
    from crosscase.analyses.meta import MetaOptions
    from crosscase.analyses.meta import meta as side_by_side

    with reading(target) as study:
        with waiting("Counting"):
            result = side_by_side(study.snapshot(), MetaOptions(**given))
        if opened is not None:
            open_cell(study, result.open(*opened), *opened, covered=covered, out=out)
        else:
            out.result(result)


@command(
    "alike",
    examples=[
        "crosscase alike peers.crosscase",
        "crosscase alike peers.crosscase --of themes --measure shares --groups 3 -o map.svg",
        "crosscase alike peers.crosscase --open STA1 VOL1",
    ],
)
@target
@click.option(
    "--by", default="cases", show_default=True, metavar="AXIS", help="Cases, roles, participants, a grouping …"
)
@click.option("--of", type=_OF, default="codes", show_default=True, help="In what they are alike.")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option(
    "--measure", type=click.Choice(["shared", "matching", "shares"]), default="shared", show_default=True,
    help="Of what either has, what both have; what both have and both lack; the shares of participants.",
)  # fmt: skip
@click.option("--groups", type=click.IntRange(min=0), default=0, metavar="N", help="Cut the tree into N groups.")
@click.option(
    "--open", "opened", nargs=2, metavar="ONE OTHER", help="Open two: what they share, and what only one has."
)
@filters
@result_output
def alike(target: Target, opened: tuple[str, str] | None, out: Out, **given: Any) -> None:
    """Show how alike cases are in what was said there.

    Every two are compared by what was read in both; the most alike stand beside each other. As a figure it is a map. It
    describes what was coded, and is no test.
    """
    from crosscase.analyses.similarity import SimilarityOptions, similarity
    from crosscase.model.table import Column, Table

    with reading(target) as study, waiting("Counting"):
        result = similarity(study.snapshot(), SimilarityOptions(**given))
    if opened is None:
        out.result(result)
        return
    two = result.pair(*opened)
    listed = (("both", two.shared), (f"only {two.left}", two.only_left), (f"only {two.right}", two.only_right))
    table = Table(
        title=f"{two.left} and {two.right}: likeness {'–' if two.likeness is None else format(two.likeness, '.2f')}",
        columns=(Column("who", "Who has it"), Column("label", given["of"].capitalize())),
        rows=tuple((who, label) for who, labels in listed for label in labels),
        notes=(f"Compared by {two.over} {given['of']} read in both.",),
    )
    out.table(table, two)
