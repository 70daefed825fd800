"""How alike cases are: each measure counted by hand, the tree and the map where the answer is known beforehand."""

from __future__ import annotations

import numpy as np
import pytest

from crosscase.analyses.similarity import Similarity, SimilarityOptions, _scaled, _tree, similarity
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from tests.frames.plain import Made

WORDS = "one two three four five"


def study(said: dict[str, str], unread: tuple[tuple[str, str], ...] = ()) -> Made:
    """One participant in each case; `said` has the codes (letters) of each; `unread` are (case, code)."""
    made = Made()
    for code in "vwxyz":
        made.code(code)
    for case, codes in said.items():
        made.participant(f"{case}-1", case, "worker")
        talk = made.interviewed(f"{case}-1", f"I: Tell me.\n{case}-1: {WORDS}\n")
        for code in codes:
            made.coding(talk, "one", code)
        made.read(talk, codes=tuple(code for code in "vwxyz" if (case, code) not in unread))
    return made


def alike(made: Made, **options: object) -> Similarity:
    return similarity(Snapshot.load(made), SimilarityOptions(**options))  # type: ignore[arg-type]  # as the test writes them


@pytest.mark.parametrize(
    ("measure", "likeness"),
    # v in both; w and x in one of them; y and z in neither.
    [("shared", 1 / 3), ("matching", 3 / 5), ("shares", 1 - 2 / 5)],
)
def test_each_measure_counted_by_hand(measure: str, likeness: float) -> None:
    two = alike(study({"A": "vw", "B": "vx", "C": "z"}), measure=measure).pair("A", "B")
    assert two.likeness == pytest.approx(likeness)
    assert (two.over, two.shared, two.only_left, two.only_right) == (5, ("v",), ("w",), ("x",))


def test_what_was_not_read_on_one_side_is_no_part_of_a_pair() -> None:
    made = study({"A": "vw", "B": "v", "C": "z"}, unread=(("B", "w"), ("B", "x")))
    two = alike(made, measure="shared").pair("A", "B")
    assert (two.likeness, two.over, two.only_left) == (1.0, 3, ())
    assert alike(made, measure="matching").pair("B", "A").likeness == 1.0
    # Neither has anything that both were read for: nobody can say how alike they are.
    empty = alike(study({"A": "", "B": "", "C": "z"}), measure="shared")
    assert empty.pair("A", "B").likeness is None
    assert "–" in {cell for row in empty.table().rows for cell in row}


def test_the_tree_joins_the_most_alike_first_and_is_cut_where_asked() -> None:
    # Unlikeness 1 between the first two, 2 and 4 (mean 3) to the third: average linkage joins at 1 and at 3.
    joins, order, group = _tree(np.array([[0.0, 1, 2], [1, 0, 4], [2, 4, 0]]), 2)
    assert joins == ((0, 1, 1.0, 2), (2, 3, 3.0, 3))
    assert order in ((1, 0, 2), (2, 0, 1))
    assert group[0] == group[1] != group[2]
    found = alike(study({"A": "vw", "B": "vw", "C": "yz"}), groups=2)
    assert [one.group for one in found.placed] == [found.placed[0].group] * 2 + [found.placed[2].group]
    assert found.placed[0].group != found.placed[2].group
    assert any("because that was asked for" in note for note in found.notes())


def test_a_map_of_places_on_a_line_gives_their_distances_back() -> None:
    at = np.array([0.0, 1.0, 3.0])
    places, explained = _scaled(np.abs(at[:, None] - at[None, :]))
    assert explained == pytest.approx(1)
    found = np.linalg.norm(places[:, None] - places[None, :], axis=2)
    assert found == pytest.approx(np.abs(at[:, None] - at[None, :]))


def test_the_same_study_gives_the_same_map_and_all_forms_agree() -> None:
    made = study({"A": "vw", "B": "vx", "C": "z", "D": "wxz"})
    one, other = alike(made), alike(made)
    assert one.to_dict() == other.to_dict()
    assert one.frame.height == len(one.pairs) == 6
    assert one.frame["likeness"].to_list() == [two.likeness for two in one.pairs]
    assert one.chart().to_dict()["title"]["text"] == "How alike cases are in codes"
    assert alike(made, by="participants").pair("A-1", "B-1").likeness == one.pair("A", "B").likeness


def test_what_cannot_be_held_against_each_other_is_refused() -> None:
    made = study({"A": "v", "B": "w"})
    with pytest.raises(BadValueError, match="only one line by roles"):
        alike(made, by="roles")
    with pytest.raises(BadValueError, match="3 groups cannot be made of 2 cases"):
        alike(made, groups=3)
    with pytest.raises(NotFoundError, match="no case 'Z'"):
        alike(made).pair("A", "Z")
    assert alike(made).placed == ()
    assert any("Too few to draw" in note for note in alike(made).notes())
