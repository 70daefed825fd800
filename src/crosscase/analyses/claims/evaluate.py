"""Checking claims against what has been coded so far.

Claims of one scope are checked together: what they ask is looked up once for everybody, lifted to the units of each,
and joined by its query. The status comes from `verdicts`; it is then asked again without each case, coder and
participant, and with codings that nobody accepted.

Two things a careful reader would get wrong. A claim whose code is gone is not contradicted: nothing can be said of it,
and the problem is named. And a claim of a reflexive analysis gets no verdict, whatever its quantifier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from crosscase.analyses.claims import reasons
from crosscase.analyses.claims.known import NO, OPEN, YES, Known, answers_of, known, values_of
from crosscase.analyses.claims.language import Asked, key_of, leaves, read
from crosscase.analyses.claims.lifting import GONE, joined_by, lift
from crosscase.analyses.claims.named import naming, scope_in_words
from crosscase.analyses.claims.standing import ClaimStanding
from crosscase.analyses.claims.told import Counted, Read, bare, standing_of
from crosscase.analyses.claims.units import units_of
from crosscase.analyses.claims.verdicts import VAGUE, Meaning, Status, Tally
from crosscase.analyses.retrieval_query import Node, Placed
from crosscase.analyses.robustness import Check, CheckKind
from crosscase.analyses.scope import Filters
from crosscase.errors import BadValueError, CrosscaseError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.frames.token_index import TokenIndex
from crosscase.model import Claim

_DECIDED: tuple[Status, ...] = ("shown", "contradicted")


def evaluate(
    snapshot: Snapshot, claims: Sequence[Claim], index: TokenIndex | None = None, *, members: tuple[str, ...] = ()
) -> list[ClaimStanding]:
    """How claims stand, in their order.

    Args:
        snapshot: the study.
        claims: of it, or not kept yet.
        index: its words at the same version; needed for place operators.
        members: as these coded it, whatever the scope of a claim says; all when empty.
    """
    instead: dict[str, object] = {"members": members} if members else {}
    found: dict[int, ClaimStanding] = {}
    counted = _counted(snapshot, claims, index, found, instead)
    others = dict(_otherwise(snapshot, claims, index, counted))
    for number, one in counted.items():
        found[number] = standing_of(snapshot, one, others[number])
    return [found[number] for number in range(len(claims))]


def _counted(
    snapshot: Snapshot, claims: Sequence[Claim], index: TokenIndex | None, failed: dict[int, ClaimStanding],
    instead: dict[str, object],
) -> dict[int, Counted]:  # fmt: skip
    """Every claim that can be checked; the others go to `failed`. `instead`: filters that take the place of theirs."""
    together: dict[tuple[str, bool], list[tuple[int, Read]]] = {}
    sound: set[str] = set()
    for number, claim in enumerate(claims):
        if claim.rests_on == "judgement":
            failed[number] = bare(
                claim, status="no verdict", why=reasons.no_verdict(claim, "no verdict", reflexive=False)
            )
            continue
        try:
            one = _read(snapshot, claim, instead, sound)
        except CrosscaseError as error:
            failed[number] = bare(claim, problem=str(error), query=naming(snapshot).written(claim.query))
            continue
        together.setdefault((claim.scope, claim.unit == "sources"), []).append((number, one))
    found: dict[int, Counted] = {}
    for (_, by_source), group in together.items():
        things = {key: thing for _, one in group for key, thing in one.things.items()}
        everybody = known(snapshot, index, list(things.values()), group[0][1].filters, by_source=by_source)
        column = {key: place for place, key in enumerate(things)}
        for number, one in group:
            try:
                found[number] = _of_units(everybody, one, column)
            except CrosscaseError as error:
                failed[number] = bare(one.claim, problem=str(error), query=naming(snapshot).written(one.claim.query))
    return found


def _read(snapshot: Snapshot, claim: Claim, instead: dict[str, object], sound: set[str]) -> Read:
    """A claim's query and scope, with everything they name there; `sound` are scopes that were looked through before.

    Raises:
        CrosscaseError: something in it cannot be read or is not there.
    """
    if not claim.query:
        raise BadValueError("The claim asks nothing of its units yet. Give it a query.")
    node = read(claim.query)
    name = naming(snapshot)
    things: dict[str, Asked | Placed] = {}
    parts: list[tuple[Node, str]] = []
    for part, names in leaves(claim.query, node):
        for one in names:
            if not one.any:
                name(one.kind, one.name)
            if one.kind == "answer":
                answers_of(snapshot, one)
        thing = part if isinstance(part, Placed) else names[0]
        key = key_of(thing)
        things[key] = thing
        parts.append((part, key))
    held = msgspec.json.decode(claim.scope or "{}", type=dict[str, tuple[str, ...] | bool])
    filters = msgspec.convert(held | instead, Filters)
    if claim.scope not in sound:
        scope_in_words(snapshot, filters)
        sound.add(claim.scope)
    return Read(claim, node, filters, tuple(parts), things)


def _of_units(everybody: Known, one: Read, column: dict[str, int]) -> Counted:
    units = units_of(everybody, one.claim)
    leaf = {id(part): column[key] for part, key in one.parts}
    # Only what this claim asks is lifted, of all that its scope asks.
    asked = sorted(set(leaf.values()))
    own = {part: asked.index(place) for part, place in leaf.items()}
    values = values_of(everybody.words[:, asked], silence=NO if one.claim.silence == "not said" else OPEN)
    lifted = lift(values, units.item, units.unit, len(units.keys))
    found = joined_by(one.node, own, lifted.lifted).astype(np.int64)
    return Counted(one, everybody, units, lifted, leaf, own, found, _meaning(everybody.snapshot, one.claim))


def _meaning(snapshot: Snapshot, claim: Claim) -> Meaning | None:
    """What the team says that the claim's vague word means."""
    word = VAGUE.get(claim.quantifier)
    for row in snapshot.raw["threshold"].iter_rows(named=True):
        if row["word"] == word:
            return Meaning(row["least"], row["most"])
    return None


