"""Build the demonstration study, act by act, as its three members would have.

What is built goes through the same door as everything else: study tables and interviews are taken in as one bundle,
then each member reads and codes interview by interview, writes memos, and the themes are developed with their
lineage and evidence. A category is made late on purpose, some readings are left unfinished, most participants have
no transcript yet, and a few codings come from a rule that nobody has reviewed: every kind of nothing occurs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from io import StringIO
from pathlib import Path

import msgspec

from crosscase.demo import (
    adjudicating,
    cast,
    charting,
    claiming,
    codebook,
    comparing,
    configuring,
    doubting,
    drafting,
    quoting,
    theming,
    writing,
)
from crosscase.demo.markup import MarkedInterview, read_marked
from crosscase.demo.questionnaire import add_questionnaire, answer_it, link_to_topics, map_questions
from crosscase.model import Attribute, Case, Coding, Id, Member, Role, Source, Span, Speaker, Topic, Turn
from crosscase.model.bundle import (
    AttributeRecord,
    Bundle,
    CaseRecord,
    Document,
    InterviewRecord,
    ParticipantRecord,
    RoleRecord,
    SpeakerRecord,
    Spoken,
    TargetRecord,
)
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import (
    Placement,
    add_content_note,
    add_mark,
    apply_all,
    apply_code_in_vivo,
    apply_codes,
)
from crosscase.verbs.instruments import add_instrument, add_question, add_topic
from crosscase.verbs.members import add_member, describe_perspectives
from crosscase.verbs.memos import write_memo
from crosscase.verbs.readings import begin_reading, finish_reading
from crosscase.verbs.sample import log_recruitment
from crosscase.verbs.study import change_settings
from crosscase.verbs.take_in import take_in
from crosscase.verbs.turns import map_turns, mark_declined

Tell = Callable[[str], None]

_RULE = re.compile(r"\b(?:pay ?slips?|wages?|overtime|zero[- ]hours?)\b", re.IGNORECASE)
_EARLY = 10
_TOPIC_NAMES = {key: name for key, name, _ in cast.TOPICS}


def build_demo(target: str | Path | tuple[str, str] | None, *, tell: Tell | None = None) -> Study:
    """Make the demonstration study in a new file (or schema, or memory); the study, open for its first member.

    Raises:
        CannotOpenError: something is there already.
    """
    say = tell or (lambda _: None)
    interviews = _interviews()
    study = Study.new(target, title=cast.TITLE, member=cast.MEMBERS[0][1])
    say("people and places")
    members = _set_up(study)
    _guide(study)
    items = add_questionnaire(study)
    study.do(take_in, _bundle(interviews))
    study.do(change_settings, primary=_attribute(study, "sector"))
    _recruitment(study)
    _declined(study)
    map_questions(study)
    answer_it(study, items, interviews)
    say("reading and coding")
    codes = _codebook(study)
    sources = {source.name: source.id for source in study.rows(Source)}
    _read_and_code(study, members, interviews, codes, sources)
    adjudicating.decide(study)
    _volunteered(study, codes["pay"], "T8")
    claiming.claim(study, of_themes=False)
    link_to_topics(study, codes, _TOPIC_NAMES)
    _by_rule(study, codes["pay"], interviews, sources)
    say("memos and themes")
    _memos(study, members, codes)
    theming.develop(study, codes)
    claiming.claim(study, of_themes=True)
    charting.chart(study, members, codes)
    say("comparing and agreeing")
    comparing.compare(study, members, codes)
    comparing.agree(study, members)
    doubting.doubt(study, codes)
    quoting.keep(study)
    configuring.configure(study, members, codes)
    drafting.draft(study)
    return study


# What there is


def _interviews() -> dict[str, MarkedInterview]:
    folder = files("crosscase.demo").joinpath("interviews")
    found = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".txt"):
            name = file.name.removesuffix(".txt")
            found[name] = read_marked(file.read_text("utf-8"), name)
    return found


def _table(name: str) -> Iterator[dict[str, str]]:
    text = files("crosscase.demo").joinpath(name).read_text("utf-8")
    yield from csv.DictReader(StringIO(text))


def _bundle(interviews: dict[str, MarkedInterview]) -> Bundle:
    return Bundle(
        cases=tuple(
            CaseRecord(
                code=code, name=name,
                attributes={
                    "sector": sector, "peer-led": led, "founded": str(founded), "staff": str(staff),
                    "peer posts": str(posts), "people seen in a month": str(seen),
                },
            )
            for code, name, sector, led, founded, staff, posts, seen in cast.CASES
        ),
        roles=tuple(RoleRecord(name=name, codes=codes) for name, codes in cast.ROLES),
        attributes=(
            AttributeRecord(subject="case", name="sector", type="one-of", options=cast.SECTORS, grouping=True),
            AttributeRecord(subject="case", name="peer-led", type="one-of", options=cast.LED, grouping=True),
            *(
                AttributeRecord(subject="case", name=name, type="number")
                for name in ("founded", "staff", "peer posts", "people seen in a month")
            ),
            AttributeRecord(subject="participant", name="gender", type="one-of", options=("woman", "man", "non-binary")),
            AttributeRecord(
                subject="participant", name="age", type="one-of",
                options=("18-25", "26-35", "36-45", "46-55", "56-65", "over 65"),
            ),
        ),
        participants=tuple(
            ParticipantRecord(
                identifier=row["identifier"], case=row["identifier"][:3], role=row["role"], code=row["identifier"][3:5],
                attributes={key: row[key] for key in ("gender", "age") if row[key]},
            )
            for row in _table("participants.csv")
        ),
        targets=tuple(
            TargetRecord(case=case[0], role=role, planned=cast.TARGET) for case in cast.CASES for role, _ in cast.ROLES
        ),
        interviews=(
            *(_interview(name, interview) for name, interview in interviews.items()),
            *(
                InterviewRecord(
                    name=person, case=person[:3], participants=(person,), date=date, minutes=minutes, mode=mode,
                    interviewers=(interviewer,),
                )
                for person, date, minutes, mode, interviewer in cast.NOT_TRANSCRIBED
            ),
        ),
        documents=tuple(_document(name, interview) for name, interview in interviews.items()),
    )  # fmt: skip


def _people(interview: MarkedInterview) -> tuple[str, ...]:
    return tuple(part.strip() for part in interview.header["participants"].split(","))


def _interview(name: str, interview: MarkedInterview) -> InterviewRecord:
    header = interview.header
    return InterviewRecord(
        name=name, case=name[:3], participants=_people(interview), date=header["date"], minutes=int(header["minutes"]),
        mode=header["mode"], interviewers=(header["interviewer"],),
    )  # fmt: skip


def _document(name: str, interview: MarkedInterview) -> Document:
    people = _people(interview)
    asking = {member.upper() for _, member, _ in cast.MEMBERS}
    labels = list(dict.fromkeys(turn.speaker for turn in interview.turns if turn.speaker))
    answering = [label for label in labels if label not in asking]
    who = dict(zip(sorted(answering), people, strict=len(answering) == len(people)))
    return Document(
        key=name, name=name, text=interview.text, case=name[:3], participants=people, interview=name,
        date=interview.header["date"], language="en",
        turns=tuple(_with_topic(turn, mapped=name not in _NOT_MAPPED) for turn in interview.turns),
        speakers=tuple(
            SpeakerRecord(label=label, voice="interviewer", why="a member of the study")
            if label in asking
            else SpeakerRecord(label=label, voice="participant", participant=who[label], why="the header names them")
            for label in labels
        ),
    )  # fmt: skip


_NOT_MAPPED = {"ELMSM01"}
"""Transcripts whose questions nobody has mapped to topics yet."""


def _with_topic(turn: Spoken, *, mapped: bool) -> Spoken:
    return msgspec.structs.replace(turn, topic=_TOPIC_NAMES.get(turn.topic, "") if mapped else "")


# What the members did


def _set_up(study: Study) -> dict[str, Member]:
    study.do(
        change_settings, aims=cast.AIMS, questions=cast.QUESTIONS, ethics=cast.ETHICS, invented=cast.INVENTED,
        grammar="{case}{role}{number:02}",
    )  # fmt: skip
    for _, name, _ in cast.MEMBERS[1:]:
        study.do(add_member, name)
    found = {}
    for letter, name, perspectives in cast.MEMBERS:
        member = study.find(Member, name)
        study.as_member(name).do(describe_perspectives, member.id, perspectives)
        found[letter] = member
    return found


def _guide(study: Study) -> None:
    """The interview guide: its topics in their order, with the question that opens each."""
    guide = study.do(
        add_instrument, "Interview guide", description="Eight topics; not all are asked of everybody."
    ).value
    for number, name, wording in cast.TOPICS:
        topic = study.do(add_topic, name).value
        study.do(add_question, guide, wording, number=number, topic=topic)


def _attribute(study: Study, name: str) -> Id:
    return study.find(Attribute, name).id


def _recruitment(study: Study) -> None:
    for case, role, step, count, reason in cast.RECRUITMENT:
        study.do(log_recruitment, study.find(Case, case).id, study.find(Role, role).id, step, count, reason=reason)


def _declined(study: Study) -> None:
    """Answers in which somebody declined a topic: the first words of theirs after the question."""
    for row in _table("declined.csv"):
        source = study.find(Source, row["document"])
        topic = study.find(Topic, _TOPIC_NAMES[row["topic"]])
        speakers = {speaker.id: speaker.voice for speaker in study.rows(Speaker, source=source.id)}
        turns = sorted(study.rows(Turn, source=source.id), key=lambda turn: turn.start)
        asked = next(n for n, turn in enumerate(turns) if turn.topic == topic.id)
        answer = next(t for t in turns[asked:] if t.speaker and speakers[t.speaker] == "participant")
        study.do(mark_declined, [answer.id])


def _codebook(study: Study) -> dict[str, Id]:
    groups = {label: study.do(add_code, label, definition=text).value for label, text in codebook.GROUPS}
    return {
        slug: study.do(
            add_code, label, parent=groups.get(group), definition=definition, exclusion=exclusion, category=True
        ).value
        for slug, label, group, definition, exclusion in codebook.CODES
        if slug != codebook.LATE
    }


def _read_and_code(
    study: Study,
    members: dict[str, Member],
    interviews: dict[str, MarkedInterview],
    codes: dict[str, Id],
    sources: dict[str, Id],
) -> None:
    """Interview by interview; the late category is made when the first ones are read."""
    without_late = [
        name for name, each in interviews.items() if all(marked.what != codebook.LATE for marked in each.marked)
    ]
    early = without_late[:: max(1, len(without_late) // _EARLY)][:_EARLY]
    for name in early:
        _one_interview(study, members, name, interviews[name], codes, sources[name])
    slug, label, _, definition, _ = next(entry for entry in codebook.CODES if entry[0] == codebook.LATE)
    reason = "Came up in the first interviews without a place of its own."
    codes[slug] = study.because(reason).do(add_code, label, definition=definition, category=True).value
    for name, interview in interviews.items():
        if name not in early:
            _one_interview(study, members, name, interview, codes, sources[name])
    for name, interview in interviews.items():
        for marked in interview.marked:
            if marked.nature == "content note":
                study.do(add_content_note, sources[name], marked.what, marked.span)


def _one_interview(  # noqa: PLR0917 - who does what with which interview
    study: Study, members: dict[str, Member], name: str, interview: MarkedInterview, codes: dict[str, Id], source: Id
) -> None:
    for letter, member in members.items():
        mine = [marked for marked in interview.marked if letter in marked.members]
        if not mine:
            continue
        theirs = study.as_member(member.name)
        theirs.do(begin_reading, [source])
        placements = [
            Placement(code=codes[m.what], source=source, span=m.span, stance="no" if m.denied else "yes")
            for m in mine
            if m.nature == "code"
        ]
        if placements:
            theirs.do(apply_all, placements)
        for marked in mine:
            if marked.nature == "mark":
                theirs.do(add_mark, source, marked.span, note=marked.what)
            elif marked.nature == "in vivo":
                theirs.do(apply_code_in_vivo, source, marked.span)
        if (name, letter) not in _UNFINISHED:
            theirs.do(finish_reading, [source])


_UNFINISHED = {("IVYSM01", "B"), ("FENCO01", "B"), ("DUNCO01", "A")}
"""Readings begun and not finished when the study was put down."""


def _by_rule(study: Study, code: Id, interviews: dict[str, MarkedInterview], sources: dict[str, Id]) -> None:
    """Codings by a rule, in participants' words only; nobody has reviewed them yet."""
    asking = {member.upper() for _, member, _ in cast.MEMBERS}
    places = [
        (sources[name], Span(found.start(), found.end()))
        for name, interview in interviews.items()
        for turn in interview.turns
        if turn.speaker and turn.speaker not in asking
        for found in _RULE.finditer(interview.text, turn.start, turn.end)
    ]
    study.do(apply_codes, code, places, origin="rule", rule=f"words: {_RULE.pattern}")


