"""Which methods offer which numbers: what is off where an analysis is reflexive, and why.

Each analysis of a study declares its method family. In reflexive thematic analysis (Braun & Clarke 2021) a code is one
reader's way of seeing, so how often two readers coincide measures nothing that the method wants.

What a careful reader would get wrong: codes belong to the study, not to one of its analyses. Where no analysis is
named, a number is off only when all of them are reflexive.
"""

from __future__ import annotations

from typing import Final

from crosscase.errors import RefusedError
from crosscase.frames import Snapshot

REFLEXIVE: Final = "reflexive TA"


class OffHereError(RefusedError):
    """Something that the method of an analysis has no use for."""

    code = "off-here"

    def __init__(self, reason: str, instead: str = "") -> None:
        super().__init__(f"{reason} {instead}".strip())
        self.reason = reason


def reflexive(snapshot: Snapshot, analysis: str = "") -> str:
    """The name of the reflexive analysis that is meant; empty where another is, or there is none.

    Args:
        snapshot: the study.
        analysis: by id or name; without it, that of the only analyses there are.

    Raises:
        NotFoundError, AmbiguousError: there is no such analysis, or there are several.
    """
    families = dict(zip(snapshot.raw["analysis"]["id"], snapshot.raw["analysis"]["family"], strict=True))
    if analysis:
        number = snapshot.analyses.find(analysis)
        here = families.get(snapshot.analyses.ids[number]) == REFLEXIVE
        return snapshot.analyses.labels[number] if here else ""
    if families and set(families.values()) == {REFLEXIVE}:
        return snapshot.analyses.labels[0]
    return ""
