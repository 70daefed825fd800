"""Where coders differ, of which kind, and where in the text: what there is to discuss.

For every coding and every other coder who has read the same text for its code there is one of these: the same code on
the same place (no difference), or

* *confusion*: the other put another code there, which the first did not put there (at least half of the shorter of
the two stretches is shared); * *parent or child*: the other's code lies above or under it in the tree; * *borders*: the
same code, beginning or ending elsewhere; * *stance*: the same code, and only one of them says that it is not so;
* *omission*: the other put nothing of the kind there.

What a careful reader would get wrong: an omission is nobody's mistake yet. It may be that one of them overlooked it, or
that the other saw something that is not there, or that the definition lets both be right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.agreement.agreement import looked_at
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.voices import Gathered, Voice, gathered
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.errors import AmbiguousError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, joined, near_pairs, on_one_line
from crosscase.model import Id, goes_by
from crosscase.model.agreement import DifferenceKind, adjudication_id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

KINDS: tuple[DifferenceKind, ...] = ("confusion", "parent or child", "borders", "stance", "omission")


class DifferenceOptions(AgreementOptions, frozen=True, kw_only=True):
    """What to look for.

    Attributes:
        kinds: only these of `KINDS`.
        slack: borders that differ by no more than so many characters on either side are taken for the same.
        settled: also those that were adjudicated.
    """

    kinds: tuple[DifferenceKind, ...] = ()
    slack: int = 0
    settled: Literal["without", "with", "only"] = "with"


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One place where two differ.

    Attributes:
        id: the same whoever finds it; an adjudication of it has this id.
        start, end: code points of the source, from the first to the last character of either.
        one, other: labels of the voices; `code`, `instead`: names of their codes (`instead` is empty for an omission).
        coding, other_coding: ids; `left_out`: members who put nothing there, for an omission.
        outcome: what was decided; empty where nobody has.
    """

    id: Id
    kind: DifferenceKind
    source: Id
    source_name: str
    start: int
    end: int
    one: str
    other: str
    code_id: Id
    code: str
    instead_id: Id = ""
    instead: str = ""
    coding: Id
    other_coding: Id = ""
    left_out: tuple[Id, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, eq=False)
class Differences(Result):
    """Differences by kind and place."""

    snapshot: Snapshot
    options: DifferenceOptions
    rows: tuple[Difference, ...]
    voices: tuple[Voice, ...]
    before: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[tuple[str, str, str], int]:
        """How many there are of each kind, code and code instead, the most first."""
        found = Counter((one.kind, *_pair(one)) for one in self.rows)
        order = sorted(found, key=lambda each: (KINDS.index(each[0]), -found[each], each))
        return {each: found[each] for each in order}

    def find(self, name: str) -> Difference:
        """One by its id, or the end of it.

        Raises:
            NotFoundError, AmbiguousError: none or several have it.
        """
        fits = [one for one in self.rows if one.id == name or goes_by(one.id, name.lower())]
        kind = "difference"
        if not fits:
            raise NotFoundError(kind, name)
        if len(fits) > 1:
            raise AmbiguousError(kind, name, tuple(one.id for one in fits))
        return fits[0]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each."""
        names = [name for name in Difference.__struct_fields__ if name != "left_out"]
        rows = [tuple(getattr(one, name) for name in names) for one in self.rows]
        kinds = {name: pl.Int64 if name in {"start", "end"} else pl.String for name in names}
        return pl.DataFrame(rows, schema=kinds, orient="row")

    @property
    def title(self) -> str:
        """What the table is called."""
        return "Where perspectives differ" if self.options.by == "perspectives" else "Where coders differ"

    def summary(self) -> Table:
        """How many of each kind and codes."""
        columns = (
            Column("kind", "Kind"),
            Column("code", "Code"),
            Column("instead", "Beside"),
            Column("count", "Places", "count"),
        )
        rows = tuple((*each, count) for each, count in self.counts.items())
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def table(self) -> Table:
        """All of them by kind and place, without words."""
        from crosscase.model import short

        columns = (
            Column("kind", "Kind"), Column("code", "Code"), Column("one", "Put there by"), Column("instead", "Instead"),
            Column("other", "By"), Column("source_name", "Text"), Column("place", "At"), Column("outcome", "Decided"),
            Column("id", "Difference"),
        )  # fmt: skip
        rows = tuple(
            (
                one.kind, one.code, one.one, one.instead or "nothing", one.other, one.source_name,
                f"{one.start}-{one.end}", one.outcome, short(one.id),
            )
            for one in self.rows
        )  # fmt: skip
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        return notes_of(
            self.snapshot,
            "Only where both have read the text for the code; codings that were agreed afterwards are no part of it.",
            *self.before,
            "Perspectives differ in what they see; none of it is an error."
            if self.options.by == "perspectives"
            else "",
        )

    def chart(self) -> Figure:
        """Bars: how many of each kind, code by code."""
        counts = Counter((one.kind, one.code) for one in self.rows)
        rows = [(kind, code, count) for (kind, code), count in counts.items()]
        totals = Counter(one.code for one in self.rows)
        frame = pl.DataFrame(rows, schema={"kind": pl.String, "code": pl.String, "places": pl.Int64}, orient="row")
        return charts.bars(
            frame, label="code", value="places", title=self.title, kind="kind",
            kinds=[one for one in KINDS if one in {row[0] for row in rows}],
            order=[code for code, _ in totals.most_common()], notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, voices, differences, counts: [{kind, code, instead, places}], notes}`."""
        counts = [
            {"kind": kind, "code": code, "instead": instead, "places": count}
            for (kind, code, instead), count in self.counts.items()
        ]
        return plain(
            {
                "analysis": "differences", "version": self.snapshot.version, "options": self.options,
                "voices": self.voices, "differences": self.rows, "counts": counts, "notes": self.notes(),
            }
        )  # fmt: skip


