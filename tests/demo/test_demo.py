"""The demonstration study is what it says it is: whole, invented, and with every kind of nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from crosscase.analyses.answers import AnswersOptions, answers
from crosscase.analyses.case_pairs import pairs
from crosscase.analyses.charting import FrameworkOptions
from crosscase.analyses.emerged import emerged
from crosscase.analyses.framework import framework
from crosscase.analyses.joint import JointOptions, joint
from crosscase.demo import build_demo, cast
from crosscase.demo.markup import MarkupError, read_marked
from crosscase.model import Case, Code, Coding, ContentNote, Lineage, Mark, Participant, Role, Source, Theme, Turn
from crosscase.reads.asked import proposals
from crosscase.reads.standing_against import given_back, replications, rivals
from crosscase.study import Study


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built


def interviews() -> dict[str, str]:
    folder = files("crosscase.demo").joinpath("interviews")
    return {f.name.removesuffix(".txt"): f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".txt")}


def spoken_words(raw: str) -> int:
    read = read_marked(raw, "")
    return sum(len(read.text[turn.start : turn.end].split()) for turn in read.turns if turn.nature == "speech")


def test_at_least_forty_interviews_of_every_case_and_role() -> None:
    words = {name: spoken_words(raw) for name, raw in interviews().items()}
    assert len(words) >= 40
    assert min(words.values()) >= 700
    assert sum(count >= 3_000 for count in words.values()) >= 6
    assert {name[:3] for name in words} == {case[0] for case in cast.CASES}
    assert {name[3:5] for name in words} == {code for _, codes in cast.ROLES for code in codes}


def test_no_sentence_is_said_twice() -> None:
    """Each voice is its own: no run of nine words stands in two interviews, guide questions apart."""
    seen: dict[tuple[str, ...], str] = {}
    for name, raw in sorted(interviews().items()):
        read = read_marked(raw, name)
        for turn in read.turns:
            if turn.speaker.isupper() and len(turn.speaker) > 3:
                continue  # an interviewer
            words = read.text[turn.start : turn.end].casefold().split()
            for n in range(len(words) - 8):
                run = tuple(words[n : n + 9])
                assert seen.setdefault(run, name) == name, (run, seen[run], name)


def test_its_shape(study: Study) -> None:
    assert (len(study.rows(Case)), len(study.rows(Participant)), len(study.rows(Role))) == (10, 91, 5)
    assert Counter(source.nature for source in study.rows(Source)) == {"transcript": len(interviews())}
    recruited = Counter(person.identifier[:3] for person in study.rows(Participant))
    assert sum(recruited.values()) == 91
    assert not any(person.identifier.startswith("FENPW") for person in study.rows(Participant))
    assert {coding.stance for coding in study.rows(Coding)} == {"yes", "no"}
    assert {coding.origin for coding in study.rows(Coding)} == {"by hand", "in vivo", "rule", "agreed"}
    assert len(study.rows(Theme, parent=None)) == 3
    assert {line.how for line in study.rows(Lineage)} == {"grouped", "dropped"}
    assert study.rows(ContentNote)
    assert study.rows(Mark)
    assert study.settings().invented == "Invented, not evidence about peer work"
    assert study.verify() == []


def test_three_members_code_overlapping_parts_and_differ(study: Study) -> None:
    by_member = Counter(coding.member for coding in study.rows(Coding, origin="by hand"))
    assert len(by_member) == 3
    spans: dict[tuple[str, int, int], set[str]] = {}
    for coding in study.rows(Coding, origin="by hand"):
        spans.setdefault((coding.source, coding.start, coding.end), set()).add(coding.member)
    assert sum(len(who) > 1 for who in spans.values()) > 50
    assert sum(len(who) == 1 for who in spans.values()) > 50


def test_every_kind_of_nothing_occurs(study: Study) -> None:
    from crosscase.analyses.exposure import ExposureOptions, exposure
    from crosscase.analyses.states import WORDS

    said = "".join(
        json.dumps(exposure(study.snapshot(), ExposureOptions(of=of, by=by)).to_dict())
        for of, by in (("topics", "participants"), ("categories", "participants"), ("topics", "cases"))
    )
    assert [word for word in WORDS if f'"{word}"' not in said] == []


def test_codings_lie_on_the_words_that_were_marked(study: Study) -> None:
    sources = {source.name: source for source in study.rows(Source)}
    read = read_marked(interviews()["JUNPW02-JUNPW03"], "")
    text = study.text(sources["JUNPW02-JUNPW03"].id)
    assert text == read.text
    coded = {text[c.start : c.end] for c in study.rows(Coding, source=sources["JUNPW02-JUNPW03"].id, origin="by hand")}
    assert "It was her who thought of the shoe" in coded
    assert not any("[" in words or "{" in words for words in coded)


def test_the_late_category_was_not_read_for_in_the_first_interviews(study: Study) -> None:
    from crosscase.model import Codebook, Reading

    late = study.find(Code, "Contested diagnosis").id
    books = {book.id: late in book.codes for book in study.rows(Codebook)}
    read = Counter(books[reading.codebook] for reading in study.rows(Reading) if reading.codebook)
    assert read[False] > 0
    assert read[True] > read[False]


@pytest.mark.parametrize(
    "raw", ["document: X\n\nP: an [open bracket\n", "no header\n\nP: words\n", "a: b\n\nP: [w]{code}\n"]
)
def test_markup_that_is_wrong_is_refused(raw: str) -> None:
    with pytest.raises(MarkupError):
        read_marked(raw, "X")


def test_the_framework_has_cells_of_every_kind(study: Study) -> None:
    grid = framework(study.snapshot(), FrameworkOptions())
    counts = grid.counts()
    assert (counts["written"], counts["stale"], counts["new material"]) == (9, 2, 1)
    assert counts["to write"] > 50
    assert counts["nothing to write"] > 50
    empty = {word for cells in grid.cells for cell in cells if not cell.own for word in cell.exposure}
    assert {"not interviewed", "no text yet", "read, nothing coded", "said", "volunteered"} & empty >= {
        "not interviewed", "no text yet", "read, nothing coded", "said"
    }  # fmt: skip
    by_case = framework(study.snapshot(), FrameworkOptions(rows="cases")).find("ALD", "Passing it up")
    assert len(by_case.own) == 1
    assert [one.whose for one in by_case.members] == ["ALDPW01", "ALDMA01"]
    assert {one.member for one in by_case.members} == {"Ines"}


def test_findings_stand_against_something_and_participants_were_asked(study: Study) -> None:
    lines = replications(study.store)
    assert (len(lines), sum(one.gap for one in lines)) == (10, 0)
    assert Counter(one.found for one in lines) == {"as expected": 6, "not as expected": 2, "cannot say": 1, "open": 1}
    assert [one.disposition for one in rivals(study.store)] == ["part of it", "ruled out"]
    found = pairs(study.snapshot())
    assert len(found.rows) == 45
    assert sum(row.done for row in found.rows) == 1
    assert sum(bool(row.words) for row in found.rows) == 2
    given = [one for one in given_back(study.store) if one.nature]
    assert (len(given), sum(bool(one.said) for one in given), sum(bool(one.changed) for one in given)) == (5, 3, 2)


def test_the_questionnaire_was_answered_by_most_and_every_kind_of_missing_occurs(study: Study) -> None:
    snapshot = study.snapshot()
    found = answers(snapshot, AnswersOptions())
    assert [snapshot.items.natures[item] for item in found.items] == [
        "likert", "likert", "likert", "likert", "number", "one", "many", "text"
    ]  # fmt: skip
    assert sum(row.participants for row in found.rows if row.item == 0) == 91
    kinds = {kind for row in found.rows for kind in row.missing}
    assert kinds == {"left empty", "declined", "does not apply", "no answer known"}
    worry, contract = found.tested[0], found.tested[5]
    assert worry.tests[0].p < 0.001
    assert worry.by_case is not None
    assert 0.001 < worry.by_case.p < 0.05
    assert contract.tests[0].p > 0.05
    assert [test.name for test in contract.tests] == ["Chi-square", "Fisher"]


def test_who_says_that_worries_go_up_agrees_less_that_they_can_be_talked_through(study: Study) -> None:
    found = joint(study.snapshot(), JointOptions(item="A1"))
    labels = [line.label for line in found.columns]
    low, high = (next(n for n, label in enumerate(labels) if label.startswith(level)) for level in ("low", "high"))
    row = next(n for n, line in enumerate(found.rows) if line.label == "Passing it up")
    below, above = found.cell(row, low), found.cell(row, high)
    assert (below.participants, below.of_participants) == (18, 19)
    assert (above.participants, above.of_participants) == (5, 12)
    assert {"(left empty)", "(no answer known)"} <= set(labels)


def test_pay_comes_up_before_anybody_asks(study: Study) -> None:
    found = emerged(study.snapshot())
    pay = found.find("Pay and hours")
    assert (pay.unprompted, pay.of_participants, pay.prompted, pay.not_known) == (34, 42, 5, 1)
    assert len({place.participant for place in pay.places}) == 34
    told = found.find("Telling one's own story")
    assert told.prompted > told.unprompted
    questions = {turn.question for turn in study.rows(Turn) if turn.question}
    assert len(questions) == 8
    left = proposals(study.store, least=0.3)
    assert "ELMSM01" in {one.source_name for one in left}
