"""The comparison bench: two things were compared, this was decided, and the decision is carried out.

One entry holds both: the comparison (what was compared, how the pair was chosen, the decision, the reason) and what it
decided: a property written, codes made and codings given to them, a negative case noted. Undo takes back both.

What a careful reader would get wrong: changing a decision later carries out the new one, and leaves what the earlier
one had made. To take that back as well, undo the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import RefusedError
from crosscase.model import Code, Coding, Comparison, Id, NegativeCase, Property, Span, Turn
from crosscase.model.comparisons import ComparedKind, Decision
from crosscase.model.contrasts import negative_id
from crosscase.reads.lookup import within
from crosscase.store.act import Act
from crosscase.verbs.checks import choice, may_edit, thing_there
from crosscase.verbs.codes import add_code, split_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.properties import add_property, change_property
from crosscase.verbs.registry import Verb

BY_COMPARISON = "comparison"
"""The rule of negative cases that comparing found."""

SEGMENTS = frozenset({"coding", "turn"})
_FITTING = frozenset({("segment", "segment"), ("segment", "code"), ("code", "code"), ("case", "case"),
                      ("theme", "theme")})  # fmt: skip


class CannotCompareError(RefusedError):
    """Two things that are not compared with each other."""

    code = "cannot-compare"

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            f"A {one} is not compared with a {other}. Compare a segment with a segment or with all of a category, or "
            "two categories, two cases, two themes."
        )


class SameThingError(RefusedError):
    """One thing is to be compared with itself."""

    code = "same-thing"

    def __init__(self) -> None:
        super().__init__("Both sides are the same thing. Choose another one to compare it with.")


class NoCategoryError(RefusedError):
    """A comparison that is for no category, where one is needed."""

    code = "no-category"

    def __init__(self, why: str) -> None:
        super().__init__(f"Say for which category this is compared: {why}")


class NothingSaidError(RefusedError):
    """A decision that does not say what has to be done."""

    code = "nothing-said"


class MayNotError(RefusedError):
    """A decision that changes what others made, by somebody who may not."""

    code = "may-not-decide"

    def __init__(self, decision: str) -> None:
        super().__init__(
            f"To decide {decision!r} changes the category for everybody; somebody who may edit the study can do that. "
            "Record the comparison as undecided, with your reason."
        )


class Side(msgspec.Struct, frozen=True):
    """One of two things that are compared: `coding`, `turn`, `code`, `case` or `theme`, and which."""

    kind: ComparedKind
    id: Id


class Extension(msgspec.Struct, frozen=True, kw_only=True):
    """The property that a comparison extends: one that is there (`property`), or a new one (`name`).

    Attributes:
        at_low, at_high: a coding of the category at each end; empty: none. What is None stays as it is.
    """

    property: Id = ""
    name: str = ""
    description: str | None = None
    low: str | None = None
    high: str | None = None
    at_low: Id | None = None
    at_high: Id | None = None


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A code that a category is split into, with the codings it takes; `under` it, or beside it."""

    name: str
    codings: tuple[Id, ...]
    definition: str = ""
    under: bool = False


class Beginning(msgspec.Struct, frozen=True, kw_only=True):
    """A code that begins with a segment: which side of the comparison (`one` or `other`) gets it."""

    name: str
    side: str = "one"
    definition: str = ""
    parent: Id | None = None


class Carried(msgspec.Struct, frozen=True):
    """What has to be done for a decision; only what belongs to the decision may be given."""

    extends: Extension | None = None
    split: Sequence[Part] = ()
    new: Beginning | None = None
    negative: str = "one"


