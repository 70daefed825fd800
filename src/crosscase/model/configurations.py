"""Configurational analysis (Ragin 1987, 2008): conditions, an outcome, and how far each case belongs to each."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

ConditionPart = Literal["condition", "outcome"]
ConditionNature = Literal["fuzzy", "crisp"]
ConditionBasis = Literal["judgement", "attribute", "share"]
Expectation = Literal["either", "present", "absent"]


class Configuration(Row, frozen=True, kw_only=True):
    """A configurational analysis. That there is one is what switches it on: it is another design than comparing themes.

    Attributes:
        why: why this design answers the question.
        consistency, cases: where the truth table is cut: from which consistency on a row has the outcome, and how many
            cases of its own it needs.
        cuts_reason: why there.
    """

    name: str
    question: Prose = ""
    why: Prose = ""
    consistency: Open = "0.8"
    cases: int = 1
    cuts_reason: Prose = ""


class Condition(Row, frozen=True, kw_only=True):
    """A set that cases belong to more or less: a condition, or the outcome.

    Attributes:
        name: as it is written in solutions.
        meaning: which cases belong to it.
        basis: members judge each case; or an attribute of cases; or how many of those read for a code said it, in
            percent of participants.
        of: the attribute or code.
        values: of an attribute that is no number: those that are in.
        full_out, crossover, full_in: anchors as numbers; a crisp set has a crossover only. Each with its reason.
        expects: what theory lets expect with the outcome; it chooses among counterfactuals.
    """

    configuration: Annotated[Id, Is(refers="configuration", goes_with=True)]
    name: str
    part: ConditionPart = "condition"
    nature: ConditionNature = "fuzzy"
    meaning: Prose = ""
    basis: ConditionBasis = "judgement"
    of: Annotated[Id | None, Is(refers="*")] = None
    values: tuple[str, ...] = ()
    full_out: Open = ""
    crossover: Open = ""
    full_in: Open = ""
    full_out_reason: Prose = ""
    crossover_reason: Prose = ""
    full_in_reason: Prose = ""
    expects: Expectation = "either"
    expects_reason: Prose = ""
    position: int = 0


class Score(Row, frozen=True, kw_only=True):
    """How far a case belongs to a condition, and why.

    Attributes:
        member: who wrote it last.
        value: from 0 to 1; empty where it is the one that was calibrated, and only its reason is written.
    """

    condition: Annotated[Id, Is(refers="condition", goes_with=True)]
    case: Annotated[Id, Is(refers="case", goes_with=True)]
    member: Annotated[Id, Is(refers="member")]
    value: Open = ""
    reason: Prose = ""


class ScoreSegment(Row, frozen=True, kw_only=True):
    """A segment that a score rests on.

    Attributes:
        coding: none where it was removed since.
        stood: what it stood on when it was linked or looked at last, see `frameworks.standing`.
    """

    score: Annotated[Id, Is(refers="score", goes_with=True)]
    coding: Annotated[Id | None, Is(refers="coding")] = None
    stood: Open = ""
