"""Consents and products after copies went on by themselves: the stricter answer counts, no version is made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.model import Code, Id, Participant
from crosscase.reads.products import products
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.consents import set_consent
from crosscase.verbs.participants import add_participant, merge_participants
from crosscase.verbs.products import record_product


class Pair:
    """Two copies of a study with one participant, open."""

    def __init__(self, folder: Path) -> None:
        with Study.new(folder / "a.crosscase", member="Ines") as begun:
            self.person = begun.do(add_participant, "P1").value
        shutil.copy(folder / "a.crosscase", folder / "b.crosscase")
        self.files = (folder / "a.crosscase", folder / "b.crosscase")
        self.a = Study.open(folder / "a.crosscase")
        self.b = Study.open(folder / "b.crosscase")

    def close(self) -> None:
        self.a.close()
        self.b.close()

    def record(self, study: Study, file: str) -> Id:
        made_of = study.standpoint()
        return study.do(
            record_product, "export", file, form="csv", version=made_of.version, participants=[self.person]
        ).value


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pair:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    return Pair(tmp_path)


def test_of_two_answers_the_stricter_counts_until_somebody_settles_it(pair: Pair) -> None:
    pair.a.do(set_consent, [pair.person], verbatim="no", until="2126-01-01")
    pair.b.do(set_consent, [pair.person], verbatim="yes", until="2020-01-01")
    pair.a.merge(pair.files[1])
    pair.b.merge(pair.files[0])
    for study in (pair.a, pair.b):
        known = study.consents(on="2025-01-01")
        assert known.refusal(pair.person) == "P1 does not agree to verbatim quotation"
        assert known.standing(pair.person).until == "2020-01-01"
        assert known.standing(pair.person).ended
        assert not known.agreed(pair.person, "verbatim")
    pair.b.do(set_consent, [pair.person], verbatim="no", until="2126-01-01")
    pair.b.do(set_consent, [pair.person], verbatim="yes")
    pair.a.merge(pair.files[1])
    assert pair.a.consents().refusal(pair.person) == ""
    assert pair.a.consents().agreed(pair.person, "verbatim")
    pair.close()


def test_the_same_persons_consent_on_two_copies_is_one_record(pair: Pair) -> None:
    pair.a.do(set_consent, [pair.person], verbatim="yes")
    pair.b.do(set_consent, [pair.person], machine="no")
    pair.a.merge(pair.files[1])
    standing = pair.a.consents().standing(pair.person)
    # Each copy wrote all of a new record; where one says more than “not asked”, that counts.
    assert standing.answers["verbatim"] == "yes"
    assert standing.answers["machine"] == "no"
    pair.close()


def test_a_product_is_made_of_a_version_that_there_was(pair: Pair) -> None:
    before = pair.a.version
    pair.record(pair.a, "one.csv")
    pair.record(pair.a, "two.csv")
    assert pair.a.standpoint().version == before
    # Somebody else had coded meanwhile, and their clock was slow: their act stands before the records.
    pair.b.store.now = lambda: 1
    pair.b.do(add_code, "trust")
    pair.a.merge(pair.files[1])
    assert pair.a.standpoint().version == pair.a.version
    now = pair.a.version
    pair.record(pair.a, "three.csv")
    assert {one.file: one.version for one in products(pair.a.store)} == {
        "one.csv": before, "two.csv": before, "three.csv": now
    }  # fmt: skip
    assert pair.a.verify() == []
    pair.close()


def test_products_are_found_by_whoever_a_participant_is_now(pair: Pair) -> None:
    other = pair.a.do(add_participant, "P2").value
    product = pair.record(pair.a, "one.csv")
    assert [one.id for one in products(pair.a.store, of=other)] == []
    pair.a.do(merge_participants, pair.person, other)
    assert [(one.id, one.participants) for one in products(pair.a.store, of=other)] == [(product, ("P2",))]
    assert [one.id for one in products(pair.a.store, of=pair.person)] == [product]
    assert pair.a.get(Participant, other) is not None
    pair.close()


def test_undo_takes_back_what_was_done_and_not_that_a_file_was_written(pair: Pair) -> None:
    pair.a.do(add_code, "trust")
    pair.record(pair.a, "one.csv")
    (undone,) = pair.a.undo()
    assert "code" in undone.changed
    assert not pair.a.rows(Code)
    assert len(products(pair.a.store)) == 1
    pair.record(pair.a, "two.csv")
    pair.a.redo()
    assert [one.name for one in pair.a.rows(Code)] == ["trust"]
    # One that was a mistake is taken back by name.
    entry = next(line.id for line in reversed(pair.a.log()) if line.verb == "product.record")
    pair.a.undo(entry)
    assert [one.file for one in products(pair.a.store)] == ["one.csv"]
    pair.close()
