"""Cases, sampling roles, participants and members of a study, and the frame that was planned for them.

Things that were merged into another are that other one here: their ids lead to it, and what was written about
them counts for it. Cases and roles stand in the order given by hand, participants by case, role and identifier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.listing import Listing, followed, numbered
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Cases(Listing):
    """What is compared; labels are the short codes.

    Attributes:
        names: in full.
    """

    names: tuple[str, ...]

    def aliases(self) -> Iterable[tuple[str, int]]:
        """Full names."""
        return ((name, place) for place, name in enumerate(self.names) if name)


@dataclass(frozen=True, eq=False)
class Roles(Listing):
    """Sampling roles.

    Attributes:
        codes: the identifier codes of each (SM, CO).
    """

    codes: tuple[tuple[str, ...], ...]

    def aliases(self) -> Iterable[tuple[str, int]]:
        """Identifier codes."""
        return ((code, place) for place, codes in enumerate(self.codes) for code in codes)


@dataclass(frozen=True, eq=False)
class Participants(Listing):
    """People recruited; labels are identifiers.

    Attributes:
        case, role: numbers of their case and sampling role, -1 where not known.
        codes: the identifier code each carries.
    """

    case: Ints
    role: Ints
    codes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Members(Listing):
    """Who works on the study.

    Attributes:
        machine: declared machines.
    """

    machine: Flags


@dataclass(frozen=True, eq=False)
class Plan:
    """The sample that was planned, and the recruitment log; each an array of cases × roles.

    Attributes:
        planned: places planned; 0 where nothing was.
        has_target: a target was set, be it 0.
        approached, declined, withdrew: totals of the log.
        reasons: (case, role, step, reason, count) of log lines that give a reason.
    """

    planned: Ints
    has_target: Flags
    approached: Ints
    declined: Ints
    withdrew: Ints
    reasons: tuple[tuple[int, int, str, str, int], ...]


def cases_of(raw: pl.DataFrame) -> Cases:
    """The cases, by position and code."""
    leads = followed(raw["id"].to_list(), raw["merged_into"].to_list())
    kept = _kept(raw, leads).sort("position", "code", "id")
    order = tuple(kept["id"])
    return Cases("case", order, tuple(kept["code"]), numbered(order, leads), tuple(kept["name"]))


def roles_of(raw: pl.DataFrame) -> Roles:
    """The sampling roles, by position and name."""
    kept = raw.sort("position", "name", "id")
    order = tuple(kept["id"])
    codes = tuple(tuple(codes) for codes in kept["codes"].to_list())
    return Roles("role", order, tuple(kept["name"]), {role: n for n, role in enumerate(order)}, codes)


def participants_of(raw: pl.DataFrame, cases: Cases, roles: Roles) -> Participants:
    """The participants, by case, role and identifier; those without a case or role come last."""
    leads = followed(raw["id"].to_list(), raw["merged_into"].to_list())
    kept = _kept(raw, leads)
    kept = kept.with_columns(
        pl.Series("at_case", cases.numbers(kept["case"])), pl.Series("at_role", roles.numbers(kept["role"]))
    )
    # Unsigned, so that -1 (none) sorts behind every number.
    kept = kept.sort(pl.col("at_case").mod(1 << 40), pl.col("at_role").mod(1 << 40), "identifier", "id")
    order = tuple(kept["id"])
    return Participants(
        "participant", order, tuple(kept["identifier"]), numbered(order, leads),
        kept["at_case"].to_numpy(), kept["at_role"].to_numpy(), tuple(kept["code"]),
    )  # fmt: skip


def members_of(raw: pl.DataFrame) -> Members:
    """The members, by name."""
    leads = followed(raw["id"].to_list(), raw["merged_into"].to_list())
    kept = _kept(raw, leads).sort("name", "id")
    order = tuple(kept["id"])
    return Members(
        "member", order, tuple(kept["name"]), numbered(order, leads), (kept["nature"] == "machine").to_numpy()
    )


def plan_of(targets: pl.DataFrame, log: pl.DataFrame, cases: Cases, roles: Roles) -> Plan:
    """The frame and the log. A merged case's own target gives way to that of the case it was merged into."""
    shape = (len(cases), len(roles))
    planned, has_target = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.bool_)
    for own in (False, True):
        for case, role, count in targets.select("case", "role", "planned").iter_rows():
            place = _cell(cases, roles, case, role)
            if place and (cases.ids[place[0]] == case) is own:
                planned[place], has_target[place] = count, True
    steps = {step: np.zeros(shape, dtype=np.int64) for step in ("approached", "declined", "withdrew")}
    reasons = []
    for case, role, step, count, reason in log.select("case", "role", "step", "count", "reason").iter_rows():
        place = _cell(cases, roles, case, role)
        if place:
            steps[step][place] += count
            if reason:
                reasons.append((*place, step, reason, count))
    return Plan(planned, has_target, steps["approached"], steps["declined"], steps["withdrew"], tuple(sorted(reasons)))


def _cell(cases: Cases, roles: Roles, case: Id, role: Id) -> tuple[int, int] | None:
    place = (cases.number.get(case, -1), roles.number.get(role, -1))
    return place if min(place) >= 0 else None


def _kept(raw: pl.DataFrame, leads: Mapping[Id, Id]) -> pl.DataFrame:
    """The rows that lead to themselves."""
    return raw.filter(pl.Series([leads[thing] == thing for thing in raw["id"].to_list()], dtype=pl.Boolean))
