"""Configurational analyses: whether they are switched on, their sets and scores, and what is computed of them.

What a careful reader would get wrong: the scores of all cases are shown as soon as there is a set; what is computed
(`qca`) needs an outcome, a condition and a case that has every score. An independent coder is answered from the scores
they wrote themselves, and from their own codings.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.qca.asked import CaseHere, NecessityHere, QcaOptions, RowHere, RowOpened
from crosscase.analyses.qca.inquiry import Qca, SwitchedOffError
from crosscase.analyses.qca.inquiry import qca as looked_into
from crosscase.analyses.qca.scoring import ScoreHere, scores_of
from crosscase.analyses.qca.sensitivity import Sensitivity
from crosscase.analyses.qca.solutions import Solution
from crosscase.analyses.scope import Filters
from crosscase.frames import Snapshot
from crosscase.frames.within import replace_raw
from crosscase.model import Coding, Condition, Id
from crosscase.model.configurations import ConditionBasis, ConditionNature, ConditionPart, Expectation
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.study import Study


class AnchorHere(msgspec.Struct, frozen=True, kw_only=True):
    """Where an anchor stands, as it is written, and why there."""

    at: str
    reason: str


class SetHere(msgspec.Struct, frozen=True, kw_only=True):
    """A condition or the outcome, with the scores of all cases in their order; `of_label` names attribute or code."""

    id: Id
    name: str
    part: ConditionPart
    nature: ConditionNature
    meaning: str
    basis: ConditionBasis
    of: Id | None
    of_label: str
    values: tuple[str, ...]
    full_out: AnchorHere
    crossover: AnchorHere
    full_in: AnchorHere
    expects: Expectation
    expects_reason: str
    scores: tuple[ScoreHere, ...]


class ConfigurationHere(msgspec.Struct, frozen=True, kw_only=True):
    """A configurational analysis as it was begun."""

    id: Id
    name: str
    question: str
    why: str
    consistency: str
    cases: int
    cuts_reason: str
    sets: tuple[SetHere, ...]


class ConfigurationsHere(msgspec.Struct, frozen=True, kw_only=True):
    """All of them; `off` says what the design is while nobody has switched it on, and is empty otherwise."""

    version: str
    off: str
    cases: tuple[CaseHere, ...]
    configurations: tuple[ConfigurationHere, ...]


class QcaHere(msgspec.Struct, frozen=True, kw_only=True):
    """What is computed; places of cases are those in `cases`."""

    version: str
    title: str
    outcome: str
    conditions: tuple[str, ...]
    cases: tuple[CaseHere, ...]
    left_out: tuple[CaseHere, ...]
    necessity: tuple[NecessityHere, ...]
    rows: tuple[RowHere, ...]
    size: int
    remainders: int
    nowhere: tuple[int, ...]
    solutions: tuple[Solution, ...]
    untenable: int
    sensitivity: Sensitivity | None
    notes: tuple[str, ...]


class RowAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the truth table, by its number or as it is written."""

    options: QcaOptions
    row: str


class QcaRowHere(msgspec.Struct, frozen=True, kw_only=True):
    """The cases of a row side by side; `sets` names the outcome first. With the words that the scores rest on."""

    row: RowHere
    cases: tuple[CaseHere, ...]
    sets: tuple[str, ...]
    scores: tuple[tuple[ScoreHere, ...], ...]
    quotations: tuple[Quotation, ...]


def configurations(study: Study, asked: Filters) -> ConfigurationsHere:
    """Say whether configurational analysis is switched on, with its sets and the scores of all cases."""
    snapshot, filters = scored(study), blind(study, asked)
    every = snapshot.configurations
    labels = {one.id: one.name for one in snapshot.variables}
    labels |= dict(zip(snapshot.codes.ids, snapshot.codes.labels, strict=True))
    cases = tuple(
        CaseHere(id=id, label=label) for id, label in zip(snapshot.cases.ids, snapshot.cases.labels, strict=True)
    )

    def held(one: Condition) -> SetHere:
        return SetHere(
            id=one.id, name=one.name, part=one.part, nature=one.nature, meaning=one.meaning, basis=one.basis, of=one.of,
            of_label=labels.get(one.of or "", ""), values=one.values,
            full_out=AnchorHere(at=one.full_out, reason=one.full_out_reason),
            crossover=AnchorHere(at=one.crossover, reason=one.crossover_reason),
            full_in=AnchorHere(at=one.full_in, reason=one.full_in_reason),
            expects=one.expects, expects_reason=one.expects_reason, scores=scores_of(snapshot, one, filters),
        )  # fmt: skip

    return ConfigurationsHere(
        version=snapshot.version, off="" if len(every) else SwitchedOffError().message, cases=cases,
        configurations=tuple(
            ConfigurationHere(**row, sets=tuple(map(held, sets)))
            for row, sets in zip(every.rows, every.sets, strict=True)
        ),
    )  # fmt: skip


def qca(study: Study, asked: QcaOptions) -> QcaHere:
    """Compute a configurational analysis: necessity, truth table and solutions."""
    found = _found(study, asked)
    return QcaHere(
        version=found.snapshot.version, title=found.title, outcome=found.written,
        conditions=tuple(one.name for one in found.sets), cases=found.here, left_out=found.left_out,
        necessity=found.necessities, rows=found.rows, size=found.table_of.size, remainders=found.table_of.remainders,
        nowhere=found.table_of.nowhere, solutions=found.solutions, untenable=len(found.untenable),
        sensitivity=found.depends if asked.sensitivity else None, notes=found.notes(),
    )  # fmt: skip


def qca_row(study: Study, asked: RowAsked) -> QcaRowHere:
    """Open a row of a truth table: its cases side by side, and the words their scores rest on."""
    opened: RowOpened = _found(study, asked.options).open(asked.row)
    return QcaRowHere(
        row=opened.row, cases=opened.cases, sets=tuple(side.condition.name for side in opened.sets),
        scores=tuple(side.scores for side in opened.sets),
        quotations=tuple(quotations(study, study.rows(Coding, id=list(opened.coding_ids)))),
    )  # fmt: skip


def _found(study: Study, asked: QcaOptions) -> Qca:
    return looked_into(scored(study), blind(study, asked))


def scored(study: Study) -> Snapshot:
    """The study with the scores that whoever asks may see."""
    own, snapshot = own_only(study), study.snapshot()
    if not own:
        return snapshot
    scores = snapshot.raw["score"]
    mine = scores.filter(scores["member"] == own)
    segments = snapshot.raw["score_segment"]
    linked = segments.filter(segments["score"].is_in(mine["id"].to_list()))
    return replace_raw(snapshot, {**snapshot.raw, "score": mine, "score_segment": linked})
