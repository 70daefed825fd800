"""Sources: the list, one to be read, what lies on it, and how far who is with it."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import FromPath, QueryParameter

from crosscase.model import Id
from crosscase.server.seats import At, Seat
from crosscase.server.views.reading import Layers, SourceLine, SourceToRead, layers, source_lines, source_to_read

TAGS = ["sources"]


@get("/sources", tags=TAGS)
async def get_sources(seat: Seat, at: At = "") -> list[SourceLine]:
    """All sources, in their order."""
    return await seat.look(at, source_lines)


@get("/sources/{source:str}", tags=TAGS)
async def get_source(seat: Seat, source: FromPath[Id], at: At = "") -> SourceToRead:
    """A source with its text, its turns and who speaks."""
    return await seat.look(at, source_to_read, source)


@get("/sources/{source:str}/layers", tags=TAGS)
async def get_layers(
    seat: Seat,
    source: FromPath[Id],
    at: At = "",
    of: Annotated[str, QueryParameter(description="A member's id: only what that one put there.")] = "",
) -> Layers:
    """What lies on a source: codings, marks, content notes, memos."""
    return await seat.look(at, layers, source, of=of)


ROUTES = (get_sources, get_source, get_layers)
