"""A source as it is read and coded: its text, who speaks where, and what lies on it.

Offsets are code points of the text as it reads now, half-open. The text is sent as it is stored, never normalised:
clients count on it.

What a careful reader would get wrong: an independent coder is sent no codings, marks and memos but their own, whatever
layer is asked for; that is what *independent* means. And codings of codes that were merged name the code they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any, Literal

import msgspec

from crosscase.errors import NotFoundError
from crosscase.model import (
    Case,
    Codebook,
    Coding,
    ContentNote,
    Id,
    Interview,
    Mark,
    Member,
    Memo,
    Participant,
    Reading,
    Source,
    Speaker,
    Turn,
)
from crosscase.model.codes import CodingOrigin, Progress
from crosscase.model.places import PlaceKind
from crosscase.model.sources import SourceKind, Voice
from crosscase.model.writing import MemoType
from crosscase.reads.codebook import leading
from crosscase.reads.paragraphs import paragraphs
from crosscase.reads.redefined import redefined
from crosscase.server.desk import whoever
from crosscase.study import Study
from crosscase.verbs.checks import followed


class ReadingHere(msgspec.Struct, frozen=True, kw_only=True):
    """How far a member is with a source.

    Attributes:
        unread: how many of today's codes it has not been read for.
        redefined: codes it was read for that were defined anew since.
    """

    member: Id
    progress: Progress
    sample: str
    unread: int
    redefined: tuple[Id, ...]


class SourceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A source in a list.

    Attributes:
        case: its own, else that of its interview or of whom it is about.
        characters: code points.
        codings: of everybody (for an independent coder: their own); mine: of who asks.
        unassigned: labels in it whose voice nobody has said.
        covered: what a content note on the whole of it is about.
    """

    id: Id
    name: str
    nature: SourceKind
    case: Id | None
    participant: Id | None
    interview: Id | None
    date: str
    language: str
    file: str
    characters: int
    turns: int
    codings: int
    mine: int
    marks: int
    unassigned: int
    covered: tuple[str, ...]
    readings: tuple[ReadingHere, ...]


