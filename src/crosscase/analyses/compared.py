"""How far comparison has gone: for each category what was compared, between which cases, and what was not.

A pair of cases counts as compared for a category when a segment of the one was set beside a segment of the other, or a
segment beside all of the category, or the two cases as wholes. The pairs that there are, are those of cases in which
the category was found. Beside it: what was decided, properties with a segment at each end, relations, and how many
comparisons there have been since the last one that brought a new property.

What a careful reader would get wrong: that last number is not saturation. It counts what was done, and says nothing of
what another pair would have shown. Nor does a full row make it constant comparison, which is a way of working through a
whole study, or grounded theory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import what_axis
from crosscase.analyses.pairs import segments, whose
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.who import everyone
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.bench import Compared
from crosscase.model import Id
from crosscase.model.comparisons import Decision
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

DECISIONS: tuple[str, ...] = get_args(Decision)
SAID = (
    "Comparing pairs is not by itself constant comparison, which goes through a whole study, and techniques borrowed "
    "from grounded theory do not make a study one."
)
_NAMED = 4


class ComparedOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which categories; without any, all that are taken up as categories or were compared.

    Attributes:
        member: only this member's codings.
    """

    categories: tuple[str, ...] = ()
    member: Id = ""


class CategoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One category.

    Attributes:
        segments: its codings on text, with those under it.
        cases: in which it was found, with their ids; pairs: of these; compared: pairs of them that were; done, left:
            those that were, and those that were not.
        decisions: how many comparisons of each decision.
        since: comparisons since the last that brought a new property; None where none ever did.
        properties: with how many of them have a segment at both ends.
        relations: with how many of them rest on nothing any more.
    """

    id: Id
    label: str
    segments: int
    cases: int
    case_ids: tuple[Id, ...]
    pairs: int
    compared: int
    done: tuple[tuple[str, str], ...]
    left: tuple[tuple[str, str], ...]
    comparisons: int
    decisions: dict[str, int]
    since: int | None
    properties: int
    with_both_ends: int
    relations: int
    ungrounded: int
    comparison_ids: tuple[Id, ...]


class CoreRow(msgspec.Struct, frozen=True, kw_only=True):
    """The core category of an analysis, and how much it covers.

    Attributes:
        related: other categories that a relation joins to it, of `others`; apart: those that none does.
        cases, participants: in which it was found, of those read for it.
    """

    analysis: Id
    analysis_label: str
    id: Id
    label: str
    related: int
    others: int
    apart: tuple[str, ...]
    cases: int
    of_cases: int
    participants: int
    of_participants: int
    coding_ids: tuple[Id, ...]


@dataclass(frozen=True, eq=False)
class ComparedTable(Result):
    """Categories in reading order, and the core categories of analyses."""

    snapshot: Snapshot
    options: ComparedOptions
    rows: tuple[CategoryRow, ...]
    core: tuple[CoreRow, ...]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each category, decisions in columns."""
        found = [
            {
                "category": row.id, "category_label": row.label, "segments": row.segments, "cases": row.cases,
                "pairs": row.pairs, "compared": row.compared, "comparisons": row.comparisons,
                **{f"decided_{name}": row.decisions[name] for name in DECISIONS}, "since_last_property": row.since,
                "properties": row.properties, "with_both_ends": row.with_both_ends, "relations": row.relations,
            }
            for row in self.rows
        ]  # fmt: skip
        return pl.DataFrame(found, infer_schema_length=None)

    def opened(self, row: int, column: str = "") -> tuple[Id, ...]:
        """The comparisons behind a number: all of a category, or those of one decision."""
        by_id = {one.id: one for one in self.snapshot.bench.comparisons}
        ids = self.rows[row].comparison_ids
        return tuple(one for one in ids if column not in DECISIONS or by_id[one].decision == column)

    def table(self) -> Table:
        """One row for each category."""
        columns = (
            Column("category", "Category"), Column("compared", "Pairs of cases compared"), Column("left", "Not yet"),
            Column("segments", "Segments", "count"), Column("comparisons", "Comparisons", "count"),
            *(Column(name, name.capitalize(), "count") for name in DECISIONS),
            Column("since", "Since the last new property"), Column("properties", "Properties"),
            Column("relations", "Relations", "count"),
        )  # fmt: skip
        rows: tuple[tuple[Any, ...], ...] = tuple(
            (
                row.label, f"{row.compared} of {row.pairs}", _left(row.left), row.segments, row.comparisons,
                *(row.decisions[name] for name in DECISIONS), "none yet" if row.since is None else str(row.since),
                f"{row.properties}, {row.with_both_ends} with both ends" if row.properties else "", row.relations,
            )
            for row in self.rows
        )  # fmt: skip
        return Table(title="How far comparison has gone", columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        bare = [row.label for row in self.rows if row.ungrounded]
        return notes_of(
            self.snapshot,
            "Pairs are those of cases in which the category was found.",
            SAID,
            f"Relations that rest on no segment any more: {'; '.join(bare)}." if bare else "",
            *(_core_note(one) for one in self.core),
        )

    def chart(self) -> Figure:
        """Bars of what was decided, for each category."""
        found = [
            {"category": row.label, "decision": name, "comparisons": row.decisions[name]}
            for row in self.rows
            for name in DECISIONS
        ]
        return charts.bars(
            pl.DataFrame(found), label="category", value="comparisons", title="What comparing decided",
            order=[row.label for row in self.rows], kind="decision", kinds=DECISIONS, notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, rows, core, notes}`; rows carry the fields of `CategoryRow`."""
        return plain(
            {
                "analysis": "compared", "version": self.snapshot.version, "options": self.options, "rows": self.rows,
                "core": self.core, "notes": self.notes(),
            }
        )  # fmt: skip


def compared(
    snapshot: Snapshot, options: ComparedOptions | None = None, made: Mapping[Id, int] | None = None
) -> ComparedTable:
    """How far comparison has gone.

    Args:
        made: when comparisons were made (ms since 1970); those not in it come first, by id.

    Raises:
        BadValueError: there are no categories.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or ComparedOptions()
    codes, bench = snapshot.codes, snapshot.bench
    named = [codes.find(name) for name in options.categories]
    used = {one.category for one in bench.comparisons} - {-1}
    taken_up = set(np.flatnonzero(codes.category & ~codes.retired).tolist())
    places = sorted(set(named) or used | taken_up)
    if not places:
        message = "There are no codes that were taken up as categories yet. Take one up: codebook … category."
        raise BadValueError(message)
    order = sorted(bench.comparisons, key=lambda one: ((made or {}).get(one.id, 0), one.id))
    rows = tuple(_row(snapshot, place, order, options.member) for place in places)
    core = tuple(_core(snapshot, analysis, code) for analysis, code in sorted(bench.core.items()))
    return ComparedTable(snapshot, options, rows, core)


def _row(snapshot: Snapshot, place: int, order: list[Compared], member: Id) -> CategoryRow:
    codes, bench = snapshot.codes, snapshot.bench
    below = set(codes.below(place))
    own = [one for one in order if one.category in below]
    rows = segments(snapshot, place, member)
    case, _ = whose(snapshot, rows)
    cases = sorted(set(case.tolist()) - {-1})
    pairs = set(combinations(cases, 2))
    done = {pair for one in own for pair in _case_pairs(snapshot, one, cases)} & pairs
    labels = snapshot.cases.labels
    properties = [one for one in bench.properties if one.category in below]
    relations = [one for one in bench.relations if one.category in below or one.to in below]
    return CategoryRow(
        id=codes.ids[place], label=codes.labels[place], segments=len(rows), cases=len(cases),
        case_ids=tuple(snapshot.cases.ids[one] for one in cases), pairs=len(pairs), compared=len(done),
        done=tuple((labels[a], labels[b]) for a, b in sorted(done)),
        left=tuple((labels[a], labels[b]) for a, b in sorted(pairs - done)), comparisons=len(own),
        decisions={name: sum(one.decision == name for one in own) for name in DECISIONS}, since=_since(own),
        properties=len(properties), with_both_ends=sum(one.low >= 0 and one.high >= 0 for one in properties),
        relations=len(relations), ungrounded=sum(not one.codings for one in relations),
        comparison_ids=tuple(one.id for one in own),
    )  # fmt: skip


def _since(own: list[Compared]) -> int | None:
    """Comparisons after the last one whose property no earlier one had named; None without any."""
    seen: set[Id] = set()
    last = None
    for number, one in enumerate(own):
        if one.decision == "extends" and one.outcome not in seen:
            seen.add(one.outcome)
            last = number
    return None if last is None else len(own) - 1 - last


def _case_pairs(snapshot: Snapshot, one: Compared, cases: list[int]) -> set[tuple[int, int]]:
    """The pairs of cases that a comparison set beside each other."""
    sides = [_cases_of(snapshot, side, cases) for side in (one.one, one.other)]
    return {(min(a, b), max(a, b)) for a in sides[0] for b in sides[1] if a != b}


def _cases_of(snapshot: Snapshot, side: tuple[str, Id], cases: list[int]) -> list[int]:
    kind, thing = side
    if kind == "case":
        return [snapshot.cases.number[thing]]
    if kind == "coding":
        row = snapshot.codings.ids.search_sorted(thing)
        return [case for case in whose(snapshot, np.array([row], dtype=np.int64))[0].tolist() if case >= 0]
    if kind == "turn":
        source = snapshot.raw["turn"].filter(pl.col("id") == thing)["source"].to_list()
        found = [int(snapshot.sources.case[snapshot.sources.number[one]]) for one in source]
        return [case for case in found if case >= 0]
    return cases if kind == "code" else []


def _core(snapshot: Snapshot, analysis: int, code: int) -> CoreRow:
    codes = snapshot.codes
    below = set(codes.below(code))
    others = [n for n in np.flatnonzero(codes.category & ~codes.retired).tolist() if n not in below]
    joined = {end for one in snapshot.bench.relations for end in (one.category, one.to)
              if {one.category, one.to} & below}  # fmt: skip
    what = what_axis(snapshot, "codes", codes=(codes.ids[code],))
    line = 1 if len(what.lines) > 1 and what.lines[1].below else 0
    block = block_of(counted_of(snapshot, what, scope_of(snapshot, Filters()), words=False), everyone(snapshot))
    numbers = {name: int(block.numbers[name][0, line]) for name in
               ("cases", "of_cases", "participants", "of_participants")}  # fmt: skip
    rows = segments(snapshot, code)
    return CoreRow(
        analysis=snapshot.analyses.ids[analysis], analysis_label=snapshot.analyses.labels[analysis],
        id=codes.ids[code], label=codes.labels[code], related=sum(n in joined for n in others), others=len(others),
        apart=tuple(codes.labels[n] for n in others if n not in joined), **numbers,
        coding_ids=tuple(snapshot.codings.ids.gather(rows)),
    )  # fmt: skip


def _left(left: tuple[tuple[str, str], ...]) -> str:
    named = ", ".join("–".join(pair) for pair in left[:_NAMED])
    return f"{named} and {len(left) - _NAMED} more" if len(left) > _NAMED else named


def _core_note(one: CoreRow) -> str:
    apart = f" Not related to it: {'; '.join(one.apart)}." if one.apart else ""
    return (
        f"Core category of {one.analysis_label}: {one.label}, found in {one.cases} of {one.of_cases} cases and "
        f"{one.participants} of {one.of_participants} participants; related to {one.related} of {one.others} other "
        f"categories.{apart}"
    )
