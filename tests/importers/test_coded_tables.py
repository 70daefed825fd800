"""Tables of coded quotations: whose they are, what their rows become, and what is said of what has no place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter

from crosscase.importers import coded, read_path
from crosscase.importers.coded.headings import recognise
from crosscase.importers.errors import UnreadableError
from crosscase.importers.tabular import read_sheets
from crosscase.model.bundle import Bundle
from tests.shared import shared


def a_csv(folder: Path, text: str, name: str = "table.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def a_workbook(folder: Path, *rows: tuple[object, ...], name: str = "table.xlsx") -> Path:
    file = folder / name
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return file


def read(file: Path) -> Bundle:
    assert coded.identify(file, file.read_bytes()[:8192])
    bundle = coded.read(file)
    if bundle.codings or bundle.marks:
        # Every row is in the bundle or listed: nothing goes silently.
        rows = sum(len(sheet.rows) for sheet in read_sheets(file))
        there = {one.place for one in (*bundle.codings, *bundle.marks)}
        assert rows == len(there) + sum("row" in loss.place for loss in bundle.losses)
    return bundle


MAXQDA = (
    ("Color", "Comment", "Document group", "Document name", "Code", "Beginning", "End", "Weight score", "Segment",
     "Modified by", "Modified", "Area", "Coverage %"),
    ("●", "why?", "Ward A", "Interview 1", "Trust > In staff", 3, 3, 50, "She sat with me.", "Ines", "", 16, 1.2),
    ("●", "", "Ward A", "Interview 1", "Waiting", 5, 6, 0, "Two hours, then three.", "Max", "01/02/2024", 22, 2.0),
    ("●", "", "Ward A", "Interview 1", "Waiting", "", "", 0, "", "Max", "01/02/2024", 22, 2.0),
)  # fmt: skip


def test_a_plain_table_of_quotations(tmp_path: Path) -> None:
    bundle = read(
        a_csv(
            tmp_path,
            "document,quotation,code,coder,comment,occurrence\n"
            "One,it was slow,Waiting > Long,Ines,hm,2\n"
            "One,nobody came,,Max,,\n"
            "One,,Waiting,Max,,\n"
            "One,too late,Waiting,Max,,second\n",
        )
    )
    (coding,) = bundle.codings
    assert (coding.document, coding.quote, coding.code, coding.member) == (
        "One",
        "it was slow",
        "Waiting / Long",
        "Ines",
    )
    assert (coding.comment, coding.occurrence, coding.start) == ("hm", 2, -1)
    assert [(mark.quote, mark.member) for mark in bundle.marks] == [("nobody came", "Max")]
    assert [(code.key, code.parent) for code in bundle.codes] == [("Waiting", ""), ("Waiting / Long", "Waiting")]
    assert [member.name for member in bundle.members] == ["Ines", "Max"]
    assert [(loss.place, loss.what) for loss in bundle.losses] == [
        ("table.csv, row 4", "It has no words, so there is no place in a text for it."),
        ("table.csv, row 5", "'second' is no whole number (occurrence)."),
    ]


def test_segments_of_maxqda(tmp_path: Path) -> None:
    bundle = read(a_workbook(tmp_path, *MAXQDA))
    assert [(one.document, one.code, one.member, one.weight, one.quote) for one in bundle.codings] == [
        ("Interview 1", "Trust / In staff", "Ines", 50, "She sat with me."),
        ("Interview 1", "Waiting", "Max", 0, "Two hours, then three."),
    ]
    assert bundle.codings[0].comment == "why?"
    assert len(bundle.losses) == 2
    assert "'Beginning', 'End'" in bundle.losses[1].what
    assert "of MAXQDA" in bundle.choices[0].what


def test_segments_of_maxqda_in_german(tmp_path: Path) -> None:
    head = (
        "Farbe",
        "Kommentar",
        "Dokumentgruppe",
        "Dokumentname",
        "Code",
        "Anfang",
        "Ende",
        "Gewicht",
        "Segment",
        "Autor",
    )
    bundle = read(
        a_workbook(tmp_path, head, ("", "", "A", "Gespräch 1", "Warten\\Lange", 1, 1, 0, "Es dauerte.", "Ines"))
    )
    assert [(one.document, one.code, one.member) for one in bundle.codings] == [
        ("Gespräch 1", "Warten / Lange", "Ines")
    ]


def test_headings_of_real_exports(tmp_path: Path) -> None:
    """As published scripts name them: ATLAS.ti's quotations, a German code system, a code table of the MAXQDA help."""
    (tmp_path / "one.txt").write_text("Ann: It was slow, and nobody came.\n")
    atlas = (
        "ID,Quotation Name,Document,Document Groups,Quotation Content,Comment,Codes,Reference,Density,Created by,"
        'Modified by,Created,Modified\n1:1,,one,,It was slow,hm,"Wait\nHope",1 - 1,2,Ines,Ines,2024-01-02,2024-01-02\n'
    )
    (tmp_path / "quotations.csv").write_text(atlas)
    (tmp_path / "codes.csv").write_text(
        "Farbe;Obercode;Code;Cod. Seg. (alle Dokumente)\n#ff0000;;Wait;3\n;Wait;In vain;1\n"
    )
    (tmp_path / "memos.csv").write_text("Code,Memo\nCare > At night,Of the night shift\nCare,\n")
    bundle = read_path(tmp_path)
    assert bundle.refusals == ()
    assert [(one.code, one.quote, one.member, one.comment) for one in bundle.codings] == [
        ("Wait", "It was slow", "Ines", "hm"), ("Hope", "It was slow", "Ines", "hm"),
    ]  # fmt: skip
    assert {(one.key, one.parent, one.definition, one.colour) for one in bundle.codes} >= {
        ("Wait", "", "", "#ff0000"), ("Wait / In vain", "Wait", "", ""), ("Care", "", "", ""),
        ("Care / At night", "Care", "Of the night shift", ""),
    }  # fmt: skip


