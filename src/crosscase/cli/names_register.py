"""The register of names as the command line opens it: where it lies, its passphrase, and names from tables or typed.

A passphrase comes from CROSSCASE_NAMES_PASSPHRASE, from the system keyring, or from the keyboard, never from the words
of a command. Real names are asked for as well where none are given: what is typed as words, a shell may remember.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.naming import pairs
from crosscase.cli.output import note
from crosscase.errors import BadValueError, RefusedError

if TYPE_CHECKING:
    from crosscase.cli.session import Target
    from crosscase.store.register import NamesKey, RealName, Register
    from crosscase.study import Study

VARIABLE, NEW_VARIABLE = "CROSSCASE_NAMES_PASSPHRASE", "CROSSCASE_NEW_NAMES_PASSPHRASE"
_TRIES = 3


class NotListedError(RefusedError):
    """A name that is not in the register."""

    code = "not-listed"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is not in the register. Nothing was changed.")


class BadTableError(BadValueError):
    """A table of names that cannot be read."""

    code = "bad-table"


def place_of(target: Target, register: Path | None) -> Path:
    """Where the register lies: as it was said, else beside the study."""
    if register is not None:
        return register
    if not isinstance(target.place, Path):
        message = "A study in a database has no place beside it: say --names FILE."
        raise click.UsageError(message, click.get_current_context())
    return target.place.with_suffix(".names")


def _key(path: Path) -> NamesKey:
    """The key of a register: from the environment, the system keyring, or what is typed.

    Raises:
        NoRegisterError, NotARegisterError: there is no register.
        WrongNamesPassphraseError: the passphrase does not open it.
        NoTerminalError: there is nobody to ask.
    """
    from crosscase.cli.passphrases import NoTerminalError, ask, at_terminal
    from crosscase.store.register import WrongNamesPassphraseError, derive, kept_key, read_register, salt_of
    from crosscase.store.remembered import key_for

    salt = salt_of(path)
    if os.environ.get(VARIABLE):
        return derive(os.environ[VARIABLE], path)
    kept = key_for(salt)
    if kept is not None:
        return kept_key(kept, path)
    if not at_terminal():
        raise NoTerminalError(f"the register {path.name}", (VARIABLE,))
    for left in reversed(range(_TRIES)):
        typed = ask(f"Passphrase for {path.name}")
        if typed.strip():
            key = derive(typed, path)
            try:
                read_register(path, key)
            except WrongNamesPassphraseError:
                if not left:
                    raise
                note("The passphrase is wrong.")
            else:
                return key
    raise WrongNamesPassphraseError(path.name)


def opened(path: Path, study: Study) -> tuple[NamesKey, Register]:
    """A register that is there, and its key.

    Raises:
        OtherRegisterError: it belongs to another study.
    """
    from crosscase.store.register import OtherRegisterError, read_register

    key = _key(path)
    register = read_register(path, key)
    if register.study != study.settings().id:
        raise OtherRegisterError(path.name)
    return key, register


def begun(path: Path, study: Study) -> tuple[NamesKey, Register]:
    """The register, or a new one with its passphrase."""
    from crosscase.cli.passphrases import new_passphrase
    from crosscase.store.register import Register, new_key

    if path.exists():
        return opened(path, study)
    passphrase = new_passphrase(f"the register {path.name}", variables=(VARIABLE,))
    return new_key(passphrase), Register(study.settings().id)


def from_table(table: Path) -> list[RealName]:
    """The names in a csv table.

    Raises:
        BadTableError: it is not UTF-8, or a line has no name or no pseudonym.
    """
    from crosscase.store.register import RealName

    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except UnicodeDecodeError as error:
        message = f"{table.name} is not UTF-8. Save it as csv in UTF-8. Nothing was changed."
        raise BadTableError(message) from error
    found = []
    for number, row in enumerate(rows, 2):
        cells = {
            key.strip().casefold(): (value or "").strip() for key, value in row.items() if key and value is not None
        }
        if not cells.get("name") or not cells.get("pseudonym"):
            message = f"{table.name}, line {number}: there has to be a name and a pseudonym. Nothing was changed."
            raise BadTableError(message)
        forms = pairs([part for part in cells.get("forms", "").split(";") if part.strip()], "FORM=PSEUDONYM")
        found.append(
            RealName(
                name=cells["name"],
                pseudonym=cells["pseudonym"],
                participant=cells.get("participant", ""),
                note=cells.get("note", ""),
                forms=forms,
            )
        )
    return found


def asked() -> list[RealName]:
    """Names that are typed one after another."""
    from crosscase.cli.passphrases import at_terminal
    from crosscase.store.register import RealName

    if not at_terminal():
        message = "There is no terminal to ask at: give a name and what stands for it, or --from FILE."
        raise click.UsageError(message, click.get_current_context())
    found: list[RealName] = []
    while True:
        name = click.prompt("Real name (empty: enough)", default="", show_default=False, err=True).strip()
        if not name:
            return found
        words = click.prompt(f"What stands for {name}", default="", show_default=False, err=True).strip()
        if words:
            found.append(RealName(name=name, pseudonym=words))
