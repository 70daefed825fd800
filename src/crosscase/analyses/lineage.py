"""Table 3: from categories to themes.

Each theme with the categories it was developed from, how, and the evidence that people placed under it. A category that
two themes were developed from stands in both rows.

What a careful reader would get wrong: standing in a theme's row makes a category's codings nobody's evidence. Evidence
counts where somebody placed it; `suggested` says how many codings of the category are not evidence for the theme yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.flow import standing_alone
from crosscase.analyses.lines import theme_codings, what_axis
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.who import everyone
from crosscase.frames import Snapshot
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class LineageOptions(Filters, frozen=True, kw_only=True):
    """Which themes. `analysis` names one of several."""

    analysis: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What a theme was developed from.

    Attributes:
        id, label, kind: a code (category) or another theme.
        shared_with: other themes that it stands under.
        suggested: its codings that are not this theme's evidence.
    """

    id: Id
    label: str
    kind: str
    how: str
    whole: bool
    reason: str
    shared_with: tuple[Id, ...]
    suggested: int


class ThemeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A theme, or a subtheme (`depth` above 0), with what it was developed from.

    Attributes:
        cases, participants: with evidence for it, without its subthemes.
        evidence_for, evidence_against: codings placed, and those of categories taken in whole.
    """

    id: Id
    label: str
    depth: int
    status: str
    origins: tuple[Origin, ...]
    cases: int
    participants: int
    evidence_for: int
    evidence_against: int
    coding_ids: tuple[Id, ...]


@dataclass(frozen=True, eq=False)
class LineageTable(Result):
    """Themes in reading order.

    Attributes:
        unplaced: categories that no theme was developed from; `unfed`: themes that nothing feeds.
    """

    snapshot: Snapshot
    options: LineageOptions
    rows: tuple[ThemeRow, ...]
    unplaced: tuple[str, ...]
    unfed: tuple[str, ...]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each theme and origin; a theme without one has a row with no origin."""
        found = [_flat(row, origin) for row in self.rows for origin in row.origins or (None,)]
        return pl.DataFrame(found, infer_schema_length=None)

    def table(self) -> Table:
        """One row for each theme and subtheme, its categories in one cell."""
        columns = (
            Column("theme", "Theme"), Column("categories", "Developed from"), Column("cases", "Cases", "count"),
            Column("participants", "Participants", "count"), Column("for", "Evidence", "count"),
            Column("against", "Against", "count"),
        )  # fmt: skip
        rows = tuple(
            (
                "  " * row.depth + row.label, "; ".join(_named(origin) for origin in row.origins), row.cases,
                row.participants, row.evidence_for, row.evidence_against,
            )
            for row in self.rows
        )  # fmt: skip
        return Table(title="Categories and themes", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        shared = sorted({origin.label for row in self.rows for origin in row.origins if origin.shared_with})
        return notes_of(
            self.snapshot,
            "Evidence is what somebody placed under a theme; a category only suggests it, unless taken in whole (all).",
            f"Under several themes: {'; '.join(shared)}." if shared else "",
            f"Under no theme: {'; '.join(self.unplaced)}." if self.unplaced else "",
            f"Fed by nothing: {'; '.join(self.unfed)}." if self.unfed else "",
        )

    def chart(self) -> Figure:
        """Bars of the evidence for and against each theme."""
        found = [
            {"theme": "  " * row.depth + row.label, "stance": stance, "evidence": count}
            for row in self.rows
            for stance, count in (("for", row.evidence_for), ("against", row.evidence_against))
        ]
        schema = {"theme": pl.String(), "stance": pl.String(), "evidence": pl.Int64()}
        return charts.bars(
            pl.DataFrame(found, schema=schema), label="theme", value="evidence", title="Evidence of the themes",
            order=["  " * row.depth + row.label for row in self.rows], kind="stance", kinds=("for", "against"),
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, unplaced, unfed, notes}`; rows carry the fields of `ThemeRow`."""
        return plain(
            {
                "analysis": "lineage", "version": self.snapshot.version, "options": self.options, "rows": self.rows,
                "unplaced": self.unplaced, "unfed": self.unfed, "notes": self.notes(),
            }
        )  # fmt: skip


def lineage(snapshot: Snapshot, options: LineageOptions | None = None) -> LineageTable:
    """Themes and what they were developed from.

    Raises:
        BadValueError: there are no themes.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or LineageOptions()
    what = what_axis(snapshot, "themes", analysis=options.analysis)
    scope = scope_of(snapshot, options)
    block = block_of(counted_of(snapshot, what, scope, words=False), everyone(snapshot))
    evidence = theme_codings(snapshot)
    rows = []
    for number, line in enumerate(what.lines):
        if line.below:
            continue
        theme = snapshot.themes.number[line.id]
        coding, against = evidence[theme]
        kept = scope.codings[coding]
        coding, against = coding[kept], against[kept]
        rows.append(
            ThemeRow(
                id=line.id, label=line.label, depth=line.depth,
                status="final" if snapshot.themes.final[theme] else "candidate",
                origins=_origins(snapshot, theme, set(coding.tolist())),
                cases=int(block.numbers["cases"][0, number]),
                participants=int(block.numbers["participants"][0, number]),
                evidence_for=len(np.unique(coding[~against])), evidence_against=len(np.unique(coding[against])),
                coding_ids=tuple(snapshot.codings.ids.gather(np.unique(coding))),
            )
        )  # fmt: skip
    unplaced, unfed = standing_alone(snapshot, [snapshot.themes.number[row.id] for row in rows])
    return LineageTable(snapshot, options, tuple(rows), unplaced, unfed)


def _origins(snapshot: Snapshot, theme: int, evidence: set[int]) -> tuple[Origin, ...]:
    found = []
    for step in snapshot.themes.lineage:
        if step.theme != theme:
            continue
        others = {
            snapshot.themes.ids[other.theme]
            for other in snapshot.themes.lineage
            if other.theme != theme and (other.code, other.other) == (step.code, step.other) and other.how != "dropped"
        }
        tree = snapshot.codes if step.code >= 0 else snapshot.themes
        place = max(step.code, step.other)
        suggested = 0
        if step.code >= 0:
            rows = np.flatnonzero(np.isin(snapshot.codings.code, np.array(tree.below(place))))
            suggested = len(set(rows.tolist()) - evidence)
        found.append(
            Origin(
                id=tree.ids[place], label=tree.labels[place], kind=tree.kind, how=step.how, whole=step.whole,
                reason=step.reason, shared_with=tuple(sorted(others)), suggested=suggested,
            )
        )  # fmt: skip
    return tuple(found)


def _flat(row: ThemeRow, origin: Origin | None) -> dict[str, Any]:
    own = {
        "theme": row.id, "theme_label": row.label, "depth": row.depth, "cases": row.cases,
        "participants": row.participants, "evidence_for": row.evidence_for, "evidence_against": row.evidence_against,
    }  # fmt: skip
    names = ("id", "label", "kind", "how", "whole", "suggested")
    return own | {f"origin_{name}": getattr(origin, name) if origin else None for name in names}


def _named(origin: Origin) -> str:
    marks = [mark for mark in ("all" if origin.whole else "", "" if origin.how == "grouped" else origin.how) if mark]
    return f"{origin.label} ({', '.join(marks)})" if marks else origin.label
