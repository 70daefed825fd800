"""Negative cases are written down once, settled with a reason, and go with what they are about."""

from __future__ import annotations

import pytest

from crosscase.errors import NotFoundError
from crosscase.model import Coding, NegativeCase, Span
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.checks import ChoiceError
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.negatives import (
    Candidate,
    NoReasonError,
    note_negatives,
    remove_negatives,
    settle_candidate,
    settle_negative,
)
from crosscase.verbs.themes import add_theme, remove_theme
from tests.verbs.conftest import Desk


@pytest.fixture
def candidate(desk: Desk) -> Candidate:
    theme = desk.do(add_theme, desk.do(add_analysis, "Main"), "Trust grows")
    desk.do(apply_code, desk.do(add_code, "doubt"), desk.source("one two three"), Span(0, 3))
    return Candidate(about_kind="theme", about=theme, thing_kind="coding", thing=desk.rows(Coding)[0].id)


def test_a_candidate_is_written_down_once_and_settled_with_a_reason(desk: Desk, candidate: Candidate) -> None:
    assert desk.do(note_negatives, [candidate, candidate]) == 1
    assert desk.do(note_negatives, [candidate]) == 0
    (noted,) = desk.rows(NegativeCase)
    assert (noted.disposition, noted.rule) == ("open", "by hand")
    with pytest.raises(NoReasonError, match="how it revises the theme"):
        desk.do(settle_negative, noted.id, "revises", reason=" ")
    desk.do(settle_negative, noted.id, "exception", reason="Only at night.")
    assert [(one.disposition, one.reason) for one in desk.rows(NegativeCase)] == [("exception", "Only at night.")]
    # To be found again is no reason to forget what was decided.
    desk.do(note_negatives, [candidate])
    assert desk.rows(NegativeCase)[0].disposition == "exception"
    desk.do(settle_negative, noted.id, "open")
    assert [(one.disposition, one.reason) for one in desk.rows(NegativeCase)] == [("open", "")]


def test_it_is_noted_and_settled_in_one_entry_and_taken_off_the_list(desk: Desk, candidate: Candidate) -> None:
    before = len(desk.store.log())
    negative = desk.do(settle_candidate, candidate, "coding error", reason="She quotes somebody.")
    assert len(desk.store.log()) == before + 1
    assert desk.get(NegativeCase, negative).disposition == "coding error"
    assert desk.do(remove_negatives, [negative]) == 1
    assert desk.rows(NegativeCase) == []
    # What was taken off the list begins anew when it is found again.
    desk.do(note_negatives, [candidate])
    assert (desk.get(NegativeCase, negative).disposition, desk.get(NegativeCase, negative).reason) == ("open", "")


def test_it_goes_with_the_theme(desk: Desk, candidate: Candidate) -> None:
    desk.do(note_negatives, [candidate])
    desk.do(remove_theme, candidate.about)
    assert desk.rows(NegativeCase) == []


def test_what_cannot_be_one_is_refused(desk: Desk, candidate: Candidate) -> None:
    import msgspec

    with pytest.raises(ChoiceError, match="no kind of negative case"):
        desk.do(note_negatives, [msgspec.structs.replace(candidate, thing_kind="theme", thing=candidate.about)])
    with pytest.raises(NotFoundError):
        desk.do(note_negatives, [msgspec.structs.replace(candidate, thing="0" * 32)])
    with pytest.raises(NotFoundError):
        desk.do(settle_negative, "0" * 32, "not relevant", reason="It is about the bus.")
