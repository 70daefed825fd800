"""Saturation: how much interviews still brought, in the order in which they were held and in others.

Code saturation counts when codes appear (Hennink, Kaiser & Marconi 2017; Hennink & Kaiser 2022), with base size, run
length and new-information threshold (Guest, Namey & Chen 2020); `saturation_curves` has the arithmetic. Meaning
saturation counts nuances (see `saturation_meaning`). It is off where the analysis is reflexive.

Two things a careful reader would get wrong. Nothing here says that nothing new is left in the world: only that these
interviews, as they were coded, stopped bringing codes. And whoever codes finely is saturated late.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from crosscase.analyses import saturation_shown as shown
from crosscase.analyses.lines import Line
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.saturation_asked import Groups, MetHere, SaturationOptions, Show
from crosscase.analyses.saturation_curves import (
    Runs,
    band,
    first_places,
    new_at,
    random_places,
    reached_at,
    runs,
)
from crosscase.analyses.saturation_meaning import MeaningOf, meanings
from crosscase.analyses.saturation_units import Appeared, Met, appeared, met
from crosscase.analyses.scope import scope_of
from crosscase.analyses.who import who_axis
from crosscase.errors import BadValueError, CrosscaseError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.model import Id
from crosscase.model.table import Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

REFLEXIVE = "reflexive TA"
_BANDS = ("low", "median", "high", "nuances_low", "nuances_median", "nuances_high")


class NoInterviewsError(BadValueError):
    """Nothing was held, or nothing read, of which anything could be said."""

    code = "no-interviews"


class ReflexiveError(CrosscaseError):
    """Saturation of a reflexive analysis."""

    code = "reflexive"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is a reflexive thematic analysis, and saturation is off for it. There, meaning is made by the "
            "researcher in reading and is not lying in the data to be exhausted; more reading always brings more. Say "
            "instead why this many interviews were enough for your question (information power: Malterud, Siersma & "
            "Guassora 2016; Braun & Clarke 2021)."
        )


@dataclass(frozen=True, eq=False)
class Saturation(Result):
    """How much interviews brought.

    Attributes:
        meetings: the interviews in the order held; `found`: the codes, and where they appear.
        new: for each interview how many codes it brought; `orders`: the same for each random order.
        meaning: categories with their nuances; `nuanced`: interviews × nuances; `nuance_orders`: for each random order
            how many nuances each place brought.
        groups: lines of `options.by`, each with the interviews that are its own.
        unaccepted: codings by rule in these interviews that nobody accepted, which are not counted.
    """

    snapshot: Snapshot
    options: SaturationOptions
    meetings: Met
    found: Appeared
    new: Ints
    orders: Ints
    meaning: tuple[MeaningOf, ...]
    nuanced: Flags
    nuance_orders: Ints
    groups: tuple[tuple[Line, Ints], ...]
    unaccepted: int

    @property
    def title(self) -> str:
        """What it is called."""
        return f"Saturation of {self.options.of}"

    @cached_property
    def runs(self) -> Runs:
        """Base and runs in the order held."""
        return runs(self.new.tolist(), self.options.base_size, self.options.run_length, self.options.threshold / 100)

    @cached_property
    def band(self) -> Ints:
        """Percentiles (5, 50, 95) × interviews: how many codes had appeared, over the random orders."""
        return band(self.orders)

    @cached_property
    def nuance_band(self) -> Ints:
        """Percentiles (5, 50, 95) × interviews: how many nuances had appeared, over the random orders."""
        return band(self.nuance_orders)

    @cached_property
    def reached(self) -> Ints:
        """For each random order how many interviews came before saturation; -1 where it was not reached."""
        return reached_at(self.orders, self.options.base_size, self.options.run_length, self.options.threshold / 100)

    @property
    def least(self) -> int:
        """How many interviews it takes to say anything: a base and a run."""
        return self.options.base_size + self.options.run_length

    @cached_property
    def rows(self) -> tuple[MetHere, ...]:
        """The interviews in order, with the codes that each brought."""
        first = self.found.has.argmax(axis=0) if len(self.meetings) else np.zeros(0, dtype=np.int64)
        there = self.found.has.any(axis=0)
        coding, meeting, line = self.found.codings
        cumulative = np.cumsum(self.new)
        told = []
        for at in range(len(self.meetings)):
            lines = np.flatnonzero(there & (first == at))
            mine = (meeting == at) & np.isin(line, lines)
            told.append(
                MetHere(
                    id=self.meetings.ids[at], label=self.meetings.labels[at], date=self.meetings.dates[at],
                    codes=int(self.found.has[at].sum()), new=int(self.new[at]), so_far=int(cumulative[at]),
                    new_codes=tuple(self.found.lines[one].label for one in lines.tolist()),
                    codings=self.snapshot.codings.named(sorted(set(coding[mine].tolist()))),
                )
            )  # fmt: skip
        return tuple(told)

    @cached_property
    def by_group(self) -> tuple[Groups, ...]:
        """Each group by itself; too few interviews say nothing."""
        return tuple(self._group(line, inside) for line, inside in self.groups)

    def _group(self, line: Line, inside: Ints) -> Groups:
        has = self.found.has[inside]
        first = first_places(has, np.arange(len(inside))[None, :])
        new = new_at(first, len(inside))[0].tolist() if len(inside) else []
        enough = len(inside) >= self.least
        found = runs(new, self.options.base_size, self.options.run_length, self.options.threshold / 100)
        shuffled = np.zeros(0, dtype=np.int64)
        if enough and self.options.orders:
            places = random_places(len(inside), self.options.orders, self.options.seed)
            orders = new_at(first_places(has, places), len(inside))
            shuffled = reached_at(orders, self.options.base_size, self.options.run_length, self.options.threshold / 100)
        return Groups(
            key=line.key, label=line.label, interviews=len(inside), codes=int(has.any(axis=0).sum()), enough=enough,
            new=tuple(new), runs=found if enough else None,
            of_orders=int((shuffled >= 0).sum()) if len(shuffled) else None, members=tuple(inside.tolist()),
        )  # fmt: skip

    def codings_in(self, interview: Id) -> tuple[Id, ...]:
        """All codings that count in an interview, also of codes that came up before."""
        coding, meeting, _ = self.found.codings
        here = meeting == self.meetings.ids.index(interview)
        return self.snapshot.codings.named(sorted(set(coding[here].tolist())))

    def open(self, interview: str) -> MetHere:
        """An interview with the codes that it brought, by id or name.

        Raises:
            BadValueError: it is not counted here.
        """
        wanted = interview.strip().casefold()
        found = next((row for row in self.rows if wanted in {row.id, row.label.casefold()}), None)
        if found is None:
            message = f"{interview!r} is not among the interviews that are counted here."
            raise BadValueError(message)
        return found

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each interview, with the band of the random orders."""
        none = [[None] * len(self.meetings)] * 3
        low, middle, high = self.band if len(self.orders) else none
        nuance_low, nuance_middle, nuance_high = self.nuance_band if len(self.orders) else none
        nuances = shown.nuances_so_far(self)
        return pl.DataFrame(
            {
                "place": range(1, len(self.rows) + 1), "interview": [row.label for row in self.rows],
                "date": [row.date for row in self.rows], "codes": [row.codes for row in self.rows],
                "new": [row.new for row in self.rows], "so_far": [row.so_far for row in self.rows],
                "low": list(low), "median": list(middle), "high": list(high), "nuances_so_far": nuances,
                "nuances_low": list(nuance_low), "nuances_median": list(nuance_middle),
                "nuances_high": list(nuance_high),
            },
            schema_overrides=dict.fromkeys(_BANDS, pl.Int64),
        )  # fmt: skip

    def table(self, show: Show = "interviews") -> Table:
        """Interviews in order; or runs, meaning, groups."""
        return shown.table(self, show)

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(self.snapshot, *shown.notes(self))

    def chart(self, show: Show = "interviews") -> Figure:
        """The curve in the order held, with the band of the random orders; with `meaning`, that of nuances."""
        return shown.curve(self, "nuances" if show == "meaning" else self.options.of)

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, total, runs, reached, of_orders, band, meaning, groups, unread, …}`."""
        return plain(
            {
                "analysis": "saturation", "version": self.snapshot.version, "options": self.options, "rows": self.rows,
                "total": int(self.new.sum()), "runs": self.runs, "reached": self.runs.written, "least": self.least,
                "shuffled": shown.shuffled(self), "band": self.band.tolist(),
                "nuance_band": self.nuance_band.tolist(), "meaning": self.meaning,
                "groups": self.by_group, "unread": self.meetings.unread, "late": self.found.late,
                "undated": self.meetings.undated, "tied": self.meetings.tied, "notes": self.notes(),
            }
        )  # fmt: skip


def saturation(snapshot: Snapshot, options: SaturationOptions | None = None) -> Saturation:
    """How much interviews brought.

    Raises:
        ReflexiveError: the analysis is reflexive; or, where none is named, all of the study are.
        BadValueError: there is nothing to count, or a number that cannot be.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or SaturationOptions()
    _check(options)
    _refuse_reflexive(snapshot, options.analysis)
    scope = scope_of(snapshot, options)
    meetings = met(snapshot, scope)
    if not len(meetings):
        message = (
            "No interview was read to the end yet, so that nothing can be said about saturation."
            if meetings.unread
            else "There is no interview with words of participants here."
        )
        raise NoInterviewsError(message)
    found = appeared(snapshot, scope, meetings, options.of, options.codes)
    held = np.arange(len(meetings))[None, :]
    new = new_at(first_places(found.has, held), len(meetings))[0]
    places = random_places(len(meetings), options.orders, options.seed)
    orders = new_at(first_places(found.has, places), len(meetings))
    told, nuanced = meanings(snapshot, scope, meetings)
    nuance_orders = new_at(first_places(nuanced, places), len(meetings))
    lies = snapshot.lies
    apart = lies.coding[scope.unreviewed[lies.coding] & (meetings.of_unit[lies.unit] >= 0)]
    return Saturation(
        snapshot, options, meetings, found, new, orders, told, nuanced, nuance_orders,
        tuple(_groups(snapshot, options, meetings)), len(np.unique(apart)),
    )  # fmt: skip


def _groups(snapshot: Snapshot, options: SaturationOptions, meetings: Met) -> list[tuple[Line, Ints]]:
    """The lines of an axis, each with the interviews in which its people speak."""
    if not options.by:
        return []
    who = who_axis(snapshot, options.by)
    unit, line = who.units
    place = meetings.of_unit[unit]
    return [(one, np.unique(place[(line == at) & (place >= 0)])) for at, one in enumerate(who.lines)]


def _check(options: SaturationOptions) -> None:
    if options.of not in {"codes", "categories"}:
        message = f"Saturation is counted of codes or categories, not of {options.of!r}."
        raise BadValueError(message)
    if options.base_size < 1 or options.run_length < 1:
        message = "Base size and run length are at least 1 interview. Guest, Namey & Chen use 4 to 6, and 2 or 3."
        raise BadValueError(message)
    if not 0 <= options.threshold <= 100:
        message = "The new-information threshold is in percent of the base. Guest, Namey & Chen use 5 and 0."
        raise BadValueError(message)
    if not 0 <= options.orders <= 10_000:
        message = "Ask for 0 to 10,000 random orders."
        raise BadValueError(message)


def _refuse_reflexive(snapshot: Snapshot, analysis: str) -> None:
    rows = dict(zip(snapshot.raw["analysis"]["id"], snapshot.raw["analysis"]["family"], strict=True))
    names = dict(zip(snapshot.analyses.ids, snapshot.analyses.labels, strict=True))
    meant = [snapshot.analyses.ids[snapshot.analyses.find(analysis)]] if analysis else list(rows)
    if meant and all(rows[one] == REFLEXIVE for one in meant):
        raise ReflexiveError(names[meant[0]])
