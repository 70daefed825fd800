"""Exposure, comparison and lineage, on studies small enough to check by eye."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosscase.analyses.compare import CompareOptions, Comparison, compare
from crosscase.analyses.exposure import ExposureOptions, exposure
from crosscase.analyses.lineage import LineageOptions, lineage
from crosscase.errors import AmbiguousError, BadValueError, NotFoundError
from crosscase.frames import Snapshot
from tests.frames.plain import Made


def two_cases() -> Made:
    study = Made()
    for case in "AB":
        for number in range(2):
            study.participant(f"{case}{number}", case, "worker")
    study.target("B", "worker", 3)
    return study


def test_exposure_to_topics() -> None:
    study = two_cases()
    study.interviewed("A0", "I risk: Risk?\nA0: Yes.\nI training: Training?\nA0 (declined): No.")
    study.interviewed("A1", "A1 risk: Risk, by the way.\nI training: And?\nI: Hm?")
    study.interviewed("B0", "I: What else?\nB0: Nothing.")
    people = exposure(Snapshot.load(study))
    assert {row[0]: row[1:] for row in people.table().rows} == {
        "A0": ("said when asked", "asked, declined"),
        "A1": ("volunteered", "asked, silent"),
        "B0": ("not known (turns not mapped)", "not known (turns not mapped)"),
        "B1": ("not interviewed", "not interviewed"),
    }
    cases = exposure(Snapshot.load(study), ExposureOptions(by="cases"))
    assert cases.mixture(0, 0) == {"said when asked": 1, "volunteered": 1}
    assert cases.mixture(1, 0) == {"not recruited": 1, "not interviewed": 1, "not known (turns not mapped)": 1}
    assert cases.people(0, 0)["volunteered"] == (study.id_of("participant", "A1"),)
    data = cases.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert cases.chart().to_dict()["mark"]["type"] == "bar"
    assert cases.frame.filter(cases.frame["word"] == "volunteered")["participants"].to_list() == [1]


def test_not_asked_needs_all_texts_to_be_mapped() -> None:
    study = two_cases()
    study.id_of("topic", "risk")
    study.interviewed("A0", "I training: Training?\nA0: Yes.")
    assert exposure(Snapshot.load(study), ExposureOptions(participants=("A0",))).mixture(0, 0) == {"not asked": 1}
    study.interviewed("A0", "I: Anything?\nA0: No.")
    table = exposure(Snapshot.load(study), ExposureOptions(participants=("A0",)))
    risk = [line.label for line in table.columns].index("risk")
    # Participants who are filtered out keep their rows and have no exposure.
    assert table.mixture(0, risk) == {"not known (turns not mapped)": 1}
    assert table.mixture(1, risk) == {}


def test_exposure_to_codes() -> None:
    study = two_cases()
    talk, other = study.interviewed("A0", "A0: one two"), study.interviewed("B0", "B0: three")
    study.coding(talk, "two", "x", stance="no")
    study.read(other)
    table = exposure(Snapshot.load(study), ExposureOptions(of="codes", by="cases"))
    assert table.mixture(0, 0) == {"not interviewed": 1, "said it is not so": 1}
    assert table.mixture(1, 0) == {"not recruited": 1, "not interviewed": 1, "read, nothing coded": 1}
    with pytest.raises(BadValueError, match="no topics"):
        exposure(Snapshot.load(study))


def compared(study: Made, left: str, right: str, **options: object) -> Comparison:
    return compare(Snapshot.load(study), CompareOptions(left=left, right=right, **options))  # type: ignore[arg-type]


def test_two_cases_side_by_side() -> None:
    study = two_cases()
    talks = {name: study.interviewed(name, f"{name}: one two three") for name in ("A0", "A1", "B0")}
    study.coding(talks["A0"], "one", "both")
    study.coding(talks["B0"], "one", "both")
    study.coding(talks["A1"], "two", "left")
    study.coding(talks["B0"], "three", "right")
    study.code("neither")
    study.read(*talks.values(), codes=("both", "left", "right"))
    table = compared(study, "a", "cases:B")
    assert [(row.label, row.kind) for row in table.rows] == [
        ("both", "shared"), ("left", "only left"), ("right", "only right"),
    ]  # fmt: skip
    assert table.neither == 1
    left = table.of_kind("only left")[0]
    assert (left.left.participants, left.left.of_participants, left.right.of_participants) == (1, 2, 1)
    assert left.right.exposure == {"not recruited": 1, "not interviewed": 1, "read, nothing coded": 1}
    assert left.left.participant_ids == (study.id_of("participant", "A1"),)
    assert table.table().rows[1] == (
        "only left", "left", "1 of 2", "0 of 1; 1 not recruited, 1 not interviewed, 1 read, nothing coded",
    )  # fmt: skip
    data = table.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert table.chart().to_dict()["layer"]
    assert table.frame["left_participants"].to_list() == [1, 1, 0]


def test_groups_participants_and_codes_side_by_side() -> None:
    study = two_cases()
    talks = {name: study.interviewed(name, f"{name}: one two three") for name in ("A0", "B0")}
    for case, sector in (("A", "statutory"), ("B", "voluntary")):
        study.value("case", "sector", study.id_of("case", case), sector, type="one-of", grouping=True)
    study.coding(talks["A0"], "one", "x")
    study.coding(talks["A0"], "two", "y")
    study.coding(talks["B0"], "two", "y")
    assert [row.kind for row in compared(study, "statutory", "voluntary").rows] == ["only left", "shared"]
    assert [row.kind for row in compared(study, "A0", "B0").rows] == ["only left", "shared"]
    codes = compared(study, "x", "y")
    assert [(row.label, row.kind, row.both) for row in codes.rows] == [("A", "shared", 1), ("B", "only right", 0)]
    assert (codes.by, codes.title) == ("cases", "x and y, by cases")
    study.code("A")
    for left, right, error, words in (
        ("A", "B", AmbiguousError, "cases:A, codes:A"),
        ("x", "nobody", NotFoundError, "case, role, participant, group, code or theme"),
        ("x", "cases:B", BadValueError, "different kinds"),
        ("x", "X", BadValueError, "are the same"),
        ("sector:private", "voluntary", NotFoundError, "no sector 'private'"),
    ):
        with pytest.raises(error, match=words):
            compared(study, left, right)


def test_a_category_shared_by_two_themes_stands_in_both_rows() -> None:
    study = two_cases()
    talk = study.interviewed("A0", "A0: one two three four")
    codings = [study.coding(talk, word, "training") for word in ("one", "two", "three")]
    study.change(study.id_of("code", "training"), category=True)
    study.change(study.code("culture"), category=True)
    study.theme("risks")
    study.theme("risk management")
    study.theme("crisis", "risks")
    study.lineage("risks", "training")
    study.lineage("risk management", "training")
    study.evidence("risks", codings[0])
    study.evidence("crisis", codings[1], "against")
    table = lineage(Snapshot.load(study))
    assert table.table().rows == (
        ("risk management", "training", 0, 0, 0, 0),
        ("risks", "training", 1, 1, 1, 0),
        ("  crisis", "", 0, 0, 0, 1),
    )
    assert table.notes()[1:] == ("Under several themes: training.", "Under no theme: culture.")
    first, second, third = table.rows
    assert first.origins[0].shared_with == (second.id,)
    assert (first.origins[0].suggested, second.origins[0].suggested) == (3, 2)
    assert (first.coding_ids, second.coding_ids, third.coding_ids) == ((), (codings[0],), (codings[1],))
    data = table.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert table.frame.height == 3
    assert table.chart().to_dict()["encoding"]["color"]["scale"]["domain"] == ["for", "against"]


def test_a_category_taken_in_whole_is_evidence() -> None:
    study = two_cases()
    talk = study.interviewed("A0", "A0: one two three four")
    for word in ("one", "two"):
        study.coding(talk, word, "training")
    study.theme("risks")
    study.lineage("risks", "training", whole=True)
    row = lineage(Snapshot.load(study), LineageOptions(analysis="main")).rows[0]
    assert (row.evidence_for, row.participants, row.origins[0].suggested, row.origins[0].whole) == (2, 1, 0, True)


def test_table_3_of_a_published_analysis_of_eighteen_categories() -> None:
    path = Path(__file__).parents[1] / "data" / "analyses" / "published-sample.json"
    published = json.loads(path.read_text("utf-8"))
    study = Made()
    for position, name in enumerate(published["categories"]):
        study.code(name, category=True, position=position)
    for position, (label, subthemes) in enumerate(published["themes"].items()):
        study.change(study.theme(label), position=position)
        for number in range(subthemes):
            study.theme(f"{label} {number + 1}", label)
    first, second, third = published["themes"]
    # Which category led to which theme is invented here; `boundaries` stands under two.
    groups = {first: range(7), second: [0, *range(7, 13)], third: range(13, 18)}
    for label, places in groups.items():
        for place in places:
            study.lineage(label, published["categories"][place])
    table = lineage(Snapshot.load(study))
    assert [row.label for row in table.rows if not row.depth] == [first, second, third]
    assert len(table.rows) == 3 + 5 + 4 + 4
    stands_in = [row.label for row in table.rows for origin in row.origins if origin.label == "boundaries"]
    assert stands_in == [first, second]
    assert table.unplaced == ()
    assert {origin.label for row in table.rows for origin in row.origins} == set(published["categories"])
