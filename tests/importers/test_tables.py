"""Study tables: delimiters and workbooks, synonyms, types, and rows that are refused."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from crosscase.importers import read_path
from crosscase.importers.columns import plain, recognise
from crosscase.importers.options import DEFAULT
from crosscase.importers.tabular import read_sheets
from crosscase.importers.values import canonical, infer, iso_date
from crosscase.model.people import AttributeType, Subject


def write(folder: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("case,name\na,One\nb,Two\n", ".csv"),
        ("case;name\na;One\nb;Two\n", ".csv"),
        ("sep=;\ncase;name\na;One\nb;Two\n", ".csv"),
        ("\ufeffcase\tname\r\na\tOne\r\nb\tTwo\r\n", ".tsv"),
        ("My cases\n\ncase|name\na|One\nb|Two", ".csv"),
        ('"case", name\n a , One\n"b",Two\n', ".csv"),
    ],
)
def test_text_tables(text: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"cases{suffix}"
    file.write_text(text, encoding="utf-8", newline="")
    (sheet,) = read_sheets(file)
    assert sheet.columns == ("case", "name")
    assert [row.cells for row in sheet.rows] == [("a", "One"), ("b", "Two")]
    assert sheet.rows[-1].number == len(text.splitlines())


def test_workbook_with_several_sheets(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "study.xlsx")
    dated = book.add_format({"num_format": "yyyy-mm-dd"})
    cases = book.add_worksheet("Cases")
    cases.write_row(1, 0, ["Case", "Beds", "Opened", "Rural"])
    cases.write_row(2, 0, ["north", 12, None, True])
    cases.write_datetime(2, 2, dt.datetime(2020, 5, 1), dated)  # noqa: DTZ001 - spreadsheets know no zones
    cases.write_row(3, 0, ["south", 7.5])
    people = book.add_worksheet("Participants")
    people.write_row(0, 0, ["ID", "Case"])
    people.write_row(1, 0, ["N1", "north"])
    people.write_row(2, 0, ["X1", "east"])
    book.close()
    bundle = read_path(tmp_path / "study.xlsx")
    assert [(case.code, case.attributes) for case in bundle.cases] == [
        ("north", {"Beds": "12", "Opened": "2020-05-01", "Rural": "yes"}),
        ("south", {"Beds": "7.5"}),
    ]
    assert {one.name: one.type for one in bundle.attributes} == {"Beds": "number", "Opened": "date", "Rural": "boolean"}
    assert [one.identifier for one in bundle.participants] == ["N1"]
    assert [str(refusal) for refusal in bundle.refusals] == [
        "study.xlsx: sheet Participants, row 3: There is no case 'east'."
    ]


def test_opendocument_spreadsheet(tmp_path: Path) -> None:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in (("Case", "Name"), ("north", "The house in the north"))
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="cases">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "study.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    bundle = read_path(tmp_path / "study.ods")
    assert [(case.code, case.name) for case in bundle.cases] == [("north", "The house in the north")], bundle.refusals


def test_a_case_that_nobody_knows_is_refused_with_its_row(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        cases="case id,name\nn,North\ns,South\n",
        participants="participant,site\nA,n\nB,North\nC,west\nA,s\n,s\n",
    )
    bundle = read_path(folder)
    assert [(one.identifier, one.case) for one in bundle.participants] == [("A", "n"), ("B", "n")]
    assert [str(one) for one in bundle.refusals] == [
        "participants.csv: row 4: There is no case 'west'.",
        "participants.csv: row 5: The participant 'A' stands already in row 2.",
        "participants.csv: row 6: It names no participant.",
    ]
    assert "'North' is taken for the case 'n'." in [choice.what for choice in bundle.choices]


def test_participants_alone_may_name_cases_of_the_study(tmp_path: Path) -> None:
    folder = write(tmp_path, participants="participant,site\nA,n\nC,west\n")
    bundle = read_path(folder, options=DEFAULT.but(cases=("n",)))
    assert [one.identifier for one in bundle.participants] == ["A"]
    assert bundle.cases == ()


@pytest.mark.parametrize(
    ("columns", "name", "table"),
    [
        ("participant_id,case_id,age", "people of 2020", "participants"),
        ("ID,Age", "participants", "participants"),
        ("ID,Age", "something", ""),
        ("file,date", "list", "documents"),
        ("case,role,planned", "numbers", "frame"),
        ("site,nurse,porter", "frame", "frame"),
        ("case,role,step,count", "log", "recruitment"),
        ("code,definition", "book", "codebook"),
        ("case,sector", "table 1", "cases"),
        ("attribute,subject,type", "vars", "attributes"),
        ("interview,minutes,case", "meetings", "interviews"),
        ("role,codes", "roles", "roles"),
    ],
)
def test_a_table_is_recognised_by_name_or_columns(columns: str, name: str, table: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.csv"
    file.write_text(f"{columns}\n{'x,' * columns.count(',')}y\n", encoding="utf-8")
    (sheet,) = read_sheets(file)
    assert recognise(sheet) == table


def test_names_of_columns_are_compared_plainly() -> None:
    assert plain(" Case_ID ") == plain("case id") == plain("CASE-Id") == "case id"


@pytest.mark.parametrize(
    ("values", "subject", "kind"),
    [
        (("34", "51", ""), "participant", "number"),
        (("1,200", "-3.5"), "participant", "number"),
        (("007", "12"), "participant", "text"),
        (("yes", "No"), "participant", "boolean"),
        (("2020-01-02", "3 May 2021", "May 3rd, 2021"), "participant", "date"),
        (("3/4/2021", "25/4/2021"), "participant", "date"),
        (("3/4/2021", "4/5/2021"), "participant", "text"),
        (("a", "b", "a", "b"), "participant", "one-of"),
        (("a", "b", "c", "a"), "participant", "text"),
        (("a", "b", "c", "a"), "case", "one-of"),
        (("a", "b"), "case", "text"),
        ((), "case", "text"),
    ],
)
def test_types_are_inferred(values: tuple[str, ...], subject: Subject, kind: AttributeType) -> None:
    assert infer(values, subject) == kind


def test_values_are_canonical() -> None:
    assert canonical("1,200", "number") == "1200"
    assert canonical("forty", "number") is None
    assert canonical("TRUE", "boolean") == "yes"
    assert canonical("b; a;b", "many-of") == "b\na\nb"
    assert iso_date("Tuesday, 7 August 2019") == "2019-08-07"
    assert iso_date("31/02/2020", day_first=True) == ""
    assert iso_date("03/04/2021") == ""


def test_types_can_be_overridden(tmp_path: Path) -> None:
    folder = write(tmp_path, participants="participant,case,Age,Code no\nA,n,34,1\nB,n,forty,2\n")
    bundle = read_path(folder, options=DEFAULT.but(types={"participant.age": "number", "participant.code no": "text"}))
    assert [one.attributes for one in bundle.participants] == [{"Age": "34", "Code no": "1"}, {"Code no": "2"}]
    assert {(one.name, one.type, one.inferred) for one in bundle.attributes} == {
        ("Age", "number", False), ("Code no", "text", False),
    }  # fmt: skip
    assert [str(one) for one in bundle.refusals] == ["participants.csv: row 3, column Age: 'forty' is no number."]


def test_attributes_table_declares_types_and_gives_values(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        cases="case,sector\nn,public\ns,private\n",
        variables="attribute,subject,type,options,grouping\nsector,case,one-of,public; private; mixed,yes\n",
        attributes="case,variable,value\nn,beds,12\ns,beds,9\nw,beds,3\n",
    )
    bundle = read_path(folder)
    assert [(one.code, one.attributes) for one in bundle.cases] == [
        ("n", {"sector": "public", "beds": "12"}), ("s", {"sector": "private", "beds": "9"}),
    ]  # fmt: skip
    sector = next(one for one in bundle.attributes if one.name == "sector")
    assert (sector.type, sector.options, sector.grouping, sector.inferred) == (
        "one-of", ("public", "private", "mixed"), True, False,
    )  # fmt: skip
    assert [str(one) for one in bundle.refusals] == ["attributes.csv: row 4: There is no case 'w'."]


def test_frame_long_and_wide(tmp_path: Path) -> None:
    for name, text in {
        "long": "case,role,planned\nn,nurse,2\ns,porter,1\n",
        "wide": "case,nurse,porter,total\nn,2,,2\ns,,1,1\ntotal,2,1,3\n",
        "turned": "role,n,s\nnurse,2,\nporter,,1\n",
    }.items():
        folder = tmp_path / name
        folder.mkdir()
        bundle = read_path(write(folder, frame=text))
        assert {(one.case, one.role, one.planned) for one in bundle.targets} == {("n", "nurse", 2), ("s", "porter", 1)}


def test_recruitment_and_interviews(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        recruitment="case,role,approached,declined,withdrew,reason\nn,nurse,5,2,,no time\n",
        interviews="interview,case,participants,date,duration,interviewer\n"
        "i1,n,A; B,7 May 2021,1:05,Kim Lo\ni2,n,A,,soon,\n",
    )
    bundle = read_path(folder)
    assert [(one.step, one.count, one.reason) for one in bundle.recruitment] == [
        ("approached", 5, "no time"), ("declined", 2, "no time"),
    ]  # fmt: skip
    first, second = bundle.interviews
    assert (first.participants, first.date, first.minutes, first.interviewers) == (
        ("A", "B"), "2021-05-07", 65, ("Kim Lo",),
    )  # fmt: skip
    assert second.minutes is None
    assert [str(one) for one in bundle.refusals] == [
        "interviews.csv: row 3, column minutes: 'soon' is no length in minutes."
    ]


def test_an_open_quotation_mark_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text('case,name\na,"One\n' + "b,Two\n" * 60_000, encoding="utf-8")
    (refusal,) = read_path(tmp_path).refusals
    assert "quotation mark" in refusal.reason
