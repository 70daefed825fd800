"""The audit of a manuscript: held against a study, or against tables and transcripts of work analysed elsewhere.

    with ground_study([cases, people, transcripts]) as study:
        found = audit_file(study, "paper.docx")
        write_audit(study, found, "audit.docx")

Work analysed elsewhere is taken into a study in memory, which is gone when the audit is done, so that both are audited
in one way.

What a careful reader would get wrong: what is printed holds words of the manuscript and, in differences, of
transcripts. A file of it is made like a report: words of participants that consent does not cover are covered in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from crosscase.errors import BadValueError
from crosscase.model import Id
from crosscase.model.manuscripts import Manuscript
from crosscase.model.table import Column, Table
from crosscase.reads.manuscripts import ground_of
from crosscase.reports.document import Block, Document, Heading, Notice, TableBlock, note, plain
from crosscase.reports.errors import CannotWriteError, UnknownFormatError
from crosscase.reports.options import Options
from crosscase.study import Study

if TYPE_CHECKING:
    from crosscase.analyses.manuscripts.audit import Audit, AuditOptions
    from crosscase.analyses.manuscripts.ground import ClaimHere

SUFFIXES = (".docx", ".odt", ".html", ".pdf", ".md", ".tex")

_HEADS = {
    "where": Column("where", "Where"), "words": Column("words", "In the manuscript"),
    "what": Column("what", "What is the matter"), "do": Column("do", "What to do"),
}  # fmt: skip


class NothingToHoldAgainstError(BadValueError):
    """Tables that hold no participants."""

    code = "no-participants"

    def __init__(self, refused: Sequence[str]) -> None:
        why = f" {refused[0]}" if refused else ""
        super().__init__(
            "There are no participants in these tables. A table of participants has a column with identifiers, and one "
            f"with cases and roles.{why}"
        )


@contextmanager
def ground_study(paths: Sequence[Path]) -> Iterator[Study]:
    """A study in memory made of tables and transcripts; nothing of it is kept.

    Raises:
        NothingToHoldAgainstError: the tables hold no participants.
        CrosscaseError: a file cannot be read.
    """
    from crosscase.importers import read_path
    from crosscase.verbs.take_in import take_in

    bundle = read_path(list(paths))
    if not bundle.participants:
        raise NothingToHoldAgainstError([str(one) for one in bundle.refusals])
    study = Study.new(None, title="Analysed elsewhere", member="Auditor")
    try:
        study.do(take_in, bundle)
        yield study
    finally:
        study.close()


def audit_file(study: Study, path: str | Path, options: AuditOptions | None = None) -> Audit:
    """The audit of a manuscript against a study as it stands.

    Raises:
        UnreadableError: the manuscript cannot be read.
        BadValueError: an option will not do.
    """
    from crosscase.importers.manuscript import read_manuscript

    return audit_of(study, read_manuscript(Path(path)), options)


def audit_of(study: Study, manuscript: Manuscript, options: AuditOptions | None = None) -> Audit:
    """The audit of a manuscript that was read already.

    Raises:
        BadValueError: an option will not do.
    """
    from crosscase.analyses.manuscripts.audit import audit

    texts = _Kept(study)
    return audit(manuscript, ground_of(texts, study.index(), study.consents(), _claims(study)), options)


class _Kept:
    """The rows and texts of a study; each text read once."""

    def __init__(self, study: Study) -> None:
        self.rows = study.rows
        self._study = study
        self._texts: dict[Id, str] = {}

    def text(self, source: Id) -> str:
        if source not in self._texts:
            self._texts[source] = self._study.text(source)
        return self._texts[source]


def _claims(study: Study) -> tuple[ClaimHere, ...]:
    """The claims of the study with how they stand."""
    from crosscase.analyses.claims import ledger
    from crosscase.analyses.manuscripts.ground import ClaimHere
    from crosscase.model import Claim

    if not study.rows(Claim):
        return ()
    return tuple(ClaimHere(one.sentence, one.status) for one in ledger(study.snapshot(), index=study.index()).standings)


def audit_document(study: Study, found: Audit) -> Document:
    """The audit as a document: an overview, the findings by kind, who is quoted, and what was not looked at."""
    from crosscase.analyses.manuscripts.findings import KINDS
    from crosscase.reports.assemble import finished

    counts = Counter((one.kind, one.weight) for one in found.findings)
    overview = Table(
        title="What was found",
        columns=(
            Column("kind", "Finding"), Column("is", "What it is"), Column("faults", "Faults", "count"),
            Column("look", "To look at", "count"),
        ),
        rows=tuple((kind, is_, counts[kind, "fault"], counts[kind, "look"]) for kind, is_ in KINDS.items()),
    )  # fmt: skip
    blocks: list[Block] = [Notice(found.invented)] if found.invented else []
    blocks += [Heading(f"Audit of {found.file}")]
    blocks += [plain(text) for text in found.notes() if text != found.invented]
    blocks.append(TableBlock(table=overview))
    for kind, is_ in KINDS.items():
        here = [one for one in found.findings if one.kind == kind]
        if not here:
            continue
        rows = tuple(
            ("; ".join(where.in_words() for where in (one.where, *one.places)), one.words, one.what, one.do)
            for one in here
        )
        blocks += [Heading(kind.capitalize()), note(is_)]
        blocks.append(TableBlock(table=Table(title=kind.capitalize(), columns=tuple(_HEADS.values()), rows=rows)))
    if found.voices:
        blocks += [Heading("Who is quoted"), TableBlock(table=_without(found.voice_table(), found.invented))]
    document, _ = finished(study, Options(), blocks, (), subtitle=f"Audit of {found.file}")
    return document


def _without(table: Table, words: str) -> Table:
    return msgspec.structs.replace(table, notes=tuple(one for one in table.notes if one != words))


def write_audit(study: Study, found: Audit, path: str | Path) -> tuple[Id, ...]:
    """Write the audit as a document; the ids of those whose words are in it.

    Raises:
        UnknownFormatError: the ending is not one that reports have.
        CannotWriteError: the file cannot be written.
    """
    from crosscase.reports.drawing import Drawer
    from crosscase.reports.renderers import FORMATS

    target = Path(path)
    if target.suffix.lower() not in SUFFIXES:
        raise UnknownFormatError(target, SUFFIXES)
    document = audit_document(study, found)
    with Drawer() as drawer:
        rendered = FORMATS[target.suffix.lower()](document, drawer, f"{target.stem}-figures")
    try:
        target.write_bytes(rendered.main)
    except OSError as error:
        raise CannotWriteError(target, error.strerror or str(error)) from error
    return document.participants
