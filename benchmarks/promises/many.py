"""Many codings in one act: by rule, and by hand (as importing does)."""

from __future__ import annotations

import itertools

from benchmarks import machine
from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, timed
from benchmarks.promises.coding import places_of
from crosscase.study import Study
from crosscase.verbs.autocode import Rule, autocode, plan
from crosscase.verbs.codings import Placement, apply_all

HITS = 1_500
MANY = 5_000


def by_rule(ground: Ground) -> Measured:
    """A word that participants say about 1,500 times: looked for, and coded, under a code made for it."""
    snapshot, index = ground.snapshot, ground.index
    nearest = min(range(len(index.words)), key=lambda number: abs(int(index.counts[number]) - HITS))
    rule = Rule(words=(index.words[nearest],))
    numbers = itertools.count()
    with ground.copied() as study:

        def code(name: str) -> int:
            planned = plan(snapshot, rule, index=index)
            return study.do(autocode, planned.places, str(rule), name=name).value.added

        added = code("the first")
        timing = timed(code, lambda: f"rule {next(numbers)}")
        baseline = machine.inserts(ground.folder, _records(study, added))
    return compared(timing, baseline, "the driver inserting as many rows", f"{added:,} codings")


def by_hand(ground: Ground) -> Measured:
    """Placements of many codes in many sources."""
    with ground.copied() as study:
        places = places_of(study, seed=2)

        def placements() -> list[Placement]:
            return [Placement(code=c, source=s, span=span) for c, s, span in itertools.islice(places, MANY)]

        timing = timed(lambda given: study.do(apply_all, given), placements)
        baseline = machine.inserts(ground.folder, _records(study, MANY))
    return compared(timing, baseline, "the driver inserting as many rows", f"{MANY:,} codings")


def _records(study: Study, count: int) -> list[tuple[object, ...]]:
    """Rows as the table of codings has them."""
    statement = f'SELECT * FROM "coding" LIMIT {count}'
    with study.store.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


PROMISES = (
    Promise("autocode", "auto-code 1,500 hits", {"study": 0.1}, by_rule),
    Promise("many", "5,000 codings in one act", {"study": 0.3}, by_hand),
)
