"""Every two cases side by side: how much they share, and what was written about the pairs."""

from __future__ import annotations

from crosscase.analyses.case_pairs import PairLine, Pairs, PairsOptions, pairs
from crosscase.errors import BadValueError
from crosscase.model.table import Column, Table
from crosscase.reports.document import Align, Block, Heading, Part, TableBlock, note, plain
from crosscase.reports.options import Options
from crosscase.study import Study


def build(study: Study, options: Options) -> Part:
    """The part: one square table by categories (or codes), and the pairs that are written up."""
    snapshot = study.snapshot()
    heading = Heading("Pairs of cases")
    of = "categories" if snapshot.codes.category.any() else "codes"
    try:
        found = pairs(snapshot, PairsOptions(of=of, include_unreviewed=options.include_unreviewed))
    except BadValueError as nothing:
        return Part((heading, note(nothing.message)))
    blocks: list[Block] = [heading, _square(found, of)]
    for row in found.rows:
        if row.words:
            done = "" if row.done else " (begun)"
            blocks.append(Heading(f"{row.left_label} and {row.right_label}{done}", 2))
            blocks.append(plain(_numbers(row, of)))
            blocks += [plain(" ".join(text.split())) for text in row.words.split("\n\n") if text.strip()]
    return Part(tuple(blocks))


def _square(found: Pairs, of: str) -> TableBlock:
    rows = {frozenset((row.left, row.right)): row for row in found.rows}
    lines = found.cases
    body = []
    for number, line in enumerate(lines):
        cells = []
        for other, across in enumerate(lines):
            row = rows.get(frozenset((line.id, across.id)))
            # Each pair stands once, below the diagonal.
            cells.append("" if row is None or other >= number else f"{row.shared}/{row.of}" + ("*" if row.done else ""))
        body.append((line.label, *cells))
    columns = (Column("case", "Case"), *(Column(line.key, line.label) for line in lines[:-1]))
    notes = (
        *(text for text in found.notes() if text != found.snapshot.invented),
        f"Cells: {of} that both cases have, of those in which something can be said of both. *: written up.",
    )
    table = Table(
        title=f"What every two cases share, by {of}", columns=columns,
        rows=tuple(row[: len(columns)] for row in body[1:]), notes=notes,
    )  # fmt: skip
    centred: list[Align] = ["centre"] * (len(columns) - 1)
    return TableBlock(table=table, aligns=("left", *centred), equal=True)


def _numbers(row: PairLine, of: str) -> str:
    return (
        f"Of {row.of} {of} that can be compared, both have {row.shared}; only {row.left_label} has {row.only_left}, "
        f"only {row.right_label} {row.only_right}, and neither {row.neither}."
        + (f" Of {row.cannot_say} nothing can be said." if row.cannot_say else "")
    )
