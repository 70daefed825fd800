"""The framework matrix (Ritchie & Spencer 1994): summaries of what somebody says on something, tied to segments."""

from __future__ import annotations

from hashlib import blake2b
from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

SummaryRow = Literal["participant", "case", "set"]
FrameworkOf = Literal["theme", "code"]


class Framework(Row, frozen=True, kw_only=True):
    """A framework in one version: which themes or codes are charted (see `FrameworkColumn`)."""

    name: str
    version: str = "1"
    analysis: Annotated[Id | None, Is(refers="analysis")] = None
    note: Prose = ""


class FrameworkColumn(Row, frozen=True, kw_only=True):
    """A column of a framework: a theme or a code."""

    framework: Annotated[Id, Is(refers="framework", goes_with=True)]
    of_kind: Open
    of: Annotated[Id, Is(refers="*", goes_with=True)]
    position: int = 0


class Summary(Row, frozen=True, kw_only=True):
    """A cell: what a participant, a case or a group says on a theme or code, in a member's words.

    It belongs to its row and column and not to how the matrix is looked at: with other rows it is still there.

    Attributes:
        row: whose it is; `row_kind` says which kind that is.
        of: the theme or code.
        member: who wrote it last.
        seen: ids of the codings that lay in the cell when it was written or looked at last; those that came since are
            *new material*.
    """

    framework: Annotated[Id, Is(refers="framework", goes_with=True)]
    row_kind: Open
    row: Annotated[Id, Is(refers="*", goes_with=True)]
    of_kind: Open
    of: Annotated[Id, Is(refers="*", goes_with=True)]
    member: Annotated[Id, Is(refers="member")]
    words: Prose = ""
    seen: Annotated[tuple[str, ...], Is(open=True)] = ()


class SummarySegment(Row, frozen=True, kw_only=True):
    """A segment that a summary rests on.

    Attributes:
        coding: none where it was removed since.
        stood: what it stood on when it was linked or looked at last, see `standing`: where it stands on something else
            now, the summary is *stale*.
    """

    summary: Annotated[Id, Is(refers="summary", goes_with=True)]
    coding: Annotated[Id | None, Is(refers="coding")] = None
    stood: Open = ""


def standing(code: Id, place: str) -> str:
    """What a segment stands on: a digest of its code and one of its place, parted by a full stop.

    Args:
        code: as it is written in the coding, also when that code was merged into another since.
        place: its characters by their addresses: the same as long as nobody moved the coding or corrected a character
            in it, wherever in the text it lies now. Of an area or a stretch of time, that.
    """
    return f"{_digest(code)}.{_digest(place)}"


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()
