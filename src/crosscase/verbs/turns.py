"""Whose voice a label is, what a turn asks, and where somebody declined to answer.

A speaker is a label in one source; its turns are its voice's. Only the words of a voice that is given to a participant
count as theirs. A turn that names a topic or a question and is the interviewer's *asks* it; one of a participant
answers it.

What a careful reader would get wrong: a label means one person in one source. `P1` in another focus group is somebody
else, so that the same label in many sources is given to somebody only when those sources are named.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import msgspec

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.model import Id, Participant, Question, Source, Speaker, Topic, Turn, derived_id, derived_ids
from crosscase.model.sources import Voice
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, id_given
from crosscase.verbs.registry import Verb

Nature = Literal["speech", "note", "heading", "quoted"]

_WITH_PERSON: tuple[Voice, ...] = ("participant", "interviewer")
_LABEL = "speaker"


class NoVoiceError(BadValueError):
    """A participant is given to a voice that is nobody's of the sample."""

    code = "no-voice"

    def __init__(self, voice: Voice) -> None:
        super().__init__(
            f"A voice that is {voice} cannot be given to a participant. Say that it is a participant's, or leave the "
            "participant out."
        )


class OtherSourceError(RefusedError):
    """A turn cannot be spoken by somebody of another source."""

    code = "other-source"

    def __init__(self, label: str) -> None:
        super().__init__(
            f"The speaker {label!r} is one of another source. Choose a speaker of the source of these turns."
        )


class CannotDeclineError(RefusedError):
    """Nobody declined there."""

    code = "cannot-decline"

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} of these turns are not what a participant says; only somebody who was asked can decline. "
            "Nothing was changed."
        )


class Voiced(msgspec.Struct, frozen=True):
    """Whose voice a label is."""

    voice: Voice
    participant: Id | None = None


def speaker_id(source: Id, label: str) -> Id:
    """The id of a label in a source."""
    return derived_id("speaker", source, label)


def turn_id(source: Id, first: str) -> Id:
    """The id of the turn that begins at an address."""
    return turn_ids(source, [first])[0]


def turn_ids(source: Id, firsts: Sequence[str]) -> list[Id]:
    """The ids of the turns of a source that begin at these addresses; several may begin at the same."""
    begun: dict[str, int] = {}
    plain = derived_ids(("turn", source), firsts)
    for place, first in enumerate(firsts):
        again = begun[first] = begun.get(first, -1) + 1
        if again:
            plain[place] = derived_id("turn", source, first, str(again))
    return plain


def map_speaker(act: Act, source: Id, label: str, voice: Voice, *, participant: Id | None = None) -> bool:
    """Say whose voice a label in a source is: an interviewer's, a participant's, another's; whether that is new.

    Args:
        label: as it stands in the text, without its colon; case does not matter where it is clear.
        participant: who, where the voice is a participant's and it is known who.

    Raises:
        NotFoundError: nobody is called so in the source.
    """
    act.get(Source, source)
    speaker = _called(act.rows(Speaker, source=source), label)
    return bool(map_speakers(act, {speaker.id: Voiced(voice, participant)}))


def map_label(act: Act, sources: Collection[Id], label: str, voice: Voice, *, participant: Id | None = None) -> int:
    """Say whose voice a label is in each of these sources that has it; how many were changed.

    Raises:
        NotFoundError: none of them has it.
    """
    all_there(act, Source, sources)
    speakers = act.rows(Speaker, source=list(sources))
    wanted = _plain(label)
    found = {each.id: Voiced(voice, participant) for each in speakers if _plain(each.label) == wanted}
    if not found:
        raise NotFoundError(_LABEL, label, _near(label, speakers))
    return map_speakers(act, found)


def map_speakers(act: Act, voices: Mapping[Id, Voiced]) -> int:
    """Say whose voices many speakers are, in one act; how many were changed.

    Raises:
        NoVoiceError: somebody is given to a voice that is neither a participant's nor an interviewer's.
    """
    now = all_there(act, Speaker, voices)
    for voiced in voices.values():
        choice(voiced.voice, Voice, "voice")
        if voiced.participant and voiced.voice not in _WITH_PERSON:
            raise NoVoiceError(voiced.voice)
    all_there(act, Participant, {voiced.participant for voiced in voices.values() if voiced.participant})
    changed = [each for each in now if Voiced(each.voice, each.participant) != _settled(voices[each.id])]
    act.change_all(Speaker, "voice", {each.id: voices[each.id].voice for each in changed})
    act.change_all(Speaker, "participant", {each.id: voices[each.id].participant or None for each in changed})
    return len(changed)