def test_code_system_and_variables_of_maxqda(tmp_path: Path) -> None:
    codes = read(
        a_workbook(
            tmp_path,
            ("Color", "Parent code", "Code", "Memo", "Cod. seg. (all documents)", "Documents"),
            ("#FF0000", "", "Trust", "Relying on others.", 4, 2),
            ("", "Trust", "In staff", "", 3, 2),
        )
    )
    assert [(one.key, one.definition, one.colour) for one in codes.codes] == [
        ("Trust", "Relying on others.", "#ff0000"),
        ("Trust / In staff", "", ""),
    ]
    values = read(
        a_workbook(
            tmp_path,
            ("Document group", "Document name", "Age", "Ward"),
            ("Ward A", "Interview 1", 44, "A"),
            ("Ward A", "Interview 2", 51, "A"),
        )
    )
    assert [(one.document, one.attributes) for one in values.values] == [
        ("Interview 1", {"Age": "44", "Ward": "A"}),
        ("Interview 2", {"Age": "51", "Ward": "A"}),
    ]
    assert [(one.subject, one.name, one.type) for one in values.attributes] == [
        ("source", "Age", "number"),
        ("source", "Ward", "one-of"),
    ]
    assert [(one.name, one.of, one.things) for one in values.sets] == [
        ("Ward A", "source", ("Interview 1", "Interview 2"))
    ]


def test_quotations_and_codes_of_atlas_ti(tmp_path: Path) -> None:
    bundle = read(
        a_workbook(
            tmp_path,
            ("ID", "Document", "Quotation Name", "Quotation Content", "Comment", "Codes", "Reference", "Density",
             "Created by", "Created"),
            ("1:1", "Interview 1", "She sat", "She sat with me.", "", "Trust\nCare", "12", 2, "Ines", "2024-01-02"),
            ("1:2", "Interview 1", "", "Two hours.", "", "", "13 - 13", 0, "Ines", "2024-01-02"),
        )
    )  # fmt: skip
    assert [(one.code, one.quote) for one in bundle.codings] == [
        ("Trust", "She sat with me."),
        ("Care", "She sat with me."),
    ]
    assert [one.quote for one in bundle.marks] == ["Two hours."]
    codes = read(
        a_workbook(
            tmp_path,
            ("Code", "Comment", "Code Groups", "Grounded", "Density"),
            ("Trust", "Relying.", "Relations; Feelings", 4, 0),
            ("Care", "", "Relations", 2, 0),
        )
    )
    assert [(one.name, one.of, one.things) for one in codes.sets] == [
        ("Relations", "code", ("Trust", "Care")),
        ("Feelings", "code", ("Trust",)),
    ]


