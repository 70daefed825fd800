"""Break files for as long as one likes: `python -m tests.fuzz --minutes 10`, which is what `make fuzz` runs.

A fifth of the time each goes to the importers, to REFI-QDA and to study files that are plain, have a log beside them,
or are encrypted. What is found is written to tests/fuzz/findings, where the tests try it again for ever. Where
`atheris` is installed (it is optional), `python -m tests.fuzz.guided` looks for bytes that reach lines which were not
reached before.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.fuzz import importers, refi, study_files
from tests.fuzz.apart import Found, tried

FINDINGS = Path(__file__).parent / "findings"
BATCH = 200


def rounds(run: Callable[[int], str], until: float, *, seconds: float) -> tuple[int, list[Found]]:
    """Go on trying until that time; how many were tried, and what was found."""
    number, found = 0, list[Found]()
    while time.monotonic() < until and len(found) < 20:
        found += tried(run, range(number, number + BATCH), seconds=seconds)
        number += BATCH
    return number, found


def main() -> int:
    """Break files, and print what came of it."""
    given = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    given.add_argument("--minutes", type=float, default=10)
    given.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    asked = given.parse_args()
    with tempfile.TemporaryDirectory(prefix="crosscase-fuzz-") as place:
        folder = Path(place)
        os.environ.update(CROSSCASE_STATE_DIR=str(folder / "state"), CROSSCASE_BACKUPS="off")
        share = asked.minutes * 60 / 5
        total, failed = 0, 0
        began = time.monotonic()

        def read(number: int) -> str:
            return importers.read(*importers.made(number, asked.seed), folder)

        def read_refi(number: int) -> str:
            return refi.read(*refi.made(number, asked.seed), folder)

        plain, logged = study_files.prepare(folder / "made")
        kinds = [
            ("a study file", plain),
            ("a study with a log", logged),
            ("an encrypted study", study_files.encrypted(plain)),
        ]
        runs: list[tuple[str, Callable[[int], str]]] = [("importers", read), ("REFI-QDA", read_refi)]
        for name, file in kinds:
            runs.append((name, partial(study_files.tried, file, seed=asked.seed, folder=folder / "tried")))
        for name, run in runs:
            count, found = rounds(run, time.monotonic() + share, seconds=60)
            total, failed = total + count, failed + len(found)
            sys.stdout.write(f"{name}: {count:,} tried, {len(found)} found\n")
            for one in found:
                sys.stdout.write(f"  {one.number}: {one.what}\n")
                if name in {"importers", "REFI-QDA"}:
                    made = importers.made if name == "importers" else refi.made
                    called, data = made(one.number, asked.seed)
                    FINDINGS.joinpath(f"{asked.seed}-{one.number}-{called}").write_bytes(data)
    minutes = (time.monotonic() - began) / 60
    sys.stdout.write(f"{total:,} broken files in {minutes:.1f} min (seed {asked.seed}); {failed} found\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
