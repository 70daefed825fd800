"""A framework that was written in as a workbook: what stands in its cells, and what stood there when it was made.

What a careful reader would get wrong: rows and columns are known by the ids in the hidden first column and row, not by
where they stand or what they are called now.
"""

from __future__ import annotations

from pathlib import Path

from crosscase.importers.errors import UnreadableError
from crosscase.importers.guard import examine
from crosscase.importers.tabular import workbook_cells
from crosscase.model.books import GRID, KEPT, BookLine, FrameworkBook

_NOT_OURS = (
    "This is not a workbook of a framework: the sheet {} is not there. Write one with 'crosscase framework STUDY "
    "export FILE.xlsx', write in that, and bring it back."
)


def read_framework_book(path: Path) -> FrameworkBook:
    """The framework in a workbook.

    Raises:
        UnreadableError: it is no workbook, or not one of a framework.
    """
    examine(path)
    sheets = workbook_cells(path)
    for needed in (GRID, KEPT):
        if needed not in sheets:
            raise UnreadableError(_NOT_OURS.format(f"“{needed}”"))
    grid = sheets[GRID]
    if len(grid) < 2 or not grid[0] or not grid[0][0].strip():
        raise UnreadableError(_NOT_OURS.format(f"“{GRID}” with its hidden first row"))
    head = [*grid[1], *[""] * (len(grid[0]) - len(grid[1]))]
    places = [at for at in range(2, len(grid[0])) if grid[0][at].strip() or head[at].strip()]
    columns = tuple(BookLine(grid[0][at].strip(), " ".join(head[at].split())) for at in places)
    rows: list[BookLine] = []
    words: dict[tuple[int, int], str] = {}
    for line in grid[2:]:
        cells = [*line, *[""] * (len(grid[0]) - len(line))]
        if not any(cell.strip() for cell in cells):
            continue
        for number, at in enumerate(places):
            if written := _plain(cells[at]):
                words[len(rows), number] = written
        rows.append(BookLine(cells[0].strip(), " ".join(cells[1].split())))
    was = {(line[0], line[1]): _plain(line[2]) for line in sheets[KEPT] if len(line) > 2 and line[0]}
    return FrameworkBook(
        framework=grid[0][0].strip(), label=" ".join(head[1].split()), rows=tuple(rows), columns=columns, words=words,
        was=was,
    )  # fmt: skip


def _plain(words: str) -> str:
    """Words with line ends as the study has them."""
    return words.replace("\r\n", "\n").replace("_x000D_", "").replace("\r", "\n").strip()
