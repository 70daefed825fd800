"""The rules of `docs/explanation/correcting.md`, one test each."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.importers import read_path
from crosscase.model import Coding, Id, Link, Mark, Memo, Source, Span, Turn
from crosscase.reads.emptied import emptied
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import add_mark, apply_code, remove_codings, resize_coding
from crosscase.verbs.corrections import Correction, correct_source, replace_text
from crosscase.verbs.links import add_link
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source
from crosscase.verbs.take_in import take_in
from tests.verbs.conftest import Desk

TEXT = "Well, my peer workee came. 🙂 I was I, e\u0301h, glad."


class Coded:
    """A source, and a coding on some of its words."""

    def __init__(self, desk: Desk, words: str, text: str = TEXT) -> None:
        self.desk = desk
        self.source = desk.do(add_source, "one", text)
        self.code = desk.do(add_code, "x")
        self.coding = self.also(words)

    def also(self, words: str) -> Id:
        return self.desk.do(apply_code, self.code, self.source, self.where(words))

    def where(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    @property
    def text(self) -> str:
        return self.desk.store.text(self.source)

    def words(self, coding: Id = "") -> str:
        found = self.desk.get(Coding, coding or self.coding)
        return self.text[found.start : found.end]

    def change(self, old: str, new: str) -> Correction:
        return self.desk.do(correct_source, self.source, [(self.where(old), new)])

    def put_in(self, before: str, new: str) -> Correction:
        at = self.where(before).start
        return self.desk.do(correct_source, self.source, [(Span(at, at), new)])


def test_a_typo_in_the_first_letter_of_what_is_coded_is_taken_in(desk: Desk) -> None:
    coded = Coded(desk, "bear worker", "My bear worker came.")
    coded.change("b", "p")
    assert coded.words() == "pear worker"


def test_a_typo_in_the_last_letter_of_what_is_coded_is_taken_in(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    coded.change("e came", "r came")
    assert coded.words() == "peer worker came"  # what was replaced reached beyond, and all of it is the replacement


def test_a_typo_in_the_last_letter_alone_is_taken_in(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    end = coded.where("peer workee").end
    coded.desk.do(correct_source, coded.source, [(Span(end - 1, end), "r")])
    assert coded.words() == "peer worker"


def test_a_typo_in_the_only_letter_that_is_coded_is_taken_in(desk: Desk) -> None:
    coded = Coded(desk, "I, ")
    only = coded.desk.do(apply_code, coded.desk.do(add_code, "y"), coded.source, coded.where("I,"))
    coded.desk.do(resize_coding, only, Span(coded.where("I,").start, coded.where("I,").start + 1))
    coded.change("I,", "J,")
    assert coded.words(only) == "J,"
    at = coded.where("J,").start
    coded.desk.do(resize_coding, only, Span(at, at + 1))
    coded.desk.do(correct_source, coded.source, [(Span(at, at + 1), "K")])
    assert coded.words(only) == "K"


def test_a_change_inside_stretches_or_shrinks(desk: Desk) -> None:
    coded = Coded(desk, "peer workee came")
    (touched,) = coded.change("workee", "support worker").touched
    assert (touched.kind, touched.id, touched.how) == ("coding", coded.coding, "stretched")
    assert coded.words() == "peer support worker came"
    assert coded.change("peer ", "p ").touched[0].how == "shrank"
    assert coded.words() == "p support worker came"
    assert coded.change("came", "went").touched[0].how == "reworded"


def test_a_change_before_or_after_touches_nothing(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    assert coded.change("Well, ", "").touched == ()
    assert coded.change("🙂", "👩\u200d👧👩\u200d👧").touched == ()
    assert coded.words() == "peer workee"


@pytest.mark.parametrize("put_in", ["x", " ", "never ", "\n", "🙂", "\u0301", "wo"])
def test_text_put_in_at_a_border_is_not_swallowed(desk: Desk, put_in: str) -> None:
    coded = Coded(desk, "peer workee")
    coded.put_in("peer", put_in)
    coded.put_in(" came", put_in)
    assert coded.words() == "peer workee"
    assert f"{put_in}peer workee{put_in}" in coded.text


def test_text_put_in_where_the_end_was_taken_away_is_not_swallowed(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    coded.change("workee", "")
    assert coded.words() == "peer "
    coded.put_in(" came", "mistake")
    assert coded.words() == "peer "
    coded.change("peer ", "Peer ")
    assert coded.words() == "Peer "
    assert "Peer mistake came" in coded.text


def test_text_put_in_where_the_beginning_was_taken_away_is_not_swallowed(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    coded.change("peer ", "")
    coded.put_in("workee", "mistaken ")
    assert coded.words() == "workee"


def test_ten_characters_typed_move_three_codings_as_they_should(desk: Desk) -> None:
    """Somebody types ten characters into a coded transcript: one coding lies before, one around, one after.

    Programs that keep offsets shift some of the three, or none. The first stays, the second grows, the third moves.
    """
    coded = Coded(desk, "Well, my", "Well, my peer workee came. I was glad of it.")
    around, after = coded.also("peer workee came"), coded.also("I was glad")
    before = {one.id: Span(one.start, one.end) for one in desk.rows(Coding)}
    coded.put_in("workee", "supporting")
    lies = {one.id: Span(one.start, one.end) for one in desk.rows(Coding)}
    assert lies[coded.coding] == before[coded.coding]
    assert lies[around] == Span(before[around].start, before[around].end + 10)
    assert lies[after] == Span(before[after].start + 10, before[after].end + 10)
    assert [coded.words(one) for one in (coded.coding, around, after)] == [
        "Well, my",
        "peer supportingworkee came",
        "I was glad",
    ]


def test_what_has_no_words_left_is_kept_empty_and_listed_for_review(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    mark = desk.do(add_mark, coded.source, coded.where("peer"), note="look")
    memo = desk.do(write_memo, "Why?", title="workee?", source=coded.source, span=coded.where("workee"))
    change = coded.change("my peer workee came", "nobody came")
    assert {one.how for one in change.touched} == {"reworded", "stretched"}  # replaced, not taken away
    assert emptied(desk.store) == []
    coded.change("nobody came", "")
    assert coded.words() == ""
    lines = emptied(desk.store, coded.source)
    assert {(one.id, one.kind, one.what, one.words, one.before, one.after[:3]) for one in lines} == {
        (coded.coding, "coding", "x", "nobody came", "Well, ", ". 🙂"),
        (mark, "mark", "look", "nobody came", "Well, ", ". 🙂"),
        (memo, "memo", "workee?", "nobody came", "Well, ", ". 🙂"),
    }
    coded.put_in(". 🙂", "they came")
    assert coded.words() == ""
    desk.do(resize_coding, coded.coding, coded.where("they came"))
    assert {one.id for one in emptied(desk.store)} == {mark, memo}
    desk.do(remove_codings, [coded.coding])


def test_marks_memos_and_links_follow(desk: Desk) -> None:
    coded = Coded(desk, "peer workee")
    mark = desk.do(add_mark, coded.source, coded.where("came"))
    memo = desk.do(write_memo, "Look.", source=coded.source, span=coded.where("glad"))
    link = desk.do(add_link, "coding", coded.coding, "memo", memo, relation="says more")
    coded.change("Well, my", "Well, well, well, and my own")
    for found, words in ((desk.get(Mark, mark), "came"), (desk.get(Memo, memo), "glad")):
        assert coded.text[found.start : found.end] == words
    assert desk.get(Link, link).to_thing == memo


def test_times_of_turns_stay_and_a_line_break_taken_away_joins_no_turns(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_bytes(
        b"WEBVTT\r\n\r\n00:01.000 --> 00:02.500\r\n<v ANNA>How are you?\r\n\r\n"
        b"00:02.500 --> 00:04.000\r\n<v BEN>All right.\r\n\r\n"
    )
    desk.do(take_in, read_path(file))
    (source,) = desk.rows(Source)
    text = desk.store.text(source.id)
    at = text.index("you?")
    until = text.index("All right") + 3
    desk.do(correct_source, source.id, [(Span(at + 4, until - 3), "")])
    turns = sorted(desk.rows(Turn), key=lambda turn: turn.start)
    text = desk.store.text(source.id)
    spoken = [text[turn.start : turn.end] for turn in turns if turn.nature == "speech"]
    assert spoken == ["How are you?", "All right."]
    assert [(turn.from_ms, turn.to_ms) for turn in turns] == [(1000, 2500), (2500, 4000)]
    assert "you?All right." in text


def test_a_whole_file_with_a_typo_in_every_line_moves_no_coding(desk: Desk) -> None:
    lines = [f"Speaker {n}: this is what number {n} said at {n} o'clock, word for word.\n" for n in range(300)]
    coded = Coded(desk, "number 7 said", "".join(lines))
    others = [coded.also(f"number {n} said at") for n in range(8, 299)]
    wrong = coded.text.replace("word for word", "wrod for wrd")
    done = desk.do(replace_text, coded.source, wrong)
    assert done.touched == ()
    assert done.places >= 600
    assert [coded.words(one) for one in others] == [f"number {n} said at" for n in range(8, 299)]


def test_what_was_emptied_lies_on_its_words_again_when_all_is_taken_back(tmp_path: Path) -> None:
    with Study.new(tmp_path / "a.crosscase", title="T", member="Ada") as study:
        source = study.do(add_source, "one", TEXT).value
        coding = study.do(apply_code, study.do(add_code, "x").value, source, Span(1, 2)).value
        study.do(correct_source, source, [(Span(0, len(TEXT)), "")])
        assert study.rows(Coding, id=[coding])[0].end == 0
        study.undo()
        found = study.rows(Coding, id=[coding])[0]
        assert (found.start, found.end) == (1, 2)
        assert study.verify() == []
        study.do(correct_source, source, [(Span(0, 1), "X")])
        assert study.verify() == []


def test_the_runs_kept_beside_a_text_are_those_of_the_journal(tmp_path: Path) -> None:
    with Study.new(tmp_path / "a.crosscase", title="T", member="Ada") as study:
        source = study.do(add_source, "one", TEXT).value
        for n in range(30):
            study.do(correct_source, source, [(Span(n, n + n % 3), "xy"[: n % 2 + 1])])
        study.undo()
        assert study.verify() == []
        with study.store.writing() as connection:
            connection.exec_driver_sql("UPDATE source_text SET runs = x'00'")
        assert [fault.where for fault in study.verify()] == ["tables"]
        # Where they do not fit, the journal is asked.
        before = study.text(source)
        study.do(correct_source, source, [(Span(0, 1), "Z")])
        assert study.text(source) == "Z" + before[1:]
        assert study.verify() == []
