"""A matrix as an Excel file whose numbers lead to their quotations."""

from __future__ import annotations

from pathlib import Path

from crosscase.analyses.crossed import Matrix
from crosscase.exporters.linked_book import linked_workbook, passage_columns
from crosscase.exporters.tables import write_whole
from crosscase.model import Coding
from crosscase.model.table import Cell, Table
from crosscase.reads.codings import coding_lines
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.data_tables import codings_out
from crosscase.reports.result_files import numbers
from crosscase.study import Study


def write_linked_matrix(study: Study, matrix: Matrix, path: Path, outgoing: Outgoing) -> None:
    """Write a matrix with the passages behind each cell; what consent does not cover is withheld there."""
    table = matrix.table()
    head = len(table.rows) - len(matrix.rows)
    codings = study.rows(Coding)
    lines, _ = codings_out(outgoing, coding_lines(study.store, codings), codings)
    by_id = {line.id: line for line in lines}
    links: dict[tuple[int, int], int] = {}
    rows: list[tuple[Cell, ...]] = []
    for row, line in enumerate(matrix.rows):
        for column, across in enumerate(matrix.columns):
            behind = [by_id[one] for one in matrix.cell(row, column).coding_ids if one in by_id]
            if not behind:
                continue
            links[row + head, column + 1] = len(rows)
            rows += [
                (
                    f"{line.label} × {across.label}", one.quote, ", ".join(one.participants), one.case, one.source,
                    one.code, one.member, one.start, one.end,
                )
                for one in behind
            ]  # fmt: skip
    passages = outgoing.table(
        Table(title="Quotations", columns=passage_columns(), rows=tuple(rows)), verbatim=("quote",)
    )
    more = [outgoing.table(numbers(matrix, table.notes))]
    write_whole(path, linked_workbook(outgoing.table(table), passages, links, more))
