"""Where coders differ, of which kind; what is decided about it; and that nothing of that enters a coefficient."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.differences import DifferenceOptions, Differences, differences
from crosscase.demo import build_demo
from crosscase.errors import CrosscaseError, NotFoundError
from crosscase.model import Adjudication, Code, Coding, Participant, Source, Span
from crosscase.reads.agreement import agreement_in, before_adjudication, decided, differences_in
from crosscase.store.verify import verify
from crosscase.study import Study
from crosscase.verbs.adjudications import Differing, adjudicate, remove_adjudication
from crosscase.verbs.codings import Placement, remove_codings, resize_coding
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.discussions import open_discussion
from crosscase.verbs.erasures import erase_participant
from tests.analyses.agreement.team import code, named, read, team


def found_in(study: Study, **given: Any) -> Differences:
    return differences(study.snapshot(), DifferenceOptions(**given))


def told(found: Differences) -> list[tuple[str, str, str, str, str, int, int]]:
    return [(one.kind, one.one, one.code, one.other, one.instead, one.start, one.end) for one in found.rows]


def test_every_kind_and_nothing_where_they_did_the_same() -> None:
    study = team(1)
    for who in ("Ada", "Ben"):
        code(study, who, "t0", "keys", 0, 10)
    code(study, "Ada", "t0", "slow", 20, 40)
    code(study, "Ben", "t0", "slow", 20, 46)
    code(study, "Ada", "t0", "slow", 60, 80)
    code(study, "Ben", "t0", "quick", 62, 80)
    code(study, "Ada", "t0", "pace", 100, 120)
    code(study, "Ben", "t0", "quick", 100, 120)
    code(study, "Ada", "t0", "keys", 140, 160)
    code(study, "Ben", "t0", "keys", 140, 160, denied=True)
    code(study, "Ben", "t0", "keys", 200, 220)
    read(study, "Ada", "Ben", "Cleo")
    found = found_in(study, members=("Ada", "Ben"))
    assert told(found) == [
        ("confusion", "Ada", "slow", "Ben", "quick", 60, 80),
        ("parent or child", "Ada", "pace", "Ben", "quick", 100, 120),
        ("borders", "Ada", "slow", "Ben", "slow", 20, 46),
        ("stance", "Ada", "keys", "Ben", "keys", 140, 160),
        ("omission", "Ben", "keys", "Ada", "", 200, 220),
    ]
    assert found.counts["confusion", "quick", "slow"] == 1
    assert found_in(study, members=("Ada", "Ben"), slack=6).counts.keys() == {
        each for each in found.counts if each[0] != "borders"
    }
    assert {one.kind for one in found_in(study, kinds=("omission",)).rows} == {"omission"}
    # Whoever looks finds the same, by the same id.
    assert [one.id for one in found.rows] == [one.id for one in found_in(study, members=("Ben", "Ada")).rows]
    assert found.find(found.rows[0].id[-12:]) is found.rows[0]
    with pytest.raises(NotFoundError):
        found.find("0" * 12)
    # Cleo read it and put nothing: every coding of the others is an omission of hers.
    assert sum(one.other == "Cleo" for one in found_in(study).rows) == 11
    assert found.frame.height == 5
    assert found.chart().to_dict()["title"]
    assert len(found.summary().rows) == 5


def test_who_also_put_the_other_code_there_is_not_confused() -> None:
    study = team(1)
    code(study, "Ada", "t0", "slow", 0, 20)
    code(study, "Ada", "t0", "keys", 0, 20)
    code(study, "Ben", "t0", "keys", 0, 20)
    # Little is shared: two omissions, no confusion.
    code(study, "Ada", "t0", "quick", 100, 130)
    code(study, "Ben", "t0", "keys", 125, 160)
    read(study, "Ada", "Ben")
    assert [(one[0], one[2]) for one in told(found_in(study))] == [
        ("omission", "slow"), ("omission", "quick"), ("omission", "keys")
    ]  # fmt: skip


def test_whoever_has_not_read_for_a_code_omits_nothing() -> None:
    study = team(2)
    code(study, "Ada", "t0", "slow", 0, 20)
    code(study, "Ada", "t1", "slow", 0, 20)
    read(study, "Ada")
    read(study, "Ben", texts=["t1"])
    assert [one.source_name for one in found_in(study).rows] == ["t1"]


def differing(one: Any) -> Differing:
    return Differing(kind=one.kind, coding=one.coding, other=one.other_coding, left_out=one.left_out)


def two() -> tuple[Study, Any]:
    study = team(2)
    code(study, "Ada", "t0", "slow", 0, 20)
    code(study, "Ben", "t0", "quick", 0, 20)
    read(study, "Ada", "Ben")
    return study, found_in(study).rows[0]


def agreed(study: Study) -> list[tuple[str, int, int]]:
    names = {one.id: one.name for one in study.rows(Code)}
    return sorted((names[one.code], one.start, one.end) for one in study.rows(Coding, origin="agreed"))


@pytest.mark.parametrize(
    ("outcome", "stands"),
    [("one", ["slow"]), ("other", ["quick"]), ("both", ["quick", "slow"]), ("neither", []), ("another", ["keys"])],
)
def test_what_was_decided_stands_beside_and_is_undone_whole(outcome: Any, stands: list[str]) -> None:
    study, one = two()
    before = study.dump_digest()
    another = None
    if outcome == "another":
        another = Placement(code=study.find(Code, "keys").id, source=one.source, span=Span(0, 25))
    talk = study.do(open_discussion, "Which?", [named(study, "Ben")]).value
    with_talk = study.dump_digest()
    done = study.do(
        adjudicate, differing(one), outcome, reason="As the definition says.", another=another, discussion=talk,
        deciders=[named(study, "Ada"), named(study, "Ben")],
    )  # fmt: skip
    assert done.value == one.id
    assert [name for name, _, _ in agreed(study)] == stands
    assert len(study.rows(Coding, origin="by hand")) == 2
    (row,) = decided(study.store)
    assert (row.outcome, row.deciders, row.reason) == (outcome, ("Ada", "Ben"), "As the definition says.")
    assert sorted(name.split(" / ")[-1] for name in row.agreed) == stands
    assert found_in(study).rows[0].outcome == outcome
    assert found_in(study, settled="without").rows == ()
    assert study.log()[-1].verb == "difference.adjudicate"
    study.undo()
    assert study.dump_digest() == with_talk != before
    study.redo()
    assert [name for name, _, _ in agreed(study)] == stands
    assert study.do(remove_adjudication, one.id).value == len(stands)
    assert study.rows(Adjudication) == []
    assert agreed(study) == []
    assert verify(study.store) == []


def test_deciding_again_replaces_what_was_agreed() -> None:
    study, one = two()
    study.do(adjudicate, differing(one), "both", reason="Both at first.")
    study.as_member("Ben").do(adjudicate, differing(one), "one", reason="She says slow.")
    assert [name for name, _, _ in agreed(study)] == ["slow"]
    (row,) = study.rows(Adjudication)
    assert (row.outcome, row.reason, row.deciders) == ("one", "She says slow.", (named(study, "Ben"),))


def test_an_omission_stands_or_does_not() -> None:
    study = team(1)
    mine = code(study, "Ada", "t0", "slow", 0, 20)
    read(study, "Ada", "Ben")
    (one,) = found_in(study).rows
    assert (one.kind, one.left_out, one.coding) == ("omission", (named(study, "Ben"),), mine)
    study.do(adjudicate, differing(one), "other", reason="It is not said there.")
    assert agreed(study) == []
    study.do(adjudicate, differing(one), "one", reason="It is.")
    assert agreed(study) == [("slow", 0, 20)]


def test_what_cannot_be_decided_is_refused_in_words() -> None:
    study, one = two()
    there = differing(one)
    refused: list[tuple[Differing, str, dict[str, Any], str]] = [
        (there, "one", {"reason": " "}, "Say why"),
        (there, "first", {}, "no outcome of an adjudication"),
        (there, "another", {}, "which code and which stretch"),
        (Differing(kind="confusion", coding=one.coding), "one", {}, "between two codings"),
        (Differing(kind="omission", coding=one.coding, other=one.other_coding), "one", {}, "it is an omission"),
        (Differing(kind="confusion", coding=one.coding, other="0" * 32), "one", {}, "no coding"),
        (there, "one", {"deciders": ["0" * 32]}, "no member"),
        (there, "one", {"discussion": "0" * 32}, "no discussion"),
    ]
    for about, outcome, more, words in refused:
        with pytest.raises(CrosscaseError, match=words):
            study.do(adjudicate, about, outcome, **{"reason": "Because.", **more})  # type: ignore[arg-type]  # wrong on purpose
    assert study.rows(Adjudication) == []
    study.do(adjudicate, there, "one", reason="So it is.")
    made = study.rows(Coding, origin="agreed")[0].id
    with pytest.raises(CrosscaseError, match="was agreed by the team"):
        study.do(adjudicate, Differing(kind="confusion", coding=made, other=one.other_coding), "one", reason="No.")
    other = code(study, "Ben", "t1", "keys", 0, 5)
    with pytest.raises(CrosscaseError, match="different sources"):
        study.do(adjudicate, Differing(kind="confusion", coding=one.coding, other=other), "one", reason="No.")


def test_agreement_is_from_before_adjudication_also_when_coders_change_their_own() -> None:
    study, one = two()
    code(study, "Ada", "t1", "keys", 0, 20)
    code(study, "Ben", "t1", "keys", 0, 20)
    asked = AgreementOptions(resamples=0)
    before = agreement_in(study, asked).to_dict()["rows"]
    study.do(adjudicate, differing(one), "one", reason="So it is.")
    found = agreement_in(study, asked)
    assert found.to_dict()["rows"] == before
    assert "One text was adjudicated" in " ".join(found.notes())
    # Afterwards Ben takes his own away and codes as was decided, and Ada moves an end; then the text is corrected.
    study.as_member("Ben").do(remove_codings, [one.other_coding])
    code(study, "Ben", "t0", "slow", 0, 20)
    study.do(resize_coding, one.coding, Span(5, 20))
    found = agreement_in(study, asked)
    assert found.to_dict()["rows"] == before
    assert "taken as they stood before" in " ".join(found.notes())
    assert [each.kind for each in differences_in(study, DifferenceOptions()).rows] == ["confusion"]
    study.do(correct_source, one.source, [(Span(0, 1), "You and I")])
    snapshot, _ = before_adjudication(study)
    ends = snapshot.raw["coding"].filter(source=one.source).select("start", "end").rows()
    assert set(ends) == {(0, 28)} or set(ends) == {(8, 28)}
    # What came later in texts that were never adjudicated counts as it is.
    code(study, "Ada", "t1", "quick", 40, 60)
    assert agreement_in(study, asked).find("quick").codings == (1, 1)


def test_whoever_withdraws_is_gone_from_what_was_decided_too() -> None:
    with build_demo(None) as study:
        person, source = study.find(Participant, "ALDMA01").id, study.find(Source, "ALDMA01").id
        here = [one for one in differences_in(study, DifferenceOptions()).rows if one.source == source]
        other = next(one for one in differences_in(study, DifferenceOptions()).rows if one.source != source)
        said = study.text(source)[here[0].start : here[0].end]
        assert len(said) > 40
        study.do(adjudicate, differing(here[0]), "one", reason="Plain.")
        study.do(adjudicate, differing(other), "one", reason=f"Unlike {said}")
        study.because("asked by letter").do(erase_participant, person)
        rows = study.rows(Adjudication, id=[here[0].id, other.id])
        assert [one.id for one in rows] == [other.id]
        assert said not in rows[0].reason
        assert "█" in rows[0].reason
        assert verify(study.store) == []
