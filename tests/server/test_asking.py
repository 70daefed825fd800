"""Questions over HTTP give what the engine gives, in the shapes that screens draw."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.analyses.retrieve import retrieve
from crosscase.frames.search import search
from crosscase.frames.turns import turn_passages
from crosscase.model import Attribute, AttributeValue, Case, Coding, ContentNote, Member, Participant
from crosscase.server.routes.ask import QUESTIONS
from crosscase.study import Study
from crosscase.verbs.members import permit_member
from tests.server.conftest import Window, window_on

CODE = '"Passing it up"'


@pytest.fixture(scope="module")
def study(demonstration: Path) -> Any:
    with Study.open(demonstration, writable=False, member="Ines") as found:
        yield found


def test_a_matrix_has_the_numbers_of_the_engine_and_says_what_every_zero_is(window: Window, study: Study) -> None:
    asked = {"rows": "categories", "columns": "cases"}
    found = window.post("/ask/matrix", asked)
    counted = matrix(study.snapshot(), MatrixOptions(rows="categories", columns="cases"))
    assert [one["label"] for one in found["rows"]] == [one.label for one in counted.rows]
    assert found["numbers"] == {name: values.tolist() for name, values in counted.numbers.items()}
    assert len(found["people"]) == len(found["columns"])
    zeros = {
        (row, column)
        for row in range(len(counted.rows))
        for column in range(len(counted.columns))
        if counted.cell(row, column).nothing
    }
    assert {(row, column) for row, column, _ in found["nothing"]} == zeros
    assert all(words for _, _, words in found["nothing"])
    assert found["notes"] == list(counted.notes())


def test_a_cell_opens_to_its_quotations(window: Window, study: Study) -> None:
    found = window.post("/ask/matrix", {"rows": "categories", "columns": "cases"})
    row = next(r for r, line in enumerate(found["numbers"]["codings"]) if line[0] > 2)
    asked = {
        "options": {"rows": "categories", "columns": "cases"},
        "row": found["rows"][row]["key"], "column": found["columns"][0]["key"],
    }  # fmt: skip
    opened = window.post("/ask/cell", asked)
    assert opened["cell"]["codings"] == found["numbers"]["codings"][row][0]
    ids = {*opened["cell"]["coding_ids"], *opened["cell"]["unreviewed_ids"]}
    assert {one["coding"]["id"] for one in opened["quotations"]} == ids
    for one in opened["quotations"]:
        line = one["coding"]
        assert study.text(one["source"])[line["start"] : line["end"]] == line["quote"]


def test_finding_gives_the_hits_of_the_engine_page_by_page(window: Window, study: Study) -> None:
    whole = search(study.index(), turn_passages(study.snapshot()).passages, "risk*", top=None)
    assert len(whole.hits) > 12
    pages = [window.post("/ask/find", {"query": "risk*", "offset": at, "limit": 6}) for at in (0, 6)]
    assert pages[0]["total"] == len(whole.passages)
    got = [(hit["source"], hit["start"]) for page in pages for hit in page["hits"]]
    assert got == [(hit.source, hit.start) for hit in whole.hits[:12]]
    for hit in pages[0]["hits"]:
        assert any(bit["wanted"] and bit["words"].lower().startswith("risk") for bit in hit["bits"])
        shown = "".join(bit["words"] for bit in hit["bits"])
        assert study.text(hit["source"])[hit["from"] : hit["to"]] == shown


def test_a_scope_narrows_what_is_found(window: Window) -> None:
    everything = window.post("/ask/find", {"query": "risk*"})["total"]
    one = window.post("/ask/find", {"query": "risk*", "limits": {"case": ["ALD"]}})
    assert 0 < one["total"] < everything
    assert {hit["case"] for hit in one["hits"]} == {"ALD"}
    assert one["total"] == window.post("/ask/find", {"query": "risk* case:ALD"})["total"]


def test_retrieving_gives_the_passages_of_the_engine_page_by_page(window: Window, study: Study) -> None:
    whole = retrieve(study.snapshot(), study.index(), CODE)
    pages = [window.post("/ask/retrieve", {"query": CODE, "offset": at, "top": 10}) for at in (0, 10)]
    assert pages[0]["total"] == whole.total > 20
    got = [(one["source"], one["start"], one["words"]) for page in pages for one in page["passages"]]
    assert got == [(one.source, one.start, one.words) for one in whole.passages[:20]]


def test_a_content_note_is_told_wherever_words_are_shown(window: Window) -> None:
    passage = window.post("/ask/retrieve", {"query": CODE, "top": 1})["passages"][0]
    window.act("content_note.add", source=passage["source"], about="restraint")
    again = window.post("/ask/retrieve", {"query": CODE, "top": 1})["passages"][0]
    assert (passage["covered"], again["covered"]) == ([], ["restraint"])
    coded = window.post("/ask/codings", {"sources": [passage["source"]]})
    assert all(one["coding"]["covered"] == ["restraint"] for one in coded["quotations"])
    hits = window.post("/ask/find", {"query": "the", "limits": {"source": [passage["name"]]}})
    assert all(hit["covered"] == ["restraint"] for hit in hits["hits"])


def test_codings_come_page_by_page_in_the_order_of_the_sources(window: Window) -> None:
    code = next(one for one in window.get("/codebook")["codes"] if one["code"]["name"] == "Passing it up")
    whole = window.post("/ask/codings", {"codes": [code["code"]["id"]], "limit": 1000})
    pages = [window.post("/ask/codings", {"codes": [code["code"]["id"]], "offset": at, "limit": 40}) for at in (0, 40)]
    assert whole["total"] == code["codings"] + code["unreviewed"]
    assert [*pages[0]["quotations"], *pages[1]["quotations"]] == whole["quotations"][:80]


def test_no_two_questions_have_one_name() -> None:
    names = [one.name for one in QUESTIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("question", [one.name for one in QUESTIONS])
def test_every_question_is_answered_or_refused_in_words(window: Window, question: str) -> None:
    person = window.get("/rows/participant")[0]["id"]
    claim = window.post("/ask/claims", {})["claims"][0]["id"] if question == "claim" else ""
    right: dict[str, Any] = {
        "find": {"query": "risk"}, "retrieve": {"query": CODE}, "kwic": {"term": "risk*"}, "codings": {},
        "matrix": {}, "cell": {"options": {}, "row": "Carrying it home", "column": "ALD"}, "overlap": {},
        "pair": {"options": {}, "left": "Passing it up", "right": "Forms and paperwork"},
        "compare": {"left": "cases:ALD", "right": "cases:BRK"}, "exposure": {},
        "exposed": {"options": {"of": "codes", "by": "cases"}, "row": "", "column": ""},
        "contrasts": {"of": "themes"}, "claims": {}, "claim": {"claim": claim}, "claims_since": {},
        "guidelines": {}, "quotations": {},
        "printed_words": {"words": "nobody tells me"},
        "claim_tried": {"quantifier": "all", "query": "Passing it up"}, "negatives": {}, "meta": {}, "similarity": {},
        "meta_cell": {"options": {"of": "codes"}, "row": "ALD", "column": "Passing it up"},
        "words": {"by": "roles"}, "frame": {},
        "contrast_side": {"options": {}, "row": "Passing it up", "group": "public"},
        "passage": {"source": window.get("/sources")[0]["id"], "start": 0, "end": 30},
        "scope": {"where": ["sector=public"]}, "lineage": {}, "flow": {}, "compared": {}, "comparisons": {},
        "pairs": {"category": "Carrying it home", "rule": "least similar words"}, "discussions": {}, "signed": {},
        "analyses": {}, "answer_sheet": {}, "answers": {}, "joint": {"item": "A1"}, "emerged": {}, "asked": {},
        "drafts": {}, "draft_read": {"text": "Most people said {quote:0}."},
        "guides": {}, "turns": {"source": window.get("/sources")[0]["id"]},
        "sheet": {"of": "participant"},
        "fits": {"of": "participant", "lines": []}, "sample": {}, "voices": {"every": True},
        "person": {"participant": person}, "reach": {"participant": person},
        "saturation": {"by": "roles"}, "saturation_interview": {"options": {}, "interview": "IVYST01"},
        "configurations": {}, "qca": {"sensitivity": True}, "qca_row": {"options": {}, "row": "~LED*POSTS*SUPERVISED"},
        "agreement": {"resamples": 0}, "differences": {"options": {}}, "gamma": {"seconds": 0.0}, "adjudications": {},
        "figure": {"of": "frame"}, "table": {"of": "words", "options": {"by": "roles"}, "show": "count"},
    }  # fmt: skip
    cases = [one["id"] for one in window.get("/rows/case")]
    right |= {"case_pairs": {}, "standing": {}, "pair_sheet": {"options": {}, "left": cases[0], "right": cases[1]}}
    codes = [one["code"]["id"] for one in window.get("/codebook")["codes"]]
    right |= {
        "category": {"category": codes[0]},
        "sides": {"one": {"kind": "case", "id": cases[0]}, "other": {"kind": "case", "id": cases[1]}},
    }
    if question == "difference":
        right["difference"] = {"difference": window.post("/ask/differences", {"limit": 1})["differences"][0]["id"]}
    if question in ("framework", "charting"):
        code = window.get("/codebook")["codes"][0]["code"]["id"]
        named = window.act("framework.add", name="Asked", columns=[code])["value"]
        right |= {"framework": {"framework": named}, "charting": {"options": {"framework": named}, "row": person}}
    if question == "compare":
        cases = [one["code"] for one in window.get("/rows/case")]
        right["compare"] = {"left": f"cases:{cases[0]}", "right": f"cases:{cases[1]}"}
    if question == "exposed":
        shown = window.post("/ask/exposure", right[question]["options"])
        right[question] |= {"row": shown["rows"][0]["key"], "column": shown["columns"][0]["key"]}
    if question == "draft":
        right["draft"] = {"draft": window.post("/ask/drafts", {})["drafts"][0]["id"]}
    answer = window.post(f"/ask/{question}", right[question])
    assert answer
    refused: list[dict[str, Any]] = [{"unknown_option": [{}]}, {"rows": 5}, {"query": None}, {"of": "x"}, {"limit": -1}]
    for wrong in refused:
        problem = window.client.post(f"/api/ask/{question}", json=wrong)
        assert problem.status_code in {200, 400, 404, 409, 422}, problem.text


def test_a_query_that_cannot_be_read_says_why(window: Window) -> None:
    problem = window.post("/ask/find", {"query": "risk AND ("}, status=422)
    assert "(" in problem["detail"]
    wrong = window.post("/ask/figure", {"of": "matrix", "options": {"rows": 5}}, status=400)
    assert "rows" in wrong["where"][0]
    assert window.post("/ask/find", {"query": "risk", "limits": {"shoe": ["x"]}}, status=400)["where"]
    for of in ("overlap", "words"):
        assert window.post("/ask/table", {"of": of, "show": "depth"}, status=422)["type"] == "bad-value"
    assert window.post("/ask/nothing", {}, status=404)["type"] == "no-such-address"


def test_figures_are_specifications_with_their_data_and_load_nothing(window: Window) -> None:
    for of in ("matrix", "overlap", "exposure", "frame"):
        drawn = window.post("/ask/figure", {"of": of})["specification"]
        assert "vega-lite" in drawn["$schema"]
        assert '"url"' not in str(drawn.get("data"))
        assert drawn["datasets"]


def test_an_independent_coder_is_told_nothing_of_others_coding(demo: Path) -> None:
    with Study.open(demo, member="Ines") as study:
        tom = study.find(Member, "Tom").id
        study.do(permit_member, tom, "independent coder")
        own = {one.id for one in study.rows(Coding, member=tom)}
    with window_on(demo, "Tom") as window:
        shown = window.post("/ask/codings", {"limit": 1000})
        assert {one["coding"]["id"] for one in shown["quotations"]} == own
        passages = window.post("/ask/retrieve", {"query": CODE, "top": None})["passages"]
        assert {name for one in passages for name in one["members"]} <= {"Tom"}
        counted = window.post("/ask/matrix", {"rows": "codes", "columns": "members", "total": False})
        assert [line["label"] for line in counted["columns"]] == ["Tom"]
        everybody = window.post("/ask/matrix", {"rows": "codes", "columns": "cases", "members": ["Ines"]})
        mine = window.post("/ask/matrix", {"rows": "codes", "columns": "cases", "members": ["Tom"]})
        assert everybody["numbers"] == mine["numbers"]
        stand = window.post("/ask/claims", {})["standings"]
        behind = {coding for one in stand for unit in one["units"] for coding in unit["coding_ids"]}
        assert behind
        assert behind <= own
        opened = window.post("/ask/claim", {"claim": stand[0]["claim"]})
        assert {one["coding"]["member"] for one in opened["quotations"]} == {"Tom"}
        since = window.post("/ask/claims_since", {})["claims"]
        assert {act["by"] for one in since for act in one["acts"]} <= {"Tom"}


def test_questions_are_asked_of_the_study_as_it_was(window: Window) -> None:
    before = window.act("code.add", name="a mark in time")["entry"]
    source = window.get("/sources")[0]["id"]
    code = next(one for one in window.get("/codebook")["codes"] if one["code"]["name"] == "Passing it up")["code"]["id"]
    coding = window.act("coding.apply", code=code, source=source, span={"start": 0, "end": 3})["value"]

    def ids(**asked: Any) -> set[str]:
        return {
            one["coding"]["id"]
            for one in window.post("/ask/codings", {"codes": [code], "limit": 1000}, **asked)["quotations"]
        }

    assert coding in ids()
    assert ids() - ids(at=before) == {coding}


def test_the_scope_counts_who_is_in_it(window: Window, study: Study) -> None:
    everything = window.post("/ask/scope", {})
    assert (everything["cases"], everything["participants"]) == (everything["of_cases"], everything["of_participants"])
    public = window.post("/ask/scope", {"where": ["sector=public", "gender=woman"]})
    table = matrix(
        study.snapshot(), MatrixOptions(rows="gender", columns="sector", total=False)
    ).find("woman", "public")  # fmt: skip
    recruited = {
        one.id for one in study.rows(Participant)
        if value(study, "sector", one.case) == "public" and value(study, "gender", one.id) == "woman"
    }  # fmt: skip
    assert set(public["participant_ids"]) == recruited
    assert set(table.participant_ids) <= recruited
    assert public["participants"] == len(recruited) < everything["participants"]
    assert public["cases"] == 3
    both = window.post("/ask/scope", {"where": ["sector=public", "sector=joint"]})
    assert both["cases"] == 6
    window.post("/ask/scope", {"where": ["sector"]}, status=422)


def value(study: Study, name: str, of: str | None) -> str:
    """The value of an attribute as it stands in the study."""
    attribute = study.find(Attribute, name).id
    return next((one.value for one in study.rows(AttributeValue, attribute=attribute, of=of)), "")


def test_a_passage_tells_what_is_on_it_and_how_it_is_quoted(window: Window, study: Study) -> None:
    coding = next(one for one in study.rows(Coding) if one.place == "text")
    found = window.post(
        "/ask/passage", {"source": coding.source, "start": coding.start, "end": coding.end, "context": 5}
    )  # fmt: skip
    text = study.text(coding.source)
    assert found["words"] == text[coding.start : coding.end]
    assert found["left"] + found["words"] + found["right"] == text[found["from"] : found["to"]]
    assert len(found["left"].split()) <= 5
    assert coding.id in {one["coding"]["id"] for one in found["codings"]}
    assert found["quoted"].startswith(f"“{' '.join(found['words'].split())}” ({found['participants'][0]})")
    assert study.settings().invented in found["quoted"]
    window.post("/ask/passage", {"source": coding.source, "start": 5, "end": 5}, status=422)


def test_a_passage_is_not_quoted_where_consent_forbids_it(window: Window) -> None:
    source = window.get(f"/sources/{window.get('/sources')[0]['id']}")
    speaker = next(one for one in source["speakers"] if one["voice"] == "participant")
    turn = next(one for one in source["turns"] if one["speaker"] == speaker["id"])
    place = {"source": source["source"]["id"], "start": turn["start"], "end": turn["end"]}
    spoken = window.post("/ask/passage", place)
    assert spoken["participants"] == [speaker["identifier"]]
    assert (spoken["refusal"], speaker["identifier"] in spoken["quoted"]) == ("", True)
    window.act("consent.set", participants=[speaker["participant"]], verbatim="no")
    found = window.post("/ask/passage", place)
    assert found["quoted"] == ""
    assert speaker["identifier"] in found["refusal"]
    assert found["words"] == spoken["words"]


def test_content_notes_come_with_every_answer_that_holds_words(window: Window, study: Study) -> None:
    note = next(one for one in study.rows(ContentNote) if one.place == "text")
    words = study.text(note.source)[note.start : note.end].split()
    term = max(words, key=len).strip(".,;:!?’'\"“”")
    lines = window.post("/ask/kwic", {"term": term, "sources": [note.source], "interviewers": True})["lines"]
    inside = [one for one in lines if note.start <= one["start"] < note.end]
    assert inside
    assert all(one["covered"] == [note.about] for one in inside)
    place = {"source": note.source, "start": note.end + 2, "end": note.end + 12}
    assert note.about not in window.post("/ask/passage", place)["covered"]
    assert note.about in window.post("/ask/passage", {**place, "context": 20})["covered"]


def test_finding_keeps_to_the_scope_and_says_of_how_many(window: Window, study: Study) -> None:
    everything = window.post("/ask/find", {"query": "risk*", "limit": 1000})
    assert everything["of_cases"] == 10
    assert everything["participants"] == len({hit["participant"] for hit in everything["hits"]} - {""})
    public = window.post("/ask/find", {"query": "risk*", "where": ["sector=public"], "limit": 1000})
    assert 0 < public["total"] < everything["total"]
    assert {value(study, "sector", study.find(Case, hit["case"]).id) for hit in public["hits"]} == {"public"}
    assert (public["cases"] <= public["of_cases"], public["of_cases"]) == (True, 3)
    people = window.post("/ask/find", {"query": "risk*", "roles": ["peer worker"], "limit": 1000})
    assert {hit["role"] for hit in people["hits"]} == {"peer worker"}
    tom = study.find(Member, "Tom").id
    by_one = window.post("/ask/find", {"query": f"code:{CODE}", "members": [tom]})["total"]
    assert by_one < window.post("/ask/find", {"query": f"code:{CODE}"})["total"]


def test_a_faulty_query_names_the_character(window: Window) -> None:
    for question, query in (("find", "risk AND ("), ("retrieve", "trust OR (")):
        assert window.post(f"/ask/{question}", {"query": query}, status=422)["where"] == ["character 10"]


def test_keywords_come_page_by_page(window: Window) -> None:
    whole = window.post("/ask/kwic", {"term": "risk*", "top": 6})
    second = window.post("/ask/kwic", {"term": "risk*", "offset": 3, "top": 3})
    assert second["lines"] == whole["lines"][3:6]
    assert second["total"] == whole["total"] > 6


def test_one_row_of_a_framework_opens_to_its_words_and_a_coder_alone_sees_their_own(demo: Path) -> None:
    with window_on(demo, "Ines") as window:
        code = next(one for one in window.get("/codebook")["codes"] if one["code"]["name"] == "Passing it up")
        framework = window.act("framework.add", name="Asked", columns=[code["code"]["id"]])["value"]
        options = {"framework": framework}
        grid = window.post("/ask/framework", options)
        row = next(n for n, cells in enumerate(grid["cells"]) if cells[0]["codings"])
        asked = {"options": options, "row": grid["rows"][row]["key"]}
        before = window.post("/ask/charting", asked)
        unused = before["cells"][0]["unused"]
        assert {one["coding"]["id"] for one in before["quotations"]} == set(before["cells"][0]["codings"])
        cell = {"framework": framework, "row": asked["row"], "of": code["code"]["id"], "seen": unused}
        window.act("summary.write", **cell, words="It goes up.", segments=unused[:1])
        after = window.post("/ask/charting", asked)["cells"][0]
        assert (after["state"], after["unused"]) == ("written", unused[1:])
        assert (after["own"][0]["words"], after["own"][0]["member"]) == ("It goes up.", "Ines")
        shown = window.post("/ask/table", {"of": "framework", "options": options})
        assert "It goes up." in str(shown["rows"][row])
        window.act("consent.set", participants=[asked["row"]], paraphrase="no")
        outside = window.post("/ask/table", {"of": "framework", "options": options, "leaving": True})
        assert "It goes up." not in str(outside["rows"])
        assert "withheld" in str(outside["rows"][row])
    with Study.open(demo, member="Ines") as study:
        study.do(permit_member, study.find(Member, "Tom").id, "independent coder")
    with window_on(demo, "Tom") as window:
        assert "It goes up." not in str(window.post("/ask/framework", options))


def test_answers_and_what_the_same_people_said(window: Window) -> None:
    form = window.act("instrument.add", name="Part B", nature="questionnaire")["value"]
    item = window.act("question.add", instrument=form, wording="Years?", number="B1", nature="number")["value"]
    people = window.post("/ask/sample", {})
    assert people
    found = window.post("/ask/answers", {"items": [item], "by": "cases"})
    assert {row["answered"] for row in found["rows"]} == {0}
    assert found["tested"][0]["why"] == "No test. Fewer than two of these groups answered."
    assert len(found["case_people"]) == len(found["by_case"]) == len(found["cases"])
    one = window.post("/ask/answer_sheet", {})["people"][0]
    window.act("answer.give", participant=one["id"], question=item, values=["4"])
    found = window.post("/ask/answers", {"items": [item], "by": "cases"})
    (row,) = [n for n, row in enumerate(found["by_case"]) if row["answered"]]
    assert found["case_people"][row]["answered"] == [one["id"]]
    assert found["cases"][found["by_case"][row]["group"]]["label"] == one["case"]
    written = window.post("/ask/answer_sheet", {"questions": [item]})
    assert [one["wording"] for one in written["items"]] == ["Years?"]
    assert written["answers"] == [{"participant": one["id"], "question": item, "values": ["4"], "outcome": "answered"}]
    assert window.post("/ask/table", {"of": "joint", "options": {"item": item}, "show": "cases"})["rows"]
    assert window.post("/ask/figure", {"of": "answers", "options": {"items": [item]}})["specification"]
    joint = window.post("/ask/joint", {"item": item})
    matrix = window.post("/ask/matrix", joint["options"])
    assert matrix["numbers"] == joint["numbers"]
    assert [one["label"] for one in joint["columns"]][:2] == ["up to 4", "(no answer known)"]


def test_what_emerged_and_which_questions_turns_seem_to_ask(window: Window) -> None:
    found = window.post("/ask/emerged", {"of": "categories"})
    assert len(found["table"]["rows"]) == len(found["rows"]) > 10
    assert not any(row["places"] or row["people"] for row in found["rows"])
    opened = max(found["rows"], key=lambda row: row["unprompted"] + row["prompted"])
    again = window.post("/ask/emerged", {"open": opened["line"]["key"]})
    row = next(row for row in again["rows"] if row["people"])
    assert row["line"] == opened["line"]
    assert len(again["places"]) == len({one["coding"] for one in row["places"]})
    assert len(row["participant_ids"]) == row["unprompted"]
    numbers = ("of_participants", "prompted", "not_known", "asked", "asked_said")
    assert {name: len(row["people"][name]) for name in numbers} == {name: row[name] for name in numbers}
    assert {topic: len(row["people"][f"under {topic}"]) for topic in row["under"]} == row["under"]
    assert window.post("/ask/emerged", {"open": "x"}, status=422)["detail"].startswith("There is no row 'x'")
    proposed = window.post("/ask/asked", {"least": 0.3})["proposals"]
    assert all(0.3 <= one["score"] <= 1 for one in proposed)
    assert all(one["why"] for one in proposed)


def test_kept_quotations_and_where_printed_words_stand(window: Window) -> None:
    words = "They don't want me to know anything. I've never met the woman."
    (place,) = window.post("/ask/printed_words", {"words": words})["places"]
    assert (place["status"], place["participants"], place["said"]) == ("exact", ["ALDMA01"], words[:-1])
    (near,) = window.post("/ask/printed_words", {"words": words.replace("anything", "everything")})["places"]
    assert (near["status"], near["difference"]) == ("altered", "“anything” became “everything”")
    source = next(one["id"] for one in window.get("/sources") if one["name"] == place["source"])
    span = {"start": place["start"], "end": place["end"]}
    before = len(window.post("/ask/quotations", {})["quotations"])
    window.act("quotation.keep", source=source, span=span, printed="They don't want [us] to know anything")
    kept = window.post("/ask/quotations", {})["quotations"]
    assert len(kept) == before + 1
    assert {"declared"} <= {one["status"] for one in kept}
    assert window.post("/ask/quotations", {"faults": True})["quotations"] == []


def test_guides_say_how_far_turns_are_mapped_and_which_codes_topics_are_about(window: Window) -> None:
    found = window.post("/ask/guides", {})
    guide = next(one for one in found["instruments"] if one["instrument"]["nature"] == "guide")
    assert [one["question"]["number"] for one in guide["questions"]][:3] == ["T1", "T2", "T3"]
    assert all(one["turns"] > 0 for one in guide["questions"])
    linked = [one for one in found["topics"] if one["codes"]]
    assert len(linked) == 3
    free = next(one["topic"]["id"] for one in found["topics"] if not one["codes"])
    code = window.get("/codebook")["codes"][0]["code"]["id"]
    given = {"from_kind": "topic", "from_thing": free, "to_kind": "code", "to_thing": code, "relation": "about"}
    link = window.act("link.add", **given)["value"]
    again = window.post("/ask/guides", {})
    assert [one["codes"] for one in again["topics"] if one["topic"]["id"] == free] == [[{"link": link, "code": code}]]
    source = max(found["sources"], key=lambda one: one["gone"]["asking"] - one["gone"]["mapped"])
    shown = window.post("/ask/turns", {"source": source["source"], "least": 0.1})["turns"]
    assert len(shown) == source["gone"]["asking"]
    assert sum(bool(one["question"] or one["topic"]) for one in shown) == source["gone"]["mapped"]
    one = next(one for one in shown if one["proposal"] and not one["question"] and one["answer"])
    window.act("turn.map_many", questions={one["turn"]: one["proposal"]["question"]})
    window.act("turn.declined", turns=[one["answer"]["turn"]])
    after = window.post("/ask/turns", {"source": source["source"]})["turns"]
    now = next(each for each in after if each["turn"] == one["turn"])
    assert now["question"] == one["proposal"]["question"]
    assert now["answer"]["declined"]
    gone = next(each for each in window.post("/ask/guides", {})["sources"] if each["source"] == source["source"])
    assert gone["gone"]["mapped"] == source["gone"]["mapped"] + 1
