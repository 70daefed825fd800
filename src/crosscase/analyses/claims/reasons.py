"""The sentences in which a claim's standing is told: what is checked, how the counts are, and why there is no verdict.

What a careful reader would get wrong: the counts come first and the word is left to the writer. Nothing here says
`most` because a share is large.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.analyses.claims.standing import GroupTally
from crosscase.analyses.claims.verdicts import VAGUE, Status, Tally
from crosscase.model import Claim

REFLEXIVE = (
    "In a reflexive analysis a claim is not counted true or false; the ledger shows what speaks for it and against it."
)
JUDGEMENT = "This claim rests on judgement."


def says(claim: Claim, query: str, groups: Sequence[str], among: str) -> str:
    """What is checked, in words.

    Args:
        claim: which.
        query: as it is written now.
        groups: labels of the groups set against each other.
        among: the scope in words; empty for everything.
    """
    units, one = claim.unit, claim.unit.removesuffix("s")
    group = groups[0] if groups else ""
    told = {
        "all": f"all {units}", "none": f"no {one}", "one": f"one {one}",
        "n of N": f"{claim.number} of {claim.of} {units}",
        "only in": f"{units} only in {group}",
        "more in": f"more {units} in {group} than in {groups[1] if len(groups) > 1 else ''}",
        "often but not only": f"{units} often in {group}, but not only there",
    }.get(claim.quantifier, f"{claim.quantifier} {units}")  # fmt: skip
    return f"{told}{f' among {among}' if among else ''}: {query}"


def why(tally: Tally, groups: Sequence[GroupTally], kinds: Mapping[str, int], unit: str) -> str:
    """The counts in a sentence, with what is not known and why."""
    counts = "; ".join(f"{each.label}: {_of(each.tally)}" for each in groups) or f"{_of(tally)} {unit}"
    open_ = ", ".join(f"{count} {word}" for word, count in kinds.items())
    rest = f" {tally.unknown} not known yet{f' ({open_})' if open_ else ''}." if tally.unknown else ""
    return f"{counts}.{rest}"


def no_verdict(claim: Claim, status: Status, *, reflexive: bool) -> str:
    """Why there is no verdict; empty where there is one."""
    if claim.rests_on == "judgement":
        return f"{JUDGEMENT} {claim.reason}".strip()
    if reflexive:
        return REFLEXIVE
    if status == "no verdict":
        return (
            f"{VAGUE[claim.quantifier]!r} has no threshold in this study, so there is no verdict: "
            "the counts are the finding, and the word is yours."
        )
    return ""


def _of(tally: Tally) -> str:
    return f"{tally.yes} of {tally.known}"
