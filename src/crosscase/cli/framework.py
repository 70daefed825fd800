"""Frameworks: `framework`. Showing and opening the grid, its columns and versions; cells are written by `charting`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.compare import filters
from crosscase.cli.leaving import lines_out, record_option
from crosscase.cli.output import Out, counted, result_output, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.framework import FrameworkGrid
    from crosscase.model import Framework, Id
    from crosscase.study import Study

framework = group(
    "framework",
    default="show",
    about=(
        "Chart who says what on a theme, in your own words.\n\nRows are participants, cases or sets of participants, "
        "columns are themes and codes; a cell is a summary, linked to the segments it rests on. With other rows all "
        "summaries are still there. A summary is stale when a segment it rests on was removed, recoded, moved or "
        "corrected since; an empty cell says which nothing it is."
    ),
    examples=[
        "crosscase framework peers.crosscase --rows cases",
        "crosscase framework peers.crosscase add Main 'Risk is shared' disclosure",
        "crosscase framework peers.crosscase chart STA1SU01",
        "crosscase framework peers.crosscase write STA1SU01 disclosure 'Told the team on the first day.'",
        "crosscase framework peers.crosscase export main.xlsx",
    ],
)


def which(function: Any) -> Any:
    """`--framework`."""
    return click.option(
        "--framework",
        "name",
        default="",
        metavar="NAME",
        help="Which, with its version; the only one, if there is one.",
    )(function)


def the_framework(study: Study, name: str) -> Framework:
    """The framework that is named, or the only one."""
    from crosscase.analyses.framework import named_framework
    from crosscase.model import Framework

    if name:
        return study.find(Framework, name)
    known = study.rows(Framework)
    if len(known) == 1:
        return known[0]
    return known[named_framework(study.snapshot(), name)]


def columns_of(study: Study, names: tuple[str, ...]) -> list[Id]:
    """Themes and codes by their names; a theme where both go by one."""
    from crosscase.model import Code, Theme
    from crosscase.reads.lookup import find_or_none

    found = []
    for name in names:
        theme = find_or_none(study.store, Theme, name)
        found.append(theme.id if theme else study.find(Code, name).id)
    return found


@member(
    framework,
    "show",
    examples=[
        "crosscase framework peers.crosscase --rows cases",
        "crosscase framework peers.crosscase show --case STA1",
        "crosscase framework peers.crosscase show --open STA1SU01 disclosure",
        "crosscase framework peers.crosscase show -o framework.html",
    ],
)
@target
@which
@click.option(
    "--rows", type=click.Choice(["participants", "cases", "sets"]), default="participants", show_default=True,
    help="Whose summaries.",
)  # fmt: skip
@click.option("--open", "opened", nargs=2, metavar="ROW COLUMN", help="Open one cell: its segments, and those unused.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@filters
@result_output
@record_option
def show(
    target: Target, name: str, rows: Any, opened: tuple[str, str] | None, covered: bool, out: Out, **given: Any
) -> None:
    """Show the grid of a framework.

    A row of a case or set shows its own summary and, in brackets, those of its people. Behind a summary stands whether
    it is stale, and how many codings are new since it was written.
    """
    from crosscase.analyses.charting import FrameworkOptions
    from crosscase.analyses.framework import framework as charted

    with reading(target) as study:
        with waiting("Charting"):
            grid = charted(study.snapshot(), FrameworkOptions(framework=name, rows=rows, **given))
            grid = leaving(study, grid) if out.path else grid
        if opened is not None:
            _open(study, grid, *opened, covered=covered, out=out)
        else:
            out.result(grid)


def leaving(study: Study, grid: FrameworkGrid) -> FrameworkGrid:
    """The grid as it may be written to a file: see `reports.framework_files`."""
    from crosscase.reports.framework_files import leaving as as_it_may

    return as_it_may(study, grid)


def _open(study: Study, grid: FrameworkGrid, row: str, column: str, *, covered: bool, out: Out) -> None:
    """The segments of a cell: those that its summaries rest on, and those that wait."""
    import msgspec

    from crosscase.analyses.charting import cell_text
    from crosscase.cli.coding import coding_table
    from crosscase.model import Coding
    from crosscase.model.table import Column
    from crosscase.reads.codings import coding_lines

    cell = grid.find(row, column)
    used: dict[Id, str] = dict.fromkeys(cell.unused, "not used")
    used |= dict.fromkeys((coding for one in cell.own for coding in one.new), "new")
    used |= dict.fromkeys((coding for one in (*cell.own, *cell.members) for coding in one.segments), "linked")
    used |= dict.fromkeys((coding for one in (*cell.own, *cell.members) for coding in one.changed), "changed since")
    codings = study.rows(Coding, id=list(used))
    lines, consent = lines_out(coding_lines(study.store, codings), codings)
    table = coding_table(lines, study.settings().invented, whole=out.path is not None, covered=covered)
    shown = msgspec.structs.replace(
        table,
        title=f"{row} × {column}",
        columns=(Column("use", "Segment is"), *table.columns),
        rows=tuple((used[line.id], *cells) for line, cells in zip(lines, table.rows, strict=True)),
        notes=(*table.notes, cell_text(cell)),
    )
    invented = study.settings().invented
    out.table(
        shown, {"cell": cell, "codings": lines}, invented=invented, consent=consent, verbatim=("quote",)
    )  # fmt: skip


@member(framework, "list", examples=["crosscase framework peers.crosscase list --json"])
@target
@table_output
def list_(target: Target, out: Out) -> None:
    """List the frameworks in their versions, with their columns."""
    from crosscase.analyses.lines import charted
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        snapshot, invented = study.snapshot(), study.settings().invented
        known = snapshot.frameworks
        data: list[dict[str, Any]] = [
            {
                "id": known.ids[n], "name": known.names[n], "label": known.labels[n],
                "columns": [line.label for line in charted(snapshot, known.columns[n]).lines],
                "summaries": len(known.cells[n]), "stale": sum(one.stale for one in known.cells[n]),
            }
            for n in range(len(known))
        ]  # fmt: skip
    columns = (
        Column("framework", "Framework"), Column("columns", "Columns"), Column("summaries", "Summaries", "count"),
        Column("stale", "Stale", "count"),
    )  # fmt: skip
    rows = tuple((one["label"], ", ".join(one["columns"]), one["summaries"], one["stale"]) for one in data)
    notes = (invented,) if invented else ()
    out.table(
        Table(title="Frameworks", columns=columns, rows=rows, notes=notes), {"frameworks": data}, invented=invented
    )  # fmt: skip


@member(framework, "add", examples=["crosscase framework peers.crosscase add Main 'Risk is shared' disclosure"])
@target
@click.argument("name")
@click.argument("columns", metavar="THEME_OR_CODE...", nargs=-1)
@click.option("--version", default="1", show_default=True, metavar="VERSION", help="Of the framework.")
@click.option("--analysis", metavar="NAME", help="The analysis it belongs to.")
@click.option("--note", default="", metavar="TEXT", help="What it is for.")
@acting_options
def add(
    target: Target, name: str, columns: tuple[str, ...], version: str, analysis: str | None, note: str, who: Who
) -> None:  # fmt: skip
    """Begin a framework with these columns."""
    from crosscase.model import Analysis
    from crosscase.verbs.frameworks import add_framework

    with acting(target, who) as study:
        of = study.find(Analysis, analysis).id if analysis else None
        chosen = columns_of(study, columns)
        done = study.do(add_framework, name, chosen, version=version, analysis=of, note=note)
        told(done, f"Began the framework {name!r}, version {version}: {counted(len(chosen), 'column')}.", who,
             id=done.value)  # fmt: skip


@member(framework, "version", examples=["crosscase framework peers.crosscase version 2 --framework 'Main 1'"])
@target
@click.argument("version")
@which
@acting_options
def version(target: Target, version: str, name: str, who: Who) -> None:
    """Begin another version, with the columns and summaries of the one before."""
    from crosscase.verbs.frameworks import add_version

    with acting(target, who) as study:
        known = the_framework(study, name)
        done = study.do(add_version, known.id, version)
        told(done, f"Began version {version} of {known.name!r} with all that is in version {known.version}.", who,
             id=done.value)  # fmt: skip


@member(framework, "set", examples=["crosscase framework peers.crosscase set --name 'By risk' --note 'After round 2'"])
@target
@which
@click.option("--name", "called", metavar="TEXT", help="Another name.")
@click.option("--version", metavar="VERSION", help="Another version.")
@click.option("--analysis", metavar="NAME", help="The analysis it belongs to; empty: none.")
@click.option("--note", metavar="TEXT", help="What it is for.")
@acting_options
def set_(
    target: Target, name: str, called: str | None, version: str | None, analysis: str | None, note: str | None, who: Who
) -> None:  # fmt: skip
    """Change what a framework is called, its analysis or its note."""
    from crosscase.model import Analysis
    from crosscase.verbs.frameworks import change_framework

    with acting(target, who) as study:
        known = the_framework(study, name)
        of = study.find(Analysis, analysis).id if analysis else analysis
        done = study.do(change_framework, known.id, name=called, version=version, analysis=of, note=note)
        told(done, f"Changed the framework {known.name!r}.", who, id=known.id)


@member(framework, "columns", examples=["crosscase framework peers.crosscase columns disclosure 'Risk is shared'"])
@target
@click.argument("columns", metavar="THEME_OR_CODE...", nargs=-1, required=True)
@which
@acting_options
def columns(target: Target, columns: tuple[str, ...], name: str, who: Who) -> None:
    """Say which themes and codes are charted, in their order.

    What is not named is charted no longer; its summaries are kept, and seen again when it is named again.
    """
    from crosscase.verbs.frameworks import set_columns

    with acting(target, who) as study:
        known = the_framework(study, name)
        done = study.do(set_columns, known.id, columns_of(study, columns))
        told(done, f"{known.name!r} charts {counted(done.value, 'column')} now.", who, id=known.id)


@member(framework, "remove", examples=["crosscase framework peers.crosscase remove 'Main 1'"])
@target
@click.argument("name", metavar="FRAMEWORK")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Remove a framework in one version, with its summaries."""
    from crosscase.verbs.frameworks import remove_framework

    with acting(target, who) as study:
        done = study.do(remove_framework, the_framework(study, name).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)
