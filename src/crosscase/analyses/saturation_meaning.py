"""Meaning saturation: when the last nuance of a category appeared (Hennink, Kaiser & Marconi 2017).

A code can be found in the second interview and still be understood better in the fifteenth. What there is to count are
nuances that members wrote down: codes that lie under a category, segments at the ends of its properties, and segments
of which a comparison decided that they extend it, split it or begin something new.

What a careful reader would get wrong: where nobody wrote nuances down there is nothing to count. That is *nothing
written down*, and neither saturated nor not. And a nuance belongs to the interview of its segment, not to the day on
which somebody saw it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec
import numpy as np

from crosscase.analyses.saturation_units import Met
from crosscase.analyses.scope import Scope
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags
from crosscase.model import Id

From = Literal["code under it", "end of a property", "comparison"]
_DECIDED = frozenset({"extends", "split", "new"})


class Nuance(msgspec.Struct, frozen=True, kw_only=True):
    """A nuance of a category: what it is called, where it comes from, and the first interview with it.

    Attributes:
        place: of that interview in the order held, from 0.
        codings: that show it, of that interview.
    """

    label: str
    source: From
    place: int
    codings: tuple[Id, ...]


class MeaningOf(msgspec.Struct, frozen=True, kw_only=True):
    """A category: the first interview in which it appears, its nuances in the order in which they appear.

    Attributes:
        last: the place of the interview that brought the last nuance; -1 where nothing is written down.
    """

    id: Id
    label: str
    first: int
    nuances: tuple[Nuance, ...]
    last: int


class _Seen(NamedTuple):
    """A nuance before it is known where it appears first: its category, key, words, and its codings (numbers)."""

    category: int
    label: str
    source: From
    codings: tuple[int, ...]


def meanings(snapshot: Snapshot, scope: Scope, meetings: Met) -> tuple[tuple[MeaningOf, ...], Flags]:
    """Every category with its nuances; and interviews × nuances, in which each appears.

    Categories are those taken up as such, and every other code of which a nuance is written down.
    """
    where = _meetings_of(snapshot, scope, meetings)
    found: dict[int, list[tuple[_Seen, dict[int, list[int]]]]] = {}
    for one in _nuances(snapshot):
        places: dict[int, list[int]] = {}
        for coding in one.codings:
            for place in where.get(coding, ()):
                places.setdefault(place, []).append(coding)
        if places:
            found.setdefault(one.category, []).append((one, places))
    categories = sorted({*np.flatnonzero(snapshot.codes.category).tolist(), *found})
    said = _first(snapshot, where)
    told, columns = [], []
    for category in categories:
        nuances = []
        for one, places in found.get(category, []):
            first = min(places)
            column = np.zeros(len(meetings), dtype=np.bool_)
            column[list(places)] = True
            columns.append(column)
            nuances.append(
                Nuance(
                    label=one.label, source=one.source, place=first,
                    codings=snapshot.codings.named(sorted(set(places[first]))),
                )
            )  # fmt: skip
        nuances.sort(key=lambda each: (each.place, each.label))
        told.append(
            MeaningOf(
                id=snapshot.codes.ids[category], label=snapshot.codes.labels[category], first=said.get(category, -1),
                nuances=tuple(nuances), last=max((each.place for each in nuances), default=-1),
            )
        )  # fmt: skip
    has = np.stack(columns, axis=1) if columns else np.zeros((len(meetings), 0), dtype=np.bool_)
    return tuple(told), has


def _meetings_of(snapshot: Snapshot, scope: Scope, meetings: Met) -> dict[int, tuple[int, ...]]:
    """For each coding that counts the interviews it lies in."""
    lies = snapshot.lies
    plain = scope.codings & ~snapshot.codings.denied
    rows = np.flatnonzero(plain[lies.coding] & (meetings.of_unit[lies.unit] >= 0))
    found: dict[int, set[int]] = {}
    for coding, place in zip(lies.coding[rows].tolist(), meetings.of_unit[lies.unit[rows]].tolist(), strict=True):
        found.setdefault(coding, set()).add(place)
    return {coding: tuple(sorted(places)) for coding, places in found.items()}


def _first(snapshot: Snapshot, where: dict[int, tuple[int, ...]]) -> dict[int, int]:
    """For each code the first interview with it or with what lies under it."""
    first: dict[int, int] = {}
    for coding, places in where.items():
        at = int(snapshot.codings.code[coding])
        while at >= 0:
            first[at] = min(first.get(at, places[0]), places[0])
            at = int(snapshot.codes.parent[at])
    return first


def _nuances(snapshot: Snapshot) -> Iterator[_Seen]:
    codes, codings, bench = snapshot.codes, snapshot.codings, snapshot.bench
    order = np.argsort(codings.code, kind="stable")
    starts = np.searchsorted(codings.code[order], np.arange(len(codes) + 1))
    for code in range(len(codes)):
        above = int(codes.parent[code])
        if above >= 0 and codes.category[above]:
            lying = [one for each in codes.below(code) for one in order[starts[each] : starts[each + 1]].tolist()]
            yield _Seen(above, codes.labels[code], "code under it", tuple(lying))
    for held in bench.properties:
        for end, coding in zip(held.ends, (held.low, held.high), strict=True):
            if coding >= 0:
                label = f"{held.name}: {end}" if end else held.name
                yield _Seen(held.category, label, "end of a property", (coding,))
    here = dict(zip(codings.ids.to_list(), range(len(codings)), strict=True)) if bench.comparisons else {}
    ends = {held.id: {held.low, held.high} for held in bench.properties}
    names = {held.id: held.name for held in bench.properties}
    for made in bench.comparisons:
        sides = [here[thing] for kind, thing in (made.one, made.other) if kind == "coding" and thing in here]
        if made.decision not in _DECIDED or made.category < 0 or not sides:
            continue
        # What came of it may be counted already: as the end of a property, or as a code under the category.
        begun = codes.number.get(made.outcome, -1)
        if sides[0] in ends.get(made.outcome, set()) or (begun >= 0 and begun in codes.below(made.category)):
            continue
        into = f" ({names[made.outcome]})" if made.outcome in names else ""
        yield _Seen(made.category, f"it {_WORDS[made.decision]}{into}", "comparison", (sides[0],))


_WORDS = {"extends": "extends the category", "split": "splits the category", "new": "begins something new"}
