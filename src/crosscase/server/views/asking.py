"""What was asked: instruments with questions, topics with the codes they are about, and turns beside their questions.

What a careful reader would get wrong: a turn of a participant asks nothing. It stands behind the question it answers,
because that is where somebody declined.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscase.errors import NotFoundError
from crosscase.model import (
    Answer,
    Case,
    Id,
    Instrument,
    Interview,
    Link,
    Participant,
    Question,
    Source,
    Speaker,
    Topic,
    Turn,
)
from crosscase.reads.asked import LEAST, Gone, Proposal, asks, how_far, proposals
from crosscase.reads.codings import covers_of
from crosscase.study import Study

BEGINNING = 240
"""How much of a turn is shown, in code points."""


class GuidesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing is chosen here."""


class QuestionHere(msgspec.Struct, frozen=True, kw_only=True):
    """A question, how many turns ask or answer it, and how many answers it has."""

    question: Question
    turns: int
    answers: int


class InstrumentHere(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument with its questions in order; `interviews` were held with it."""

    instrument: Instrument
    interviews: int
    questions: tuple[QuestionHere, ...]


class TopicLink(msgspec.Struct, frozen=True, kw_only=True):
    """A code that a topic is about, and the link that says so."""

    link: Id
    code: Id


class TopicHere(msgspec.Struct, frozen=True, kw_only=True):
    """A topic: questions that belong to it, turns that name it themselves, and the codes it is about."""

    topic: Topic
    questions: int
    turns: int
    codes: tuple[TopicLink, ...]


class MappedHere(msgspec.Struct, frozen=True, kw_only=True):
    """A source, its meeting, the guide that was held with (empty where not known), and how far its mapping is."""

    source: Id
    interview: Id
    name: str
    guide: Id
    gone: Gone


class MeetingHere(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting, with the guide it was held with (empty where that is not known)."""

    interview: Id
    name: str
    case: str
    date: str
    guide: Id


class GuidesHere(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked, in the order in which it stands."""

    instruments: tuple[InstrumentHere, ...]
    topics: tuple[TopicHere, ...]
    sources: tuple[MappedHere, ...]
    meetings: tuple[MeetingHere, ...]


class TurnsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which source; see `proposals`."""

    source: Id
    instrument: Id = ""
    least: float = LEAST


class AnsweringTurn(msgspec.Struct, frozen=True, kw_only=True):
    """What a participant says right after a turn; `covered` is what content notes on its beginning are about."""

    turn: Id
    who: str
    words: str
    covered: tuple[str, ...]
    declined: bool


class AskingTurn(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that can ask something.

    Attributes:
        words: its beginning; `covered` is what content notes on it are about.
        question, topic: what it asks, where that was said.
        proposal: the question it seems to ask, where there is one.
        answer: what a participant says next.
    """

    turn: Id
    start: int
    who: str
    words: str
    covered: tuple[str, ...]
    question: Id | None
    topic: Id | None
    proposal: Proposal | None
    answer: AnsweringTurn | None


class TurnsHere(msgspec.Struct, frozen=True, kw_only=True):
    """The turns of a source that can ask something, in their order."""

    source: Id
    name: str
    turns: tuple[AskingTurn, ...]


def guides(study: Study, asked: GuidesAsked) -> GuidesHere:
    """Show what was asked: instruments with their questions, topics with their codes, and how far turns are mapped."""
    del asked
    turns = study.rows(Turn)
    of_question, of_topic = _counted(one.question for one in turns), _counted(one.topic for one in turns)
    answers = _counted(one.question for one in study.rows(Answer))
    questions = sorted(study.rows(Question), key=lambda one: (one.position, one.id))
    interviews = study.rows(Interview)
    held = _counted(one.instrument for one in interviews)
    links = study.rows(Link)
    here = [
        (one.id, one.from_thing, one.to_thing) for one in links if (one.from_kind, one.to_kind) == ("code", "topic")
    ]
    back = [
        (one.id, one.to_thing, one.from_thing) for one in links if (one.from_kind, one.to_kind) == ("topic", "code")
    ]
    of_guide = {one.id: one.instrument or "" for one in interviews}
    gone = how_far(study.store)
    cases = {one.id: one.code for one in study.rows(Case)}
    return GuidesHere(
        instruments=tuple(
            InstrumentHere(
                instrument=one, interviews=held.get(one.id, 0),
                questions=tuple(
                    QuestionHere(question=q, turns=of_question.get(q.id, 0), answers=answers.get(q.id, 0))
                    for q in questions
                    if q.instrument == one.id
                ),
            )
            for one in sorted(study.rows(Instrument), key=lambda one: (one.nature, one.name, one.version))
        ),
        topics=tuple(
            TopicHere(
                topic=one, questions=sum(q.topic == one.id for q in questions), turns=of_topic.get(one.id, 0),
                codes=tuple(TopicLink(link=link, code=code) for link, code, topic in [*here, *back] if topic == one.id),
            )
            for one in sorted(study.rows(Topic), key=lambda one: (one.position, one.name))
        ),
        sources=tuple(
            MappedHere(
                source=one.id, interview=one.interview or "", name=one.name,
                guide=of_guide.get(one.interview or "", ""), gone=gone[one.id],
            )
            for one in sorted(study.rows(Source), key=lambda one: (one.position, one.name, one.id))
            if one.id in gone
        ),
        meetings=tuple(
            MeetingHere(
                interview=one.id, name=one.name, case=cases.get(one.case or "", ""), date=one.date,
                guide=one.instrument or "",
            )
            for one in sorted(interviews, key=lambda one: (one.name, one.id))
        ),
    )  # fmt: skip


def turns(study: Study, asked: TurnsAsked) -> TurnsHere:
    """Show the turns of a source that can ask something, each beside the question it asks or seems to ask."""
    source = study.get(Source, asked.source)
    if source is None:
        raise NotFoundError("source", asked.source)
    seems = {
        one.turn: one
        for one in proposals(
            study.store, sources=[source.id], instrument=asked.instrument, least=asked.least, mapped=True
        )
    }
    speakers = {one.id: one for one in study.rows(Speaker, source=source.id)}
    voices = {one.id: str(one.voice) for one in speakers.values()}
    people = {one.id: one.identifier for one in study.rows(Participant)}
    text = study.text(source.id)
    notes = covers_of(study.store, {source.id}).get(source.id)
    spoken = [one for one in study.rows(Turn, source=source.id) if one.nature == "speech"]
    spoken.sort(key=lambda one: (one.start, one.id))

    def who(turn: Turn) -> str:
        speaker = speakers.get(turn.speaker or "")
        return people.get(speaker.participant or "", speaker.label) if speaker else ""

    def begins(turn: Turn) -> tuple[str, tuple[str, ...]]:
        end = min(turn.end, turn.start + BEGINNING)
        words = " ".join(text[turn.start : end].split()) + (" …" if end < turn.end else "")
        return words, notes.over(turn.start, end) if notes else ()

    found: list[AskingTurn] = []
    for turn, after in zip(spoken, [*spoken[1:], None], strict=True):
        if not asks(turn, voices):
            continue
        answer = None
        if after is not None and voices.get(after.speaker or "") == "participant":
            words, covered = begins(after)
            answer = AnsweringTurn(turn=after.id, who=who(after), words=words, covered=covered, declined=after.declined)
        words, covered = begins(turn)
        found.append(
            AskingTurn(
                turn=turn.id, start=turn.start, who=who(turn), words=words, covered=covered, question=turn.question,
                topic=turn.topic, proposal=seems.get(turn.id), answer=answer,
            )
        )  # fmt: skip
    return TurnsHere(source=source.id, name=source.name, turns=tuple(found))


def _counted(ids: Iterable[Id | None]) -> dict[Id, int]:
    found: dict[Id, int] = {}
    for one in ids:
        if one:
            found[one] = found.get(one, 0) + 1
    return found
