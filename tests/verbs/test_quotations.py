"""A quotation is printed as it was said, or says where it is not; and stays bound to its place."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Id, Quotation, Span
from crosscase.reads.quotations import quotation_lines, quotations_table
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import add_content_note, apply_code, remove_codings
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.quotations import change_quotation, keep_quotation, remove_quotation
from tests.verbs.conftest import Desk

TEXT = "They don't want me to know anything. [a door closes] They want my name in the entry, and then they can sleep."


@pytest.fixture
def source(desk: Desk) -> Id:
    return desk.source(TEXT)


@pytest.fixture
def coding(desk: Desk, source: Id) -> Id:
    return desk.do(apply_code, desk.do(add_code, "passing up"), source, Span(0, len(TEXT)))


def test_a_quotation_is_kept_from_a_coding_with_what_was_declared(desk: Desk, coding: Id, source: Id) -> None:
    kept = desk.do(keep_quotation, coding=coding, printed="They don’t want [us] to know anything […] they can sleep.")
    row = desk.get(Quotation, kept)
    assert (row.coding, row.source, row.start, row.end, row.member) == (coding, source, 0, len(TEXT), desk.ada)
    (line,) = quotation_lines(desk.store)
    assert (line.status, line.code, line.said, line.difference) == ("declared", "passing up", TEXT, "")
    assert line.forgiven == ("quotation marks and dashes of another kind", "notes of the transcript left out")
    desk.do(remove_codings, [coding])
    assert desk.get(Quotation, kept).coding is None, "the words stay quoted when the coding goes"
    desk.do(remove_quotation, kept)
    assert desk.rows(Quotation) == []


def test_a_quotation_is_kept_from_a_place_and_printed_as_it_stands(desk: Desk, source: Id) -> None:
    kept = desk.do(keep_quotation, source=source, span=Span(5, 36), note=" The clearest. ")
    (line,) = quotation_lines(desk.store)
    assert (line.printed, line.status, line.note) == ("don't want me to know anything.", "exact", "The clearest.")
    desk.do(change_quotation, kept, span=Span(0, 36), printed="They […] know anything.", note="")
    (line,) = quotation_lines(desk.store)
    assert (line.start, line.end, line.status, line.note) == (0, 36, "declared", "")


def test_a_note_of_the_transcriber_may_be_left_out(desk: Desk, source: Id) -> None:
    desk.do(
        keep_quotation, source=source, span=Span(0, len(TEXT)),
        printed="me to know anything. They want my name in the entry",
    )  # fmt: skip
    assert quotation_lines(desk.store)[0].forgiven == ("notes of the transcript left out",)


def test_words_that_were_changed_are_refused_with_the_difference(desk: Desk, coding: Id) -> None:
    with pytest.raises(CrosscaseError, match=r"“my” became “our”.*Declare what is left out"):
        desk.do(keep_quotation, coding=coding, printed="They want our name in the entry, and then they can sleep.")
    with pytest.raises(CrosscaseError, match="do not stand at this place"):
        desk.do(keep_quotation, coding=coding, printed="Nobody was ever told about margarine tubs.")
    kept = desk.do(keep_quotation, coding=coding)
    with pytest.raises(CrosscaseError, match="left out: “me”"):
        desk.do(change_quotation, kept, printed="They don't want to know anything")
    with pytest.raises(CrosscaseError, match="do not stand at this place"):
        desk.do(change_quotation, kept, span=Span(53, len(TEXT)), printed="They don't want me")


def test_what_cannot_be_quoted_is_refused(desk: Desk, coding: Id, source: Id) -> None:
    with pytest.raises(CrosscaseError, match="Say what is quoted"):
        desk.do(keep_quotation)
    with pytest.raises(CrosscaseError, match="Say what is quoted"):
        desk.do(keep_quotation, source=source)
    with pytest.raises(CrosscaseError, match="does not lie within the text"):
        desk.do(keep_quotation, source=source, span=Span(5, 5000))
    with pytest.raises(CrosscaseError, match="There are no words"):
        desk.do(keep_quotation, source=source, span=Span(4, 5))
    whole = desk.do(apply_code, desk.get(Coding, coding).code, source)
    with pytest.raises(CrosscaseError, match="There are no words"):
        desk.do(keep_quotation, coding=whole)
    with pytest.raises(CrosscaseError, match="There is no coding"):
        desk.do(keep_quotation, coding="0" * 32)
    desk.do(keep_quotation, coding=coding)
    with pytest.raises(CrosscaseError, match="You keep this quotation already"):
        desk.do(keep_quotation, source=source, span=Span(0, len(TEXT)))


def test_a_correction_of_the_transcript_shows_what_no_longer_agrees(desk: Desk, source: Id) -> None:
    desk.do(keep_quotation, source=source, span=Span(53, len(TEXT)), printed="They want my name […] they can sleep.")
    desk.do(correct_source, source, [(Span(TEXT.index("my name"), TEXT.index("my name") + 2), "Mai's")])
    (line,) = quotation_lines(desk.store)
    assert (line.status, line.difference) == ("altered", "“Mai's” became “my”")


def test_covered_words_stay_covered_until_they_are_asked_for(desk: Desk, source: Id) -> None:
    desk.do(keep_quotation, source=source, span=Span(0, 36))
    desk.do(add_content_note, source, "restraint", Span(0, 10))
    lines = quotation_lines(desk.store)
    assert "want me" not in str(quotations_table(lines).rows)
    assert "(covered: restraint)" in str(quotations_table(lines).rows)
    assert "want me" in str(quotations_table(lines, covered=True).rows)