def decide_comparison(
    act: Act,
    one: Side,
    other: Side,
    decision: Decision = "undecided",
    *,
    category: Id | None = None,
    reason: str = "",
    rule: str = "",
    seed: int = 0,
    extends: Extension | None = None,
    split: Sequence[Part] = (),
    new: Beginning | None = None,
    negative: str = "one",
) -> Id:
    """Record that two things were compared and what was decided, and do what was decided.

    Args:
        one, other: `coding` or `turn` (segments), `code`, `case` or `theme`, each with its id. A segment with a
            `code` was compared with all of that category.
        category: what it was compared for; for two categories the first, where none is named.
        reason: why, as a memo would say it.
        rule, seed: how the pair was chosen.
        extends: for `extends`, the property and what is written on it.
        split: for `split`, the codes and the codings each of them takes.
        new: for `new`, the code and the segment it begins with.
        negative: for `negative`, which side speaks against the category: `one` or `other`.

    Raises:
        CannotCompareError, SameThingError: these two are not compared.
        NoCategoryError: segments are compared for a category, and so is what changes one.
        NothingSaidError: the decision needs to be told what to do, or has been told of another.
        MayNotError: it changes the category, and the member may not edit.
    """
    choice(decision, Decision, "decision")
    _refuse_unlike(act, one, other)
    if category is None and "code" in (one.kind, other.kind):
        category = one.id if one.kind == "code" else other.id
    if category is not None:
        act.get(Code, category)
    if category is None and SEGMENTS & {one.kind, other.kind}:
        why = "two segments are alike or not in some respect."
        raise NoCategoryError(why)
    known = Comparison(
        member=act.by, one_kind=one.kind, one=one.id, other_kind=other.kind, other=other.id, category=category,
        decision=decision, reason=reason, rule=rule, seed=seed,
    )  # fmt: skip
    outcome = _carry_out(act, known, Carried(extends, split, new, negative))
    return act.add(msgspec.structs.replace(known, **outcome)).id


def change_comparison(
    act: Act,
    comparison: Id,
    *,
    decision: Decision | None = None,
    reason: str | None = None,
    extends: Extension | None = None,
    split: Sequence[Part] = (),
    new: Beginning | None = None,
    negative: str = "one",
) -> None:
    """Decide otherwise, or write the reason anew; a new decision is carried out, what an earlier one made stays.

    Raises:
        NoCategoryError, NothingSaidError, MayNotError: see `decide_comparison`.
    """
    known = _own(act, comparison)
    fields: dict[str, Any] = {} if reason is None else {"reason": reason}
    carried = Carried(extends, split, new, negative)
    if decision is not None:
        choice(decision, Decision, "decision")
        fields |= {"decision": decision, "outcome_kind": "", "outcome": None}
        fields |= _carry_out(act, msgspec.structs.replace(known, decision=decision), carried)
    elif extends or split or new:
        message = "Say which decision this belongs to."
        raise NothingSaidError(message)
    act.change(Comparison, comparison, **fields)


def remove_comparison(act: Act, comparison: Id) -> dict[str, int]:
    """Remove a comparison; how many of each kind went. What it decided (a property, codes) stays."""
    _own(act, comparison)
    return act.remove_whole(Comparison, [comparison])


# What a decision does


def _carry_out(act: Act, known: Comparison, carried: Carried) -> dict[str, Any]:
    """Do what a decision says; the kind and the id of what came of it."""
    given = {"extends": carried.extends is not None, "split": bool(carried.split), "new": carried.new is not None}
    stray = [name for name, there in given.items() if there and name != known.decision]
    if stray:
        message = f"What is given for {stray[0]!r} does not belong to the decision {known.decision!r}."
        raise NothingSaidError(message)
    if known.decision in ("same", "undecided"):
        return {}
    if known.category is None:
        raise NoCategoryError(f"{known.decision!r} says something of a category.")
    if known.decision in ("extends", "split") and not may_edit(act):
        raise MayNotError(known.decision)
    if known.decision == "extends":
        return _extended(act, known.category, carried.extends)
    if known.decision == "split":
        return _divided(act, known.category, carried.split)
    if known.decision == "new":
        return _begun(act, known, carried.new)
    return _against(act, known, carried.negative)


