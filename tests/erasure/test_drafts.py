"""What a draft holds of somebody's words goes with them: typed in it, proposed for it, and shown by reference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.model import Draft, Proposal, Source, short
from crosscase.reports.drafts.making import render_draft
from crosscase.reports.drafts.reading import read_draft
from crosscase.study import Study
from crosscase.verbs.drafts import Proposed, add_draft, bring_proposals, change_draft
from crosscase.verbs.erasures import erase_participant
from crosscase.verbs.quotations import keep_quotation
from tests.erasure.study_of_two import SAID, her, leftovers, place


@pytest.fixture
def study(path: Path) -> Iterator[Study]:
    with Study.open(path) as study:
        yield study


def test_nothing_of_theirs_is_left_in_drafts_and_proposals(study: Study, path: Path, tmp_path: Path) -> None:
    alone = study.find(Source, "Alone").id
    kept = study.do(keep_quotation, source=alone, span=place(study, alone, SAID[0])).value
    text = f"# Keeping\n\nOne said: “{SAID[1]}”\n\n{{quote:{short(kept)}}}\n\nThe end.\n"
    draft = study.do(add_draft, "Paper", text=text).value
    study.do(change_draft, draft, text=text.replace("The end.", "An end."))
    changed = [Proposed(by="Nell", before="An end.", after=f"An end. {SAID[0]}", altered=SAID[1])]
    study.do(bring_proposals, draft, changed)
    study.because("asked for it").do(erase_participant, her(study))
    assert not leftovers(path.parent, *SAID)
    (row,) = study.rows(Draft)
    assert row.text.startswith("# Keeping\n\nOne said: “█")
    assert all("█" in one.after for one in study.rows(Proposal))
    found = read_draft(study, draft, since=True)
    assert {one.status for one in found.references if one.kind == "quote"} <= {"gone", "not found"}
    render_draft(study, draft, tmp_path / "paper.md")
    words = (tmp_path / "paper.md").read_text(encoding="utf-8")
    assert not any(said[:30] in words for said in SAID)
    assert "Quotation not printed" in words
