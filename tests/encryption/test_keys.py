"""Passphrases and keys: what they may be, where they come from, and that any SQLCipher opens our files with them."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from crosscase.errors import CrosscaseError
from crosscase.store.database import CannotOpenError
from crosscase.store.heads import looks_encrypted, salt_of
from crosscase.store.keys import EncryptedError, Key, UnfitPassphraseError, WrongPassphraseError, derive, fits
from crosscase.store.reseal import integrity
from crosscase.study import Study
from crosscase.verbs.codes import add_code

HARD = "Zoë's \"peer\" ' OR 1=1; -- 👍🏽 ü\u0301 x'00'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "peers.crosscase"


@pytest.mark.parametrize("passphrase", [HARD, " blanks count ", "x" * 5000, "ключ 鍵 مفتاح"])
def test_sqlcipher_opens_our_files_with_the_passphrase_itself(path: Path, passphrase: str) -> None:
    Study.new(path, title="Peers", passphrase=passphrase).close()
    connection = dbapi2.connect(str(path))
    quoted = unicodedata.normalize("NFC", passphrase).replace("'", "''")
    connection.execute(f"PRAGMA key = '{quoted}'")
    assert connection.execute("SELECT title FROM study").fetchall() == [("Peers",)]
    connection.close()
    with Study.open(path, passphrase=passphrase) as study:
        assert study.settings().title == "Peers"


def test_we_open_what_sqlcipher_encrypted(plain: Path) -> None:
    path = plain.with_name("encrypted.crosscase")
    connection = dbapi2.connect(str(plain), isolation_level=None)
    connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(path), "made elsewhere"))
    connection.execute("SELECT sqlcipher_export('other')")
    connection.close()
    with Study.open(path, passphrase="made elsewhere") as study:
        assert study.verify() == []


def test_composed_and_decomposed_are_one_passphrase(path: Path) -> None:
    Study.new(path, passphrase=unicodedata.normalize("NFD", "Françoise à la Forêt")).close()
    Study.open(path, passphrase=unicodedata.normalize("NFC", "Françoise à la Forêt")).close()
    with pytest.raises(WrongPassphraseError):
        Study.open(path, passphrase="Francoise a la Foret")


@pytest.mark.parametrize("passphrase", ["", "  \u3000 ", "two\nlines", "tab\there", "nul\0", "\udcff"])
def test_what_nobody_can_type_again_is_refused(path: Path, passphrase: str) -> None:
    with pytest.raises(UnfitPassphraseError):
        Study.new(path, passphrase=passphrase)
    assert not path.exists()


def test_a_wrong_passphrase_says_so_and_nothing_else(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Study.new(path, passphrase="right").close()
    before = path.read_bytes()
    with pytest.raises(WrongPassphraseError) as told:
        Study.open(path, passphrase="Right")
    assert told.value.message == f"{path}: the passphrase is wrong."
    with pytest.raises(EncryptedError) as told_too:
        Study.open(path)
    assert "CROSSCASE_PASSPHRASE" in told_too.value.message
    assert capfd.readouterr() == ("", "")  # SQLCipher has a log of its own
    assert path.read_bytes() == before
    assert [beside.name for beside in path.parent.iterdir()] == [path.name]


def test_the_environment_is_looked_at_before_anybody_is_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Study.new(path, passphrase="right").close()
    questions: list[Path] = []

    def asked(path: Path) -> str:
        questions.append(path)
        return "right"

    monkeypatch.setenv("CROSSCASE_PASSPHRASE", "right")
    Study.open(path).close()
    Study.open(path, passphrase=asked).close()
    assert questions == []
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", "of another study")
    Study.open(path, passphrase=asked).close()
    assert questions == [path]
    with pytest.raises(WrongPassphraseError):
        Study.open(path)
    Study.open(path, passphrase="right").close()


def test_nobody_is_asked_about_a_plain_study(plain: Path) -> None:
    def asked(path: Path) -> str:
        raise AssertionError(path)

    with Study.open(plain, passphrase=asked) as study:
        assert study.settings().title == "Peers"


def test_a_key_shows_nothing_of_itself() -> None:
    key = Key(b"k" * 32, b"s" * 16)
    assert str(key) == repr(key) == "Key()"
    assert key == Key(b"k" * 32, b"s" * 16)


def test_what_is_no_study_is_told_from_what_may_be_encrypted(path: Path) -> None:
    chance = random.Random(7)
    headed = [head + chance.randbytes(9000) for head in (b"PK\x03\x04", b"%PDF-1.7 ", b"\x89PNG\r\n")]
    for content in (*headed, b"An interview. " * 600, chance.randbytes(100), bytes(8192)):
        path.write_bytes(content)
        assert not looks_encrypted(path)
        with pytest.raises(CannotOpenError, match="not a crosscase study"):
            Study.open(path, passphrase="x")
    for size in (4096, 8192, 10_000):
        path.write_bytes(chance.randbytes(size))
        assert looks_encrypted(path)
        with pytest.raises(EncryptedError):
            Study.open(path)
        with pytest.raises(WrongPassphraseError):
            Study.open(path, passphrase="x")


def test_every_encrypted_study_looks_like_one(path: Path) -> None:
    chance = random.Random(11)
    for _ in range(300):
        path.write_bytes(chance.randbytes(4096))
        assert looks_encrypted(path)


def test_a_damaged_page_is_an_error_and_no_other_words(path: Path) -> None:
    with Study.new(path, passphrase="right", member="Ines") as study:
        for number in range(200):
            study.do(add_code, f"code {number}", definition="What people say of it. " * 20)
    data = bytearray(path.read_bytes())
    pages = len(data) // 4096
    assert pages > 100
    data[pages // 2 * 4096 + 7] ^= 1
    path.write_bytes(data)
    with Study.open(path, passphrase="right", writable=False) as study, study.store.reading() as connection:
        said = list(integrity(connection))
    assert f"HMAC verification failed for page {pages // 2 + 1}" in said


def test_a_file_cut_short_opens_or_says_why(path: Path) -> None:
    Study.new(path, passphrase="right").close()
    whole = path.read_bytes()
    for size in (0, 1, 15, 4095, 4096, 4097, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with (  # noqa: PT012
            pytest.raises((CrosscaseError, DatabaseError)),
            Study.open(path, passphrase="right", writable=False) as study,
        ):
            faults = study.verify()
            assert faults
            raise CrosscaseError(str(faults[0]))
        for beside in path.parent.iterdir():
            beside.unlink()


def test_fits_leaves_nothing_beside_the_file(path: Path) -> None:
    Study.new(path, passphrase="right").close()
    assert fits(path, derive("right", salt_of(path)))
    assert not fits(path, derive("wrong", salt_of(path)))
    assert [beside.name for beside in path.parent.iterdir()] == [path.name]


def test_only_files_are_encrypted() -> None:
    with pytest.raises(UnfitPassphraseError, match="Only study files"):
        Study.new(None, passphrase="x")
    with pytest.raises(UnfitPassphraseError, match="Only study files"):
        Study.new(("postgresql://nobody@localhost/none", "peers"), passphrase="x")


def test_the_words_are_in_no_byte_while_it_is_written(path: Path) -> None:
    with Study.new(path, passphrase="right", member="Ines") as study:
        study.do(add_code, "quinceañera drum", definition="beats on and on")
        assert path.with_name(path.name + "-wal").stat().st_size > 10_000
        for beside in path.parent.iterdir():
            data = beside.read_bytes()
            assert b"quincea" not in data
            assert b"SQLite format 3" not in data
