"""The demonstration study keeps a draft that shows every kind of thing that is to be looked at."""

from __future__ import annotations

from crosscase.demo.drafting import NAME
from crosscase.model import Draft, Proposal
from crosscase.reports.drafts.reading import read_draft
from crosscase.study import Study
from crosscase.verbs.drafts import take_proposals


def test_the_draft_shows_what_is_exact_altered_stale_and_unbound(study: Study) -> None:
    found = read_draft(study, study.find(Draft, NAME).id, since=True)
    quotes = [(one.status, bool(one.stale)) for one in found.references if one.kind == "quote"]
    assert quotes == [("exact", False), ("exact", True), ("declared", False)]
    (stale,) = (one for one in found.references if one.stale)
    assert "“bothered” became “troubled”" in stale.stale
    (typed,) = (one for one in found.references if one.kind == "words")
    assert (typed.status, typed.sentence.count("became")) == ("altered", 1)
    assert {one.status for one in found.references if one.kind == "claim"} == {"contradicted", "shown"}
    assert [one.about for one in found.unbound] == ["Most peer workers", "all team managers"]
    assert found.mistakes == ()


def test_what_a_co_author_proposes_can_be_taken(study: Study) -> None:
    draft = study.find(Draft, NAME)
    waiting = study.rows(Proposal, draft=draft.id)
    assert sorted(one.nature for one in waiting) == ["change", "change", "comment"]
    study.try_out(take_proposals, [one.id for one in waiting])
