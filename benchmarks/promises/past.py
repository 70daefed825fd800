"""What is worked out from the journal: the study as it was, and the tables thrown away and built again."""

from __future__ import annotations

from benchmarks import machine
from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, Timing, compared, repeated
from benchmarks.promises.merging import OTHERS, coded_by_hand
from crosscase.store.absorb import replica
from crosscase.study import Study


def as_it_was(ground: Ground) -> Measured:
    """At the entry in the middle of the journal, and at the last but one: the mean of the two."""
    with ground.study() as study:
        log = study.log()
        chosen = (log[len(log) // 2].id, log[-2].id)

        def look() -> int:
            return sum(study.at(entry).store.state.seq for entry in chosen)

        timing = repeated(look, runs=3).each(len(chosen))
        baseline = _rows(ground, study)
    return compared(timing, baseline, "the driver inserting all codings", f"{len(log):,} entries")


def rebuilt(ground: Ground) -> Measured:
    """All tables, from all entries."""
    with ground.study() as study:
        timing = repeated(lambda: replica(study.store).close(), runs=3)
        baseline = _rows(ground, study)
        count = study.store.state.seq
        same = replica(study.store).version == study.version
    return compared(timing, baseline, "the driver inserting all codings", f"{count:,} entries" if same else "UNEQUAL")


def rebuilt_by_hand(ground: Ground) -> Measured:
    """The same, of a copy with 20,000 more codings that are an act each."""
    path = coded_by_hand(ground, "theirs", "member 1", OTHERS)
    with Study.open(path, writable=False) as study:
        timing = repeated(lambda: replica(study.store).close(), runs=3)
        baseline = _rows(ground, study)
        count = study.store.state.seq
    return compared(timing, baseline, "the driver inserting all codings", f"{count:,} entries")


def _rows(ground: Ground, study: Study) -> Timing:
    with study.store.reading() as connection:
        records = [tuple(row) for row in connection.exec_driver_sql('SELECT * FROM "coding"')]
    return machine.inserts(ground.folder, records)


PROMISES = (
    Promise("at", "the study as it was at an entry", {"study": 1, "stress": 10}, as_it_was),
    Promise("rebuild", "tables rebuilt from the journal", {"study": 3, "stress": 30}, rebuilt),
    Promise("rebuild-by-hand", "the same with 20,000 more codings, each an act", {"study": 3}, rebuilt_by_hand),
)
