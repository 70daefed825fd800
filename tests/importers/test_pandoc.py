"""Word, OpenDocument, HTML and EPUB: every word of the text comes through, everything else is listed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from crosscase.importers import limits, pandoc, read_file
from crosscase.importers.errors import UnreadableError
from crosscase.importers.options import DEFAULT
from crosscase.model.bundle import Document
from tests.importers.made import epub_parts, odt, odt_parts, p, r, word, word_parts, zipped


def read(path: Path) -> tuple[Document, dict[str, str]]:
    bundle = read_file(path, options=DEFAULT)
    return bundle.documents[0], {loss.place: loss.what for loss in bundle.losses}


def turns(document: Document) -> list[tuple[str, str]]:
    return [(turn.speaker or turn.nature, document.text[turn.start : turn.end]) for turn in document.turns]


def test_an_interview_in_word(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Interview with a peer worker", 1)
    made.add_paragraph("Recorded in the kitchen.")
    for who, words in (
        ("Interviewer", "How did you start?"),
        ("Ruth", "By accident, really."),
        ("Interviewer", "And then?"),
        ("Ruth", "Then I stayed – for eleven years 😀."),
    ):
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{who}:").bold = True
        paragraph.add_run(f"\t{words}")
    made.add_paragraph("It goes on in a paragraph of its own.")
    made.save(str(tmp_path / "ruth.docx"))
    document, losses = read(tmp_path / "ruth.docx")
    assert document.text.startswith(
        "Interview with a peer worker\n\nRecorded in the kitchen.\n\nInterviewer:\tHow did you"
    )
    assert turns(document) == [
        ("heading", "Interview with a peer worker"),
        ("note", "Recorded in the kitchen."),
        ("Interviewer", "How did you start?"),
        ("Ruth", "By accident, really."),
        ("Interviewer", "And then?"),
        ("Ruth", "Then I stayed – for eleven years 😀.\n\nIt goes on in a paragraph of its own."),
    ]
    assert [speaker.voice for speaker in document.speakers] == ["interviewer", "unassigned"]
    assert losses == {}


def test_labels_in_bold_without_a_colon_need_company(tmp_path: Path) -> None:
    talk = [("Anna Berg", "So you left?"), ("Tom Reed", "I did."), ("Anna Berg", "Why?"), ("Tom Reed", "Money.")]
    body = "".join(p(r(who, "b")) + p(r(words)) for who, words in talk)
    document, _ = read(word(tmp_path / "own.docx", body))
    assert turns(document) == talk
    alone, _ = read(word(tmp_path / "alone.docx", p(r("Results", "b")) + p(r("They were fine.")) + p(r("End", "b"))))
    assert not alone.speakers


def test_speakers_in_a_table(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(0, 2)
    talk = [
        ("Anna", "So what did you do next?"),
        ("Tom", "Nothing at all, to be honest."),
        ("Anna", "Go on, please."),
        ("Tom", "There is no more to it."),
    ]
    for who, words in talk:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = who, words
    made.save(str(tmp_path / "table.docx"))
    document, _ = read(tmp_path / "table.docx")
    assert document.text.splitlines()[0] == "Anna\tSo what did you do next?"
    assert turns(document) == talk


def test_a_table_of_figures_has_no_speakers(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(0, 3)
    for row in (("North", "12", "3"), ("South", "9", "1"), ("North", "4", "4"), ("South", "2", "8")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    made.save(str(tmp_path / "figures.docx"))
    document, _ = read(tmp_path / "figures.docx")
    assert document.text == "North\t12\t3\nSouth\t9\t1\nNorth\t4\t4\nSouth\t2\t8"
    assert not document.speakers


def test_blanks_stay_as_they_are(tmp_path: Path) -> None:
    body = p(
        r("Well   I, "),
        r(" you know,\xa0left "),
        "<w:r><w:tab/><w:t>then</w:t><w:br/><w:t>came</w:t></w:r>",
        r(" back."),
    )
    document, _ = read(word(tmp_path / "a.docx", body))
    assert document.text == "Well   I,  you know,\xa0left \tthen\ncame back."


def test_pandoc_would_lose_these_words(tmp_path: Path) -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{p(r('in the box'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    field = f'<w:fldSimple w:instr=" AUTHOR ">{r("by a field")}</w:fldSimple>'
    document, losses = read(
        word(tmp_path / "a.docx", p(r("A title"), style="Title") + p(r("before "), box, r("after")) + p(field))
    )
    assert document.text == "A title\n\nbefore after\n\nby a field"
    assert losses == {"text box 1": "Left out: “in the box”"}


def test_words_only_in_boxes(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('in the box'))}</w:txbxContent></w:pict></w:r>"
    with pytest.raises(UnreadableError, match="text boxes"):
        read(word(tmp_path / "a.docx", p(box)))


def test_tracked_changes_are_accepted_and_said(tmp_path: Path) -> None:
    by = 'w:id="1" w:author="Jo" w:date="2026-01-01T00:00:00Z"'
    body = p(
        r("I was "),
        f'<w:del {by}><w:r><w:delText xml:space="preserve">not very </w:delText></w:r></w:del>',
        f"<w:ins {by}>{r('quite ')}</w:ins>",
        r("happy."),
    )
    document, losses = read(word(tmp_path / "a.docx", body))
    assert document.text == "I was quite happy."
    assert losses["tracked changes"] == "They were accepted: 1 word inserted, 2 words deleted."


def test_what_is_no_text_is_listed(tmp_path: Path) -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Jo">{p(r("Check this."))}</w:comment></w:comments>'
    )
    header = f'<w:hdr xmlns:w="{W}">{p(r("Interview 3, confidential"))}</w:hdr>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{p(r("A ward."))}</w:footnote></w:footnotes>'
    body = p(
        r("On "), '<w:commentRangeStart w:id="7"/>', r("the unit"), '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" we talked."),
        r("SECRET", "vanish"), "<w:r><w:drawing/></w:r>", "<w:r><w:object/></w:r>",
    )  # fmt: skip
    path = word(tmp_path / "a.docx", body, comments=comments, header1=header, footnotes=notes)
    bundle = read_file(path, options=DEFAULT)
    assert bundle.documents[0].text == "On the unit[1] we talked.\n\n[1] A ward."
    assert [(loss.place, loss.what) for loss in bundle.losses] == [
        ("page head or foot", "Left out: “Interview 3, confidential”"),
        ("pictures", "1 picture(s) or drawing(s) left out."),
        ("embedded files", "1 embedded file(s) left out and not opened."),
        ("hidden text", "1 hidden word(s) left out."),
    ]
    assert "note(s) stand at the end" in bundle.choices[0].what
    (memo,) = bundle.memos
    assert (memo.member, memo.text, bundle.documents[0].text[memo.start : memo.end]) == (
        "Jo",
        "Check this.",
        "the unit",
    )


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_words_cut_into_pieces_are_put_together(tmp_path: Path) -> None:
    body = p(*(r(piece, "b") for piece in ("An", "na", ":")), *(r(piece) for piece in (" He", "llo", " there.")))
    body += p(r("Tom:", "b"), r(" Hi.")) + p(r("Anna:", "b"), r(" Well.")) + p(r("Tom:", "b"), r(" Yes."))
    document, _ = read(word(tmp_path / "a.docx", body))
    assert turns(document) == [("Anna", "Hello there."), ("Tom", "Hi."), ("Anna", "Well."), ("Tom", "Yes.")]


def test_strict_word_and_other_prefixes(tmp_path: Path) -> None:
    parts = word_parts(p(r("hello")))
    strict = {
        name: str(data)
        .replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, data in parts.items()
    }
    assert read(zipped(tmp_path / "strict.docx", strict))[0].text == "hello"
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace("w:", "ns0:").replace("xmlns:w", "xmlns:ns0")
    assert read(zipped(tmp_path / "prefix.docx", parts))[0].text == "hello"


def test_ruby_keeps_the_word_and_drops_the_reading(tmp_path: Path) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('とうきょう')}</w:rt><w:rubyBase>{r('東京')}</w:rubyBase></w:ruby></w:r>"
    document, losses = read(word(tmp_path / "a.docx", p(ruby, r("です"))))
    assert document.text == "東京です"
    assert "readings" in losses


def test_numbers_of_lists_are_no_words(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("first", style="List Number")
    made.add_paragraph("second", style="List Number")
    made.save(str(tmp_path / "a.docx"))
    document, losses = read(tmp_path / "a.docx")
    assert document.text == "first\n\nsecond"
    assert losses["lists"].startswith("2 number(s)")


def test_an_opendocument_text(tmp_path: Path) -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>GONE NOW</text:p>'
        '</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Part one</text:h>'
        '<text:p><text:span text:style-name="B">Anna:</text:span> So<text:s text:c="3"/>you<text:tab/>left?</text:p>'
        '<text:p>Tom: I <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>did<text:change-end '
        'text:change-id="c2"/> <office:annotation><dc:creator>Jo</dc:creator><text:p>Sure?</text:p></office:annotation>'
        "go<draw:frame><draw:text-box><text:p>BOXED</text:p></draw:text-box></draw:frame>.<text:note><text:note-citation>"
        "1</text:note-citation><text:note-body><text:p>In May.</text:p></text:note-body></text:note></text:p>"
        "<text:p>Anna: <text:user-field-get>Why</text:user-field-get>?</text:p><text:p/><text:p>Tom: <draw:frame>"
        '<draw:image xlink:href="x.png" xmlns:xlink="http://www.w3.org/1999/xlink"/></draw:frame>Money.</text:p>'
    )
    head = "<style:master-page><style:header><text:p>Confidential</text:p></style:header></style:master-page>"
    document, losses = read(odt(tmp_path / "a.odt", body, head))
    assert turns(document) == [
        ("heading", "Part one"),
        ("Anna", "So   you\tleft?"),
        ("Tom", "I did go.[1]"),
        ("Anna", "Why?"),
        ("Tom", "Money."),
        ("note", "[1] In May."),
    ]
    assert losses == {
        "tracked changes": "They were accepted: 1 word inserted, 2 words deleted.",
        "comment 1": "Left out by Jo: “Sure?”",
        "text box 1": "Left out: “BOXED”",
        "page head or foot": "Left out: “Confidential”",
        "pictures": "1 picture(s) or drawing(s) left out.",
    }


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>T</title><script>let a = 'no words'</script><style>p > b { top: 0 }</style></head><body>"
        "<h2>Talk</h2><p><b>Anna:</b> Is it\n  &lt;true&gt; that <a title='a > b' href='x'>you</a> left?</p>"
        "<p><b>Tom:</b> Yes.<br>In&nbsp;May.</p><blockquote><p>It said so.</p></blockquote><p><b>Anna:</b> Why?</p>"
        "<p><b>Tom:</b> <img src='http://example.invalid/x.png' alt='me'>Money.</p>"
        "<iframe src='http://example.invalid/'></iframe></body></html>"
    )
    document, losses = read(path)
    assert turns(document) == [
        ("heading", "Talk"),
        ("Anna", "Is it <true> that you left?"),
        ("Tom", "Yes.\nIn\xa0May."),
        ("quoted", "It said so."),
        ("Anna", "Why?"),
        ("Tom", "Money."),
    ]
    assert losses == {"pictures": "1 picture(s) or drawing(s) left out."}


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "utf-16", "utf-8-sig", "iso8859-2"])
def test_html_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    known = {"cp1251": "Привет, мир", "shift_jis": "こんにちは", "iso8859-2": "zażółć gęślą jaźń"}
    words = known.get(encoding, "naïve")
    named = "" if encoding.startswith("utf") else f"<meta content='text/html; charset={encoding}'>"
    path = tmp_path / "a.htm"
    path.write_bytes(f"<html><head>{named}</head><body><p>{words}</p></body></html>".encode(encoding))
    assert read(path)[0].text == words


def test_an_epub(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.epub", epub_parts("<h1>One</h1><p>A  word.</p>", "<blockquote><p>Said.</p></blockquote>")
    )
    document, _ = read(path)
    assert turns(document) == [("heading", "One"), ("speech", "A word."), ("quoted", "Said.")]


def test_the_name_decides_nothing(tmp_path: Path) -> None:
    path = word(tmp_path / "real.docx", p(r("hello"))).rename(tmp_path / "a.doc")
    bundle = read_file(path, options=DEFAULT)
    assert bundle.documents[0].text == "hello"
    assert bundle.choices[0].what == "Read as Word, which it is inside."


def test_nothing_to_read(tmp_path: Path) -> None:
    for path in (word(tmp_path / "a.docx", p()), odt(tmp_path / "a.odt", "<text:p/>")):
        with pytest.raises(UnreadableError, match="no words"):
            read(path)


def test_damaged_inside(tmp_path: Path) -> None:
    for path in (
        word(tmp_path / "open.docx", "<w:p>"),
        zipped(tmp_path / "none.docx", {"word/other.xml": "<a/>"}),
        zipped(tmp_path / "none.odt", {**odt_parts(""), "content.xml": "<a/>"}),
        zipped(tmp_path / "none.epub", {"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}),
    ):
        with pytest.raises(UnreadableError, match="damaged"):
            read(path)


def test_depth_is_refused_not_died_of(tmp_path: Path) -> None:
    shuffle = random.Random(1)
    opened = "".join(f'<w:sdt w:a="{shuffle.random()}"><w:sdtContent>' for _ in range(20_000))
    deep = word(tmp_path / "a.docx", opened + p(r("hello")) + "</w:sdtContent></w:sdt>" * 20_000)
    (tmp_path / "a.html").write_text("<div>" * 3000 + "hello")
    for path in (deep, tmp_path / "a.html"):
        with pytest.raises(UnreadableError, match="deeply nested"):
            read(path)


def test_limits_of_time_and_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.html"
    path.write_text("<table><tr><td>" * 5000)
    monkeypatch.setattr(pandoc, "TIME_LIMIT", 0.2)
    start = time.monotonic()
    with pytest.raises(UnreadableError, match="longer than"):
        read(path)
    assert time.monotonic() - start < 5
    monkeypatch.setattr(pandoc, "TIME_LIMIT", 20.0)
    monkeypatch.setattr(pandoc, "MEMORY_LIMIT", "20m")
    path.write_text("<p>hello there</p>" * 100_000)
    with pytest.raises(UnreadableError, match="too large"):
        read(path)


def test_pandoc_reads_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    path = tmp_path / "a.html"
    path.write_text(f"<p>hello</p><iframe src='{secret}'></iframe><iframe src='file://{secret}'></iframe>")
    assert read(path)[0].text == "hello"


def test_the_program_is_found_without_importing_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, crosscase.importers; print('pypandoc' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"
    assert pandoc.pandoc_path().exists()


@pytest.mark.slow
def test_a_long_book_of_interviews(tmp_path: Path) -> None:
    shuffle = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    said = ["".join(shuffle.choices(letters, k=shuffle.randint(2, 9))) for _ in range(400_000)]
    body = "".join(p(r(" ".join(said[at : at + 40]))) for at in range(0, len(said), 40))
    path = word(tmp_path / "a.docx", body)
    start = time.monotonic()
    document, losses = read(path)
    assert document.text.split() == said
    assert losses == {}
    assert time.monotonic() - start < limits.TIME_LIMIT
