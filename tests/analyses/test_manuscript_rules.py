"""The rules of the audit one by one, on tables, labels and sentences made by hand."""

from __future__ import annotations

import pytest

from crosscase.analyses.manuscripts import exactness, headings, quantified, sums
from crosscase.analyses.manuscripts.codes import Codes, parsed
from crosscase.analyses.manuscripts.findings import Finding
from crosscase.analyses.manuscripts.ground import CaseHere, ClaimHere, Ground, Person
from crosscase.analyses.manuscripts.labels import Labels
from crosscase.analyses.manuscripts.quotes import quotes_of
from crosscase.frames.shingles import Shingles
from crosscase.model.manuscripts import Manuscript, ManuscriptBlock, Where

CASES = (CaseHere("STA3", "Stanley Road", {"sector": "public"}), CaseHere("VOL", "Volta", {"sector": "voluntary"}))
PEOPLE = (
    Person("STA3MA01", "STA3", "manager", "MA", 1, {"gender": "woman"}),
    Person("STA3PW01", "STA3", "peer worker", "PW", 1),
    Person("STA3PW02", "STA3", "peer worker", "PW", 2),
    Person("VOLSM01", "VOL", "strategic manager", "SM", 1),
    Person("VOLCO01", "VOL", "strategic manager", "CO", 1),
)
ROLES = {"manager": ("MA",), "peer worker": ("PW",), "strategic manager": ("SM", "CO")}
GROUND = Ground(PEOPLE, CASES, ROLES, themes=("Risk is passed up",), main_themes=("Risk is passed up",))
FINDINGS = Where("Findings", 1)


def paper(*blocks: ManuscriptBlock) -> Manuscript:
    return Manuscript(file="paper.md", title="", blocks=blocks)


def said(words: str, nature: str = "paragraph", section: str = "Findings") -> ManuscriptBlock:
    return ManuscriptBlock(nature=nature, where=Where(section, 1), words=words)  # type: ignore[arg-type]


def table(*rows: str, caption: str = "") -> Manuscript:
    cells = tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return paper(ManuscriptBlock(nature="table", where=FINDINGS, words=caption, rows=cells, heads=1))


def whats(found: list[Finding]) -> list[str]:
    return [one.what for one in found]


@pytest.mark.parametrize(
    ("identifier", "case", "apart"),
    [
        ("STA3MA02", "STA3", ("STA3", "MA", 2)),
        ("STA3-MA-02", "STA3", ("STA3", "MA", 2)),
        ("P7", "STA3", ("", "P", 7)),
        ("VOL12", "VOL", ("VOL", "", 12)),
        ("Rose", "VOL", None),
    ],
)
def test_an_identifier_is_taken_apart(identifier: str, case: str, apart: tuple[str, str, int] | None) -> None:
    found = parsed(identifier, case)
    assert (found and (found.case, found.role, found.number)) == apart


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("as STA3MA01 said", ["known"]), ("as STA3-MA-01 said", ["known"]), ("(STA3PW04)", ["number above"]),
        ("(XYZ1MA01)", ["orphan"]), ("(STA3XX01)", ["orphan"]), ("GRIPP2, COVID-19, SRQR21 and Q1", []),
        ("STA3PW02s", []),
    ],
)  # fmt: skip
def test_identifiers_are_told_from_other_words(text: str, standing: list[str]) -> None:
    assert [one.standing for one in Codes(GROUND).find(text)] == standing


def test_a_prefix_is_taken_as_it_stands_only() -> None:
    ground = Ground(tuple(Person(f"P{n}") for n in range(1, 8)), (), {})
    assert [one.standing for one in Codes(ground).find("P3, P9, Q1, T2 and S1")] == ["known", "orphan"]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("STA3MA01", "manager (MA) in STA3"),
        ("strategic manager, Volta", "strategic manager in VOL"),
        ("CO, Volta", "strategic manager (CO) in VOL"),
        ("manager, public sector, woman", "manager, public, woman"),
        ("Smith 2010", ""),
    ],
)
def test_what_an_attribution_says(printed: str, words: str) -> None:
    assert Labels(GROUND, Codes(GROUND)).read(printed).in_words() == words


