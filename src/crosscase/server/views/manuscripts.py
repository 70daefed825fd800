"""The audit of a manuscript that a window brought: what was found, with its places and what to do.

The file lies where files to be taken in lie; nothing of it is recorded, and it goes when the audit is given.

What a careful reader would get wrong: differences hold words of transcripts, for whoever may read them anyway. Words
under content notes are not among them.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.manuscripts.findings import Finding, VoiceRow
from crosscase.model.manuscripts import Manuscript
from crosscase.study import Study


class AuditAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to audit, and how.

    Attributes:
        file: the name under which the manuscript was brought; may be left out where it is the only file.
        k: the least number of people that a cell of a table may count.
        leave_out: kinds of findings that are not wanted.
    """

    file: str = ""
    k: int = 5
    leave_out: tuple[str, ...] = ()


class AuditShown(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    Attributes:
        faults: how many findings are wrong as they stand; the others are to be looked at.
        kinds: what each kind of finding is.
        quotations: how many there are, by what became of them.
        limits: what could not be looked at.
    """

    file: str
    title: str
    faults: int
    findings: tuple[Finding, ...]
    kinds: dict[str, str]
    voices: tuple[VoiceRow, ...]
    quotations: dict[str, int]
    limits: tuple[str, ...]
    notes: tuple[str, ...]


def audited(study: Study, manuscript: Manuscript, asked: AuditAsked) -> AuditShown:
    """The audit of a manuscript against the study."""
    from crosscase.analyses.manuscripts.audit import AuditOptions
    from crosscase.analyses.manuscripts.findings import KINDS
    from crosscase.reports.manuscripts import audit_of

    found = audit_of(study, manuscript, AuditOptions(k=asked.k, leave_out=asked.leave_out))
    return AuditShown(
        file=found.file, title=found.title, faults=found.faults, findings=found.findings, kinds=KINDS,
        voices=found.voices, quotations=found.quotations, limits=found.limits, notes=found.notes(),
    )  # fmt: skip
