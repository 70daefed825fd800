"""The figure of a configurational analysis: every case by its membership in a solution and in the outcome.

What a careful reader would get wrong: a case below the diagonal speaks against sufficiency as far as it lies below; one
at the bottom right is in the solution and has not the outcome at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from crosscase.analyses.charts import KINDS, titled
from crosscase.analyses.qca.truth_table import union

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure
    from crosscase.analyses.qca.inquiry import Qca


def plot(found: Qca) -> Figure:
    """Membership in the solution to the right, in the outcome upwards; on or above the diagonal it is sufficient."""
    import altair as alt

    solution = found.solution(found.options.solution)
    model = solution.models[0] if solution.models else None
    x = union(found.cases, tuple(term.term for term in model.terms)) if model else [0.0] * len(found.here)
    kinds = ["has it", "has it not"]
    frame = pl.DataFrame(
        {
            "case": [case.label for case in found.here], "solution": [float(one) for one in x],
            "outcome": [float(one) for one in found.cases.outcome],
            "kind": [kinds[int(one <= 0.5)] for one in found.cases.outcome],
        }
    ).with_columns(pl.col("case").sort().str.join(", ").over("solution", "outcome"))  # fmt: skip
    span = alt.Scale(domain=[0, 1])
    axes = {
        "x": alt.X("solution:Q", title=model.written if model else "no solution", scale=span),
        "y": alt.Y("outcome:Q", title=found.written, scale=span),
    }
    line = alt.Chart(pl.DataFrame({"solution": [0.0, 1.0], "outcome": [0.0, 1.0]})).mark_line(
        color="#999999", strokeDash=[4, 4]
    )
    shown = alt.Chart(frame)
    dots = shown.mark_point(size=70, filled=True, opacity=1).encode(
        **axes, tooltip=["case", "solution", "outcome"],
        color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=[KINDS[0], KINDS[1]]), title=found.written),
        shape=alt.Shape("kind:N", scale=alt.Scale(domain=kinds), title=found.written),
    )  # fmt: skip
    names = alt.Chart(frame.unique("case", maintain_order=True)).mark_text(align="left", dx=7, fontSize=10)
    return alt.LayerChart(
        layer=[line.encode(**axes), dots, names.encode(**axes, text="case:N")],
        title=titled(f"{found.title}: {solution.nature} solution", found.notes()[:2]), width=360, height=360,
    )  # fmt: skip
