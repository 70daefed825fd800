"""Themes, the evidence people placed under them, and what they were developed from.

A category only suggests evidence; its codings are a theme's own where the lineage says *whole*. A category may stand
in the lineage of several themes. Lineage of the kind *dropped* records what was left out, and brings nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from crosscase.frames.codes import Codes, Tree, ordered_tree
from crosscase.frames.codings import Codings
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.listing import Listing, numbers_in


@dataclass(frozen=True, eq=False)
class Step:
    """One line of lineage: of which theme, from which code or other theme (-1 where it is not that), how and why."""

    theme: int
    code: int
    other: int
    how: str
    whole: bool
    reason: str


@dataclass(frozen=True, eq=False)
class Themes(Tree):
    """All themes of all analyses, by analysis and in reading order.

    Attributes:
        analysis: number of its analysis.
        final: no longer a candidate.
        evidence: (theme, coding) numbers, and whether it speaks against the theme.
        lineage: in the order of themes, then of what they came from.
    """

    analysis: Ints
    final: Flags
    evidence: tuple[Ints, Ints, Flags]
    lineage: tuple[Step, ...]


def analyses_of(raw: pl.DataFrame) -> Listing:
    """The analyses by name."""
    kept = raw.sort("name", "id")
    order = tuple(kept["id"])
    return Listing("analysis", order, tuple(kept["name"]), {thing: n for n, thing in enumerate(order)})


def themes_of(raw: Mapping[str, pl.DataFrame], analyses: Listing, codes: Codes, codings: Codings) -> Themes:
    """The themes with their evidence and lineage.

    Args:
        raw: rows by kind.
        analyses, codes, codings: what they refer to.
    """
    evidence, lineage = raw["evidence"], raw["lineage"]
    rows = {row["id"]: row for row in raw["theme"].iter_rows(named=True)}
    keys = {t: (analyses.number.get(r["analysis"], -1), r["position"], r["label"], t) for t, r in rows.items()}
    order, parent, depth, size = ordered_tree({t: r["parent"] for t, r in rows.items()}, dict(keys))
    number = {thing: place for place, thing in enumerate(order)}
    kept = [rows[thing] for thing in order]
    theme = numbers_in(number, evidence["theme"])
    coding = _coding_numbers(evidence["coding"], codings)
    against = (evidence["stance"] == "against").to_numpy()
    # Twins placed under one theme are one piece of evidence; should they disagree, both readings stand.
    placed = pl.DataFrame({"theme": theme, "coding": coding, "against": against})
    placed = placed.filter((pl.col("theme") >= 0) & (pl.col("coding") >= 0)).unique().sort(pl.all())
    steps = [
        Step(
            number[row["theme"]], codes.number.get(row["origin"], -1), number.get(row["origin"], -1),
            row["how"], row["whole"], row["reason"],
        )
        for row in lineage.iter_rows(named=True)
        if row["theme"] in number
    ]  # fmt: skip
    steps = [step for step in steps if max(step.code, step.other) >= 0]
    return Themes(
        "theme", order, tuple(row["label"] for row in kept), number, parent, depth, size,
        np.array([analyses.number.get(row["analysis"], -1) for row in kept], dtype=np.int64),
        np.array([row["status"] == "final" for row in kept], dtype=np.bool_),
        (placed["theme"].to_numpy(), placed["coding"].to_numpy(), placed["against"].to_numpy()),
        tuple(sorted(steps, key=lambda s: (s.theme, s.code, s.other, s.how, s.whole))),
    )  # fmt: skip


def _coding_numbers(ids: pl.Series, codings: Codings) -> Ints:
    wanted = pl.DataFrame({"id": ids})
    here = pl.DataFrame({"id": codings.ids, "number": np.arange(len(codings), dtype=np.int64)})
    found = wanted.join(here, on="id", how="left", maintain_order="left")["number"].fill_null(-1).to_numpy()
    # Evidence that names a twin is evidence on the coding that stands for it.
    if codings.twins:
        found = np.where(found >= 0, found, numbers_in(codings.twins, ids))
    return found
