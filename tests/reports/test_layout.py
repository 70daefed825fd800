"""Tables fit on the page they are put on."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.model.table import Column, Table
from crosscase.reports.document import Document, Heading, TableBlock, plain
from crosscase.reports.layout import cut, fit, needs_across
from crosscase.reports.pandoc_tree import pages


def block(columns: int, cell: str = "2 of 4", rows: int = 3, heading: str = "CASE") -> TableBlock:
    heads = (Column("row", "Category"), *(Column(f"c{n}", f"{heading}{n}") for n in range(columns)))
    table = Table(title="A table", columns=heads, rows=tuple(("boundaries", *[cell] * columns) for _ in range(rows)))
    return TableBlock(table=table, number=1)


@pytest.mark.parametrize(("columns", "across"), [(3, False), (6, False), (12, True)])
def test_wide_tables_stand_across(columns: int, across: bool) -> None:
    assert needs_across(block(columns)) is across


def test_a_table_that_fits_is_not_cut() -> None:
    assert cut(block(10)) == (block(10),)


def test_a_table_too_wide_for_any_page_is_cut_and_every_piece_has_the_first_column() -> None:
    whole = block(60)
    pieces = cut(whole)
    assert len(pieces) > 1
    assert [piece.part for piece in pieces] == list("abcdefg"[: len(pieces)])
    assert all(piece.table.columns[0].key == "row" for piece in pieces)
    keys = [column.key for piece in pieces for column in piece.table.columns[1:]]
    assert keys == [column.key for column in whole.table.columns[1:]]
    widths = [len(piece.table.columns) for piece in pieces]
    assert max(widths) - min(widths) <= len(pieces)
    assert all(sum(fit(piece, across=True).widths) <= 1.001 for piece in pieces)


def test_a_part_with_a_wide_table_is_across_as_a_whole_and_nothing_gets_lost() -> None:
    blocks = (Heading("One"), plain("x"), Heading("Two"), plain("y"), block(12), plain("z"), Heading("Three"), block(2))
    document = Document(title="", subtitle="", moment=0, blocks=blocks)
    found = pages(document, "docx")
    assert [across for across, _ in found] == [False, True, False]
    assert tuple(each for _, run in found for each in run) == blocks
    assert [across for across, _ in pages(msgspec.structs.replace(document, blocks=blocks[:2]), "docx")] == [False]


@given(
    st.lists(st.text(max_size=80), min_size=2, max_size=12),
    st.booleans(),
    st.booleans(),
)
def test_columns_never_need_more_than_the_page_has(cells: list[str], across: bool, equal: bool) -> None:
    columns = tuple(Column(f"c{n}", f"H{n}") for n in range(len(cells)))
    table = TableBlock(table=Table(title="", columns=columns, rows=(tuple(cells),)), equal=equal)
    widths = fit(table, across=across).widths
    assert len(widths) == len(cells)
    assert all(width > 0 for width in widths)
    assert sum(widths) <= 1.001
    if equal:
        assert len(set(widths[1:])) == 1
