"""Discussions: positions that are written before others' are seen, what came of them, and dissent that is kept."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

DiscussionState = Literal["writing", "shown", "closed"]


class Discussion(Row, frozen=True, kw_only=True):
    """A question to the team about a thing.

    Attributes:
        about: the thing; `about_kind` says which kind that is.
        state: positions are being written and seen by nobody else; shown to all together; closed with an outcome.
    """

    member: Annotated[Id, Is(refers="member")]
    question: Prose
    about_kind: Open = ""
    about: Annotated[Id | None, Is(refers="*", goes_with=True)] = None
    state: DiscussionState = "writing"
    outcome: Prose = ""


class Position(Row, frozen=True, kw_only=True):
    """What one member holds in a discussion; made empty for each who is asked.

    Attributes:
        handed_in: the author has finished it; it can be shown with the others'.
        dissent: a minority report, printed with the theme.
    """

    discussion: Annotated[Id, Is(refers="discussion", goes_with=True)]
    member: Annotated[Id, Is(refers="member", goes_with=True)]
    words: Prose = ""
    handed_in: bool = False
    dissent: Prose = ""
