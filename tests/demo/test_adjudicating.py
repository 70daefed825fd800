"""What the demonstration study shows of agreement: good on one code, rare on others, two codes taken for each other."""

from __future__ import annotations

from collections import Counter

from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.differences import DifferenceOptions
from crosscase.demo.adjudicating import DECIDED
from crosscase.model import Coding
from crosscase.reads.agreement import agreement_in, decided, differences_in
from crosscase.study import Study


def test_one_code_is_agreed_on_and_others_are_a_paradox(study: Study) -> None:
    found = agreement_in(study, AgreementOptions(resamples=200))
    assert [one.label for one in found.voices] == ["Ines", "Marion", "Tom"]
    force = found.find("Force witnessed or remembered").coefficient("alpha").value
    assert force is not None
    assert force > 0.8
    been = found.find("Knowing from having been there")
    alpha, percent = been.coefficient("alpha").value, been.coefficient("percent").value
    assert alpha is not None
    assert percent is not None
    assert alpha < 0.5
    assert percent > 0.98
    assert "rare" in {one.word for one in been.told}
    training = {one.word for one in found.find("Preparation and training").told}
    assert training == {"rare", "unlike amounts"}
    overall = found.find("All codes").coefficient("alpha")
    assert overall.low is not None
    assert overall.high is not None
    assert 0.55 < overall.low < overall.high < 0.7


def test_two_codes_are_taken_for_each_other_more_than_any_others(study: Study) -> None:
    found = differences_in(study, DifferenceOptions())
    (kind, one, other), count = next(iter(found.counts.items()))
    assert (kind, one, other) == ("confusion", "Forms and paperwork", "Making the plan together")
    assert count > 10
    assert set(Counter(each.kind for each in found.rows)) >= {"confusion", "borders", "omission", "stance"}


def test_three_places_were_decided_and_no_number_changed_for_it(study: Study) -> None:
    rows = decided(study.store)
    assert {(one.difference, one.outcome, one.deciders, one.reason) for one in rows} == {
        (kind, outcome, who, reason) for kind, _, _, outcome, who, reason in DECIDED
    }
    assert len(study.rows(Coding, origin="agreed")) == 4
    found = agreement_in(study, AgreementOptions(resamples=0))
    assert any("were adjudicated" in note for note in found.notes())
    assert not any("changed their own codings" in note for note in found.notes())