def map_turns(act: Act, turns: Sequence[Id], *, topic: Id | None = None, question: Id | None = None) -> None:
    """Say which question or topic turns ask or answer; what is not given stays, an empty id takes it away.

    A turn's topic is its own, else that of its question.
    """
    all_there(act, Turn, turns)
    if topic is not None:
        act.change_all(Turn, "topic", dict.fromkeys(turns, id_given(act, Topic, topic)))
    if question is not None:
        act.change_all(Turn, "question", dict.fromkeys(turns, id_given(act, Question, question)))


def map_many_turns(act: Act, questions: Mapping[Id, Id]) -> int:
    """Say which question each of many turns asks or answers, in one act; how many were changed.

    Args:
        questions: by turn; an empty id takes the question away.

    Raises:
        NotFoundError: there is no such turn or question.
    """
    turns = all_there(act, Turn, questions)
    all_there(act, Question, {question for question in questions.values() if question})
    changed = {turn.id: questions[turn.id] or None for turn in turns if turn.question != (questions[turn.id] or None)}
    act.change_all(Turn, "question", changed)
    return len(changed)


def mark_declined(act: Act, turns: Sequence[Id], *, declined: bool = True) -> None:
    """Say that participants were asked there and declined to answer, or that they did not decline.

    Raises:
        CannotDeclineError: a turn is an interviewer's, or no speech.
    """
    found = all_there(act, Turn, turns)
    if declined:
        voices = {
            each.id: each.voice for each in act.rows(Speaker, id=[turn.speaker for turn in found if turn.speaker])
        }
        others = [
            turn
            for turn in found
            if turn.nature != "speech" or voices.get(turn.speaker or "") in (None, "interviewer", "other")
        ]
        if others:
            raise CannotDeclineError(len(others))
    act.change_all(Turn, "declined", dict.fromkeys(turns, declined))


def change_turns(act: Act, turns: Sequence[Id], *, speaker: Id | None = None, nature: Nature | None = None) -> None:
    """Say who speaks in turns, or that they are no speech but a note, a heading or a quotation of somebody else.

    Args:
        speaker: one of the same source; an empty id says that it is nobody.
    """
    found = all_there(act, Turn, turns)
    if nature is not None:
        choice(nature, Nature, "kind of turn")
        act.change_all(Turn, "nature", dict.fromkeys(turns, nature))
    if speaker is not None:
        who = act.get(Speaker, speaker) if speaker else None
        if who and any(turn.source != who.source for turn in found):
            raise OtherSourceError(who.label)
        act.change_all(Turn, "speaker", dict.fromkeys(turns, who.id if who else None))


def _settled(voiced: Voiced) -> Voiced:
    return Voiced(voiced.voice, voiced.participant or None)


def _called(speakers: Sequence[Speaker], label: str) -> Speaker:
    exact = [each for each in speakers if each.label == label]
    fits = exact or [each for each in speakers if _plain(each.label) == _plain(label)]
    if len(fits) != 1:
        raise NotFoundError(_LABEL, label, _near(label, speakers))
    return fits[0]


def _plain(label: str) -> str:
    return " ".join(label.removesuffix(":").split()).casefold()


def _near(label: str, speakers: Sequence[Speaker]) -> tuple[str, ...]:
    from difflib import get_close_matches

    names = {_plain(each.label): each.label for each in speakers}
    return tuple(repr(names[near]) for near in get_close_matches(_plain(label), names, n=2, cutoff=0.5))


VERBS = (
    Verb("speaker.map", map_speaker),
    Verb("speaker.map_label", map_label),
    Verb("speaker.map_many", map_speakers),
    Verb("turn.map", map_turns),
    Verb("turn.map_many", map_many_turns),
    Verb("turn.declined", mark_declined),
    Verb("turn.change", change_turns),
)
