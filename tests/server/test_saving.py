"""What is saved of a comparison is what is shown: its numbers, its order, and nothing consent does not cover."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import python_calamine

from crosscase.analyses.exposure import ExposureOptions, exposure
from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.analyses.result import label_of
from crosscase.model import Case, Code, Coding, Participant, Replication
from crosscase.model.places import Span
from crosscase.reads.codings import CodingLine, coding_lines
from crosscase.reads.standing_against import given_back
from crosscase.study import Study
from crosscase.verbs.codings import apply_code_in_vivo
from crosscase.verbs.consents import set_consent
from tests.server.conftest import Window, window_on

CROSSED = {"of": "matrix", "options": {"rows": "categories", "columns": "cases"}}


def saved(window: Window, asked: dict[str, Any]) -> list[dict[str, str]]:
    """The rows of a csv file."""
    return list(csv.DictReader(io.StringIO(window.post("/save/csv", asked).decode())))


def test_a_matrix_is_saved_with_every_number_in_the_order_shown(window: Window, demonstration: Path) -> None:
    with Study.open(demonstration, writable=False, member="Ines") as study:
        whole = matrix(study.snapshot(), MatrixOptions(rows="categories", columns="cases"))
    rows, columns = [whole.rows[3].key, whole.rows[0].key], [whole.columns[5].key, whole.columns[1].key]
    kept = saved(window, CROSSED | {"rows": rows, "columns": columns})
    assert [(one["row"], one["column"]) for one in kept] == [(row, column) for row in rows for column in columns]
    for one in kept:
        cell = whole.find(one["row"], one["column"])
        assert (int(one["participants"]), int(one["of_participants"])) == (cell.participants, cell.of_participants)
        assert int(one["codings"]) == cell.codings
        assert one["invented"]
    book = python_calamine.load_workbook(
        io.BytesIO(window.post("/save/xlsx", CROSSED | {"rows": rows, "show": "cases"}))
    )
    shown = [str(line[0]).strip() for line in book.get_sheet_by_index(0).to_python()]
    at = shown.index("People")
    assert shown[at + 1 : at + 3] == [label_of(whole.rows[3]), label_of(whole.rows[0])]


def test_figures_and_tables_follow_the_order_and_what_is_shown(window: Window) -> None:
    found = window.post("/ask/matrix", CROSSED["options"])
    keys = [one["key"] for one in reversed(found["columns"])]
    table = window.post("/ask/table", CROSSED | {"columns": keys, "show": "codings"})
    assert [one["key"] for one in table["columns"][1:]] == keys
    drawn = window.post("/ask/figure", CROSSED | {"columns": keys[:2], "show": "cases"})["specification"]
    (rows,) = drawn["datasets"].values()
    assert {row["column_label"] for row in rows} == {one["label"] for one in found["columns"][-2:]}
    assert all(row["cases"] == "–" or "/" in row["cases"] for row in rows)
    counted = window.post("/ask/figure", CROSSED | {"show": "codings"})["specification"]
    (rows,) = counted["datasets"].values()
    assert sum(row["codings"] or 0 for row in rows) == sum(map(sum, found["numbers"]["codings"]))
    problem = window.post("/ask/table", CROSSED | {"rows": ["nobody"]}, status=422)
    assert "nobody" in problem["detail"]


def test_no_form_but_those_of_tables(window: Window) -> None:
    assert window.post("/save/docx", CROSSED, status=422)["type"] == "bad-value"


def test_what_leaves_says_nothing_that_consent_does_not_cover(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        study.do(set_consent, [one.id for one in study.rows(Participant)], verbatim="yes")
        words, source, person = next(
            (line.quote[:40], coding.source, line.participants[0])
            for coding, line in _lines(study)
            if len(line.quote) > 60 and len(line.participants) == 1
        )
        at = study.text(source).index(words)
        study.do(apply_code_in_vivo, source, Span(at, at + len(words)))
        study.do(set_consent, [study.find(Participant, person).id], verbatim="no")
        name = next(one.name for one in study.rows(Code) if one.name.startswith(words[:20]))
    asked = {"of": "matrix", "options": {"rows": "codes", "columns": "cases"}}
    with window_on(demo, "Ines") as window:
        assert name in str(window.post("/ask/table", asked))
        assert name in str(window.post("/ask/figure", asked))
        for gone in ("/ask/table", "/ask/figure"):
            kept = str(window.post(gone, asked | {"leaving": True}))
            assert name not in kept
            assert f"[words of {person} withheld]" in kept
        assert name not in window.post("/save/csv", asked).decode()


def test_displays_and_candidates_are_drawn_told_and_saved_as_they_were_asked(window: Window) -> None:
    meta = {"of": "meta", "options": {"attributes": ["sector"], "order_by": "sector"}}
    sectors = [row["sector"] for row in saved(window, meta)]
    assert len(sectors) > 10
    assert list(dict.fromkeys(sectors)) == ["public", "joint", "independent"]
    alike = window.post("/ask/table", {"of": "similarity", "options": {"by": "roles"}})
    assert all(column["heading"] for column in alike["columns"])
    against = {"of": "negatives", "options": {"of": "codes"}}
    assert {row["about_kind"] for row in saved(window, against)} == {"code"}
    for asked in (meta, {"of": "similarity"}, against):
        assert window.post("/ask/figure", asked)["specification"]["datasets"]


def test_what_findings_stand_against_is_saved_and_withholds_who_said_no(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        told = next(one for one in given_back(study.store) if one.said)
        study.do(set_consent, [told.participant], verbatim="no")
        theme = study.rows(Replication)[0].theme
        cases = sum(one.merged_into is None for one in study.rows(Case))
    with window_on(demo, "Ines") as window:
        given = saved(window, {"of": "standing", "options": {"table": "given"}})
        assert told.said not in str(given)
        assert "[withheld" in next(one["said"] for one in given if one["given"] == told.id[-12:])
        against = window.post("/ask/standing", {})["rivals"]
        rivals = saved(window, {"of": "standing", "options": {"table": "rivals"}})
        assert {one["rival"] for one in rivals} == {one["id"][-12:] for one in against}
        assert len(saved(window, {"of": "standing", "options": {"table": "replication", "theme": theme}})) == cases
        assert window.post("/ask/figure", {"of": "standing", "options": {"table": "given"}}, status=422)


def _lines(study: Study) -> list[tuple[Coding, CodingLine]]:
    codings = {one.id: one for one in study.rows(Coding)}
    return [(codings[line.id], line) for line in coding_lines(study.store, list(codings.values()))]


def test_a_cell_of_an_exposure_opens_to_people_and_what_they_said(window: Window, demonstration: Path) -> None:
    options = {"of": "codes", "by": "cases"}
    with Study.open(demonstration, writable=False, member="Ines") as study:
        whole = exposure(study.snapshot(), ExposureOptions(of="codes", by="cases"))
        names = {one.id: one.identifier for one in study.rows(Participant)}
    row, column = next(
        (r, c) for r in range(len(whole.rows)) for c in range(len(whole.columns)) if "said" in whole.mixture(r, c)
    )
    asked = {"options": options, "row": whole.rows[row].key, "column": whole.columns[column].key}
    opened = window.post("/ask/exposed", asked)
    assert opened["exposure"] == whole.mixture(row, column)
    assert {(one["identifier"], one["word"]) for one in opened["people"]} == {
        (names[person], word) for word, those in whole.people(row, column).items() for person in those
    }
    assert opened["quotations"]
    assert window.post("/ask/exposed", asked | {"row": "nobody"}, status=422)


def test_contrasts_are_saved_in_their_order_and_only_what_holds_where_that_is_shown(window: Window) -> None:
    asked = {"of": "contrasts", "options": {"of": "codes", "assumption": "drawn by lot"}}
    shown = window.post("/ask/contrasts", asked["options"])["contrasts"]
    given = saved(window, asked)
    assert [(one["key"], one["left"], one["right"]) for one in given] == [
        (one["key"], one["left"], one["right"]) for one in shown
    ]  # fmt: skip
    sized = saved(window, asked | {"order": "size", "holding": True})
    holding = [one for one in shown if one["robust"]]
    assert 0 < len(sized) == len(holding) < len(given)
    sizes = [abs(float(one["difference"])) for one in sized]
    assert sizes == sorted(sizes, reverse=True)
    assert all(float(one["interval_low"]) < float(one["difference"]) < float(one["interval_high"]) for one in sized)
    table = window.post("/ask/table", asked | {"order": "size", "holding": True})
    assert len(table["rows"]) == len(holding)
    one_row = {"of": "contrasts", "options": {"query": '"Passing it up" AND "Pay and hours"'}}
    assert len({one["label"] for one in saved(window, one_row)}) == 1
