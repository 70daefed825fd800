"""The framework grid: whose summaries, what is stale or new, which nothing an empty cell is; counted by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.analyses.charting import FrameworkOptions
from crosscase.analyses.framework import FrameworkGrid, framework
from crosscase.errors import CrosscaseError
from crosscase.model import Id, Span
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, merge_codes
from crosscase.verbs.codings import apply_code, recode, remove_codings, resize_coding
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.frameworks import add_framework, add_version, set_columns
from crosscase.verbs.participants import add_participant
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.sets import add_set
from crosscase.verbs.sources import add_source
from crosscase.verbs.summaries import link_segments, look_again, write_summary
from crosscase.verbs.themes import add_theme, place_evidence

TEXT = "They never ask. I just get told, and then I sign."
TOLD, SIGN = Span(16, 31), Span(37, 48)


class Grid:
    """Two people of ALD who said something, one of BRK who was not interviewed; a code with a subcode, and a theme."""

    def __init__(self) -> None:
        self.study = Study.new(None, title="Peers", member="Ada")
        do = self.study.do
        self.ald, self.brk = do(add_case, "ALD").value, do(add_case, "BRK").value
        self.anna, self.ben = (do(add_participant, name, case=self.ald).value for name in ("ALD1", "ALD2"))
        self.carl = do(add_participant, "BRK1", case=self.brk).value
        self.text = do(add_source, "anna", TEXT, participant=self.anna).value
        self.other = do(add_source, "ben", f"{TEXT} Sometimes.", participant=self.ben).value
        self.asked = do(add_code, "asking").value
        self.told = do(add_code, "told", parent=self.asked).value
        self.theme = do(add_theme, do(add_analysis, "First").value, "Being asked").value
        self.coding = do(apply_code, self.told, self.text, TOLD).value
        do(finish_reading, [self.other])
        self.framework = do(add_framework, "Main", [self.theme, self.asked]).value

    def write(self, row: Id, of: Id, words: str, **more: tuple[Id, ...]) -> Id:
        return self.study.do(write_summary, self.framework, row, of, words, **more).value

    def grid(self, rows: str = "participants", **more: str) -> FrameworkGrid:
        return framework(self.study.snapshot(), FrameworkOptions(rows=rows, **more))  # type: ignore[arg-type]


@pytest.fixture
def there() -> Iterator[Grid]:
    made = Grid()
    yield made
    made.study.close()


def test_an_empty_cell_says_which_nothing_it_is_and_what_waits_there(there: Grid) -> None:
    grid = there.grid()
    assert [line.label for line in grid.rows] == ["ALD1", "ALD2", "BRK1"]
    assert [(line.label, line.below) for line in grid.columns] == [("Being asked", False), ("asking", True)]
    first = grid.find("ALD1", "asking")
    assert (first.state, first.codings, first.unused, first.exposure) == (
        "to write", (there.coding,), (there.coding,), {"said": 1}
    )  # fmt: skip
    assert grid.find("ALD2", "asking").exposure == {"read, nothing coded": 1}
    assert grid.find("BRK1", "asking").exposure == {"not interviewed": 1}
    assert grid.find("BRK1", "asking").state == "nothing to write"
    assert grid.table().rows[0][2] == "[said; 1 segment not summarised]"
    assert grid.table().rows[2][1] == "[not interviewed]"


def test_a_case_shows_its_own_summary_and_those_of_its_people_apart(there: Grid) -> None:
    there.write(there.anna, there.asked, "She is told.", segments=(there.coding,))
    there.write(there.ben, there.asked, "He says nothing of it.")
    there.write(there.ald, there.asked, "Told, not asked.")
    in_set = there.study.do(add_set, "participant", "early", [there.anna, there.carl]).value
    there.write(in_set, there.theme, "The early ones.")
    cell = there.grid("cases").find("ALD", "asking")
    assert [one.words for one in cell.own] == ["Told, not asked."]
    assert [(one.whose, one.words, one.member) for one in cell.members] == [
        ("ALD1", "She is told.", "Ada"), ("ALD2", "He says nothing of it.", "Ada")
    ]  # fmt: skip
    assert (cell.codings, cell.unused) == ((there.coding,), ())
    people, sets = there.grid(), there.grid("sets")
    assert [one.words for one in people.find("ALD1", "asking").own] == ["She is told."]
    assert (people.aside, there.grid("cases").aside, sets.aside) == (2, 1, 2)
    assert [one.words for one in sets.find("early", "Being asked").own] == ["The early ones."]
    assert [one.words for one in sets.find("early", "asking").members] == ["She is told."]
    # Only rows in the scope are shown; what is written elsewhere is kept and counted.
    only = framework(there.study.snapshot(), FrameworkOptions(cases=("BRK",)))
    assert ([line.label for line in only.rows], only.aside) == (["BRK1"], 4)


def test_what_a_summary_rests_on_goes_stale_and_holds_again(there: Grid) -> None:
    summary = there.write(there.anna, there.asked, "She is told.", segments=(there.coding,))
    do = there.study.do

    def stale() -> dict[str, int]:
        return there.grid().find("ALD1", "asking").own[0].stale

    do(correct_source, there.text, [(Span(0, 4), "The others")])
    assert stale() == {}
    do(correct_source, there.text, [(Span(24, 31), "am")])
    assert stale() == {"moved or corrected": 1}
    there.study.undo()
    assert stale() == {}
    do(resize_coding, there.coding, Span(22, 31))
    assert (stale(), there.grid().find("ALD1", "asking").state) == ({"moved or corrected": 1}, "stale")
    do(look_again, summary)
    assert stale() == {}
    other = do(add_code, "informed", parent=there.asked).value
    do(recode, [there.coding], other)
    assert stale() == {"recoded": 1}
    assert there.grid().find("ALD1", "asking").own[0].changed == (there.coding,)
    do(look_again, summary)
    # A code that is merged into another is what it was.
    do(merge_codes, other, into=there.asked)
    assert stale() == {}
    do(remove_codings, [there.coding])
    assert stale() == {"removed": 1}
    assert "[stale: 1 removed]" in str(there.grid().table().rows[0][2])


def test_codings_that_came_since_are_new_until_somebody_has_seen_them(there: Grid) -> None:
    summary = there.write(there.anna, there.asked, "She is told.", segments=(there.coding,))
    signs = there.study.do(apply_code, there.asked, there.text, SIGN).value
    cell = there.grid().find("ALD1", "asking")
    assert (cell.own[0].new, cell.unused, cell.state) == ((signs,), (signs,), "new material")
    there.study.do(look_again, summary, seen=[signs])
    seen = there.grid().find("ALD1", "asking")
    assert (seen.own[0].new, seen.unused, seen.state) == ((), (signs,), "written")
    there.study.do(link_segments, summary, [signs])
    assert there.grid().find("ALD1", "asking").unused == ()
    # What a theme takes in is its evidence; a coding of somebody else is none of this row's business.
    elsewhere = there.study.do(apply_code, there.asked, there.other, TOLD).value
    there.study.do(place_evidence, there.theme, [signs, elsewhere])
    assert there.grid().find("ALD1", "Being asked").unused == (signs,)


def test_versions_and_columns_taken_out_keep_what_was_written(there: Grid) -> None:
    there.write(there.anna, there.asked, "She is told.")
    there.study.do(set_columns, there.framework, [there.theme])
    assert there.grid().aside == 1
    assert "1 of its summaries are not shown" in " ".join(there.grid().notes())
    there.study.do(set_columns, there.framework, [there.asked, there.theme])
    assert [one.words for one in there.grid().find("ALD1", "asking").own] == ["She is told."]
    there.study.do(add_version, there.framework, "2")
    with pytest.raises(CrosscaseError, match="several frameworks: Main 1, Main 2"):
        there.grid()
    assert there.grid(framework="main 2").counts()["new material"] == 1


def test_what_cannot_be_shown_is_refused_in_words(there: Grid) -> None:
    for wrong, said in (
        ({"rows": "roles"}, "no rows 'roles'"), ({"framework": "None"}, "There is no framework 'None'"),
        ({"rows": "sets"}, "nothing in this study to show by sets"),
    ):  # fmt: skip
        with pytest.raises(CrosscaseError, match=said):
            there.grid(**wrong)
    with pytest.raises(CrosscaseError, match="There is no column 'x'"):
        there.grid().find("ALD1", "x")
    there.study.do(set_columns, there.framework, [])
    with pytest.raises(CrosscaseError, match="has no columns yet"):
        there.grid()
    assert len(there.study.rows(type(there.study.settings()))) == 1


def test_the_frame_the_figure_and_the_json_agree(there: Grid) -> None:
    there.write(there.anna, there.asked, "She is told.", segments=(there.coding,))
    grid = there.grid()
    data = grid.to_dict()
    assert data["cells"][0][1]["own"][0]["words"] == "She is told."
    assert data["counts"] == {"written": 1, "stale": 0, "new material": 0, "to write": 0, "nothing to write": 5}
    assert grid.frame.height == 6
    assert grid.frame.filter(grid.frame["state"] == "written")["codings"].to_list() == [1]
    assert "written" in str(grid.chart().to_dict())
