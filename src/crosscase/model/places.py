"""Where in a source something is: a stretch of text, an area, a stretch of time, or the whole of it.

In the journal a text place is named by the permanent addresses of its first and last character,
so that correcting a transcript moves nothing. `start` and `end` are worked out from them: code points
of the text as it reads now, half-open. For a text nobody corrected, address and offset are the same number.

An address is `"12"` (the thirteenth character of the text as it was brought) or `"<entry id>:12"` (the
thirteenth character that a correction brought).
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec

from crosscase.model.fields import Computed, Is, Open, Row
from crosscase.model.ids import Id

Address: TypeAlias = str
PlaceKind: TypeAlias = Literal["text", "area", "time", "whole"]


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch `[start, end)` of a text, in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


class Placed(Row, frozen=True, kw_only=True):
    """A row that lies somewhere in a source; exactly one of the four kinds of place.

    Attributes:
        first, last: addresses of the first and the last character (a text place).
        area: page, x, y, width, height, unit, origin (an area of a page or image).
        from_ms, to_ms: milliseconds (a stretch of a recording; also the times of a turn).
        start, end: code points of the text as it reads now; equal when every character is gone.
    """

    source: Annotated[Id, Is(refers="source", goes_with=True)]
    place: PlaceKind = "text"
    first: Open = ""
    last: Open = ""
    area: Annotated[tuple[str, ...], Is(open=True)] = ()
    from_ms: int | None = None
    to_ms: int | None = None
    start: Computed = 0
    end: Computed = 0
