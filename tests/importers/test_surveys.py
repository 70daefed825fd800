"""Surveys: closed questions as typed answers of participants, open ones as texts by question."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from crosscase.importers import read_path
from crosscase.importers.errors import UnreadableError
from crosscase.importers.formats import format_of
from crosscase.importers.spss import Together
from crosscase.importers.surveys import identify, read
from crosscase.importers.surveys.items import items_of
from crosscase.importers.tabular import Row, Sheet
from crosscase.model import Answer, Instrument, Participant, Question, Set, Source
from crosscase.model.bundle import Bundle
from crosscase.verbs.take_in import take_in
from tests.shared import shared
from tests.verbs.conftest import Desk
from tests.verbs.conftest import desk as desk  # noqa: PLC0414 - a fixture that is used here as well

ROWS = [
    ["Respondent ID", "IP Address", "organisation", "Q1 01—Which of these?", "Q1 02—Which of these?", "2. Age",
     "3. We are heard", "4. What else?", "Empty"],
    ["A1", "10.0.0.1", "North", "Tea", "", "44", "Agree", "It was slow, and nobody came to tell us why.", ""],
    ["A2", "10.0.0.2", "South", "Tea", "Coffee", "51", "strongly agree", "", ""],
    ["A3", "10.0.0.3", "North", "", "Coffee", "", "Disagree", "prefer not to say", ""],
    ["A4", "10.0.0.4", "South", "", "", "38", "Agree", "Nothing at all comes to my mind.", ""],
    ["A5", "10.0.0.5", "North", "", "", "29", "n/a", "", ""],
    ["A6", "10.0.0.6", "North", "", "", "33", "Disagree", "", ""],
    ["A7", "10.0.0.7", "North", "", "", "35", "Strongly agree", "", ""],
]  # fmt: skip


def a_csv(folder: Path, rows: list[list[str]], name: str = "wave.csv") -> Path:
    with (folder / name).open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows(rows)
    return folder / name


def items(bundle: Bundle) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.number or one.wording: (one.nature, one.options) for one in bundle.questions}


def test_a_csv_that_is_said_to_be_a_survey(tmp_path: Path) -> None:
    path = a_csv(tmp_path, ROWS)
    assert format_of(path) is None
    bundle = read_path(path, format="survey")
    assert items(bundle) == {
        "Q1": ("many", ("Tea", "Coffee")),
        "2": ("number", ()),
        "3": ("likert", ("Disagree", "Agree", "strongly agree")),
        "4": ("open", ()),
    }
    assert [(one.identifier, one.case) for one in bundle.participants][:2] == [("A1", "North"), ("A2", "South")]
    assert [one.code for one in bundle.cases] == ["North", "South"]
    assert Counter(one.outcome for one in bundle.answers) == {"answered": 15, "does not apply": 1}
    assert [(one.participants, one.nature) for one in bundle.documents] == [(("A1",), "answer"), (("A4",), "answer")]
    assert [one.what for one in bundle.losses] == [
        "Columns by which somebody could be known: 'IP Address'.",
        "Columns without any answer: 'Empty'.",
    ]


def test_a_survey_in_a_study(tmp_path: Path, desk: Desk) -> None:
    bundle = read_path(a_csv(tmp_path, ROWS), format="survey")
    done = desk.do(take_in, bundle)
    assert list(done.refusals) == []
    assert len(desk.rows(Participant)) == 7
    assert [one.name for one in desk.rows(Instrument)] == ["wave"]
    by_item = {one.id: one.number for one in desk.rows(Question)}
    told = {(by_item[one.question], one.values) for one in desk.rows(Answer)}
    assert {("Q1", ("Tea", "Coffee")), ("2", ("44",)), ("3", ("strongly agree",))} <= told
    texts = {one.name: desk.store.text(one.id) for one in desk.rows(Source)}
    assert texts == {
        "wave 4 A1": "It was slow, and nobody came to tell us why.",
        "wave 4 A4": "Nothing at all comes to my mind.",
    }
    assert all(one.participant for one in desk.rows(Source))
    assert [one.name for one in desk.rows(Set)] == ["wave: 4"]
    again = desk.do(take_in, bundle)
    assert not again.changes
    # A later wave of the same questionnaire: what is new is added, an option comes behind the others.
    later = [ROWS[0], ["A8", "", "North", "", "", "60", "strongly disagree", "", ""], *ROWS[1:]]
    more = desk.do(take_in, read_path(a_csv(tmp_path, later), format="survey"))
    assert (more.counts["participant"].added, more.counts["answer"].added) == (1, 2)
    assert next(one.options for one in desk.rows(Question) if one.number == "3")[-1] == "strongly disagree"


def test_qualtrics(tmp_path: Path) -> None:
    told = ("Neutral", "Very satisfied")
    rows = [
        ["StartDate", "ResponseId", "RecipientEmail", "Q1", "Q2_4_TEXT"],
        ["Start Date", "Response ID", "Recipient Email", "How satisfied are you?", "Other - Text"],
        [f'{{"ImportId":"{name}"}}' for name in ("startDate", "_recordId", "e", "Q1", "Q2")],
        *([f"2024-01-0{day}", f"R_{day}", "x@example.org", told[day % 2], ""] for day in range(1, 7)),
        ["2024-01-08", "R_9", "x@example.org", "Satisfied", "A bird told me so."],
        ["2024-01-08", "R_10", "x@example.org", "Satisfied", ""],
    ]  # fmt: skip
    path = a_csv(tmp_path, rows)
    assert identify(path, path.read_bytes()[:8192])
    bundle = read_path(path)
    (first, second) = bundle.questions
    assert (first.number, first.wording, first.nature) == ("Q1", "How satisfied are you?", "likert")
    assert first.options == ("Neutral", "Satisfied", "Very satisfied")
    assert (second.nature, len(bundle.documents), len(bundle.participants)) == ("open", 1, 8)
    assert bundle.participants[0].identifier == "R_1"
    assert [one.what.partition(":")[2] for one in bundle.losses] == [" 'RecipientEmail'.", " 'StartDate'."]


@pytest.mark.parametrize("suffix", [".sav", ".dta"])
def test_spss_and_stata(suffix: str, tmp_path: Path) -> None:
    frame = pl.DataFrame({"pid": ["A1", "A2", "A3"], "v1": [1.0, 2.0, 9.0], "v2": [3.0, 4.5, None]})
    path = tmp_path / f"wave{suffix}"
    labels: dict[str, dict[int | float, str]] = {"v1": {1: "no", 2: "yes", 9: "refused"}}
    heads: list[str | None] = ["Who", "Have you waited?", "How long?"]
    if suffix == ".sav":
        pyreadstat.write_sav(frame, str(path), column_labels=heads, variable_value_labels=labels)
    else:
        frame = frame.with_columns(pl.col("v1").cast(pl.Int32))
        pyreadstat.write_dta(frame, str(path), column_labels=heads, variable_value_labels=labels)
    bundle = read_path(path)
    assert [(one.number, one.wording, one.nature, one.options) for one in bundle.questions] == [
        ("v1", "Have you waited?", "one", ("no", "yes")),
        ("v2", "How long?", "number", ()),
    ]
    assert [(one.participant, one.values, one.outcome) for one in bundle.answers] == [
        ("A1", ("no",), "answered"), ("A1", ("3",), "answered"), ("A2", ("yes",), "answered"),
        ("A2", ("4.5",), "answered"), ("A3", (), "declined"),
    ]  # fmt: skip


def test_a_table_of_survey_monkey_with_its_two_rows_of_headings(tmp_path: Path) -> None:
    """Blank headings go on with their question; the second row is nobody's answers."""
    about = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    given = ["c", "01/02/2024", "01/02/2024", "10.0.0.1"]
    why = "Nobody told us about the other way in."
    rows = [
        [*about, "How often?", "", "Which?", "", "Why?", "Born"],
        [*[""] * 5, "By day", "By night", "Tea", "Coffee", "Open-Ended Response", "Response"],
        *(
            [str(n), *given, ("never", "often")[n % 2], "never", ("", "Tea")[n % 2], "Coffee", why, f"1990-01-0{n + 1}"]
            for n in range(6)
        ),
    ]
    path = a_csv(tmp_path, rows)
    found = format_of(path)
    assert found is not None
    assert found.name == "survey"
    bundle = read_path(path)
    assert [(one.wording, one.nature, one.options) for one in bundle.questions] == [
        ("How often? [By day]", "one", ("never", "often")),
        ("How often? [By night]", "text", ()),
        ("Which?", "many", ("Tea", "Coffee")),
        ("Why?", "open", ()),
    ]
    assert [one.identifier for one in bundle.participants] == ["0", "1", "2", "3", "4", "5"]
    assert bundle.participants[2].attributes == {"Born": "1990-01-03"}
    assert [(one.name, one.type) for one in bundle.attributes] == [("Born", "date")]
    assert len(bundle.documents) == 6