class TurnHere(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch spoken by one speaker, without its label; `nature` says whether it is speech at all."""

    id: Id
    start: int
    end: int
    speaker: Id | None
    nature: Literal["speech", "note", "heading", "quoted"]
    from_ms: int | None
    to_ms: int | None
    question: Id | None
    topic: Id | None
    declined: bool


class SpeakerHere(msgspec.Struct, frozen=True, kw_only=True):
    """A label in the source, whose voice it is, and the identifier of the participant it is."""

    id: Id
    label: str
    voice: Voice
    participant: Id | None
    identifier: str


class SourceToRead(msgspec.Struct, frozen=True, kw_only=True):
    """A source with its text and turns, in the order of the text.

    Attributes:
        paragraphs: where each begins, and its number, which stays when the text is corrected.
        corrected: whether somebody corrected the text since it was brought.
    """

    source: SourceLine
    description: str
    text: str
    paragraphs: tuple[tuple[int, str], ...]
    corrected: bool
    turns: tuple[TurnHere, ...]
    speakers: tuple[SpeakerHere, ...]
    before: Id | None
    after: Id | None


class CodingHere(msgspec.Struct, frozen=True, kw_only=True):
    """A coding where it lies.

    Attributes:
        code: the code it counts for: where its own was merged, the other.
        start, end: equal when no words are left under it; 0 for places that are no stretch of text.
    """

    id: Id
    code: Id
    member: Id
    place: PlaceKind
    start: int
    end: int
    from_ms: int | None
    to_ms: int | None
    origin: CodingOrigin
    unreviewed: bool
    stance: Literal["yes", "no"]
    weight: int
    comment: str


class MarkHere(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that somebody noticed."""

    id: Id
    member: Id
    place: PlaceKind
    start: int
    end: int
    note: str


class ContentNoteHere(msgspec.Struct, frozen=True, kw_only=True):
    """What a passage, or the whole source (`place` is whole), is covered for."""

    id: Id
    about: str
    place: PlaceKind
    start: int
    end: int
    note: str


class MemoHere(msgspec.Struct, frozen=True, kw_only=True):
    """A memo on a passage, on a coding of this source, or on the source itself."""

    id: Id
    member: Id
    nature: MemoType
    title: str
    text: str
    about_kind: str
    about: Id | None
    start: int
    end: int


class Layers(msgspec.Struct, frozen=True, kw_only=True):
    """What lies on a source, in the order of the text."""

    source: Id
    version: str
    codings: tuple[CodingHere, ...]
    marks: tuple[MarkHere, ...]
    content_notes: tuple[ContentNoteHere, ...]
    memos: tuple[MemoHere, ...]


def source_lines(study: Study) -> list[SourceLine]:
    """All sources, in their order."""
    sources = sorted(study.rows(Source), key=lambda one: (one.position, one.name, one.id))
    return _lines(study, sources)


def source_to_read(study: Study, source: Id) -> SourceToRead:
    """One source, to be read.

    Raises:
        NotFoundError: there is none of that id.
    """
    order = sorted(study.rows(Source), key=lambda one: (one.position, one.name, one.id))
    at = next((number for number, one in enumerate(order) if one.id == source), None)
    if at is None:
        raise NotFoundError("source", source)
    people = {one.id: one.identifier for one in study.rows(Participant)}
    turns = sorted(study.store.values(Turn, _OF_TURNS, source=source), key=_IN_ORDER)
    speakers = sorted(study.rows(Speaker, source=source), key=lambda one: one.label)
    numbered, corrected = paragraphs(study.store, source)
    return SourceToRead(
        source=_lines(study, [order[at]])[0],
        description=order[at].description,
        text=study.text(source),
        paragraphs=tuple(numbered),
        corrected=corrected,
        turns=tuple(
            TurnHere(
                start=start, end=end, id=turn, speaker=speaker, nature=nature, from_ms=from_ms, to_ms=to_ms,
                question=question, topic=topic, declined=bool(declined),
            )
            for start, end, turn, speaker, nature, from_ms, to_ms, question, topic, declined in turns
        ),
        speakers=tuple(
            SpeakerHere(
                id=one.id, label=one.label, voice=one.voice, participant=one.participant,
                identifier=people.get(one.participant or "", ""),
            )
            for one in speakers
        ),
        before=order[at - 1].id if at else None,
        after=order[at + 1].id if at + 1 < len(order) else None,
    )  # fmt: skip


def layers(study: Study, source: Id, *, of: str = "") -> Layers:
    """What lies on a source.

    Args:
        of: a member's id, for what that one put there; everybody's without it.

    Raises:
        NotFoundError: there is no source of that id.
    """
    if study.get(Source, source) is None:
        raise NotFoundError("source", source)
    me = whoever(study)
    if me is not None and me.permission == "independent coder":
        of = me.id
    whose = {"member": of} if of else {}
    leads = leading(study.store)
    codings = sorted(study.store.values(Coding, _OF_CODINGS, source=source, **whose), key=_IN_ORDER)
    marks = sorted(study.rows(Mark, source=source, **whose), key=lambda one: (one.start, one.end, one.id))
    notes = sorted(study.rows(ContentNote, source=source), key=lambda one: (one.start, one.end, one.id))
    return Layers(
        source=source,
        version=study.version,
        codings=tuple(_codings(codings, leads)),
        marks=tuple(
            MarkHere(id=one.id, member=one.member, place=one.place, start=one.start, end=one.end, note=one.note)
            for one in marks
        ),
        content_notes=tuple(
            ContentNoteHere(id=one.id, about=one.about, place=one.place, start=one.start, end=one.end, note=one.note)
            for one in notes
        ),
        memos=_memos(study, source, {one[2] for one in codings}, me),
    )


_OF_TURNS = ("start", "end", "id", "speaker", "nature", "from_ms", "to_ms", "question", "topic", "declined")
_OF_CODINGS = (
    "start", "end", "id", "code", "member", "place", "from_ms", "to_ms", "origin", "accepted", "stance", "weight",
    "comment",
)  # fmt: skip
_IN_ORDER = itemgetter(0, 1, 2)


def _codings(records: list[tuple[Any, ...]], leads: dict[Id, Id]) -> Iterator[CodingHere]:
    """Codings as they lie, of their values: a long transcript has tens of thousands."""
    for start, end, coding, code, member, place, from_ms, to_ms, origin, accepted, stance, weight, comment in records:
        yield CodingHere(
            id=coding, code=leads.get(code, code), member=member, place=place, start=start, end=end, from_ms=from_ms,
            to_ms=to_ms, origin=origin, unreviewed=origin == "rule" and accepted is None, stance=stance, weight=weight,
            comment=comment,
        )  # fmt: skip


def _memos(study: Study, source: Id, codings: set[Id], me: Member | None) -> tuple[MemoHere, ...]:
    """Memos that belong here; a reflexive one is its author's alone until shared, who codes alone reads no other's."""
    mine = me.id if me else ""
    alone = me is not None and me.permission == "independent coder"
    found = [
        one
        for one in study.rows(Memo)
        if (source in {one.source, one.about} or one.about in codings)
        and (one.member == mine or (not alone and (one.nature != "reflexive" or one.shared)))
    ]
    return tuple(
        MemoHere(
            id=one.id, member=one.member, nature=one.nature, title=one.title, text=one.text,
            about_kind=one.about_kind, about=one.about, start=one.start, end=one.end,
        )
        for one in sorted(found, key=lambda one: (one.start, one.end, one.id))
    )  # fmt: skip


def _lines(study: Study, sources: list[Source]) -> list[SourceLine]:
    only = {"source": sources[0].id} if len(sources) == 1 else {}
    cases = cases_of(study, sources)
    me = whoever(study)
    mine = me.id if me else ""
    alone = me is not None and me.permission == "independent coder"
    coded = _by_source(study, Coding, only, mine)
    marked = _by_source(study, Mark, only, mine)
    turns = study.store.tally(Turn, ("source",), **only)
    unassigned: dict[Id, int] = {}
    for speaker in study.rows(Speaker, **only):
        if speaker.voice == "unassigned":
            unassigned[speaker.source] = unassigned.get(speaker.source, 0) + 1
    covered: dict[Id, list[str]] = {}
    for note in study.rows(ContentNote, **only):
        if note.place == "whole":
            covered.setdefault(note.source, []).append(note.about)
    readings = _readings(study, only)
    lines: list[SourceLine] = []
    for one in sources:
        own, every = coded.get(one.id, (0, 0))
        my_marks, marks = marked.get(one.id, (0, 0))
        lines.append(
            SourceLine(
                id=one.id, name=one.name, nature=one.nature, case=cases[one.id],
                participant=one.participant, interview=one.interview, date=one.date, language=one.language,
                file=one.file, characters=one.length, turns=turns.get((one.id,), 0), codings=own if alone else every,
                mine=own, marks=my_marks if alone else marks, unassigned=unassigned.get(one.id, 0),
                covered=tuple(dict.fromkeys(covered.get(one.id, ()))), readings=tuple(readings.get(one.id, ())),
            )
        )  # fmt: skip
    return lines


def cases_of(study: Study, sources: Iterable[Source]) -> dict[Id, Id | None]:
    """The case of each source: its own, else that of its interview, else that of whom it is about."""
    people = {one.id: one.case for one in study.rows(Participant)}
    meetings = {one.id: one.case for one in study.rows(Interview)}
    into = {one.id: one.merged_into for one in study.rows(Case)}
    found: dict[Id, Id | None] = {}
    for one in sources:
        case = one.case or meetings.get(one.interview or "") or people.get(one.participant or "")
        found[one.id] = followed(into, case) if case in into else None
    return found


def _by_source(study: Study, row: type[Coding | Mark], only: dict[str, Id], mine: Id) -> dict[Id, tuple[int, int]]:
    """By source: how many are mine, and how many there are."""
    found: dict[Id, tuple[int, int]] = {}
    for (source, member), count in study.store.tally(row, ("source", "member"), **only).items():
        own, every = found.get(source, (0, 0))
        found[source] = (own + count * (member == mine), every + count)
    return found


def _readings(study: Study, only: dict[str, Id]) -> dict[Id, list[ReadingHere]]:
    readings = study.rows(Reading, **only)
    if not readings:
        return {}
    columns = study.store.columns("code", ("merged_into", "retired"))
    states = zip(columns["id"], columns["merged_into"], columns["retired"], strict=True)
    codes = {code for code, into, retired in states if into is None and not retired}
    books = {one.id: set(one.codes) for one in study.rows(Codebook)}
    anew = redefined(study.store)
    found: dict[Id, list[ReadingHere]] = {}
    for one in readings:
        known = books.get(one.codebook or "", set()) if one.progress == "done" else set[str]()
        found.setdefault(one.source, []).append(
            ReadingHere(
                member=one.member, progress=one.progress, sample=one.sample, unread=len(codes - known),
                redefined=anew.get(one.id, ()),
            )
        )  # fmt: skip
    return found
