"""What a configurational analysis is asked for, and what one of its rows, opened, holds."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.analyses.qca.fit import Necessity, Sufficiency
from crosscase.analyses.qca.scoring import ScoreHere
from crosscase.analyses.qca.solutions import Nature
from crosscase.analyses.scope import Filters
from crosscase.model import Condition, Id

Show = Literal["rows", "scores", "reasons", "necessity", "solutions", "sensitivity"]


class QcaOptions(Filters, frozen=True, kw_only=True):
    """Which analysis, and where its truth table is cut. Filters hold for the shares of codes, and `cases` for all.

    Attributes:
        configuration: by id or name; may be left out where there is one.
        absent: explain the absence of the outcome.
        consistency, in_a_row: cuts, where they shall be others than those the study has (0: as the study has them).
        pri: rows need this much PRI too.
        solution: which is looked at closely: sensitivity, and the figure.
        sensitivity: work out what it depends on.
    """

    configuration: str = ""
    absent: bool = False
    consistency: float = 0.0
    in_a_row: int = 0
    pri: float = 0.0
    solution: Nature = "intermediate"
    sensitivity: bool = False


class CaseHere(msgspec.Struct, frozen=True, kw_only=True):
    """A case that is in the analysis, or one that is not, and why."""

    id: Id
    label: str
    nothing: str = ""


class NecessityHere(msgspec.Struct, frozen=True, kw_only=True):
    """How necessary a condition, or its absence, is for the outcome."""

    written: str
    fit: Necessity


class RowHere(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the truth table; `cases` and `with_outcome` are places in the list of cases.

    Attributes:
        values: of the conditions in order, 1 present, 0 absent.
        contradictory: some of its cases have the outcome, and others do not.
    """

    number: int
    written: str
    values: tuple[int, ...]
    outcome: str
    contradictory: bool
    cases: tuple[int, ...]
    with_outcome: tuple[int, ...]
    fit: Sufficiency


class SetSide(msgspec.Struct, frozen=True, kw_only=True):
    """A set with the scores of the cases that stand side by side, in their order."""

    condition: Condition
    scores: tuple[ScoreHere, ...]


class RowOpened(msgspec.Struct, frozen=True, kw_only=True):
    """The cases of a row side by side, the outcome first; `coding_ids` are what their scores rest on or count."""

    row: RowHere
    cases: tuple[CaseHere, ...]
    sets: tuple[SetSide, ...]
    coding_ids: tuple[Id, ...]
