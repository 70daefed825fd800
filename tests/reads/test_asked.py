"""Which question a turn seems to ask: by numbering, by wording with a score that can be worked out, and by neither."""

from __future__ import annotations

from math import log

import pytest

from crosscase.model import Turn
from crosscase.model.bundle import Bundle, Document, SpeakerRecord, Spoken
from crosscase.reads.asked import proposals
from crosscase.study import Study
from crosscase.verbs.instruments import add_instrument, add_question
from crosscase.verbs.take_in import take_in
from crosscase.verbs.turns import map_many_turns

TURNS = (
    ("INT", "3b. Tell me about risk."),
    ("ANN", "What does risk mean here, you ask."),
    ("INT", "So, what does risk mean here then?"),
    ("INT", "Q 2: anything?"),
    ("INT", "Thank you very much."),
    ("INT", "Who decides what?"),
)


@pytest.fixture
def study() -> Study:
    made = Study.new(None, title="Asked", member="Ada")
    guide = made.do(add_instrument, "Guide").value
    for number, wording in (("1", "What does risk mean here?"), ("2", "Who decides what is done?"), ("3b", "And you?")):
        made.do(add_question, guide, wording, number=number)
    text, spoken = "", []
    for who, words in TURNS:
        start = len(text) + len(who) + 2
        text += f"{who}: {words}\n"
        spoken.append(Spoken(start=start, end=len(text) - 1, speaker=who))
    speakers = (SpeakerRecord(label="INT", voice="interviewer"), SpeakerRecord(label="ANN", voice="participant"))
    made.do(
        take_in, Bundle(documents=(Document(key="a", name="a", text=text, turns=tuple(spoken), speakers=speakers),))
    )
    return made


def test_turns_are_proposed_with_score_and_reason(study: Study) -> None:
    found = proposals(study.store)
    assert [(one.words[:12], one.number, one.by) for one in found] == [
        ("3b. Tell me ", "3b", "numbering"), ("So, what doe", "1", "wording"), ("Q 2: anythin", "2", "numbering"),
        ("Who decides ", "2", "wording"),
    ]  # fmt: skip
    # Three questions; `what` is in two of them, every other word in one.
    rare, common = log(1 + 3), log(1 + 3 / 2)
    assert found[1].score == 1.0
    assert found[1].why == "says 5 of its 5 words: does, here, mean, risk, what"
    assert found[3].score == pytest.approx((2 * rare + common) / (4 * rare + common), abs=0.005)
    assert found[0].score == 1.0
    assert found[0].why == "begins with 3b"
    assert len(proposals(study.store, least=0.99)) == 3


def test_what_is_accepted_is_mapped_in_one_act_and_not_proposed_again(study: Study) -> None:
    found = proposals(study.store)
    entries = len(study.log())
    done = study.do(map_many_turns, {one.turn: one.question for one in found})
    assert done.value == 4
    assert len(study.log()) == entries + 1
    assert {one.id: one.question for one in study.rows(Turn) if one.question} == {
        one.turn: one.question for one in found
    }  # fmt: skip
    assert proposals(study.store) == []
    assert [one.now for one in proposals(study.store, mapped=True)] == [one.question for one in found]
    assert study.do(map_many_turns, {found[0].turn: ""}).value == 1
    study.undo()
