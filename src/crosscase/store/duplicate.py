"""A second file with what a study holds: whole, checked and on the disk, or not there at all.

It is copied page by page through the study's own connection (SQLite's backup), so that it is one state of the study
while others go on writing, and is the study that is open even where another file has taken its place by now. That of an
encrypted study is encrypted with the same key. It is written under another name, read again from its first byte to its
last, and takes its own name at the end.

What a careful reader would get wrong: a copy of the *file*, made with the file system, is none of these things, and
closing a second handle to the file of an open SQLite drops the locks of this process on it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import func, select

from crosscase.errors import CrosscaseError
from crosscase.store.backup_files import digest_of
from crosscase.store.keys import Key, apply_key
from crosscase.store.state import State, version_of
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, LOCAL


class SpoiltCopyError(CrosscaseError):
    """A copy that was just written does not read as what was written."""

    code = "spoilt-copy"

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            f"The copy for {where} was written but does not hold when it is read again ({what}); it was thrown away. "
            "The disk may be failing: save the study on another one."
        )


class Copied(msgspec.Struct, frozen=True):
    """What a copy holds, as it was read from it: study, heads, version, entries, and the digest of the file."""

    study: str
    heads: tuple[str, ...]
    version: str
    entries: int
    digest: str


def duplicate(store: Store, part: Path) -> Copied:
    """Write a study's file again as `part`, on the disk and checked; the caller gives it its name with `in_place`.

    Raises:
        SpoiltCopyError: what was written is not what is read.
        OSError: the disk is full, the folder cannot be written, …
    """
    from sqlcipher3 import dbapi2

    if not store.database.idle:
        # SQLite would wait for ever for what this connection itself is writing.
        raise SpoiltCopyError(part.name, "something is being written")
    try:
        part.touch(mode=0o600)
        with store.reading() as connection:
            state, entries = store.state, connection.execute(select(func.count()).select_from(ENTRY)).scalar_one()
            other = _connected(part, store.key)
            try:
                other.execute("PRAGMA journal_mode = OFF")
                other.execute("PRAGMA synchronous = OFF")
                connection.connection.driver_connection.backup(other)  # type: ignore[union-attr] # it is sqlcipher3's
                other.execute("PRAGMA journal_mode = DELETE")  # one file, which can be read where nothing is written
            finally:
                other.close()
        on_disk(part)
        held = _checked(part, store.key, version_of(state.heads), entries)
    except dbapi2.Error as error:
        _cleared(part)
        raise OSError(_number(error), str(error), str(part)) from error
    except BaseException:
        _cleared(part)
        raise
    return held


def _checked(part: Path, key: Key | None, version: str, entries: int) -> Copied:
    held = check(part, key)
    if (held.version, held.entries) != (version, entries):
        raise SpoiltCopyError(part.name, "it ends elsewhere")
    return held


def _number(error: Exception) -> int:
    import errno

    said = str(error)
    return errno.ENOSPC if "full" in said else errno.EROFS if "readonly" in said else errno.EIO


def _cleared(part: Path) -> None:
    for path in (part, part.with_name(part.name + "-journal"), part.with_name(part.name + "-wal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _connected(path: Path, key: Key | None, *, way: str = "mode=rwc") -> Any:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(f"{path.resolve().as_uri()}?{way}", uri=True, isolation_level=None)
    if key is not None:
        apply_key(connection, key)
    return connection


def check(path: Path, key: Key | None) -> Copied:
    """Read a study's file from the first byte to the last; it is not changed, and nothing is left beside it.

    Only SQLite's own order is checked here, and that there is a study in it; `verify` checks what the study says.

    Raises:
        SpoiltCopyError: it does not hold.
    """
    from sqlcipher3 import dbapi2

    try:
        connection = _connected(path, key, way="mode=ro&immutable=1")
        try:
            ((found,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
            if found != "ok":
                raise SpoiltCopyError(path.name, str(found).splitlines()[0])
            ((entries,),) = connection.execute(f"SELECT count(*) FROM {ENTRY.name}").fetchall()  # noqa: S608 - a name of ours
            ((value,),) = connection.execute(f"SELECT value FROM {LOCAL.name} WHERE key = 'state'").fetchall()  # noqa: S608
        finally:
            connection.close()
        state = msgspec.json.decode(value, type=State)
    except (dbapi2.Error, msgspec.MsgspecError, ValueError) as error:
        raise SpoiltCopyError(path.name, str(error)) from error
    return Copied(state.study, state.heads, version_of(state.heads), entries, digest_of(path))


def in_place(part: Path, path: Path) -> None:
    """Give a file its name, in one step that a power cut cannot divide; what had the name is replaced."""
    part.replace(path)
    on_disk(path.parent)


def on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such thing for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
