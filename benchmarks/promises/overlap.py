"""Co-occurrence of all codes, frames warm: participants, cases and pairs of codings for every two codes."""

from __future__ import annotations

import numpy as np

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated
from crosscase.analyses.overlap import overlap
from crosscase.frames import Snapshot


def plain_pass(snapshot: Snapshot) -> int:
    """Sorted spans in plain NumPy: pairs of codings that overlap, by two codes; nobody's words, nobody counted."""
    codings = snapshot.codings
    width = int(snapshot.sources.length.max()) + 1
    start, end = codings.source * width + codings.start, codings.source * width + codings.end
    order = np.argsort(start, kind="stable")
    start, end, code = start[order], end[order], codings.code[order]
    counts = np.searchsorted(start, end) - np.arange(len(start)) - 1
    left = np.repeat(np.arange(len(start)), counts)
    right = np.arange(len(left)) - np.repeat(np.cumsum(counts) - counts, counts) + left + 1
    size = len(snapshot.codes)
    return int(np.bincount(code[left] * size + code[right], minlength=size * size).sum())


def measure(ground: Ground) -> Measured:
    """All codes with all codes."""
    snapshot = ground.snapshot
    timing = repeated(lambda: overlap(snapshot))
    baseline = repeated(lambda: plain_pass(snapshot))
    done = f"{plain_pass(snapshot):,} overlapping pairs of codings"
    return compared(timing, baseline, "counting the pairs in plain NumPy", done)


PROMISES = (
    Promise(
        "overlap",
        "co-occurrence of all codes, frames warm",
        {"study": 0.01, "stress": 0.15, "extreme": 0.5},
        measure,
    ),
)
