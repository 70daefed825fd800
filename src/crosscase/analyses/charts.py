"""Figures as Vega-Lite specifications, made with Altair.

Colours are told apart without red and green: for amounts one sequential scale of a single hue, for kinds the palette
of Okabe and Ito (2008). Orders are given, never left to the alphabet; denominators stand in the cells and in the
tooltips; words that made-up data must carry stand under the title.

Altair is imported when the first figure is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

if TYPE_CHECKING:
    import altair as alt

    Figure: TypeAlias = alt.Chart | alt.LayerChart

KINDS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")


def heat_map(
    frame: pl.DataFrame,
    *,
    value: str,
    text: str,
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    notes: Sequence[str] = (),
) -> Figure:
    """Cells shaded by a value; a cell without one is left white, so that nothing never looks like a low number.

    Args:
        frame: with `row_label`, `column_label`, the value and the text; further columns go into the tooltip.
        value: the column that is shaded.
        text: the column that stands in the cell.
        title: of the figure.
        rows, columns: labels in order.
        notes: lines under the title.
    """
    import altair as alt

    base = alt.Chart(frame).encode(
        x=alt.X(
            "column_label:N",
            sort=list(dict.fromkeys(columns)),
            title=None,
            axis=alt.Axis(labelAngle=-40, labelLimit=200),
        ),
        y=alt.Y("row_label:N", sort=list(dict.fromkeys(rows)), title=None, axis=alt.Axis(labelLimit=320)),
        tooltip=[alt.Tooltip(name) for name in frame.columns],
    )
    there = f"isValid(datum['{value}'])"
    shade = alt.Color(f"{value}:Q", scale=alt.Scale(scheme="blues", domainMin=0), title=value.replace("_", " "))
    # Dark letters would be lost on the darker half.
    high = float(frame[value].max() or 0)  # type: ignore[arg-type]  # a column of numbers
    dark = f"{there} && datum['{value}'] > {high * 0.55}"
    cells = base.mark_rect(stroke="#dddddd").encode(color=alt.condition(there, shade, alt.value("#f2f0eb")))
    words = base.mark_text(fontSize=9).encode(
        text=alt.Text(f"{text}:N"), color=alt.condition(dark, alt.value("#ffffff"), alt.value("#222222"))
    )
    return alt.LayerChart(
        layer=[cells, words], title=titled(title, notes), height=alt.Step(20), width=alt.Step(52)
    )  # fmt: skip


def bars(
    frame: pl.DataFrame,
    *,
    label: str,
    value: str,
    title: str,
    order: Sequence[str],
    kind: str = "",
    kinds: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Horizontal bars, stacked by a kind where one is given.

    Args:
        frame: one row for each bar, or piece of one; further columns go into the tooltip.
        label, value: columns for the bar and its length.
        title: of the figure.
        order: labels in order.
        kind, kinds: the column that colours the pieces, and its values in order.
        notes: lines under the title.
    """
    import altair as alt

    chart = alt.Chart(frame, title=titled(title, notes), height=alt.Step(18), width=420).mark_bar()
    encoding: dict[str, Any] = {
        "x": alt.X(f"{value}:Q", title=value.replace("_", " ")),
        "y": alt.Y(f"{label}:N", sort=list(dict.fromkeys(order)), title=None, axis=alt.Axis(labelLimit=320)),
        "tooltip": [alt.Tooltip(name) for name in frame.columns],
        "color": alt.value(KINDS[0]),
    }
    if kind:
        scale = alt.Scale(domain=list(kinds), range=[KINDS[n % len(KINDS)] for n in range(len(kinds))])
        encoding["color"] = alt.Color(f"{kind}:N", scale=scale, title=None)
    figure: alt.Chart = chart.encode(**encoding)
    return figure


