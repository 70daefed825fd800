"""The audit trail as a folder: Halpern's six classes, each as a page and as tables for programs.

    audit(study, "peers-audit")

The classes are those of Halpern (1983, Auditing naturalistic inquiries, doctoral dissertation, Indiana University), as
Lincoln and Guba (1985, Naturalistic inquiry, pp. 319-320 and appendix A) print them: raw data; data reduction and
analysis products; data reconstruction and synthesis products; process notes; materials relating to intentions and
dispositions; instrument development information.

Every file says of which version it is, who made it and when. What a careful reader would get wrong: a folder like this
leaves the study. Whole texts are in it only of participants who agreed to that; content notes are heeded, real names
never written, private memos only their author's own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Final

import msgspec

from crosscase.exporters.tables import csv_text
from crosscase.model import Id, Member
from crosscase.model.table import Cell, Column, Table
from crosscase.reports.audit import instruments, intentions, process, raw, reduction, synthesis
from crosscase.reports.audit.ground import AuditTable, Ground, Made, Text
from crosscase.reports.audit.pages import Class, page, section
from crosscase.reports.folders import new_folder, write_folder
from crosscase.study import Study

Builder = Callable[[Ground], tuple[AuditTable, ...]]

CLASSES: Final[tuple[tuple[Class, Builder], ...]] = (
    (Class(1, "raw-data", "Raw data", "Transcripts, documents, interviews and who took part."), raw.build),
    (
        Class(
            2, "data-reduction-and-analysis", "Data reduction and analysis products",
            "The codebook, every coding, and what was noted of the data.",
        ),
        reduction.build,
    ),
    (
        Class(
            3, "reconstruction-and-synthesis", "Data reconstruction and synthesis products",
            "Themes, what they rest on, and what they were developed from.",
        ),
        synthesis.build,
    ),
    (Class(4, "process-notes", "Process notes", "What was done, by whom, when and why."), process.build),
    (
        Class(
            5, "intentions-and-dispositions", "Materials relating to intentions and dispositions",
            "What the study set out to find, and who works on it.",
        ),
        intentions.build,
    ),
    (
        Class(
            6, "instrument-development", "Instrument development information",
            "Interview guides, topics, questions and variables.",
        ),
        instruments.build,
    ),
)  # fmt: skip
"""The six classes, in Halpern's order."""

_RULE: Final = "-" * 72


class Audited(msgspec.Struct, frozen=True):
    """What was written.

    Attributes:
        folder: where.
        files: how many.
        texts: how many sources are in it with their text.
        left_out: sources whose text is not, with the reason.
        participants: those whose words were written, by id.
        version: of the study.
    """

    folder: Path
    files: int
    texts: int
    left_out: tuple[tuple[str, str], ...]
    participants: tuple[Id, ...]
    version: str


def audit(
    study: Study, folder: str | Path, *, reader: Id = "", covered: bool = False, unrecorded: bool = False
) -> Audited:
    """Write the audit trail of a study as it stands, or as it was if it was opened `at` an earlier entry.

    Args:
        study: what is audited.
        folder: a new one, or an empty one. It is written whole or not at all.
        reader: the member who makes it; their own private memos are in it, nobody else's.
        covered: show what lies under content notes too.
        unrecorded: show texts also of participants of whom no consent to archiving is recorded.

    Raises:
        CannotWriteError: there is something in the folder, or it cannot be written.
    """
    target = new_folder(folder)
    settings = study.settings()
    version = study.standpoint().version
    by = next((one.name for one in study.rows(Member) if one.id == reader), "somebody")
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %z")
    made = Made(settings.title, version, by, when, settings.invented)
    ground = Ground(study, made, reader, covered=covered, unrecorded=unrecorded)
    files = _files(ground)
    write_folder(target, files)
    left_out = tuple((ground.label(text.source), text.why) for text in ground.texts if not text.file)
    return Audited(
        target, len(files), len(ground.texts) - len(left_out), left_out, tuple(sorted(ground.printed())), version
    )


def _files(ground: Ground) -> dict[str, str]:
    """Every file by its name within the folder."""
    classes = [one for one, _ in CLASSES]
    sentence = ground.made.sentence()
    files: dict[str, str] = {}
    listed: list[str] = []
    for of, build in CLASSES:
        tables = [_cleaned(ground, table) for table in build(ground)]
        parts = "".join(section(of, table) for table in tables)
        main = f"<p>{of.about}</p>{parts}"
        files[of.page] = page(f"{of.number}. {of.title}", main, sentence, classes, of.page)
        for table in tables:
            if table.table.rows:
                files[of.csv(table)] = csv_text(_signed(table.table, ground.made), invented=ground.made.invented)
        items = "".join(
            f'<li><a href="{of.page}#{one.name}">{one.table.title}</a>: {len(one.table.rows):,}</li>' for one in tables
        )
        listed.append(f'<h2><a href="{of.page}">{of.number}. {of.title}</a></h2><p>{of.about}</p><ul>{items}</ul>')
    for text in ground.texts:
        if text.file:
            files[text.file] = _text_file(ground, text)
    title = f"Audit trail: {ground.clean(ground.made.title)}"
    files["index.html"] = page(title, "".join((_about(ground), *listed)), sentence, classes, "index.html")
    return files


def _about(ground: Ground) -> str:
    left_out = [text for text in ground.texts if not text.file]
    said = [
        f"<p>{escape(ground.made.sentence())}</p>",
        "<p>The classes are Halpern’s (1983), as in Lincoln and Guba (1985).</p>",
    ]
    if left_out:
        count = f"{len(left_out):,} of {len(ground.texts):,} texts are left out"
        said.append(f'<p>{count}; <a href="{CLASSES[0][0].page}#sources">raw data</a> says why, one by one.</p>')
    recorded = ground.texts_leaving.sentence()
    if recorded:
        said.append(f"<p>{escape(recorded)}</p>")
    return "".join(said)


def _cleaned(ground: Ground, one: AuditTable) -> AuditTable:
    """The table with every word in it as it may be shown."""

    def cell(value: Cell) -> Cell:
        return ground.clean(value) if isinstance(value, str) else value

    rows = tuple(tuple(map(cell, row)) for row in one.table.rows)
    return msgspec.structs.replace(one, table=msgspec.structs.replace(one.table, rows=rows))


def _signed(table: Table, made: Made) -> Table:
    """The table with the version, who and when beside every row, so that no row loses them."""
    columns = (*table.columns, *(Column(key, key) for key in ("study_version", "made_by", "made_when")))
    mark = (made.version, made.by, made.when)
    return msgspec.structs.replace(table, columns=columns, rows=tuple((*row, *mark) for row in table.rows))


def _text_file(ground: Ground, text: Text) -> str:
    covered = f"\nStretches that are covered (▒): {text.held_back:,}." if text.held_back else ""
    return f"{ground.label(text.source)}\n{ground.made.sentence()}{covered}\n{_RULE}\n{text.words}\n"
