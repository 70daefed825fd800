"""The frame: how many people were planned and recruited for each case and sampling role, and what the log says.

Places under and over their target say so in words. An empty place was *not recruited*; it is never 0 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from crosscase.analyses.recruitment import FrameTable, Place, frame
from crosscase.model.table import Cell, Column, Table
from crosscase.reports.document import Align, Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study

_LOG = (
    Column("role", "Sampling role"),
    Column("approached", "Approached", "count"),
    Column("declined", "Declined", "count"),
    Column("withdrew", "Withdrew", "count"),
    Column("recruited", "Recruited", "count"),
    Column("planned", "Planned", "count"),
)


def build(study: Study, options: Options) -> Part:  # noqa: ARG001 - every part is asked alike
    """The part."""
    snapshot = study.snapshot()
    heading = Heading("The frame")
    if not len(snapshot.cases) or not len(snapshot.roles):
        return Part((heading, note("There are no cases and sampling roles to plan for in this study yet.")))
    found = frame(snapshot)
    blocks: list[Block] = [heading, _planned(found)]
    if any(place.approached or place.declined or place.withdrew for place in found.places):
        blocks.append(_log(found))
    return Part(tuple(blocks))


def _planned(found: FrameTable) -> TableBlock:
    """Cases × sampling roles. Sums name a plan only where there is one."""
    table = found.table()
    roles = len(found.snapshot.roles)
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(table.rows[:-1]):
        places = found.places[number * roles : (number + 1) * roles]
        cells = [
            f"{cell}, {place.status}" if place.recruited and place.status in {"under", "over"} else cell
            for cell, place in zip(row[1:-1], places, strict=True)
        ]
        rows.append((row[0], *cells, _sum(places)))
    columns = [found.places[number::roles] for number in range(roles)]
    rows.append(("All", *map(_sum, columns), _sum(found.places)))
    planned = any(place.planned is not None for place in found.places)
    shown = msgspec.structs.replace(
        table,
        title="The frame: recruited of planned" if planned else "Participants recruited",
        rows=tuple(rows),
        notes=table.notes if planned else ("No targets were set.",),
    )
    centred: list[Align] = ["centre"] * (len(table.columns) - 1)
    return TableBlock(table=shown, aligns=("left", *centred), equal=True, strong=frozenset({len(rows) - 1}))


def _sum(places: Sequence[Place]) -> str:
    recruited = sum(place.recruited for place in places)
    planned = [place.planned for place in places if place.planned is not None]
    return f"{recruited} of {sum(planned)}" if planned else str(recruited)


def _log(found: FrameTable) -> TableBlock:
    """The recruitment log, by sampling role; the reasons in words below."""
    names = ("approached", "declined", "withdrew", "recruited", "planned")
    listing = found.snapshot.roles
    rows: list[tuple[Cell, ...]] = [
        (
            label,
            *(sum(getattr(place, name) or 0 for place in found.places if place.role == id) for name in names),
        )
        for id, label in zip(listing.ids, listing.labels, strict=True)
    ]  # fmt: skip
    rows.append(("All", *(sum(getattr(place, name) or 0 for place in found.places) for name in names)))
    reasons: Counter[tuple[str, str]] = Counter()
    for place in found.places:
        for step, reason, count in place.reasons:
            reasons[step, reason] += count
    said = [f"{step}, {reason}: {count}" for (step, reason), count in sorted(reasons.items())]
    notes = (f"Reasons given: {'; '.join(said)}.",) if said else ()
    table = Table(title="The recruitment log", columns=_LOG, rows=tuple(rows), notes=notes)
    return TableBlock(table=table, strong=frozenset({len(rows) - 1}))
