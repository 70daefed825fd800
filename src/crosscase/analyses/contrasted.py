"""Contrasts that have been counted: opened side by side, as a table, as a frame, as a figure. Made by `contrasts`.

What a careful reader would get wrong: left and right are as the groups stand, or as they were named. A difference below
zero says that the right has more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block
from crosscase.analyses.lines import Line
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.robustness import NO_SAY, Check
from crosscase.analyses.scope import Filters
from crosscase.analyses.shares import CountedBy
from crosscase.errors import NotFoundError
from crosscase.frames import Snapshot
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Direction = Literal["more left", "more right", "no difference", "cannot say"]
Order = Literal["given", "size"]
"""As the rows stand in the study, or the largest difference first."""
DIRECTIONS: dict[int, Direction] = {-1: "more left", 1: "more right", 0: "no difference", NO_SAY: "cannot say"}


class ContrastOptions(Filters, frozen=True, kw_only=True):
    """What to contrast.

    Attributes:
        of: `codes`, `categories` or `themes`; `query`: a query over codings instead (see `retrieval_query`).
        codes, analysis: narrow the rows.
        by: the groups: `primary`, `cases`, `roles`, or an attribute of cases or participants.
        left, right: two of them; every two, where none are named.
        count: what the difference is counted in.
        assumption: under which the sample may be taken for a random one; with it differences get an interval where
            they are counted in participants. It is printed.
    """

    of: str = "codes"
    query: str = ""
    codes: tuple[str, ...] = ()
    analysis: str = ""
    by: str = "primary"
    left: str = ""
    right: str = ""
    count: CountedBy = "participants"
    assumption: str = ""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One group in one row.

    Attributes:
        participants, of_participants, cases, of_cases: coded, of those read.
        words, of_words: own words coded, and spoken; `turns`, `of_turns` likewise.
        asked: participants of whom it is known that they were asked; None where no topic is linked.
        exposure: what the others' silence is.
    """

    participants: int
    of_participants: int
    unfinished: int
    cases: int
    of_cases: int
    words: int
    of_words: int
    turns: int
    of_turns: int
    codings: int
    asked: int | None
    exposure: dict[str, int]

    @property
    def per_thousand(self) -> float | None:
        """Words coded per 1,000 words spoken."""
        return 1000 * self.words / self.of_words if self.of_words else None

    def share(self, count: CountedBy) -> float | None:
        """The share in percent, as it is counted."""
        number, of = getattr(self, count), getattr(self, f"of_{count}")
        return 100 * number / of if of else None


