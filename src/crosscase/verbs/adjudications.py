"""Adjudication: what is decided about a place where two coders differed, with who decided and why.

The codings that differed are left as they are, so that how far coders agreed can be told for ever. What was decided is
put beside them as codings of origin *agreed*. Deciding anew replaces what was agreed before.

What a careful reader would get wrong: an agreed coding is the team's, and bears the name of whoever wrote it down. It
is counted like any other in tables, once, and never in a coefficient.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Adjudication, Coding, Discussion, Id, Member
from crosscase.model.agreement import DifferenceKind, Outcome, adjudication_id
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice
from crosscase.verbs.codings import Placement
from crosscase.verbs.registry import Verb


class NotOriginalError(RefusedError):
    """A coding that was agreed is to be adjudicated."""

    code = "not-original"

    def __init__(self) -> None:
        super().__init__(
            "One of these codings was agreed by the team. Only what coders did by themselves is adjudicated."
        )


class NotTwoError(BadValueError):
    """What is to be adjudicated is no difference between two."""

    code = "not-two"

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Nothing was changed.")


class NoReasonError(BadValueError):
    """An adjudication without a reason."""

    code = "no-reason"

    def __init__(self) -> None:
        super().__init__("Say why this was decided so. Nothing was changed.")


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """A place where two coders differ, as `differences` finds it.

    Attributes:
        coding: of the one; `other`: of the other, or for an omission `left_out`: the members who put nothing there.
    """

    kind: DifferenceKind
    coding: Id
    other: Id = ""
    left_out: tuple[Id, ...] = ()


def adjudicate(
    act: Act, difference: Differing, outcome: Outcome, *, reason: str, deciders: Sequence[Id] = (),
    another: Placement | None = None, discussion: Id | None = None,
) -> Id:  # fmt: skip
    """Decide about a place where two coders differ.

    Args:
        difference: where.
        outcome: the one coding stands, the other (for an omission: nothing), both, neither, or another code or stretch.
        reason: why.
        deciders: who decided; without them, whoever writes it down.
        another: what stands there instead, with outcome *another*.
        discussion: where it was talked over.

    Raises:
        NotFoundError: a coding, member or discussion that is not there.
        NotOriginalError, NotTwoError, NoReasonError, ChoiceError: see there.
    """
    choice(difference.kind, DifferenceKind, "kind of difference")
    choice(outcome, Outcome, "outcome of an adjudication")
    if not reason.strip():
        raise NoReasonError
    codings = _differing(act, difference)
    if (outcome == "another") != (another is not None):
        raise NotTwoError(
            "Say which code and which stretch stand there instead, with the outcome *another* and only then."
        )
    who = tuple(dict.fromkeys(deciders)) or (act.by,)
    all_there(act, Member, who)
    if discussion:
        act.get(Discussion, discussion)
    id = adjudication_id(difference.kind, difference.coding, difference.other, difference.left_out)
    known = act.rows(Adjudication, id=[id])
    if known:
        _take_back(act, known[0])
    standing = {"one": codings[:1], "other": codings[1:], "both": codings}.get(outcome, [])
    agreed = [_agreed(act, each) for each in standing]
    if another is not None:
        if another.source != codings[0].source:
            raise NotTwoError("What stands there instead lies in another source.")
        first, last = act.anchor(another.source, another.span)
        agreed.append(
            _agreed(
                act,
                Coding(source=another.source, code=another.code, member=act.by, first=first, last=last,
                       start=another.span.start, end=another.span.end, stance=another.stance),
            )
        )  # fmt: skip
    one, other = codings[0], codings[1] if len(codings) > 1 else None
    row = Adjudication(
        id=id, source=one.source, place=one.place, first=one.first, last=one.last, start=one.start, end=one.end,
        member=act.by, difference=difference.kind, coding=one.id, other=other.id if other else None,
        left_out=difference.left_out, code=one.code, instead=other.code if other else None, outcome=outcome,
        agreed=tuple(agreed), deciders=who, reason=reason.strip(), discussion=discussion or None,
    )  # fmt: skip
    act.ensure_all([row])
    return id


def remove_adjudication(act: Act, adjudication: Id) -> int:
    """Take back what was decided about a place, with what was agreed there; how many agreed codings went."""
    known = act.get(Adjudication, adjudication)
    gone = _take_back(act, known)
    act.remove_whole(Adjudication, [adjudication])
    return gone


def _differing(act: Act, difference: Differing) -> list[Coding]:
    """The codings that differ, the one first."""
    if bool(difference.other) == bool(difference.left_out):
        raise NotTwoError("A difference is between two codings, or between a coding and members who put nothing there.")
    if (difference.kind == "omission") != bool(difference.left_out):
        raise NotTwoError("Where somebody put nothing it is an omission, and only there.")
    codings = [act.get(Coding, one) for one in (difference.coding, difference.other) if one]
    all_there(act, Member, difference.left_out)
    if any(one.origin == "agreed" for one in codings):
        raise NotOriginalError
    if len({one.source for one in codings}) > 1:
        raise NotTwoError("The two codings lie in different sources.")
    if any(one.place not in {"text", "whole"} for one in codings):
        raise NotTwoError("Only codings on text can be set against each other.")
    return codings


def _agreed(act: Act, like: Coding) -> Id:
    """An agreed coding with the code and place of another, made unless there is one."""
    same = {"source": like.source, "code": like.code, "first": like.first, "last": like.last, "origin": "agreed"}
    there = act.rows(Coding, **same)
    if there:
        return there[0].id
    return act.add(
        Coding(
            source=like.source, code=like.code, member=act.by, place=like.place, first=like.first, last=like.last,
            start=like.start, end=like.end, stance=like.stance, origin="agreed",
        )
    ).id  # fmt: skip


def _take_back(act: Act, known: Adjudication) -> int:
    """Remove the agreed codings of an adjudication that no other rests on."""
    others = {one for row in act.rows(Adjudication, source=known.source) if row.id != known.id for one in row.agreed}
    there = {one.id for one in act.rows(Coding, id=list(known.agreed)) if one.origin == "agreed"}
    gone = [one for one in known.agreed if one in there and one not in others]
    if gone:
        act.remove_whole(Coding, gone)
    return len(gone)


VERBS = (
    Verb("difference.adjudicate", adjudicate, "code"),
    Verb("adjudication.remove", remove_adjudication, "code"),
)
