"""Tables whose margins do not add up: totals of rows and columns, the grand total, percentages.

A total is a last row or column that calls itself one. Subtotals are left out of the sum, or are what is summed where
that is what adds up. A percentage beside a count has to be its share of the row, the column or the whole; each may be
rounded by one in its last digit.

What a careful reader would get wrong: where one participant can stand in several rows, rows need not add up. Tables
that say so (several answers, more than one) are not summed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscase.analyses.manuscripts.findings import Finding, listed, shortened
from crosscase.model.manuscripts import Manuscript, ManuscriptBlock

_COUNT = re.compile(r"(?P<count>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s*\(\s*(?P<percent>\d+(?:\.\d+)?)\s*%?\s*\))?")
_TOTAL = re.compile(
    r"(?:grand\s+)?(?:totals?|overall|sum|altogether|all participants|all)\b(?:\s*\(?[nN]\b.*)?", re.IGNORECASE
)
_SUBTOTAL = re.compile(r"\bsub-?totals?\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:more than one|several (?:answers|codes|themes|roles)|multiple|not exclusive|do not add|may exceed|overlap)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The numbers of a table: None where a cell has none."""

    labels: list[str]
    heads: list[str]
    counts: list[list[float | None]]
    percents: list[list[tuple[float, int] | None]]


def count_of(cell: str) -> float | None:
    """The count in a cell: `12`, `1,200`, `12 (40%)`; None where it is none."""
    found = _COUNT.fullmatch(cell.strip().strip("*†‡ "))
    return float(found["count"].replace(",", "")) if found else (0.0 if cell.strip() in {"–", "—", "-"} else None)


def is_total(label: str) -> bool:
    """Whether a row or column calls itself a total."""
    return bool(_TOTAL.fullmatch(label.strip())) and not _SUBTOTAL.search(label)


def findings(manuscript: Manuscript) -> Iterator[Finding]:
    """Every table that does not add up."""
    for number, block in enumerate(manuscript.blocks):
        if block.nature != "table" or len(block.rows) < 3:
            continue
        around = manuscript.blocks[max(0, number - 1) : number + 2]
        notes = " ".join([block.words, *(one.words for one in around if one.nature != "table")])
        caption = block.words or (manuscript.blocks[number - 1].words if number else "")
        if _SEVERAL.search(notes):
            continue
        wrong = [*_margins(_grid(block)), *_percentages(_grid(block))]
        if wrong:
            yield Finding(
                kind="margins", weight="fault", where=block.where, words=shortened(caption),
                what=f"{listed(wrong, 4)}.", do="Count again from the data, and correct the cell or the total.",
            )  # fmt: skip


def _grid(block: ManuscriptBlock) -> _Grid:
    heads = list(block.rows[max(0, block.heads - 1)]) if block.heads else []
    body = block.rows[block.heads :]
    width = max((len(row) for row in block.rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in body]
    return _Grid(
        [row[0] for row in rows],
        [*heads[1:], *[""] * (width - max(1, len(heads)))],
        [[count_of(cell) for cell in row[1:]] for row in rows],
        [[_percent(cell) for cell in row[1:]] for row in rows],
    )


def _percent(cell: str) -> tuple[float, int] | None:
    """The percentage beside a count, with how many decimals it has."""
    found = _COUNT.fullmatch(cell.strip())
    if found is None or found["percent"] is None:
        return None
    _, _, decimals = found["percent"].partition(".")
    return float(found["percent"]), len(decimals)


def _margins(grid: _Grid) -> Iterator[str]:
    last = next((n for n in range(len(grid.labels) - 1, -1, -1) if is_total(grid.labels[n])), None)
    right = next((n for n in range(len(grid.heads) - 1, -1, -1) if is_total(grid.heads[n])), None)
    rows = [n for n in range(len(grid.labels)) if n != last and not is_total(grid.labels[n])]
    subtotals = [n for n in rows if _SUBTOTAL.search(grid.labels[n])]
    plain = [n for n in rows if n not in subtotals]
    if right is not None:
        columns = [n for n in range(len(grid.heads)) if n != right and not _other(grid.heads[n])]
        for row in range(len(grid.labels)):
            total = grid.counts[row][right]
            parts = [grid.counts[row][column] for column in columns]
            if len(columns) > 1 and total is not None and all(part is not None for part in parts):
                summed = sum(part for part in parts if part is not None)
                if summed != total:
                    yield f"row {grid.labels[row] or row + 1}: the cells make {summed:g}, the total says {total:g}"
    if last is not None:
        for column, head in enumerate(grid.heads):
            total = grid.counts[last][column]
            if total is None or _other(head):
                continue
            sums = [_summed(grid, part, column) for part in (plain, subtotals) if part]
            known = [one for one in sums if one is not None]
            if len(plain) > 1 and known and sums[0] is not None and total not in known:
                yield f"column {head or column + 1}: the cells make {known[0]:g}, the total says {total:g}"


def _summed(grid: _Grid, rows: Sequence[int], column: int) -> float | None:
    cells = [grid.counts[row][column] for row in rows]
    return None if any(cell is None for cell in cells) else sum(cell for cell in cells if cell is not None)


def _other(head: str) -> bool:
    """Columns that are no counts of the same things."""
    return "%" in head or bool(
        re.search(r"\b(?:mean|median|range|year|founded|minutes|age|per cent|percent)\b", head, re.IGNORECASE)
    )


def _percentages(grid: _Grid) -> Iterator[str]:
    last = next((n for n in range(len(grid.labels) - 1, -1, -1) if is_total(grid.labels[n])), None)
    right = next((n for n in range(len(grid.heads) - 1, -1, -1) if is_total(grid.heads[n])), None)
    whole = grid.counts[last][right] if last is not None and right is not None else None
    for row, cells in enumerate(grid.percents):
        for column, cell in enumerate(cells):
            count = grid.counts[row][column]
            if cell is None or count is None:
                continue
            stated = re.search(r"\b[nN]\s*=\s*(\d+)", f"{grid.heads[column]} {grid.labels[row]}")
            bases = [
                float(stated[1]) if stated else None,
                grid.counts[last][column] if last is not None else _summed(grid, range(len(grid.labels)), column),
                grid.counts[row][right] if right is not None else None,
                whole,
            ]
            known = [base for base in bases if base]
            if known and not any(_is_share(count, base, *cell) for base in known):
                share = 100 * count / known[0]
                yield (
                    f"{grid.labels[row] or f'row {row + 1}'}, {grid.heads[column] or f'column {column + 1}'}: "
                    f"{count:g} of {known[0]:g} are {share:.{cell[1]}f} %, not {cell[0]:g} %"
                )


def _is_share(count: float, base: float, percent: float, decimals: int) -> bool:
    return abs(100 * count / base - percent) <= 10.0**-decimals * 0.75
