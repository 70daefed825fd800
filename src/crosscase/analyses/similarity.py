"""How alike cases are in what was said there: every two of them, groups of them, and a map.

Two cases are compared by the codes, categories or themes for which somebody was read in both. Three measures, each from
0 (nothing alike) to 1: *shared* (Jaccard 1901: of what either has, how much both have), *matching* (Sokal & Michener
1958: what both have and what both lack, of everything), *shares* (Gower 1971: one minus the mean difference of the
shares of participants). Groups by average linkage (Sokal & Michener 1958, UPGMA); the map by classical scaling
(Torgerson 1952).

What a careful reader would get wrong: all of it describes what was coded. What was not read on one side is left out of
that pair, so two pairs may rest on different codes; `over` says on how many. No number of clusters is found by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import numpy.typing as npt
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, what_axis
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.who import who_axis
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Measure = Literal["shared", "matching", "shares"]
Floats = npt.NDArray[np.float64]
_FEWEST = 3


class SimilarityOptions(Filters, frozen=True, kw_only=True):
    """What to hold against each other.

    Attributes:
        by: `cases`, `roles`, `participants`, a grouping or an attribute.
        of: `codes`, `categories` or `themes`; `codes`, `analysis` narrow them.
        measure: see the module.
        groups: into how many groups the tree is cut; none when 0.
    """

    by: str = "cases"
    of: str = "codes"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    measure: Measure = "shared"
    groups: int = 0


class Alike(msgspec.Struct, frozen=True, kw_only=True):
    """Two of them.

    Attributes:
        likeness: None where nothing was read on both sides, or neither has anything.
        over: on how many lines it rests.
        shared, only_left, only_right: labels of what both have, or one of them.
    """

    left: str
    right: str
    likeness: float | None
    over: int
    shared: tuple[str, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]


class MapPlace(msgspec.Struct, frozen=True, kw_only=True):
    """One on the map: its place (in units of unlikeness), and its group (from 1; 0 where none were asked for)."""

    label: str
    x: float
    y: float
    group: int


@dataclass(frozen=True, eq=False)
class Similarity(Result):
    """Every two lines.

    Attributes:
        lines: in their order; `order`: as the tree has them, the most alike beside each other.
        likeness: lines × lines, NaN where it cannot be told; `over` on how many lines each rests.
        joins: the tree: (left, right, unlikeness, size), later joins named by `len(lines) + their number`.
        placed: the map; `explained`: which part of the squared unlikeness its two directions hold.
    """

    snapshot: Snapshot
    options: SimilarityOptions
    lines: tuple[Line, ...]
    of_lines: tuple[Line, ...]
    has: npt.NDArray[np.bool_]
    read: npt.NDArray[np.bool_]
    likeness: Floats
    over: npt.NDArray[np.int64]
    order: tuple[int, ...]
    joins: tuple[tuple[int, int, float, int], ...]
    placed: tuple[MapPlace, ...]
    explained: float

    def pair(self, left: str, right: str) -> Alike:
        """Two of them, opened to what they share, each by key or label.

        Raises:
            NotFoundError: there is no such line.
        """
        return self._alike(self._find(left), self._find(right))

    def _find(self, name: str) -> int:
        for at, line in enumerate(self.lines):
            if name == line.key or name.casefold() == line.label.casefold():
                return at
        raise NotFoundError(self.options.by.rstrip("s"), name, tuple(line.label for line in self.lines[:3]))

    def _alike(self, one: int, other: int) -> Alike:
        both = self.read[one] & self.read[other]

        def named(flags: npt.NDArray[np.bool_]) -> tuple[str, ...]:
            return tuple(self.of_lines[at].label for at in np.flatnonzero(flags & both).tolist())

        left, right = self.has[one], self.has[other]
        value = float(self.likeness[one, other])
        return Alike(
            left=self.lines[one].label, right=self.lines[other].label, likeness=None if np.isnan(value) else value,
            over=int(self.over[one, other]), shared=named(left & right), only_left=named(left & ~right),
            only_right=named(right & ~left),
        )  # fmt: skip

    @property
    def pairs(self) -> tuple[Alike, ...]:
        """Every two, the most alike first."""
        every = [self._alike(one, other) for one in range(len(self.lines)) for other in range(one + 1, len(self.lines))]
        return tuple(sorted(every, key=lambda two: (two.likeness is None, -(two.likeness or 0), two.left, two.right)))

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each two of them."""
        rows = [
            {
                "left": two.left, "right": two.right, "likeness": two.likeness, "over": two.over,
                "shared": len(two.shared), "only_left": len(two.only_left), "only_right": len(two.only_right),
            }
            for two in self.pairs
        ]  # fmt: skip
        return pl.DataFrame(rows, infer_schema_length=None)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"How alike {self.options.by} are in {self.options.of}"

    def table(self) -> Table:
        """Every two of them, in the order of the tree; beside the likeness, on how many lines it rests."""
        columns = (
            Column("line", self.options.by.capitalize()),
            *(Column(self.lines[at].key, self.lines[at].label) for at in self.order),
        )
        rows = tuple(
            (self.lines[one].label, *("" if one == other else self._text(one, other) for other in self.order))
            for one in self.order
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def _text(self, one: int, other: int) -> str:
        value = float(self.likeness[one, other])
        return "–" if np.isnan(value) else f"{value:.2f} ({int(self.over[one, other])})"

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        how = {
            "shared": f"of the {self.options.of} that either has, how many both have (Jaccard 1901)",
            "matching": (
                f"of all {self.options.of} read in both, how many both have or both lack (Sokal & Michener 1958)"
            ),
            "shares": "one minus the mean difference of the shares of participants (Gower 1971)",
        }[self.options.measure]
        held = f"The map holds {100 * self.explained:.0f} % of the squared unlikeness in two directions."
        groups = (
            f"The tree is cut into {self.options.groups} groups because that was asked for."
            if self.options.groups
            else ""
        )
        return notes_of(
            self.snapshot,
            f"Cells: {how}; in brackets, on how many it rests. – : nothing was read on both sides.",
            groups,
            held if self.placed else "Too few to draw a map.",
            "This describes what was coded. It is no test, and says nothing of why.",
        )

    def chart(self) -> Figure:
        """The map: who lies near is alike."""
        frame = pl.DataFrame(
            [{"label": one.label, "x": one.x, "y": one.y, "group": str(one.group or "")} for one in self.placed],
            schema={"label": pl.String(), "x": pl.Float64(), "y": pl.Float64(), "group": pl.String()},
        )
        return charts.points(frame, title=self.title, x="x", y="y", label="label", kind="group", notes=self.notes())

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, lines, pairs, order, joins, placed, explained, notes}`; pairs as `Alike`."""
        return plain(
            {
                "analysis": "similarity", "version": self.snapshot.version, "options": self.options,
                "lines": self.lines, "pairs": self.pairs, "order": [self.lines[at].key for at in self.order],
                "joins": self.joins, "placed": self.placed, "explained": self.explained, "notes": self.notes(),
            }
        )  # fmt: skip


def similarity(snapshot: Snapshot, options: SimilarityOptions | None = None) -> Similarity:
    """Hold cases, groups or people against each other.

    Raises:
        BadValueError: there is only one, or more groups are asked for than there are lines.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or SimilarityOptions()
    what = what_axis(snapshot, options.of, codes=options.codes, analysis=options.analysis)
    who = who_axis(snapshot, options.by)
    if len(who.lines) < 2:
        message = f"There is only one line by {options.by}; it takes two to be alike."
        raise BadValueError(message)
    if not 0 <= options.groups <= len(who.lines):
        message = f"{options.groups} groups cannot be made of {len(who.lines)} {options.by}."
        raise BadValueError(message)
    block = block_of(counted_of(snapshot, what, scope_of(snapshot, options), words=False), who)
    own = [at for at, line in enumerate(what.lines) if not line.below]
    said, of = block.numbers["participants"][:, own], block.numbers["of_participants"][:, own]
    has, read = (block.numbers["cases"][:, own] > 0) | (said > 0), (of > 0) | (said > 0)
    share = np.divide(said, of, out=np.zeros(said.shape), where=of > 0)
    likeness, over = _likeness(options.measure, has, read, share)
    known = np.where(np.isnan(likeness), np.nanmean(likeness) if not np.isnan(likeness).all() else 0, likeness)
    unlike = 1 - known
    np.fill_diagonal(unlike, 0)
    joins, order, group = _tree(unlike, options.groups)
    places, explained = _scaled(unlike) if len(who.lines) >= _FEWEST else (None, 0.0)
    placed = (
        ()
        if places is None
        else tuple(
            MapPlace(label=line.label, x=float(places[at, 0]), y=float(places[at, 1]), group=group[at])
            for at, line in enumerate(who.lines)
        )
    )
    return Similarity(
        snapshot, options, who.lines, tuple(what.lines[at] for at in own), has, read, likeness, over, order, joins,
        placed, explained,
    )  # fmt: skip


def _likeness(
    measure: Measure, has: npt.NDArray[np.bool_], read: npt.NDArray[np.bool_], share: Floats
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Lines × lines; each two by what was read in both."""
    known = read.astype(np.float64)
    having = (has & read).astype(np.float64)
    both_read = known @ known.T
    both = having @ having.T
    if measure == "shared":
        one_has = having @ known.T
        either = one_has + one_has.T - both
        found = np.divide(both, either, out=np.full(both.shape, np.nan), where=either > 0)
        return found, both_read.astype(np.int64)
    if measure == "matching":
        lacking = known - having
        found = np.divide(both + lacking @ lacking.T, both_read, out=np.full(both.shape, np.nan), where=both_read > 0)
        return found, both_read.astype(np.int64)
    found = np.full(both.shape, np.nan)
    for at in range(len(share)):
        pair = read[at] & read
        apart = (np.abs(share - share[at]) * pair).sum(axis=1)
        found[at] = 1 - np.divide(apart, pair.sum(axis=1), out=np.full(len(share), np.nan), where=pair.any(axis=1))
    return found, both_read.astype(np.int64)


def _tree(unlike: Floats, groups: int) -> tuple[tuple[tuple[int, int, float, int], ...], tuple[int, ...], list[int]]:
    """Average linkage: the joins, the order of the leaves, and the group of each."""
    from scipy.cluster.hierarchy import fcluster, leaves_list, linkage
    from scipy.spatial.distance import squareform

    joined = linkage(squareform((unlike + unlike.T) / 2, checks=False), method="average", optimal_ordering=True)
    group = fcluster(joined, groups, criterion="maxclust").tolist() if groups else [0] * len(unlike)
    joins = tuple((int(one), int(other), float(apart), int(size)) for one, other, apart, size in joined.tolist())
    return joins, tuple(leaves_list(joined).tolist()), group


def _scaled(unlike: Floats) -> tuple[Floats, float]:
    """Classical scaling in two directions (Torgerson 1952), and which part of the squared unlikeness they hold.

    Directions are turned so that the largest place in each is positive: the map of the same study is the same map.
    """
    count = len(unlike)
    centred = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-centred @ (unlike**2) @ centred / 2)
    largest = np.argsort(values)[::-1][:2]
    lengths = np.maximum(values[largest], 0)
    places = vectors[:, largest] * np.sqrt(lengths)
    for at in range(places.shape[1]):
        if places[np.argmax(np.abs(places[:, at])), at] < 0:
            places[:, at] *= -1
    whole = np.maximum(values, 0).sum()
    return places, float(lengths.sum() / whole) if whole > 0 else 0.0
