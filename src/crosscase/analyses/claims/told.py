"""Telling how a claim stands, from what was counted: unit by unit, with the codings and the reasons.

What a careful reader would get wrong: a coding speaks for a unit's being so, or against it, by where it stands in the
query. Under a NOT, a coding that says so speaks against, and one that says that it is not so speaks for it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import msgspec
import numpy as np

from crosscase.analyses.claims import reasons
from crosscase.analyses.claims.known import ALL_WORDS, KINDS_OF_NOTHING, NO, OPEN, SILENCE, YES, Known
from crosscase.analyses.claims.language import Asked
from crosscase.analyses.claims.lifting import Lifted, signs
from crosscase.analyses.claims.named import naming, scope_in_words
from crosscase.analyses.claims.standing import ClaimStanding, GroupTally, UnitStanding
from crosscase.analyses.claims.standing import Known as Word
from crosscase.analyses.claims.units import Units
from crosscase.analyses.claims.verdicts import Meaning, Status, Tally, verdict
from crosscase.analyses.retrieval_query import Node, Placed
from crosscase.analyses.robustness import Check, checks_in_words
from crosscase.analyses.scope import Filters
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.model import Claim, Id

_KNOWN: dict[int, Word] = {NO: "no", OPEN: "not known", YES: "yes"}


@dataclass(frozen=True, eq=False)
class Read:
    """A claim whose query could be read.

    Attributes:
        parts: of the query that are known by themselves, each with its key; `things`: what is asked, by key.
    """

    claim: Claim
    node: Node
    filters: Filters
    parts: tuple[tuple[Node, str], ...]
    things: dict[str, Asked | Placed]


@dataclass(frozen=True, eq=False)
class Counted:
    """A claim, what is known of its units, and whether each is so.

    Attributes:
        leaf: from the identity of each part of the query to its column in `known`; `own`: to that in `lifted`.
    """

    read: Read
    known: Known
    units: Units
    lifted: Lifted
    leaf: dict[int, int]
    own: dict[int, int]
    values: Ints
    meaning: Meaning | None

    @property
    def sides(self) -> list[Flags]:
        """Which units are in each group that is set against another; all of them where none is."""
        return [side.inside for side in self.units.sides] or [np.ones(len(self.values), dtype=np.bool_)]

    def tallies(self) -> tuple[Tally, ...]:
        """Of each side."""
        return tuple(tally_of(self.values[inside]) for inside in self.sides)

    def status(self, tallies: tuple[Tally, ...]) -> Status:
        """What can be said with such counts."""
        claim = self.read.claim
        return verdict(claim.quantifier, *tallies, numbers=(claim.number, claim.of), meaning=self.meaning)


def tally_of(values: Ints) -> Tally:
    """How many of these are so, are not, and are not known."""
    yes, no, unknown = (int((values == value).sum()) for value in (YES, NO, OPEN))
    return Tally(yes, no, unknown)


def standing_of(snapshot: Snapshot, one: Counted, checks: tuple[Check, ...]) -> ClaimStanding:
    """How a claim that was counted stands."""
    claim = one.read.claim
    tallies = one.tallies()
    reflexive = _is_reflexive(snapshot, claim)
    status = "no verdict" if reflexive else one.status(tallies)
    units, kinds, unreviewed = _told(one)
    groups = tuple(
        GroupTally(key=side.key, label=side.label, tally=tally)
        for side, tally in zip(one.units.sides, tallies, strict=False)
    )
    overall = tally_of(one.values)
    note = reasons.no_verdict(claim, status, reflexive=reflexive)
    counts = reasons.why(overall, groups, kinds, claim.unit)
    query = naming(snapshot).written(claim.query)
    return msgspec.structs.replace(
        bare(claim),
        query=query,
        says=reasons.says(
            claim, query, [side.label for side in one.units.sides], scope_in_words(snapshot, one.read.filters)
        ),
        status=status,
        why=f"{counts} {note}".strip(),
        tally=overall,
        groups=groups,
        kinds=kinds,
        checks=() if reflexive else checks,
        robustness="" if reflexive or not checks else checks_in_words(checks),
        unreviewed=unreviewed,
        units=units,
    )


def _is_reflexive(snapshot: Snapshot, claim: Claim) -> bool:
    """Whether its analysis is reflexive; of a claim that names none, whether all of the study are."""
    rows = snapshot.raw["analysis"]
    families = [
        family for thing, family in zip(rows["id"], rows["family"], strict=True) if claim.analysis in {None, thing}
    ]
    return bool(families) and all(family == "reflexive TA" for family in families)


def _told(one: Counted) -> tuple[tuple[UnitStanding, ...], dict[str, int], int]:
    """The units one by one, why those that are not known are not, and how many codings nobody accepted."""
    codings, against, unreviewed = _codings_of(one)
    asked = sorted(set(one.leaf.values()))
    words = one.known.words[:, asked]
    of_unit: list[list[int]] = [[] for _ in one.units.keys]
    for item, unit in zip(one.units.item.tolist(), one.units.unit.tolist(), strict=True):
        of_unit[unit].append(item)
    kinds: Counter[str] = Counter()
    settled = SILENCE if one.read.claim.silence == "not said" else set()
    told = []
    for unit, (key, label) in enumerate(zip(one.units.keys, one.units.labels, strict=True)):
        value = int(one.values[unit])
        found = Counter(
            ALL_WORDS[word] for item in of_unit[unit] for word in sorted(set(words[item].tolist())) if word >= 0
        )
        if not of_unit[unit]:
            found = Counter({ALL_WORDS[-1]: 1})
        if value == OPEN:
            kinds.update({word: count for word, count in found.items() if word not in settled})
        group = next((side.key or side.label for side in one.units.sides if side.inside[unit]), "")
        told.append(
            UnitStanding(
                key=key, label=label, known=_KNOWN[value], group=group, words=dict(found),
                coding_ids=codings.get(unit, ()), against_ids=against.get(unit, ()),
            )
        )  # fmt: skip
    return tuple(told), {word: kinds[word] for word in KINDS_OF_NOTHING if kinds[word]}, unreviewed


def _codings_of(one: Counted) -> tuple[dict[int, tuple[Id, ...]], dict[int, tuple[Id, ...]], int]:
    """For each unit the codings that speak for it and against it."""
    known_, evidence = one.known, one.known.counted.evidence
    units_of_item: dict[int, list[int]] = {}
    for item, unit in zip(one.units.item.tolist(), one.units.unit.tolist(), strict=True):
        units_of_item.setdefault(item, []).append(unit)
    found: tuple[dict[int, dict[int, None]], dict[int, dict[int, None]]] = ({}, {})
    unreviewed: set[int] = set()
    for column, sign in dict.fromkeys(signs(one.read.node, one.leaf)):
        line = int(known_.places[column])
        if line < 0:
            continue
        rows = slice(int(evidence.first[line]), int(evidence.first[line + 1]))
        items = known_.unit_item[evidence.unit[rows]].tolist()
        for item, coding, denies, counts in zip(
            items, evidence.coding[rows].tolist(), evidence.against[rows].tolist(), evidence.counted[rows].tolist(),
            strict=True,
        ):  # fmt: skip
            for unit in units_of_item.get(item, ()):
                if not counts:
                    unreviewed.add(coding)
                    continue
                speaks_for = (sign > 0) != denies
                found[0 if speaks_for else 1].setdefault(unit, {})[coding] = None
    named = known_.snapshot.codings.named
    speaks, denied = ({unit: named(sorted(those)) for unit, those in side.items()} for side in found)
    return speaks, denied, len(unreviewed)


def bare(
    claim: Claim, *, status: Status = "cannot say", why: str = "", problem: str = "", query: str = ""
) -> ClaimStanding:
    """A claim of which no units are counted."""
    return ClaimStanding(
        claim=claim.id, sentence=claim.sentence, quantifier=claim.quantifier, unit=claim.unit, rests_on=claim.rests_on,
        silence=claim.silence, query=query, status=status, why=why, problem=problem, tally=Tally(),
    )  # fmt: skip
