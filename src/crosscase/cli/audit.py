"""`audit`: the audit trail of a study as a folder."""

from __future__ import annotations

from pathlib import Path

import click

from crosscase.cli.history import reader_of
from crosscase.cli.leaving import product, record_option
from crosscase.cli.output import counted, json_option, note, print_json, say
from crosscase.cli.session import Target, Who, member_option, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

_MOST = 10


@command(
    "audit",
    examples=[
        "crosscase audit peers.crosscase peers-audit",
        "crosscase audit peers.crosscase peers-audit --unrecorded",
    ],
)
@target
@click.argument("path", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--covered", is_flag=True, help="Show what lies under content notes too.")
@click.option(
    "--unrecorded", is_flag=True, help="Show texts also where no consent to archiving and showing outside is recorded."
)
@member_option
@record_option
@json_option
def audit(target: Target, path: Path, covered: bool, unrecorded: bool, who: Who, as_json: bool) -> None:
    """Write the audit trail as a folder.

    FOLDER is a new one. It has an index and the six classes of Halpern (1983): raw data, reduction and analysis,
    reconstruction and synthesis, process notes, intentions and dispositions, instrument development; each as a page and
    as csv. Whole texts are in it of participants who agreed to archiving and showing outside the team; the others are
    listed as left out. Real names and other people's private memos are never in it.
    """
    from crosscase.reports.audit import audit as write_audit

    with reading(target, who) as study, waiting("Writing the audit trail"):
        reader = reader_of(study, who)
        invented = study.settings().invented
        written = write_audit(study, path, reader=reader, covered=covered, unrecorded=unrecorded)
        made = product()
        if made is not None:
            made.written(people=written.participants, nature="audit", told=True)
    if as_json:
        left_out = [{"source": source, "why": why} for source, why in written.left_out]
        print_json(
            {
                "path": str(written.folder), "files": written.files, "texts": written.texts, "left_out": left_out,
                "version": written.version, "invented": invented,
            }
        )  # fmt: skip
        return
    index = written.folder / "index.html"
    say(f"Written: {index} ({counted(written.files, 'file')}, {counted(written.texts, 'text')}).")
    for source, why in written.left_out[:_MOST]:
        note(f"Left out: the text of {source}: {why}.")
    if len(written.left_out) > _MOST:
        note(f"And {len(written.left_out) - _MOST:,} more texts; 1-raw-data.html says why of each.")
    if written.left_out and not unrecorded:
        note("'crosscase consent' records what participants agreed to; --unrecorded shows what nobody said no to.")
    if invented:
        note(invented)
