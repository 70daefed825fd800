"""Peak memory of a process that opens a study, tabulates, compares and searches it."""

from __future__ import annotations

from benchmarks import machine
from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise

PEAK = """
import resource
import sys
from pathlib import Path
status = Path("/proc/self/status")
if status.exists():  # a child inherits the high-water mark that getrusage gives
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) * 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(peak)
"""
WORK = """
import sys
from crosscase import Study
from crosscase.analyses.matrix import matrix
from crosscase.analyses.overlap import overlap
from crosscase.frames.search import search
from crosscase.frames.turns import index_of, turn_passages
study = Study.open(sys.argv[1], writable=False)
snapshot = study.snapshot()
list(matrix(snapshot).cells())
overlap(snapshot).table()
found = search(index_of(snapshot), turn_passages(snapshot).passages, sys.argv[2])
[list(hit.shown(study.text(hit.source))) for hit in found.hits]
"""
BARE = "import numpy, polars, sqlalchemy, sqlcipher3"


def measure(ground: Ground) -> Measured:
    """Frames, matrix with every cell opened, co-occurrence, the index of words, a search."""
    word = ground.index.words[int(ground.index.counts.argmax())]
    run = machine.program("-c", f"{WORK}\n{PEAK}", str(ground.path), word)
    bare = machine.program("-c", f"{BARE}\n{PEAK}")
    run()
    peak, least = int(run()), int(bare())
    return Measured(peak, None, 1, least, "a process that has imported the libraries", "matrix, overlap, search")


_MB = 1_000_000
PROMISES = (
    Promise(
        "memory", "peak memory", {"study": 250 * _MB, "stress": 800 * _MB, "extreme": 2000 * _MB}, measure, unit="bytes"
    ),
)
