"""The text layer of PDF: lines to paragraphs, running heads, scans, and what a PDF must not do to us."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from crosscase.importers import pdf, pdf_worker, read_file
from crosscase.importers.errors import UnreadableError
from crosscase.importers.options import DEFAULT
from crosscase.importers.pages import Line, joined, without_numbers, without_running
from crosscase.model.bundle import Bundle, Document
from tests.importers.made import Line as Placed
from tests.importers.made import column, pdf_bytes
from tests.shared import shared


def read(path: Path, data: bytes) -> Bundle:
    path.write_bytes(data)
    return read_file(path, options=DEFAULT)


def turns(document: Document) -> list[tuple[str, str]]:
    return [(turn.speaker or turn.nature, document.text[turn.start : turn.end]) for turn in document.turns]


def pages_of_an_interview() -> list[list[Placed]]:
    """Three pages; a turn goes on from the first to the second, and each has a head and a number."""
    bodies = [
        [
            "*Anna: So you left the hospital after all these years, and I do wonder what made you really",
            "go?",
            "",
            "*Tom: It was not one thing. There were people I liked, and there was a time when I would",
            "have stayed for them alone, but then the night shifts came, and the manager who did not",
        ],
        [
            "listen, and in the end I thought that somebody else could do it as well as I could, or bet-",
            "ter.",
            "*Anna: Somebody else?",
            "*Tom: Anybody.",
        ],
        ["*Anna: Thank you.", "*Tom: You are welcome."],
    ]
    return [
        [(60, 815, "Study of peer workers"), *column(body), (290, 30, f"Page {number} of 3")]
        for number, body in enumerate(bodies, 1)
    ]


def test_an_interview(tmp_path: Path) -> None:
    bundle = read(tmp_path / "a.pdf", pdf_bytes(pages_of_an_interview()))
    assert turns(bundle.documents[0]) == [
        ("Anna", "So you left the hospital after all these years, and I do wonder what made you really go?"),
        (
            "Tom",
            "It was not one thing. There were people I liked, and there was a time when I would have stayed for them "
            "alone, but then the night shifts came, and the manager who did not listen, and in the end I thought that "
            "somebody else could do it as well as I could, or bet-ter.",
        ),
        ("Anna", "Somebody else?"),
        ("Tom", "Anybody."),
        ("Anna", "Thank you."),
        ("Tom", "You are welcome."),
    ]
    assert [(loss.place, loss.what) for loss in bundle.losses] == [
        ("3 pages", "Running head or page number left out: “Study of peer workers”"),
        ("3 pages", "Running head or page number left out: “Page 1 of 3”"),
    ]


def lines(*pages: list[tuple[float, str]]) -> list[list[Line]]:
    return [
        [Line(words, 60, 60 + 5 * len(words), up, 11, page=number) for up, words in page]
        for number, page in enumerate(pages, 1)
    ]


def test_running_heads_go_only_when_sure() -> None:
    words = iter(f"{'x' * (one % 7)}{chr(97 + one % 26)}y{chr(97 + one // 26)}" for one in range(600))

    def gone(*pages: list[tuple[float, str]]) -> list[str]:
        return [one.words for one in without_running(lines(*pages))[1]]

    def page(*more: tuple[float, str]) -> list[tuple[float, str]]:
        return [*more, *((700 - 14 * n, f"{'abcdef'[n]} {next(words)}") for n in range(6))]

    assert gone(*(page((30, f"{n}")) for n in (1, 2, 3))) == ["1"]
    assert gone(*(page((30, f"{n}")) for n in (7, 8, 9))) == ["7"]
    assert gone(*(page((30, f"{n}")) for n in (7, 3, 9))) == []
    assert gone(*(page((30, f"{n}/2")) for n in (1, 2))) == ["1/2"]
    assert gone(*(page((30, f"{n}/9")) for n in (1, 2))) == []
    assert gone(*(page((30, f"{n}")) for n in (1, 2))) == []
    assert gone(*(page((800, "Interviewer:")) for _ in range(5))) == []
    assert gone(*(page((800, "Yes.")) for _ in range(2))) == []
    assert gone(*(page((800 - 90 * n, "Yes.")) for n in range(4))) == []


def test_numbers_of_lines_go_when_they_count() -> None:
    words = ["so", "it", "was", "a", "long", "day", "at", "the", "ward", "then", "we", "left"]
    (page,) = lines([(780 - 14 * n, f"{n + 1} {word}") for n, word in enumerate(words)])
    (kept,), count = without_numbers([page])
    assert ([line.words for line in kept], count) == (words, 12)
    odd = lines([(780 - 14 * n, f"{n * n} {word}") for n, word in enumerate(words)])
    assert without_numbers(odd)[1] == 0
    beside = [Line(f"{n}", 20, 30, 780 - 14 * n, 11, page=1) for n in range(3, 6)]
    (kept,), count = without_numbers([[*kept, *beside]])
    assert (len(kept), count) == (12, 3)


def test_paragraphs() -> None:
    full = "a line that is as long as lines can be here,"
    (page,) = lines([
        (780, "A heading"), (760, full), (746, full), (732, "and ends."), (718, "Next one"), (690, "far below"),
        (676, "• first"), (662, "• second"),
    ])  # fmt: skip
    assert [one.words for one in joined([page])] == [
        "A heading", f"{full} {full} and ends.", "Next one", "far below", "• first", "• second",
    ]  # fmt: skip


def test_columns_of_chinese_are_joined_without_blanks() -> None:
    page = [
        Line(words, 60, 60 + 11 * len(words), up, 11, page=1) for up, words in ((780, "今天我们谈"), (766, "谈工作。"))
    ]
    assert [one.words for one in joined([page])] == ["今天我们谈谈工作。"]


def test_what_lies_outside_the_page_is_not_read(tmp_path: Path) -> None:
    bundle = read(tmp_path / "a.pdf", pdf_bytes([[(60, 700, "seen"), (60, -300, "unseen")]]))
    assert bundle.documents[0].text == "seen"
    assert "outside of the page" in bundle.losses[0].what


def test_a_page_on_its_side(tmp_path: Path) -> None:
    data = pdf_bytes([column(["the first line of a page that lies on its side, long enough", "to go on here"])])
    turned = data.replace(b"BT 60 780 Td", b"BT 0 1 -1 0 100 60 Tm").replace(b"BT 60 766 Td", b"BT 0 1 -1 0 114 60 Tm")
    document = read(tmp_path / "a.pdf", turned).documents[0]
    assert document.text == "the first line of a page that lies on its side, long enough to go on here"


def test_comments_and_forms_are_listed(tmp_path: Path) -> None:
    annotations = (
        "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ask again) >> "
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (filled) /Rect [0 0 9 9] >>]"
    )
    bundle = read(tmp_path / "a.pdf", pdf_bytes([[(60, 700, "hello")]], extra=annotations))
    assert [(loss.place, loss.what) for loss in bundle.losses] == [
        ("comment 1", "Left out: “Ask again”"),
        ("form", "What is filled into 1 form field(s) is left out."),
    ]


PICTURE = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
"""A page that is one grey picture."""


def scanned(pages: list[list[Placed]]) -> bytes:
    """The same with a picture before the words of each page."""
    return re.sub(
        rb"<< /Length (\d+) >>\nstream\n",
        lambda m: b"<< /Length %d >>\nstream\n" % (int(m[1]) + len(PICTURE)) + PICTURE,
        pdf_bytes(pages),
    )


def test_scans_and_empty_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a scan"):
        read(tmp_path / "scan.pdf", scanned([[], []]))
    with pytest.raises(UnreadableError, match="no text in it"):
        read(tmp_path / "empty.pdf", pdf_bytes([[]]))
    bundle = read(tmp_path / "half.pdf", scanned([[(60, 700, "hello there, this page has enough words")], []]))
    assert [(loss.place, loss.what) for loss in bundle.losses] == [
        ("page 2", "The page is a picture; its words, if any, are left out.")
    ]


def test_letters_without_a_meaning_are_refused(tmp_path: Path) -> None:
    strange = pdf_bytes([[(60, 700, "hello there")]]).replace(
        b"/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
        b"/Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [0 " + b"/g1 " * 255 + b"] >>",
    )
    with pytest.raises(UnreadableError, match="which letters"):
        read(tmp_path / "a.pdf", strange)


def test_passwords(tmp_path: Path) -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<61> <61>]"
    with pytest.raises(UnreadableError, match=r"^This PDF asks for a password\. Save a copy without one\.$"):
        read(tmp_path / "a.pdf", pdf_bytes([[(60, 700, "hello")]], trailer=lock))


def test_damage(tmp_path: Path) -> None:
    whole = pdf_bytes([[(60, 700, "hello")]])
    for name, data in (("head", whole.removeprefix(b"%PDF-1.4\n")), ("tail", whole[: whole.find(b"xref")])):
        bundle = read(tmp_path / f"{name}.pdf", data)
        assert bundle.documents[0].text == "hello"
    for name, data in (
        ("cut", whole[:60]),
        ("gone", whole.replace(b"/Type /Page /", b"/Type /Rage /").replace(b"/Contents", b"/C")),
    ):
        with pytest.raises(UnreadableError, match=r"damaged|no text"):
            read(tmp_path / f"{name}.pdf", data)


def test_pages_that_never_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(UnreadableError, match="3 pages; at most 2"):
        read(tmp_path / "a.pdf", pdf_bytes([[], [], []]))


def test_a_crash_or_a_hang_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes([[(60, 700, "hello")]]))
    worker = tmp_path / "worker.py"
    monkeypatch.setattr(pdf_worker, "__file__", str(worker))
    monkeypatch.setattr(pdf, "TIME_LIMIT", 1.0)
    worker.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)")
    with pytest.raises(UnreadableError, match="damaged"):
        read_file(path, options=DEFAULT)
    worker.write_text("while True: pass")
    start = time.monotonic()
    with pytest.raises(UnreadableError, match="longer than"):
        read_file(path, options=DEFAULT)
    assert time.monotonic() - start < 5


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of memory for a process")
def test_a_limit_of_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes([[(60, 700, "hello")]]))
    with path.open("r+b") as file:
        file.truncate(200 * 1024 * 1024)
    monkeypatch.setattr(pdf, "MEMORY_LIMIT", 160)
    with pytest.raises(UnreadableError, match="too large"):
        read_file(path, options=DEFAULT)


def test_interviews_printed_by_another_program() -> None:
    found = {}
    for name in ("P1", "P2", "P3", "P4"):
        bundle = read_file(shared("corpora", "pdpilot-interviews", "transcripts", f"{name}.pdf"), options=DEFAULT)
        document = bundle.documents[0]
        assert [speaker.label for speaker in document.speakers] == ["Dan", "Participant"]
        assert not re.search(r"\n\n\d+(/\d+)?\n\n", document.text)
        found[name] = sum(1 for turn in document.turns if turn.speaker)
    # MAXQDA numbered the paragraphs in the margin; each but the heading is a turn.
    assert found == {"P1": 94, "P2": 165, "P3": 122, "P4": 111}
