"""Passphrases, and the keys that are made of them.

An encrypted study is an ordinary SQLCipher 4 file with SQLCipher's own settings: 16 random bytes (the *salt*) at the
very beginning, and after them pages that look like chance. Its key is PBKDF2-HMAC-SHA512 (RFC 8018) of the passphrase
and the salt, 256,000 times over. We work it out here and hand SQLCipher the bytes, so that no passphrase is ever part
of an SQL statement; any program that knows SQLCipher opens the file with the passphrase itself.

A passphrase is taken in Unicode's composed form (NFC): `é` is the same whichever keyboard wrote it. Whatever else is
in it counts, spaces and capitals too.

What a careful reader would get wrong: whether a file that is no plain study is encrypted cannot be known, only that it
looks so; and a passphrase that does not fit cannot be told from a file whose first page is damaged.
"""

from __future__ import annotations

import functools
import hashlib
import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from crosscase.errors import CrosscaseError

ITERATIONS = 256_000
SHORT = 12
"""Fewer characters than this are soon guessed by a machine, unless they are truly random."""

VARIABLE = "CROSSCASE_PASSPHRASE"

_SALT, _KEY, _PAGE = 16, 32, 4096
_PLAIN = b"SQLite format 3\x00"
_OTHERS = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"BZh")


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
    return _derived(_prepared(passphrase), salt)


@functools.lru_cache(maxsize=8)
def _derived(passphrase: bytes, salt: bytes) -> Key:
    return Key(hashlib.pbkdf2_hmac("sha512", passphrase, salt, ITERATIONS, _KEY), salt)


def new_key(passphrase: str) -> Key:
    """A key for a file that is yet to be made, with a salt of its own.

    Raises:
        UnfitPassphraseError: it is empty, or has characters that nobody can type.
    """
    return derive(passphrase, os.urandom(_SALT))


def _prepared(passphrase: str) -> bytes:
    if not passphrase.strip():
        raise UnfitPassphraseError("A passphrase cannot be empty.")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in passphrase):
        raise UnfitPassphraseError("A passphrase cannot have line breaks or other control characters in it.")
    return unicodedata.normalize("NFC", passphrase).encode()


def is_plain(path: Path) -> bool:
    """Whether a file begins as an unencrypted SQLite file does; an empty one may become one."""
    with path.open("rb") as file:
        head = file.read(len(_PLAIN))
    return not head or head == _PLAIN


def looks_encrypted(path: Path) -> bool:
    """Whether a file could be an encrypted study: its first page is whole and looks like chance.

    Those of texts, documents, pictures and archives do not; more cannot be known without the passphrase.
    """
    with path.open("rb") as file:
        page = file.read(_PAGE)
    if len(page) < _PAGE or page.startswith((_PLAIN, *_OTHERS)):
        return False
    # In 4,096 bytes of chance every value is there about 16 times, and hardly one of 256 is missing.
    return len(set(page)) > 250 and max(map(page.count, range(256))) < 64


def salt_of(path: Path) -> bytes:
    """The first bytes of an encrypted file."""
    with path.open("rb") as file:
        return file.read(_SALT)


def unlock(path: Path, passphrase: Passphrase = None) -> Key:
    """The key of an encrypted file: as given, from the environment, from the system keyring, or asked for.

    Whether what was given fits is seen when the file is opened with it.

    Raises:
        EncryptedError: nobody gave one.
        UnfitPassphraseError: what was given is no passphrase.
    """
    if isinstance(passphrase, Key):
        return passphrase
    salt = salt_of(path)
    if isinstance(passphrase, str):
        return derive(passphrase, salt)
    given = os.environ.get(VARIABLE, "")
    if given and (passphrase is None or fits(path, derive(given, salt))):
        return derive(given, salt)
    if passphrase is None:
        raise EncryptedError(str(path))
    answer = passphrase(path)
    return answer if isinstance(answer, Key) else derive(answer, salt)


def fits(path: Path, key: Key) -> bool:
    """Whether a key opens a file; nothing is locked, and nothing is left beside the file."""
    from sqlcipher3 import dbapi2

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
