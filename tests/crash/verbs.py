"""How every verb is called on the prepared study, so that each of them can be killed.

A row gives the arguments of a verb, looked up in the study as it is; calling it there changes something and records
one entry. A verb without a row stands in `NOT_HERE` with the reason; `test_crash` compares both with the list of verbs.
"""

from __future__ import annotations

from pathlib import Path

from crosscase.model import (
    Adjudication,
    Analysis,
    Attribute,
    Case,
    Claim,
    Code,
    Coding,
    Condition,
    Configuration,
    ContentNote,
    Draft,
    Framework,
    GivenBack,
    Id,
    Instrument,
    Interview,
    Link,
    Map,
    MapArrow,
    MapItem,
    Mark,
    Member,
    Memo,
    NegativeCase,
    Participant,
    Product,
    Proposal,
    Query,
    Question,
    Quotation,
    Recruitment,
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
    Topic,
    Turn,
)
from crosscase.model.bundle import Bundle, CodeRecord, Document
from crosscase.study import Study
from crosscase.verbs import VERBS
from crosscase.verbs.adjudications import Differing
from crosscase.verbs.answers import Given
from crosscase.verbs.codings import Placement
from crosscase.verbs.drafts import Proposed
from crosscase.verbs.maps import Moved
from crosscase.verbs.negatives import Candidate
from crosscase.verbs.sheets import SheetLine
from crosscase.verbs.summaries import CellWords
from crosscase.verbs.turns import Voiced
from tests.crash.bench import BENCH
from tests.crash.calling import Arguments, call, ids, one
from tests.crash.ground import KEPT_APART
from tests.kernel.projects import part, project


def item(study: Study) -> Id:
    return next(each.id for each in study.rows(Question) if each.nature == "likert")


def merged(study: Study, row: type[Row]) -> Id:
    """One that is a signpost to another."""
    return next(thing.id for thing in study.rows(row) if getattr(thing, "merged_into", None))


def text(study: Study, name: str, words: str) -> Span:
    start = study.text(one(study, Source, name)).index(words)
    return Span(start, start + len(words))


def anna(study: Study, words: str) -> tuple[Id, Span]:
    return one(study, Source, "anna"), text(study, "anna", words)


def me(study: Study) -> Id:
    return study.member().id


def coding(study: Study) -> Id:
    return next(each.id for each in study.rows(Coding) if each.origin == "by hand")


def by_rule(study: Study) -> Id:
    return next(each.id for each in study.rows(Coding) if each.origin == "rule")


def notes(study: Study) -> Path:
    """The file to be kept whole: it lies above the folder of the trial."""
    assert study.store.path is not None
    return next(folder / KEPT_APART for folder in study.store.path.parents if (folder / KEPT_APART).exists())


def spoken(study: Study) -> list[Id]:
    """Turns of the participant."""
    speakers = {each.id for each in study.rows(Speaker) if each.label == "ANNA"}
    return [each.id for each in study.rows(Turn) if each.speaker in speakers]


