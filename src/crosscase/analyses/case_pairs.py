"""Every two cases side by side: what both have, what only one has, and which pairs were written up.

For each pair each row (code, category or theme) is shared, only in the one, only in the other, or in neither. Where in
one of the cases nobody could have been coded for it, nothing is said: the row counts as *cannot say*. A pair opens to
its sheet, with participants n of N on both sides.

What a careful reader would get wrong: N are those who were read for the row, and where its topics are known, asked;
so N differs from row to row. And of ten cases every one stands in nine pairs: pairs must not be added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block, block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, what_axis
from crosscase.analyses.result import Result, exposure_text, label_of, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.states import SILENT, mixture
from crosscase.analyses.who import who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Has = Literal["shared", "only left", "only right", "neither", "cannot say"]
HAS: tuple[Has, ...] = ("shared", "only left", "only right", "neither", "cannot say")


class PairsOptions(Filters, frozen=True, kw_only=True):
    """What the rows are: `codes`, `categories` or `themes`; `codes` and `analysis` narrow them."""

    of: str = "codes"
    codes: tuple[str, ...] = ()
    analysis: str = ""


class PairSide(msgspec.Struct, frozen=True, kw_only=True):
    """A row in one of the two cases.

    Attributes:
        participants, of_participants: who said it, of those who were read for it and not left unasked.
        exposure: word → participants, of all in the case.
    """

    participants: int
    of_participants: int
    codings: int
    exposure: dict[str, int]
    coding_ids: tuple[Id, ...]
    participant_ids: tuple[Id, ...]


class PairRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a pair's sheet."""

    key: str
    label: str
    has: Has
    left: PairSide
    right: PairSide


class PairLine(msgspec.Struct, frozen=True, kw_only=True):
    """A pair: how many rows are what, of how many that can be compared, and what was written about it.

    Attributes:
        left, right: ids of the cases; left_label, right_label: their codes.
        of: rows in which something can be said of both.
        done: it is written up.
    """

    left: Id
    right: Id
    left_label: str
    right_label: str
    shared: int
    only_left: int
    only_right: int
    neither: int
    cannot_say: int
    of: int
    words: str
    done: bool


class PairSheet(msgspec.Struct, frozen=True, kw_only=True):
    """Two cases, row by row."""

    pair: PairLine
    rows: tuple[PairRow, ...]


@dataclass(frozen=True, eq=False)
class Pairs(Result):
    """All pairs of cases.

    Attributes:
        cases: the cases in the order in which they stand.
        lines: what the rows of a sheet are.
        rows: the pairs.
        has: cases × lines; exposed: where N is not 0.
    """

    snapshot: Snapshot
    options: PairsOptions
    cases: tuple[Line, ...]
    lines: tuple[Line, ...]
    rows: tuple[PairLine, ...]
    block: Block
    places: tuple[int, ...]
    has: Flags
    exposed: Flags
    base: Ints

    def sheet(self, one: str, other: str) -> PairSheet:
        """Two cases, row by row; the case that is named first stands on the left.

        Raises:
            BadValueError: twice the same case, or one that is not in this table.
            NotFoundError, AmbiguousError: no case goes by that name, or several do.
        """
        cases = self.snapshot.cases
        left, right = (cases.ids[cases.find(name)] for name in (one, other))
        at = {line.id: number for number, line in enumerate(self.cases)}
        if left == right or left not in at or right not in at:
            message = f"{one} and {other} are no pair here. Name two different cases that are counted."
            raise BadValueError(message)
        pair = next(row for row in self.rows if {row.left, row.right} == {left, right})
        if pair.left != left:
            pair = msgspec.structs.replace(
                pair, left=left, right=right, left_label=pair.right_label, right_label=pair.left_label,
                only_left=pair.only_right, only_right=pair.only_left,
            )  # fmt: skip
        kinds = _kinds(self.has, self.exposed, at[left], at[right])
        rows = tuple(
            PairRow(
                key=line.key, label=label_of(line), has=HAS[kind], left=self._side(at[left], number),
                right=self._side(at[right], number),
            )
            for number, (line, kind) in enumerate(zip(self.lines, kinds.tolist(), strict=True))
        )  # fmt: skip
        return PairSheet(pair=pair, rows=rows)

    def _side(self, case: int, line: int) -> PairSide:
        block, column = self.block, self.places[case]
        opened = block.opened(line, column)
        return PairSide(
            participants=int(block.numbers["participants"][column, line]),
            of_participants=int(self.base[case, line]), codings=int(block.numbers["codings"][column, line]),
            exposure=mixture(block.mixtures[column, line], int(block.missing[column])),
            coding_ids=opened["coding_ids"], participant_ids=opened["participant_ids"],
        )  # fmt: skip

    def sheet_table(self, sheet: PairSheet) -> Table:
        """A pair's sheet in words: shared rows first, then what only one has, then where nothing can be said."""
        pair = sheet.pair
        columns = (
            Column("has", "Who has it"), Column("label", self.options.of.capitalize()),
            Column("left", pair.left_label), Column("right", pair.right_label),
        )  # fmt: skip
        rows = tuple(
            (kind, row.label, _text(row.left), _text(row.right))
            for kind in HAS
            for row in sheet.rows
            if row.has == kind and kind != "neither"
        )
        notes = notes_of(
            self.snapshot, _told(pair), _BASE,
            f"In neither: {pair.neither}." if pair.neither else "",
            f"{'Written up' if pair.done else 'Not written up yet'}.{' ' + pair.words if pair.words else ''}",
        )  # fmt: skip
        return Table(title=f"{pair.left_label} and {pair.right_label}", columns=columns, rows=rows, notes=notes)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Pairs of cases, by {self.options.of}"

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each pair."""
        return pl.DataFrame([msgspec.structs.asdict(row) for row in self.rows])

    def table(self) -> Table:
        """Each pair with how many rows are shared, only in one, in neither, of those that can be compared."""
        columns = (
            Column("pair", "Pair"), Column("shared", "Shared"), Column("only_left", "Only the first"),
            Column("only_right", "Only the second"), Column("neither", "Neither"),
            Column("cannot_say", "Cannot say", "count"), Column("done", "Written up"),
        )  # fmt: skip
        rows = tuple(
            (
                f"{row.left_label} and {row.right_label}", *(f"{n} of {row.of}" for n in _numbers(row)),
                row.cannot_say, "yes" if row.done else "begun" if row.words else "no",
            )
            for row in self.rows
        )  # fmt: skip
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        done = sum(row.done for row in self.rows)
        return notes_of(
            self.snapshot,
            f"{done} of {len(self.rows)} pairs are written up.",
            "Of: rows in which somebody in both cases was read, and asked where that is known. Cannot say: the others.",
        )

    def chart(self) -> Figure:
        """A square of cases: how much of what can be compared each two share."""
        found = [
            {
                "row_label": one, "column_label": other, "shared": f"{row.shared} of {row.of}",
                "percent": 100 * row.shared / row.of if row.of else None,
            }
            for row in self.rows
            for one, other in ((row.left_label, row.right_label), (row.right_label, row.left_label))
        ]  # fmt: skip
        names = [line.label for line in self.cases]
        schema = {
            "row_label": pl.String(), "column_label": pl.String(), "shared": pl.String(), "percent": pl.Float64()
        }  # fmt: skip
        return charts.heat_map(
            pl.DataFrame(found, schema=schema), value="percent", text="shared", title=self.title, rows=names,
            columns=names, notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, cases, lines, rows, notes}`; rows as `PairLine`."""
        return plain(
            {
                "analysis": "pairs", "version": self.snapshot.version, "options": self.options, "cases": self.cases,
                "lines": self.lines, "rows": self.rows, "notes": self.notes(),
            }
        )  # fmt: skip


