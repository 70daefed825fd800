"""Class 1, raw data: transcripts and documents, interviews, who was recruited, what is known of cases and people.

Texts lie in files of their own. One that may not be shown is listed with the reason. Real names are never written.
"""

from __future__ import annotations

from crosscase.model import (
    Attendance,
    Attribute,
    AttributeValue,
    Case,
    Interview,
    Participant,
    Recruitment,
    Role,
)
from crosscase.model.table import Column, Table
from crosscase.reports.audit.ground import AuditTable, Ground


def build(ground: Ground) -> tuple[AuditTable, ...]:
    """Its tables."""
    return (_sources(ground), _interviews(ground), _participants(ground), _recruitment(ground), _values(ground))


def _sources(ground: Ground) -> AuditTable:
    study = ground.study
    cases = {one.id: one.code for one in study.rows(Case)}
    meetings = {one.id: one.name for one in study.rows(Interview)}
    columns = (
        Column("source", "Source"), Column("kind", "Kind"), Column("case", "Case"),
        Column("participant", "Participant"),
        Column("interview", "Interview"), Column("characters", "Characters", "count"), Column("file", "Text"),
        Column("left_out", "Left out, and why"), Column("held_back", "Stretches covered", "count"),
    )  # fmt: skip
    rows = tuple(
        (
            ground.label(text.source), text.source.nature, cases.get(text.source.case or "", ""),
            ground.people.get(text.source.participant or "", ""), meetings.get(text.source.interview or "", ""),
            text.source.length, text.file, text.why, text.held_back,
        )
        for text in ground.texts
    )  # fmt: skip
    rule = "Texts are shown where their participants agreed to archiving and showing outside the team" + (
        ", and where nothing is recorded." if ground.unrecorded else "; where nothing is recorded, they are not."
    )
    notes = (
        rule,
        "▒ stands for each character that is covered: what consent does not cover, what lies under a content note, "
        "and real names.",
        "In a text file the text begins after the line of dashes; places elsewhere count code points from there.",
    )
    links = {text.file: text.file for text in ground.texts if text.file}
    return AuditTable(
        "sources", Table(title="Transcripts and documents", columns=columns, rows=rows, notes=notes),
        "Everything that was taken in, with its text where that may be shown.", {"file": links},
    )  # fmt: skip


def _interviews(ground: Ground) -> AuditTable:
    study = ground.study
    cases = {one.id: one.code for one in study.rows(Case)}
    present: dict[str, list[str]] = {}
    for one in study.rows(Attendance):
        present.setdefault(one.interview, []).append(ground.people.get(one.participant, ""))
    columns = (
        Column("interview", "Interview"), Column("case", "Case"), Column("participants", "Participants"),
        Column("date", "Date"), Column("minutes", "Minutes", "count"), Column("mode", "Place or mode"),
        Column("interviewers", "Interviewers"),
    )  # fmt: skip
    rows = tuple(
        (
            one.name, cases.get(one.case or "", ""), ", ".join(sorted(present.get(one.id, ()))), one.date, one.minutes,
            one.mode, ", ".join(one.interviewers),
        )
        for one in sorted(study.rows(Interview), key=lambda one: (one.name, one.id))
    )  # fmt: skip
    return AuditTable("interviews", Table(title="Interviews", columns=columns, rows=rows))


def _participants(ground: Ground) -> AuditTable:
    study = ground.study
    cases = {one.id: one.code for one in study.rows(Case)}
    roles = {one.id: one.name for one in study.rows(Role)}
    columns = (Column("participant", "Participant"), Column("case", "Case"), Column("role", "Sampling role"))
    rows = tuple(
        (one.identifier, cases.get(one.case or "", ""), roles.get(one.role or "", ""))
        for one in sorted(study.rows(Participant), key=lambda one: (one.identifier, one.id))
        if one.merged_into is None
    )
    return AuditTable("participants", Table(title="Participants", columns=columns, rows=rows))


def _recruitment(ground: Ground) -> AuditTable:
    study = ground.study
    cases = {one.id: one.code for one in study.rows(Case)}
    roles = {one.id: one.name for one in study.rows(Role)}
    columns = (
        Column("case", "Case"), Column("role", "Sampling role"), Column("step", "Step"),
        Column("count", "How many", "count"),
        Column("reason", "Reason"), Column("date", "Date"),
    )  # fmt: skip
    rows = sorted(
        (cases.get(one.case, ""), roles.get(one.role, ""), one.step, one.count, one.reason, one.date)
        for one in study.rows(Recruitment)
    )
    return AuditTable("recruitment", Table(title="Recruitment log", columns=columns, rows=tuple(rows)))


def _values(ground: Ground) -> AuditTable:
    study = ground.study
    attributes = {one.id: one for one in study.rows(Attribute)}
    things = (
        ground.people
        | {one.id: one.code for one in study.rows(Case)}
        | {one.id: one.name for one in study.rows(Interview)}
        | ground.labels
    )
    columns = (
        Column("of", "Of"),
        Column("subject", "Kind"),
        Column("attribute", "Attribute"),
        Column("value", "Value"),
    )
    rows = sorted(
        (things.get(one.of, ""), attributes[one.attribute].subject, attributes[one.attribute].name, one.value)
        for one in study.rows(AttributeValue)
        if one.attribute in attributes
    )
    return AuditTable(
        "attributes", Table(title="What is known of cases, people and sources", columns=columns, rows=tuple(rows))
    )
