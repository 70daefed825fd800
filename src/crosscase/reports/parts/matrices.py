"""Who said what: categories × cases, × sampling roles, × the primary grouping, and themes × cases.

A first row says who there is. A cell gives participants coded, of participants read, and says in words which kinds of
nothing stand behind the others; a legend under the table explains them. Nothing rests on colour.

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
from crosscase.reports.wording import cases_text, cell_text, legend, listed, people_text
from crosscase.study import Study

_UNREAD = (
    "Nobody has read a source to the end yet, so there is nothing to divide by: only who was coded by a person is "
    "counted. Codings by rule stand apart until somebody accepts them."
)

UNCOUNTED = ("reflexive TA", "grounded theory")
"""Method families in which themes are not counted."""


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    first, *others = asked_for(snapshot, options)
    blocks: list[Block] = [Heading("Who said what")]
    if not snapshot.reads.finished.any():
        blocks.append(plain(_UNREAD))
    try:
        blocks += shown_matrix(matrix(snapshot, first))
    except BadValueError as nothing:
        return Part((*blocks, note(nothing.message)))
    by_primary = [asked for asked in others if asked.columns == "primary"]
    for asked in others:
        if asked not in by_primary:
            blocks += shown_matrix(matrix(snapshot, asked))
    blocks += _themes(study, snapshot, options)
    for asked in by_primary:
        blocks += shown_matrix(matrix(snapshot, asked))
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
        blocks += shown_matrix(matrix(snapshot, asked), row.name if len(snapshot.analyses) > 1 else "")
    return blocks


def shown_matrix(found: Matrix, analysis: str = "", *, called: str = "") -> list[Block]:
    """A matrix with its heading, everybody in the last columns; `called` otherwise than by its axes."""
    across = found.snapshot.primary.name if found.options.columns == "primary" and found.snapshot.primary else ""
    what = found.options.rows.capitalize()
    names = {"cases": "cases", "roles": "sampling roles"}
    title = called or f"{what} by {across or names[found.options.columns]}" + (f" (“{analysis}”)" if analysis else "")
    kept, empty = _kept(found)
    # The last column of a matrix is everybody; cases lead there, in a column of their own.
    everybody = len(found.columns) - 1
    columns = [Column("row", what), *(Column(line.key, line.label) for line in found.columns[:-1])]
    columns += [Column("cases", "Cases"), Column("all", "All")]
    people = [people_text(found, at) for at in range(everybody + 1)]
    rows = [("People", *people[:-1], "", people[-1])]
    for number, depth in zip(kept, _depths(found, kept), strict=True):
        name = "  " * depth + label_of(found.rows[number])
        cells = [cell_text(found, number, at) for at in range(everybody + 1)]
        rows.append((name, *cells[:-1], cases_text(found, number, everybody), cells[-1]))
    notes = (
        *found.notes(),
        "Cases: in which somebody said it, of cases in which anybody was read for it.",
        "0 of n: read to the end, and nobody said it.",
        legend(str(cell) for row in rows for cell in row[1:]),
        f"Nobody has placed evidence under {listed([f'“{label}”' for label in empty])}." if empty else "",
    )
    table = Table(title=title, columns=tuple(columns), rows=tuple(rows), notes=tuple(filter(None, notes)))
    centred: list[Align] = ["centre"] * (len(columns) - 1)
    aligns: tuple[Align, ...] = ("left", *centred)
    return [Heading(title, 2), TableBlock(table=table, aligns=aligns, equal=True)]


def _depths(found: Matrix, kept: list[int]) -> list[int]:
    """How deep each row lies under other rows of the same table."""
    tree = found.snapshot.themes if found.options.rows == "themes" else found.snapshot.codes
    shown = {found.rows[number].id for number in kept}
    depths = []
    for number in kept:
        place = int(tree.parent[tree.number[found.rows[number].id]])
        depth = 0
        while place >= 0:
            depth += tree.ids[place] in shown
            place = int(tree.parent[place])
        depths.append(depth)
    return depths


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
