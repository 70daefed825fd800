"""Loading the frames, and keeping up with acts: nothing is promised of them, but analyses wait for them."""

from __future__ import annotations

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated, timed
from benchmarks.promises.coding import places_of
from crosscase.analyses.matrix import matrix
from crosscase.frames import Snapshot
from crosscase.frames.reader import READ
from crosscase.verbs.codings import apply_code


def load(ground: Ground) -> Measured:
    """Everything that is counted, read anew."""
    with ground.study() as study:
        store = study.store
        timing = repeated(lambda: Snapshot.load(store), runs=5)

        def read() -> None:
            with store.reading() as connection:
                for kind, fields in READ.items():
                    names = ", ".join(f'"{name}"' for name in ("id", *fields))
                    connection.exec_driver_sql(f'SELECT {names} FROM "{kind}"').fetchall()

        baseline = repeated(read, runs=5)
    count = len(ground.snapshot.codings)
    return compared(timing, baseline, "the driver reading the same columns", f"{count:,} codings")


def first_table(ground: Ground) -> Measured:
    """Frames, words of all texts, codes by cases."""
    with ground.study() as study:
        timing = repeated(lambda: matrix(Snapshot.load(study.store)), runs=3, warm=0)
        texts = [study.text(source) for source in ground.snapshot.sources.ids]
    baseline = repeated(lambda: [text.split() for text in texts], runs=3)
    return compared(timing, baseline, "str.split of all texts", f"{sum(map(len, texts)) / 1e6:,.1f} M characters")


def after_an_act(ground: Ground) -> Measured:
    """The study's snapshot when one more coding has been put on."""
    with ground.copied() as study:
        places = places_of(study)
        study.snapshot()

        def code() -> None:
            study.do(apply_code, *next(places))

        timing = timed(lambda _: study.snapshot(), code, runs=5)
        with study.store.reading() as connection:
            baseline = repeated(lambda: connection.exec_driver_sql('SELECT * FROM "coding"').fetchall(), runs=5)
    return compared(timing, baseline, "the driver reading all codings", "one coding more")


PROMISES = (
    Promise("frames", "frames loaded", {}, load, always=True),
    Promise("first-table", "the first matrix: frames, words of all texts, counts", {}, first_table, always=True),
    Promise("frames-again", "frames after one more coding", {}, after_an_act, always=True),
)
