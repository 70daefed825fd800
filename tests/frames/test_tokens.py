"""Words are where people see them, under the form people look for; offsets are the original text's."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.tokens import count_words, fold, is_cut_by_character, tokenize
from tests.shared import shared


def words(text: str) -> list[tuple[str, str]]:
    """Each word as it is written and as it is found."""
    tokens = tokenize(text)
    return [(text[a:b], w) for a, b, w in zip(tokens.start.tolist(), tokens.end.tolist(), tokens.folded, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peer-led work", [("Peer", "peer"), ("led", "led"), ("work", "work")]),
        ("don't it’s 'quoted'", [("don't", "don't"), ("it’s", "it's"), ("quoted", "quoted")]),
        ("rock''n a' 'b", [("rock", "rock"), ("n", "n"), ("a", "a"), ("b", "b")]),
        ("snake_case 3.5 A4", [("snake", "snake"), ("case", "case"), ("3", "3"), ("5", "5"), ("A4", "a4")]),
        ("हिन्दी भाषा", [("हिन्दी", "हिन्दी"), ("भाषा", "भाषा")]),
        ("政府は", [("政", "政"), ("府", "府"), ("は", "は")]),
        ("ｶﾞラ", [("ｶﾞ", "ガ"), ("ラ", "ラ")]),
        ("か\u3099き", [("か\u3099", "が"), ("き", "き")]),
        ("한국 사람", [("한국", "한국"), ("사람", "사람")]),
        ("ไทย", [("ไ", "ไ"), ("ท", "ท"), ("ย", "ย")]),
        ("Straße ﬁne İstanbul ısı", [("Straße", "strasse"), ("ﬁne", "fine"), ("İstanbul", "istanbul"), ("ısı", "ısı")]),
        ("naïve cafe\u0301", [("naïve", "naive"), ("cafe\u0301", "cafe")]),
        ("Ёлка йод Ὀδυσσεύς", [("Ёлка", "елка"), ("йод", "иод"), ("Ὀδυσσεύς", "οδυσσευσ")]),
        ("ＣＯＶＩＤ", [("ＣＯＶＩＤ", "covid")]),
        ("½ x²", [("½", "½"), ("x²", "x²")]),
        ("👨‍👩‍👧 ok ❤️ 👍🏽", [("ok", "ok")]),
        ("❤️'s", [("s", "s")]),
        ("می\u200cخواهم", [("می\u200cخواهم", "میخواهم")]),
        ("צה״ל שלום", [("צה״ל", "צה״ל"), ("שלום", "שלום")]),
        ("السَّلام عليكم", [("السَّلام", "السَّلام"), ("عليكم", "عليكم")]),
        ("\ufe91\ufeea", [("\ufe91\ufeea", "به")]),
        ("peer\u00adwork", [("peer\u00adwork", "peerwork")]),
        ("中a が'b b中", [("中", "中"), ("a", "a"), ("が", "が"), ("b", "b"), ("b", "b"), ("中", "中")]),
        ("a\x00b\ufeffc", [("a", "a"), ("b\ufeffc", "bc")]),
        ("█████ said", [("said", "said")]),
        ("\ud800a", [("a", "a")]),
        ("", []),
        ("… — !!", []),
    ],
)
def test_words_as_people_see_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert words(text) == expected


# Characters that meet each other rarely in a real text; between them they are of every class.
ALPHABET = "ab Z9'’ʼ_-.\n\u0301\u00ad\u200d\ufe0f·éßﬁİ½²中が゙ｶﾞไ้ำहि्न्दीשׁل\u064eа\u0306👍\U0001f3fd\u0000█"
SINGLE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}--[\p{M}\p{Nd}\uFF9E\uFF9F]]"
MARK = r"[\p{M}\uFF9E\uFF9F]"
JOINER = "['’‘ʼ＇׳״·\u00ad\u200c\u200d\u2060\ufeff]"
BASE = rf"(?:(?!{SINGLE}|{JOINER}|{MARK})[\p{{L}}\p{{N}}\p{{Co}}])"
SECOND = regex.compile(rf"{SINGLE}{MARK}*|{BASE}(?:{BASE}|{MARK}|{JOINER}(?={BASE}))*", regex.V1)


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_agrees_with_a_second_implementation(text: str) -> None:
    assert [written for written, _ in words(text)] == SECOND.findall(text)


@given(st.text(max_size=60) | st.text(alphabet=ALPHABET, max_size=60) | st.text(alphabet="aé’' 中", max_size=30))
def test_every_slice_folds_to_its_word(text: str) -> None:
    tokens = tokenize(text)
    for written, found in words(text):
        assert found
        assert fold(written) == found
        assert fold(found) == found
        assert not regex.search(r"\s", written)
    assert (tokens.start < tokens.end).all()
    assert (tokens.end[:-1] <= tokens.start[1:]).all()
    assert len(set(tokens.words)) == len(tokens.words)
    assert list(dict.fromkeys(tokens.folded)) == list(tokens.words)
    assert count_words(text) == len(tokens)


@given(st.text(alphabet="ab'c Z9.\n-’“”éà–", max_size=60))
def test_the_quick_way_is_the_slow_way(text: str) -> None:
    # A Devanagari word at the end takes the whole text off the quick way.
    assert words(text + " \nहि") == [*words(text), ("हि", "हि")]


def test_words_of_every_script_survive_being_looked_up() -> None:
    # What a table of words prints is what somebody then looks for.
    text = "Straße हिन्दी 政府 ไทยน้ำ 한국 שלום السَّلام Ёлка don’t ＣＯＶＩＤ x² ガｶﾞ é ½"
    for _, found in words(text):
        assert [again for _, again in words(found)] == [found]


def test_characters_of_scripts_without_spaces_are_known() -> None:
    assert [is_cut_by_character(word) for word in ("政", "が", "ไ", "peer", "한국", "")] == [True] * 3 + [False] * 3


def test_real_languages_are_cut_into_words() -> None:
    folder = shared("corpora", "unicode-text", "udhr-txt")
    for path in sorted(folder.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert all(fold(written) == found for written, found in words(text)), path.name
