"""`crosscase --help`, from the start of the process to its end."""

from __future__ import annotations

from benchmarks import machine
from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated


def measure(_: Ground) -> Measured:
    """A process of its own each time; its modules are compiled, as installed ones are."""
    run = machine.program("-m", "crosscase", "--help")
    printed = len(run().splitlines())
    return compared(repeated(run, runs=11), machine.start(), "starting Python", f"{printed} lines")


PROMISES = (Promise("help", "`crosscase --help`", {"study": 0.15}, measure),)
