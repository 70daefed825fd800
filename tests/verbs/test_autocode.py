"""What a rule codes: whose words, how much around a match, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from crosscase.errors import CrosscaseError, NotFoundError
from crosscase.model import Code, Coding, Source, Span
from crosscase.model.bundle import Bundle, CaseRecord, Document, ParticipantRecord, RoleRecord, SpeakerRecord, Spoken
from crosscase.study import Study
from crosscase.verbs.autocode import NoRuleError, Rule, WholeTurnsError, autocode, plan
from crosscase.verbs.codes import CodeExistsError, add_code
from crosscase.verbs.take_in import take_in

ASKS = "Is it a risk?"
SAYS = "The Risk is small. 👍🏽 They said: risk is everywhere. I laughed at RISKS, yes risk."
QUOTED = "risk is everywhere"
NOTE = "[laughs at risk]"
TEXT = f"INT: {ASKS}\n\nANNA: {SAYS}\n\n{NOTE}\n\nWHO: risk too\n"


def spoken(words: str, speaker: str, nature: str = "speech", topic: str = "") -> Spoken:
    at = TEXT.index(words)
    return Spoken(start=at, end=at + len(words), speaker=speaker, nature=nature, topic=topic)  # type: ignore[arg-type] # a literal


@pytest.fixture
def study() -> Iterator[Study]:
    """An interview with a quotation inside a turn and a speaker nobody knows, and a document without turns."""
    anna = Document(
        key="anna", name="anna", text=TEXT, case="AAA", participants=("AAAPW01",),
        turns=(
            spoken(ASKS, "INT"), spoken(SAYS, "ANNA", topic="danger"), spoken(QUOTED, "", "quoted"),
            spoken(NOTE, "", "note"), spoken("risk too", "WHO"),
        ),
        speakers=(
            SpeakerRecord(label="INT", voice="interviewer"),
            SpeakerRecord(label="ANNA", voice="participant", participant="AAAPW01"),
            SpeakerRecord(label="WHO"),
        ),
    )  # fmt: skip
    policy = Document(
        key="policy", name="policy", text="Risk first.\n\nThen risk again.\n", nature="document", case="AAA"
    )
    bundle = Bundle(
        cases=(CaseRecord(code="AAA"),), roles=(RoleRecord(name="peer worker"),),
        participants=(ParticipantRecord(identifier="AAAPW01", case="AAA", role="peer worker"),),
        documents=(anna, policy),
    )  # fmt: skip
    with Study.new(None, title="Peers", member="Ines") as made:
        made.do(take_in, bundle)
        yield made


def coded(study: Study, rule: Rule) -> list[str]:
    found = plan(study.snapshot(), rule)
    texts = {source.id: study.text(source.id) for source in study.rows(Source)}
    return [texts[source][span.start : span.end] for source, span in found.places]


def test_words_are_found_as_words_in_participants_mouths_only(study: Study) -> None:
    found = plan(study.snapshot(), Rule(words=("risk",)))
    assert coded(study, Rule(words=("risk",))) == ["Risk", "risk", "risk", "Risk", "risk"]
    # The interviewer's, the quotation's and the note's.
    assert found.passed_over == 4
    # The unknown speaker's and the document's two.
    assert found.nobodys == 3
    assert found.matches == 5


def test_what_is_asked_for_is_not_passed_over(study: Study) -> None:
    own = Rule(words=("risk",), sources=("anna",))
    assert len(coded(study, replace(own, interviewers=True))) == 4
    assert coded(study, replace(own, speakers=("INT",))) == ["risk"]
    assert coded(study, replace(own, speakers=("aaapw01",))) == ["Risk", "risk"]
    assert coded(study, replace(own, cases=("AAA",), roles=("peer worker",))) == ["Risk", "risk"]


@pytest.mark.parametrize(
    ("unit", "stretches"),
    [
        ("match", ["Risk", "risk"]),
        ("sentence", ["The Risk is small.", "I laughed at RISKS, yes risk."]),
        ("paragraph", [SAYS]),
        ("turn", [SAYS]),
    ],
)
def test_a_match_is_widened_within_its_turn(study: Study, unit: str, stretches: list[str]) -> None:
    rule = Rule(words=("risk",), unit=unit, speakers=("ANNA",))  # type: ignore[arg-type] # a literal
    assert coded(study, rule) == stretches


def test_phrases_beginnings_and_expressions(study: Study) -> None:
    anna = Rule(speakers=("ANNA",))
    assert coded(study, replace(anna, words=("risk is small",), how="phrase")) == ["Risk is small"]
    assert coded(study, replace(anna, words=("risk*",))) == ["Risk", "RISKS", "risk"]
    assert coded(study, replace(anna, words=("small", "yes"))) == ["small", "yes"]
    assert coded(study, replace(anna, words=(r"👍.?\s*They",), how="regex")) == ["👍🏽 They"]
    assert coded(study, replace(anna, words=("RISK",), how="regex", match_case=True)) == ["RISK"]


def test_without_words_whole_turns_of_speakers_are_coded(study: Study) -> None:
    assert coded(study, Rule(speakers=("ANNA",), unit="turn")) == [SAYS]


def test_rules_that_say_too_little_are_refused(study: Study) -> None:
    snapshot = study.snapshot()
    with pytest.raises(NoRuleError):
        plan(snapshot, Rule(cases=("AAA",)))
    with pytest.raises(WholeTurnsError):
        plan(snapshot, Rule(speakers=("ANNA",), unit="sentence"))
    with pytest.raises(NotFoundError, match="ANNA"):
        plan(snapshot, Rule(words=("risk",), speakers=("ANN",)))
    with pytest.raises(CrosscaseError):
        plan(snapshot, Rule(words=("(",), how="regex"))


def test_the_code_and_its_codings_are_one_act_that_undo_takes_back(study: Study) -> None:
    found = plan(study.snapshot(), Rule(words=("risk",)))
    entries = len(study.log())
    done = study.do(autocode, found.places, "words risk; unit match", name="risk")
    assert (done.value.made, done.value.added) == (True, 5)
    assert len(study.log()) == entries + 1
    codings = study.rows(Coding, code=done.value.code)
    assert {(one.origin, one.accepted, one.rule) for one in codings} == {("rule", None, "words risk; unit match")}
    again = study.do(autocode, found.places, "the same", code=done.value.code)
    assert (again.value.made, again.value.added, again.entry) == (False, 0, "")
    with pytest.raises(CodeExistsError):
        study.do(autocode, found.places, "the same", name="Risk")
    study.undo()
    assert study.rows(Coding) == []
    study.redo()
    assert len(study.rows(Coding)) == 5


def test_a_new_code_can_lie_under_another(study: Study) -> None:
    parent = study.do(add_code, "danger").value
    source = study.rows(Source)[0].id
    done = study.do(autocode, [(source, Span(0, 3))], "by hand", name="risk", parent=parent)
    made = study.get(Code, done.value.code)
    assert made is not None
    assert (made.name, made.parent) == ("risk", parent)


def test_a_rule_reads_as_a_sentence() -> None:
    rule = Rule(words=("a b", "c"), how="phrase", unit="turn", cases=("AAA",), interviewers=True)
    assert str(rule) == "phrases a b, c; case AAA; interviewers too; unit turn"
