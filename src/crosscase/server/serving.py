"""Serving the workbench on this machine, until it is told to stop.

The port is taken before anything else, so that one in use is said in a sentence, and the address is told when requests
are answered. Ctrl-C and SIGTERM end it the same way: windows' feeds end, requests under way are answered, the study is
closed as any program closes it.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import uvicorn

from crosscase.errors import CrosscaseError
from crosscase.server.app import Maker, workbench
from crosscase.server.desk import Desk
from crosscase.server.recent import keep_port, port_of
from crosscase.server.safety import Doorkeeper, Guarded

HERE = "127.0.0.1"
_PATIENCE = 5
"""Seconds for which requests under way are waited for when the server is told to stop."""


class PortError(CrosscaseError):
    """The port cannot be had."""

    code = "port"

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(
            f"The port {port} cannot be used ({reason}). Choose another with --port, or leave it out for any free one."
        )


def taken(port: int) -> socket.socket:
    """A socket that listens at a port of this machine alone; 0 for any free one.

    Raises:
        PortError: it cannot be had.
    """
    # With the protocol said, asyncio sends small answers at once (TCP_NODELAY); without it each waits 40 ms.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((HERE, port))
        found.listen(128)
    except (OSError, OverflowError) as error:
        found.close()
        reason = "another program has it" if getattr(error, "errno", 0) in _IN_USE else str(error)
        raise PortError(port, reason) from error
    found.settimeout(0)
    return found


_IN_USE = {98, 48, 10048}
"""EADDRINUSE on Linux, macOS and Windows."""


class Server(uvicorn.Server):
    """Uvicorn's, which says when it is ready, lets feeds end, and does not raise the signal that ended it again."""

    def __init__(self, config: uvicorn.Config, desk: Desk, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._desk = desk
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Ctrl-C or SIGTERM: let feeds end; a second Ctrl-C does not wait."""
        super().handle_exit(sig, frame)
        self._captured_signals.clear()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the feeds, then everything."""
        self._desk.closing = True
        self._desk.tell()
        await super().shutdown(sockets)


def serve(
    desk: Desk,
    *,
    port: int = 0,
    member: str = "",
    ready: Callable[[str], None],
    demonstration: Maker | None = None,
) -> None:
    """Serve a desk until Ctrl-C or SIGTERM; then its study is closed.

    Args:
        port: 0 for the one the study had last, where that is free, else any.
        member: who acts, by name or id; the user's own when empty.
        ready: is told the address with its start token, once requests are answered.

    Raises:
        PortError: the port cannot be had.
    """
    # A window that was closed in the middle of an answer is nothing to tell anybody about.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    place = str(desk.place.resolve() if isinstance(desk.place, Path) else desk.place or "")
    with _listening(port, port_of(place)) as listener:
        keeper = Doorkeeper(listener.getsockname()[1], member=member)
        keep_port(place, keeper.port)
        app = workbench(desk, keeper, demonstration=demonstration)
        server = Server(configured(app), desk, lambda: ready(keeper.address))
        with suppress(KeyboardInterrupt):
            asyncio.run(server.serve([listener]))


def configured(app: Guarded) -> uvicorn.Config:
    """How uvicorn serves it: nothing is logged, because what is asked for names what is studied."""
    return uvicorn.Config(
        app, log_config=None, log_level="critical", access_log=False, server_header=False, date_header=False,
        lifespan="on", ws="none", http="h11", loop="asyncio", proxy_headers=False,
        timeout_graceful_shutdown=_PATIENCE, h11_max_incomplete_event_size=64 * 1024,
    )  # fmt: skip


@contextmanager
def _listening(port: int, before: int) -> Iterator[socket.socket]:
    try:
        listener = taken(port or before)
    except PortError:
        if port:
            raise
        listener = taken(0)
    try:
        yield listener
    finally:
        listener.close()
