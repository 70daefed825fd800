"""Keys in the system keyring, with a keyring of our own in the place of the system's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from crosscase.store import remembered, reseal
from crosscase.store.heads import salt_of
from crosscase.store.keys import EncryptedError
from crosscase.study import Study


class Drawer(keyring.backend.KeyringBackend):
    """A keyring that is a dictionary; it can be locked."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's own
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def _open(self) -> dict[tuple[str, str], str]:
        if self.locked:
            raise keyring.errors.KeyringLocked
        return self.kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._open().get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._open()[service, username]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before = keyring.get_keyring()
    made = Drawer()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def encrypted(plain: Path) -> Path:
    done = reseal.encrypt(plain, "right passphrase")
    assert done.key is not None
    return plain


def remember(path: Path) -> None:
    key = reseal.key_of(path, "right passphrase")
    remembered.remember_key(key.raw, key.salt)


def test_a_remembered_study_opens_wherever_it_is_moved(encrypted: Path, drawer: Drawer) -> None:
    remember(encrypted)
    assert "right passphrase" not in str(drawer.kept)
    moved = Path(shutil.move(encrypted, encrypted.with_name("elsewhere.crosscase")))
    with Study.open(moved) as study:
        assert study.verify() == []
    assert remembered.forget_key(salt_of(moved))
    assert drawer.kept == {}
    with pytest.raises(EncryptedError):
        Study.open(moved)
    assert not remembered.forget_key(salt_of(moved))


def test_the_keyring_is_not_touched_for_other_studies(encrypted: Path, drawer: Drawer) -> None:
    drawer.locked = True  # looking would fail
    with pytest.raises(EncryptedError):
        Study.open(encrypted)
    assert not remembered.is_remembered(salt_of(encrypted))


def test_a_keyring_that_stays_locked_is_passed_over(encrypted: Path, drawer: Drawer) -> None:
    remember(encrypted)
    drawer.locked = True
    with pytest.raises(EncryptedError):
        Study.open(encrypted)
    Study.open(encrypted, passphrase=lambda _: "right passphrase").close()
    with pytest.raises(remembered.NoKeyringError):
        remembered.forget_key(salt_of(encrypted))


def test_a_key_that_does_not_fit_any_more_is_passed_over(encrypted: Path, drawer: Drawer) -> None:
    remember(encrypted)
    drawer.kept = dict.fromkeys(drawer.kept, "00" * 32)
    Study.open(encrypted, passphrase=lambda _: "right passphrase").close()
    drawer.kept = dict.fromkeys(drawer.kept, "not a key")
    Study.open(encrypted, passphrase=lambda _: "right passphrase").close()


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_without_a_keyring_nothing_is_remembered_and_it_is_said(
    encrypted: Path, drawer: Drawer, backend: type[keyring.backend.KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    with pytest.raises(remembered.NoKeyringError, match="cannot be used"):
        remember(encrypted)
    assert not remembered.is_remembered(salt_of(encrypted))
