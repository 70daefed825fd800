"""Timing an act, and what a promise is.

Times are medians of several runs after a warm-up, with the processor's time beside them: on a machine that others use,
the first is what one waits for today and the second what the act costs. Preparing a run is not timed.
"""

from __future__ import annotations

import gc
import resource
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from benchmarks.ground import Ground

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds after which an act that was run at least three times is not run again."""


@dataclass(frozen=True)
class Timing:
    """Medians, in seconds; `processor` counts this process and those it started, all threads."""

    elapsed: float
    processor: float
    runs: int

    def each(self, count: int) -> Timing:
        """The share of one, of acts that were timed together."""
        return Timing(self.elapsed / count, self.processor / count, self.runs)


@dataclass(frozen=True)
class Measured:
    """What an act took, and what its baseline took beside it.

    Attributes:
        value, baseline: seconds or bytes, as the promise is given.
        processor: seconds of the processor; None for memory.
        against: what the baseline did.
        done: what was done, in a few words and numbers.
    """

    value: float
    processor: float | None
    runs: int
    baseline: float
    against: str
    done: str

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.value / self.baseline


@dataclass(frozen=True)
class Promise:
    """An act that we promise something about.

    Attributes:
        name: for `--only`.
        act: as the table says it.
        limits: by size, in seconds or bytes. A size without one is measured if `always`, and not judged.
    """

    name: str
    act: str
    limits: Mapping[str, float]
    measure: Callable[[Ground], Measured]
    unit: Literal["seconds", "bytes"] = "seconds"
    always: bool = False

    def covers(self, size: str) -> bool:
        """Whether it is measured at a size."""
        return self.always or size in self.limits


def _processor() -> float:
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + started.ru_utime + started.ru_stime


def timed(act: Callable[[T], object], prepare: Callable[[], T], *, runs: int = 7, warm: int = 1) -> Timing:
    """Time an act on what `prepare` gives, which is made anew for each run and not timed."""
    for _ in range(warm):
        act(prepare())
    elapsed: list[float] = []
    processor: list[float] = []
    while len(elapsed) < runs and (len(elapsed) < 3 or sum(elapsed) < PATIENCE):
        given = prepare()
        gc.collect()
        before, begun = _processor(), time.perf_counter()
        act(given)
        elapsed.append(time.perf_counter() - begun)
        processor.append(_processor() - before)
    return Timing(statistics.median(elapsed), statistics.median(processor), len(elapsed))


def repeated(act: Callable[[], object], *, runs: int = 9, warm: int = 1) -> Timing:
    """Time an act that needs no preparing."""
    return timed(lambda _: act(), lambda: None, runs=runs, warm=warm)


def compared(timing: Timing, baseline: Timing, against: str, done: str) -> Measured:
    """An act beside its baseline."""
    return Measured(timing.elapsed, timing.processor, timing.runs, baseline.elapsed, against, done)
