"""Corrections and codings made on copies that knew nothing of each other land where they should after a merge."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from crosscase.model import Code, Coding, Id, Source, Span
from crosscase.store.dump import dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.merge import merge
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.corrections import correct_source, replace_text
from crosscase.verbs.members import add_member
from crosscase.verbs.settling import keep_side
from crosscase.verbs.sources import add_source

TEXT = "Well, my peer workee came. 🙂 We were glad, e\u0301h, of the peer workee שלום. And that is all."


class Team:
    """Copies of one study, each with a member of its own."""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        first = folder / "first.crosscase"
        with Study.new(first, title="T", member=names[0]) as study:
            for name in names[1:]:
                study.do(add_member, name)
            self.source: Id = study.do(add_source, "one", TEXT).value
            study.do(add_code, "x")
        paths = [first, *(folder / f"{name}.crosscase" for name in names[1:])]
        for path in paths[1:]:
            shutil.copy(first, path)
        self.copies = [Study.open(path, member=name) for path, name in zip(paths, names, strict=True)]

    def code(self, copy: int, words: str) -> Id:
        study = self.copies[copy]
        text = study.text(self.source)
        at = text.index(words)
        return study.do(apply_code, study.rows(Code)[0].id, self.source, Span(at, at + len(words))).value

    def change(self, copy: int, old: str, new: str) -> None:
        study = self.copies[copy]
        at = study.text(self.source).index(old)
        study.do(correct_source, self.source, [(Span(at, at + len(old)), new)])

    def put_in(self, copy: int, before: str, new: str) -> None:
        study = self.copies[copy]
        at = study.text(self.source).index(before)
        study.do(correct_source, self.source, [(Span(at, at), new)])

    def together(self, order: tuple[int, ...] | None = None) -> None:
        """Every copy takes in every other, in some order; all are alike then."""
        for _ in range(2):
            for here in order or range(len(self.copies)):
                for there in order or range(len(self.copies)):
                    if here != there:
                        merge(self.copies[here].store, self.copies[there].store)
        assert len({dump_digest(copy.store) for copy in self.copies}) == 1
        assert all(copy.verify() == [] for copy in self.copies)

    def words(self, coding: Id, copy: int = 0) -> str:
        found = self.copies[copy].get(Coding, coding)
        assert found is not None
        return self.copies[copy].text(self.source)[found.start : found.end]

    def text(self) -> str:
        return self.copies[0].text(self.source)


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Team]:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    team = Team(tmp_path, ("Ada", "Ben"))
    yield team
    for copy in team.copies:
        copy.close()


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Team]:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    team = Team(tmp_path, ("Ada", "Ben", "Cleo"))
    yield team
    for copy in team.copies:
        copy.close()


def test_codings_made_on_the_old_text_lie_on_the_same_words_of_the_new(two: Team) -> None:
    before = two.code(1, "Well, my")
    wrong = two.code(1, "peer workee")
    after = two.code(1, "We were glad")
    right_beside = two.code(1, " came")
    two.change(0, "Well,", "Well, well, well,")
    two.change(0, "workee came", "worker came")
    two.put_in(0, "We were", "INT: And? ")
    two.together()
    assert [two.words(one) for one in (before, wrong, after, right_beside)] == [
        "Well, well, well, my",
        "peer worker came",
        "We were glad",
        "worker came",
    ]


def test_a_typo_at_the_end_of_what_a_colleague_coded_is_taken_in_and_nothing_else(two: Team) -> None:
    coding, beside = two.code(1, "peer workee"), two.code(1, " came")
    at = two.text().index("workee") + 5
    two.copies[0].do(correct_source, two.source, [(Span(at, at + 1), "r")])
    two.put_in(0, " came", " (laughs)")
    two.together()
    assert two.words(coding) == "peer worker"
    assert two.words(beside) == " came"


def test_a_passage_that_was_taken_away_leaves_a_colleagues_coding_empty(two: Team) -> None:
    coding, wider = two.code(1, "e\u0301h"), two.code(1, "glad, e\u0301h, of")
    two.change(0, "e\u0301h, ", "")
    two.together()
    assert two.words(coding) == ""
    assert two.words(wider) == "glad, of"


def test_a_coding_made_on_one_correction_survives_another(two: Team) -> None:
    two.change(0, "workee came", "workers came")
    mine = two.code(0, "peer workers")
    two.change(1, "Well, my ", "")
    theirs = two.code(1, "peer workee came")
    two.together()
    assert two.words(mine) == "peer workers"
    assert two.text().startswith("peer workers came.")
    assert two.words(theirs) == "peer workers came"


def test_the_same_correction_made_twice_shows_once(two: Team) -> None:
    two.change(0, "workee came", "worker came")
    two.change(1, "workee came", "worker came")
    mine, theirs = two.code(0, "worker"), two.code(1, "worker")
    two.together()
    assert two.text() == TEXT.replace("workee came", "worker came")
    assert [two.words(one) for one in (mine, theirs)] == ["worker", "worker"]
    two.change(1, "worker", "helper")
    two.together()
    assert two.text() == TEXT.replace("workee came", "helper came")
    assert [two.words(one) for one in (mine, theirs)] == ["helper", "helper"]


def test_one_of_two_same_corrections_is_undone_and_the_other_stands(two: Team) -> None:
    coding = two.code(1, "peer workee")
    two.change(0, "workee came", "worker came")
    two.change(1, "workee came", "worker came")
    two.together()
    right = TEXT.replace("workee came", "worker came")
    two.copies[1].undo()
    two.together()
    assert two.text() == right
    two.copies[1].redo()
    two.together()
    assert two.text() == right
    assert two.words(coding) == "peer worker came"
    two.copies[0].undo(with_dependants=True)
    two.together()
    assert two.text() == TEXT
    assert two.words(coding) == "peer workee"


@pytest.mark.parametrize(("side", "kept"), [(1, "worker"), (2, "helper"), (3, "")])
def test_a_settlement_that_is_taken_back_hides_nobodys_words(two: Team, side: int, kept: str) -> None:
    two.change(0, "workee came", "worker came")
    two.change(1, "workee came", "helper came" if side != 3 else "")
    two.together()
    before = two.text()
    study = two.copies[0]
    conflicts = open_conflicts(study.store)
    assert len(conflicts) == 1
    values = [one.value for one in conflicts[0].sides]
    chosen = next(n for n, value in enumerate(values, 1) if value.startswith(kept) and (kept or not value))
    study.do(keep_side, conflicts[0].id, chosen)
    settled = TEXT.replace("workee came", f"{kept} came" if kept else "")
    assert study.text(two.source) == settled
    assert open_conflicts(study.store) == []
    study.undo()
    assert study.text(two.source) == before
    assert len(open_conflicts(study.store)) == 1
    study.redo()
    assert study.text(two.source) == settled
    two.together()


def test_what_two_took_away_stays_away_until_both_take_that_back(two: Team) -> None:
    coding = two.code(0, "Well, my")
    two.change(0, "Well, ", "")
    two.change(1, "Well, my ", "")
    two.together()
    assert (two.text(), two.words(coding)) == (TEXT.removeprefix("Well, my "), "")
    two.copies[1].undo()
    two.together()
    assert (two.text(), two.words(coding)) == (TEXT.removeprefix("Well, "), "my")
    two.copies[0].undo()
    two.together()
    assert (two.text(), two.words(coding)) == (TEXT, "Well, my")


def test_whole_files_corrected_on_two_copies_come_together(two: Team) -> None:
    coding = two.code(1, "glad, e\u0301h, of the peer")
    two.copies[0].do(replace_text, two.source, TEXT.replace("workee", "worker").replace("Well", "Oh well"))
    two.copies[1].do(replace_text, two.source, TEXT.replace("workee", "worker").replace("glad", "so glad"))
    two.together()
    assert two.text() == TEXT.replace("workee", "worker").replace("Well", "Oh well").replace("glad", "so glad")
    assert two.words(coding) == "glad, e\u0301h, of the peer"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_copies_in_any_order(three: Team, order: tuple[int, ...]) -> None:
    coded = {
        three.code(2, "my peer workee"): "my own peer worker",
        three.code(2, "of the peer"): "of the dear peer",
        three.code(2, "And that is all."): "And that is all.",
        three.code(1, "🙂"): "🙂",
    }
    three.change(0, "my peer", "my own peer")
    at = three.copies[0].text(three.source).index("workee")
    three.copies[0].do(correct_source, three.source, [(Span(at + 5, at + 6), "r")])
    three.put_in(1, "peer workee שלום", "dear ")
    three.put_in(1, "And that", "INT: ")
    three.together(order)
    assert {one: three.words(one) for one in coded} == coded
    assert {three.words(one, copy) for one in coded for copy in range(3)} == set(coded.values())


@pytest.mark.parametrize("seed", range(4))
def test_codings_and_corrections_at_random_on_three_copies(three: Team, seed: int) -> None:
    """Characters that stand and were coded are coded; those that nobody put in inside a coding are not."""
    chance = random.Random(seed)
    marks = "0123456789abcdefghijklmnopqrstuvwxyz"
    study = three.copies[0]
    study.do(replace_text, three.source, marks)
    three.together()
    kept: dict[Id, str] = {}
    for _ in range(3):
        for here, copy in enumerate(three.copies):
            text = copy.text(three.source)
            at = chance.randrange(len(text))
            until = min(len(text), at + chance.choice((1, 3, 9)))
            if chance.random() < 0.6 and text[at:until] not in kept.values():
                coding = three.code(here, text[at:until])
                kept[coding] = text[at:until]
            for _ in range(2):
                text = copy.text(three.source)
                at = chance.randrange(len(text))
                cut = chance.choice((0, 1, 2))
                # What is put in is told from what was there: a letter of its own in capitals.
                copy.do(
                    correct_source, three.source, [(Span(at, min(len(text), at + cut)), chance.choice(("", "Ä", "ß!")))]
                )
        three.together()
    left = set(three.text())
    for coding, words in kept.items():
        mine = [letter for letter in words if letter in marks and letter in left]
        now = [letter for letter in three.words(coding) if letter in marks]
        assert now == mine, (words, three.words(coding), three.text())
    assert three.copies[0].rows(Source)[0].length == len(three.text())
