"""Codings as arrays, and whose words each of them lies on.

Twins are counted once: of codings of the same member, code and place the one with the lowest id is kept, after
merged codes and members were followed. A coding lies on a unit when its stretch holds at least one of the
unit's own code points (`Speech`); on a joint interview it can lie on several, on an interviewer's words on none.

Two things to get wrong. A coding by rule is *unreviewed* until somebody accepts it. And the stretch on a unit's own
line (`own_from`, `own_to`) is not the stretch of the source: it has the interviewer's words taken out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import polars as pl

from crosscase.frames.codes import Codes
from crosscase.frames.intervals import Flags, Ints, expanded
from crosscase.frames.people import Members
from crosscase.frames.sources import Sources, Speech, Units
from crosscase.model import Id

_FEW = 200
_LISTED = 100_000
"""Of fewer codings all ids are kept as a list as well, some megabytes, once somebody asks for single ones."""


@dataclass(frozen=True, eq=False)
class Codings:
    """All codings that count, ordered by id.

    Attributes:
        ids: as a column of text.
        twins: codings that were left out → the number of the one that stands for them.
        source, code: numbers.
        member: number, -1 for a member who is no longer there.
        start, end: code points of the source; a whole source is all of its text, an area or time is empty.
        text: lies on text (a stretch, or the whole source).
        unreviewed: by rule and not accepted.
        denied: the passage says that it is not so.
        weight: 0 is none given.
    """

    ids: pl.Series
    twins: Mapping[Id, int]
    source: Ints
    code: Ints
    member: Ints
    start: Ints
    end: Ints
    text: Flags
    unreviewed: Flags
    denied: Flags
    weight: Ints

    def __len__(self) -> int:
        return len(self.source)

    def named(self, rows: list[int]) -> tuple[Id, ...]:
        """The ids of codings by number."""
        if len(self) < _LISTED:
            return tuple(map(self._listed.__getitem__, rows))
        # Polars takes as long to begin gathering as to hand over a hundred single values.
        return tuple(self.ids[row] for row in rows) if len(rows) < _FEW else tuple(self.ids[rows].to_list())

    @cached_property
    def _listed(self) -> list[Id]:
        return self.ids.to_list()


@dataclass(frozen=True, eq=False)
class Lies:
    """Which coding lies on which unit, ordered by coding and unit; each pair once.

    Attributes:
        own_from, own_to: the stretch on the unit's own line, in code points. Both 0 for areas and times.
        first: for each coding its first row here, and at the end how many rows there are.
    """

    coding: Ints
    unit: Ints
    own_from: Ints
    own_to: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.coding)


def codings_of(raw: pl.DataFrame, codes: Codes, sources: Sources, members: Members) -> Codings:
    """The codings; those on a source or with a code that is no longer there are left out."""
    source, code = sources.numbers(raw["source"]), codes.numbers(raw["code"])
    member = members.numbers(raw["member"])
    whole = (raw["place"] == "whole").to_numpy()
    text = whole | (raw["place"] == "text").to_numpy()
    start = np.where(text & ~whole, raw["start"].to_numpy(), 0)
    end = np.where(whole, np.append(sources.length, 0)[source], np.where(text, raw["end"].to_numpy(), 0))
    numbers = pl.DataFrame({"source": source, "code": code, "member": member, "start": start, "end": end})
    kept, dropped, stands = _firsts(raw, numbers)
    twins = dict(zip(raw["id"].gather(dropped).to_list(), np.searchsorted(kept, stands).tolist(), strict=True))
    rule = (raw["origin"] == "rule").to_numpy() & raw["accepted"].is_null().to_numpy()
    denied = (raw["stance"] == "no").to_numpy()
    return Codings(
        raw["id"].gather(kept), twins, source[kept], code[kept], member[kept], start[kept], end[kept], text[kept],
        rule[kept], denied[kept], raw["weight"].to_numpy()[kept],
    )  # fmt: skip


def _firsts(raw: pl.DataFrame, numbers: pl.DataFrame) -> tuple[Ints, Ints, Ints]:
    """The rows that count (source and code known, first by id of its twins), the twins left out, the first of each."""
    source, code, member = (numbers[name].to_numpy() for name in ("source", "code", "member"))
    here = (source >= 0) & (code >= 0)
    # Numbers tell nearly all codings apart. Areas and times have more to them, and those of members who are no
    # longer there go by the id that is written, since nobody can say that two of them are one person.
    plain = here & (member >= 0) & (raw["place"] == "text").to_numpy()
    first = _first_of_each(numbers.with_row_index("row").filter(pl.Series(plain)))
    rest = raw.select(
        "place", "from_ms", "to_ms", "area",
        pl.when(pl.Series(member) < 0).then(pl.col("member")).otherwise(pl.lit("")).alias("unknown"),
    )  # fmt: skip
    rest = pl.concat([numbers, rest], how="horizontal").with_row_index("row").filter(pl.Series(here & ~plain))
    both = pl.concat([first, _first_of_each(rest)])
    row, stands = both["row"].to_numpy().astype(np.int64), both["first"].to_numpy().astype(np.int64)
    same = row == stands
    return np.sort(row[same]), row[~same], stands[~same]


def _first_of_each(rows: pl.DataFrame) -> pl.DataFrame:
    """Row numbers, and for each the first row that is the same in everything else."""
    keys = [name for name in rows.columns if name != "row"]
    first = rows.unique(keys, keep="first", maintain_order=True)
    if len(first) == len(rows):
        return rows.select("row", pl.col("row").alias("first"))
    joined = rows.join(first, on=keys, how="left", nulls_equal=True, maintain_order="left")
    return joined.select("row", pl.col("row_right").alias("first"))


def without_idle(units: Units, speech: Speech, lies: Lies) -> tuple[Units, Speech, Lies]:
    """The same without the units of nobody's that hold no words and no codings, which are most."""
    kept = units.participant >= 0
    kept[speech.unit] = True
    kept[lies.unit] = True
    number = np.cumsum(kept) - 1
    first = np.zeros(len(units) + 1, dtype=np.int64)
    np.cumsum(kept, out=first[1:])
    fewer = Units(units.participant[kept], units.source[kept], units.case[kept], first[units.first])
    return (
        fewer,
        replace(speech, unit=number[speech.unit]),
        replace(lies, unit=number[lies.unit]),
    )


def lies_of(codings: Codings, sources: Sources, units: Units, speech: Speech) -> Lies:
    """On whose words each coding lies."""
    count = units.first[codings.source + 1] - units.first[codings.source]
    coding, unit = expanded(units.first[codings.source], count)
    own_from = speech.own(unit, codings.start[coding])
    own_to = speech.own(unit, codings.end[coding])
    holds = own_to > own_from
    # An area of a page, or a stretch of time, has no words; it belongs to whom the source is about.
    about = units.participant[unit] == sources.participant[codings.source[coding]]
    placed = ~codings.text[coding] & about
    holds |= placed
    coding, unit = coding[holds], unit[holds]
    own_from, own_to = own_from[holds], own_to[holds]
    off = placed[holds]
    own_from[off] = own_to[off] = 0
    first = np.searchsorted(coding, np.arange(len(codings) + 1)).astype(np.int64)
    return Lies(coding, unit, own_from, own_to, first)
