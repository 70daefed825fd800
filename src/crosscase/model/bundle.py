"""The neutral shape between files and the study.

Importers make a `Bundle` and never touch the study; exporters are given one. Records name each other by the
keys that stand in the file (a case's code, a participant's identifier, a document's key), never by
the study's ids. What a format could not carry is listed in `losses`, what was decided along the way in
`choices`, and what was refused in `refusals`, so that the import report can say all three.

Offsets are code points of `Document.text`, half-open. Original files travel as paths, never as bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from crosscase.model.codes import CodingOrigin
from crosscase.model.fieldwork import Outcome, QuestionNature
from crosscase.model.people import AttributeType, MethodFamily, Permission, Subject
from crosscase.model.sources import SourceKind, Voice
from crosscase.model.writing import MemoType


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing as a file has it. Like rows of the study, records can be in no circle."""


class Loss(Record, frozen=True, kw_only=True):
    """Something in the file that could not be taken in, and where it stood."""

    place: str
    what: str


class Choice(Record, frozen=True, kw_only=True):
    """Something that was decided while reading, and can be overridden."""

    place: str
    what: str


class Refusal(Record, frozen=True, kw_only=True):
    """A file, or a part of one, that was not taken in. Nothing of it is in the bundle."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.reason}" if self.place else f"{self.file}: {self.reason}"


class Spoken(Record, frozen=True, kw_only=True, gc=False):
    """A turn: the words spoken, without the label and the line break that ends it.

    There are tens of thousands, and they refer to nothing that could refer back, so the collector passes them over.

    Attributes:
        speaker: the label, as one of `Document.speakers`; empty for notes and headings.
        question, topic: number of the question or name of the topic it asks, where the file says so.
    """

    start: int
    end: int
    speaker: str = ""
    nature: Literal["speech", "note", "heading", "quoted"] = "speech"
    from_ms: int | None = None
    to_ms: int | None = None
    question: str = ""
    topic: str = ""


class SpeakerRecord(Record, frozen=True, kw_only=True):
    """A label and whose voice it seems to be; `why` says what the guess rests on."""

    label: str
    voice: Voice = "unassigned"
    participant: str = ""
    why: str = ""


class Document(Record, frozen=True, kw_only=True):
    """A transcript or document: its text with line ends as line feeds, and who speaks where."""

    key: str
    name: str
    text: str
    nature: SourceKind = "transcript"
    turns: tuple[Spoken, ...] = ()
    speakers: tuple[SpeakerRecord, ...] = ()
    case: str = ""
    participants: tuple[str, ...] = ()
    interview: str = ""
    language: str = ""
    date: str = ""
    file: str = ""
    encoding: str = ""
    original: Path | None = None
    attributes: dict[str, str] = {}


class CaseRecord(Record, frozen=True, kw_only=True):
    """A case; further columns of its table are attributes."""

    code: str
    name: str = ""
    description: str = ""
    attributes: dict[str, str] = {}


class RoleRecord(Record, frozen=True, kw_only=True):
    """A sampling role with its identifier codes."""

    name: str
    codes: tuple[str, ...] = ()


class ParticipantRecord(Record, frozen=True, kw_only=True):
    """A participant; `role` names a sampling role or one of its codes, `labels` how transcripts call them.

    Attributes:
        consent: fields of a `Consent` that something is said about.
    """

    identifier: str
    case: str = ""
    role: str = ""
    code: str = ""
    name: str = ""
    labels: tuple[str, ...] = ()
    attributes: dict[str, str] = {}
    consent: dict[str, str] = {}


class AttributeRecord(Record, frozen=True, kw_only=True):
    """A variable, with the type that was read or inferred from its values."""

    subject: Subject
    name: str
    type: AttributeType = "text"
    options: tuple[str, ...] = ()
    grouping: bool = False
    inferred: bool = True


class TargetRecord(Record, frozen=True, kw_only=True):
    """A cell of the frame."""

    case: str
    role: str
    planned: int


class RecruitmentRecord(Record, frozen=True, kw_only=True):
    """A line of the recruitment log: counts and reasons, never names."""

    case: str
    role: str
    step: Literal["approached", "declined", "withdrew"]
    count: int
    reason: str = ""
    date: str = ""


class InterviewRecord(Record, frozen=True, kw_only=True):
    """A meeting."""

    name: str
    case: str = ""
    participants: tuple[str, ...] = ()
    date: str = ""
    minutes: int | None = None
    mode: str = ""
    interviewers: tuple[str, ...] = ()
    others: str = ""
    part: str = ""
    attributes: dict[str, str] = {}


class CodeRecord(Record, frozen=True, kw_only=True):
    """A code; `parent` is the key of another."""

    key: str
    name: str
    parent: str = ""
    definition: str = ""
    inclusion: str = ""
    exclusion: str = ""
    example: str = ""
    colour: str = ""
    category: bool = False


class PlacedRecord(Record, frozen=True, kw_only=True):
    """Something on a stretch of a document: by its offsets, by its words, or by both.

    Attributes:
        document: the key of a document of the bundle, or the name or file of a source in the study. Empty: the one text
            in which the words stand.
        start, end: code points of the document's text; -1: not known, look for the words.
        quote: its words as the other program has them. They may not agree with the offsets (see `model.quoting`).
        before, after: words that stand around it.
        occurrence: which place is meant where the words stand at several, from 1 on; 0: not said.
        area, from_ms, to_ms: an area of a picture or page, or a stretch of a recording, instead (see `model.places`).
        place: where it stands in the file it came from.
    """

    document: str = ""
    start: int = -1
    end: int = -1
    quote: str = ""
    before: str = ""
    after: str = ""
    occurrence: int = 0
    area: tuple[str, ...] = ()
    from_ms: int | None = None
    to_ms: int | None = None
    place: str = ""


class CodingRecord(PlacedRecord, frozen=True, kw_only=True):
    """A stretch of a document with a code on it; `weight` is from 1 to 100, 0 is none."""

    code: str
    member: str
    origin: CodingOrigin = "import"
    comment: str = ""
    weight: int = 0


class MarkRecord(PlacedRecord, frozen=True, kw_only=True):
    """A stretch of a document that somebody marked without a code."""

    member: str = ""
    note: str = ""


class ValuesRecord(Record, frozen=True, kw_only=True):
    """Values of attributes of a source that may be in the study already, by its name or file."""

    document: str
    attributes: dict[str, str] = {}
    case: str = ""


class SetRecord(Record, frozen=True, kw_only=True):
    """A named set of documents, participants or codes, by their keys."""

    name: str
    of: Literal["source", "participant", "code"]
    things: tuple[str, ...] = ()
    description: str = ""


class MemberRecord(Record, frozen=True, kw_only=True):
    """A person working on the study."""

    name: str
    permission: Permission = "editor"


class MemoRecord(PlacedRecord, frozen=True, kw_only=True):
    """Writing, attached to the thing with that key, to a stretch of a document, or to nothing."""

    title: str
    text: str
    member: str = ""
    nature: MemoType = "note"
    about_kind: str = ""
    about: str = ""


class InstrumentRecord(Record, frozen=True, kw_only=True):
    """A questionnaire in a version."""

    name: str
    version: str = "1"
    description: str = ""


class QuestionRecord(Record, frozen=True, kw_only=True):
    """An item of a questionnaire; `key` is what answers call it, `instrument` the name of its questionnaire."""

    key: str
    instrument: str
    wording: str
    number: str = ""
    nature: QuestionNature = "open"
    options: tuple[str, ...] = ()


class AnswerRecord(Record, frozen=True, kw_only=True):
    """What a participant answered to an item."""

    participant: str
    question: str
    values: tuple[str, ...] = ()
    outcome: Outcome = "answered"
    place: str = ""


class AnalysisRecord(Record, frozen=True, kw_only=True):
    """A set of themes."""

    name: str
    question: str = ""
    family: MethodFamily = "mixed"


class ThemeRecord(Record, frozen=True, kw_only=True):
    """A theme, and the codes it was developed from; `parent` is the label of another of its analysis."""

    label: str
    analysis: str = ""
    content: str = ""
    parent: str = ""
    codes: tuple[str, ...] = ()


class Bundle(Record, frozen=True, kw_only=True):
    """Everything a file or a folder brought, with what was decided and what could not be taken."""

    cases: tuple[CaseRecord, ...] = ()
    roles: tuple[RoleRecord, ...] = ()
    participants: tuple[ParticipantRecord, ...] = ()
    attributes: tuple[AttributeRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    recruitment: tuple[RecruitmentRecord, ...] = ()
    interviews: tuple[InterviewRecord, ...] = ()
    documents: tuple[Document, ...] = ()
    members: tuple[MemberRecord, ...] = ()
    codes: tuple[CodeRecord, ...] = ()
    codings: tuple[CodingRecord, ...] = ()
    marks: tuple[MarkRecord, ...] = ()
    values: tuple[ValuesRecord, ...] = ()
    sets: tuple[SetRecord, ...] = ()
    memos: tuple[MemoRecord, ...] = ()
    instruments: tuple[InstrumentRecord, ...] = ()
    questions: tuple[QuestionRecord, ...] = ()
    answers: tuple[AnswerRecord, ...] = ()
    analyses: tuple[AnalysisRecord, ...] = ()
    themes: tuple[ThemeRecord, ...] = ()
    losses: tuple[Loss, ...] = ()
    choices: tuple[Choice, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def joined(bundles: list[Bundle]) -> Bundle:
    """One bundle with everything of several, in their order."""
    names = [field.name for field in msgspec.structs.fields(Bundle)]
    return Bundle(**{name: tuple(item for bundle in bundles for item in getattr(bundle, name)) for name in names})
