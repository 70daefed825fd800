"""How long agreement takes: alpha of a million units, and every coefficient of a study with intervals.

`python -m benchmarks.agreement`: 1,000,000 units judged by 3 coders (promised: under 0.5 s), and 100 texts of 60 kB,
each coded by 3 coders with 200 codings of 150 codes, 60,000 codings in all (promised: under 5 s for every coefficient
of every code, branch and all codes, with 1,000 resamples). The best of some runs; `--profile` says where time goes.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from crosscase.analyses.agreement.agreement import agreement
from crosscase.analyses.agreement.alpha import alpha
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.judgements import judgements_of
from crosscase.frames import READ, Snapshot
from crosscase.model import kind_named

TEXTS, LENGTH, CODES, EACH = 100, 60_000, 150, 200
CODERS = ("Ada", "Ben", "Cleo")


def best(do: Callable[[], Any], times: int = 3) -> float:
    """The shortest of several runs, in seconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        do()
        found.append(time.perf_counter() - began)
    return min(found)


def units() -> np.ndarray:
    """A million units that three coders judged, with six categories."""
    chance = np.random.default_rng(1)
    true = chance.integers(0, 6, size=(1_000_000, 1))
    return np.where(chance.random((1_000_000, 3)) < 0.8, true, chance.integers(0, 6, size=(1_000_000, 3)))


class Made:
    """The rows of a study, made up: everybody has read everything, and three in four codings meet the same passage."""

    version = "made"

    def __init__(self) -> None:
        self._rows: dict[str, list[dict[str, Any]]] = {kind: [] for kind in READ}
        chance = np.random.default_rng(2)
        for name in CODERS:
            self._add("member", id=name, name=name, nature="person")
        for number in range(CODES):
            parent = f"c{number - number % 10}" if number % 10 else None
            self._add("code", id=f"c{number}", name=f"code {number}", parent=parent, position=number)
        self._add("codebook", id="all", codes=[f"c{n}" for n in range(CODES)])
        for text in range(TEXTS):
            self._add("source", id=f"t{text:03}", name=f"t{text:03}", nature="transcript", length=LENGTH, position=text)
            starts = chance.integers(0, LENGTH - 800, size=EACH)
            codes = chance.integers(0, CODES, size=EACH)
            for coder in CODERS:
                self._add(
                    "reading", id=f"{coder}{text}", member=coder, source=f"t{text:03}", progress="done", codebook="all"
                )
                moved = chance.random(EACH) < 0.25
                begin = np.where(
                    moved, chance.integers(0, LENGTH - 800, size=EACH), starts + chance.integers(0, 20, EACH)
                )
                for n, (start, code) in enumerate(zip(begin.tolist(), codes.tolist(), strict=True)):
                    end = start + int(chance.integers(60, 700))
                    self._add(
                        "coding", id=f"{text:03}{coder}{n:04}", source=f"t{text:03}", place="text", start=start,
                        end=end, member=coder, code=f"c{code}", origin="by hand", stance="yes", weight=0,
                    )  # fmt: skip

    def _add(self, kind: str, **fields: Any) -> None:
        self._rows[kind].append(fields)

    def columns(self, kind: str, fields: tuple[str, ...]) -> dict[str, list[Any]]:
        """The rows of a kind."""
        described, rows = kind_named(kind), sorted(self._rows[kind], key=lambda row: str(row["id"]))
        found: dict[str, list[Any]] = {"id": [row["id"] for row in rows]}
        for name in fields:
            field = described.field(name)
            empty: Any = {"text": "", "integer": 0, "boolean": False, "list": ()}[field.type]
            missing = None if field.refers or name in {"area", "from_ms", "to_ms"} else empty
            found[name] = [row.get(name, missing) for row in rows]
        return found

    def text(self, source: str) -> str:  # noqa: ARG002 - as a reader is asked
        """Texts are not read."""
        return " " * LENGTH

    def addresses(self, source: str, spans: Any) -> list[str]:  # noqa: ARG002 - likewise
        """Nobody asks."""
        return [f"{span.start}" for span in spans]


def main() -> None:
    """Measure, and with `--profile` say where the time goes."""
    given = units()
    for level in ("nominal", "ordinal", "interval", "ratio"):
        took = best(lambda level=level: alpha(judgements_of(given), level))  # type: ignore[misc]  # bound at once
        print(f"alpha, {level}, 1,000,000 units x 3 coders: {took:.3f} s")
    snapshot = Snapshot.load(Made())
    assert len(snapshot.raw["coding"]) == TEXTS * EACH * len(CODERS)
    for options in (AgreementOptions(), AgreementOptions(by="pairs"), AgreementOptions(labels="sets")):
        took = best(lambda options=options: agreement(snapshot, options), 2)  # type: ignore[misc]  # bound at once
        told = f"by {options.by}, labels {options.labels}"
        print(f"every coefficient with intervals, 60,000 codings x {TEXTS} texts x {CODES} codes, {told}: {took:.2f} s")
    if "--profile" in sys.argv:
        with cProfile.Profile() as profile:
            agreement(snapshot, AgreementOptions())
        pstats.Stats(profile).sort_stats("cumulative").print_stats(25)


if __name__ == "__main__":
    main()
