"""Questions that were kept under a name, to be asked again."""

from __future__ import annotations

from typing import Literal

from crosscase.model.fields import Prose, Row

QueryNature = Literal["words", "codings", "context"]
QueryWithin = Literal["turn", "source", "participant"]


class Query(Row, frozen=True, kw_only=True):
    """A question to the study: what to look for, and in which scope.

    Attributes:
        nature: what is looked for: turns by words and limits, codings, or a word in its contexts.
        text: in the language of the nature (see the page on searching).
        scope: the filters of analyses by id, as JSON; empty for everything.
        within: for codings, the unit in which codes lie together.
    """

    name: str
    nature: QueryNature = "words"
    text: Prose = ""
    scope: str = ""
    within: QueryWithin = "turn"
