"""What files that were brought hold, how it would be taken in, and the corrections of whoever looks at it.

Reading is the importers' business and happens apart from the desk; here their bundle is shown, corrected, tried out and
taken in. A document that nobody corrected is taken in as it was shown.

What a careful reader would get wrong: refusals come from two places. Files that cannot be read are refused by the
importers, things that do not fit the study by the verb; both stand in `refusals`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from crosscase.importers import read_path
from crosscase.importers.options import Known, Options, people_of
from crosscase.model import Case, Participant, Role
from crosscase.model.bundle import (
    AttributeRecord,
    Bundle,
    CaseRecord,
    Choice,
    Document,
    Loss,
    ParticipantRecord,
    Refusal,
    SpeakerRecord,
)
from crosscase.model.people import AttributeType
from crosscase.model.sources import SourceKind, Voice
from crosscase.study import Done, Study
from crosscase.verbs.take_in import take_in
from crosscase.verbs.taken import Count, KnownDocument, TakenIn

_BEGINNING = 400


class VoiceFix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose voice a label is."""

    label: str
    voice: Voice
    participant: str = ""


class DocumentFix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Corrections of one document, by its key; what is not given stays as it was found."""

    key: str
    leave_out: bool = False
    name: str | None = None
    case: str | None = None
    participants: tuple[str, ...] | None = None
    nature: SourceKind | None = None
    date: str | None = None
    voices: tuple[VoiceFix, ...] = ()


class ImportAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How files are to be read, and what of them is corrected.

    Attributes:
        types: the type of an attribute, by `subject.name`.
        encoding, nature: for all documents; found out when empty.
        interviewers: labels of who asks.
    """

    encoding: str = ""
    nature: Literal["", "transcript", "document", "field note", "answer"] = ""
    types: dict[str, AttributeType] = {}
    interviewers: tuple[str, ...] = ()
    documents: tuple[DocumentFix, ...] = ()


class DocumentHere(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was found; `beginning` are its first words, `turns` and `characters` how much there is."""

    key: str
    name: str
    file: str
    nature: SourceKind
    case: str
    participants: tuple[str, ...]
    date: str
    encoding: str
    characters: int
    turns: int
    speakers: tuple[SpeakerRecord, ...]
    beginning: str
    attributes: dict[str, str]


class ImportHere(msgspec.Struct, frozen=True, kw_only=True):
    """What files hold, and what taking them in would do (or did)."""

    documents: tuple[DocumentHere, ...]
    cases: tuple[CaseRecord, ...]
    participants: tuple[ParticipantRecord, ...]
    attributes: tuple[AttributeRecord, ...]
    choices: tuple[Choice, ...]
    losses: tuple[Loss, ...]
    refusals: tuple[Refusal, ...]
    counts: dict[str, Count]
    known: tuple[KnownDocument, ...]
    notes: tuple[str, ...]


def options_of(study: Study, asked: ImportAsked) -> Options:
    """What the importers are told: what was chosen, and who is known already."""
    cases = study.rows(Case)
    people = people_of(study.rows(Participant), cases, study.rows(Role))
    return Options(
        types=asked.types, encoding=asked.encoding, nature=asked.nature,
        known=Known(people=people, interviewers=asked.interviewers), cases=tuple(one.code for one in cases),
    )  # fmt: skip


def read(folder: Path, options: Options) -> Bundle:
    """Everything that the files of a folder hold."""
    return read_path(folder, options=options)


def corrected(bundle: Bundle, fixes: tuple[DocumentFix, ...]) -> Bundle:
    """The bundle with the corrections of whoever looked at it."""
    by_key = {fix.key: fix for fix in fixes}
    documents = [
        _fixed(one, by_key[one.key]) if one.key in by_key else one
        for one in bundle.documents
        if one.key not in by_key or not by_key[one.key].leave_out
    ]
    kept = {one.key for one in documents}
    codings = tuple(one for one in bundle.codings if one.document in kept)
    return msgspec.structs.replace(bundle, documents=tuple(documents), codings=codings)


def _fixed(one: Document, fix: DocumentFix) -> Document:
    voices = {voice.label: voice for voice in fix.voices}
    speakers = tuple(
        SpeakerRecord(label=speaker.label, voice=said.voice, participant=said.participant, why="said so")
        if (said := voices.get(speaker.label)) is not None
        else speaker
        for speaker in one.speakers
    )
    given = {
        name: value
        for name in ("name", "case", "participants", "nature", "date")
        if (value := getattr(fix, name)) is not None
    }
    return msgspec.structs.replace(one, speakers=speakers, **given)


def preview(study: Study, bundle: Bundle) -> ImportHere:
    """What taking a bundle in would do; nothing is kept."""
    return shown(bundle, study.try_out(take_in, bundle))


def take(study: Study, bundle: Bundle, because: str) -> Done[ImportHere]:
    """Take a bundle in, as one act."""
    done = (study.because(because) if because else study).do(take_in, bundle)
    return Done(done.entry, done.verb, done.changed, shown(bundle, done.value))


def shown(bundle: Bundle, taken: TakenIn) -> ImportHere:
    """A bundle, and what became of it."""
    return ImportHere(
        documents=tuple(
            DocumentHere(
                key=one.key, name=one.name, file=one.file, nature=one.nature, case=one.case,
                participants=one.participants, date=one.date, encoding=one.encoding, characters=len(one.text),
                turns=len(one.turns), speakers=one.speakers, beginning=one.text[:_BEGINNING],
                attributes=one.attributes,
            )
            for one in bundle.documents
        ),
        cases=bundle.cases, participants=bundle.participants, attributes=bundle.attributes, choices=bundle.choices,
        losses=bundle.losses, refusals=(*bundle.refusals, *taken.refusals), counts=taken.counts, known=taken.known,
        notes=taken.notes,
    )  # fmt: skip
