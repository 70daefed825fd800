"""Which codes come together: code × code, by overlap or by nearness.

Two codings come together when their stretches share a code point, or lie within a number of words or characters of each
other in one source. The table leads with the cases and participants in whose own words that happens, and gives the
pairs of codings last. Unreviewed codings are left out unless asked for, and `unreviewed` says how many there were.

What a careful reader would get wrong: two codings can overlap in an interviewer's question alone. That is a pair of
codings, but no participant said anything, so it counts for no participant and no case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.lines import Line, distinct_labels
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.together import Together
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class OverlapOptions(Filters, frozen=True, kw_only=True):
    """What counts as together.

    Attributes:
        codes: only these, with what lies under them.
        within: how far apart two stretches may lie; 0 and they have to overlap.
        unit: what `within` is counted in.
        by_member: only pairs that one member made.
    """

    codes: tuple[str, ...] = ()
    within: int = 0
    unit: Literal["words", "characters"] = "words"
    by_member: bool = False


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two codes, opened.

    Attributes:
        cases, participants: with both together in their own words; ids in `case_ids`, `participant_ids`.
        left_participants, right_participants: with each of the two codes at all.
        pairs: of codings; `coding_ids` names them, the left code's first.
    """

    left: Id
    right: Id
    cases: int
    participants: int
    left_participants: int
    right_participants: int
    pairs: int
    case_ids: tuple[Id, ...]
    participant_ids: tuple[Id, ...]
    coding_ids: tuple[tuple[Id, Id], ...]


