"""What may speak against a theme: each rule on a study small enough to count by hand."""

from __future__ import annotations

import pytest

from crosscase.analyses.negatives import Negative, NegativeOptions, Negatives, negatives
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.model import Link, NegativeCase
from crosscase.model.contrasts import negative_id
from tests.frames.plain import Made

CASES = {"A": "public", "B": "public", "C": "public", "D": "public", "E": "voluntary", "F": "voluntary"}


def study(said: str, *, read: str = "ABCDEF") -> tuple[Made, dict[str, str]]:
    """A participant in each case; `said` are the cases in which theirs is coded `trust`, the category of the theme."""
    made = Made()
    made.code("trust")
    made.code("doubt")
    talks = {}
    for case, sector in CASES.items():
        made.participant(f"{case}-1", case, "worker")
        talks[case] = made.interviewed(f"{case}-1", f"I: Tell me.\n{case}-1: one two three\n")
        if case in said:
            made.coding(talks[case], "one", "trust")
        if case in read:
            made.read(talks[case])
        made.value("case", "sector", made.id_of("case", case), sector, type="one-of", grouping=True)
    made.theme("Trust grows")
    made.lineage("Trust grows", "trust", whole=True)
    return made, talks


def found(made: Made, **options: object) -> Negatives:
    return negatives(Snapshot.load(made), NegativeOptions(**{"by": "sector", **options}))  # type: ignore[arg-type]


def told(result: Negatives) -> list[tuple[str, str, str]]:
    return [(one.label, one.name, one.rule) for one in result.candidates]


def test_a_case_that_differs_from_all_or_most_of_its_group() -> None:
    assert told(found(study("ABC")[0])) == [("Trust grows", "D", "differs from all of its group")]
    assert told(found(study("D")[0])) == [("Trust grows", "D", "differs from all of its group")]
    most = found(study("AD")[0])
    assert told(most) == [("Trust grows", case, "differs from most of its group") for case in "ABCD"]
    assert most.candidates[1].why == "0 of 1 participants here; in 2 of 3 other cases of public somebody says it"
    # Two cases are no group to differ from, and who was not read differs from nobody.
    assert told(found(study("E")[0])) == []
    assert told(found(study("AB", read="AB")[0])) == []
    assert [one.exposure for one in found(study("AB", read="AB")[0]).silence] == [{"not yet read for this code": 4}]


def test_what_says_that_it_is_not_so_comes_first_and_silence_never() -> None:
    made, talks = study("ABCD")
    made.coding(talks["E"], "two", "trust", stance="no")
    against = made.coding(talks["F"], "three", "doubt")
    made.evidence("Trust grows", against, "against")
    result = found(made)
    assert told(result) == [("Trust grows", f"{case}-1", "says it is not so") for case in "EF"]
    assert [one.thing for one in result.candidates][1] == against
    assert result.silence[0].exposure == {}
    assert found(study("ABCD")[0]).silence[0].exposure == {"read, nothing coded": 2}
    assert "Silence is no evidence" in " ".join(result.silent().notes)


def test_the_opposite_code_is_found_by_a_link_in_either_direction() -> None:
    made, talks = study("ABCD")
    made.coding(talks["A"], "three", "doubt")
    code, other = made.id_of("code", "trust"), made.id_of("code", "doubt")
    assert told(found(made)) == []
    link = made.add(Link(from_kind="code", from_thing=other, to_kind="code", to_thing=code, relation="Contradicts"))
    assert told(found(made)) == [("Trust grows", "A-1", "opposite code")]
    assert told(found(made, of="codes", codes=("trust",))) == [("trust", "A-1", "opposite code")]
    made.change(link, relation="explains")
    assert told(found(made)) == []


def test_what_was_decided_stands_beside_it_and_by_hand_with_the_rest() -> None:
    made, talks = study("ABC")
    theme, case = made.id_of("theme", "Trust grows"), made.id_of("case", "D")
    rule = "differs from all of its group"
    made.add(
        NegativeCase(
            about_kind="theme",
            about=theme,
            thing_kind="case",
            thing=case,
            rule=rule,
            disposition="exception",
            reason="It was new.",
        ),
        negative_id(theme, case, rule),
    )
    person = made.id_of("participant", "A-1")
    made.add(
        NegativeCase(about_kind="theme", about=theme, thing_kind="participant", thing=person, rule="by hand"),
        negative_id(theme, person, "by hand"),
    )
    first, second = found(made).candidates
    assert (first.disposition, first.reason, first.noted, first.id) == (
        "exception", "It was new.", True, negative_id(theme, case, rule),
    )  # fmt: skip
    assert (second.name, second.rule, second.disposition) == ("A-1", "by hand", "open")
    assert [one.rule for one in found(made, open_only=True).candidates] == ["by hand"]
    # A rule that does not find it any more leaves what was decided.
    made.coding(talks["D"], "two", "trust")
    gone = next(one for one in found(made).candidates if one.rule == rule)
    assert (gone.name, gone.why, gone.disposition) == ("D", "the rule does not find it any more", "exception")
    counts = dict(zip(*found(made).frame.group_by("disposition").len().sort("disposition").get_columns(), strict=True))
    assert counts == {"exception": 1, "open": 1}


def test_what_has_no_groups_of_cases_is_refused() -> None:
    made, _ = study("ABC")
    with pytest.raises(BadValueError, match="no grouping of cases"):
        found(made, by="roles")
    assert told(found(made, by="")) == []
    assert isinstance(found(made).candidates[0], Negative)
    assert found(made).to_dict()["candidates"][0]["id"]
    assert found(made).chart().to_dict()
