"""What goes out to other programs: `export` and `formats`.

A study goes out as its ending says, or as `--format` does; what the format has no place for is listed. The codings, the
codebook and matrices go out as plain tables as well, by their names and with `-o`.

What a careful reader would get wrong: a whole study that goes to another program holds whole texts, and by itself
nothing of them is held back; `--consented` leaves out the words of all who have not agreed to leave the team.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.leaving import examples_out, lines_out, product, record_option
from crosscase.cli.output import (
    TABLE_FILES,
    OutputPath,
    counted,
    json_option,
    note,
    print_json,
    print_table,
    say,
    told_plain,
    told_written,
    write,
)
from crosscase.cli.session import Target, Who, member_option, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.model.table import Table
    from crosscase.reports.formats import Written
    from crosscase.study import Study

_TABLES = ("codings", "codebook", "matrix")
_CODEBOOKS = (".docx", ".odt", ".md", ".pdf")
"""Further endings of a codebook, which is written as a report then."""
_SHOWN = 20


@command(
    "export",
    examples=[
        "crosscase export peers.crosscase peers.qdpx --profile nvivo",
        "crosscase export peers.crosscase STA1.qdpx --case STA1 --no-names --consented",
        "crosscase export peers.crosscase codings -o codings.xlsx",
        "crosscase export peers.crosscase matrix -o matrix.csv",
    ],
)
@target
@click.argument("what", metavar="OUT|codings|codebook|matrix")
@click.option(
    "-o", "--output", "path", type=OutputPath((*TABLE_FILES, *_CODEBOOKS)), metavar="FILE",
    help="Of codings, codebook and matrix: the table; its ending says the format: csv, tsv, xlsx or html; a codebook "
    "to be read by people also docx, odt, md or pdf.",
)  # fmt: skip
@click.option("--format", "form", default="", metavar="NAME", help="The format ('crosscase formats'); else the ending.")
@click.option("--profile", default="", metavar="PROGRAM", help="Of REFI-QDA: which program is to read it.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only this case; may be repeated.")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it.")
@click.option("--no-names", is_flag=True, help="Without participants' names: they go by their identifiers.")
@click.option("--consented", is_flag=True, help="Only words of those who agreed to archiving and showing.")
@click.option("--rows", default="codes", show_default=True, metavar="AXIS", help="Of the matrix.")
@click.option("--columns", default="cases", show_default=True, metavar="AXIS", help="Of the matrix.")
@member_option
@record_option
@json_option
def export(target: Target, what: str, path: Path | None, rows: str, columns: str, who: Who, **given: Any) -> None:
    """Write the study for another program, or its codings, codebook or a matrix as a table.

    OUT is the file; its ending says the format, as 'crosscase formats' lists them. What the format has no place for is
    listed. Tables come by their names and with -o: codings with their words, whose they are, the code, the member, and
    code points; a codebook can be imported again. Words that consent does not cover are withheld from tables. The file
    is put on record with whose words are in it.
    """
    context = click.get_current_context()
    if what in _TABLES:
        if path is None:
            message = f"Say where to: crosscase export STUDY {what} -o {what}.csv."
            raise click.UsageError(message, context)
        if path.suffix.lower() in _CODEBOOKS and what != "codebook":
            message = f"{what!r} is written as {', '.join(TABLE_FILES)}, not as {path.suffix}."
            raise click.UsageError(message, context)
        _export_table(target, what, path, rows, columns, who)
        return
    if path is not None:
        message = f"{what!r} is no table. Name one of {', '.join(_TABLES)}, or leave -o out to write {what!r}."
        raise click.UsageError(message, context)
    out = Path(what)
    if not out.absolute().parent.is_dir():
        message = f"There is no folder {str(out.parent)!r}."
        raise click.UsageError(message, context)
    # The product that is put on record is made of this parameter (see `leaving.begin`).
    context.params["path"] = out
    _export_study(target, out, who, **given)


def _export_study(
    target: Target, out: Path, who: Who, *, form: str, profile: str, cases: tuple[str, ...], codes: tuple[str, ...],
    no_names: bool, consented: bool, as_json: bool,
) -> None:  # fmt: skip
    from crosscase.model import Case, Code
    from crosscase.reads.outgoing import Outgoing
    from crosscase.reports.formats import Wanted, format_for
    from crosscase.reports.formats import write as write_format

    format_for(out, form)
    with reading(target, who) as study, waiting("Writing"):
        wanted = Wanted(
            cases=tuple(study.find(Case, name).id for name in cases),
            codes=tuple(study.find(Code, name).id for name in codes),
            names=not no_names,
            consented=consented,
            profile=profile,
        )
        made = product()
        written = write_format(study, out, wanted, made or Outgoing(study.leaving()), format=form)
        invented = study.settings().invented
        if made is not None:
            made.written(people=written.participants)
    if as_json:
        print_json(_as_data(written, invented))
    else:
        _report(written, invented)


def _as_data(written: Written, invented: str) -> dict[str, Any]:
    return {
        "path": str(written.path), "counts": written.counts, "losses": written.losses, "notes": written.notes,
        "participants": len(written.participants), "invented": invented,
    }  # fmt: skip


def _report(written: Written, invented: str) -> None:
    parts = [counted(number, kind) for kind, number in written.counts.items() if number]
    say(f"Written: {written.path}" + (f" ({', '.join(parts)})." if parts else "."))
    told_plain(written.path)
    for loss in written.losses[:_SHOWN]:
        note(f"Not in it: {f'{loss.place}: ' if loss.place else ''}{loss.what}")
    if len(written.losses) > _SHOWN:
        note(f"Nor were {len(written.losses) - _SHOWN:,} more; --json lists them all.")
    for sentence in written.notes:
        note(sentence)
    if invented:
        note(invented)


def _export_table(target: Target, what: str, path: Path, rows: str, columns: str, who: Who) -> None:
    with reading(target, who) as study, waiting("Writing"):
        _write_table(study, what, path, rows, columns)
    told_written(path)


def _write_table(study: Study, what: str, path: Path, rows: str, columns: str) -> None:
    invented = study.settings().invented
    if what == "matrix":
        from crosscase.analyses.matrix import MatrixOptions, matrix
        from crosscase.reports.result_files import numbers

        crossed = matrix(study.snapshot(), MatrixOptions(rows=rows, columns=columns))
        made = product()
        if path.suffix.lower() == ".xlsx" and made is not None:
            from crosscase.reports.linked_matrix import write_linked_matrix

            write_linked_matrix(study, crossed, path, made)
            made.written()
            return
        table = crossed.table()
        write([table, numbers(crossed, table.notes)], path, invented=invented)
    elif what == "codings":
        from crosscase.cli.coding import coding_table
        from crosscase.model import Coding
        from crosscase.reads.codings import coding_lines

        codings = study.rows(Coding)
        lines, consent = lines_out(coding_lines(study.store, codings), codings)
        table = coding_table(lines, invented, whole=True)
        write([table], path, invented=invented, consent=consent, verbatim=("quote",))
    elif path.suffix.lower() in _CODEBOOKS:
        from crosscase.reports import report

        made = product()
        written = report(study, path, ("codebook",))
        if made is not None:
            made.written(people=written.participants, told=True)
    else:
        from crosscase.reads.codebook import codebook
        from crosscase.reports.data_tables import codebook_table

        lines_of_codes = examples_out(study, codebook(study.store))
        write([codebook_table(lines_of_codes, invented)], path, invented=invented)


@command("formats", examples=["crosscase formats", "crosscase formats --json"])
@json_option
def formats(as_json: bool) -> None:
    """List the formats that come in and go out.

    'crosscase import' finds out by itself what a file is, and 'crosscase export' goes by the ending; --format NAME
    settles it.
    """
    from crosscase.importers.formats import every
    from crosscase.reports.formats import FORMATS

    comes_in = [{"name": one.name, "title": one.title, "endings": list(one.endings)} for one in every()]
    goes_out = [
        {"name": one.name, "title": one.title, "endings": list(one.endings), "profiles": list(one.profiles)}
        for one in FORMATS
    ]
    if as_json:
        print_json({"in": comes_in, "out": goes_out})
        return
    print_table(_formats_table("Comes in", comes_in))
    print_table(_formats_table("Goes out", goes_out))
    say("Tables go out by their names, as csv, tsv, xlsx or html; a codebook to be read also")
    say("as docx, odt, md or pdf: crosscase export STUDY codings|codebook|matrix -o FILE")


def _formats_table(title: str, formats: list[dict[str, Any]]) -> Table:
    from crosscase.model.table import Column, Table

    columns = (Column("name", "Format"), Column("endings", "Endings"), Column("title", "What it is"))
    rows = tuple((one["name"], " ".join(one["endings"]) or "a folder", one["title"]) for one in formats)
    return Table(title=title, columns=columns, rows=rows)
