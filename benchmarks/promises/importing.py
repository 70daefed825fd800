"""100 transcripts of 30 kB brought into an empty study: read, turns and speakers found, one entry, on disk."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks import machine
from benchmarks.ground import MEMBER, Ground, remove
from benchmarks.measure import Measured, Promise, compared, repeated, timed
from benchmarks.sizes import transcript, vocabulary
from crosscase.importers import read_path
from crosscase.model import Source, Turn
from crosscase.study import Study
from crosscase.verbs.take_in import take_in

FILES = 100
CHARACTERS = 30_000


def transcripts(folder: Path) -> Path:
    """The files, generated once."""
    path = folder / "transcripts"
    path.mkdir(exist_ok=True)
    chance = random.Random("transcripts")
    words = vocabulary(chance)
    for number in range(FILES):
        text, _ = transcript(chance, words, CHARACTERS)
        (path / f"{number:03}.txt").write_text(text, "utf-8")
    return path


def measure(ground: Ground) -> Measured:
    """In a new study each time; originals are kept in the vault."""
    folder = transcripts(ground.folder)
    path = ground.folder / "imported.crosscase"

    opened: list[Study] = []

    def new() -> Study:
        while opened:
            opened.pop().close()
        remove(path)
        opened.append(Study.new(path, member=MEMBER))
        return opened[0]

    def bring_in(study: Study) -> None:
        study.do(take_in, read_path(folder))

    timing = timed(bring_in, new, runs=5)
    with opened.pop() as study:
        sources, turns = len(study.rows(Source)), len(study.rows(Turn))
    with machine.plain_sqlite(ground.folder) as connection:
        connection.execute("CREATE TABLE texts (name TEXT PRIMARY KEY, words TEXT, original BLOB)")

        def keep() -> None:
            texts = [(file.name, file.read_text("utf-8"), file.read_bytes()) for file in sorted(folder.iterdir())]
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM texts")
            connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", texts)
            connection.execute("COMMIT")

        baseline = repeated(keep, runs=5)
    remove(path)
    done = f"{sources} sources, {turns:,} turns"
    return compared(timing, baseline, "reading the files and keeping text and original in SQLite", done)


PROMISES = (Promise("import", "import of 100 transcripts of 30 kB", {"study": 0.3}, measure),)
