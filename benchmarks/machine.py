"""What this machine can do by itself: the limits that no program gets below, and the baselines of the ratios.

Everything is measured when it is asked for, so that a baseline knows the same busy or quiet machine as the act beside
it. Files are written where the studies are, on the same disk.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.measure import Timing, repeated

LOOP = 1_000_000
COPIED = 256 << 20


@dataclass(frozen=True)
class Machine:
    """The machine's limits.

    Attributes:
        fsync: seconds to have 4 KiB on disk.
        commit: seconds for one row in SQLite, on disk.
        copy: bytes a second that NumPy copies from memory to memory.
        loop: seconds for a million additions in Python.
        start: seconds until a bare Python has started and ended.
        load: processes that wanted the processor when the run began (a minute's average).
    """

    cores: int
    python: str
    fsync: float
    commit: float
    copy: float
    loop: float
    start: float
    load: float


def look(folder: Path) -> Machine:
    """Measure the machine."""
    load = os.getloadavg()[0]
    return Machine(
        cores=os.cpu_count() or 1,
        python=f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}",
        fsync=fsync(folder).elapsed,
        commit=commit(folder).elapsed,
        copy=COPIED / copy().elapsed,
        loop=loop().elapsed,
        start=start().elapsed,
        load=load,
    )


def fsync(folder: Path) -> Timing:
    """4 KiB at the end of a file, on disk."""
    path = folder / "fsync"
    page = os.urandom(4096)
    with path.open("wb", buffering=0) as file:

        def write() -> None:
            file.write(page)
            os.fsync(file.fileno())

        timing = repeated(write, runs=101, warm=5)
    path.unlink()
    return timing


@contextmanager
def plain_sqlite(folder: Path) -> Iterator[Any]:
    """A plain SQLite file, as durable as a study."""
    from sqlcipher3 import dbapi2

    path = folder / "plain.db"
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        yield connection
    finally:
        connection.close()
        path.unlink()


def commit(folder: Path) -> Timing:
    """One row in a table of its own, in a transaction that is on disk when it ends."""
    with plain_sqlite(folder) as connection:
        connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, words TEXT)")

        def write() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO one (words) VALUES ('" + 200 * "x" + "')")
            connection.execute("COMMIT")

        return repeated(write, runs=101, warm=5)


def inserts(folder: Path, records: Sequence[tuple[Any, ...]]) -> Timing:
    """These rows put in by the driver, into a table with a primary key, in one durable transaction."""
    width = len(records[0])
    with plain_sqlite(folder) as connection:
        connection.execute(f"CREATE TABLE many (c0 TEXT PRIMARY KEY, {', '.join(f'c{n}' for n in range(1, width))})")
        statement = f"INSERT INTO many VALUES ({', '.join('?' * width)})"

        def write() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM many")
            connection.executemany(statement, records)
            connection.execute("COMMIT")

        return repeated(write, runs=5)


def copy() -> Timing:
    """Memory to memory."""
    there = np.ones(COPIED // 8, dtype=np.float64)
    here = np.empty_like(there)
    return repeated(lambda: np.copyto(here, there), runs=9)


def loop() -> Timing:
    """A fixed loop in Python."""

    def add() -> int:
        total = 0
        for number in range(LOOP):
            total += number
        return total

    return repeated(add, runs=9)


def start() -> Timing:
    """A bare Python, from start to end."""
    return repeated(program("-c", "pass"), runs=11, warm=2)


def program(*arguments: str) -> Callable[[], bytes]:
    """Our own Python with these arguments; what it prints.

    Compiled modules are kept, as they are wherever the program is installed, whatever the environment says.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path("build", "benchmarks", "compiled").resolve())
    return lambda: (
        subprocess.run([sys.executable, *arguments], env=environment, check=True, stdout=subprocess.PIPE).stdout
    )


def inside(code: str, *arguments: str, runs: int = 9) -> Timing:
    """What a fresh Python measures of itself from its first line to its last; starting it is not counted."""
    begin = "import time; begun, before = time.perf_counter(), time.process_time()"
    end = "print(time.perf_counter() - begun, time.process_time() - before)"
    run = program("-c", f"{begin}\n{code}\n{end}", *arguments)
    run()
    found = [tuple(map(float, run().split())) for _ in range(runs)]
    return Timing(statistics.median(one[0] for one in found), statistics.median(one[1] for one in found), runs)
