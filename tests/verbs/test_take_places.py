"""Codings, marks and memos that come by their words: where they are put, and what is said where that is not clear."""

from __future__ import annotations

from crosscase.model import Attribute, AttributeValue, Coding, Mark, Memo, Set, SetMember, Source, Span
from crosscase.model.bundle import (
    Bundle,
    CodeRecord,
    CodingRecord,
    Document,
    MarkRecord,
    MemberRecord,
    MemoRecord,
    SetRecord,
    ValuesRecord,
)
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.take_in import take_in
from tests.verbs.conftest import Desk

TEXT = "It was slow. She  said “no”.\nIt was slow again, and it was slow."


def a_coding(quote: str, document: str = "One", **more: object) -> CodingRecord:
    return CodingRecord(document=document, code="wait", member="", quote=quote, place="row 2", **more)  # type: ignore[arg-type] # fields of a record


def taken(desk: Desk, *codings: CodingRecord, **more: object) -> tuple[list[str], list[str]]:
    """The words that were coded, and why others were not."""
    before = {one.id for one in desk.rows(Coding)}
    done = desk.do(take_in, Bundle(codes=(CodeRecord(key="wait", name="wait"),), codings=codings, **more))  # type: ignore[arg-type] # fields of a record
    texts = {one.id: desk.store.text(one.id) for one in desk.rows(Source)}
    fresh = [one for one in desk.rows(Coding) if one.id not in before]
    fresh.sort(key=lambda one: (one.start, one.end))
    return [texts[one.source][one.start : one.end] for one in fresh], [str(one) for one in done.refusals]


def test_words_are_found_in_a_source_of_the_study(desk: Desk) -> None:
    desk.source(TEXT, "One.docx")
    words, why = taken(
        desk,
        a_coding('she said "NO"'),
        a_coding("It was slow", before="“no”."),
        a_coding("was slow", occurrence=3, document="one.docx"),
        a_coding("never said"),
        a_coding("was slow"),
        a_coding("was slow", occurrence=4),
        a_coding("again", document="Two"),
    )
    assert words == ["She  said “no”", "It was slow", "was slow"]
    assert why[0] == "codings: row 2, wait: The words “never said” do not stand in 'One.docx'."
    assert why[1].startswith(
        "codings: row 2, wait: The words “was slow” stand in 'One.docx' 3 times. Say which by its "
    )
    assert "1: It [was slow]. She said “no”. It was slow" in why[1]
    assert "| 2: It was slow. She said “no”. It [was slow] again, and it was slow. | 3:" in why[1]
    assert why[2] == "codings: row 2, wait: The words “was slow” stand in 'One.docx' only 3 times."
    assert "There is no document 'Two'" in why[3]
    # The same again adds nothing.
    assert taken(desk, a_coding('she said "NO"'))[0] == []


def test_a_quotation_without_a_document(desk: Desk) -> None:
    desk.source("Alpha and beta.", "One")
    desk.source("Beta and gamma.", "Two")
    words, why = taken(desk, a_coding("Alpha", ""), a_coding("and", ""), a_coding("delta", ""))
    assert words == ["Alpha"]
    assert why[0].endswith("The words “and” stand in 'One', 'Two'. Say which in a column 'document'.")
    assert why[1].endswith("The words “delta” stand in no source of the study.")


def test_words_decide_over_numbers_that_are_off(desk: Desk) -> None:
    document = Document(key="One", name="One", text=TEXT, nature="document")
    words, why = taken(
        desk,
        a_coding("slow", start=8, end=12),
        a_coding("slow", start=38, end=42),
        a_coding("other words", start=0, end=2),
        documents=(document,),
    )
    assert (words, why) == (["It", "slow", "slow"], [])
    assert sorted(one.start for one in desk.rows(Coding)) == [0, 7, 36]


def test_places_count_the_text_that_came_also_when_it_was_corrected(desk: Desk) -> None:
    document = Document(key="One", name="One", text=TEXT, nature="document")
    taken(desk, documents=(document,))
    (source,) = desk.rows(Source)
    desk.do(correct_source, source.id, [(Span(0, 0), "Yes. "), (Span(40, 46), "")])
    memo = MemoRecord(title="", text="Odd.", document="One", start=35, end=41)
    words, why = taken(desk, a_coding("She  said"), documents=(document,), memos=(memo,))
    assert (words, why) == (["She  said"], [])
    desk.source("The same.", "Three")
    # In a source that was there before, numbers count the text as it reads now.
    third = next(one.id for one in desk.rows(Source) if one.name == "Three")
    desk.do(correct_source, third, [(Span(0, 3), "Not the")])
    assert taken(desk, CodingRecord(document="Three", code="wait", member="", start=0, end=3))[0] == ["Not"]


def test_marks_memos_sets_and_values(desk: Desk) -> None:
    desk.source(TEXT, "One")
    bundle = Bundle(
        members=(MemberRecord(name="Ben", permission="coder"),),
        codes=(CodeRecord(key="wait", name="wait"),),
        marks=(MarkRecord(document="One", quote="again", member="Ben", note="hm"), MarkRecord(document="X", quote="y")),
        memos=(
            MemoRecord(title="On it", text="Why?", member="Ben", document="One", quote="She said"),
            MemoRecord(title="Lost", text="Why?", document="One", quote="nowhere"),
        ),
        sets=(
            SetRecord(name="First", of="source", things=("One", "Nine")),
            SetRecord(name="Codes", of="code", things=("wait",), description="all"),
        ),
        values=(ValuesRecord(document="one", attributes={"Ward": "A"}), ValuesRecord(document="Nine")),
    )
    done = desk.do(take_in, bundle)
    (mark,), (memo,) = desk.rows(Mark), desk.rows(Memo)
    assert (TEXT[mark.start : mark.end], mark.note) == ("again", "hm")
    assert (TEXT[memo.start : memo.end], memo.title, memo.source) == ("She  said", "On it", mark.source)
    assert {(one.name, one.of) for one in desk.rows(Set)} == {("First", "source"), ("Codes", "code")}
    assert len(desk.rows(SetMember)) == 2
    assert [one.name for one in desk.rows(Attribute)] == ["Ward"]
    assert [one.of for one in desk.rows(AttributeValue)] == [mark.source]
    assert len(done.refusals) == 4
    again = desk.do(take_in, bundle)
    assert not again.changes
    assert (again.counts["mark"].there, again.counts["memo"].there, again.counts["set"].there) == (1, 1, 2)
