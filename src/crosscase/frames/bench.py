"""The comparison bench in columns: what was compared, properties of categories, and how categories hang together.

Things that were merged are the ones they lead to; a coding that is another's twin is that other one. What names a thing
that is no longer there has -1, and a comparison that lost a side is left out.

What a careful reader would get wrong: a comparison is of two sides in no order. `pair` has them sorted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from crosscase.frames.codes import Codes
from crosscase.frames.codings import Codings
from crosscase.frames.listing import Listing
from crosscase.model import Id

Side = tuple[str, Id]


@dataclass(frozen=True, eq=False)
class Compared:
    """One comparison; `category` is the number of a code, -1 for none."""

    id: Id
    one: Side
    other: Side
    category: int
    decision: str
    rule: str
    outcome: Id

    @property
    def pair(self) -> tuple[Side, Side]:
        """Its sides, sorted."""
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)


@dataclass(frozen=True, eq=False)
class PropertyOf:
    """A property of a category; `low` and `high` are the codings at its ends, -1 where there is none (any more)."""

    id: Id
    category: int
    name: str
    ends: tuple[str, str]
    low: int
    high: int


@dataclass(frozen=True, eq=False)
class Related:
    """A relation of two categories with the codings it rests on."""

    id: Id
    category: int
    to: int
    nature: str
    codings: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Bench:
    """All of it.

    Attributes:
        core: for each analysis (its number) the number of its core category.
    """

    comparisons: tuple[Compared, ...]
    properties: tuple[PropertyOf, ...]
    relations: tuple[Related, ...]
    core: Mapping[int, int]


def bench_of(raw: Mapping[str, pl.DataFrame], codes: Codes, codings: Codings, listings: Mapping[str, Listing]) -> Bench:
    """The bench of a study.

    Args:
        raw: rows by kind.
        codes, codings: what it refers to.
        listings: `case`, `theme` and `analysis`.
    """
    here = dict(zip(codings.ids.to_list(), range(len(codings)), strict=True)) if _any(raw) else {}
    here |= codings.twins
    turns = set(raw["turn"]["id"].to_list()) if len(raw["comparison"]) else set()

    def side(kind: str, thing: Id) -> Side | None:
        if kind == "coding":
            return (kind, codings.ids[here[thing]]) if thing in here else None
        if kind == "turn":
            return (kind, thing) if thing in turns else None
        listing: Listing = codes if kind == "code" else listings[kind]
        return (kind, listing.ids[listing.number[thing]]) if thing in listing.number else None

    comparisons = []
    for row in raw["comparison"].iter_rows(named=True):
        one, other = side(row["one_kind"], row["one"]), side(row["other_kind"], row["other"])
        if one and other:
            category = codes.number.get(row["category"] or "", -1)
            comparisons.append(
                Compared(row["id"], one, other, category, row["decision"], row["rule"], row["outcome"] or "")
            )
    properties = [
        PropertyOf(
            row["id"], codes.number[row["category"]], row["name"], (row["low"], row["high"]),
            here.get(row["at_low"] or "", -1), here.get(row["at_high"] or "", -1),
        )
        for row in raw["property"].sort("position", "name", "id").iter_rows(named=True)
        if row["category"] in codes.number
    ]  # fmt: skip
    ground: dict[Id, set[int]] = {}
    for relation, coding in raw["ground"].select("relation", "coding").iter_rows():
        if coding in here:
            ground.setdefault(relation, set()).add(here[coding])
    relations = [
        Related(
            row["id"], codes.number[row["category"]], codes.number[row["to"]], row["nature"],
            tuple(sorted(ground.get(row["id"], ()))),
        )
        for row in raw["relation"].iter_rows(named=True)
        if row["category"] in codes.number and row["to"] in codes.number
    ]  # fmt: skip
    analyses = listings["analysis"]
    core = {
        analyses.number[analysis]: codes.number[code]
        for analysis, code in raw["analysis"].select("id", "core").iter_rows()
        if code in codes.number
    }
    return Bench(tuple(comparisons), tuple(properties), tuple(relations), core)


def _any(raw: Mapping[str, pl.DataFrame]) -> bool:
    return any(len(raw[kind]) for kind in ("comparison", "property", "ground"))
