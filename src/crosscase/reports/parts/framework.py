"""Frameworks as they are charted: who says what on a theme, in members' words, and what is behind an empty cell.

Rows in which nothing is written yet are left out and counted. What is told of participants who do not agree to
paraphrase is withheld.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.charting import FrameworkOptions, Rows
from crosscase.analyses.framework import FrameworkGrid, framework
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.reports.wording import counted, legend, shortened
from crosscase.study import Study

_ROWS: dict[str, Rows] = {"case": "cases", "set": "sets", "participant": "participants"}


def build(study: Study, options: Options) -> Part:
    """The part: each framework, by cases, sets and participants as far as anything is written of them."""
    snapshot = study.snapshot()
    blocks: list[Block] = [Heading("Framework")]
    wanted = _wanted(snapshot, options)
    if not wanted:
        return Part((*blocks, note("There is no framework with summaries in this study yet.")))
    refused = study.consents(on=options.on).refused("paraphrase")
    for number in wanted:
        known = snapshot.frameworks
        if len(wanted) > 1:
            blocks.append(Heading(known.labels[number], 2))
        kinds = {one.row_kind for one in known.cells[number]}
        for kind, rows in _ROWS.items():
            if kind in kinds:
                asked = FrameworkOptions(
                    framework=known.ids[number], rows=rows, include_unreviewed=options.include_unreviewed
                )  # fmt: skip
                try:
                    blocks += _shown(framework(snapshot, asked).withholding(refused))
                except BadValueError:  # no column is charted any more, or the set is gone
                    continue
    return Part(tuple(blocks))


def _wanted(snapshot: Snapshot, options: Options) -> list[int]:
    """Frameworks with summaries, of each name the last version; of one analysis where that was asked for."""
    known = snapshot.frameworks
    of = snapshot.analyses.ids[snapshot.analyses.find(options.analysis)] if options.analysis else ""
    last = {
        name: number
        for number, name in enumerate(known.names)
        if known.cells[number] and (not of or known.analysis[number] in (None, of))
    }
    return list(last.values())


def _shown(grid: FrameworkGrid) -> list[Block]:
    cells = grid.cells
    kept = [n for n, row in enumerate(cells) if any(cell.own for cell in row)]
    table = grid.table()
    rows = tuple(tuple(shortened(str(cell)) for cell in table.rows[n]) for n in kept)
    left = len(cells) - len(kept)
    word = {"participants": "participant", "cases": "case", "sets": "set"}[grid.options.rows]
    notes = (
        *(text for text in grid.notes() if text != grid.snapshot.invented),
        f"{counted(left, word)} of whom nothing is written yet left out." if left and word == "participant"
        else f"{counted(left, word)} of which nothing is written yet left out." if left else "",
        legend(str(cell) for row in rows for cell in row[1:]),
    )  # fmt: skip
    shown = msgspec.structs.replace(
        table, title=f"{grid.label}, by {grid.options.rows}", rows=rows, notes=tuple(filter(None, notes))
    )
    return [TableBlock(table=shown, equal=True)] if rows else []
