"""Progress on a terminal, for whatever lasts longer than a second; nothing anywhere else.

It is written to standard error, so that output can be piped while it is shown.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before anything is shown."""

Step = Callable[[int, int, str], None]
"""Told with how much is done, how much there is, and what comes next."""


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """A turning sign with a word on it, while something runs that cannot say how far it is."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    status = Console(stderr=True).status(what)
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()


@contextmanager
def progress(what: str) -> Iterator[Step]:
    """A bar, for what can say how far it is."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _next: None
        return
    bar = _Bar(what)
    try:
        yield bar
    finally:
        bar.stop()


class _Bar:
    """A bar that appears when the first second is over."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.begun = time.monotonic()
        self.shown: Progress | None = None

    def __call__(self, done: int, total: int, following: str) -> None:
        if self.shown is None:
            if time.monotonic() - self.begun < PATIENCE:
                return
            self.shown = _drawn()
            self.shown.start()
            self.task = self.shown.add_task(self.what, total=total)
        self.shown.update(self.task, completed=done, total=total, description=f"{self.what} {following}"[:60])

    def stop(self) -> None:
        if self.shown is not None:
            self.shown.stop()


def _drawn() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
