"""Class 2, data reduction and analysis products: the codebook, every coding, marks, and what was noted of the data.

Memos: theoretical, about cases, codes and the data. What researchers decided about method is in class 4, what they
thought of themselves in class 5. A coding is told by its place; the words are in the text, where that may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from crosscase.model import Code, Coding, Mark, Placed, Reading
from crosscase.model.table import Column, Table
from crosscase.reads.codebook import codebook, stands_for
from crosscase.reads.lookup import code_paths
from crosscase.reports.audit.ground import AuditTable, Ground, person, yes
from crosscase.reports.audit.memos import memo_table

P = TypeVar("P", bound=Placed)

_OF_THE_DATA = ("theoretical", "case", "code", "descriptive", "note")


def build(ground: Ground) -> tuple[AuditTable, ...]:
    """Its tables."""
    memos = memo_table(ground, "memos-on-the-data", "Memos on cases, codes and the data", _OF_THE_DATA)
    return (_codebook(ground), _codings(ground), _marks(ground), _readings(ground), memos)


def _codebook(ground: Ground) -> AuditTable:
    columns = (
        Column("code", "Code"), Column("definition", "Definition"), Column("include", "Include"),
        Column("exclude", "Exclude"), Column("properties", "Properties"), Column("category", "Category"),
        Column("retired", "Retired"), Column("codings", "Codings", "count"),
        Column("unreviewed", "By rule, not reviewed", "count"), Column("sources", "Sources", "count"),
    )  # fmt: skip
    rows = tuple(
        (
            line.path, line.code.definition, line.code.inclusion, line.code.exclusion, line.code.properties,
            yes(line.code.category), yes(line.code.retired), line.codings, line.unreviewed, line.sources,
        )
        for line in codebook(ground.study.store)
    )  # fmt: skip
    notes = ("Examples are participants’ words and stand in the texts. Codes merged into another are counted there.",)
    return AuditTable("codebook", Table(title="Codebook", columns=columns, rows=rows, notes=notes))


def _codings(ground: Ground) -> AuditTable:
    codes = ground.study.rows(Code)
    paths, leads = code_paths(codes), stands_for(codes)
    columns = (
        Column("source", "Source"), Column("start", "From", "count"), Column("end", "To", "count"),
        Column("code", "Code"),
        Column("member", "By"), Column("origin", "How"), Column("accepted", "Accepted by"), Column("stance", "Said so"),
        Column("weight", "Weight", "count"), Column("comment", "Comment"),
    )  # fmt: skip
    rows = tuple(
        (
            ground.labels.get(one.source, ""), one.start, one.end, paths.get(leads.get(one.code, one.code), ""),
            person(ground, one.member), one.origin, person(ground, one.accepted), one.stance, one.weight or None,
            one.comment,
        )
        for one in _in_order(ground, ground.study.rows(Coding))
    )  # fmt: skip
    return AuditTable(
        "codings", Table(title="Codings", columns=columns, rows=rows),
        "Who put which code on which place; code points of the source, the end not included.",
        {"source": ground.text_links},
    )  # fmt: skip


def _in_order(ground: Ground, placed: Sequence[P]) -> list[P]:
    return sorted(placed, key=lambda one: (ground.labels.get(one.source, ""), one.start, one.id))


def _marks(ground: Ground) -> AuditTable:
    columns = (
        Column("source", "Source"), Column("start", "From", "count"), Column("end", "To", "count"),
        Column("member", "By"),
        Column("note", "Note"),
    )  # fmt: skip
    rows = tuple(
        (ground.labels.get(one.source, ""), one.start, one.end, person(ground, one.member), one.note)
        for one in sorted(
            ground.study.rows(Mark), key=lambda one: (ground.labels.get(one.source, ""), one.start, one.id)
        )
    )
    table = Table(title="Passages that were marked", columns=columns, rows=rows)
    return AuditTable("marks", table, "", {"source": ground.text_links})


def _readings(ground: Ground) -> AuditTable:
    columns = (
        Column("source", "Source"), Column("member", "Reader"), Column("progress", "How far"),
        Column("sample", "Sample"),
    )  # fmt: skip
    rows = sorted(
        (ground.labels.get(one.source, ""), person(ground, one.member), one.progress, one.sample)
        for one in ground.study.rows(Reading)
    )
    table = Table(title="Who has read what", columns=columns, rows=tuple(rows))
    return AuditTable("readings", table, "", {"source": ground.text_links})
