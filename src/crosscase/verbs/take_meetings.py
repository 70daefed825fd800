"""Taking in interviews, the topics and questions that turns name, and who attended.

An interview goes by its name. A transcript with participants comes from an interview even where nothing says so: it is
made, with the document's date, case and participants, under the document's key. A document that is in the study
already stands for its interview, whatever that is called by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from crosscase.model import Attendance, Id, Instrument, Interview, Question, Topic
from crosscase.model.bundle import Document, InterviewRecord
from crosscase.model.values import date_or_as_given
from crosscase.verbs.checks import labels, last_position
from crosscase.verbs.fieldwork import add_interviews, attendance_id
from crosscase.verbs.taking import Taking, folded, named, no_such

_GUIDE = "Interview guide"


class Implied(msgspec.Struct, frozen=True):
    """A document's interview.

    Attributes:
        name: by which it is looked up; empty where the document comes from none.
        is_of: the interview that the document comes from already.
    """

    document: Document
    name: str
    is_of: Id | None = None


def meeting_of(document: Document, name: str) -> str:
    """The name of the interview that a document comes from; empty where there is none."""
    if document.interview:
        return document.interview
    return name if document.nature == "transcript" and document.participants else ""


def take_interviews(taking: Taking, documents: Sequence[Implied], refused: set[str]) -> None:
    """The interviews that are listed and not refused, and those that documents come from."""
    known = {interview.id: interview for interview in taking.act.rows(Interview)}
    taking.interviews = {name: each.id for name, each in named(known.values(), lambda each: each.name).items()}
    taking.interviews |= {folded(one.name): one.is_of for one in documents if one.name and one.is_of in known}
    records = _records(taking, documents, refused)
    news = {}
    fresh: list[tuple[Interview, list[Id]]] = []
    attended: dict[Id, list[Id]] = {}
    for key, record in records.items():
        people = [taking.participants[folded(one)] for one in record.participants]
        interview = Interview(
            name=record.name,
            case=taking.cases.get(folded(record.case)),
            date=date_or_as_given(record.date),
            minutes=record.minutes if record.minutes and record.minutes > 0 else None,
            mode=record.mode.strip(),
            interviewers=labels(record.interviewers),
            others=record.others.strip(),
            part=record.part.strip(),
        )
        there = taking.interviews.get(key)
        if there is None:
            fresh.append((interview, people))
        else:
            fields = msgspec.structs.asdict(interview)
            news[there] = (known[there], {name: fields[name] for name in fields if name not in {"id", "name"}})
            attended[there] = people
    taking.update(Interview, news)
    added = add_interviews(taking.act, fresh)
    taking.interviews |= {folded(one.name): thing for (one, _), thing in zip(fresh, added, strict=True)}
    taking.count("interview", added=len(added))
    _attend(taking, attended, sum(len(set(people)) for _, people in fresh))
    for key, record in records.items():
        taking.owners.append(("interview", taking.interviews[key], record.name, record.attributes))


def refuse_meetings(taking: Taking) -> set[str]:
    """The folded names of listed interviews that are not taken in, because they name what does not exist."""
    refused: set[str] = set()
    for record in taking.bundle.interviews:
        missing = [no_such("participant", one) for one in record.participants if folded(one) not in taking.participants]
        if record.case and folded(record.case) not in taking.cases:
            missing.append(no_such("case", record.case))
        if not folded(record.name):
            missing.append("An interview has no name.")
        if missing:
            refused.add(folded(record.name))
            taking.refuse("interviews", record.name, " ".join(missing))
    return refused


def _records(taking: Taking, documents: Sequence[Implied], refused: set[str]) -> dict[str, InterviewRecord]:
    """The interviews to be there, by folded name."""
    records = {folded(one.name): one for one in taking.bundle.interviews if folded(one.name) not in refused}
    listed = set(records)
    for one in documents:
        key, document = folded(one.name), one.document
        if not key or key in listed or one.is_of:
            continue
        before = records.get(key)
        everyone = (*(before.participants if before else ()), *document.participants)
        records[key] = InterviewRecord(
            name=one.name,
            case=(before.case if before else "") or document.case,
            date=(before.date if before else "") or document.date,
            participants=tuple(dict.fromkeys(everyone)),
        )
    return records


def _attend(taking: Taking, attended: dict[Id, list[Id]], fresh: int) -> None:
    """Who took part in interviews that are there; those who are in them already stay."""
    now = {(one.interview, one.participant) for one in taking.act.rows(Attendance, interview=list(attended))}
    given = {(interview, person) for interview, people in attended.items() for person in people}
    taking.act.ensure_all(
        [
            Attendance(id=attendance_id(interview, person), interview=interview, participant=person)
            for interview, person in sorted(given - now)
        ]
    )
    taking.count("attendance", added=fresh + len(given - now), there=len(given & now))


def shared_case(taking: Taking, participants: Iterable[Id]) -> Id | None:
    """The case of some participants, where they all have the same."""
    cases = {taking.case_of.get(person) for person in participants}
    return cases.pop() if len(cases) == 1 else None


def take_topics(taking: Taking, documents: Iterable[Document]) -> tuple[dict[str, Id], dict[str, Id]]:
    """The topics and questions that turns name, by folded name and number; those that are not there are made.

    A question that no guide has yet is put into one called `Interview guide`; its wording is not known.
    """
    act = taking.act
    topics: dict[str, str] = {}
    questions: dict[str, tuple[str, str]] = {}
    for document in documents:
        for turn in document.turns:
            if turn.topic:
                topics.setdefault(folded(turn.topic), turn.topic)
            if turn.question:
                number, topic = questions.get(folded(turn.question), (turn.question, ""))
                questions[folded(turn.question)] = (number, topic or turn.topic)
    known = act.rows(Topic) if topics else []
    by_name = {name: topic.id for name, topic in named(known, lambda topic: topic.name).items()}
    position = last_position(known)
    fresh = [" ".join(name.split()) for key, name in topics.items() if key not in by_name]
    added = act.add_all([Topic(name=name, position=position + n) for n, name in enumerate(fresh)])
    taking.count("topic", added=len(added), there=len(topics) - len(added))
    by_name |= {folded(topic.name): topic.id for topic in added}
    return by_name, _take_questions(taking, questions, by_name)


def _take_questions(taking: Taking, wanted: dict[str, tuple[str, str]], topics: dict[str, Id]) -> dict[str, Id]:
    if not wanted:
        return {}
    act = taking.act
    known = act.rows(Question)
    by_number = {name: question.id for name, question in named(known, lambda question: question.number).items() if name}
    fresh = {key: said for key, said in wanted.items() if key not in by_number}
    taking.count("question", added=len(fresh), there=len(wanted) - len(fresh))
    if fresh:
        guides = [guide for guide in act.rows(Instrument) if folded(guide.name) == folded(_GUIDE)]
        guide = guides[0].id if guides else act.add(Instrument(name=_GUIDE)).id
        taking.count("instrument", added=not guides)
        position = last_position([question for question in known if question.instrument == guide])
        added = act.add_all(
            [
                Question(
                    instrument=guide,
                    wording=f"Question {number}",
                    number=number,
                    topic=topics.get(folded(topic)),
                    position=position + n,
                )
                for n, (number, topic) in enumerate(fresh.values())
            ]
        )
        by_number |= {key: question.id for key, question in zip(fresh, added, strict=True)}
    return by_number
