"""What one group says more than another: only differences that hold, and how many do not.

A difference is printed when its direction stays the same without each case, each coder and each participant, and
however it is counted. The others are counted, not listed: a table of everything would invite fishing for the largest.
"""

from __future__ import annotations

from crosscase.analyses.contrasts import Contrast, ContrastOptions, contrasts
from crosscase.errors import BadValueError
from crosscase.model.table import Column, Table
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study

_COLUMNS = (
    Column("label", "What was said"), Column("more", "More in"), Column("more_said", "there"),
    Column("less", "Less in"), Column("less_said", "there"), Column("words", "Words per 1,000"),
    Column("checks", "Survives"),
)  # fmt: skip


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    heading = Heading("Contrasts between groups")
    if snapshot.primary is None:
        return Part((heading, note("This study has no primary grouping, so there are no groups to contrast.")))
    rows = "categories" if snapshot.codes.category.any() else "codes"
    asked = ContrastOptions(of=rows, include_unreviewed=options.include_unreviewed)
    try:
        found = contrasts(snapshot, asked).contrasts
    except BadValueError as nothing:
        return Part((heading, note(nothing.message)))
    holding = [one for one in found if one.robust]
    holding.sort(key=lambda one: -abs(one.difference or 0))
    depending = sum(not one.robust and one.direction in ("more left", "more right") for one in found)
    unknown = sum(one.direction == "cannot say" for one in found)
    blocks: list[Block] = [heading]
    notes = (
        f"Of {len(found)} contrasts of {rows} by {snapshot.primary.name}, {len(holding)} hold; {depending} depend on a "
        f"case, a coder, a participant or the way of counting and are not shown"
        + (f"; of {unknown} nothing can be said yet." if unknown else "."),
        "Cells: cases, and participants coded of participants read. A difference holds when its direction stays the "
        "same with any one case, coder or participant left out, and counted by cases, words or turns instead. It is no "
        "test.",
    )
    table = Table(
        title=f"Differences by {snapshot.primary.name} that hold", columns=_COLUMNS, rows=tuple(map(_row, holding)),
        notes=notes,
    )  # fmt: skip
    blocks.append(TableBlock(table=table) if holding else note(notes[0]))
    return Part(tuple(blocks))


def _row(one: Contrast) -> tuple[str, ...]:
    more, less = (one.left_side, one.right_side), (one.left, one.right)
    if one.direction == "more right":
        more, less = more[::-1], less[::-1]
    said = [f"{side.cases}/{side.of_cases} cases, {side.participants}/{side.of_participants}" for side in more]
    rates = " : ".join("–" if side.per_thousand is None else f"{side.per_thousand:.1f}" for side in more)
    return one.label, less[0], said[0], less[1], said[1], rates, one.robustness.removeprefix("survives ")
