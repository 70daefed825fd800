"""`audit-manuscript` at the command line: a table, JSON, a document, a status, and wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.model import Product
from crosscase.study import Study
from tests.cli.conftest import Run

PAPER = """# A paper

## Findings

Anna knew. “I told them on the first day, and nobody was {surprised}” (AAAPW01, peer worker).

> We write a risk form for everybody. (manager)
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(PAPER.format(surprised="surprised"), encoding="utf-8")
    return path


def test_findings_are_printed_with_their_place_and_what_to_do(run: Run, coded: Path, paper: Path) -> None:
    ran = run("audit-manuscript", paper, "--study", coded, "--voice", status=3)
    assert "“AAAPW01, peer worker” points to one person" in ran.out
    assert "Findings, paragraph 3 (line 5)" in ran.out
    assert "Who is quoted" in ran.out
    assert "2 quotations: 2 exact." in ran.out
    paper.write_text(PAPER.format(surprised="shocked"), encoding="utf-8")
    data = run("audit-manuscript", paper, "--study", coded, "--json", status=3).json
    assert [one["what"] for one in data["findings"] if one["kind"] == "altered"] == [
        "Not as it was said: “surprised” became “shocked”."
    ]


def test_the_status_is_0_where_nothing_is_wrong(run: Run, coded: Path, paper: Path) -> None:
    paper.write_text(PAPER.format(surprised="surprised").replace("(AAAPW01, peer worker)", "(peer worker)"), "utf-8")
    run("audit-manuscript", paper, "--study", coded, "--leave-out", "recognisable")


def test_a_document_is_written_and_put_on_record(run: Run, coded: Path, paper: Path, tmp_path: Path) -> None:
    ran = run("audit-manuscript", paper, "--study", coded, "-o", tmp_path / "audit.md", status=3)
    assert "Written:" in ran.out
    assert "points to one person" in (tmp_path / "audit.md").read_text(encoding="utf-8")
    with Study.open(coded) as study:
        assert [one.file for one in study.rows(Product)] == ["audit.md"]
    run("audit-manuscript", paper, "--study", coded, "-o", tmp_path / "other.md", "--no-record", status=3)
    with Study.open(coded) as study:
        assert len(study.rows(Product)) == 1


def test_without_a_study_two_tables_do(run: Run, paper: Path, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("case,name\nAAA,Alder Court\nBBB,Birch House\n", encoding="utf-8")
    people = "participant,case,role\nAAAPW01,AAA,peer worker\nBBBMA01,BBB,manager\nBBBPW01,BBB,peer worker\n"
    (tmp_path / "people.csv").write_text(people, encoding="utf-8")
    tables = ("--cases", tmp_path / "cases.csv", "--participants", tmp_path / "people.csv")
    ran = run("audit-manuscript", paper, *tables, status=3)
    assert "There are no transcripts here" in ran.out
    assert "points to one person" in ran.out


def test_wrong_use_is_said_in_one_line(run: Run, coded: Path, paper: Path, tmp_path: Path) -> None:
    for wrong in (
        (), ("--study", coded, "--participants", paper), ("--cases", paper), ("--study", coded, "--k", "1"),
    ):  # fmt: skip
        ran = run("audit-manuscript", paper, *wrong, status=2)
        assert len(ran.err.strip().splitlines()) == 1
    assert "is no kind of finding" in run(
        "audit-manuscript", paper, "--study", coded, "--leave-out", "typos", status=1
    ).err  # fmt: skip
    (tmp_path / "empty.docx").write_bytes(b"PK")
    ran = run("audit-manuscript", tmp_path / "empty.docx", "--study", coded, status=1)
    assert "Traceback" not in ran.err
