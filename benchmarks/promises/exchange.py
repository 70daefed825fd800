"""A REFI-QDA project of 100 texts of 30 kB with 50 codes and 20,000 codings, into an empty study and out of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from benchmarks.ground import MEMBER, Ground, remove
from benchmarks.measure import Measured, Promise, Timing, compared, repeated, timed
from benchmarks.promises.exchanging import project
from crosscase.exporters.refi import write_project
from crosscase.importers.refi import read_project
from crosscase.model import Coding
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.take_refi import take_refi


def _file(folder: Path) -> Path:
    path = folder / "exchange.qdpx"
    if not path.exists():
        write_project(project("study"), path)
    return path


def _unpacked(path: Path) -> Timing:
    def unpack() -> int:
        with zipfile.ZipFile(path) as archive:
            return sum(len(archive.read(name)) for name in archive.namelist())

    return repeated(unpack, runs=5)


def measure_in(ground: Ground) -> Measured:
    """Read, positions settled, one act, on disk."""
    path, target = _file(ground.folder), ground.folder / "exchanged.crosscase"
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
        study.do(take_refi, project("study"))

        def go_out(_: object) -> None:
            write(study, path, Wanted(profile="strict"), Outgoing(study.leaving()))

        timing = timed(go_out, lambda: None, runs=5)
    remove(target)
    baseline = _unpacked(path)
    done = f"{path.stat().st_size / 1e6:.1f} MB"
    path.unlink()
    return compared(timing, baseline, "unpacking what was written", done)


PROMISES = (
    Promise("refi-in", "REFI-QDA project of 20,000 codings taken in", {"study": 1.5}, measure_in),
    Promise("refi-out", "the same written as REFI-QDA", {"study": 1.0}, measure_out),
)
