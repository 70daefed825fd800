"""Two things side by side: what both have, and what only one of them has.

Two cases, groups, sampling roles or participants are compared by codes; two codes or themes by cases (or another
axis). A row is shared when it was said on both sides, and each side keeps its own numbers and denominators.

What a careful reader would get wrong: *only left* says that nobody on the right was coded, not that nobody on the right
said it. The right side's exposure stands beside it; where it was not read for the row, the row says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block, block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, What, what_axis
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.states import mixture
from crosscase.analyses.who import Who, who_axis
from crosscase.errors import AmbiguousError, BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Kind = Literal["shared", "only left", "only right", "neither"]
KINDS: tuple[Kind, ...] = ("shared", "only left", "only right", "neither")
_AXES = ("cases", "roles", "participants")


class CompareOptions(Filters, frozen=True, kw_only=True):
    """What to lay side by side.

    Attributes:
        left, right: names of two cases, sampling roles, participants, groups, codes or themes. Where a name fits
            several kinds of thing, say which: `cases:STA1`, `roles:SU`, `codes:training`, `sector:statutory`.
        by: what the rows are. Empty: codes for people; cases for codes and themes.
        codes, analysis: narrow rows of codes and themes.
        neither: keep rows that neither side has.
    """

    left: str
    right: str
    by: str = ""
    codes: tuple[str, ...] = ()
    analysis: str = ""
    neither: bool = False


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a row; the fields are those of a matrix cell."""

    cases: int
    of_cases: int
    participants: int
    of_participants: int
    unfinished: int
    codings: int
    unreviewed: int
    exposure: dict[str, int]
    coding_ids: tuple[Id, ...]
    participant_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A row: who has it, and both sides. `both`: participants on both sides (of two codes)."""

    key: str
    label: str
    kind: Kind
    left: Side
    right: Side
    both: int


@dataclass(frozen=True, eq=False)
class Comparison(Result):
    """Two things side by side.

    Attributes:
        left, right: what is compared.
        rows: in reading order, without those neither has unless asked for.
        neither: how many rows neither has.
    """

    snapshot: Snapshot
    options: CompareOptions
    left: Line
    right: Line
    by: str
    rows: tuple[Compared, ...]
    neither: int

    def of_kind(self, kind: Kind) -> tuple[Compared, ...]:
        """The rows that are shared, or only left, or only right, or neither."""
        return tuple(row for row in self.rows if row.kind == kind)

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each row, with the numbers of both sides."""
        numbers = ["cases", "of_cases", "participants", "of_participants", "codings", "unreviewed"]
        data = [
            {"key": row.key, "label": row.label, "kind": row.kind, "both": row.both}
            | {f"left_{name}": getattr(row.left, name) for name in numbers}
            | {f"right_{name}": getattr(row.right, name) for name in numbers}
            | {"left_exposure": exposure_text(row.left.exposure), "right_exposure": exposure_text(row.right.exposure)}
            for row in self.rows
        ]
        names = ["key", "label", "kind", "both", *(f"left_{n}" for n in numbers), *(f"right_{n}" for n in numbers)]
        return pl.DataFrame(data, schema=[*names, "left_exposure", "right_exposure"] if not data else None)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"{label_of(self.left)} and {label_of(self.right)}, by {self.by}"

    def table(self) -> Table:
        """Shared rows first, then what only the left has, then what only the right has."""
        columns = (
            Column("kind", "Who has it"),
            Column("label", self.by.capitalize()),
            Column("left", label_of(self.left)),
            Column("right", label_of(self.right)),
        )
        rows = tuple(
            (kind, row.label, _text(row.left), _text(row.right)) for kind in KINDS for row in self.of_kind(kind)
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        counts = ", ".join(f"{len(self.of_kind(kind))} {kind}" for kind in KINDS[:3])
        return notes_of(
            self.snapshot,
            f"{counts}, {self.neither} neither.",
            "Cells: participants coded, of participants read for the row; beside a zero, what it means.",
            "“Only” says that nobody on the other side was coded; where not everybody there was read, that may change.",
        )

    def chart(self) -> Figure:
        """Both sides’ participants in percent, row by row; n of N in the cells."""
        found = [
            {
                "row_label": row.label, "column_label": label_of(line), "kind": row.kind,
                "percent": 100 * side.participants / side.of_participants if side.of_participants else None,
                "participants": f"{side.participants}/{side.of_participants}",
                "exposure": exposure_text(side.exposure),
            }
            for row in self.rows
            for line, side in ((self.left, row.left), (self.right, row.right))
        ]  # fmt: skip
        names = ["row_label", "column_label", "kind", "percent", "participants", "exposure"]
        schema = {name: pl.Float64() if name == "percent" else pl.String() for name in names}
        ordered = [row.label for kind in KINDS for row in self.of_kind(kind)]
        return charts.heat_map(
            pl.DataFrame(found, schema=schema), value="percent", text="participants", title=self.title, rows=ordered,
            columns=[label_of(self.left), label_of(self.right)], notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, left, right, by, rows, neither, notes}`; rows as `Compared`."""
        return plain(
            {
                "analysis": "compare", "version": self.snapshot.version, "options": self.options, "left": self.left,
                "right": self.right, "by": self.by, "rows": self.rows, "neither": self.neither, "notes": self.notes(),
            }
        )  # fmt: skip


def compare(snapshot: Snapshot, options: CompareOptions) -> Comparison:
    """Lay two things side by side.

    Raises:
        NotFoundError, AmbiguousError: something is named that cannot be found.
        BadValueError: twice the same thing, or things that cannot be compared with each other.
    """
    sides = [_side(snapshot, name) for name in (options.left, options.right)]
    if sides[0] == sides[1]:
        message = f"{options.left!r} and {options.right!r} are the same. Name two different things."
        raise BadValueError(message)
    said = [axis in {"codes", "themes"} for axis, _ in sides]
    if said[0] != said[1] or (said[0] and sides[0][0] != sides[1][0]):
        message = f"{options.left!r} and {options.right!r} are different kinds of thing. Compare two of a kind."
        raise BadValueError(message)
    return _of_what(snapshot, options, sides) if said[0] else _of_people(snapshot, options, sides)


def _side(snapshot: Snapshot, name: str) -> tuple[str, str]:
    """The axis and the key of the line that a name means."""
    before, colon, after = name.partition(":")
    if colon:
        axis = before.strip()
        return axis, _on_axis(snapshot, axis, after.strip())
    found = []
    groupings = [variable.name for variable in snapshot.variables if variable.grouping]
    for axis in (*_AXES, *groupings, "codes", "themes"):
        try:
            found.append((axis, _on_axis(snapshot, axis, name)))
        except (NotFoundError, BadValueError):
            continue
    if not found:
        kind = "case, role, participant, group, code or theme"
        raise NotFoundError(kind, name)
    if len(found) > 1:
        kind = "thing"
        raise AmbiguousError(kind, name, tuple(f"{axis}:{name}" for axis, _ in found))
    return found[0]


def _on_axis(snapshot: Snapshot, axis: str, name: str) -> str:
    listings = {
        "cases": snapshot.cases, "roles": snapshot.roles, "participants": snapshot.participants,
        "codes": snapshot.codes, "themes": snapshot.themes,
    }  # fmt: skip
    if axis in listings:
        listing = listings[axis]
        return listing.ids[listing.find(name)]
    variable = snapshot.variable(axis)
    for level in variable.levels:
        if level.casefold() == name.casefold():
            return f"{variable.id}={level}"
    raise NotFoundError(variable.name, name, variable.levels[:3])


def _of_people(snapshot: Snapshot, options: CompareOptions, sides: list[tuple[str, str]]) -> Comparison:
    by = options.by or "codes"
    what = what_axis(snapshot, by, codes=options.codes, analysis=options.analysis)
    counted = counted_of(snapshot, what, scope_of(snapshot, options), words=False)
    blocks = [block_of(counted, _picked(who_axis(snapshot, axis), key)) for axis, key in sides]
    rows = [
        _row(line, _read_side(blocks[0], number, 0), _read_side(blocks[1], number, 0), both=0)
        for number, line in enumerate(what.lines)
    ]
    return _comparison(snapshot, options, (blocks[0].who.lines[0], blocks[1].who.lines[0]), by, rows)


def _of_what(snapshot: Snapshot, options: CompareOptions, sides: list[tuple[str, str]]) -> Comparison:
    by = options.by or "cases"
    axis = sides[0][0]
    names = tuple(key for _, key in sides) if axis == "codes" else ()
    what = what_axis(snapshot, axis, codes=names, analysis=options.analysis)
    at = [_widest(what, key) for _, key in sides]
    counted = counted_of(snapshot, what, scope_of(snapshot, options), words=False)
    block = block_of(counted, who_axis(snapshot, by))
    rows = []
    for column, line in enumerate(block.who.lines):
        seats = slice(int(block.layout.first[column]), int(block.layout.first[column + 1]))
        both = int((block.coded[seats, at[0]] & block.coded[seats, at[1]]).sum())
        rows.append(_row(line, _read_side(block, at[0], column), _read_side(block, at[1], column), both=both))
    return _comparison(snapshot, options, (what.lines[at[0]], what.lines[at[1]]), by, rows)


def _widest(what: What, key: str) -> int:
    """The line of a code or theme with all that lies under it, if it has such a line."""
    return max(number for number, line in enumerate(what.lines) if line.id == key)


def _picked(who: Who, key: str) -> Who:
    """Only one line of an axis."""
    number = next(number for number, line in enumerate(who.lines) if line.key == key)

    def only(pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
        things = pairs[0][pairs[1] == number]
        return things, np.zeros(len(things), dtype=np.int64)

    return Who(
        (who.lines[number],), only(who.units), only(who.participants), only(who.cases),
        who.places[number : number + 1], who.by_place, who.by_source,
    )  # fmt: skip


def _read_side(block: Block, line: int, column: int) -> Side:
    names = ("cases", "of_cases", "participants", "of_participants", "unfinished", "codings", "unreviewed")
    numbers: dict[str, Any] = {name: int(block.numbers[name][column, line]) for name in names}
    opened = block.opened(line, column)
    ids: dict[str, Any] = {name: opened[name] for name in ("coding_ids", "participant_ids", "case_ids")}
    exposure = mixture(block.mixtures[column, line], int(block.missing[column]))
    return Side(exposure=exposure, **numbers, **ids)


def _row(line: Line, left: Side, right: Side, *, both: int) -> Compared:
    has = (bool(left.cases or left.participants), bool(right.cases or right.participants))
    kinds: dict[tuple[bool, bool], Kind] = {
        (True, True): "shared", (True, False): "only left", (False, True): "only right", (False, False): "neither",
    }  # fmt: skip
    return Compared(key=line.key, label=label_of(line), kind=kinds[has], left=left, right=right, both=both)


def _comparison(
    snapshot: Snapshot, options: CompareOptions, sides: tuple[Line, Line], by: str, rows: list[Compared]
) -> Comparison:
    neither = sum(row.kind == "neither" for row in rows)
    kept = tuple(row for row in rows if options.neither or row.kind != "neither")
    return Comparison(snapshot, options, *sides, by, kept, neither)


def _text(side: Side) -> str:
    text = f"{side.participants} of {side.of_participants}" if side.of_participants else ""
    nothing = "" if side.participants or side.cases else exposure_text(side.exposure)
    apart = f"+{side.unreviewed} unreviewed" if side.unreviewed else ""
    return "; ".join(part for part in (text, nothing, apart) if part)
