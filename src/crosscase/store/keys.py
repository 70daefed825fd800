"""Passphrases, and the keys that are made of them.

An encrypted study is an ordinary SQLCipher 4 file with SQLCipher's own settings: 16 random bytes (the *salt*) at the
very beginning, and after them pages that look like chance. Its key is PBKDF2-HMAC-SHA512 (RFC 8018) of the passphrase
and the salt, 256,000 times over. We work it out here and hand SQLCipher the bytes, so that no passphrase is ever part
of an SQL statement; any program that knows SQLCipher opens the file with the passphrase itself.

A passphrase is taken in Unicode's composed form (NFC): `é` is the same whichever keyboard wrote it. Whatever else is
in it counts, spaces and capitals too.

What a careful reader would get wrong: a passphrase that does not fit cannot be told from a file whose first page is
damaged. Both make it unreadable, and nothing in the file says which.
"""

from __future__ import annotations

import functools
import hashlib
import os
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from crosscase.errors import CrosscaseError
from crosscase.store import remembered
from crosscase.store.heads import SALT, is_plain, salt_of

ITERATIONS = 256_000
SHORT = 12
"""Fewer characters than this are soon guessed by a machine, unless they are truly random."""

VARIABLE = "CROSSCASE_PASSPHRASE"

_KEY = 32


class EncryptedError(CrosscaseError):
    """A study is encrypted, and nobody gave its passphrase."""

    code = "encrypted"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is encrypted. Give its passphrase at a terminal or in the environment variable {VARIABLE}."
        )


class WrongPassphraseError(CrosscaseError):
    """A passphrase that does not open the file."""

    code = "wrong-passphrase"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: the passphrase is wrong.")


class UnfitPassphraseError(CrosscaseError):
    """Something that cannot be a passphrase."""

    code = "unfit-passphrase"


@dataclass(frozen=True)
class Key:
    """What opens one encrypted file and those made with the same salt; it is shown nowhere."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it: `x'…'`, hexadecimal digits and nothing else."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


Passphrase = str | Key | Callable[[Path], str | Key] | None
"""A passphrase, a key, or who to ask for one when it is needed; nobody: the environment or the system keyring."""


def derive(passphrase: str, salt: bytes) -> Key:
    """The key that a passphrase gives with a salt. It takes a fifth of a second, on purpose.

    Raises:
        UnfitPassphraseError: it is empty, or has characters that nobody can type.
    """
    return begin(passphrase, salt).result()


def begin(passphrase: str, salt: bytes) -> Future[Key]:
    """Begin to derive a key in a thread, beside what the caller does meanwhile; each is worked out once.

    Raises:
        UnfitPassphraseError: it is empty, or has characters that nobody can type.
    """
    return _begun(checked(passphrase), salt)


@functools.lru_cache(maxsize=8)
def _begun(passphrase: bytes, salt: bytes) -> Future[Key]:
    begun: Future[Key] = Future()

    def work() -> None:
        begun.set_result(Key(hashlib.pbkdf2_hmac("sha512", passphrase, salt, ITERATIONS, _KEY), salt))

    threading.Thread(target=work, daemon=True).start()
    return begun


def begin_ahead(path: Path) -> None:
    """Begin with the key of a file as soon as one knows that it will be opened, if the environment has a passphrase."""
    with suppress(OSError, UnfitPassphraseError):
        if os.environ.get(VARIABLE) and not is_plain(path):
            begin(os.environ[VARIABLE], salt_of(path))


def new_key(passphrase: str) -> Key:
    """A key for a file that is yet to be made, with a salt of its own.

    Raises:
        UnfitPassphraseError: it is empty, or has characters that nobody can type.
    """
    return derive(passphrase, os.urandom(SALT))


def checked(passphrase: str) -> bytes:
    """The bytes of a passphrase, in Unicode's composed form.

    Raises:
        UnfitPassphraseError: it is empty, or has characters that nobody can type.
    """
    if not passphrase.strip():
        raise UnfitPassphraseError("A passphrase cannot be empty.")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in passphrase):
        raise UnfitPassphraseError("A passphrase cannot have line breaks or other control characters in it.")
    return unicodedata.normalize("NFC", passphrase).encode()


def unlock(path: Path, passphrase: Passphrase = None) -> Key:
    """The key of an encrypted file: as given, from the environment, from the system keyring, or asked for.

    Whether what was given fits is seen when the file is opened with it.

    Raises:
        EncryptedError: nobody gave one.
        WrongPassphraseError: the one in the environment does not fit, and there is nobody to ask.
        UnfitPassphraseError: what was given is no passphrase.
    """
    if isinstance(passphrase, Key):
        return passphrase
    salt = salt_of(path)
    if isinstance(passphrase, str):
        return _meanwhile(begin(passphrase, salt))
    given = os.environ.get(VARIABLE, "")
    if given:
        key = _meanwhile(begin(given, salt))
        if fits(path, key):
            return key
    found = remembered.key_for(salt)
    if found is not None and fits(path, Key(found, salt)):
        return Key(found, salt)
    if passphrase is None:
        raise WrongPassphraseError(str(path)) if given else EncryptedError(str(path))
    answer = passphrase(path)
    return answer if isinstance(answer, Key) else _meanwhile(begin(answer, salt))


def _meanwhile(begun: Future[Key]) -> Key:
    """A key, while what is needed to open the file is imported."""
    for needed in ("sqlalchemy.dialects.sqlite", "sqlcipher3"):
        import_module(needed)
    return begun.result()


def fits(path: Path, key: Key) -> bool:
    """Whether a key opens a file; nothing is locked, and nothing is left beside the file."""
    from sqlcipher3 import dbapi2

    # Immutable: no lock is taken, and no log is made beside the file.
    connection = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        apply_key(connection, key)
        connection.execute("PRAGMA schema_version").fetchone()  # the first page is enough
    except dbapi2.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def apply_key(connection: object, key: Key) -> None:
    """Tell a new connection of SQLCipher its key, before anything else; it writes nothing about it on the terminal."""
    execute: Callable[[str], object] = connection.execute  # type: ignore[attr-defined] # a DB-API connection
    execute("PRAGMA cipher_log_level = NONE")
    execute(f'PRAGMA key = "{key.literal}"')


def key_for_new(target: Path | tuple[str, str] | None, passphrase: Passphrase) -> Key | None:
    """The key of a file that is to be made; None when it is to be plain.

    Raises:
        UnfitPassphraseError: the passphrase will not do, or there is no file to be encrypted.
    """
    if passphrase is None:
        return None
    if not isinstance(target, Path):
        raise UnfitPassphraseError("Only study files are encrypted by crosscase; a database server has its own ways.")
    answer = passphrase(target) if callable(passphrase) else passphrase
    return answer if isinstance(answer, Key) else new_key(answer)