PEOPLE: dict[str, Arguments] = {
    "member.add": lambda _: call("Mia", permission="coder"),
    "member.rename": lambda s: call(one(s, Member, "Omar"), "Umar"),
    "member.permit": lambda s: call(one(s, Member, "Omar"), "coder"),
    "member.perspectives": lambda s: call(me(s), ["clinical", "academic"]),
    "member.share_perspectives": lambda s: call(me(s), shared=True),
    "member.merge": lambda s: call(one(s, Member, "Omar"), me(s)),
    "member.part": lambda s: call(merged(s, Member)),
    "member.remove": lambda s: call(merged(s, Member)),
    "attribute.add": lambda _: call("participant", "age", type="number"),
    "attribute.change": lambda s: call(one(s, Attribute, "sector"), name="kind of house"),
    "attribute.rename_option": lambda s: call(one(s, Attribute, "sector"), "public", "state"),
    "attribute.remove": lambda s: call(one(s, Attribute, "sector")),
    "attribute.set_values": lambda s: call(one(s, Attribute, "sector"), {one(s, Case, "BBB"): "other"}),
    "case.add": lambda _: call("EEE", name="Elm"),
    "case.change": lambda s: call(one(s, Case, "AAA"), name="Alder Court"),
    "case.order": lambda s: call([one(s, Case, "BBB"), one(s, Case, "AAA")]),
    "case.merge": lambda s: call(one(s, Case, "AAA"), one(s, Case, "BBB")),
    "case.part": lambda s: call(merged(s, Case)),
    "case.remove": lambda s: call([merged(s, Case)]),
    "role.add": lambda _: call("nurse", codes=("NU",)),
    "role.change": lambda s: call(one(s, Role, "manager"), name="head"),
    "role.order": lambda s: call([one(s, Role, "manager"), one(s, Role, "peer worker")]),
    "role.remove": lambda s: call(one(s, Role, "manager")),
    "target.set": lambda s: call({(one(s, Case, "BBB"), one(s, Role, "manager")): 3}),
    "recruitment.log": lambda s: call(one(s, Case, "AAA"), one(s, Role, "manager"), "declined", 1, reason="no time"),
    "recruitment.change": lambda s: call(one(s, Recruitment), count=7),
    "recruitment.remove": lambda s: call(one(s, Recruitment)),
    "participant.add": lambda s: call("AAAMA01", case=one(s, Case, "AAA"), role=one(s, Role, "manager"), name="Ola"),
    "participant.add_many": lambda _: call([Participant(identifier=f"BBBPW{n:02}") for n in range(1, 30)]),
    "participant.change": lambda s: call(one(s, Participant, "AAAPW01"), note="rang back"),
    "participant.merge": lambda s: call(one(s, Participant, "AAAPW01"), one(s, Participant, "AAAPW02")),
    "participant.part": lambda s: call(merged(s, Participant)),
    "participant.erase": lambda s: call(one(s, Participant, "AAAPW01")),
    "consent.set": lambda s: call([one(s, Participant, "AAAPW02")], verbatim="no", until="2031-01-31"),
    "consent.set_many": lambda s: call({one(s, Participant, f"AAAPW0{n}"): {"archive": "yes"} for n in (1, 2)}),
    "sheet.fill": lambda s: call(
        "participant", [SheetLine(row=one(s, Participant, "AAAPW02"), cells={"note": "x", "consent.machine": "no"})]
    ),
    "consent.forget": lambda s: call([one(s, Participant, "AAAPW01")]),
    "participant.remove": lambda s: call([one(s, Participant, "AAAPW09")]),
}

