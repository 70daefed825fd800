"""Cases and participants as sheets, one participant whole, the frame, and whose voices nobody has named.

What a careful reader would get wrong: what stands here of one participant is what the whole team holds of them, their
real name apart; an independent coder is counted only what they coded themselves. And `reach` looks and changes nothing:
the act that erases is `participant.erase`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from crosscase.analyses.recruitment import Place
from crosscase.analyses.recruitment import frame as recruited
from crosscase.errors import NotFoundError
from crosscase.model import Attendance, Code, Coding, Id, Interview, Memo, Participant, Source, Speaker, Turn
from crosscase.model.sources import Voice
from crosscase.reads.codebook import stands_for
from crosscase.reads.consents import Standing, Whose
from crosscase.reads.lookup import code_paths
from crosscase.reads.sheets import Sheet, SheetOf
from crosscase.reads.sheets import sheet as sheet_of
from crosscase.server.desk import who_reads
from crosscase.server.views.quoting import own_only
from crosscase.study import Study
from crosscase.verbs.sheets import PlannedCell, SheetLine, planned

_SHOWN = 80
"""Code points of the first words of a voice."""


class SheetAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which sheet: of cases, or of participants."""

    of: SheetOf


def sheet(study: Study, asked: SheetAsked) -> Sheet:
    """All cases or all participants, with everything that is known of each."""
    return sheet_of(study, asked.of)


class FitsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be filled in, as the act `sheet.fill` takes it."""

    of: SheetOf
    lines: tuple[SheetLine, ...]
    extend: bool = False


class Fits(msgspec.Struct, frozen=True, kw_only=True):
    """What would become of every cell; `wrong`: how many cannot be so."""

    cells: tuple[PlannedCell, ...]
    wrong: int


def fits(study: Study, asked: FitsAsked) -> Fits:
    """Say what filling in would change, and what does not fit; nothing is changed."""
    cells = planned(study, asked.of, asked.lines, extend=asked.extend)
    return Fits(cells=tuple(cells), wrong=sum(bool(cell.why) for cell in cells))


class PersonAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A participant."""

    participant: Id


class SpokenIn(msgspec.Struct, frozen=True, kw_only=True):
    """A source in which a participant speaks, or that is about them, with how much of it is theirs."""

    source: Id
    name: str
    date: str
    interview: str
    turns: int
    characters: int


class SaidOf(msgspec.Struct, frozen=True, kw_only=True):
    """A code on a participant's words: how many codings, in how many sources; `denied`: they said it is not so."""

    code: Id
    path: str
    codings: int
    sources: int
    denied: int
    unreviewed: int


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one participant but their values (see the sheet) and memos (`/api/memos?about=`)."""

    participant: Participant
    consent: Standing
    sources: tuple[SpokenIn, ...]
    said: tuple[SaidOf, ...]
    merged: tuple[str, ...]


def person(study: Study, asked: PersonAsked) -> Person:
    """Show one participant: where they speak, what they agreed to, and what was said about what.

    Raises:
        NotFoundError: there is no such participant.
    """
    found = study.get(Participant, asked.participant)
    if found is None:
        raise NotFoundError("participant", asked.participant)
    consents = study.consents()
    whose = Whose(study, consents)
    their = consents.person(found.id)
    merged = [one for one in study.rows(Participant) if one.id != found.id and consents.person(one.id) == found.id]
    people = [found.id, *(one.id for one in merged)]
    speakers = study.rows(Speaker, participant=people)
    meetings = {one.id: one for one in study.rows(Interview)}
    attended = {one.interview for one in study.rows(Attendance, participant=people)}
    there = {one.source for one in speakers}
    sources = [
        one
        for one in study.rows(Source)
        if one.id in there or one.participant in people or (one.interview and one.interview in attended)
    ]
    sources.sort(key=lambda one: (one.position, one.name))
    own = {one.id for one in speakers}
    turns = [turn for turn in study.rows(Turn, source=[one.id for one in sources]) if turn.speaker in own]
    spoken = Counter(turn.source for turn in turns)
    long = Counter[Id]()
    for turn in turns:
        long[turn.source] += turn.end - turn.start
    return Person(
        participant=found,
        consent=consents.standing(found.id),
        sources=tuple(
            SpokenIn(
                source=one.id, name=one.name, date=one.date or _field(meetings, one.interview, "date"),
                interview=_field(meetings, one.interview, "name"), turns=spoken[one.id], characters=long[one.id],
            )
            for one in sources
        ),
        said=tuple(_said(study, whose, their, [one.id for one in sources])),
        merged=tuple(sorted(one.identifier for one in merged)),
    )  # fmt: skip


def _field(things: dict[Id, Interview], thing: Id | None, field: str) -> str:
    found = things.get(thing or "")
    return str(getattr(found, field)) if found is not None else ""


def _said(study: Study, whose: Whose, person: Id, sources: list[Id]) -> Iterable[SaidOf]:
    """Codes on somebody's words, the most frequent first."""
    codes = study.rows(Code)
    leads, paths, me = stands_for(codes), code_paths(codes), own_only(study)
    counted: dict[Id, list[Coding]] = {}
    for coding in study.rows(Coding, source=sources) if sources else ():
        if (not me or coding.member == me) and person in whose.of(coding.source, coding.start, coding.end):
            counted.setdefault(leads.get(coding.code, coding.code), []).append(coding)
    found = [
        SaidOf(
            code=code, path=paths.get(code, ""), codings=len(codings), sources=len({one.source for one in codings}),
            denied=sum(one.stance == "no" for one in codings),
            unreviewed=sum(one.origin == "rule" and one.accepted is None for one in codings),
        )
        for code, codings in counted.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.codings, one.path))


class SampleAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing has to be said."""


class SamplePlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the frame; `interviewed`: how many of those recruited are in a source or an interview."""

    place: Place
    interviewed: int


class SampleHere(msgspec.Struct, frozen=True, kw_only=True):
    """The frame with what became of it; `outside`: identifiers of participants without a case or a role."""

    places: tuple[SamplePlace, ...]
    outside: tuple[str, ...]


def sample(study: Study, asked: SampleAsked) -> SampleHere:  # noqa: ARG001 - every question is asked something
    """Compare who was planned with who was recruited, and with who was interviewed."""
    found = recruited(study.snapshot())
    heard = {one.participant for one in study.rows(Attendance)}
    heard |= {one.participant for one in study.rows(Source) if one.participant}
    heard |= {one.participant for one in study.rows(Speaker) if one.participant}
    person = study.consents().person
    met = {person(one) for one in heard}
    names = {one.id: one.identifier for one in study.rows(Participant)}
    return SampleHere(
        places=tuple(
            SamplePlace(place=one, interviewed=sum(each in met for each in one.participant_ids)) for one in found.places
        ),
        outside=tuple(sorted(names[one] for one in found.outside)),
    )


class VoicesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Voices that nobody has named, or all."""

    every: bool = False


class VoiceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A label in a source and whose voice it is.

    Attributes:
        start, end: of the first words of theirs, in code points; the same where there are none.
        covered: what content notes on these words are about.
    """

    speaker: Id
    source: Id
    name: str
    label: str
    voice: Voice
    participant: Id | None
    turns: int
    words: str
    start: int
    end: int
    covered: tuple[str, ...]


def voices(study: Study, asked: VoicesAsked) -> list[VoiceLine]:
    """List the speakers of all sources, with the first words of each."""
    from crosscase.model import ContentNote

    sources = {one.id: one for one in study.rows(Source)}
    speakers = [one for one in study.rows(Speaker) if asked.every or _unnamed(one)]
    turns: dict[Id | None, list[Turn]] = {}
    for turn in study.rows(Turn, speaker=[one.id for one in speakers]) if speakers else ():
        turns.setdefault(turn.speaker, []).append(turn)
    notes = [(one.source, one.place, one.start, one.end, one.about) for one in study.rows(ContentNote)]
    texts: dict[Id, str] = {}
    lines: list[VoiceLine] = []
    for one in sorted(
        speakers, key=lambda each: (sources[each.source].position, sources[each.source].name, each.label)
    ):
        if one.source not in texts:
            texts[one.source] = study.text(one.source)
        theirs = sorted(turns.get(one.id, ()), key=lambda turn: turn.start)
        start, end = (theirs[0].start, min(theirs[0].end, theirs[0].start + _SHOWN)) if theirs else (0, 0)
        covered = tuple(
            about
            for source, kind, first, last, about in notes
            if source == one.source and (kind == "whole" or (first < end and last > start))
        )
        lines.append(
            VoiceLine(
                speaker=one.id, source=one.source, name=sources[one.source].name, label=one.label, voice=one.voice,
                participant=one.participant, turns=len(theirs), words=texts[one.source][start:end], start=start,
                end=end, covered=covered,
            )
        )  # fmt: skip
    return lines


