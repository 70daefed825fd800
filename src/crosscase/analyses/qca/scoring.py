"""How far each case of a study belongs to each set of a configurational analysis, and where that comes from.

Where members judge, a score is what they wrote. Where a set is made of an attribute, or of the share of a code, what
was measured goes through the anchors; a number that a member wrote stands in its place.

What a careful reader would get wrong: the share of a code is of the participants who were read for it. A case in which
nobody was read has no share, and not a share of 0; such a case is left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
import numpy as np

from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.analyses.qca.calibration import Anchors, crisp, fuzzy
from crosscase.analyses.scope import Filters
from crosscase.frames import Snapshot
from crosscase.frames.configurations import Scored
from crosscase.model import Condition, Id


class ScoreHere(msgspec.Struct, frozen=True, kw_only=True):
    """A case in a set.

    Attributes:
        id: of what was written about it; empty where nothing was.
        value: its membership; None where there is none, and `nothing` says why.
        calibrated: what the anchors give; `measured`: what was measured, in words.
        raw: what was measured, as a number.
        member: who wrote it last, by name.
        segments: codings that it rests on and that are there; behind: those that a share was counted from.
        stale: what became of segments since.
    """

    id: Id = ""
    condition: Id
    case: Id
    value: float | None
    calibrated: float | None = None
    raw: float | None = None
    measured: str = ""
    reason: str = ""
    member: str = ""
    segments: tuple[Id, ...] = ()
    behind: tuple[Id, ...] = ()
    stale: dict[str, int] = {}
    nothing: str = ""


class Measured(NamedTuple):
    """What was measured of a case: the number, in words, and why there is none."""

    raw: float | None = None
    words: str = ""
    nothing: str = ""
    behind: tuple[Id, ...] = ()


Measuring = Callable[[int], Measured]


def scores_of(snapshot: Snapshot, condition: Condition, filters: Filters) -> tuple[ScoreHere, ...]:
    """Every case of the study in one set, in the order of cases."""
    measured = _measuring(snapshot, condition, filters)
    return tuple(_score(snapshot, condition, case, measured(case)) for case in range(len(snapshot.cases)))


def anchors_of(condition: Condition) -> Anchors | None:
    """The anchors of a set that is fuzzy and was calibrated; None of others."""
    if condition.nature != "fuzzy" or condition.basis == "judgement":
        return None
    return Anchors(float(condition.full_out), float(condition.crossover), float(condition.full_in))


def _score(snapshot: Snapshot, condition: Condition, case: int, measured: Measured) -> ScoreHere:
    written = snapshot.configurations.scores.get((condition.id, case))
    calibrated = _calibrated(condition, measured)
    value = float(written.value) if written and written.value else calibrated
    score = ScoreHere(
        condition=condition.id, case=snapshot.cases.ids[case], value=value, calibrated=calibrated, raw=measured.raw,
        measured=measured.words, nothing=measured.nothing if value is None else "", behind=measured.behind,
    )  # fmt: skip
    return _told(snapshot, score, written) if written else score


def _told(snapshot: Snapshot, score: ScoreHere, written: Scored) -> ScoreHere:
    members = snapshot.members
    stale: dict[str, int] = {}
    for one in written.segments:
        if one.since:
            stale[one.since] = stale.get(one.since, 0) + 1
    return msgspec.structs.replace(
        score, id=written.id, reason=written.reason, stale=stale,
        segments=tuple(one.coding for one in written.segments if one.coding),
        member=members.labels[members.number[written.member]] if written.member in members.number else "",
    )  # fmt: skip


def _calibrated(condition: Condition, measured: Measured) -> float | None:
    if condition.values:
        return float(measured.words in condition.values) if measured.words else None
    if measured.raw is None:
        return None
    anchors = anchors_of(condition)
    numbers = np.array([measured.raw])
    membership = crisp(numbers, float(condition.crossover)) if anchors is None else fuzzy(numbers, anchors)
    return float(membership[0])


def _measuring(snapshot: Snapshot, condition: Condition, filters: Filters) -> Measuring:
    if condition.basis == "attribute":
        return _by_attribute(snapshot, condition)
    if condition.basis == "share":
        return _by_share(snapshot, condition, filters)
    return lambda _: Measured(nothing="not scored yet")


def _by_attribute(snapshot: Snapshot, condition: Condition) -> Measuring:
    variable = next((one for one in snapshot.variables if one.id == condition.of), None)

    def measured(case: int) -> Measured:
        if variable is None:
            return Measured(nothing="its attribute is no longer there")
        held = ", ".join(variable.values[case])
        if not held:
            return Measured(nothing=f"{variable.name} is not known")
        if condition.values:
            return Measured(words=held)
        try:
            return Measured(float(held), held)
        except ValueError:
            return Measured(words=held, nothing=f"{variable.name} is no number")

    return measured


def _by_share(snapshot: Snapshot, condition: Condition, filters: Filters) -> Measuring:
    place = snapshot.codes.number.get(condition.of or "", -1)
    if place < 0:
        return lambda _: Measured(nothing="its code is no longer there")
    code = snapshot.codes.ids[place]
    crossed = matrix(
        snapshot,
        MatrixOptions(rows="codes", columns="cases", codes=(code,), total=False, words=False, **filters.filters),
    )
    line = max((at for at, one in enumerate(crossed.rows) if one.id == code), default=-1)
    column = {one.id: at for at, one in enumerate(crossed.columns)}

    def measured(case: int) -> Measured:
        at = column.get(snapshot.cases.ids[case], -1)
        known = at >= 0 and line >= 0
        of = int(crossed.numbers["of_participants"][line, at]) if known else 0
        if not of:
            return Measured(nothing="nobody there was read for it")
        said = int(crossed.numbers["participants"][line, at])
        return Measured(100 * said / of, f"{said} of {of} participants", behind=crossed.cell(line, at).coding_ids)

    return measured
