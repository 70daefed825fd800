"""What was asked, and the meetings at which it was asked."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Prose, Row
from crosscase.model.ids import Id


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
    """A question of an instrument. `number` is as printed in the guide (`3b`)."""

    instrument: Annotated[Id, Is(refers="instrument", goes_with=True)]
    wording: str
    number: str = ""
    topic: Annotated[Id | None, Is(refers="topic")] = None
    position: int = 0


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
