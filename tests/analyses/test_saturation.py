"""Saturation of a study: which interviews count and in which order, what is new, meaning, groups; by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from crosscase.analyses.saturation import Saturation, saturation
from crosscase.analyses.saturation_asked import SaturationOptions
from crosscase.errors import CrosscaseError
from crosscase.model import Id, Interview, Span
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis, change_analysis
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, take_up_code
from crosscase.verbs.codings import apply_code, take_stance
from crosscase.verbs.comparisons import Extension, Side, decide_comparison
from crosscase.verbs.fieldwork import add_interviews
from crosscase.verbs.participants import add_participant
from crosscase.verbs.properties import add_property
from crosscase.verbs.readings import finish_reading, reopen_reading
from crosscase.verbs.sources import add_source

SAID = ("ab", "ac", "a", "b", "abc", "d", "a")
"""What is said in each interview, in the order held: four in the base, then d is new in the sixth."""
DATES = ("2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04", "2025-02-01", "2025-02-01", "2025-03")


class There:
    """Seven interviews with one participant each, in two cases; codes a to d; all read."""

    def __init__(self) -> None:
        self.study = Study.new(None, title="Peers", member="Ada")
        do = self.study.do
        self.cases = [do(add_case, code).value for code in ("ALD", "BRK")]
        self.codes = {letter: do(add_code, letter).value for letter in "abcd"}
        self.people: list[Id] = []
        self.sources: list[Id] = []
        self.codings: dict[tuple[int, str], Id] = {}
        for at in (6, 0, 1, 2, 3, 4, 5):
            person = do(add_participant, f"P{at}", case=self.cases[at % 2]).value
            (meeting,) = do(add_interviews, [(Interview(name=f"I{at}", date=DATES[at]), [person])]).value
            text = do(add_source, f"text {at}", f"{at} abcd.", participant=person, interview=meeting).value
            for letter in SAID[at]:
                place = 2 + "abcd".index(letter)
                self.codings[at, letter] = do(apply_code, self.codes[letter], text, Span(place, place + 1)).value
            self.people.append(person)
            self.sources.append(text)
        do(finish_reading, self.sources)

    def found(self, **options: Any) -> Saturation:
        return saturation(self.study.snapshot(), SaturationOptions(**{"orders": 200, **options}))


@pytest.fixture
def there() -> Iterator[There]:
    made = There()
    yield made
    made.study.close()


def test_what_each_interview_brought_in_the_order_held(there: There) -> None:
    found = there.found()
    assert [row.label for row in found.rows] == ["I0", "I1", "I2", "I3", "I4", "I5", "I6"]
    assert found.new.tolist() == [2, 1, 0, 0, 0, 1, 0]
    assert [row.so_far for row in found.rows] == [2, 3, 3, 3, 3, 4, 4]
    # A base of four brought 3; runs of two bring 0 + 1 and 1 + 0, a third of the base each.
    assert found.runs.base == 3
    assert found.runs.ratios == pytest.approx((1 / 3, 1 / 3))
    assert found.runs.written == ""
    assert there.found(threshold=34).runs.written == "4+2"
    opened = found.open("I5")
    assert (opened.new_codes, opened.codings) == (("d",), (there.codings[5, "d"],))
    with pytest.raises(CrosscaseError, match="'I9' is not among the interviews"):
        found.open("I9")


def test_dates_that_are_missing_or_shared_are_said(there: There) -> None:
    from crosscase.verbs.fieldwork import change_interview

    notes = " ".join(there.found().notes())
    assert "2 share their date with another and stand by name." in notes
    there.study.do(change_interview, there.study.find(Interview, "I0").id, date="")
    found = there.found()
    assert found.rows[-1].label == "I0"
    assert "1 of 7 interviews have no date and stand behind the others by name" in " ".join(found.notes())


def test_what_was_not_read_is_left_out_and_said(there: There) -> None:
    there.study.do(reopen_reading, [there.sources[there.people.index(there.people[2])]])
    found = there.found()
    assert len(found.rows) == 6
    assert "Not counted, because nobody read them to the end: I1." in " ".join(found.notes())
    # A code that was made after the reading was not read for anywhere.
    there.study.do(add_code, "late")
    found = there.found()
    assert found.found.late == ("late",)
    assert "not all of these interviews were read for them: late." in " ".join(found.notes())


def test_a_passage_that_says_it_is_not_so_does_not_count(there: There) -> None:
    there.study.do(take_stance, there.codings[5, "d"], "no")
    assert there.found().new.tolist() == [2, 1, 0, 0, 0, 0, 0]
    assert there.found().runs.written == "4+2"


def test_random_orders_have_a_band_and_a_seed(there: There) -> None:
    found = there.found(seed=3)
    low, middle, high = found.band.tolist()
    assert all(a <= b <= c for a, b, c in zip(low, middle, high, strict=True))
    assert (low[-1], high[-1]) == (4, 4)
    assert there.found(seed=3).to_dict() == found.to_dict()
    assert there.found(orders=0).to_dict()["band"] == [[], [], []]
    assert there.found(orders=0).table().rows[0][6] == "–"


def test_groups_with_too_few_interviews_say_nothing(there: There) -> None:
    found = there.found(by="cases")
    assert [(one.label, one.interviews, one.enough) for one in found.by_group] == [("ALD", 4, False), ("BRK", 3, False)]
    assert [row[3] for row in found.table("groups").rows] == [
        "too few to say (4 of at least 6)", "too few to say (3 of at least 6)"
    ]  # fmt: skip
    (ald, _) = there.found(by="cases", base_size=2, run_length=1).by_group
    # In ALD the second, fourth … are left: I0 ab, I2 a, I4 abc, I6 a: c is new in the third of them.
    assert (ald.new, ald.enough) == ((2, 0, 1, 0), True)
    assert ald.runs is not None
    assert ald.runs.written == "3+1"


def test_meaning_counts_nuances_and_says_where_there_are_none(there: There) -> None:
    do = there.study.do
    bare = there.found().table("meaning")
    assert bare.rows == ()
    do(take_up_code, there.codes["a"])
    do(take_up_code, there.codes["b"])
    do(add_property, there.codes["a"], "how soon", low="at once", high="never", at_high=there.codings[4, "a"])
    whole = Side("code", there.codes["a"])
    do(decide_comparison, Side("coding", there.codings[2, "a"]), whole, "extends", extends=Extension(name="to whom"))
    do(decide_comparison, Side("coding", there.codings[0, "a"]), whole, "same")
    # What stands at the end of a property is one nuance, also where a comparison put it there.
    at_end = Extension(name="where", low="indoors", at_low=there.codings[6, "a"])
    do(decide_comparison, Side("coding", there.codings[6, "a"]), whole, "extends", extends=at_end)
    found = there.found()
    a, b = found.meaning
    assert [(one.label, one.source, one.place) for one in a.nuances] == [
        ("it extends the category (to whom)", "comparison", 2), ("how soon: never", "end of a property", 4),
        ("where: indoors", "end of a property", 6),
    ]  # fmt: skip
    assert (a.first, a.last, b.last) == (0, 6, -1)
    table = found.table("meaning")
    assert table.rows[0][3:5] == ("5: I4", "7: I6")
    assert table.rows[1][3] == "nothing written down"
    assert "Of 2 categories 1 have nothing written down: of these nothing can be said." in table.notes
    assert found.frame["nuances_so_far"].to_list() == [0, 0, 1, 1, 2, 2, 3]
    # Of three nuances in three of seven interviews, nine in ten orders have them all only by the last places.
    low, median, high = (found.frame[f"nuances_{one}"].to_list() for one in ("low", "median", "high"))
    assert (low[0], high[0]) == (0, 1)
    assert low[-1] == median[-1] == high[-1] == 3
    assert all(one <= two <= three for one, two, three in zip(low, median, high, strict=True))
    assert found.chart("meaning").to_dict()["title"]["text"] == "Saturation of meaning"
    assert there.found(orders=0).frame["nuances_low"].to_list() == [None] * 7


def test_codes_under_a_category_are_its_nuances(there: There) -> None:
    from crosscase.verbs.codes import move_code

    there.study.do(take_up_code, there.codes["a"])
    there.study.do(move_code, there.codes["c"], parent=there.codes["a"])
    (a,) = there.found().meaning
    assert [(one.label, one.place) for one in a.nuances] == [("c", 1)]
    by_category = there.found(of="categories")
    assert by_category.found.has[:, 0].tolist() == [True, True, True, False, True, False, True]


def test_it_is_off_where_the_analysis_is_reflexive(there: There) -> None:
    made = there.study.do(add_analysis, "Own", family="reflexive TA").value
    with pytest.raises(CrosscaseError, match="There, meaning is made by the researcher"):
        there.found()
    there.study.do(add_analysis, "Frame", family="framework")
    assert there.found().runs.base == 3
    with pytest.raises(CrosscaseError, match="'Own' is a reflexive"):
        there.found(analysis="Own")
    there.study.do(change_analysis, made, family="mixed")
    assert there.found(analysis="Own").runs.base == 3


def test_what_is_refused(there: There) -> None:
    for wrong, words in (
        ({"of": "themes"}, "of codes or categories"), ({"base_size": 0}, "at least 1 interview"),
        ({"threshold": 101}, "in percent of the base"), ({"orders": 20_000}, "0 to 10,000"),
    ):  # fmt: skip
        with pytest.raises(CrosscaseError, match=words):
            there.found(**wrong)
    with (
        Study.new(None, title="Peers", member="Ada") as empty,
        pytest.raises(CrosscaseError, match="no interview with"),
    ):
        saturation(empty.snapshot())


def test_few_interviews_are_too_few_to_say(there: There) -> None:
    found = there.found(participants=("P0", "P1"))
    assert len(found.rows) == 2
    assert "too few to say (2 interviews of at least 6)" in " ".join(found.notes())
    assert found.chart().to_dict()["title"]["text"] == "Saturation of codes"
