"""Whose words are which tokens: the stretches of speech that words are counted in.

Takes a snapshot, an index of words and a scope; gives stretches as token numbers with the unit each belongs to. Words
count where they start, as in all tables, so sums agree with *words spoken* in a matrix.

Interviewers' turns come as units of their own, numbered after the snapshot's, one for each source: they can be shown
beside the participants and can never be added to them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.analyses.scope import Scope
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.passages import Placement
from crosscase.frames.sources import voiced
from crosscase.frames.token_index import TokenIndex


@dataclass(frozen=True, eq=False)
class Spoken:
    """Stretches of speech within a scope, by unit and place.

    Attributes:
        unit: whose each is; from `len(snapshot.units)` on, the interviewers of a source.
        source, start, end: where it lies, in code points.
        tokens: which words these are.
        participant, case, words: of every unit, interviewers' included; -1 for none.
    """

    unit: Ints
    source: Ints
    start: Ints
    end: Ints
    tokens: Placement
    participant: Ints
    case: Ints
    words: Ints


def spoken_in(snapshot: Snapshot, index: TokenIndex, scope: Scope, *, interviewers: bool = False) -> Spoken:
    """The speech of a scope.

    Args:
        snapshot: the study.
        index: its words; sources that are not in it have none.
        scope: whose words in which sources.
        interviewers: with the turns of interviewers, in all sources of which anything is in scope.
    """
    units, speech = snapshot.units, snapshot.speech
    kept = scope.units[speech.unit]
    unit, start, end = speech.unit[kept], speech.start[kept], speech.end[kept]
    source = units.source[unit]
    if interviewers:
        at, begins, stops = _interviewers(snapshot)
        here = _touched(snapshot, scope)[at]
        unit = np.concatenate([unit, len(units) + at[here]])
        source = np.concatenate([source, at[here]])
        start, end = np.concatenate([start, begins[here]]), np.concatenate([end, stops[here]])
    place = np.array([index.source_number.get(id, -1) for id in snapshot.sources.ids] or [-1], dtype=np.int64)
    tokens = Placement(*index.within(place[source], start, end, whole=False))
    count = len(units) + len(snapshot.sources)
    return Spoken(
        unit, source, start, end, tokens,
        participant=np.concatenate([units.participant, np.full(len(snapshot.sources), -1)]),
        case=np.concatenate([units.case, snapshot.sources.case]),
        words=np.bincount(unit, weights=tokens.lengths, minlength=count).astype(np.int64),
    )  # fmt: skip


def _interviewers(snapshot: Snapshot) -> tuple[Ints, Ints, Ints]:
    """Their turns, by source and place."""
    turns = voiced(snapshot.raw["turn"], snapshot.raw["speaker"])
    source = snapshot.sources.numbers(turns["source"])
    asked = (turns["voice"] == "interviewer").fill_null(value=False).to_numpy()
    rows = np.flatnonzero(asked & (turns["nature"] == "speech").to_numpy() & (source >= 0))
    start, end = turns["start"].to_numpy(), turns["end"].to_numpy()
    rows = rows[np.lexsort((start[rows], source[rows]))]
    return source[rows], start[rows], end[rows]


def _touched(snapshot: Snapshot, scope: Scope) -> Flags:
    """Sources of which any unit is in scope."""
    sources = np.zeros(len(snapshot.sources), dtype=np.bool_)
    sources[snapshot.units.source[scope.units]] = True
    return sources & scope.sources
