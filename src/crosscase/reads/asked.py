"""Which question each turn of an interviewer seems to ask: proposals, each with its score and why.

By numbering: a turn that begins with the number of a question (`3b.`, `Q4:`, `Question 4`) asks it; score 1. By
wording: how much of the question is said in the turn, as the share of its words, each weighted by how rare it is among
all questions: the weight of a word is ln(1 + Q / q), where q of Q questions have it. A turn may say far more than the
question; a question of which half is said scores 0.5 or so, whichever words the turn has besides. One word in common
proposes nothing.

What a careful reader would get wrong: a low score is no sign that nothing was asked, only that it was asked in other
words. Nothing is mapped before somebody accepts it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from math import log
from typing import Literal

import msgspec

from crosscase.model import Id, Instrument, Interview, Question, Source, Speaker, Topic, Turn
from crosscase.reads.codings import Texts

LEAST = 0.5
"""Proposals by wording below this score are left out, unless another least is asked for."""

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_NUMBERED = re.compile(
    r"^\W{0,3}(?:(?:question|q)[\s.:]*)?(\d{1,3}\s?[a-z]?|[a-z]\d{1,3}[a-z]?)\s?[.:)\]–-]", re.IGNORECASE
)
_TURNED = re.compile(r"^\W{0,3}(?:question|q)[\s.]*(\d{1,3}[a-z]?)\b", re.IGNORECASE)


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A turn and the question that it seems to ask.

    Attributes:
        words: the beginning of the turn.
        start: of the turn, in code points.
        score: from 0 to 1.
        by: numbering or wording; `why` says it in words.
        now: the question it is mapped to already, if any.
        second: the next best question with its score, where there is one.
    """

    turn: Id
    source: Id
    source_name: str
    start: int
    words: str
    question: Id
    number: str
    wording: str
    topic: str
    score: float
    by: Literal["numbering", "wording"]
    why: str
    now: Id | None = None
    second: tuple[Id, float] | None = None


class Gone(msgspec.Struct, frozen=True):
    """How far the mapping of a source is: turns that can ask something, and those that name a question or topic."""

    asking: int
    mapped: int


def asks(turn: Turn, voices: Mapping[Id, str]) -> bool:
    """Whether a turn can ask something: speech that is no participant's and no bystander's; `voices` by speaker."""
    return turn.nature == "speech" and voices.get(turn.speaker or "") in {"interviewer", "unassigned"}


def how_far(texts: Texts) -> dict[Id, Gone]:
    """How far the mapping is, by source; only sources in which somebody can have asked."""
    voices = {one.id: one.voice for one in texts.rows(Speaker)}
    found: dict[Id, Gone] = {}
    for turn in texts.rows(Turn):
        if asks(turn, voices):
            before = found.get(turn.source, Gone(0, 0))
            found[turn.source] = Gone(before.asking + 1, before.mapped + bool(turn.question or turn.topic))
    return found


def proposals(
    texts: Texts, *, sources: Collection[Id] = (), instrument: Id = "", least: float = LEAST, mapped: bool = False
) -> list[Proposal]:
    """Proposals for turns that are no participant's, by source and place.

    Args:
        texts: the study.
        sources: only these; all when empty.
        instrument: only its questions; else those of the guide the interview was held with, or of all guides.
        least: the lowest score by wording.
        mapped: also for turns that name a question or topic already.
    """
    questions = [one for one in texts.rows(Question) if one.nature == "open"]
    guides = {one.id for one in texts.rows(Instrument)}
    topics = {one.id: one.name for one in texts.rows(Topic)}
    held_with = {one.id: one.instrument for one in texts.rows(Interview)}
    voices = {one.id: one.voice for one in texts.rows(Speaker)}
    found: list[Proposal] = []
    scorers: dict[Id, _Scorer] = {}
    every = sorted(texts.rows(Source), key=lambda one: (one.position, one.name, one.id))
    turns: dict[Id, list[Turn]] = {}
    for turn in texts.rows(Turn):
        turns.setdefault(turn.source, []).append(turn)
    for source in every:
        if sources and source.id not in sources:
            continue
        guide = instrument or held_with.get(source.interview or "") or ""
        if guide not in scorers:
            fitting = [one for one in questions if not guide or one.instrument == guide]
            scorers[guide] = _Scorer(fitting if guide in guides or not guide else questions)
        asking = [
            turn
            for turn in sorted(turns.get(source.id, []), key=lambda one: one.start)
            if asks(turn, voices) and (mapped or not (turn.question or turn.topic))
        ]
        text = texts.text(source.id) if asking else ""
        for turn in asking:
            words = " ".join(text[turn.start : turn.end].split())
            best = scorers[guide].best(words, least)
            if best is not None:
                question, score, why, second = best
                found.append(
                    Proposal(
                        turn=turn.id, source=source.id, source_name=source.name, start=turn.start, words=words[:160],
                        question=question.id, number=question.number, wording=question.wording,
                        topic=topics.get(question.topic or "", ""), score=score,
                        by="numbering" if why.startswith("begins") else "wording", why=why, now=turn.question,
                        second=second,
                    )
                )  # fmt: skip
    return found


def words_of(text: str) -> set[str]:
    """The words of a text, letter case aside."""
    return {word.casefold().replace("’", "'") for word in _WORD.findall(text)}


class _Scorer:
    """Questions ready for comparing."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = questions
        self.words = [words_of(question.wording) for question in questions]
        self.numbers = {
            question.number.casefold().replace(" ", ""): question for question in questions if question.number
        }
        having: dict[str, int] = {}
        for words in self.words:
            for word in words:
                having[word] = having.get(word, 0) + 1
        self.weight = {word: log(1 + len(questions) / count) for word, count in having.items()}

    def best(self, text: str, least: float) -> tuple[Question, float, str, tuple[Id, float] | None] | None:
        """The question that fits best, its score, why, and the next one."""
        said = words_of(text)
        scores = [
            (
                sum(self.weight[word] for word in sorted(words & said))
                / sum(self.weight[word] for word in sorted(words)),
                n,
            )
            for n, words in enumerate(self.words)
            if len(words & said) > 1
        ]
        scores.sort(key=lambda pair: (-pair[0], pair[1]))
        numbered = _NUMBERED.match(text) or _TURNED.match(text)
        named = self.numbers.get(numbered[1].casefold().replace(" ", "")) if numbered else None
        if named is not None:
            other = next(((self.questions[n].id, round(score, 2)) for score, n in scores
                          if self.questions[n].id != named.id and score >= least), None)  # fmt: skip
            return named, 1.0, f"begins with {named.number}", other
        if not scores or scores[0][0] < least:
            return None
        score, n = scores[0]
        common = sorted(self.words[n] & said, key=lambda word: (-self.weight[word], word))
        second = (
            (self.questions[scores[1][1]].id, round(scores[1][0], 2)) if len(scores) > 1 and scores[1][0] > 0 else None
        )
        shown = ", ".join(common[:6]) + (" …" if len(common) > 6 else "")
        return (
            self.questions[n],
            round(score, 2),
            f"says {len(common)} of its {len(self.words[n])} words: {shown}",
            second,
        )
