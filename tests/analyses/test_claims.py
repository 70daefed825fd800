"""Claims: what quantifiers say of counts, against counting by hand; and that a claim changes with what it rests on."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, get_args

import pytest

from crosscase.analyses.claims import ClaimStanding, Ledger, LedgerOptions, evaluate, ledger
from crosscase.analyses.claims.language import bound, read, written
from crosscase.analyses.claims.verdicts import Meaning, Tally, verdict
from crosscase.errors import NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.query import QueryError
from crosscase.frames.token_index import TokenIndex
from crosscase.model import Analysis, Answer, Claim, Coding, Instrument, Link, Question, Reading, Threshold
from crosscase.model.claims import Quantifier
from tests.frames.plain import Made

SAYS = "one two three four five six seven eight nine ten"
CASES = {"A": "public", "B": "public", "C": "voluntary", "D": "voluntary"}


def talks(*, unread: tuple[str, ...] = (), **said: tuple[str, ...]) -> Made:
    """Two people in each of four cases; of `said` a code has the people who said it."""
    study = Made()
    for code in ("trust", "pay", *said):
        study.id_of("code", code)
    for case, sector in CASES.items():
        for number in (1, 2):
            name = f"{case}{number}"
            study.participant(name, case, "worker" if number == 1 else "manager")
            talk = study.interviewed(name, f"I: Tell me.\n{name}: {SAYS}\n")
            for code, people in said.items():
                if name in people:
                    study.coding(talk, "two three", code)
            if name not in unread:
                study.read(talk)
        study.value("case", "sector", study.id_of("case", case), sector, type="one-of", grouping=True)
    return study


def standing(study: Made, quantifier: str = "all", query: str = "trust", **fields: Any) -> ClaimStanding:
    claim = Claim(id="c", member="m", sentence="So it is.", quantifier=quantifier, query=query, **fields)  # type: ignore[arg-type]  # literals
    snapshot = Snapshot.load(study)
    (found,) = evaluate(snapshot, [claim], TokenIndex.of({source: study.texts[source] for source in study.texts}))
    return found


EVERYBODY = tuple(f"{case}{number}" for case in CASES for number in (1, 2))


@pytest.mark.parametrize(
    ("quantifier", "here", "status"),
    [
        ("all", Tally(3, 0, 0), "shown"),
        ("all", Tally(3, 0, 1), "not shown"),
        ("all", Tally(3, 1, 0), "contradicted"),
        ("all", Tally(0, 0, 4), "cannot say"),
        ("none", Tally(0, 3, 0), "shown"),
        ("none", Tally(0, 3, 1), "not shown"),
        ("none", Tally(1, 3, 1), "contradicted"),
        ("one", Tally(1, 3, 0), "shown"),
        ("one", Tally(1, 3, 1), "not shown"),
        ("one", Tally(0, 3, 1), "not shown"),
        ("one", Tally(2, 3, 1), "contradicted"),
        ("some", Tally(1, 3, 9), "shown"),
        ("some", Tally(0, 3, 0), "contradicted"),
        ("most", Tally(9, 1, 0), "no verdict"),
        ("few", Tally(0, 9, 0), "no verdict"),
        ("all", Tally(0, 0, 0), "cannot say"),
    ],
)  # fmt: skip
def test_a_quantifier_says_what_it_says_of_counts(quantifier: Quantifier, here: Tally, status: str) -> None:
    assert verdict(quantifier, here) == status


def worlds(tally: Tally) -> Iterator[list[bool]]:
    for rest in product([True, False], repeat=tally.unknown):
        yield [True] * tally.yes + [False] * tally.no + list(rest)


TRUE: dict[str, Callable[[list[bool], list[bool]], bool]] = {
    "all": lambda here, _: all(here),
    "none": lambda here, _: not any(here),
    "one": lambda here, _: sum(here) == 1,
    "some": lambda here, _: 0.2 <= sum(here) / len(here) <= 0.7,
    "most": lambda here, _: 0.2 <= sum(here) / len(here) <= 0.7,
    "many": lambda here, _: 0.2 <= sum(here) / len(here) <= 0.7,
    "few": lambda here, _: 0.2 <= sum(here) / len(here) <= 0.7,
    "only in": lambda here, there: any(here) and not any(there),
    "more in": lambda here, there: sum(here) * len(there) > sum(there) * len(here),
    "often but not only": lambda here, there: 0.2 <= sum(here) / len(here) <= 0.7 and any(there),
}


@pytest.mark.parametrize("quantifier", TRUE)
def test_a_status_is_what_all_the_ways_in_which_it_could_turn_out_say(quantifier: Quantifier) -> None:
    random_ = random.Random(quantifier)
    seen = set()
    for _ in range(150):
        here, there = (Tally(*(random_.randrange(4) for _ in range(3))) for _ in range(2))
        if not here.known or not there.known:
            continue
        says = {TRUE[quantifier](one, other) for one in worlds(here) for other in worlds(there)}
        expected = "not shown" if len(says) == 2 else "shown" if says.pop() else "contradicted"
        assert verdict(quantifier, here, there, meaning=Meaning(20, 70)) == expected, (here, there)
        seen.add(expected)
    assert len(seen) >= 2


def test_every_quantifier_is_tried() -> None:
    assert {*TRUE, "n of N"} == set(get_args(Quantifier))


@pytest.mark.parametrize(
    ("numbers", "status"),
    [((3, 5), "shown"), ((4, 5), "contradicted"), ((3, 7), "not shown"), ((5, 7), "not shown"),
     ((6, 7), "contradicted"), ((2, 7), "contradicted"), ((3, 6), "contradicted")],
)  # fmt: skip
def test_so_many_of_so_many_is_of_those_known_or_of_all(numbers: tuple[int, int], status: str) -> None:
    assert verdict("n of N", Tally(3, 2, 2), numbers=numbers) == status


# From the study


def test_all_is_not_shown_while_somebody_was_not_read_and_says_who() -> None:
    found = standing(talks(trust=EVERYBODY[:6], unread=("D1", "D2")))
    assert (found.status, found.tally) == ("not shown", Tally(6, 0, 2))
    assert {one.label for one in found.missing} == {"D1", "D2"}
    assert found.kinds == {"not yet read for this code": 2}
    assert found.why == "6 of 6 participants. 2 not known yet (2 not yet read for this code)."
    cases = standing(talks(trust=EVERYBODY[:6], unread=("D1", "D2")), unit="cases")
    assert (cases.status, cases.tally, [one.label for one in cases.missing]) == ("not shown", Tally(3, 0, 1), ["D"])


def test_silence_is_not_said_unless_the_claim_leaves_it_open() -> None:
    study = talks(trust=EVERYBODY[:7])
    assert standing(study).status == "contradicted"
    assert (standing(study, silence="open").status, standing(study, silence="open").kinds) == (
        "not shown", {"read, nothing coded": 1},
    )  # fmt: skip
    study.coding(study.id_of("source", "D2"), "nine", "trust", stance="no")
    assert standing(study, silence="open").status == "contradicted"
    assert [one.label for one in standing(study, silence="open").units if one.against_ids] == ["D2"]


def test_whoever_was_not_asked_is_not_known() -> None:
    study = Made()
    code, topic = study.id_of("code", "trust"), study.id_of("topic", "trusting")
    study.add(Link(from_kind="code", from_thing=code, to_kind="topic", to_thing=topic))
    for name, asks in (("A1", "I trusting: And trust?"), ("B1", "I trusting: And trust?"), ("C1", "I pay: And pay?")):
        study.participant(name, name[0])
        talk = study.interviewed(name, f"{asks}\n{name}: {SAYS}\n")
        study.read(talk)
        if name == "A1":
            study.coding(talk, "two", "trust")
    found = standing(study, "only in", unit="cases", by="cases", one=study.id_of("case", "A"))
    assert (found.status, found.kinds) == ("not shown", {"not asked": 1})
    assert [each.tally for each in found.groups] == [Tally(1, 0, 0), Tally(0, 1, 1)]


def test_a_case_has_said_both_when_two_people_said_one_each() -> None:
    study = talks(trust=("A1", "B1"), pay=("A2", "C1"))
    both = standing(study, "one", "trust AND pay", unit="cases")
    assert (both.status, [one.label for one in both.units if one.known == "yes"]) == ("shown", ["A"])
    assert standing(study, "none", "trust AND pay").status == "shown"
    neither = standing(study, "n of N", "NOT (trust OR pay)", number=4, of=8)
    assert (neither.status, neither.tally) == ("shown", Tally(4, 4, 0))
    assert {one.label: len(one.against_ids) for one in neither.units if one.against_ids} == {
        "A1": 1, "A2": 1, "B1": 1, "C1": 1,
    }  # fmt: skip


def test_groups_are_set_against_each_other() -> None:
    study = talks(trust=("A1", "A2", "B1", "C1"), unread=("D2",))
    sector = next(row.id for row in study.rows["attribute"])
    public, voluntary = f"{sector}=public", f"{sector}=voluntary"
    more = standing(study, "more in", by=sector, one=public, other=voluntary)
    assert (more.status, [each.tally for each in more.groups]) == ("shown", [Tally(3, 1, 0), Tally(1, 2, 1)])
    assert standing(study, "more in", by=sector, one=voluntary, other=public).status == "contradicted"
    only = standing(study, "only in", by=sector, one=public)
    assert (only.status, only.groups[1].label) == ("contradicted", "all other participants")
    assert standing(study, "often but not only", by=sector, one=public).status == "no verdict"
    study.add(Threshold(word="often", least=75))
    assert standing(study, "often but not only", by=sector, one=public).status == "shown"
    every = standing(study, "all", unit="groups", by="roles")
    assert (every.status, [one.label for one in every.units]) == ("shown", ["manager", "worker"])


def test_a_vague_word_gets_a_verdict_when_the_team_says_what_it_means() -> None:
    study = talks(trust=EVERYBODY[:6])
    found = standing(study, "most")
    assert found.status == "no verdict"
    assert found.why.startswith("6 of 8 participants. 'most' has no threshold in this study")
    study.add(Threshold(word="most", least=75, reason="agreed in May"))
    assert standing(study, "most").status == "shown"
    assert ledger(Snapshot.load(study)).thresholds == (
        "“Most” means at least 75 % of the units counted (agreed in May).",
    )


def test_a_reflexive_analysis_shows_evidence_and_gives_no_verdict() -> None:
    study = talks(trust=EVERYBODY)
    one = study.add(Analysis(name="ours", family="reflexive TA"))
    found = standing(study, "all", analysis=one)
    assert (found.status, found.tally, len(found.coding_ids)) == ("no verdict", Tally(8, 0, 0), 8)
    assert "reflexive" in found.why
    assert not found.checks
    assert standing(study).status == "no verdict"
    study.add(Analysis(name="theirs", family="codebook TA"))
    assert standing(study).status == "shown"


def test_a_claim_rests_on_judgement_on_answers_or_on_documents() -> None:
    study = talks(trust=("A1",))
    told = standing(study, query="", rests_on="judgement", reason="Seen on every visit.")
    assert (told.status, told.why) == ("no verdict", "This claim rests on judgement. Seen on every visit.")
    form = study.add(Instrument(name="survey", nature="questionnaire"))
    item = study.add(
        Question(instrument=form, wording="I trust them.", number="B3", nature="likert", options=("no", "maybe", "yes"))
    )
    for name, value in (("A1", "yes"), ("A2", "no"), ("B1", "maybe")):
        study.add(Answer(question=item, participant=study.id_of("participant", name), values=(value,)))
    study.add(Answer(question=item, participant=study.id_of("participant", "B2"), outcome="declined"))
    found = standing(study, "some", f'"answer:{item} = yes | maybe"')
    assert (found.status, found.tally, found.kinds) == (
        "shown", Tally(2, 1, 5), {"declined": 1, "no answer known": 4},
    )  # fmt: skip
    assert found.says == 'some participants: "answer:B3 = yes | maybe"'
    assert standing(study, "some", f'"answer:{item} >= maybe" AND trust').tally == Tally(1, 7, 0)
    wrong = standing(study, "some", f'"answer:{item} = sure"')
    assert (wrong.status, wrong.problem) == ("cannot say", "'B3' has no answer 'sure'. It has: no, maybe, yes.")
    document = study.transcript("policy", "On paper we trust each other.")
    study.change(document, case=study.id_of("case", "B"), nature="document")
    study.coding(document, "trust", "trust")
    study.read(document)
    paper = standing(study, "one", unit="cases", rests_on="documents")
    assert [one.label for one in paper.units if one.known == "yes"] == ["B"]
    assert paper.status == "not shown"
    assert paper.kinds == {"nobody there": 3}


def test_a_claim_whose_code_is_gone_says_so() -> None:
    study = talks(trust=EVERYBODY)
    snapshot = Snapshot.load(study)
    claim = Claim(id="c", member="m", sentence="So.", quantifier="all", query='"trust" AND "never made"')
    (found,) = evaluate(snapshot, [claim])
    assert (found.status, found.query) == ("cannot say", claim.query)
    assert "never made" in found.problem
    (bad,) = evaluate(snapshot, [Claim(id="c", member="m", sentence="So.", quantifier="all", query="trust AND")])
    assert (bad.status, "cannot be read" in bad.problem) == ("cannot say", True)
    with pytest.raises(NotFoundError):
        ledger(snapshot, LedgerOptions(claims=("x",)))


def test_places_are_asked_of_units_too() -> None:
    study = talks(trust=("A1", "B1"), pay=("A1", "C1"))
    found = standing(study, "one", "trust OVERLAPS pay")
    assert (found.status, [one.label for one in found.units if one.known == "yes"]) == ("shown", ["A1"])
    assert len(found.coding_ids) == 2


def test_sources_can_be_counted() -> None:
    study = talks(trust=("A1", "B1"), unread=("D2",))
    found = standing(study, "n of N", unit="sources", number=2, of=7)
    assert (found.status, found.tally) == ("shown", Tally(2, 5, 1))


# What a verdict depends on


def statuses(study: Made, claim: Claim, **left_out: tuple[str, ...]) -> str:
    import json

    scope = json.dumps(left_out)
    import msgspec

    (found,) = evaluate(Snapshot.load(study), [msgspec.structs.replace(claim, scope=scope)])
    return found.status


@pytest.mark.parametrize("seed", range(12))
def test_the_checks_say_what_leaving_out_and_counting_anew_says(seed: int) -> None:
    random_ = random.Random(seed)
    said = {code: tuple(p for p in EVERYBODY if random_.random() < 0.5) for code in ("trust", "pay")}
    study = talks(unread=tuple(p for p in EVERYBODY if random_.random() < 0.15), **said)
    sector = next(row.id for row in study.rows["attribute"])
    quantifier = random_.choice(["all", "none", "one", "some", "only in", "more in"])
    claim = Claim(
        id="c", member="m", sentence="So.", quantifier=quantifier, unit=random_.choice(["participants", "cases"]),  # type: ignore[arg-type]  # literals
        query=random_.choice(["trust", "trust AND pay", "trust OR NOT pay", "NOT trust"]),
        by=sector, one=f"{sector}=public", other=f"{sector}=voluntary",
    )  # fmt: skip
    (found,) = evaluate(Snapshot.load(study), [claim])
    if found.status not in {"shown", "contradicted"}:
        assert not found.checks
        return
    cases = [row.id for row in study.rows["case"]]
    names = {row.id: row.code for row in study.rows["case"]}  # type: ignore[attr-defined]
    (check,) = [one for one in found.checks if one.kind == "case left out"]
    for out in cases:
        again = statuses(study, claim, cases=tuple(case for case in cases if case != out))
        expected = (
            "survived" if again == found.status else "turned" if again in {"shown", "contradicted"} else "cannot say"
        )
        name = names[out]
        got = "turned" if name in check.depends_on else "cannot say" if name in check.cannot_say else "survived"
        assert got == expected, (name, again)


def test_a_verdict_that_one_coder_carries_depends_on_them() -> None:
    study = talks(trust=EVERYBODY[:4])
    for source in (row.id for row in study.rows["source"]):
        study.add(
            Reading(
                member=study.id_of("member", "Ben"), source=source, progress="done",
                codebook=next(row.codebook for row in study.rows["reading"]),  # type: ignore[attr-defined]
            )
        )  # fmt: skip
    study.coding(study.id_of("source", "A1"), "nine", "pay", member="Ben")
    found = standing(study, "some")
    (check,) = [one for one in found.checks if one.kind == "coder left out"]
    assert (check.of, check.survived, check.depends_on) == (2, 1, ("Ada",))
    assert "depends on coder Ada" in found.robustness


# The mutation test


def naive(study: Made, claim: Claim) -> Any:
    """What a claim rests on, told in the plainest way: who said what, and who was read. Only for codes."""
    names = {row.id: row.name for row in study.rows["code"]}  # type: ignore[attr-defined]
    wanted = {name for name in ("trust", "pay", "time") if name in claim.query}
    sources = {row.id: row.name for row in study.rows["source"]}  # type: ignore[attr-defined]
    said = {
        (sources[row.source], names[row.code])  # type: ignore[attr-defined]
        for row in study.rows.get("coding", ())
        if names[row.code] in wanted  # type: ignore[attr-defined]
    }
    scope = "A" if claim.scope else "ABCD"
    return {(who, code) for who, code in said if who[0] in scope}


def ways(one: ClaimStanding) -> Any:
    return {(unit.key, unit.known, tuple(sorted(unit.words.items()))) for unit in one.units}, one.status


def test_changing_one_coding_changes_exactly_the_claims_that_depend_on_it() -> None:
    random_ = random.Random(7)
    said = {code: tuple(p for p in EVERYBODY if random_.random() < 0.6) for code in ("trust", "pay", "time")}
    study = talks(**said)
    only_a = f'{{"cases": ["{study.id_of("case", "A")}"]}}'
    claims = [
        Claim(id=f"{n}", member="m", sentence="So.", quantifier="all", unit=unit, query=query, scope=scope)  # type: ignore[arg-type]  # literals
        for n, (unit, query, scope) in enumerate(
            product(("participants", "cases"), ("trust", "pay", "trust AND NOT pay", "time OR trust"), ("", only_a))
        )
    ]
    before = evaluate(Snapshot.load(study), claims)
    codings = [row for row in study.rows["coding"] if isinstance(row, Coding)]
    touched_some = touched_none = 0
    for coding in codings:
        plain = [naive(study, claim) for claim in claims]
        study.remove(coding.id)
        after = evaluate(Snapshot.load(study), claims)
        for claim, old, new, was in zip(claims, before, after, plain, strict=True):
            depends = naive(study, claim) != was
            rested = coding.id in {*old.coding_ids, *old.against_ids}
            # A coding of a code that is asked for bears on the claim; whether a case is turned by it is another thing.
            assert rested == (coding.id in {*old.coding_ids, *old.against_ids})
            assert (ways(old) != ways(new)) == depends, (claim, coding)
            touched_some += depends
            touched_none += not depends
        study.rows["coding"].append(coding)
        study.version += "again"
    assert touched_some > 20
    assert touched_none > 20
    again = evaluate(Snapshot.load(study), claims)
    assert [ways(one) for one in again] == [ways(one) for one in before]


# The language


def test_a_query_is_kept_by_ids_and_written_by_names() -> None:
    ids = {"a": "ID1", "theme t": "ID2", "B3": "Q1"}
    query = '(a OR b) OVERLAPS c AND NOT "theme:theme t" OR "answer:B3 >= 4"'
    kept = bound(query, lambda _, name: ids.get(name, name.upper()))
    assert kept == '("ID1" OR "B") OVERLAPS "C" AND NOT "theme:ID2" OR "answer:Q1 >= 4"'
    assert bound(kept, lambda _, name: name) == kept
    names = {thing: name for name, thing in ids.items()}
    assert written(kept, lambda _, thing: names.get(thing, thing.lower())) == (
        '("a" OR "b") OVERLAPS "c" AND NOT "theme:theme t" OR "answer:B3 >= 4"'
    )
    assert written('"ID1"', lambda *_: 'the "good" talk') == '"ID1"'
    assert written('"ID1"', lambda *_: "answer: late") == '"code:answer: late"'


@pytest.mark.parametrize(
    ("query", "problem"),
    [('"answer:B3"', "name the item"), ('"answer:B3=1" NEAR a', "no place"), ("a AND", "missing"), ("", "nothing"),
     ('"theme:x" OVERLAPS b', "no place"), ('"answer:B3 >= 1 | 2"', "name the item")],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_its_place(query: str, problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        read(query)


def test_the_ledger_is_a_table_with_every_claim() -> None:
    study = talks(trust=EVERYBODY[:6])
    study.add(Claim(member="m", sentence="All trust.", quantifier="all", query="trust", position=2))
    study.add(Claim(member="m", sentence="Some do.", quantifier="some", query="trust", position=1))
    found: Ledger = ledger(Snapshot.load(study))
    assert [one.sentence for one in found.standings] == ["Some do.", "All trust."]
    assert found.table().rows[1][2:5] == ('all participants: "trust"', "contradicted", "6 of 8 participants.")
    assert found.frame["yes"].to_list() == [6, 6]
    assert found.open(found.standings[0].claim).tally == Tally(6, 2, 0)
    assert found.to_dict()["claims"][0]["units"][0]["label"] == "A2"
    assert [one.status for one in ledger(Snapshot.load(study), LedgerOptions(status="shown")).standings] == ["shown"]
