"""Backups of a study: made by themselves about once an hour, checked as they are written, and rotated.

A backup is due when something was done since the last one and that is an hour old (in a synced folder: each time the
study is let go of, because there another file can take its place at any moment). A small study is copied at once; a
large one by a program of its own, so that nobody waits for it. A backup that cannot be made (no room, a folder that
cannot be written) is said once a day and stops nothing.

A study that knows of an erasure keeps no backup from before it, and an encrypted one none that its passphrase does not
open: `after_erasure` and `after_encryption` are called where that is done, and `if_due` sees it too, for what came in
with a merge or a sync program. Studies in memory and in PostgreSQL have no file and no backups here; a server is backed
up with its own tools.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import CrosscaseError, RefusedError
from crosscase.store import backup_files
from crosscase.store.backup_files import AUTOMATIC, BY_HAND, Backup, Facts
from crosscase.store.duplicate import Copied, duplicate, in_place, on_disk
from crosscase.store.memory import keep_in_mind, recalled
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.synced import synced_by
from crosscase.store.tables import ENTRY, ERASURE

if TYPE_CHECKING:
    import subprocess

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
AT_ONCE = 8_000_000
"""Bytes. A study of this size is copied and checked in less time than a command needs to start."""

_TOLD = "told.json"
_CHILDREN: list[subprocess.Popen[bytes]] = []


class NoFileError(RefusedError):
    """A study that is no file has no backups here."""

    code = "no-file"

    def __init__(self) -> None:
        super().__init__(
            "Backups are made of study files. A study in PostgreSQL is backed up with the server: "
            "pg_dump --schema=NAME DATABASE > peers.sql, every night, and pg_restore or psql to bring it back."
        )


class BackupsOffError(RefusedError):
    """Backups are turned off, and no place was named."""

    code = "backups-off"

    def __init__(self) -> None:
        super().__init__(
            "Backups of this study are turned off (CROSSCASE_BACKUPS, or 'crosscase backups STUDY --keep off'). "
            "Name a file for this one, or turn them on: crosscase backups STUDY --keep beside."
        )


def make(store: Store, reason: str = BY_HAND, *, now: int | None = None) -> Backup:
    """Make a backup in the study's folder of backups, and throw away those that are not kept any more.

    Raises:
        NoFileError: the study is no file.
        BackupsOffError: they are turned off.
        SpoiltCopyError, OSError: it could not be made; nothing is left of it.
    """
    if store.path is None:
        raise NoFileError
    folder = backup_files.folder_of(store.path)
    if folder is None:
        raise BackupsOffError
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = _written(store, backup_files.name_for(folder, store.path.resolve(), now or wall()), reason, now)
    store.ground.saved()
    backup_files.rotate(folder, with_more(store, backup_files.listed(folder)))
    return made


def with_more(store: Store, among: Sequence[Backup]) -> set[Path]:
    """Which backups have something that the study lacks: another version has taken its place, or it was restored."""
    heads = {head for one in among if one.facts for head in one.facts.heads}
    with store.reading() as connection:
        here = {digest for part in chunks(sorted(heads)) for digest in _which(connection, part)}
    return {one.path for one in among if one.facts and not here.issuperset(one.facts.heads)}


def _which(connection: Connection, digests: Sequence[str]) -> Sequence[str]:
    return connection.execute(select(ENTRY.c.digest).where(ENTRY.c.digest.in_(digests))).scalars().all()


def make_at(store: Store, path: Path) -> Backup:
    """Write a backup as a file of that name, which must not be there; nothing else is noted beside it.

    Raises:
        RefusedError: there is a file of that name.
        SpoiltCopyError, OSError: it could not be made; nothing is left of it.
    """
    if path.exists():
        raise RefusedError(f"There is a file {str(path)!r} already; it was left alone. Name another.")
    if not path.absolute().parent.is_dir():
        raise RefusedError(f"There is no folder {str(path.parent)!r} for the backup. Make it, or name another.")
    part = backup_files.part_of(path)
    held = duplicate(store, part)
    in_place(part, path)
    return Backup(path, wall(), path.stat().st_size, _facts(store, held, BY_HAND))


def _written(store: Store, path: Path, reason: str, now: int | None) -> Backup:
    part = backup_files.part_of(path)
    held = duplicate(store, part)
    facts = _facts(store, held, reason)
    beside = backup_files.facts_of(path)
    try:
        beside.write_bytes(msgspec.json.encode(facts))
        on_disk(beside)
        in_place(part, path)
    except BaseException:
        for left in (part, beside):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise
    return Backup(path, now or wall(), path.stat().st_size, facts)


def _facts(store: Store, held: Copied, reason: str) -> Facts:
    return Facts(
        held.study, held.version, held.entries, held.digest, reason, _erasures(store), _salt(store), held.heads
    )


def _salt(store: Store) -> str:
    return store.key.salt.hex() if store.key else ""


def _erasures(store: Store) -> tuple[str, ...]:
    with store.reading() as connection:
        found = connection.execute(select(ENTRY.c.digest).where(ENTRY.c.seq.in_(select(ERASURE.c.seq)))).scalars()
        return tuple(sorted(found))


def if_due(store: Store, *, now: int | None = None, at_once: int = AT_ONCE) -> str:
    """Make a backup if one is due; a sentence for the user where something stands in the way, else nothing.

    Called when a study is opened for writing and when it is let go of; a program that keeps a study open for hours
    calls it from time to time. When there is nothing to do it takes a fraction of a millisecond.
    """
    if store.path is None or (folder := backup_files.folder_of(store.path)) is None:
        return ""
    said = _said_before(store.path, now or wall())
    try:
        if store.state.number == 0:
            return said
        unfit = _throw_unfit_away(store, folder)
        if not unfit and not _due(store, folder, now or wall()):
            return said
        if store.path.stat().st_size <= at_once:
            make(store, AUTOMATIC, now=now)
        elif not backup_files.being_made(folder):
            _make_beside(store)
    except (OSError, CrosscaseError) as error:
        return _told(store.path, _failed(folder, error), now or wall()) or said
    return said


def _due(store: Store, folder: Path, now: int) -> bool:
    last = backup_files.newest(folder)
    if last is None:
        return True
    if last.facts is not None and last.facts.version == store.version:
        return False
    assert store.path is not None  # noqa: S101 - seen by the caller
    return bool(synced_by(store.path)) or not 0 <= now - last.made < HOUR_MS


def after_erasure(store: Store) -> None:
    """Words were erased: throw away the backups that still have them, and make a fresh one.

    To be called when the erased words are gone from the study's file itself. A backup that cannot be made
    now is made when the study is opened next; those that are thrown away are gone.
    """
    if store.path is None:
        return
    store.ground.saved()
    folder = backup_files.folder_of(store.path)
    if folder is None:
        return
    if _throw_unfit_away(store, folder):
        with suppress(OSError, CrosscaseError):
            make(store, AUTOMATIC)


def after_encryption(store: Store) -> None:
    """A study was encrypted, or has another passphrase: as `after_erasure`, for the backups that others can open."""
    after_erasure(store)


def _throw_unfit_away(store: Store, folder: Path) -> bool:
    """Throw away the backups that may not be there any more; whether there was one.

    Those that do not know all of the study's erasures, and those that something else than its passphrase opens.
    """
    erased, salt = set(_erasures(store)), _salt(store)
    if not erased and not salt:
        return False
    unfit = [
        one
        for one in backup_files.listed(folder)
        if one.facts is None or not erased <= set(one.facts.erasures) or (salt and one.facts.salt != salt)
    ]
    for one in unfit:
        backup_files.throw_away(one)
    return bool(unfit)


# By a program of its own


def _make_beside(store: Store) -> None:
    """Start a program that makes the backup while this one goes on, or is gone."""
    import subprocess

    global _CHILDREN  # noqa: PLW0603 - those that have ended are let go of
    _CHILDREN = [child for child in _CHILDREN if child.poll() is None]
    detached: dict[str, Any] = {"creationflags": 0x00000208} if os.name == "nt" else {"start_new_session": True}
    child = subprocess.Popen(
        [sys.executable, "-m", "crosscase.store.backups"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **detached,
    )  # fmt: skip
    key = [store.key.raw.hex(), store.key.salt.hex()] if store.key else None
    assert child.stdin is not None  # noqa: S101 - it is a pipe
    with child.stdin as pipe, suppress(BrokenPipeError):
        pipe.write(json.dumps({"path": str(store.path), "key": key}).encode())
    _CHILDREN.append(child)


def main() -> None:
    """Make the backup of the study that standard input names; a failure is noted for the next command to say."""
    from crosscase.store.keys import Key

    told = json.load(sys.stdin)
    path, key = Path(told["path"]), told["key"]
    with suppress(OSError, AttributeError):
        os.nice(10)
    folder = backup_files.folder_of(path)
    if folder is None:
        return
    try:
        store = Store.at_path(path, writable=False, passphrase=Key(*map(bytes.fromhex, key)) if key else None)
        try:
            make(store, AUTOMATIC)
        finally:
            store.database.close()
    except (OSError, CrosscaseError) as error:
        known = recalled(_TOLD)
        keep_in_mind(_TOLD, {**known, str(path.resolve()): {"next": _failed(folder, error), "at": 0}})


# What is said, and how often


def _failed(folder: Path, error: Exception) -> str:
    reason = error.message if isinstance(error, CrosscaseError) else (getattr(error, "strerror", "") or str(error))
    return f"No backup could be made in {folder}: {reason.rstrip('.')}. Your work itself is saved."


def _said_before(path: Path, now: int) -> str:
    """What the program that made a backup could not say itself."""
    known = recalled(_TOLD).get(str(path.resolve()))
    if not isinstance(known, dict) or not known.get("next"):
        return ""
    return _told(path, str(known["next"]), now)


def _told(path: Path, sentence: str, now: int) -> str:
    """The sentence, unless one was said about this study today."""
    known = recalled(_TOLD)
    name = str(path.resolve())
    last = known.get(name)
    since = now - int(last.get("at", 0)) if isinstance(last, dict) else DAY_MS
    if 0 <= since < DAY_MS:
        return ""
    keep_in_mind(_TOLD, {**known, name: {"next": "", "at": now}})
    return sentence


def wall() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


if __name__ == "__main__":
    main()
