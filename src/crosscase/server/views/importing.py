"""What files that were brought hold, how it would be taken in, and the corrections of whoever looks at it.

Reading is the importers' business and happens apart from the desk; here their bundle is shown, corrected, tried out and
taken in. A document that nobody corrected is taken in as it was shown.

What a careful reader would get wrong: refusals come from two places. Files that cannot be read are refused by the
importers, things that do not fit the study by the verb; both stand in `refusals`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from crosscase.importers.folder import list_files
from crosscase.importers.options import Known, Options, folded, people_of
from crosscase.importers.renaming import renamed
from crosscase.importers.study_tables import SUFFIXES as TABLES
from crosscase.model import Case, Code, Id, Participant, Role
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
from crosscase.server.registers import NameChoice, RegisterGiven
from crosscase.study import Done, Study
from crosscase.verbs.open_words import OpenQuotation, at_places, quotations
from crosscase.verbs.pseudonyms import check_names
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


class PlaceChoice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """At which of its places (from 1) a quotation lies that stands at several, by its row and its words."""

    row: str
    quote: str
    place: int


class ImportAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How files are to be read, and what of them is corrected.

    Attributes:
        types: the type of an attribute, by `subject.name`.
        encoding, nature: for all documents; found out when empty.
        interviewers: labels of who asks.
        names: what is to stand for names, everywhere in what is taken in.
        places: of quotations at several places, those that are meant, as the last preview lists them. They hold when
            the files are taken in; a preview lists all such quotations, so that a choice can be changed.
        register: who is who is kept there when the files are taken in; without it nobody can find out again.
    """

    encoding: str = ""
    nature: Literal["", "transcript", "document", "field note", "answer"] = ""
    types: dict[str, AttributeType] = {}
    interviewers: tuple[str, ...] = ()
    documents: tuple[DocumentFix, ...] = ()
    names: tuple[NameChoice, ...] = ()
    places: tuple[PlaceChoice, ...] = ()
    register: RegisterGiven | None = None


class LabelHere(msgspec.Struct, frozen=True, kw_only=True):
    """A label, whose voice it seems to be and why, and how many turns begin with it."""

    label: str
    voice: Voice
    participant: str
    why: str
    turns: int


class FileHere(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was brought, and what became, or would become, of it, with the reason where it is not taken in."""

    name: str
    became: Literal["source", "known", "table", "refused", "left alone"]
    reason: str = ""


class DocumentHere(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was found; `beginning` are its first words, `turns` and `characters` how much there is.

    Attributes:
        key: as corrections name it; it stays the same when names are replaced.
        path: of its file below the folder that was brought.
        source: what it became; empty where it was not taken in.
    """

    key: str
    path: str
    source: str
    name: str
    file: str
    nature: SourceKind
    case: str
    participants: tuple[str, ...]
    date: str
    language: str
    encoding: str
    characters: int
    turns: int
    speakers: tuple[LabelHere, ...]
    beginning: str
    attributes: dict[str, str]


class ImportHere(msgspec.Struct, frozen=True, kw_only=True):
    """What files hold, and what taking them in would do (or did).

    Attributes:
        refusals: all that is not taken in: files, rows of tables, and what is open.
        rows: those of the refusals that are rows which nothing can be chosen for.
        open: quotations that stand at several places, of which somebody has to say which is meant.
    """

    files: tuple[FileHere, ...]
    documents: tuple[DocumentHere, ...]
    cases: tuple[CaseRecord, ...]
    participants: tuple[ParticipantRecord, ...]
    attributes: tuple[AttributeRecord, ...]
    choices: tuple[Choice, ...]
    losses: tuple[Loss, ...]
    refusals: tuple[Refusal, ...]
    rows: tuple[Refusal, ...]
    open: tuple[OpenQuotation, ...]
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
        codes=frozenset(folded(one.name) for one in study.rows(Code)),
    )  # fmt: skip


