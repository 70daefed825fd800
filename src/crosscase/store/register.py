"""The register of real names: a file of its own, apart from the study and always encrypted.

Whoever has the study knows the pseudonyms, whoever has the register knows whom they mean; nobody needs both every day.
The file is one line of JSON: which study it belongs to, how the key is made (scrypt, RFC 7914, with its numbers and a
salt), a nonce, and the names sealed with AES-256-GCM. What stands outside the seal is part of what it protects, so that
no byte of the file can be changed unnoticed. Each writing has a new nonce and replaces the file in one step.

What a careful reader would get wrong: the file says in the open to which study it belongs (a random number), and no
more. A lost passphrase cannot be replaced, and with it goes who is behind the pseudonyms.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from crosscase.errors import CrosscaseError, RefusedError
from crosscase.model import Id
from crosscase.store.keys import checked

_FORMAT: Literal["crosscase names"] = "crosscase names"
_COST, _BLOCK, _LANES = 2**17, 8, 1
"""Numbers of scrypt: 128 MiB and about half a second, on purpose."""
_MOST_MEMORY = 1 << 30
_SALT, _NONCE, _KEY = 16, 12, 32
_BIGGEST = 64 << 20


class NoRegisterError(CrosscaseError):
    """There is no register where one was named."""

    code = "no-register"

    def __init__(self, where: str) -> None:
        super().__init__(f"There is no register of names at {where}. `crosscase pseudonyms STUDY add` begins one.")


class NotARegisterError(CrosscaseError):
    """A file that is no register, or a damaged one."""

    code = "not-a-register"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where} is no register of names ({why}). Nothing was changed.")


class WrongNamesPassphraseError(CrosscaseError):
    """A passphrase that does not open the register."""

    code = "wrong-passphrase"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: the passphrase is wrong, or the file is damaged.")


class OtherRegisterError(RefusedError):
    """The register of another study."""

    code = "other-register"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is the register of another study. Nothing was changed.")


class RealName(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person, a place or whatever else may not be named.

    Attributes:
        pseudonym: what stands for the name everywhere; the same for the same name, always.
        participant: identifier of the participant it is the name of, where it is one's.
        forms: other ways in which it is written or inflected, each with what stands for that.
    """

    name: str
    pseudonym: str
    participant: str = ""
    note: str = ""
    forms: dict[str, str] = {}

    @property
    def replacements(self) -> dict[str, str]:
        """Every way in which it is written, with what stands for it."""
        return {self.name: self.pseudonym, **self.forms}


class Register(msgspec.Struct, frozen=True):
    """All names of a study, by name."""

    study: Id
    names: tuple[RealName, ...] = ()

    def get(self, name: str) -> RealName | None:
        """The entry of that name."""
        return next((one for one in self.names if one.name == name), None)

    def having(self, entry: RealName) -> Register:
        """The register with an entry added, or changed if there is one of that name."""
        others = [one for one in self.names if one.name != entry.name]
        return Register(self.study, tuple(sorted([*others, entry], key=lambda one: one.name.casefold())))

    def without(self, name: str) -> Register:
        """The register without the entry of that name."""
        return Register(self.study, tuple(one for one in self.names if one.name != name))

    @property
    def replacements(self) -> dict[str, str]:
        """Every way in which any of the names is written, with what stands for it."""
        return {form: words for one in self.names for form, words in one.replacements.items()}


_ABANDONED_S = 600


@dataclass(frozen=True)
class NamesKey:
    """What opens one register; it is shown nowhere."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    cost: int = _COST
    block: int = _BLOCK
    lanes: int = _LANES


class _Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in the open."""

    format: Literal["crosscase names"] = _FORMAT
    version: Literal[1] = 1
    study: Id
    kdf: Literal["scrypt"] = "scrypt"
    cost: int
    block: int
    lanes: int
    salt: str
    cipher: Literal["AES-256-GCM"] = "AES-256-GCM"
    nonce: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    head: _Head
    sealed: str


def derive(passphrase: str, path: Path) -> NamesKey:
    """The key that a passphrase gives for a register that is there; it takes half a second, on purpose.

    Raises:
        NoRegisterError, NotARegisterError: there is none.
        UnfitPassphraseError: it cannot be a passphrase.
    """
    head = _read(path).head
    return _derived(passphrase, base64.b64decode(head.salt), head.cost, head.block, head.lanes)


def new_key(passphrase: str) -> NamesKey:
    """A key for a register that is yet to be written, with a salt of its own.

    Raises:
        UnfitPassphraseError: it cannot be a passphrase.
    """
    return _derived(passphrase, secrets.token_bytes(_SALT), _COST, _BLOCK, _LANES)


def kept_key(raw: bytes, path: Path) -> NamesKey:
    """A key that was kept in the system keyring."""
    head = _read(path).head
    return NamesKey(raw, base64.b64decode(head.salt), head.cost, head.block, head.lanes)


def salt_of(path: Path) -> bytes:
    """The salt of a register that is there.

    Raises:
        NoRegisterError, NotARegisterError: there is none.
    """
    return base64.b64decode(_read(path).head.salt)


def _derived(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> NamesKey:
    raw = hashlib.scrypt(
        checked(passphrase), salt=salt, n=cost, r=block, p=lanes, maxmem=_MOST_MEMORY, dklen=_KEY
    )  # fmt: skip
    return NamesKey(raw, salt, cost, block, lanes)


def read_register(path: Path, key: NamesKey) -> Register:
    """The names in a register.

    Raises:
        NoRegisterError, NotARegisterError: there is none.
        WrongNamesPassphraseError: the key does not open it.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    file = _read(path)
    try:
        opened = AESGCM(key.raw).decrypt(
            base64.b64decode(file.head.nonce), base64.b64decode(file.sealed), msgspec.json.encode(file.head)
        )
    except InvalidTag as error:
        raise WrongNamesPassphraseError(path.name) from error
    return msgspec.json.decode(opened, type=Register)


def write_register(path: Path, key: NamesKey, register: Register) -> None:
    """Write a register in the place of the one that is there, if there is one; whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from crosscase.store.duplicate import in_place

    nonce = secrets.token_bytes(_NONCE)
    head = _Head(
        study=register.study, cost=key.cost, block=key.block, lanes=key.lanes, salt=_text(key.salt), nonce=_text(nonce)
    )
    sealed = AESGCM(key.raw).encrypt(nonce, msgspec.json.encode(register), msgspec.json.encode(head))
    for left in path.parent.glob(f".{path.name}.{'[0-9a-f]' * 8}"):  # of a program that was stopped; it is encrypted
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                left.unlink()
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(_File(head, _text(sealed))) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _read(path: Path) -> _File:
    if not path.is_file():
        raise NoRegisterError(str(path))
    if path.stat().st_size > _BIGGEST:
        raise NotARegisterError(path.name, "it is too large")
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        for text in (file.head.salt, file.head.nonce, file.sealed):
            base64.b64decode(text, validate=True)
    except (msgspec.MsgspecError, ValueError) as error:
        raise NotARegisterError(path.name, "it is something else, or damaged") from error
    memory = 128 * file.head.cost * file.head.block
    if file.head.cost < 2 or file.head.cost & (file.head.cost - 1) or not 0 < memory < _MOST_MEMORY // 2:
        raise NotARegisterError(path.name, "it asks for a key that cannot be made")
    if not 0 < file.head.lanes <= 4 or len(base64.b64decode(file.head.nonce)) != _NONCE:
        raise NotARegisterError(path.name, "it asks for a key that cannot be made")
    return file
