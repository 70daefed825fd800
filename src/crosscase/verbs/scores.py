"""Scores: how far a case belongs to a condition, why, and the passages that this rests on.

Where members judge, a score is a number with its reason. Where a set was calibrated from an attribute or from what was
said, the number is worked out; a reason and passages can stand beside it, or another number in its place.

What a careful reader would get wrong: one half does not mean *middling*. It means that nobody can say whether the case
is more in the set than out of it, and such a case belongs to no row of the truth table.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import BadValueError
from crosscase.model import Case, Coding, Condition, Id, Score, ScoreSegment, derived_id
from crosscase.model.values import number_text
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there
from crosscase.verbs.registry import Verb
from crosscase.verbs.resting import standing_now


class ScoreError(BadValueError):
    """A score that cannot be."""

    code = "score"


def score_id(condition: Id, case: Id) -> Id:
    """The id of a score: written on two copies, it is one score whose numbers stand against each other."""
    return derived_id("score", condition, case)


def set_score(
    act: Act,
    condition: Id,
    case: Id,
    value: str | None = None,
    *,
    reason: str | None = None,
    segments: Sequence[Id] | None = None,
) -> Id:
    """Say how far a case belongs to a condition, and why; what is not given stays.

    Args:
        value: from 0 to 1 (crisp: 0 or 1); empty: the number that was calibrated, where the set is not judged.
        reason: why; needed with every number.
        segments: the codings it rests on from now on.

    Raises:
        ScoreError: no membership, or a number without a reason.
        NotFoundError: condition, case or coding is not there.
    """
    of = act.get(Condition, condition)
    act.get(Case, case)
    there = score_id(condition, case)
    known = next(iter(act.rows(Score, id=there)), None)
    became = _membership(of, value) if value is not None else known.value if known else ""
    why = (reason if reason is not None else known.reason if known else "").strip()
    if not became and of.basis == "judgement":
        message = f"{of.name!r} is judged: the score needs a number from 0 to 1."
        raise ScoreError(message)
    if became and not why:
        message = "A score needs its reason: what is known of this case that puts it there."
        raise ScoreError(message)
    score = Score(id=there, condition=condition, case=case, member=act.by, value=became, reason=why)
    if known is None or (known.value, known.reason) != (became, why):
        act.ensure_all([score])
    if segments is not None:
        _rest(act, there, segments)
    return there


def look_at_score(act: Act, score: Id) -> int:
    """Say that a score still holds though its segments changed; how many had. Those that are gone are taken away."""
    act.get(Score, score)
    segments = act.rows(ScoreSegment, score=score)
    stand = standing_now(act, [one.coding for one in segments if one.coding])
    changed = {one.id: stand[one.coding] for one in segments if one.coding and stand[one.coding] != one.stood}
    gone = [one.id for one in segments if not one.coding]
    act.change_all(ScoreSegment, "stood", changed)
    act.remove_whole(ScoreSegment, gone)
    return len(changed) + len(gone)


def remove_score(act: Act, condition: Id, case: Id) -> dict[str, int]:
    """Take away the score of a case with what it rests on; a calibrated number is worked out again."""
    act.get(Condition, condition)
    return act.remove_whole(Score, [one.id for one in act.rows(Score, id=[score_id(condition, case)])])


def _membership(condition: Condition, value: str) -> str:
    if not value.strip():
        return ""
    plain = number_text(value)
    if plain is None or not 0 <= float(plain) <= 1:
        message = f"{value!r} is no membership. Write a number from 0 (fully out) to 1 (fully in)."
        raise ScoreError(message)
    if condition.nature == "crisp" and plain not in {"0", "1"}:
        message = f"{condition.name!r} is a crisp set: a case is in (1) or out (0)."
        raise ScoreError(message)
    return plain


def _rest(act: Act, score: Id, codings: Sequence[Id]) -> None:
    all_there(act, Coding, codings)
    linked = {one.coding: one.id for one in act.rows(ScoreSegment, score=score)}
    fresh = [coding for coding in dict.fromkeys(codings) if coding not in linked]
    stand = standing_now(act, fresh)
    act.remove_whole(ScoreSegment, [id for coding, id in linked.items() if coding not in set(codings)])
    act.ensure_all(
        [
            ScoreSegment(id=derived_id("score_segment", score, one), score=score, coding=one, stood=stand[one])
            for one in fresh
        ]
    )


VERBS = (
    Verb("score.set", set_score, needs="code"),
    Verb("score.look_again", look_at_score, needs="code"),
    Verb("score.remove", remove_score, needs="code"),
)
