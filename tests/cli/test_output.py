"""How tables are printed and written: plain for programs, fitting for people, never obeying what they hold."""

from __future__ import annotations

import csv
import io
import os
import pty
import re
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from crosscase.cli.output import _parts, plain, shown
from crosscase.exporters.tables import TableFileError, csv_text, html_page, write_tables, write_whole
from crosscase.model.table import Column, Table

WORDS = Table(
    title="Words",
    columns=(
        Column("who", "Who"),
        Column("words", "Words"),
        Column("n", "Number", "count"),
        Column("p", "Part", "percent"),
    ),
    rows=(("政府 A", "one\ntwo", 5, 12.5), ("B", "=1+1", 1200, None)),
    notes=("Read with care.",),
)


def test_plain_tables_stand_in_columns_also_with_wide_letters() -> None:
    assert plain(WORDS).splitlines() == [
        "Words",
        "Who     Words      Number    Part",
        "------  ---------  ------  ------",
        "政府 A  one / two       5  12.5 %",
        "B       =1+1         1200",
        "Note. Read with care.",
    ]


def test_nothing_is_cut_or_wrapped_where_programs_read() -> None:
    long = Table(title="", columns=(Column("a", "A"),), rows=(("x" * 5000,),))
    assert "x" * 5000 in plain(long)


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert shown("a\x1b[31mb\x07\x9b\u202ec\n\td") == "a␛[31mb␇��c\n\td"


def test_wide_tables_are_shown_in_parts_with_the_first_column_in_each() -> None:
    columns = tuple(Column(str(n), f"Heading {n}") for n in range(12))
    table = Table(title="", columns=columns, rows=(tuple(f"cell number {n}" for n in range(12)),))
    parts = _parts(table, 80)
    assert len(parts) > 1
    assert all(part[0] == 0 for part in parts)
    assert sorted(at for part in parts for at in part[1:]) == list(range(1, 12))
    assert _parts(table, 1000) == [list(range(12))]


def test_csv_is_for_programs() -> None:
    rows = list(csv.reader(io.StringIO(csv_text(WORDS, invented="made up"))))
    assert rows == [
        ["who", "words", "n", "p", "invented"],
        ["政府 A", "one\ntwo", "5", "12.5", "made up"],
        ["B", "=1+1", "1200", "", "made up"],
    ]


def test_excel_keeps_text_as_text(tmp_path: Path) -> None:
    path = tmp_path / "words.xlsx"
    write_tables([WORDS, WORDS], path)
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["Words", "Words 2"]
    rows = book.get_sheet_by_name("Words").to_python(skip_empty_area=False)
    assert rows[2] == ["Who", "Words", "Number", "Part"]
    assert rows[3] == ["政府 A", "one\ntwo", 5.0, 12.5]
    assert rows[4][1] == "=1+1"
    assert ["Read with care.", "", "", ""] in rows


def test_rows_are_as_high_as_their_words(tmp_path: Path) -> None:
    path = tmp_path / "high.xlsx"
    rows = (("short",), ("x" * 150,), ("one\ntwo",), ("x" * 30_000,), (7,))
    write_tables([Table(title="High", columns=(Column("a", "A"),), rows=rows)], path)
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    heights = dict(re.findall(r'<row r="(\d+)"[^>]* ht="([0-9.]+)"', sheet))
    # 60 characters lie in the widest column, a line is 15 points high, and no row is higher than 409.
    assert heights == {"5": "45", "6": "30", "7": "408.75"}
    assert 'orientation="landscape"' in sheet


def test_cells_that_excel_cannot_hold_say_so(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    write_tables([Table(title="Long", columns=(Column("a", "A"),), rows=(("x" * 40_000,),))], path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Long").to_python(skip_empty_area=False)
    assert str(rows[3][0]).endswith("…")
    assert any("longer than a cell can be" in str(row[0]) for row in rows[4:])


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_tables([WORDS], tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_html_holds_no_markup_of_others() -> None:
    page = html_page([Table(title="<b>", columns=(Column("a", "A"),), rows=(("<script>alert(1)</script>",),))])
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_unknown_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableFileError):
        write_tables([WORDS], tmp_path / "words.docx")


def test_a_file_is_written_whole_or_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    path.write_text("before")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"after")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_written_files_have_the_rights_of_new_files(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", b"x")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_on_a_terminal_tables_fit_its_width(coded: Path, state: Path) -> None:
    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "CROSSCASE_STATE_DIR": str(state), "COLUMNS": "60", "TERM": "xterm"}
    program = subprocess.Popen(
        [sys.executable, "-m", "crosscase", "matrix", str(coded), "--rows", "codes", "--columns", "participants"],
        stdout=theirs, stderr=subprocess.DEVNULL, env=surroundings,
    )  # fmt: skip
    os.close(theirs)
    got = bytearray()

    def read() -> None:
        try:
            while part := os.read(ours, 4096):
                got.extend(part)
        except OSError:
            return  # the other side is closed

    reader = threading.Thread(target=read)
    reader.start()
    assert program.wait(60) == 0
    reader.join(5)
    os.close(ours)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", got.decode()).replace("\r", "").splitlines()
    assert max(map(len, lines)) <= 60
    assert any("AAAPW01" in line for line in lines)
    assert any("continued" in line for line in lines)
