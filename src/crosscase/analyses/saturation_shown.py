"""Saturation in words: its tables, its notes and its curve.

What a careful reader would get wrong: *reached* in few of the random orders means that it was reached by luck of the
calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscase.analyses.charts import KINDS, titled
from crosscase.analyses.result import notes_of
from crosscase.analyses.saturation_curves import NEVER, PERCENTILES
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure
    from crosscase.analyses.saturation import Saturation
    from crosscase.analyses.saturation_asked import Show

_MOST_NAMED = 8


def table(found: Saturation, show: Show) -> Table:
    """One of its tables."""
    made: dict[Show, Callable[[Saturation], Table]] = {
        "interviews": _interviews, "runs": _runs, "meaning": _meaning, "groups": _groups
    }  # fmt: skip
    return made[show](found)


def _interviews(found: Saturation) -> Table:
    columns = (
        Column("place", "", "count"), Column("interview", "Interview"), Column("date", "Held"),
        Column("codes", "Codes in it", "count"), Column("new", "New", "count"), Column("so_far", "So far", "count"),
        Column("band", "In other orders"), Column("new_codes", "What was new"),
    )  # fmt: skip
    bands = found.band.T.tolist() if len(found.orders) else [None] * len(found.rows)
    rows = tuple(
        (
            at, row.label, row.date or "not known", row.codes, row.new, row.so_far,
            f"{one[1]} ({one[0]}–{one[2]})" if one else "–", _named(row.new_codes),
        )
        for at, (row, one) in enumerate(zip(found.rows, bands, strict=True), 1)
    )  # fmt: skip
    return Table(title=found.title, columns=columns, rows=rows, notes=found.notes())


def _named(codes: tuple[str, ...]) -> str:
    more = f" and {len(codes) - _MOST_NAMED} more" if len(codes) > _MOST_NAMED else ""
    return ", ".join(codes[:_MOST_NAMED]) + more


def _runs(found: Saturation) -> Table:
    """Runs of interviews, each with what it brought as a share of the base."""
    columns = (
        Column("run", "Interviews"), Column("new", "New codes", "count"), Column("percent", "Of the base", "percent"),
        Column("reached", "At or below the threshold"),
    )  # fmt: skip
    base, length = found.options.base_size, found.options.run_length
    rows = tuple(
        (
            f"{base + at + 1}–{base + at + length}" if length > 1 else f"{base + at + 1}",
            int(found.new[base + at : base + at + length].sum()), 100 * ratio,
            f"reached at {found.runs.written}" if base + at == found.runs.reached
            else "yes" if 100 * ratio <= found.options.threshold + 1e-9 else "no",
        )
        for at, ratio in enumerate(found.runs.ratios)
    )  # fmt: skip
    return Table(title=f"{found.title}: runs", columns=columns, rows=rows, notes=found.notes())


def _meaning(found: Saturation) -> Table:
    """Categories with how many nuances they have, and which interview brought the last."""
    columns = (
        Column("category", "Category"), Column("first", "First said in"), Column("nuances", "Nuances", "count"),
        Column("half", "Half of them by"), Column("last", "The last in"), Column("what", "What they are"),
    )  # fmt: skip
    rows = tuple(
        (
            one.label, _at(found, one.first), len(one.nuances) or None,
            _at(found, one.nuances[(len(one.nuances) - 1) // 2].place) if one.nuances else "nothing written down",
            _at(found, one.last) if one.nuances else "",
            _named(tuple(f"{each.label} ({each.place + 1})" for each in one.nuances)),
        )
        for one in found.meaning
    )  # fmt: skip
    bare = sum(not one.nuances for one in found.meaning)
    notes = notes_of(
        found.snapshot,
        "Nuances are what members wrote down: codes under a category, segments at the ends of its properties, and "
        "segments that a comparison found to extend it, to split it or to begin something new. Numbers are places of "
        "interviews in the order held.",
        f"Of {len(found.meaning)} categories {bare} have nothing written down: of these nothing can be said."
        if bare
        else "",
        "Without nuances there is no meaning saturation to speak of. Compare, and write properties down "
        "(crosscase bench)."
        if found.meaning and bare == len(found.meaning)
        else "",
    )
    return Table(title="Saturation of meaning", columns=columns, rows=rows, notes=notes)


def _at(found: Saturation, place: int) -> str:
    return f"{place + 1}: {found.rows[place].label}" if place >= 0 else "not said"


def _groups(found: Saturation) -> Table:
    """Each group by itself."""
    columns = (
        Column("group", found.options.by.capitalize() or "Group"), Column("interviews", "Interviews", "count"),
        Column("codes", "Codes", "count"), Column("reached", "Saturation"), Column("orders", "In random orders"),
    )  # fmt: skip
    rows = []
    for one in found.by_group:
        said = f"too few to say ({one.interviews} of at least {found.least})"
        if one.runs is not None:
            said = f"reached at {one.runs.written}" if one.runs.written else "not reached"
            said = said if one.runs.base else "nothing was coded in the base"
        orders = "" if one.of_orders is None else f"in {one.of_orders:,} of {found.options.orders:,}"
        rows.append((one.label, one.interviews, one.codes, said, orders))
    notes = found.notes()
    if not found.options.by:
        notes = (*notes, "No groups were asked for: name an axis, such as roles, cases or primary.")
    return Table(
        title=f"{found.title}, by {found.options.by or 'group'}", columns=columns, rows=tuple(rows), notes=notes
    )


def shuffled(found: Saturation) -> dict[str, Any]:
    """In how many random orders saturation was reached, and after how many interviews (5th, 50th, 95th percentile)."""
    there = found.reached[found.reached != NEVER]
    at = np.percentile(there, PERCENTILES, method="closest_observation").tolist() if len(there) else []
    return {"orders": len(found.reached), "reached": len(there), "after": [int(one) for one in at]}


def nuances_so_far(found: Saturation) -> list[int]:
    """For each interview how many nuances had appeared."""
    first = [each.place for one in found.meaning for each in one.nuances]
    return np.cumsum(np.bincount(first, minlength=len(found.rows))).tolist() if found.rows else []


def notes(found: Saturation) -> list[str]:
    """What has to be known of all its tables."""
    options, total = found.options, int(found.new.sum())
    said = [
        f"{len(found.rows)} interviews, read to the end; {total} {options.of} appear in them."
        + (
            f" Not counted, because nobody read them to the end: {_named(found.meetings.unread)}."
            if found.meetings.unread
            else ""
        )
        + (
            f" Left out, because not all of these interviews were read for them: {_named(found.found.late)}."
            if found.found.late
            else ""
        )
    ]
    said.append(_reached(found))
    if len(found.orders):
        of = shuffled(found)
        where = f", after {of['after'][1]} (5 to 95 in 100: {of['after'][0]}–{of['after'][2]})" if of["after"] else ""
        said.append(
            f"In {of['reached']:,} of {of['orders']:,} random orders (seed {options.seed}) it is reached{where}. "
            "“In other orders”: the median, and between which nine in ten lie."
        )
    if found.unaccepted:
        said.append(f"{found.unaccepted} codings by rule that nobody accepted are not counted.")
    where_from = _order(found)
    if where_from:
        said.append(where_from)
    said.append(
        "Saturation is of these interviews as they were coded: it does not say that nothing else is to be heard, and "
        "finer coding is saturated later."
    )
    return said


def _reached(found: Saturation) -> str:
    options, runs = found.options, found.runs
    how = (
        f"Base {options.base_size}, run {options.run_length}, threshold {options.threshold:g} % of the base "
        "(Guest, Namey & Chen 2020)"
    )
    if len(found.rows) < found.least:
        return f"{how}: too few to say ({len(found.rows)} interviews of at least {found.least})."
    if not runs.base:
        return f"{how}: nothing was coded in the base, so that there is nothing to compare with."
    if runs.written:
        return f"{how}: in the order held, saturation is reached at {runs.written}; the base had {runs.base}."
    return f"{how}: in the order held, it is not reached; the last run brought {100 * runs.ratios[-1]:.0f} %."


def _order(found: Saturation) -> str:
    undated, tied = found.meetings.undated, found.meetings.tied
    parts = []
    if undated:
        parts.append(
            f"{undated} of {len(found.rows)} interviews have no date and stand behind the others by name: the order "
            "held is not known for them"
        )
    if tied:
        parts.append(f"{tied} share their date with another and stand by name")
    return ("; ".join(parts) + ".") if parts else ""


def curve(found: Saturation, of: str) -> Figure:
    """What had appeared, codes or nuances: the line in the order held, the band of nine in ten random orders."""
    import altair as alt

    frame = found.frame
    so_far, low, median, high = (
        ("nuances_so_far", "nuances_low", "nuances_median", "nuances_high")
        if of == "nuances"
        else ("so_far", "low", "median", "high")
    )
    top = max(int(frame[so_far].max() or 0), 1)  # type: ignore[arg-type]
    x = alt.X("place:Q", title="interviews", scale=alt.Scale(domain=[1, max(len(frame), 2)]))
    y = alt.Y(f"{so_far}:Q", title=f"{of} so far", scale=alt.Scale(domain=[0, top]))
    layers: list[Any] = []
    if len(found.orders):
        band = alt.Chart(frame).mark_area(color=KINDS[4], opacity=0.35)
        layers.append(band.encode(x=x, y=alt.Y(f"{low}:Q", title=None), y2=high))
        dashes = alt.Chart(frame).mark_line(color="#777777", strokeDash=[4, 3])
        layers.append(dashes.encode(x=x, y=alt.Y(f"{median}:Q", title=None)))
    line = alt.Chart(frame).mark_line(color=KINDS[0], interpolate="step-after", point=True)
    layers.append(line.encode(x=x, y=y, tooltip=["place", "interview", "date", so_far, low, median, high]))
    said = (_reached(found),) if of != "nuances" else ()
    under = notes_of(
        found.snapshot, *said, "Line: the order held. Band: nine in ten random orders; dashes: their median."
    )
    title = "Saturation of meaning" if of == "nuances" else found.title
    return alt.LayerChart(layer=layers, title=titled(title, under), width=460, height=260)
