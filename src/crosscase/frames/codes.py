"""The codebook as a tree, and what has been read for it.

Codes that were merged into another are that other one. A code whose parent was merged hangs under what the
parent was merged into; where that would be itself, it moves up to the next code above.

What a careful reader would get wrong: a reading covers the codes there were when it was finished. It covers a
code that others were merged into when it covers any of them, because their codings now count as its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from crosscase.frames.intervals import Flags, Ints, expanded, news
from crosscase.frames.listing import Listing, followed, numbered
from crosscase.frames.people import Members
from crosscase.frames.sources import Sources
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Tree(Listing):
    """A listing whose things lie under each other; parents come before what is under them.

    Attributes:
        parent: -1 at the top.
        depth: 0 at the top.
        size: of each with all that is under it, which is `place … place + size` in reading order.
    """

    parent: Ints
    depth: Ints
    size: Ints

    def below(self, place: int) -> range:
        """The thing and all under it."""
        return range(place, place + int(self.size[place]))

    def path(self, place: int) -> str:
        """Its label after those above it, `training / induction`."""
        names = [self.labels[place]]
        while (place := int(self.parent[place])) >= 0:
            names.append(self.labels[place])
        return " / ".join(reversed(names))

    def aliases(self) -> Iterable[tuple[str, int]]:
        """Paths, for labels that several things have."""
        return ((self.path(place), place) for place in range(len(self.ids)))


@dataclass(frozen=True, eq=False)
class Codes(Tree):
    """The codebook.

    Attributes:
        category: taken up as an analytical category.
        retired: no longer offered.
    """

    category: Flags
    retired: Flags


@dataclass(frozen=True, eq=False)
class Reads:
    """Readings that are done.

    Attributes:
        source, member: numbers; -1 for a member who is no longer there.
        codebook: row of `covers`.
        covers: codebooks × codes.
        finished: sources × members with any reading done; the last column is members no longer there.
    """

    source: Ints
    member: Ints
    codebook: Ints
    covers: Flags
    finished: Flags

    def read(self, sources: int, members: Ints | None = None) -> Flags:
        """Sources × codes: read for this code by at least one of these members (by anyone, when None)."""
        read = np.zeros((sources, self.covers.shape[1]), dtype=np.bool_)
        rows = np.arange(len(self.source)) if members is None else np.flatnonzero(np.isin(self.member, members))
        # One row for each source and codebook, however many members read it for that.
        key = np.sort(self.source[rows] * max(len(self.covers), 1) + self.codebook[rows])
        key = key[news(key)]
        if len(key):
            source, codebook = np.divmod(key, len(self.covers))
            starts = np.flatnonzero(news(source))
            read[source[starts]] = np.logical_or.reduceat(self.covers[codebook], starts, axis=0)
        return read


def codes_of(raw: pl.DataFrame) -> Codes:
    """The codebook, in reading order."""
    leads = followed(raw["id"].to_list(), raw["merged_into"].to_list())
    rows = {row["id"]: row for row in raw.iter_rows(named=True)}
    above: dict[Id, Id | None] = {}
    for code in rows:
        if leads[code] == code:
            above[code] = _parent(code, rows, leads)
    order, parent, depth, size = ordered_tree(above, {c: (rows[c]["position"], rows[c]["name"], c) for c in above})
    kept = [rows[code] for code in order]
    return Codes(
        "code", order, tuple(row["name"] for row in kept), numbered(order, leads), parent, depth, size,
        np.array([row["category"] for row in kept], dtype=np.bool_),
        np.array([row["retired"] for row in kept], dtype=np.bool_),
    )  # fmt: skip


def _parent(code: Id, rows: dict[Id, dict[str, object]], leads: dict[Id, Id]) -> Id | None:
    here: Id | None = code
    seen = set()
    while here is not None and here not in seen:
        seen.add(here)
        there = rows[here]["parent"]
        if not isinstance(there, str) or there not in rows:
            return None
        if leads[there] != code:
            return leads[there]
        here = there
    return None


def ordered_tree(
    above: dict[Id, Id | None], keys: dict[Id, tuple[object, ...]]
) -> tuple[tuple[Id, ...], Ints, Ints, Ints]:
    """Reading order, parents, depths and sizes of a tree. Whatever hangs in a circle is cut at its lowest id."""
    above = {thing: parent if parent in above else None for thing, parent in above.items()}
    for thing in sorted(above):
        seen, at = {thing}, above[thing]
        while at is not None and at not in seen:
            seen.add(at)
            at = above[at]
        if at == thing:
            above[thing] = None
    under: dict[Id | None, list[Id]] = {}
    for thing in sorted(above, key=lambda t: keys[t]):
        under.setdefault(above[thing], []).append(thing)
    order: list[Id] = []
    depths: list[int] = []
    pending = [(thing, 0) for thing in reversed(under.get(None, []))]
    while pending:
        thing, depth = pending.pop()
        order.append(thing)
        depths.append(depth)
        pending += [(child, depth + 1) for child in reversed(under.get(thing, []))]
    place = {thing: number for number, thing in enumerate(order)}
    parent = np.array([place.get(above[thing] or "", -1) for thing in order], dtype=np.int64)
    size = np.ones(len(order), dtype=np.int64)
    for number in range(len(order) - 1, -1, -1):
        if parent[number] >= 0:
            size[parent[number]] += size[number]
    return tuple(order), parent, np.array(depths, dtype=np.int64), size


def reads_of(
    readings: pl.DataFrame, codebooks: pl.DataFrame, codes: Codes, sources: Sources, members: Members
) -> Reads:
    """The readings that are done. One without a codebook says nothing of any code, and covers none."""
    done = readings.filter(pl.col("progress") == "done")
    # The last row is the codebook of readings that have none.
    covers = np.zeros((len(codebooks) + 1, len(codes)), dtype=np.bool_)
    lists = codebooks["codes"].to_list()
    row, _ = expanded(np.zeros(len(lists), dtype=np.int64), np.array([len(c) for c in lists], dtype=np.int64))
    code = codes.numbers(pl.Series([code for those in lists for code in those], dtype=pl.String))
    covers[row[code >= 0], code[code >= 0]] = True
    number = {thing: place for place, thing in enumerate(codebooks["id"])}
    book = np.array([number.get(book, len(lists)) for book in done["codebook"].to_list()], dtype=np.int64)
    source, member = sources.numbers(done["source"]), members.numbers(done["member"])
    here = source >= 0
    finished = np.zeros((len(sources), len(members) + 1), dtype=np.bool_)
    finished[source[here], member[here]] = True
    return Reads(source[here], member[here], book[here], covers, finished)
