"""A configurational analysis of a study: scores, necessity, truth table, the three solutions, what they depend on.

Offered where a study has switched it on, by beginning a configurational analysis (`configuration.begin`), because it is
another design than comparing themes: few conditions, chosen for reasons; whole cases; and sets with anchors.

What a careful reader would get wrong: a case without a score in one set is in none of the numbers. Which cases these
are, and what is missing of them, is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from crosscase.analyses.qca import showing
from crosscase.analyses.qca.asked import CaseHere, NecessityHere, QcaOptions, RowHere, RowOpened, SetSide, Show
from crosscase.analyses.qca.figure import plot
from crosscase.analyses.qca.fit import necessity
from crosscase.analyses.qca.scoring import ScoreHere, anchors_of, scores_of
from crosscase.analyses.qca.sensitivity import Measured, Sensitivity, sensitivity
from crosscase.analyses.qca.sets import Cases, Term, cases_of
from crosscase.analyses.qca.solutions import NATURES, Expected, Nature, Solution, solve
from crosscase.analyses.qca.truth_table import Cuts, Row, TruthTable, truth_table
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import scope_of
from crosscase.errors import BadValueError, CrosscaseError
from crosscase.frames import Snapshot
from crosscase.model import Condition
from crosscase.model.table import Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class SwitchedOffError(CrosscaseError):
    """A study that has no configurational analysis."""

    code = "configurational-off"

    def __init__(self) -> None:
        super().__init__(
            "Configurational analysis (QCA) is not switched on in this study. It is another design than comparing "
            "themes: it asks which combinations of a few conditions go with an outcome. To switch it on, begin one "
            "and say why it answers your question: crosscase qca STUDY begin NAME --why '…'."
        )


@dataclass(frozen=True, eq=False)
class Qca(Result):
    """All of it.

    Attributes:
        place: number of the analysis among `snapshot.configurations`.
        sets: conditions in order; `outcome` what is explained.
        here, left_out: cases that have all scores, and those that lack one.
        scores: for each set (the outcome last) the scores of the cases that are here.
        written: how the outcome is written, `~` where its absence is explained.
    """

    snapshot: Snapshot
    options: QcaOptions
    place: int
    sets: tuple[Condition, ...]
    outcome: Condition
    here: tuple[CaseHere, ...]
    left_out: tuple[CaseHere, ...]
    scores: tuple[tuple[ScoreHere, ...], ...]
    cases: Cases
    table_of: TruthTable

    @property
    def written(self) -> str:
        """The outcome as it is written."""
        return f"~{self.outcome.name}" if self.options.absent else self.outcome.name

    @property
    def about(self) -> dict[str, Any]:
        """The analysis as it was begun: its question, why this design, cuts."""
        return dict(self.snapshot.configurations.rows[self.place])

    @property
    def title(self) -> str:
        """What it is called."""
        return f"Configurational analysis (QCA): {self.snapshot.configurations.labels[self.place]}, {self.written}"

    @cached_property
    def rows(self) -> tuple[RowHere, ...]:
        """The rows of the truth table that have a case: those with the outcome first, the most consistent above."""
        order = {"1": 0, "0": 1, "?": 2}
        kept = sorted(self.table_of.rows, key=lambda r: (order[r.outcome], -(r.fit.consistency or 0), r.number))
        return tuple(self._row(row) for row in kept)

    def _row(self, row: Row) -> RowHere:
        return RowHere(
            number=row.number, written=self.cases.written(row.term), values=row.term, outcome=row.outcome,
            contradictory=row.contradictory, cases=row.cases, with_outcome=row.with_outcome, fit=row.fit,
        )  # fmt: skip

    @cached_property
    def necessities(self) -> tuple[NecessityHere, ...]:
        """How necessary each condition is, and its absence."""
        found = []
        for at, name in enumerate(self.cases.names):
            for value, sign in ((1, ""), (0, "~")):
                fit = necessity(self.cases.literal(at, value), self.cases.outcome)
                found.append(NecessityHere(written=f"{sign}{name}", fit=fit))
        return tuple(found)

    @property
    def expected(self) -> Expected:
        """For conditions by number what is expected with what is explained: with its absence, the other way round."""
        here = {"present": 1, "absent": 0}
        return {
            at: frozenset([here[one.expects] ^ int(self.options.absent)])
            for at, one in enumerate(self.sets)
            if one.expects != "either"
        }

    @cached_property
    def solutions(self) -> tuple[Solution, ...]:
        """The three solutions."""
        return tuple(solve(self.table_of, nature, self.expected) for nature in NATURES)

    def solution(self, nature: Nature) -> Solution:
        """One of them."""
        return self.solutions[NATURES.index(nature)]

    @cached_property
    def untenable(self) -> tuple[Term, ...]:
        """Remainders that the parsimonious solutions assume both for the outcome and for its absence."""
        other = truth_table(self.cases.negated(), self.table_of.cuts)
        mine, theirs = (
            {row for model in one.models for row in model.assumed}
            for one in (self.solution("parsimonious"), solve(other, "parsimonious"))
        )
        return tuple(sorted(mine & theirs))

    @cached_property
    def depends(self) -> Sensitivity:
        """What the solution that is looked at closely depends on."""
        measured = [one for at, held in enumerate((*self.sets, self.outcome)) if (one := self._measured(at, held))]
        return sensitivity(self.cases, self.table_of.cuts, self.options.solution, self.expected, measured)

    def _measured(self, at: int, condition: Condition) -> Measured | None:
        anchors = anchors_of(condition)
        if condition.basis == "judgement" or condition.values:
            return None
        last = at == len(self.sets)
        raw = [one.raw if one.value == one.calibrated and one.raw is not None else np.nan for one in self.scores[at]]
        return Measured(
            condition=-1 if last else at, name=condition.name, values=np.array(raw), anchors=anchors,
            threshold=float(condition.crossover), negated=last and self.options.absent,
        )  # fmt: skip

    def open(self, row: str) -> RowOpened:
        """The cases of a row side by side, by its number or as it is written.

        Raises:
            BadValueError: there is no such row with a case.
        """
        found = next((one for one in self.rows if row.strip() in {str(one.number), one.written}), None)
        if found is None:
            message = f"There is no row {row!r} with a case. Rows are named by their number or configuration."
            raise BadValueError(message)
        last = len(self.sets)
        sets = [
            SetSide(condition=one, scores=tuple(self.scores[at][case] for case in found.cases))
            for at, one in ((last, self.outcome), *enumerate(self.sets))
        ]
        codings = dict.fromkeys(
            coding for side in sets for score in side.scores for coding in (*score.segments, *score.behind)
        )
        return RowOpened(
            row=found, cases=tuple(self.here[case] for case in found.cases), sets=tuple(sets), coding_ids=tuple(codings)
        )

    def score(self, name: str, case: str) -> ScoreHere:
        """The score of a case in a set, by their names.

        Raises:
            BadValueError: there is no such set, or the case is not in this analysis.
        """
        sets = [one.name.casefold() for one in (*self.sets, self.outcome)]
        cases = [one.label.casefold() for one in self.here]
        if name.strip().casefold() not in sets or case.strip().casefold() not in cases:
            message = f"There is no score of {case!r} in {name!r} here. Name a set and a case of this analysis."
            raise BadValueError(message)
        return self.scores[sets.index(name.strip().casefold())][cases.index(case.strip().casefold())]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each case and set: what was measured, its membership, its row and whether it was set by hand."""
        belongs = {case: row.number for row in self.table_of.rows for case in row.cases}
        found = [
            (
                self.here[case].label, condition.name, condition.part, score.raw, score.calibrated, score.value,
                len(score.segments), belongs.get(case),
            )
            for condition, those in zip((*self.sets, self.outcome), self.scores, strict=True)
            for case, score in enumerate(those)
        ]  # fmt: skip
        schema = {
            "case": pl.String, "set": pl.String, "part": pl.String, "measured": pl.Float64, "calibrated": pl.Float64,
            "membership": pl.Float64, "segments": pl.Int64, "row": pl.Int64,
        }  # fmt: skip
        return pl.DataFrame(found, schema=schema, orient="row")

    def table(self, show: Show = "rows") -> Table:
        """The truth table, or the scores, necessity, solutions or what these depend on."""
        return showing.table(self, show)

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(self.snapshot, *showing.notes(self))

    def chart(self) -> Figure:
        """Cases by their membership in the solution and in the outcome: above the diagonal they fit."""
        return plot(self)

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, about, sets, outcome, cases, left_out, scores, necessity, rows, size, …}`.

        `cases` in rows, models and terms are places in `cases`. `sensitivity` is there where it was asked for.
        """
        return plain(
            {
                "analysis": "qca", "version": self.snapshot.version, "options": self.options, "about": self.about,
                "sets": self.sets, "outcome": self.outcome, "cases": self.here, "left_out": self.left_out,
                "scores": self.scores, "necessity": self.necessities, "rows": self.rows, "size": self.table_of.size,
                "remainders": self.table_of.remainders, "nowhere": self.table_of.nowhere, "solutions": self.solutions,
                "untenable": self.untenable, "sensitivity": self.depends if self.options.sensitivity else None,
                "notes": self.notes(),
            }
        )  # fmt: skip


def qca(snapshot: Snapshot, options: QcaOptions | None = None) -> Qca:
    """A configurational analysis of a study.

    Raises:
        SwitchedOffError: the study has none.
        BadValueError: it has no outcome, no condition, or no case with all its scores; several and none is named.
        NotFoundError, AmbiguousError: it cannot be found.
    """
    options = options or QcaOptions()
    every = snapshot.configurations
    if not len(every):
        raise SwitchedOffError
    if not options.configuration and len(every) > 1:
        message = f"This study has several configurational analyses. Name one: {', '.join(every.labels)}."
        raise BadValueError(message)
    place = every.find(options.configuration) if options.configuration else 0
    sets = tuple(one for one in every.sets[place] if one.part == "condition")
    outcome = next((one for one in every.sets[place] if one.part == "outcome"), None)
    if outcome is None or not sets:
        lacking = "outcome" if outcome is None else "condition"
        message = f"{every.labels[place]!r} has no {lacking} yet. Add one before it is computed."
        raise BadValueError(message)
    scores = [scores_of(snapshot, one, options) for one in (*sets, outcome)]
    inside = scope_of(snapshot, options).cases
    here: list[tuple[int, str]] = []
    left_out: list[tuple[int, str]] = []
    for case in np.flatnonzero(inside).tolist():
        lacking = "; ".join(
            f"{condition.name}: {those[case].nothing}"
            for condition, those in zip((*sets, outcome), scores, strict=True)
            if those[case].value is None
        )
        (left_out if lacking else here).append((case, lacking))
    if not here:
        message = f"No case has all its scores in {every.labels[place]!r} yet. {showing.lacking(snapshot, left_out)}"
        raise BadValueError(message)
    kept = [[those[case] for case, _ in here] for those in scores]
    values = np.array([[one.value for one in those] for those in kept[:-1]], dtype=np.float64).T
    labels = [snapshot.cases.labels[case] for case, _ in here]
    cases = cases_of([one.name for one in sets], labels, values, np.array([one.value for one in kept[-1]], np.float64))
    cases = cases.negated() if options.absent else cases
    return Qca(
        snapshot, options, place, sets, outcome, tuple(_case(snapshot, *one) for one in here),
        tuple(_case(snapshot, *one) for one in left_out), tuple(map(tuple, kept)), cases,
        truth_table(cases, _cuts(every.rows[place], options)),
    )  # fmt: skip


def _case(snapshot: Snapshot, case: int, nothing: str) -> CaseHere:
    return CaseHere(id=snapshot.cases.ids[case], label=snapshot.cases.labels[case], nothing=nothing)


def _cuts(about: Any, options: QcaOptions) -> Cuts:
    return Cuts(
        consistency=options.consistency or float(about["consistency"]), pri=options.pri,
        cases=options.in_a_row or int(about["cases"]),
    )  # fmt: skip
