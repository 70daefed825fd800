"""Negative cases: what may speak against a theme or a code is written down, and what was done with it.

A candidate goes by what it is about, what it is and the rule that found it, so that two people who look twice write
down one thing. Nothing is settled without a reason in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import msgspec

from crosscase.errors import BadValueError
from crosscase.model import Id, NegativeCase
from crosscase.model.contrasts import NegativeDisposition, negative_id
from crosscase.store.act import Act
from crosscase.verbs.checks import choice, thing_there
from crosscase.verbs.registry import Verb

AboutKind = Literal["theme", "code"]
ThingKind = Literal["coding", "turn", "participant", "case"]


class NoReasonError(BadValueError):
    """A negative case is to be settled without saying why."""

    code = "no-reason"

    def __init__(self, disposition: str) -> None:
        asked = {
            "revises": "how it revises the theme",
            "exception": "under which condition it is an exception",
            "coding error": "what was coded wrongly",
        }.get(disposition, "why it is not relevant")
        super().__init__(f"Say {asked}. Nothing was changed.")


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may speak against a theme or a code.

    Attributes:
        about: the theme or code; thing: the coding, turn, participant or case.
        rule: how it was found.
    """

    about_kind: AboutKind
    about: Id
    thing_kind: ThingKind
    thing: Id
    rule: str = "by hand"


def note_negatives(act: Act, candidates: Sequence[Candidate]) -> int:
    """Write down candidates, open until somebody settles them; how many were not written down before.

    Raises:
        NotFoundError: what it is about, or the thing, is not there.
        ChoiceError: a kind that cannot be a negative case, or have one.
    """
    rows = []
    for one in candidates:
        choice(one.about_kind, AboutKind, "kind of thing with negative cases")
        choice(one.thing_kind, ThingKind, "kind of negative case")
        thing_there(act, one.about_kind, one.about)
        thing_there(act, one.thing_kind, one.thing)
        rows.append(
            NegativeCase(
                id=negative_id(one.about, one.thing, one.rule), about_kind=one.about_kind, about=one.about,
                thing_kind=one.thing_kind, thing=one.thing, rule=one.rule,
            )
        )  # fmt: skip
    known = {row.id for row in act.rows(NegativeCase, id=[row.id for row in rows])}
    new = [row for row in rows if row.id not in known]
    return len({row.id for row in act.ensure_all(new)})


def settle_negative(act: Act, negative: Id, disposition: NegativeDisposition, *, reason: str = "") -> None:
    """Say what became of a negative case: it revises the theme, is an exception, was coded wrongly, is not relevant.

    Args:
        reason: how it revises, under which condition it is an exception, … ; *open* takes the disposition back.

    Raises:
        NoReasonError: nothing is said.
    """
    act.get(NegativeCase, negative)
    choice(disposition, NegativeDisposition, "disposition of a negative case")
    if disposition != get_args(NegativeDisposition)[0] and not reason.strip():
        raise NoReasonError(disposition)
    act.change(NegativeCase, negative, disposition=disposition, reason=reason.strip())


def settle_candidate(act: Act, candidate: Candidate, disposition: NegativeDisposition, *, reason: str = "") -> Id:
    """Write down a candidate and settle it in one act."""
    note_negatives(act, [candidate])
    negative = negative_id(candidate.about, candidate.thing, candidate.rule)
    settle_negative(act, negative, disposition, reason=reason)
    return negative


def remove_negatives(act: Act, negatives: Sequence[Id]) -> int:
    """Take negative cases off the list, as if nobody had looked; how many went."""
    for negative in negatives:
        act.get(NegativeCase, negative)
    act.remove_whole(NegativeCase, list(dict.fromkeys(negatives)))
    return len(set(negatives))


VERBS = (
    Verb("negative.note", note_negatives),
    Verb("negative.settle", settle_negative),
    Verb("negative.settle_candidate", settle_candidate),
    Verb("negative.remove", remove_negatives),
)
