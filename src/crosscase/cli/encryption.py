"""Encrypting a study: `encrypt`, `decrypt`, `change-passphrase`, and what the system keyring remembers of it.

No command takes a passphrase as a word; `passphrases` asks for them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import counted, json_option, note, print_json, say
from crosscase.cli.session import Target, begin, target
from crosscase.cli.shape import command, group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.store.keys import Key
    from crosscase.store.reseal import Resealed

LOST = (
    "Keep the passphrase where you will find it: without it nobody can open the study, and nothing can bring it back."
)
_ELSEWHERE = (
    "What lies elsewhere is as it was: copies, exports, reports, transcripts you imported, and what a disk or a sync "
    "program keeps of earlier files."
)


def remember_option(function: Any) -> Any:
    """`--remember`."""
    return click.option(
        "--remember", is_flag=True, help="Keep the key in the system keyring, so that this account is not asked again."
    )(function)


@command("encrypt", examples=["crosscase encrypt peers.crosscase", "crosscase encrypt peers.crosscase --remember"])
@target
@remember_option
@json_option
def encrypt(target: Target, remember: bool, as_json: bool) -> None:
    """Encrypt a study with a passphrase.

    The passphrase is typed twice, or taken from CROSSCASE_NEW_PASSPHRASE or CROSSCASE_PASSPHRASE. The study is written
    anew beside its file, compared, and put in its place: whole or not at all. Nobody else may have it open.
    """
    from crosscase.cli.passphrases import new_passphrase
    from crosscase.store import reseal

    path = _file(target)
    with waiting("Encrypting the study"):
        done = reseal.encrypt(path, lambda _: new_passphrase(path.name))
    keep_key(done.key, remember=remember)
    _told(done, f"Encrypted {target.shown}.", target, as_json=as_json)
    if not as_json:
        note(LOST)
        note(_ELSEWHERE)


@command("decrypt", examples=["crosscase decrypt peers.crosscase"])
@target
@json_option
def decrypt(target: Target, as_json: bool) -> None:
    """Take the encryption off a study.

    Whoever has the file can read it then. Backups stay encrypted with the passphrase that the study had.
    """
    from crosscase.cli.passphrases import asked
    from crosscase.store import reseal

    path = _file(target)
    key = reseal.key_of(path, asked)
    with waiting("Decrypting the study"):
        done = reseal.decrypt(path, key)
    _told(done, f"Decrypted {target.shown}: whoever has the file can read it.", target, as_json=as_json)


@command("change-passphrase", examples=["crosscase change-passphrase peers.crosscase"])
@target
@remember_option
@json_option
def change_passphrase(target: Target, remember: bool, as_json: bool) -> None:
    """Give an encrypted study another passphrase.

    The old one is typed, or taken from CROSSCASE_PASSPHRASE or the system keyring; the new one is typed twice, or taken
    from CROSSCASE_NEW_PASSPHRASE. Copies and exports that others have keep opening with the old one.
    """
    from crosscase.cli.passphrases import NEW, asked, new_passphrase
    from crosscase.store import remembered, reseal

    path = _file(target)
    old = reseal.key_of(path, asked)
    new = new_passphrase(path.name, variables=(NEW,))
    with waiting("Encrypting the study anew"):
        done = reseal.change_passphrase(path, old, new)
    # The old key stays in the keyring: copies of the study have the same salt, and may have kept their passphrase.
    keep_key(done.key, remember=remember or remembered.is_remembered(old.salt))
    _told(done, f"{target.shown} has another passphrase.", target, as_json=as_json)
    if not as_json:
        note(LOST)


keyring = group(
    "keyring",
    default="show",
    about=(
        "Let the system keyring open an encrypted study.\n\n"
        "The keyring is Keychain on a Mac, the Credential Manager on Windows, and Secret Service or KWallet on Linux. "
        "It holds the key of this one file, not the passphrase. Whoever can use your account can open the study then."
    ),
    examples=["crosscase keyring peers.crosscase remember", "crosscase keyring peers.crosscase forget"],
)


@member(keyring, "show", examples=["crosscase keyring peers.crosscase"])
@target
@json_option
def show(target: Target, as_json: bool) -> None:
    """Say whether the keyring of this account opens the study."""
    from crosscase.store import remembered
    from crosscase.store.keys import Key, fits

    salt = _salt(_file(target))
    raw = remembered.key_for(salt)
    opens = raw is not None and fits(_file(target), Key(raw, salt))
    if as_json:
        print_json({"study": target.shown, "remembered": opens})
        return
    say(f"The keyring {'opens' if opens else 'does not open'} {target.shown}.")


@member(keyring, "remember", examples=["crosscase keyring peers.crosscase remember"])
@target
def remember_(target: Target) -> None:
    """Keep the study's key in the keyring; its passphrase is asked for once more."""
    from crosscase.cli.passphrases import asked
    from crosscase.store import remembered, reseal

    key = reseal.key_of(_file(target), asked)
    remembered.remember_key(key.raw, key.salt)
    say(f"The keyring opens {target.shown} from now on.")


@member(keyring, "forget", examples=["crosscase keyring peers.crosscase forget"])
@target
def forget(target: Target) -> None:
    """Take the study's key out of the keyring; the passphrase is asked for again."""
    from crosscase.store import remembered

    was = remembered.forget_key(_salt(_file(target)))
    say(f"The keyring does not open {target.shown} any more." if was else f"The keyring did not open {target.shown}.")


def _file(target: Target) -> Path:
    """The study's file, with what takes long about opening it begun."""
    if isinstance(target.place, tuple):
        message = (
            "crosscase encrypts study files. A study in PostgreSQL lies on its server: encrypt that server's disk and "
            "the connection to it, and ask whoever runs it how it is done there."
        )
        raise click.UsageError(message)
    begin(target)
    return target.place


def _salt(path: Path) -> bytes:
    from crosscase.store.database import CannotOpenError
    from crosscase.store.heads import is_plain, looks_encrypted, salt_of
    from crosscase.store.reseal import NotEncryptedError

    if not path.is_file():
        raise CannotOpenError(str(path), "there is no such file.")
    if is_plain(path) or not looks_encrypted(path):
        raise NotEncryptedError(str(path))
    return salt_of(path)


def keep_key(key: Key | None, *, remember: bool) -> None:
    """Keep a key in the keyring, if that is wanted; where there is no keyring, the study is encrypted all the same."""
    from crosscase.store import remembered

    if key is None or not remember:
        return
    try:
        remembered.remember_key(key.raw, key.salt)
    except remembered.NoKeyringError as error:
        note(error.message)


def _told(done: Resealed, sentence: str, target: Target, *, as_json: bool) -> None:
    if as_json:
        print_json({
            "study": target.shown, "encrypted": done.key is not None, "bytes": done.size,
            "overwritten": done.overwritten, "backups_thrown_away": done.backups,
        })  # fmt: skip
        return
    say(sentence)
    if done.overwritten:
        say("The bytes of the old file were overwritten where they lay; a solid-state disk may keep earlier ones.")
    else:
        say(
            "The bytes of the old file could not be overwritten; they stay on the disk until something else is written."
        )
    if done.backups:
        what = counted(done.backups, "backup")
        say(f"{what} that another passphrase, or none, could open: thrown away. A new one was made.")
