"""The demonstration study compares, disagrees and signs: what is told of it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from crosscase.demo import build_demo, comparing
from crosscase.model import (
    Code,
    Coding,
    Comparison,
    Discussion,
    Ground,
    Member,
    NegativeCase,
    Property,
    Relation,
    Theme,
)
from crosscase.reads.discussions import held, minority_reports
from crosscase.reads.sign_offs import signed_off
from crosscase.reports.assemble import assemble
from crosscase.reports.document import TableBlock
from crosscase.reports.options import Options
from crosscase.study import Study


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built


def test_comparisons_have_their_rule_their_reason_and_what_came_of_them(study: Study) -> None:
    known = study.rows(Comparison)
    assert Counter(one.decision for one in known) == {"extends": 3, "same": 3, "negative": 1, "undecided": 1}
    assert all(one.rule and one.seed and one.reason for one in known)
    assert len({one.member for one in known}) == 3
    codings = {one.id: one for one in study.rows(Coding)}
    properties = study.rows(Property)
    assert {one.outcome for one in known if one.decision == "extends"} == {one.id for one in properties}
    for one in properties:
        ends = [codings[end] for end in (one.at_low, one.at_high) if end]
        assert [end.code for end in ends] == [one.category] * 2
    (against,) = (one for one in known if one.decision == "negative")
    assert study.get(NegativeCase, against.outcome or "") is not None


def test_relations_rest_on_segments_of_their_categories(study: Study) -> None:
    names = {one.id: one.name for one in study.rows(Code)}
    found = {(names[one.category], one.nature, names[one.to]) for one in study.rows(Relation)}
    assert found == {
        ("Room to go slowly", "condition", "Company of other peers"),
        ("Passing it up", "consequence", "Forms and paperwork"),
    }
    for one in study.rows(Relation):
        codes = {each.code for each in study.rows(Coding, id=[g.coding for g in study.rows(Ground, relation=one.id)])}
        assert codes == {one.category, one.to}


def test_three_positions_a_minority_report_and_a_sign_off_that_lapsed(study: Study) -> None:
    theme = study.find(Theme, comparing.DISCUSSED)
    (talk,) = held(study, "", about=theme.id)
    assert (talk.discussion.state, len(talk.positions)) == ("closed", 3)
    assert len({one.member for one in talk.positions}) == 3
    members = {one.id: one.name for one in study.rows(Member)}
    assert [members[one.member] for one in minority_reports(study, theme.id)] == ["Tom"]
    found = signed_off(study.store, theme)
    assert [members[one.member] for one in found.signatures if one.lapsed] == ["Ines"]
    assert ([members[one] for one in found.agreed], [members[one] for one in found.against]) == (["Marion"], ["Tom"])
    assert [one.contested for one in found.wording] == [None]
    assert study.rows(Discussion)[0].outcome == comparing.OUTCOME


def test_the_report_prints_them_and_says_what_comparing_pairs_is_not(study: Study) -> None:
    document, _ = assemble(study, Options(parts=("themes", "comparing")))
    tables = {block.table.title: block.table for block in document.blocks if isinstance(block, TableBlock)}
    printed = repr(tables)
    assert comparing.DISSENT in printed
    assert "lapsed for Ines, because it was changed since" in printed
    assert {"Minority reports", "Properties of categories", "How categories hang together"} <= set(tables)
    assert [row[0] for row in tables["What comparing decided"].rows].count("Telling one's own story") == 4
    said = " ".join(tables["How far comparison has gone"].notes)
    assert "not by itself constant comparison" in said
    assert "do not make a study one" in said
