"""Memos and links: what people write about things, and how things are related."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Computed, Is, Open, Prose, Row
from crosscase.model.ids import Id

MemoType = Literal["theoretical", "methodological", "case", "code", "descriptive", "reflexive", "note"]


class Memo(Row, frozen=True, kw_only=True):
    """Typed writing attached to anything, or to nothing.

    A *reflexive* memo is its author's alone until shared: it travels in no merge and no export.

    Attributes:
        about: the thing it is attached to; `about_kind` says which kind that is.
        source, first, last: the stretch of a source, where it is attached to a place (see `places`).
        start, end: that stretch in code points of the text as it reads now.
    """

    member: Annotated[Id, Is(refers="member")]
    nature: MemoType = "note"
    title: str = ""
    text: Prose = ""
    about_kind: Open = ""
    about: Annotated[Id | None, Is(refers="*")] = None
    source: Annotated[Id | None, Is(refers="source")] = None
    first: Open = ""
    last: Open = ""
    start: Computed = 0
    end: Computed = 0
    shared: bool = False


class Link(Row, frozen=True, kw_only=True):
    """A named relation between any two things."""

    from_kind: Open
    from_thing: Annotated[Id, Is(refers="*", goes_with=True)]
    to_kind: Open
    to_thing: Annotated[Id, Is(refers="*", goes_with=True)]
    relation: str = ""
    note: Prose = ""