TALK: dict[str, Arguments] = {
    "instrument.add": lambda _: call("Diary", nature="questionnaire"),
    "instrument.add_version": lambda s: call(one(s, Instrument, "Guide"), "2"),
    "instrument.change": lambda s: call(one(s, Instrument, "Guide"), description="Asked in this order."),
    "instrument.remove": lambda s: call(one(s, Instrument, "Left over")),
    "topic.add": lambda _: call("sleep"),
    "topic.change": lambda s: call(one(s, Topic, "trust"), description="Who is told what."),
    "topic.order": lambda s: call([one(s, Topic, "trust"), one(s, Topic, "work")]),
    "topic.remove": lambda s: call(one(s, Topic, "work"), into=one(s, Topic, "trust")),
    "question.add": lambda s: call(one(s, Instrument, "Guide"), "Anything else?", number="3"),
    "question.change": lambda s: call(one(s, Question), wording="Would you say it was a risk?"),
    "question.order": lambda s: call(
        one(s, Instrument, "Guide"),
        [each.id for each in sorted(s.rows(Question), key=lambda each: each.number, reverse=True)],
    ),
    "question.remove": lambda s: call(next(each.id for each in s.rows(Question) if each.number == "2")),
    "answer.give": lambda s: call(one(s, Participant, "AAAPW02"), item(s), ["often"]),
    "answer.give_many": lambda s: call([Given(each, item(s), ("never",)) for each in ids(s, Participant)]),
    "answer.take_back": lambda s: call(one(s, Participant, "AAAPW01"), [item(s)]),
    "interview.add": lambda s: call("Second", [one(s, Participant, "AAAPW02")], date="2026-04-02", minutes=31),
    "interview.add_many": lambda _: call([(Interview(name=f"Meeting {n}"), []) for n in range(20)]),
    "interview.change": lambda s: call(one(s, Interview), minutes=61),
    "interview.use_guides": lambda s: call({one(s, Interview): one(s, Instrument, "Guide")}),
    "interview.remove": lambda s: call(one(s, Interview)),
    "source.add": lambda s: call("the field", "The gate was shut.", nature="field note", file=notes(s)),
    "source.rename": lambda s: call(one(s, Source, "ben"), "Ben, second half"),
    "source.describe": lambda s: call(one(s, Source, "ben"), description="By telephone.", language="en"),
    "source.assign": lambda s: call([one(s, Source, "ben")], case=one(s, Case, "BBB")),
    "source.order": lambda s: call([one(s, Source, "ben"), one(s, Source, "anna")]),
    "source.remove": lambda s: call([one(s, Source, "anna")]),
    "source.correct": lambda s: call(
        one(s, Source, "anna"), [(text(s, "anna", "a risk in it"), "some danger in this")]
    ),
    "source.replace_words": lambda s: call(ids(s, Source), "risk", "danger"),
    "source.replace_text": lambda s: call(
        one(s, Source, "anna"), s.text(one(s, Source, "anna")).replace("nobody was", "no one at all was")
    ),
    "source.erase": lambda s: call(one(s, Source, "ben")),
    "source.redact": lambda s: call(*anna(s, "They held me down once"), mark="[restraint]"),
    "study.pseudonyms": lambda _: call({"Trust": "[somebody]", "Ben": "Bob"}),
    "speaker.map": lambda s: call(
        one(s, Source, "anna"), "ANNA", "participant", participant=one(s, Participant, "AAAPW01")
    ),
    "speaker.map_label": lambda s: call(ids(s, Source), "INT", "other"),
    "speaker.map_many": lambda s: call({each.id: Voiced("other") for each in s.rows(Speaker)}),
    "turn.map": lambda s: call(spoken(s), topic=one(s, Topic, "trust")),
    "turn.map_many": lambda s: call(dict.fromkeys(spoken(s), one(s, Question))),
    "turn.declined": lambda s: call(spoken(s)[:1]),
    "turn.change": lambda s: call(spoken(s)[:1], nature="quoted"),
    "import.bundle": lambda _: call(
        Bundle(
            documents=tuple(Document(key=f"d{n}", name=f"d{n}", text=f"Words {n}. " * 400) for n in range(9)),
            codes=tuple(CodeRecord(key=f"c{n}", name=f"brought {n}") for n in range(30)),
        )
    ),
    "import.refi": lambda _: call(project()),
    "import.part": lambda _: call(part()),
}

