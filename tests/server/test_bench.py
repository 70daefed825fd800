"""The bench over HTTP: whose words two sides are, what a category is made of, which cases were compared."""

from __future__ import annotations

from tests.server.conftest import Window


def test_sides_say_whose_words_they_are_and_of_which_case_and_role(window: Window) -> None:
    found = window.post("/ask/pairs", {"category": "Passing it up", "count": 2})["pairs"]
    people = {one["identifier"]: one for one in window.get("/rows/participant")}
    cases = {one["id"]: one["code"] for one in window.get("/rows/case")}
    roles = {one["id"]: one["name"] for one in window.get("/rows/role")}
    for side in (one[which] for one in found for which in ("one", "other")):
        said = [people[name] for name in side["participants"]]
        assert said
        assert side["cases"] == list(dict.fromkeys(cases[one["case"]] for one in said))
        assert side["roles"] == list(dict.fromkeys(roles[one["role"]] for one in said if one["role"]))
        assert side["code"]
    one, other = ({"kind": found[0][which]["kind"], "id": found[0][which]["id"]} for which in ("one", "other"))
    here = window.post("/ask/sides", {"one": one, "other": other})
    assert (here["one"], here["other"], here["before"]) == (found[0]["one"], found[0]["other"], [])
    gone = {"one": one, "other": {"kind": "case", "id": "0" * 32}}
    assert window.post("/ask/sides", gone, status=404)


def test_a_category_is_told_with_what_its_properties_and_relations_rest_on(window: Window) -> None:
    codes = {one["code"]["name"]: one["code"]["id"] for one in window.get("/codebook")["codes"]}
    here = window.post("/ask/category", {"category": codes["Room to go slowly"]})
    (one,) = here["properties"]
    assert one["name"] == "who it is slow for"
    assert one["at_low"]["words"]
    assert one["at_high"]["words"]
    (related,) = here["relations"]
    assert (related["nature"], related["to"]) == ("condition", codes["Company of other peers"])
    assert all(side["words"] for side in related["grounds"])
    there = window.post("/ask/category", {"category": codes["Company of other peers"]})
    assert [one["id"] for one in there["relations"]] == [related["id"]]


def test_cases_that_were_compared_and_those_that_were_not_are_told(window: Window) -> None:
    rows = window.post("/ask/compared", {})["rows"]
    one = next(row for row in rows if row["label"] == "Telling one's own story")
    assert len(one["done"]) == one["compared"] == 4
    assert len(one["left"]) + len(one["done"]) == one["pairs"] == 45
    assert len(one["case_ids"]) == one["cases"] == 10
