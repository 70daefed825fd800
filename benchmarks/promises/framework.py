"""A framework of 91 participants by 30 columns, frames warm: every cell with its summary and its nothing."""

from __future__ import annotations

import numpy as np

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated
from benchmarks.promises.matrix import plain_pass
from crosscase.analyses.charting import FrameworkCell, FrameworkOptions
from crosscase.analyses.framework import framework
from crosscase.frames import Snapshot
from crosscase.verbs.frameworks import add_framework
from crosscase.verbs.summaries import CellWords, write_summaries

COLUMNS = 30


def counted_anew(snapshot: Snapshot) -> tuple[tuple[FrameworkCell, ...], ...]:
    """All cells, without what the snapshot keeps of the table before."""
    vars(snapshot).pop("_kept", None)
    return framework(snapshot, FrameworkOptions()).cells


def measure(ground: Ground) -> Measured:
    """Two cells of three are written, each resting on up to three segments."""
    with ground.copied("framework") as study:
        snapshot = study.snapshot()
        of = np.bincount(snapshot.codings.code, minlength=len(snapshot.codes)).argsort()[::-1][:COLUMNS]
        grid = study.do(add_framework, "Main", [snapshot.codes.ids[n] for n in sorted(of.tolist())]).value
        cells = counted_anew(study.snapshot())
        rows = snapshot.participants.ids
        written = [
            CellWords(
                row=rows[r], of=cell.column, words="What this participant says on it, in two or three sentences. " * 4,
                segments=cell.codings[:3], seen=cell.codings,
            )
            for r, line in enumerate(cells)
            for c, cell in enumerate(line)
            if (r + c) % 3
        ]  # fmt: skip
        study.do(write_summaries, grid, written)
        warm = study.snapshot()
        found = counted_anew(warm)
        timing = repeated(lambda: counted_anew(warm))
        baseline = repeated(lambda: plain_pass(warm))
    done = f"{len(found):,} × {len(found[0]):,} cells, {len(written):,} summaries"
    return compared(timing, baseline, "codings and participants by cell in plain NumPy", done)


PROMISES = (
    Promise("framework", "framework grid of 91 × 30, frames warm", {"study": 0.1}, measure),
)  # fmt: skip
