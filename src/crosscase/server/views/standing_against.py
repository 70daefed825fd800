"""What findings stand against, for screens: pairs of cases, rivals, replication, and what was given back."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.analyses.case_pairs import PairLine, Pairs, PairSheet, PairsOptions
from crosscase.analyses.case_pairs import pairs as set_beside
from crosscase.analyses.lines import Line
from crosscase.model import Id
from crosscase.model.table import Table
from crosscase.reads.standing_against import (
    GivenLine,
    ReplicationLine,
    RivalLine,
    given_as_it_may,
    given_back,
    given_counts,
    given_table,
    replication_table,
    replications,
    rivals,
    rivals_table,
)
from crosscase.server.views.comparing import blind
from crosscase.study import Study


class PairsHere(msgspec.Struct, frozen=True, kw_only=True):
    """All pairs of cases."""

    version: str
    title: str
    cases: tuple[Line, ...]
    rows: tuple[PairLine, ...]
    notes: tuple[str, ...]


class PairSheetAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pair, by the ids or codes of its cases."""

    options: PairsOptions
    left: str
    right: str


class StandingAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which theme; empty for all."""

    theme: Id = ""


class StandingOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which of the tables, and of which theme; empty for all."""

    table: Literal["rivals", "replication", "given"]
    theme: Id = ""


class StandingHere(msgspec.Struct, frozen=True, kw_only=True):
    """Rivals and replication (of a theme, or all), and what participants were given back.

    Attributes:
        refused: participant → why what they said may not leave the study; here the team reads it.
    """

    version: str
    rivals: tuple[RivalLine, ...]
    replication: tuple[ReplicationLine, ...]
    given: tuple[GivenLine, ...]
    refused: dict[Id, str]
    notes: tuple[str, ...]


def pairs(study: Study, asked: PairsOptions) -> PairsHere:
    """Set every two cases side by side."""
    found = _found(study, asked)
    return PairsHere(
        version=found.snapshot.version, title=found.title, cases=found.cases, rows=found.rows, notes=found.notes()
    )


def pair_sheet(study: Study, asked: PairSheetAsked) -> PairSheet:
    """Open one pair of cases, row by row."""
    return _found(study, asked.options).sheet(asked.left, asked.right)


def standing(study: Study, asked: StandingAsked) -> StandingHere:
    """What findings stand against: rival explanations, replication by case, and what was given back to whom."""
    given = given_back(study.store)
    return StandingHere(
        version=study.version, replication=tuple(replications(study.store, asked.theme or None)), given=tuple(given),
        rivals=tuple(one for one in rivals(study.store) if asked.theme in ("", one.about)), notes=given_counts(given),
        refused=dict(study.consents().refused("verbatim")),
    )  # fmt: skip


def standing_table(study: Study, asked: StandingOptions) -> Table:
    """One of the tables, as it may leave the study."""
    if asked.table == "given":
        return given_table(given_as_it_may(given_back(study.store), study.consents().refused("verbatim")))
    if asked.table == "replication":
        return replication_table(replications(study.store, asked.theme or None))
    return rivals_table([one for one in rivals(study.store) if asked.theme in ("", one.about)])


def _found(study: Study, asked: PairsOptions) -> Pairs:
    return set_beside(study.snapshot(), blind(study, asked))
