"""Transcripts with their codings, annotations and segments, opened again and read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import polars as pl
import pytest
from docx.oxml.ns import qn

from crosscase.demo import build_demo
from crosscase.model import Case, Code, Coding, Participant, Source
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.coded_transcripts import as_word, coded_transcripts
from crosscase.reports.formats import FORMATS, NotHeededError, Wanted, write
from crosscase.study import Study
from crosscase.verbs.consents import set_consent
from crosscase.verbs.participants import change_participant


@pytest.fixture(scope="module")
def demo() -> Iterator[Study]:
    with build_demo(None) as study:
        yield study


def out(study: Study, path: Path, *, format: str = "", **wanted: object) -> Path:
    write(study, path, Wanted(**wanted), Outgoing(study.leaving()), format=format)  # type: ignore[arg-type]
    return path


def commented(path: Path) -> list[tuple[str, str, str]]:
    """Author, first line and words of every comment of a Word document."""
    document = docx.Document(str(path))
    part = next(one for one in document.part.package.iter_parts() if str(one.partname).endswith("comments.xml"))
    from docx.oxml import parse_xml

    said = {
        one.get(qn("w:id")): (one.get(qn("w:author")), "".join(t.text or "" for t in one.iter(qn("w:t"))))
        for one in parse_xml(part.blob).iter(qn("w:comment"))
    }
    words: dict[str, list[str]] = {}
    on: list[str] = []
    for node in document.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            on.append(node.get(qn("w:id")))
            words[on[-1]] = []
        elif node.tag == qn("w:commentRangeEnd"):
            on.remove(node.get(qn("w:id")))
        elif node.tag == qn("w:t"):
            for one in on:
                words[one].append(node.text or "")
    return [(*said[one], "".join(text)) for one, text in words.items()]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_coding_is_a_comment_on_its_words(demo: Study, tmp_path: Path) -> None:
    case = demo.find(Case, "ALD")
    path = out(demo, tmp_path / "ald.docx", cases=(case.id,))
    found = commented(path)
    texts = {one.id: demo.text(one.id) for one in demo.rows(Source) if one.case == case.id}
    codings = [one for one in demo.rows(Coding) if one.source in texts and one.place == "text"]
    assert len(found) == len(codings) > 20
    wanted = sorted(squeezed(texts[one.source][one.start : one.end]) for one in codings)
    assert sorted(squeezed(words) for _, _, words in found) == wanted
    assert {"Ines", "Tom"} <= {author for author, _, _ in found}
    assert path.read_bytes() == out(demo, tmp_path / "again.docx", cases=(case.id,)).read_bytes()


def test_a_page_has_the_whole_text_and_a_note_for_every_coding(demo: Study, tmp_path: Path) -> None:
    case = demo.find(Case, "ALD")
    page = out(demo, tmp_path / "ald.html", cases=(case.id,)).read_text("utf-8")
    assert "Invented" in page
    codings = [one for one in demo.rows(Coding) if demo.get(Source, one.source).case == case.id]  # type: ignore[union-attr]
    assert page.count('<li id="t') == len(codings)
    assert not re.search(r"<(script|link|img)", page)
    plain = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", page)
    text = demo.text(next(one.id for one in demo.rows(Source) if one.case == case.id))
    from html import unescape

    assert squeezed(text.splitlines()[3]) in squeezed(unescape(plain))


def test_only_a_code_with_those_under_it(demo: Study, tmp_path: Path) -> None:
    code = next(one for one in demo.rows(Code) if any(other.parent == one.id for other in demo.rows(Code)))
    below = {code.id, *(one.id for one in demo.rows(Code) if one.parent == code.id)}
    data = json.loads(out(demo, tmp_path / "a.jsonld", codes=(code.id,)).read_text("utf-8"))
    assert data["total"] == sum(one.code in below for one in demo.rows(Coding)) > 0


def test_annotations_name_their_words_and_what_stands_around_them(demo: Study, tmp_path: Path) -> None:
    data = json.loads(out(demo, tmp_path / "a.jsonld").read_text("utf-8"))
    assert (data["first"]["id"], data["first"]["partOf"]) == (f"{data['id']}:1", data["id"])
    items = data["first"]["items"]
    assert data["type"] == "AnnotationCollection"
    assert data["total"] == len(items) == len(demo.rows(Coding))
    for item in items:
        target = item["target"]
        position, quote = target["selector"]
        text = demo.text(target["source"]["id"].removeprefix("urn:uuid:").replace("-", ""))
        start, end = position["start"], position["end"]
        assert quote["exact"] == text[start:end]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_segments_are_one_table(demo: Study, tmp_path: Path) -> None:
    frame = pl.read_parquet(out(demo, tmp_path / "segments.parquet"))
    assert frame.height == len(demo.rows(Coding))
    assert frame["quote"].str.len_chars().min() > 0  # type: ignore[operator]


def test_what_a_format_does_not_heed_is_refused(demo: Study, tmp_path: Path) -> None:
    with pytest.raises(NotHeededError, match="--case"):
        out(demo, tmp_path / "data", format="data", cases=(demo.find(Case, "ALD").id,))
    assert list(tmp_path.iterdir()) == []


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


def test_a_no_and_a_real_name_are_covered_and_marks_stay_on_their_words(tmp_path: Path) -> None:
    with build_demo(None) as study:
        someone = study.find(Participant, "ALDPW01")
        study.do(set_consent, [someone.id], archive="no")
        study.do(change_participant, study.find(Participant, "ALDMA01").id, name="switchboard")
        found = {one.name: one for one in coded_transcripts(study, study.leaving(use="archive"))}
        refused, named = found["ALDPW01"], found["ALDMA01"]
        source = next(one for one in study.rows(Source) if one.name == "ALDPW01")
        assert len(refused.text) == len(study.text(source.id))
        assert all("▒" in refused.text[note.start : note.end] for note in refused.notes)
        assert "switchboard" not in named.text
        assert any(note.code == "a ▒▒▒▒▒▒▒▒▒▒▒ with a pension" for note in named.notes)
        document = docx.Document(io.BytesIO(as_word([refused, named], title="T", footer="", moment=0)))
        assert "switchboard" not in "".join(one.text for one in document.paragraphs)