def test_somebody_who_goes_by_a_name_is_known_where_they_are_named() -> None:
    text = "ROSE: I never asked for any of it, and I got it all the same."
    ground = Ground(
        (Person("Rose", "VOL", "manager"), Person("Iris", "VOL", "manager")), CASES, {"manager": ()},
        shingles=Shingles.of_texts({"s": text}), sources={"Rose": frozenset("s")}, speakers=lambda *_: ("Rose",),
    )  # fmt: skip
    codes = Codes(ground)
    for label, kinds in (("Rose, manager", []), ("Iris", ["misattributed"])):
        block = said(f"I never asked for any of it, and I got it all the same. ({label})", "quotation")
        held = exactness.hold(ground, quotes_of(paper(block), ground, codes, Labels(ground, codes)))
        assert [one.kind for one in exactness.findings(ground, held)] == kinds


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (("a | x | y | Total", "b | 1 | 2 | 3", "c | 4 | 5 | 9", "Total | 5 | 7 | 12"), []),
        (("a | x | y | Total", "b | 1 | 2 | 4", "c | 4 | 5 | 9", "Total | 5 | 7 | 13"), ["row b: the cells make 3"]),
        (("a | x | y | Total", "b | 1 | 2 | 3", "c | 4 | 5 | 9", "Total | 6 | 7 | 12"), ["column x: the cells make 5"]),
        (("a | x", "b | 1", "c | 4", "Subtotal | 5", "d | 7", "Total | 12"), []),
        (("a | n (%)", "b | 12 (60%)", "c | 8 (40%)", "Total | 20 (100%)"), []),
        (("a | n (%)", "b | 12 (66%)", "c | 8 (40%)", "Total | 20 (100%)"), ["12 of 20 are 60 %, not 66 %"]),
        (("a | x (n=20)", "b | 12 (60.0%)", "c | 3 (15.4%)"), ["3 of 20 are 15.0 %, not 15.4 %"]),
        (("a | mean age | people", "b | 40 | 2", "c | 50 | 2", "Total | 45 | 4"), []),
    ],
)
def test_margins_and_percentages(rows: tuple[str, ...], wrong: list[str]) -> None:
    found = whats(list(sums.findings(table(*rows))))
    assert len(found) == bool(wrong)
    for part in wrong:
        assert part in found[0]


def test_tables_with_several_answers_are_not_summed() -> None:
    rows = ("Theme | people", "a | 8", "b | 9", "Total | 10")
    assert list(sums.findings(table(*rows, caption="Participants could name more than one theme"))) == []
    assert len(list(sums.findings(table(*rows)))) == 1


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Most peer workers were tired.", ["without support"]),
        ("Most peer workers (2 of 2) were tired.", []),
        ("None of the participants had been asked.", ["without support"]),
        ("Every manager wrote forms.", ["without support"]),
        ("Most peer workers were tired (n = 2).", []),
        ("Two of two peer workers were tired.", []),
        ("Three of four peer workers were tired.", ["against the count"]),
        ("In 3 of 5 cases nobody asked.", ["against the count"]),
        ("“All managers are the same”, she said.", []),
        ("There is no need for managers here.", []),
        ("Some time later the form came back.", []),
        ("All managers write forms.", ["against the count"]),
        ("Some managers write forms.", []),
    ],
)
def test_sentences_that_say_how_many(sentence: str, kinds: list[str]) -> None:
    ground = Ground(PEOPLE, CASES, ROLES, claims=(ClaimHere("Some managers write forms.", "shown"),))
    assert [one.kind for one in quantified.findings(paper(said(sentence)), ground)] == kinds
    assert list(quantified.findings(paper(said(sentence, section="Methods / Sampling")), ground)) == []


@pytest.mark.parametrize(
    ("heading", "drifted"),
    [
        ("Risk is passed up", False), ("2.1 Risk is passed up", False), ("Theme 1: Risk is passed up", False),
        ("Risk was passed up", True), ("Discussion", False),
    ],
)  # fmt: skip
def test_headings_that_are_nearly_a_theme(heading: str, drifted: bool) -> None:
    block = ManuscriptBlock(nature="heading", where=FINDINGS, words=heading, level=3)
    assert bool(list(headings.findings(paper(block), GROUND))) is drifted
