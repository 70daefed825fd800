"""What a framework is asked for, and what one of its cells holds: summaries, how far they are, and what waits there."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.analyses.result import exposure_text
from crosscase.analyses.scope import Filters
from crosscase.model import Id

Rows = Literal["participants", "cases", "sets"]
State = Literal["written", "stale", "new material", "to write", "nothing to write"]
STATES: tuple[State, ...] = ("written", "stale", "new material", "to write", "nothing to write")


class FrameworkOptions(Filters, frozen=True, kw_only=True):
    """Which framework, and whose rows. Of a filter on members only their summaries are shown.

    Attributes:
        framework: by id, or name and version; may be left out where there is one.
        rows: `participants`, `cases` or `sets` (of participants).
    """

    framework: str = ""
    rows: Rows = "participants"


class SummaryHere(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A summary.

    Attributes:
        of: the theme or code it was written on; another than the column's where two things were made one.
        whose: identifier, code or name of its own row.
        member: who wrote it last.
        stale: what became of segments since it was looked at, and of how many: removed, recoded, moved or corrected.
        segments: the codings it rests on that are there; changed: those of them that are not what they were.
        new: codings in its own cell that came since it was written or looked at.
    """

    id: Id
    row_kind: str
    row: Id
    of: Id
    whose: str
    words: str
    member: str
    stale: dict[str, int]
    segments: tuple[Id, ...]
    changed: tuple[Id, ...]
    new: tuple[Id, ...]


class FrameworkCell(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A cell, opened.

    Attributes:
        own: what is written of the row itself; several where things that had a summary each were made one.
        members: of a case or set, what is written of its people.
        exposure: word → participants.
        codings: that lie in the cell and count; unreviewed: how many more nobody accepted yet.
        unused: those of `codings` that no summary shown here rests on.
        state: how far the row's own summary is.
    """

    row: str
    column: str
    own: tuple[SummaryHere, ...]
    members: tuple[SummaryHere, ...]
    exposure: dict[str, int]
    codings: tuple[Id, ...]
    unreviewed: int
    unused: tuple[Id, ...]
    state: State


def cell_text(cell: FrameworkCell) -> str:
    """A cell in words: its own summaries, then those of its people, then what has changed or which nothing it is."""
    parts = [_marked(one, one.words) for one in cell.own]
    parts += [_marked(one, f"({one.whose}) {one.words}") for one in cell.members]
    if parts:
        return "\n".join(parts)
    nothing = exposure_text(cell.exposure)
    waiting = len(cell.codings)
    segments = f"{waiting} segment{'' if waiting == 1 else 's'} not summarised" if waiting else ""
    apart = f"{cell.unreviewed} unreviewed" if cell.unreviewed else ""
    return "[" + "; ".join(part for part in (nothing, segments, apart) if part) + "]"


def _marked(one: SummaryHere, words: str) -> str:
    marks = [f"{count} {since}" for since, count in one.stale.items()]
    told = ([f"stale: {', '.join(marks)}"] if marks else []) + ([f"{len(one.new)} new"] if one.new else [])
    return f"{words} [{'; '.join(told)}]" if told else words