class Contrast(msgspec.Struct, frozen=True, kw_only=True):
    """One row for two groups.

    Attributes:
        difference: left minus right, in percentage points; None where one of them has nobody read.
        interval: of that difference at 95 %, only under an assumption (Newcombe 1998, method 10).
        robust: all checks survived; `checks` says which did not.
    """

    key: str
    label: str
    left: str
    right: str
    left_side: Side
    right_side: Side
    difference: float | None
    direction: Direction
    checks: tuple[Check, ...]
    robust: bool
    robustness: str
    interval: tuple[float, float] | None = None


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What stands behind one group in one row."""

    coding_ids: tuple[Id, ...]
    unreviewed_ids: tuple[Id, ...]
    participant_ids: tuple[Id, ...]
    base_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]


@dataclass(frozen=True, eq=False)
class Contrasts(Result):
    """Rows × pairs of groups.

    Attributes:
        lines: the rows; `groups`: what they are contrasted by.
        contrasts: by pair of groups, and in each in the order of the rows; or arranged.
        order, holding: how they were arranged, and whether only those that hold are here; see `arranged`.
    """

    snapshot: Snapshot
    options: ContrastOptions
    lines: tuple[Line, ...]
    groups: tuple[Line, ...]
    contrasts: tuple[Contrast, ...]
    block: Block
    order: Order = "given"
    holding: bool = False

    def arranged(self, order: Order = "given", *, holding: bool = False) -> Contrasts:
        """The same with the largest difference first, or with only those that hold.

        Where nothing can be said on one side, a contrast stands last.
        """
        kept = [one for one in self.contrasts if one.robust or not holding]
        if order == "size":
            kept.sort(key=lambda one: -1 if one.difference is None else abs(one.difference), reverse=True)
        return replace(self, contrasts=tuple(kept), order=order, holding=self.holding or holding)

    def open(self, row: str, group: str) -> Opened:
        """The ids behind one group in one row, each by key or label.

        Raises:
            NotFoundError: there is no such row or group.
        """
        line, column = place(self.lines, row, "row"), place(self.groups, group, "group")
        found = self.block.opened(line, column)
        return Opened(**{name: found[name] for name in Opened.__struct_fields__})

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of groups, in order."""
        return tuple(dict.fromkeys((one.left, one.right) for one in self.contrasts))

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each contrast, with every number in a column of its own."""
        rows: list[dict[str, Any]] = []
        for one in self.contrasts:
            row: dict[str, Any] = {"key": one.key, "label": one.label, "left": one.left, "right": one.right}
            for name, side in (("left", one.left_side), ("right", one.right_side)):
                row |= {f"{name}_{field}": getattr(side, field) for field in _NUMBERS}
                row |= {f"{name}_per_thousand": side.per_thousand, f"{name}_exposure": exposure_text(side.exposure)}
            row |= {"difference": one.difference, "direction": one.direction, "robust": one.robust}
            if self.options.assumption:
                low, high = one.interval or (None, None)
                row |= {"interval_low": low, "interval_high": high}
            for check in one.checks:
                name = check.kind.replace(" ", "_")
                row |= {f"{name}_survived": check.survived, f"{name}_of": check.of}
                row |= {f"{name}_depends_on": ", ".join(check.depends_on)}
            rows.append(row)
        if not rows:
            return pl.DataFrame(schema=["key", "label", "left", "right", "difference", "direction", "robust"])
        return pl.DataFrame(rows, infer_schema_length=None)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Contrasts of {self.options.query or self.options.of} by {self.options.by}"

    def table(self) -> Table:
        """Both groups, the difference, and whether it holds; groups stand in the heading when there are but two."""
        names = self.pairs[0] if len(self.pairs) == 1 else ("Left", "Right")
        groups = () if len(self.pairs) == 1 else (Column("groups", "Groups"),)
        sides = [
            Column(f"{key}_{what}", f"{name}: {what}")
            for key, name in zip(("left", "right"), names, strict=True)
            for what in ("participants", "cases")
        ]
        columns = (
            Column("label", "Row"), *groups, *sides, Column("words", "Words per 1,000"), Column("asked", "Asked"),
            Column("difference", "Difference"), Column("robustness", "Does it hold?"),
        )  # fmt: skip
        rows = tuple(self._row(one, both=bool(groups)) for one in self.contrasts)
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def _row(self, one: Contrast, *, both: bool) -> tuple[str, ...]:
        left, right = one.left_side, one.right_side
        difference = "" if one.difference is None else f"{one.difference:+.0f} points"
        if one.interval is not None:
            difference += f" [{one.interval[0]:+.0f}, {one.interval[1]:+.0f}]"
        return (
            one.label, *([f"{one.left} – {one.right}"] if both else []),
            _of(left), f"{left.cases}/{left.of_cases}", _of(right), f"{right.cases}/{right.of_cases}",
            f"{_rate(left)} : {_rate(right)}", f"{_number(left.asked)} : {_number(right.asked)}", difference,
            one.robustness,
        )  # fmt: skip

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(
            self.snapshot,
            f"Differences are of {self.options.count}, left minus right, in percentage points of those read for the "
            "row; participants not read for it are left out.",
            "“Survives” means that the direction stays the same when one is left out. It is no test.",
            "Asked: participants of whom it is known that somebody asked them; – where no topic is linked to the row.",
            "Only contrasts that hold in every check are here." if self.holding else "",
            "The largest differences stand first." if self.order == "size" else "",
            *self._assumed(),
        )

    def _assumed(self) -> tuple[str, ...]:
        stated = self.options.assumption
        if not stated:
            return ()
        if self.options.count != "participants":
            return ("Intervals are given where differences are counted in participants.",)
        return (
            f"Intervals (95 %, Newcombe 1998) assume: {stated.rstrip('.')}. They take people for independent of each "
            "other, also within a case.",
        )

    def chart(self) -> Figure:
        """The differences as bars, row by row."""
        found = [
            {
                "row_label": one.label if len(self.pairs) == 1 else f"{one.label}: {one.left} – {one.right}",
                "difference": one.difference, "robustness": one.robustness, "holds": _holds(one),
                "left": f"{one.left} {_of(one.left_side)}", "right": f"{one.right} {_of(one.right_side)}",
            }
            for one in self.contrasts
            if one.difference is not None
        ]  # fmt: skip
        texts = ("row_label", "robustness", "holds", "left", "right")
        empty = pl.DataFrame(schema={"difference": pl.Float64, **dict.fromkeys(texts, pl.String)})
        frame = pl.DataFrame(found) if found else empty
        return charts.bars(
            frame, label="row_label", value="difference", title=self.title,
            order=[str(one["row_label"]) for one in found], kind="holds", kinds=["holds", "depends", "no difference"],
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, groups, contrasts, notes}`; contrasts as `Contrast`."""
        return plain(
            {
                "analysis": "contrasts", "version": self.snapshot.version, "options": self.options, "rows": self.lines,
                "groups": self.groups, "contrasts": self.contrasts, "notes": self.notes(),
            }
        )  # fmt: skip


_NUMBERS = (
    "cases", "of_cases", "participants", "of_participants", "unfinished", "words", "of_words", "turns", "of_turns",
    "codings", "asked",
)  # fmt: skip


def _of(side: Side) -> str:
    return f"{side.participants}/{side.of_participants}"


def _rate(side: Side) -> str:
    return "–" if side.per_thousand is None else f"{side.per_thousand:.1f}"


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)


def _holds(one: Contrast) -> str:
    return "no difference" if one.direction == "no difference" else "holds" if one.robust else "depends"


def place(lines: tuple[Line, ...], name: str, what: str) -> int:
    """The number of the line of that key or label.

    Raises:
        NotFoundError: there is none.
    """
    for at, line in enumerate(lines):
        if name == line.key or name.casefold() in (line.label.casefold(), label_of(line).casefold()):
            return at
    raise NotFoundError(what, name, tuple(line.label for line in lines[:3]))