# Counted otherwise


def _otherwise(
    snapshot: Snapshot, claims: Sequence[Claim], index: TokenIndex | None, counted: dict[int, Counted]
) -> Iterator[tuple[int, tuple[Check, ...]]]:
    """For each claim with a verdict, the checks of it."""
    now = {number: one.status(one.tallies()) for number, one in counted.items()}
    decided = [number for number, status in now.items() if status in _DECIDED]
    coders = [n for n in range(len(snapshot.members)) if (snapshot.codings.member == n).any()]
    without: dict[int, list[tuple[str, Status]]] = {number: [] for number in decided}
    accepted: dict[int, list[tuple[str, Status]]] = {number: [] for number in decided}
    some = [claims[number] for number in decided]
    for coder in coders if len(coders) > 1 else ():
        others = tuple(thing for n, thing in enumerate(snapshot.members.ids) if n != coder)
        again = _counted(snapshot, some, index, {}, {"members": others})
        for place, number in enumerate(decided):
            if place in again and not counted[number].read.filters.members:
                status = again[place].status(again[place].tallies())
                without[number].append((snapshot.members.labels[coder], status))
    if snapshot.codings.unreviewed.any():
        again = _counted(snapshot, some, index, {}, {"include_unreviewed": True})
        for place, number in enumerate(decided):
            if place in again and not counted[number].read.filters.include_unreviewed:
                status = again[place].status(again[place].tallies())
                accepted[number].append(("with codings that nobody accepted", status))
    for number, one in counted.items():
        if number not in without:
            yield number, ()
            continue
        kinds: dict[CheckKind, list[tuple[str, Status]]] = {
            "case left out": _left_out(one, one.known.case, snapshot.cases.labels),
            "coder left out": without[number],
            "participant left out": _left_out(one, one.known.participant, snapshot.participants.labels),
            "counted otherwise": accepted[number],
        }
        yield number, tuple(_check(kind, now[number], found) for kind, found in kinds.items())


def _left_out(one: Counted, whose: Ints, labels: Sequence[str]) -> list[tuple[str, Status]]:
    """The status without each case or participant, for those who bear on it."""
    who, unit, values = one.lifted.without(whose)
    found = joined_by(one.read.node, one.own, values).astype(np.int64)
    before = one.tallies()
    sides = one.sides
    change = np.zeros((len(labels), len(sides), 3), dtype=np.int64)
    for n, inside in enumerate(sides):
        here = inside[unit]
        np.add.at(change[:, n], (who[here], one.values[unit[here]]), -1)
        stays = here & (found != GONE)
        np.add.at(change[:, n], (who[stays], found[stays]), 1)
    told: dict[bytes, Status] = {}
    statuses: list[tuple[str, Status]] = []
    for item in np.unique(who).tolist():
        key = change[item].tobytes()
        if key not in told:
            after = (
                Tally(tally.yes + int(by[YES]), tally.no + int(by[NO]), tally.unknown + int(by[OPEN]))
                for tally, by in zip(before, change[item], strict=True)
            )
            told[key] = one.status(tuple(after))
        statuses.append((labels[item], told[key]))
    return statuses


def _check(kind: CheckKind, now: Status, found: list[tuple[str, Status]]) -> Check:
    turned = tuple(name for name, status in found if status != now and status in _DECIDED)
    unknown = tuple(name for name, status in found if status not in _DECIDED)
    survived = len(found) - len(turned) - len(unknown)
    return Check(kind=kind, of=len(found), survived=survived, depends_on=turned, cannot_say=unknown)
