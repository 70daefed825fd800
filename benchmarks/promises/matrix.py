"""Codes by cases with denominators and words, frames warm: the table is counted anew each time."""

from __future__ import annotations

import numpy as np

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated
from crosscase.analyses.matrix import Matrix, matrix
from crosscase.frames import Snapshot


def counted_anew(snapshot: Snapshot) -> Matrix:
    """The matrix, without what the snapshot keeps of the one before."""
    vars(snapshot).pop("_kept", None)
    return matrix(snapshot)


def plain_pass(snapshot: Snapshot) -> int:
    """Plain NumPy over the same arrays: codings by code and case, participants once in each cell."""
    codings, lies, units = snapshot.codings, snapshot.lies, snapshot.units
    code, unit = codings.code[lies.coding], lies.unit
    case, person = units.case[unit], units.participant[unit]
    cells = len(snapshot.codes) * len(snapshot.cases)
    at = code * len(snapshot.cases) + case
    by_coding = np.bincount(at, minlength=cells)
    pairs = np.unique(at * len(snapshot.participants) + person) // len(snapshot.participants)
    by_person = np.bincount(pairs, minlength=cells)
    return int(by_coding.sum() + by_person.sum())


def measure(ground: Ground) -> Measured:
    """All numbers of all cells."""
    snapshot = ground.snapshot
    made = counted_anew(snapshot)
    timing = repeated(lambda: counted_anew(snapshot))
    baseline = repeated(lambda: plain_pass(snapshot))
    done = f"{len(made.rows):,} × {len(made.columns):,} cells"
    return compared(timing, baseline, "codings and participants by cell in plain NumPy", done)


def with_text(ground: Ground) -> Measured:
    """Every cell opened, with the words of each of its codings from the study."""
    snapshot = ground.snapshot
    codings, sources = snapshot.codings, snapshot.sources
    with ground.study() as study:

        def opened() -> list[list[str]]:
            made = counted_anew(snapshot)
            texts = [study.text(source) for source in sources.ids]
            number = {coding: row for row, coding in enumerate(codings.ids)}
            source, start, end = codings.source.tolist(), codings.start.tolist(), codings.end.tolist()
            return [
                [texts[source[at]][start[at] : end[at]] for at in map(number.__getitem__, cell.coding_ids)]
                for cell in made.cells()
                if cell.column != "all"
            ]

        cells = opened()
        timing = repeated(opened, runs=5)
        texts = {source: study.text(source) for source in sources.ids}
    places = list(zip(codings.source.tolist(), codings.start.tolist(), codings.end.tolist(), strict=True))
    baseline = repeated(lambda: [texts[sources.ids[source]][start:end] for source, start, end in places])
    done = f"{sum(map(len, cells)):,} stretches of text in {len(cells):,} cells"
    return compared(timing, baseline, "slicing as many stretches from texts in memory", done)


PROMISES = (
    Promise(
        "matrix",
        "case × code matrix with denominators, frames warm",
        {"study": 0.01, "stress": 0.04, "extreme": 0.12},
        measure,
    ),
    Promise("matrix-text", "the same with the text in the cells", {"study": 0.2}, with_text),
)
