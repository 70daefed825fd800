"""Check a manuscript before it leaves: the `audit-manuscript` command.

The manuscript is held against a study (`--study`), or against tables of cases and participants of work analysed
elsewhere (`--cases`, `--participants`, `--transcripts`). Nothing is changed and nothing is kept.

Exit status: 0 when nothing is wrong as it stands, 1 when the manuscript cannot be read, 2 for wrong use, 3 when there
are faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.leaving import product, record_option
from crosscase.cli.output import OutputPath, json_option, note, print_json, print_table, say, told_plain
from crosscase.cli.session import StudyType, Target, reading
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.study import Study

FAULTS = 3
_FORMATS = (".docx", ".odt", ".html", ".pdf", ".md", ".tex")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(
    "audit-manuscript",
    examples=[
        "crosscase audit-manuscript paper.docx --study peers.crosscase",
        "crosscase audit-manuscript paper.pdf --study peers.crosscase --k 3 -o audit.docx",
        "crosscase audit-manuscript paper.md --cases cases.csv --participants people.csv --transcripts interviews/",
    ],
)
@click.argument("manuscript", type=_FILE)
@click.option("--study", type=StudyType(), metavar="STUDY", help="The study behind it.")
@click.option("--cases", type=_FILE, metavar="FILE", help="Or a table of the cases, for work analysed elsewhere.")
@click.option("--participants", type=_FILE, metavar="FILE", help="With it, a table of the participants.")
@click.option(
    "--transcripts", type=click.Path(exists=True, path_type=Path), metavar="FOLDER",
    help="With it, the transcripts; without them quotations are not compared with what was said.",
)  # fmt: skip
@click.option("--k", type=click.IntRange(2, 1000), default=5, show_default=True, help="The least people in a cell.")
@click.option("--leave-out", multiple=True, metavar="KIND", help="Leave out findings of this kind; may be repeated.")
@click.option("--voice", is_flag=True, help="Also print who is quoted, against their share of the sample.")
@click.option(
    "-o", "--output", "path", type=OutputPath(_FORMATS), metavar="FILE",
    help="Write the audit as a document: docx, odt, html, pdf, md or tex.",
)  # fmt: skip
@record_option
@json_option
def audit_manuscript(
    manuscript: Path, study: Target | None, cases: Path | None, participants: Path | None, transcripts: Path | None,
    k: int, leave_out: tuple[str, ...], voice: bool, path: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Check a manuscript against the sample, the transcripts and the claims behind it.

    Finds identifiers that nobody has, quotations that were altered, are missing, are somebody else's or printed twice,
    who is never quoted, who could be recognised, sentences that say how many without support, headings that drifted
    from the themes, and tables that do not add up. Ends with status 3 when there are faults.
    """
    from crosscase.analyses.manuscripts.audit import AuditOptions
    from crosscase.reports.manuscripts import audit_file, write_audit

    options = AuditOptions(k=k, leave_out=leave_out)
    with _ground(study, cases, participants, transcripts) as ground:
        with waiting("Reading"):
            found = audit_file(ground, manuscript, options)
        if path is not None:
            people = write_audit(ground, found, path)
            made = product()
            if made is not None:
                made.written(people=people, nature="report", told=True)
            say(f"Written: {path}")
            told_plain(path)
    if as_json:
        print_json(found.to_dict())
    elif path is None:
        print_table(found.table())
        if voice:
            say("")
            print_table(found.voice_table())
    else:
        for text in found.notes():
            note(text)
    if found.faults:
        click.get_current_context().exit(FAULTS)


@contextmanager
def _ground(
    study: Target | None, cases: Path | None, participants: Path | None, transcripts: Path | None
) -> Iterator[Study]:
    from crosscase.reports.manuscripts import ground_study

    tables = [one for one in (cases, participants, transcripts) if one is not None]
    if (study is None) == (participants is None) or (study is not None and tables):
        message = "Say what to hold it against: --study STUDY, or --participants FILE with --cases FILE."
        raise click.UsageError(message, click.get_current_context())
    if study is not None:
        with reading(study) as opened:
            yield opened
        return
    with ground_study(tables) as made:
        yield made