def test_reports_of_nvivo(tmp_path: Path) -> None:
    bundle = read(
        a_workbook(
            tmp_path,
            ("Code Hierarchical Name", "File Name", "Coverage", "Reference Number", "Coded Text", "Coded By Initials"),
            ("Codes\\\\Trust\\\\In staff", "Interview 1", 0.02, 1, "She sat with me.", "IN"),
        )
    )
    assert [(one.document, one.code, one.member) for one in bundle.codings] == [
        ("Interview 1", "Codes / Trust / In staff", "IN")
    ]
    codes = read(
        a_workbook(tmp_path, ("Name", "Description", "Files", "References"), ("Trust", "Relying on others.", 3, 9))
    )
    assert [(one.name, one.definition) for one in codes.codes] == [("Trust", "Relying on others.")]
    values = read(
        a_workbook(
            tmp_path, ("", "Sector", "Size"), ("Cases\\\\North", "public", 3), ("Files\\\\Interview 1", "private", 4)
        )
    )
    assert [(one.code, one.attributes) for one in values.cases] == [("North", {"Sector": "public", "Size": "3"})]
    assert [one.document for one in values.values] == ["Interview 1"]


def test_excerpts_of_dedoose(tmp_path: Path) -> None:
    bundle = read(
        a_workbook(
            tmp_path,
            ("Media Title", "Excerpt Range", "Excerpt Creator", "Excerpt Date", "Excerpt Copy", "Resource Creator",
             "Resource Date", "Codes Applied Combined", "Code: Trust Applied", "Code: Trust Weight",
             "Code: Trust\\In staff, all Applied"),
            ("Interview 1.docx", "120-136", "ines", "1/2/2024", "She sat with me.", "ines", "1/1/2024",
             "Trust, In staff, all", True, 5, True),
            ("Interview 1.docx", "300-310", "ines", "1/2/2024", "Two hours.", "ines", "1/1/2024", "", False, "", False),
        )
    )  # fmt: skip
    assert [(one.code, one.start, one.end, one.weight) for one in bundle.codings] == [
        ("Trust", 120, 136, 5),
        ("Trust / In staff, all", 120, 136, 0),
    ]
    assert len(bundle.marks) == 1
    assert "'Excerpt Date'" in bundle.losses[0].what


def test_tables_of_taguette_and_delve(tmp_path: Path) -> None:
    bundle = read(
        a_csv(
            tmp_path, "id,document,tag,content\n4,one.docx,trust.staff,She sat with me.\n5,one.docx,wait,Two hours.\n"
        )
    )
    assert [(one.code, one.quote) for one in bundle.codings] == [
        ("trust / staff", "She sat with me."),
        ("wait", "Two hours."),
    ]
    codes = read(a_csv(tmp_path, "tag,description,number of highlights,number of documents\ntrust.staff,Relying,1,1\n"))
    assert [(one.key, one.definition) for one in codes.codes] == [("trust", ""), ("trust / staff", "Relying")]
    delve = read(a_csv(tmp_path, 'Transcript,Snippet,Codes\nOne,She sat with me.,"trust, care"\n'))
    assert [one.code for one in delve.codings] == ["trust", "care"]


@pytest.mark.parametrize(
    "head",
    [
        "code,definition,example",
        "code,quotation,definition",
        "participant,case,role,code",
        "document_id,file,title,date,location",
        "code,label,subcategory,feedback,criticality,organization,question,row_index",
        "document_id,file,case_id,participant_id,round,date,interviewer,language,turns,words",
    ],
)
def test_tables_of_a_study_are_left_to_it(head: str, tmp_path: Path) -> None:
    file = a_csv(tmp_path, f"{head}\n{','.join(['x'] * (head.count(',') + 1))}\n")
    assert recognise(read_sheets(file)[0]) is None
    assert not coded.identify(file, file.read_bytes())
    with pytest.raises(UnreadableError, match="those of no table of coded quotations"):
        coded.read(file)


