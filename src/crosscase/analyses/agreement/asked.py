"""What agreement is asked about: whose codings, in which units, how codes are put together."""

from __future__ import annotations

from typing import Literal

from crosscase.analyses.agreement.lattice import UnitKind
from crosscase.analyses.scope import Filters

By = Literal["all", "pairs", "perspectives"]
Level = Literal["codes", "domains", "overall"]


class AgreementOptions(Filters, frozen=True, kw_only=True):
    """What to compare. `members` are the coders; empty, all people who read something to the end.

    Attributes:
        units: what is judged.
        segments: for units that are segments, the code whose stretches they are; else what any coder coded.
        universe: all text, or only text that at least one of the coders coded.
        levels: lines of single codes, of branches of the tree, of all codes together.
        codes: only these with what lies under them.
        labels: how codes are put together for branches and all: `each` is a question of its own, yes or no, and the
            questions are pooled; `sets` is one question, answered by the set of codes that lie there; `steps` takes
            the codes under one code, in the order of the codebook, for the steps of a scale. Only lines of branches
            are given then, and a unit counts where a coder put one step on it and no other.
        scale: what lies between two steps: `ordinal`, their order alone; `interval`, every step is as wide as the next.
        by: all coders together, every two, or by the perspectives they share.
        groups: coders taken together as one voice, `name=Ines,Tom`; what any of them put there, the group did.
        read: who counts as having read a source: who has marked it as read for the code, or who coded anything in it.
        resamples: how often documents are drawn anew for intervals; 0 for none.
        seed: of chance.
        confidence: of the intervals.
        analysis: for which this is asked; its method family decides whether it is answered.
    """

    units: UnitKind = "characters"
    segments: str = ""
    universe: Literal["all", "coded"] = "all"
    levels: tuple[Level, ...] = ("codes", "domains", "overall")
    codes: tuple[str, ...] = ()
    labels: Literal["each", "sets", "steps"] = "each"
    scale: Literal["ordinal", "interval"] = "ordinal"
    by: By = "all"
    groups: tuple[str, ...] = ()
    read: Literal["done", "coded"] = "done"
    resamples: int = 1000
    seed: int = 1
    confidence: float = 0.95
    analysis: str = ""
