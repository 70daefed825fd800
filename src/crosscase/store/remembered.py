"""Keys of encrypted studies in the system's keyring: Keychain, Windows Credential Manager, Secret Service, KWallet.

What is kept is the key of one file, never the passphrase, which may open other things as well. It is filed under the
file's salt, its first 16 bytes: so it is found again when the study is moved or renamed, and fits its backups. Whoever
can use this account of the machine can open the study then.

The keyring is asked only for studies that this machine was told to remember (`keys.json` in the user's state folder
lists their salts): some systems open a window to unlock it, and looking takes a quarter of a second.
"""

from __future__ import annotations

from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.store.memory import keep_in_mind, recalled

_SERVICE = "crosscase"
_KNOWN = "keys.json"


class NoKeyringError(CrosscaseError):
    """There is no keyring here, or it does not open."""

    code = "no-keyring"

    def __init__(self) -> None:
        super().__init__(
            "The system keyring of this machine cannot be used: there is none, or it stays locked. "
            "The passphrase will be asked for."
        )


def key_for(salt: bytes) -> bytes | None:
    """The key of the file with that salt, if this machine was told to remember it and still can."""
    if not is_remembered(salt):
        return None
    try:
        return _kept(salt)
    except NoKeyringError:
        return None


def is_remembered(salt: bytes) -> bool:
    """Whether this machine was told to remember the key of the file with that salt."""
    return salt.hex() in recalled(_KNOWN)


def remember_key(raw: bytes, salt: bytes) -> None:
    """Keep a key in the system keyring.

    Raises:
        NoKeyringError: it cannot be kept.
    """
    keyring, errors = _keyring()
    try:
        keyring.set_password(_SERVICE, salt.hex(), raw.hex())
    except errors.KeyringError as error:
        raise NoKeyringError from error
    if _kept(salt) != raw:  # some keyrings take everything and keep nothing
        raise NoKeyringError
    keep_in_mind(_KNOWN, {**recalled(_KNOWN), salt.hex(): True})


def forget_key(salt: bytes) -> bool:
    """Take a key out of the system keyring; whether it was there.

    Raises:
        NoKeyringError: it should be there, and the keyring does not open.
    """
    if not is_remembered(salt):
        return False
    keyring, errors = _keyring()
    try:
        was = _kept(salt) is not None
        if was:
            keyring.delete_password(_SERVICE, salt.hex())
    except errors.KeyringError as error:
        raise NoKeyringError from error
    keep_in_mind(_KNOWN, {name: True for name in recalled(_KNOWN) if name != salt.hex()})
    return was


def _kept(salt: bytes) -> bytes | None:
    keyring, errors = _keyring()
    try:
        found = keyring.get_password(_SERVICE, salt.hex())
        return bytes.fromhex(found) if found else None
    except (errors.KeyringError, ValueError) as error:
        raise NoKeyringError from error


def _keyring() -> tuple[Any, Any]:
    try:
        import keyring
        import keyring.errors
    except ImportError as error:
        raise NoKeyringError from error
    return keyring, keyring.errors