def _unnamed(speaker: Speaker) -> bool:
    return speaker.voice == "unassigned" or (speaker.voice == "participant" and speaker.participant is None)


class ReachAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An erasure that is thought about; as `participant.erase` takes it."""

    participant: Id
    keep_codings: bool = False
    since: str = ""
    names: tuple[str, ...] | None = None
    spare_others: bool = False


class TouchedThing(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that erasing touches: its kind and name, and how many turns or characters of it."""

    kind: str
    id: Id
    name: str
    count: int = 0


class ReachHere(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that erasing a participant would touch; see `reads.withdrawal.Reach`.

    Attributes:
        whole: sources that go with all that lies in them; `shared`: those in which others speak too, with turns.
        codings: on their words alone; `kept` says how many of them stay with the codings kept.
        mentions: writing of others in which the words or the name stand, with characters.
        others: other people's sources in which the same words stand, with characters.
        undated: sources of which cannot be told whether they are from before the date.
    """

    identifier: str
    whole: tuple[TouchedThing, ...]
    shared: tuple[TouchedThing, ...]
    undated: tuple[TouchedThing, ...]
    codings: int
    mentions: tuple[TouchedThing, ...]
    others: tuple[TouchedThing, ...]
    attributes: int
    codes: tuple[TouchedThing, ...]
    themes: tuple[TouchedThing, ...]
    products: tuple[TouchedThing, ...]
    reasons: int
    files: int
    names: tuple[str, ...]


def reach(study: Study, asked: ReachAsked) -> ReachHere:
    """Look up everything that erasing a participant would touch; nothing is changed.

    Raises:
        NotFoundError: there is no such participant.
    """
    from crosscase.model import Product, Theme
    from crosscase.reads.things import Names
    from crosscase.reads.withdrawal import participant_reach

    found = study.get(Participant, asked.participant)
    if found is None:
        raise NotFoundError("participant", asked.participant)
    held = participant_reach(
        study.store, found.id, keep_codings=asked.keep_codings, since=asked.since,
        names=None if asked.names is None else list(asked.names), spare_others=asked.spare_others,
    )  # fmt: skip
    names, me = Names(study.store), who_reads(study)
    private = {one.id for one in study.rows(Memo) if one.nature == "reflexive" and not one.shared and one.member != me}

    def those(row: Any, kind: str, ids: Iterable[Id], field: str = "name") -> tuple[TouchedThing, ...]:
        wanted = list(ids)
        known = {one.id: getattr(one, field) for one in study.rows(row, id=wanted)} if wanted else {}
        return tuple(TouchedThing(kind=kind, id=one, name=known.get(one, "")) for one in wanted)

    return ReachHere(
        identifier=found.identifier,
        whole=those(Source, "source", held.sources),
        shared=tuple(_with(each, held.groups) for each in those(Source, "source", held.groups)),
        undated=those(Source, "source", held.undated),
        codings=len(held.codings),
        mentions=tuple(
            TouchedThing(
                kind=one.kind,
                id=one.row,
                name="" if one.row in private else _called(names, one.kind, one.row),
                count=one.characters,
            )
            for one in held.mentions
        ),
        others=tuple(_with(each, held.transcripts) for each in those(Source, "source", held.transcripts)),
        attributes=held.attributes,
        codes=those(Code, "code", held.vivo),
        themes=those(Theme, "theme", held.themes, "label"),
        products=those(Product, "product", held.products, "file"),
        reasons=held.reasons,
        files=len(held.change.files),
        names=held.names,
    )


def _with(touched: TouchedThing, counts: dict[Id, int]) -> TouchedThing:
    return msgspec.structs.replace(touched, count=counts[touched.id])


def _called(names: Any, kind: str, thing: Id) -> str:
    return str(names.of(kind, thing)) if thing else ""
