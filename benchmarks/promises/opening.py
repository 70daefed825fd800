"""Opening a study in Python: imports, opening the file, knowing what it is about and who works on it."""

from __future__ import annotations

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


PROMISES = (Promise("open", "open in Python", {"study": 0.3, "stress": 0.5, "extreme": 1}, measure),)