class Brought(msgspec.Struct, frozen=True):
    """What is to be taken in, what it was before names were replaced, and the folder of its files."""

    bundle: Bundle
    before: Bundle
    folder: Path


def settled(read: Bundle, asked: ImportAsked, folder: Path, options: Options) -> Brought:
    """What files hold with all that was decided about them.

    Raises:
        UnfitPseudonymError, OneVoiceError: names cannot be replaced so.
    """
    before = with_new_people(corrected(read, asked.documents), asked.documents, options)
    names = {one.name: one.becomes for one in asked.names}
    if names:
        check_names(names)
    return Brought(renamed(before, names), before, folder)


def corrected(bundle: Bundle, fixes: tuple[DocumentFix, ...]) -> Bundle:
    """The bundle with the corrections of whoever looked at it."""
    by_key = {fix.key: fix for fix in fixes}
    documents = [
        _fixed(one, by_key[one.key]) if one.key in by_key else one
        for one in bundle.documents
        if one.key not in by_key or not by_key[one.key].leave_out
    ]
    left = {one.key for one in bundle.documents} - {one.key for one in documents}
    return msgspec.structs.replace(
        bundle,
        documents=tuple(documents),
        # What names no document that was left out may lie in a source of the study.
        codings=tuple(one for one in bundle.codings if one.document not in left),
        marks=tuple(one for one in bundle.marks if one.document not in left),
        memos=tuple(
            one for one in bundle.memos
            if one.document not in left and not (one.about_kind == "document" and one.about in left)
        ),
    )  # fmt: skip


def _fixed(one: Document, fix: DocumentFix) -> Document:
    given = {
        name: value
        for name in ("name", "case", "participants", "nature", "date")
        if (value := getattr(fix, name)) is not None
    }
    people = given.get("participants", one.participants)
    voices = {voice.label: voice for voice in fix.voices}
    speakers = tuple(
        SpeakerRecord(label=speaker.label, voice=said.voice, participant=said.participant, why="said so")
        if (said := voices.get(speaker.label)) is not None
        else _alone(speaker, people)
        if fix.participants is not None
        else speaker
        for speaker in one.speakers
    )
    return msgspec.structs.replace(one, speakers=speakers, **given)


def _alone(speaker: SpeakerRecord, people: tuple[str, ...]) -> SpeakerRecord:
    """Whoever answers is the only one who takes part, once it was said who does."""
    if speaker.voice != "participant" or (speaker.participant and speaker.participant in people) or len(people) != 1:
        return speaker
    return msgspec.structs.replace(speaker, participant=people[0], why=f"who answers, and {people[0]} alone takes part")


def with_new_people(bundle: Bundle, fixes: tuple[DocumentFix, ...], options: Options) -> Bundle:
    """The bundle with the cases and participants that corrections name and nobody has made yet."""
    cases = {folded(one) for one in options.cases} | {folded(one.code) for one in bundle.cases}
    people = {folded(one) for one in options.known.people.by_identifier}
    people |= {folded(one.identifier) for one in bundle.participants}
    new_cases: list[CaseRecord] = []
    new_people: list[ParticipantRecord] = []
    for fix in fixes:
        if fix.leave_out:
            continue
        case = (fix.case or "").strip()
        if case and folded(case) not in cases:
            cases.add(folded(case))
            new_cases.append(CaseRecord(code=case))
        said = (*(fix.participants or ()), *(one.participant for one in fix.voices if one.voice == "participant"))
        for person in (one.strip() for one in said):
            if person and folded(person) not in people:
                people.add(folded(person))
                new_people.append(ParticipantRecord(identifier=person, case=case))
    return msgspec.structs.replace(
        bundle, cases=(*bundle.cases, *new_cases), participants=(*bundle.participants, *new_people)
    )


def preview(study: Study, brought: Brought) -> ImportHere:
    """What taking files in would do; nothing is kept."""
    return shown(brought, study.try_out(take_in, brought.bundle), kept=False)


