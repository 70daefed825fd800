"""Where the selections of a REFI-QDA text lie in the text as the study has it.

The way of counting is the one that was chosen, or what crosscase itself wrote, or else the one that fits the text best
(`model.anchoring`). What stays doubtful is said, place by place.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscase.model.anchoring import Anchored, Inferred, Selected, anchor, infer
from crosscase.model.counting import STANDARD, Counting, Measured, counting_named, hinted
from crosscase.model.refi import Selection, SyncPoint
from crosscase.verbs.checks import counted
from crosscase.verbs.taking_refi import Counted

_OWN = "crosscase"
_NOWHERE = "They lie outside of the text."


class Settled(msgspec.Struct, frozen=True):
    """The places of the selections of one text, in their order; None: it lies nowhere in it.

    Attributes:
        told: how the positions were counted.
        doubts: places that are not sure, or were moved to where their words are: (place, what).
    """

    spans: tuple[tuple[int, int] | None, ...]
    told: Counted
    doubts: tuple[tuple[str, str], ...]


def settle(
    source: str, measured: Measured | None, selections: Sequence[Selection], chosen: str, origin: str
) -> Settled:
    """The places of the selections of one text.

    Args:
        source: what the text is called.
        measured: the text; None: there are no words of it.
        chosen: the name of a way of counting; empty: find out.
        origin: the program that wrote the project.

    Raises:
        UnknownCountingError: there is no such way.
    """
    if measured is None:
        what = "The project has no words of this text, so this is kept as it came and put nowhere."
        doubt = (counted(len(selections), "selection"), what)
        return Settled((None,) * len(selections), Counted(source, "", sure=True), (doubt,))
    known = [Selected(one.start, one.end, one.name or "") for one in selections]
    way = _settled_way(chosen, origin)
    if way is not None:
        inferred, why = Inferred(counting=way), "It was chosen." if chosen else "The file says so."
        starts, ends, off = measured.to_ours(way, [one.start for one in known], [one.end for one in known])
        # What lies outside of the text by the numbers that are known to hold lies nowhere in it.
        places = zip(starts.tolist(), ends.tolist(), off.tolist(), strict=True)
        placed = [Anchored(start, start if wrong else end) for start, end, wrong in places]
    else:
        inferred = infer(measured, known, origin=origin)
        why = inferred.said()
        placed = anchor(measured, known, inferred)
    doubts = tuple(
        (f"characters {one.start} to {one.end}", one.doubt or "It was moved to where its words are.")
        if one.start < one.end
        else (f"numbers {written.start} to {written.end}", f"{one.doubt or _NOWHERE} It is kept and put nowhere.")
        for written, one in zip(known, placed, strict=True)
        if one.doubt or one.how != "counted" or one.start >= one.end
    )
    spans = tuple((one.start, one.end) if one.start < one.end else None for one in placed)
    return Settled(spans, Counted(source, inferred.counting.said(), inferred.sure, why), doubts)


def _settled_way(chosen: str, origin: str) -> Counting | None:
    """The way that needs no finding out."""
    if chosen:
        return counting_named(chosen)
    return hinted(origin) or STANDARD if _OWN in origin.casefold() else None


def settle_points(raw: str, points: Sequence[SyncPoint], chosen: str, origin: str) -> tuple[SyncPoint, ...]:
    """Synchronisation points with their places in the text as the study has it."""
    way = _settled_way(chosen, origin) or hinted(origin) or STANDARD
    placed = [point for point in points if point.position is not None]
    if not placed or not raw:
        return tuple(points)
    starts, _, off = Measured(raw).to_ours(way, *([point.position or 0 for point in placed],) * 2)
    places = zip(placed, starts.tolist(), off.tolist(), strict=True)
    moved = {point.guid: at for point, at, wrong in places if not wrong}
    return tuple(
        msgspec.structs.replace(point, position=moved[point.guid]) if point.guid in moved else point for point in points
    )
