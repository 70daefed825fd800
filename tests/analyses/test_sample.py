"""The frame and Tables 1 and 2 on a published sample, of which only the numbers are used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crosscase.analyses.characteristics import CharacteristicsOptions, characteristics
from crosscase.analyses.recruitment import frame
from crosscase.analyses.sample import (
    SampleMarginsError,
    SampleOptions,
    SampleRow,
    Section,
    checked_sample,
    sample,
)
from crosscase.errors import NotFoundError
from crosscase.frames import Snapshot
from crosscase.model import Recruitment
from tests.frames.plain import Made

PUBLISHED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "analyses" / "published-sample.json").read_text("utf-8")
)
SECTIONS = tuple(Section(part["name"], tuple(part["labels"])) for part in PUBLISHED["sections"])
ROWS = tuple(
    SampleRow(row["case"], row["sector"], tuple(tuple(counts) for counts in row["counts"])) for row in PUBLISHED["rows"]
)
AGES = {"18–25": "20", "26–35": "30", "36–45": "45", "46–55": "46", "56–65": "65", "over 65": "66", "not known": ""}


def published() -> Made:
    """A study with these margins; who has which gender and age is invented."""
    study = Made()
    for position, row in enumerate(PUBLISHED["rows"]):
        case = study.id_of("case", row["case"])
        study.change(case, position=position)
        study.value("case", "sector", case, row["sector"], type="one-of", grouping=True,
                    options=tuple(PUBLISHED["totals"]["sectors"]))  # fmt: skip
        spread = [
            [label for label, count in zip(section.labels, counts, strict=True) for _ in range(count)]
            for section, counts in zip(SECTIONS, row["counts"], strict=True)
        ]
        for number, (role, gender, age) in enumerate(zip(*spread, strict=True)):
            person = study.participant(f"{row['case']}-{number}", row["case"], role)
            study.value("participant", "gender", person, gender, type="one-of", options=SECTIONS[1].labels)
            study.value("participant", "age", person, AGES[age], type="number")
        for role in SECTIONS[0].labels:
            study.target(row["case"], role, PUBLISHED["planned"])
    for position, role in enumerate(SECTIONS[0].labels):
        study.change(study.id_of("role", role), position=position)
    sector = next(row.id for row in study.rows["attribute"] if getattr(row, "grouping", False))
    study.change(study.rows["study"][0].id, primary=sector)
    return study


def test_the_published_table_adds_up() -> None:
    table = checked_sample(SECTIONS, ROWS)
    totals = PUBLISHED["totals"]
    assert [list(counts) for counts in table.total.counts] == [
        totals["sampling role"], totals["gender"], totals["age"],
    ]  # fmt: skip
    assert table.total.people == totals["people"]
    assert {row.group: row.people for row in table.subtotals} == totals["sectors"]


def test_table_2_of_a_study_is_the_published_one() -> None:
    table = sample(Snapshot.load(published()))
    assert table.sections == SECTIONS
    assert table.rows == ROWS
    assert [row.label for row in table.in_order] == [
        "STA1", "STA2", "STA3", "statutory", "PAR1", "PAR2", "PAR3", "partnership",
        "VOL1", "VOL2", "VOL3", "VOL4", "voluntary", "All",
    ]  # fmt: skip
    assert table.table().rows[-1] == ("All", 22, 18, 17, 14, 20, 58, 33, 3, 10, 36, 22, 13, 2, 5, 91)
    assert len(table.behind["PAR1", "age", "not known"]) == 3
    data = table.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert table.chart().to_dict()["encoding"]["y"]["sort"][0] == "STA1"


@pytest.mark.parametrize("section", [0, 1, 2])
def test_a_row_that_does_not_add_up_is_refused_by_name(section: int) -> None:
    counts = list(ROWS[4].counts)
    counts[section] = (counts[section][0] + 1, *counts[section][1:])
    wrong = (*ROWS[:4], SampleRow("PAR2", "partnership", tuple(counts)), *ROWS[5:])
    with pytest.raises(SampleMarginsError, match="'PAR2'") as refusal:
        checked_sample(SECTIONS, wrong)
    assert refusal.value.row == "PAR2"


def test_somebody_counted_twice_is_refused_by_name() -> None:
    study = published()
    person = study.participant("STA1-x", "STA1", "peer worker", pronouns="")
    study.value("participant", "identity", person, "one\nother", type="many-of")
    with pytest.raises(SampleMarginsError, match=r"'STA1'.*identity 11"):
        sample(Snapshot.load(study), SampleOptions(by=("identity",)))
    # Once counted in one column only, the rest of the people stand under not known.
    study = published()
    person = study.participant("STA1-x", "STA1", "peer worker")
    study.value("participant", "identity", person, "one", type="many-of")
    table = sample(Snapshot.load(study), SampleOptions(by=("identity",)))
    assert table.sections[1] == Section("identity", ("one", "not known"))


def test_people_without_case_or_role_stand_in_lines_of_their_own() -> None:
    study = Made()
    study.participant("A-1", "A", "worker")
    study.participant("x")
    table = sample(Snapshot.load(study), SampleOptions(by=()))
    assert table.sections == (Section("sampling role", ("worker", "no sampling role")),)
    assert [(row.label, row.counts) for row in table.rows] == [("A", ((1, 0),)), ("no case", ((0, 1),))]
    assert sample(Snapshot.load(Made()), SampleOptions(by=())).total.people == 0
    with pytest.raises(NotFoundError, match="no attribute 'gender'"):
        sample(Snapshot.load(study))


def test_the_frame_of_the_published_sample() -> None:
    study = published()
    study.add(
        Recruitment(case=study.id_of("case", "VOL3"), role=study.id_of("role", "co-worker"), step="approached", count=3)
    )
    for count in (1, 2):
        study.add(
            Recruitment(
                case=study.id_of("case", "VOL3"), role=study.id_of("role", "co-worker"), step="declined", count=count,
                reason="no time",
            )
        )  # fmt: skip
    table = frame(Snapshot.load(study))
    counts = {status: len(table.with_status(status)) for status in ("on target", "under", "over")}
    expected = dict(PUBLISHED["totals"]["places"])
    assert [(table.snapshot.cases.find("VOL3"), place.recruited) for place in table.empty] == [(8, 0)]
    assert counts | {"empty": len(table.empty)} == expected
    place = table.place("VOL3", "co-worker")
    assert (place.planned, place.approached, place.declined, place.status) == (2, 3, 3, "under")
    assert place.reasons == (("declined", "no time", 1), ("declined", "no time", 2))
    rows = {str(row[0]): row[1:] for row in table.table().rows}
    assert rows["VOL3"] == ("2 of 2", "2 of 2", "not recruited (0 of 2)", "1 of 2", "1 of 2", "6 of 10")
    assert rows["All"] == ("22 of 20", "18 of 20", "17 of 20", "14 of 20", "20 of 20", "91 of 100")
    assert table.notes() == (
        "30 places on target, 14 under (1 of them empty), 6 over.", "3 people approached, 3 declined.",
    )  # fmt: skip
    assert table.to_dict()["totals"] == {
        "planned": 100, "approached": 3, "declined": 3, "withdrew": 0, "recruited": 91,
    }  # fmt: skip
    assert table.frame["recruited"].sum() == 91
    assert table.chart().to_dict()["layer"]


def test_a_place_without_a_target_is_neither_over_nor_under() -> None:
    study = Made()
    study.participant("A-1", "A", "worker")
    study.participant("lost", "A")
    table = frame(Snapshot.load(study))
    assert [(place.planned, place.status) for place in table.places] == [(None, "no target")]
    assert table.outside == (study.id_of("participant", "lost"),)
    assert table.table().rows == (("A", "1", "1 of 0"), ("All", "1 of 0", "1 of 0"))


def test_table_1_reports_a_short_row_and_never_shifts_it() -> None:
    study = published()
    for case, size in (("STA1", "12"), ("VOL4", "7")):
        study.value("case", "staff", study.id_of("case", case), size, type="number")
    table = characteristics(Snapshot.load(study), CharacteristicsOptions(attributes=("staff", "sector")))
    rows = {str(row[0]): row[1:] for row in table.table().rows}
    assert rows["STA1"] == ("12", "statutory", 9)
    assert rows["VOL1"] == (None, "voluntary", 9)
    assert "VOL1: no value for staff." in table.notes()
    assert len(table.lacking) == 8
    assert table.frame.columns == ["case", "name", "staff", "sector", "participants"]
    assert json.loads(json.dumps(table.to_dict())) == table.to_dict()
    assert list(characteristics(Snapshot.load(study)).attributes) == ["sector", "staff"]
