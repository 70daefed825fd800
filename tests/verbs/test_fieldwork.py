"""Instruments, topics, questions, interviews, and who has read what."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError, NotFoundError
from crosscase.model import (
    Attendance,
    Code,
    Codebook,
    Id,
    Instrument,
    Interview,
    Member,
    Memo,
    Question,
    Reading,
    Source,
    Topic,
    Turn,
)
from crosscase.store.act import Act
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, remove_code
from crosscase.verbs.fieldwork import add_interview, add_interviews, change_interview, remove_interview, use_guides
from crosscase.verbs.instruments import (
    add_instrument,
    add_question,
    add_topic,
    add_version,
    change_instrument,
    change_question,
    change_topic,
    order_questions,
    order_topics,
    remove_instrument,
    remove_question,
    remove_topic,
)
from crosscase.verbs.members import add_member, remove_member
from crosscase.verbs.participants import add_participant, remove_participants
from crosscase.verbs.readings import (
    assign_readings,
    begin_reading,
    draw_sample,
    finish_reading,
    reopen_reading,
    unassign_readings,
)
from tests.verbs.conftest import Desk


def _map_a_turn(act: Act, source: Id, question: Id, topic: Id) -> None:
    act.add(Turn(source=source, first="0", last="3", question=question, topic=topic))


def test_a_new_version_of_a_guide_keeps_the_old_one(desk: Desk) -> None:
    guide = desk.do(add_instrument, "Guide", description="For staff.")
    risk = desk.do(add_topic, "risk")
    one = desk.do(add_question, guide, "What goes  wrong?", number="1", topic=risk)
    two = desk.do(add_question, guide, "And then?", number="1a")
    with pytest.raises(CrosscaseError, match="There is an instrument 'Guide 1' already"):
        desk.do(add_instrument, "guide")
    with pytest.raises(
        CrosscaseError, match=r"There is a question '1' already\. Use it, or give this one another number"
    ):
        desk.do(change_question, two, number="1")
    second = desk.do(add_version, guide, "2")
    assert [(q.wording, q.number, q.topic) for q in sorted(desk.rows(Question, instrument=second), key=_place)] == [
        ("What goes wrong?", "1", risk),
        ("And then?", "1a", None),
    ]
    with pytest.raises(CrosscaseError, match=r"'What goes wrong\?' is not one of 'Guide'"):
        desk.do(order_questions, second, [one])
    desk.do(order_questions, guide, [two])
    desk.do(change_question, two, wording="Then?", topic=risk)
    desk.do(change_instrument, second, name="Guide for managers", nature="questionnaire")
    assert [(q.wording, q.topic) for q in sorted(desk.rows(Question, instrument=guide), key=_place)] == [
        ("Then?", risk),
        ("What goes wrong?", risk),
    ]
    assert {i.name: i.nature for i in desk.rows(Instrument)} == {
        "Guide": "guide",
        "Guide for managers": "questionnaire",
    }
    assert desk.do(remove_instrument, second) == {"instrument": 1, "question": 2}


def _place(question: Question) -> int:
    return question.position


def test_what_was_asked_cannot_be_taken_from_what_was_answered(desk: Desk) -> None:
    guide = desk.do(add_instrument, "Guide")
    risk, safety = desk.do(add_topic, "risk"), desk.do(add_topic, "safety", description="being safe")
    question = desk.do(add_question, guide, "What goes wrong?", number="1", topic=risk)
    desk.do(_map_a_turn, desk.source("All of it."), question, risk)
    with pytest.raises(CrosscaseError, match="The question '1' is still named by 1 turn"):
        desk.do(remove_question, question)
    with pytest.raises(CrosscaseError, match="The instrument 'Guide 1' is still named by 1 turn"):
        desk.do(remove_instrument, guide)
    with pytest.raises(CrosscaseError, match="The topic 'risk' is still named by 1 question and 1 turn"):
        desk.do(remove_topic, risk)
    with pytest.raises(CrosscaseError, match="cannot be given to 'risk' itself"):
        desk.do(remove_topic, risk, into=risk)
    with pytest.raises(CrosscaseError, match="There is a topic 'risk' already"):
        desk.do(change_topic, safety, name="Risk")
    desk.do(change_topic, safety, name="risk and safety")
    desk.do(order_topics, [safety])
    assert desk.get(Topic, safety).position == 1
    assert desk.do(remove_topic, risk, into=safety) == 2
    assert desk.get(Question, question).topic == safety
    assert [turn.topic for turn in desk.rows(Turn)] == [safety]
    desk.do(change_question, question, topic="")
    assert desk.get(Question, question).topic is None


def _assign(act: Act, source: Id, interview: Id) -> None:
    act.change(Source, source, interview=interview)


def test_interviews_and_who_attended(desk: Desk) -> None:
    case, guide = desk.do(add_case, "STA1"), desk.do(add_instrument, "Guide")
    ann, bob = desk.do(add_participant, "P1", case=case), desk.do(add_participant, "P2", case=case)
    joint = desk.do(
        add_interview, "P1 and P2", [ann, bob],
        date="4 March 2021", minutes=45, mode=" video ", interviewers=["IV", "iv"], instrument=guide,
    )  # fmt: skip
    meeting = desk.get(Interview, joint)
    assert (meeting.case, meeting.date, meeting.minutes) == (case, "2021-03-04", 45)
    assert (meeting.mode, meeting.interviewers, meeting.instrument) == ("video", ("IV",), guide)
    with pytest.raises(CrosscaseError, match="There is an interview 'P1 and P2' already"):
        desk.do(add_interviews, [(Interview(name="p1 and P2"), [ann])])
    with pytest.raises(CrosscaseError, match="An interview cannot last -5 minutes"):
        desk.do(change_interview, joint, minutes=-5)
    with pytest.raises(CrosscaseError, match="There is no participant"):
        desk.do(change_interview, joint, participants=[case])
    with pytest.raises(CrosscaseError, match="The instrument 'Guide 1' is still named by 1 interview"):
        desk.do(remove_instrument, guide)
    desk.do(change_interview, joint, participants=[bob], minutes=0, instrument="", date="in spring", part="2nd")
    assert {each.participant for each in desk.rows(Attendance)} == {bob}
    desk.do(change_interview, joint, participants=[ann, bob])
    assert {each.participant for each in desk.rows(Attendance)} == {ann, bob}
    meeting = desk.get(Interview, joint)
    assert (meeting.minutes, meeting.instrument, meeting.date, meeting.part) == (None, None, "in spring", "2nd")
    assert desk.do(remove_participants, [ann]) == {"participant": 1, "attendance": 1}
    source = desk.source("Well.")
    desk.do(_assign, source, joint)
    with pytest.raises(CrosscaseError, match="The interview 'P1 and P2' is still named by 1 source"):
        desk.do(remove_interview, joint)
    other = desk.do(add_interview, "again", [bob])
    assert desk.do(remove_interview, other) == {"interview": 1, "attendance": 1}


def test_the_guide_of_many_meetings_is_said_at_once_and_taken_away(desk: Desk) -> None:
    guide = desk.do(add_instrument, "Guide")
    first, second, third = (desk.do(add_interview, name) for name in ("One", "Two", "Three"))
    assert desk.do(use_guides, {first: guide, second: guide, third: ""}) == 2
    assert [desk.get(Interview, one).instrument for one in (first, second, third)] == [guide, guide, None]
    assert desk.do(use_guides, {first: "", second: guide}) == 1
    assert desk.get(Interview, first).instrument is None
    with pytest.raises(NotFoundError, match="no instrument"):
        desk.do(use_guides, {first: "f" * 32})
    with pytest.raises(NotFoundError, match="no interview"):
        desk.do(use_guides, {"f" * 32: guide})


def _read(desk: Desk) -> dict[Id, str]:
    return {reading.source: reading.progress for reading in desk.rows(Reading)}


def test_a_code_made_later_is_not_read_yet(desk: Desk) -> None:
    one, two = desk.source("One."), desk.source("Two.")
    trust = desk.do(add_code, "trust")
    assert desk.do(finish_reading, [one]) == 1
    assert desk.do(finish_reading, [one]) == 0
    hope = desk.do(add_code, "hope")
    assert desk.do(finish_reading, [two, two]) == 1
    books = {book.id: set(book.codes) for book in desk.rows(Codebook)}
    covered = {reading.source: books[reading.codebook or ""] for reading in desk.rows(Reading)}
    assert covered == {one: {trust}, two: {trust, hope}}
    assert desk.do(begin_reading, [one, two]) == 0
    assert desk.do(finish_reading, [one]) == 1
    assert len({reading.codebook for reading in desk.rows(Reading)}) == 1
    # The same codes are the same codebook, also when one came and went.
    desk.do(remove_code, hope)
    desk.do(finish_reading, [two])
    assert {len(book.codes) for book in desk.rows(Codebook)} == {1, 2}
    assert [code.name for code in desk.rows(Code)] == ["trust"]


def test_readings_are_assigned_begun_finished_and_taken_up_again(desk: Desk) -> None:
    ben = desk.do(add_member, "Ben")
    one, two = desk.source("One.", "first"), desk.source("Two.", "second")
    assert desk.do(assign_readings, [one, two], [ben]) == 2
    assert desk.do_as(ben, begin_reading, [one]) == 1
    assert desk.do(assign_readings, [one, two], [ben, ben]) == 0
    assert _read(desk) == {one: "begun", two: "to do"}
    with pytest.raises(CrosscaseError, match="'first' is not done by this member"):
        desk.do(reopen_reading, [one], member=ben)
    with pytest.raises(CrosscaseError, match="'first' is begun by this member; only what is still to do"):
        desk.do(unassign_readings, [one], member=ben)
    desk.do_as(ben, finish_reading, [one])
    assert desk.do_as(ben, reopen_reading, [one]) == 1
    assert desk.do(unassign_readings, [two], member=ben) == 1
    assert _read(desk) == {one: "begun"}
    with pytest.raises(CrosscaseError, match="The member 'Ben' is still named by 1 reading"):
        desk.do(remove_member, ben)
    with pytest.raises(CrosscaseError, match="nobody was named"):
        desk.do(assign_readings, [one], [])


def test_a_sample_is_drawn_by_a_seed_that_is_written_down(desk: Desk) -> None:
    ben = desk.do(add_member, "Ben")
    sources = [desk.source(f"{n}", f"source {n}") for n in range(5)]
    with pytest.raises(CrosscaseError, match=r"9 sources cannot be drawn from 5\. Choose a number between 1 and 5"):
        desk.do(draw_sample, "agreement", [desk.ada, ben], 9)
    desk.do(finish_reading, sources)
    sample = desk.do(draw_sample, "agreement", [desk.ada, ben], 2, seed=7)
    assert set(sample.sources) <= set(sources)
    assert {(r.member, r.source, r.progress) for r in desk.rows(Reading, sample="agreement")} == {
        (member, source, progress)
        for member, progress in ((desk.ada, "done"), (ben, "to do"))
        for source in sample.sources
    }
    (memo,) = desk.rows(Memo)
    assert memo.nature == "methodological"
    assert memo.text == "2 of 5 sources drawn with the seed 7, to be read by Ada, Ben."
    with pytest.raises(CrosscaseError, match="There is a sample 'agreement' already"):
        desk.do(draw_sample, "Agreement", [ben], 1)
    again = desk.do(draw_sample, "again", [ben], 2, seed=7)
    assert again.sources == sample.sources
    among = desk.do(draw_sample, "other", [ben], 1, among=sources[:1])
    assert among.sources == (sources[0],)
    assert desk.do(remove_member, ben)["reading"] == len({*sample.sources, sources[0]})
    assert [member.name for member in desk.rows(Member)] == ["Ada"]