def take(study: Study, brought: Brought, places: Sequence[PlaceChoice], because: str) -> Done[ImportHere]:
    """Take files in, as one act."""
    bundle = at_places(brought.bundle, {(one.row, one.quote): one.place for one in places})
    with study.staying():
        done = (study.because(because) if because else study).do(take_in, bundle)
    return Done(done.entry, done.verb, done.changed, shown(brought, done.value, kept=True))


def shown(brought: Brought, taken: TakenIn, *, kept: bool) -> ImportHere:
    """What files hold, and what became of it."""
    bundle = brought.bundle
    sources: dict[str, Id] = taken.sources if kept else {}
    return ImportHere(
        files=tuple(_files(brought, taken)),
        documents=tuple(
            DocumentHere(
                key=old.key, path=_below(brought.folder, old), source=sources.get(one.key, ""), name=one.name,
                file=one.file, nature=one.nature, case=one.case, participants=one.participants, date=one.date,
                language=one.language, encoding=one.encoding, characters=len(one.text), turns=len(one.turns),
                speakers=_labels(one), beginning=one.text[:_BEGINNING], attributes=one.attributes,
            )
            for one, old in zip(bundle.documents, brought.before.documents, strict=True)
        ),
        cases=bundle.cases, participants=bundle.participants, attributes=bundle.attributes, choices=bundle.choices,
        losses=bundle.losses, refusals=(*bundle.refusals, *taken.refusals), rows=_rows(bundle, taken),
        open=quotations(taken.open), counts=taken.counts, known=taken.known, notes=taken.notes,
    )  # fmt: skip


def _rows(bundle: Bundle, taken: TakenIn) -> tuple[Refusal, ...]:
    """What is not taken in of files that are, and does not wait for somebody to choose a place."""
    waiting = {", ".join(filter(None, (one.row, one.code))) for one in taken.open}
    return tuple(one for one in (*bundle.refusals, *taken.refusals) if one.place and one.place not in waiting)


def _below(folder: Path, one: Document) -> str:
    path = one.original
    return path.relative_to(folder).as_posix() if path is not None and path.is_relative_to(folder) else one.file


def _labels(one: Document) -> tuple[LabelHere, ...]:
    turns = Counter(turn.speaker for turn in one.turns)
    return tuple(
        LabelHere(
            label=each.label, voice=each.voice, participant=each.participant, why=each.why, turns=turns[each.label]
        )
        for each in one.speakers
    )


def _files(brought: Brought, taken: TakenIn) -> Iterator[FileHere]:
    """Every file that was brought. One that holds several documents came in when one of them did."""
    known = {one.key: str(one) for one in taken.known}
    reasons: dict[str, list[str]] = {}
    for refusal in (*brought.bundle.refusals, *taken.refusals):
        reason = f"{refusal.place}: {refusal.reason}" if refusal.place else refusal.reason
        reasons.setdefault(refusal.file, []).append(reason)
    became: dict[str, FileHere] = {}
    for one, old in zip(brought.bundle.documents, brought.before.documents, strict=True):
        path = _below(brought.folder, old)
        if one.key in known:
            here = FileHere(name=path, became="known", reason=known[one.key])
        elif one.key in taken.sources:
            here = FileHere(name=path, became="source")
        else:
            here = FileHere(name=path, became="refused", reason=" ".join(reasons.get(one.file, [])))
        if path not in became or here.became == "source":
            became[path] = here
    for file in list_files([brought.folder]):
        reason = " ".join(reasons.get(file.name, []))
        if file.name in became:
            yield became[file.name]
        elif file.path.suffix.lower() in TABLES:
            whole = any(one.file == file.name and not one.place for one in brought.bundle.refusals)
            yield FileHere(name=file.name, became="refused" if whole else "table", reason=reason)
        else:
            yield FileHere(name=file.name, became="refused" if reason else "left alone", reason=reason)
