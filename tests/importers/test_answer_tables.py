"""Answers read from csv, xlsx and SPSS: matched, decided about, and refused by their row."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.importers.answer_tables import AnswerOptions, AnswerTable, read_answers
from crosscase.importers.errors import UnreadableError
from crosscase.model import Question

STEPS = ("never", "sometimes", "often")
ITEMS = (
    Question(id="a", instrument="i", wording="I am asked first.", number="A1", nature="likert", options=STEPS),
    Question(id="b", instrument="i", wording="Years in the post", number="A2", nature="number"),
    Question(id="c", instrument="i", wording="Who was told?", number="3b", nature="many", options=("team", "friends")),
    Question(id="d", instrument="i", wording="Anything else?", number="A4", nature="text"),
    Question(id="e", instrument="i", wording="Contract", nature="one", options=("fixed", "open-ended", "n/a")),
)


def _read(tmp_path: Path, text: str, options: AnswerOptions | None = None) -> AnswerTable:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    return read_answers(tmp_path / "t.csv", ITEMS, options)


def _said(table: AnswerTable) -> dict[tuple[str, str], tuple[str, ...] | str]:
    return {(one.identifier, one.item): one.values or one.outcome for one in table.answers}


def test_columns_are_items_by_number_or_wording_and_cells_say_what_came_of_them(tmp_path: Path) -> None:
    table = _read(
        tmp_path,
        "participant,Q A1,years in the post,Item 3b,A4. Anything else?,contract,shoe size\n"
        'P1,Often,"2,5",Friends; team,No,n/a,44\n'
        "P2,refused,N/A,,.,Fixed,\n"
        "P3,,,,,,\n",
    )
    assert not table.refusals
    assert [(one.column, one.item, one.by) for one in table.columns] == [
        ("Q A1", "a", "number"), ("years in the post", "b", "wording"), ("Item 3b", "c", "number"),
        ("A4. Anything else?", "d", "wording"), ("contract", "e", "wording"),
    ]  # fmt: skip
    assert _said(table) == {
        ("P1", "a"): ("often",), ("P1", "b"): ("2.5",), ("P1", "c"): ("team", "friends"), ("P1", "d"): ("No",),
        ("P1", "e"): ("n/a",), ("P2", "a"): "declined", ("P2", "b"): "does not apply", ("P2", "c"): "left empty",
        ("P2", "d"): "left empty", ("P2", "e"): ("fixed",),
    }  # fmt: skip
    assert table.left == ("shoe size",)
    assert table.choices == ("row 4: P3 answered nothing at all and is left out.",)


def test_numbers_are_steps_where_options_are_words_and_codes_can_mean_missing(tmp_path: Path) -> None:
    table = _read(tmp_path, "pid,A1\nP1,3\nP2,1\nP3,99\n", AnswerOptions(missing={"99": "declined"}))
    assert _said(table) == {("P1", "a"): ("often",), ("P2", "a"): ("never",), ("P3", "a"): "declined"}
    assert table.choices == (
        "Column 'A1': numbers are read as the item's options in order, 1 = 'never' … 3 = 'often'.",
    )
    from_zero = _read(tmp_path, "pid,A1\nP1,0\nP2,2\n", AnswerOptions(first=0))
    assert _said(from_zero) == {("P1", "a"): ("never",), ("P2", "a"): ("often",)}


@pytest.mark.parametrize(
    ("text", "options", "says"),
    [
        ("pid,A1\nP1,0\nP2,2\n", {}, "row 2, column 'A1': P1: '0' does not fit; it takes one of: never"),
        ("pid,A2\nP1,ten\n", {}, "row 2, column 'A2': P1: 'ten' does not fit; it takes a number"),
        ("pid,A2\nP1,1\np1,2\n", {}, "row 3: p1 stands there twice, first in row 2"),
        ("pid,A2\n,1\n", {}, "row 2: there is no participant"),
        ("who,A2\nP1,1\n", {}, "no column names the participants; say which of 'who', 'A2' does"),
        ("pid,B7\nP1,1\n", {}, "no column is called by the number or the wording"),
        ("pid,A2,Years in the post\nP1,1,1\n", {}, "columns 'A2' and 'Years in the post' are the same item"),
        ("pid,x\nP1,1\n", {"columns": {"x": "A9"}}, "column 'x': there is no item 'A9'"),
        ("pid,A2\nP1,1\n", {"columns": {"y": "A1"}}, "there is no column 'y'"),
    ],
)
def test_what_does_not_fit_is_said_with_its_row(
    text: str, options: dict[str, dict[str, str]], says: str, tmp_path: Path
) -> None:
    table = _read(tmp_path, text, AnswerOptions(**options))  # type: ignore[arg-type]
    assert any(says in one for one in table.refusals), table.refusals


def test_spss_values_are_read_by_their_labels_and_missing_ones_by_what_they_mean(tmp_path: Path) -> None:
    import polars as pl
    import pyreadstat

    frame = pl.DataFrame(
        {
            "pid": ["P1", "P2", "P3", "P4"], "v1": [3.0, 8.0, 9.0, None], "v2": [12.5, -1.0, 4.0, 1.0],
            "other": ["x", "", "", ""],
        }
    )  # fmt: skip
    pyreadstat.write_sav(
        frame,
        tmp_path / "t.sav",
        column_labels={"v1": "I am asked first", "v2": "Years in the post"},
        variable_value_labels={"v1": {1: "Often", 2: "Sometimes", 3: "Never", 8: "Refused", 9: "Not applicable"}},
        missing_ranges={"v1": [8, 9], "v2": [{"lo": -9, "hi": -1}]},
    )
    table = read_answers(tmp_path / "t.sav", ITEMS)
    assert not table.refusals
    # The file's scale is turned round: its labels decide, not the order of its codes.
    assert _said(table) == {
        ("P1", "a"): ("never",), ("P2", "a"): "declined", ("P3", "a"): "does not apply", ("P4", "a"): "left empty",
        ("P1", "b"): ("12.5",), ("P2", "b"): "left empty", ("P3", "b"): ("4",), ("P4", "b"): ("1",),
    }  # fmt: skip
    assert [(one.column, one.by) for one in table.columns] == [("v1", "wording"), ("v2", "wording")]
    assert table.left == ("other",)
    (tmp_path / "no.sav").write_bytes(b"pid,v1\nP1,3\n")
    with pytest.raises(UnreadableError, match=r"not what the ending '\.sav' says"):
        read_answers(tmp_path / "no.sav", ITEMS)


def test_one_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "t.xlsx"))
    book.add_worksheet("Notes").write_row(0, 0, ["Read", "me"])
    sheet = book.add_worksheet("Part A")
    for number, row in enumerate((["Participant", "A1", "A2"], ["P1", 2, 3.5], ["P2", "often", ""])):
        sheet.write_row(number, 0, row)
    book.close()
    table = read_answers(tmp_path / "t.xlsx", ITEMS, AnswerOptions(sheet="part a"))
    assert _said(table) == {
        ("P1", "a"): ("sometimes",), ("P1", "b"): ("3.5",), ("P2", "a"): ("often",), ("P2", "b"): "left empty",
    }  # fmt: skip
    assert table.answers[0].place == "sheet Part A, row 2"
    nothing = read_answers(tmp_path / "t.xlsx", ITEMS, AnswerOptions(sheet="B"))
    assert nothing.refusals == ("there is no sheet 'B'; there are 'Notes', 'Part A'.",)


def test_yes_and_no_columns_are_together_one_item(tmp_path: Path) -> None:
    table = _read(
        tmp_path,
        "pid,3b_1,Who was told? [friends]\nP1,yes,no\nP2,x,Friends\nP3,0,0\nP4,,\nP5,1,\nP6,99,99\nP7,n/a,n/a\n",
        AnswerOptions(missing={"99": "declined"}),
    )
    assert not table.refusals
    assert [(one.column, one.item, one.by, one.option) for one in table.columns] == [
        ("3b_1", "c", "wording", "team"), ("Who was told? [friends]", "c", "wording", "friends")
    ]  # fmt: skip
    assert _said(table) == {
        ("P1", "c"): ("team",), ("P2", "c"): ("team", "friends"), ("P3", "c"): "left empty", ("P5", "c"): ("team",),
        ("P6", "c"): "declined", ("P7", "c"): "does not apply",
    }  # fmt: skip
    assert table.choices == (
        "row 5: P4 answered nothing at all and is left out.",
        "3b: 2 columns are read as its options, ticked or not.",
        "3b: nothing is ticked in 1 rows; they are read as left empty.",
    )


def test_what_says_yes_can_be_said_and_which_option_a_column_is(tmp_path: Path) -> None:
    told = {"m": "3b: team", "f": "3b: 2", "g": ""}
    table = _read(tmp_path, "pid,m,f,g\nP1,1,2,1\nP2,2,2,1\n", AnswerOptions(columns=told, yes=("1",), no=("2",)))
    assert not table.refusals
    assert _said(table) == {("P1", "c"): ("team",), ("P2", "c"): "left empty"}
    assert [(one.column, one.by, one.option) for one in table.columns] == [
        ("m", "said", "team"),
        ("f", "said", "friends"),
    ]
    assert table.left == ("g",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("pid,3b_1,3b_2\nP1,yes,perhaps\n", "row 2: P1: column '3b_2': 'perhaps' does not fit; it takes yes or no"),
        (
            "pid,3b_1,3b_2\nP1,yes,refused\n",
            "row 2: P1: options are ticked, and others of the same question say declined",
        ),
        ("pid,3b_1,3b_2\nP1,n/a,refused\n", "row 2: P1: its columns say declined and does not apply"),
        ("pid,3b_1,3b: team\nP1,1,1\n", "columns '3b_1' and '3b: team' are the same option 'team'"),
        ("pid,3b,3b_1\nP1,team,1\n", "columns '3b' and '3b_1' are the same item"),
    ],
)
def test_columns_of_options_that_do_not_go_together_are_refused(text: str, says: str, tmp_path: Path) -> None:
    table = _read(tmp_path, text)
    assert any(says in one for one in table.refusals), table.refusals


def test_options_that_spss_keeps_as_variables_are_read_by_their_labels(tmp_path: Path) -> None:
    import polars as pl
    import pyreadstat

    frame = pl.DataFrame({"pid": ["P1", "P2"], "v1": [1.0, 2.0], "v2": [2.0, 2.0]})
    pyreadstat.write_sav(
        frame,
        tmp_path / "t.sav",
        column_labels={"v1": "Who was told? - team", "v2": "Who was told? - friends"},
        variable_value_labels={"v1": {1: "Yes", 2: "No"}, "v2": {1: "Yes", 2: "No"}},
    )
    table = read_answers(tmp_path / "t.sav", ITEMS)
    assert not table.refusals
    assert _said(table) == {("P1", "c"): ("team",), ("P2", "c"): "left empty"}
