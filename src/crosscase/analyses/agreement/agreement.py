"""How far coders agree in a study: every code, every branch of the tree and all codes, with all coefficients at once.

Takes the original codings of those who have read the same texts for the same codes, before anything was agreed. Lines
say what was judged, by whom, of how many, and what stands behind a number that surprises; a coefficient that cannot be
had says why. `differences` has the passages behind it.

What a careful reader would get wrong: no coefficient says that coding is good. It says that people who were told the
same did the same, which a study may or may not want. Under a reflexive analysis it is not computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.diagnosis import BIAS, OFTEN, RARE
from crosscase.analyses.agreement.judged import lines_of
from crosscase.analyses.agreement.patterns import Patterns
from crosscase.analyses.agreement.resampling import FEWEST, ROUGH, draws
from crosscase.analyses.agreement.rows import AgreementRow, Drawn, row_of
from crosscase.analyses.agreement.voices import Gathered, Voice, gathered
from crosscase.analyses.families import OffHereError, reflexive
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

HEADINGS: Final[Mapping[str, str]] = {
    "percent": "Percent", "cohen": "Cohen's kappa", "scott": "Scott's pi", "fleiss": "Fleiss' kappa",
    "conger": "Conger's kappa", "brennan-prediger": "Brennan-Prediger", "gwet": "Gwet's AC1", "alpha": "Alpha",
    "u-alpha": "u-alpha", "|u|-alpha": "|u|-alpha", "cu-alpha": "cu-alpha",
}  # fmt: skip
"""Coefficients, as they are called in tables."""
SHOWN: Final = ("percent", "alpha", "gwet", "u-alpha")


@dataclass(frozen=True, eq=False)
class Agreement(Result):
    """The lines, with what they were worked out from.

    Attributes:
        rows: line by line, for each of the comparisons asked for.
        voices: who is compared; `sources`: ids of the texts that two or more of them have read.
        before: what has to be said of adjudication.
    """

    snapshot: Snapshot
    options: AgreementOptions
    rows: tuple[AgreementRow, ...]
    found: Gathered
    before: tuple[str, ...] = ()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who is compared."""
        return self.found.voices

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the texts that two or more have read."""
        return tuple(self.snapshot.sources.ids[one] for one in self.found.sources.tolist())

    @property
    def difference(self) -> bool:
        """Perspectives are compared, which differ and do not err."""
        return self.options.by == "perspectives"

    @property
    def title(self) -> str:
        """What the table is called."""
        if self.difference:
            return "Where perspectives coincide and differ"
        return "Agreement between coders"

    def find(self, label: str, between: Sequence[str] = ()) -> AgreementRow:
        """A line by its key or label, of those between certain voices where several are.

        Raises:
            NotFoundError: there is no such line.
        """
        wanted = label.casefold()
        for row in self.rows:
            if (row.key == label or row.label.casefold() == wanted) and (
                not between or set(row.between) == set(between)
            ):
                return row
        kind = "line of agreement"
        raise NotFoundError(kind, label, tuple(dict.fromkeys(row.label for row in self.rows))[:5])

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each line and coefficient, undefined ones too."""
        rows = [
            (row.key, row.label, row.kind, " / ".join(row.between), row.units, row.sources, row.categories, one.name,
             one.value, one.low, one.high, one.observed, one.expected, one.undefined)
            for row in self.rows for one in row.coefficients
        ]  # fmt: skip
        kinds: dict[str, type[pl.DataType]] = {
            "key": pl.String, "label": pl.String, "kind": pl.String, "between": pl.String, "units": pl.Float64,
            "sources": pl.Int64, "categories": pl.Int64, "coefficient": pl.String, "value": pl.Float64,
            "low": pl.Float64, "high": pl.Float64, "observed": pl.Float64, "expected": pl.Float64,
            "undefined": pl.String,
        }  # fmt: skip
        return pl.DataFrame(rows, schema=kinds, orient="row")

    def table(self, show: Sequence[str] = SHOWN) -> Table:
        """For people: line by line, with the coefficients asked for (of `HEADINGS`)."""
        several = len({row.between for row in self.rows}) > 1
        columns = [Column("label", "Code")]
        if several:
            columns.append(Column("between", "Between"))
        columns += [
            Column("sources", "Texts", "count"),
            Column("codings", "Codings"),
            Column("categories", "Categories", "count"),
        ]
        graded = (
            {"gwet": "Gwet's AC2", "alpha": f"Alpha ({self.options.scale})"} if self.options.labels == "steps" else {}
        )
        columns += [Column(name, graded.get(name, HEADINGS[name])) for name in show]
        columns.append(Column("positive", "Of coded"))
        columns.append(Column("look", "Look at"))
        rows = []
        for row in self.rows:
            if not row.used:
                continue
            cells: list[Any] = ["  " * row.depth + row.label]
            if several:
                cells.append(" / ".join(self._marked(row)))
            cells += [row.sources, " / ".join(f"{one:,}" for one in row.codings), row.categories]
            cells += [_cell(row, name) for name in show]
            positive = row.balance.positive if row.balance else None
            cells.append("" if positive is None else f"{100 * positive:.0f} %")
            cells.append(", ".join(one.word for one in row.told))
            rows.append(tuple(cells))
        return Table(title=self.title, columns=tuple(columns), rows=tuple(rows), notes=self.notes(show))

    def _marked(self, row: AgreementRow) -> list[str]:
        return [f"{one} (recognisable)" if one in row.recognisable else one for one in row.between]

    def notes(self, show: Sequence[str] = SHOWN) -> tuple[str, ...]:
        """What was judged, by whom, what was left out, and what stands behind single lines."""
        options, many = self.options, len(self.found.sources)
        who = ", ".join(f"{one.label} (recognisable)" if one.recognisable else one.label for one in self.voices)
        where = "all text" if options.universe == "all" else "text that at least one of them coded"
        texts = "one text" if many == 1 else f"{many} texts"
        lines = [
            f"Judged were {options.units} of {where}, in {texts} that two or more of {who} have read. Whoever has not "
            "read a text for a code is missing there. Only original codings count, as they stood before anything was "
            "agreed.",
            "Each code is a question of its own, yes or no; for branches and all codes the questions are pooled."
            if options.labels == "each"
            else self._of_steps()
            if options.labels == "steps"
            else "For branches and all codes the answer is the set of codes that lie on a unit; one is nothing.",
            "Of coded: of what either coded, how much both did (specific agreement). Categories: to choose from.",
        ]
        fewer = [row.label for row in self.rows if row.used and row.whole < row.sources]
        if fewer and not {"u-alpha", "|u|-alpha", "cu-alpha"}.isdisjoint(show):
            lines.append(
                "The unitizing alphas of branches and all codes are of the texts that were read for every one of their "
                f"codes, which are fewer for {', '.join(dict.fromkeys(fewer))}."
            )
        lines += self.before
        if self.found.apart:
            lines.append(f"Left out: {', '.join(self.found.apart)}.")
        lines.append(self._of_intervals(many))
        if any(one.recognisable for one in self.voices):
            lines.append(
                "Recognisable: fewer than three people share this perspective, so it can point to one of them."
            )
        if self.difference:
            lines.append("What differs here is seen differently; none of it is an error.")
        lines += self._of_words(show)
        return notes_of(self.snapshot, *lines)

    def _of_steps(self) -> str:
        names = self.snapshot.codes
        scales = "; ".join(" < ".join(names.labels[names.number[one]] for one in row.codes) for row in self.rows[:1])
        near = (
            "by how many answers lie between two steps (ordinal alpha, ordinal weights)"
            if self.options.scale == "ordinal"
            else "by the square of the steps between them (interval alpha, quadratic weights)"
        )
        return (
            f"Steps, in the order of the codebook: {scales}. Two answers agree the more the nearer they lie, {near}; "
            "Gwet's is AC2. A unit counts for a coder who put one step on it; nothing, and several at "
            "once, are missing."
        )

    def _of_words(self, show: Sequence[str]) -> list[str]:
        """What the words in the last column mean, and what is undefined, and why."""
        said = {one.word for row in self.rows for one in row.told}
        same = "alike" if self.difference else "in agreement"
        lines = [
            text
            for word, text in (
                (RARE, f"Rare: nearly all {self.options.units} have nothing of the code, so coders are {same} on "
                 "nearly all of them, and alpha and kappa are low all the same (Feinstein & Cicchetti 1990). Read *of "
                 "coded* there."),
                (BIAS, "Unlike amounts: one coded more than twice as much as another (bias)."),
                (OFTEN, "Nearly everywhere: hardly anything is without the code, which lowers alpha and kappa as being "
                 "rare does."),
            ) if word in said
        ]  # fmt: skip
        never = list(dict.fromkeys(row.label for row in self.rows if not row.used))
        if never:
            lines.append(f"Not shown, because nobody used them where two could have: {', '.join(never)}.")
        reasons: dict[str, list[str]] = {}
        for row in self.rows:
            for one in row.coefficients if row.used else ():
                if one.value is None and one.name in show:
                    reasons.setdefault(one.undefined, []).append(f"{one.name} of {row.label}")
        lines += [f"Undefined: {', '.join(dict.fromkeys(of))}; {why}." for why, of in reasons.items()]
        return lines

    def _of_intervals(self, many: int) -> str:
        options = self.options
        if not options.resamples:
            return ""
        if many < FEWEST:
            return f"There are too few texts for intervals ({many}; {FEWEST} are needed)."
        rough = f" With fewer than {ROUGH} texts they are rough." if many < ROUGH else ""
        return (
            f"In brackets: {100 * options.confidence:.0f} % intervals, from drawing texts anew {options.resamples:,} "
            f"times (seed {options.seed}); they say how much hangs on these texts, not on these coders.{rough}"
        )

    def chart(self) -> Figure:
        """Bars: alpha of each line."""
        found = self.frame.filter((pl.col("coefficient") == "alpha") & pl.col("value").is_not_null())
        labels = list(dict.fromkeys(found["label"].to_list()))
        several = found["between"].n_unique() > 1
        return charts.bars(
            found, label="label", value="value", title=self.title, kind="between" if several else "",
            kinds=list(dict.fromkeys(found["between"].to_list())) if several else [], order=labels,
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, voices, sources, rows, notes}`."""
        return plain(
            {
                "analysis": "agreement", "version": self.snapshot.version, "options": self.options,
                "voices": self.voices, "sources": self.sources, "rows": self.rows, "notes": self.notes(),
            }
        )  # fmt: skip


def agreement(
    snapshot: Snapshot, options: AgreementOptions | None = None,
    perspectives: Mapping[str, Sequence[str]] | None = None, before: Sequence[str] = (),
) -> Agreement:  # fmt: skip
    """How far coders agree.

    Args:
        snapshot: the study.
        options: what is asked.
        perspectives: for `by="perspectives"`: by perspective the ids of members who let theirs be told
            (`reads.agreement.shared_perspectives`).
        before: what has to be said of adjudication (`reads.agreement.before_adjudication`).

    Raises:
        OffHereError: the analysis is reflexive.
        BadValueError: there are not two coders, or no codes.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or AgreementOptions()
    refuse_reflexive(snapshot, options.analysis)
    codes = looked_at(snapshot, options.codes)
    found = gathered(snapshot, options, codes, perspectives or {})
    patterns = Patterns(found, coded_only=options.universe == "coded")
    many = len(found.sources)
    times = draws(many, options.resamples, options.seed) if options.resamples and many >= FEWEST else None
    drawn = Drawn(times, options.confidence)
    labels = snapshot.codes.labels
    rows = []
    for line in lines_of(snapshot, codes, options):
        numbers = line["numbers"]
        how = options.labels if len(numbers) > 1 else "each"
        told = (
            patterns.of_codes(numbers)
            if how == "each"
            else patterns.of_sets(numbers, labels)
            if how == "sets"
            else patterns.of_steps(numbers, labels)
        )
        stretches, values = patterns.stretches(numbers)
        stretches = stretches.of_sources(found.sources)
        names = [" + ".join(labels[one] for one in each) for each in values]
        mine = np.isin(found.code, numbers)
        for voices in _comparisons(len(found.voices), options.by):
            held = [found.voices[one] for one in voices]
            rows.append(
                row_of(
                    told, stretches, names, drawn, voices=voices, units=options.units,
                    between=tuple(one.label for one in held), difference=options.by == "perspectives",
                    recognisable=tuple(one.label for one in held if one.recognisable),
                    scale=options.scale if how == "steps" else "",
                    key=f"{line['key']}@{'-'.join(map(str, voices))}", label=line["label"], kind=line["kind"],
                    depth=line["depth"], codes=tuple(snapshot.codes.ids[one] for one in numbers),
                    codings=tuple(int((mine & (found.voice == one)).sum()) for one in voices),
                )
            )  # fmt: skip
    return Agreement(snapshot, options, tuple(rows), found, tuple(before))


def refuse_reflexive(snapshot: Snapshot, analysis: str) -> None:
    """Refuse to measure agreement where the method has no use for it.

    Raises:
        OffHereError: the analysis is reflexive.
    """
    name = reflexive(snapshot, analysis)
    if name:
        raise OffHereError(
            f"Agreement between coders is off here: “{name}” follows reflexive thematic analysis, in which a code is "
            "one reader's way of seeing and two readers are not expected to coincide (Braun & Clarke 2021).",
            "Discuss where you differ instead: `crosscase agree STUDY differ`, or `crosscase discuss`.",
        )


def looked_at(snapshot: Snapshot, codes: tuple[str, ...]) -> Flags:
    """Which codes are looked at: all that are offered, or those named with what lies under them.

    Raises:
        BadValueError: there are none.
    """
    here = np.zeros(len(snapshot.codes), dtype=np.bool_)
    if codes:
        for one in snapshot.found(snapshot.codes, codes).tolist():
            here[list(snapshot.codes.below(one))] = True
    else:
        here[:] = ~snapshot.codes.retired
    if not here.any():
        raise BadValueError("There are no codes in this study yet.")
    return here


def _comparisons(many: int, by: str) -> list[tuple[int, ...]]:
    pairs: list[tuple[int, ...]] = list(combinations(range(many), 2))
    return pairs if by in {"pairs", "perspectives"} else [tuple(range(many))]


def _cell(row: AgreementRow, name: str) -> str:
    one = {each.name: each for each in row.coefficients}.get(name)
    if one is None:
        return "–"
    if one.value is None:
        return "undefined"
    # Rounded first, so that a nothing has no sign.
    shown = f"{100 * one.value:.1f} %" if name == "percent" else f"{round(one.value, 2) + 0.0:.2f}"
    if one.low is None or one.high is None:
        return shown
    if name == "percent":
        return f"{shown} [{100 * one.low:.1f}, {100 * one.high:.1f}]"
    return f"{shown} [{round(one.low, 2) + 0.0:.2f}, {round(one.high, 2) + 0.0:.2f}]"
