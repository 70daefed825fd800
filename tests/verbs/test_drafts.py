"""Drafts: written, gone on from by two, looked over; proposals taken and declined, and all that is refused."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError, NotFoundError
from crosscase.model import Draft, Proposal
from crosscase.verbs.checks import NoNameError, TakenError
from crosscase.verbs.drafts import (
    DecidedError,
    MovedOnError,
    NoBibliographyError,
    NoPlaceForItError,
    NothingToTakeError,
    Proposed,
    add_draft,
    bring_proposals,
    change_draft,
    decline_proposals,
    look_draft_over,
    remove_draft,
    take_proposals,
)
from tests.verbs.conftest import Desk

TEXT = "# Findings\n\nForms were *everywhere*, {quote:3f2a9c1d0b44}.\n\n- one\n- two\n\nThe end.\n"


def text(desk: Desk, draft: str) -> str:
    return desk.get(Draft, draft).text


def test_a_draft_is_written_changed_and_looked_over(desk: Desk) -> None:
    draft = desk.do(add_draft, " Paper  one ", text=TEXT.replace("\n", "\r\n"), bibliography="@misc{a, title={A}}")
    began = desk.get(Draft, draft)
    assert (began.name, began.text) == ("Paper one", TEXT)
    assert began.looked
    assert desk.do(change_draft, draft, text="Less.") == "Less.\n"
    assert desk.do(change_draft, draft, name="Paper two") == "Less.\n"
    assert desk.get(Draft, draft).looked == began.looked, "writing is not looking over"
    desk.do(look_draft_over, draft)
    assert desk.get(Draft, draft).looked != began.looked
    desk.do(remove_draft, draft)
    assert not desk.store.rows(Draft)


def test_two_who_write_at_once_lose_nothing(desk: Desk) -> None:
    draft = desk.do(add_draft, "Paper", text=TEXT)
    desk.do(change_draft, draft, text=TEXT.replace("The end.", "The very end."), upon=TEXT)
    both = desk.do(change_draft, draft, text=TEXT.replace("# Findings", "# What we found"), upon=TEXT)
    assert "What we found" in both
    assert "The very end." in both
    with pytest.raises(MovedOnError, match="same paragraph"):
        desk.do(change_draft, draft, text=TEXT.replace("The end.", "No end."), upon=TEXT)
    assert text(desk, draft) == both


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": " "}, NoNameError),
        ({"name": "paper"}, TakenError),
        ({"name": "Other", "bibliography": "Smith, 2001"}, NoBibliographyError),
        ({"name": "Other", "style": "APA"}, NoBibliographyError),
    ],
)
def test_what_is_no_draft_is_refused(desk: Desk, fields: dict[str, str], error: type[CrosscaseError]) -> None:
    desk.do(add_draft, "Paper")
    with pytest.raises(error):
        desk.do(add_draft, **fields)


def test_a_change_is_taken_and_references_and_emphasis_stay(desk: Desk) -> None:
    draft = desk.do(add_draft, "Paper", text=TEXT)
    before = "Forms were *everywhere*, {quote:3f2a9c1d0b44}."
    given = [
        Proposed(by="Nell", before=before, after="Forms were found *everywhere*, {quote:3f2a9c1d0b44}."),
        Proposed(by="Odd", before=before, after="Forms were *everywhere*, {quote:3f2a9c1d0b44}, always."),
        Proposed(by="Odd", after="A new one.", follows="- two"),
        Proposed(by="Odd", before="The end."),
        Proposed(nature="comment", by="Odd", before="# Findings", words="Which?", on="Findings"),
    ]
    ids = desk.do(bring_proposals, draft, given)
    assert desk.do(bring_proposals, draft, given) == []
    desk.do(take_proposals, ids)
    assert text(desk, draft) == (
        "# Findings\n\nForms were found *everywhere*, {quote:3f2a9c1d0b44}, always.\n\n- one\n- two\n\nA new one.\n"
    )
    assert {one.state for one in desk.store.rows(Proposal)} == {"taken"}
    assert {one.decided for one in desk.store.rows(Proposal)} == {desk.ada}
    with pytest.raises(DecidedError, match="taken already"):
        desk.do(decline_proposals, ids[:1])


def test_a_paragraph_that_was_changed_since_takes_what_fits_and_nothing_else(desk: Desk) -> None:
    draft = desk.do(add_draft, "Paper", text="One two three four five six seven.\n")
    ids = desk.do(
        bring_proposals, draft,
        [
            Proposed(before="One two three four five six seven.", after="One two three four five six eight."),
            Proposed(before="One two three four five six seven.", after="One 2 three four five six seven."),
        ],
    )  # fmt: skip
    desk.do(change_draft, draft, text="One too three four five six seven.")
    desk.do(take_proposals, ids[:1])
    assert text(desk, draft) == "One too three four five six eight.\n"
    with pytest.raises(NoPlaceForItError, match="by hand"):
        desk.do(take_proposals, ids[1:])
    desk.do(decline_proposals, ids[1:], reason="said otherwise")
    assert desk.get(Proposal, ids[1]).reason == "said otherwise"


def test_words_that_are_quoted_are_never_taken(desk: Desk) -> None:
    draft = desk.do(add_draft, "Paper", text=TEXT)
    before = "Forms were *everywhere*, {quote:3f2a9c1d0b44}."
    ids = desk.do(bring_proposals, draft, [Proposed(before=before, after=before, altered="“name” became “number”")])
    with pytest.raises(NothingToTakeError, match="“name” became “number”"):
        desk.do(take_proposals, ids)
    with pytest.raises(NotFoundError):
        desk.do(take_proposals, ["0" * 32])
