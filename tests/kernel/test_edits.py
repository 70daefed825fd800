"""Random corrections of a real study: under every coding stand the same characters that stood there before.

`characters.py` says independently which. The texts have emoji of several code points, combining marks, right-to-left
words, and line ends as Windows writes them in what is brought. `make edits` tries 100,000 edits; here are fewer.
"""

from __future__ import annotations

import os
import random
from typing import NamedTuple

import pytest

from crosscase.model import Coding, Id, Mark, Memo, Span
from crosscase.store.act import acting
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import Placement, add_mark, apply_all
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source
from tests.kernel.characters import Characters

EDITS = int(os.environ.get("CROSSCASE_EDITS", "1200"))
PARTS = max(1, EDITS // 10_000)
PIECES = (
    "a", "b", " ", " ", "peer ", "worker", "é", "e\u0301", "n\u0303\u0323", "🙂", "👩\u200d👧", "👍🏽", "🇩🇪", "שלום",
    "مرحبا", "\u200f", "हिन्दी", "信任", "\r\n", "\r\n\r\n", "\r", "\n", "INT: ", "…", "\u00a0",
)  # fmt: skip
PUT_IN = (
    "",
    "",
    "",
    "x",
    "r",
    "yz",
    "worker",
    "\u0301",
    "🙂",
    "👩\u200d👧",
    "ש",
    "\n",
    "\r\n",
    " [name] ",
    "ten letters",
)


class Tried(NamedTuple):
    """How much one study was edited."""

    edits: int
    acts: int


def some_edits(chance: random.Random, length: int) -> list[tuple[Span, str]]:
    """Edits in order: at borders, beside each other, of one letter, of a stretch."""
    edits: list[tuple[Span, str]] = []
    at = 0
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        start = at if edits and chance.random() < 0.2 else at + int((length - at + 1) * chance.random() ** 2)
        end = min(length, start + chance.choice((0, 0, 1, 1, 1, 2, 3, 8)))
        words = chance.choice(PUT_IN)
        if start <= length and (end > start or words):
            edits.append((Span(start, end), words))
        at = max(at, end)
    return edits


def some_span(chance: random.Random, length: int) -> Span:
    start = chance.randrange(length)
    return Span(start, min(length, start + chance.choice((1, 1, 2, 5, 20))))


class Trial:
    """A study in memory, and beside it the tagged characters."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        brought = "".join(self.chance.choice(PIECES) for _ in range(self.chance.choice((3, 12, 60, 200)))) + "end"
        self.study = Study.new(None, title="Edits", member="Ada")
        self.source: Id = self.study.do(add_source, "one", brought).value
        self.code: Id = self.study.do(add_code, "x").value
        self.model = Characters(brought.replace("\r\n", "\n").replace("\r", "\n"))
        assert self.study.text(self.source) == self.model.text

    def lay_some(self) -> None:
        """Put codings, a mark and a memo on what there is."""
        length = len(self.model.now)
        if not length:
            return
        known = {one.id for one in self.study.rows(Coding)}
        spans = {some_span(self.chance, length) for _ in range(4)}
        code = self.study.do(add_code, f"x{len(self.model.coded)}").value
        self.study.do(apply_all, [Placement(code=code, source=self.source, span=span) for span in sorted(spans)])
        for one in self.study.rows(Coding):
            if one.id not in known:
                self.model.lay(one.id, Span(one.start, one.end))
                spans.remove(Span(one.start, one.end))
        assert not spans
        span = some_span(self.chance, length)
        self.model.lay(self.study.do(add_mark, self.source, span).value, span)
        span = some_span(self.chance, length)
        self.model.lay(self.study.do(write_memo, "Look.", source=self.source, span=span).value, span)

    def check(self) -> None:
        """Every thing that lies on the text lies on the characters that the model says."""
        assert self.study.text(self.source) == self.model.text
        rows: list[Coding | Mark | Memo] = [*self.study.rows(Coding), *self.study.rows(Mark), *self.study.rows(Memo)]
        assert len(rows) == len(self.model.coded)
        for one in rows:
            span = Span(one.start, one.end)
            assert self.model.under(span) == self.model.coded[one.id], (one, self.model.text)

    def run(self, acts: int) -> Tried:
        """Correct, undo and redo."""
        done = count = 0
        self.lay_some()
        for _ in range(acts):
            edits = [
                (span, words.replace("\r\n", "\n")) for span, words in some_edits(self.chance, len(self.model.now))
            ]
            before = self.model.copy()
            given = [(span, words.replace("\n", "\r\n")) for span, words in edits]
            entry = self.study.do(correct_source, self.source, given).entry
            # An edit that gives the same words is none.
            text = self.model.text
            edits = [(span, words) for span, words in edits if text[span.start : span.end] != words]
            self.model.edit(edits)
            self.check()
            done, count = done + len(edits), count + 1
            if entry and self.chance.random() < 0.1:
                after = self.model.copy()
                self.study.undo()
                self.model.back(before)
                self.check()
                if self.chance.random() < 0.5:
                    self.study.redo()
                    self.model.back(after)
                    self.check()
            elif self.chance.random() < 0.1 and len(self.model.coded) < 30:
                self.lay_some()
        assert self.study.verify() == []
        self.study.close()
        return Tried(done, count)


@pytest.mark.parametrize("part", range(PARTS))
def test_under_every_coding_stand_the_characters_that_stood_there(part: int) -> None:
    done, seed = 0, part * 1_000_000
    while done < EDITS // PARTS:
        done += Trial(seed).run(40).edits
        seed += 1


def test_the_model_can_fail() -> None:
    """The check finds a coding that is one character off."""
    trial = Trial(0)
    trial.lay_some()
    trial.check()

    with acting(trial.study.store, by=trial.study.member().id, verb="tried") as act:
        coding = next(one for one in act.rows(Coding) if one.end < len(trial.model.now))
        _, last = act.anchor(trial.source, Span(coding.end, coding.end + 1))
        act.change(Coding, coding.id, last=last)
        act.finish()
    with pytest.raises(AssertionError):
        trial.check()
