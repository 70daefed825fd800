"""Each format is opened again with another program's eyes, and holds what the study holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pypdfium2 as pdfium
import pytest

from crosscase.reports import SUFFIXES, Written, report
from crosscase.study import Study
from crosscase.verbs.codes import define_code
from crosscase.verbs.study import change_settings
from tests.reports.conftest import INVENTED, Small

HOSTILE = "<b>That</b> helped & hurt: 100% of $5 #nothing _much_ *at all*."
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    """The report of the demonstration study in every format."""
    folder = tmp_path_factory.mktemp("reports")
    with Study.open(demo, writable=False) as study:
        return {suffix: report(study, folder / f"demo{suffix}") for suffix in SUFFIXES}


def cells(table: docx.table.Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_every_format_has_the_same_tables_figures_and_quotations(written: dict[str, Written]) -> None:
    assert len({(each.tables, each.figures, each.quotations, each.unprinted) for each in written.values()}) == 1
    any_of_them = written[".docx"]
    assert any_of_them.tables >= 11
    assert any_of_them.figures == 5
    assert any_of_them.quotations >= 10


# Word


def test_word_has_tables_1_2_and_3_with_margins_that_agree(written: dict[str, Written]) -> None:
    document = docx.Document(str(written[".docx"].path))
    captions = [p.text for p in document.paragraphs if p.style and p.style.name == "Table Caption"]
    assert captions[:3] == [
        "Table 1. Case characteristics",
        "Table 2. Sample by sampling role, gender, age and case",
        "Table 3. Categories and the themes developed from them",
    ]
    assert [caption.split(".")[0] for caption in captions] == [
        f"Table {n}" for n in range(1, written[".docx"].tables + 1)
    ]
    above, head, *rows = cells(document.tables[1])
    sections = {name: [n for n, cell in enumerate(above) if cell == name] for name in above if name}
    assert list(sections) == ["Sampling role", "Gender", "Age"]
    counts = {row[0]: [int(cell) for cell in row[1:]] for row in rows}
    for row in counts.values():
        assert {sum(row[n - 1] for n in columns) for columns in sections.values()} == {row[-1]}
    total = counts.pop("All")
    subtotals = [counts.pop(name) for name in list(counts) if name.startswith("Subtotal, ")]
    assert [sum(column) for column in zip(*subtotals, strict=True)] == total
    assert [sum(column) for column in zip(*counts.values(), strict=True)] == total
    assert total[-1] == 91
    assert head[-1] == "All"


def test_word_says_invented_on_the_first_page_and_under_every_table_and_figure(written: dict[str, Written]) -> None:
    document = docx.Document(str(written[".docx"].path))
    body = list(document.element.body)
    texts = ["".join(node.text or "" for node in each.iter(f"{WORD}t")) for each in body]
    styles = [style.get(f"{WORD}val") if (style := each.find(f".//{WORD}pStyle")) is not None else "" for each in body]
    assert styles.index("Notice") < styles.index("Heading1")
    assert texts[styles.index("Notice")] == INVENTED
    tables = [n for n, each in enumerate(body) if each.tag == f"{WORD}tbl"]
    figures = [n for n, style in enumerate(styles) if style == "ImageCaption"]
    assert len(tables) == written[".docx"].tables
    assert len(figures) == written[".docx"].figures
    for number in (*tables, *figures):
        assert texts[number + 1].startswith(f"{INVENTED}.")
    for section in document.sections:
        assert section.footer.paragraphs[0].text.startswith(INVENTED)


def test_word_tables_repeat_their_head_and_wide_ones_stand_across(written: dict[str, Written]) -> None:
    document = docx.Document(str(written[".docx"].path))
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{WORD}tblHeader") is not None
        assert all(row._tr.find(f".//{WORD}cantSplit") is not None for row in table.rows)
        assert "Compact" not in {
            p.style.name for row in table.rows for cell in row.cells for p in cell.paragraphs if p.style
        }
    turned = [section.page_width > section.page_height for section in document.sections]  # type: ignore[operator]
    assert turned[0] is False
    assert all(one != other for one, other in pairwise(turned)), turned
    assert any(turned)


def test_word_carries_title_and_date_of_the_study(written: dict[str, Written], demo: Path) -> None:
    properties = docx.Document(str(written[".docx"].path)).core_properties
    with Study.open(demo, writable=False) as study:
        assert properties.title == study.settings().title
        last = study.log()[-1].wall // 1000
    assert properties.created is not None
    assert int(properties.created.timestamp()) == last


# OpenDocument


def test_odt_lists_every_part_in_its_manifest(written: dict[str, Written]) -> None:
    with zipfile.ZipFile(written[".odt"].path) as archive:
        names = archive.namelist()
        manifest = archive.read("META-INF/manifest.xml").decode()
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
    assert names[0] == "mimetype"
    assert set(names) - {"mimetype", "META-INF/manifest.xml"} == set(re.findall(r'full-path="([^"/][^"]*)"', manifest))


def test_odt_refers_only_to_styles_that_are_there(written: dict[str, Written]) -> None:
    with zipfile.ZipFile(written[".odt"].path) as archive:
        parts = [ET.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml")]
    there, named = set(), set()
    for node in (node for part in parts for node in part.iter()):
        for key, value in node.attrib.items():
            name = key.rpartition("}")[2]
            if name == "name" and node.tag.endswith(("}style", "}list-style")):
                there.add(value)
            elif name in {"style-name", "parent-style-name"} and not node.tag.endswith("bullet"):
                named.add(value)
    # What LibreOffice and Word bring along themselves.
    assert named - there <= {"Formula", "Text_20_body", "Bullet_20_Symbols"}


# HTML


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.captions: list[str] = []
        self._in: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for key, value in attrs if key in {"src", "href", "data"}]
        if tag == "caption":
            self.captions.append("")
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "caption":
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if self._in:
            self.captions[-1] += data


def test_html_is_one_file_with_captions_and_one_title(written: dict[str, Written]) -> None:
    text = written[".html"].path.read_text("utf-8")
    page = Page(text)
    assert page.tags.count("h1") == 1
    assert len(page.captions) == page.tags.count("table") == written[".html"].tables
    assert all(link.startswith(("#", "data:")) for link in page.links)
    inside = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert len(inside) > 10
    assert all(f'id="{name}"' in text for name in inside)
    assert page.tags.count("script") == 0
    assert written[".html"].beside == ()


# PDF


def test_pdf_has_its_text_and_nothing_runs_off_the_page(written: dict[str, Written]) -> None:
    document = pdfium.PdfDocument(written[".pdf"].path)
    try:
        pages = [document[number] for number in range(len(document))]
        texts = []
        for page in pages:
            width, height = page.get_size()
            text = page.get_textpage()
            texts.append(text.get_text_range())
            for number in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(number)
                assert left >= 0.9 * 56
                assert right <= width - 0.9 * 56
                assert bottom >= 0
                assert top <= height
        assert {page.get_size()[0] > page.get_size()[1] for page in pages} == {False, True}
        whole = "\n".join(texts)
        assert all(f"Table {number}." in whole for number in range(1, written[".pdf"].tables + 1))
        assert texts[0].count(INVENTED) >= 2
        assert all(INVENTED in text for text in texts)
        assert document.get_metadata_value("Title") == "Alongside: peer work and risk in ten services"
    finally:
        document.close()


# Markdown and LaTeX


def test_markdown_and_latex_lie_beside_their_pictures(written: dict[str, Written]) -> None:
    for suffix, picture in ((".md", ".svg"), (".tex", ".png")):
        each = written[suffix]
        text = each.path.read_text("utf-8")
        assert len(each.beside) == each.figures
        for place in each.beside:
            assert place.suffix == picture
            assert place.stat().st_size > 1000
            assert place.relative_to(each.path.parent).as_posix() in text


def test_no_table_of_markdown_is_lost(written: dict[str, Written]) -> None:
    text = written[".md"].path.read_text("utf-8")
    assert "[TABLE]" not in text
    assert len(re.findall(r"^\|:?-", text, re.MULTILINE)) == written[".md"].tables


# All of them


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_words_twice_are_the_same_bytes(full: Small, tmp_path: Path, suffix: str) -> None:
    parts = ("facts", "cases", "sample", "matrices", "quotations")
    one, other = (report(full.study, tmp_path / f"{n}{suffix}", parts).path.read_bytes() for n in range(2))
    assert one == other


@pytest.mark.slow
def test_the_same_study_gives_the_same_bytes_in_another_process(
    written: dict[str, Written], demo: Path, tmp_path: Path
) -> None:
    # Another process, with another order of sets and another time zone.
    code = (
        "import sys; from crosscase.study import Study; from crosscase.reports import SUFFIXES, report\n"
        "with Study.open(sys.argv[1], writable=False) as study:\n"
        "    for suffix in SUFFIXES: report(study, sys.argv[2] + suffix)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", code, str(demo), str(tmp_path / "demo")], check=True, env=environment)
    differing = [
        place.name
        for each in written.values()
        for place in (each.path, *each.beside)
        if (tmp_path / place.relative_to(each.path.parent)).read_bytes() != place.read_bytes()
    ]
    assert differing == []


def test_words_are_printed_as_they_are_in_every_format(full: Small, tmp_path: Path) -> None:
    places = {suffix: report(full.study, tmp_path / f"r{suffix}", ["quotations"]).path for suffix in SUFFIXES}
    assert HOSTILE in "\n".join(p.text for p in docx.Document(str(places[".docx"])).paragraphs)
    with zipfile.ZipFile(places[".odt"]) as archive:
        assert HOSTILE in "".join(ET.fromstring(archive.read("content.xml")).itertext())
    html = places[".html"].read_text("utf-8")
    assert "&lt;b&gt;That&lt;/b&gt; helped &amp; hurt: 100% of $5 #nothing _much_ *at all*." in html
    pdf = pdfium.PdfDocument(places[".pdf"])
    try:
        assert HOSTILE in " ".join(pdf[0].get_textpage().get_text_range().split())
    finally:
        pdf.close()
    markdown = places[".md"].read_text("utf-8")
    assert HOSTILE in re.sub(r"\\(.)", r"\1", markdown)
    assert "<b>" not in markdown.replace(r"\<b\>", "")
    latex = places[".tex"].read_text("utf-8")
    assert r"100\% of \$5 \#nothing \_much\_" in latex
    assert r"\& hurt" in latex


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_control_characters_spoil_no_format(small: Small, tmp_path: Path, suffix: str) -> None:
    # Such letters come out of broken imports; XML cannot hold them.
    hidden = "Making\x0b a\x02 plan\ufffe\x1b."
    small.study.do(define_code, small.code["planning"], definition=hidden)
    small.study.do(change_settings, aims=hidden, title=f"Two\x01 {hidden}")
    path = report(small.study, tmp_path / f"r{suffix}", ["facts", "codebook"]).path
    if suffix == ".docx":
        document = docx.Document(str(path))
        assert cells(document.tables[0])[1][1] == "Making a plan."
    elif suffix == ".odt":
        with zipfile.ZipFile(path) as archive:
            read = [ET.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml", "meta.xml")]
        assert "Making a plan." in "".join(read[0].itertext())
    elif suffix == ".pdf":
        pdf = pdfium.PdfDocument(path)
        try:
            assert "Making a plan." in pdf[0].get_textpage().get_text_range()
        finally:
            pdf.close()
    else:
        assert "Making a plan." in path.read_text("utf-8")
