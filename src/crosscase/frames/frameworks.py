"""Frameworks with their columns and cells, and whether what the cells rest on still stands.

A cell's segments are looked up among the codings as they are now: one that was removed, recoded, moved or corrected
since it was linked makes the summary *stale* (see `model.frameworks.standing`).

What a careful reader would get wrong: a code that was merged into another is not recoded; what is written in the
coding is still the same. And rows or columns may be several things that are one by now, so that a cell can hold more
than one summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import polars as pl

from crosscase.frames.listing import Listing
from crosscase.model import Id, Span
from crosscase.model.frameworks import standing

Since = Literal["", "removed", "recoded", "moved or corrected"]
Addresses = Callable[[Id, Sequence[Span]], list[str]]


@dataclass(frozen=True, eq=False)
class Frameworks(Listing):
    """All frameworks by name and version; a label is both.

    Attributes:
        names: without the version.
        analysis: ids, or none.
        columns: for each framework (kind, id) of what is charted, in order.
        cells: for each framework what was written.
    """

    names: tuple[str, ...]
    analysis: tuple[Id | None, ...]
    columns: tuple[tuple[tuple[str, Id], ...], ...]
    cells: tuple[tuple[Written, ...], ...]

    def aliases(self) -> Iterable[tuple[str, int]]:
        """Names without a version."""
        return ((name, place) for place, name in enumerate(self.names))


class Resting(NamedTuple):
    """A segment that a summary rests on: its coding, and what became of it since it was looked at."""

    coding: Id | None
    since: Since


@dataclass(frozen=True, slots=True)
class Written:
    """A summary.

    Attributes:
        row, of: ids as they are written; they may lead to another thing that theirs was merged into.
        member: id of who wrote it last.
        seen: the codings that lay before them.
    """

    id: Id
    row_kind: str
    row: Id
    of_kind: str
    of: Id
    member: Id
    words: str
    seen: frozenset[Id]
    segments: tuple[Resting, ...]

    @property
    def stale(self) -> bool:
        """Whether something that it rests on is not what it was."""
        return any(one.since for one in self.segments)


def frameworks_of(raw: Mapping[str, pl.DataFrame], addresses: Addresses) -> Frameworks:
    """The frameworks.

    Args:
        raw: rows by kind.
        addresses: the characters of spans of a source by their addresses.
    """
    kept = raw["framework"].sort("name", "version", "id")
    order = tuple(kept["id"])
    number = {thing: place for place, thing in enumerate(order)}
    columns: list[list[tuple[str, Id]]] = [[] for _ in order]
    for row in raw["framework_column"].sort("position", "id").iter_rows(named=True):
        if row["framework"] in number:
            columns[number[row["framework"]]].append((row["of_kind"], row["of"]))
    segments = resting_of(raw, addresses)
    cells: list[list[Written]] = [[] for _ in order]
    for row in raw["summary"].iter_rows(named=True):
        if row["framework"] in number:
            cells[number[row["framework"]]].append(
                Written(
                    row["id"], row["row_kind"], row["row"], row["of_kind"], row["of"], row["member"], row["words"],
                    frozenset(row["seen"]), tuple(segments.get(row["id"], ())),
                )
            )  # fmt: skip
    names = tuple(kept["name"])
    return Frameworks(
        "framework", order, tuple(f"{n} {v}" for n, v in zip(names, kept["version"], strict=True)), number,
        names, tuple(kept["analysis"]), tuple(map(tuple, columns)), tuple(map(tuple, cells)),
    )  # fmt: skip


def resting_of(
    raw: Mapping[str, pl.DataFrame], addresses: Addresses, kind: str = "summary_segment", on: str = "summary"
) -> dict[Id, list[Resting]]:
    """The segments of each summary (or whatever rests on codings), with what became of them."""
    linked = raw[kind]
    stand = _standing(raw, linked["coding"].drop_nulls().unique(), addresses)
    found: dict[Id, list[Resting]] = {}
    for summary, coding, stood in linked.select(on, "coding", "stood").iter_rows():
        since: Since = ""
        now = stand.get(coding)
        if now is None:
            since = "removed"
        elif now != stood:
            since = "recoded" if now.partition(".")[0] != stood.partition(".")[0] else "moved or corrected"
        found.setdefault(summary, []).append(Resting(None if now is None else coding, since))
    return found


def _standing(raw: Mapping[str, pl.DataFrame], wanted: pl.Series, addresses: Addresses) -> dict[Id | None, str]:
    """What these codings stand on now; those that are gone are not in it."""
    codings = raw["coding"].filter(pl.col("id").is_in(wanted.implode())) if len(wanted) else raw["coding"].clear()
    lengths = dict(raw["source"].select("id", "length").iter_rows())
    by_source: dict[Id, list[tuple[Id, Id, Span]]] = {}
    stand: dict[Id | None, str] = {}
    for row in codings.select(
        "id", "source", "code", "place", "start", "end", "area", "from_ms", "to_ms"
    ).iter_rows():  # fmt: skip
        id, source, code, place, start, end, area, from_ms, to_ms = row
        if place in ("text", "whole"):
            span = Span(start, end) if place == "text" else Span(0, lengths.get(source, 0))
            by_source.setdefault(source, []).append((id, code, span))
        else:
            stand[id] = standing(code, f"{source}:{area}:{from_ms}-{to_ms}")
    for source, those in by_source.items():
        for (id, code, _), place in zip(those, addresses(source, [span for *_, span in those]), strict=True):
            stand[id] = standing(code, place)
    return stand
