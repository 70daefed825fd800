"""Having a study's file alone, to put another in its place.

Whoever else has it open would go on writing to the file that was replaced, and what they wrote would be lost though it
was acknowledged. SQLite itself says whether somebody has: it leaves its write-ahead log only for the last one.

What a careful reader would get wrong: where there is no such log (in a synced folder), who has the file open and is not
reading or writing at this moment is not seen. They notice at their next act that another file is in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.store.database import BUSY_MS
from crosscase.store.keys import Key, apply_key

_PATIENCE_MS = 1000


class InUseError(CrosscaseError):
    """Another program has the study open."""

    code = "in-use"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is open in another program. Close it there and try again; nothing was changed.")


@contextmanager
def alone(path: Path, key: Key | None) -> Iterator[Any]:
    """A connection (of the DB-API) to a study that nobody else has open; what was in its log is in the file.

    The file is locked until the connection is closed, at the end or before.

    Raises:
        InUseError: somebody else has it open.
    """
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        if key is not None:
            apply_key(connection, key)
        for pragma in (f"busy_timeout = {BUSY_MS}", "temp_store = MEMORY", "synchronous = FULL", "schema_version"):
            connection.execute(f"PRAGMA {pragma}").fetchone()
        try:
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
            ((mode,),) = connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays
        except dbapi2.OperationalError as error:
            if "locked" in str(error):
                raise InUseError(str(path)) from error
            raise
        if mode != "delete":
            raise InUseError(str(path))
        yield connection
    finally:
        connection.close()
