"""Words are counted for those who said them: rates, people and cases, on studies small enough to count by hand."""

from __future__ import annotations

import json
from collections import Counter

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analyses.kwic import KeywordInContext, KwicOptions, keyword_in_context
from crosscase.analyses.stopwords import ENGLISH
from crosscase.analyses.words import WordFrequencies, WordOptions, word_frequencies
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.query import QueryError
from crosscase.frames.tokens import fold, tokenize
from crosscase.frames.turns import index_of
from crosscase.model import Source
from tests.frames.plain import Made


def made(study: Made, **options: object) -> WordFrequencies:
    snapshot = Snapshot.load(study)
    return word_frequencies(snapshot, index_of(snapshot), WordOptions(**options))  # type: ignore[arg-type]  # as written


def kwic(study: Made, term: str, **options: object) -> KeywordInContext:
    snapshot = Snapshot.load(study)
    return keyword_in_context(snapshot, index_of(snapshot), KwicOptions(term=term, **options))  # type: ignore[arg-type]


@pytest.fixture
def study() -> Made:
    """Two cases; one person in two interviews, one interview with two people, a document, a case without anybody."""
    made = Made()
    made.participant("A-1", "A", "worker")
    made.participant("A-2", "A", "manager")
    made.participant("B-1", "B", "worker")
    made.target("C", "worker", 2)
    made.interviewed("A-1", "I: Risk, risk, risk?\nA-1: Risk is the word. The peer support risk.\n")
    made.transcript(
        "both",
        "I: And trust?\nA-1: Trust and risk!\nA-2: Trust me. Risks too.\n> risk risk risk\n[risk]\n",
        interview=made.interview("both", "A-1", "A-2"),
    )
    made.interviewed("B-1", "B-1: No worries. Naïve? naive.\nI: Risk?\n")
    case = made.id_of("case", "B")
    document = made.add(Source(name="policy", nature="document", case=case, length=12))
    made.texts[document] = "Risk policy."
    return made


def test_counts_people_and_cases(study: Made) -> None:
    found = made(study, words=("risk", "risk*", '"peer support"', "nothing"))
    assert [line.label for line in found.lines] == ["A", "B", "C", "All"]
    risk = found.find("risk", "A")
    assert (risk.count, risk.spoken, risk.participants, risk.of_participants) == (3, 15, 1, 2)
    assert (risk.cases, risk.of_cases) == (1, 1)
    assert risk.per_thousand == pytest.approx(1000 * 3 / 15)
    assert [study.texts[source][span.start : span.end] for source, span in risk.places] == ["Risk", "risk", "risk"]
    # The document is the case's and nobody's.
    everybody = found.find("risk", "All")
    assert (everybody.count, everybody.participants, everybody.of_participants, everybody.cases) == (4, 1, 3, 2)
    assert len(everybody.participant_ids) == 1
    assert len(everybody.case_ids) == 2
    beginnings = found.find("risk*", "A")
    assert (beginnings.count, beginnings.participants) == (4, 2)
    assert found.find('"peer support"', "A").count == 1
    nothing = found.find("nothing", "B")
    assert (nothing.count, nothing.per_thousand, nothing.participants, nothing.places) == (0, 0.0, 0, ())
    assert found.find("risk", "C").per_thousand is None
    assert found.text(0, 2) == "no words"
    assert found.text(0, 0) == "200.0 (1 of 2)"
    assert found.table("count").rows[0] == ("risk", "3 of 15", "1 of 6", "no words", "4 of 21")
    assert found.table("participants").rows[0] == ("risk", "1 of 2", "0 of 1", "no words", "1 of 3")
    assert found.table("cases").rows[0] == ("risk", "1 of 1", "1 of 1", "no words", "2 of 2")


def test_by_role_leaves_out_what_is_nobodys(study: Made) -> None:
    found = made(study, by="roles", words=("risk",))
    assert found.find("risk", "worker").count == 3
    assert found.find("risk", "manager").count == 0
    assert found.find("risk", "All").count == 4


def test_interviewers_stand_in_a_column_of_their_own(study: Made) -> None:
    without = made(study, words=("risk",))
    found = made(study, words=("risk",), interviewers=True)
    own = found.find("risk", "Interviewers")
    assert (own.count, own.spoken, own.participants, own.of_participants, own.cases) == (4, 6, 0, 0, 2)
    for line in without.lines:
        assert found.find("risk", line.key) == without.find("risk", line.key)
    assert "Interviewers’ words stand in a column of their own and in no other." in found.notes()
    assert "Interviewers’ words are not counted." in without.notes()
    assert made(study, words=("risk",), interviewers=True, cases=("B",)).find("risk", "Interviewers").count == 1


def test_stop_words_are_shown_and_stay_in_the_denominator(study: Made) -> None:
    found = made(study)
    assert found.words[:2] == ("risk", "naive")
    assert "the" not in found.words
    assert dict(found.stopped) == {"and": 1, "is": 1, "me": 1, "the": 2, "too": 1}
    note = next(note for note in found.notes() if note.startswith("Left out"))
    assert note == "Left out as stop words, by our short English list: the (2), and (1), is (1), me (1), too (1)."
    everything = made(study, stop=())
    assert everything.words[:3] == ("risk", "naive", "the")
    assert "No stop words were left out." in everything.notes()
    own = made(study, stop=("RISK", "Naïve"))
    assert own.words[0] == "the"
    assert own.stopped == (("risk", 4), ("naive", 2))
    assert "a list of 2 words" in " ".join(own.notes())
    assert found.of["spoken"].tolist() == everything.of["spoken"].tolist() == own.of["spoken"].tolist()


