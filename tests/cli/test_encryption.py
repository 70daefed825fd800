"""Encrypting from the command line: what is asked, what is said, and what is left on the disk."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import click
import keyring
import pytest

from crosscase.cli import passphrases
from crosscase.cli.listing import COMMANDS
from crosscase.cli.shape import load
from crosscase.store.heads import is_plain
from tests.cli.conftest import Run
from tests.encryption.test_remembered import Drawer

RIGHT = "five words without a reason"


@pytest.fixture(autouse=True)
def no_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CROSSCASE_PASSPHRASE", "CROSSCASE_NEW_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    passphrases._typed.clear()


@pytest.fixture
def study(made_and_coded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_and_coded, tmp_path / "peers.crosscase"))


@pytest.fixture
def encrypted(study: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSCASE_NEW_PASSPHRASE", RIGHT)
    run("encrypt", study)
    monkeypatch.delenv("CROSSCASE_NEW_PASSPHRASE")
    return study


def at_terminal(args: Sequence[object], typed: Sequence[str]) -> tuple[int, str]:
    """Run the program at a terminal of its own and type; the exit status, and all that was seen."""
    child, terminal = pty.fork()
    if not child:
        os.execv(sys.executable, [sys.executable, "-m", "crosscase", *map(str, args)])
    seen = b""
    left = list(typed)
    while True:
        try:
            got = os.read(terminal, 4096)
        except OSError:
            break
        if not got:
            break
        seen += got
        if left and seen.rstrip().endswith(b":"):
            os.write(terminal, left.pop(0).encode() + b"\n")
            seen += b"<typed>"
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert not left, seen.decode()
    return os.waitstatus_to_exitcode(status), seen.decode()


def test_a_passphrase_is_typed_twice_and_never_shown(tmp_path: Path) -> None:
    path = tmp_path / "new.crosscase"
    status, seen = at_terminal(("new", path, "--encrypt", "--as", "Ines"), [RIGHT, RIGHT])
    assert status == 0, seen
    assert RIGHT not in seen
    assert "New passphrase for new.crosscase" in seen
    assert "nobody can open the study" in seen
    assert not is_plain(path)
    status, seen = at_terminal(("info", path), [RIGHT])
    assert status == 0
    assert RIGHT not in seen
    assert "Passphrase for new.crosscase" in seen


def test_two_that_differ_make_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.crosscase"
    status, seen = at_terminal(("new", path, "--encrypt"), [RIGHT, RIGHT + " "])
    assert status == 1
    assert "are not the same" in seen
    assert not path.exists()


def test_a_wrong_one_may_be_typed_again_and_says_nothing_else(encrypted: Path) -> None:
    status, seen = at_terminal(("info", encrypted), ["wrong", "", RIGHT])
    assert status == 0
    assert seen.count("The passphrase is wrong.") == 1
    status, seen = at_terminal(("info", encrypted), ["wrong"] * 3)
    assert status == 1
    assert seen.strip().splitlines()[-1].strip() == f"{encrypted}: the passphrase is wrong."
    assert "Peers" not in seen


def test_without_a_terminal_it_is_said_what_is_missing(encrypted: Path, run: Run, tmp_path: Path) -> None:
    assert "CROSSCASE_PASSPHRASE" in run("info", encrypted, status=1).err
    assert "CROSSCASE_NEW_PASSPHRASE" in run("new", tmp_path / "new.crosscase", "--encrypt", status=1).err
    assert not (tmp_path / "new.crosscase").exists()


def test_no_command_takes_a_passphrase_as_a_word() -> None:
    def options(command: click.Command) -> list[click.Parameter]:
        under = command.commands.values() if isinstance(command, click.Group) else ()
        return [*command.params, *(each for one in under for each in options(one))]

    for name in COMMANDS:
        for option in options(load(name)):
            if isinstance(option, click.Option) and option.is_flag:
                continue  # says that there is to be one
            words = " ".join((option.name or "", *option.opts)).lower()
            assert not any(secret in words for secret in ("passphrase", "password", "secret")), (name, option.opts)


def test_there_and_back(study: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_NEW_PASSPHRASE", "short")
    said = run("encrypt", study)
    assert "Encrypted" in said.out
    assert "overwritten" in said.out
    assert "It is short" in said.err
    assert "encrypted already" in run("encrypt", study, status=1).err
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", "short")
    monkeypatch.setenv("CROSSCASE_NEW_PASSPHRASE", RIGHT)
    assert run("change-passphrase", study, "--json").json["encrypted"] is True
    assert run("info", study, status=1).err == f"{study}: the passphrase is wrong.\n"
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", RIGHT)
    assert "All holds" in run("verify", study).out
    assert "whoever has the file can read it" in run("decrypt", study).out
    assert is_plain(study)
    assert "not encrypted" in run("decrypt", study, status=1).err
    assert "not encrypted" in run("change-passphrase", study, status=1).err
    monkeypatch.delenv("CROSSCASE_PASSPHRASE")
    assert "All holds" in run("verify", study).out


def test_databases_are_told_to_look_after_themselves(run: Run) -> None:
    for command in ("encrypt", "decrypt", "change-passphrase"):
        assert "PostgreSQL lies on its server" in run(command, "postgresql://x@localhost/y#peers", status=2).err


def test_the_keyring_opens_it(encrypted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    drawer, before = Drawer(), keyring.get_keyring()
    keyring.set_keyring(drawer)
    try:
        assert "does not open" in run("keyring", encrypted).out
        monkeypatch.setenv("CROSSCASE_PASSPHRASE", RIGHT)
        run("keyring", encrypted, "remember")
        monkeypatch.setenv("CROSSCASE_NEW_PASSPHRASE", RIGHT + " too")
        run("change-passphrase", encrypted)
        monkeypatch.delenv("CROSSCASE_PASSPHRASE")
        assert len(drawer.kept) == 2  # the old key as well: copies may have kept it
        assert run("keyring", encrypted, "--json").json["remembered"] is True
        run("info", encrypted)
        run("keyring", encrypted, "forget")
        assert len(drawer.kept) == 1
        run("info", encrypted, status=1)
    finally:
        keyring.set_keyring(before)


def test_every_reading_command_reads_it(encrypted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", RIGHT)
    for command in ("info", "check", "log", "settings", "members", "sources", "codebook", "theme", "memo", "frame"):
        assert run(command, encrypted).out
    assert "There is a [risk]" in run("find", encrypted, "risk").out
    assert run("matrix", encrypted, "--rows", "codes", "--columns", "cases").out
    assert "risk" in run("at", encrypted, "2100-01-01", "codebook").out
    run("code", encrypted, "anna", "risk", "--quote", "Trust comes later.")
    run("undo", encrypted)
    run("redo", encrypted)
    assert "All holds" in run("verify", encrypted).out


def test_copies_come_together_whatever_opens_them(
    encrypted: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, other = tmp_path / "plain.crosscase", tmp_path / "other.crosscase"
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", RIGHT)
    for copy in (plain, other):
        run("copy", encrypted, copy)
        assert not is_plain(copy)
    run("decrypt", plain)
    monkeypatch.setenv("CROSSCASE_NEW_PASSPHRASE", "of the other copy")
    run("change-passphrase", other)
    run("codebook", plain, "add", "trust")
    run("merge", encrypted, plain)
    run("merge", plain, encrypted)
    assert "the passphrase is wrong" in run("merge", encrypted, other, status=1).err
    monkeypatch.delenv("CROSSCASE_PASSPHRASE")
    status, seen = at_terminal(("merge", other, encrypted), ["of the other copy", RIGHT])
    assert status == 0, seen
    assert "Passphrase for other.crosscase" in seen
    assert "Passphrase for peers.crosscase" in seen
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", "of the other copy")
    assert "trust" in run("codebook", other).out


def test_nothing_is_left_in_plain_words(
    folder: Path, state: Path, run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole session: what it wrote into temporary files is kept and looked at as well."""
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(tempfile.TemporaryDirectory, "_rmtree", lambda *_, **__: None)
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", RIGHT)
    taken = tmp_path_factory.mktemp("taken")
    shutil.copytree(folder, taken, dirs_exist_ok=True)
    html = "<p>INT: Why?</p><p>ANNA: The quinceañera drum kept beating.</p>"
    (taken / "more.html").write_text(html, "utf-8")
    out = tmp_path_factory.mktemp("out")
    study = tmp_path_factory.mktemp("study") / "peers.crosscase"
    run("new", study, "--encrypt", "--as", "Ines", "--title", "Quinceañera")
    run("import", study, taken)
    run("codebook", study, "add", "risk")
    run("code", study, "anna", "risk", "--quote", "There is a risk in it.")
    run("memo", study, "add", "They held me down once, she said.")
    run("find", study, "held me down")
    for ending in ("docx", "odt", "html", "pdf", "md", "tex"):
        said = run("report", study, "-o", out / f"report.{ending}")
        assert said.err.count("is not encrypted, as the study is") == 1
    assert "is not encrypted" in run("export", study, "codings", "-o", out / "codings.xlsx").err
    words = [b"held me down", b"risk in it", b"kept beating", b"surprised", "Quinceañera".encode()]
    words += [word.decode().encode("utf-16-le") for word in words]
    looked = 0
    for place in (study.parent, temporary, state):
        for file in (file for file in place.rglob("*") if file.is_file()):
            looked += 1
            data = file.read_bytes()
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(BytesIO(data)) as packed:
                    data += b"".join(packed.read(name) for name in packed.namelist())
            assert not [word for word in words if word in data], file
    assert looked >= 10  # pandoc's folders among them
    assert any(temporary.rglob("reference.docx"))
    assert b"held me down" in (out / "report.md").read_bytes() or b"risk in it" in (out / "report.md").read_bytes()


def test_what_is_started_beside_us_does_not_hear_the_passphrase(tmp_path: Path) -> None:
    script = """
import time
from pathlib import Path
from crosscase.reports.drawing import Drawer
with Drawer() as drawer:
    environ = Path(f"/proc/{drawer.warm_up().pid}/environ")
    while not (said := environ.read_text()):
        time.sleep(0.01)
print(said)
"""
    if not Path("/proc/self/environ").exists():
        pytest.skip("no /proc here")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "CROSSCASE_PASSPHRASE": RIGHT},
    )  # fmt: skip
    assert "PATH=" in done.stdout
    assert RIGHT not in done.stdout
