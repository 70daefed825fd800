"""Codings as people read them: which words, whose, in which case, by whom.

What a careful reader would get wrong: `participants` are those whose own words lie under the coding. It is empty for an
interviewer's words, for quotations, and for speakers whom nobody has mapped yet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from crosscase.model import Case, Code, Coding, ContentNote, Id, Interview, Member, Participant, Source, Speaker, Turn
from crosscase.reads.codebook import stands_for
from crosscase.reads.lookup import Rows, code_paths


class Texts(Rows, Protocol):
    """What gives rows, and the texts of sources."""

    def text(self, source: Id) -> str:
        """The text of a source as it reads now."""
        ...


class CodingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A coding with the names of what it names.

    Attributes:
        id: of the coding.
        source: the name of the source.
        case: the code of the case.
        participants: the identifiers of those whose own words lie under it.
        code: the path; of the code that it was merged into, where it was.
        quote: the words, verbatim.
        start, end: code points of the source; 0 and 0 for a place that is no stretch of text.
        place: what it lies on: a stretch of text, an area, a stretch of time, or the whole source.
        member: who coded it.
        origin: how it came about.
        covered: what they are about that a reader may wish to be spared, where a content note lies on them.
        unreviewed: by rule, and nobody has accepted it.
        accepted: who accepted it.
        stance: no, where the passage says that it is not so.
        weight: 1 to 100; 0 is none given.
        comment: what its member wrote about it.
        rule: what found it, for codings by rule.
    """

    id: Id
    source: str
    case: str
    participants: tuple[str, ...]
    code: str
    quote: str
    start: int
    end: int
    place: str
    member: str
    origin: str
    unreviewed: bool
    accepted: str
    stance: str
    weight: int
    comment: str
    rule: str
    covered: tuple[str, ...]


def coding_lines(texts: Texts, codings: Sequence[Coding]) -> list[CodingLine]:
    """Codings in the order of the study's sources and of their places."""
    named = {coding.source for coding in codings}
    sources = {source.id: source for source in texts.rows(Source, id=named)}
    codes = texts.rows(Code)
    paths, leads = code_paths(codes), stands_for(codes)
    members = {member.id: member.name for member in texts.rows(Member)}
    cases = {case.id: case.code for case in texts.rows(Case)}
    people = {one.id: one for one in texts.rows(Participant)}
    meetings = {one.id: one.case for one in texts.rows(Interview)}
    voices = _voices(texts, named, people)
    words = {source: texts.text(source) for source in named}
    spared = covers_of(texts, named)

    def case_of(source: Source, spoken: Iterable[Id]) -> str:
        own = next((people[one].case for one in spoken if people[one].case), None)
        about = people[source.participant].case if source.participant in people else None
        return cases.get(own or source.case or meetings.get(source.interview or "") or about or "", "")

    lines: list[CodingLine] = []
    order = {source.id: (source.position, source.name, source.id) for source in sources.values()}
    for coding in sorted(codings, key=lambda one: (order[one.source], one.start, one.end, one.id)):
        source = sources[coding.source]
        spoken = voices[coding.source].under(coding.start, coding.end) if coding.place == "text" else ()
        if not spoken and not voices[coding.source].starts and source.participant in people:
            spoken = (source.participant,)
        lines.append(
            CodingLine(
                id=coding.id,
                source=source.name,
                case=case_of(source, spoken),
                participants=tuple(people[one].identifier for one in spoken),
                code=paths.get(leads.get(coding.code, coding.code), ""),
                quote=words[coding.source][coding.start : coding.end] if coding.place == "text" else "",
                start=coding.start,
                end=coding.end,
                place=coding.place,
                member=members.get(coding.member, ""),
                origin=coding.origin,
                unreviewed=coding.origin == "rule" and coding.accepted is None,
                accepted=members.get(coding.accepted or "", ""),
                stance=coding.stance,
                weight=coding.weight,
                comment=coding.comment,
                rule=coding.rule,
                covered=spared.get(coding.source, Spared()).over(coding.start, coding.end),
            )
        )
    return lines


def said_by(texts: Texts, source: Source, start: int, end: int) -> tuple[str, ...]:
    """The identifiers of those whose own words lie in a stretch, in the order in which they speak; see above."""
    return tuple(one.identifier for one in people_in(texts, source, start, end))


def people_in(texts: Texts, source: Source, start: int, end: int) -> tuple[Participant, ...]:
    """Those whose own words lie in a stretch, in the order in which they speak."""
    people = {one.id: one for one in texts.rows(Participant)}
    voices = _voices(texts, {source.id}, people)[source.id]
    spoken = voices.under(start, end)
    if not spoken and not voices.starts and source.participant in people:
        spoken = (source.participant,)
    return tuple(people[one] for one in spoken)


class Spared(msgspec.Struct):
    """The content notes of one source: stretches, and what they are about; `all` are about the whole of it."""

    places: list[tuple[int, int, str]] = []
    all: list[str] = []

    def over(self, start: int, end: int) -> tuple[str, ...]:
        """What a stretch is covered for; a place without words, for the notes on the whole source."""
        return tuple(dict.fromkeys([*self.all, *(about for a, b, about in self.places if a < end and start < b)]))


def covers_of(rows: Rows, sources: Iterable[Id]) -> dict[Id, Spared]:
    """The content notes of sources that have some."""
    found: dict[Id, Spared] = {}
    for one in rows.rows(ContentNote, source=set(sources)):
        held = found.setdefault(one.source, Spared([], []))
        if one.place == "text":
            held.places.append((one.start, one.end, one.about))
        else:
            held.all.append(one.about)
    return found


class _Voices(msgspec.Struct):
    """Who speaks where in one source: turns by their start, and the participant of each (None for nobody's)."""

    starts: list[int]
    ends: list[int]
    whose: list[Id | None]

    def under(self, start: int, end: int) -> tuple[Id, ...]:
        """The participants whose turns a stretch touches."""
        last = bisect_left(self.starts, end)
        found = [
            whose
            for whose, stops in zip(self.whose[:last], self.ends[:last], strict=True)
            if stops > start and whose is not None
        ]
        return tuple(dict.fromkeys(found))


def _voices(texts: Texts, sources: Iterable[Id], people: dict[Id, Participant]) -> dict[Id, _Voices]:
    found = {source: _Voices([], [], []) for source in sources}
    speakers = {
        speaker.id: speaker.participant if speaker.voice == "participant" else None
        for speaker in texts.rows(Speaker, source=set(found))
    }
    for turn in sorted(texts.rows(Turn, source=set(found)), key=lambda one: (one.start, one.end)):
        held = found[turn.source]
        whose = speakers.get(turn.speaker or "") if turn.nature == "speech" else None
        held.starts.append(turn.start)
        held.ends.append(turn.end)
        held.whose.append(whose if whose in people else None)
    return found
