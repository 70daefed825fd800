"""Names that are proposed, names that are not, and what replacing them does to texts, turns, labels and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.importers.documents import as_document
from crosscase.importers.names import Proposal, Wanted, propose
from crosscase.importers.options import DEFAULT
from crosscase.importers.renaming import OneVoiceError, places, renamed
from crosscase.model.bundle import Bundle, CaseRecord, Document, Refusal
from crosscase.reads.names import pattern

TALK = (
    "Interviewer: How did you come to the group?\n\n"
    "Rosa: My name is Rosa Lund, I grew up in Birkenfeld. Then Mrs Bell rang me. 💌\n\n"
    "Interviewer: And then?\n\n"
    "Rosa: Katrin said I should come. I told Katrin no. We went to the café, and Katrin's brother, Tom O'Brien, paid. "
    "On Monday in Birkenfeld it rained, as it does in May. The NHS and the VCs were no help, I think.\n"
)


TWO = "Rosa: I went home.\n\nKatrin: So did I.\n\nRosa: Not at once.\n\nKatrin: No, not at once.\n"


def document(text: str, name: str = "talk.txt") -> Document:
    return as_document(Path(name), text, options=DEFAULT).documents[0]


def found(*texts: str, known: tuple[str, ...] = ()) -> dict[str, Proposal]:
    documents = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    return {one.words: one for one in propose(documents, known=known).proposals}


def test_each_name_is_proposed_with_the_reason_for_it() -> None:
    names = found(TALK)
    assert names["Rosa"].signs[0] == "label"
    assert names["Rosa"].nature == "person"
    assert names["Rosa Lund"].signs == ("introduced",)
    assert names["Bell"].signs == ("title",)
    assert names["Katrin"].count == 3
    assert "inside" in names["Katrin"].signs
    assert "begins" in names["Katrin"].signs
    assert names["Tom O'Brien"].count == 1
    assert (names["Birkenfeld"].nature, names["Birkenfeld"].sure) == ("place", True)
    assert names["Rosa"].part_of == "Rosa Lund"


def test_what_is_no_name_is_not_proposed() -> None:
    assert set(found(TALK)) == {"Rosa", "Rosa Lund", "Bell", "Katrin", "Tom O'Brien", "Birkenfeld"}


def test_a_word_of_the_language_is_no_name_unless_a_title_says_so() -> None:
    talk = "P: We rose early, and I saw Rose and Mark. You mark my words.\n\nP: Later Mr Mark came.\n"
    assert set(found(talk)) == {"Mark"}


def test_names_that_are_known_are_not_proposed_again() -> None:
    assert "Katrin" not in found(TALK, known=("Katrin",))


def test_where_nouns_have_capitals_only_surer_signs_count() -> None:
    german = (
        "I: Wie war der Weg zur Gruppe, und wer hat die Einladung gebracht?\n\n"
        "P: Also der Brief lag auf dem Tisch und die Katze auf dem Brief. Mein Name ist Ulla Brandt, und am Abend ging "
        "ich mit dem Hund zur Schule, denn der Saal war im Keller der Schule. Herr Kolbe hat das Licht gemacht, die "
        "Stühle standen an der Wand, und auf dem Boden lag der Teppich aus dem Haus meiner Mutter. Es war ein Anfang, "
        "und so viele Leute hatte ich in dem Haus noch nie gesehen, mit Kuchen und mit Kaffee und mit Musik.\n"
    )
    answer = propose([document(german)])
    assert answer.nouns
    assert {one.words for one in answer.proposals} == {"Ulla Brandt", "Kolbe"}


def test_a_place_is_shown_in_what_somebody_says_rather_than_in_a_label() -> None:
    rosa = found("Rosa: No.\n\nInt: So?\n\nRosa: They call me Rosa there.\n")["Rosa"]
    assert rosa.before.endswith("They call me ")
    assert rosa.after.startswith(" there.")


@given(
    st.lists(st.sampled_from(["Anna", "Anna Bell", "Bell", "Öz", "x", "Tom O'Brien", "A-B"]), min_size=1, max_size=5),
    st.lists(
        st.sampled_from(["Anna", " ", "Bell", "_", "Öz", "'s", "-", "B", "Tom O'Brien", "\n", "x", "💌"]), max_size=30
    ),
)
def test_names_are_found_as_the_pattern_of_the_study_finds_them(names: list[str], parts: list[str]) -> None:
    text = "".join(parts)
    assert list(Wanted(names).finds(text)) == [hit.span() for hit in pattern(names).finditer(text)]


def test_replacing_moves_turns_to_their_words_and_leaves_no_name_anywhere() -> None:
    before = document(TALK, "Rosa Lund.txt")
    names = {"Rosa": "Ada", "Rosa Lund": "Ada", "Katrin": "[person 12]", "Birkenfeld": "X"}
    refusal = Refusal(file="Katrin.png", place="", reason="A picture.")
    bundle = renamed(
        Bundle(documents=(before,), cases=(CaseRecord(code="B", name="Haus Birkenfeld"),), refusals=(refusal,)), names
    )
    (after,) = bundle.documents
    for old, new in zip(before.turns, after.turns, strict=True):
        assert after.text[new.start : new.end] == Wanted(names).replaced(before.text[old.start : old.end], names)
    assert {turn.speaker for turn in after.turns} == {"Interviewer", "Ada"}
    assert [one.label for one in after.speakers] == ["Interviewer", "Ada"]
    assert (after.name, after.key, after.file, after.original) == ("Ada", "Ada", "Ada.txt", None)
    assert bundle.cases[0].name == "Haus X"
    assert bundle.refusals == (refusal,)
    assert places(Bundle(documents=(before,)), names) == 8
    assert places(Bundle(documents=(after,)), names) == 0


def test_a_document_without_names_keeps_its_original_file() -> None:
    (after,) = renamed(Bundle(documents=(document("P: Nothing here.\n\nP: No.\n"),)), {"Rosa": "Ada"}).documents
    assert after.original == Path("talk.txt")


def test_two_speakers_cannot_become_one() -> None:
    with pytest.raises(OneVoiceError, match="nobody could tell"):
        renamed(
            Bundle(documents=(document(TWO),)),
            {"Rosa": "A", "Katrin": "A"},
        )
