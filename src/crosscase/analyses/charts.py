"""Figures as Vega-Lite specifications, made with Altair.

Colours are told apart without red and green: for amounts one sequential scale of a single hue, for kinds the palette
of Okabe and Ito (2008). Orders are given, never left to the alphabet; denominators stand in the cells and in the
tooltips; words that made-up data must carry stand under the title.

Altair is imported when the first figure is made.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        layer=[cells, words], title=_titled(title, notes), height=alt.Step(20), width=alt.Step(52)
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

    chart = alt.Chart(frame, title=_titled(title, notes), height=alt.Step(18), width=420).mark_bar()
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


def _titled(title: str, notes: Sequence[str]) -> alt.TitleParams:
    import altair as alt

    return alt.TitleParams(text=title, subtitle=list(notes), anchor="start")
