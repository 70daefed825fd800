"""Signatures over entries: Ed25519 (RFC 8032), made with a key that only its member has.

An entry's digest covers all that the entry says and, over the digest of the entry before it, all that was done before.
So a signature over the digest says: this is what I did, and this is what I did it upon. It lies beside the journal in a
table of its own, which travels with copies and merges; whose key it is, the study says (`signing_key`).

The private key lies in the user's own folder (`signing` in the state folder, readable by nobody else), plain, encrypted
with a passphrase, or in the system keyring. Whoever has it can sign in its member's name; a key that was lost or seen
by others is revoked by its member and replaced.

What a careful reader would get wrong: an entry without a signature is as whole as one with. A signature says who stands
for an entry; that nothing was changed or taken out is what the chains are for.
"""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import CrosscaseError
from crosscase.model import Id
from crosscase.store.inserting import insert_all
from crosscase.store.memory import state_folder
from crosscase.store.tables import ENTRY, ROWS, SIGNATURE

_SERVICE = "crosscase signing"
_NO_KEYRING = "the system keyring of this machine does not keep it, does not have it any more, or stays locked"
_BYTES = 32
_BEFORE = b"crosscase entry "
"""Stands before the digest in what is signed, so that a signature means an entry and nothing else."""

Signer = Callable[[Connection, Id, str], None]
"""Signs an entry that was just recorded: connection, member, digest."""


class NoKeyError(CrosscaseError):
    """There is no key to sign with here."""

    code = "no-key"

    def __init__(self) -> None:
        super().__init__(
            "You have no key for this study on this machine. 'crosscase sign STUDY key' makes one and says in the "
            "study that it is yours."
        )


class KeyClosedError(CrosscaseError):
    """A private key does not open."""

    code = "key-closed"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The private key cannot be used: {reason}. Nothing was signed.")


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A private key as it lies in the user's folder.

    Attributes:
        public: the public half, 32 bytes in hexadecimal digits.
        study, member: what it was made for.
        private: the key as PEM text; empty where the system keyring has it.
        locked: whether a passphrase opens it.
        automatic: whether everything the member does on this machine is signed with it.
        made: milliseconds since 1970.
    """

    public: str
    study: Id
    member: Id
    private: str = ""
    locked: bool = False
    automatic: bool = False
    made: int = 0


# Keys


def make_key(study: Id, member: Id, *, passphrase: str = "", keyring: bool = False, automatic: bool = False) -> Kept:
    """Make a key and keep it for the user of this machine.

    Args:
        passphrase: what will open it; empty: nothing is needed but this account.
        keyring: keep it in the system keyring instead of a file.
        automatic: sign everything that the member does on this machine from now on.

    Raises:
        KeyClosedError: the keyring cannot be used.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw().hex()
    if keyring:
        _into_keyring(public, key.private_bytes_raw().hex())
        private = ""
    else:
        closing = (
            serialization.BestAvailableEncryption(_as_bytes(passphrase)) if passphrase else serialization.NoEncryption()
        )
        private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, closing).decode()
    kept = Kept(
        public=public, study=study, member=member, private=private, locked=bool(passphrase), automatic=automatic,
        made=time.time_ns() // 1_000_000,
    )  # fmt: skip
    keep(kept)
    return kept


def keep(kept: Kept) -> None:
    """Write a key into the user's folder, readable by nobody else."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{kept.public}.json"
    new = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(kept))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def with_automatic(kept: Kept, *, on: bool) -> Kept:
    """A key that is used by itself, or is not."""
    return msgspec.structs.replace(kept, automatic=on)


def kept_keys(study: Id, member: Id = "") -> list[Kept]:
    """The keys for a study (and a member of it) that this machine has, the newest first."""
    found: list[Kept] = []
    for path in sorted(_folder().glob("*.json")):
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError):
            continue
        if kept.study == study and member in ("", kept.member):
            found.append(kept)
    return sorted(found, key=lambda kept: -kept.made)


def opened_key(kept: Kept, passphrase: str = "") -> Any:
    """A private key, ready to sign.

    Raises:
        KeyClosedError: the passphrase is wrong, or the keyring does not give it.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not kept.private:
        return Ed25519PrivateKey.from_private_bytes(_from_keyring(kept.public))
    if kept.locked and not passphrase:
        raise KeyClosedError("it asks for its passphrase")
    try:
        return serialization.load_pem_private_key(kept.private.encode(), _as_bytes(passphrase) if kept.locked else None)
    except ValueError as error:
        raise KeyClosedError("the passphrase is wrong" if kept.locked else "its file is damaged") from error


