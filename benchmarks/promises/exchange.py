"""A REFI-QDA project of 100 texts of 30 kB with 50 codes and 20,000 codings, into an empty study and out of it.

At the stress size 1,000 texts of 60 kB with 300,000 codings. The room that it takes is measured in a process of its
own; that of one long text tells what a source costs.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from benchmarks import machine
from benchmarks.ground import MEMBER, Ground, remove
from benchmarks.measure import Measured, Promise, Timing, compared, repeated, timed
from benchmarks.promises.exchanging import AMOUNTS, archive, project, said
from benchmarks.promises.memory import BARE, PEAK
from crosscase.importers.refi import read_project
from crosscase.model import Coding
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.take_refi import take_refi

TAKE_IN = """
import sys
from pathlib import Path
from crosscase.importers.refi import read_project
from crosscase.study import Study
from crosscase.verbs.take_refi import take_refi
study = Study.new(sys.argv[2], member="member 0")
read = read_project(Path(sys.argv[1]))
with read.archive.held() as archive:
    study.do(take_refi, read.project, archive)
study.close()
"""


def _unpacked(path: Path) -> Timing:
    def unpack() -> int:
        with zipfile.ZipFile(path) as archive:
            return sum(len(archive.read(name)) for name in archive.namelist())

    return repeated(unpack, runs=5)


def measure_in(ground: Ground) -> Measured:
    """Read, positions settled, one act, on disk."""
    path, target = archive(ground.folder, ground.size.name), ground.folder / "exchanged.crosscase"
    opened: list[Study] = []

    def new() -> Study:
        while opened:
            opened.pop().close()
        remove(target)
        opened.append(Study.new(target, member=MEMBER))
        return opened[0]

    def bring_in(study: Study) -> None:
        read = read_project(path)
        with read.archive.held() as archive:
            study.do(take_refi, read.project, archive)

    timing = timed(bring_in, new, runs=5)
    with opened.pop() as study:
        done = f"{len(study.rows(Coding)):,} codings"
    remove(target)
    return compared(timing, _unpacked(path), "unpacking the archive", done)


def measure_out(ground: Ground) -> Measured:
    """The whole study, by the standard."""
    path, target = ground.folder / "out.qdpx", ground.folder / "exchanged.crosscase"
    remove(target)
    with Study.new(target, member=MEMBER) as study:
        study.do(take_refi, project(ground.size.name))

        def go_out(_: object) -> None:
            write(study, path, Wanted(profile="strict"), Outgoing(study.leaving()))

        timing = timed(go_out, lambda: None, runs=5)
    remove(target)
    baseline = _unpacked(path)
    done = f"{path.stat().st_size / 1e6:.1f} MB"
    path.unlink()
    return compared(timing, baseline, "unpacking what was written", done)


def measure_room(ground: Ground) -> Measured:
    """Peak memory of a process that takes the project in."""
    return _room(archive(ground.folder, ground.size.name), ground.folder, said(ground.size.name))


def measure_one(ground: Ground) -> Measured:
    """The same for a project with one long text."""
    return _room(archive(ground.folder, "one"), ground.folder, said("one"))


def _room(path: Path, folder: Path, done: str) -> Measured:
    target = folder / "roomy.crosscase"
    remove(target)
    peak = int(machine.program("-c", f"{TAKE_IN}\n{PEAK}", str(path), str(target))())
    remove(target)
    least = int(machine.program("-c", f"{BARE}\n{PEAK}")())
    return Measured(peak, None, 1, least, "a process that has imported the libraries", done)


_MB = 1_000_000
_ROOM = {"study": 200 * _MB + 2 * AMOUNTS["study"][1], "stress": 800 * _MB}
PROMISES = (
    Promise("refi-in", "REFI-QDA project taken in", {"study": 1.5, "stress": 30.0}, measure_in),
    Promise("refi-out", "the same written as REFI-QDA", {"study": 1.0, "stress": 30.0}, measure_out),
    Promise("refi-room", "peak memory of taking it in", _ROOM, measure_room, unit="bytes"),
    Promise(
        "refi-room-one", "peak memory of taking in one long text", {"study": 200 * _MB + 2 * AMOUNTS["one"][1]},
        measure_one, unit="bytes",
    ),
)  # fmt: skip
