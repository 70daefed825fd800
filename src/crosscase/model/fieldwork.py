"""What was asked, and the meetings at which it was asked."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Prose, Row
from crosscase.model.ids import Id

QuestionNature = Literal["open", "likert", "number", "one", "many", "text"]
Outcome = Literal["answered", "left empty", "declined", "does not apply"]


class Instrument(Row, frozen=True, kw_only=True):
    """An interview guide or questionnaire, in one version."""

    name: str
    version: str = "1"
    nature: Literal["guide", "questionnaire"] = "guide"
    description: Prose = ""


class Topic(Row, frozen=True, kw_only=True):
    """What questions are about; the same topic may be asked in several guides."""

    name: str
    description: Prose = ""
    position: int = 0


class Question(Row, frozen=True, kw_only=True):
    """A question of an interview guide, or an item of a questionnaire.

    Attributes:
        number: as printed in the instrument (`3b`); also the column of a file with answers.
        nature: how it is answered: in talk (open), on a scale in steps, by a number, one or several of its options, in
            writing.
        options: what can be chosen, in order; of a scale from its lowest step to its highest.
    """

    instrument: Annotated[Id, Is(refers="instrument", goes_with=True)]
    wording: str
    number: str = ""
    topic: Annotated[Id | None, Is(refers="topic")] = None
    nature: QuestionNature = "open"
    options: tuple[str, ...] = ()
    position: int = 0


class Answer(Row, frozen=True, kw_only=True):
    """What a participant answered to an item of a questionnaire.

    Attributes:
        values: the option, number or words; several where several can be chosen; none unless it was answered.
        interview: the meeting of which the questionnaire was a part, where that is known.
    """

    question: Annotated[Id, Is(refers="question", goes_with=True)]
    participant: Annotated[Id, Is(refers="participant", goes_with=True)]
    interview: Annotated[Id | None, Is(refers="interview")] = None
    values: tuple[str, ...] = ()
    outcome: Outcome = "answered"


class Interview(Row, frozen=True, kw_only=True):
    """A meeting with one or more participants (see `Attendance`).

    Attributes:
        date: ISO 8601 where it could be read, else as written.
        minutes: length of the meeting.
        mode: place or mode (in person, video, …).
        others: others present, in words.
        part: which part or round it is, as the study names them.
    """

    name: str
    case: Annotated[Id | None, Is(refers="case")] = None
    date: str = ""
    minutes: int | None = None
    mode: str = ""
    interviewers: tuple[str, ...] = ()
    others: str = ""
    instrument: Annotated[Id | None, Is(refers="instrument")] = None
    part: str = ""


class Attendance(Row, frozen=True, kw_only=True):
    """This participant took part in this interview."""

    interview: Annotated[Id, Is(refers="interview", goes_with=True)]
    participant: Annotated[Id, Is(refers="participant", goes_with=True)]
