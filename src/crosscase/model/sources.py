"""Sources, who speaks in them, and sets of things."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Computed, Is, Open, Prose, Row
from crosscase.model.ids import Id
from crosscase.model.places import Placed

SourceKind = Literal["transcript", "document", "field note", "answer", "image", "recording"]
Voice = Literal["participant", "interviewer", "other", "unassigned"]


class Source(Row, frozen=True, kw_only=True):
    """A transcript, document, image, recording or survey answer.

    Its text is not a field: it is brought and corrected by text changes (see `places`).

    Attributes:
        case, participant: set where the source is about one; an interview says the rest.
        file: the name of the file it came from.
        encoding: how the file's bytes were read.
        original: digest of the file as it came; its bytes lie in the vault.
        length: code points of the text as it reads now.
    """

    name: str
    nature: SourceKind = "transcript"
    case: Annotated[Id | None, Is(refers="case")] = None
    participant: Annotated[Id | None, Is(refers="participant")] = None
    interview: Annotated[Id | None, Is(refers="interview")] = None
    description: Prose = ""
    language: Open = ""
    date: str = ""
    file: str = ""
    encoding: Open = ""
    original: Open = ""
    position: int = 0
    length: Computed = 0


class Speaker(Row, frozen=True, kw_only=True):
    """A label in a transcript and whose voice it is. Only a participant's words count as theirs."""

    source: Annotated[Id, Is(refers="source", goes_with=True)]
    label: str
    voice: Voice = "unassigned"
    participant: Annotated[Id | None, Is(refers="participant")] = None


class Turn(Placed, frozen=True, kw_only=True):
    """A stretch spoken by one speaker, without its label and the line break that ends it.

    Attributes:
        nature: speech; a stage note; a heading; or a quotation of somebody else's words.
        question, topic: what it asks or answers, where that is known.
        declined: the speaker was asked and declined to answer.
    """

    speaker: Annotated[Id | None, Is(refers="speaker")] = None
    nature: Literal["speech", "note", "heading", "quoted"] = "speech"
    question: Annotated[Id | None, Is(refers="question")] = None
    topic: Annotated[Id | None, Is(refers="topic")] = None
    declined: bool = False


class Set(Row, frozen=True, kw_only=True):
    """A named set of sources, participants or codes."""

    name: str
    of: Literal["source", "participant", "code"]
    description: Prose = ""


class SetMember(Row, frozen=True, kw_only=True):
    """This thing is in this set."""

    set: Annotated[Id, Is(refers="set", goes_with=True)]
    thing: Annotated[Id, Is(refers="*", goes_with=True)]
