"""Table 3: from categories to themes, with the evidence that was placed, and why each category stands where it does.

Rival explanations and replication by case follow, where any are written down.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.lineage import LineageOptions, LineageTable, lineage
from crosscase.frames import Snapshot
from crosscase.model import Analysis, Id
from crosscase.model.table import Column, Table
from crosscase.reads.standing_against import replication_table, replications, rivals, rivals_table
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.reports.parts import standing
from crosscase.reports.parts.matrices import UNCOUNTED
from crosscase.reports.wording import listed
from crosscase.study import Study

_REASONS = (Column("theme", "Theme"), Column("origin", "Developed from"), Column("how", "How"), Column("reason", "Why"))


def build(study: Study, options: Options) -> Part:
    """The part: one table for each analysis that has themes."""
    snapshot = study.snapshot()
    heading = Heading("From categories to themes")
    wanted = snapshot.analyses.find(options.analysis) if options.analysis else -1
    with_themes = [
        number
        for number in range(len(snapshot.analyses))
        if number in snapshot.themes.analysis and wanted in (-1, number)
    ]
    if not with_themes:
        return Part((heading, note("There are no themes in this study yet.")))
    blocks: list[Block] = [heading]
    for number in with_themes:
        id = snapshot.analyses.ids[number]
        found = lineage(
            snapshot, LineageOptions(analysis=id, include_unreviewed=options.include_unreviewed)
        )  # fmt: skip
        analysis = study.get(Analysis, id)
        counted = analysis is None or analysis.family not in UNCOUNTED
        named = f" (“{snapshot.analyses.labels[number]}”)" if len(with_themes) > 1 else ""
        blocks += _tables(snapshot, found, named, counted=counted)
        blocks += standing.blocks(study, id, named)
    of = {
        id for id, number in zip(snapshot.themes.ids, snapshot.themes.analysis.tolist(), strict=True)
        if number in with_themes
    }  # fmt: skip
    return Part((*blocks, *_standing_against(study, of, all_of=wanted == -1)))


def _standing_against(study: Study, themes: set[Id], *, all_of: bool) -> list[Block]:
    """Rival explanations and replication, where there are any."""
    blocks: list[Block] = []
    against = [one for one in rivals(study.store) if one.about in themes or (all_of and one.about_kind == "code")]
    if against:
        table = rivals_table(against)
        # The last column is for looking a line up, which a reader of the report cannot.
        blocks.append(
            TableBlock(
                table=msgspec.structs.replace(
                    table, columns=table.columns[:-1], rows=tuple(row[:-1] for row in table.rows)
                )
            )
        )
    expected = [one for one in replications(study.store) if one.theme in themes]
    if expected:
        table = replication_table(expected)
        rows = tuple(
            ("" if n and row[0] == table.rows[n - 1][0] else row[0], *row[1:]) for n, row in enumerate(table.rows)
        )
        blocks.append(TableBlock(table=msgspec.structs.replace(table, rows=rows)))
    return blocks


def _tables(snapshot: Snapshot, found: LineageTable, named: str, *, counted: bool) -> list[Block]:
    table = found.table()
    # One category a line; what people are counted in is left away where the method family does not count.
    kept = [n for n, column in enumerate(table.columns) if counted or column.nature == "text"]
    rows = tuple(
        tuple(
            cell.replace("; ", ";\n") if n == 1 and isinstance(cell, str) else cell
            for n, cell in enumerate(row)
            if n in kept
        )
        for row in table.rows
    )
    notes = tuple(text for text in table.notes if text != snapshot.invented)
    shown = msgspec.structs.replace(
        table,
        title=f"Categories and the themes developed from them{named}",
        columns=tuple(table.columns[n] for n in kept),
        rows=rows,
        notes=notes,
    )
    blocks: list[Block] = [TableBlock(table=shown)]
    reasons = tuple(
        (row.label, origin.label, "taken in whole" if origin.whole else origin.how, " ".join(origin.reason.split()))
        for row in found.rows
        for origin in row.origins
        if origin.reason.strip()
    )
    # A theme is named once, in the first of its rows.
    reasons = tuple(
        ("" if number and row[0] == reasons[number - 1][0] else row[0], *row[1:]) for number, row in enumerate(reasons)
    )
    if reasons:
        unsaid = [origin.label for row in found.rows for origin in row.origins if not origin.reason.strip()]
        left = (f"No reason was written down for {listed(list(dict.fromkeys(unsaid)))}.",) if unsaid else ()
        table = Table(
            title=f"Why each category stands where it does{named}", columns=_REASONS, rows=reasons, notes=left
        )
        blocks.append(TableBlock(table=table))
    return blocks
