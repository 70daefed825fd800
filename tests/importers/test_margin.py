"""Comments in the margin of Word files: each on its words, by its commenter, as a memo or as codings."""

from __future__ import annotations

from pathlib import Path

from crosscase.importers import read_path
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.renaming import renamed
from crosscase.model.bundle import Bundle, CodingRecord, Document, MemoRecord
from tests.importers.made import W, p, r, word_parts, zipped


def a_word_file(folder: Path, name: str = "talk.docx") -> Path:
    said = {1: ("Jo", "Trust"), 2: ("Max", "Why here?"), 3: ("Jo", "wait; Trust"), 4: ("", "At a point.")}
    comments = f'<w:comments xmlns:w="{W}">' + "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{"".join(p(r(line)) for line in words.split("|"))}</w:comment>'
        for number, (author, words) in said.items()
    )
    start, end = ('<w:commentRangeStart w:id="{}"/>'.format, '<w:commentRangeEnd w:id="{}"/>'.format)
    body = (
        p(r("It was slow, and "), start(1), r("it was slow"), end(1), r(" again."))
        + p(r("First "), start(2), r("end."))
        + p(r("And "), r("the next"), end(2), r(" one."))
        + p(r("It was slow, and "), start(3), r("it was"), end(3), r(" slow."))
        + p(r("Here we are."), '<w:r><w:commentReference w:id="4"/></w:r>')
    )
    return zipped(folder / name, word_parts(body, comments=comments + "</w:comments>"))


def placed(bundle: Bundle) -> list[tuple[str, str, str]]:
    text = bundle.documents[0].text
    records: tuple[CodingRecord | MemoRecord, ...] = (*bundle.codings, *bundle.memos)
    return [
        (one.member, getattr(one, "code", "") or getattr(one, "text", ""), text[one.start : one.end]) for one in records
    ]


def test_comments_become_memos_and_codings(tmp_path: Path) -> None:
    file = a_word_file(tmp_path)
    bundle = read_path(file)
    assert placed(bundle) == [
        ("Jo", "Trust", "it was slow"),
        ("Max", "Why here?", "end.\n\nAnd the next"),
        ("Jo", "wait; Trust", "it was"),
        ("Unnamed commenter", "At a point.", "Here we are."),
    ]
    assert bundle.documents[0].text.index("it was slow") == bundle.memos[0].start
    assert [one.name for one in bundle.members] == ["Jo", "Max", "Unnamed commenter"]
    assert bundle.losses == ()
    coded = read_path(file, options=DEFAULT.but(codes=frozenset({"trust", "wait"})))
    assert [one[:2] for one in placed(coded)] == [
        ("Jo", "Trust"), ("Jo", "wait"), ("Jo", "Trust"), ("Max", "Why here?"), ("Unnamed commenter", "At a point."),
    ]  # fmt: skip
    assert [one.name for one in read_path(file, options=Options(comments="codes")).codes] == [
        "Trust", "Why here?", "wait", "At a point.",
    ]  # fmt: skip
    assert read_path(file, options=Options(comments="memos", codes=frozenset({"trust"}))).codings == ()
    left = read_path(file, options=Options(comments="leave"))
    assert (left.memos, len(left.losses)) == ((), 4)


def test_comments_go_with_their_document_under_its_own_key(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        a_word_file(tmp_path / folder)
    bundle = read_path(tmp_path)
    assert [one.key for one in bundle.documents] == ["a/talk", "b/talk"]
    assert [one.document for one in bundle.memos] == ["a/talk"] * 4 + ["b/talk"] * 4
    (tmp_path / "a" / "documents.csv").write_text("document_id,file\nD1,talk.docx\n", encoding="utf-8")
    described = read_path(tmp_path / "a")
    assert {one.document for one in described.memos} == {"D1"}


def test_places_move_with_the_names_that_are_replaced() -> None:
    text = "Jo met Jo Marie and Bo. Then Jo left."
    places = {"Jo met": (0, 6), "met J": (3, 8), "Marie and": (10, 19), "left": (32, 36), "Jo left.": (29, 37)}
    codings = tuple(
        CodingRecord(document="D", code="c", member="Jo", start=start, end=end, quote=words)
        for words, (start, end) in places.items()
    )
    memo = MemoRecord(title="", text="Ask Jo.", document="D", start=20, end=22)
    bundle = Bundle(documents=(Document(key="D", name="D", text=text),), codings=codings, memos=(memo,))
    after = renamed(bundle, {"Jo": "Alexandra", "Bo": "B"})
    text = after.documents[0].text
    assert text == "Alexandra met Alexandra Marie and B. Then Alexandra left."
    assert [text[one.start : one.end] for one in after.codings] == [
        "Alexandra met", "met Alexandra", "Marie and", "left", "Alexandra left.",
    ]  # fmt: skip
    assert after.codings[0].quote == "Alexandra met"
    assert {one.member for one in after.codings} == {"Alexandra"}
    assert (text[after.memos[0].start : after.memos[0].end], after.memos[0].text) == ("B", "Ask Alexandra.")
