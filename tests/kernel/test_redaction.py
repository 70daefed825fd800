"""Somebody's words are found wherever they stand in other writing, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscase.journal.redaction import RUN, Words, blots, blotted, merged

SAID = "I told the ward manager on my very first day, and she said nothing at all."


def test_a_quotation_in_a_memo_is_blotted_out_one_for_one() -> None:
    memo = f"Compare Ben: “{SAID[7:49]}” – so early!"
    clean = Words([SAID]).blotted(memo)
    assert len(clean) == len(memo)
    assert clean == "Compare Ben: “" + "█" * 42 + "” – so early!"


def test_a_quotation_typed_in_capitals_and_wrapped_is_found() -> None:
    assert Words([SAID]).stretches("HE: " + SAID[:40].upper().replace(" ", "\n")) == [(4, 40)]


def test_nineteen_characters_are_nobodys() -> None:
    assert Words([SAID]).stretches(SAID[7 : 7 + RUN - 1]) == []
    assert Words([SAID]).stretches(SAID[7 : 7 + RUN]) == [(0, RUN)]


def test_names_are_found_as_words_of_their_own() -> None:
    words = Words(names=["Kat", "Kat Lind"])
    assert words.blotted("Kat said to Kat Lind that Katrin and a kat slept.") == (
        "███ said to ████████ that Katrin and a kat slept."
    )


def test_a_list_in_the_vault_stays_a_list() -> None:
    assert Words(names=['Ann "A" Ode']).blotted('["Ann \\"A\\" Ode","Ben"]') == '["███████████","Ben"]'


def test_rules_and_blots_are_nobodys_words() -> None:
    assert not Words(["-" * 40 + "█" * 40 + " " * 40])


LETTERS = st.text("ab c", min_size=0, max_size=80)


@given(LETTERS, LETTERS)
def test_every_run_that_both_hold_is_found_and_no_other(said: str, other: str) -> None:
    """Against the definition, place by place."""
    expected: set[int] = set()
    for at in range(len(other) - RUN + 1):
        run = other[at : at + RUN]
        if run in said and sum(map(str.isalnum, run)) >= RUN // 2:
            expected.update(range(at, at + RUN))
    found = {n for first, length in Words([said]).stretches(other) for n in range(first, first + length)}
    assert found == expected


@given(LETTERS, LETTERS, LETTERS)
def test_what_is_blotted_out_first_makes_no_difference(one: str, two: str, other: str) -> None:
    first, second = Words([one]), Words([two])
    both = merged([*first.stretches(other), *second.stretches(other)])
    again = blotted(other, [*blots(first.blotted(other)), *second.stretches(other)])
    assert again == blotted(other, both)
