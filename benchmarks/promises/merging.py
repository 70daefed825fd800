"""Two copies that parted 20,000 codings ago become one: entries checked and taken in, tables worked out, on disk."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

from benchmarks import machine
from benchmarks.ground import MEMBER, Ground, remove
from benchmarks.measure import Measured, Promise, compared, timed
from benchmarks.promises.coding import places_of
from crosscase.store.merge import merge
from crosscase.study import Study
from crosscase.verbs.codings import apply_code

OTHERS = 20_000
OURS = 1_000


def coded_by_hand(ground: Ground, name: str, member: str, count: int) -> Path:
    """A copy in which somebody has put on codings since, each an act of its own; made once."""
    path = ground.path.with_name(f"{ground.path.stem}-{name}.crosscase")
    if not path.exists():
        half = path.with_suffix(".half")
        remove(half)
        shutil.copyfile(ground.path, half)
        with Study.open(half, member=member) as study:
            for place in itertools.islice(places_of(study, seed=len(name)), count):
                study.do(apply_code, *place)
        half.rename(path)
    return path


def measure(ground: Ground) -> Measured:
    """They wrote 20,000 acts of one coding; this copy wrote 1,000 of its own."""
    theirs = coded_by_hand(ground, "theirs", "member 1", OTHERS)
    ours = coded_by_hand(ground, "ours", MEMBER, OURS)
    path = ground.folder / "merged.crosscase"
    taken = []

    def copy() -> None:
        remove(path)
        shutil.copyfile(ours, path)

    def bring_together(_: None) -> None:
        with Study.open(path) as mine, Study.open(theirs, writable=False) as other:
            taken.append(merge(mine.store, other.store).entries)

    timing = timed(bring_together, copy, runs=3)
    with Study.open(theirs, writable=False) as other, other.store.reading() as connection:
        records = [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "coding" LIMIT {OTHERS}')]
    baseline = machine.inserts(ground.folder, records)
    remove(path)
    return compared(timing, baseline, "the driver inserting as many rows", f"{taken[0]:,} entries, one coding each")


PROMISES = (Promise("merge", "merge of two copies that parted 20,000 codings ago", {"study": 2}, measure),)