def differences(
    snapshot: Snapshot, options: DifferenceOptions | None = None,
    perspectives: Mapping[str, Sequence[str]] | None = None, before: Sequence[str] = (),
) -> Differences:  # fmt: skip
    """Where coders differ, sorted by kind and place; under a reflexive analysis too, for it measures nobody.

    Raises:
        BadValueError: there are not two coders, or no codes.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or DifferenceOptions()
    found = gathered(snapshot, options, looked_at(snapshot, options.codes), perspectives or {})
    decided = dict(zip(snapshot.raw["adjudication"]["id"], snapshot.raw["adjudication"]["outcome"], strict=True))
    rows = [one for one in _found(snapshot, found, options.slack) if not options.kinds or one.kind in options.kinds]
    rows = [msgspec.structs.replace(one, outcome=decided.get(one.id, "")) for one in rows]
    if options.settled != "with":
        rows = [one for one in rows if bool(one.outcome) == (options.settled == "only")]
    place = {source: number for number, source in enumerate(snapshot.sources.ids)}
    rows.sort(key=lambda one: (KINDS.index(one.kind), place[one.source], one.start, one.end, one.code, one.id))
    return Differences(snapshot, options, tuple(rows), found.voices, tuple(before))


def _found(snapshot: Snapshot, found: Gathered, slack: int) -> list[Difference]:
    one, other, shared = _meetings(snapshot, found)
    same = found.code[one] == found.code[other]
    matched: Flags = np.zeros((len(found.source), len(found.voices)), dtype=np.bool_)
    matched[one[same], found.voice[other[same]]] = True
    matched[other[same], found.voice[one[same]]] = True
    rows = [_made(snapshot, found, *each) for each in _same_code(found, one[same], other[same], shared[same], slack)]
    between: Flags = ~same & ~matched[one, found.voice[other]] & ~matched[other, found.voice[one]]
    one, other, shared = one[between], other[between], shared[between]
    related = _related(snapshot, found.code[one], found.code[other])
    size = found.end - found.start
    enough = 2 * shared >= np.minimum(size[one], size[other])
    kept = np.flatnonzero(enough)
    kept = kept[_best(found, one[kept], other[kept], shared[kept])]
    met = np.zeros_like(matched)
    for row in kept.tolist():
        kind: DifferenceKind = "parent or child" if related[row] else "confusion"
        a, b = int(one[row]), int(other[row])
        met[a, found.voice[b]] = met[b, found.voice[a]] = True
        rows.append(_made(snapshot, found, kind, a, b))
    # Who put nothing of the kind where another did, and has read the text for the code.
    could = found.read[:, found.source, found.code].T
    could[np.arange(len(found.source)), found.voice] = False
    for row, voice in zip(*(each.tolist() for each in np.nonzero(could & ~matched & ~met)), strict=True):
        if not set(found.voices[voice].members) & {snapshot.members.ids[int(found.member[row])]}:
            rows.append(_made(snapshot, found, "omission", row, None, voice=voice))
    return rows


def _meetings(snapshot: Snapshot, found: Gathered) -> tuple[Ints, Ints, Ints]:
    """Codings of two voices that overlap, where each has read the text for the other's code; and by how much."""
    begin = on_one_line(found.source, found.start, snapshot.sources.length)
    end = begin + found.end - found.start
    ones: list[Ints] = []
    others: list[Ints] = []
    for one, other in near_pairs(begin, end):
        kept = (found.voice[one] != found.voice[other]) & (found.member[one] != found.member[other])
        kept &= found.read[found.voice[one], found.source[one], found.code[other]]
        kept &= found.read[found.voice[other], found.source[one], found.code[one]]
        ones.append(one[kept])
        others.append(other[kept])
    one, other = joined(ones), joined(others)
    # The lower voice first, so that whoever looks finds the same.
    turned = found.voice[one] > found.voice[other]
    one, other = np.where(turned, other, one), np.where(turned, one, other)
    return one, other, np.minimum(end[one], end[other]) - np.maximum(begin[one], begin[other])


