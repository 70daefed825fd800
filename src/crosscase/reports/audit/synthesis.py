"""Class 3, data reconstruction and synthesis products: themes with what they say, their evidence and their lineage."""

from __future__ import annotations

from crosscase.model import Analysis, Code, Coding, Evidence, Lineage, Theme
from crosscase.model.table import Column, Table
from crosscase.reads.lookup import code_paths
from crosscase.reads.products import products
from crosscase.reports.audit.ground import AuditTable, Ground


def build(ground: Ground) -> tuple[AuditTable, ...]:
    """Its tables."""
    return (_analyses(ground), _themes(ground), _lineage(ground), _evidence(ground), _products(ground))


def _analyses(ground: Ground) -> AuditTable:
    columns = (Column("analysis", "Analysis"), Column("question", "Question"), Column("family", "Method family"))
    rows = sorted((one.name, one.question, one.family) for one in ground.study.rows(Analysis))
    return AuditTable("analyses", Table(title="Analyses", columns=columns, rows=tuple(rows)))


def _themes(ground: Ground) -> AuditTable:
    analyses = {one.id: one.name for one in ground.study.rows(Analysis)}
    themes = ground.study.rows(Theme)
    labels = {one.id: one.label for one in themes}
    columns = (
        Column("theme", "Theme"), Column("under", "Under"), Column("analysis", "Analysis"), Column("status", "Status"),
        Column("content", "Content"), Column("meaning", "Meaning"), Column("boundary", "What it leaves out"),
        Column("story", "How it runs through the cases"),
    )  # fmt: skip
    rows = tuple(
        (
            one.label, labels.get(one.parent or "", ""), analyses.get(one.analysis, ""), one.status, one.content,
            one.meaning, one.boundary, one.story,
        )
        for one in sorted(themes, key=lambda one: (analyses.get(one.analysis, ""), one.position, one.label, one.id))
    )  # fmt: skip
    return AuditTable("themes", Table(title="Themes", columns=columns, rows=rows))


def _lineage(ground: Ground) -> AuditTable:
    labels = {one.id: one.label for one in ground.study.rows(Theme)}
    origins = labels | code_paths(ground.study.rows(Code))
    columns = (
        Column("theme", "Theme"), Column("origin", "Developed from"), Column("how", "How"), Column("whole", "Whole"),
        Column("reason", "Why"),
    )  # fmt: skip
    rows = sorted(
        (labels.get(one.theme, ""), origins.get(one.origin, ""), one.how, "yes" if one.whole else "", one.reason)
        for one in ground.study.rows(Lineage)
    )
    return AuditTable("lineage", Table(title="What each theme was developed from", columns=columns, rows=tuple(rows)))


def _evidence(ground: Ground) -> AuditTable:
    labels = {one.id: one.label for one in ground.study.rows(Theme)}
    codings = {one.id: one for one in ground.study.rows(Coding)}
    paths = code_paths(ground.study.rows(Code))
    columns = (
        Column("theme", "Theme"), Column("stance", "For or against"), Column("source", "Source"),
        Column("start", "From", "count"), Column("end", "To", "count"), Column("code", "Code"), Column("note", "Note"),
    )  # fmt: skip
    rows = sorted(
        (
            labels.get(one.theme, ""), one.stance, ground.labels.get(at.source, ""), at.start, at.end,
            paths.get(at.code, ""), one.note,
        )
        for one in ground.study.rows(Evidence)
        if (at := codings.get(one.coding)) is not None
    )  # fmt: skip
    table = Table(title="Evidence that was placed under themes", columns=columns, rows=tuple(rows))
    return AuditTable("evidence", table, "", {"source": ground.text_links})


def _products(ground: Ground) -> AuditTable:
    columns = (
        Column("file", "File"), Column("kind", "Kind"), Column("version", "Version"), Column("by", "Made by"),
        Column("participants", "With the words of"), Column("note", "Note"),
    )  # fmt: skip
    rows = tuple(
        (one.file, one.nature, one.version[:12], one.member, ", ".join(one.participants), one.note)
        for one in products(ground.study.store)
    )
    return AuditTable("products", Table(title="Reports and files on record", columns=columns, rows=rows))
