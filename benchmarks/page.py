"""What was measured, as a table: on the terminal, and as `docs/reference/performance.md`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.machine import Machine
from benchmarks.measure import Measured, Promise
from benchmarks.sizes import SIZES, Size

COMMAND = "python -m benchmarks --write"
BUSY = 0.5
"""With more processes than this waiting before we began, the machine was not ours alone."""


@dataclass(frozen=True)
class Line:
    """One promise at one size."""

    promise: Promise
    size: str
    measured: Measured

    @property
    def limit(self) -> float | None:
        """What is promised at this size."""
        return self.promise.limits.get(self.size)

    @property
    def verdict(self) -> str:
        """Met or not; of what is only measured, nothing."""
        if self.limit is None:
            return ""
        return "met" if self.measured.value < self.limit else "**not met**"


def shown(value: float | None, unit: str) -> str:
    """Seconds or bytes, to three figures."""
    if value is None:
        return ""
    if unit == "bytes":
        return f"{value / 1e6:,.0f} MB"
    return f"{value:.2f} s" if value >= 0.9995 else f"{1000 * value:.3g} ms"


def cells(line: Line) -> list[str]:
    """A line of the table."""
    unit, measured = line.promise.unit, line.measured
    return [
        line.promise.act,
        "" if line.limit is None else f"< {shown(line.limit, unit)}",
        shown(measured.value, unit),
        shown(measured.processor, "seconds"),
        f"{measured.ratio:.2g} ×" if measured.ratio < 100 else f"{measured.ratio:.0f} ×",
        measured.against,
        line.verdict,
        measured.done,
    ]


HEADINGS = ("act", "promised", "measured", "processor", "ratio", "to", "", "what was done")


def facts(machine: Machine) -> list[str]:
    """The machine, in sentences."""
    return [
        f"{machine.cores} cores; {machine.python}; bare start {shown(machine.start, 's')}, "
        f"a loop of a million additions {shown(machine.loop, 's')}.",
        f"fsync of 4 KiB {shown(machine.fsync, 's')}; durable SQLite commit of one row {shown(machine.commit, 's')}; "
        f"memory to memory {machine.copy / 1e9:.1f} GB/s.",
        f"Load when the run began: {machine.load:.1f}"
        + (": others were using it too, so times are longer than they need be." if machine.load > BUSY else "."),
    ]


def described(size: Size) -> str:
    """A size in one line."""
    return (
        f"{size.sources:,} sources × {size.characters // 1000} kB, {size.codings:,} codings, {size.codes} codes, "
        f"{size.members} members, {size.cases} cases"
    )


def page(machine: Machine, lines: Sequence[Line]) -> str:
    """The reference page."""
    parts = [
        "# Performance",
        "What is promised about speed and size, and what was measured. This page is written by",
        f"```\n{COMMAND}\n```",
        "and speaks of the machine it ran on: on others, compare the ratios. A ratio is the median time of the act to "
        "that of the work it could not do without, measured beside it (for memory, to a process that has only imported "
        "the libraries). *Processor* is the time of all processors together; where it is much less than what was "
        "measured, the act waited for the disk or for its turn, where it is more, several worked. Nothing here is a "
        "timed test. `python -m benchmarks extreme` measures the third size, `--only NAME` one promise.",
        "## The machine",
        "\n".join(f"- {fact}" for fact in facts(machine)),
    ]
    for size in SIZES:
        here = [line for line in lines if line.size == size.name]
        if here:
            parts += [f"## {size.name.capitalize()}", described(size) + ".", _table([cells(line) for line in here])]
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[Sequence[str]]) -> str:
    ruler = ["---", *["---:"] * 4, *["---"] * 3]
    return "\n".join(f"| {' | '.join(row)} |" for row in (HEADINGS, ruler, *rows))
