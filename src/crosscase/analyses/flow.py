"""How categories flow into themes: one band for each category and theme that the lineage joins (a Sankey diagram).

A band is as wide as there are participants whose words in that category are evidence for the theme; a thin grey band is
lineage that nobody has backed with evidence yet. Subthemes stand with their own bands. A category that feeds no theme,
and a theme that nothing feeds, stand alone, and are named in the notes.

What a careful reader would get wrong: bands of one category do not add up. A participant whose words feed two themes is
in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses.lines import theme_codings
from crosscase.analyses.pairs import whose
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.sankey import sankey
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class FlowOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which themes.

    Attributes:
        analysis: only this one's.
        member: only evidence that this member coded.
    """

    analysis: str = ""
    member: Id = ""


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """A category (or another theme) and a theme developed from it.

    Attributes:
        cases, participants: with words in the category that are evidence for the theme.
    """

    origin: Id
    origin_label: str
    origin_kind: str
    theme: Id
    theme_label: str
    how: str
    whole: bool
    reason: str
    cases: int
    participants: int
    coding_ids: tuple[Id, ...]


@dataclass(frozen=True, eq=False)
class Flow(Result):
    """Bands by theme, and what stands alone: categories feeding nothing, themes fed by nothing."""

    snapshot: Snapshot
    options: FlowOptions
    bands: tuple[Band, ...]
    feeding_nothing: tuple[str, ...]
    fed_by_nothing: tuple[str, ...]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each band."""
        found = [msgspec.structs.asdict(band) | {"coding_ids": len(band.coding_ids)} for band in self.bands]
        return pl.DataFrame(found, infer_schema_length=None).rename({"coding_ids": "codings"} if found else {})

    def table(self) -> Table:
        """One row for each band."""
        columns = (
            Column("origin", "From"), Column("theme", "Theme"), Column("how", "How"), Column("cases", "Cases", "count"),
            Column("participants", "Participants", "count"), Column("codings", "Codings", "count"),
            Column("reason", "Why"),
        )  # fmt: skip
        rows = tuple(
            (
                band.origin_label, band.theme_label, f"{band.how}, whole" if band.whole else band.how, band.cases,
                band.participants, len(band.coding_ids), band.reason,
            )
            for band in self.bands
        )  # fmt: skip
        return Table(title="From categories to themes", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(
            self.snapshot,
            "Bands are as wide as there are participants whose words in the category are evidence for the theme.",
            f"Feeding no theme: {'; '.join(self.feeding_nothing)}." if self.feeding_nothing else "",
            f"Fed by nothing: {'; '.join(self.fed_by_nothing)}." if self.fed_by_nothing else "",
        )

    def chart(self) -> Figure:
        """The diagram."""
        return sankey(
            [(band.origin_label, band.theme_label, band.participants) for band in self.bands],
            left_alone=self.feeding_nothing, right_alone=self.fed_by_nothing, title="From categories to themes",
            unit="participants", notes=self.notes(),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, bands, feeding_nothing, fed_by_nothing, notes}`."""
        return plain(
            {
                "analysis": "flow", "version": self.snapshot.version, "options": self.options, "bands": self.bands,
                "feeding_nothing": self.feeding_nothing, "fed_by_nothing": self.fed_by_nothing, "notes": self.notes(),
            }
        )  # fmt: skip


def flow(snapshot: Snapshot, options: FlowOptions | None = None) -> Flow:
    """How categories flow into themes.

    Raises:
        BadValueError: there are no themes.
        NotFoundError, AmbiguousError: the analysis cannot be found.
    """
    options = options or FlowOptions()
    themes, codes, codings = snapshot.themes, snapshot.codes, snapshot.codings
    wanted = snapshot.analyses.find(options.analysis) if options.analysis else -1
    shown = [n for n in range(len(themes)) if wanted in (-1, themes.analysis[n])]
    if not shown:
        message = "There are no themes in this study yet." if wanted < 0 else f"{options.analysis!r} has no themes yet."
        raise BadValueError(message)
    evidence = theme_codings(snapshot)
    own = snapshot.members.number.get(options.member, -2) if options.member else None
    bands = []
    for step in themes.lineage:
        if step.theme not in shown or step.how == "dropped":
            continue
        rows, against = evidence[step.theme]
        rows = np.unique(rows[~against])
        if own is not None:
            rows = rows[codings.member[rows] == own]
        if step.code >= 0:
            rows = rows[np.isin(codings.code[rows], np.array(codes.below(step.code)))]
        else:
            rows = np.intersect1d(rows, evidence[step.other][0])
        case, person = whose(snapshot, rows)
        tree = codes if step.code >= 0 else themes
        place = max(step.code, step.other)
        bands.append(
            Band(
                origin=tree.ids[place], origin_label=tree.labels[place], origin_kind=tree.kind,
                theme=themes.ids[step.theme], theme_label=themes.labels[step.theme], how=step.how, whole=step.whole,
                reason=step.reason, cases=len(set(case.tolist()) - {-1}), participants=len(set(person.tolist()) - {-1}),
                coding_ids=tuple(codings.ids.gather(rows)),
            )
        )  # fmt: skip
    nothing, fed = standing_alone(snapshot, shown)
    return Flow(snapshot, options, tuple(bands), nothing, fed)


def standing_alone(snapshot: Snapshot, shown: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Categories that feed none of these themes, and those of the themes that nothing feeds.

    A category feeds through what it lies under; a theme is fed by lineage or evidence, its own or of its subthemes.
    """
    themes, codes = snapshot.themes, snapshot.codes
    steps = [step for step in themes.lineage if step.theme in set(shown) and step.how != "dropped"]
    used = {code for step in steps if step.code >= 0 for code in codes.below(step.code)}
    categories = np.flatnonzero(codes.category & ~codes.retired).tolist()
    nothing = tuple(codes.labels[n] for n in categories if n not in used)
    fed = {step.theme for step in steps} | set(themes.evidence[0].tolist())
    alone = tuple(themes.labels[n] for n in shown if fed.isdisjoint(themes.below(n)))
    return nothing, alone
