"""Table 1: what the cases are like.

A value that a case lacks is a dash in its own column, and a note names it; nothing moves up to fill the place.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.characteristics import characteristics
from crosscase.reports.document import Align, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study

_LACKING = "–"


def build(study: Study, options: Options) -> Part:  # noqa: ARG001 - every part is asked alike
    """The part."""
    snapshot = study.snapshot()
    heading = Heading("The cases")
    if not len(snapshot.cases):
        return Part((heading, note("There are no cases in this study yet.")))
    found = characteristics(snapshot)
    table = found.table()
    rows = tuple(tuple(_LACKING if cell is None else cell for cell in row) for row in table.rows)
    lacking = ("A dash: no value.",) if found.lacking else ()
    shown = msgspec.structs.replace(table, title="Case characteristics", rows=rows, notes=(*table.notes, *lacking))
    numbers = {
        variable.name for variable in snapshot.variables if variable.subject == "case" and variable.type == "number"
    }
    aligns: list[Align] = [
        "right" if column.nature != "text" or column.key in numbers else "left" for column in table.columns
    ]
    return Part((heading, TableBlock(table=shown, aligns=tuple(aligns))))
