"""Meta-matrices: orders that are said, attributes beside what was said, columns of one theme together."""

from __future__ import annotations

import pytest

from crosscase.analyses.meta import MetaMatrix, MetaOptions, meta
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from tests.frames.plain import Made


@pytest.fixture
def made() -> Made:
    """Cases A, B, C with 9, 30 and an unknown number of staff; trust in B and C, doubt in A."""
    study = Made()
    for code in ("trust", "doubt", "pay"):
        study.code(code, category=True)
    for case, staff, codes, year in (("A", "9", "d", "2024"), ("B", "30", "tp", "2025"), ("C", "", "t", "2024")):
        study.participant(f"{case}-1", case, "worker")
        talk = study.interviewed(f"{case}-1", f"I: Tell me.\n{case}-1: trust doubt pay\n")
        study.change(talk, date=f"{year}-03-01")
        for code in ("trust", "doubt", "pay"):
            if code[0] in codes:
                study.coding(talk, code, code)
        study.read(talk)
        if staff:
            study.value("case", "staff", study.id_of("case", case), staff, type="number")
    study.theme("Money")
    study.lineage("Money", "pay")
    study.theme("People")
    study.lineage("People", "trust")
    study.lineage("People", "doubt")
    return study


def shown(study: Made, **options: object) -> MetaMatrix:
    return meta(Snapshot.load(study), MetaOptions(**options))  # type: ignore[arg-type]  # as the test writes them


def labels(found: MetaMatrix) -> list[str]:
    return [line.label for line in found.rows]


def test_rows_by_an_attribute_by_what_was_said_and_by_hand(made: Made) -> None:
    by_staff = shown(made, order_by="staff", attributes=("staff",))
    assert labels(by_staff) == ["A", "B", "C"]
    assert labels(shown(made, order_by="staff", descending=True)) == ["B", "A", "C"]
    assert by_staff.table().rows[0][:2] == ("A", "9")
    assert "those without one last" in by_staff.title
    assert labels(shown(made, order_by="trust", descending=True)) == ["B", "C", "A"]
    by_hand = shown(made, by_hand=("C", "a"), reason="The youngest first.")
    assert labels(by_hand) == ["C", "A", "B"]
    assert any("Reason: The youngest first." in note for note in by_hand.notes())


def test_a_cell_says_who_of_whom_or_which_nothing_and_opens(made: Made) -> None:
    found = shown(made)
    row = found.table().rows[labels(found).index("A")]
    assert dict(zip([column.label for column in found.columns], row[1:], strict=True)) == {
        "doubt": "1/1", "pay": "read, nothing coded", "trust": "read, nothing coded",
    }  # fmt: skip
    assert found.open("A", "doubt").participant_ids == (made.id_of("participant", "A-1"),)


def test_columns_of_one_theme_stand_together(made: Made) -> None:
    found = shown(made, cluster=True)
    assert [(one.theme, one.label) for one in found.columns] == [
        ("Money", "pay"),
        ("People", "doubt"),
        ("People", "trust"),
    ]
    assert found.table().columns[1].heading == "Money: pay"


def test_the_outcome_stands_last_and_orders_the_rows(made: Made) -> None:
    said = shown(made, outcome="trust")
    assert (said.columns[-1].label, labels(said)[0]) == ("trust", "A")
    attribute = shown(made, outcome="staff")
    assert (attribute.columns[-1].label, labels(attribute)) == ("staff", ["A", "B", "C"])
    assert [row[-1] for row in attribute.table().rows] == ["9", "30", ""]
    assert labels(shown(made, outcome="staff", order_by="trust", descending=True)) == ["B", "C", "A"]


def test_rows_can_be_roles_and_years(made: Made) -> None:
    assert labels(shown(made, rows="roles")) == ["worker"]
    by_year = shown(made, rows="years")
    assert labels(by_year) == ["2024", "2025"]
    assert [by_year.text(place, by_year.columns[-1]) for place in (0, 1)] == ["1/2", "1/1"]
    assert labels(shown(made, rows="months")) == ["2024-03", "2025-03"]


def test_frames_figures_and_data_agree(made: Made) -> None:
    found = shown(made, attributes=("staff",), order_by="staff")
    assert found.frame.height == 9
    assert found.frame.filter(row="B")["staff"].unique().to_list() == ["30"]
    data = found.to_dict()
    assert [cell["participants"] for cell in data["cells"]] == found.frame["participants"].to_list()
    assert found.chart().to_dict()["title"]["text"] == found.title


def test_what_makes_no_order_is_refused(made: Made) -> None:
    with pytest.raises(BadValueError, match="needs a reason"):
        shown(made, by_hand=("A",))
    with pytest.raises(BadValueError, match="not by both"):
        shown(made, by_hand=("A",), reason="x", order_by="staff")
    with pytest.raises(BadValueError, match="Make the rows cases"):
        shown(made, rows="roles", attributes=("staff",))
    with pytest.raises(NotFoundError, match="attribute of cases or column"):
        shown(made, order_by="weather")
    with pytest.raises(NotFoundError, match="no row 'Z'"):
        shown(made, by_hand=("Z",), reason="x")