def test_dates_of_spss_are_dates_and_a_label_on_one_number_leaves_it_a_number(tmp_path: Path) -> None:
    ages = [18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 99]
    began = [dt.date(2024, 2, day) for day in range(1, 12)]
    frame = pl.DataFrame({
        "age": [float(age) for age in ages],
        "seen": [*began, None],
        "at": [dt.datetime(2024, 1, 1, 9, minute, tzinfo=dt.UTC).replace(tzinfo=None) for minute in range(12)],
    })  # fmt: skip
    path = tmp_path / "wave.sav"
    pyreadstat.write_sav(
        frame, str(path), variable_value_labels={"age": {99: "99 or more"}}, column_labels=["", "Seen on", ""]
    )
    bundle = read_path(path)
    assert [(one.key, one.nature) for one in bundle.questions] == [("age", "number"), ("at", "text")]
    assert bundle.participants[0].attributes == {"Seen on": "2024-02-01"}
    assert bundle.participants[11].attributes == {}
    answers = {(one.participant, one.question): one.values for one in bundle.answers}
    assert answers["R0012", "age"] == ("99",)
    assert answers["R0001", "at"] == ("2024-01-01 09:00:00",)


def test_multiple_response_sets_are_one_item(tmp_path: Path) -> None:
    """Of two kinds: columns that are ticked with a counted value, and columns that hold a choice each."""
    sheet = Sheet(file="wave.sav", name="wave", columns=("tea", "tram", "coffee", "first", "second"), rows=(
        Row(1, ("1", "x", "0", "2", "3")), Row(2, ("0", "y", "1", "3", "")), Row(3, ("0", "y", "0", "", "")),
    ))  # fmt: skip
    labels = {"tea": "Tea", "coffee": "Coffee"}
    codes = {"first": {"2": "Two", "3": "Three"}, "second": {"2": "Two", "3": "Three"}, "tea": {"1": "yes", "0": "no"}}
    sets = (Together("What do you drink?", ("tea", "coffee"), "1"), Together("7. Which?", ("first", "second")))
    found, blank = items_of(sheet, range(5), labels, codes, sets=sets)
    assert [(one.key, one.number, one.wording, one.nature, one.options) for one in found] == [
        ("tea", "tea", "What do you drink?", "many", ("Tea", "Coffee")),
        ("tram", "", "tram", "text", ()),
        ("first", "7", "Which?", "many", ("Two", "Three")),
    ]
    drinks, _, which = found
    said = [[drinks.said(at, cell, {}) for at, cell in drinks.values(row).items()] for row in sheet.rows]
    assert said == [["Tea", ""], ["", "Coffee"], ["", ""]]
    assert [which.said(at, cell, codes["first"]) for at, cell in which.values(sheet.rows[0]).items()] == [
        "Two",
        "Three",
    ]
    assert blank == []


