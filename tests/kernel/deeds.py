"""What members do in copies that have parted: for every verb, arguments made from what is there.

`DEEDS` has a line for each registered verb; what is needed and not there raises `Nothing`, and a verb may refuse. Names
come from short lists, so that copies make twins, rename the same thing and correct the same words.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from crosscase.model import (
    Adjudication,
    Analysis,
    Answer,
    Attribute,
    Case,
    Claim,
    Code,
    Coding,
    Comparison,
    Condition,
    Configuration,
    ContentNote,
    Discussion,
    Draft,
    Evidence,
    Framework,
    GivenBack,
    Ground,
    GuidelineAnswer,
    Id,
    Instrument,
    Interview,
    Lineage,
    Link,
    Map,
    MapArrow,
    MapItem,
    Mark,
    Member,
    Memo,
    NegativeCase,
    Participant,
    Position,
    Product,
    Property,
    Proposal,
    Query,
    Question,
    Quotation,
    Recruitment,
    Relation,
    Replication,
    Rival,
    Role,
    Row,
    Score,
    Set,
    SigningKey,
    Source,
    Span,
    Speaker,
    Summary,
    SummarySegment,
    Task,
    Theme,
    Threshold,
    Topic,
    Turn,
    WordingChange,
    kind_of,
)
from crosscase.model.bundle import Bundle, CaseRecord, Document, SpeakerRecord, Spoken
from crosscase.study import Study
from crosscase.verbs.adjudications import Differing
from crosscase.verbs.answers import Given as Answered
from crosscase.verbs.codings import Placement
from crosscase.verbs.comparisons import Beginning, Extension, Part, Side
from crosscase.verbs.configurations import Anchor
from crosscase.verbs.drafts import Proposed
from crosscase.verbs.maps import Moved
from crosscase.verbs.negatives import Candidate
from crosscase.verbs.sheets import SheetLine
from crosscase.verbs.summaries import CellWords
from crosscase.verbs.turns import Voiced
from tests.kernel.projects import part, project

NAMES = ("trust", "doubt", "care", "ways", "Trust", "forms", "pay")
WORDS = (
    "", "x", "é", "👍🏽", "peer", " and so\n\non", "नहीं", "\n", "nobody tells me anything", "I do not mind. ", "workee",
    "It was hard in the beginning, and then it was not.",
)  # fmt: skip
TEXTS = (
    "INT: Is there a risk?\n\nANNA: There is a risk in it. I told them on the first day.\n",
    "INT: And then?\n\nBEN: Forms, 👩‍👩‍👧 café naïve हिन्दी, and nobody tells me anything at all about it.\n",
    "No.", "Yes, often.", "Well, a peer workee said: nobody tells me anything.\nI mean, I do not mind.\n",
)  # fmt: skip
PARAGRAPHS = "What it is.\n\nWhat it is not.\n\nAn example of it.\n\nHow it came about."


class Nothing(Exception):
    """There is nothing that the verb could be about."""


class Given(NamedTuple):
    """Arguments for a verb."""

    args: tuple[Any, ...]
    options: dict[str, Any]


def given(*args: Any, **options: Any) -> Given:
    return Given(args, options)


class Draw:
    """Chooses among what is in a study."""

    def __init__(self, study: Study, chance: random.Random) -> None:
        self.study = study
        self.chance = chance

    def row(self, row: type[Row], **equal: Any) -> Any:
        found = self.study.rows(row, **equal)
        if not found:
            raise Nothing
        return self.chance.choice(found)

    def one(self, row: type[Row], **equal: Any) -> Id:
        thing: Id = self.row(row, **equal).id
        return thing

    def led_elsewhere(self, row: type[Row]) -> Id:
        """A thing that was merged into another."""
        found = [one for one in self.study.rows(row) if one.merged_into is not None]  # type: ignore[attr-defined]
        if not found:
            raise Nothing
        thing: Id = self.chance.choice(found).id
        return thing

    def two(self, row: type[Row]) -> tuple[Id, Id]:
        found = self.study.rows(row)
        if len(found) < 2:
            raise Nothing
        one, other = self.chance.sample(found, 2)
        return one.id, other.id

    def some(self, row: type[Row], **equal: Any) -> list[Id]:
        found = self.study.rows(row, **equal)
        if not found:
            raise Nothing
        return [each.id for each in self.chance.sample(found, min(len(found), self.chance.randint(1, 3)))]

    def every(self, row: type[Row], **equal: Any) -> list[Id]:
        found = [each.id for each in self.study.rows(row, **equal)]
        self.chance.shuffle(found)
        return found

    def maybe(self, row: type[Row]) -> Id | None:
        found = self.study.rows(row)
        return self.chance.choice(found).id if found and self.chance.random() < 0.5 else None

    def of(self, *among: Any) -> Any:
        return self.chance.choice(among)

    def yes(self) -> bool:
        return self.chance.random() < 0.7

    def name(self) -> str:
        return self.chance.choice(NAMES)

    def words(self) -> str:
        return self.chance.choice(WORDS)

    def prose(self, now: str = "") -> str:
        """A long text with one paragraph changed, put in or taken out."""
        parts = (now or PARAGRAPHS).split("\n\n")
        at = self.chance.randrange(len(parts))
        parts[at : at + self.of(0, 1, 1, 1)] = [f"{self.words()} {self.chance.randint(0, 3)}"] * self.of(0, 1, 1, 1)
        return "\n\n".join(parts) or PARAGRAPHS

    def place(self) -> tuple[Id, Span]:
        """A stretch of some source."""
        source = self.row(Source)
        length = len(self.study.text(source.id))
        if not length:
            raise Nothing
        start = self.chance.randrange(length)
        return source.id, Span(start, min(length, start + self.chance.randint(1, 20)))

    def edits(self, source: Id) -> list[tuple[Span, str]]:
        text = self.study.text(source)
        at = self.chance.randrange(len(text) + 1)
        return [(Span(at, min(len(text), at + self.chance.randint(0, 9))), self.words())]

    def anything(self) -> tuple[str, Id]:
        """A thing of some kind."""
        row = self.of(Code, Coding, Source, Case, Theme, Memo)
        return kind_of(row).name, self.one(row)


def _claim(draw: Draw) -> Given:
    """A sentence about a code or a theme."""
    code, theme = draw.one(Code), draw.maybe(Theme)
    query = f'"theme:{theme}" OR "{code}"' if theme and draw.yes() else f'"{code}" AND NOT "{draw.one(Code)}"'
    groups = {"by": "cases", "one": draw.one(Case)} if draw.yes() else {}
    return given(
        draw.prose(), quantifier="only in" if groups else draw.of("all", "most"), query=query, theme=theme,
        rests_on="codings", **groups,
    )  # fmt: skip


def _proposed(draw: Draw) -> Given:
    """A change of a paragraph, a new one, or a comment."""
    draft = draw.row(Draft)
    before = draw.of(*(part for part in draft.text.split("\n\n") if part.strip()), "")
    proposals = [
        Proposed(by="Nell", before=before, after=f"{before} {draw.words()}", follows=draw.prose()),
        Proposed(nature="comment", by="Odd", before=before, words=draw.words(), on=draw.words()),
    ]
    return given(draft.id, proposals)


def _adjudicated(draw: Draw) -> Given:
    """Two codings of one text, or one and somebody who put nothing there."""
    one = draw.row(Coding)
    others = [other for other in draw.study.rows(Coding, source=one.source) if other.id != one.id]
    if others and draw.yes():
        differing = Differing(kind=draw.of("confusion", "borders"), coding=one.id, other=draw.of(*others).id)
    else:
        differing = Differing(kind="omission", coding=one.id, left_out=(draw.one(Member),))
    return given(differing, draw.of("one", "other", "both", "neither"), reason=draw.name())


def _bundle(draw: Draw) -> Given:
    """A transcript as an importer gives it, the same on every copy for the same text, and a case."""
    number = draw.chance.randrange(2)
    text = TEXTS[number]
    turns, at = [], 0
    for line in text.splitlines(keepends=True):
        label, mark, words = line.partition(": ")
        if mark:
            start = at + len(label) + 2
            turns.append(Spoken(start=start, end=start + len(words.rstrip("\n")), speaker=label))
        at += len(line)
    speakers = (SpeakerRecord(label="INT", voice="interviewer"), SpeakerRecord(label=("ANNA", "BEN")[number]))
    name = f"{draw.name()} {number}"
    document = Document(key="d", name=name, text=text, turns=tuple(turns), speakers=speakers, case="ALD")
    return given(Bundle(cases=(CaseRecord(code="ALD"),), documents=(document,)))


def _conflict(draw: Draw) -> Any:
    found = draw.study.disagreements()
    if not found:
        raise Nothing
    return draw.chance.choice(found)


def _keep(draw: Draw) -> Given:
    one = _conflict(draw)
    return given(one.id, draw.chance.randint(1, len(one.sides)))


def _write(draw: Draw) -> Given:
    one = _conflict(draw)
    return given(one.id, draw.of(draw.name(), draw.words(), draw.prose(), "yes", "3", "no"), side=draw.of(0, 1))


def _values(draw: Draw) -> Given:
    attribute = draw.row(Attribute)
    kinds: dict[str, type[Row]] = {"case": Case, "participant": Participant, "interview": Interview, "source": Source}
    row = kinds[attribute.subject]
    return given(attribute.id, {thing: draw.name() for thing in draw.some(row)}, extend=True)


def _attended(draw: Draw) -> Given:
    interview = Interview(name=draw.name(), case=draw.maybe(Case))
    return given([(interview, draw.some(Participant))])


def _evidence(draw: Draw) -> Given:
    placed = draw.row(Evidence)
    return given(placed.theme, [placed.coding])


def _lineage(draw: Draw) -> Given:
    line = draw.row(Lineage)
    return given(line.theme, [line.origin])


def _corrected(draw: Draw) -> Given:
    source = draw.one(Source)
    return given(source, draw.edits(source))


def _replaced(draw: Draw) -> Given:
    source = draw.one(Source)
    return given([source], draw.of("nobody", "workee", "risk", "a", "there"), draw.words(), whole=draw.yes())


def _rewritten(draw: Draw) -> Given:
    source = draw.one(Source)
    ((span, words),) = draw.edits(source)
    text = draw.study.text(source)
    return given(source, text[: span.start] + words + text[span.end :])


def _split(draw: Draw) -> Given:
    code = draw.one(Code)
    return given(code, draw.name(), draw.some(Coding, code=code))


def _resized(draw: Draw) -> Given:
    coding = draw.row(Coding, place="text")
    length = len(draw.study.text(coding.source))
    start = draw.chance.randrange(max(1, length))
    return given(coding.id, Span(start, min(length, start + 5)))


def _defined(draw: Draw) -> Given:
    code = draw.row(Code)
    field = draw.of("definition", "definition", "inclusion", "exclusion", "example", "properties")
    return given(code.id, **{field: draw.prose(getattr(code, field))})


def _cell(draw: Draw) -> Given:
    row, of = draw.of(Participant, Case), draw.of(Theme, Code)
    args = (draw.one(Framework), draw.one(row), draw.one(of), draw.prose())
    return given(*args, segments=draw.of(None, draw.every(Coding)[:2]), seen=draw.every(Coding)[:3])


def _cells(draw: Draw) -> Given:
    row, of = draw.one(Participant), draw.of(Theme, Code)
    words = [CellWords(row=row, of=one, words=draw.of("", draw.words(), draw.prose())) for one in draw.some(of)]
    return given(draw.one(Framework), words)


def _condition(draw: Draw) -> Given:
    placed = draw.of(None, Anchor(at=draw.of("0.2", "0.4"), reason=draw.prose()))
    expects = draw.of("either", "present")
    return given(
        draw.one(Configuration), draw.name(), meaning=draw.prose(), part=draw.of("condition", "condition", "outcome"),
        crossover=placed, expects=expects, expects_reason=draw.prose(),
    )  # fmt: skip


def _share(draw: Draw) -> Given:
    anchors = {
        name: Anchor(at=at, reason="x") for name, at in (("full_out", "5"), ("crossover", "40"), ("full_in", "80"))
    }
    return given(draw.one(Condition), basis="share", of=draw.one(Code), nature="fuzzy", values=(), **anchors)


def _score(draw: Draw) -> Given:
    value, segments = draw.of("0", "1", "0.4"), draw.of(None, draw.every(Coding)[:2])
    return given(draw.one(Condition), draw.one(Case), value, reason=draw.prose(), segments=segments)


def _scored(draw: Draw) -> Given:
    score = draw.row(Score)
    return given(score.condition, score.case)


def _unlinked(draw: Draw) -> Given:
    placed = draw.row(SummarySegment)
    return given(placed.summary, [placed.coding])


def _replicated(draw: Draw) -> Given:
    found = draw.of("open", "as expected", "not as expected", "cannot say")
    return given(
        draw.one(Theme), draw.one(Case), nature=draw.of("literal", "theoretical"), found=found, note=draw.words()
    )


def _expected(draw: Draw) -> Given:
    there = draw.row(Replication)
    return given(there.theme, there.case)


def _themed(draw: Draw) -> Given:
    theme = draw.row(Theme)
    field = draw.of("content", "meaning", "boundary", "story")
    return given(theme.id, wording_only=draw.yes(), **{field: draw.prose(getattr(theme, field))})


def _noted(draw: Draw) -> Given:
    memo = draw.row(Memo)
    return given(memo.id, text=draw.prose(memo.text), nature=draw.of(None, None, "case", "reflexive"))


def _memo(draw: Draw) -> Given:
    nature = draw.of("note", "theoretical", "reflexive")
    if draw.yes():
        kind, thing = draw.anything()
        return given(draw.prose(), nature=nature, about_kind=kind, about=thing)
    source, span = draw.place()
    return given(draw.prose(), title=draw.name(), nature=nature, source=source, span=span)


def _redacted(draw: Draw) -> Given:
    source, span = draw.place()
    return given(source, span, mark=draw.of("", "[name]"))


def _link(draw: Draw) -> Given:
    return given(*draw.anything(), *draw.anything(), relation=draw.name(), note=draw.words())


def _placed_on_map(draw: Draw) -> Given:
    if draw.yes():
        return given(draw.one(Map), draw.chance.randrange(900), 40, note=draw.name())
    kind, row = draw.of(("code", Code), ("theme", Theme), ("case", Case), ("source", Source))
    return given(draw.one(Map), draw.chance.randrange(900), 80, kind=kind, thing=draw.one(row))


def _connected(draw: Draw) -> Given:
    start = draw.row(MapItem)
    return given(start.id, draw.one(MapItem, map=start.map), relation=draw.name(), heads=draw.of("one", "both"))


def _property(draw: Draw) -> Given:
    coding = draw.row(Coding)
    return given(coding.code, draw.name(), description=draw.prose(), at_low=coding.id)


def _relation(draw: Draw) -> Given:
    coding = draw.row(Coding)
    return given(coding.code, draw.one(Code), draw.of("condition", "context"), [coding.id], note=draw.words())


def _comparison(draw: Draw) -> Given:
    one, other = draw.two(Coding)
    category = draw.row(Coding, id=[one]).code
    more: dict[str, dict[str, Any]] = {
        "same": {},
        "extends": {"extends": Extension(name=draw.name(), at_high=one)},
        "split": {"split": [Part(name=draw.name(), codings=(one,), under=draw.yes())]},
        "new": {"new": Beginning(name=draw.name(), side=draw.of("one", "other"))},
        "negative": {"negative": draw.of("one", "other")},
    }
    decision = draw.of(*more)
    sides = Side("coding", one), Side("coding", other)
    return given(*sides, decision, category=category, reason=draw.words(), **more[decision])


def _split_theme(draw: Draw) -> Given:
    theme = draw.one(Theme)
    rows = draw.study.rows(Lineage, theme=theme)
    return given(theme, draw.name(), origins=[rows[0].origin] if rows else [], reason=draw.words())


def _candidate(draw: Draw) -> Candidate:
    kind, row = draw.chance.choice((("theme", Theme), ("code", Code)))
    return Candidate(about_kind=kind, about=draw.one(row), thing_kind="coding", thing=draw.one(Coding))  # type: ignore[arg-type]  # literals


def _moved_origin(draw: Draw) -> Given:
    line = draw.row(Lineage)
    return given(line.theme, line.origin, draw.one(Theme))


def _set(draw: Draw) -> Given:
    of: tuple[str, type[Row]] = draw.of(("source", Source), ("participant", Participant), ("code", Code))
    return given(of[0], draw.name(), draw.every(of[1])[:2])


def _in_set(draw: Draw) -> Given:
    chosen = draw.row(Set)
    kinds: dict[str, type[Row]] = {"source": Source, "participant": Participant, "code": Code}
    row = kinds[chosen.of]
    return given(chosen.id, draw.some(row))


def _label(draw: Draw) -> Given:
    speaker = draw.row(Speaker)
    return given([speaker.source], speaker.label, draw.of("participant", "interviewer"), participant=None)


Deed = Callable[[Draw], Given]

DEEDS: Mapping[str, Deed] = {
    "study.change": lambda d: given(title=d.name(), aims=d.prose(), primary=d.maybe(Attribute)),
    "member.add": lambda d: given(d.of("Mei", "Okafor", "Lena"), permission=d.of("editor", "coder", "reader", "owner")),
    "member.rename": lambda d: given(d.one(Member), d.of("Mei", "Ines", "Tariq", "Lena")),
    "member.permit": lambda d: given(d.one(Member), d.of("owner", "editor", "editor", "coder", "reader")),
    "member.perspectives": lambda d: given(d.one(Member), [d.name(), "lived experience"]),
    "member.share_perspectives": lambda d: given(d.one(Member), shared=d.yes()),
    "signing_key.declare": lambda d: given(d.of("5a" * 32, "a5" * 32), note=d.words()),
    "signing_key.revoke": lambda d: given(d.one(SigningKey)),
    "member.merge": lambda d: given(*d.two(Member)),
    "member.part": lambda d: given(d.led_elsewhere(Member)),
    "member.remove": lambda d: given(d.one(Member)),
    "attribute.add": lambda d: given(d.of("case", "participant", "source"), d.name(), type=d.of("text", "one-of")),
    "attribute.change": lambda d: given(d.one(Attribute), name=d.name(), description=d.prose()),
    "attribute.rename_option": lambda d: given((a := d.row(Attribute)).id, d.of(*a.options or ("x",)), d.name()),
    "attribute.remove": lambda d: given(d.one(Attribute)),
    "attribute.set_values": _values,
    "case.add": lambda d: given(d.of("ALD", "BRK", "FEN"), name=d.name()),
    "case.change": lambda d: given((c := d.row(Case)).id, name=d.name(), description=d.prose(c.description)),
    "case.order": lambda d: given(d.every(Case)),
    "case.merge": lambda d: given(*d.two(Case)),
    "case.part": lambda d: given(d.led_elsewhere(Case)),
    "case.remove": lambda d: given(d.some(Case)),
    "role.add": lambda d: given(d.name(), codes=[d.of("PW", "MA", "SM")]),
    "role.change": lambda d: given(d.one(Role), name=d.name()),
    "role.order": lambda d: given(d.every(Role)),
    "role.remove": lambda d: given(d.one(Role)),
    "target.set": lambda d: given({(d.one(Case), d.one(Role)): d.of(None, 1, 2, 3)}),
    "recruitment.log": lambda d: given(
        d.one(Case), d.one(Role), d.of("approached", "declined"), d.of(1, 2), reason="x"
    ),
    "recruitment.change": lambda d: given(d.one(Recruitment), count=d.of(1, 2, 3), reason=d.words()),
    "recruitment.remove": lambda d: given(d.one(Recruitment)),
    "participant.add": lambda d: given(d.of("P1", "P2", "P3"), case=d.maybe(Case), role=d.maybe(Role), note=d.words()),
    "participant.add_many": lambda d: given([Participant(identifier=d.of("P3", "P4", "P5"), case=d.maybe(Case))]),
    "participant.change": lambda d: given(d.one(Participant), name=d.of("Anna", "Ben"), case=d.maybe(Case)),
    "participant.merge": lambda d: given(*d.two(Participant)),
    "participant.part": lambda d: given(d.led_elsewhere(Participant)),
    "participant.remove": lambda d: given(d.some(Participant)),
    "participant.erase": lambda d: given(d.one(Participant), keep_codings=d.yes()),
    "consent.set": lambda d: given(d.some(Participant), verbatim=d.of("yes", "no"), note=d.words()),
    "consent.set_many": lambda d: given({d.one(Participant): {"paraphrase": d.of("yes", "no")}}),
    "consent.forget": lambda d: given(d.some(Participant)),
    "sheet.fill": lambda d: given(
        "participant",
        [
            SheetLine(row=d.one(Participant), cells={"note": d.words(), "consent.archive": d.of("yes", "no")}),
            SheetLine(cells={"identifier": d.of("P5", "P6", "P7")}),
        ],
    ),
    "instrument.add": lambda d: given(d.name(), description=d.prose()),
    "instrument.add_version": lambda d: given(d.one(Instrument), d.of("2", "3")),
    "instrument.change": lambda d: given(d.one(Instrument), name=d.name()),
    "instrument.remove": lambda d: given(d.one(Instrument)),
    "topic.add": lambda d: given(d.name()),
    "topic.change": lambda d: given((t := d.row(Topic)).id, name=d.name(), description=d.prose(t.description)),
    "topic.order": lambda d: given(d.every(Topic)),
    "topic.remove": lambda d: given((pair := d.two(Topic))[0], into=d.of(None, pair[1])),
    "question.add": lambda d: given(
        d.one(Instrument),
        f"{d.name()}?",
        number=d.of("1", "2"),
        topic=d.maybe(Topic),
        **d.of({}, {"nature": "one", "options": ["yes", "no", "not sure"]}),
    ),
    "question.change": lambda d: given(d.one(Question), wording=f"{d.name()}?", topic=d.maybe(Topic)),
    "question.order": lambda d: given((i := d.row(Question).instrument), d.every(Question, instrument=i)),
    "question.remove": lambda d: given(d.one(Question)),
    "answer.give": lambda d: given(
        d.one(Participant), (q := d.row(Question, nature="one")).id, d.of(q.options[:1], q.options[1:2])
    ),
    "answer.give_many": lambda d: given(
        [
            Answered(who, d.one(Question, nature="one"), outcome=d.of("declined", "left empty"))
            for who in d.some(Participant)
        ]
    ),
    "answer.take_back": lambda d: given((a := d.row(Answer)).participant, [a.question]),
    "interview.add": lambda d: given(d.name(), d.every(Participant)[:1], case=d.maybe(Case), minutes=d.of(None, 50)),
    "interview.add_many": _attended,
    "interview.change": lambda d: given(d.one(Interview), name=d.name(), participants=d.every(Participant)[:2]),
    "interview.use_guides": lambda d: given(
        {interview: d.maybe(Instrument) or "" for interview in d.every(Interview)[:3]}
    ),
    "interview.remove": lambda d: given(d.one(Interview)),
    "source.add": lambda d: given(d.name(), d.of(*TEXTS), nature=d.of("transcript", "answer", "document")),
    "source.rename": lambda d: given(d.one(Source), d.name()),
    "source.describe": lambda d: given((s := d.row(Source)).id, description=d.prose(s.description)),
    "source.assign": lambda d: given(
        d.some(Source), case=d.maybe(Case), participant=d.maybe(Participant), interview=d.maybe(Interview)
    ),
    "source.order": lambda d: given(d.every(Source)),
    "source.remove": lambda d: given(d.some(Source)),
    "source.correct": _corrected,
    "source.replace_words": _replaced,
    "source.replace_text": _rewritten,
    "source.erase": lambda d: given(d.one(Source), keep_codings=d.yes()),
    "source.redact": _redacted,
    "study.pseudonyms": lambda d: given({d.of("peer", "all", "trust"): f"[{d.name()}]"}),
    "speaker.map": lambda d: given(
        (s := d.row(Speaker)).source, s.label, d.of("participant", "other"), participant=d.maybe(Participant)
    ),
    "speaker.map_label": _label,
    "speaker.map_many": lambda d: given({d.one(Speaker): Voiced("participant", d.maybe(Participant))}),
    "turn.map": lambda d: given(d.some(Turn), topic=d.maybe(Topic), question=d.maybe(Question)),
    "turn.map_many": lambda d: given({turn: d.of("", d.one(Question)) for turn in d.some(Turn)}),
    "turn.declined": lambda d: given(d.some(Turn), declined=d.yes()),
    "turn.change": lambda d: given(d.some(Turn), nature=d.of("speech", "note"), speaker=d.maybe(Speaker)),
    "import.bundle": _bundle,
    "import.part": lambda d: given(part(d.chance)),
    "import.refi": lambda d: given(project(d.chance)),
    "code.add": lambda d: given(d.name(), parent=d.maybe(Code), definition=d.of("", d.prose())),
    "code.rename": lambda d: given(d.one(Code), d.name()),
    "code.define": _defined,
    "code.colour": lambda d: given(d.one(Code), d.of("#0072b2", "#d55e00")),
    "code.take_up": lambda d: given(d.one(Code), category=d.yes()),
    "code.move": lambda d: given(d.one(Code), parent=d.maybe(Code), position=d.of(None, 1)),
    "code.order": lambda d: given([d.one(Code)], parent=d.maybe(Code)),
    "code.merge": lambda d: given(*d.two(Code)),
    "code.part": lambda d: given(d.led_elsewhere(Code)),
    "code.split": _split,
    "code.retire": lambda d: given(d.one(Code), retired=d.yes()),
    "code.remove": lambda d: given(d.one(Code)),
    "coding.apply": lambda d: given(d.one(Code), *d.place(), comment=d.of("", d.prose()), weight=d.of(0, 80)),
    "coding.in_vivo": lambda d: given(*d.place(), parent=d.maybe(Code)),
    "coding.apply_all": lambda d: given(
        [Placement(code=d.one(Code), source=s, span=p) for s, p in (d.place(), d.place())], origin="rule", rule="x"
    ),
    "coding.apply_many": lambda d: given(d.one(Code), [d.place(), d.place()]),
    "coding.resize": _resized,
    "coding.recode": lambda d: given(d.some(Coding), d.one(Code)),
    "coding.remove": lambda d: given(d.some(Coding)),
    "coding.weigh": lambda d: given(d.one(Coding), d.of(0, 20, 80)),
    "coding.comment": lambda d: given((c := d.row(Coding)).id, d.prose(c.comment)),
    "coding.stance": lambda d: given(d.one(Coding), d.of("yes", "no")),
    "coding.accept": lambda d: given(d.some(Coding, origin="rule")),
    "coding.by_rule": lambda d: given([d.place()], "a rule", name=d.name()),
    "mark.add": lambda d: given(*d.place(), note=d.words()),
    "mark.change": lambda d: given((m := d.row(Mark)).id, d.prose(m.note)),
    "mark.remove": lambda d: given(d.one(Mark)),
    "content_note.add": lambda d: given((p := d.place())[0], "restraint", p[1]),
    "content_note.remove": lambda d: given(d.one(ContentNote)),
    "reading.assign": lambda d: given(d.some(Source), d.some(Member), sample=d.of("", "s1")),
    "reading.draw_sample": lambda d: given("double", d.some(Member), 1, seed=d.of(1, 2)),
    "reading.unassign": lambda d: given(d.some(Source)),
    "reading.begin": lambda d: given(d.some(Source)),
    "reading.finish": lambda d: given(d.some(Source)),
    "reading.reopen": lambda d: given(d.some(Source)),
    "analysis.add": lambda d: given(d.name(), question=d.prose()),
    "analysis.change": lambda d: given(
        (a := d.row(Analysis)).id, question=d.prose(a.question), family=d.of("mixed", "framework")
    ),
    "analysis.remove": lambda d: given(d.one(Analysis)),
    "theme.add": lambda d: given(d.one(Analysis), d.name(), parent=d.maybe(Theme), content=d.prose()),
    "theme.relabel": lambda d: given(d.one(Theme), d.name()),
    "theme.write": _themed,
    "theme.settle": lambda d: given(d.one(Theme), d.of("final", "candidate")),
    "theme.move": lambda d: given(d.one(Theme), d.maybe(Theme)),
    "theme.order": lambda d: given(d.every(Theme)),
    "theme.remove": lambda d: given(d.one(Theme)),
    "evidence.place": lambda d: given(d.one(Theme), d.some(Coding), stance=d.of("for", "against"), note=d.words()),
    "evidence.take_away": _evidence,
    "lineage.develop": lambda d: given(d.one(Theme), d.some(Code), how=d.of("grouped", "split"), reason=d.words()),
    "lineage.forget": _lineage,
    "framework.add": lambda d: given(d.name(), d.every(Theme)[:2] + d.every(Code)[:2], note=d.prose()),
    "framework.add_version": lambda d: given(d.one(Framework), d.of("2", "3")),
    "framework.change": lambda d: given(d.one(Framework), name=d.name(), analysis=d.maybe(Analysis)),
    "framework.columns": lambda d: given(d.one(Framework), d.every(Theme)[:3] + d.every(Code)[:3]),
    "framework.remove": lambda d: given(d.one(Framework)),
    "summary.write": _cell,
    "summary.write_many": _cells,
    "summary.link": lambda d: given(d.one(Summary), d.some(Coding)),
    "summary.unlink": _unlinked,
    "summary.look_again": lambda d: given(d.one(Summary), seen=d.of(None, d.every(Coding)[:3])),
    "summary.remove": lambda d: given(d.one(Summary)),
    "summary.remove_many": lambda d: given(d.some(Summary)),
    "pair.write": lambda d: given(*d.two(Case), words=d.of(None, d.prose()), done=d.of(None, True, False)),
    "rival.add": lambda d: given("theme", d.one(Theme), d.prose()),
    "rival.change": lambda d: given(d.one(Rival), disposition=d.of("ruled out", "supported"), reason=d.prose()),
    "rival.remove": lambda d: given(d.one(Rival)),
    "replication.set": _replicated,
    "replication.remove": _expected,
    "given.add": lambda d: given(d.some(Participant), source=d.maybe(Source), date="2024-05", said=d.words()),
    "given.change": lambda d: given((g := d.row(GivenBack)).id, said=d.prose(g.said), source=d.of(None, "")),
    "given.remove": lambda d: given(d.one(GivenBack)),
    "configuration.begin": lambda d: given(d.name(), d.prose(), question=d.prose()),
    "configuration.change": lambda d: given(
        (c := d.row(Configuration)).id, why=d.prose(c.why), consistency=d.of("0.8", "0.9"), cuts_reason=d.prose()
    ),
    "configuration.remove": lambda d: given(d.one(Configuration)),
    "condition.add": _condition,
    "condition.change": _share,
    "condition.order": lambda d: given(d.every(Condition, configuration=d.row(Condition).configuration)),
    "condition.remove": lambda d: given(d.one(Condition)),
    "score.set": _score,
    "score.look_again": lambda d: given(d.one(Score)),
    "score.remove": _scored,
    "claim.write": _claim,
    "claim.change": lambda d: given(
        (c := d.row(Claim)).id,
        sentence=d.prose(c.sentence),
        quantifier=d.of("all", "none", "some"),
        theme=d.of(None, ""),
        silence=d.of(None, "open"),
    ),
    "claim.order": lambda d: given(d.every(Claim)[:2]),
    "claim.look": lambda d: given(d.some(Claim)),
    "claim.remove": lambda d: given(d.some(Claim)),
    "threshold.set": lambda d: given(d.of("most", "few"), least=d.of(0, 50), most=d.of(20, 90)),
    "guideline.answer": lambda d: given(d.of("training", "funding"), d.prose(), applies=d.yes()),
    "guideline.clear": lambda d: given(d.row(GuidelineAnswer).item),
    "threshold.remove": lambda d: given(d.row(Threshold).word),
    "memo.write": _memo,
    "memo.change": _noted,
    "memo.share": lambda d: given(d.one(Memo, nature="reflexive"), shared=d.yes()),
    "memo.remove": lambda d: given(d.one(Memo)),
    "set.add": _set,
    "set.change": lambda d: given((s := d.row(Set)).id, name=d.name(), description=d.prose(s.description)),
    "set.put_in": _in_set,
    "set.take_out": _in_set,
    "set.remove": lambda d: given(d.one(Set)),
    "query.save": lambda d: given(
        d.name(),
        d.words(),
        nature=d.of("words", "codings"),
        query=d.of(None, *(one.id for one in d.study.rows(Query))),
        scope=d.of("", '{"cases":[]}'),
        within=d.of("turn", "source"),
    ),
    "query.rename": lambda d: given(d.one(Query), d.name()),
    "query.remove": lambda d: given(d.one(Query)),
    "task.add": lambda d: given(d.prose(), nature=d.of("other", "rewrite")),
    "task.finish": lambda d: given(d.some(Task), done=d.yes()),
    "theme.sign_off": lambda d: given(d.one(Theme), agrees=d.yes(), note=d.words()),
    "wording.contest": lambda d: given(d.one(WordingChange), reason=d.words()),
    "property.add": _property,
    "property.change": lambda d: given(d.one(Property), description=d.prose(), low=d.words()),
    "property.remove": lambda d: given(d.one(Property)),
    "property.order": lambda d: given(d.every(Property, category=d.row(Property).category)),
    "relation.add": _relation,
    "relation.ground": lambda d: given(d.one(Relation), d.some(Coding)),
    "relation.release": lambda d: given((ground := d.row(Ground)).relation, [ground.coding]),
    "relation.note": lambda d: given(d.one(Relation), d.prose()),
    "relation.remove": lambda d: given(d.one(Relation)),
    "comparison.decide": _comparison,
    "comparison.change": lambda d: given(d.one(Comparison), decision=d.of("same", "undecided"), reason=d.prose()),
    "comparison.remove": lambda d: given(d.one(Comparison)),
    "analysis.core": lambda d: given(d.one(Analysis), d.maybe(Code)),
    "discussion.open": lambda d: given(d.prose(), d.every(Member), about_kind="theme", about=d.one(Theme)),
    "discussion.invite": lambda d: given(d.one(Discussion), d.some(Member)),
    "discussion.release": lambda d: given(d.one(Discussion), d.some(Member)),
    "discussion.show": lambda d: given(d.one(Discussion)),
    "discussion.close": lambda d: given(d.one(Discussion), d.prose()),
    "discussion.remove": lambda d: given(d.one(Discussion)),
    "position.write": lambda d: given(d.one(Discussion), d.prose()),
    "position.hand_in": lambda d: given(d.one(Discussion), handed_in=d.yes()),
    "position.dissent": lambda d: given(d.row(Position).discussion, d.prose()),
    "theme.begin": lambda d: given(d.one(Analysis), d.name(), d.some(Code), reason=d.words()),
    "theme.split": _split_theme,
    "lineage.move": _moved_origin,
    "map.add": lambda d: given(d.name(), description=d.prose()),
    "map.change": lambda d: given(d.one(Map), name=d.name()),
    "map.remove": lambda d: given(d.one(Map)),
    "map.place": _placed_on_map,
    "map.move": lambda d: given([Moved(item=d.one(MapItem), x=d.chance.randrange(900), y=d.chance.randrange(900))]),
    "map.write": lambda d: given(d.one(MapItem), d.prose()),
    "map.take_off": lambda d: given(d.some(MapItem)),
    "quotation.keep": lambda d: given(source=(p := d.place())[0], span=p[1], note=d.words()),
    "quotation.change": lambda d: given(d.one(Quotation), note=d.words()),
    "quotation.remove": lambda d: given(d.one(Quotation)),
    "draft.add": lambda d: given(d.name(), text=PARAGRAPHS, bibliography=d.of("", "@misc{a, title={A}}")),
    "draft.change": lambda d: given(
        (one := d.row(Draft)).id, name=d.of(None, d.name()), text=d.prose(one.text), upon=d.of(None, one.text)
    ),
    "draft.look": lambda d: given(d.one(Draft)),
    "draft.remove": lambda d: given(d.one(Draft)),
    "proposal.bring": _proposed,
    "proposal.take": lambda d: given([d.one(Proposal, state="open")], reason=d.words()),
    "proposal.decline": lambda d: given([d.one(Proposal, state="open")], reason=d.words()),
    "difference.adjudicate": _adjudicated,
    "adjudication.remove": lambda d: given(d.one(Adjudication)),
    "negative.note": lambda d: given([_candidate(d)]),
    "negative.settle": lambda d: given(d.one(NegativeCase), d.of("open", "revises", "exception"), reason=d.name()),
    "negative.settle_candidate": lambda d: given(_candidate(d), d.of("not relevant", "exception"), reason=d.name()),
    "negative.remove": lambda d: given([d.one(NegativeCase)]),
    "map.connect": _connected,
    "map.change_arrow": lambda d: given(d.one(MapArrow), relation=d.name(), heads=d.of("none", "both")),
    "map.remove_arrow": lambda d: given(d.one(MapArrow)),
    "link.add": _link,
    "link.change": lambda d: given(d.one(Link), relation=d.name(), note=d.prose()),
    "link.remove": lambda d: given(d.one(Link)),
    "product.record": lambda d: given("report", d.of("a.docx", "b.docx"), form="docx", version=d.study.version),
    "product.note": lambda d: given(d.one(Product), d.words()),
    "product.forget": lambda d: given(d.some(Product)),
    "conflict.keep": _keep,
    "conflict.write": _write,
}

LEFT_OUT: Mapping[str, str] = {
    "study.new": "a study begins with it, and cannot begin a second time",
}
"""Verbs that members of a study cannot do, and why."""