@pytest.mark.parametrize("data", [b"", b"\0" * 900, b"PK\3\4" + b"\0" * 90, b"\xff\xfe\xff\xff" * 40, b'"' * 5000])
def test_a_broken_table_is_nobodys(data: bytes, tmp_path: Path) -> None:
    for suffix in (".csv", ".xlsx", ".tsv"):
        file = tmp_path / f"broken{suffix}"
        file.write_bytes(data)
        assert not coded.identify(file, data)


def test_a_transcript_in_rows_with_codes(tmp_path: Path) -> None:
    """Every turn is a row, its codes lie on all of it; a table of documents says whose it is."""
    (tmp_path / "talks").mkdir()
    rows = (
        "timestamp,speaker,words,tags\n[00:00:05],Ann,Was it slow?,\n"
        ',Ben,"It was.\nVery.",wait; Wait long\n,,[laughs],\n,Ann,,gone\n'
    )
    a_csv(tmp_path / "talks", rows, "one.csv")
    a_csv(tmp_path, "participant_id,case_id,speaker_label\nP1,North,Ben\n", "participants.csv")
    described = "document_id,file,title,participant_id,interviewer\nD1,talks/one.csv,First,P1,Ann\n"
    a_csv(tmp_path, described, "documents.csv")
    bundle = read_path(tmp_path)
    (document,) = bundle.documents
    assert (document.key, document.name, document.text) == (
        "D1", "First", "Ann: Was it slow?\n\nBen: It was.\nVery.\n\n[laughs]",
    )  # fmt: skip
    assert [(one.speaker, one.nature, one.from_ms) for one in document.turns] == [
        ("Ann", "speech", 5000), ("Ben", "speech", None), ("", "note", None),
    ]  # fmt: skip
    assert [(one.label, one.voice, one.participant) for one in document.speakers] == [
        ("Ann", "interviewer", ""), ("Ben", "participant", "P1"),
    ]  # fmt: skip
    assert [(one.document, one.code, document.text[one.start : one.end]) for one in bundle.codings] == [
        ("D1", "wait", "It was.\nVery."), ("D1", "Wait long", "It was.\nVery."),
    ]  # fmt: skip
    assert [one.what for one in bundle.losses] == ["It has no words, but codes: gone."]
    assert bundle.refusals == ()


def test_long_1960s() -> None:
    folder = shared("corpora", "long-1960s")
    bundle = read_path(folder)
    tagged = 0
    for file in sorted((folder / "transcripts").glob("*.csv")):
        (sheet,) = read_sheets(file)
        at = sheet.columns.index("tags")
        tagged += sum(
            len({one for one in re.split(r"\s*;\s*", row.cells[at]) if one}) for row in sheet.rows if row.cells[2]
        )
    assert len(bundle.documents) == len(list((folder / "transcripts").glob("*.csv")))
    assert len(bundle.codings) == tagged
    assert "Ron Akin" in {one.name for one in bundle.documents}


def test_spans_of_comments_and_novels() -> None:
    """Texts in one table, spans of several coders in another: every row is a coding, and its words stand there."""
    for folder, texts, key, number in (
        ("comment-spans", "comments.csv", "comment_id", 1005),
        ("novel-entities", "passages.csv", "passage_id", None),
    ):
        place = shared("corpora", folder)
        documents = {one.key: one.text for one in read(place / texts).documents}
        bundle = read(place / "spans.csv")
        assert f"The documents are named by the column '{key}'." in [one.what for one in bundle.choices]
        rows = len(read_sheets(place / "spans.csv")[0].rows)
        assert len(bundle.codings) == rows
        assert number in (None, rows)
        wrong = [
            one for one in bundle.codings if documents[one.document][one.start : one.end].split() != one.quote.split()
        ]
        assert wrong == []
