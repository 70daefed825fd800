"""Who said what before anybody asked, worked out by hand on three interviews."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.analyses.emerged import EmergedOptions, emerged
from crosscase.errors import CrosscaseError
from crosscase.model import Id, Source, Span
from crosscase.model.bundle import Bundle, CaseRecord, Document, ParticipantRecord, SpeakerRecord, Spoken
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.instruments import add_topic
from crosscase.verbs.links import add_link
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.take_in import take_in

# Ann speaks of pay before she is asked, Ben when he is asked, Cem's turns name no topic, Dee is never asked and silent.
TALK: dict[str, tuple[tuple[str, str, str], ...]] = {
    "A1": (
        ("INT", "day", "How is a day?"), ("P", "", "Long, and the pay is poor."),
        ("INT", "pay", "And the pay?"), ("P", "", "Poor pay, as I said."),
    ),
    "B1": (
        ("INT", "day", "How is a day?"), ("P", "", "Long."),
        ("INT", "pay", "And the pay?"), ("P", "", "The pay is fair."),
    ),
    "B2": (("INT", "", "How is it?"), ("P", "", "The pay is fine.")),
    "C1": (("INT", "day", "How is a day?"), ("P", "", "Quiet.")),
}  # fmt: skip


def _document(name: str) -> Document:
    text, spoken = "", []
    for who, topic, words in TALK[name]:
        start = len(text) + len(who) + 2
        text += f"{who}: {words}\n"
        spoken.append(Spoken(start=start, end=len(text) - 1, speaker=who, topic=topic))
    return Document(
        key=name, name=name, text=text, turns=tuple(spoken),
        speakers=(
            SpeakerRecord(label="INT", voice="interviewer"),
            SpeakerRecord(label="P", voice="participant", participant=name),
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def study() -> Any:
    made = Study.new(None, title="Emerged", member="Ada")
    topics = {name: made.do(add_topic, name).value for name in ("day", "pay")}
    made.do(
        take_in,
        Bundle(
            cases=tuple(CaseRecord(code=code) for code in "ABC"),
            participants=tuple(ParticipantRecord(identifier=name, case=name[0]) for name in TALK),
            documents=tuple(_document(name) for name in TALK),
        ),
    )
    pay, long = made.do(add_code, "pay").value, made.do(add_code, "long days").value
    made.do(add_link, "code", pay, "topic", topics["pay"], relation="is about")
    for source in made.rows(Source):
        _code(made, source.id, "pay", pay)
        _code(made, source.id, "Long", long)
        made.do(finish_reading, [source.id])
    return made


def _code(made: Study, source: Id, word: str, code: Id) -> None:
    text, at = made.text(source), -1
    for turn in text.splitlines(keepends=True):
        if turn.startswith("P: ") and word in turn:
            start = at + 1 + turn.index(word)
            made.do(apply_code, code, source, Span(start, start + len(word)))
        at += len(turn)


def test_who_said_it_before_anybody_asked_of_how_many(study: Study) -> None:
    found = emerged(study.snapshot(), EmergedOptions(of="codes"))
    row = found.find("pay")
    # Ann unprompted; Ben when asked; of Cem (B2) it is not known; Dee (C1) was never asked and is in the denominator.
    assert (row.unprompted, row.of_participants, row.cases, row.of_cases) == (1, 3, 1, 3)
    assert (row.prompted, row.not_known) == (1, 1)
    # Of the two who were asked, Ann and Ben, both said it; the others are in neither number.
    assert (row.asked_said, row.asked) == (2, 2)
    assert row.topics == ("pay",)
    assert row.under == {"pay": 2, "day": 1}
    (place,) = row.places
    text = study.text(place.source)
    assert text[place.start : place.end] == "pay"
    assert " ".join(text[slice(*place.before)].split()) == "How is a day? P:"


def test_of_a_code_without_a_link_nobody_knows_but_what_was_talked_of(study: Study) -> None:
    found = emerged(study.snapshot(), EmergedOptions(of="codes"))
    row = found.find("long days")
    assert (row.topics, row.unprompted, row.of_participants, row.not_known) == ((), 0, 0, 2)
    assert row.under == {"day": 2}
    assert any("1 of 2 codes are linked to no topic" in note for note in found.notes())
    shown = {cells[0]: cells[1:] for cells in found.table().rows}
    assert shown["pay"] == ("pay", "1 of 3", "1 of 3", "2 of 2", 1, 1, "pay 2, day 1")
    assert shown["long days"][:3] == ("no topic is linked", "–", "–")
    assert found.chart().to_dict()["mark"]["type"] == "bar"
    assert found.to_dict()["rows"][0]["line"]["label"] in {"pay", "long days"}
    with pytest.raises(CrosscaseError, match="cannot emerge here"):
        emerged(study.snapshot(), EmergedOptions(of="themes"))
