"""Correcting a text moves no coding, and nobody's words become another's."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Id, Source, Span, Speaker, Turn
from crosscase.store.act import Act
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.corrections import correct_source, replace_text, replace_words
from crosscase.verbs.sources import add_source
from crosscase.verbs.turns import speaker_id, turn_id
from tests.verbs.conftest import Desk

TEXT = "ANNA: How was it?\n\nP: My peer workee said e\u0301h 🙂 שלום, slow.\n\nANNA: Slow."
PEER = "peer workee"


class Talk(NamedTuple):
    """A source with three turns and a coding on `peer workee`."""

    desk: Desk
    source: Id
    coding: Id

    @property
    def text(self) -> str:
        return self.desk.store.text(self.source)

    def coded(self) -> str:
        found = self.desk.get(Coding, self.coding)
        return self.text[found.start : found.end]

    def turns(self) -> list[str]:
        rows = sorted(self.desk.rows(Turn, source=self.source), key=lambda turn: (turn.start, turn.end))
        return [self.text[turn.start : turn.end] for turn in rows]


def _speak(act: Act, source: Id, spans: list[Span]) -> None:
    speaker = act.add(Speaker(id=speaker_id(source, "X"), source=source, label="X")).id
    act.add_all(
        [
            Turn(
                id=turn_id(source, str(span.start)), source=source, first=str(span.start), last=str(span.end - 1),
                start=span.start, end=span.end, speaker=speaker,
            )
            for span in spans
        ]
    )  # fmt: skip


def a_talk(desk: Desk) -> Talk:
    source = desk.do(add_source, "one", TEXT)
    answer = TEXT.index("My peer")
    end = TEXT.index("\n\nANNA: Slow")
    desk.do(_speak, source, [Span(6, 17), Span(answer, end), Span(end + 8, len(TEXT))])
    at = TEXT.index(PEER)
    coding = desk.do(apply_code, desk.do(add_code, "peer"), source, Span(at, at + len(PEER)))
    return Talk(desk, source, coding)


@pytest.fixture
def talk(desk: Desk) -> Talk:
    return a_talk(desk)


def test_a_coding_follows_its_words(talk: Talk) -> None:
    at = talk.text.index("workee")
    assert talk.desk.do(correct_source, talk.source, [(Span(0, 4), "HANNAH"), (Span(at, at + 6), "worker")]).places == 2
    assert talk.coded() == "peer worker"
    assert talk.turns() == ["How was it?", "My peer worker said e\u0301h 🙂 שלום, slow.", "Slow."]
    talk.desk.do(correct_source, talk.source, [(Span(0, len("HANNAH: How was it?\n\n")), "")])
    assert talk.coded() == "peer worker"
    assert talk.turns()[0] == ""
    assert talk.desk.do(correct_source, talk.source, [(Span(0, 1), "P")]).places == 0


def test_what_is_put_in_at_the_border_of_a_turn_belongs_to_it(talk: Talk) -> None:
    end = talk.text.index("?") + 1
    begin = talk.text.index("My peer")
    edits = [(Span(end, end), " Tell me."), (Span(begin, begin), "Well. "), (Span(len(TEXT), len(TEXT)), " Good.")]
    assert talk.desk.do(correct_source, talk.source, edits).places == 3
    assert talk.turns() == [
        "How was it? Tell me.",
        "Well. My peer workee said e\u0301h 🙂 שלום, slow.",
        "Slow. Good.",
    ]
    assert talk.coded() == PEER


def test_a_line_break_ends_a_turn(talk: Talk) -> None:
    end = talk.text.index("?") + 1
    talk.desk.do(correct_source, talk.source, [(Span(end, end), " Hm.\n\nP: Wait"), (Span(0, 0), "First.\n")])
    assert talk.turns()[0] == "How was it? Hm."
    assert "".join(talk.turns()).count("Wait") == 0


def test_words_put_in_where_two_turns_touch_belong_to_the_first(desk: Desk) -> None:
    source = desk.do(add_source, "one", "Yes.No.")
    desk.do(_speak, source, [Span(0, 4), Span(4, 7)])
    desk.do(correct_source, source, [(Span(4, 4), " Oh"), (Span(4, 4), " well.")])
    talk = Talk(desk, source, "")
    assert talk.turns() == ["Yes. Oh well.", "No."]
    desk.do(correct_source, source, [(Span(0, 13), "")])
    assert talk.turns() == ["", "No."]
    desk.do(correct_source, source, [(Span(0, 0), "Back.")])
    assert talk.turns() == ["Back.", "No."]


def test_spans_that_will_not_do_change_nothing(talk: Talk) -> None:
    across = Span(10, talk.text.index("My peer") + 2)
    for edits, says in (
        ([(Span(0, 999), "x")], "there is nothing to correct from 0 to 999"),
        ([(Span(5, 3), "x")], "there is nothing to correct from 5 to 3"),
        ([(Span(2, 6), "x"), (Span(0, 3), "y")], "of 0 to 3 and of 2 to 6 overlap"),
        ([(across, "It went well.")], "reach across the beginning or the end of somebody's turn"),
        ([(Span(0, 1), "\0")], "zero character"),
    ):
        with pytest.raises(CrosscaseError, match=says):
            talk.desk.do(correct_source, talk.source, edits)
    assert talk.text == TEXT
    talk.desk.do(correct_source, talk.source, [(across, "")])
    assert talk.turns()[:2] == ["How ", " peer workee said e\u0301h 🙂 שלום, slow."]


def test_words_are_replaced_wherever_they_stand(talk: Talk) -> None:
    other = talk.desk.do(add_source, "two", "ANNA and HANNAH, peer workees.")
    with pytest.raises(CrosscaseError, match="'Bob' does not stand in the text as words of their own"):
        talk.desk.do(replace_words, [talk.source, other], "Bob", "Rob")
    with pytest.raises(CrosscaseError, match="'' does not stand in the text"):
        talk.desk.do(replace_words, [other], "", "x")
    # A letter is not replaced under an accent that belongs to it.
    with pytest.raises(CrosscaseError, match="'e' does not stand"):
        talk.desk.do(replace_words, [talk.source], "e", "a")
    done = talk.desk.do(replace_words, [talk.source, other], "ANNA", "INES")
    assert {source: one.places for source, one in done.items()} == {talk.source: 2, other: 1}
    assert talk.desk.store.text(other) == "INES and HANNAH, peer workees."
    done = talk.desk.do(replace_words, [talk.source, other], "workee", "worker", whole=False)
    assert {source: one.places for source, one in done.items()} == {talk.source: 1, other: 1}
    assert talk.coded() == "peer worker"


def test_a_whole_corrected_text_moves_nothing_that_stayed(talk: Talk) -> None:
    becomes = (
        "ANNA: How was it?\r\n\r\nP: Oh, my peer worker said e\u0301h 🙂 שלום, very slow.\r\n\r\n"
        "MARION: Yes.\r\n\r\nANNA: Slow. Thanks."
    )
    assert talk.desk.do(replace_text, talk.source, becomes).places
    assert talk.text == becomes.replace("\r\n", "\n")
    assert talk.coded() == "peer worker"
    assert talk.turns() == [
        "How was it?",
        "Oh, my peer worker said e\u0301h 🙂 שלום, very slow.",
        "Slow. Thanks.",
    ]
    assert talk.desk.do(replace_text, talk.source, becomes).places == 0
    with pytest.raises(CrosscaseError, match="no words"):
        talk.desk.do(replace_text, talk.source, " \n")


def test_words_in_place_of_several_turns_are_nobodys(talk: Talk) -> None:
    talk.desk.do(replace_text, talk.source, "ANNA: 1\n\n2")
    assert talk.text == "ANNA: 1\n\n2"
    assert [turn for turn in talk.turns() if "2" in turn] in ([], ["2"])
    assert all("\n" not in turn for turn in talk.turns())


PIECES = st.sampled_from(["My ", "peer ", "workee", "worker", "ANNA: ", "\n\n", "P: ", "🙂", "e\u0301", "שלום", ". "])


@settings(max_examples=8)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=12).map("".join).filter(str.strip), min_size=1, max_size=3))
def test_any_text_may_become_any_other_and_back(texts: list[str]) -> None:
    desk = Desk()
    talk = a_talk(desk)
    for text in texts:
        desk.do(replace_text, talk.source, text)
        assert talk.text == text
        assert desk.get(Source, talk.source).length == len(text)
        spans = sorted((turn.start, turn.end) for turn in desk.rows(Turn) if turn.start < turn.end)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    desk.undo_all()
    assert desk.dump() == desk.began
    desk.store.close()
