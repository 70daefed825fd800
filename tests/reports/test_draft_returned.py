"""A draft goes out as a Word file and comes back with what co-authors did to it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from crosscase.errors import BadValueError
from crosscase.importers.errors import UnreadableError
from crosscase.model import Draft, Proposal, short
from crosscase.reports.drafts.making import render_draft
from crosscase.reports.drafts.returned import OtherDraftError, TakenIn, proposals_in
from crosscase.verbs.drafts import Proposed, add_draft, bring_proposals, change_draft, take_proposals
from tests.reports.conftest import Small
from tests.reports.drafted import Drafted, drafted
from tests.reports.word_edits import WHEN, WordFile


@pytest.fixture
def out(small: Small, tmp_path: Path) -> tuple[Drafted, WordFile]:
    made = drafted(small)
    path = tmp_path / "paper.docx"
    render_draft(small.study, made.draft, path)
    return made, WordFile(path)


def taken(made: Drafted, word: WordFile) -> TakenIn:
    return proposals_in(made.small.study, word.save())


def only(found: TakenIn) -> Proposed:
    assert len(found.proposals) == 1, found.proposals
    return found.proposals[0]


def test_nothing_changed_is_nothing_proposed(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    found = taken(made, word)
    assert (found.draft, found.proposals, found.known) == (made.draft, (), True)


def test_a_tracked_change_keeps_references_and_emphasis(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.change("nobody objected", "no one disagreed", "Nell")
    one = only(taken(made, word))
    before = made.text.split("\n\n")[2]
    assert (one.nature, one.by, one.date) == ("change", "Nell", WHEN)
    assert one.before == before
    assert one.after == before.replace("nobody objected", "no one disagreed")
    assert not one.altered


def test_each_person_who_changed_a_paragraph_makes_a_proposal(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.change("of it.", "of all of it.", "Nell")
    word.change("The", "This is the", "Odd")
    found = taken(made, word)
    assert {one.by: one.after for one in found.proposals} == {
        "Nell": "The **end** of all of it.", "Odd": "This is the **end** of it.",
    }  # fmt: skip
    study = made.small.study
    ids = study.do(bring_proposals, made.draft, found.proposals).value
    study.do(take_proposals, ids)
    row = study.get(Draft, made.draft)
    assert row is not None
    assert row.text.endswith("This is the **end** of all of it.\n")
    assert row.text.startswith(made.text.split("The **end**")[0])


def test_words_that_somebody_changed_in_a_quotation_are_named_and_not_taken(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.change("the line was.", "the border was.", "Nell")
    word.change("nobody objected", "no one disagreed", "Nell")
    one = only(taken(made, word))
    assert one.altered == f"{{quote:{short(made.line)}}}: “line” became “border”"
    assert f"{{quote:{short(made.line)}}} and no one disagreed" in one.after


def test_what_was_changed_without_tracking_is_found_too(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.untracked("and nobody objected", "and somebody objected")
    word.untracked("at home, in the evening", "at home, at night")
    one, other = taken(made, word).proposals
    assert "and somebody objected" in one.after
    assert other.before == other.after == f"{{quote:{short(made.evening)}}}"
    assert "at night" in other.altered


def test_new_paragraphs_and_those_taken_out(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.new_paragraph("A new thought.", "Nell", after="nobody objected")
    word.take_out_paragraph("then that", "Odd")
    found = taken(made, word)
    study = made.small.study
    assert [(one.by, one.before, one.after) for one in found.proposals] == [
        ("Nell", "", "A new thought."), ("Odd", "- then that", ""),
    ]  # fmt: skip
    study.do(take_proposals, study.do(bring_proposals, made.draft, found.proposals).value)
    row = study.get(Draft, made.draft)
    assert row is not None
    assert "Most participants agreed.\n\nA new thought.\n\n{quote:" in row.text
    assert "- first this\n\nThe **end** of it." in row.text


def test_comments_come_with_the_words_they_were_put_on(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.comment("Who objected & why?", "Odd", on="nobody objected")
    word.comment("Is this so?", "Odd", on="the literature does too")
    one, other = taken(made, word).proposals
    assert (one.nature, one.by, one.words, one.on) == ("comment", "Odd", "Who objected & why?", "nobody objected")
    assert one.before == made.text.split("\n\n")[2]
    assert other.before.startswith("As {table:sample} shows")


def test_a_citation_and_a_table_are_references_too(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.change("shows, and the literature does too", "shows, as others say", "Nell")
    one = only(taken(made, word))
    assert one.after == "As {table:sample} shows, as others say [@harrow2011, p. 3]."


def test_a_change_in_what_the_study_prints_comes_as_a_comment(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.change("TWOPW01, peer", "a peer", "Nell")
    word.change("peer worker", "peers", "Odd")
    one, other = taken(made, word).proposals
    assert (one.nature, other.nature) == ("comment", "comment")
    assert "printed from the study: “TWOPW01,” became “a”" in one.words
    assert one.before == f"{{quote:{short(made.evening)}}}"
    assert "“peer worker” became “peers”" in other.words


def test_a_draft_that_went_on_meanwhile_takes_what_fits(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.change("nobody objected", "no one disagreed", "Nell")
    study = made.small.study
    study.do(change_draft, made.draft, text=made.text.replace("Most participants agreed.", "All agreed.") + "\nMore.")
    found = taken(made, word)
    assert found.known
    study.do(take_proposals, study.do(bring_proposals, made.draft, found.proposals).value)
    row = study.get(Draft, made.draft)
    assert row is not None
    assert "and no one disagreed." in row.text
    assert "All agreed." in row.text


def test_paragraphs_are_known_by_their_words_where_a_program_drops_bookmarks(out: tuple[Drafted, WordFile]) -> None:
    made, word = out
    word.body = re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", word.body)
    word.change("nobody objected", "no one disagreed", "Nell")
    one = only(taken(made, word))
    assert "no one disagreed" in one.after


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_another_office_program_may_save_it_in_between(out: tuple[Drafted, WordFile], tmp_path: Path) -> None:
    made, word = out
    word.change("nobody objected", "no one disagreed", "Nell")
    word.change("the line was.", "the border was.", "Odd")
    word.comment("Hm.", "Odd", on="shows, and")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), str(word.save())],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = proposals_in(made.small.study, tmp_path / "saved" / "paper-edited.docx")
    quote = f"{{quote:{short(made.line)}}}"
    assert {(one.nature, one.by) for one in found.proposals} == {
        ("change", "Nell"),
        ("change", "Odd"),
        ("comment", "Odd"),
    }
    nell = next(one for one in found.proposals if one.by == "Nell")
    assert f"{quote} and no one disagreed" in nell.after
    assert {one.altered for one in found.proposals} == {"", f"{quote}: “line” became “border”"}


def test_a_document_of_another_draft_is_refused(out: tuple[Drafted, WordFile], tmp_path: Path) -> None:
    made, word = out
    study = made.small.study
    other = study.do(add_draft, "Other").value
    with pytest.raises(OtherDraftError, match="'Paper', not from 'Other'"):
        proposals_in(study, word.save(), other)
    study.do(bring_proposals, made.draft, taken(made, word).proposals)
    assert not study.rows(Proposal)
    strange = tmp_path / "strange.docx"
    word.body = word.body.replace("Who plans?", "Who?")
    word._parts["docProps/custom.xml"] = b"<Properties/>"
    strange.write_bytes(word.save().read_bytes())
    with pytest.raises(BadValueError, match="does not say which draft"):
        proposals_in(study, strange)
    (tmp_path / "text.txt").write_text("Not Word at all.")
    with pytest.raises(UnreadableError):
        proposals_in(study, tmp_path / "text.txt", made.draft)
