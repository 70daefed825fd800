"""Configurational analyses in columns: their sets, and what members wrote about cases in them.

Scores of cases that were merged are those of the case that they are now; where both had one, that of the surviving case
counts. A segment that was recoded, moved, corrected or removed since a score was looked at makes the score *stale*.

What a careful reader would get wrong: these are the rows as they were written. Which membership a case has, by anchors
or by judgement, is worked out in the analysis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from crosscase.frames.frameworks import Addresses, Resting, resting_of
from crosscase.frames.listing import Listing
from crosscase.model import Condition, Id


@dataclass(frozen=True, eq=False)
class Scored:
    """What was written about a case in a set; `value` is empty where only a reason was."""

    id: Id
    member: Id
    value: str
    reason: str
    segments: tuple[Resting, ...]


@dataclass(frozen=True, eq=False)
class Configurations(Listing):
    """All configurational analyses by name.

    Attributes:
        rows: question, why, cuts and why there, as they are written.
        sets: for each its conditions in order, the outcome among them.
        scores: by condition and case number.
    """

    rows: tuple[Mapping[str, Any], ...]
    sets: tuple[tuple[Condition, ...], ...]
    scores: Mapping[tuple[Id, int], Scored]


def configurations_of(raw: Mapping[str, pl.DataFrame], cases: Listing, addresses: Addresses) -> Configurations:
    """The configurational analyses.

    Args:
        raw: rows by kind.
        cases: what scores are of.
        addresses: the characters of spans of a source by their addresses.
    """
    kept = raw["configuration"].sort("name", "id")
    order = tuple(kept["id"])
    number = {thing: place for place, thing in enumerate(order)}
    sets: list[list[Condition]] = [[] for _ in order]
    for row in raw["condition"].sort("position", "name", "id").iter_rows(named=True):
        if row["configuration"] in number:
            sets[number[row["configuration"]]].append(Condition(**{**row, "values": tuple(row["values"])}))
    resting = resting_of(raw, addresses, "score_segment", "score") if len(raw["score"]) else {}
    scores: dict[tuple[Id, int], Scored] = {}
    for row in raw["score"].iter_rows(named=True):
        case = cases.number.get(row["case"], -1)
        key = (row["condition"], case)
        if case >= 0 and (key not in scores or cases.ids[case] == row["case"]):
            segments = tuple(resting.get(row["id"], ()))
            scores[key] = Scored(row["id"], row["member"], row["value"], row["reason"], segments)
    return Configurations(
        "configuration", order, tuple(kept["name"]), number, tuple(kept.iter_rows(named=True)),
        tuple(map(tuple, sets)), scores,
    )  # fmt: skip
