"""Opening a study in Python: imports, opening the file, knowing what it is about and who works on it."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks import machine
from benchmarks.ground import MEMBER, Ground
from benchmarks.measure import Measured, Promise, compared

CODE = """
import sys
from crosscase import Study
study = Study.open(sys.argv[1], member=sys.argv[2])
study.settings(), study.member(), study.version
"""


def measure(ground: Ground) -> Measured:
    """In a fresh Python each time; starting Python is not counted, importing crosscase is."""
    with ground.copied() as study:
        timing = machine.inside(CODE, str(study.store.path), MEMBER)
        size = study.store.path.stat().st_size if study.store.path else 0
    library = machine.inside("import sqlalchemy.dialects.sqlite, sqlcipher3")
    done = f"a file of {size / 1e6:,.0f} MB; SQLAlchemy and SQLite alone take {1000 * library.elapsed:.0f} ms to import"
    return compared(timing, machine.start(), "starting Python", done)


def measure_encrypted(ground: Ground) -> Measured:
    """The same study, encrypted, with the passphrase in the environment; beside the plain one."""
    from crosscase.store import reseal

    with ground.copied() as study:
        assert study.store.path is not None  # it is a file
        path = Path(study.store.path)
        plain = machine.inside(CODE, str(path), MEMBER)
        study.close()
        reseal.encrypt(path, PASSPHRASE)
        os.environ["CROSSCASE_PASSPHRASE"] = PASSPHRASE
        try:
            timing = machine.inside(CODE, str(path), MEMBER)
        finally:
            del os.environ["CROSSCASE_PASSPHRASE"]
    more = 1000 * (timing.elapsed - plain.elapsed)
    return compared(
        timing, plain, "the same study, plain", f"{more:.0f} ms more; the key is derived beside the imports"
    )


PASSPHRASE = "five words without a reason"

PROMISES = (
    Promise("open", "open in Python", {"study": 0.3, "stress": 0.5, "extreme": 1}, measure),
    Promise(
        "open-encrypted",
        "open in Python, encrypted",
        {"study": 0.45, "stress": 0.65, "extreme": 1.15},
        measure_encrypted,
    ),
)
