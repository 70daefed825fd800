"""A draft is read for what it refers to, and printed with the data of now in every format."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from crosscase.errors import NotFoundError
from crosscase.model import Draft, Participant, short
from crosscase.reports.drafts.making import DraftOptions, render_draft
from crosscase.reports.drafts.reading import DraftRead, draft_table, read_draft
from crosscase.reports.errors import CannotWriteError, UnknownFormatError
from crosscase.verbs.claims import change_claim
from crosscase.verbs.codings import add_content_note
from crosscase.verbs.consents import set_consent
from crosscase.verbs.corrections import replace_words
from crosscase.verbs.drafts import change_draft, look_draft_over
from crosscase.verbs.quotations import remove_quotation
from tests.reports.conftest import INVENTED, Small
from tests.reports.drafted import Drafted, drafted


@pytest.fixture
def made(small: Small) -> Drafted:
    return drafted(small)


def read(made: Drafted, text: str | None = None, *, since: bool = False) -> DraftRead:
    return read_draft(made.small.study, made.draft, text, since=since)


def statuses(found: DraftRead) -> dict[str, str]:
    return {one.written: one.status for one in found.references}


def printed(made: Drafted, path: Path, *, clean: bool = False) -> str:
    render_draft(made.small.study, made.draft, path, DraftOptions(clean=clean))
    return path.read_text(encoding="utf-8")


def test_every_reference_has_its_status(made: Drafted) -> None:
    found = read(made)
    assert [(one.kind, one.status) for one in found.references] == [
        ("quote", "exact"), ("claim", "not shown"), ("quote", "declared"), ("table", "there"), ("cite", "there"),
        ("table", "there"),
    ]  # fmt: skip
    quote, claim = found.references[:2]
    assert quote.printed == "I never knew where the line was."
    assert (quote.thing, quote.identifiers) == (made.line, ("ONEPW01",))
    assert made.text[quote.start : quote.end] == quote.written
    assert claim.printed == "All services plan (1 of 1 cases; 1 not known)."
    assert [one.about for one in found.unbound] == ["Most participants"]
    assert made.text[found.unbound[0].start : found.unbound[0].end].startswith("Most participants agreed")


def test_what_is_not_there_says_what_would_work(made: Drafted) -> None:
    text = "{quote:12} {quote:the line} {quote:00000000ffff} {table:smaple} {figure:sample x} [@harow2011] {quotes:a}"
    found = read(made, text)
    told = [one.sentence for one in found.references]
    assert {one.status for one in found.references} == {"not found"}
    assert "too short" in told[0]
    assert "no id" in told[1]
    assert "There is no quotation" in told[2]
    assert "{table:sample}" in told[3]
    assert "There are:" in told[4] or "{figure:sample}" in told[4]
    assert "@harrow2011" in told[5]
    assert "{quote:a}" in found.mistakes[0].works


def test_typed_words_are_held_against_the_transcripts(made: Drafted) -> None:
    text = (
        '“We plan together, all of us, and the plan is printed down” and "nobody ever said these words at all".\n\n'
        "> Nobody plans here. I do it on my own, at home, in the evening. (peer worker)\n\n“planning”\n"
    )  # fmt: skip
    assert [(one.status, one.kind) for one in read(made, text).references] == [
        ("altered", "words"), ("not found", "words"), ("exact", "words"),
    ]  # fmt: skip
    assert "“written” became “printed”" in read(made, text).references[0].sentence


def test_what_changed_since_it_was_looked_over_is_told(made: Drafted, tmp_path: Path) -> None:
    study = made.small.study
    assert not any(one.stale for one in read(made, since=True).references)
    study.do(replace_words, [made.small.source("ONEPW01")], "the line was", "the edge was")
    study.do(change_claim, made.claim, quantifier="some")
    quote, claim = read(made, since=True).references[:2]
    assert (quote.status, quote.stale) == ("exact", "Its words were changed: “line” became “edge”.")
    assert claim.status == "shown"
    assert claim.stale.startswith("It was not shown and is shown.")
    assert "Ines" in claim.stale
    assert "Its words were changed: “line” became “edge”" in printed(made, tmp_path / "paper.md")
    assert "became" not in printed(made, tmp_path / "clean.md", clean=True)
    study.do(look_draft_over, made.draft)
    assert not any(one.stale for one in read(made, since=True).references)
    study.do(remove_quotation, made.line)
    (gone,) = (one for one in read(made, since=True).references if one.kind == "quote" and one.stale)
    assert (gone.status, gone.stale) == ("not found", "It was taken away.")


def test_printed_words_that_a_correction_made_differ_are_not_printed(made: Drafted, tmp_path: Path) -> None:
    study = made.small.study
    study.do(replace_words, [made.small.source("TWOPW01")], "Nobody plans here", "Nobody hurries here")
    found = next(one for one in read(made).references if one.thing == made.evening)
    assert (found.status, found.well) == ("altered", False)
    words = printed(made, tmp_path / "paper.md")
    assert "Nobody plans here" not in words
    assert "Quotation not printed: The printed words are not what was said: “hurries” became “plans”." in words


def test_words_that_may_not_leave_leave_a_sentence_in_their_place(made: Drafted, tmp_path: Path) -> None:
    study = made.small.study
    person = study.find(Participant, "ONEPW01").id
    study.do(set_consent, [person], verbatim="no")
    study.do(
        add_content_note, made.small.source("TWOPW01"), "loneliness",
        made.small.span("TWOPW01", "at home, in the evening"),
    )  # fmt: skip
    study.do(change_draft, made.draft, text=made.text + "\nShe wrote that I never knew where the line was.\n")
    assert statuses(read(made))[f"{{quote:{short(made.line)}}}"] == "withheld"
    assert statuses(read(made))[f"{{quote:{short(made.evening)}}}"] == "covered"
    written = render_draft(study, made.draft, tmp_path / "paper.md")
    words = (tmp_path / "paper.md").read_text(encoding="utf-8")
    assert "where the line was" not in words
    assert "Nobody plans here" not in words
    assert words.count("Quotation not printed") == 2
    assert written.participants == ()
    assert len(written.unprinted) == 3
    render_draft(study, made.draft, tmp_path / "all.md", DraftOptions(covered=True))
    assert "Nobody plans here" in (tmp_path / "all.md").read_text(encoding="utf-8")


def test_the_printed_draft(made: Drafted, tmp_path: Path) -> None:
    words = printed(made, tmp_path / "paper.md")
    assert words.startswith("# Who plans?")
    assert INVENTED in words
    assert "It was *said* that “I never knew where the line was.” and nobody objected." in words
    assert "All services plan (1 of 1 cases; 1 not known)." in words
    assert "> “Nobody plans here. \\[…\\] at home, in the evening.”\n>\n> TWOPW01, peer worker" in words
    assert "As Table 1 shows, and the literature does too (Harrow 2011, 3)." in words
    assert "**Table 1.** Sample" in words
    assert "## References\n\nHarrow, Ann. 2011." in words
    assert "**To look at:** Not shown, in what has been coded so far." in words


@pytest.mark.parametrize("form", ["docx", "odt", "html", "tex", "md", "pdf"])
def test_every_format_is_the_same_bytes_each_time(made: Drafted, tmp_path: Path, form: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = tmp_path / "a" / f"paper.{form}", tmp_path / "b" / f"paper.{form}"
    written = render_draft(made.small.study, made.draft, one)
    render_draft(made.small.study, made.draft, other)
    assert (written.tables, len(written.participants)) == (1, 2)
    assert one.read_bytes() == other.read_bytes()


def test_a_word_file_opens_with_comments_and_controls(made: Drafted, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    render_draft(made.small.study, made.draft, path)
    document = docx.Document(str(path))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert any("Nobody plans here. […]" in one or one == "" for one in words)
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
        assert "Not shown, in what has been coded so far" in package.read("word/comments.xml").decode()
        assert made.draft in package.read("docProps/custom.xml").decode()
    tags = re.findall(r'<w:tag w:val="crosscase:([rc]\d+):', body)
    assert tags == ["r0", "r1", "r2", "r3", "c0"]
    assert len(re.findall(r'w:name="cc_\d+_', body)) == 7


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_another_office_program_reads_the_word_file(made: Drafted, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    render_draft(made.small.study, made.draft, path)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    words = (tmp_path / "paper.txt").read_text(encoding="utf-8-sig")
    assert "“I never knew where the line was.”" in words
    assert "(Harrow 2011, 3)" in words


def test_nothing_in_a_draft_is_run_or_fetched(made: Drafted, tmp_path: Path) -> None:
    text = (
        "<script>alert(1)</script> \\input{/etc/passwd} ![secret](/etc/hostname) {=latex}\n\n"
        "```{=html}\n<b>x</b>\n```\n\n$x^2$ and \\{quote:abc}\n"
    )
    made.small.study.do(change_draft, made.draft, text=text)
    words = printed(made, tmp_path / "paper.html")
    assert "<script>alert" not in words
    assert "[picture: secret]" in words
    assert "{quote:abc}" in words
    tex = printed(made, tmp_path / "paper.tex")
    assert "\\input{/etc" not in tex


def test_what_cannot_be_printed_is_refused(made: Drafted, tmp_path: Path) -> None:
    study = made.small.study
    with pytest.raises(UnknownFormatError):
        render_draft(study, made.draft, tmp_path / "paper.doc")
    with pytest.raises(CannotWriteError):
        render_draft(study, made.draft, tmp_path / "nowhere" / "paper.docx")
    with pytest.raises(NotFoundError):
        render_draft(study, "0" * 32, tmp_path / "paper.docx")


def test_a_table_tells_it_line_by_line(made: Drafted) -> None:
    table = draft_table(read(made, since=True), invented=INVENTED)
    assert table.rows[0][:3] == ("5:20", f"{{quote:{short(made.line)}}}", "exact")
    assert any(row[2] == "unbound" for row in table.rows)
    only = draft_table(read(made), every=False)
    assert [row[2] for row in only.rows] == ["not shown", "unbound"]
    study = made.small.study
    assert study.find(Draft, "Paper").id == made.draft
