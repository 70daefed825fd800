"""Words of participants who may not be quoted are found in what others wrote, and only theirs."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.model import Coding, Id, Participant
from crosscase.reads.leaving import Leaving
from crosscase.reads.own_words import RUN, OwnWords, plain
from crosscase.verbs.codes import rename_code
from crosscase.verbs.codings import apply_code_in_vivo
from crosscase.verbs.consents import set_consent
from crosscase.verbs.corrections import correct_source
from tests.reports.conftest import Small


def person(small: Small, identifier: str) -> Id:
    return small.study.find(Participant, identifier).id


def refusing(small: Small, *identifiers: str) -> Leaving:
    small.study.do(set_consent, [person(small, each) for each in identifiers], verbatim="no")
    return small.study.leaving()


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Said: I do it on my own, at home, and that was all.", "Said: [words of TWOPW01 withheld] and that was all."),
        ("I DO IT\n  on my own, AT HOME", "[words of TWOPW01 withheld]"),
        # What the interviewer asked, and what others said, is nobody's secret.
        ("What do you plan for?", "What do you plan for?"),
        ("Plans are made at home in the evening, mostly.", "Plans are made at home in the evening, mostly."),
        # 19 letters are no run; words that are cut are taken in whole.
        ("xx I do it on my own, ax", "[words of TWOPW01 withheld]"),
        ("xx do it on my own, ax", "xx do it on my own, ax"),
        ("", ""),
    ],
)  # fmt: skip
def test_runs_that_only_they_said_are_covered(small: Small, written: str, left: str) -> None:
    own = refusing(small, "TWOPW01")
    assert own.writing(written)[0].removeprefix("xx ") == left.removeprefix("xx ")


def test_what_somebody_else_said_too_is_left(small: Small) -> None:
    words = "the plan is written down where everybody can read it"
    own = refusing(small, "ONEMA01")
    assert own.writing(words)[1] == ("ONEMA01",)
    source = small.source("TWOPW01")
    small.study.do(correct_source, source, [(small.span("TWOPW01", "I keep a list."), f"I know {words}.")])
    own = refusing(small, "ONEMA01")
    assert own.writing(words) == (words, ())


def test_a_code_named_in_their_words_is_covered_and_one_named_otherwise_is_not(small: Small) -> None:
    study = small.study
    code = study.do(apply_code_in_vivo, small.source("TWOPW01"), small.span("TWOPW01", "at home")).value
    own = refusing(small, "TWOPW01")
    assert own.writing("planning / at home") == ("planning / [words of TWOPW01 withheld]", ("TWOPW01",))
    assert own.writing("at homes") == ("at homes", ())
    coding = study.get(Coding, code)
    assert coding is not None
    study.do(rename_code, coding.code, "elsewhere")
    own = refusing(small, "TWOPW01")
    assert own.writing("planning / at home") == ("planning / at home", ())


def test_where_nobody_refuses_nothing_is_covered(small: Small) -> None:
    words = "I do it on my own, at home, in the evening."
    assert small.study.leaving().writing(words) == (words, ())


_LETTERS = st.text(alphabet="abc ’'éßİ\n👍", max_size=60)
_SAID = "Nobody plans here. I do it on my own, at home, in the evening."


@given(before=_LETTERS, after=_LETTERS, start=st.integers(0, 23), length=st.integers(RUN, 40))
def test_every_run_of_their_words_is_found_wherever_it_stands(before: str, after: str, start: int, length: int) -> None:
    own = OwnWords([(plain(_SAID), "A")])
    run = _SAID[start : start + length]
    assume(len(plain(run)) >= RUN)
    left, of = own.covered(f"{before}|{run}|{after}")
    assert of == ("A",)
    assert plain(run) not in plain(left)
    assert plain(left).startswith(plain(before))
    assert plain(left).endswith(plain(after))