@dataclass(frozen=True, eq=False)
class Overlap(Result):
    """Code × code; every array is symmetrical.

    Attributes:
        codes: in reading order.
        numbers: of the codes in the snapshot.
        cases, participants, pairs: in which, by whom, and of how many codings; the diagonal holds the code by itself
            (in `pairs` its codings).
        unreviewed: codings left out because nobody accepted them.
    """

    options: OverlapOptions
    together: Together
    codes: tuple[Line, ...]
    numbers: Ints
    cases: Ints
    participants: Ints
    pairs: Ints
    unreviewed: int

    @property
    def snapshot(self) -> Snapshot:
        """What it was counted on."""
        return self.together.snapshot

    def pair(self, left: str, right: str) -> Pair:
        """Two codes by id or name, with the ids behind their numbers.

        Raises:
            NotFoundError, AmbiguousError: a code that cannot be found.
            BadValueError: twice the same code, or one that is not in this table.
        """
        tree = self.snapshot.codes
        one, other = tree.find(left), tree.find(right)
        if one == other or not np.isin([one, other], self.numbers).all():
            message = "Name two different codes of this table."
            raise BadValueError(message)
        a, b = np.searchsorted(self.numbers, [one, other]).tolist()
        people, cases, found = self._behind(one, other)
        return Pair(
            left=tree.ids[one], right=tree.ids[other], cases=int(self.cases[a, b]),
            participants=int(self.participants[a, b]), left_participants=int(self.participants[a, a]),
            right_participants=int(self.participants[b, b]), pairs=int(self.pairs[a, b]), case_ids=cases,
            participant_ids=people, coding_ids=found,
        )  # fmt: skip

    def _behind(self, one: int, other: int) -> tuple[tuple[Id, ...], tuple[Id, ...], tuple[tuple[Id, Id], ...]]:
        snapshot, codings = self.snapshot, self.snapshot.codings
        rows = self.together.rows
        those = replace(self.together, rows=rows[np.isin(codings.code[rows], [one, other])])
        units: list[Ints] = []
        ids: list[tuple[Id, Id]] = []
        for left, right in those.pairs():
            turned = codings.code[those.rows[left]] != one
            first, second = those.rows[np.where(turned, right, left)], those.rows[np.where(turned, left, right)]
            ids += zip(codings.ids.gather(first), codings.ids.gather(second), strict=True)
            units.append(those.common(left, right)[1])
        unit = np.unique(np.concatenate([*units, np.zeros(0, dtype=np.int64)]))
        person, case = snapshot.units.participant[unit], snapshot.units.case[unit]
        people = tuple(snapshot.participants.ids[at] for at in np.unique(person[person >= 0]))
        return people, tuple(snapshot.cases.ids[at] for at in np.unique(case[case >= 0])), tuple(sorted(ids))

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each two codes that come together, most participants first."""
        a, b = np.nonzero(np.triu(self.pairs, 1))
        labels = np.array([line.label for line in self.codes], dtype=object)
        frame = pl.DataFrame(
            {
                "left": [self.codes[n].id for n in a.tolist()], "right": [self.codes[n].id for n in b.tolist()],
                "left_label": pl.Series(labels[a].tolist(), dtype=pl.String),
                "right_label": pl.Series(labels[b].tolist(), dtype=pl.String),
                "cases": self.cases[a, b], "participants": self.participants[a, b],
                "left_participants": self.participants[a, a], "right_participants": self.participants[b, b],
                "pairs": self.pairs[a, b],
            }
        )  # fmt: skip
        order = ["participants", "cases", "pairs"]
        return frame.sort(order, descending=True, maintain_order=True)

    @property
    def title(self) -> str:
        """What the table is called."""
        if not self.options.within:
            return "Codes that overlap"
        return f"Codes within {self.options.within} {self.options.unit}"

    def table(self) -> Table:
        """One row for each two codes that come together."""
        columns = (
            Column("left", "Code"),
            Column("right", "With"),
            Column("cases", "Cases", "count"),
            Column("participants", "Participants", "count"),
            Column("left_participants", "of those with the code", "count"),
            Column("right_participants", "of those with the other", "count"),
            Column("pairs", "Pairs of codings", "count"),
        )  # fmt: skip
        names = ["left_label", "right_label", *(column.key for column in columns[2:])]
        return Table(
            title=self.title, columns=columns, rows=tuple(self.frame.select(names).iter_rows()), notes=self.notes()
        )  # fmt: skip

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(
            self.snapshot,
            "Participants in whose own words the two codes come together.",
            "Only pairs that one member made." if self.options.by_member else "",
            f"{self.unreviewed} unreviewed codings are left out." if self.unreviewed else "",
        )

    def chart(self) -> Figure:
        """A heat map of participants; both halves, so that a row can be read across."""
        rows = [
            (
                left.label,
                right.label,
                int(self.participants[a, b]) or None,
                int(self.cases[a, b]),
                int(self.pairs[a, b]),
            )
            for a, left in enumerate(self.codes)
            for b, right in enumerate(self.codes)
            if a != b
        ]
        names = ["row_label", "column_label", "participants", "cases", "pairs"]
        frame = pl.DataFrame(rows, schema=names, orient="row")
        labels = [line.label for line in self.codes]
        return charts.heat_map(
            frame, value="participants", text="participants", title=self.title, rows=labels, columns=labels,
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, codes, pairs, unreviewed, notes}`.

        A pair is `{left, right, cases, participants, left_participants, right_participants, pairs}` by code id;
        pairs that never come together are left out.
        """
        pairs = self.frame.drop("left_label", "right_label").to_dicts()
        return plain(
            {
                "analysis": "overlap", "version": self.snapshot.version, "options": self.options, "codes": self.codes,
                "pairs": pairs, "unreviewed": self.unreviewed, "notes": self.notes(),
            }
        )  # fmt: skip


def overlap(snapshot: Snapshot, options: OverlapOptions | None = None) -> Overlap:
    """Which codes come together.

    Raises:
        BadValueError: a negative distance.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or OverlapOptions()
    if options.within < 0:
        message = "`within` is a distance and cannot be negative."
        raise BadValueError(message)
    scope, tree = scope_of(snapshot, options), snapshot.codes
    named = range(len(tree)) if not options.codes else snapshot.found(tree, options.codes).tolist()
    numbers = np.array(sorted({place for name in named for place in tree.below(name)}), dtype=np.int64)
    chosen = (
        np.isin(snapshot.codings.code, numbers) if options.codes else np.ones(len(snapshot.codings), dtype=np.bool_)
    )
    chosen &= scope.sources[snapshot.codings.source]
    rows = snapshot.reading_order
    rows = rows[(scope.codings & chosen)[rows]]
    place = np.zeros(len(tree), dtype=np.int64)
    place[numbers] = np.arange(len(numbers))
    together = Together(
        snapshot, scope, rows, place, len(numbers), options.within, options.unit, by_member=options.by_member
    )
    pairs, participants, cases = together.counts()
    names = distinct_labels(tree)
    lines = tuple(Line(tree.ids[n], names[n], "code", tree.ids[n], int(tree.depth[n])) for n in numbers.tolist())
    unreviewed = int((scope.unreviewed & chosen).sum())
    return Overlap(options, together, lines, numbers, cases, participants, pairs, unreviewed)
