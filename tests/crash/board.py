"""What a process that will be killed leaves behind for the one that kills it, and where it can be made to fall.

The board is a page of memory that both share, so that it outlives the kill: how far the act had come. The three ways of
falling from inside count something and send SIGKILL to their own process when the count is up: statements that SQLite
begins, instructions of SQLite's machine (within a statement), calls of Python functions. In the other two ways the
parent kills: by the clock, or at a call to the system (see `traced`).

SIGKILL leaves no time for anything: no `finally`, no `atexit`, no rollback. What was handed to the system before it is
in the file; a power cut, which loses that too, is `test_power`.
"""

from __future__ import annotations

import mmap
import os
import signal
import struct
import sys
from collections.abc import Callable
from typing import Any, Literal

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

Phase = Literal["before", "inside", "after"]
Way = Literal["statement", "instruction", "call", "write", "time"]
PHASES: tuple[Phase, ...] = ("before", "inside", "after")
INSIDE: tuple[Way, ...] = ("statement", "instruction", "call")
"""Ways in which a process kills itself."""

STEP = 40
"""Instructions of SQLite's machine between two counts."""


class Board:
    """One page shared by parent and child: the phase of the act, and how much was counted."""

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, mmap.PAGESIZE)

    def clear(self) -> None:
        self._page[:] = bytes(len(self._page))

    @property
    def phase(self) -> Phase:
        return PHASES[self._page[0]]

    @phase.setter
    def phase(self, phase: Phase) -> None:
        self._page[0] = PHASES.index(phase)

    @property
    def armed(self) -> bool:
        return bool(self._page[1])

    @armed.setter
    def armed(self, armed: bool) -> None:
        self._page[1] = armed

    def counted(self, way: Way) -> int:
        """How much was counted in a way."""
        return int(struct.unpack_from("<q", self._page, _slot(way))[0])

    def count(self, way: Way) -> int:
        """Count one more; how much that makes."""
        more = self.counted(way) + 1
        struct.pack_into("<q", self._page, _slot(way), more)
        return more


def _slot(way: Way) -> int:
    return 8 + 8 * INSIDE.index(way)


class Fall:
    """Counts what happens in one way while the board is armed, and kills this process at the `at`-th (0: never)."""

    def __init__(self, board: Board, way: Way, at: int) -> None:
        self.board = board
        self.way: Way = way
        self.at = at

    def step(self, *_: Any) -> None:
        if self.board.armed and self.board.count(self.way) == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


def watch(board: Board, falling: dict[Way, int]) -> Callable[[], None]:
    """Set up, in the child, that phases are noted and what is counted, and where it falls.

    Args:
        falling: what is counted, each with the count at which it is the end (0: only counted).

    Returns:
        what begins the counting.
    """
    falls = {way: Fall(board, way, at) for way, at in falling.items()}
    _note_phases(board)

    def prepare(connection: Any, _record: Any) -> None:
        if "statement" in falls:
            connection.set_trace_callback(falls["statement"].step)
        if "instruction" in falls:
            connection.set_progress_handler(falls["instruction"].step, STEP)

    event.listen(Engine, "connect", prepare)

    def begin() -> None:
        board.armed = True
        if "call" in falls:
            step = falls["call"].step
            sys.setprofile(lambda frame, what, _: step() if what == "call" and _ours(frame) else None)

    return begin


def _ours(frame: Any) -> bool:
    name = frame.f_code.co_filename
    return "crosscase" in name or "sqlalchemy" in name


def _note_phases(board: Board) -> None:
    """Note the commit of the act: the first one that changed anything since it began."""
    plain: Callable[[DefaultDialect, Any], None] = DefaultDialect.do_commit
    seen: dict[int, int] = {}

    def do_commit(self: DefaultDialect, connection: Any) -> None:
        changes = connection.total_changes
        counts = board.armed and board.phase == "before" and changes > seen.get(id(connection), 0)
        seen[id(connection)] = changes
        if counts:
            board.phase = "inside"
        plain(self, connection)
        if counts:
            board.phase = "after"

    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign] # this process ends with the trial
