"""What a claim counts: its units, who and what is in each, and the groups that are set against each other.

What a careful reader would get wrong: a unit that nobody is in stays. A case to which nobody was recruited is one of
which nothing is known, and *all cases* is not shown without it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.analyses.claims.known import Known
from crosscase.analyses.contrasted import place
from crosscase.analyses.result import label_of
from crosscase.analyses.who import Who, through, who_axis
from crosscase.errors import BadValueError
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.listing import Listing
from crosscase.model import Claim
from crosscase.model.claims import TWO_SIDED


@dataclass(frozen=True, eq=False)
class Side:
    """A group of units; without a key, all others."""

    key: str
    label: str
    inside: Flags


@dataclass(frozen=True, eq=False)
class Units:
    """The units of one claim.

    Attributes:
        keys, labels: of each.
        item, unit: (item of `Known`, unit) pairs.
        sides: the groups, two of them where the quantifier has two sides; else none.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    item: Ints
    unit: Ints
    sides: tuple[Side, ...]


def units_of(known: Known, claim: Claim) -> Units:
    """The units of a claim.

    Raises:
        BadValueError: what is counted does not fall into the groups that are named.
        NotFoundError, AmbiguousError: a group or an attribute is not there.
    """
    snapshot, scope = known.snapshot, known.scope
    if claim.unit == "groups":
        who = who_axis(snapshot, claim.by or "primary")
        item, line = _in_lines(known, who)
        held = np.bincount(line, minlength=len(who.lines)) > 0
        planned = (who.places & scope.cases[:, None] & scope.roles[None, :]).any(axis=(1, 2))
        chosen = np.flatnonzero(held | planned)
        keys, labels = tuple(who.lines[n].key for n in chosen), tuple(label_of(who.lines[n]) for n in chosen)
        number = np.full(len(who.lines), -1, dtype=np.int64)
        number[chosen] = np.arange(len(chosen))
        return _kept(known, claim, Units(keys, labels, item, number[line], ()))
    listing: Listing
    if claim.unit == "participants":
        listing, inside, of = snapshot.participants, scope.participants, known.participant
    elif claim.unit == "cases":
        listing, inside, of = snapshot.cases, scope.cases, known.case
    else:
        listing, inside, of = snapshot.sources, scope.sources, known.source
    chosen = np.flatnonzero(inside)
    number = np.full(len(listing) + 1, -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    item = np.flatnonzero(number[of] >= 0)
    keys, labels = tuple(listing.ids[n] for n in chosen), tuple(listing.labels[n] for n in chosen)
    sides = _sides(known, claim, chosen) if claim.quantifier in TWO_SIDED else ()
    return _kept(known, claim, Units(keys, labels, item, number[of[item]], sides))


def _kept(known: Known, claim: Claim, units: Units) -> Units:
    """Only documents, where the claim rests on documents."""
    if claim.rests_on != "documents":
        return units
    kept = known.participant[units.item] < 0
    return Units(units.keys, units.labels, units.item[kept], units.unit[kept], units.sides)


def _in_lines(known: Known, who: Who) -> tuple[Ints, Ints]:
    """(item, line) pairs: participants by who they are, what is nobody's by its case."""
    person, line = through(known.participant, who.participants)
    nobody = np.flatnonzero(known.participant < 0)
    document, of_case = through(known.case[nobody], who.cases)
    return np.concatenate([person, nobody[document]]), np.concatenate([line, of_case])


def _sides(known: Known, claim: Claim, chosen: Ints) -> tuple[Side, ...]:
    snapshot = known.snapshot
    who = who_axis(snapshot, claim.by or "primary")
    if claim.unit == "participants":
        pairs = who.participants
    elif claim.unit == "cases":
        pairs = who.cases
    else:
        pairs = (snapshot.units.source[who.units[0]], who.units[1])
    if not len(pairs[0]):
        message = f"{claim.unit.capitalize()} do not fall into {claim.by}: count something else, or name other groups."
        raise BadValueError(message)
    one = place(who.lines, claim.one, "group")
    here = np.isin(chosen, pairs[0][pairs[1] == one])
    first = Side(who.lines[one].key, label_of(who.lines[one]), here)
    if claim.quantifier != "more in":
        return first, Side("", f"all other {claim.unit}", ~here)
    other = place(who.lines, claim.other, "group")
    there = np.isin(chosen, pairs[0][pairs[1] == other])
    return first, Side(who.lines[other].key, label_of(who.lines[other]), there)
