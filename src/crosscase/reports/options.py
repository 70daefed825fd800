"""What a report is asked for."""

from __future__ import annotations

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into a report.

    Attributes:
        parts: which, by their keys; empty for all. They stand in the order of the register, however they are named.
        ordered: parts stand in the order in which they are named, not in that of the register.
        quotations: at most so many for each theme; half as many again may speak against it.
        covered: print passages under a content note too.
        analysis: only the themes of this analysis.
        include_unreviewed: count codings by rule that nobody accepted like all others.
        case: a report to this case alone, with nothing from any other; parts are then its own.
        on: the day of printing as an ISO date, for consents that end; today when empty.
    """

    parts: tuple[str, ...] = ()
    ordered: bool = False
    quotations: int = 4
    covered: bool = False
    analysis: str = ""
    include_unreviewed: bool = False
    case: str = ""
    on: str = ""


PARTS = (
    "facts", "cases", "sample", "themes", "comparing", "frame", "codebook", "matrices", "framework", "pairs",
    "questionnaire", "contrasts", "negatives", "agreement", "saturation", "configurations", "claims", "quotations",
    "kept", "figures", "given", "methods", "guidelines",
)  # fmt: skip
"""The names of all parts, in the order in which they are printed; `parts` has what builds each."""
