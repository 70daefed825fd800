"""Coding by rule: every place where something is said gets a code, in one act.

`plan` works out the places from a snapshot and changes nothing, so that they can be shown first; `autocode` makes the
code when it is new, and codes them. Codings by rule are *unreviewed* until a member accepts them, and each
says by which rule it came (`Coding.rule`).

What a careful reader would get wrong: interviewers' words, quotations and stage notes are passed over unless they are
asked for; a speaker who is named is asked for. A word is looked for as a word, whatever its case and accents.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

import msgspec

from crosscase.errors import BadValueError, NotFoundError
from crosscase.model import Id, Span
from crosscase.store.act import Act
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_codes
from crosscase.verbs.registry import Verb

if TYPE_CHECKING:
    from crosscase.frames import Snapshot
    from crosscase.frames.intervals import Flags
    from crosscase.frames.matching import Matches
    from crosscase.frames.token_index import TokenIndex
    from crosscase.frames.turns import TurnPassages

_SPEAKER = "speaker"

How = Literal["word", "phrase", "regex"]
Unit = Literal["match", "sentence", "paragraph", "turn"]


class NoRuleError(BadValueError):
    """A rule that would code everything, or that says nothing."""

    code = "no-rule"

    def __init__(self) -> None:
        super().__init__("Say what to code: words, or speakers or topics whose turns are to be coded.")


class WholeTurnsError(BadValueError):
    """Without words there is nothing smaller than a turn to code."""

    code = "whole-turns"

    def __init__(self, unit: str) -> None:
        super().__init__(f"Without words whole turns are coded; the unit cannot be a {unit}.")


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What to code.

    Attributes:
        words: words, phrases or regular expressions, any of which will do; `*` ends the beginning of a word. None:
            every turn of the speakers and topics.
        unit: how much is coded around a match.
        speakers: labels in transcripts, or identifiers of participants.
        topics, sources, cases, roles: only there; by name or id.
        interviewers: also what interviewers and others say.
        match_case: of regular expressions; words and phrases never do.
    """

    words: tuple[str, ...] = ()
    how: How = "word"
    unit: Unit = "match"
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    interviewers: bool = False
    match_case: bool = False

    def __str__(self) -> str:
        named = {"phrase": "phrases", "regex": "expressions"}.get(self.how, "words")
        limits = {
            "speaker": self.speakers, "topic": self.topics, "source": self.sources, "case": self.cases,
            "role": self.roles,
        }  # fmt: skip
        parts = [f"{named} {', '.join(self.words)}"] if self.words else []
        parts += [f"{name} {', '.join(values)}" for name, values in limits.items() if values]
        parts += ["interviewers too"] if self.interviewers else []
        return "; ".join([*parts, f"unit {self.unit}"])


class Plan(msgspec.Struct, frozen=True):
    """What a rule would code.

    Attributes:
        places: sources and stretches of them, by source and start.
        matches: how often the words were found there; equal to the places without words.
        passed_over: matches in interviewers', quoted or others' words, which are not among the places.
        nobodys: places in the words of speakers whom nobody has mapped to a participant yet, and in documents.
    """

    places: tuple[tuple[Id, Span], ...]
    matches: int
    passed_over: int
    nobodys: int


class Autocoded(msgspec.Struct, frozen=True):
    """What was coded: the code, whether it was made for this, and how many codings are new."""

    code: Id
    made: bool
    added: int


def plan(snapshot: Snapshot, rule: Rule, *, index: TokenIndex | None = None) -> Plan:
    """The places that a rule codes; nothing is changed.

    Args:
        snapshot: the study.
        rule: what to code.
        index: the words of all texts, where they are at hand.

    Raises:
        NoRuleError, WholeTurnsError: the rule says too little, or contradicts itself.
        NotFoundError, AmbiguousError: something is named that the study has not, or several things.
        QueryError, BadPatternError, SlowPatternError: the words cannot be looked for.
    """
    import numpy as np

    from crosscase.frames.matching import Matches, matches, widened_to
    from crosscase.frames.token_index import TokenIndex
    from crosscase.frames.turns import index_of, turn_passages

    if not rule.words and not (rule.speakers or rule.topics):
        raise NoRuleError
    if not rule.words and rule.unit != "turn":
        raise WholeTurnsError(rule.unit)
    turns = turn_passages(snapshot)
    inside = _limits(snapshot, turns, rule)
    heard = _heard(turns, rule)
    rows = np.flatnonzero(inside)
    looked = turns.passages.chosen(rows)
    text_of = snapshot.starts.text
    if rule.words:
        if index is None:
            index = TokenIndex.of({}) if rule.how == "regex" else index_of(snapshot)
        found = matches(index, looked, text_of, rule.how, rule.words, ignore_case=not rule.match_case)
    else:
        every = np.arange(len(looked), dtype=np.int64)
        found = Matches(looked, every, looked.start.astype(np.int64), looked.end.astype(np.int64))
    kept = heard[rows][found.passage]
    if rule.words:
        kept &= ~_over_others(turns, heard, found)
    chosen = Matches(looked, found.passage[kept], found.start[kept], found.end[kept])
    wide = widened_to(chosen, rule.unit, text_of)
    return Plan(
        places=tuple(dict.fromkeys(wide)),
        matches=len(chosen),
        passed_over=len(found) - len(chosen),
        nobodys=int((turns.participant[rows][wide.passage] < 0).sum()),
    )