def _extended(act: Act, category: Id, extension: Extension | None) -> dict[str, Any]:
    if extension is None or not (extension.property or extension.name.strip()):
        message = "Say which property this extends, or give a new one a name."
        raise NothingSaidError(message)
    if not extension.property:
        made = add_property(
            act, category, extension.name, description=extension.description or "", low=extension.low or "",
            high=extension.high or "", at_low=extension.at_low, at_high=extension.at_high,
        )  # fmt: skip
        return {"outcome_kind": "property", "outcome": made}
    if act.get(Property, extension.property).category not in within(act.rows(Code), category):
        message = "This property belongs to another category."
        raise NothingSaidError(message)
    change_property(
        act, extension.property, name=extension.name or None, description=extension.description, low=extension.low,
        high=extension.high, at_low=extension.at_low, at_high=extension.at_high,
    )  # fmt: skip
    return {"outcome_kind": "property", "outcome": extension.property}


def _divided(act: Act, category: Id, parts: Sequence[Part]) -> dict[str, Any]:
    if not parts:
        message = "Say into which codes the category is split, and which codings each of them takes."
        raise NothingSaidError(message)
    taken = [coding for part in parts for coding in part.codings]
    if len(taken) != len(set(taken)):
        message = "A coding is given to two of the new codes. Give each coding to one."
        raise NothingSaidError(message)
    made = [
        split_code(act, category, part.name, part.codings, definition=part.definition, under=part.under)
        for part in parts
    ]
    return {"outcome_kind": "code", "outcome": made[0]}


def _begun(act: Act, known: Comparison, beginning: Beginning | None) -> dict[str, Any]:
    if beginning is None or not beginning.name.strip():
        message = "Give the new code a name."
        raise NothingSaidError(message)
    side = _side(known, beginning.side)
    if side.kind not in SEGMENTS:
        message = f"A new code begins with a segment, and this side is a {side.kind}. Choose the other side."
        raise NothingSaidError(message)
    code = add_code(act, beginning.name, parent=beginning.parent, definition=beginning.definition)
    placed: Coding | Turn = act.get(Coding, side.id) if side.kind == "coding" else act.get(Turn, side.id)
    whole = isinstance(placed, Coding) and placed.place == "whole"
    apply_code(act, code, placed.source, None if whole else Span(placed.start, placed.end))
    return {"outcome_kind": "code", "outcome": code}


def _against(act: Act, known: Comparison, side: str) -> dict[str, Any]:
    chosen = _side(known, side)
    if known.category is None or chosen.id == known.category:
        message = "A category does not speak against itself. Choose the other side."
        raise NothingSaidError(message)
    found = NegativeCase(
        id=negative_id(known.category, chosen.id, BY_COMPARISON), about_kind="code", about=known.category,
        thing_kind=chosen.kind, thing=chosen.id, rule=BY_COMPARISON,
    )  # fmt: skip
    act.ensure_all([found], keep=("disposition", "reason", "rule"))
    return {"outcome_kind": "negative_case", "outcome": found.id}


def _side(known: Comparison, side: str) -> Side:
    if side not in ("one", "other"):
        message = f"{side!r} is no side of a comparison. It is 'one' or 'other'."
        raise NothingSaidError(message)
    kind, thing = (known.one_kind, known.one) if side == "one" else (known.other_kind, known.other)
    return Side(kind, thing)  # type: ignore[arg-type] # checked when it was recorded


# Checks


def _refuse_unlike(act: Act, one: Side, other: Side) -> None:
    for side in (one, other):
        choice(side.kind, ComparedKind, "kind of thing to compare")
        thing_there(act, side.kind, side.id)
    if one.id == other.id:
        raise SameThingError
    sorts = ["segment" if side.kind in SEGMENTS else side.kind for side in (one, other)]
    if tuple(sorts) not in _FITTING and tuple(reversed(sorts)) not in _FITTING:
        raise CannotCompareError(*sorts)


def _own(act: Act, comparison: Id) -> Comparison:
    known = act.get(Comparison, comparison)
    if known.member != act.by and not may_edit(act):
        raise MayNotError(known.decision)
    return known


VERBS = (
    Verb("comparison.decide", decide_comparison, "code"),
    Verb("comparison.change", change_comparison, "code"),
    Verb("comparison.remove", remove_comparison, "code"),
)
