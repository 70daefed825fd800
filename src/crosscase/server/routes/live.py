"""The live feed and the description of the server; see `crosscase.server.live` and `crosscase.server.openapi`."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from litestar import get
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import ServerSentEvent

from crosscase.server.live import followed
from crosscase.server.openapi import document
from crosscase.server.seats import Seat

TAGS = ["live"]


@get("/live", tags=TAGS)
async def get_live(
    seat: Seat,
    after: Annotated[int | None, QueryParameter(ge=0, description="Told from the arrival after this one.")] = None,
    last_event_id: Annotated[int | None, HeaderParameter(name="Last-Event-ID", ge=0)] = None,
) -> ServerSentEvent:
    """Follow what is done: server-sent events `hello`, `entry`, `reload` and `idle`."""
    start = last_event_id if last_event_id is not None else after
    return ServerSentEvent(followed(seat.desk, start), headers={"cache-control": "no-store"}, retry_duration=1000)


@get("/openapi.json", include_in_schema=False)
async def get_openapi() -> dict[str, Any]:
    """What the server says of itself."""
    return await asyncio.to_thread(document)


ROUTES = (get_live, get_openapi)
