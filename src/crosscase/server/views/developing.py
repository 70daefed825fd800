"""Table 3 as it stands: themes, what each was developed from, and the evidence that people placed.

What a careful reader would get wrong: an independent coder is answered as everywhere, from their own codings alone.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.lineage import LineageOptions, ThemeRow
from crosscase.analyses.lineage import lineage as developed
from crosscase.model import Theme
from crosscase.model.table import Table
from crosscase.server.views.quoting import own_only
from crosscase.study import Study


class LineageHere(msgspec.Struct, frozen=True, kw_only=True):
    """Themes in reading order; `unplaced` are categories that feed no theme; `table` as reports print it."""

    version: str
    rows: tuple[ThemeRow, ...]
    unplaced: tuple[str, ...]
    notes: tuple[str, ...]
    table: Table | None


def lineage(study: Study, asked: LineageOptions) -> LineageHere:
    """Show from which categories themes were developed (Table 3)."""
    if not study.rows(Theme):
        return LineageHere(version=study.version, rows=(), unplaced=(), notes=(), table=None)
    own = own_only(study)
    options = msgspec.structs.replace(asked, members=(own,)) if own else asked
    found = developed(study.snapshot(), options)
    return LineageHere(
        version=found.snapshot.version, rows=found.rows, unplaced=found.unplaced, notes=found.notes(),
        table=found.table(),
    )  # fmt: skip
