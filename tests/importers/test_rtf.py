r"""Rich text: code pages, stand-ins, groups that are no text, files that break off."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.importers import read_file, rtf
from crosscase.importers.errors import UnreadableError
from crosscase.importers.flatten import flatten
from crosscase.importers.options import DEFAULT


def text(
    body: str, head: str = r"\ansi\ansicpg1252\uc1{\fonttbl{\f0 A;}{\f1\fcharset238 B;}{\f2\fcharset128 C;}}"
) -> str:
    return flatten(rtf.parse(rf"{{\rtf1{head} {body}}}".encode("latin-1")).blocks, quotes=False).text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"one\par two\par\par three", "one\n\ntwo\n\nthree"),
        (r"a\line b\tab c", "a\nb\tc"),
        ("one\r\ntwo", "onetwo"),
        ("one\\\ntwo", "one\n\ntwo"),
        (r"na\'efve, \{so\} \\ na\u239\'efve, na\u239 ?ve", "naïve, {so} \\ naïve, naïve"),
        (r"\lquote so\rquote  \ldblquote x\rdblquote  a\emdash b\endash c\~d\_e", "‘so’ “x” a—b–c\xa0d\u2011e"),
        (r"\f1 za\'bf\'f3\'b3\'e6 \f0 na\'efve", "zażółć naïve"),
        (r"\f2\'82\'b1\'82\'f1\f0 !", "こん!"),
        (r"{\f2 \'82}{\f2 \'b1}x", "\ufffdｱx"),
        (r"\u-10179?\u-8704?!", "😀!"),
        (r"\uc0\u233 t\u233 ", "été"),
        (r"\uc2\u24180\'94\'4e abc", "年 abc"),
        (r"{\uc0\u233}\u233?x", "ééx"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the link}}", "the link"),
        ("{\\field{\r\n\\*\\fldinst X}{\\fldrslt y}}", "y"),
        (r"{\*\unknown words}{\info{\title No}}{\*\bkmkstart m}yes", "yes"),
        (r"{\upr{old}{\*\ud{new}}}", "new"),
        (r"a{\pict\pngblip 89504e47}b{\pict\bin4 }}{{}c", "abc"),
        (r"\trowd\intbl a\cell b\par c\cell\row\trowd\intbl d\cell e\cell\row\pard after", "a\tb\nc\nd\te\n\nafter"),
        (r"\trowd a\cell b\cell\row after", "a\tb\n\nafter"),
        (r"word{\footnote {\b A} note.} on", "word[1] on\n\n[1] A note."),
        (r"\mac \'8e", "é"),
        ("in the page: \xe9", "in the page: é"),
    ],
)
def test_words(body: str, words: str) -> None:
    assert text(body) == words


@pytest.mark.parametrize(
    ("head", "words"),
    [(r"\ansi\ansicpg1251", "привет"), (r"\ansi\ansicpg936", "你好"), (r"\pc", "é"), (r"\ansi\ansicpg65001", "ř")],
)
def test_code_pages(head: str, words: str) -> None:
    page = {r"\ansi\ansicpg1251": "cp1251", r"\ansi\ansicpg936": "gbk", r"\pc": "cp437"}.get(head, "utf-8")
    escaped = "".join(rf"\'{byte:02x}" for byte in words.encode(page))
    assert text(escaped, head) == words


def test_an_interview(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(
        r"{\rtf1\ansi{\stylesheet{\s1 heading 1;}}{\header Study 4}\pard\outlinelevel0 Part one\par\pard "
        r"{\b Anna:} So you left?\par {\b Tom:}\tab I {\deleted never }{\revised did}.\par{\b Anna:} Why?"
        r"{\*\atnauthor Jo}{\*\annotation Ask again}\par {\b Tom:} {\v unsaid }Money."
        r"{\object{\*\objdata 00}{\result}}\par"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box\par}}{\shprslt In a box}}{\listtext 1.\tab}More.}"
    )
    bundle = read_file(path, options=DEFAULT)
    document = bundle.documents[0]
    assert [(turn.speaker or turn.nature, document.text[turn.start : turn.end]) for turn in document.turns] == [
        ("heading", "Part one"),
        ("Anna", "So you left?"),
        ("Tom", "I did."),
        ("Anna", "Why?"),
        ("Tom", "Money.\n\nMore."),
    ]
    assert {loss.place: loss.what for loss in bundle.losses} == {
        "tracked changes": "They were accepted: 1 word inserted, 1 word deleted.",
        "comment 1": "Left out by Jo: “Ask again”",
        "text box 1": "Left out: “In a box”",
        "page head or foot": "Left out: “Study 4”",
        "embedded files": "1 embedded file(s) left out and not opened.",
        "lists": "1 number(s) or bullet(s) that the program puts before a paragraph left out.",
        "hidden text": "1 hidden word(s) left out.",
    }


@pytest.mark.parametrize("end", ["", r"{\footnote and", r"\trowd\intbl cell", "{{{", "\\", r"\'4", r"{\pict\bin999 "])
def test_what_breaks_off_is_read_so_far_and_said(end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(rf"{{\rtf1 Anna: hello\par {end}")
    bundle = read_file(path, options=DEFAULT)
    assert bundle.documents[0].text.startswith("Anna: hello")
    assert "breaks off" in bundle.losses[-1].what


def test_what_follows_the_last_brace_is_not_text() -> None:
    assert flatten(rtf.parse(b"{\\rtf1 hello}\0\0 junk {\\b more}").blocks, quotes=False).text == "hello"


def test_depth_costs_nothing() -> None:
    assert text("{" * 100_000 + "hello" + "}" * 100_000) == "hello"


def test_a_limit_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf, "TIME_LIMIT", 0.0)
    with pytest.raises(UnreadableError, match="longer than"):
        text(r"a\par " * 100_000)


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="\ufdd0\ufdd1\ufdd2")
)


@given(words=WORDS)
def test_any_letters_come_back(words: str) -> None:
    units = words.encode("utf-16-le")
    numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    assert text("x" + "".join(rf"\u{number}?" for number in numbers)) == "x" + words


PIECES = st.sampled_from([
    "{", "}", "\\", "\\par ", "\\'e9", "\\'", "\\u233?", "\\u-1", "\\uc9 ", "{\\*\\x ", "\\bin3 ", "\\cell", "\\row",
    "\\trowd", "{\\footnote ", "{\\pict ", "{\\upr{", "{\\*\\ud{", "\\b", "word ", "\\f1", "{\\fonttbl", "\\f99999999 ",
    "\\ansicpg99999 ", "\\v", "\n", "\0", "\xff", "\\deleted", "{\\*\\annotation ", "\\intbl", "\\pard",
])  # fmt: skip


@given(pieces=st.lists(PIECES, max_size=40))
def test_nothing_breaks_the_reader(pieces: list[str]) -> None:
    parsed = rtf.parse(b"{\\rtf1" + "".join(pieces).encode("latin-1"))
    assert isinstance(flatten(parsed.blocks, quotes=False).text, str)
