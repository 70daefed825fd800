"""Frameworks and their cells: columns, versions, words, segments, and what becomes stale."""

from __future__ import annotations

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Case, Coding, FrameworkColumn, Id, Span, Summary, SummarySegment
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code, recode, remove_codings, resize_coding
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.frameworks import (
    add_framework,
    add_version,
    change_framework,
    remove_framework,
    set_columns,
    summary_id,
)
from crosscase.verbs.participants import add_participant
from crosscase.verbs.summaries import (
    CellWords,
    link_segments,
    look_again,
    remove_summaries,
    remove_summary,
    unlink_segments,
    write_summaries,
    write_summary,
)
from crosscase.verbs.themes import add_theme, remove_theme
from tests.verbs.conftest import Desk

TEXT = "They never ask. I just get told, and then I sign."


class Charted:
    """A framework with a theme and a code, a participant, and a source with codings."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.theme = desk.do(add_theme, desk.do(add_analysis, "First"), "Being asked")
        self.code, self.other = desk.do(add_code, "told"), desk.do(add_code, "signing")
        self.person = desk.do(add_participant, "A1")
        self.source = desk.source(TEXT)
        self.coding = desk.do(apply_code, self.code, self.source, Span(16, 31))
        self.framework = desk.do(add_framework, "Main", [self.theme, self.code])

    def stood(self, summary: Id) -> list[str]:
        return [one.stood for one in self.desk.rows(SummarySegment, summary=summary)]


@pytest.fixture
def there(desk: Desk) -> Charted:
    return Charted(desk)


def columns(desk: Desk, framework: Id) -> list[tuple[str, Id]]:
    found = sorted(desk.rows(FrameworkColumn, framework=framework), key=lambda one: one.position)
    return [(one.of_kind, one.of) for one in found]


def test_columns_are_themes_and_codes_in_their_order(desk: Desk, there: Charted) -> None:
    assert columns(desk, there.framework) == [("theme", there.theme), ("code", there.code)]
    assert desk.do(set_columns, there.framework, [there.other, there.theme]) == 2
    assert columns(desk, there.framework) == [("code", there.other), ("theme", there.theme)]
    with pytest.raises(CrosscaseError, match="There is no theme or code"):
        desk.do(set_columns, there.framework, [there.person])
    with pytest.raises(CrosscaseError, match="There is a framework 'Main 1' already"):
        desk.do(add_framework, "main")
    with pytest.raises(CrosscaseError, match="needs a name"):
        desk.do(add_framework, " ")
    with pytest.raises(CrosscaseError, match="needs a version"):
        desk.do(change_framework, there.framework, version=" ")
    desk.do(remove_theme, there.theme)
    assert columns(desk, there.framework) == [("code", there.other)]


def test_a_version_begins_with_what_was_there_and_goes_its_own_way(desk: Desk, there: Charted) -> None:
    cell = desk.do(write_summary, there.framework, there.person, there.code, "told", segments=[there.coding])
    new = desk.do(add_version, there.framework, "2")
    copied = summary_id(new, there.person, there.code)
    assert columns(desk, new) == columns(desk, there.framework)
    assert (desk.get(Summary, copied).words, there.stood(copied)) == ("told", there.stood(cell))
    desk.do(write_summary, new, there.person, there.code, "told, not asked")
    assert desk.get(Summary, cell).words == "told"
    with pytest.raises(CrosscaseError, match="There is a framework 'Main 2' already"):
        desk.do(add_version, there.framework, "2")
    assert desk.do(remove_framework, new) == {
        "framework": 1, "framework_column": 2, "summary": 1, "summary_segment": 1
    }  # fmt: skip
    assert [one.id for one in desk.rows(Summary)] == [cell]


def test_a_cell_is_one_however_often_it_is_written(desk: Desk, there: Charted) -> None:
    cell = desk.do(write_summary, there.framework, there.person, there.code, " told ", segments=[there.coding])
    assert desk.do(write_summary, there.framework, there.person, there.code, "told, not asked", seen=[there.coding])
    assert [(one.id, one.words, one.member, one.seen) for one in desk.rows(Summary)] == [
        (cell, "told, not asked", desk.ada, (there.coding,))
    ]
    assert len(there.stood(cell)) == 1
    desk.do(write_summary, there.framework, there.person, there.code, "still", segments=[])
    assert there.stood(cell) == []
    with pytest.raises(CrosscaseError, match="needs words, or a segment"):
        desk.do(write_summary, there.framework, there.person, there.theme, " ")
    with pytest.raises(CrosscaseError, match="There is no participant, case or set"):
        desk.do(write_summary, there.framework, there.code, there.theme, "x")
    with pytest.raises(CrosscaseError, match="There is no theme or code"):
        desk.do(write_summary, there.framework, there.person, there.person, "x")
    with pytest.raises(CrosscaseError, match="There is no coding"):
        desk.do(write_summary, there.framework, there.person, there.code, "x", segments=[there.code])
    assert desk.get(Summary, cell).words == "still"
    assert desk.do(remove_summary, cell) == {"summary": 1}


def test_cells_of_several_are_emptied_in_one_act_or_none(desk: Desk, there: Charted) -> None:
    case = desk.do(add_case, "BRK")
    cells = [
        desk.do(write_summary, there.framework, row, there.code, "told", segments=[there.coding])
        for row in (there.person, case)
    ]
    with pytest.raises(CrosscaseError, match="There is no"):
        desk.do(remove_summaries, [cells[0], there.code])
    assert {one.id for one in desk.rows(Summary)} == set(cells)
    gone = desk.do(remove_summaries, [*cells, cells[0]])
    assert gone == {"summary": 2, "summary_segment": 2}
    assert desk.rows(Summary) == []


def test_many_cells_are_written_in_one_act_or_none(desk: Desk, there: Charted) -> None:
    case = desk.do(add_case, "ALD")
    cell = desk.do(write_summary, there.framework, there.person, there.code, "told", segments=[there.coding])
    given = [
        CellWords(row=there.person, of=there.code, words=""),
        CellWords(row=case, of=there.theme, words="nobody is asked", segments=(there.coding,)),
        CellWords(row=there.person, of=there.theme, words="not me"),
    ]
    assert desk.do(write_summaries, there.framework, given) == 3
    assert {one.words for one in desk.rows(Summary)} == {"nobody is asked", "not me"}
    assert cell not in {one.id for one in desk.rows(Summary)}
    assert desk.do(write_summaries, there.framework, given) == 0
    with pytest.raises(CrosscaseError, match="given twice"):
        desk.do(write_summaries, there.framework, [given[2], given[2]])
    wrong = CellWords(row=case, of=there.code, words="x", segments=(there.code,))
    with pytest.raises(CrosscaseError, match="There is no coding"):
        desk.do(write_summaries, there.framework, [CellWords(row=case, of=there.theme, words="other"), wrong])
    assert desk.get(Summary, summary_id(there.framework, case, there.theme)).words == "nobody is asked"
    assert desk.get(Case, case).code == "ALD"


def test_a_segment_keeps_what_it_stood_on_until_somebody_looks_again(desk: Desk, there: Charted) -> None:
    cell = desk.do(write_summary, there.framework, there.person, there.code, "told", segments=[there.coding])
    (before,) = there.stood(cell)
    # Words before it move it and change nothing; words in it do.
    desk.do(correct_source, there.source, [(Span(0, 4), "The others")])
    assert desk.do(look_again, cell) == 0
    desk.do(correct_source, there.source, [(Span(24, 31), "am")])
    assert there.stood(cell) == [before]
    assert desk.do(look_again, cell) == 1
    (corrected,) = there.stood(cell)
    assert corrected.partition(".")[0] == before.partition(".")[0] != corrected
    desk.do(recode, [there.coding], there.other)
    moved = desk.get(Coding, there.coding)
    assert desk.do(look_again, cell, seen=[there.coding]) == 1
    (recoded,) = there.stood(cell)
    assert recoded.partition(".")[2] == corrected.partition(".")[2]
    assert recoded.partition(".")[0] != corrected.partition(".")[0]
    desk.do(resize_coding, there.coding, Span(moved.start, moved.end + 2))
    assert desk.do(look_again, cell) == 1
    desk.do(remove_codings, [there.coding])
    assert [one.coding for one in desk.rows(SummarySegment, summary=cell)] == [None]
    assert desk.do(look_again, cell) == 1
    assert desk.rows(SummarySegment, summary=cell) == []
    assert desk.get(Summary, cell).words == "told"


def test_segments_are_linked_and_taken_away(desk: Desk, there: Charted) -> None:
    cell = desk.do(write_summary, there.framework, there.person, there.code, "told")
    second = desk.do(apply_code, there.code, there.source, Span(33, 48))
    assert desk.do(link_segments, cell, [there.coding, second, second]) == 2
    assert desk.do(link_segments, cell, [second]) == 0
    assert desk.do(unlink_segments, cell, [second]) == 1
    assert [one.coding for one in desk.rows(SummarySegment, summary=cell)] == [there.coding]
    with pytest.raises(CrosscaseError, match="There is no summary"):
        desk.do(link_segments, there.code, [second])
    assert {one.id for one in desk.rows(Coding)} == {there.coding, second}
