"""Signing at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosscase.cli import main


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)
    path = str(tmp_path / "peers.crosscase")
    assert main(["new", path, "--as", "Ines"]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str], *args: str, status: int = 0) -> str:
    capsys.readouterr()
    assert main(list(args)) == status
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return out + err


def test_making_a_key_signing_and_verifying(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "You have no key for this study on this machine" in told(capsys, "sign", study, status=1)
    assert "Ines signs with the key" in told(capsys, "sign", study, "key", "--note", "laptop")
    assert "Signed: 2 entries by Ines" in told(capsys, "sign", study)
    assert "All that Ines did is signed already." in told(capsys, "sign", study)
    assert "2 entries are signed by Ines" in told(capsys, "verify", study)
    assert "What Ines does on this machine is signed by itself." in told(capsys, "sign", study, "automatic", "on")
    assert told(capsys, "codebook", study, "add", "trust")
    assert "3 entries are signed by Ines" in told(capsys, "verify", study)
    (key,) = json.loads(told(capsys, "sign", study, "keys", "--json"))["keys"]
    assert (key["member"], key["here"], key["automatic"], key["note"]) == ("Ines", True, True, "laptop")
    assert "is revoked" in told(capsys, "sign", study, "revoke", key["public"][:8])
    assert "revoked" in told(capsys, "sign", study, "keys")
    assert "You have no key" in told(capsys, "sign", study, status=1)
    assert told(capsys, "codebook", study, "add", "risk")
    assert "4 entries are signed by Ines" in told(capsys, "verify", study)  # revoking was signed, the code is not


def test_a_key_with_a_passphrase(
    study: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_SIGNING_PASSPHRASE", "four wooden boats")
    assert told(capsys, "sign", study, "key", "--passphrase")
    assert "cannot be used by itself" in told(capsys, "sign", study, "automatic", "on", status=2)
    monkeypatch.setenv("CROSSCASE_SIGNING_PASSPHRASE", "four wooden goats")
    assert "the passphrase is wrong. Nothing was signed." in told(capsys, "sign", study, status=1)
    monkeypatch.setenv("CROSSCASE_SIGNING_PASSPHRASE", "four wooden boats")
    assert "Signed: 2 entries" in told(capsys, "sign", study)


def test_wrong_use(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Choose one" in told(capsys, "sign", study, "key", "--passphrase", "--automatic", status=2)
    assert "There is no key 'abc'" in told(capsys, "sign", study, "revoke", "abc", status=1)
