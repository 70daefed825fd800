"""Entries are signed by whose key it is, signatures travel, and a false one is told."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from crosscase.model import Code, Member, SigningKey
from crosscase.store.checking import Verified
from crosscase.store.merge import merge
from crosscase.store.signatures import (
    Kept,
    KeyClosedError,
    kept_keys,
    make_key,
    not_signed,
    opened_key,
    sign,
)
from crosscase.store.store import Store
from crosscase.store.verify import examine
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.members import NotYoursError, add_member
from crosscase.verbs.signing import declare_key, revoke_key


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)
    return tmp_path / "state"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = Study.new(tmp_path / "peers.crosscase", member="Ines")
    made.do(add_code, "trust")
    made.do(add_member, "Tariq")
    return made


def key_of(study: Study, *, passphrase: str = "", automatic: bool = False) -> Kept:
    me = study.member()
    kept = make_key(study.store.state.study, me.id, passphrase=passphrase, automatic=automatic)
    study.store.look_for_keys()
    study.do(declare_key, kept.public)
    return kept


def sign_all(study: Study, kept: Kept, passphrase: str = "") -> int:
    with study.store.writing() as connection:
        wanted = not_signed(connection, [study.member().id], kept.public)
        return sign(connection, kept, opened_key(kept, passphrase), wanted)


def of(found: Verified) -> list[str]:
    return [str(fault) for fault in found.faults if fault.where == "signatures"]


def test_verify_says_which_entries_are_signed_by_whose_key(study: Study) -> None:
    assert not any("signed" in text for text in examine(study.store).notes)
    kept = key_of(study)
    assert sign_all(study, kept) == 4
    found = examine(study.store)
    assert found.faults == ()
    assert [one.what for one in found.checked if one.where == "signatures"] == [
        f"4 entries are signed by Ines (key {kept.public[:12]})"
    ]
    study.do(add_code, "risk")
    assert "1 entries by Ines, made since they have a key, are not signed." in examine(study.store).notes
    assert sign_all(study, kept) == 1
    assert sign_all(study, kept) == 0


def test_what_one_does_is_signed_by_itself_from_then_on(study: Study) -> None:
    kept = key_of(study, automatic=True)
    study.do(add_code, "risk")
    study.undo()
    study.as_member("Tariq").do(add_code, "care")
    with study.store.reading() as connection:
        assert len(not_signed(connection, [study.member().id], kept.public)) == 3  # those before the key
        assert len(not_signed(connection, [study.find(Member, "Tariq").id], kept.public)) == 1
    assert examine(study.store).faults == ()


def test_a_false_signature_is_named(study: Study) -> None:
    kept = key_of(study)
    sign_all(study, kept)
    with study.store.writing() as connection:
        line = study.log()[1]
        record = connection.exec_driver_sql(
            "SELECT signature FROM signature WHERE entry = ?", (line.digest,)
        ).scalar_one()
        wrong = bytes([record[0] ^ 1]) + record[1:]
        connection.exec_driver_sql("UPDATE signature SET signature = ? WHERE entry = ?", (wrong, line.digest))
    assert of(examine(study.store)) == [
        f"signatures: entry {line.id[-12:]}: its signature (key {kept.public[:12]}) is false"
    ]


def test_a_signature_of_another_entry_is_false_here(study: Study) -> None:
    kept = key_of(study)
    sign_all(study, kept)
    one, two = study.log()[:2]
    with study.store.writing() as connection:
        other = connection.exec_driver_sql(
            "SELECT signature FROM signature WHERE entry = ?", (two.digest,)
        ).scalar_one()
        connection.exec_driver_sql("UPDATE signature SET signature = ? WHERE entry = ?", (other, one.digest))
    assert [one.id[-12:] in fault for fault in of(examine(study.store))] == [True]


def test_a_key_that_nobody_declared_is_a_fault(study: Study) -> None:
    stranger = make_key(study.store.state.study, study.member().id)
    assert sign_all(study, stranger) == 3
    assert {fault.split(": ")[2][:48] for fault in of(examine(study.store))} == {
        "it is signed with a key that no member declared "[:48]
    }


def test_only_a_member_declares_and_revokes_their_key(study: Study) -> None:
    kept = key_of(study)
    (known,) = study.rows(SigningKey)
    tariq = study.as_member("Tariq")
    with pytest.raises(NotYoursError):
        tariq.do(revoke_key, known.id)
    with pytest.raises(NotYoursError):
        tariq.do(declare_key, kept.public)


def test_what_is_signed_with_a_revoked_key_is_a_fault_and_what_was_signed_before_is_not(study: Study) -> None:
    kept = key_of(study)
    sign_all(study, kept)
    study.do(revoke_key, study.rows(SigningKey)[0].id)
    assert examine(study.store).faults == ()
    study.do(add_code, "risk")
    late = study.log()[-1]
    with study.store.writing() as connection:
        sign(connection, kept, opened_key(kept), [late.digest])
    assert of(examine(study.store)) == [
        f"signatures: entry {late.id[-12:]}: it is signed with a key that had been revoked ({kept.public[:12]})"
    ]


def test_signing_for_another_is_a_witness(study: Study) -> None:
    kept = key_of(study)
    study.as_member("Tariq").do(add_code, "care")
    with study.store.writing() as connection:
        sign(connection, kept, opened_key(kept), [study.log()[-1].digest])
    found = examine(study.store)
    assert found.faults == ()
    assert f"1 entries of others are signed by Ines as a witness (key {kept.public[:12]})." in found.notes


def test_signatures_travel_with_a_merge(study: Study, tmp_path: Path) -> None:
    kept = key_of(study)
    other = Store.create(tmp_path / "other.crosscase")
    merge(other, study.store)
    study.do(add_code, "risk")
    sign_all(study, kept)
    merge(other, study.store)
    merge(other, study.store)
    found = examine(other)
    assert found.faults == ()
    assert f"5 entries are signed by Ines (key {kept.public[:12]})" in [one.what for one in found.checked]
    other.close()


def test_a_private_key_is_readable_by_nobody_else_and_opens_with_its_passphrase(study: Study, state: Path) -> None:
    kept = key_of(study, passphrase="four wooden boats")
    (path,) = (state / "signing").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "ENCRYPTED PRIVATE KEY" in kept.private
    for wrong in ("", "four wooden goats"):
        with pytest.raises(KeyClosedError):
            sign_all(study, kept, wrong)
    assert sign_all(study, kept, "four wooden boats") == 4


def test_a_key_that_cannot_be_used_any_more_does_not_stop_the_work(study: Study, state: Path) -> None:
    kept = key_of(study, automatic=True)
    (state / "signing" / f"{kept.public}.json").write_text("{}")
    with Study.open(study.store.path or "", member="Ines") as again:
        again.do(add_code, "risk")
        assert {code.name for code in again.rows(Code)} == {"trust", "risk"}
        assert kept_keys(again.store.state.study) == []
