"""Gamma of a study: what coders marked, paired up text by text, within a budget of time.

Takes the same codings as `agreement`: original ones, in texts that two or more have read for all codes looked at. A
coder's overlapping spans of one code are one unit; units of different codes stay apart and may overlap.

What a careful reader would get wrong: each text is of those who read it, and texts are weighed by how many units a
coder has in them. A text without any unit says nothing, and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.agreement.agreement import looked_at, refuse_reflexive
from crosscase.analyses.agreement.alignment import Units
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.gamma import Gamma, gamma
from crosscase.analyses.agreement.lattice import united
from crosscase.analyses.agreement.voices import Gathered, Voice, gathered
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class GammaOptions(AgreementOptions, frozen=True, kw_only=True):
    """What to pair up.

    Attributes:
        place, category: how much place and code count.
        seconds: after which it stops with what it has.
        precision: how far the expected disorder may be off, as a part of it.
    """

    place: float = 1.0
    category: float = 1.0
    seconds: float = 30.0
    precision: float = 0.02


@dataclass(frozen=True, eq=False)
class Aligned(Result):
    """Gamma of what was marked, with its bounds."""

    snapshot: Snapshot
    options: GammaOptions
    gamma: Gamma
    voices: tuple[Voice, ...]
    texts: int
    before: tuple[str, ...] = ()

    @property
    def frame(self) -> pl.DataFrame:
        """One row for gamma, one for gamma-cat, one for each code."""
        found = self.gamma
        rows = [("gamma", found.value, found.low, found.high), ("gamma-cat", found.cat, None, None)]
        rows += [(f"gamma of {name}", value, None, None) for name, value in found.k.items()]
        kinds: dict[str, type[pl.DataType]] = {
            "what": pl.String, "value": pl.Float64, "low": pl.Float64, "high": pl.Float64
        }  # fmt: skip
        return pl.DataFrame(rows, schema=kinds, orient="row")

    def table(self) -> Table:
        """For people."""
        columns = (Column("what", "What"), Column("value", "Value"), Column("bounds", "Between"))
        rows = tuple(
            (what, "undefined" if value is None else f"{value:.2f}", "" if low is None else f"{low:.2f} and {high:.2f}")
            for what, value, low, high in self.frame.iter_rows()
        )
        return Table(title="Gamma: how coders' passages pair up", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        found = self.gamma
        late = (
            f"Time was up after {found.seconds:.0f} seconds: {found.samples} of {found.wanted} random texts were drawn "
            f"for each text, and {found.left_out} of {self.texts} texts were not reached."
        )
        return notes_of(
            self.snapshot,
            f"Of {self.texts} texts with passages that two or more of {', '.join(one.label for one in self.voices)} "
            "have read for all of these codes.",
            f"Undefined: {found.undefined}." if found.undefined else "",
            "" if found.in_time else late,
            "" if found.exact else "Some pairings are only good ones, not known to be the best; the bounds hold both.",
            f"Drawn by chance (seed {self.options.seed}); place counts {self.options.place:g}, code "
            f"{self.options.category:g}.",
            *self.before,
        )

    def chart(self) -> Figure:
        """Bars: gamma, gamma-cat and each code."""
        known = self.frame.filter(pl.col("value").is_not_null())
        return charts.bars(
            known, label="what", value="value", title="Gamma", order=known["what"].to_list(),
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, voices, texts, gamma, notes}`."""
        return plain(
            {
                "analysis": "gamma", "version": self.snapshot.version, "options": self.options, "voices": self.voices,
                "texts": self.texts, "gamma": self.gamma, "notes": self.notes(),
            }
        )  # fmt: skip


def aligned(
    snapshot: Snapshot, options: GammaOptions | None = None, perspectives: Mapping[str, Sequence[str]] | None = None,
    before: Sequence[str] = (),
) -> Aligned:  # fmt: skip
    """Gamma of a study.

    Raises:
        OffHereError: the analysis is reflexive.
        BadValueError: there are not two coders, or no codes.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or GammaOptions()
    refuse_reflexive(snapshot, options.analysis)
    codes = looked_at(snapshot, options.codes)
    found = gathered(snapshot, options, codes, perspectives or {})
    texts = _texts(found, codes)
    value = gamma(
        texts, snapshot.codes.labels, place=options.place, category=options.category, seconds=options.seconds,
        precision=options.precision, seed=options.seed,
    )  # fmt: skip
    return Aligned(snapshot, options, value, found.voices, len(texts), tuple(before))


def _texts(found: Gathered, codes: Flags) -> list[Units]:
    """The units of every text, of those who have read it for every code that was used."""
    used = np.flatnonzero(np.bincount(found.code, minlength=len(codes)) & codes)
    readers: Flags = np.asarray(found.read[:, :, used].all(axis=2), dtype=np.bool_)
    many = len(found.voices)
    key = (found.source * many + found.voice) * len(codes) + found.code
    line, start, end = united(key, found.start, found.end)
    line, code = np.divmod(line, len(codes))
    source, voice = np.divmod(line, many)
    texts = []
    for text in np.flatnonzero(readers.sum(axis=0) >= 2).tolist():
        place = np.full(many, -1, dtype=np.int64)
        there = np.flatnonzero(readers[:, text])
        place[there] = np.arange(len(there))
        rows = np.flatnonzero((source == text) & (place[voice] >= 0))
        if len(rows):
            texts.append(
                Units(
                    place[voice[rows]],
                    start[rows].astype(np.float64),
                    end[rows].astype(np.float64),
                    code[rows],
                    len(there),
                )
            )
    return texts
