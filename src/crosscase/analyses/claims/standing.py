"""How a claim stands: its status with the counts, the evidence, and what is missing.

What a careful reader would get wrong: `unit` words are told of the thing asked, not of the claim. In a claim with the
quantifier *none* the units that are so are the counter-evidence.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.analyses.claims.verdicts import Status, Tally
from crosscase.analyses.robustness import Check
from crosscase.model import Id
from crosscase.model.claims import ClaimUnit, Quantifier, RestsOn, Silence

Known = Literal["yes", "no", "not known"]


class UnitStanding(msgspec.Struct, frozen=True, kw_only=True):
    """One unit that a claim counts.

    Attributes:
        key, label: of the unit; `group` is the key of its group where groups are set against each other.
        known: whether it is so.
        words: for people and documents of it, the words of what is known (the reasons, where it is not known).
        coding_ids: that speak for its being so; `against_ids`: against.
    """

    key: str
    label: str
    known: Known
    group: str = ""
    words: dict[str, int] = {}
    coding_ids: tuple[Id, ...] = ()
    against_ids: tuple[Id, ...] = ()


class GroupTally(msgspec.Struct, frozen=True, kw_only=True):
    """How the units of one group stand.

    Attributes:
        key, label: of the group; *all others* has none.
    """

    key: str
    label: str
    tally: Tally


class ClaimStanding(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim stands in what has been coded so far.

    Attributes:
        says: what is checked, in words.
        status: the verdict; `why` gives its reason in a sentence.
        tally: of all units in the scope.
        groups: where groups are set against each other, how each stands.
        kinds: why units that are not so are not: words with how many people or documents, the kinds of nothing.
        checks, robustness: what the verdict depends on.
        unreviewed: codings that nobody accepted; they do not count.
        units: in order.
        problem: why it cannot be checked at all.
    """

    claim: Id
    sentence: str
    quantifier: Quantifier
    unit: ClaimUnit
    rests_on: RestsOn
    silence: Silence
    query: str = ""
    says: str = ""
    status: Status = "cannot say"
    why: str = ""
    tally: Tally
    groups: tuple[GroupTally, ...] = ()
    kinds: dict[str, int] = {}
    checks: tuple[Check, ...] = ()
    robustness: str = ""
    unreviewed: int = 0
    units: tuple[UnitStanding, ...] = ()
    problem: str = ""

    @property
    def coding_ids(self) -> tuple[Id, ...]:
        """All codings that units' being so rests on."""
        return tuple(dict.fromkeys(coding for unit in self.units for coding in unit.coding_ids))

    @property
    def against_ids(self) -> tuple[Id, ...]:
        """All codings that speak against units' being so."""
        return tuple(dict.fromkeys(coding for unit in self.units for coding in unit.against_ids))

    @property
    def missing(self) -> tuple[UnitStanding, ...]:
        """The units of which nothing is known yet."""
        return tuple(unit for unit in self.units if unit.known == "not known")
