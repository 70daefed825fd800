"""What goes into a paper: `tables` and `report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.leaving import product, record_option
from crosscase.cli.output import (
    Out,
    OutputPath,
    counted,
    json_option,
    note,
    print_json,
    result_output,
    say,
    told_plain,
)
from crosscase.cli.session import Target, Who, member_option, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting
from crosscase.reports.options import PARTS

if TYPE_CHECKING:
    from crosscase.analyses.result import Result
    from crosscase.frames import Snapshot

REPORT_FILES = (".docx", ".odt", ".html", ".pdf", ".md", ".tex")


@command(
    "tables",
    examples=[
        "crosscase tables peers.crosscase 1",
        "crosscase tables peers.crosscase 2 --by gender --by age --group sector",
        "crosscase tables peers.crosscase 3 -o themes.xlsx",
        "crosscase tables peers.crosscase frame",
    ],
)
@target
@click.argument("which", type=click.Choice(["1", "2", "3", "frame"]))
@click.option(
    "--attribute", "attributes", multiple=True, metavar="NAME", help="Table 1: these attributes of cases; else all."
)
@click.option(
    "--by",
    multiple=True,
    metavar="NAME",
    help="Table 2: these attributes of participants. [gender and age, where they are]",
)
@click.option("--bands", metavar="N,N,…", help="Table 2: where age bands begin. [18,26,36,46,56,66]")
@click.option(
    "--group", default="", metavar="GROUPING", help="Table 2: subtotals by this grouping; else the primary one."
)
@click.option("--analysis", default="", metavar="NAME", help="Table 3: the themes of this analysis.")
@result_output
def tables(
    target: Target, which: str, attributes: tuple[str, ...], by: tuple[str, ...], bands: str | None, group: str,
    analysis: str, out: Out,
) -> None:  # fmt: skip
    """Print Table 1, 2 or 3, or the frame.

    Table 1: characteristics of the cases. Table 2: the sample by case, sampling role and attributes, with subtotals and
    margins that are checked. Table 3: from categories to themes. The frame: planned, approached, declined, recruited.
    """
    with reading(target) as study, waiting("Counting"):
        out.result(_table(study.snapshot(), which, attributes, by, _bands(bands), group, analysis))


def _bands(bands: str | None) -> tuple[int, ...] | None:
    if bands is None:
        return None
    parts = [part.strip() for part in bands.split(",")]
    if not all(part.isdecimal() for part in parts) or sorted({int(part) for part in parts}) != [int(p) for p in parts]:
        message = f"{bands!r} has to be ascending ages, like 18,30,50."
        raise click.UsageError(message, click.get_current_context())
    return tuple(int(part) for part in parts)


def _table(
    snapshot: Snapshot, which: str, attributes: tuple[str, ...], by: tuple[str, ...], bands: tuple[int, ...] | None,
    group: str, analysis: str,
) -> Result:  # fmt: skip
    if which == "1":
        from crosscase.analyses.characteristics import CharacteristicsOptions, characteristics

        return characteristics(snapshot, CharacteristicsOptions(attributes=attributes))
    if which == "3":
        from crosscase.analyses.lineage import LineageOptions, lineage

        return lineage(snapshot, LineageOptions(analysis=analysis))
    if which == "frame":
        from crosscase.analyses.recruitment import frame

        return frame(snapshot)
    from crosscase.analyses.sample import SampleOptions, sample

    default = SampleOptions()
    known = {variable.name.casefold() for variable in snapshot.variables if variable.subject == "participant"}
    wanted = by or tuple(name for name in default.by if name in known)
    return sample(snapshot, SampleOptions(by=wanted, bands=default.bands if bands is None else bands, grouping=group))


@command(
    "report",
    examples=[
        "crosscase report peers.crosscase -o peers.docx",
        "crosscase report peers.crosscase -o quotations.pdf --part quotations --analysis Main",
        "crosscase report peers.crosscase -o STA1.docx --case STA1",
    ],
)
@target
@click.option(
    "-o", "--output", "path", required=True, type=OutputPath(REPORT_FILES), metavar="FILE",
    help="The report; its ending says the format: docx, odt, html, pdf, md or tex.",
)  # fmt: skip
@click.option("--case", default="", metavar="CASE", help="To this case alone, to give back to it: nothing of others.")
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Only this part; may be repeated.")
@click.option(
    "--quotations",
    type=click.IntRange(min=0),
    default=4,
    show_default=True,
    metavar="N",
    help="At most so many for each theme.",
)
@click.option("--covered", is_flag=True, help="Print passages under content notes too.")
@click.option("--analysis", default="", metavar="NAME", help="Only the themes of this analysis.")
@click.option("--include-unreviewed", is_flag=True, help="Count codings by rule that nobody has accepted.")
@member_option
@record_option
@json_option
def report(target: Target, path: Path, parts: tuple[str, ...], as_json: bool, who: Who, **given: Any) -> None:
    """Write the report.

    Tables, codebook, matrices, quotations by theme and methods facts, from one document. Quotations are compared with
    their sources as they are written; what does not fit, or what consent does not cover, is listed, not printed. The
    report is put on record with whose words are in it. The same study gives the same bytes.
    """
    from crosscase.reports import report as write_report

    if given["case"] and parts:
        message = "A report to one case has parts of its own: leave --part out."
        raise click.UsageError(message, click.get_current_context())
    with reading(target, who) as study, waiting("Writing the report"):
        written = write_report(study, path, parts or None, **given)
        invented = study.settings().invented
        made = product()
        if made is not None:
            made.written(people=written.participants, nature="report", told=True)
    told_plain(written.path)
    if as_json:
        print_json(
            {
                "path": str(written.path), "beside": [str(one) for one in written.beside], "tables": written.tables,
                "figures": written.figures, "quotations": written.quotations,
                "unprinted": list(written.unprinted), "version": written.version, "invented": invented,
            }
        )  # fmt: skip
        return
    say(
        f"Written: {written.path} ({counted(written.tables, 'table')}, {counted(written.figures, 'figure')}, "
        f"{counted(written.quotations, 'quotation')})."
    )
    for one in written.beside:
        say(f"Beside it: {one}")
    for unprinted in written.unprinted:
        note(f"Not printed: {unprinted.where}: {unprinted.why}.")
    if written.note:
        note(written.note)
    if invented:
        note(invented)
