"""Asking for passphrases: one way for every command, and none of them on the command line.

What is typed as a word of a command is kept in the shell's history and shown to everyone on the machine who lists the
programs that run. So a passphrase comes from an environment variable, from the system keyring, or from the keyboard,
where it is not shown. Where there is no keyboard, the answer says what is missing.

`asked` is what `Study.open` and `Store.at_path` take: it is called only for a file that is encrypted and whose
passphrase is nowhere else. What was typed once in a command is tried on the next file before anybody is asked again, as
copies of one study often share their passphrase.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import note
from crosscase.errors import CrosscaseError

if TYPE_CHECKING:
    from crosscase.store.keys import Key

OLD, NEW = "CROSSCASE_PASSPHRASE", "CROSSCASE_NEW_PASSPHRASE"
_TRIES = 3

_typed: list[str] = []
"""What was typed in this command, and fitted."""


class NoTerminalError(CrosscaseError):
    """A passphrase is needed, and there is nobody to type it."""

    code = "no-terminal"

    def __init__(self, what: str, variables: Sequence[str]) -> None:
        super().__init__(
            f"A passphrase is needed for {what}, and there is no terminal to ask at. "
            f"Set the environment variable {' or '.join(variables)}."
        )


class DifferentError(CrosscaseError):
    """A new passphrase was typed in two ways."""

    code = "different"

    def __init__(self) -> None:
        super().__init__("The two passphrases are not the same. Nothing was changed.")


def asked(path: Path) -> Key:
    """The key of an encrypted file, for whoever opens it.

    Raises:
        EncryptedError: there is no terminal.
        WrongPassphraseError: what was typed, or set in the environment, does not fit.
    """
    from crosscase.store.heads import salt_of
    from crosscase.store.keys import EncryptedError, UnfitPassphraseError, WrongPassphraseError, derive, fits

    salt = salt_of(path)
    for typed in _typed:
        key = derive(typed, salt)
        if fits(path, key):
            return key
    if not at_terminal():
        raise WrongPassphraseError(str(path)) if os.environ.get(OLD) else EncryptedError(str(path))
    for left in reversed(range(_TRIES)):
        typed = ask(f"Passphrase for {path.name}")
        try:
            key = derive(typed, salt)
        except UnfitPassphraseError:
            continue
        if fits(path, key):
            _typed.append(typed)
            return key
        if left:
            note("The passphrase is wrong.")
    raise WrongPassphraseError(str(path))


def new_passphrase(what: str, *, variables: Sequence[str] = (NEW, OLD)) -> str:
    """A passphrase for something that is to be encrypted: from the environment, or typed twice.

    Args:
        what: what it is for, as the question names it.
        variables: which environment variables may hold it; the first that does counts.

    Raises:
        NoTerminalError: it is nowhere, and there is nobody to ask.
        DifferentError: it was typed in two ways.
        UnfitPassphraseError: it is empty, or has characters that nobody can type.
    """
    from crosscase.store.keys import SHORT, checked

    found = next((name for name in variables if os.environ.get(name)), "")
    if found:
        passphrase = os.environ[found]
        note(f"The passphrase is the one in {found}.")
    elif at_terminal():
        passphrase = ask(f"New passphrase for {what}")
        if ask("The same once more") != passphrase:
            raise DifferentError
    else:
        raise NoTerminalError(what, variables)
    checked(passphrase)
    if len(passphrase) < SHORT:
        note(
            f"It is short: fewer than {SHORT} characters can be guessed by a machine. "
            "Five or six words that have nothing to do with each other are better."
        )
    return passphrase


def ask(question: str) -> str:
    """What is typed, without being shown."""
    typed: str = click.prompt(question, hide_input=True, err=True, default="", show_default=False)
    return typed


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()
