"""The register of names as the workbench uses it: opened with its passphrase, added to before names leave the files.

The passphrase comes with each request and is kept nowhere. Names are written into the register first, then the files
are taken in without them; where that is refused, the register is put back as it was, so that it never names what the
study does not have.

What a careful reader would get wrong: the register is a file beside the study unless another place is named. Whoever
has both and the passphrase knows everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from crosscase.errors import RefusedError
from crosscase.model import Id
from crosscase.store.register import (
    NamesKey,
    OtherRegisterError,
    RealName,
    Register,
    derive,
    new_key,
    read_register,
    write_register,
)
from crosscase.verbs.pseudonyms import having

SUFFIX = ".names"


class NoPlaceError(RefusedError):
    """A study that is no file has no place beside it for a register."""

    code = "no-place"

    def __init__(self) -> None:
        super().__init__(
            "This study is no file, so there is no place beside it. Say where the register of names is to lie."
        )


class NameChoice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name as it is written in the files, and what is to stand there."""

    name: str
    becomes: str


class RegisterGiven(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A register of names: where it lies (empty: beside the study), and what opens it."""

    path: str = ""
    passphrase: str = ""


class RegisterHere(msgspec.Struct, frozen=True, kw_only=True):
    """Where the register of the open study lies, and whether there is one; `names` when it was opened."""

    path: str
    there: bool
    names: int | None = None


class Added:
    """Names that were added to a register, and can be taken out again."""

    def __init__(self, path: Path, before: bytes | None) -> None:
        self._path = path
        self._before = before

    def put_back(self) -> None:
        """The register as it was."""
        with suppress(OSError):
            if self._before is None:
                self._path.unlink()
            else:
                self._path.write_bytes(self._before)


def beside(place: Path | tuple[str, str] | None) -> Path | None:
    """Where the register of a study lies unless another place is named."""
    return place.with_suffix(SUFFIX) if isinstance(place, Path) else None


def opened(path: Path, passphrase: str, study: Id) -> tuple[NamesKey, Register]:
    """A register that is there.

    Raises:
        NoRegisterError, NotARegisterError: there is none.
        WrongNamesPassphraseError: the passphrase does not open it.
        OtherRegisterError: it belongs to another study.
    """
    key = derive(passphrase, path)
    register = read_register(path, key)
    if register.study != study:
        raise OtherRegisterError(path.name)
    return key, register


def add(path: Path, passphrase: str, study: Id, choices: Sequence[NameChoice]) -> Added:
    """Put names into a register; one that is not there yet is begun with this passphrase.

    Raises:
        ListedAlreadyError: something else stands for a name in it.
        UnfitPseudonymError: a name or a pseudonym will not do.
        Others: as for `opened`.
    """
    before = path.read_bytes() if path.exists() else None
    key, register = opened(path, passphrase, study) if before is not None else (new_key(passphrase), Register(study))
    known = register.replacements
    for one in choices:
        if known.get(one.name) != one.becomes:
            register = having(register, RealName(name=one.name, pseudonym=one.becomes))
    write_register(path, key, register)
    return Added(path, before)
