"""Encrypting a study's file, decrypting it, and giving it another passphrase: whole or not at all.

The study is written anew beside its file, read back and compared, row by row, and then takes the file's place in one
step of the file system. Killed at any moment before, the study is what it was, and the unfinished file is taken away
when the study is opened next; killed after, it is what it was to become.

Nobody else may have the study open meanwhile (`alone`): another program would go on writing to the file that is
replaced.

The bytes of the old file are overwritten where they lie. What a careful reader would get wrong: that promises nothing
on a solid-state disk, on a file system that copies on write, in a synced folder, in somebody's backups, or for the logs
that SQLite wrote and deleted while the study was plain. All of those keep earlier bytes somewhere else, and no program
can reach them by the file's name.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.store.alone import InUseError, alone
from crosscase.store.backup_files import folder_of, listed
from crosscase.store.backups import after_encryption
from crosscase.store.heads import is_plain, looks_encrypted, unfinished
from crosscase.store.keys import Key, Passphrase, UnfitPassphraseError, apply_key, new_key
from crosscase.store.places import place_of
from crosscase.store.store import Store

_MIB = 1 << 20
_REPLACES_OPEN_FILES = os.name != "nt"


class NotEncryptedError(CrosscaseError):
    """A study that is not encrypted has no passphrase to change or to take away."""

    code = "not-encrypted"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is not encrypted. `crosscase encrypt` encrypts it.")


class AlreadyEncryptedError(CrosscaseError):
    """A study that is encrypted cannot be encrypted once more."""

    code = "already-encrypted"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is encrypted already. `crosscase change-passphrase` gives it another passphrase.")


class NotTheSameError(CrosscaseError):
    """What was written differs from what was read; the study was left alone."""

    code = "not-the-same"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} was left as it is: what was written was not the same when it was read again. "
            "Check the disk, and the study with `crosscase verify`."
        )


class Resealed(msgspec.Struct, frozen=True):
    """What came of it.

    Attributes:
        size: of the new file, in bytes.
        overwritten: whether the bytes of the old file were overwritten.
        key: of the new file; None when it is plain.
        backups: how many backups were thrown away, because something else than the new passphrase opens them.
    """

    size: int
    overwritten: bool
    key: Key | None
    backups: int = 0


def encrypt(path: Path, passphrase: Passphrase) -> Resealed:
    """Encrypt a plain study with a passphrase.

    Raises:
        AlreadyEncryptedError: it is encrypted.
        CannotOpenError: there is no study.
        InUseError: another program has it open.
        NotTheSameError: what was written could not be read again.
        UnfitPassphraseError: the passphrase will not do.
    """
    if path.is_file() and not is_plain(path) and looks_encrypted(path):
        raise AlreadyEncryptedError(str(path))
    Store.at_path(path, writable=False).close()
    return _reseal(path, None, _new(path, passphrase))


def decrypt(path: Path, passphrase: Passphrase = None) -> Resealed:
    """Make a plain study of an encrypted one.

    Raises:
        NotEncryptedError: it is not encrypted.
        EncryptedError, WrongPassphraseError: there is no passphrase, or a wrong one.
        CannotOpenError, InUseError, NotTheSameError: as for `encrypt`.
    """
    return _reseal(path, key_of(path, passphrase), None)


def change_passphrase(path: Path, old: Passphrase, new: Passphrase) -> Resealed:
    """Encrypt an encrypted study anew, with another passphrase and another salt.

    Raises:
        NotEncryptedError: it is not encrypted.
        EncryptedError, WrongPassphraseError: there is no passphrase, or a wrong one.
        CannotOpenError, InUseError, NotTheSameError, UnfitPassphraseError: as for `encrypt`.
    """
    before = key_of(path, old)
    return _reseal(path, before, _new(path, new))


def key_of(path: Path, passphrase: Passphrase = None) -> Key:
    """The key that opens an encrypted study.

    Raises:
        NotEncryptedError: it is not encrypted.
        EncryptedError, WrongPassphraseError: there is no passphrase, or a wrong one.
        CannotOpenError: there is no study.
    """
    store = Store.at_path(path, writable=False, passphrase=passphrase)
    store.close()
    if store.key is None:
        raise NotEncryptedError(str(path))
    return store.key


def _new(path: Path, passphrase: Passphrase) -> Key:
    answer = passphrase(path) if callable(passphrase) else passphrase
    if answer is None:
        raise UnfitPassphraseError("A passphrase is needed to encrypt a study.")
    return answer if isinstance(answer, Key) else new_key(answer)


def _reseal(path: Path, before: Key | None, after: Key | None) -> Resealed:
    path = path.resolve()  # a link stays a link
    place = place_of(path)
    beside = unfinished(path)
    with alone(path, before) as connection:
        mode = path.stat().st_mode & 0o777
        try:
            _export(connection, beside, after, mode)
            _compare(connection, path, beside, after)
            with _old_bytes(path) as old:
                if old is None:
                    connection.close()
                beside.replace(path)
                _flush_folder(path.parent)
                overwritten = old is not None and _overwritten(old)
                connection.close()  # before the descriptor is: closing that lets go of its locks
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    gone = _settle(path, after, place)
    return Resealed(path.stat().st_size, overwritten, after, gone)


def _export(connection: Any, beside: Path, key: Key | None, mode: int) -> None:
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(beside), key.literal if key else ""))
    # It is read back as a whole before it counts, so it needs no journal.
    connection.execute("PRAGMA other.journal_mode = OFF")
    connection.execute("PRAGMA other.synchronous = OFF")
    connection.execute("SELECT sqlcipher_export('other')")
    connection.execute("DETACH DATABASE other")
    descriptor = os.open(beside, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    beside.chmod(mode)


def _compare(connection: Any, path: Path, beside: Path, key: Key | None) -> None:
    """Read what was written: it has to be whole, and the same in every row of every table."""
    from sqlcipher3 import dbapi2

    other = dbapi2.connect(f"{beside.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        if key is not None:
            apply_key(other, key)
        faults = [*integrity(other)]
        if faults or _contents(connection) != _contents(other):
            raise NotTheSameError(str(path))
    except dbapi2.DatabaseError as error:
        raise NotTheSameError(str(path)) from error
    finally:
        other.close()


def integrity(connection: Any) -> Iterator[str]:
    """What SQLite and SQLCipher find wrong with a file: nothing when its pages are whole and were written with its key.

    Args:
        connection: of the DB-API, or one of SQLAlchemy's that a `Database` gives.
    """
    execute = getattr(connection, "exec_driver_sql", connection.execute)
    pages = [said for (said,) in execute("PRAGMA cipher_integrity_check").fetchall()]
    yield from pages
    if not pages:  # a page that cannot be decrypted cannot be looked into
        yield from (said for (said,) in execute("PRAGMA integrity_check").fetchall() if said != "ok")


def _contents(connection: Any) -> bytes:
    """A digest of everything in a file: what tables there are, and all their rows."""
    whole = hashlib.blake2b(digest_size=32)
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    shape = connection.execute(schema).fetchall()
    whole.update(repr(shape).encode())
    for nature, name, _, _ in shape:
        if nature == "table":
            quoted = name.replace('"', '""')
            for row in connection.execute(f'SELECT * FROM "{quoted}" NOT INDEXED'):  # noqa: S608 - its own tables
                whole.update(repr(row).encode())
    return whole.digest()


@contextmanager
def _old_bytes(path: Path) -> Iterator[int | None]:
    """A descriptor of the bytes that are to be overwritten; none where an open file cannot be replaced."""
    if not _REPLACES_OPEN_FILES:
        yield None
        return
    descriptor = os.open(path, os.O_RDWR)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _overwritten(descriptor: int) -> bool:
    try:
        left = os.fstat(descriptor).st_size
        os.lseek(descriptor, 0, os.SEEK_SET)
        while left:
            left -= os.write(descriptor, bytes(min(left, _MIB)))
        os.fsync(descriptor)
    except OSError:
        return False
    return True


def _flush_folder(folder: Path) -> None:
    """Bring the new name of a file to the disk, where folders can be flushed."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _settle(path: Path, key: Key | None, place: str) -> int:
    """Let the chain go on, and care for the backups; how many of them were thrown away.

    It is the same writer in the same place, only the file is another one. Nobody can go on with the chain in the old
    file, which is gone; a copy of that elsewhere is another place, as ever.
    """
    store = Store.at_path(path, passphrase=key)
    try:
        with store.writing() as connection:
            state = store.state
            if state.place == place:
                store.keep(connection, msgspec.structs.replace(state, place=place_of(path)))
        if key is None:
            return 0
        folder = folder_of(path)
        before = {one.path for one in listed(folder)}
        after_encryption(store)
        return len(before - {one.path for one in listed(folder)})
    finally:
        store.close()


__all__ = [
    "AlreadyEncryptedError",
    "InUseError",
    "NotEncryptedError",
    "NotTheSameError",
    "Resealed",
    "change_passphrase",
    "decrypt",
    "encrypt",
    "integrity",
    "key_of",
]