def _volunteered(study: Study, code: Id, key: str) -> None:
    """Turns in which a code was put on a topic that nobody had asked about in that interview: mapped to it by hand."""
    topic = study.find(Topic, _TOPIC_NAMES[key]).id
    voices = {speaker.id: speaker.voice for speaker in study.rows(Speaker)}
    for source in study.rows(Source):
        turns = study.rows(Turn, source=source.id)
        if source.name in _NOT_MAPPED or any(turn.topic == topic for turn in turns):
            continue
        coded = study.rows(Coding, source=source.id, code=code, origin="by hand")
        own = [turn for turn in turns if turn.speaker and voices[turn.speaker] == "participant"]
        said = [turn.id for turn in own if any(turn.start <= c.start < turn.end for c in coded)]
        if said:
            study.do(map_turns, said, topic=topic)


def _memos(study: Study, members: dict[str, Member], codes: dict[str, Id]) -> None:
    cases = {case.code: case.id for case in study.rows(Case)}
    for letter, nature, title, about, text in writing.MEMOS:
        kind = "code" if about in codes else "case" if about in cases else ""
        thing = codes.get(about) or cases.get(about)
        theirs = study.as_member(members[letter].name)
        theirs.do(write_memo, text, title=title, nature=nature, about_kind=kind, about=thing)
