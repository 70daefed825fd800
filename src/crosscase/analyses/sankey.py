"""Sankey diagrams: where the bands lie, from counts to coordinates, and the figure that draws them.

Nodes stand in two columns in the order in which they are given; a band leaves its node below the bands before it. Bands
are curves of the form 3t² - 2t³ (smoothstep), sampled at even steps, which a Vega-Lite area draws.

What a careful reader would get wrong: bands of nothing are drawn too, thin, so that a link nobody has backed with
evidence can be seen. `backed` tells them apart, not the width.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from crosscase.analyses import charts

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

_STEPS = 24
_GAP = 0.35
_THIN = 0.12
_ALONE = 0.6


def bands_laid(
    bands: Sequence[tuple[str, str, int]], left_alone: Sequence[str] = (), right_alone: Sequence[str] = ()
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Points of bands (`band`, `x` from 0 to 1, `low`, `high`, …) and nodes (`label`, `side`, `low`, `high`, `middle`).

    Args:
        bands: (from, to, how many).
        left_alone, right_alone: nodes without bands.
    """
    sides: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for one, other, count in bands:
        for side, label in ((0, one), (1, other)):
            sides[side][label] = sides[side].get(label, 0.0) + max(float(count), _THIN)
    for side, alone in ((0, left_alone), (1, right_alone)):
        for label in alone:
            sides[side].setdefault(label, _ALONE)
    gap = _GAP * max(1.0, max((size for side in sides for size in side.values()), default=1.0) / 4)
    total = max((sum(side.values()) + gap * (len(side) - 1) for side in sides if side), default=0.0)
    nodes: list[dict[str, Any]] = []
    top: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for side, held in enumerate(sides):
        at = (total - sum(held.values()) - gap * (len(held) - 1)) / 2 if held else 0.0
        for label, size in held.items():
            top[side][label] = at
            nodes.append({"label": label, "side": side, "low": at, "high": at + size, "middle": at + size / 2})
            at += size + gap
    points: list[dict[str, Any]] = []
    for number, (one, other, count) in enumerate(bands):
        size = max(float(count), _THIN)
        begin, end = top[0][one], top[1][other]
        top[0][one] += size
        top[1][other] += size
        for step in range(_STEPS + 1):
            t = step / _STEPS
            low = begin + (end - begin) * (3 * t * t - 2 * t**3)
            points.append(
                {
                    "band": number, "x": t, "low": low, "high": low + size, "from": one, "to": other, "count": count,
                    "backed": count > 0,
                }
            )  # fmt: skip
    return points, nodes


def sankey(
    bands: Sequence[tuple[str, str, int]],
    *,
    title: str,
    unit: str,
    left_alone: Sequence[str] = (),
    right_alone: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Two columns of things with a band between each two that are joined, as wide as it counts.

    Args:
        bands: (from, to, how many); one of nothing is drawn thin and grey.
        title: of the figure.
        unit: what is counted.
        left_alone, right_alone: things that nothing joins.
        notes: lines under the title.
    """
    import altair as alt

    points, nodes = bands_laid(bands, left_alone, right_alone)
    origins = list(dict.fromkeys(one for one, _, _ in bands))
    scale = alt.Scale(domain=origins, range=[charts.KINDS[n % len(charts.KINDS)] for n in range(len(origins))])
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.75, 1.75]))
    layers = []
    if points:
        frame = pl.DataFrame(points).with_columns(pl.lit(unit).alias("unit"))
        layers.append(
            alt.Chart(frame)
            .mark_area(opacity=0.55)
            .encode(
                x=x, y=alt.Y("low:Q", axis=None, scale=alt.Scale(reverse=True)), y2="high:Q", detail="band:N",
                color=alt.condition(
                    "datum.backed", alt.Color("from:N", scale=scale, legend=None), alt.value("#bbbbbb")
                ),
                tooltip=[alt.Tooltip("from:N"), alt.Tooltip("to:N"), alt.Tooltip("count:Q", title=unit)],
            )
        )  # fmt: skip
    ends: tuple[tuple[int, Literal["left", "right"], float], ...] = ((0, "right", -0.03), (1, "left", 1.03))
    for side, align, place in ends:
        here = [one | {"from_x": -0.02 if side == 0 else 1.0, "to_x": 0.0 if side == 0 else 1.02, "x": place}
                for one in nodes if one["side"] == side]  # fmt: skip
        if here:
            base = alt.Chart(pl.DataFrame(here))
            y = alt.Y("low:Q", axis=None, scale=alt.Scale(reverse=True))
            layers.append(
                base.mark_rect(color="#333333").encode(x=alt.X("from_x:Q", axis=None), x2="to_x:Q", y=y, y2="high:Q")
            )
            layers.append(
                base.mark_text(align=align, baseline="middle", limit=280).encode(
                    x=alt.X("x:Q", axis=None), y=alt.Y("middle:Q", axis=None), text="label:N"
                )
            )
    height = max(120, 26 * len(nodes))
    drawn = alt.LayerChart(layer=layers, title=charts.titled(title, notes), width=760, height=height)
    figure: alt.LayerChart = drawn.configure_view(stroke=None)
    return figure