def _limits(snapshot: Snapshot, turns: TurnPassages, rule: Rule) -> Flags:
    """For each passage whether the rule looks into it at all."""
    import numpy as np

    flags = np.ones(len(turns.passages), dtype=np.bool_)
    if rule.speakers:
        flags &= _spoken_by(snapshot, turns, rule.speakers)
    for listing, names, numbers in (
        (snapshot.topics, rule.topics, turns.topic),
        (snapshot.sources, rule.sources, turns.passages.source),
        (snapshot.cases, rule.cases, turns.case),
        (snapshot.roles, rule.roles, turns.role),
    ):
        if names:
            flags &= np.isin(numbers, snapshot.found(listing, names))
    return flags


def _heard(turns: TurnPassages, rule: Rule) -> Flags:
    """For each passage whether its words may be coded: the participants' own, unless others are asked for."""
    return turns.speech if rule.interviewers or rule.speakers else turns.own


def _spoken_by(snapshot: Snapshot, turns: TurnPassages, speakers: Sequence[str]) -> Flags:
    """For each passage whether one of these says it: labels of transcripts, or participants."""
    import numpy as np

    labels = snapshot.raw["speaker"]
    label_of = dict(zip(labels["id"].to_list(), (label.casefold() for label in labels["label"].to_list()), strict=True))
    raw = snapshot.raw["turn"]
    speaker_of = dict(zip(raw["id"].to_list(), raw["speaker"].to_list(), strict=True))
    said_by = np.array([label_of.get(speaker_of.get(turn, ""), "") for turn in turns.turn], dtype=np.str_)
    flags = np.zeros(len(turns.passages), dtype=np.bool_)
    for name in speakers:
        as_label = said_by == name.casefold()
        flags |= as_label
        try:
            flags |= turns.participant == snapshot.participants.find(name)
        except NotFoundError as error:
            if not as_label.any():
                near = get_close_matches(name, set(labels["label"].to_list()), n=3)
                raise NotFoundError(_SPEAKER, name, tuple(map(repr, near))) from error
    return flags


def _over_others(turns: TurnPassages, heard: Flags, found: Matches) -> Flags:
    """For each match whether somebody else's words, inside a longer turn that is heard, are under it."""
    import numpy as np

    passages = turns.passages
    width = int(passages.end.max(initial=0)) + 1
    base = passages.source.astype(np.int64) * width
    start, end = base + passages.start, base + passages.end
    # A turn lies inside another that is heard, when one that begins no later ends no earlier.
    order = np.argsort(start[heard], kind="stable")
    begins, reach = start[heard][order], np.maximum.accumulate(end[heard][order])
    before = np.searchsorted(begins, start[~heard], side="right")
    inside = np.append(0, reach)[before] >= end[~heard]
    starts, ends = np.sort(start[~heard][inside]), np.sort(end[~heard][inside])
    here = found.passages.source[found.passage].astype(np.int64) * width
    begun = np.searchsorted(starts, here + found.end, side="left")
    over = np.searchsorted(ends, here + found.start, side="right")
    under: Flags = begun > over
    return under


def autocode(
    act: Act,
    places: Sequence[tuple[Id, Span]],
    rule: str,
    *,
    code: Id | None = None,
    name: str = "",
    parent: Id | None = None,
    member: Id | None = None,
) -> Autocoded:
    """Put a code on every place of a plan, unreviewed; places that the member coded so already stay as they are.

    Args:
        rule: the rule in words, kept with each coding.
        code: the code; without one it is made, with this name and under this parent.

    Raises:
        CodeExistsError: a code is to be made that is there.
    """
    used = code or add_code(act, name, parent=parent)
    added = apply_codes(act, used, places, member=member, origin="rule", rule=rule)
    return Autocoded(used, code is None, added)


VERBS = (Verb("coding.by_rule", autocode, "code"),)
