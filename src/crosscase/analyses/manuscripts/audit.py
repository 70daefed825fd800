"""The audit of a manuscript: everything that a careful reviewer would ask, in one go.

Takes a manuscript as `importers.manuscript` reads it and the ground it is held against; gives findings with their
places, who is quoted, and what could not be checked. Nothing is changed and nothing is kept.

What a careful reader would get wrong: no finding does not mean that all is well. `limits` says what was not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.analyses.manuscripts import disclosure, exactness, headings, quantified, sums, voice
from crosscase.analyses.manuscripts.codes import Codes
from crosscase.analyses.manuscripts.findings import KINDS, Finding, VoiceRow
from crosscase.analyses.manuscripts.ground import Ground
from crosscase.analyses.manuscripts.labels import Labels
from crosscase.analyses.manuscripts.quotes import quotes_of
from crosscase.analyses.manuscripts.voice import voice_table, voices
from crosscase.errors import BadValueError
from crosscase.model.manuscripts import Manuscript
from crosscase.model.table import Column, Table

_BECAME = ("exact", "declared", "altered", "not found", "not checked")


class AuditOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to audit.

    Attributes:
        k: the least number of people that a cell of a table may count.
        leave_out: kinds of findings that are not wanted.
    """

    k: int = 5
    leave_out: tuple[str, ...] = ()


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    Attributes:
        file, title: of the manuscript.
        quotations: how many there are, by what became of them.
        limits: what could not be looked at.
        invented: words that made-up data must carry.
    """

    file: str
    title: str
    findings: tuple[Finding, ...]
    voices: tuple[VoiceRow, ...]
    quotations: dict[str, int]
    limits: tuple[str, ...]
    invented: str = ""

    @property
    def faults(self) -> int:
        """How many findings are wrong as they stand."""
        return sum(one.weight == "fault" for one in self.findings)

    def table(self) -> Table:
        """Findings, in the order of their kinds and of the manuscript."""
        columns = (
            Column("kind", "Finding"), Column("weight", "Weight"), Column("where", "Where"),
            Column("words", "In the manuscript"), Column("what", "What is the matter"), Column("do", "What to do"),
        )  # fmt: skip
        rows = tuple((one.kind, one.weight, _places(one), one.words, one.what, one.do) for one in self.findings)
        return Table(title=f"Audit of {self.file}", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        quoted = sum(self.quotations.values())
        became = ", ".join(f"{count} {word}" for word, count in self.quotations.items())
        found = f"{self.faults} faults, {len(self.findings) - self.faults} to look at."
        notes = (self.invented, found, f"{quoted} quotations: {became}." if quoted else "No quotation was found.")
        return tuple(note for note in (*notes, *self.limits) if note)

    def voice_table(self) -> Table:
        """Who is quoted."""
        table = voice_table(self.voices)
        notes = tuple(note for note in (self.invented, *table.notes) if note)
        return msgspec.structs.replace(table, notes=notes)

    def to_dict(self) -> dict[str, Any]:
        """As JSON: `{analysis, file, title, faults, findings, voices, quotations, limits, kinds, notes}`."""
        data = {
            "analysis": "audit of a manuscript", "file": self.file, "title": self.title, "faults": self.faults,
            "findings": self.findings, "voices": self.voices, "quotations": self.quotations, "limits": self.limits,
            "kinds": {one.kind: KINDS[one.kind] for one in self.findings}, "notes": self.notes(),
        }  # fmt: skip
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(data))
        return plain


def _places(one: Finding) -> str:
    return "; ".join(where.in_words() for where in (one.where, *one.places))


def audit(manuscript: Manuscript, ground: Ground, options: AuditOptions | None = None) -> Audit:
    """Everything there is to find.

    Raises:
        BadValueError: k is less than 2, or a kind of finding is named that there is not.
    """
    options = options or AuditOptions()
    if options.k < 2:
        message = "The least number of people in a cell is 2 or more."
        raise BadValueError(message)
    unknown = [kind for kind in options.leave_out if kind not in KINDS]
    if unknown:
        message = f"{unknown[0]!r} is no kind of finding. Choose of: {', '.join(KINDS)}."
        raise BadValueError(message)
    codes = Codes(ground)
    labels = Labels(ground, codes)
    held = exactness.hold(ground, quotes_of(manuscript, ground, codes, labels))
    rows = voices(ground, held)
    found: list[Finding] = [
        *disclosure.identifiers(ground, manuscript, codes),
        *exactness.findings(ground, held),
        *disclosure.recognisable(ground, held, labels),
        *disclosure.small_cells(ground, manuscript, options.k),
        *voice.findings(ground, held, rows),
        *quantified.findings(manuscript, ground),
        *headings.findings(manuscript, ground),
        *sums.findings(manuscript),
    ]
    order = {kind: number for number, kind in enumerate(KINDS)}
    kept = [one for one in found if one.kind not in options.leave_out]
    became = Counter(one.checked.status if one.checked else "not checked" for one in held)
    return Audit(
        file=manuscript.file,
        title=manuscript.title,
        findings=tuple(sorted(kept, key=lambda one: (order[one.kind], one.where.paragraph))),
        voices=rows,
        quotations={
            word: became[word] for word in ("exact", "declared", "altered", "not found", "not checked") if became[word]
        },
        limits=_limits(manuscript, ground, held),
        invented=ground.invented,
    )


def _limits(manuscript: Manuscript, ground: Ground, held: Sequence[exactness.Held]) -> tuple[str, ...]:
    unknown = sum(one.speaker(ground) is None for one in held)
    said = (
        "There are no transcripts here: quotations were not compared with what was said."
        if ground.shingles is None
        else "",
        "There are no participants here: identifiers and labels were not compared." if not ground.people else "",
        f"Of {unknown} quotations it is not known who speaks; they are left out of who is quoted." if unknown else "",
        "There are no claims here: sentences that say how many were compared with the sample alone."
        if not ground.claims
        else "",
        *(f"Not read: {loss}" for loss in manuscript.losses),
    )
    return tuple(one for one in said if one)
