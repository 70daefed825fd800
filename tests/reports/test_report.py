"""What `report` refuses, what it writes where, and how it is with studies that lack things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosscase.errors import NotFoundError
from crosscase.model import Attribute, Participant, Target
from crosscase.reports import SUFFIXES, CannotWriteError, UnknownFormatError, UnknownPartError, report
from crosscase.reports.assemble import assemble
from crosscase.reports.document import Document, Heading, Notice, Paragraph, TableBlock
from crosscase.reports.options import Options
from crosscase.reports.parts import BUILDERS
from crosscase.reports.renderers import FORMATS
from crosscase.reports.typefaces import needs_more
from crosscase.study import Study
from crosscase.verbs.analyses import change_analysis
from crosscase.verbs.attributes import change_attribute, set_values
from crosscase.verbs.codings import apply_codes
from crosscase.verbs.sample import set_targets
from crosscase.verbs.study import change_settings
from tests.reports.conftest import INVENTED, Small
from tests.shared import REPOSITORY


def tables(document: Document) -> dict[str, TableBlock]:
    return {block.table.title: block for block in document.of(TableBlock)}


def words(document: Document) -> str:
    return "\n".join(run.text for block in document.of(Paragraph) for run in block.runs)


@pytest.mark.parametrize("name", ["report", "report.doc", "report.txt", "report.PDFX"])
def test_another_ending_is_refused_with_the_endings_there_are(small: Small, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormatError, match=r"\.docx, \.odt, \.html, \.pdf, \.md, \.tex"):
        report(small.study, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_another_part_is_refused_with_the_parts_there_are(small: Small, tmp_path: Path) -> None:
    with pytest.raises(UnknownPartError, match="codebook, matrices"):
        report(small.study, tmp_path / "r.md", ["chapter"])
    assert list(tmp_path.iterdir()) == []


def test_an_analysis_that_is_not_there_is_refused(full: Small, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        report(full.study, tmp_path / "r.md", analysis="other")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(small: Small, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="there is no folder"):
        report(small.study, tmp_path / "nowhere" / "r.md")
    (tmp_path / "r.md").mkdir()
    with pytest.raises(CannotWriteError):
        report(small.study, tmp_path / "r.md", ["facts"])
    assert [path.name for path in tmp_path.iterdir()] == ["r.md"]


def test_what_was_there_is_replaced(small: Small, tmp_path: Path) -> None:
    (tmp_path / "r.MD").write_text("old")
    written = report(small.study, str(tmp_path / "r.MD"), ["facts"])
    assert written.path.read_text("utf-8").startswith("# Two services")


def test_parts_stand_in_their_order_and_are_numbered_as_they_come(full: Small) -> None:
    document, _ = assemble(full.study, Options(parts=("codebook", "cases")))
    assert [block.text for block in document.of(Heading)] == ["The cases", "Codebook"]
    assert [block.number for block in document.of(TableBlock)] == [1, 2]
    assert isinstance(document.blocks[0], Notice)
    assert document.blocks[0].text == INVENTED


def test_tables_one_to_three_are_called_so_when_all_parts_are_there(full: Small) -> None:
    document, _ = assemble(full.study, Options())
    numbers = {block.table.title: block.number for block in document.of(TableBlock)}
    assert numbers["Case characteristics"] == 1
    assert numbers["Sample by sampling role, gender, age and case"] == 2
    assert numbers["Categories and the themes developed from them"] == 3


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".md"])
def test_a_new_study_has_a_report_that_says_what_is_not_there(tmp_path: Path, suffix: str) -> None:
    with Study.new(None, title="Empty", member="Ines") as study:
        written = report(study, tmp_path / f"r{suffix}")
        document, _ = assemble(study, Options())
    assert written.path.stat().st_size > 500
    for said in ("no cases", "no participants", "no themes", "no codes", "Nothing has been coded", "nothing to draw"):
        assert said in words(document)


def test_a_short_row_is_a_dash_in_its_place_and_named(small: Small) -> None:
    document, _ = assemble(small.study, Options(parts=("cases",)))
    table = tables(document)["Case characteristics"].table
    headings = [column.heading for column in table.columns]
    assert headings == ["Case", "Name", "Sector", "Founded", "Participants"]
    assert table.rows == (
        ("ONE", "First service", "public", "2001", 2),
        ("TWO", "Second service", "voluntary", "–", 3),
    )
    assert "TWO: no value for founded." in table.notes


def test_a_sample_that_does_not_add_up_is_named_and_not_printed(small: Small) -> None:
    gender = small.study.find(Attribute, "gender").id
    somebody = small.study.find(Participant, "TWOPW01").id
    small.study.do(change_attribute, gender, type="many-of")
    small.study.do(set_values, gender, {somebody: ("woman", "man")})
    document, _ = assemble(small.study, Options(parts=("sample",)))
    assert tables(document) == {}
    (_, refused) = document.of(Notice)
    assert "'TWO' of the sample does not add up: sampling role 3, gender 4, age 3" in refused.text


def test_places_under_and_over_say_so_and_an_empty_one_was_not_recruited(small: Small) -> None:
    document, _ = assemble(small.study, Options(parts=("frame",)))
    found = tables(document)
    assert found["The frame: recruited of planned"].table.rows == (
        ("ONE", "1 of 1", "1 of 1", "2 of 2"),
        ("TWO", "2 of 1, over", "1 of 1", "3 of 2"),
        ("All", "3 of 2", "2 of 2", "5 of 4"),
    )
    assert found["The recruitment log"].table.rows[-1] == ("All", 0, 2, 0, 5, 4)
    assert found["The recruitment log"].table.notes == ("Reasons given: declined, no time: 2.",)


def test_without_targets_only_those_recruited_are_counted(small: Small) -> None:
    cells = {(target.case, target.role): None for target in small.study.rows(Target)}
    small.study.do(set_targets, cells)
    document, _ = assemble(small.study, Options(parts=("frame",)))
    table = tables(document)["Participants recruited"].table
    assert table.rows == (("ONE", "1", "1", "2"), ("TWO", "2", "1", "3"), ("All", "3", "2", "5"))
    assert table.notes == ("No targets were set.",)


def test_a_matrix_says_who_there_is_and_which_nothing_a_zero_is(small: Small) -> None:
    small.coded("ONEMA01", "We plan together")
    document, _ = assemble(small.study, Options(parts=("matrices",)))
    table = tables(document)["Categories by cases"].table
    assert [column.heading for column in table.columns] == ["Categories", "ONE", "TWO", "Cases", "All"]
    assert table.rows == (
        (
            "People",
            "2 of 2 with text",
            "2 of 3 with text\n1 not interviewed",
            "",
            "4 of 5 with text\n1 not interviewed",
        ),
        ("planning", "1 of 2", "0 of 2", "1 of 2", "1 of 4"),
        ("boundaries", "0 of 2", "0 of 2", "0 of 2", "0 of 4"),
    )
    assert "In words: not interviewed: recruited, no interview yet." in table.notes


def test_unreviewed_codings_are_counted_apart_unless_asked_for(small: Small) -> None:
    places = [(small.source("TWOPW01"), small.span("TWOPW01", "plans"))]
    small.study.do(apply_codes, small.code["planning"], places, origin="rule", rule="plan*")
    for asked, cell in ((False, "0 of 2\n+1 unreviewed"), (True, "1 of 2")):
        document, _ = assemble(small.study, Options(parts=("matrices",), include_unreviewed=asked))
        assert tables(document)["Categories by cases"].table.rows[1][2] == cell


def test_themes_are_not_counted_where_the_method_does_not_count(full: Small) -> None:
    options = Options(parts=("matrices", "themes"))
    document, _ = assemble(full.study, options)
    assert "Themes by cases" in tables(document)
    (analysis,) = full.study.snapshot().analyses.ids
    full.study.do(change_analysis, analysis, family="reflexive TA")
    document, _ = assemble(full.study, options)
    assert "Themes by cases" not in tables(document)
    assert "it follows reflexive TA" in words(document)
    three = tables(document)["Categories and the themes developed from them"].table
    assert [column.heading for column in three.columns] == ["Theme", "Developed from"]


def test_methods_facts_are_what_the_study_says(full: Small) -> None:
    document, _ = assemble(full.study, Options(parts=("methods",)))
    (block,) = document.of(TableBlock)
    said = {str(name): str(value) for name, value in block.table.rows}
    assert said["Coders"] == "1 person coded, of 1 member"
    assert said["Interviews"] == "3 with 4 participants; 1 of them joint"
    assert said["Minutes"] == "n = 3, median 60, range 30 to 90"
    assert said["Held"] == "2024-03-01 to 2024-03-03"
    assert said["Reading"] == "3 of 3 sources read to the end, 0 by two or more members"
    assert full.study.version in said["Journal"]


def test_no_real_name_stands_anywhere_in_a_report(full: Small, tmp_path: Path) -> None:
    for covered in (False, True):
        text = report(full.study, tmp_path / "r.md", covered=covered).path.read_text("utf-8")
        assert "Ashdown" not in text
        assert "Lindqvist" not in text


def test_a_study_as_it_was_is_reported_as_it_was(small: Small, tmp_path: Path) -> None:
    before = small.study.log()[-1].id
    small.study.do(change_settings, title="Another title")
    report(small.study.at(before), tmp_path / "r.md", ["facts"])
    assert (tmp_path / "r.md").read_text("utf-8").startswith("# Two services")


def test_letters_that_the_typefaces_lack_are_noticed() -> None:
    assert not needs_more("Plain — “quoted” … Ünïcödé, Ελληνικά, кириллица, עברית ≥ ½ €")
    assert needs_more("她說：不是")
    assert needs_more("قالت")


def test_a_pdf_with_other_scripts_says_that_letters_may_be_missing(small: Small, tmp_path: Path) -> None:
    small.study.do(change_settings, aims="說：我們不是這樣計劃的")
    said = report(small.study, tmp_path / "r.pdf", ["facts"])
    assert "empty boxes" in said.note
    assert not report(small.study, tmp_path / "r.docx", ["facts"]).note


def test_every_part_and_format_is_in_the_reference() -> None:
    page = (REPOSITORY / "docs" / "reference" / "reports.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w.]+)` \|", page, re.MULTILINE)
    assert rows == [*SUFFIXES, *BUILDERS]
    assert list(FORMATS) == list(SUFFIXES)
