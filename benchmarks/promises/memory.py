"""Peak memory of a process that opens a study, tabulates, compares and searches it."""

from __future__ import annotations

from benchmarks import machine
from benchmarks.ground import MEMBER, Ground
from benchmarks.measure import Measured, Promise
from benchmarks.promises.search import queries

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
from crosscase.frames.turns import turn_passages
study = Study.open(sys.argv[1], member=sys.argv[2])
snapshot = study.snapshot()
sum(len(cell.coding_ids) for cell in matrix(snapshot).cells())
overlap(snapshot).table()
for query in sys.argv[3:]:
    found = search(study.index(), turn_passages(snapshot).passages, query)
    [list(hit.shown(study.text(hit.source))) for hit in found.hits]
study.close()
"""
BARE = "import numpy, polars, sqlalchemy, sqlcipher3"


def measure(ground: Ground) -> Measured:
    """Frames, matrix with every cell opened, co-occurrence, five searches; once before, so that words are kept."""
    asked = queries(ground)
    with ground.copied() as study:
        run = machine.program("-c", f"{WORK}\n{PEAK}", str(study.store.path), MEMBER, *asked)
        run()
        peak = int(run())
    least = int(machine.program("-c", f"{BARE}\n{PEAK}")())
    done = f"a matrix with every cell opened, co-occurrence, {len(asked)} searches"
    return Measured(peak, None, 1, least, "a process that has imported the libraries", done)


_MB = 1_000_000
PROMISES = (
    Promise(
        "memory", "peak memory", {"study": 250 * _MB, "stress": 800 * _MB, "extreme": 2000 * _MB}, measure, unit="bytes"
    ),
)
