"""Sources and turns: what the verbs do and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Memo, Settings, Source, Span, Speaker, Turn
from crosscase.store.act import Act
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import add_mark, apply_code
from crosscase.verbs.fieldwork import add_interview
from crosscase.verbs.instruments import add_instrument, add_question, add_topic
from crosscase.verbs.memos import write_memo
from crosscase.verbs.participants import add_participant
from crosscase.verbs.sources import (
    SameSourceError,
    add_source,
    assign_sources,
    describe_source,
    order_sources,
    remove_sources,
    rename_source,
    source_id,
)
from crosscase.verbs.turns import (
    Voiced,
    change_turns,
    map_label,
    map_speaker,
    map_speakers,
    map_turns,
    mark_declined,
    speaker_id,
    turn_id,
)
from tests.verbs.conftest import Desk

TEXT = "ANNA: How was it?\n\nP: Slow. 🙂"


def speak(act: Act, source: str, *turns: tuple[int, int, str]) -> None:
    """Lays turns (start, end, label) over a source."""
    labels = dict.fromkeys(label for _, _, label in turns)
    act.add_all([Speaker(id=speaker_id(source, label), source=source, label=label) for label in labels])
    act.add_all(
        [
            Turn(
                id=turn_id(source, str(start)),
                source=source,
                first=str(start),
                last=str(end - 1),
                start=start,
                end=end,
                speaker=speaker_id(source, label),
            )
            for start, end, label in turns
        ]
    )


def talk(desk: Desk, text: str = TEXT) -> str:
    source = desk.do(add_source, "one", text)
    desk.do(speak, source, (6, 17, "ANNA"), (22, 29, "P"))
    return source


def test_a_text_is_one_source_wherever_it_comes_from(desk: Desk) -> None:
    source = desk.do(add_source, " STA1 \n one", "\ufeffHello,\r\nthere\rnow", date="3 May 2021", language="en")
    found = desk.get(Source, source)
    assert (found.name, found.length, found.date, found.position) == ("STA1 one", 16, "2021-05-03", 1)
    assert desk.store.text(source) == "Hello,\nthere\nnow"
    assert source == source_id("Hello,\nthere\nnow", desk.rows(Settings)[0].key)
    with pytest.raises(SameSourceError, match="already, as the source 'STA1 one'") as refused:
        desk.do(add_source, "another name", "Hello,\nthere\nnow")
    assert refused.value.source == source
    with pytest.raises(CrosscaseError, match="There is a source 'STA1 one' already"):
        desk.do(add_source, "sta1 ONE", "Other words.")
    for text, says in (
        ("a\0b", "zero character in it, after 1 char"),
        ("ab\ud83d", "half of a character in it, after 2"),
    ):
        with pytest.raises(CrosscaseError, match=says):
            desk.do(add_source, "new", text)
    with pytest.raises(CrosscaseError, match="'opera' is no kind of source"):
        desk.do(add_source, "new", "x", nature="opera")  # type: ignore[arg-type] # what a script might give


def test_a_removed_source_comes_back_with_its_text_and_not_with_its_codings(desk: Desk) -> None:
    source = talk(desk)
    code = desk.do(add_code, "trust")
    desk.do(apply_code, code, source, Span(22, 26))
    desk.do(add_mark, source, Span(0, 4))
    memo = desk.do(write_memo, "Look again.", about_kind="source", about=source)
    gone = desk.do(remove_sources, [source])
    assert gone == {"source": 1, "speaker": 2, "turn": 2, "coding": 1, "mark": 1}
    assert desk.get(Memo, memo).about is None
    assert desk.do(add_source, "again", TEXT) == source
    assert (desk.get(Source, source).name, desk.store.text(source)) == ("again", TEXT)
    assert not desk.rows(Coding)
    assert not desk.rows(Turn)


def test_files_are_kept_as_they_came(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "talk.mp3"
    file.write_bytes(b"\0\1\2" * 9)
    source = desk.do(add_source, "the recording", nature="recording", file=file)
    found = desk.get(Source, source)
    assert (found.file, len(found.original), found.length) == ("talk.mp3", 64, 0)
    with pytest.raises(SameSourceError, match="as the source 'the recording'"):
        desk.do(add_source, "the same", nature="recording", file=file)
    with pytest.raises(CrosscaseError, match="There is no file"):
        desk.do(add_source, "nothing", file=tmp_path / "missing.mp3")
    two = [desk.do(add_source, name, nature="recording") for name in ("elsewhere", "elsewhere too")]
    assert two[0] != two[1]


def test_sources_are_renamed_described_assigned_and_put_in_order(desk: Desk) -> None:
    one, two = desk.do(add_source, "one", "Words."), desk.do(add_source, "two", "Other words.")
    with pytest.raises(CrosscaseError, match="There is a source 'two' already"):
        desk.do(rename_source, one, "Two")
    desk.do(rename_source, one, "first")
    desk.do(describe_source, one, description="A leaflet.", nature="document", date="May 2020", language="en")
    case, person = desk.do(add_case, "STA1"), desk.do(add_participant, "P1")
    meeting = desk.do(add_interview, "M", [person])
    desk.do(assign_sources, [one, two], case=case, participant=person, interview=meeting)
    desk.do(assign_sources, [two], participant="")
    with pytest.raises(CrosscaseError, match="There is no case"):
        desk.do(assign_sources, [one], case="0" * 32)
    desk.do(order_sources, [two])
    source = desk.get(Source, one)
    assert (source.name, source.description, source.nature, source.date) == (
        "first",
        "A leaflet.",
        "document",
        "2020-05",
    )
    assert (source.case, source.participant, source.interview, source.position) == (case, person, meeting, 2)
    assert (desk.get(Source, two).case, desk.get(Source, two).participant) == (case, None)


def test_labels_are_mapped_in_one_source_or_in_many(desk: Desk) -> None:
    source, other = talk(desk), desk.do(add_source, "two", "ANNA: And then?")
    desk.do(speak, other, (6, 15, "ANNA"))
    person = desk.do(add_participant, "P1")
    assert desk.do(map_speaker, source, "p:", "participant", participant=person)
    assert not desk.do(map_speaker, source, "P", "participant", participant=person)
    assert desk.do(map_label, [source, other], "Anna", "interviewer") == 2
    voices = {(each.source, each.label): (each.voice, each.participant) for each in desk.rows(Speaker)}
    assert voices == {
        (source, "ANNA"): ("interviewer", None),
        (source, "P"): ("participant", person),
        (other, "ANNA"): ("interviewer", None),
    }
    with pytest.raises(CrosscaseError, match=r"no speaker 'ANNE' in this study\. Did you mean 'ANNA'"):
        desk.do(map_speaker, source, "ANNE", "interviewer")
    with pytest.raises(CrosscaseError, match="no speaker 'BOB'"):
        desk.do(map_label, [source], "BOB", "interviewer")
    with pytest.raises(CrosscaseError, match="voice that is other cannot be given to a participant"):
        desk.do(map_speaker, source, "P", "other", participant=person)
    anna = speaker_id(source, "ANNA")
    assert desk.do(map_speakers, {anna: Voiced("other"), speaker_id(source, "P"): Voiced("unassigned")}) == 2
    assert desk.get(Speaker, speaker_id(source, "P")).participant is None


def test_turns_are_mapped_declined_and_changed(desk: Desk) -> None:
    source, other = talk(desk), desk.do(add_source, "two", "ANNA: And then?")
    desk.do(speak, other, (6, 15, "ANNA"))
    asks, answers = turn_id(source, "6"), turn_id(source, "22")
    topic = desk.do(add_topic, "pace")
    question = desk.do(add_question, desk.do(add_instrument, "guide"), "How was it?", number="1", topic=topic)
    desk.do(map_turns, [asks], question=question)
    desk.do(map_turns, [asks, answers], topic=topic)
    desk.do(map_turns, [asks], topic="")
    assert [(desk.get(Turn, each).topic, desk.get(Turn, each).question) for each in (asks, answers)] == [
        (None, question),
        (topic, None),
    ]
    desk.do(map_speaker, source, "ANNA", "interviewer")
    with pytest.raises(CrosscaseError, match="1 of these turns are not what a participant says"):
        desk.do(mark_declined, [asks, answers])
    desk.do(mark_declined, [answers])
    assert desk.get(Turn, answers).declined
    desk.do(mark_declined, [answers], declined=False)
    desk.do(change_turns, [answers], nature="quoted", speaker="")
    turn = desk.get(Turn, answers)
    assert (turn.nature, turn.speaker, turn.declined) == ("quoted", None, False)
    with pytest.raises(CrosscaseError, match="'ANNA' is one of another source"):
        desk.do(change_turns, [answers], speaker=speaker_id(other, "ANNA"))
