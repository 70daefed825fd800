"""Table 2: the sample by sampling role, gender, age and case, with subtotals by the primary grouping.

Every row is checked: sampling roles, genders and ages must add up to the same number of people. One row that does
not, and the table is not printed; the report names the row instead.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

import msgspec

from crosscase.analyses.sample import SampleMarginsError, SampleOptions, SampleTable, sample
from crosscase.frames import Snapshot
from crosscase.reports.document import Block, Heading, Notice, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.reports.wording import listed
from crosscase.study import Study

_ASKED_FOR: Final[tuple[tuple[str, ...], ...]] = (
    ("gender", "gender identity", "sex"),
    ("age", "age group", "age band", "age range"),
)


def build(study: Study, options: Options) -> Part:  # noqa: ARG001 - every part is asked alike
    """The part."""
    snapshot = study.snapshot()
    heading = Heading("The sample")
    if not len(snapshot.participants):
        return Part((heading, note("There are no participants in this study yet.")))
    by = described(snapshot)
    try:
        found = sample(snapshot, SampleOptions(by=by))
    except SampleMarginsError as differ:
        return Part((heading, Notice(differ.message)))
    blocks: list[Block] = [heading, _table(found)]
    missing = [names[0] for names in _ASKED_FOR if not set(names) & {name.casefold() for name in by}]
    if missing:
        blocks.append(note(f"Participants have no attribute {' or '.join(missing)} in this study."))
    return Part(tuple(blocks))


def described(snapshot: Snapshot) -> tuple[str, ...]:
    """The attributes of participants that describe a sample: gender and age, under the names they go by."""
    names = {v.name.casefold(): v.name for v in snapshot.variables if v.subject == "participant"}
    return tuple(chain.from_iterable([names[name] for name in asked if name in names][:1] for asked in _ASKED_FOR))


def _table(found: SampleTable) -> TableBlock:
    table = found.table()
    subtotals = {id(row) for row in found.subtotals}
    rows = tuple(
        (f"Subtotal, {cells[0]}", *cells[1:]) if id(row) in subtotals else cells
        for row, cells in zip(found.in_order, table.rows, strict=True)
    )
    strong = frozenset(
        number for number, row in enumerate(found.in_order) if id(row) in subtotals or row is found.total
    )  # fmt: skip
    over = (("", 1), *((section.name.capitalize(), len(section.labels)) for section in found.sections), ("", 1))
    title = f"Sample by {listed([*(section.name for section in found.sections), 'case'])}"
    return TableBlock(table=msgspec.structs.replace(table, title=title, rows=rows), over=over, strong=strong)
