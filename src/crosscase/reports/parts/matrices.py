"""Who said what: categories × cases, × sampling roles, × the primary grouping, and themes × cases.

A cell gives participants coded, of participants read. Where nobody said it, the cell says in words which kinds of
nothing that is; a legend under the table explains them. Nothing rests on colour.

Themes are counted only in analyses whose method family counts: in reflexive thematic analysis and grounded theory a
number of people is no measure of a theme, and none is offered.
"""

from __future__ import annotations

from crosscase.analyses.matrix import Matrix, MatrixOptions, matrix
from crosscase.analyses.result import label_of
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.model import Analysis
from crosscase.model.table import Column, Table
from crosscase.reports.document import Align, Block, Heading, Part, TableBlock, note, plain
from crosscase.reports.options import Options
from crosscase.reports.wording import cell_text, legend, listed
from crosscase.study import Study

UNCOUNTED = ("reflexive TA", "grounded theory")
"""Method families in which themes are not counted."""


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    first, *others = asked_for(snapshot, options)
    blocks: list[Block] = [Heading("Who said what")]
    try:
        blocks += _shown(matrix(snapshot, first))
    except BadValueError as nothing:
        return Part((*blocks, note(nothing.message)))
    by_primary = [asked for asked in others if asked.columns == "primary"]
    for asked in others:
        if asked not in by_primary:
            blocks += _shown(matrix(snapshot, asked))
    blocks += _themes(study, snapshot, options)
    for asked in by_primary:
        blocks += _shown(matrix(snapshot, asked))
    return Part(tuple(blocks))


def asked_for(snapshot: Snapshot, options: Options) -> list[MatrixOptions]:
    """Which matrices a study is shown by; of categories where there are any, else of codes."""
    rows = "categories" if snapshot.codes.category.any() else "codes"
    columns = ["cases", "roles"] if len(snapshot.roles) else ["cases"]
    if snapshot.primary is not None:
        columns.append("primary")
    return [
        MatrixOptions(rows=rows, columns=column, words=False, include_unreviewed=options.include_unreviewed)
        for column in columns
    ]


def _themes(study: Study, snapshot: Snapshot, options: Options) -> list[Block]:
    blocks: list[Block] = []
    wanted = snapshot.analyses.find(options.analysis) if options.analysis else -1
    for number, analysis in enumerate(snapshot.analyses.ids):
        row = study.get(Analysis, analysis)
        if row is None or number not in snapshot.themes.analysis or wanted not in (-1, number):
            continue
        if row.family in UNCOUNTED:
            blocks.append(plain(f"The themes of “{row.name}” are not counted: it follows {row.family}."))
            continue
        asked = MatrixOptions(
            rows="themes",
            columns="cases",
            analysis=analysis,
            words=False,
            include_unreviewed=options.include_unreviewed,
        )
        blocks += _shown(matrix(snapshot, asked), row.name if len(snapshot.analyses) > 1 else "")
    return blocks


def _shown(found: Matrix, analysis: str = "") -> list[Block]:
    across = found.snapshot.primary.name if found.options.columns == "primary" and found.snapshot.primary else ""
    what = found.options.rows.capitalize()
    names = {"cases": "cases", "roles": "sampling roles"}
    title = f"{what} by {across or names[found.options.columns]}" + (f" (“{analysis}”)" if analysis else "")
    kept, empty = _kept(found)
    top = min((found.rows[number].depth for number in kept), default=0)
    columns = [Column("row", what)]
    columns += [Column(line.key, "All" if line.kind == "all" else line.label) for line in found.columns]
    rows = []
    for number in kept:
        line = found.rows[number]
        name = "  " * (line.depth - top) + label_of(line)
        rows.append((name, *(cell_text(found, number, at) for at in range(len(found.columns)))))
    invented = found.snapshot.invented
    notes = (
        *(text for text in found.notes() if text != invented),
        legend(str(cell) for row in rows for cell in row[1:]),
        f"Nobody has placed evidence under {listed([f'“{label}”' for label in empty])}." if empty else "",
    )
    table = Table(title=title, columns=tuple(columns), rows=tuple(rows), notes=tuple(filter(None, notes)))
    centred: list[Align] = ["centre"] * len(found.columns)
    aligns: tuple[Align, ...] = ("left", *centred)
    return [Heading(title, 2), TableBlock(table=table, aligns=aligns, equal=True)]


def _kept(found: Matrix) -> tuple[list[int], list[str]]:
    """The rows that say something, and the themes that are left out because they have no evidence.

    A row with what lies below is left out where nothing lies there, because it would be the same row twice.
    """
    numbers = found.numbers
    anything = numbers["codings"] + numbers["unreviewed"] + numbers["nowhere"]
    kept: list[int] = []
    empty: list[str] = []
    for number, line in enumerate(found.rows):
        if line.below and all((of[number] == of[number - 1]).all() for of in numbers.values()):
            continue
        if line.kind == "theme" and not anything[number].any():
            empty.append(line.label)
            continue
        kept.append(number)
    return kept, empty