def _as_bytes(passphrase: str) -> bytes:
    return unicodedata.normalize("NFC", passphrase).encode()


def _folder() -> Path:
    return state_folder() / "signing"


def _into_keyring(public: str, private: str) -> None:
    keyring, errors = _keyring()
    try:
        keyring.set_password(_SERVICE, public, private)
    except errors.KeyringError as error:
        raise KeyClosedError(_NO_KEYRING) from error
    if _from_keyring(public).hex() != private:  # some keyrings take everything and keep nothing
        raise KeyClosedError(_NO_KEYRING)


def _from_keyring(public: str) -> bytes:
    keyring, errors = _keyring()
    try:
        found = bytes.fromhex(keyring.get_password(_SERVICE, public) or "")
    except (errors.KeyringError, ValueError) as error:
        raise KeyClosedError(_NO_KEYRING) from error
    if len(found) != _BYTES:
        raise KeyClosedError(_NO_KEYRING)
    return found


def _keyring() -> tuple[Any, Any]:
    try:
        import keyring
        import keyring.errors
    except ImportError as error:
        raise KeyClosedError(_NO_KEYRING) from error
    return keyring, keyring.errors


# Signing


def message(digest: str) -> bytes:
    """What is signed of an entry."""
    return _BEFORE + bytes.fromhex(digest)


def holds(public: str, digest: str, signature: bytes) -> bool:
    """Whether a signature over an entry was made with the private half of that key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, message(digest))
    except (InvalidSignature, ValueError):
        return False
    return True


def sign(connection: Connection, kept: Kept, key: Any, digests: Iterable[str]) -> int:
    """Lay signatures over these entries beside the journal; how many."""
    made = [(digest, kept.public, key.sign(message(digest))) for digest in digests]
    insert_all(connection, SIGNATURE, made)
    return len(made)


def not_signed(connection: Connection, members: Iterable[Id], public: str) -> list[str]:
    """The entries of these members that are not signed with a key, in the order of the journal."""
    signed = select(SIGNATURE.c.entry).where(SIGNATURE.c.key == public)
    c = ENTRY.c
    return list(
        connection.execute(
            select(c.digest).where(c.by.in_(list(members)), c.digest.not_in(signed)).order_by(c.clock, c.digest)
        ).scalars()
    )


def automatic(study: Id) -> Signer | None:
    """What signs everything that members do on this machine who asked for it; None when nobody did.

    Where the key cannot be used any more, the act is recorded without a signature, and `verify` says so.
    """
    by_member = {kept.member: kept for kept in reversed(kept_keys(study)) if kept.automatic} if study else {}
    if not by_member:
        return None
    ready: dict[Id, Any] = {}

    def signer(connection: Connection, member: Id, digest: str) -> None:
        kept = by_member.get(member)
        if kept is None or not _declared(connection, kept.public):
            # In another copy, perhaps: a signature whose key nobody declared here would be a fault.
            return
        if member not in ready:
            try:
                ready[member] = opened_key(kept)
            except CrosscaseError:
                ready[member] = None
        if ready[member] is not None:
            sign(connection, kept, ready[member], [digest])

    return signer


def _declared(connection: Connection, public: str) -> bool:
    """Whether a member declared this key here; the act that revokes it is still signed with it."""
    c = ROWS["signing_key"].c
    statement = select(c.id).where(c.public == public, c.removed.is_(False))
    return connection.execute(statement).first() is not None


def lay_signatures(ours: Connection, theirs: Connection) -> int:
    """Take the signatures of another copy over entries that are here; how many were new."""
    here = set(ours.execute(select(SIGNATURE.c.entry, SIGNATURE.c.key)).all())
    known = set(ours.execute(select(ENTRY.c.digest)).scalars())
    new = [
        tuple(one)
        for one in theirs.execute(select(SIGNATURE))
        if (one.entry, one.key) not in here and one.entry in known
    ]
    insert_all(ours, SIGNATURE, new)
    return len(new)
