"""What the demonstration study shows of negative cases and contrasts is true of its words."""

from __future__ import annotations

from crosscase.analyses.claims import ledger
from crosscase.analyses.contrasts import ContrastOptions, contrasts
from crosscase.analyses.negatives import NegativeOptions, negatives
from crosscase.demo.doubting import SETTLED
from crosscase.reports.claims_since import claims_since
from crosscase.study import Study


def test_some_candidates_are_settled_one_is_noted_and_the_rest_wait(study: Study) -> None:
    found = negatives(study.snapshot(), NegativeOptions()).candidates
    settled = {(one.label, one.name, one.disposition) for one in found if one.disposition != "open"}
    assert settled == {(theme, person, became) for _, theme, person, _, became, _ in SETTLED}
    assert [one.disposition for one in found if one.noted].count("open") == 1
    assert {one.rule for one in found} >= {"says it is not so", "opposite code", "differs from all of its group"}
    who = {line.by for line in study.log() if line.verb.startswith("negative.")}
    assert len(who) == 3


def test_some_contrasts_hold_and_some_depend_on_one_case(study: Study) -> None:
    found = contrasts(study.snapshot(), ContrastOptions(of="categories")).contrasts
    assert any(one.robust for one in found)
    alone = [check.depends_on for one in found for check in one.checks if check.kind == "case left out"]
    assert any(len(names) == 1 for names in alone)


def test_a_claim_stands_in_every_way_and_one_stands_otherwise_since(study: Study) -> None:
    found = ledger(study.snapshot(), index=study.index())
    statuses = {one.status for one in found.standings}
    assert statuses == {"shown", "not shown", "contradicted", "no verdict"}
    assert not any(one.problem for one in found.standings)
    changed = [one for one in claims_since(study, reader=study.member().id) if one.what]
    assert [one.sentence for one in changed] == ["Many speak of pay before anybody asks."]
    assert {act.verb for act in changed[0].acts} == {"link.add"}
    assert changed[0].after.kinds["not asked"] == 3