def test_what_is_no_survey_is_refused(tmp_path: Path) -> None:
    for name, data in (("x.sav", b"$FL2" + b"\0" * 900), ("x.dta", b"<stata_dta>" + b"x" * 90), ("y.sav", b"text")):
        path = tmp_path / name
        path.write_bytes(data)
        assert len(read_path(path).refusals) == 1
    with pytest.raises(UnreadableError):
        read(a_csv(tmp_path, [["IP Address"], ["10.0.0.1"]]))


def test_shared_surveys() -> None:
    """Every cell of a column that was taken is an answer or a text; the rest is named."""
    corpora = shared("corpora")
    for path in sorted((corpora / "spss-files").glob("*.sav")):
        # One of them has no answers, only what Qualtrics says of the filling in.
        refused = [one.reason for one in read_path(path).refusals]
        assert refused == ([] if path.name != "test_width.sav" else ["There are no words in the file."]), path.name
    whole = read_path(corpora / "ospo-survey" / "results-2021.csv", format="survey")
    assert len(whole.participants) == 1141  # the second row goes on with the headings
    assert format_of(corpora / "ospo-survey" / "results-2021.csv") is not None
    asked = {one.number: (one.wording, one.options) for one in whole.questions}
    assert asked["Q5 03"][0].endswith("in the following areas? [Releasing open source code or projects]")
    assert sorted(asked["Q5 03"][1]) == ["Don't know", "No", "Yes"]
    natures = Counter(one.nature for one in whole.questions)
    assert natures["many"] >= 10
    assert natures["open"] >= 20
    given = {(one.participant, one.question) for one in whole.answers}
    assert len(given) == len(whole.answers)
    part = read_path(corpora / "ospo-survey" / "results-2021-part.sav")
    assert (len(part.participants), part.participants[0].identifier) == (
        1142,
        "Respondent ID",
    )  # its maker took the row along
    feedback = read_path(corpora / "nhs-feedback" / "text_data.csv", format="survey")
    assert [one.code for one in feedback.cases] == ["Trust A", "Trust B", "Trust C"]
    with (corpora / "nhs-feedback" / "text_data.csv").open(encoding="utf-8", newline="") as opened:
        said = [row["feedback"].strip() for row in csv.DictReader(opened)]
    assert len(feedback.documents) >= len([one for one in said if one]) - 2  # what came of it instead, as "n/a"
    assert {one.text for one in feedback.documents} <= {one.replace("\r\n", "\n") for one in said}
