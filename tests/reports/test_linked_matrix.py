"""A matrix as a workbook: every number leads to its quotations, and these back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import python_calamine

from crosscase.analyses.crossed import Matrix
from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.demo import build_demo
from crosscase.model import Coding
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.linked_matrix import write_linked_matrix
from crosscase.study import Study

_LINK = re.compile(r"<hyperlink ref=\"([A-Z]+)(\d+)\" location=\"'([^']+)'!([A-Z]+)(\d+)\"")


@pytest.fixture(scope="module")
def demo() -> Iterator[Study]:
    with build_demo(None) as study:
        yield study


def written(study: Study, path: Path) -> Matrix:
    crossed = matrix(study.snapshot(), MatrixOptions(rows="codes", columns="cases"))
    write_linked_matrix(study, crossed, path, Outgoing(study.leaving()))
    return crossed


def links(path: Path, sheet: int) -> dict[tuple[str, int], tuple[str, str, int]]:
    with zipfile.ZipFile(path) as book:
        text = book.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    return {(one[0], int(one[1])): (one[2], one[3], int(one[4])) for one in _LINK.findall(text)}


def test_every_number_leads_to_its_own_quotations_and_back(demo: Study, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    crossed = written(demo, path)
    book = python_calamine.load_workbook(str(path))
    assert book.sheet_names == ["Codes by cases", "Quotations", "Data"]
    front, behind = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names[:2])
    forth, back = links(path, 1), links(path, 2)
    filled = [
        (row, column)
        for row in range(len(crossed.rows))
        for column in range(len(crossed.columns))
        if crossed.cell(row, column).coding_ids
    ]
    assert len(forth) == len(back) == len(filled) > 100
    texts = {one.id: demo.text(one.source)[one.start : one.end] for one in demo.rows(Coding)}
    head = 3 + len(crossed.table().rows) - len(crossed.rows)
    for row, column in filled:
        letter, line = chr(ord("B") + column), row + head + 1
        sheet, first, at = forth[letter, line]
        assert (sheet, first) == ("Quotations", "A")
        assert back["A", at] == ("Codes by cases", letter, line)
        ids = crossed.cell(row, column).coding_ids
        label = f"{crossed.rows[row].label} × {crossed.columns[column].label}"
        block = behind[at - 1 : at - 1 + len(ids)]
        assert {one[0] for one in block} == {label}
        assert sorted(str(one[1]) for one in block) == sorted(texts[one] for one in ids)
        assert front[line - 1][0] == crossed.table().rows[row + head - 3][0]


def test_the_same_matrix_gives_the_same_bytes(demo: Study, tmp_path: Path) -> None:
    written(demo, tmp_path / "one.xlsx")
    written(demo, tmp_path / "other.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()
