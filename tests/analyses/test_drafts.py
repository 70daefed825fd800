"""The language of drafts: references and mistakes with their places, paragraphs, and changes carried over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from crosscase.analyses.drafts import carried, carried_whole, in_words, mistakes, references, units
from crosscase.analyses.drafts.placing import placed

TEXT = "# É 👍🏽\n\nOne {quote:abc} and [@k2011; -@other].\n- {Claim: 12ab }\n\n{table:sample 2}\n"


def test_references_are_found_with_their_places_in_code_points() -> None:
    found = references(TEXT)
    assert [(one.kind, one.name, one.line, one.column) for one in found] == [
        ("quote", "abc", 3, 5), ("cite", "k2011", 3, 22), ("cite", "other", 3, 30), ("claim", "12ab", 4, 3),
        ("table", "sample 2", 6, 1),
    ]  # fmt: skip
    assert [TEXT[one.start : one.end] for one in found] == [one.written for one in found]
    assert [one.alone for one in found] == [False, False, False, False, True]


@pytest.mark.parametrize(
    "text", ["\\{quote:abc}", "`{quote:abc}`", "```\n{quote:abc}\n```", "{.class}", "{#id key=x}", "me@mail.org", "{a}"]
)
def test_what_is_no_reference_is_none(text: str) -> None:
    assert references(text) == []
    assert mistakes(text) == []


@pytest.mark.parametrize(
    ("text", "problem", "works"),
    [
        ("{quotes:12}", "‘quotes’ is nothing", "{quote:12}"),
        ("{fig:sample}", "‘fig’ is nothing", "{figure:sample}"),
        ("{quote:}", "does not say which quote", "short id"),
        ("{table: }", "does not say which table", "{table:sample}"),
        ("ab {quote:12\nmore}", "not closed", "{quote:12}"),
        ("{weather:fine}", "‘weather’ is nothing", "\\{"),
    ],
)
def test_what_looks_like_a_reference_says_what_would_work(text: str, problem: str, works: str) -> None:
    (one,) = mistakes(text)
    assert problem in one.problem
    assert works in one.works
    assert one.line == 1


def test_paragraphs_items_and_headings_are_units() -> None:
    text = "# A\ntext\n\n> one\n>\n> two\n\n- a\n- b\n\n```\nx\n\ny\n```\n| a |\n|---|\n\nend"
    assert [(one.nature, one.text) for one in units(text)] == [
        ("heading", "# A"), ("paragraph", "text"), ("quotation", "> one"), ("quotation", "> two"), ("item", "- a"),
        ("item", "- b"), ("code", "```\nx\n\ny\n```"), ("table", "| a |\n|---|"), ("paragraph", "end"),
    ]  # fmt: skip


@given(some.text(alphabet="ab#>- \n`{}:.é", max_size=60))
def test_units_are_apart_and_hold_all_that_is_not_blank(text: str) -> None:
    found = units(text)
    at, between = 0, ""
    for one in found:
        assert at <= one.start < one.end
        assert text[one.start : one.end] == one.text
        between += text[at : one.start]
        at = one.end
    assert not (between + text[at:]).strip(" \n\t>")


def test_a_change_is_carried_into_markup() -> None:
    onto = "Where *nothing* was hurried,\n{quote:1} told **more**."
    old = "Where nothing was hurried, {quote:1} told more."
    assert carried(old, old.replace("more", "less"), onto) == onto.replace("more", "less")
    assert carried(old, "Where was hurried, {quote:1} told more.", onto) == onto.replace("*nothing* ", "")
    assert carried(old, old.replace("{quote:1} ", ""), onto) == onto.replace("{quote:1} ", "")
    assert carried("a b c", "a x c", "a y c") is None
    assert carried("a b c", "a b c d", "a y c") == "a y c d"


@given(*(some.text(alphabet="ab .", max_size=12) for _ in range(2)))
def test_onto_what_it_was_a_change_gives_what_it_became(old: str, new: str) -> None:
    assert carried(old, new, old) == new
    assert carried(old, new, new) == new
    assert carried_whole(old, new, old) == new


def test_two_who_change_different_paragraphs_are_put_together() -> None:
    old = "A.\n\nB.\n\nC.\n"
    assert carried_whole(old, "A!\n\nB.\n\nC.\n", "A.\n\nB.\n\nC?\n\nD.\n") == "A!\n\nB.\n\nC?\n\nD.\n"
    assert carried_whole(old, "A!\n\nB.\n\nC.\n", "A?\n\nB.\n\nC.\n") is None


def test_a_difference_in_words() -> None:
    assert in_words("a b c", "a x c d") == "“b” became “x”; put in: “d”"
    assert in_words("a b", "a") == "left out: “b”"


def test_a_proposed_change_finds_its_paragraph() -> None:
    text = "# A\n\none two three four five\n\n- x\n- y\n"
    assert placed(text, "one two three four five", "", "") == "# A\n\n- x\n- y\n"
    assert placed(text, "- y", "", "") == "# A\n\none two three four five\n\n- x"
    assert placed(text, "", "- z", "- y") == f"{text[:-1]}\n- z\n"
    assert placed(text, "", "first", "") == f"first\n\n{text}"
    assert placed(text, "nothing like it", "x", "") is None
