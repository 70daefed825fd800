"""The frame: how many people were planned, approached, declined and recruited, for each case and sampling role.

Counts recruited are people who are in the study; the others come from the frame and the recruitment log, which holds
counts and reasons and never names. A place of the frame is on target, under or over; one without a target is neither.

What a careful reader would get wrong: people without a case or a sampling role fill no place. They are not in the
cells, and `outside` says how many they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.model import Id
from crosscase.model.table import Cell, Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Status = Literal["on target", "under", "over", "no target"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the frame: one sampling role in one case.

    Attributes:
        planned: None where no target was set.
        reasons: (step, reason, count) of log lines that give one.
    """

    case: Id
    role: Id
    planned: int | None
    approached: int
    declined: int
    withdrew: int
    recruited: int
    status: Status
    participant_ids: tuple[Id, ...]
    reasons: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, eq=False)
class FrameTable(Result):
    """The frame with what became of it.

    Attributes:
        places: by case and sampling role, every one there is.
        outside: participants without a case or a sampling role.
    """

    snapshot: Snapshot
    places: tuple[Place, ...]
    outside: tuple[Id, ...]

    def place(self, case: str, role: str) -> Place:
        """One place, by id, code or name.

        Raises:
            NotFoundError, AmbiguousError: a case or role that cannot be found.
        """
        at = self.snapshot.cases.find(case) * len(self.snapshot.roles) + self.snapshot.roles.find(role)
        return self.places[at]

    def with_status(self, status: Status) -> tuple[Place, ...]:
        """The places that are on target, under, …."""
        return tuple(place for place in self.places if place.status == status)

    @property
    def empty(self) -> tuple[Place, ...]:
        """Places that were planned and hold nobody: *not recruited*."""
        return tuple(place for place in self.places if place.planned and not place.recruited)

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each place."""
        cases, roles = self.snapshot.cases, self.snapshot.roles
        found = [
            {
                "case": cases.labels[cases.number[place.case]], "role": roles.labels[roles.number[place.role]],
                "planned": place.planned, "approached": place.approached, "declined": place.declined,
                "withdrew": place.withdrew, "recruited": place.recruited, "status": place.status,
            }
            for place in self.places
        ]  # fmt: skip
        whole = ("planned", "approached", "declined", "withdrew", "recruited")
        text = {name: pl.String() for name in ("case", "role", "status")}
        names = ("case", "role", *whole, "status")
        return pl.DataFrame(found, schema={name: text.get(name, pl.Int64()) for name in names})

    def table(self) -> Table:
        """Cases × sampling roles: recruited of planned, with the sums of both."""
        cases, roles = self.snapshot.cases, self.snapshot.roles
        recruited = np.array([place.recruited for place in self.places]).reshape(len(cases), len(roles))
        planned = np.array([place.planned or 0 for place in self.places]).reshape(len(cases), len(roles))
        columns = [Column("case", "Case"), *(Column(i, n) for i, n in zip(roles.ids, roles.labels, strict=True))]
        rows: list[tuple[Cell, ...]] = []
        for number, label in enumerate(cases.labels):
            own = self.places[number * len(roles) : (number + 1) * len(roles)]
            rows.append(
                (label, *(_text(place) for place in own), f"{recruited[number].sum()} of {planned[number].sum()}")
            )
        sums = zip(recruited.sum(axis=0).tolist(), planned.sum(axis=0).tolist(), strict=True)
        total = f"{recruited.sum()} of {planned.sum()}"
        rows.append(("All", *(f"{got} of {wanted}" for got, wanted in sums), total))
        return Table(
            title="The sample: recruited of planned", columns=(*columns, Column("all", "All")), rows=tuple(rows),
            notes=self.notes(),
        )  # fmt: skip

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        count = {status: len(self.with_status(status)) for status in ("on target", "under", "over", "no target")}
        empty = f" ({len(self.empty)} of them empty)" if self.empty else ""
        asked = sum(place.approached for place in self.places)
        refused = sum(place.declined for place in self.places)
        return notes_of(
            self.snapshot,
            f"{count['on target']} places on target, {count['under']} under{empty}, {count['over']} over.",
            f"{count['no target']} places without a target." if count["no target"] else "",
            f"{asked} people approached, {refused} declined." if asked or refused else "",
            f"{len(self.outside)} participants without a case or a sampling role are in no place."
            if self.outside
            else "",
        )

    def chart(self) -> Figure:
        """A heat map of recruited people in percent of those planned; recruited/planned stands in each cell."""
        frame = self.frame.filter(pl.col("planned").is_not_null() | (pl.col("recruited") > 0)).select(
            pl.col("case").alias("row_label"),
            pl.col("role").alias("column_label"),
            (100 * pl.col("recruited") / pl.when(pl.col("planned") > 0).then(pl.col("planned"))).alias("percent"),
            pl.format("{}/{}", "recruited", pl.col("planned").fill_null(0)).alias("recruited"),
            "approached",
            "declined",
            "status",
        )
        return charts.heat_map(
            frame, value="percent", text="recruited", title="The sample: recruited of planned",
            rows=self.snapshot.cases.labels, columns=self.snapshot.roles.labels, notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, places, totals, outside, notes}`; places carry the fields of `Place`."""
        names = ("planned", "approached", "declined", "withdrew", "recruited")
        totals = {name: sum(getattr(place, name) or 0 for place in self.places) for name in names}
        return plain(
            {
                "analysis": "frame", "version": self.snapshot.version, "places": self.places, "totals": totals,
                "outside": self.outside, "notes": self.notes(),
            }
        )  # fmt: skip


def frame(snapshot: Snapshot) -> FrameTable:
    """The frame of a study with what became of it."""
    plan, people = snapshot.plan, snapshot.participants
    placed = (people.case >= 0) & (people.role >= 0)
    places = []
    for case, case_id in enumerate(snapshot.cases.ids):
        for role, role_id in enumerate(snapshot.roles.ids):
            here = np.flatnonzero((people.case == case) & (people.role == role))
            planned = int(plan.planned[case, role]) if plan.has_target[case, role] else None
            reasons = tuple((step, why, n) for c, r, step, why, n in plan.reasons if (c, r) == (case, role))
            places.append(
                Place(
                    case=case_id, role=role_id, planned=planned, approached=_at(plan.approached, case, role),
                    declined=_at(plan.declined, case, role), withdrew=_at(plan.withdrew, case, role),
                    recruited=len(here), status=_status(planned, len(here)),
                    participant_ids=tuple(people.ids[person] for person in here), reasons=reasons,
                )
            )  # fmt: skip
    outside = tuple(people.ids[person] for person in np.flatnonzero(~placed))
    return FrameTable(snapshot, tuple(places), outside)


def _at(counts: Ints, case: int, role: int) -> int:
    return int(counts[case, role])


def _status(planned: int | None, recruited: int) -> Status:
    if planned is None:
        return "no target"
    return "on target" if planned == recruited else "under" if recruited < planned else "over"


def _text(place: Place) -> str:
    if not place.recruited:
        return f"not recruited (0 of {place.planned})" if place.planned else "not recruited"
    return str(place.recruited) if place.planned is None else f"{place.recruited} of {place.planned}"
