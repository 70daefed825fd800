"""The application: the parts put together.

`workbench` is what is served: the application behind the door (see `safety`). `application` alone is what the routes
and the OpenAPI document are.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import cast

from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.di import Provide

from crosscase.server import problems
from crosscase.server.desk import Desk
from crosscase.server.jobs import Jobs
from crosscase.server.live import keep_looking
from crosscase.server.pages import BUILT, Client, get_page
from crosscase.server.readings import Readings
from crosscase.server.routes import ROUTES
from crosscase.server.safety import ASGIApp, Doorkeeper, Guarded
from crosscase.server.seats import provide_seat
from crosscase.server.uploads import Uploads

LARGEST_REQUEST = 4 * 1024 * 1024
"""In bytes; routes that take files say how much more they take."""

Maker = Callable[[Path], None]


def application(
    desk: Desk | None = None,
    keeper: Doorkeeper | None = None,
    *,
    client: Path = BUILT,
    demonstration: Maker | None = None,
) -> Litestar:
    """The routes over a desk.

    Args:
        desk: with or without a study.
        keeper: who has come in.
        client: the folder of the built client.
        demonstration: writes the demonstration study to a file; the command line gives it.
    """
    desk, keeper = desk or Desk(), keeper or Doorkeeper(0)
    jobs, uploads = Jobs(desk), Uploads()

    @asynccontextmanager
    async def running(_app: Litestar) -> AsyncIterator[None]:
        looking = asyncio.create_task(keep_looking(desk))
        try:
            yield
        finally:
            looking.cancel()
            with suppress(asyncio.CancelledError):
                await looking
            await jobs.close()
            uploads.close()
            await desk.close()

    return Litestar(
        route_handlers=[Router("/api", route_handlers=list(ROUTES)), get_page],
        lifespan=[running],
        state=State(
            {
                "desk": desk,
                "keeper": keeper,
                "jobs": jobs,
                "uploads": uploads,
                "readings": Readings(),
                "client": Client(client),
                "demonstration": demonstration,
            },
            deep_copy=False,
        ),
        dependencies={"seat": Provide(provide_seat)},
        exception_handlers={Exception: problems.answer},
        openapi_config=None,
        compression_config=CompressionConfig("gzip", minimum_size=1024, gzip_compress_level=1, exclude=["/api/live"]),
        request_max_body_size=LARGEST_REQUEST,
        logging_config=None,
        debug=False,
    )


def workbench(desk: Desk, keeper: Doorkeeper, *, client: Path = BUILT, demonstration: Maker | None = None) -> Guarded:
    """The application behind the door."""
    return Guarded(cast("ASGIApp", application(desk, keeper, client=client, demonstration=demonstration)), keeper)
