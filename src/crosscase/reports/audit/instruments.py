"""Class 6, instrument development: interview guides in every version, topics, questions, and the variables recorded."""

from __future__ import annotations

from crosscase.model import Attribute, Instrument, Question, Topic
from crosscase.model.table import Column, Table
from crosscase.reports.audit.ground import AuditTable, Ground


def build(ground: Ground) -> tuple[AuditTable, ...]:
    """Its tables."""
    return (_guides(ground), _questions(ground), _topics(ground), _attributes(ground))


def _guides(ground: Ground) -> AuditTable:
    columns = (
        Column("instrument", "Instrument"), Column("version", "Version"), Column("nature", "Kind"),
        Column("description", "Description"),
    )  # fmt: skip
    rows = sorted((one.name, one.version, one.nature, one.description) for one in ground.study.rows(Instrument))
    return AuditTable("instruments", Table(title="Instruments", columns=columns, rows=tuple(rows)))


def _questions(ground: Ground) -> AuditTable:
    guides = {one.id: (one.name, one.version) for one in ground.study.rows(Instrument)}
    topics = {one.id: one.name for one in ground.study.rows(Topic)}
    columns = (
        Column("instrument", "Instrument"), Column("version", "Version"), Column("number", "Number"),
        Column("wording", "Wording"), Column("topic", "Topic"),
    )  # fmt: skip
    rows = tuple(
        (*guides.get(one.instrument, ("", "")), one.number, one.wording, topics.get(one.topic or "", ""))
        for one in sorted(
            ground.study.rows(Question), key=lambda one: (guides.get(one.instrument, ("", "")), one.position, one.id)
        )
    )
    return AuditTable("questions", Table(title="Questions", columns=columns, rows=rows))


def _topics(ground: Ground) -> AuditTable:
    columns = (Column("topic", "Topic"), Column("description", "Description"))
    topics = sorted(ground.study.rows(Topic), key=lambda one: (one.position, one.name, one.id))
    table = Table(title="Topics", columns=columns, rows=tuple((one.name, one.description) for one in topics))
    return AuditTable("topics", table)


def _attributes(ground: Ground) -> AuditTable:
    columns = (
        Column("attribute", "Attribute"), Column("subject", "Of"), Column("type", "Type"), Column("options", "Options"),
        Column("grouping", "Grouping"), Column("description", "Description"),
    )  # fmt: skip
    rows = sorted(
        (one.name, one.subject, one.type, "; ".join(one.options), "yes" if one.grouping else "", one.description)
        for one in ground.study.rows(Attribute)
    )
    return AuditTable("variables", Table(title="Variables", columns=columns, rows=tuple(rows)))
