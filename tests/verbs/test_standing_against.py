"""Pairs of cases, rival explanations, replication, and what participants were given to read."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import GivenBack, Id, Pair, Replication, Rival
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.cases import add_case, remove_cases
from crosscase.verbs.explanations import add_rival, change_rival, remove_replication, remove_rival, set_replication
from crosscase.verbs.given_back import add_given, change_given, remove_given
from crosscase.verbs.pairs import write_pair
from crosscase.verbs.participants import add_participant, remove_participants
from crosscase.verbs.themes import add_theme
from tests.verbs.conftest import Desk


@pytest.fixture
def theme(desk: Desk) -> Id:
    return desk.do(add_theme, desk.do(add_analysis, "First"), "Being asked")


def test_a_pair_has_one_sheet_whichever_case_is_named_first(desk: Desk) -> None:
    one, other = desk.do(add_case, "ALD"), desk.do(add_case, "BRK")
    sheet = desk.do(write_pair, one, other, words=" Both write forms. ")
    assert desk.do(write_pair, other, one, done=True) == sheet
    assert [(one.words, one.done) for one in desk.rows(Pair)] == [("Both write forms.", True)]
    with pytest.raises(CrosscaseError, match="ALD cannot be set beside itself"):
        desk.do(write_pair, one, one)
    with pytest.raises(CrosscaseError, match="There is no case"):
        desk.do(write_pair, one, "0" * 32)
    desk.do(remove_cases, [other])
    assert desk.rows(Pair) == []


def test_a_rival_is_told_and_settled_with_a_reason(desk: Desk, theme: Id) -> None:
    rival = desk.do(add_rival, "theme", theme, "They were asked by managers.")
    with pytest.raises(CrosscaseError, match="no longer open needs a reason"):
        desk.do(change_rival, rival, disposition="ruled out")
    desk.do(change_rival, rival, disposition="ruled out", reason="Peers were asked by peers and say the same.")
    (settled,) = desk.rows(Rival)
    assert (settled.disposition, settled.explanation) == ("ruled out", "They were asked by managers.")
    with pytest.raises(CrosscaseError, match="no longer open needs a reason"):
        desk.do(change_rival, rival, reason=" ")
    with pytest.raises(CrosscaseError, match="needs to be told"):
        desk.do(add_rival, "theme", theme, " ")
    with pytest.raises(CrosscaseError, match="'maybe' is no disposition"):
        desk.do(change_rival, rival, disposition="maybe")  # type: ignore[arg-type]
    with pytest.raises(CrosscaseError, match="'case' is no kind of finding"):
        desk.do(add_rival, "case", theme, "x")
    desk.do(remove_rival, rival)
    assert desk.rows(Rival) == []


def test_what_a_theme_lets_expect_of_a_case_is_one_line(desk: Desk, theme: Id) -> None:
    case = desk.do(add_case, "ALD")
    desk.do(set_replication, theme, case, expected="Forms come first.")
    desk.do(set_replication, theme, case, nature="theoretical", found="not as expected", note="They talk.")
    (line,) = desk.rows(Replication)
    assert (line.nature, line.expected, line.found, line.note) == (
        "theoretical", "Forms come first.", "not as expected", "They talk."
    )  # fmt: skip
    with pytest.raises(CrosscaseError, match="'odd' is no kind of replication"):
        desk.do(set_replication, theme, case, nature="odd")  # type: ignore[arg-type]
    with pytest.raises(CrosscaseError, match="'yes' is no outcome of a replication"):
        desk.do(set_replication, theme, case, found="yes")  # type: ignore[arg-type]
    assert desk.do(remove_replication, theme, case) == 1
    assert desk.do(remove_replication, theme, case) == 0


def test_what_was_given_back_to_whom_and_what_came_of_it(desk: Desk) -> None:
    people = [desk.do(add_participant, name) for name in ("A1", "A2")]
    source = desk.source("I never said that.")
    made = desk.do(add_given, [*people, people[0]], source=source, date="31 May 2024", said=" too long ")
    assert [(one.participant, one.date, one.said, one.nature) for one in desk.rows(GivenBack)] == [
        (person, "2024-05-31", "too long", "transcript") for person in people
    ]
    desk.do(change_given, made[0], said="That is not what I said.", changed="A sentence was taken out.", source="")
    changed = desk.get(GivenBack, made[0])
    assert (changed.said, changed.changed, changed.source) == (
        "That is not what I said.", "A sentence was taken out.", None
    )  # fmt: skip
    with pytest.raises(CrosscaseError, match="name at least one participant"):
        desk.do(add_given, [])
    with pytest.raises(CrosscaseError, match="'soon' is not a date"):
        desk.do(add_given, people, date="soon")
    with pytest.raises(CrosscaseError, match="'poem' is no kind of thing to give back"):
        desk.do(change_given, made[0], nature="poem")  # type: ignore[arg-type]
    with pytest.raises(CrosscaseError, match="There is no source"):
        desk.do(change_given, made[0], source="0" * 32)
    desk.do(remove_given, made[1])
    desk.do(remove_participants, [people[0]])
    assert desk.rows(GivenBack) == []