def diverging(
    lines: Sequence[tuple[str, int, Mapping[str, int]]],
    *,
    steps: Sequence[str],
    title: str,
    notes: Sequence[str] = (),
) -> Figure:
    """Answers on a scale as bars that part at its middle: lower steps to the left, higher ones to the right.

    Half of a middle step stands on each side (Heiberger and Robbins 2014).

    Args:
        lines: label, how many answered, and how often each step was chosen.
        steps: from the lowest to the highest.
        title: of the figure.
        notes: lines under the title.
    """
    import altair as alt

    found = []
    for label, answered, counts in lines:
        share = [100 * counts[step] / answered for step in steps]
        half = len(steps) // 2
        at = -sum(share[:half]) - (share[half] / 2 if len(steps) % 2 else 0)
        for step, part in zip(steps, share, strict=True):
            found.append((label, step, counts[step], answered, round(part, 1), at, at + part))
            at += part
    names = ["label", "step", "people", "answered", "percent", "from", "to"]
    frame = pl.DataFrame(found, schema=names, orient="row")
    colours = _diverging(len(steps))
    figure: alt.Chart = (
        alt.Chart(frame, title=titled(title, notes), height=alt.Step(22), width=460)
        .mark_bar(stroke="#ffffff", strokeWidth=0.5)
        .encode(
            x=alt.X("from:Q", title="percent of those who answered", axis=alt.Axis(labelExpr="abs(datum.value)")),
            x2="to:Q",
            y=alt.Y("label:N", sort=[label for label, _, _ in lines], title=None, axis=alt.Axis(labelLimit=320)),
            color=alt.Color(
                "step:N", scale=alt.Scale(domain=list(steps), range=colours), sort=list(steps), title=None,
                legend=alt.Legend(orient="bottom", columns=len(steps), labelLimit=260),
            ),
            tooltip=[alt.Tooltip(name) for name in ("label", "step", "people", "answered", "percent")],
        )
    )  # fmt: skip
    return figure


def _diverging(steps: int) -> list[str]:
    """Orange through grey to blue, as many as there are steps."""
    low, high = ("#b35806", "#e08214", "#f1a340", "#fdc98a"), ("#9ecae1", "#6baed6", "#3182bd", "#08519c")
    half = steps // 2
    left = [low[round(n * (len(low) - 1) / max(half - 1, 1))] for n in range(half)]
    right = [high[len(high) - 1 - round(n * (len(high) - 1) / max(half - 1, 1))] for n in range(half)][::-1]
    return [*left, *(["#d9d9d9"] if steps % 2 else []), *right]


def points(
    frame: pl.DataFrame, *, x: str, y: str, label: str, title: str, kind: str = "", notes: Sequence[str] = ()
) -> Figure:  # fmt: skip
    """A map: points with their names beside them, in the same unit to the right and up, so that distances are true.

    Args:
        frame: one row for each point; further columns go into the tooltip. Points on one place share their names.
        x, y, label: columns for the place and the name.
        title: of the figure.
        kind: the column that gives them colour and shape, if any.
        notes: lines under the title.
    """
    import altair as alt

    ends = [(float(frame[side].min() or 0), float(frame[side].max() or 0)) for side in (x, y)]  # type: ignore[arg-type]  # numbers
    reach = max(high - low for low, high in ends) * 0.58 or 1.0
    middles = [(low + high) / 2 for low, high in ends]
    near = reach / 60
    frame = frame.with_columns(
        pl.col(label).sort().str.join(", ").over(*((pl.col(side) / near).round() for side in (x, y)))
    )
    sides: dict[str, Any] = {
        side: channel(
            f"{column}:Q", title=None, scale=alt.Scale(domain=[middle - reach, middle + reach], nice=False),
            axis=alt.Axis(labels=False, ticks=False, grid=False),
        )
        for side, channel, column, middle in zip(("x", "y"), (alt.X, alt.Y), (x, y), middles, strict=True)
    }  # fmt: skip
    dots: dict[str, Any] = {}
    if kind and frame[kind].n_unique() > 1:
        kinds = sorted(frame[kind].unique().to_list())
        scale = alt.Scale(domain=kinds, range=[KINDS[n % len(KINDS)] for n in range(len(kinds))])
        dots = {
            "color": alt.Color(f"{kind}:N", scale=scale, title=kind),
            "shape": alt.Shape(f"{kind}:N", scale=alt.Scale(domain=kinds), title=kind),
        }
    tooltip = [alt.Tooltip(name) for name in frame.columns]
    names = alt.Chart(frame.unique(label, maintain_order=True))
    layers = [
        alt.Chart(frame).mark_point(size=70, filled=True, opacity=1).encode(**sides, **dots, tooltip=tooltip),
        names.mark_text(align="left", dx=7, fontSize=10, color="#222222").encode(**sides, text=f"{label}:N"),
    ]
    return alt.LayerChart(layer=layers, title=titled(title, notes), height=400, width=400)


def titled(title: str, notes: Sequence[str]) -> alt.TitleParams:
    """A title with its notes under it."""
    import altair as alt

    return alt.TitleParams(text=title, subtitle=list(notes), anchor="start")