def pairs(snapshot: Snapshot, options: PairsOptions | None = None) -> Pairs:
    """Set every two cases side by side.

    Raises:
        BadValueError: there are fewer than two cases, or nothing to compare them by.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or PairsOptions()
    scope = scope_of(snapshot, options)
    who = who_axis(snapshot, "cases")
    what = what_axis(snapshot, options.of, codes=options.codes, analysis=options.analysis)
    places = tuple(np.flatnonzero(scope.cases).tolist())
    if len(places) < 2:
        message = "It takes two cases to make a pair."
        raise BadValueError(message)
    block = block_of(counted_of(snapshot, what, scope, words=False), who)
    rows = list(places)
    has = ((block.numbers["cases"] > 0) | (block.numbers["participants"] > 0))[rows]
    base = block.mixtures[:, :, SILENT:].sum(axis=2)[rows]
    exposed = (base > 0) | has
    cases = tuple(who.lines[place] for place in places)
    written = _written(snapshot)
    found = []
    for left, right in combinations(range(len(cases)), 2):
        counts = np.bincount(_kinds(has, exposed, left, right), minlength=len(HAS)).tolist()
        words, done = written.get(frozenset((cases[left].id, cases[right].id)), ("", False))
        found.append(
            PairLine(
                left=cases[left].id, right=cases[right].id, left_label=cases[left].label,
                right_label=cases[right].label, shared=counts[0], only_left=counts[1], only_right=counts[2],
                neither=counts[3], cannot_say=counts[4], of=sum(counts[:4]), words=words, done=done,
            )
        )  # fmt: skip
    return Pairs(snapshot, options, cases, what.lines, tuple(found), block, places, has, exposed, base)


_BASE = "Cells: participants coded, of those read for the row, and asked where that is known; beside a zero, why."


def _kinds(has: Flags, exposed: Flags, left: int, right: int) -> Ints:
    """For each line the number of its kind in `HAS`."""
    kind = np.where(has[left], np.where(has[right], 0, 1), np.where(has[right], 2, 3))
    return np.where(exposed[left] & exposed[right], kind, len(HAS) - 1).astype(np.int64)


def _written(snapshot: Snapshot) -> dict[frozenset[Id], tuple[str, bool]]:
    """What was written about pairs; of cases that were merged, by the case that they are now."""
    number, ids = snapshot.cases.number, snapshot.cases.ids
    found: dict[frozenset[Id], tuple[str, bool]] = {}
    for one, other, words, done in snapshot.raw["pair"].select("one", "other", "words", "done").iter_rows():
        if one in number and other in number:
            key = frozenset((ids[number[one]], ids[number[other]]))
            before = found.get(key, ("", False))
            found[key] = ("\n\n".join(filter(None, (before[0], words))), before[1] or bool(done))
    return found


def _numbers(row: PairLine) -> Sequence[int]:
    return row.shared, row.only_left, row.only_right, row.neither


def _told(pair: PairLine) -> str:
    return (
        f"Of {pair.of} that can be compared, {pair.shared} are shared, {pair.only_left} only {pair.left_label}, "
        f"{pair.only_right} only {pair.right_label}; of {pair.cannot_say} nothing can be said."
    )


def _text(side: PairSide) -> str:
    text = f"{side.participants} of {side.of_participants}" if side.of_participants else ""
    nothing = "" if side.participants else exposure_text(side.exposure)
    return "; ".join(part for part in (text, nothing) if part)
