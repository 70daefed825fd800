"""The register is encrypted, belongs to one study, and notices every changed byte."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.store.register import RealName, Register, derive, new_key, read_register, write_register

PASSPHRASE = "five words that nobody knows"
KATRIN = RealName(
    name="Katrin", pseudonym="Karen", participant="STA1PE02", note="met twice", forms={"Katrins": "Karens"}
)
STUDY = "0" * 32


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("safe") / "peers.names"
    write_register(path, new_key(PASSPHRASE), Register(STUDY).having(KATRIN))
    return path


def test_what_was_written_is_read_again_and_by_nobody_without_the_passphrase(written: Path) -> None:
    data = written.read_bytes()
    for words in ("Katrin", "Karen", "STA1PE02", "met twice", PASSPHRASE):
        assert words.encode() not in data
    assert read_register(written, derive(PASSPHRASE, written)) == Register(STUDY, (KATRIN,))
    with pytest.raises(CrosscaseError, match="passphrase is wrong"):
        read_register(written, derive(f"{PASSPHRASE} ", written))
    if sys.platform != "win32":
        assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_an_accent_is_the_same_on_every_keyboard(tmp_path: Path) -> None:
    path = tmp_path / "peers.names"
    write_register(path, new_key("caf\u00e9 with five words"), Register(STUDY))
    assert read_register(path, derive("cafe\u0301 with five words", path)) == Register(STUDY)


def test_no_byte_can_be_changed_unnoticed(written: Path, tmp_path: Path) -> None:
    data = written.read_bytes()
    key = derive(PASSPHRASE, written)
    path = tmp_path / "changed.names"
    for at in range(len(data) - 1):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises(CrosscaseError):
            read_register(path, key)
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(CrosscaseError, match="no register of names"):
        read_register(path, key)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"cost":131072', b'"cost":1048576000'), (b'"cost":131072', b'"cost":131071'), (b'"lanes":1', b'"lanes":99')],
)
def test_a_key_that_cannot_be_made_is_not_tried(written: Path, tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "greedy.names"
    path.write_bytes(written.read_bytes().replace(old, new))
    with pytest.raises(CrosscaseError, match="cannot be made"):
        derive(PASSPHRASE, path)


def test_writing_leaves_one_file_and_another_nonce(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "peers.names"
    key = new_key(PASSPHRASE)
    write_register(path, key, Register(STUDY, (KATRIN,)))
    first = path.read_bytes()
    write_register(path, key, Register(STUDY, (KATRIN,)))
    assert path.read_bytes() != first
    assert [each.name for each in tmp_path.iterdir()] == ["peers.names"]
    assert read_register(path, derive(PASSPHRASE, path)).without("Katrin").names == ()
