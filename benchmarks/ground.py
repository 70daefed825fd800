"""A generated study, as the promises stand on it: its file, its frames, copies to write to.

Generated files lie in `build/benchmarks` under a name that changes with the generator and the tables, and are never
written to; every act that writes has a copy. What is loaded is loaded once for all promises of a size.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import sizes
from benchmarks.sizes import Size, generate
from crosscase.store.tables import METADATA

if TYPE_CHECKING:
    from crosscase.frames import Snapshot
    from crosscase.frames.token_index import TokenIndex
    from crosscase.frames.turns import TurnPassages
    from crosscase.study import Study

MEMBER = "member 0"
FOLDER = Path("build", "benchmarks")


class Ground:
    """One size."""

    def __init__(self, size: Size) -> None:
        self.size = size
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.folder = FOLDER

    @cached_property
    def path(self) -> Path:
        """The generated study; not to be written to."""
        return generate(self.size, FOLDER / f"{self.size.name}-{_edition()}.crosscase")

    @contextmanager
    def study(self) -> Iterator[Study]:
        """The generated study, for reading."""
        from crosscase.study import Study

        with Study.open(self.path, member=MEMBER, writable=False) as study:
            yield study

    @contextmanager
    def copied(self, name: str = "copy") -> Iterator[Study]:
        """A copy of the study, to be written to; it is gone afterwards."""
        from crosscase.study import Study

        path = FOLDER / f"{name}.crosscase"
        remove(path)
        shutil.copyfile(self.path, path)
        try:
            with Study.open(path, member=MEMBER) as study:
                yield study
        finally:
            remove(path)

    @cached_property
    def _open(self) -> Study:
        from crosscase.study import Study

        return Study.open(self.path, member=MEMBER, writable=False)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The frames, loaded."""
        return self._open.snapshot()

    @cached_property
    def turns(self) -> TurnPassages:
        """All turns, as passages to search."""
        from crosscase.frames.turns import turn_passages

        return turn_passages(self.snapshot)

    @cached_property
    def index(self) -> TokenIndex:
        """The words of all texts."""
        from crosscase.frames.turns import index_of

        return index_of(self.snapshot)


def remove(path: Path) -> None:
    """A study file, and what lies beside it while it is open."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _edition() -> str:
    """Changes when the generator or the tables do."""
    generator = Path(sizes.__file__).read_bytes()
    tables = ";".join(f"{table.name} {' '.join(table.columns.keys())}" for table in METADATA.sorted_tables)
    return hashlib.blake2b(generator + tables.encode(), digest_size=4).hexdigest()