def _related(snapshot: Snapshot, one: Ints, other: Ints) -> Flags:
    """One code lies above the other."""
    size = snapshot.codes.size
    under: Flags = (other > one) & (other < one + size[one])
    over: Flags = (one > other) & (one < other + size[other])
    return under | over


def _best(found: Gathered, one: Ints, other: Ints, shared: Ints) -> Ints:
    """Of each coding and other voice the pair that shares the most, once."""
    order = np.argsort(-shared, kind="stable")
    mine: set[tuple[int, int]] = set()
    kept: list[int] = []
    for row in order.tolist():
        a, b = int(one[row]), int(other[row])
        here, there = (a, int(found.voice[b])), (b, int(found.voice[a]))
        if here not in mine and there not in mine:
            mine |= {here, there}
            kept.append(row)
    return np.array(sorted(kept), dtype=np.int64)


def _same_code(
    found: Gathered, one: Ints, other: Ints, shared: Ints, slack: int
) -> list[tuple[DifferenceKind, int, int]]:
    """Borders and stance, of pairs with the same code."""
    far = np.maximum(np.abs(found.start[one] - found.start[other]), np.abs(found.end[one] - found.end[other]))
    rows: list[tuple[DifferenceKind, int, int]] = []
    for row in _best(found, one, other, shared).tolist():
        a, b = int(one[row]), int(other[row])
        if far[row] > slack:
            rows.append(("borders", a, b))
        if found.denied[a] != found.denied[b]:
            rows.append(("stance", a, b))
    return rows


def _made(
    snapshot: Snapshot, found: Gathered, kind: DifferenceKind, one: int, other: int | None, *, voice: int = -1
) -> Difference:
    codes, source = snapshot.codes, int(found.source[one])
    code, coding = int(found.code[one]), str(found.coding[one])
    start, end = int(found.start[one]), int(found.end[one])
    mine = found.voices[int(found.voice[one])].label
    shared: dict[str, Any] = {
        "kind": kind, "source": snapshot.sources.ids[source], "source_name": snapshot.sources.labels[source],
        "one": mine, "code_id": codes.ids[code], "code": codes.labels[code], "coding": coding,
    }  # fmt: skip
    if other is None:
        held = found.voices[voice]
        return Difference(
            id=adjudication_id(kind, coding, "", held.members), start=start, end=end, other=held.label,
            left_out=held.members, **shared,
        )  # fmt: skip
    theirs, instead = str(found.coding[other]), int(found.code[other])
    return Difference(
        id=adjudication_id(kind, coding, theirs, ()), start=min(start, int(found.start[other])),
        end=max(end, int(found.end[other])), other=found.voices[int(found.voice[other])].label,
        instead_id=codes.ids[instead], instead=codes.labels[instead], other_coding=theirs, **shared,
    )  # fmt: skip


def _pair(one: Difference) -> tuple[str, str]:
    """The two codes of a confusion in one order, whoever put which."""
    return (one.code, one.instead) if one.kind != "confusion" else tuple(sorted((one.code, one.instead)))  # type: ignore[return-value]  # two
