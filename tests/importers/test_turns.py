"""Who speaks where, and what must not be taken for a speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.importers.options import Known, Person, people
from crosscase.importers.times import milliseconds
from crosscase.importers.turns import Found, find_turns


def said(text: str, found: Found) -> list[tuple[str, str]]:
    return [(turn.speaker or turn.nature, text[turn.start : turn.end]) for turn in found.turns]


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is only prose. And so it goes on.\n\nNote: it comes twice.\n\nNote: and again.",
        "See https://example.org/a: the plan.\nhttps://example.org/b: the other plan.",
        "User-Agent: one\nDisallow:\n\nUser-Agent: two\nDisallow: /\n\nDisallow: /all\n",
        "a:b:c\n1:2:3\n5:6:7\n5:6:7\n",
        "He answers: nobody knows.\n\nHe answers: nobody ever will.\n\nHe answers: so be it.",
        "We met at 10:30\n\nWe left at 11:45\n",
        "So the first one is: leave it.\n\nOption number two is: take it.\n",
    ],
)
def test_prose_has_no_speakers(text: str) -> None:
    found = find_turns(text)
    assert found.speakers == ()
    assert {turn.nature for turn in found.turns} == {"speech"}
    assert {turn.speaker for turn in found.turns} == {""}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("ANN: yes we did\nBOB: no\nANN: fine then", ["ANN", "BOB"]),
        ("Ann Lee: Yes, we did.\n\nBo: No.\n\nAnn Lee: Fine.\n\nBo: Not so.", ["Ann Lee", "Bo"]),
        ("Mr Hall: Good morning.\n\nMr Hall: Please sit.\n\nMrs Day: Thank you.", ["Mr Hall", "Mrs Day"]),
        ("[P1]: we left\n[INT]: when\n[P1]: at six", ["P1", "INT"]),
        ("__Ann:__ one two\n\n__Bo:__ three\n\n__Ann:__ four", ["Ann", "Bo"]),
        ("**Ann** (00:01): one two\n\n**Bo** (00:04): three\n\n**Ann** (00:09): four", ["Ann", "Bo"]),
        ("[00:00:01] Ann: one two\n[00:00:03] Bo: three\n[00:00:09] Ann: four", ["Ann", "Bo"]),
        ("ANN [00:01]: one two\nBO [00:03]: three\nANN [00:09]: four", ["ANN", "BO"]),
        (">> ANN: one two\n>> BO: three\n>> ANN: four", ["ANN", "BO"]),
        ("12:03:04 From Ann to Bo:\n\tone\n12:04:04 From Bo to Ann:\n\ttwo\n12:05 From Ann to Bo:\n\t3", ["Ann", "Bo"]),
        ("SU01: I came.\nIV: When?\nSU01: Late.\nIV: Why?", ["SU01", "IV"]),
        ("المحاور: كيف كان الأسبوع؟\n\nسلمى: كان طويلا جدا.\n\nالمحاور: لماذا هذا؟\n\nسلمى: لا أعرف حقا.",
         ["المحاور", "سلمى"]),
    ],
)  # fmt: skip
def test_labels_in_many_ways(text: str, labels: list[str]) -> None:
    assert [speaker.label for speaker in find_turns(text).speakers] == labels


def test_a_turn_goes_on_over_paragraphs_but_not_over_notes_headings_and_quotations() -> None:
    text = "ANN: one\n\ntwo\n\n[door]\n\nthree\n\n> BO: four\n\nfive\n\n# Six\n\nseven\n\nBO: eight\n\nANN: nine ten"
    found = find_turns(text)
    assert said(text, found) == [
        ("ANN", "one\n\ntwo"), ("note", "[door]"), ("ANN", "three"), ("quoted", "> BO: four"), ("ANN", "five"),
        ("heading", "# Six"), ("note", "seven"), ("BO", "eight"), ("ANN", "nine ten"),
    ]  # fmt: skip
    assert found.labelled == 3


def test_brackets_in_speech_are_not_notes() -> None:
    text = "ANN: one two\n\n(laughs) I think so (pauses)\n\n[two\nlines]\n\nBO: [unclear] yes\n\nANN: three"
    assert said(text, find_turns(text)) == [
        ("ANN", "one two\n\n(laughs) I think so (pauses)"), ("note", "[two\nlines]"), ("BO", "[unclear] yes"),
        ("ANN", "three"),
    ]  # fmt: skip


def test_a_single_label_in_a_transcript() -> None:
    # `MARTA` is written like the others, `Fujitsu` is a heading in somebody's speech.
    text = "ANN: one two\n\nBO: three\n\nANN: four\n\nFujitsu: they ought to pay.\n\nMARTA: five"
    assert [speaker.label for speaker in find_turns(text).speakers] == ["ANN", "BO", "MARTA"]


def test_a_known_name_is_a_label_even_once() -> None:
    text = "Well then: let us begin.\n\nFujitsu: they ought to pay."
    assert find_turns(text).speakers == ()
    known = Known(people=people([Person(identifier="P9", names=("fujitsu",))]), here=("P9",))
    (speaker,) = find_turns(text, known=known).speakers
    assert (speaker.label, speaker.voice, speaker.participant) == ("Fujitsu", "participant", "P9")


ANN = Person(identifier="N01", case="north", names=("ANN", "Ann Tau"))
BEN = Person(identifier="N02", case="north", names=("Ben Mel",))
SAM = Person(identifier="S01", case="south", role="interviewer", names=("Sam",))
OLD = Person(identifier="S02", case="south", names=("Ann Tau",))
EVERYONE = people([ANN, BEN, SAM, OLD])


@pytest.mark.parametrize(
    ("label", "here", "voice", "participant", "why"),
    [
        ("Mel Chua", ("N01",), "interviewer", "", "named as interviewer of this document"),
        ("MEL", ("N01",), "interviewer", "", "part of the interviewer's name, Mel Chua"),
        ("MEL (typed)", ("N01",), "interviewer", "", "part of the interviewer's name, Mel Chua"),
        ("MEL", ("N02",), "unassigned", "", "fits both Mel Chua, who asks, and N02"),
        ("ANN", ("N01",), "participant", "N01", "the label of a participant of this document, N01"),
        ("n01", ("N01",), "participant", "N01", "the label of a participant of this document, N01"),
        ("Ann Tau", (), "participant", "N01", "the label of a participant of this case, N01"),
        ("Tau", ("N01",), "participant", "N01", "part of the name of a participant of this document, N01"),
        ("SAM", (), "interviewer", "S01", "the label of a participant of the study, S01, whose role is interviewer"),
        ("Kim", (), "interviewer", "", "named as interviewer of other documents"),
        ("INT", ("N01",), "interviewer", "", "INT is a usual label for who asks"),
        ("R", ("N01",), "participant", "N01", "R is a usual label for who answers, and N01 alone takes part"),
        ("R", ("N01", "N02"), "participant", "", "R is a usual label for who answers"),
        ("P2", ("N01",), "participant", "", "P2 is a usual label for who answers"),
        ("Speaker 1", ("N01",), "unassigned", "", "fits nobody who is known, and is no usual label"),
        ("Zoe", ("N01",), "unassigned", "", "fits nobody who is known, and is no usual label"),
    ],
)
def test_voices_say_why(label: str, here: tuple[str, ...], voice: str, participant: str, why: str) -> None:
    known = Known(
        people=EVERYONE, here=here, case="north", interviewers=("Mel Chua",), others=frozenset({"kim", "mel chua"})
    )
    (speaker, *_) = find_turns(
        f"{label}: yes we did\n\n{label}: so we did\n\nQQ: oh\n\nQQ: ah oh", known=known
    ).speakers
    assert (speaker.label, speaker.voice, speaker.participant, speaker.why) == (label, voice, participant, why)


def test_two_participants_of_one_name_are_nobody() -> None:
    known = Known(people=people([ANN, OLD]), here=(), case="")
    (speaker, *_) = find_turns("Ann Tau: yes we did\n\nBo: no\n\nBo: no no\n\nAnn Tau: yes", known=known).speakers
    assert (speaker.voice, speaker.participant, speaker.why) == ("unassigned", "", "fits 2 participants: N01, S02")


@pytest.mark.parametrize(
    ("time", "ms"),
    [
        ("0:03", 3_000),
        ("00:01:02", 62_000),
        ("01:05:56.21", 3_956_210),
        ("00:00:07,000", 7_000),
        ("#00:01:02-3#", 62_300),
        ("\\[04:05\\]", 245_000),
    ],
)
def test_times(time: str, ms: int) -> None:
    assert milliseconds(time) == ms


@given(st.text(alphabet=st.sampled_from("AB:[]()>#*< \n\u3000\u0301é😀\u202e0:5'"), max_size=120))
def test_turns_lie_in_order_and_apart_whatever_the_text(text: str) -> None:
    found = find_turns(text)
    last = 0
    for turn in found.turns:
        assert last <= turn.start < turn.end <= len(text)
        assert text[turn.start : turn.end].strip() == text[turn.start : turn.end]
        last = turn.end
    assert {turn.speaker for turn in found.turns} - {""} <= {speaker.label for speaker in found.speakers}
