"""One coding by the front door: permission, checks, journal, tables; on disk when it returns."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks import machine
from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, timed
from crosscase.model import Code, Id, Source, Span
from crosscase.study import Study
from crosscase.verbs.codings import apply_code


def places_of(study: Study, *, seed: int = 1) -> Iterator[tuple[Id, Id, Span]]:
    """Codes, sources and spans by chance, without end."""
    codes, sources = [code.id for code in study.rows(Code)], study.rows(Source)
    chance = random.Random(seed)
    while True:
        source = chance.choice(sources)
        start = chance.randrange(source.length - 200)
        yield chance.choice(codes), source.id, Span(start, start + chance.randint(20, 190))


def measure(ground: Ground) -> Measured:
    """Codings one after another, each an act, each on another passage."""
    with ground.copied() as study:
        places = places_of(study)
        timing = timed(lambda place: study.do(apply_code, *place), lambda: next(places), runs=201, warm=10)
    return compared(timing, machine.commit(ground.folder), "a durable commit of one row", "one coding, one entry")


PROMISES = (Promise("coding", "one coding, durable", dict.fromkeys(("study", "stress", "extreme"), 0.002), measure),)
