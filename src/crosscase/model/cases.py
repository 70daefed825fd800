"""Cases, the sample that was planned, and the people who were recruited."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Prose, Row
from crosscase.model.ids import Id


class Case(Row, frozen=True, kw_only=True):
    """What is compared. `code` is short and leads identifiers; `position` orders cases by hand."""

    code: str
    name: str = ""
    description: Prose = ""
    position: int = 0
    merged_into: Annotated[Id | None, Is(refers="case", tree=True)] = None


class Role(Row, frozen=True, kw_only=True):
    """A sampling role: a row of the frame, with one or more identifier codes (SM, CO)."""

    name: str
    codes: tuple[str, ...] = ()
    position: int = 0


class Participant(Row, frozen=True, kw_only=True):
    """A person recruited.

    Attributes:
        code: which of the role's identifier codes this person carries.
        name: the real name where it is known; never printed.
    """

    identifier: str
    case: Annotated[Id | None, Is(refers="case")] = None
    role: Annotated[Id | None, Is(refers="role")] = None
    code: str = ""
    name: str = ""
    note: Prose = ""
    merged_into: Annotated[Id | None, Is(refers="participant", tree=True)] = None


class Target(Row, frozen=True, kw_only=True):
    """The frame: how many of a sampling role were planned in a case."""

    case: Annotated[Id, Is(refers="case", goes_with=True)]
    role: Annotated[Id, Is(refers="role", goes_with=True)]
    planned: int = 0


class Recruitment(Row, frozen=True, kw_only=True):
    """A line of the recruitment log: counts and reasons, never names."""

    case: Annotated[Id, Is(refers="case", goes_with=True)]
    role: Annotated[Id, Is(refers="role", goes_with=True)]
    step: Literal["approached", "declined", "withdrew"]
    count: int
    reason: str = ""
    date: str = ""
