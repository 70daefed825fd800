"""Figures: the matrix of categories by cases as a heat map, and the frame.

Every cell of the heat map has its number in it, so nothing rests on colour; the same numbers stand in the tables.
"""

from __future__ import annotations

import json
from typing import Any

from crosscase.analyses.matrix import matrix
from crosscase.analyses.recruitment import frame
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.reports.document import Block, Figure, Heading, Part, note
from crosscase.reports.options import Options
from crosscase.reports.parts.matrices import asked_for
from crosscase.study import Study

_QUIET: dict[str, Any] = {"background": "#ffffff", "font": "Arial, Liberation Sans, sans-serif"}


_MOST_ROWS, _MOST_COLUMNS = 60, 30
"""More cannot be read in a figure on a page."""


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    blocks = (*_matrix(snapshot, options), *_frame(snapshot))
    return Part((Heading("Figures"), *(blocks or (note("There is nothing to draw yet."),))))


def _matrix(snapshot: Snapshot, options: Options) -> list[Block]:
    asked = asked_for(snapshot, options)[0]
    try:
        found = matrix(snapshot, asked)
    except BadValueError:
        return []
    if not found.numbers["of_participants"].any():
        return [note("Nothing has been read to the end yet, so there are no shares to draw.")]
    if len(found.rows) > _MOST_ROWS or len(found.columns) > _MOST_COLUMNS:
        return [
            note(f"{len(found.rows)} rows and {len(found.columns)} columns are too many for a figure; see the table.")
        ]
    what = asked.rows.capitalize()
    return [
        figure(
            found.chart(),
            f"{what} by cases",
            f"Heat map: {len(found.rows)} rows of {asked.rows} by {len(found.columns)} columns, cases and all. Each "
            "cell gives participants coded, of participants read; the same numbers stand in the table.",
            "The darker a cell, the larger the part of the participants who said it; a white cell has no denominator.",
        )
    ]


def _frame(snapshot: Snapshot) -> list[Block]:
    if not snapshot.plan.has_target.any() or not len(snapshot.participants):
        return []
    return [
        figure(
            frame(snapshot).chart(),
            "The frame: recruited of planned",
            f"Heat map: {len(snapshot.cases)} cases by {len(snapshot.roles)} sampling roles. Each cell gives people "
            "recruited and planned; the same numbers stand in the table.",
            "The darker a cell, the larger the part of the planned people who were recruited.",
        )
    ]


def figure(chart: Any, caption: str, alt: str, *notes: str) -> Figure:
    """A figure made from an Altair chart; its title becomes the caption."""
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec.pop("title", None)
    spec["config"] = {**spec.get("config", {}), **_QUIET}
    return Figure(spec=json.dumps(spec, sort_keys=True, ensure_ascii=False), caption=caption, alt=alt, notes=notes)
