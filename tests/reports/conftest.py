"""A small invented study with everything in it that a report has to be careful with, and the demonstration study."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.demo import build_demo
from crosscase.model import Id, Source, Span
from crosscase.model.bundle import (
    AttributeRecord,
    Bundle,
    CaseRecord,
    Document,
    InterviewRecord,
    ParticipantRecord,
    RecruitmentRecord,
    RoleRecord,
    SpeakerRecord,
    Spoken,
    TargetRecord,
)
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import add_content_note, apply_code
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.study import change_settings
from crosscase.verbs.take_in import take_in
from crosscase.verbs.themes import add_theme, develop_theme, place_evidence

INVENTED = "Invented, not evidence about peer work"

# Who speaks, and what; line 1 is the first of each text.
TALKS = {
    "ONEPW01": (
        ("I", "How did the first weeks go?"),
        ("P", "Slowly. I never knew where the line was. So I asked my supervisor, Ruth Ashdown, about it."),
        ("I", "And what did she say?"),
        ("P", "She said the line moves. <b>That</b> helped & hurt: 100% of $5 #nothing _much_ *at all*."),
        ("P", "There was a night I would rather not tell in full."),
    ),
    "ONEMA01": (
        ("I", "What do you plan for?"),
        ("P", "We plan together, all of us, and the plan is written down where everybody can read it."),
    ),
    "TWOPW01": (
        ("I", "What do you plan for?"),
        ("P", "Nobody plans here. I do it on my own, at home, in the evening."),
        ("Q", "He says that, but I plan as well. I keep a list."),
    ),
}
PEOPLE = {
    "ONEPW01": ("ONE", "peer worker", "Hanna Lindqvist", "woman", "18-25"),
    "ONEMA01": ("ONE", "manager", "Ruth Ashdown", "woman", "over 25"),
    "TWOPW01": ("TWO", "peer worker", "", "man", "over 25"),
    "TWOPW02": ("TWO", "peer worker", "", "woman", "18-25"),
    "TWOMA01": ("TWO", "manager", "", "man", ""),
}


class Small:
    """The study, and handles on what is in it."""

    def __init__(self) -> None:
        self.study = Study.new(None, title="Two services", member="Ines")
        self.study.do(
            change_settings,
            aims="To see how two services plan.",
            questions=("Who plans?",),
            ethics="INV-1",
            invented=INVENTED,
        )
        self.study.do(take_in, _bundle())
        self.code = {
            name: self.study.do(add_code, name, definition=definition, category=True).value
            for name, definition in (("planning", "Making a plan."), ("boundaries", "Where the line is."))
        }
        self.study.do(finish_reading, [source.id for source in self.study.rows(Source)])

    def source(self, name: str) -> Id:
        """A source by name."""
        return self.study.find(Source, name).id

    def coded(self, name: str, words: str, code: str = "planning") -> Id:
        """Put a code on these words."""
        source = self.source(name)
        at = self.study.text(source).index(words)
        return self.study.do(apply_code, self.code[code], source, Span(at, at + len(words))).value

    def span(self, name: str, words: str) -> Span:
        """Where words stand."""
        at = self.study.text(self.source(name)).index(words)
        return Span(at, at + len(words))

    def theme(self, label: str, *codings: Id, against: tuple[Id, ...] = ()) -> Id:
        """A theme with this evidence."""
        known = dict.fromkeys(self.study.snapshot().analyses.ids, 0)
        analysis = next(iter(known), None) or self.study.do(add_analysis, "Main", family="codebook TA").value
        theme = self.study.do(add_theme, analysis, label, meaning=f"What {label} means.").value
        if codings:
            self.study.do(place_evidence, theme, codings)
        if against:
            self.study.do(place_evidence, theme, against, stance="against")
        return theme


def _bundle() -> Bundle:
    return Bundle(
        cases=(
            CaseRecord(code="ONE", name="First service", attributes={"sector": "public", "founded": "2001"}),
            CaseRecord(code="TWO", name="Second service", attributes={"sector": "voluntary"}),
        ),
        roles=(RoleRecord(name="peer worker", codes=("PW",)), RoleRecord(name="manager", codes=("MA",))),
        attributes=(
            AttributeRecord(
                subject="case", name="sector", type="one-of", options=("public", "voluntary"), grouping=True
            ),
            AttributeRecord(subject="case", name="founded", type="number"),
            AttributeRecord(subject="participant", name="gender", type="one-of", options=("woman", "man")),
            AttributeRecord(subject="participant", name="age", type="one-of", options=("18-25", "over 25")),
        ),
        participants=tuple(
            ParticipantRecord(
                identifier=identifier,
                case=case,
                role=role,
                name=name,
                attributes={key: value for key, value in (("gender", gender), ("age", age)) if value},
            )
            for identifier, (case, role, name, gender, age) in PEOPLE.items()
        ),
        targets=tuple(
            TargetRecord(case=case, role=role, planned=1)
            for case in ("ONE", "TWO")
            for role in ("peer worker", "manager")
        ),
        recruitment=(RecruitmentRecord(case="TWO", role="manager", step="declined", count=2, reason="no time"),),
        interviews=tuple(
            InterviewRecord(
                name=name, case=name[:3], participants=_attending(name), date=f"2024-03-0{n}", minutes=30 * n
            )
            for n, name in enumerate(TALKS, 1)
        ),
        documents=tuple(_document(name) for name in TALKS),
    )


def _attending(name: str) -> tuple[str, ...]:
    return (name, "TWOPW02") if name == "TWOPW01" else (name,)


def _document(name: str) -> Document:
    text, turns = "", []
    for who, words in TALKS[name]:
        text += f"{who}: "
        turns.append(Spoken(start=len(text), end=len(text) + len(words), speaker=who))
        text += f"{words}\n"
    return Document(
        key=name,
        name=name,
        text=text,
        case=name[:3],
        interview=name,
        participants=_attending(name),
        turns=tuple(turns),
        speakers=(
            SpeakerRecord(label="I", voice="interviewer"),
            SpeakerRecord(label="P", voice="participant", participant=name),
            *([SpeakerRecord(label="Q", voice="participant", participant="TWOPW02")] if name == "TWOPW01" else []),
        ),
    )


@pytest.fixture
def small() -> Iterator[Small]:
    built = Small()
    yield built
    built.study.close()


@pytest.fixture
def full(small: Small) -> Small:
    """The small study with a theme of everything that may and may not be printed."""
    small.theme(
        "the line",
        small.coded("ONEPW01", "I never knew where the line was.", "boundaries"),
        small.coded("ONEPW01", "So I asked my supervisor, Ruth Ashdown, about it.", "boundaries"),
        small.coded("ONEPW01", "There was a night I would rather not tell in full.", "boundaries"),
        small.coded("ONEPW01", "And what did she say?", "boundaries"),
        small.coded("ONEPW01", "<b>That</b> helped & hurt: 100% of $5 #nothing _much_ *at all*.", "boundaries"),
    )
    theme = small.theme(
        "planning together",
        small.coded("ONEMA01", "We plan together, all of us"),
        against=(small.coded("TWOPW01", "Nobody plans here. I do it on my own, at home, in the evening."),),
    )
    small.study.do(develop_theme, theme, [small.code["planning"]], reason="Everybody spoke of it.")
    night = small.span("ONEPW01", "There was a night")
    small.study.do(add_content_note, small.source("ONEPW01"), "self-harm", night)
    return small


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration study in a file."""
    path = tmp_path_factory.mktemp("demo") / "demo.crosscase"
    build_demo(path).close()
    return path
