"""Putting a backup in the place of a study: what would be lost is known before, and nothing is lost after.

The present study is first saved as a backup itself (or, where it cannot be read, moved aside), then the chosen one is
written beside it, checked, and takes its place in one step. Whatever stops it before, the study is what it was.

Erasures act first: where the present study knows of an erasure that the backup does not know, the acts up to that
erasure come along, so that its words are gone from the restored file too, and stay gone.

What a careful reader would get wrong: restoring takes nothing back for others. The restored study begins a chain of its
own, and the next merge with any copy that has the later acts brings all of them back. To take an act back, undo it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.exc import DatabaseError

from crosscase.errors import CrosscaseError, RefusedError
from crosscase.journal.entry import decode
from crosscase.journal.vault import cells_of
from crosscase.model import Id, Member
from crosscase.store import backup_files, backups, erasing, steps
from crosscase.store.alone import alone
from crosscase.store.backup_files import BEFORE_RESTORE, Backup
from crosscase.store.database import CannotOpenError, sqlite
from crosscase.store.duplicate import check, duplicate, in_place, on_disk
from crosscase.store.ground import aside
from crosscase.store.heads import is_plain, looks_encrypted, unfinished
from crosscase.store.keys import EncryptedError, Passphrase, UnfitPassphraseError, WrongPassphraseError, unlock
from crosscase.store.merge import merge
from crosscase.store.places import meant_so
from crosscase.store.rows import chunks
from crosscase.store.state import State, version_of
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ENTRY

_LOGS = ("-wal", "-shm", "-journal")


class SpoiltBackupError(RefusedError):
    """A backup is not what was written."""

    code = "spoilt-backup"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not as it was written any more; nothing was changed. Choose another backup, or save what can "
            "be read of this one with 'crosscase rescue'."
        )


class OtherBackupError(RefusedError):
    """A backup of another study."""

    code = "other-study"

    def __init__(self, path: Path, study: Path) -> None:
        super().__init__(f"{path} is a backup of another study, not of {study}. Nothing was changed.")


class ChangedMeanwhileError(RefusedError):
    """Another program wrote to the study while it was being restored."""

    code = "changed-meanwhile"

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another program has just written to {path}. It was left as it is; look at it and try again.")


class Lost(msgspec.Struct, frozen=True):
    """What one member did that the restored study will not have: how many entries, from when to when (ms)."""

    member: str
    entries: int
    first: int
    last: int


class Plan(msgspec.Struct, frozen=True):
    """What restoring would do.

    Attributes:
        present: `whole`, `damaged` or `missing`.
        entries: how many the restored study will have.
        now: how many the present one has; -1 when that is not known.
        lost: by member, the most first.
        back: entries of the backup that the present study lacks.
        erasures: how many erasures will be done to the restored study, because the backup does not know them.
        plain: the present study is encrypted and the backup is not.
    """

    backup: Backup
    present: str
    entries: int
    now: int
    lost: tuple[Lost, ...]
    back: int
    erasures: int
    plain: bool = False


class Restored(msgspec.Struct, frozen=True):
    """What came of it: what was planned, and where the study that was there before is now (nothing was there: None)."""

    plan: Plan
    kept: Path | None


def plan(path: Path, backup: Backup, passphrase: Passphrase = None) -> Plan:
    """Say what restoring a backup would do; nothing is changed.

    Raises:
        SpoiltBackupError, SpoiltCopyError: the backup does not hold.
        OtherBackupError: it is of another study.
        EncryptedError, WrongPassphraseError: the study or the backup cannot be opened.
    """
    if backup_files.is_as_written(backup) is False:
        raise SpoiltBackupError(backup.path)
    with _present(path, passphrase) as (present, now), _backup_opened(backup.path, passphrase) as old:
        check(backup.path, old.key)
        return _planned(path, backup, present, now, old)


def _planned(path: Path, backup: Backup, present: str, now: Store | None, old: Store) -> Plan:
    theirs = _entries(old)
    if now is None:
        return Plan(backup, present, len(theirs), -1, (), 0, 0)
    if now.state.study != old.state.study:
        raise OtherBackupError(backup.path, path)
    ours = _entries(now)
    unknown = _unknown_erasures(now, old)
    along = _past(now, unknown)
    gone = [ours[digest] for digest in ours.keys() - theirs.keys() - along]
    return Plan(
        backup, present, len(theirs.keys() | along), len(ours), _by_member(now, gone),
        len(theirs.keys() - ours.keys()), len(unknown), plain=now.key is not None and old.key is None,
    )  # fmt: skip


def restore(path: Path, backup: Backup, passphrase: Passphrase = None) -> Restored:
    """Put a backup in the place of a study; whole or not at all.

    Raises:
        InUseError: another program has the study open.
        ChangedMeanwhileError: another program wrote to it just now.
        OSError: there is no room, or nothing can be written; the study is what it was.
        Others: as for `plan`.
    """
    planned = plan(path, backup, passphrase)
    path = path.resolve()  # a link stays a link
    with _present(path, passphrase) as (present, now):
        part = _written(path, backup, now, passphrase)
        kept, key, version = None, None, ""
        if now is not None:
            key, version = now.key, now.version
            try:
                kept = _save(path, now)
            except BaseException:
                _cleared(part)
                raise
    try:
        if now is not None:
            with alone(path, key) as connection:
                _unchanged(path, connection, version)
                if os.name == "nt":
                    connection.close()
                in_place(part, path)
        else:
            kept = _moved_aside(path) if present == "damaged" else None
            in_place(part, path)
    except BaseException:
        _cleared(part)
        raise
    with _opened(path, passphrase) as store:
        meant_so(path, store.state.study, store.state.heads)
    return Restored(planned, kept)


def _unchanged(path: Path, connection: Any, version: str) -> None:
    ((value,),) = connection.execute("SELECT value FROM local WHERE key = 'state'").fetchall()
    if version_of(msgspec.json.decode(value, type=State).heads) != version:
        raise ChangedMeanwhileError(path)


def _save(path: Path, now: Store) -> Path:
    """The study as it is, as a backup; beside it where backups are turned off."""
    if backup_files.folder_of(path) is not None:
        return backups.make(now, BEFORE_RESTORE).path
    kept = aside(path, "before restore")
    part = backup_files.part_of(kept)
    duplicate(now, part)
    in_place(part, kept)
    return kept


def _moved_aside(path: Path) -> Path:
    """Give a damaged study another name, with what lies beside it: it may be all there is of the last hours."""
    kept = aside(path, "damaged")
    for ending in ("", *_LOGS):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(kept.with_name(kept.name + ending))
    return kept


# Opening what there is


@contextmanager
def _opened(path: Path, passphrase: Passphrase, *, writable: bool = False) -> Iterator[Store]:
    store = Store.at_path(path, writable=writable, passphrase=passphrase)
    try:
        yield store
    finally:
        store.database.close()


@contextmanager
def _backup_opened(path: Path, passphrase: Passphrase) -> Iterator[Store]:
    """A backup, to be looked at. One of an earlier program is brought up first, in a copy: backups stay as they are."""
    if not is_plain(path) and not looks_encrypted(path):
        raise CannotOpenError(str(path), "this is not a backup of a study, or its beginning is damaged.")
    key = None if is_plain(path) else unlock(path, passphrase)
    database = sqlite(path, writable=False, key=key)
    try:
        with database.reading() as connection:
            if not steps.has_tables(connection):
                raise CannotOpenError(str(path), "there are no tables of a crosscase study in it.")
            due = steps.due(connection)
    finally:
        database.close()
    if not due:
        with _opened(path, key) as store:
            yield store
        return
    with (
        TemporaryDirectory(prefix="crosscase-", dir=path.parent) as folder,
        _opened(Path(shutil.copyfile(path, Path(folder, path.name))), key) as store,
    ):
        yield store


@contextmanager
def _present(path: Path, passphrase: Passphrase) -> Iterator[tuple[str, Store | None]]:
    """The study that is there: `whole`, `damaged` or `missing`, and open when it is whole."""
    if not path.exists():
        yield "missing", None
        return
    store = _whole(path, passphrase)
    try:
        yield ("damaged" if store is None else "whole"), store
    finally:
        if store is not None:
            store.database.close()


def _whole(path: Path, passphrase: Passphrase) -> Store | None:
    store = None
    try:
        store = Store.at_path(path, writable=False, passphrase=passphrase)
        with store.reading() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok" and store.state.heads:
                return store
    except (EncryptedError, WrongPassphraseError, UnfitPassphraseError):
        raise
    except (CrosscaseError, DatabaseError, OSError, msgspec.MsgspecError):
        pass
    if store is not None:
        store.database.close()
    return None


# Writing it anew


def _written(path: Path, backup: Backup, now: Store | None, passphrase: Passphrase) -> Path:
    """The backup, written again beside the study, without erased words, on the disk and checked."""
    part = unfinished(path)
    try:
        part.unlink(missing_ok=True)
        with _backup_opened(backup.path, passphrase) as given:
            duplicate(given, part)  # through SQLite: a colleague's copy may have something in its log yet
            key = given.key
        with _opened(part, key, writable=True) as old:
            if now is not None:
                _erase(old, now)
            else:
                _erase_as_backups_know(path, backup, old, passphrase)
            with old.writing() as connection:  # it goes on in a chain of its own, wherever it lies
                old.keep(connection, msgspec.structs.replace(old.state, place=""))
        on_disk(part)
        check(part, key)
        if path.exists():
            shutil.copymode(path, part)
    except BaseException:
        _cleared(part)
        raise
    return part


def _cleared(part: Path) -> None:
    for ending in ("", *_LOGS):
        with suppress(OSError):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _erase_as_backups_know(path: Path, backup: Backup, old: Store, passphrase: Passphrase) -> None:
    """The study cannot be asked what was erased: ask the newest backup that can."""
    for other in backup_files.listed(backup_files.folder_of(path)):
        if other.path != backup.path:
            with suppress(CrosscaseError, DatabaseError), _backup_opened(other.path, passphrase) as knowing:
                if knowing.state.study == old.state.study:
                    _erase(old, knowing)
                    return


def _erase(old: Store, knowing: Store) -> None:
    """Do every erasure that another copy knows of to one that does not know it: everything up to it comes along."""
    along = _past(knowing, _unknown_erasures(knowing, old))
    if not along:
        return
    merge(old, _UpTo(knowing, along))
    with old.writing() as connection:
        bodies = connection.execute(select(ENTRY.c.id, ENTRY.c.body)).all()
        entries = [decode(body, entry) for entry, body in bodies]
        named = {cell for entry in entries for cell in (*cells_of(entry.changes), entry.because)}
        loose = sorted(set(connection.execute(select(CELL.c.digest)).scalars()) - named)
        for part in chunks(loose):  # words of what was done after the erasure, which does not come along
            connection.execute(delete(CELL).where(CELL.c.digest.in_(part)))
        old.must_scrub(connection)


class _UpTo(Store):
    """A study as a merge sees it, with some of its entries only."""

    def __init__(self, store: Store, entries: set[str]) -> None:
        self.__dict__.update(store.__dict__)
        self._entries = entries

    def stored(self, but: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
        """Those entries, in the order of the journal."""
        return ((digest, body) for digest, body in super().stored(but) if digest in self._entries)


def _unknown_erasures(now: Store, old: Store) -> set[str]:
    """The entries that erased words in one study and are not in the other."""
    with now.reading() as ours, old.reading() as theirs:
        here = {erasure.entry for erasure in erasing.erasures(ours)}
        there = theirs.execute(select(ENTRY.c.digest)).scalars() if here else ()
        return here - set(there)


def _past(store: Store, ends: set[str]) -> set[str]:
    """These entries and all that they follow: what their authors had seen."""
    headers = {header.digest: header for header in store.headers()} if ends else {}
    found: set[str] = set()
    due = list(ends)
    while due:
        digest = due.pop()
        if digest in found or digest not in headers:
            continue
        found.add(digest)
        due += [headers[digest].before, *headers[digest].heads]
    return found


# What would be lost


def _entries(store: Store) -> dict[str, tuple[Id, int]]:
    """All entries by their digests: who, and when."""
    with store.reading() as connection:
        return {
            digest: (by, wall)
            for digest, by, wall in connection.execute(select(ENTRY.c.digest, ENTRY.c.by, ENTRY.c.wall))
        }


def _by_member(store: Store, entries: list[tuple[Id, int]]) -> tuple[Lost, ...]:
    names = {member.id: member.name for member in store.rows(Member)}
    times: dict[str, list[int]] = {}
    for by, wall in entries:
        times.setdefault(names.get(by, "?"), []).append(wall)
    found = [Lost(name, len(walls), min(walls), max(walls)) for name, walls in times.items()]
    return tuple(sorted(found, key=lambda lost: (-lost.entries, lost.member)))