def test_words_spoken_agree_with_the_other_tables(study: Made) -> None:
    snapshot = Snapshot.load(study)
    assert made(study).of["spoken"][-1] == snapshot.spoken.spoken.sum()
    assert made(study, by="participants", total=False).of["spoken"].tolist() == [4, 11, 4]


def test_the_list_is_stable_and_cut(study: Made) -> None:
    found = made(study, top=3)
    assert found.words == ("risk", "naive", "trust")
    assert made(study, top=3, roles=("manager",)).words == ("risks", "trust")


def test_filters_and_mistakes(study: Made) -> None:
    assert made(study, words=("risk",), cases=("B",)).find("risk", "All").count == 1
    assert made(study, words=("risk",), participants=("A-1",), by="roles").find("risk", "All").spoken == 11
    with pytest.raises(NotFoundError):
        made(study, by="colour")
    with pytest.raises(QueryError):
        made(study, words=("…",))
    with pytest.raises(BadValueError):
        made(study).find("absent", "A")


def test_what_comes_out(study: Made) -> None:
    study.change(study.rows["study"][0].id, invented="Invented.")
    found = made(study)
    data = json.loads(json.dumps(found.to_dict()))
    assert list(data) == ["analysis", "version", "options", "lines", "words", "cells", "stopped", "notes"]
    assert len(data["cells"]) == len(found.words) * len(found.lines) == found.frame.height
    assert data["notes"][0] == "Invented."
    assert found.table().notes[0] == "Invented."
    assert found.table().rows[-1] == ("Words spoken", "15", "6", "0", "21")
    assert "<caption>Words by cases</caption>" in found._repr_html_()
    assert "Invented." in json.dumps(found.chart().to_dict())
    assert found.frame.filter(pl.col("line_label") == "C")["per_thousand"].null_count() == len(found.words)


def test_characters_are_said_to_be_counted() -> None:
    study = Made()
    study.participant("A-1", "A")
    study.interviewed("A-1", "A-1: 政府は risk\n")
    assert "Scripts without spaces between words are counted by character." in made(study).notes()


def test_a_study_without_words() -> None:
    study = Made()
    study.participant("A-1", "A")
    found = made(study)
    assert found.words == ()
    assert found.table().rows == (("Words spoken", "0", "0"),)
    assert found.frame.height == 0
    assert kwic(study, "risk").lines == ()


def test_the_stop_list_is_in_the_form_of_words() -> None:
    assert all(tokenize(word).folded == [word] for word in ENGLISH)
    assert not {"no", "not", "never", "work", "help", "people", "risk", "peer"} & ENGLISH


@given(
    st.lists(st.tuples(st.sampled_from(["A-1", "A-2", "B-1", "I", "?"]), st.text("ab é'.", max_size=12)), max_size=8)
)
def test_agrees_with_counting_one_by_one(turns: list[tuple[str, str]]) -> None:
    study = Made()
    for name in ("A-1", "A-2", "B-1"):
        study.participant(name, name[0])
    text = "".join(f"{who}: {said}\n" for who, said in turns)
    study.transcript("talk", text, interview=study.interview("talk", "A-1", "A-2", "B-1"))
    found = made(study, by="participants", stop=(), top=100)
    own = {name: Counter[str]() for name in ("A-1", "A-2", "B-1")}
    for who, said in turns:
        if who in own:
            own[who].update(tokenize(said).folded)
    for name, counts in own.items():
        if name in {line.label for line in found.lines}:
            for word in found.words:
                cell = found.find(word, name)
                assert (cell.count, cell.spoken) == (counts[word], counts.total())
                assert len(cell.places) == cell.count
                assert all(fold(study.texts[source][span.start : span.end]) == word for source, span in cell.places)


def test_keywords_in_context(study: Made) -> None:
    found = kwic(study, "risk*", words=2)
    assert [(line.participant, line.left, line.keyword, line.right) for line in found.lines] == [
        ("A-1", "", "Risk", "is the"),
        ("A-1", "peer support", "risk", "."),
        ("A-1", "Trust and", "risk", "!"),
        ("A-2", "Trust me.", "Risks", "too."),
        ("", "", "Risk", "policy."),
    ]
    assert found.total == 5


def test_keywords_sorted_and_cut(study: Made) -> None:
    right = kwic(study, "risk*", sort="right", top=2)
    assert [line.right for line in right.lines] == [".", "!"]
    left = kwic(study, "risk", sort="left")
    assert [line.left for line in left.lines] == ["", "", "Trust and", "Risk is the word. The peer support"]
    assert right.notes()[0] == "The first 2 of 5 occurrences."
    assert [line.participant for line in kwic(study, "risk*", sort="role").lines] == ["A-2", "A-1", "A-1", "A-1", ""]
    assert [line.case for line in kwic(study, "risk*", sort="case").lines] == ["A", "A", "A", "A", "B"]


def test_interviewers_are_marked(study: Made) -> None:
    found = kwic(study, "risk", interviewers=True, sources=("B-1",))
    assert [(line.interviewer, line.participant, line.keyword) for line in found.lines] == [(True, "", "Risk")]
    assert found.table().rows[0][0] == "B-1, interviewer"


def test_what_comes_out_of_keywords(study: Made) -> None:
    found = kwic(study, "trust")
    data = json.loads(json.dumps(found.to_dict()))
    assert list(data) == ["analysis", "version", "options", "total", "lines", "notes"]
    assert found.frame.columns == list(data["lines"][0])
    line = found.lines[0]
    assert study.texts[line.source][line.start : line.end] == "Trust"
    assert json.loads(json.dumps(found.chart().to_dict()))
    with pytest.raises(QueryError):
        kwic(study, "!!")