MEANING: dict[str, Arguments] = {
    "code.add": lambda s: call("hunger", parent=one(s, Code, "risk")),
    "code.rename": lambda s: call(one(s, Code, "risk"), "danger"),
    "code.define": lambda s: call(one(s, Code, "risk"), definition="What went wrong.\n\nForms too."),
    "code.colour": lambda s: call(one(s, Code, "risk"), "#336699"),
    "code.take_up": lambda s: call(one(s, Code, "forms"), category=True),
    "code.order": lambda s: call([one(s, Code, "forms")]),
    "code.move": lambda s: call(one(s, Code, "forms"), parent=None),
    "code.merge": lambda s: call(one(s, Code, "forms"), one(s, Code, "risk")),
    "code.part": lambda s: call(merged(s, Code)),
    "code.split": lambda s: call(one(s, Code, "risk"), "fear", [coding_of(s, "risk")]),
    "code.retire": lambda s: call(one(s, Code, "risk")),
    "code.remove": lambda s: call(merged(s, Code)),
    "coding.apply": lambda s: call(one(s, Code, "forms"), *anna(s, "Trust comes later")),
    "coding.in_vivo": lambda s: call(*anna(s, "They held me down")),
    "coding.apply_all": lambda s: call(
        [Placement(code=one(s, Code, "forms"), source=one(s, Source, "anna"), span=Span(n, n + 5)) for n in range(80)]
    ),
    "coding.apply_many": lambda s: call(
        one(s, Code, "forms"), [(one(s, Source, "ben"), Span(n, n + 3)) for n in range(9)]
    ),
    "coding.resize": lambda s: call(coding(s), Span(4, 9)),
    "coding.recode": lambda s: call([coding_of(s, "risk")], one(s, Code, "forms")),
    "coding.remove": lambda s: call([coding(s)]),
    "coding.weigh": lambda s: call(coding(s), 70),
    "coding.comment": lambda s: call(coding(s), "she laughed here"),
    "coding.stance": lambda s: call(coding(s), "no"),
    "coding.accept": lambda s: call([by_rule(s)]),
    "coding.by_rule": lambda s: call(
        [(one(s, Source, "ben"), Span(n, n + 4)) for n in range(12)], "forms*", name="paperwork"
    ),
    "difference.adjudicate": lambda s: call(
        Differing(kind="omission", coding=coding_of(s, "forms"), left_out=(one(s, Member, "Omar"),)),
        "one",
        reason="Yes.",
    ),
    "adjudication.remove": lambda s: call(one(s, Adjudication)),
    "mark.add": lambda s: call(*anna(s, "nobody was surprised"), note="really?"),
    "mark.change": lambda s: call(one(s, Mark), "struck me twice"),
    "mark.remove": lambda s: call(one(s, Mark)),
    "content_note.add": lambda s: call(one(s, Source, "ben"), "violence"),
    "content_note.remove": lambda s: call(one(s, ContentNote)),
    "reading.assign": lambda s: call(ids(s, Source), [one(s, Member, "Omar")]),
    "reading.draw_sample": lambda s: call("trial", [one(s, Member, "Omar")], 1, seed=3),
    "reading.unassign": lambda s: call([one(s, Source, "anna")], member=one(s, Member, "Omar")),
    "reading.begin": lambda s: call([one(s, Source, "anna")], member=one(s, Member, "Omar")),
    "reading.finish": lambda s: call([one(s, Source, "anna")]),
    "reading.reopen": lambda s: call([one(s, Source, "ben")]),
    "analysis.add": lambda _: call("Second look", family="framework"),
    "analysis.change": lambda s: call(one(s, Analysis), question="What is said about risk?"),
    "analysis.remove": lambda s: call(one(s, Analysis)),
    "theme.add": lambda s: call(one(s, Analysis), "Nobody asks"),
    "theme.relabel": lambda s: call(one(s, Theme), "Risk lives on paper"),
    "theme.write": lambda s: call(one(s, Theme), content="Paper instead of talk.", meaning="Forms protect the house."),
    "theme.settle": lambda s: call(one(s, Theme)),
    "theme.move": lambda s: call(one(s, Theme, "Told on the first day"), one(s, Theme, "Risk is written down")),
    "theme.order": lambda s: call([one(s, Theme, "Told on the first day"), one(s, Theme, "Risk is written down")]),
    "theme.remove": lambda s: call(one(s, Theme, "Risk is written down")),
    "theme.begin": lambda s: call(one(s, Analysis), "Paper", [one(s, Code, "forms")], how="promoted", reason="it grew"),
    "theme.split": lambda s: call(
        one(s, Theme, "Risk is written down"), "Talked down", origins=[one(s, Code, "risk")], reason="two things in one"
    ),
    "lineage.move": lambda s: call(
        one(s, Theme, "Risk is written down"), one(s, Code, "risk"), one(s, Theme, "Told on the first day")
    ),
    "quotation.keep": lambda s: call(
        source=one(s, Source, "anna"), span=text(s, "anna", "Trust comes later."), printed="Trust […] later"
    ),
    "quotation.change": lambda s: call(one(s, Quotation), note="The clearest of all."),
    "quotation.remove": lambda s: call(one(s, Quotation)),
    "negative.note": lambda s: call([candidate(s, "opposite code")]),
    "negative.settle": lambda s: call(one(s, NegativeCase), "exception", reason="On nights only."),
    "negative.settle_candidate": lambda s: call(candidate(s, "by hand"), "not relevant", reason="It is about the bus."),
    "negative.remove": lambda s: call([one(s, NegativeCase)]),
    "map.add": lambda _: call("The whole of it", description="Drawn after the third reading."),
    "map.change": lambda s: call(one(s, Map), name="What follows from what"),
    "map.remove": lambda s: call(one(s, Map)),
    "map.place": lambda s: call(one(s, Map), 300, -40, note="and who is asked?"),
    "map.move": lambda s: call([Moved(item=each, x=7, y=9) for each in ids(s, MapItem)]),
    "map.write": lambda s: call(one(s, MapItem), "since the move"),
    "map.take_off": lambda s: call([one(s, MapItem)]),
    "map.connect": lambda s: call(*reversed(ids(s, MapItem)), relation="comes back to"),
    "map.change_arrow": lambda s: call(one(s, MapArrow), relation="hides", heads="both"),
    "map.remove_arrow": lambda s: call(one(s, MapArrow)),
    "evidence.place": lambda s: call(one(s, Theme, "Told on the first day"), [coding(s)], stance="against"),
    "evidence.take_away": lambda s: call(one(s, Theme, "Risk is written down"), [each.id for each in s.rows(Coding)]),
    "lineage.develop": lambda s: call(one(s, Theme, "Told on the first day"), [one(s, Code, "forms")], reason="later"),
    "lineage.forget": lambda s: call(one(s, Theme, "Risk is written down"), [one(s, Code, "risk")]),
    "framework.add": lambda s: call("Second grid", [one(s, Theme), one(s, Code, "forms")]),
    "framework.add_version": lambda s: call(one(s, Framework), "2"),
    "framework.change": lambda s: call(one(s, Framework), name="Who is asked", analysis=one(s, Analysis)),
    "framework.columns": lambda s: call(one(s, Framework), [one(s, Code, "forms"), one(s, Code, "risk")]),
    "framework.remove": lambda s: call(one(s, Framework)),
    "summary.write": lambda s: call(one(s, Framework), one(s, Case), one(s, Code, "risk"), "A word on paper. " * 60),
    "summary.write_many": lambda s: call(
        one(s, Framework),
        [
            CellWords(row=each, of=one(s, Code, "risk"), words=f"What they say, {n}.", segments=(coding(s),))
            for n, each in enumerate(ids(s, Case))
        ],
    ),
    "summary.link": lambda s: call(one(s, Summary), [each.id for each in s.rows(Coding)]),
    "summary.unlink": lambda s: call(one(s, Summary), [s.rows(SummarySegment)[0].coding]),
    "summary.look_again": lambda s: call(one(s, Summary), seen=[by_rule(s)]),
    "summary.remove": lambda s: call(one(s, Summary)),
    "summary.remove_many": lambda s: call([each.id for each in s.rows(Summary)]),
    "configuration.begin": lambda _: call(
        "Ways to paper", "Whole cases are compared.", question="Which ways are there?"
    ),
    "configuration.change": lambda s: call(one(s, Configuration), consistency="0.9", cuts_reason="Few cases."),
    "configuration.remove": lambda s: call(one(s, Configuration)),
    "condition.add": lambda s: call(one(s, Configuration), "PAPER", meaning="Forms come first.", part="outcome"),
    "condition.change": lambda s: call(
        one(s, Condition), expects="present", expects_reason="Whoever is told can answer. " * 40
    ),
    "condition.order": lambda s: call([one(s, Condition, "ASKED")]),
    "condition.remove": lambda s: call(one(s, Condition)),
    "score.set": lambda s: call(
        one(s, Condition), one(s, Case, "BBB"), "0.2", reason="Nobody is told anything. " * 40, segments=[by_rule(s)]
    ),
    "score.look_again": lambda s: call(s.rows(Score)[0].id),
    "score.remove": lambda s: call(one(s, Condition, "TOLD"), s.rows(Score)[0].case),
    "pair.write": lambda s: call(*ids(s, Case)[:2], words="Both write forms.", done=True),
    "draft.add": lambda _: call("Second paper", text="Nobody was asked. " * 40, bibliography="@misc{a, title={A}}"),
    "draft.change": lambda s: call(one(s, Draft), text="# Telling\n\nMost are told first. " * 40),
    "draft.look": lambda s: call(one(s, Draft)),
    "draft.remove": lambda s: call(one(s, Draft)),
    "proposal.bring": lambda s: call(
        one(s, Draft), [Proposed(by="Nell", before="# Telling", after="# Being told " * 40)]
    ),
    "proposal.take": lambda s: call([row.id for row in s.rows(Proposal, nature="change")]),
    "proposal.decline": lambda s: call(ids(s, Proposal), reason="Not what was said. " * 40),
    "claim.write": lambda s: call(
        "All fear forms.",
        quantifier="all",
        unit="cases",
        query="risk AND NOT forms",
        theme=s.find(Theme, "Told on the first day").id,
    ),
    "claim.change": lambda s: call(one(s, Claim), quantifier="n of N", number=1, of=2),
    "claim.order": lambda s: call([max(s.rows(Claim), key=lambda one: one.position).id]),
    "claim.look": lambda s: call(ids(s, Claim)),
    "claim.remove": lambda s: call(ids(s, Claim)[:1]),
    "guideline.answer": lambda _: call("training", "Both had held interviews before."),
    "guideline.clear": lambda _: call("funding"),
    "threshold.set": lambda _: call("many", least=40, reason="Agreed in June."),
    "threshold.remove": lambda _: call("most"),
    "rival.add": lambda s: call("code", one(s, Code, "risk"), "Managers were asked first."),
    "rival.change": lambda s: call(one(s, Rival), disposition="ruled out", reason="The small house says the same."),
    "rival.remove": lambda s: call(one(s, Rival)),
    "replication.set": lambda s: call(one(s, Theme), ids(s, Case)[1], nature="theoretical", expected="No forms."),
    "replication.remove": lambda s: call(s.rows(Replication)[0].theme, s.rows(Replication)[0].case),
    "given.add": lambda s: call([one(s, Participant)], date="2024-05-31", said="That is what I said."),
    "given.change": lambda s: call(one(s, GivenBack), changed="A name was taken out."),
    "given.remove": lambda s: call(one(s, GivenBack)),
    "memo.write": lambda _: call("It is about sleep. " * 200, title="Sleep"),
    "memo.change": lambda s: call(note(s), text="Risk is a word of managers, and of families."),
    "memo.share": lambda s: call(next(each.id for each in s.rows(Memo) if each.nature == "reflexive")),
    "memo.remove": lambda s: call(note(s)),
    "set.add": lambda s: call("code", "about paper", [one(s, Code, "forms")]),
    "set.change": lambda s: call(one(s, Set), description="Those of the spring."),
    "set.put_in": lambda s: call(one(s, Set), ids(s, Source)),
    "set.take_out": lambda s: call(one(s, Set), ids(s, Source)),
    "set.remove": lambda s: call(one(s, Set)),
    "query.save": lambda _: call("about paper", "paper*", nature="words"),
    "query.rename": lambda s: call(one(s, Query), "about forms"),
    "query.remove": lambda s: call(one(s, Query)),
    "link.add": lambda s: call("source", one(s, Source, "anna"), "code", one(s, Code, "risk"), relation="contradicts"),
    "link.change": lambda s: call(one(s, Link), note="in both cases"),
    "link.remove": lambda s: call(one(s, Link)),
    "conflict.keep": lambda s: call(s.conflicts()[0].id, 1),
    "conflict.write": lambda s: call(s.conflicts()[0].id, "Between river and hill."),
    "product.record": lambda s: call("export", "codings.csv", form="csv", version=s.version),
    "product.note": lambda s: call(one(s, Product), "sent to the board"),
    "product.forget": lambda s: call([one(s, Product)]),
    "task.add": lambda s: call("Read anna once more.", about_kind="source", about=one(s, Source, "anna")),
    "task.finish": lambda s: call([one(s, Task)]),
    "signing_key.declare": lambda _: call("5a" * 32, note="my laptop"),
    "signing_key.revoke": lambda s: call(one(s, SigningKey)),
    "study.change": lambda _: call(title="Peers at work", aims="To hear them out."),
}


def coding_of(study: Study, code: str) -> Id:
    """A coding by hand with that code."""
    wanted = one(study, Code, code)
    return next(each.id for each in study.rows(Coding, code=wanted) if each.origin == "by hand")


def candidate(study: Study, rule: str) -> Candidate:
    theme = one(study, Theme, "Told on the first day")
    return Candidate(about_kind="theme", about=theme, thing_kind="coding", thing=coding(study), rule=rule)


def note(study: Study) -> Id:
    return next(each.id for each in study.rows(Memo) if each.nature != "reflexive")


ROWS: dict[str, Arguments] = {**PEOPLE, **TALK, **MEANING, **BENCH}

NOT_HERE: dict[str, str] = {
    "study.new": "a study begins in a file of its own: the act `new` in `acts`",
}
"""Verbs that a study cannot be asked for, and where they are tried instead."""

FUNCTIONS = {verb.name: verb.function for verb in VERBS}


def do(study: Study, name: str) -> Id:
    """Run a verb as its row says; the entry it recorded."""
    given = ROWS[name](study)
    return study.because("asked for in writing").do(FUNCTIONS[name], *given.args, **given.kwargs).entry
